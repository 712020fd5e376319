// Tables by the keyboard alone (WAI-ARIA: grid pattern): one stop of the Tab key, every cell of every row within reach
// of the arrows, and attributes that say so all along.
import assert from 'node:assert/strict';
import { becomes, columnTexts, detail, dialog, expectSoon, firstCell, goTo, grid, hasFocus, header, rowNames, rows, search, suite, tab } from './harness.mjs';

const { pageTest } = suite();
const Ready = { query: '?demo=50000', viewport: { width: 1440, height: 900 } };
const stop = (page) => grid(page).locator('[tabindex="0"]');
/** "row,column" of what has the focus, and its role. */
const place = (page) => page.evaluate(() => {
  const active = document.activeElement;
  const row = active?.closest('[role=row]');
  return row ? `${row.getAttribute('aria-rowindex')},${active.getAttribute('aria-colindex')} ${active.getAttribute('role')}` : 'elsewhere';
});
const press = async (page, key, wanted) => {
  await page.keyboard.press(key);
  await becomes(() => place(page), wanted, key);
};

/** What the attributes of the grid say that is wrong. */
const faults = (page) => page.evaluate(() => {
  const table = document.querySelector('[role=grid]');
  const found = [];
  const say = (text) => found.push(text);
  const all = [...table.querySelectorAll('[role=row]')];
  const index = (row) => Number(row.getAttribute('aria-rowindex'));
  if (table.getAttribute('aria-multiselectable') !== 'true') say('not multiselectable');
  if (index(all[0]) !== 1) say(`the first row has index ${index(all[0])}`);
  for (const [i, row] of all.entries()) {
    if (i > 0 && index(row) <= index(all[i - 1])) say(`row ${index(row)} after row ${index(all[i - 1])}`);
    if (index(row) > Number(table.getAttribute('aria-rowcount'))) say(`row ${index(row)} of ${table.getAttribute('aria-rowcount')}`);
    const cells = [...row.children].filter((cell) => /cell|header/.test(cell.getAttribute('role') ?? ''));
    const columns = cells.map((cell) => Number(cell.getAttribute('aria-colindex')));
    if (columns.some((column, at) => column !== at + 1)) say(`columns of row ${index(row)}: ${columns}`);
    if (cells.some((cell) => !cell.hasAttribute('tabindex'))) say(`a cell of row ${index(row)} cannot have the focus`);
  }
  const stops = [...table.querySelectorAll('*')].filter((each) => each.tabIndex >= 0);
  if (stops.length !== 1) say(`${stops.length} tab stops: ${stops.map((each) => each.outerHTML.slice(0, 80))}`);
  const sorts = [...table.querySelectorAll('[role=columnheader]')].map((each) => each.getAttribute('aria-sort'));
  if (!sorts.every((sort) => ['none', 'ascending', 'descending'].includes(sort))) say(`sorted: ${sorts}`);
  return found;
});
const assertRight = async (page, when) => assert.deepEqual(await faults(page), [], when);

for (const query of ['', '?render=html']) {
  pageTest(`Tab passes a table with one stop, to and fro ${query}`, { query }, async (page) => {
    for (const view of ['Articles', 'Releases', 'Chart reach', 'Videos']) {
      await goTo(page, view);
      await becomes(() => stop(page).count(), 1);
      await stop(page).focus();
      await assertRight(page, view);
      await page.keyboard.press('Tab');
      assert.equal(await grid(page).evaluate((each) => each.contains(document.activeElement)), false, `${view}: Tab leaves it`);
      await stop(page).focus();
      await page.keyboard.press('Shift+Tab');
      assert.equal(await grid(page).evaluate((each) => each.contains(document.activeElement)), false, `${view}: and backwards`);
      await page.keyboard.press('Tab');
      await becomes(() => place(page), '1,1 columnheader', view);
    }
  });
}

pageTest('A header sorts by Enter and by Space, and keeps the focus', {}, async (page) => {
  await goTo(page, 'Videos');
  const original = await columnTexts(page, 'Title');
  const ascending = [...original].sort((a, b) => a.localeCompare(b, 'en'));
  await stop(page).focus();
  await page.keyboard.press('Enter');
  await becomes(() => columnTexts(page, 'Title'), ascending);
  assert.equal(await header(page, 'Title').getAttribute('aria-sort'), 'ascending');
  await page.keyboard.press('Space');
  await becomes(() => columnTexts(page, 'Title'), ascending.toReversed());
  await press(page, 'ArrowRight', '1,2 columnheader');
  await page.keyboard.press('Shift+Enter');
  await becomes(() => search(page).inputValue(), 'sort:title-desc,kind');
  assert.ok(await hasFocus(header(page, 'Kind')));
  await assertRight(page, 'sorted');
});

