// The interface in Korean and Arabic: chosen by the address or by the browser, whole (words, numbers, dates, regions,
// complaints), and English where it is not to be had. What is expected is read from the language files.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLanguage } from '../../src/view/strings/make_strings.mjs';
import { becomes, count, Dataset, dialog, Dist, Facts, goTo, grid, packageSource, Project, rows, search, suite } from './harness.mjs';

const { pageTest } = suite();
const axe = await packageSource('axe-core/axe.min.js');
const FactCount = Facts.releases.length + Facts.chart_entries.length + Facts.videos.length + Facts.events.length;
const Isolates = /[\u200e\u200f\u2066-\u2069]/g;

/** A language as the build got it. @param {string} name */
function languageOf(name) {
  const entries = readLanguage(readFileSync(join(Project, `src/view/strings/${name}.txt`), 'utf8'), (line, what) => assert.fail(`${line}: ${what}`));
  const rule = new Intl.PluralRules(name);
  /** @param {string} text @param {(string | number)[]} values */
  const filled = (text, values) => text.replace(/\{(\d)\}/g, (_, place) => String(values[place]));
  /** @param {string} entry @returns {Record<string, {text: string}>} */
  const forms = (entry) => entries.get(entry)?.forms ?? assert.fail(`${name}.txt has no ${entry}`);
  return {
    name,
    /** @param {string} entry @param {(string | number)[]} values */
    say: (entry, ...values) => filled(forms(entry).other.text, values),
    /** @param {string} entry @param {number} number @param {(string | number)[]} values */
    number: (entry, number, ...values) => filled(forms(entry)[rule.select(number)].text, [number, ...values]),
  };
}
/** @typedef {ReturnType<typeof languageOf>} Language */
/** @typedef {import('playwright-core').Page} Page */
const Korean = languageOf('ko');
const Arabic = languageOf('ar');
const English = languageOf('en');
const Views = ['Overview', 'Articles', 'Releases', 'Charts', 'Videos'];

/** What a reader sees, without the marks that keep directions apart. @param {string | null} text */
const plain = (text) => (text ?? '').replace(Isolates, '');
/** Whether a text holds another, wherever its lines are broken. @param {import('playwright-core').Locator} locator @param {string} part */
const holds = async (locator, part) => plain(await locator.innerText()).replace(/\s/g, '').includes(part.replace(/\s/g, ''));
/** @param {import('playwright-core').Locator} locator */
const nameOf = (locator) => locator.evaluate((element) => element.getAttribute('aria-label') ?? element.textContent).then(plain);

/** @param {Page} page @param {string} view */
async function show(page, view) {
  const tab = page.getByRole('tab').nth(Views.indexOf(view));
  await tab.click();
  await becomes(() => tab.getAttribute('aria-selected'), 'true');
}

/** @param {Page} page @param {string} text */
async function ask(page, text) {
  await page.getByRole('searchbox').fill(text);
}

/** The texts of a column by its heading. @param {Page} page @param {string} heading */
async function columnOf(page, heading) {
  const index = await grid(page).getByRole('columnheader', { name: heading, exact: true }).getAttribute('aria-colindex');
  return (await rows(page).locator(`[aria-colindex="${index}"]`).allInnerTexts()).map(plain);
}

/** @param {Page} page @param {Language} language @param {string} column */
async function openFilter(page, language, column) {
  const heading = language.say(`Headings.${column}`);
  const name = language.say('FilterBy', heading);
  await grid(page).getByRole('columnheader', { name: heading, exact: true }).getByRole('button', { name, exact: true }).click();
  await becomes(() => nameOf(dialog(page)), name);
  return dialog(page);
}

