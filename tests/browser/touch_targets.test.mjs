// What a finger presses is at least 44 px in both directions, in every view and dialog: the box itself, or what around it
// belongs to it. Links that are part of a running text may be as high as their line (WCAG 2.5.8).
import assert from 'node:assert/strict';
import { becomes, detail, dialog, firstCell, goTo, rows, search, suite, tab } from './harness.mjs';

const { pageTest } = suite();
const Phone = { viewport: { width: 390, height: 844 }, touch: true };
const Views = ['Overview', 'Articles', 'Releases', 'Chart reach', 'Videos'];

/** Controls in sight that a finger would miss, in words. @param {import('playwright-core').Page} page */
const tooSmall = (page) => page.evaluate(() => {
  const Least = 44;
  const reach = Least / 2 - 1;
  const owner = (x, y) => {
    const at = document.elementFromPoint(x, y);
    return at?.closest('button, a[href], input, [role=row][data-act]') ?? at;
  };
  return [...document.querySelectorAll('#mirror :is(button, a[href], input, [role=row][data-act])')].flatMap((each) => {
    const box = each.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const hidden = x < 0 || y < 0 || x >= innerWidth || y >= innerHeight || owner(x, y) !== each;
    if (hidden || each.closest('[aria-hidden=true], p')) return [];
    const points = [];
    if (box.width < Least - 0.5) points.push([x - reach, y], [x + reach, y]);
    if (box.height < Least - 0.5) points.push([x, y - reach], [x, y + reach]);
    // What has scrolled away of it is judged a page before or after.
    const area = each.closest('.scrolls')?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight);
    const inSight = (px, py) => px >= Math.max(area.left, 0) && py >= Math.max(area.top, 0)
      && px < Math.min(area.right, innerWidth) && py < Math.min(area.bottom, innerHeight);
    const missed = points.filter(([px, py]) => inSight(px, py) && owner(px, py) !== each);
    if (missed.length === 0) return [];
    return [`${each.getAttribute('aria-label') ?? each.textContent}: ${Math.round(box.width)}x${Math.round(box.height)} at ${Math.round(box.left)},${Math.round(box.top)}`];
  });
});

/** Page by page to the end of what scrolls. */
async function assertLarge(page, what, scroller) {
  for (let step = 0; step < 40; step++) {
    assert.deepEqual(await tooSmall(page), [], `${what}, page ${step + 1}`);
    const moved = await page.evaluate((selector) => {
      const area = document.querySelector(selector);
      const before = area?.scrollTop ?? 0;
      area?.scrollBy(0, area.clientHeight * 0.8);
      return area ? area.scrollTop - before : 0;
    }, scroller);
    if (moved < 1) return;
    await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
  }
}

for (const query of ['', '?render=html']) {
  pageTest(`Everything in every view ${query}`, { ...Phone, query }, async (page) => {
    for (const name of Views) {
      await goTo(page, name);
      await assertLarge(page, name, 'main [role=tabpanel] .scrolls:not(:has([role=columnheader]))');
    }
    await page.getByRole('button', { name: 'Show as cards' }).tap();
    await becomes(() => page.getByRole('button', { name: 'Show as a table' }).count(), 1);
    await assertLarge(page, 'cards', '[role=grid] .scrolls:not(:has([role=columnheader]))');
  });

  pageTest(`Details, dialogs and filters ${query}`, { ...Phone, query }, async (page) => {
    for (const name of Views.slice(1)) {
      await goTo(page, name);
      await rows(page).first().tap();
      await becomes(() => dialog(page).count(), 1);
      await assertLarge(page, `details of ${name}`, '[role=dialog] .scrolls');
      await detail(page).getByRole('button', { name: 'Close details' }).tap();
      await becomes(() => dialog(page).count(), 0);
    }
    for (const column of ['Title', 'Kind', 'Date']) {
      await page.getByRole('button', { name: new RegExp(`^Filter ${column}`) }).first().tap();
      await becomes(() => dialog(page).count(), 1);
      assert.deepEqual(await tooSmall(page), [], `filter of ${column}`);
      await dialog(page).getByRole('button', { name: 'Close' }).tap();
      await becomes(() => dialog(page).count(), 0);
    }
    await search(page).fill('kind:"dance video" sort:title -publisher:x');
    await becomes(() => rows(page).count(), 4);
    assert.deepEqual(await tooSmall(page), [], 'chips');
    await firstCell(rows(page).first()).evaluate((each) => each.closest('[role=row]').focus());
    await page.keyboard.press('Shift+Space');
    await becomes(() => page.getByRole('button', { name: 'Clear marks' }).count(), 1);
    assert.deepEqual(await tooSmall(page), [], 'marks');
    await search(page).fill('zebra closer');
    await becomes(() => page.getByRole('region', { name: 'Nothing matches' }).count(), 1);
    assert.deepEqual(await tooSmall(page), [], 'nothing matches');
    await search(page).fill('');
    await tab(page, 'Overview').tap();
    await page.getByRole('button', { name: /^Save/ }).first().tap();
    await becomes(() => dialog(page).count(), 1);
    assert.deepEqual(await tooSmall(page), [], 'pictures');
  });
}

pageTest('Nothing keeps a reader from zooming the page, but the two pictures that zoom themselves', Phone, async (page) => {
  for (const name of Views) {
    await goTo(page, name);
    const held = await page.locator('#mirror *').evaluateAll((all) => all
      .filter((each) => !/^(auto|manipulation|.*pinch-zoom.*)$/.test(getComputedStyle(each).touchAction))
      .filter((each) => !each.closest('[data-surface="map"], [data-surface="time"]'))
      .map((each) => `${each.getAttribute('aria-label') ?? each.className}: ${getComputedStyle(each).touchAction}`));
    assert.deepEqual(held, [], name);
  }
  const viewport = await page.locator('meta[name=viewport]').getAttribute('content');
  assert.doesNotMatch(viewport, /user-scalable|maximum-scale/);
  const chained = await page.locator('#mirror .scrolls').evaluateAll((all) => all.filter((each) => getComputedStyle(each).overscrollBehaviorY !== 'auto').length);
  assert.equal(chained, 0, 'at the end of a list the page around goes on');
});
