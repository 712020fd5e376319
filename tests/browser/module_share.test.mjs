// Several explorers in a page on another site: the program is loaded and compiled once, and nobody depends on the frame
// that does it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { becomes, count, Dist, expectSoon, goTo, hostPage, rows, search, suite, tab, waitForState } from './harness.mjs';
import { startServer } from '../../web/tools/serve.mjs';

const { pageTest } = suite();
const Program = await readFile(join(Dist, 'explorer.wasm'));
const Page = await readFile(join(Dist, 'index.html'), 'utf8');

/** The explorer's site: by number, so that for the browser it is another site than the host's "localhost". */
let explorer = '';
/** @type {Awaited<ReturnType<typeof startServer>>} */
let elsewhere;
/** Whether the page says that it is of another release. */
let newer = false;
/** How each request for the program ended. @type {number[]} */
let answers = [];
/** Whether what the frame "?first" asks for is kept waiting, and how to answer it. */
let holds = false;
/** @type {import('node:http').ServerResponse | undefined} */
let held;
before(async () => {
  elsewhere = await startServer({
    root: Dist,
    headers: { 'Access-Control-Allow-Origin': '*' },
    intercept: (request, response, path) => {
      if (path === '/' && newer) {
        response.writeHead(200, { 'Content-Type': 'text/html', 'Access-Control-Allow-Origin': '*' });
        response.end(Page.replace(/ data-release="\w+"/, ' data-release="newer"'));
        return true;
      }
      if (path !== '/explorer.wasm') return false;
      response.on('finish', () => answers.push(response.statusCode));
      if (!holds || !request.headers.referer?.endsWith('?first')) return false;
      held = response;
      return true;
    },
  });
  explorer = `http://127.0.0.1:${elsewhere.port}/`;
});
after(() => elsewhere?.close());

/** Notes the size of whatever is compiled, and how each frame is watched, in every frame. */
const noteCompiled = () => {
  window.compiled = [];
  window.watches = [];
  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function add(type, listener, options) {
    if (type === 'pagehide' && options?.signal) window.watches.push(options.signal);
    return addEventListener.call(this, type, listener, options);
  };
  for (const name of ['compile', 'instantiate']) {
    const original = WebAssembly[name];
    WebAssembly[name] = (what, ...rest) => {
      if (what?.byteLength) window.compiled.push(what.byteLength);
      return original.call(WebAssembly, what, ...rest);
    };
  }
};
const onHost = (names, more = {}) => ({
  path: 'host.html',
  state: null,
  prepare: noteCompiled,
  intercept: (...call) => {
    if (call[2] === '/host.html') [answers, holds, held, newer] = [[], more.holds ?? false, undefined, false];
    return hostPage(`<iframe src="about:blank" title="Of the host"></iframe>${names.map((name) => (
      `<iframe id="${name}" title="Explorer" ${more.attributes ?? ''} src="${explorer}?${name}" width="900" height="500"></iframe>`)).join('')}`)(...call);
  },
  expected: [/^request: http:\/\/127\.0\.0\.1:/, ...(more.expected ?? [])],
});
/** The frame of that name. @returns {Promise<any>} */
async function explorerIn(page, name) {
  let found;
  await expectSoon(async () => {
    found = page.frames().find((each) => each.url().endsWith(`?${name}`));
    assert.ok(found, name);
  });
  return found;
}
/** How often these frames compiled the program. */
async function compiledBy(frames) {
  const all = await Promise.all(frames.map((frame) => frame.evaluate(() => window.compiled)));
  return all.flat().filter((bytes) => bytes === Program.length).length;
}
/** What the first frame offers: how many watch it, and how much has come. */
const offered = (frame) => frame.evaluate(() => {
  // Of the first part of the program; the second one is another offer.
  const [, offer] = [...window.articleExplorerModules ?? []].find(([key]) => key.includes('/explorer.wasm ')) ?? [];
  return offer ? [offer.watchers.size, offer.bytes] : [0, 0];
});
const addFrame = (page, name) => page.evaluate(([id, src]) => {
  const frame = document.createElement('iframe');
  Object.assign(frame, { id, src, title: 'Explorer', width: 900, height: 500 });
  document.body.append(frame);
}, [name, `${explorer}?${name}`]);
async function works(frame) {
  await waitForState(frame, 'ready');
  await goTo(frame, 'Chart reach');
  await search(frame).fill('region:KR');
  await becomes(() => count(frame).innerText(), '1 of 9 chart entries');
  await becomes(() => rows(frame).count(), 1);
}

