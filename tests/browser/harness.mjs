// Shared by the browser tests: one server and one browser a file, one page a test, and a guard that fails
// the test on anything the page should not do (errors, refused content, requests to another host).
// Tests find things by role and name and act with the real mouse and keyboard.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { startServer } from '../../web/tools/serve.mjs';

export const Project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const Dist = resolve(process.env.EXPLORER_DIST ?? resolve(Project, 'dist'));
export const Dataset = JSON.parse(await readFile(resolve(Dist, 'articles.json'), 'utf8'));
export const Facts = Dataset._article_explorer;

export const BrowserFlags = [
  '--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking',
  '--disable-quic', '--no-first-run', '--disable-component-update', '--disable-sync',
];
const Desktop = { width: 1440, height: 900 };
const ReadyMs = 30_000;
const ActionMs = 10_000;
/**
 * EXPLORER_RENDER=html: every page is refused its canvas, so that the same tests judge the HTML renderer alone. By
 * refusal and not by address, because addresses are themselves what some tests are about.
 */
const HtmlAlone = process.env.EXPLORER_RENDER === 'html';
const NamesRenderer = /[?&]render=/;

/**
 * @typedef {object} PageOptions
 * @property {string} [query] of the address, such as "?render=html"
 * @property {string} [canvas] why the test needs the canvas: it is skipped where HTML is tested alone
 * @property {string} [path] of the page on the server
 * @property {string} [root] folder to serve in place of dist
 * @property {{width: number, height: number}} [viewport]
 * @property {number} [density] device pixels per CSS pixel
 * @property {boolean} [touch]
 * @property {'light' | 'dark'} [scheme]
 * @property {string} [locale] the reader's language
 * @property {boolean} [scripting]
 * @property {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse, path: string) => boolean} [intercept]
 * @property {string | Buffer} [dataset] served instead of articles.json
 * @property {() => void} [prepare] runs in the page before its own scripts
 * @property {string | null} [state] what data-explorer-state has to become; null: do not wait
 * @property {RegExp[]} [expected] problems that belong to the test
 */

/** As on a machine without WebGL 2. */
export const refuseWebGl2 = () => {
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function (/** @type {string} */ kind, /** @type {any[]} */ ...rest) {
    return kind === 'webgl2' ? null : getContext.call(this, kind, ...rest);
  };
};

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{url: string, paths: string[], answer: (intercept?: PageOptions['intercept']) => void}} Site */

