// @ts-check
// This explorer, driven through window.articleExplorer on its own page (the benchmark adds this script to it).
// Its dataset is the feed of the same facts: articles are one table, their places in charts another, so the
// questions about regions are asked in the view of chart entries. An answer counts when its frame is shown.
import { ShownRows, FacetColumns, facetLine, groupAnswer, keyText, nextFrame, publish } from './common.js';

const page = /** @type {any} */ (window);
while (!page.articleExplorer) await new Promise((done) => setTimeout(done, 5));
const explorer = page.articleExplorer;
// With ?data= the page loads by itself; the rows are there long before all of them are.
if (!new URLSearchParams(location.search).has('data')) await explorer.ready;

const ArticlesView = 'articles';
const ChartsView = 'charts';
/** What the flat rows call release and month is the title and the date of a chart entry. */
const EntryColumns = /** @type {Record<string, string>} */ ({ release: 'title', month: 'date' });

const EntryOperations = ['filterCategory', 'countByRegion', 'tick'];

/** @param {string} text */
const quoted = (text) => `"${text.replaceAll('"', '\\"')}"`;

/** @param {string} column */
const answer = (column) => async () => {
  const shown = await explorer.rows(0, 50);
  const count = await explorer.count();
  return { count, first: shown.map((/** @type {any} */ row) => keyText(row[column])) };
};

/** @param {string} text @param {string} column */
async function asked(text, column) {
  await explorer.query(text);
  return answer(column);
}

/** Of numbers and dates the bars of their histogram. @param {string} column */
const facets = (column) => explorer.facets(EntryColumns[column] ?? column);

/** The page reads ?data= itself: its rows are there as soon as 50 are counted. */
async function awaitRows() {
  while (await explorer.count() < 50) await nextFrame();
}

/** How many rows a facet counts; beyond the values that are listed, those of the answer that state one. @param {any} facet @param {number} count */
function sumOf({ values, bars, distinct, missing }, count) {
  const listed = values ?? bars;
  if (values && values.length < distinct) return count - missing;
  return listed.reduce((/** @type {number} */ sum, /** @type {any} */ each) => sum + each.count, 0);
}

await publish({
  loadsItself: async () => {
    await explorer.view(ArticlesView);
    await awaitRows();
  },
  load: async (bytes) => {
    const start = performance.now();
    let firstMs = 0;
    await explorer.view(ArticlesView);
    await explorer.load(bytes, {
      onRows: (/** @type {number} */ count) => {
        if (firstMs === 0 && count >= ShownRows) firstMs = performance.now() - start;
      },
    });
    return Object.assign(await answer('title'), { firstMs });
  },
  showsItself: true,
  reset: async () => {
    await explorer.view(ArticlesView);
    await explorer.query('');
    await explorer.sort('');
  },
  sortByTitle: async () => {
    await explorer.sort('title');
    return answer('title');
  },
  sortByDate: async () => {
    await explorer.sort('date-desc');
    return answer('date');
  },
  search: (word) => asked(`title:${word}`, 'title'),
  filterCategory: (column, value) => asked(`${column}=${quoted(value)}`, EntryColumns.release),
  filterAndSort: (word) => asked(`title:${word} sort:date-desc`, 'date'),
  prepare: async (operation) => {
    if (EntryOperations.includes(operation)) await explorer.view(ChartsView);
  },
  countByRegion: async () => {
    const { values } = await facets('region');
    return () => groupAnswer(values.map((/** @type {any} */ each) => [each.value, each.count]));
  },
  tick: async (region) => {
    await explorer.query(`region=${quoted(region)}`);
    const found = await Promise.all(FacetColumns.map(facets));
    return async () => {
      const count = await explorer.count();
      return { count, first: FacetColumns.map((column, i) => facetLine(column, found[i].distinct, sumOf(found[i], count))) };
    };
  },
  // The list that scrolls through all rows is the tallest of the page's scrollers.
  scroller: () => [...document.querySelectorAll('#app *')]
    .reduce((/** @type {Element | null} */ tallest, each) => (each.scrollHeight - each.clientHeight > (tallest ? tallest.scrollHeight - tallest.clientHeight : 0) ? each : tallest), null),
});
