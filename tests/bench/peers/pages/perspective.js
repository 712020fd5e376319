// @ts-check
// Perspective as its documentation shows it: table and viewer with the Datagrid plugin, the engine in its own
// worker; a question is viewer.restore(), which resolves after the draw. Lists are kept as text ('stringify':
// the default would make one row of each tag). The viewer's panel is closed.
import perspective from '/npm/@perspective-dev/client/dist/cdn/perspective.js';
import { groupAnswer, keyText, publish } from './common.js';

const viewer = /** @type {any} */ (document.querySelector('#grid'));
await customElements.whenDefined('perspective-viewer');
await customElements.whenDefined('perspective-viewer-datagrid');
const client = await perspective.worker();

const Columns = ['title', 'date', 'author', 'tags', 'release', 'chart', 'region', 'position'];
const all = { plugin: 'Datagrid', columns: Columns, filter: [], sort: [], group_by: [], aggregates: {} };

/** @param {string} column */
const answer = (column) => async () => {
  const view = await viewer.getView();
  const count = await view.num_rows();
  const columns = await view.to_columns({ start_row: 0, end_row: 50 });
  return { count, first: columns[column].map((/** @type {any} */ value) => keyText(column === 'date' && typeof value === 'number' ? new Date(value) : value)) };
};

/** @param {Record<string, any>} config @param {string} column */
async function show(config, column) {
  await viewer.restore({ ...all, ...config });
  return answer(column);
}

/** @param {string} word */
const contains = (word) => [['title', 'contains', word]];
const newestFirst = [['date', 'desc']];

await publish({
  load: async (bytes) => {
    await client.table(new TextDecoder().decode(bytes), { name: 'articles', format: 'json', list_flatten: 'stringify' });
    await viewer.load(client);
    return show({ table: 'articles' }, 'title');
  },
  reset: () => show({}, 'title'),
  sortByTitle: () => show({ sort: [['title', 'asc']] }, 'title'),
  sortByDate: () => show({ sort: newestFirst }, 'date'),
  search: (word) => show({ filter: contains(word) }, 'title'),
  filterCategory: (column, value) => show({ filter: [[column, '==', value]] }, 'release'),
  filterAndSort: (word) => show({ filter: contains(word), sort: newestFirst }, 'date'),
  countByRegion: async () => {
    await viewer.restore({ ...all, group_by: ['region'], columns: ['id'], aggregates: { id: 'count' } });
    return async () => {
      const found = await (await viewer.getView()).to_columns();
      return groupAnswer(found.__ROW_PATH__.map((/** @type {any[]} */ path, /** @type {number} */ row) => [path[0], found.id[row]]).slice(1));
    };
  },
  scroller: () => viewer.querySelector('perspective-viewer-datagrid')?.shadowRoot?.querySelector('regular-table')
    ?? viewer.querySelector('regular-table'),
});
