// The timeline of the overview: brush, click, hover, zoom, its list, and that everything else follows.
import assert from 'node:assert/strict';
import { becomes, chips, count, detail, expectSoon, Facts, search, suite, tab, typeQuery } from './harness.mjs';
import { brushTime as brush, frames, timeEntries as entries, timeEntry as entry, timePanel as panel, timePlot as plot } from './surfaces.mjs';

const { pageTest } = suite();
/** @typedef {import('playwright-core').Page} Page */
/** @param {Page} page @param {string} name */
const button = (page, name) => panel(page).getByRole('button', { name, exact: true });
/** The middle of an entry, on the screen. @param {Page} page @param {RegExp} name */
async function middle(page, name) {
  await entry(page, name).scrollIntoViewIfNeeded();
  const box = await entry(page, name).boundingBox();
  assert.ok(box, `${name} is on the screen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
/**
 * A boundary between two days in the plot: the days on both sides, and the x of it, to 2 px. Found by brushing up to
 * places nearer and nearer to it.
 * @param {Page} page
 */
async function dayBoundary(page) {
  const lastDay = async (/** @type {number} */ to) => {
    await search(page).fill('');
    await becomes(() => chips(page).count(), 0);
    await brush(page, 0.45, to);
    let day = '';
    await expectSoon(async () => {
      day = /^date:\S+\.\.(\d{4}-\d\d-\d\d)$/.exec(await search(page).inputValue())?.[1] ?? '';
      assert.ok(day, await search(page).inputValue());
    });
    return day;
  };
  const width = (await plot(page).boundingBox())?.width ?? 0;
  let least = 0.6, most = 0.7;
  const before = await lastDay(least);
  let after = await lastDay(most);
  assert.ok(before < after, `${before} and ${after} are two days`);
  while ((most - least) * width > 2) {
    const middle = (least + most) / 2, day = await lastDay(middle);
    if (day === before) {
      least = middle;
    } else {
      most = middle;
      after = day;
    }
  }
  return { before, after, share: (least + most) / 2 };
}
/** Chooses dates by the search box, as they are written. @param {Page} page @param {string} text */
async function choose(page, text) {
  await search(page).fill(text);
  await becomes(() => chips(page).count(), 1);
  await becomes(() => button(page, 'Clear dates').count(), 1);
  await frames(page);
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

pageTest('A range of the query filters, and can be taken back', {}, async (page) => {
  await typeQuery(page, 'date:2023-03..2023-03');
  await becomes(() => tab(page, 'Releases').getAttribute('aria-label'), 'Releases, 1');
  await becomes(() => button(page, 'Clear dates').count(), 1);
  await button(page, 'Clear dates').click();
  await becomes(() => search(page).inputValue(), '');
});

pageTest('One end of the chosen range can be dragged, and the other one stays as the query has it', {}, async (page) => {
  const { before, after, share } = await dayBoundary(page);
  await choose(page, `date:2023-12-05..${before}`);
  await brush(page, share, share - 0.1);
  await expectSoon(async () => assert.match(await search(page).inputValue(), /^date:2023-12-05\.\.2023-12-\d\d$/));
  await expectSoon(async () => assert.ok(await search(page).inputValue() < `date:2023-12-05..${before}`, 'the end was dragged to an earlier day'));
  await choose(page, `date:${after}..2023-12-31`);
  await brush(page, share, share - 0.1);
  await expectSoon(async () => assert.match(await search(page).inputValue(), /^date:2023-12-\d\d\.\.2023-12-31$/));
  await expectSoon(async () => assert.ok(await search(page).inputValue() < `date:${after}`, 'the start was dragged to an earlier day'));
});

pageTest('Escape while dates are brushed leaves the query empty and the details open', {}, async (page) => {
  await entry(page, /^A Gift for ARMY\b/).focus();
  await page.keyboard.press('Enter');
  await becomes(() => detail(page).getByRole('heading', { name: 'A Gift for ARMY' }).count(), 1);
  await brush(page, 0.45, 0.8, { drop: false });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await frames(page);
  assert.equal(await search(page).inputValue(), '');
  assert.equal(await chips(page).count(), 0);
  assert.equal(await detail(page).getByRole('heading', { name: 'A Gift for ARMY' }).count(), 1);
  await brush(page, 0.45, 0.8);
  await expectSoon(async () => assert.match(await search(page).inputValue(), /^date:/));
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

pageTest('The wheel with Ctrl zooms in where a quiet stretch is squeezed, too', {}, async (page) => {
  const all = button(page, 'Show all dates');
  await plot(page).scrollIntoViewIfNeeded();
  const box = await plot(page).boundingBox();
  assert.ok(box);
  for (const share of [0.05, 0.1, 0.29]) {
    assert.equal(await all.getAttribute('aria-disabled'), 'true');
    await page.mouse.move(box.x + box.width * share, box.y + 20);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -120);
    await page.keyboard.up('Control');
    await becomes(() => all.getAttribute('aria-disabled').then((value) => value === 'true'), false, `at ${share} of the width`);
    await all.click();
    await becomes(() => all.getAttribute('aria-disabled'), 'true');
  }
});

pageTest('Many dates are bars, which are entries with counts that zoom in', { query: '?demo=3000' }, async (page) => {
  await expectSoon(async () => assert.ok(await entries(page).count() > 10), 20_000);
  const bar = entries(page).getByRole('button', { name: /Charts: [\d,]+/ }).first();
  const name = await plot(page).getAttribute('aria-label');
  await bar.focus();
  await page.keyboard.press('Enter');
  await expectSoon(async () => assert.notEqual(await plot(page).getAttribute('aria-label'), name));
});

pageTest('On a phone the list stands below the plot, and a swipe up or down over it scrolls the page', { viewport: { width: 390, height: 844 }, touch: true }, async (page) => {
  await plot(page).scrollIntoViewIfNeeded();
  const box = await plot(page).boundingBox();
  const list = await panel(page).getByRole('list', { name: 'Dated entries' }).boundingBox();
  assert.ok(box && list && list.y >= box.y + box.height);
  assert.match(await plot(page).evaluate((each) => getComputedStyle(each).touchAction), /\bpan-y\b/);
  await entry(page, /FACE/).tap();
  await becomes(() => detail(page).getByRole('heading', { name: 'FACE' }).count(), 1);
});
