// Turns the language files of this folder into what the program reads; en.txt says how they are written.
//   node make_strings.mjs FOLDER GENERATED SITE
// GENERATED gets core/phrase_names.inc (what C++ calls the strings) and core/phrase_texts.inc (the English
// ones); SITE gets strings-<language>.txt for each other language and words.mjs (the English strings of the
// page's own scripts). A language that lacks a string, or has one that does not fit, ends the build.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The language that the others follow, and that is part of the program. */
const FIRST = 'en';
/** In the order in which the program counts them (core/phrase.cpp). */
const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];
/** Between texts, and between the parts of a file: neither stands in a text. */
const TEXT_END = '\x1f';
const PART_END = '\n';
/** Strings of the page's own scripts have names of this group. */
const WEB = 'Web';

const LINE = /^([A-Z][A-Za-z0-9]*)(?:\.([A-Z][A-Za-z0-9]*))?(?:\[([a-z]+)\])?\s*=\s*(.*)$/;

/** @param {string} text */
const placeholdersOf = (text) => [...new Set(text.match(/\{\d\}/g) ?? [])].sort().join(' ');

/**
 * @typedef {object} Entry
 * @property {string} name
 * @property {string} group empty if it stands alone
 * @property {number} line of its first form
 * @property {boolean} plural
 * @property {Record<string, {text: string, line: number}>} forms by category; of a plain string: `other`
 */

/**
 * @param {string} file its name, for complaints
 * @param {string} text
 * @param {(line: number, what: string) => void} complain
 * @returns {Map<string, Entry>} by name, in order
 */
