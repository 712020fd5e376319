// Prints, and judges nothing: what the first view weighs, when its rows can be read, what a frame costs, and
// that an idle page draws none. Figures are only comparable on one machine, so the machine is printed too.
// Usage: node page.mjs; EXPLORER_DIST names another folder than dist.
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { startServer } from '../../web/tools/serve.mjs';
import { examine, Forms } from '../browser/lighthouse.mjs';
import { firstViewFiles } from '../size_budget.mjs';
import { measureSlowPhone } from './slow_phone.mjs';

const ColdRuns = 10;
const Redraws = 100;
const IdleMs = 5000;
const LighthouseRuns = 5;
const SlowRuns = 5;
const Viewport = { width: 1440, height: 900 };
/** Of 50 rows. */
const TallViewport = { width: 1440, height: 2000 };
const BrowserFlags = [
  '--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking',
  '--no-first-run', '--disable-component-update', '--disable-sync',
];

const project = resolve(fileURLToPath(new URL('../..', import.meta.url)));
const dist = resolve(process.env.EXPLORER_DIST ?? join(project, 'dist'));

/** @param {string[]} cells the first one is a name, the others figures */
const line = (...cells) => console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(48) : cell.padStart(12))).join(''));
const title = (/** @type {string[]} */ ...cells) => {
  console.log();
  line(...cells);
};

/** Min, median and max in milliseconds. @param {string} name @param {number[]} times */
function printTimes(name, times) {
  const sorted = times.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const median = (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
  line(name, ...[sorted[0], median, sorted[sorted.length - 1]].map((time) => `${time.toFixed(1)} ms`));
}

/** @param {import('playwright-core').Browser} browser */
async function printMachine(browser) {
  const page = await browser.newPage();
  const renderer = await page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl2');
    const names = gl?.getExtension('WEBGL_debug_renderer_info');
    return gl && names ? String(gl.getParameter(names.UNMASKED_RENDERER_WEBGL)) : 'no WebGL 2';
  });
  await page.close();
  console.log(`Machine: ${cpus()[0]?.model.trim() || 'unknown processor'}, ${cpus().length} cores, `
    + `${Math.round(totalmem() / 2 ** 30)} GiB; Node ${process.version}`);
  console.log(`Browser: Chromium ${browser.version()}, headless, ${Viewport.width} x ${Viewport.height}; ${renderer}`);
}

function printSizes() {
  const total = { brotli: 0, gzip: 0, raw: 0 };
  title('First view, bytes', 'brotli', 'gzip', 'raw');
  for (const path of firstViewFiles(dist)) {
    const bytes = readFileSync(join(dist, path));
    const sizes = { brotli: brotliCompressSync(bytes).length, gzip: gzipSync(bytes, { level: 9 }).length, raw: bytes.length };
    for (const packing of /** @type {const} */ (['brotli', 'gzip', 'raw'])) total[packing] += sizes[packing];
    line(path, String(sizes.brotli), String(sizes.gzip), String(sizes.raw));
  }
  line('total', String(total.brotli), String(total.gzip), String(total.raw));
}

