// The menu of a row: by the right button, by keys, by a long press; what it does, and where the focus goes after it.
import assert from 'node:assert/strict';
import { becomes, chips, detail, expectSoon, firstCell, goTo, hasFocus, rowNames, rows, search, suite } from './harness.mjs';

const { pageTest } = suite();
const menu = (page) => page.getByRole('menu');
const item = (page, name) => menu(page).getByRole('menuitem', { name });
const cellOf = (page, row, column) => rows(page).nth(row).locator(`[aria-colindex="${column}"]`);
const Phone = { viewport: { width: 390, height: 844 }, touch: true, density: 2 };

/** A finger that stays. @param {import('playwright-core').Page} page */
async function longPress(page, { x, y }, { moveBy = 0, lift = true } = {}) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  if (moveBy) await devtools.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y: y - moveBy }] });
  else await becomes(() => menu(page).count(), 1);
  if (lift) await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

for (const query of ['', '?render=html']) {
  pageTest(`The right button opens the menu of the row at the pointer ${query}`, { query }, async (page) => {
    await goTo(page, 'Videos');
    const [first] = await rowNames(page);
    const cell = cellOf(page, 0, 2);
    const kind = await cell.innerText();
    const box = await cell.boundingBox();
    await cell.click({ button: 'right', position: { x: 20, y: 10 } });
    await becomes(() => menu(page).count(), 1);
    assert.equal(await menu(page).getAttribute('aria-label'), `Menu of ${first}`);
    const place = await menu(page).boundingBox();
    assert.ok(Math.abs(place.x - box.x - 20) < 2 && Math.abs(place.y - box.y - 10) < 2);
    assert.equal(await detail(page).count(), 0);
    await item(page, `Filter by “${kind}”`).click();
    await becomes(() => menu(page).count(), 0);
    await becomes(() => search(page).inputValue(), `kind="${kind}"`);
    await becomes(() => chips(page).count(), 1);
    await becomes(() => hasFocus(cellOf(page, 0, 2)), true);
  });
}

pageTest('Each item does what it says', {}, async (page) => {
  await goTo(page, 'Chart reach');
  const open = async (row, column) => {
    await cellOf(page, row, column).click({ button: 'right' });
    await becomes(() => menu(page).count(), 1);
  };
  const total = await rows(page).count();
  await open(1, 2);
  const region = await cellOf(page, 1, 2).innerText();
  await item(page, `Leave out “${region}”`).click();
  await becomes(async () => await rows(page).count() < total, true);
  assert.match(await search(page).inputValue(), /^-region=/);
  await search(page).fill('');
  await becomes(() => rows(page).count(), total);
  await open(1, 1);
  await item(page, 'Mark row').click();
  await becomes(() => rows(page).nth(1).getAttribute('aria-selected'), 'true');
  await open(1, 1);
  await item(page, 'Mark all rows').click();
  await becomes(() => rows(page).and(page.locator('[aria-selected="true"]')).count(), total);
  await open(2, 1);
  await item(page, `Copy ${total} marked rows`).click();
  await becomes(() => page.getByRole('status').filter({ hasText: `${total} rows copied` }).count().then((count) => count > 0), true);
  await open(2, 1);
  await item(page, 'Open details').click();
  await becomes(() => detail(page).count(), 1);
  assert.equal(await rows(page).nth(2).getAttribute('aria-current'), 'true');
});

pageTest('By keys: it opens at the cell, is walked through, and gives the focus back', {}, async (page) => {
  await goTo(page, 'Videos');
  const cell = firstCell(rows(page).nth(2));
  for (const [opens, closes] of [['Shift+F10', 'Escape'], ['ContextMenu', 'Tab'], ['Shift+F10', 'Shift+Tab']]) {
    await cell.focus();
    await page.keyboard.press(opens);
    await becomes(() => menu(page).count(), 1, opens);
    await becomes(() => hasFocus(menu(page).getByRole('menuitem').first()), true);
    const [below, box] = [await menu(page).boundingBox(), await cell.boundingBox()];
    assert.ok(below.y >= box.y + box.height && below.y < box.y + box.height + 8);
    await page.keyboard.press('End');
    await becomes(() => hasFocus(menu(page).getByRole('menuitem').last()), true);
    await page.keyboard.press('ArrowDown');
    await becomes(() => hasFocus(menu(page).getByRole('menuitem').first()), true);
    await page.keyboard.press('m');
    await becomes(() => hasFocus(item(page, 'Mark row')), true);
    await page.keyboard.press(closes);
    await becomes(() => menu(page).count(), 0, closes);
    await becomes(() => hasFocus(cell), true, closes);
  }
  await page.keyboard.press('Shift+F10');
  await becomes(() => menu(page).count(), 1);
  await page.keyboard.press('m');
  await page.keyboard.press('Enter');
  await becomes(() => rows(page).nth(2).getAttribute('aria-selected'), 'true');
  await becomes(() => hasFocus(cell), true);
});

