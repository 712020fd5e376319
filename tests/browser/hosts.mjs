// Pages of another site around the explorer: for the browser "127.0.0.1" is another site than the host's "localhost".
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { becomes, Dist, hostPage, waitForState } from './harness.mjs';
import { startServer } from '../../web/tools/serve.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

/** Notes in `window.heard` every message that comes, with what sent it. */
const Recorder = `<script>
  window.heard = [];
  addEventListener('message', ({ data, origin, source }) => heard.push({ data, origin, from: [...document.querySelectorAll('iframe')].findIndex((each) => each.contentWindow === source) }));
</script>`;

/** As a browser without `location.ancestorOrigins` runs it: that name cannot be taken away from a page. */
function withoutAncestorOrigins() {
  const script = readFileSync(join(Dist, 'host_messages.js'), 'utf8');
  assert.ok(script.includes('.ancestorOrigins'));
  return script.replaceAll('.ancestorOrigins', '.noSuchOrigins');
}

/**
 * Call once a file: the explorer on a site of its own. `requests`: what was asked of it, with the headers. `moved` there
 * leads to the explorer; while `hasAncestorOrigins` is off, its frames do not know where they stand.
 */
export function explorerSite() {
  /** @type {{url: string, requests: {path: string, headers: import('node:http').IncomingHttpHeaders}[], hasAncestorOrigins: boolean}} */
  const site = { url: '', requests: [], hasAncestorOrigins: true };
  /** @type {Awaited<ReturnType<typeof startServer>>} */
  let server;
  before(async () => {
    server = await startServer({
      root: Dist,
      headers: { 'Access-Control-Allow-Origin': '*' },
      intercept: ({ headers, url }, response, path) => {
        site.requests.push({ path, headers });
        if (path === '/moved') {
          response.writeHead(302, { Location: `/${/\?.*/.exec(url ?? '')?.[0] ?? ''}` }).end();
          return true;
        }
        if (path !== '/host_messages.js' || site.hasAncestorOrigins) return false;
        response.writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-store' }).end(withoutAncestorOrigins());
        return true;
      },
    });
    site.url = `http://127.0.0.1:${server.port}/`;
  });
  after(() => server?.close());

  /**
   * Options of a test whose page is a host.
   * @param {(origin: string) => string} body its HTML, for the host's origin @param {object} [more]
   */
  const onHost = (body, more = {}) => ({
    path: 'host.html',
    state: null,
    intercept: (/** @type {any} */ request, /** @type {any} */ response, /** @type {string} */ path) => (
      hostPage(`${Recorder}${body(`http://${request.headers.host}`)}`)(request, response, path)),
    expected: [/^request: http:\/\/127\.0\.0\.1:/],
    ...more,
  });
  return { site, onHost };
}

/** The frames with the explorer, ready, in the order of the page. @param {Page} page @returns {Promise<Frame[]>} */
export async function explorers(page, count = 1) {
  const found = () => page.frames().filter((frame) => frame.url().startsWith('http://127.0.0.1'));
  await becomes(async () => found().length, count);
  // In the order of the page, which that of their coming need not be.
  const inOrder = await Promise.all((await page.locator('iframe').elementHandles()).map((each) => each.contentFrame()));
  const frames = found().sort((a, b) => inOrder.indexOf(a) - inOrder.indexOf(b));
  await Promise.all(frames.map((frame) => waitForState(/** @type {any} */ (frame), 'ready')));
  return frames;
}

/**
 * Sends a command to the first frame of the page and waits for the reply with its id.
 * @param {Page} page @param {string} command @param {unknown} [value] @param {number | string} [id]
 * @param {boolean} [again] send it until it is answered, for times when messages are dropped
 * @returns {Promise<any>}
 */
export const ask = (page, command, value, id = `${command} ${Math.random()}`, again = false) => page.evaluate(([message, repeat]) => new Promise((done) => {
  const send = () => document.querySelector('iframe')?.contentWindow?.postMessage(message, '*');
  const timer = repeat ? setInterval(send, 100) : 0;
  addEventListener('message', function hear({ data }) {
    if (data?.articleExplorer !== 1 || data.reply !== message.id) return;
    removeEventListener('message', hear);
    clearInterval(timer);
    done(data);
  });
  send();
}), /** @type {[any, boolean]} */ ([{ articleExplorer: 1, id, command, ...(value !== undefined && { value }) }, again]));

/** The events of that name that the host has heard, their details. @param {Page} page @param {string} name @returns {Promise<any[]>} */
export const told = (page, name) => page.evaluate((event) => /** @type {any} */ (window).heard
  .filter((/** @type {any} */ { data }) => data?.articleExplorer === 1 && data.event === event).map((/** @type {any} */ { data }) => data.detail), name);
/** What the host has heard that is about anything else than the height. @param {Page} page @returns {Promise<any[]>} */
export const secrets = (page) => page.evaluate(() => /** @type {any} */ (window).heard.map((/** @type {any} */ { data }) => data)
  .filter((/** @type {any} */ data) => data?.articleExplorer === 1 && data.event !== 'height'));

/** @param {Page} page @returns {Promise<number>} */
export const lastHeight = async (page) => (await told(page, 'height')).at(-1)?.height ?? 0;

/**
 * Asks for the height until it comes: messages from one page come in their order, so by then all that was sent before
 * has been looked at or dropped.
 * @param {Page} page
 */
export const afterAllOfThem = (page) => page.evaluate(() => new Promise((done) => {
  const { contentWindow } = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
  const request = () => contentWindow?.postMessage({ type: 'iframe-get-child-dimensions' }, '*');
  const timer = setInterval(request, 50);
  request();
  addEventListener('message', function hear({ data, source }) {
    if (source !== contentWindow || data?.type !== 'iframe-resized') return;
    removeEventListener('message', hear);
    clearInterval(timer);
    done(undefined);
  });
}));

// ---- The element of embed.js. ----

/** @param {Page} page */
export const element = (page) => page.locator('article-explorer');
/** Calls a method; an error comes back as { name, message }. @param {Page} page @param {string} method @param {any[]} values @returns {Promise<any>} */
export const call = (page, method, ...values) => element(page).first().evaluate(async (/** @type {any} */ each, [name, given]) => {
  await customElements.whenDefined('article-explorer');
  try {
    return await each[name](...given);
  } catch (error) {
    return { name: /** @type {Error} */ (error).name, message: /** @type {Error} */ (error).message };
  }
}, /** @type {[string, any[]]} */ ([method, values]));
/** @param {import('playwright-core').Locator} locator */
export const heightOf = async (locator) => Math.round((await locator.boundingBox())?.height ?? 0);
/** @param {Page} page */
export const defined = (page) => page.waitForFunction(() => customElements.get('article-explorer') !== undefined);
