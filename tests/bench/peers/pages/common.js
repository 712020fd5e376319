// @ts-check
// What every adapter page shares: the clock around an operation, the shape of an answer, a plain table for
// products that draw none, and the probe of the longest task. An operation ends after the frame that shows its
// first 50 rows; what the comparison of answers needs is read afterwards, outside the clock.

/** @typedef {Record<string, any>} Row a flat row of the dataset */
/** @typedef {{count: number, first: string[]}} Answer `first`: what the operation sorts or groups by, of the first rows */
/** @typedef {(() => Answer | Promise<Answer>) & {firstMs?: number}} ReadAnswer `firstMs`: when the first rows were there */
/**
 * An operation does its work, shows the rows, and returns a way to read what it answered.
 * @typedef {(...values: any[]) => Promise<ReadAnswer>} Operation
 */
/**
 * @typedef {object} Adapter absent operations: the product cannot do them
 * @property {(bytes: ArrayBuffer) => Promise<ReadAnswer>} load
 * @property {() => Promise<void>} [loadsItself] the product reads ?data= on its own: resolves when 50 rows are there
 * @property {boolean} [showsItself] its operations end after the frame that shows their answer
 * @property {(operation: string) => Promise<void>} [prepare] what an operation needs, outside the clock
 * @property {() => Promise<unknown>} reset back to all rows in their own order
 * @property {Operation} [sortByTitle]
 * @property {Operation} [sortByDate] newest first
 * @property {Operation} [search] one word, anywhere in a title, any case
 * @property {Operation} [filterCategory] column, value
 * @property {Operation} [filterAndSort] one word, newest first
 * @property {Operation} [countByRegion]
 * @property {Operation} [tick] one region: its rows, and every facet for it
 * @property {() => Element | null | undefined} [scroller] what scrolls the whole answer, if anything does
 */

export const ShownRows = 50;
/** Facets that a ticked region refreshes: how often each value occurs; `month` is that of `charted`. */
export const FacetColumns = ['release', 'chart', 'provider', 'region', 'position', 'month'];

/** @param {ArrayBuffer} bytes @returns {Row[]} */
export const parseRows = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

/** Imprecise places count by their figure. @param {any} position @returns {number | undefined} */
export const placeOf = (position) => (typeof position === 'object' && position !== null ? position.value : position);

/** @param {Row} row @param {string} column the value that a facet of this column counts */
export function facetValue(row, column) {
  if (column === 'position') return placeOf(row.position);
  return column === 'month' ? row.charted?.slice(0, 7) : row[column];
}

/** Text as the first rows are compared. @param {any} value */
export const keyText = (value) => (value instanceof Date ? value.toISOString().slice(0, 19) : String(value ?? '').slice(0, 200));

const Shown = ['title', 'date', 'author', 'tags', 'release', 'chart', 'region', 'position'];
const escapes = /** @type {Record<string, string>} */ ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' });
/** @param {any} value */
const cell = (value) => `<td>${String(value ?? '').replace(/[&<>]/g, (sign) => escapes[sign])}</td>`;

/** Fills the page's table with the first rows. @param {Row[]} rows */
export function showRows(rows) {
  const html = rows.slice(0, ShownRows).map((row) => `<tr>${Shown.map((name) => cell(name === 'position' ? placeOf(row.position) : row[name])).join('')}</tr>`);
  /** @type {HTMLElement} */ (document.querySelector('#rows')).innerHTML = html.join('');
}

/** Shows groups as rows of two cells. @param {[any, number][]} groups @param {string} [id] */
export function showGroups(groups, id = 'rows') {
  const html = groups.slice(0, ShownRows).map(([value, count]) => `<tr>${cell(value)}${cell(count)}</tr>`);
  /** @type {HTMLElement} */ (document.querySelector(`#${id}`)).innerHTML = html.join('');
}

/** The answer of a group count, in one order for all. @param {[any, number][]} groups @returns {Answer} */
export function groupAnswer(groups) {
  const stated = groups.filter(([value]) => value !== null && value !== undefined && value !== '');
  return {
    count: stated.length,
    first: stated.map(([value, count]) => `${value} ${count}`).sort().slice(0, ShownRows),
  };
}

/** Facets of numbers and dates, which a product may count by value or by bars of a histogram. */
const Measured = ['position', 'month'];

/** How a facet is compared. @param {string} column @param {number} distinct @param {number} sum */
export const facetLine = (column, distinct, sum) => `${column} ${Measured.includes(column) ? '' : distinct} ${sum}`;

/** The answer of a tick: rows, and of each facet how many values it has, unless measured, and how often they occur. @param {number} count @param {Record<string, [any, number][]>} facets */
export function tickAnswer(count, facets) {
  return {
    count,
    first: FacetColumns.map((column) => {
      const stated = facets[column].filter(([value, times]) => value !== null && value !== undefined && value !== '' && times > 0);
      return facetLine(column, stated.length, stated.reduce((sum, [, times]) => sum + times, 0));
    }),
  };
}

/** After the next frame: what is in the page now has been drawn by then. */
export const nextFrame = () => new Promise((done) => {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(undefined);
    port2.postMessage(0);
  });
});

// ---- The longest time in which the page's thread could not answer. ----

let probing = false;
let longest = 0;

function startProbe() {
  longest = 0;
  probing = true;
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (probing) port2.postMessage(0);
  };
  port2.postMessage(0);
}

async function stopProbe() {
  await new Promise((done) => setTimeout(done, 50));
  probing = false;
  return longest;
}

/** @type {ArrayBuffer | undefined} */
let bytes;

/** Reads a dataset into memory, outside the clock. @param {string} address */
async function fetchBytes(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  bytes = await response.arrayBuffer();
  return bytes.byteLength;
}

/** @param {Adapter} adapter @param {keyof Adapter} name @param {any[]} values */
async function run(adapter, name, values) {
  const operation = /** @type {Operation | undefined} */ (adapter[name]);
  if (!operation) return undefined;
  await adapter.prepare?.(name);
  const given = name === 'load' ? [bytes] : values;
  bytes = undefined;
  const start = performance.now();
  const readAnswer = await operation(...given);
  if (!adapter.showsItself) await nextFrame();
  const ms = performance.now() - start;
  const answer = await readAnswer();
  return { ms, firstMs: readAnswer.firstMs ?? ms, count: Number(answer.count), first: answer.first };
}

/**
 * Makes the product known to the benchmark. With ?data=ADDRESS the page loads it as a reader's page would.
 * @param {Adapter} adapter
 */
export async function publish(adapter) {
  /** @type {any} */ (window).peer = {
    fetchBytes,
    startProbe,
    stopProbe,
    reset: async () => void await adapter.reset(),
    scroller: () => adapter.scroller?.() ?? null,
    can: (/** @type {keyof Adapter} */ name) => adapter[name] !== undefined,
    run: (/** @type {keyof Adapter} */ name, /** @type {any[]} */ ...values) => run(adapter, name, values),
  };
  const address = new URLSearchParams(location.search).get('data');
  if (address) {
    if (adapter.loadsItself) {
      await adapter.loadsItself();
    } else {
      await fetchBytes(address);
      await run(adapter, 'load', []);
    }
    await nextFrame();
    /** @type {any} */ (window).firstRowsMs = performance.now();
  }
  document.documentElement.dataset.peer = 'ready';
}
