// The program comes in two parts. The first view needs the first alone; whatever a reader does next finds the second
// there, or waits for it, or is told why there is no more.
import assert from 'node:assert/strict';
import { becomes, dialog, goTo, rows, suite } from './harness.mjs';

const { pageTest } = suite();
const LateFile = '/explorer_late.wasm';

/** How the page asked for the second part. @param {import('playwright-core').Page} page */
const asked = (page) => page.evaluate((file) => performance.getEntriesByType('resource')
  .filter(({ name }) => name.endsWith(file)).map((each) => /** @type {PerformanceResourceTiming} */ (each).initiatorType), LateFile);

/** Answers the requests for the second part, one after the other; undefined: as the server does. @param {(((response: import('node:http').ServerResponse) => void) | undefined)[]} answers */
function late(answers) {
  let number = 0;
  return (/** @type {unknown} */ _request, /** @type {import('node:http').ServerResponse} */ response, /** @type {string} */ path) => {
    if (path !== LateFile) return false;
    const answer = answers[Math.min(number, answers.length - 1)];
    number += 1;
    answer?.(response);
    return answer !== undefined;
  };
}
const refuse = (/** @type {import('node:http').ServerResponse} */ response) => void response.writeHead(503).end();
const neverAnswer = () => {};

for (const [size, viewport] of Object.entries({ desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } })) {
  pageTest(`The first view stands without the second part, which comes by itself, ${size}`, { viewport, intercept: late([neverAnswer]) }, async (page) => {
    await becomes(() => page.getByRole('tab').count(), 5);
    await becomes(() => page.locator('html').getAttribute('data-explorer-state'), 'ready');
    await becomes(() => page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/map.bin'))), true);
    assert.deepEqual((await asked(page)).filter((how) => how !== 'fetch'), [], 'nothing stood still for it');
  });
}

/** Notes when the first view stands. */
const markReady = () => {
  new MutationObserver(() => {
    if (document.documentElement.dataset.explorerState === 'ready') performance.mark('ready');
  }).observe(document, { subtree: true, attributeFilter: ['data-explorer-state'] });
};
pageTest('The first view asks for no script but the start and the glue of the program', { prepare: markReady }, async (page) => {
  const scripts = await page.evaluate(() => performance.getEntriesByType('resource')
    .filter(({ name, startTime }) => /\.m?js$/.test(name) && startTime < performance.getEntriesByName('ready')[0].startTime)
    .map(({ name }) => name.replace(/.*\//, '')).sort());
  assert.deepEqual(scripts, ['boot.js', 'explorer.mjs']);
});

pageTest('What is done before the second part has come waits for it', { intercept: late([neverAnswer, undefined]) }, async (page) => {
  await page.keyboard.press('Control+K');
  await becomes(() => dialog(page).getByRole('combobox').count(), 1);
  await page.keyboard.press('Escape');
  await goTo(page, 'Articles');
  await becomes(async () => await rows(page).count() > 0, true);
});

pageTest('An address that shows more than the first view waits for both parts', { query: '#v=1&view=videos' }, async (page) => {
  await becomes(async () => await rows(page).count() > 0, true);
  assert.deepEqual(await asked(page), ['fetch']);
});

pageTest('Where the second part cannot be had, the page says so', {
  intercept: late([refuse]), expected: [/explorer_late\.wasm/, /A part of the explorer cannot be loaded/, /status of 503/],
}, async (page) => {
  await page.keyboard.press('Control+K');
  await becomes(() => page.getByRole('alert').count(), 1);
  assert.match(await page.getByRole('alert').innerText(), /A part of the explorer cannot be loaded.*explorer_late\.wasm.*503/);
});