pageTest('Three in one page cost one download and one compilation, and each works by itself', onHost(['one', 'two', 'three']), async (page) => {
  const frames = await Promise.all(['one', 'two', 'three'].map((name) => explorerIn(page, name)));
  for (const frame of frames) await waitForState(frame, 'ready');
  assert.equal(await compiledBy(frames), 1);
  assert.equal(answers.filter((status) => status === 200).length, 1, `the others are told that it is the same: ${answers}`);
  await works(frames[1]);
  assert.match(await tab(frames[0], 'Overview').getAttribute('aria-selected'), /true/);
  assert.equal(await search(frames[2]).inputValue(), '');
});

/** A frame that is ready, and another one that has taken its module. */
async function oneAfterTheOther(page) {
  const one = await explorerIn(page, 'one');
  await waitForState(one, 'ready');
  await addFrame(page, 'two');
  const two = await explorerIn(page, 'two');
  await waitForState(two, 'ready');
  assert.equal(await compiledBy([two]), 0);
  return [one, two];
}

pageTest('One that comes later takes the module that is there, and the first may be gone by then', onHost(['one']), async (page) => {
  const [, two] = await oneAfterTheOther(page);
  await page.evaluate(() => document.getElementById('one').remove());
  await works(two);
});

pageTest('One that took the module offers it in its turn, and leaves nothing where it has it from', onHost(['one']), async (page) => {
  const [one, two] = await oneAfterTheOther(page);
  const watched = () => one.evaluate(() => [...window.articleExplorerModules.values()].map(({ watchers }) => watchers.size));
  await becomes(async () => (await watched()).every((size) => size === 0), true);
  const watches = () => one.evaluate(() => window.watches.map(({ aborted }) => aborted));
  await becomes(async () => (await watches()).length > 0 && !(await watches()).includes(false), true);
  await page.evaluate(() => document.getElementById('one').remove());
  await addFrame(page, 'three');
  const three = await explorerIn(page, 'three');
  await works(three);
  assert.equal(await compiledBy([two, three]), 0);
  assert.equal(answers.filter((status) => status === 200).length, 1);
});

pageTest('Another release of the same size is another program', onHost(['one']), async (page) => {
  const one = await explorerIn(page, 'one');
  await waitForState(one, 'ready');
  assert.equal(await compiledBy([one]), 1);
  newer = true;
  await addFrame(page, 'two');
  const two = await explorerIn(page, 'two');
  await works(two);
  assert.equal(await two.evaluate(() => document.documentElement.dataset.release), 'newer');
  assert.equal(await compiledBy([two]), 1);
});

/** Two more frames wait for the first one, whose answer the test has in its hands. */
async function waitingForFirst(page) {
  let answer;
  await expectSoon(async () => assert.ok(answer = held, 'the first one asks'));
  const first = await explorerIn(page, 'first');
  await becomes(() => offered(first).then(([watchers]) => watchers), 1);
  for (const name of ['second', 'third']) await addFrame(page, name);
  const others = await Promise.all(['second', 'third'].map((name) => explorerIn(page, name)));
  await becomes(() => offered(first).then(([watchers]) => watchers), 3);
  return { answer, first, others };
}
pageTest('Those who wait show how far it is, and go on when it is there', onHost(['first'], { holds: true }), async (page) => {
  const { answer, first, others } = await waitingForFirst(page);
  const part = Math.floor(Program.length / 2);
  answer.writeHead(200, { 'Content-Type': 'application/wasm', 'Content-Length': Program.length });
  answer.write(Program.subarray(0, part));
  for (const frame of [first, ...others]) {
    await expectSoon(async () => assert.ok(await frame.locator('#progress').evaluate((bar) => bar.value) >= part));
  }
  answer.end(Program.subarray(part));
  for (const frame of [first, ...others]) await waitForState(frame, 'ready');
  assert.equal(await compiledBy([first, ...others]), 1);
  await works(others[1]);
});

pageTest('If it fails in the first frame the next one loads it, and the last one takes that', onHost(['first'], { holds: true, expected: [/^console: /] }), async (page) => {
  const { answer, first, others } = await waitingForFirst(page);
  answer.writeHead(503).end();
  await waitForState(first, 'failed');
  for (const frame of others) await works(frame);
  assert.equal(await compiledBy(others), 1);
});

pageTest('If the first frame is taken away meanwhile the others load it', onHost(['first'], { holds: true, expected: [/^console: LoadFailure/] }), async (page) => {
  const { answer, others } = await waitingForFirst(page);
  await page.evaluate(() => document.getElementById('first').remove());
  for (const frame of others) await works(frame);
  assert.equal(await compiledBy(others), 1);
  answer.destroy();
});

pageTest('In sandboxes without an origin each loads for itself', onHost(['one', 'two'], { attributes: 'sandbox="allow-scripts"' }), async (page) => {
  const frames = await Promise.all(['one', 'two'].map((name) => explorerIn(page, name)));
  for (const frame of frames) await works(frame);
  assert.equal(await compiledBy(frames), 2);
});