pageTest('It is ready before any pointer or key', { query: '#v=1&view=videos' }, async (page) => {
  await expectSoon(async () => {
    await cellOf(page, 0, 2).dispatchEvent('contextmenu', { bubbles: true, cancelable: true, button: 2, clientX: 300, clientY: 300 });
    assert.equal(await menu(page).count(), 1);
  });
});

pageTest('The focus is there before the next key, which may come before the next frame', { query: '#v=1&view=videos' }, async (page) => {
  await firstCell(rows(page).nth(2)).focus();
  await page.keyboard.press('Shift+F10');
  await becomes(() => hasFocus(item(page, 'Open details')), true);
  const after = await page.evaluate(() => [...'mmm'].map((key) => {
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    return document.activeElement.textContent;
  }));
  assert.deepEqual(after, ['Mark row', 'Mark all rows', 'Mark row']);
});

pageTest('A click beside the menu closes it and does nothing else', {}, async (page) => {
  await goTo(page, 'Videos');
  await cellOf(page, 0, 2).click({ button: 'right' });
  await becomes(() => menu(page).count(), 1);
  const box = await rows(page).nth(4).boundingBox();
  await page.mouse.click(box.x + 900, box.y + 10);
  await becomes(() => menu(page).count(), 0);
  assert.equal(await detail(page).count(), 0);
});

pageTest('The browser keeps its own menu for a selected text, a field, and with Shift', {}, async (page) => {
  await goTo(page, 'Videos');
  await page.evaluate(() => window.addEventListener('contextmenu', (event) => {
    Object.assign(window, { left: !event.defaultPrevented });
    event.preventDefault();  // nothing may hang over the test
  }));
  const left = () => page.evaluate(() => /** @type {any} */ (window).left);
  const forget = () => page.evaluate(() => { Object.assign(window, { left: undefined }); });
  await cellOf(page, 0, 1).click({ button: 'right' });
  await becomes(() => menu(page).count(), 1);
  assert.equal(await left(), false, 'the test can tell');
  await page.keyboard.press('Escape');
  await becomes(() => menu(page).count(), 0);
  await cellOf(page, 0, 1).click({ button: 'right', modifiers: ['Shift'] });
  await becomes(left, true);
  await forget();
  await search(page).click({ button: 'right' });
  await becomes(left, true);
  await forget();
  await page.evaluate(() => getSelection().selectAllChildren(document.querySelector('[role=rowheader]')));
  await cellOf(page, 0, 1).dispatchEvent('contextmenu', { bubbles: true, cancelable: true, button: 2 });
  await becomes(left, true);
  assert.equal(await menu(page).count(), 0);
});

pageTest('On a phone a long press opens it as a sheet with items for fingers', Phone, async (page) => {
  await goTo(page, 'Videos');
  await becomes(() => rows(page).count(), 6);
  const box = await rows(page).nth(1).boundingBox();
  await longPress(page, { x: 120, y: Math.round(box.y + 20) });
  await becomes(() => menu(page).count(), 1);
  const sheet = await menu(page).boundingBox();
  assert.ok(sheet.x === 0 && sheet.width === 390 && Math.abs(sheet.y + sheet.height - 844) < 1);
  for (const each of await menu(page).getByRole('menuitem').all()) assert.ok((await each.boundingBox()).height >= 44);
  assert.equal(await page.getByRole('dialog').count(), 0, 'the end of the press is no tap');
  await item(page, 'Mark row').tap();
  await becomes(() => menu(page).count(), 0);
  await becomes(() => rows(page).nth(1).getAttribute('aria-selected'), 'true');
  await rows(page).nth(2).tap();
  await becomes(() => page.getByRole('dialog').count(), 1, 'a tap still opens the row');
});

pageTest('A finger that moves scrolls, and asks for no menu', { ...Phone, viewport: { width: 390, height: 500 } }, async (page) => {
  await goTo(page, 'Chart reach');
  const body = page.getByRole('grid').getByRole('rowgroup').last();
  const box = await body.boundingBox();
  const devtools = await page.context().newCDPSession(page);
  const from = Math.round(box.y + box.height * 0.7);
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: 195, y: from }] });
  for (let step = 1; step <= 6; step++) {
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: 195, y: from - step * 20 }] });
  }
  await expectSoon(async () => assert.ok(await body.evaluate((each) => each.scrollTop > 30)));
  // Longer than a long press takes.
  await page.evaluate(() => new Promise((done) => { setTimeout(done, 700); }));
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  assert.equal(await menu(page).count(), 0);
});
