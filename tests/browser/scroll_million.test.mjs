// A table that is far higher than a browser lets an element be: every row is reached, by wheel, keys and scroll
// bar, what moves moves by as much as it should, and the page stays as small as it was.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { becomes, expectSoon, goTo, grid, rows, suite, waitForState } from './harness.mjs';

const { visit } = suite();
const ReadyMs = 150_000;
/** Only the first is beyond what Chromium lays out; the others are beyond what the explorer has it lay out. */
const Shapes = [
  { name: 'A million rows, 1440 x 900', count: 1_000_000, viewport: { width: 1440, height: 900 }, row: 36 },
  { name: '150,000 cards, 390 x 844', count: 150_000, viewport: { width: 390, height: 844 }, touch: true, row: 64 },
  { name: '150,000 rows, 1440 x 900, without canvas', count: 150_000, query: '&render=html', viewport: { width: 1440, height: 900 }, row: 36 },
];
/** The header is row 1. */
const lastOf = (shape) => shape.count + 1;

/** What is in sight: rows wholly inside the window of the scroll area, from its top. */
const sight = (page) => page.evaluate(() => {
  const row = document.querySelector('#mirror [role=grid] [role=row][data-act]');
  const scroller = row.closest('.scrolls');
  const box = scroller.getBoundingClientRect();
  const sticky = scroller.querySelector('.sticky')?.getBoundingClientRect().height ?? 0;
  const all = [...scroller.querySelectorAll('[role=row][data-act]')].map((each) => ({
    index: Number(each.getAttribute('aria-rowindex')), y: each.getBoundingClientRect().top - box.top,
    h: each.getBoundingClientRect().height, top: parseFloat(each.style.top),
  }));
  const inside = all.filter(({ y, h }) => y >= sticky - 0.6 && y + h <= scroller.clientHeight + 0.6);
  return {
    rows: inside, built: all.length, nodes: document.querySelectorAll('#mirror *').length,
    top: scroller.scrollTop, reach: scroller.scrollHeight - scroller.clientHeight, height: scroller.clientHeight - sticky,
    farthest: Math.max(...all.map(({ top }) => top)),
    contiguous: inside.every(({ index, y }, i) => i === 0 || (index === inside[i - 1].index + 1 && Math.abs(y - inside[i - 1].y - inside[i - 1].h) < 0.6)),
    focused: Number(document.activeElement?.closest('[role=row]')?.getAttribute('aria-rowindex') ?? 0),
  };
});
/** How far down the first px in sight is, in px of the whole table. */
const place = ({ rows: [first] }) => (first.index - 2) * first.h - first.y;
const setTop = (page, share) => page.evaluate((wanted) => {
  const scroller = document.querySelector('#mirror [role=grid] [role=row][data-act]').closest('.scrolls');
  scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) * wanted;
}, share);

/** The sight once nothing changes any more. */
async function settled(page) {
  let before = '';
  for (;;) {
    await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 40))); }));
    const now = await sight(page);
    if (JSON.stringify(now) === before) return now;
    before = JSON.stringify(now);
  }
}

/** Rows without a gap fill the window. */
function assertFilled(seen, shape) {
  assert.ok(seen.contiguous, `rows in sight: ${JSON.stringify(seen.rows)}`);
  const least = Math.floor(seen.height / shape.row) - 1;
  assert.ok(seen.rows.length >= least, `${seen.rows.length} rows in sight, not ${least}`);
  assert.ok(seen.farthest <= 4_000_000, `a row at ${seen.farthest} px`);
}

