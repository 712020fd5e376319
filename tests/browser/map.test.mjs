// The map of the world: it comes after the page, filters by click and drag, zooms by buttons, keys and wheel, and
// is a list of regions for whoever does not see it.
import assert from 'node:assert/strict';
import { becomes, chips, expectSoon, search, suite, tab, typeQuery } from './harness.mjs';
import { frames, mapIsThere as isThere, mapPanel as panel, placeOf, pointAt, region, worldMap as map } from './surfaces.mjs';

const { pageTest } = suite();
const Named = ['United States', 'Japan', 'France', 'Germany', 'South Korea'];

/** @typedef {import('playwright-core').Page} Page */
/** Answers for the map. @param {(response: import('node:http').ServerResponse) => void} answer */
const mapAnswer = (answer) => (/** @type {unknown} */ _request, /** @type {import('node:http').ServerResponse} */ response, /** @type {string} */ path) => {
  if (!path.endsWith('/map.bin')) return false;
  answer(response);
  return true;
};

pageTest('The map is fetched after the rows, and until then the list stands alone', {
  intercept: mapAnswer((response) => setTimeout(() => { response.writeHead(404); response.end(); }, 1500)),
  expected: [/404/],
}, async (page, { answer }) => {
  await becomes(() => panel(page).getByRole('status').innerText(), 'The map is coming');
  for (const name of Named) assert.equal(await region(page, name).count(), 1, name);
  await becomes(() => panel(page).getByRole('status').innerText().then((text) => /could not be loaded/.test(text)), true);
  answer();
  await panel(page).getByRole('button', { name: 'Retry' }).click();
  await isThere(page);
  assert.equal(await panel(page).getByRole('status').count(), 0);
});

pageTest('A file that is no map is refused in words', {
  intercept: mapAnswer((response) => response.end('<!doctype html>')),
}, async (page) => {
  await becomes(() => panel(page).getByRole('status').innerText().then((text) => /could not be loaded/.test(text)), true);
  assert.equal(await region(page, 'Japan').count(), 1);
});

pageTest('The page is ready before it asks for the map, and where there is no map it does not ask', {}, async (page, { paths }) => {
  await isThere(page);
  assert.ok(paths.some((path) => path.endsWith('/map.bin')));
});

pageTest('A region is a list item with its standing; a click filters by it and shows it as a chip', {}, async (page) => {
  await isThere(page);
  const list = panel(page).getByRole('list', { name: 'Regions', exact: true });
  assert.equal(await list.getByRole('listitem').count(), Named.length);
  const names = await list.getByRole('button').evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
  assert.ok(names.includes('Japan: No. 1, 1 entry'), String(names));
  const others = panel(page).getByRole('list', { name: 'Regions that are not on the map' });
  assert.equal(await others.getByRole('button', { name: 'World 1 (YouTube trending MVs): No. 1, 2 entries' }).count(), 1);
  assert.equal(await others.getByRole('button', { name: 'Europe – (European iTunes Song Chart): position not stated, 1 entry' }).count(), 1);
  await region(page, 'Japan').click();
  await becomes(() => search(page).inputValue(), 'region=JP');
  assert.match(await chips(page).first().innerText(), /Japan/);
  assert.equal(await region(page, 'Japan').getAttribute('aria-pressed'), 'true');
  assert.equal(await region(page, 'France').getAttribute('aria-pressed'), 'false', 'the others can still be chosen');
  await region(page, 'Japan').click();
  await becomes(() => search(page).inputValue(), '');
});

pageTest('A click on a country filters by it, and pointing at it lights it up in the list', {}, async (page) => {
  await isThere(page);
  const place = await pointAt(page, 'United States');
  await page.mouse.click(place.x, place.y);
  await becomes(() => search(page).inputValue(), 'region=US');
  const again = await pointAt(page, 'United States');  // the chips moved it
  await page.mouse.click(again.x, again.y);
  await becomes(() => search(page).inputValue(), '');
});

pageTest('A dragged box filters by the regions in it', {}, async (page) => {
  await isThere(page);
  const from = await placeOf(page, 0.4, 0.05), to = await placeOf(page, 0.6, 0.5);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, to.y, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.up();
  await becomes(async () => (await search(page).inputValue()).replace('region=', '').split(',').sort(), ['DE', 'FR']);
});

pageTest('Buttons, keys and Ctrl with the wheel zoom, and all of it can be shown again', {}, async (page) => {
  await isThere(page);
  const whole = panel(page).getByRole('button', { name: 'Show the whole map' });
  assert.equal(await whole.count(), 0);
  assert.equal(await panel(page).getByRole('button', { name: 'Zoom out' }).getAttribute('aria-disabled'), 'true');
  await panel(page).getByRole('button', { name: 'Zoom in' }).click();
  await becomes(() => whole.count(), 1);
  await whole.click();
  await becomes(() => whole.count(), 0);
  await map(page).focus();
  await page.keyboard.press('+');
  await becomes(() => whole.count(), 1);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('0');
  await becomes(() => whole.count(), 0);
  const { x, y } = await placeOf(page, 0.5, 0.5);
  await page.mouse.move(x, y);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -200);
  await page.keyboard.up('Control');
  await becomes(() => whole.count(), 1);
});

