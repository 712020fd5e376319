// @ts-check
// Plain arrays: JSON.parse, Array methods and a table of the first 50 rows, as one writes it without a library.
// Of the ways to search (includes on lower case, a folded copy, a regular expression) the last is fastest in
// Chromium without a second copy of the titles; text is compared by code units, which needs no collator.
import { FacetColumns, facetValue, groupAnswer, keyText, parseRows, publish, showGroups, showRows, tickAnswer } from './common.js';

/** @typedef {import('./common.js').Row} Row */

/** @type {Row[]} */
let rows = [];

/** @param {string} [left] @param {string} [right] */
const compare = (left = '', right = '') => (left < right ? -1 : left > right ? 1 : 0);
/** @param {Row} left @param {Row} right */
const byTitle = (left, right) => compare(left.title, right.title);
/** @param {Row} left @param {Row} right */
const newestFirst = (left, right) => compare(right.date, left.date);

/** @param {Row[]} found @param {string} column */
function show(found, column) {
  showRows(found);
  return () => ({ count: found.length, first: found.slice(0, 50).map((row) => keyText(row[column])) });
}

/** @param {string} word */
function searched(word) {
  const pattern = new RegExp(word, 'i');
  return rows.filter((row) => pattern.test(row.title));
}

/** @param {Row[]} counted @param {string} column @returns {[any, number][]} */
function counts(counted, column) {
  const groups = new Map();
  for (const row of counted) {
    const value = facetValue(row, column);
    if (value !== undefined) groups.set(value, (groups.get(value) ?? 0) + 1);
  }
  return [...groups].sort((left, right) => right[1] - left[1]);
}

await publish({
  load: async (bytes) => {
    rows = parseRows(bytes);
    return show(rows, 'title');
  },
  reset: async () => show(rows, 'title'),
  sortByTitle: async () => show(rows.toSorted(byTitle), 'title'),
  sortByDate: async () => show(rows.toSorted(newestFirst), 'date'),
  search: async (word) => show(searched(word), 'title'),
  filterCategory: async (column, value) => show(rows.filter((row) => row[column] === value), 'release'),
  filterAndSort: async (word) => show(searched(word).sort(newestFirst), 'date'),
  countByRegion: async () => {
    const groups = counts(rows, 'region');
    showGroups(groups);
    return () => groupAnswer(groups);
  },
  tick: async (region) => {
    const found = rows.filter((row) => row.region === region);
    showRows(found);
    // A column's own filter does not count in its facet: the reader wants to see what else could be ticked.
    const facets = Object.fromEntries(FacetColumns.map((column) => [column, counts(column === 'region' ? rows : found, column)]));
    showGroups(FacetColumns.flatMap((column) => facets[column].slice(0, 8)), 'facets');
    return () => tickAnswer(found.length, facets);
  },
});
