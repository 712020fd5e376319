// @ts-check
// Arquero as its documentation advises: aq.from(objects), verbs on the column table, plain JavaScript functions
// through escape(). Only the columns' first 50 rows are turned into objects for the table on the page.
import { FacetColumns, facetValue, groupAnswer, keyText, parseRows, publish, showGroups, showRows, tickAnswer } from './common.js';

/** @typedef {import('./common.js').Row} Row */

const { aq } = /** @type {any} */ (window);
/** @type {any} */
let table;
const Columns = ['id', 'url', 'title', 'date', 'author', 'tags', 'release', 'chart', 'provider', 'region', 'position', 'charted'];

/** @param {any} found @param {string} column */
function show(found, column) {
  /** @type {Row[]} */
  const first = found.objects({ limit: 50 });
  showRows(first);
  return () => ({ count: found.numRows(), first: first.map((row) => keyText(row[column])) });
}

/** @param {string} word */
function searched(word) {
  const pattern = new RegExp(word, 'i');
  return table.filter(aq.escape((/** @type {Row} */ row) => pattern.test(row.title)));
}

/** @param {any} counted @param {string} column @returns {[any, number][]} */
function counts(counted, column) {
  const keyed = column === 'position' || column === 'month'
    ? counted.groupby({ [column]: aq.escape((/** @type {Row} */ row) => facetValue(row, column)) })
    : counted.groupby(column);
  return keyed.count().orderby(aq.desc('count')).objects().map((/** @type {Row} */ row) => [row[column], row.count]);
}

await publish({
  load: async (bytes) => {
    // The names are given: aq.from takes them from the first object otherwise, and a value may be missing there.
    table = aq.from(parseRows(bytes), Columns);
    return show(table, 'title');
  },
  reset: async () => show(table, 'title'),
  sortByTitle: async () => show(table.orderby('title'), 'title'),
  sortByDate: async () => show(table.orderby(aq.desc('date')), 'date'),
  search: async (word) => show(searched(word), 'title'),
  filterCategory: async (column, value) =>
    show(table.filter(aq.escape((/** @type {Row} */ row) => row[column] === value)), 'release'),
  filterAndSort: async (word) => show(searched(word).orderby(aq.desc('date')), 'date'),
  countByRegion: async () => {
    const groups = counts(table, 'region').filter(([value]) => value !== undefined);
    showGroups(groups);
    return () => groupAnswer(groups);
  },
  tick: async (region) => {
    const found = table.filter(aq.escape((/** @type {Row} */ row) => row.region === region));
    const first = show(found, 'title');
    const facets = Object.fromEntries(FacetColumns.map((column) => [column, counts(column === 'region' ? table : found, column)]));
    showGroups(FacetColumns.flatMap((column) => facets[column].slice(0, 8)), 'facets');
    return () => tickAnswer(first().count, facets);
  },
});