/** What a page did that it should not, in words. @param {Page} page @param {string} origin @returns {string[]} */
function watch(page, origin) {
  /** @type {string[]} */
  const problems = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/i.test(message.text())) {
      problems.push(`console: ${message.text()} ${message.location().url ?? ''}`);
    }
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.stack ?? error}`));
  page.on('crash', () => problems.push('the page crashed'));
  page.on('request', (request) => {
    const { protocol, origin: to } = new URL(request.url());
    if (to !== origin && !['data:', 'blob:'].includes(protocol)) problems.push(`request: ${request.url()}`);
  });
  return problems;
}

/** Waits until the page says that it is in `state`. @param {Page} page @param {string} state */
export async function waitForState(page, state, timeout = ReadyMs) {
  await page.waitForFunction((wanted) => document.documentElement.dataset.explorerState === wanted, state, { timeout })
    .catch(async () => {
      const now = await page.evaluate(() => document.documentElement.dataset.explorerState).catch(() => 'gone');
      assert.fail(`data-explorer-state is "${now}" after ${timeout} ms, not "${state}"`);
    });
}

/**
 * What a test does in a browser. A shared machine may stand still for seconds, so a second go decides; the first failure
 * is told all the same.
 * @param {import('node:test').TestContext} t @param {() => Promise<void>} go
 */
export async function inTwoGoes(t, go) {
  try {
    await go();
  } catch (error) {
    t.diagnostic(`failed at first: ${error instanceof Error ? error.message : error}`);
    await go();
  }
}

/**
 * Call once a file: starts server and browser around its tests. Returns `visit`, which opens a page of its
 * own and judges what it did, and `pageTest`, which declares a test that is one visit.
 */
export function suite() {
  /** @type {import('playwright-core').Browser} */
  let browser;
  /** @type {Awaited<ReturnType<typeof startServer>>} */
  let server;
  /** @type {PageOptions['intercept']} */
  let intercept;
  /** @type {string[]} */
  let paths = [];
  /** @param {string} root */
  const serve = (root) => startServer({
    root,
    intercept: (request, response, path) => {
      paths.push(path);
      return intercept?.(request, response, path) ?? false;
    },
  });
  before(async () => {
    server = await serve(Dist);
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: BrowserFlags });
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  /** @param {PageOptions} options @param {(page: Page, site: Site) => Promise<void>} body */
  async function visit(options, body) {
    paths = [];
    intercept = options.dataset === undefined ? options.intercept : serveDataset(options.dataset);
    const context = await browser.newContext({
      viewport: options.viewport ?? Desktop,
      deviceScaleFactor: options.density ?? 1,
      hasTouch: options.touch ?? false,
      isMobile: options.touch ?? false,
      colorScheme: options.scheme ?? 'light',
      locale: options.locale ?? 'en-GB',
      javaScriptEnabled: options.scripting ?? true,
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(ActionMs);
    const other = options.root ? await serve(options.root) : undefined;
    try {
      if (HtmlAlone) await context.addInitScript(refuseWebGl2);
      const page = await context.newPage();
      if (options.prepare) await page.addInitScript(options.prepare);
      const { url } = other ?? server;
      const problems = watch(page, new URL(url).origin);
      await page.goto(url + (options.path ?? '') + (options.query ?? ''), { waitUntil: 'commit' });
      const state = options.state === undefined ? 'ready' : options.state;
      if (state !== null) await waitForState(page, state);
      if (HtmlAlone && state === 'ready') assert.equal(await page.locator('html').getAttribute('data-render'), 'html');
      await body(page, { url, paths, answer: (next) => { intercept = next; } });
      const unexpected = problems.filter((problem) => !options.expected?.some((known) => known.test(problem)));
      assert.deepEqual(unexpected, [], 'the page did something that it should not');
    } finally {
      await context.close();
      await other?.close();
      intercept = undefined;
    }
  }

  /** @param {string} name @param {PageOptions} options @param {(page: Page, site: Site) => Promise<void>} body */
  const pageTest = (name, options, body) => test(name, { timeout: 120_000, skip: skipReason(options) }, (t) => (
    inTwoGoes(t, () => visit(options, body))
  ));
  return { pageTest, visit };
}

/** Why a test is not for the HTML renderer alone; false: it is. @param {PageOptions} options */
export function skipReason({ canvas, query }) {
  if (!HtmlAlone) return false;
  if (canvas) return `needs the canvas: ${canvas}`;
  return NamesRenderer.test(query ?? '') && 'names its renderer, so it has run among the tests of the canvas';
}

/** An intercept that answers for articles.json. @param {string | Buffer} bytes @param {number} status */
export function serveDataset(bytes, status = 200) {
  return (/** @type {unknown} */ _request, /** @type {import('node:http').ServerResponse} */ response, /** @type {string} */ path) => {
    if (!path.endsWith('/articles.json')) return false;
    response.writeHead(status, { 'Content-Type': 'application/feed+json', 'Cache-Control': 'no-store' });
    response.end(bytes);
    return true;
  };
}

/**
 * An intercept that answers for host.html: a page around the explorer.
 * @param {string} body its HTML @param {{sandboxed?: boolean}} [options] sandboxed: the frame's origin is nobody's
 */
export const hostPage = (body, { sandboxed = false } = {}) => (
  /** @type {unknown} */ _request, /** @type {import('node:http').ServerResponse} */ response, /** @type {string} */ path,
) => {
  if (sandboxed) response.setHeader('Access-Control-Allow-Origin', '*');
  if (path !== '/host.html') return false;
  response.writeHead(200, { 'Content-Type': 'text/html' });
  response.end(`<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,">${body}`);
  return true;
};