pageTest('F2 on a header opens its filter, and closing gives the focus back', {}, async (page) => {
  await goTo(page, 'Chart reach');
  await header(page, 'Region').focus();
  await page.keyboard.press('F2');
  await becomes(() => dialog(page).getAttribute('aria-label'), 'Filter Region');
  await page.keyboard.press('Escape');
  await becomes(() => dialog(page).count(), 0);
  await becomes(() => hasFocus(header(page, 'Region')), true);
});

pageTest('A column is made wider, narrower and moved by keys', {}, async (page) => {
  await goTo(page, 'Chart reach');
  const width = async () => Math.round((await header(page, 'Chart').boundingBox()).width);
  await stop(page).focus();
  const before = await width();
  await page.keyboard.press('Shift+ArrowRight');
  await becomes(width, before + 16);
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await becomes(width, before - 16);
  await page.keyboard.press('Control+ArrowRight');
  await becomes(() => header(page, 'Chart').getAttribute('aria-colindex'), '2');
  await becomes(() => hasFocus(header(page, 'Chart')), true, 'the focus goes along');
  await assertRight(page, 'moved');
  await page.keyboard.press('Control+ArrowLeft');
  await becomes(() => header(page, 'Chart').getAttribute('aria-colindex'), '1');
  assert.equal(await header(page, 'Chart').getAttribute('aria-sort'), 'none');
});

pageTest('Rows are opened, marked, and marked further by keys', {}, async (page) => {
  await goTo(page, 'Videos');
  const names = await rowNames(page);
  const marked = () => rows(page).and(page.locator('[aria-selected="true"]')).evaluateAll((all) => all.map((row) => row.getAttribute('aria-label')));
  await firstCell(rows(page).nth(1)).focus();
  await page.keyboard.press('Shift+Space');
  await becomes(marked, [names[1]]);
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await becomes(marked, names.slice(1, 4));
  await page.keyboard.press('Shift+ArrowUp');
  await becomes(marked, names.slice(1, 3));
  await becomes(() => page.locator('main').getByText('2 rows marked', { exact: true }).first().isVisible(), true);
  const top = async () => (await rows(page).first().boundingBox()).y;
  const before = await top();
  await page.keyboard.press('Control+a');
  await becomes(async () => (await marked()).length, names.length);
  assert.equal(await page.evaluate(() => getSelection().isCollapsed), true, 'rows, not the text of the page');
  assert.equal(await top(), before, 'nothing moves');
  await page.keyboard.press('Enter');
  await becomes(() => detail(page).count(), 1);
  assert.equal(await rows(page).nth(2).getAttribute('aria-current'), 'true');
  await page.keyboard.press('Escape');
  await becomes(marked, []);
  assert.equal(await detail(page).count(), 1, 'first the marks, then the details');
  await page.keyboard.press('Escape');
  await becomes(() => detail(page).count(), 0);
  await becomes(() => place(page), '4,1 rowheader');
});

pageTest('A cell with links is entered by F2, and left by Escape', {}, async (page) => {
  await goTo(page, 'Releases');
  const cell = rows(page).first().locator('[role=gridcell]:has(button)').first();
  const links = cell.getByRole('button');
  assert.equal(await links.first().getAttribute('tabindex'), '-1');
  await cell.focus();
  await page.keyboard.press('F2');
  await becomes(() => hasFocus(links.first()), true);
  if (await links.count() > 1) {
    await page.keyboard.press('ArrowRight');
    await becomes(() => hasFocus(links.nth(1)), true);
    await page.keyboard.press('ArrowLeft');
    await becomes(() => hasFocus(links.first()), true);
  }
  await page.keyboard.press('Escape');
  await becomes(() => hasFocus(cell), true);
  await becomes(() => links.first().getAttribute('tabindex'), '-1');
  await page.keyboard.press('F2');
  await becomes(() => hasFocus(links.first()), true);
  await page.keyboard.press('Enter');
  await becomes(() => detail(page).count(), 1, 'and a link is followed');
});