/** Runs in the page before its scripts: counts and times animation frames, notes when rows can be seen. */
function instrument() {
  /** @type {any} */
  const bench = { frames: 0, pending: 0, costs: [], staticMs: 0, readyMs: 0 };
  /** @type {any} */ (window).bench = bench;
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => {
    ++bench.pending;
    return request((now) => {
      --bench.pending;
      ++bench.frames;
      const start = performance.now();
      callback(now);
      bench.costs.push(performance.now() - start);
    });
  };
  /** After the next frame: what is there now has been drawn by then. @param {'staticMs' | 'readyMs'} name */
  const note = (name) => {
    bench[name] = -1;
    request(() => setTimeout(() => { bench[name] = performance.now(); }, 0));
  };
  new MutationObserver(() => {
    const row = bench.staticMs === 0 ? document.querySelector('#static tbody tr') : null;
    if (row && row.getBoundingClientRect().top < innerHeight) note('staticMs');
    if (bench.readyMs === 0 && document.documentElement.dataset.explorerState === 'ready') note('readyMs');
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-explorer-state'] });
}

/** A page that is ready, in a context of its own: nothing cached. @param {import('playwright-core').Browser} browser @param {string} url */
async function openPage(browser, url) {
  const context = await browser.newContext({ viewport: Viewport });
  const page = await context.newPage();
  await page.addInitScript(instrument);
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => /** @type {any} */ (window).bench.readyMs > 0, undefined, { timeout: 60_000 });
  return page;
}

/** @param {import('playwright-core').Browser} browser @param {string} url */
async function printFirstRows(browser, url) {
  const rows = { staticMs: /** @type {number[]} */ ([]), readyMs: /** @type {number[]} */ ([]) };
  for (let run = 0; run < ColdRuns; ++run) {
    const page = await openPage(browser, url);
    const { staticMs, readyMs } = await page.evaluate(() => /** @type {any} */ (window).bench);
    if (staticMs > 0) rows.staticMs.push(staticMs);
    rows.readyMs.push(readyMs);
    await page.context().close();
  }
  title(`First rows after navigation, cold, ${ColdRuns} runs`, 'min', 'median', 'max');
  if (rows.staticMs.length > 0) printTimes('plain tables (HTML)', rows.staticMs);
  printTimes('interactive page', rows.readyMs);
}

/**
 * What the program does in one frame, on the page's thread: scene, patch and drawing commands, not the GPU.
 * @param {import('playwright-core').Page} page @param {'resize' | 'colours'} how @returns {Promise<number[]>}
 */
function redraw(page, how) {
  return page.evaluate(async ({ count, kind }) => {
    const { bench } = /** @type {any} */ (window);
    const settled = () => new Promise((done) => { setTimeout(done, 0); });
    const app = /** @type {HTMLElement} */ (document.getElementById('app'));
    const times = [];
    for (let i = 0; i < count; ++i) {
      const frames = bench.frames;
      if (kind === 'resize') app.style.right = i % 2 === 0 ? '1px' : '0';
      else /** @type {HTMLElement} */ (document.querySelector('[data-icon=theme]')).click();
      while (bench.frames === frames || bench.pending > 0) await settled();
      times.push(bench.costs.at(-1));
    }
    return times;
  }, { count: Redraws, kind: how });
}

/** What the map adds to a frame: the same page with and without it. @param {import('playwright-core').Browser} browser @param {string} url */
async function printMap(browser, url) {
  title(`The map in a full redraw, ${Redraws} frames`, 'min', 'median', 'max');
  for (const shown of [false, true]) {
    const context = await browser.newContext({ viewport: Viewport });
    const page = await context.newPage();
    await page.addInitScript(instrument);
    if (!shown) await page.route('**/map.bin', (route) => route.abort());
    await page.goto(url, { waitUntil: 'commit' });
    const sign = shown ? page.getByRole('application', { name: /regions named/ }) : page.getByRole('button', { name: 'Retry' });
    await sign.waitFor();
    printTimes(`Overview ${shown ? 'with' : 'without'} the map, resized by a pixel`, await redraw(page, 'resize'));
    await context.close();
  }
}

/** The program's module, which keeps how long each patch of the mirror took, ms. */
const Timed = `import createExplorer from './explorer_itself.mjs';
export default (settings) => {
  const { mirror } = settings.page, { apply } = mirror;
  window.applied = [];
  mirror.apply = (patch) => {
    const start = performance.now();
    apply.call(mirror, patch);
    window.applied.push(performance.now() - start);
  };
  return createExplorer(settings);
};`;

/**
 * What the semantic page costs while 50 rows are on screen and move on by three: applying a patch, and, without a
 * canvas, a whole frame (scene, patch, applying it).
 * @param {import('playwright-core').Browser} browser @param {string} url
 */
async function printTwin(browser, url) {
  title(`The DOM twin, 50 rows on screen, ${Redraws} steps of 3 rows`, 'min', 'median', 'max');
  const context = await browser.newContext({ viewport: TallViewport });
  const page = await context.newPage();
  await page.addInitScript(instrument);
  await page.route('**/explorer.mjs', (route) => route.fulfill({ contentType: 'text/javascript', body: Timed }));
  await page.route('**/explorer_itself.mjs', (route) => route.fulfill({ contentType: 'text/javascript', path: join(dist, 'explorer.mjs') }));
  await page.goto(`${url}?demo=5000&render=html`, { waitUntil: 'commit' });
  await page.waitForFunction(() => /** @type {any} */ (window).bench.readyMs > 0, undefined, { timeout: 60_000 });
  await page.getByRole('tab', { name: /^Articles/ }).click();
  await page.getByRole('grid').waitFor();
  const { applied, frames, rows } = await page.evaluate(async ({ count, step }) => {
    const { bench } = /** @type {any} */ (window);
    const { applied } = /** @type {{applied: number[]}} */ (/** @type {unknown} */ (window));
    applied.length = 0;
    const grid = /** @type {HTMLElement} */ (document.querySelector('[role=grid]'));
    const frames = [];
    for (let i = 0; i < count; ++i) {
      const seen = bench.frames;
      grid.scrollTop += step;
      do await new Promise((done) => { setTimeout(done, 0); }); while (bench.frames === seen || bench.pending > 0);
      frames.push(bench.costs.at(-1));
    }
    return { applied, frames, rows: document.querySelectorAll('[role=row]').length };
  }, { count: Redraws, step: 3 * 36 });
  printTimes(`applying a patch (${rows} rows mirrored)`, applied);
  printTimes('a whole frame without a canvas', frames);
  await context.close();
}

/** @param {import('playwright-core').Browser} browser @param {string} url */
async function printFrames(browser, url) {
  const page = await openPage(browser, url);
  title(`Frame of a full redraw, ${Redraws} frames`, 'min', 'median', 'max');
  for (const view of ['Overview', 'Chart reach', 'Videos']) {
    await page.getByRole('tab', { name: new RegExp(`^${view}`) }).click();
    printTimes(`${view}, resized by a pixel`, await redraw(page, 'resize'));
    printTimes(`${view}, colours switched`, await redraw(page, 'colours'));
  }
  await page.mouse.move(Viewport.width / 2, Viewport.height - 2);
  await page.waitForTimeout(500);
  const before = await page.evaluate(() => /** @type {any} */ (window).bench.frames);
  await page.waitForTimeout(IdleMs);
  const { frames, pending } = await page.evaluate(() => /** @type {any} */ (window).bench);
  title('Idle page', 'frames', 'requested');
  line(`${IdleMs / 1000} seconds without input`, String(frames - before), String(pending));
  await page.context().close();
}

/** @param {import('playwright-core').Browser} browser @param {string} url */
async function printSlowPhone(browser, url) {
  title(`First visit on a slow phone, ${SlowRuns} runs`, 'min', 'median', 'max');
  const { painted, ready, busy } = await measureSlowPhone(browser, url, SlowRuns);
  printTimes('the tables are painted', painted);
  printTimes('the explorer can be used', ready);
  printTimes('tasks beyond 50 ms, all together', busy);
}

/** @param {string} url */
async function printLighthouse(url) {
  title(`Lighthouse: performance, ${LighthouseRuns} runs`, 'min', 'median', 'max');
  for (const form of Forms) {
    const scores = [];
    let times = '';
    for (let run = 0; run < LighthouseRuns; ++run) {
      const report = await examine(url, form, BrowserFlags);
      scores.push(report.scores.performance);
      times = Object.entries(report.times).map(([name, time]) => `${name} ${time}`).join(', ');
    }
    scores.sort((a, b) => a - b);
    line(form, String(scores[0]), String(scores[LighthouseRuns >> 1]), String(scores[LighthouseRuns - 1]));
    console.log(`  last run: ${times}`);
  }
}

const server = await startServer({ root: dist });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: BrowserFlags });
try {
  await printMachine(browser);
  printSizes();
  await printFirstRows(browser, server.url);
  await printFrames(browser, server.url);
  await printMap(browser, server.url);
  await printTwin(browser, server.url);
  await printSlowPhone(browser, server.url);
  await browser.close();
  await printLighthouse(server.url);
} finally {
  await browser.close();
  await server.close();
}
