// @ts-check
// crossfilter2 as its API reference shows it: one dimension a question, made while loading, because a dimension
// sorts all records once and every later sort and range is read off that order. So its load includes three
// sorted dimensions (title, date, region); the title's also takes the search, as a filter function. Those of the
// facets slow every filter down, so they are made before a tick (outside the clock) and removed after it.
import { FacetColumns, facetValue, groupAnswer, keyText, parseRows, publish, showGroups, showRows, tickAnswer } from './common.js';

/** @typedef {import('./common.js').Row} Row */

const { crossfilter } = /** @type {any} */ (window);
/** @type {any} */
let records;
/** @type {Record<string, any>} */
let by = {};
/** @type {Record<string, any>} */
let groups = {};
/** @type {Record<string, any>} */
let facets = {};

/** @param {Row[]} rows */
function index(rows) {
  records = crossfilter(rows);
  for (const column of ['title', 'date', 'region']) {
    by[column] = records.dimension((/** @type {Row} */ row) => row[column] ?? '');
  }
}

/** A dimension of its own for every facet: only then does a ticked region narrow it. */
function addFacets() {
  for (const column of FacetColumns) {
    const missing = column === 'position' ? 0 : '';
    facets[column] = column === 'region' ? by.region : records.dimension((/** @type {Row} */ row) => facetValue(row, column) ?? missing);
    groups[column] = facets[column].group();
  }
}

function removeFacets() {
  for (const [column, dimension] of Object.entries(facets)) {
    groups[column].dispose();
    if (column !== 'region') dimension.dispose();
  }
  facets = {};
  groups = {};
}

/** @param {Row[]} first @param {string} column */
function show(first, column) {
  showRows(first);
  return () => ({ count: records.groupAll().value(), first: first.map((row) => keyText(row[column])) });
}

/** @param {string} word */
function search(word) {
  const pattern = new RegExp(word, 'i');
  by.title.filterFunction((/** @type {string} */ title) => pattern.test(title));
}

/** @param {string} column @returns {[any, number][]} */
const counts = (column) => groups[column].top(Infinity)
  .map((/** @type {any} */ group) => [group.key === 0 ? '' : group.key, group.value]);

await publish({
  load: async (bytes) => {
    const rows = parseRows(bytes);
    index(rows);
    return show(rows.slice(0, 50), 'title');
  },
  prepare: async (operation) => {
    if (operation === 'tick') addFacets();
  },
  reset: async () => {
    removeFacets();
    for (const dimension of Object.values(by)) dimension.filterAll();
    showRows(records.all().slice(0, 50));
  },
  sortByTitle: async () => show(by.title.bottom(50), 'title'),
  sortByDate: async () => show(by.date.top(50), 'date'),
  search: async (word) => {
    search(word);
    return show(records.allFiltered().slice(0, 50), 'title');
  },
  filterCategory: async (column, value) => {
    by[column].filterExact(value);
    return show(records.allFiltered().slice(0, 50), 'release');
  },
  filterAndSort: async (word) => {
    search(word);
    return show(by.date.top(50), 'date');
  },
  countByRegion: async () => {
    const group = by.region.group();
    const found = group.top(Infinity).map((/** @type {any} */ each) => [each.key, each.value]).filter((/** @type {[any, number]} */ [value]) => value !== '');
    group.dispose();
    showGroups(found);
    return () => groupAnswer(found);
  },
  tick: async (region) => {
    by.region.filterExact(region);
    const first = by.date.top(50);
    showRows(first);
    const counted = Object.fromEntries(FacetColumns.map((column) => [column, counts(column)]));
    showGroups(FacetColumns.flatMap((column) => counted[column].slice(0, 8)), 'facets');
    return () => tickAnswer(records.groupAll().value(), counted);
  },
});