pageTest('Over 50,000 rows the keys reach the last one, with steady counts of elements', Ready, async (page) => {
  await goTo(page, 'Articles');
  const count = () => page.evaluate(() => document.querySelectorAll('#mirror *').length);
  const last = Number(await grid(page).getAttribute('aria-rowcount'));
  assert.equal(last, 50_001);
  const columns = Number(await grid(page).getAttribute('aria-colcount'));
  await stop(page).focus();
  await press(page, 'ArrowDown', '2,1 rowheader');
  const start = await count();
  const steady = async (when) => {
    await assertRight(page, when);
    const now = await count();
    // At the top no rows are kept ready above, and the one with the focus is among those in sight.
    assert.ok(Math.abs(now - start) < start / 6, `${when}: ${now} elements instead of ${start}`);
  };
  await page.keyboard.press('Control+End');
  await becomes(async () => (await place(page)).split(',')[0], String(last));
  assert.match(await place(page), new RegExp(`^${last},${columns} `));
  await steady('at the end');
  await press(page, 'Home', `${last},1 rowheader`);
  for (let i = 1; i <= 3; i++) await press(page, 'ArrowUp', `${last - i},1 rowheader`);
  await page.keyboard.press('PageUp');
  await becomes(async () => Number((await place(page)).split(',')[0]) < last - 10, true);
  await steady('a page up');
  await press(page, 'Control+Home', '1,1 columnheader');
  await press(page, 'ArrowDown', '2,1 rowheader');
  await steady('at the start again');
  // Away by the wheel: the row that has the focus stays, and a key goes on from there.
  await grid(page).hover();
  for (const dy of [3000, 40_000, 400_000]) {
    await page.mouse.wheel(0, dy);
    await expectSoon(async () => assert.ok(await rows(page).nth(5).evaluate((row) => Number(row.getAttribute('aria-rowindex')) > 60)));
    assert.equal(await place(page), '2,1 rowheader', 'the focus is not lost');
    await steady(`after ${dy} px`);
  }
  await press(page, 'ArrowDown', '3,1 rowheader');
  await becomes(() => grid(page).evaluate((each) => each.scrollTop < 100), true);
});

pageTest('Tab leads back to the row that the keyboard was in, however far it was scrolled away', Ready, async (page) => {
  await goTo(page, 'Articles');
  await firstCell(rows(page).nth(3)).focus();
  await tab(page, 'Articles').focus();
  await grid(page).hover();
  await page.mouse.wheel(0, 500_000);
  await becomes(() => rows(page).nth(3).evaluate((row) => Number(row.getAttribute('aria-rowindex')) > 1000), true);
  assert.equal(await stop(page).count(), 1);
  await stop(page).focus();
  await becomes(() => place(page), '5,1 rowheader');
  await expectSoon(async () => {
    const box = await page.locator(':focus').boundingBox();
    const head = await header(page, 'Title').boundingBox();
    assert.ok(box.y >= head.y + head.height - 1 && box.y < 900, `in sight at ${box.y}`);
  });
});

pageTest('The ring around a cell is whole, and ends where the header covers it', { viewport: { width: 1000, height: 360 } }, async (page) => {
  await goTo(page, 'Chart reach');
  await firstCell(rows(page).nth(1)).focus();
  await page.keyboard.press('ArrowDown');
  await becomes(() => hasFocus(firstCell(rows(page).nth(2))), true);
  const style = () => page.locator(':focus').evaluate((cell) => {
    const { outlineWidth, outlineOffset, outlineStyle } = getComputedStyle(cell);
    return { outlineWidth, outlineOffset, outlineStyle, clip: cell.style.clipPath };
  });
  await becomes(style, { outlineWidth: '2px', outlineOffset: '-3px', outlineStyle: 'solid', clip: '' });
  const cell = await page.locator(':focus').boundingBox();
  const head = await header(page, 'Chart').boundingBox();
  await grid(page).hover();
  await page.mouse.wheel(0, Math.round(cell.y - (head.y + head.height) + 10));
  await expectSoon(async () => assert.match((await style()).clip, /^inset\(10px/));
});

pageTest('The map’s regions are one tab stop, walked by arrows', {}, async (page) => {
  const regions = page.getByRole('list', { name: 'Regions', exact: true }).getByRole('button');
  assert.ok(await regions.count() > 1);
  assert.equal(await regions.and(page.locator('[tabindex="0"]')).count(), 1);
  await regions.first().focus();
  await page.keyboard.press('ArrowRight');
  await becomes(() => hasFocus(regions.nth(1)), true);
  await becomes(() => regions.nth(1).getAttribute('tabindex'), '0');
  await page.keyboard.press('Home');
  await becomes(() => hasFocus(regions.first()), true);
  await becomes(() => regions.first().getAttribute('tabindex'), '0');
  await page.keyboard.press('Tab');
  assert.equal(await regions.evaluateAll((all) => all.includes(document.activeElement)), false);
});