async function wheels(page, shape) {
  for (const share of [0.5, 0.013, 0.987]) {
    await setTop(page, share);
    let before = await settled(page);
    assertFilled(before, shape);
    const { nodes, built } = before;
    for (const dy of [100, -3, 120, 700]) {
      if (shape.touch) {
        await page.evaluate((px) => { document.querySelector('#mirror [role=grid] [role=row][data-act]').closest('.scrolls').scrollTop += px; }, dy);
      } else {
        await page.mouse.wheel(0, dy);
      }
      const wanted = place(before) + dy;
      await expectSoon(async () => assert.ok(Math.abs(place(await settled(page)) - wanted) < 0.6, `by ${dy} px at ${share}`));
      before = await settled(page);
      assertFilled(before, shape);
      assert.ok(Math.abs(before.built - built) <= 1, `${before.built} rows instead of ${built}`);
      assert.ok(Math.abs(before.nodes - nodes) <= nodes / 8, `${before.nodes} elements instead of ${nodes}`);
    }
  }
}

async function drags(page, shape) {
  let last = 0;
  for (const share of [0, 0.001, 0.25, 0.5, 0.75, 0.999, 1]) {
    await setTop(page, share);
    const seen = await settled(page);
    assertFilled(seen, shape);
    const { index } = seen.rows[0];
    assert.ok(index > last, `row ${index} at ${share} comes after row ${last}`);
    assert.ok(Math.abs(index / shape.count - share) < 0.013, `row ${index} at ${share}`);
    last = index;
  }
  assert.equal((await settled(page)).rows.at(-1).index, lastOf(shape));
  await setTop(page, 0);
  assert.equal((await settled(page)).rows[0].index, 2);
}

async function presses(page, shape) {
  const last = lastOf(shape);
  const press = async (key, wanted) => {
    await page.keyboard.press(key);
    await becomes(async () => (await settled(page)).focused, wanted, key);
    const seen = await settled(page);
    assertFilled(seen, shape);
    if (wanted > 1) assert.ok(seen.rows.some(({ index }) => index === wanted), `row ${wanted} is in sight after ${key}`);
    return seen;
  };
  await grid(page).locator('[tabindex="0"]').focus();
  await press('Control+Home', 1);
  await press('ArrowDown', 2);
  const { height } = await press('Control+End', last);
  // What is wholly in sight, but for one row that stays.
  const step = Math.floor(height / shape.row) - 1;
  await press('ArrowDown', last);
  await press('ArrowUp', last - 1);
  await press('PageUp', last - 1 - step);
  await press('Control+Home', 1);
  await press('ArrowDown', 2);
  for (let i = 1; i < 4; i++) await press('PageDown', 2 + step * i);
  await press('Control+End', last);
  for (let i = 1; i < 4; i++) await press('PageUp', last - step * i);
  await press('Control+Home', 1);
  await press('ArrowDown', 2);
}

/** A slow way from the middle: the scroll bar is put right at its end, and the rows stay. */
async function rests(page, shape) {
  await setTop(page, 0.4);
  const before = await settled(page);
  for (let i = 0; i < 30; i++) {
    await page.evaluate(() => new Promise((done) => {
      const scroller = document.querySelector('#mirror [role=grid] [role=row][data-act]').closest('.scrolls');
      scroller.scrollTop += 500;
      requestAnimationFrame(() => done(undefined));
    }));
  }
  const after = await settled(page);
  assert.ok(Math.abs(place(after) - place(before) - 15_000) < 1, `${place(after) - place(before)} px`);
  assert.ok(Math.abs(after.top / after.reach - place(after) / (shape.count * after.rows[0].h)) < 0.013);
}

for (const shape of Shapes) {
  test(shape.name, { timeout: 300_000 }, () => visit({
    query: `?demo=${shape.count}${shape.query ?? ''}`, viewport: shape.viewport, touch: shape.touch, state: null,
  }, async (page) => {
    await waitForState(page, 'ready', ReadyMs);
    await goTo(page, 'Articles');
    await becomes(() => grid(page).getAttribute('aria-rowcount'), String(lastOf(shape)));
    const start = await settled(page);
    assert.equal(start.rows[0].index, 2);
    assertFilled(start, shape);
    await rows(page).nth(2).hover();
    await drags(page, shape);
    await wheels(page, shape);
    await presses(page, shape);
    await rests(page, shape);
  }));
}
