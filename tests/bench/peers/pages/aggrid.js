// @ts-check
// AG Grid Community as its performance pages advise: client-side row model, row virtualisation, immediate
// drawing without animation frames, plain text columns with declared types (no inference over a million rows),
// field definitions in place of value getters. Row grouping is an Enterprise feature, so there is no count.
import { keyText, parseRows, placeOf, publish } from './common.js';

/** @typedef {import('./common.js').Row} Row */

const { createGrid } = /** @type {any} */ (window).agGrid;
const host = /** @type {HTMLElement} */ (document.querySelector('#grid'));

const text = { cellDataType: 'text', filter: 'agTextColumnFilter' };
const grid = createGrid(host, {
  columnDefs: [
    { field: 'title', width: 480, ...text },
    { field: 'date', ...text },
    { field: 'author', ...text },
    { field: 'tags', cellDataType: false, valueFormatter: (/** @type {any} */ each) => each.value?.join(', ') ?? '' },
    { field: 'release', ...text },
    { field: 'chart', ...text },
    { field: 'region', ...text },
    { field: 'position', cellDataType: false, valueFormatter: (/** @type {any} */ each) => String(placeOf(each.value) ?? '') },
  ],
  rowHeight: 24,
  animateRows: false,
  suppressColumnMoveAnimation: true,
  suppressAnimationFrame: true,
  suppressCellFocus: true,
  rowData: [],
});

/** The rows of the last answer, in their order. @param {string} column */
function answer(column) {
  return () => {
    const count = grid.getDisplayedRowCount();
    const first = Array.from({ length: Math.min(count, 50) }, (_, row) => keyText(grid.getDisplayedRowAtIndex(row).data[column]));
    return { count, first };
  };
}

/** Every change of the model is worked off and drawn within the call. @param {() => void} change @param {string} column */
async function shown(change, column) {
  const drawn = new Promise((done) => {
    const listen = () => {
      grid.removeEventListener('modelUpdated', listen);
      done(undefined);
    };
    grid.addEventListener('modelUpdated', listen);
  });
  change();
  await drawn;
  return answer(column);
}

/** @param {string} column @param {'asc' | 'desc'} direction */
const sort = (column, direction) => grid.applyColumnState({ state: [{ colId: column, sort: direction }], defaultState: { sort: null } });
/** @param {string} column @param {'contains' | 'equals'} type @param {string} value */
const filter = (column, type, value) => grid.setFilterModel({ [column]: { filterType: 'text', type, filter: value } });

/** With one change after the other the grid would sort all rows first; a filter goes first, so fewer are sorted. @param {string} word */
async function filterAndSort(word) {
  await shown(() => filter('title', 'contains', word), 'date');
  return shown(() => sort('date', 'desc'), 'date');
}

await publish({
  load: async (bytes) => {
    const rows = parseRows(bytes);
    return shown(() => grid.setGridOption('rowData', rows), 'title');
  },
  reset: async () => {
    if (grid.getColumnState().some((/** @type {any} */ column) => column.sort)) await shown(() => grid.applyColumnState({ defaultState: { sort: null } }), 'title');
    if (grid.isAnyFilterPresent()) await shown(() => grid.setFilterModel(null), 'title');
  },
  sortByTitle: () => shown(() => sort('title', 'asc'), 'title'),
  sortByDate: () => shown(() => sort('date', 'desc'), 'date'),
  search: (word) => shown(() => filter('title', 'contains', word), 'title'),
  filterCategory: (column, value) => shown(() => filter(column, 'equals', value), 'release'),
  filterAndSort,
  scroller: () => document.querySelector('.ag-body-vertical-scroll-viewport, .ag-body-viewport'),
});
