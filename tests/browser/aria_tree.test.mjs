// What each face of the page is to somebody who does not see it: its accessibility tree as Playwright reads it,
// kept in aria/*.yml so that a change can be read before it is taken. Both renderers have the same tree.
// UPDATE_GOLDEN=1 node --test tests/browser/aria_tree.test.mjs writes the files anew.
import assert from 'node:assert/strict';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { becomes, detail, dialog, expectSoon, filterButton, goTo, grid, rows, search, suite } from './harness.mjs';
import { textDiff } from './text_diff.mjs';

const { pageTest } = suite();
const Folder = new URL('aria/', import.meta.url);
const Update = process.env.UPDATE_GOLDEN === '1';
const Renderers = ['', '?render=html'];
/** Looks at the page until it has been the same so often: a golden file must not show something half done. */
const Steady = 5;

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{name: string, open: (page: Page) => Promise<void>, close?: (page: Page) => Promise<void>}} Face */

/** The map, and what it counts, come after the page is ready. @param {Page} page */
const mapIsThere = (page) => becomes(async () => /named/.test(
  await page.getByRole('application', { name: /^World map/ }).getAttribute('aria-label') ?? ''), true);

/** So do the summaries below the headers, which are named before they are counted. @param {Page} page */
const summariesAreThere = (page) => becomes(() => grid(page).getByRole('columnheader').getByRole('img').evaluateAll(
  (all) => all.filter((each) => !each.getAttribute('aria-label')?.includes(':')).length), 0);

/** @param {string} name @param {(page: Page) => Promise<void>} [settled] */
const view = (name, settled = async () => {}) => async (/** @type {Page} */ page) => {
  await goTo(page, name);
  await settled(page);
};
const openTable = view('Chart reach', summariesAreThere);
/** @param {Page} page */
const escape = async (page) => {
  await page.keyboard.press('Escape');
  await becomes(async () => await dialog(page).count() + await page.getByRole('complementary').count()
    + await page.getByRole('table').count(), 0);
};
/** @param {Page} page */
const read = async (page) => {
  await page.getByRole('button', { name: 'Read as plain tables' }).click();
  await expectSoon(async () => assert.ok(await page.getByRole('table').count() > 0));
};

/** One after the other in one page. @type {Face[]} */
const Wide = [
  { name: 'overview', open: view('Overview', mapIsThere) },
  {
    name: 'reading-overview',
    open: async (page) => {
      await goTo(page, 'Overview');
      await read(page);
    },
    close: escape,
  },
  { name: 'articles', open: view('Articles', summariesAreThere) },
  { name: 'releases', open: view('Releases', summariesAreThere) },
  { name: 'chart-reach', open: openTable },
  {
    name: 'reading',
    open: async (page) => {
      await openTable(page);
      await read(page);
    },
    close: escape,
  },
  {
    name: 'detail',
    open: async (page) => {
      await openTable(page);
      await rows(page).nth(2).getByRole('rowheader').click();
      await becomes(() => detail(page).count(), 1);
    },
    close: escape,
  },
  {
    name: 'filter-of-values',
    open: async (page) => {
      await openTable(page);
      await filterButton(page, 'Region').click();
      await becomes(() => dialog(page).getByRole('checkbox').count(), 8);
    },
    close: escape,
  },
  {
    name: 'filter-of-dates',
    open: async (page) => {
      await openTable(page);
      await filterButton(page, 'Date').click();
      await becomes(() => dialog(page).getByRole('textbox').count(), 2);
    },
    close: escape,
  },
  {
    name: 'columns',
    open: async (page) => {
      await openTable(page);
      await page.getByRole('button', { name: 'Columns', exact: true }).click();
      await becomes(() => dialog(page).count(), 1);
    },
    close: escape,
  },
  { name: 'videos', open: view('Videos', summariesAreThere) },
  {
    name: 'video-cards',
    open: async (page) => {
      await goTo(page, 'Videos');
      await page.getByRole('button', { name: 'Show as cards' }).click();
      await becomes(() => page.getByRole('button', { name: 'Show as a table' }).count(), 1);
    },
    close: async (page) => page.getByRole('button', { name: 'Show as a table' }).click(),
  },
  {
    name: 'filtered',
    open: async (page) => {
      await openTable(page);
      await search(page).fill('position:1 -region:KR sort:date-desc,chart');
      await becomes(() => rows(page).count(), 6);
    },
  },
  {
    name: 'query-error',
    open: async (page) => {
      await search(page).fill('date:2023-13');
      await becomes(() => page.getByRole('alert').count(), 1);
    },
  },
  {
    name: 'empty',
    open: async (page) => {
      await search(page).fill('zebra closer');
      await becomes(() => page.getByRole('region', { name: 'Nothing matches' }).count(), 1);
    },
  },
];

/** @type {Face[]} */
const Narrow = [
  { name: 'phone-overview', open: view('Overview', mapIsThere) },
  { name: 'phone-chart-reach', open: view('Chart reach') },
  {
    name: 'phone-reading',
    open: async (page) => {
      await goTo(page, 'Chart reach');
      await read(page);
    },
    close: escape,
  },
];

/** @type {Face[]} */
const Broken = [{ name: 'failure', open: async (page) => becomes(() => page.getByRole('alert').count(), 1) }];

/** What is only heard, after a pause, stands outside of all landmarks and has a test of its own. */
const Heard = /^- status\b.*\n?/gm;

/** The tree, once it stays as it is. @param {Page} page */
async function steadyTree(page) {
  let before = '', times = 0;
  await expectSoon(async () => {
    const now = `${await page.locator('body').ariaSnapshot()}\n`.replace(Heard, '');
    times = now === before ? times + 1 : 0;
    before = now;
    assert.ok(times >= Steady, 'the page does not come to rest');
  });
  return before;
}

/** @param {string} name @returns {Promise<string>} */
const golden = (name) => readFile(new URL(`${name}.yml`, Folder), 'utf8').catch(() => '');

/** What is not as the file has it, in words; empty if all is. @param {Page} page @param {string} name @param {boolean} write */
async function difference(page, name, write) {
  const tree = await steadyTree(page);
  if (write) await writeFile(new URL(`${name}.yml`, Folder), tree);
  const wanted = await golden(name);
  if (wanted === '') return `aria/${name}.yml is missing: UPDATE_GOLDEN=1 node --test tests/browser/aria_tree.test.mjs`;
  return tree === wanted ? '' : `aria/${name}.yml is not what the page says (- file, + page):\n${textDiff(wanted, tree)}`;
}

/** @param {string} title @param {Face[]} faces @param {import('./harness.mjs').PageOptions} options */
function facesTest(title, faces, options) {
  for (const query of Renderers) {
    pageTest(`The accessibility tree of ${title} ${query}`, { ...options, query }, async (page) => {
      const found = [];
      for (const { name, open, close } of faces) {
        await open(page);
        found.push(await difference(page, name, Update && query === ''));
        await close?.(page);
      }
      const wrong = found.filter(Boolean);
      assert.equal(wrong.length, 0, `\n${wrong.join('\n\n')}`);
    });
  }
}

facesTest('every face', Wide, {});
facesTest('a phone', Narrow, { viewport: { width: 390, height: 844 } });
facesTest('a failure', Broken, { state: 'failed', dataset: '{' });

test('Every file in aria/ is one of these trees', async () => {
  const names = [...Wide, ...Narrow, ...Broken].map(({ name }) => `${name}.yml`);
  assert.deepEqual((await readdir(Folder)).filter((name) => !names.includes(name)), []);
});
