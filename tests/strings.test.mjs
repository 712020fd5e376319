// The language files of src/view/strings: that they are complete and in use, and that make_strings.mjs refuses what
// would be missing or garbled in the page.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { makeStrings, readLanguage } from '../src/view/strings/make_strings.mjs';

const Project = fileURLToPath(new URL('..', import.meta.url));
const Folder = join(Project, 'src/view/strings');
const Files = Object.fromEntries(readdirSync(Folder).filter((name) => name.endsWith('.txt'))
  .map((name) => [name.slice(0, -4), readFileSync(join(Folder, name), 'utf8')]));
const English = readLanguage(Files.en, (line, what) => assert.fail(`en.txt:${line}: ${what}`));

/** All files below a folder, as one text. @param {string} folder @param {RegExp} names */
const textOf = (folder, names) => readdirSync(join(Project, folder), { recursive: true }).map(String)
  .filter((name) => names.test(name)).map((name) => readFileSync(join(Project, folder, name), 'utf8')).join('\n');

test('English, Korean and Arabic are there, and nothing is to be said against them', () => {
  assert.deepEqual(Object.keys(Files).sort(), ['ar', 'en', 'ko']);
  assert.deepEqual(makeStrings(Files).complaints, []);
});

test('Every string is used', () => {
  const program = textOf('src', /\.(?:cpp|h)$/), page = textOf('web', /\.js$/);
  const unused = [...English.values()].filter(({ name, group }) => (group === 'Web'
    ? !page.includes(`'${name.slice(group.length + 1)}'`)
    : !new RegExp(`\\b${group || name}\\b`).test(program.replace(/\/\/.*/g, ''))));
  assert.deepEqual(unused.map(({ name }) => name), []);
});

test('The scripts of the page ask for strings that there are', () => {
  const page = textOf('web', /\.js$/);
  const asked = [...page.matchAll(/(?:new LoadFailure|\bsay)\(([^)]*)\)|\bword: ('\w+')|note: \[('\w+')/g)]
    .flatMap(([, ...found]) => [...found.join().matchAll(/'([A-Z]\w+)'/g)].map(([, name]) => name));
  assert.ok(asked.length > 20, 'they were found');
  assert.deepEqual(asked.filter((name) => !English.has(`Web.${name}`)), []);
});

test('Nothing was left in English by accident', () => {
  // What is printed on keys, names of units and of formats, and signs are the same everywhere.
  const shared = /^(?:Key[A-Z]|ByteUnits|DownloadFormats|ValueKinds\.Null$|ExpectId$|SwitchState|PerSecond)/;
  const letters = { ko: /[가-힣]/, ar: /[\u0621-\u064a]/ };
  for (const [language, pattern] of Object.entries(letters)) {
    const left = [...readLanguage(Files[language], () => {}).values()]
      .flatMap(({ name, forms }) => Object.values(forms).map(({ text }) => ({ name, text })))
      .filter(({ name, text }) => !shared.test(name) && !pattern.test(text) && /[a-z]{2}/i.test(text.replace(/\{\d\}/g, '')));
    assert.deepEqual(left, [], language);
  }
});

const Small = {
  en: ['# A comment', 'Title = Title', 'Pair = {0} and {1}', '', 'Count[one] = {0} row', 'Count[other] = {0} rows',
    'Group.First = first', 'Group.Second = second {0}', 'Web.Gone = gone'].join('\n'),
  ko: ['Title = 제목', 'Pair = {1}, {0}', 'Count[other] = 행 {0}개', 'Group.First = 첫째', 'Group.Second = 둘째 {0}', 'Web.Gone = 없음'].join('\n'),
};

test('What fits becomes numbers for C++, texts in their order, and words for the page', () => {
  const { complaints, outputs } = makeStrings(Small);
  assert.deepEqual(complaints, []);
  const names = outputs['generated/core/phrase_names.inc'];
  assert.match(names, /Phrase Title\{0\};/);
  assert.match(names, /Pattern Pair\{1\};/);
  assert.match(names, /Plural Count\{2\};/);
  assert.match(names, /Pattern Group\[\] = \{\{8\}, \{9\}\};/, 'a plural takes six numbers');
  assert.match(outputs['generated/core/phrase_texts.inc'], /PhraseCount = 10;/);
  assert.match(outputs['site/words.mjs'], /Gone: "gone"/);
  const [mark, program, page] = outputs['site/strings-ko.txt'].split('\n');
  assert.match(mark, /^[0-9a-f]{8}$/);
  assert.deepEqual(program.split('\x1f'), ['제목', '{1}, {0}', '', '', '', '', '', '행 {0}개', '첫째', '둘째 {0}']);
  assert.equal(page, '없음');
});