/** As axe.test.mjs has it for English: over the canvas words are see-through. @param {Page} page @param {string} face */
async function assertAccessible(page, face) {
  const found = await page.evaluate(async () => {
    const rules = {
      'color-contrast': { enabled: document.documentElement.dataset.render === 'html' }, 'label-content-name-mismatch': { enabled: false },
    };
    const result = await /** @type {any} */ (window).axe.run(document, { rules, preload: false, resultTypes: ['violations'] });
    return result.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
  assert.deepEqual(found, [], face);
}

/** A whole page in a language: tabs, count, an order, a filter, nothing found, axe. @param {Page} page @param {Language} language */
async function assertWhole(page, language) {
  const { say, number } = language;
  assert.equal(await page.locator('html').getAttribute('lang'), language.name);
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), say('AppTitle'));
  const totals = [undefined, Dataset.items.length, Facts.releases.length, Facts.chart_entries.length, Facts.videos.length];
  const names = await page.getByRole('tab').evaluateAll((tabs) => tabs.map((each) => each.getAttribute('aria-label') ?? each.textContent));
  assert.deepEqual(names.map(plain), Views.map((view, i) => (totals[i] === undefined
    ? say(`TableTitles.${view}`) : say('Listed', say(`TableTitles.${view}`), /** @type {number} */ (totals[i])))));
  assert.equal(plain(await count(page).innerText()),
    say('Listed', number('CountRows.Article', Dataset.items.length), number('CountFacts', FactCount)));
  await page.evaluate(axe);
  await assertAccessible(page, 'overview');

  await show(page, 'Videos');
  await becomes(() => count(page).innerText().then(plain), number('CountRows.Video', Facts.videos.length));
  const filter = await openFilter(page, language, 'Kind');
  await assertAccessible(page, 'filter');
  await filter.getByRole('button', { name: say('SortDescending'), exact: true }).click();
  await page.keyboard.press('Escape');
  await becomes(() => dialog(page).count(), 0);
  await becomes(() => grid(page).getByRole('columnheader', { name: say('Headings.Kind'), exact: true }).getAttribute('aria-sort'), 'descending');
  await ask(page, 'kind:dance');
  const dances = Facts.videos.filter(({ kind }) => kind.includes('dance')).length;
  await becomes(() => count(page).innerText().then(plain), number('CountOfRows.Video', Facts.videos.length, dances));

  await ask(page, 'nobodysaysthis');
  const nothing = page.getByRole('region', { name: say('NothingMatches'), exact: true });
  await becomes(() => nothing.count(), 1);
  const why = say('NoMatchNone', number('CountRows.Video', Facts.videos.length), say('NoMatchFilters.One'));
  assert.ok(await holds(nothing, why), why);
  await assertAccessible(page, 'nothing matches');
  await nothing.getByRole('button', { name: say('ClearAll'), exact: true }).click();
  await becomes(() => rows(page).count(), Facts.videos.length);
}

for (const [how, options] of /** @type {const} */ ([
  ['the address', { query: '?lang=ko' }], ['the browser', { locale: 'ko-KR' }],
])) {
  pageTest(`Korean, asked for by ${how}, is whole`, options, async (page) => {
    assert.equal(await page.locator('html').getAttribute('dir'), null);
    await assertWhole(page, Korean);
  });
}
for (const [how, options] of /** @type {const} */ ([
  ['the address', { query: '?lang=ar' }], ['the browser', { locale: 'ar-EG' }],
])) {
  pageTest(`Arabic, asked for by ${how}, is whole and reads from right to left`, options, async (page) => {
    assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
    await assertWhole(page, Arabic);
  });
}

pageTest('Some words of Korean as they are, so that not all is compared with its own source', { query: '?lang=ko' }, async (page) => {
  assert.deepEqual((await page.getByRole('tab').allInnerTexts()).map((text) => text.replace(/\s*\d+$/, '')), ['개요', '기사', '발매작', '차트 성과', '동영상']);
  await show(page, 'Articles');
  await becomes(() => count(page).innerText(), '기사 2건');
});

/** @type {[Language, string, string[], RegExp][]} */
const Written = [
  [Korean, '?lang=ko', ['2023년 12월 22일*', '2023년 3월*', '2023년 12월 18–22일*'], /30분$/],
  [Arabic, '?lang=ar', ['22 ديسمبر 2023*', 'مارس 2023*', '18–22 ديسمبر 2023*'], /30 د$/],
];
for (const [language, query, dates, length] of Written) {
  pageTest(`Dates and lengths are written as in ${language.name}, with the digits of the data`, { query }, async (page) => {
    await show(page, 'Releases');
    assert.deepEqual((await columnOf(page, language.say('Headings.Date'))).sort(), dates.sort());
    await show(page, 'Videos');
    const lengths = await columnOf(page, language.say('Headings.Duration'));
    assert.ok(lengths.some((each) => length.test(each)), lengths.join());
  });

  pageTest(`Regions have their names in ${language.name}, in tables, filters, orders and searches, beside the English ones`, { query }, async (page) => {
    const regionOf = (/** @type {string} */ code) => /** @type {string} */ (new Intl.DisplayNames(language.name, { type: 'region', style: 'short' }).of(code));
    await show(page, 'Charts');
    const heading = language.say('Headings.Region');
    // No article states the one in Korea.
    const named = async () => (await columnOf(page, heading)).map((each) => each.replace(/\*$/, ''));
    assert.ok((await named()).includes(regionOf('KR')));
    for (const asked of [`region:"${regionOf('KR')}"`, 'region:"South Korea"', regionOf('KR'), 'region=KR']) {
      await ask(page, asked);
      await becomes(async () => [...new Set(await named())], [regionOf('KR')], asked);
    }
    await ask(page, 'region:US,JP,FR,DE,KR sort:region');
    const inOrder = ['US', 'JP', 'FR', 'DE', 'KR'].map(regionOf).sort();
    await becomes(async () => [...new Set(await named())], inOrder);
    await ask(page, '');
    const filter = await openFilter(page, language, 'Region');
    await filter.getByRole('textbox').fill(regionOf('JP'));
    await becomes(() => filter.getByRole('checkbox').count(), 1);
    await filter.getByRole('checkbox').click();
    await page.keyboard.press('Escape');
    await becomes(() => dialog(page).count(), 0);
    await becomes(() => page.getByRole('searchbox').inputValue(), 'region=JP');
    const chip = page.getByRole('list', { name: language.say('ActiveFilters'), exact: true }).getByRole('button').first();
    assert.equal(plain(await chip.innerText()).trim(), language.say('Labelled', heading, regionOf('JP')));
  });

  pageTest(`What cannot be read is said in ${language.name}`, { query }, async (page) => {
    await ask(page, 'position:foo');
    await becomes(() => holds(page.getByRole('alert'), language.say('QueryNoNumber', "'foo'")), true);
  });

  pageTest(`What is wrong with a file is said in ${language.name}`, { query, dataset: '{', state: 'failed' }, async (page) => {
    for (const part of ['FailureTitles.Truncated', 'FileCutOff', 'BrokenHint'])
      assert.ok(await holds(page.getByRole('alert'), language.say(part)), part);
  });

  pageTest(`The loader's process speaks ${language.name}, and so does the page about the network`, {
    query: `${query}&data=feed.json`,
    expected: [/Failed to load resource/],
    intercept: (_, response, path) => {
      if (!path.endsWith('/feed.json')) return false;
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'x', items: [{ id: '1', title: 'One', date_published: 'soon' }, { id: '2' }, { id: '3', title: 7 }] }));
      return true;
    },
  }, async (page, site) => {
    await becomes(() => holds(count(page), language.number('CountRows.Article', 3)), true);
    await page.getByRole('button', { name: language.say('ShowWhy'), exact: true }).click();
    await becomes(() => nameOf(dialog(page)), language.say('Warnings'));
    const found = language.say('Found', '"soon"', language.say('ExpectTimestamp'));
    await becomes(() => holds(dialog(page), found), true, found);
    site.answer((_, response, path) => {
      if (!path.endsWith('/gone.json')) return false;
      response.writeHead(404).end();
      return true;
    });
    await page.evaluate(() => window.articleExplorer.load('gone.json').catch(() => {}));
    for (const part of ['Web.NotThere', 'Web.CheckAddress'])
      await becomes(() => holds(page.getByRole('alert'), language.say(part)), true, part);
  });
}

