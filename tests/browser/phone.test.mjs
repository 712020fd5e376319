// Small screens, fingers, and frames in other pages: everything in reach, nothing wider than the screen.
import assert from 'node:assert/strict';
import { becomes, chips, detail, dialog, expectSoon, explorerFrame, goTo, hostPage, rows, search, suite, tab } from './harness.mjs';

const { pageTest } = suite();
const Views = ['Overview', 'Articles', 'Releases', 'Chart reach', 'Videos'];

/** @param {import('playwright-core').Page | import('playwright-core').Frame} page */
async function nothingOverflows(page, what) {
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(wide <= room, `${what}: ${wide} px in ${room} px`);
  const sideways = await page.locator('main .scrolls').evaluateAll((all) => all
    .filter((each) => each.closest('[role=grid]') === null && each.scrollWidth > each.clientWidth + 1)
    .map((each) => `${each.getAttribute('aria-label') ?? each.className} ${each.scrollWidth} > ${each.clientWidth}`));
  assert.deepEqual(sideways, [], `${what}: only tables scroll sideways`);
}

for (const query of ['', '?render=html']) {
  pageTest(`On a phone by touch: tabs, search, a row and its sheet ${query}`, { viewport: { width: 390, height: 844 }, touch: true, density: 2, query }, async (page) => {
    for (const name of Views) {
      await tab(page, name).tap();
      await becomes(() => tab(page, name).getAttribute('aria-selected'), 'true');
      await nothingOverflows(page, name);
    }
    await search(page).tap();
    await page.keyboard.type('dance');
    await becomes(() => rows(page).count(), 5);
    await becomes(() => chips(page).count(), 1);
    await nothingOverflows(page, 'with a chip');
    await chips(page).first().tap();
    await becomes(() => rows(page).count(), 6);
    await rows(page).first().tap();
    await becomes(() => dialog(page).count(), 1);
    assert.equal(await dialog(page).getAttribute('aria-modal'), 'true');
    await nothingOverflows(page, 'with the sheet');
    const sheet = await dialog(page).boundingBox();
    assert.ok(sheet.x >= 0 && sheet.width <= 390 && sheet.y + sheet.height <= 844.5);
    await detail(page).getByRole('button', { name: 'Close details' }).tap();
    await becomes(() => dialog(page).count(), 0);
    await page.getByRole('button', { name: /^Filter Title/ }).tap();
    await becomes(() => dialog(page).count(), 1);
    await nothingOverflows(page, 'with a filter');
    await dialog(page).getByRole('button', { name: 'Close' }).tap();
    await becomes(() => dialog(page).count(), 0);
  });
}

pageTest('What a finger presses is at least 24 px in both directions', { viewport: { width: 390, height: 844 }, touch: true }, async (page) => {
  for (const name of ['Overview', 'Chart reach']) {
    await goTo(page, name);
    const small = await page.locator('#mirror button, #mirror [role=row][data-act], #mirror input').evaluateAll((all) => all
      .map((each) => ({ name: each.getAttribute('aria-label') ?? each.textContent, box: each.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(({ name: what, box }) => `${what} ${box.width}x${box.height}`));
    assert.deepEqual(small, [], name);
  }
});

pageTest('The sheet closes by a tap beside it', { viewport: { width: 390, height: 844 }, touch: true }, async (page) => {
  await goTo(page, 'Releases');
  await rows(page).first().tap();
  await becomes(() => dialog(page).count(), 1);
  await page.touchscreen.tap(195, 10);
  await becomes(() => dialog(page).count(), 0);
});

pageTest('A long list scrolls under the finger, natively', { viewport: { width: 390, height: 500 }, touch: true }, async (page) => {
  await goTo(page, 'Chart reach');
  const body = page.getByRole('grid').getByRole('rowgroup').last();
  assert.ok(await body.evaluate((each) => each.scrollHeight > each.clientHeight + 50), 'there is something to scroll');
  const box = await body.boundingBox();
  const devtools = await page.context().newCDPSession(page);
  const from = Math.round(box.y + box.height * 0.7);
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: 195, y: from }] });
  for (let step = 1; step <= 10; step++) {
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: 195, y: from - step * 15 }] });
  }
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expectSoon(async () => assert.ok(await body.evaluate((each) => each.scrollTop > 50)));
  assert.equal(await dialog(page).count(), 0, 'a swipe is no tap');
});

