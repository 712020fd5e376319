// A million rows taken along: they go into the file piece by piece as it takes them, and the program stays nearly as small
// as it was.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { becomes, dialog, expectSoon, goTo, suite, waitForState } from './harness.mjs';

const { visit } = suite();
const Count = 1_000_000;
const ReadyMs = 150_000, ExportMs = 150_000;
/** The memory of a program grows by a fifth, at most by 96 MiB: room for the order of the rows may take that once. */
const MostGrowth = 100 * 2 ** 20;
/** Much more than that, so that a file that is held is no growth that is allowed. */
const LeastFile = 150_000_000;
const MostPiece = 2 ** 20;

/**
 * A real file of the page's own file system in place of the reader's, with a note of how it is written; and the memory of
 * the page's program (`window.seen.memory`).
 */
const watchExport = () => {
  const seen = { largest: 0, writing: 0, most: 0, memory: () => 0 };
  const { instantiate } = WebAssembly;
  // @ts-ignore one of its two forms
  WebAssembly.instantiate = async (...rest) => {
    const result = await instantiate.apply(WebAssembly, /** @type {any} */ (rest));
    const { exports } = /** @type {any} */ (result).instance ?? result;
    const memory = Object.values(exports).find((each) => each instanceof WebAssembly.Memory);
    if (memory) seen.memory = () => memory.buffer.byteLength;
    return result;
  };
  const showSaveFilePicker = async (/** @type {{suggestedName: string}} */ { suggestedName }) => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
    const create = handle.createWritable.bind(handle);
    handle.createWritable = async () => {
      const stream = await create();
      const write = stream.write.bind(stream);
      stream.write = async (/** @type {any} */ piece) => {
        seen.writing += 1;
        seen.most = Math.max(seen.most, seen.writing);
        seen.largest = Math.max(seen.largest, piece.byteLength);
        await write(piece);
        seen.writing -= 1;
      };
      return stream;
    };
    return handle;
  };
  Object.defineProperty(window, 'showSaveFilePicker', { value: showSaveFilePicker });
  Object.assign(window, { seen });
};
const memoryOf = (page) => page.evaluate(() => /** @type {any} */ (window).seen.memory());

/** Of the one file: its size, its records, how many fields each has, and its first and last one. Never as a whole. */
const readFile = (page) => page.evaluate(async () => {
  const [Quote, Comma, Lf] = [0x22, 0x2c, 0x0a];
  // @ts-ignore not known to the types
  const [handle, ...others] = await Array.fromAsync((await navigator.storage.getDirectory()).values());
  const file = await handle.getFile();
  let [records, fields, quoted, at, begin, end] = [0, 1, false, 0, 0, 0];
  const counts = new Set();
  for (let from = 0; from < file.size; from += 2 ** 24) {
    for (const byte of new Uint8Array(await file.slice(from, from + 2 ** 24).arrayBuffer())) {
      at += 1;
      if (byte === Quote) quoted = !quoted;
      else if (quoted) continue;
      else if (byte === Comma) fields += 1;
      else if (byte === Lf) {
        counts.add(fields);
        [records, fields, begin, end] = [records + 1, 1, end, at];
      }
    }
  }
  const [first] = (await file.slice(0, 4096).text()).split('\r\n');
  return {
    name: file.name, files: 1 + others.length, size: file.size, records, fields: [...counts], whole: end === file.size,
    first, last: await file.slice(begin, end).text(),
  };
});

test('A million rows are written as they are made, and hardly any memory is taken for it', { timeout: 400_000 }, () => visit({
  query: `?demo=${Count}`, state: null, prepare: watchExport,
}, async (page) => {
  await waitForState(page, 'ready', ReadyMs);
  await goTo(page, 'Articles');
  await page.getByRole('navigation').getByRole('button', { name: 'Download', exact: true }).click();
  await becomes(() => dialog(page).getByText('1,000,000 articles').count(), 1);
  const all = dialog(page).getByRole('radio', { name: 'All', exact: true });
  await all.click();
  await becomes(() => all.getAttribute('aria-checked'), 'true');
  const before = await memoryOf(page);
  assert.ok(before > 50_000_000, `the rows are in the memory that is looked at: ${before}`);
  await dialog(page).getByRole('button', { name: 'Download', exact: true }).click();
  await expectSoon(async () => assert.match((await dialog(page).getByRole('status').innerText()).replaceAll('\n', ' '), /^Downloaded \S+-articles\.csv: 1,000,000 articles/), ExportMs);
  const grown = await memoryOf(page) - before;
  assert.ok(grown <= MostGrowth, `${grown} bytes more`);
  const { largest, most } = await page.evaluate(() => {
    const { seen } = /** @type {any} */ (window);
    return { largest: seen.largest, most: seen.most };
  });
  assert.equal(most, 1, 'no piece is made before the one before it is written');
  assert.ok(largest <= MostPiece, `a piece of ${largest} bytes`);
  const file = await readFile(page);
  assert.ok(file.size >= LeastFile, `${file.size} bytes`);
  assert.equal(file.files, 1);
  assert.equal(file.records, Count + 1);
  assert.ok(file.whole, 'it ends with a line');
  const names = file.first.split(',');
  assert.deepEqual(names.slice(0, 2), ['id', 'title']);
  assert.deepEqual(file.fields, [names.length]);
  assert.match(file.last, /^"a\d+",/);
}));
