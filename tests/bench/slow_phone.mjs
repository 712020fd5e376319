// What somebody with a slow phone waits for, of a page that is loaded for the first time: the network and the processor
// are slowed down as by Lighthouse's "applied" throttling (its docs/throttling.md), so the figures are of a real wait.

const Phone = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };
/** Slow 4G as developer tools have it: 1.6 Mbit/s less a tenth, 150 ms to and fro, which a request takes 3.75 times. */
const SlowNetwork = {
  offline: false, latency: 150 * 3.75, downloadThroughput: 0.9 * 1.6 * 1024 * 1024 / 8, uploadThroughput: 0.9 * 750 * 1024 / 8,
};
const SlowProcessor = { rate: 4 };
/** What comes after the first view: the map and the second part of the program. */
const AfterwardsMs = 1500;

/** Runs in the page before its scripts: notes when the explorer is there, and what keeps the page busy. */
function watchStart() {
  const start = { readyMs: 0, busyMs: 0 };
  Object.assign(window, { start });
  new MutationObserver(() => {
    if (document.documentElement.dataset.explorerState === 'ready') start.readyMs ||= performance.now();
  }).observe(document, { subtree: true, attributeFilter: ['data-explorer-state'] });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) start.busyMs += duration - 50;
  }).observe({ type: 'longtask', buffered: true });
}

/**
 * @param {import('playwright-core').Browser} browser @param {string} url @param {number} runs
 * @returns {Promise<{painted: number[], ready: number[], busy: number[]}>} ms: until the tables are painted, until the
 *   explorer can be used, and by how much tasks were longer than 50 ms, all together
 */
export async function measureSlowPhone(browser, url, runs) {
  /** @type {{painted: number[], ready: number[], busy: number[]}} */
  const times = { painted: [], ready: [], busy: [] };
  for (let run = 0; run < runs; run += 1) {
    const context = await browser.newContext(Phone);
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', SlowNetwork);
    await devtools.send('Emulation.setCPUThrottlingRate', SlowProcessor);
    await page.addInitScript(watchStart);
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction(() => /** @type {any} */ (window).start.readyMs > 0, undefined, { timeout: 60_000 });
    await page.waitForTimeout(AfterwardsMs);
    const { painted, start } = await page.evaluate(() => ({
      painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      start: /** @type {any} */ (window).start,
    }));
    times.painted.push(painted);
    times.ready.push(start.readyMs);
    times.busy.push(start.busyMs);
    await context.close();
  }
  return times;
}