pageTest('The wheel alone zooms the map where the window has nothing to scroll', {}, async (page) => {
  await isThere(page);
  const { x, y } = await placeOf(page, 0.5, 0.5);
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -200);
  await becomes(() => panel(page).getByRole('button', { name: 'Show the whole map' }).count(), 1);
});

pageTest('The wheel alone leaves the map as it is where the page scrolls, and scrolls it', { viewport: { width: 1024, height: 560 } }, async (page) => {
  await isThere(page);
  const top = () => page.locator('main .scrolls').first().evaluate((each) => each.scrollTop);
  const { x, y } = await placeOf(page, 0.5, 0.1);
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, 100);
  await expectSoon(async () => assert.ok(await top() > 0));
  assert.equal(await panel(page).getByRole('button', { name: 'Show the whole map' }).count(), 0);
});

pageTest('The colours can stand for another measure', {}, async (page) => {
  await isThere(page);
  const measures = panel(page).getByRole('group', { name: 'Colour by' });
  assert.equal(await measures.getByRole('button', { name: 'Best position' }).getAttribute('aria-pressed'), 'true');
  await measures.getByRole('button', { name: 'Entries' }).click();
  await becomes(async () => /^World map: Entries/.test(await map(page).getAttribute('aria-label') ?? ''), true);
  assert.equal(await measures.getByRole('button', { name: 'Entries' }).getAttribute('aria-pressed'), 'true');
});

pageTest('In HTML the map is drawn as a picture with the names on it', { query: '?render=html' }, async (page) => {
  await isThere(page);
  const shapes = await map(page).locator('path').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().width));
  assert.ok(shapes.length > 150, 'a shape for each country');
  assert.ok(shapes.filter((width) => width > 1).length > 120, 'that can be seen');
  assert.equal(await map(page).getByText('Japan').count(), 1);
  await region(page, 'Japan').click();
  await becomes(() => search(page).inputValue(), 'region=JP');
});

pageTest('With 100,000 generated articles the list is short, and the enlarged panel has every region', { query: '?demo=100000' }, async (page) => {
  await expectSoon(async () => assert.match(await map(page).getAttribute('aria-label') ?? '', /\d+ regions named/), 20_000);
  assert.ok(await panel(page).getByRole('list', { name: 'Regions', exact: true }).getByRole('listitem').count() <= 12);
  const all = panel(page).getByRole('button', { name: /^Show all/ });
  const count = Number((await all.innerText()).replace(/\D/g, ''));
  assert.ok(count > 60, `${count} regions`);
  await all.click();
  await becomes(() => panel(page).getByRole('list', { name: 'Regions', exact: true }).getByRole('listitem').count(), count);
  await becomes(() => panel(page).getByRole('button', { name: /^Show all/ }).count(), 0);
});

pageTest('On a touch screen a tap chooses a region', { viewport: { width: 390, height: 844 }, touch: true }, async (page) => {
  await isThere(page);
  await map(page).scrollIntoViewIfNeeded();
  const { x, y } = await placeOf(page, 0.19, 0.24);
  await page.touchscreen.tap(x, y);
  await becomes(() => search(page).inputValue(), 'region=US');
  await typeQuery(page, '');
});

pageTest('Two fingers that move apart zoom the map and not the page, and filter nothing; one that taps filters', { viewport: { width: 820, height: 1180 }, touch: true }, async (page) => {
  await isThere(page);
  await map(page).scrollIntoViewIfNeeded();
  const zoomOut = panel(page).getByRole('button', { name: 'Zoom out' });
  assert.equal(await zoomOut.getAttribute('aria-disabled'), 'true');
  // The left finger stands on the United States: lifted last, it could be taken for a tap there.
  const left = await placeOf(page, 0.19, 0.24), right = await placeOf(page, 0.3, 0.24);
  const client = await page.context().newCDPSession(page);
  /** @param {'touchStart' | 'touchMove' | 'touchEnd'} type @param {{x: number, y: number}[]} fingers */
  const touch = (type, ...fingers) => client.send('Input.dispatchTouchEvent', { type, touchPoints: fingers.map((finger, id) => ({ ...finger, id })) });
  await touch('touchStart', left);
  await touch('touchStart', left, right);
  for (let step = 1; step <= 10; step++) await touch('touchMove', left, { x: right.x + 20 * step, y: right.y });
  await touch('touchMove', left);  // the right one is lifted
  await touch('touchEnd');
  await becomes(() => zoomOut.getAttribute('aria-disabled').then((value) => value === 'true'), false);
  await frames(page);
  assert.equal(await search(page).inputValue(), '', 'the last finger is no tap');
  assert.equal(await chips(page).count(), 0);
  assert.equal(await page.evaluate(() => visualViewport?.scale), 1);
  await panel(page).getByRole('button', { name: 'Show the whole map' }).tap();
  await becomes(() => zoomOut.getAttribute('aria-disabled'), 'true');
  const { x, y } = await placeOf(page, 0.19, 0.24);
  await page.touchscreen.tap(x, y);
  await becomes(() => search(page).inputValue(), 'region=US');
});
