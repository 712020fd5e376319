// @ts-check
// Tabulator as its documentation advises for many rows: a fixed height, so that its virtual DOM draws only what
// can be seen, declared columns, a sorter and a filter given as functions (its own string sorter asks the
// locale and takes some ten times as long).
import { groupAnswer, keyText, parseRows, placeOf, publish } from './common.js';

/** @typedef {import('./common.js').Row} Row */

const { Tabulator } = /** @type {any} */ (window);

/** @param {string} [left] @param {string} [right] */
const sorter = (left = '', right = '') => (left < right ? -1 : left > right ? 1 : 0);
const table = new Tabulator('#grid', {
  height: '900px',
  columns: [
    { title: 'Title', field: 'title', width: 480, sorter },
    { title: 'Date', field: 'date', width: 180, sorter },
    { title: 'Author', field: 'author', width: 160, sorter },
    { title: 'Tags', field: 'tags', width: 160, formatter: (/** @type {any} */ cell) => (cell.getValue() ?? []).join(', ') },
    { title: 'Release', field: 'release', width: 160, sorter },
    { title: 'Chart', field: 'chart', width: 160, sorter },
    { title: 'Region', field: 'region', width: 80, sorter },
    { title: 'Position', field: 'position', width: 80, formatter: (/** @type {any} */ cell) => String(placeOf(cell.getValue()) ?? '') },
  ],
  groupStartOpen: false,
});
await new Promise((done) => table.on('tableBuilt', () => done(undefined)));

/** @param {string} column */
const answer = (column) => () => {
  // The rows themselves, without a component object for each of a million.
  const rows = table.rowManager.getDisplayRows();
  return { count: rows.length, first: rows.slice(0, 50).map((/** @type {any} */ row) => keyText(row.data[column])) };
};

/** Its changes are worked off and drawn within the call. @param {() => unknown} change @param {string} column */
async function shown(change, column) {
  const drawn = new Promise((done) => {
    const listen = () => {
      table.off('renderComplete', listen);
      done(undefined);
    };
    table.on('renderComplete', listen);
  });
  await Promise.all([change(), drawn]);
  return answer(column);
}

/** @param {string} word */
function filterTitle(word) {
  const pattern = new RegExp(word, 'i');
  table.setFilter((/** @type {Row} */ row) => pattern.test(row.title));
}

/** @type {Row[]} */
let loaded = [];
let grouped = false;

await publish({
  load: async (bytes) => {
    loaded = parseRows(bytes);
    return shown(() => table.setData(loaded), 'title');
  },
  reset: async () => {
    if (grouped) table.setGroupBy(false);
    grouped = false;
    if (table.getFilters().length > 0) table.clearFilter();
    if (table.getSorters().length > 0) {
      table.clearSort();
      // Its rows keep the order of the last sort.
      await table.setData(loaded);
    }
  },
  sortByTitle: () => shown(() => table.setSort('title', 'asc'), 'title'),
  sortByDate: () => shown(() => table.setSort('date', 'desc'), 'date'),
  search: (word) => shown(() => filterTitle(word), 'title'),
  filterCategory: (column, value) => shown(() => table.setFilter(column, '=', value), 'release'),
  filterAndSort: async (word) => {
    await shown(() => filterTitle(word), 'date');
    return shown(() => table.setSort('date', 'desc'), 'date');
  },
  countByRegion: async () => {
    grouped = true;
    await shown(() => table.setGroupBy('region'), 'region');
    return () => groupAnswer(table.getGroups().map((/** @type {any} */ group) => [group.getKey(), group.getRows().length]));
  },
  scroller: () => document.querySelector('.tabulator-tableholder'),
});