// ---- The choice. ----

pageTest('A reader of Korean may ask for English, and gets it without the files of other languages', { query: '?lang=en', locale: 'ko-KR' }, async (page, { paths }) => {
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  await goTo(page, 'Releases');
  assert.ok((await columnOf(page, 'Date')).includes('22 Dec 2023*'));
  assert.deepEqual(paths.filter((path) => /strings-|languages/.test(path)), []);
});

pageTest('A language that is not there leaves the choice to the browser, in its own variant', { query: '?lang=tlh', locale: 'en-US' }, async (page) => {
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  await goTo(page, 'Releases');
  assert.ok((await columnOf(page, 'Date')).includes('Dec 22, 2023*'));
});

pageTest('A tag with a region is a language too, and nonsense is none', { query: '?lang=KO-kr' }, async (page) => {
  assert.equal(await page.locator('html').getAttribute('lang'), 'ko');
  await page.goto(page.url().replace('KO-kr', '__'));
  await becomes(() => page.locator('html').getAttribute('data-explorer-state'), 'ready');
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
});

/** What the server may give in place of the strings. @type {[string, (strings: string) => {status: number, text: string}][]} */
const Broken = [
  ['is not there', () => ({ status: 404, text: '' })],
  ['is of another release', (strings) => ({ status: 200, text: strings.replace(/^\w{8}/, '00000000') })],
  ['breaks off', (strings) => ({ status: 200, text: strings.slice(0, strings.length / 3) })],
  ['is a page of a login', () => ({ status: 200, text: '<!doctype html>\n<title>Log in</title>' })],
];
for (const [what, answer] of Broken) {
  pageTest(`Where the file of strings ${what}, the page is whole in English`, {
    query: '?lang=ko',
    expected: [/Failed to load resource/],
    intercept: (_, response, path) => {
      if (!path.endsWith('/strings-ko.txt')) return false;
      const { status, text } = answer(readFileSync(join(Dist, 'strings-ko.txt'), 'utf8'));
      response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end(text);
      return true;
    },
  }, async (page) => {
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Article Explorer');
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    await goTo(page, 'Releases');
    assert.ok((await columnOf(page, 'Date')).includes('22 Dec 2023*'));
    await search(page).fill('region:"South Korea"');
    await becomes(() => search(page).inputValue(), 'region:"South Korea"');
    await goTo(page, 'Chart reach');
    assert.deepEqual([...new Set(await columnOf(page, 'Region'))], ['South Korea*']);
  });
}

pageTest('The page says what it says of networks in English as well', { query: '?data=gone.json', state: 'failed', expected: [/Failed to load resource/] }, async (page) => {
  for (const part of [English.say('Web.NotThere'), English.say('Web.CheckAddress'), 'the server answered 404'])
    assert.ok(await holds(page.getByRole('alert'), part), part);
});