/** The explorer in the only frame of a page, ready. @param {Page} page @returns {Promise<any>} */
export async function explorerFrame(page) {
  await becomes(async () => page.frames().length, 2);
  const [, frame] = page.frames();
  await waitForState(/** @type {any} */ (frame), 'ready');
  return frame;
}

// ---- Where things are, in the words of the page. ----

/** @param {Page} page */
export const search = (page) => page.getByRole('searchbox', { name: 'Search or filter' });
/** @param {Page} page */
export const count = (page) => page.getByRole('banner').or(page.getByRole('navigation')).getByRole('status');
/** @param {Page} page @param {string} name */
export const tab = (page, name) => page.getByRole('tab', { name: new RegExp(`^${name}\\b`) });
/** @param {Page} page */
export const grid = (page) => page.getByRole('grid');
/** The rows of the table, without the header. @param {Page} page */
export const rows = (page) => grid(page).getByRole('rowgroup').last().getByRole('row');
/** The cell of a row that the keyboard goes to first. @param {import('playwright-core').Locator} row */
export const firstCell = (row) => row.locator('[aria-colindex="1"]');
/** Whether it has the focus. @param {import('playwright-core').Locator} locator */
export const hasFocus = (locator) => locator.evaluate((each) => each === document.activeElement);
/** @param {Page} page @param {string} name */
export const header = (page, name) => grid(page).getByRole('columnheader', { name, exact: true });
/** @param {Page} page @param {string} name */
export const sortButton = (page, name) => {
  const button = header(page, name).getByRole('button', { name: `Sort by ${name}` });
  const click = button.click.bind(button);
  // It fills the header cell, with the filter button on top of it: clicked where its word is.
  button.click = async (options) => {
    const width = await button.evaluate((each) => (each.classList.contains('end') ? each.clientWidth : 36));
    return click({ position: { x: width - 24, y: 22 }, ...options });
  };
  return button;
};
/** @param {Page} page @param {string} name */
export const filterButton = (page, name) => header(page, name).getByRole('button', { name: new RegExp(`^Filter ${name}`) });
/** @param {Page} page */
export const dialog = (page) => page.getByRole('dialog');
/** @param {Page} page */
export const chips = (page) => page.getByRole('list', { name: 'Active filters' }).getByRole('button');
/** The detail: beside the table on a wide page, a sheet on a narrow one. @param {Page} page */
export const detail = (page) => page.getByRole('complementary').or(page.getByRole('dialog'));

/** Goes to a view. @param {Page} page @param {string} name */
export async function goTo(page, name) {
  await tab(page, name).click();
  await expectSoon(async () => assert.equal(await tab(page, name).getAttribute('aria-selected'), 'true'));
}

/** Types into the search box as a reader does. @param {Page} page @param {string} text */
export async function typeQuery(page, text) {
  await search(page).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.type(text);
}

/** The visible texts of the rows' cells in one column. @param {Page} page @param {string} column */
export async function columnTexts(page, column) {
  const index = await header(page, column).getAttribute('aria-colindex');
  return rows(page).locator(`[aria-colindex="${index}"]`).allInnerTexts();
}

/** @param {Page} page */
export const rowNames = (page) => rows(page).evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));

/** Repeats a check until it holds; its last failure is the test's. @param {() => Promise<void>} check */
export async function expectSoon(check, timeout = ActionMs) {
  const end = Date.now() + timeout;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((done) => setTimeout(done, 30));
  }
}

/** @template T @param {() => Promise<T>} read @param {T} wanted @param {string} [message] */
export async function becomes(read, wanted, message) {
  await expectSoon(async () => assert.deepEqual(await read(), wanted, message));
}

/**
 * What a function finds out on an empty page: one without this page's policy, which lets no text become a document.
 * @template T, Found @param {Page} page @param {(argument: T) => Found} run @param {T} argument
 */
export async function onEmptyPage(page, run, argument) {
  const empty = await page.context().newPage();
  try {
    return await empty.evaluate(/** @type {any} */ (run), argument);
  } finally {
    await empty.close();
    await page.bringToFront();
  }
}

/** The source of a script from node_modules, for page.evaluate. @param {string} name */
export const packageSource = (name) => readFile(createRequire(import.meta.url).resolve(name), 'utf8');