test('A change of names or placeholders is another mark, a change of words is none', () => {
  const markOf = (/** @type {string} */ en, /** @type {string} */ ko) => makeStrings({ en, ko }).outputs['site/strings-ko.txt'].split('\n')[0];
  const mark = markOf(Small.en, Small.ko);
  assert.equal(markOf(Small.en.replace('= Title', '= Heading'), Small.ko), mark);
  assert.notEqual(markOf(Small.en.replaceAll('Title =', 'Head ='), Small.ko.replace('Title =', 'Head =')), mark);
  assert.notEqual(markOf(Small.en.replace('{0} and {1}', '{0}'), Small.ko.replace('{1}, {0}', '{0}')), mark);
});

/** [what is wrong, the language, what is replaced, by what, the complaint] */
const Broken = [
  ['a string is missing', 'ko', 'Title = 제목\n', '', /^ko\.txt:\?: Title: missing; add it \(en\.txt:2 "Title"\)$/],
  ['forms are missing', 'ko', 'Count[other] = 행 {0}개\n', '', /Count\[other\]: missing/],
  ['a category is missing', 'en', 'Count[one] = {0} row\n', '', /^en\.txt:5: Count\[one\] is missing: add it$/],
  ['a category is never used', 'ko', 'Count[other]', 'Count[one] = 행 {0}개\nCount[other]', /^ko\.txt:3: Count\[one\] is never used/],
  ['a placeholder is missing', 'ko', '{1}, {0}', '{0}', /^ko\.txt:2: Pair has the placeholders "\{0\}" where "\{0\} \{1\}" are needed$/],
  ['a number is missing where it cannot be', 'ko', '행 {0}개', '행', /^ko\.txt:3: Count has the placeholders/],
  ['there is one placeholder too many', 'ko', '제목', '제목 {0}', /Title has the placeholders/],
  ['a string is unknown', 'ko', 'Title', 'Titel = x\nTitle', /^ko\.txt:1: Titel is unknown/],
  ['a string stands twice', 'en', 'Title = Title', 'Title = Title\nTitle = Other', /^en\.txt:3: Title stands twice/],
  ['a string has no text', 'en', 'Title = Title', 'Title =', /Title has no text/],
  ['a line is no string', 'en', 'Title = Title', 'title Title', /^en\.txt:2: cannot be read/],
  ['a category is unknown', 'en', 'Count[one]', 'Count[single]', /Count\[single\] is no category/],
  ['a string has forms and has none', 'en', 'Count[one] = {0} row', 'Count = {0} row', /stands with a category and without/],
  ['another language has no forms', 'ko', 'Count[other]', 'Count', /Count needs forms by number/],
  ['a group is torn apart', 'en', 'Group.First = first', 'Group.First = first\nOther = other', /Group\.Second stands apart/],
  ['a group mixes kinds', 'en', 'Group.First = first', 'Group.First[one] = a\nGroup.First[other] = b', /has other forms than the others of its group/],
  ['a text turns the direction', 'ko', '제목', '\u200f제목', /turns the direction/],
];
for (const [what, language, from, to, complaint] of Broken) {
  test(`The build ends where ${what}`, () => {
    const files = /** @type {Record<string, string>} */ ({ ...Small });
    const name = /** @type {string} */ (language);
    assert.ok(files[name].includes(/** @type {string} */ (from)));
    files[name] = files[name].replace(/** @type {string} */ (from), /** @type {string} */ (to));
    const { complaints, outputs } = makeStrings(files);
    assert.ok(complaints.some((each) => /** @type {RegExp} */ (complaint).test(each)), complaints.join('\n'));
    assert.deepEqual(outputs, {});
  });
}
