// @ts-check
// What is compared: the products, each with its adapter page, and the questions they are asked.

/**
 * @typedef {object} Product
 * @property {string} name of its page below pages/, and for --only
 * @property {string} title heading of its column
 * @property {'rows' | 'feed'} format of the dataset it loads
 * @property {string[]} packages from npm
 * @property {boolean} [baseline] no product: its load is given beside the table
 */

/** @type {Product[]} */
export const Products = [
  { name: 'explorer', title: 'Article Explorer', format: 'feed', packages: [] },
  {
    name: 'perspective', title: 'Perspective', format: 'rows',
    packages: ['@perspective-dev/client', '@perspective-dev/server', '@perspective-dev/viewer', '@perspective-dev/viewer-datagrid'],
  },
  { name: 'duckdb', title: 'DuckDB-wasm', format: 'rows', packages: ['@duckdb/duckdb-wasm', 'apache-arrow'] },
  { name: 'aggrid', title: 'AG Grid', format: 'rows', packages: ['ag-grid-community'] },
  { name: 'tabulator', title: 'Tabulator', format: 'rows', packages: ['tabulator-tables'] },
  { name: 'arquero', title: 'Arquero', format: 'rows', packages: ['arquero'] },
  { name: 'crossfilter', title: 'crossfilter', format: 'rows', packages: ['crossfilter2'] },
  { name: 'arrays', title: 'plain arrays', format: 'rows', packages: [] },
  { name: 'parse', title: 'JSON.parse', format: 'rows', packages: [], baseline: true },
  { name: 'parse-feed', title: 'JSON.parse of the feed', format: 'feed', packages: [], baseline: true },
];

/** The page of a product: the two baselines share one. @param {Product} product */
export const pageOf = (product) => (product.name === 'explorer' ? '' : `${product.name.replace(/-.*/, '')}.html`);

/**
 * A value for each round. No two questions share one: this explorer remembers rows of terms.
 * @typedef {{common: string[], commonSorted: string[], rare: string[], regions: string[], ticked: string[]}} Questions
 */

/**
 * @typedef {object} Question
 * @property {string} id
 * @property {string} label of its row
 * @property {string} operation of an adapter
 * @property {(questions: Questions, round: number) => any[]} values
 * @property {boolean} [first] only in a page that has just loaded, before any other question
 */

/** @template T @param {T[]} list @param {number} round */
const turn = (list, round) => list[round % list.length];
const none = () => [];

/** @type {Question[]} */
export const AskedQuestions = [
  { id: 'title-first', label: 'sort by title, first time', operation: 'sortByTitle', values: none, first: true },
  { id: 'date-first', label: 'sort by date, first time', operation: 'sortByDate', values: none, first: true },
  { id: 'title', label: 'sort by title, again', operation: 'sortByTitle', values: none },
  { id: 'date', label: 'sort by date, again', operation: 'sortByDate', values: none },
  { id: 'common', label: 'substring in titles, about 20 % hit', operation: 'search', values: (q, round) => [turn(q.common, round)] },
  { id: 'rare', label: 'substring in titles, about 0.01 % hit', operation: 'search', values: (q, round) => [turn(q.rare, round)] },
  { id: 'category', label: 'category equals (region)', operation: 'filterCategory', values: (q, round) => ['region', turn(q.regions, round)] },
  { id: 'both', label: 'substring + sort by date', operation: 'filterAndSort', values: (q, round) => [turn(q.commonSorted, round)] },
  { id: 'groups', label: 'count by region', operation: 'countByRegion', values: none },
  { id: 'tick', label: 'tick a region, all facets refreshed', operation: 'tick', values: (q, round) => [turn(q.ticked, round)] },
];
