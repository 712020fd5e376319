// Map and timeline of the overview for the tests that point, click and drag on them: where their panels are, and
// where in a picture something lies, found by trying, not by knowing how it is drawn.
import assert from 'node:assert/strict';
import { becomes } from './harness.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** The page has drawn what it was told of. @param {Page} page */
export const frames = (page) => page.evaluate(() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)));
}));

/** A panel of the overview. @param {Page} page @param {string} name */
export const panel = (page, name) => page.getByRole('region', { name, exact: true });
/** What a panel lists, each the button that opens it. @param {Page} page @param {string} name */
export const listed = (page, name) => panel(page, name).getByRole('listitem').getByRole('button', { name: /^(?!article )/ });
/** @param {import('playwright-core').Locator} all @returns {Promise<string[]>} */
export const names = (all) => all.evaluateAll((each) => each.map((one) => one.getAttribute('aria-label') ?? ''));
/** @param {import('playwright-core').Locator} one */
export const isLit = (one) => one.evaluate((each) => /** @type {HTMLElement} */ (each).dataset.lit !== undefined);

// ---- The map. ----

/** @param {Page} page */
export const mapPanel = (page) => panel(page, 'Where it charted');
/** @param {Page} page */
export const worldMap = (page) => mapPanel(page).getByRole('application', { name: /^World map/ });
/** How many regions the map says are named on it; the map itself is there. @param {Page} page @param {number} count */
export const mapNames = (page, count) => becomes(
  async () => /(\d+) regions? named/.exec(await worldMap(page).getAttribute('aria-label') ?? '')?.[1], String(count));
/** The map came, with the five regions of the bundled dataset. @param {Page} page */
export const mapIsThere = (page) => mapNames(page, 5);
/** @param {Page} page @param {string} name */
export const region = (page, name) => mapPanel(page).getByRole('button', { name: new RegExp(`^${name}:`) });
/** Names in the list of regions on the map. @param {Page} page */
export const regionNames = async (page) => {
  const all = await names(mapPanel(page).getByRole('list', { name: 'Regions', exact: true }).getByRole('button'));
  return all.map((each) => each.replace(/:.*/, '')).sort();
};
/** Of those that the map has no place for. @param {Page} page @param {RegExp} name */
export const offMap = (page, name) =>
  mapPanel(page).getByRole('list', { name: 'Regions that are not on the map' }).getByRole('button', { name });

/**
 * Where a place is on the page, as parts of the map's width and height: zoom 1, where all of the map fits.
 * @param {Page} page @param {number} x @param {number} y
 */
export async function placeOf(page, x, y) {
  const box = await worldMap(page).boundingBox();
  assert.ok(box);
  return { x: box.x + x * box.width, y: box.y + y * box.height };
}

/**
 * Points at a region: moves the mouse over the map, first with great steps, until the list lights up `name`.
 * @param {Page} page @param {string} name
 */
export async function pointAt(page, name) {
  const box = await worldMap(page).boundingBox();
  assert.ok(box);
  for (const step of [48, 16]) {
    for (let y = box.y + 6; y < box.y + box.height; y += step) {
      for (let x = box.x + 6; x < box.x + box.width; x += step) {
        await page.mouse.move(x, y);
        await frames(page);
        if (await isLit(region(page, name))) return { x, y };
      }
    }
  }
  return assert.fail(`no place of the map lights up ${name}`);
}

// ---- The timeline. ----

/** @param {Page} page */
export const timePanel = (page) => panel(page, 'When things came out');
/** @param {Page} page */
export const timePlot = (page) => timePanel(page).getByRole('group', { name: /^Timeline, / });
/** @param {Page} page */
export const timeEntries = (page) => timePanel(page).getByRole('list', { name: 'Dated entries' }).getByRole('listitem');
/** @param {Page} page @param {RegExp} name */
export const timeEntry = (page, name) => timeEntries(page).getByRole('button', { name });

/**
 * Drags over part of the plot, in fractions of its width; `drop: false` leaves the button down.
 * @param {Page} page @param {number} from @param {number} to @param {{drop?: boolean}} [options]
 */
export async function brushTime(page, from, to, { drop = true } = {}) {
  await timePlot(page).scrollIntoViewIfNeeded();
  const box = await timePlot(page).boundingBox();
  assert.ok(box);
  const y = box.y + box.height - 8;
  await page.mouse.move(box.x + box.width * from, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * (from + to) / 2, y, { steps: 4 });
  await page.mouse.move(box.x + box.width * to, y, { steps: 4 });
  if (drop) await page.mouse.up();
}