export function readLanguage(text, complain) {
  /** @type {Map<string, Entry>} */
  const entries = new Map();
  text.split(/\r?\n/).forEach((whole, index) => {
    const written = whole.trim();
    if (written === '' || written.startsWith('#')) return;
    const line = index + 1;
    const found = LINE.exec(written);
    if (!found) return complain(line, `cannot be read: write "Name = text", a comment behind #, or nothing`);
    const [, first, second = '', category, value] = found;
    const name = second ? `${first}.${second}` : first;
    if (value === '') return complain(line, `${name} has no text: write one behind the =`);
    if (/[\x00-\x1f\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(value)) {
      return complain(line, `${name} has a control character, or one that turns the direction of a text: take it out`);
    }
    if (category && !CATEGORIES.includes(category)) {
      return complain(line, `${name}[${category}] is no category: write one of ${CATEGORIES.join(', ')}`);
    }
    const entry = entries.get(name) ?? { name, group: second ? first : '', line, plural: Boolean(category), forms: {} };
    if (entry.plural !== Boolean(category)) return complain(line, `${name} stands with a category and without: choose one`);
    if (entry.forms[category ?? 'other']) return complain(line, `${written.split('=')[0].trim()} stands twice: take one out`);
    entry.forms[category ?? 'other'] = { text: value, line };
    entries.set(name, entry);
  });
  return entries;
}

/** @param {Entry} entry */
const allPlaceholders = (entry) => placeholdersOf(Object.values(entry.forms).map(({ text }) => text).join());

/**
 * The numbers from nought to two may be part of a word ("one row", a dual); every other form says all there is to say.
 * @param {Entry} entry @param {string} wanted @param {(line: number, what: string) => void} complain
 */
function checkForms(entry, wanted, complain) {
  for (const [category, { text, line }] of Object.entries(entry.forms)) {
    const has = placeholdersOf(text);
    const without = entry.plural && ['zero', 'one', 'two'].includes(category) ? wanted.replace(/^\{0\} ?/, '') : wanted;
    if (has !== wanted && has !== without) {
      complain(line, `${entry.name} has the placeholders "${has}" where "${wanted}" are needed`);
    }
  }
}

/** What the categories of a language have to be: those that its plural rule can give. @param {string} language */
const categoriesOf = (language) => new Intl.PluralRules(language).resolvedOptions().pluralCategories;

/**
 * @param {string} language @param {Map<string, Entry>} entries @param {Map<string, Entry>} first
 * @param {(line: number, what: string) => void} complain
 */
export function checkLanguage(language, entries, first, complain) {
  const needed = categoriesOf(language);
  for (const entry of first.values()) {
    const own = entries.get(entry.name);
    if (!own) {
      const forms = entry.plural ? needed.map((each) => `${entry.name}[${each}]`).join(', ') : entry.name;
      complain(0, `${forms}: missing; add it (${FIRST}.txt:${entry.line} "${entry.forms.other?.text}")`);
      continue;
    }
    if (own.plural !== entry.plural) {
      complain(own.line, `${entry.name} ${entry.plural ? 'needs forms by number' : 'has no forms by number'} (${FIRST}.txt:${entry.line})`);
      continue;
    }
    checkForms(own, allPlaceholders(entry), complain);
    if (!entry.plural) continue;
    for (const category of needed) {
      if (!own.forms[category]) complain(own.line, `${entry.name}[${category}] is missing: add it`);
    }
    for (const category of Object.keys(own.forms)) {
      if (!needed.includes(category)) complain(own.forms[category].line, `${entry.name}[${category}] is never used in this language: take it out`);
    }
  }
  for (const { name, line } of entries.values()) {
    if (!first.has(name)) complain(line, `${name} is unknown: take it out, or add it to ${FIRST}.txt first`);
  }
}

/** Groups become arrays, in order; what stands between their members is an accident. @param {Map<string, Entry>} entries */
function grouped(entries, complain) {
  /** @type {Map<string, Entry[]>} */
  const groups = new Map();
  let last = '';
  for (const entry of entries.values()) {
    const key = entry.group || entry.name;
    if (groups.has(key) && (key !== last || !entry.group)) complain(entry.line, `${entry.name} stands apart from the others of ${key}: move it there`);
    groups.set(key, [...groups.get(key) ?? [], entry]);
    last = key;
  }
  return groups;
}

/** FNV-1a. @param {string} text */
function hash(text) {
  let value = 0x811c9dc5;
  for (const byte of Buffer.from(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value.toString(16).padStart(8, '0');
}

/** @param {Entry} entry */
const isWeb = (entry) => entry.group === WEB;

/** The texts of the program in the order of their numbers: six forms each for plurals, empty if not in use. */
function textsOf(entries, order) {
  return order.flatMap(({ name, plural }) => {
    const { forms } = entries.get(name);
    return plural ? CATEGORIES.map((category) => forms[category]?.text ?? '') : [forms.other.text];
  });
}

/** @param {string} text */
const literal = (text) => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** @param {Map<string, Entry[]>} groups */
function namesInc(groups) {
  const lines = ['// Made by make_strings.mjs from en.txt: the numbers of the strings.'];
  let id = 0;
  for (const [key, members] of groups) {
    if (key === WEB) continue;
    const kind = members[0].plural ? 'Plural' : members.some((each) => allPlaceholders(each)) ? 'Pattern' : 'Phrase';
    const ids = members.map(({ plural }) => {
      const own = id;
      id += plural ? CATEGORIES.length : 1;
      return `{${own}}`;
    });
    const array = members[0].group !== '';
    lines.push(`inline constexpr ${kind} ${key}${array ? `[] = {${ids.join(', ')}}` : ids[0]};`);
  }
  return `${lines.join('\n')}\n`;
}

/** @param {string} mark @param {string[]} texts */
function textsInc(mark, texts) {
  return `// Made by make_strings.mjs from en.txt.
constexpr std::string_view PhraseMark = "${mark}";
constexpr size_t PhraseCount = ${texts.length};
constexpr char PhraseTexts[] =
${texts.map((text) => `    ${literal(text)} "\\x1F"`).join('\n')};
`;
}

/** @param {Entry[]} members */
function wordsModule(members) {
  const lines = members.map(({ name, forms }) => `  ${name.slice(WEB.length + 1)}: ${JSON.stringify(forms.other.text)},`);
  return `// Made by make_strings.mjs from en.txt: what the page's own scripts say.\nexport const words = {\n${lines.join('\n')}\n};\n`;
}

/**
 * @param {Record<string, string>} files text by name of the language
 * @returns {{complaints: string[], outputs: Record<string, string>}} outputs by "generated/..." and "site/..."
 */
export function makeStrings(files) {
  /** @type {string[]} */
  const complaints = [];
  const read = Object.fromEntries(Object.entries(files).map(([language, text]) => {
    const complain = (line, what) => complaints.push(`${language}.txt:${line || '?'}: ${what}`);
    return [language, { complain, entries: readLanguage(text, complain) }];
  }));
  const { entries: first, complain } = read[FIRST];
  const groups = grouped(first, complain);
  for (const members of groups.values()) {
    const odd = members.find(({ plural }) => plural !== members[0].plural);
    if (odd) complain(odd.line, `${odd.name} has other forms than the others of its group: give all of them forms by number, or none`);
    if (isWeb(members[0]) && members[0].plural) complain(members[0].line, 'the strings of the page have no forms by number');
  }
  for (const [language, { entries, complain: own }] of Object.entries(read)) checkLanguage(language, entries, first, own);
  /** @type {Record<string, string>} */
  const outputs = {};
  if (complaints.length > 0) return { complaints, outputs };

  const own = [...groups.values()].flat();
  const ofProgram = own.filter((entry) => !isWeb(entry)), ofPage = own.filter(isWeb);
  const mark = hash(own.map((entry) => `${entry.name}${entry.plural ? '*' : ''}${allPlaceholders(entry)}`).join());
  outputs['generated/core/phrase_names.inc'] = namesInc(groups);
  outputs['generated/core/phrase_texts.inc'] = textsInc(mark, textsOf(first, ofProgram));
  outputs['site/words.mjs'] = wordsModule(ofPage);
  for (const [language, { entries }] of Object.entries(read)) {
    if (language === FIRST) continue;
    outputs[`site/strings-${language}.txt`] = [mark, textsOf(entries, ofProgram).join(TEXT_END),
      ofPage.map(({ name }) => entries.get(name).forms.other.text).join(TEXT_END)].join(PART_END);
  }
  return { complaints, outputs };
}

function main([folder, generated, site]) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  const { complaints, outputs } = makeStrings(
    Object.fromEntries(names.map((name) => [name.slice(0, -4), readFileSync(join(folder, name), 'utf8')])));
  for (const complaint of complaints) console.error(`${join(folder, complaint)}`);
  if (complaints.length > 0) process.exit(1);
  for (const [name, text] of Object.entries(outputs)) {
    const path = name.replace(/^generated/, generated).replace(/^site/, site);
    mkdirSync(join(path, '..'), { recursive: true });
    // A new text of a string is no reason to compile everything that knows its name.
    if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv.slice(2));