for (const [width, height] of [[280, 300], [640, 480], [768, 1024], [2560, 1440]]) {
  pageTest(`At ${width}x${height} nothing is wider than the window`, { viewport: { width, height } }, async (page) => {
    for (const name of Views) {
      await goTo(page, name);
      await nothingOverflows(page, name);
    }
    await rows(page).first().click({ position: { x: 60, y: 10 } });
    await becomes(() => detail(page).count(), 1);
    await nothingOverflows(page, 'detail');
    assert.ok(await detail(page).getByRole('button', { name: 'Close details' }).isVisible());
    await page.keyboard.press('Escape');
    await becomes(() => detail(page).count(), 0);
    await search(page).fill('date:2023-13');
    await becomes(() => page.getByRole('alert').isVisible(), true);
    await nothingOverflows(page, 'query error');
  });
}

pageTest('In an iframe of 640x480 the page works', {
  path: 'host.html',
  state: null,
  intercept: hostPage('<iframe title="Explorer" src="./" width="640" height="480"></iframe>'),
}, async (page) => {
  const frame = await explorerFrame(page);
  await tab(frame, 'Videos').click();
  await becomes(() => rows(frame).count(), 6);
  await nothingOverflows(frame, 'iframe');
  await rows(frame).first().click({ position: { x: 60, y: 10 } });
  await becomes(() => dialog(frame).or(detail(frame)).count(), 1);
  await page.keyboard.press('Escape');
  await becomes(() => dialog(frame).count(), 0);
});

for (const width of [390, 320]) {
  pageTest(`Reading and sharing are in sight and in reach on a phone of ${width} px`, { viewport: { width, height: 700 }, touch: true }, async (page) => {
    for (const name of ['Read as plain tables', 'Save or share', 'Commands']) {
      const tool = page.getByRole('banner').getByRole('button', { name, exact: true });
      const box = await tool.boundingBox();
      assert.ok(box && box.width >= 44 && box.height >= 44 && box.x >= 0 && box.x + box.width <= width, `${name}: ${JSON.stringify(box)}`);
      // Nothing lies over the middle of it.
      assert.equal(await tool.evaluate((each) => {
        const { x, y, width: w, height: h } = each.getBoundingClientRect();
        return each.contains(document.elementFromPoint(x + w / 2, y + h / 2));
      }), true, name);
    }
    await page.getByRole('button', { name: 'Save or share', exact: true }).tap();
    await becomes(() => dialog(page).getByRole('button', { name: /Share/ }).count(), 1);
    await dialog(page).getByRole('button', { name: 'Close' }).tap();
    await becomes(() => dialog(page).count(), 0);
    await page.getByRole('button', { name: 'Read as plain tables', exact: true }).tap();
    await expectSoon(async () => assert.ok(await page.getByRole('table').count() > 0));
    await nothingOverflows(page, 'reading');
  });
}

for (const query of ['', '?render=html']) {
  pageTest(`A filter or column that is reached by keys is whole, with its ring ${query}`, { viewport: { width: 390, height: 844 }, query }, async (page) => {
    await goTo(page, 'Chart reach');
    await search(page).fill('region:KR,JP chart="iTunes Top Songs" position:1');
    await becomes(() => chips(page).count(), 3);
    /** @param {import('playwright-core').Locator} button */
    const isWhole = (button) => button.evaluate((each) => {
      const ring = 3, box = each.getBoundingClientRect(), room = each.closest('.scrolls')?.getBoundingClientRect();
      return each === document.activeElement && room !== undefined && box.left - ring >= room.left && box.right + ring <= room.right;
    });
    const remove = page.getByRole('button', { name: /^Remove filter/ });
    await remove.last().focus();
    for (const chip of [remove.nth(1), remove.first()]) {
      await page.keyboard.press('Shift+Tab');
      await becomes(() => isWhole(chip), true);
    }
    for (const name of ['Filter Provider', 'Filter Title', 'Filter Date', 'Filter Stated in']) {
      await page.getByRole('columnheader').getByRole('button', { name, exact: true }).focus();
      await page.keyboard.press('Shift');  // the ring is for keys
      await becomes(() => isWhole(page.getByRole('columnheader').getByRole('button', { name, exact: true })), true, name);
    }
  });
}
