// The timeline of the overview: brush, click, hover, zoom, its list, and that everything else follows.
import assert from 'node:assert/strict';
import { becomes, chips, count, detail, expectSoon, Facts, search, suite, tab, typeQuery } from './harness.mjs';

const { pageTest } = suite();
/** @typedef {import('playwright-core').Page} Page */
/** @param {Page} page */
const panel = (page) => page.getByRole('region', { name: 'When things came out' });
/** @param {Page} page */
const plot = (page) => panel(page).getByRole('group', { name: /^Timeline, / });
/** @param {Page} page */
const entries = (page) => panel(page).getByRole('list', { name: 'Dated entries' }).getByRole('listitem');
/** @param {Page} page @param {RegExp} name */
const entry = (page, name) => entries(page).getByRole('button', { name });
/** @param {Page} page @param {string} name */
const button = (page, name) => panel(page).getByRole('button', { name, exact: true });
/** The middle of an entry, on the screen. @param {Page} page @param {RegExp} name */
async function middle(page, name) {
  await entry(page, name).scrollIntoViewIfNeeded();
  const box = await entry(page, name).boundingBox();
  assert.ok(box, `${name} is on the screen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
/** Drags over part of the plot, in fractions of its width. @param {Page} page @param {number} from @param {number} to */
async function brush(page, from, to) {
  await plot(page).scrollIntoViewIfNeeded();
  const box = await plot(page).boundingBox();
  assert.ok(box);
  const y = box.y + box.height - 8;
  await page.mouse.move(box.x + box.width * from, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * (from + to) / 2, y, { steps: 4 });
  await page.mouse.move(box.x + box.width * to, y, { steps: 4 });
  await page.mouse.up();
}

pageTest('The timeline is a named group, and its list has every date with its title', {}, async (page) => {
  assert.match(await plot(page).getAttribute('aria-label') ?? '', /^Timeline, .*: 3 releases, 2 videos/);
  await expectSoon(async () => assert.ok(await entries(page).count() >= 8));
  for (const name of [/^FACE\b.*March 2023, inferred/, /^A Gift for ARMY\b.*23 Dec 2023/, /^8 chart entries\b.*about 22 Dec 2023/]) {
    assert.equal(await entry(page, name).count(), 1, String(name));
  }
  const dated = Facts.videos.filter((video) => video.date).length;
  assert.equal(await entries(page).filter({ has: page.getByRole('button', { name: /music video|behind the scenes/ }) }).count(), dated);
});

pageTest('A drag filters by date, the chip and the tabs show it, and the button takes it back', {}, async (page) => {
  const all = await count(page).innerText();
  await brush(page, 0.45, 0.995);
  await becomes(() => chips(page).filter({ hasText: /^Date/ }).count(), 1);
  assert.match(await search(page).inputValue(), /^date:2023-12/);
  await expectSoon(async () => assert.notEqual(await count(page).innerText(), all));
  await becomes(() => tab(page, 'Videos').getAttribute('aria-label'), 'Videos, 2');
  assert.equal(await entry(page, /^FACE\b/).count(), 1, 'what was left out stays in sight');
  await button(page, 'Clear dates').click();
  await becomes(() => search(page).inputValue(), '');
  await becomes(() => count(page).innerText(), all);
});

pageTest('A range of the query is drawn, and one of its ends can be dragged', {}, async (page) => {
  await typeQuery(page, 'date:2023-03..2023-03');
  await becomes(() => tab(page, 'Releases').getAttribute('aria-label'), 'Releases, 1');
  await becomes(() => button(page, 'Clear dates').count(), 1);
});

pageTest('A click on a mark shows its row, and so does Enter on its entry', {}, async (page) => {
  const { x, y } = await middle(page, /^A Gift for ARMY\b/);
  await page.mouse.click(x, y);
  await becomes(() => detail(page).getByRole('heading', { name: 'A Gift for ARMY' }).count(), 1);
  await page.keyboard.press('Escape');
  await entry(page, /^FACE\b/).focus();
  await page.keyboard.press('Enter');
  await becomes(() => detail(page).getByRole('heading', { name: 'FACE' }).count(), 1);
});

pageTest('Hovering a mark lights its row up elsewhere, and leaving it ends that', {}, async (page) => {
  const video = page.getByRole('region', { name: 'Videos' }).getByRole('button', { name: /A Gift for ARMY/ }).first();
  const isLit = () => video.evaluate((each) => each.matches('[data-lit], .b-accent-soft'));
  assert.equal(await isLit(), false);
  const { x, y } = await middle(page, /^A Gift for ARMY\b/);
  await page.mouse.move(x, y);
  await page.mouse.move(x + 1, y);
  await becomes(isLit, true);
  await page.mouse.move(5, 5);
  await becomes(isLit, false);
});

pageTest('Buttons, keys and the wheel with Ctrl zoom; All shows everything', {}, async (page) => {
  const name = () => plot(page).getAttribute('aria-label');
  const whole = await name();
  assert.equal(await button(page, 'Zoom out').getAttribute('aria-disabled'), 'true');
  await button(page, 'Zoom in').click();
  await expectSoon(async () => assert.notEqual(await name(), whole));
  const nearer = await name();
  await plot(page).focus();
  await page.keyboard.press('+');
  await expectSoon(async () => assert.notEqual(await name(), nearer));
  await page.keyboard.press('0');
  await becomes(name, whole);
  await plot(page).scrollIntoViewIfNeeded();
  const box = await plot(page).boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + box.width / 2, box.y + 20);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -240);
  await page.keyboard.up('Control');
  await expectSoon(async () => assert.notEqual(await name(), whole));
  await button(page, 'Show all dates').click();
  await becomes(name, whole);
});

pageTest('Many dates are bars, which are entries with counts that zoom in', { query: '?demo=3000' }, async (page) => {
  await expectSoon(async () => assert.ok(await entries(page).count() > 10), 20_000);
  const bar = entries(page).getByRole('button', { name: /Charts: [\d,]+/ }).first();
  const name = await plot(page).getAttribute('aria-label');
  await bar.focus();
  await page.keyboard.press('Enter');
  await expectSoon(async () => assert.notEqual(await plot(page).getAttribute('aria-label'), name));
});

pageTest('On a phone the list stands below the plot, and a swipe over it scrolls the page', { viewport: { width: 390, height: 844 }, touch: true }, async (page) => {
  await plot(page).scrollIntoViewIfNeeded();
  const box = await plot(page).boundingBox();
  const list = await panel(page).getByRole('list', { name: 'Dated entries' }).boundingBox();
  assert.ok(box && list && list.y >= box.y + box.height);
  assert.equal(await plot(page).evaluate((each) => getComputedStyle(each).touchAction), 'pan-x pan-y');
  await entry(page, /FACE/).tap();
  await becomes(() => detail(page).getByRole('heading', { name: 'FACE' }).count(), 1);
});
