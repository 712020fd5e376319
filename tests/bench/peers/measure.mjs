// @ts-check
// One product's page in the browser: opens it, asks it, reads its process. Every page has a context of its own,
// so nothing is cached and it gets its own renderer process.
import { readFileSync } from 'node:fs';
import { pageOf } from './products.mjs';

export const LimitMs = 60_000;
const SettleMs = 2000;
const IdleMs = 5000;
const ScrollSteps = 120;
const ScrollLimitMs = 15_000;
const TicksPerSecond = 100;
const Viewport = { width: 1440, height: 900 };

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ms: number, firstMs: number, count: number, first: string[]}} Timed `firstMs`: until the first 50 rows, of many that still load */
/** @typedef {{page: Page, session: import('playwright-core').CDPSession, close: () => Promise<void>}} OpenPage */

export class TooSlow extends Error {}

/** @template T @param {Promise<T>} promise @param {number} [ms] @returns {Promise<T>} @throws TooSlow */
export async function within(promise, ms = LimitMs) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, failed) => {
    timer = setTimeout(() => failed(new TooSlow(`over ${ms / 1000} s`)), ms);
  });
  promise.catch(() => undefined);
  try {
    return await /** @type {Promise<T>} */ (Promise.race([promise, late]));
  } finally {
    clearTimeout(timer);
  }
}

/** `condition` runs in the page: a function, since a strict page refuses to read one from a text. @param {import('playwright-core').Browser} browser @param {string} address @param {() => boolean} condition @returns {Promise<OpenPage>} */
async function openAddress(browser, address, condition) {
  const context = await browser.newContext({ viewport: Viewport });
  const page = await context.newPage();
  /** @type {string[]} */
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error.message ?? error)));
  try {
    await page.goto(address, { waitUntil: 'commit' });
    await page.waitForFunction(condition, undefined, { timeout: LimitMs, polling: 20 });
  } catch (error) {
    await context.close();
    if (errors.length > 0) throw new Error(errors[0]);
    throw /Timeout/.test(String(error)) ? new TooSlow('its page is not ready within 60 s') : error;
  }
  return { page, session: await context.newCDPSession(page), close: () => context.close() };
}

/** @param {import('playwright-core').Browser} browser @param {string} url @param {import('./products.mjs').Product} product */
export const openProduct = (browser, url, product) =>
  openAddress(browser, url + pageOf(product), () => document.documentElement.dataset.peer === 'ready');

/** From navigation until 50 rows can be seen. @param {import('playwright-core').Browser} browser @param {string} url @param {import('./products.mjs').Product} product @param {string} data */
export async function timeFirstRows(browser, url, product, data) {
  const open = await openAddress(browser, `${url}${pageOf(product)}?data=${data}`, () => /** @type {any} */ (window).firstRowsMs > 0);
  try {
    return await open.page.evaluate(() => /** @type {number} */ (/** @type {any} */ (window).firstRowsMs));
  } finally {
    await open.close();
  }
}

/** @param {Page} page @param {string} data address of the dataset */
export const fetchData = (page, data) =>
  within(page.evaluate((address) => /** @type {any} */ (window).peer.fetchBytes(address), data), 2 * LimitMs);

/** @param {Page} page @param {string} operation @param {any[]} values @returns {Promise<Timed | undefined>} undefined: it cannot */
export const ask = (page, operation, values = []) =>
  within(page.evaluate(({ name, given }) => /** @type {any} */ (window).peer.run(name, ...given), { name: operation, given: values }));

/** @param {Page} page */
export const reset = (page) => within(page.evaluate(() => /** @type {any} */ (window).peer.reset()));

/** @param {number} ms */
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** @param {number} pid seconds of processor time so far */
function processorSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TicksPerSecond;
}

/** The process of a page: the one that works when the page does. @param {import('playwright-core').CDPSession} browserSession @param {Page} page */
async function findProcess(browserSession, page) {
  const { processInfo } = /** @type {{processInfo: {type: string, id: number}[]}} */ (
    await browserSession.send('SystemInfo.getProcessInfo'));
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  const before = new Map(renderers.map((id) => [id, processorSeconds(id)]));
  await page.evaluate(() => {
    for (const end = performance.now() + 300; performance.now() < end;);
  });
  const worked = renderers.map((id) => ({ id, seconds: processorSeconds(id) - (before.get(id) ?? 0) }));
  return worked.reduce((most, each) => (each.seconds > most.seconds ? each : most)).id;
}

/** @param {number} pid MiB that only this process uses */
function privateMemory(pid) {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return [...text.matchAll(/^Private_\w+:\s+(\d+) kB/gm)].reduce((sum, [, size]) => sum + Number(size), 0) / 1024;
}

/** @param {number} pid MiB that it held at most so far, what it shares with others included */
function peakMemory(pid) {
  const [, size] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(size) / 1024;
}

/**
 * Memory and idle work of a page that has loaded and is left alone.
 * @param {import('playwright-core').CDPSession} browserSession @param {OpenPage} open
 */
export async function measureRest(browserSession, open) {
  const pid = await findProcess(browserSession, open.page);
  for (let i = 0; i < 2; ++i) {
    await open.session.send('HeapProfiler.collectGarbage');
    await pause(SettleMs);
  }
  const memory = privateMemory(pid);
  const peak = peakMemory(pid);
  const before = processorSeconds(pid);
  await pause(IdleMs);
  return { memory, peak, idle: ((processorSeconds(pid) - before) * 100_000) / IdleMs };
}

/** The page's longest task during some work, in ms. @param {Page} page @param {() => Promise<unknown>} work */
export async function longestTask(page, work) {
  await page.evaluate(() => /** @type {any} */ (window).peer.startProbe());
  await work();
  return page.evaluate(() => /** @type {Promise<number>} */ (/** @type {any} */ (window).peer.stopProbe()));
}

/** @param {Page} page scrolls one step and waits for the frame; false: there is nothing to scroll @param {number} share of the way */
const scrollStep = (page, share) => page.evaluate(async (to) => {
  const scroller = /** @type {Element | null} */ (/** @type {any} */ (window).peer.scroller());
  if (!scroller || scroller.scrollHeight < scroller.clientHeight * 3) return false;
  scroller.scrollTop = to * (scroller.scrollHeight - scroller.clientHeight);
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  return true;
}, share);

/** @param {Page} page end to end, as far as it gets in 15 s; false: there is nothing to scroll */
export async function scrollThrough(page) {
  const end = performance.now() + ScrollLimitMs;
  for (let step = 0; step <= ScrollSteps && performance.now() < end; ++step) {
    if (!await scrollStep(page, step / ScrollSteps)) return false;
  }
  return true;
}

/** 99th percentile of the main thread's work for a step of scrolling, in ms; undefined: nothing to scroll. @param {OpenPage} open */
export async function scrollFrameTime({ page, session }) {
  await session.send('Performance.enable');
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const times = [];
  const end = performance.now() + ScrollLimitMs;
  let last = await worked();
  for (let step = 0; step <= ScrollSteps && performance.now() < end; ++step) {
    if (!await scrollStep(page, step / ScrollSteps)) return undefined;
    const now = await worked();
    times.push(now - last);
    last = now;
  }
  return times.sort((left, right) => left - right)[Math.ceil(times.length * 0.99) - 1];
}
