// Copying rows and pasting a query, by the browser's own keys and events.
import assert from 'node:assert/strict';
import { becomes, columnTexts, detail, firstCell, goTo, header, onEmptyPage, rowNames, rows, search, suite } from './harness.mjs';

const { pageTest } = suite();
/** What a copy event took along, and whether anything did. */
const watchCopies = () => window.addEventListener('copy', ({ clipboardData, defaultPrevented }) => {
  Object.assign(window, {
    copied: Object.fromEntries(['text/plain', 'text/tab-separated-values', 'text/html'].map((type) => [type, clipboardData.getData(type)])),
    taken: defaultPrevented,
  });
});
const options = { prepare: watchCopies };
const copied = (page) => page.evaluate(() => /** @type {any} */ (window).copied);
/** What a paste gives elsewhere on the page. */
async function pasted(page) {
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.press('Control+V');
  return page.evaluate(() => {
    const field = document.querySelector('textarea');
    const { value } = field;
    field.remove();
    return value;
  });
}
const said = (page, words) => becomes(() => page.getByRole('status').filter({ hasText: words }).count().then((count) => count > 0), true, words);
const headings = (page) => page.getByRole('grid').getByRole('columnheader').evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));

for (const render of ['', '?render=html']) {
  pageTest(`Ctrl+C copies the marked rows as text, tabs and a table ${render}`, { ...options, query: render }, async (page) => {
    await goTo(page, 'Videos');
    const names = await rowNames(page);
    await firstCell(rows(page).nth(1)).focus();
    await page.keyboard.press('Shift+Space');
    await page.keyboard.press('Shift+ArrowDown');
    await becomes(() => rows(page).and(page.locator('[aria-selected="true"]')).count(), 2);
    await page.keyboard.press('Control+C');
    await becomes(() => page.evaluate(() => /** @type {any} */ (window).taken), true);
    const texts = await copied(page);
    const lines = texts['text/plain'].trimEnd().split('\n').map((line) => line.split('\t'));
    assert.deepEqual(lines[0], await headings(page));
    assert.deepEqual(lines.slice(1).map(([title]) => title), names.slice(1, 3));
    assert.equal(texts['text/tab-separated-values'], texts['text/plain']);
    const table = await onEmptyPage(page, (html) => {
      const { body } = new DOMParser().parseFromString(html, 'text/html');
      return [...body.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => cell.textContent));
    }, texts['text/html']);
    assert.deepEqual(table.map(([title]) => title), lines.map(([title]) => title));
    const dates = await columnTexts(page, 'Date');
    const at = lines[0].indexOf('Date');
    assert.equal(table[1][at], dates[1] === '–' ? '' : dates[1], 'as on screen');
    await said(page, '2 rows copied');
    assert.equal(await pasted(page), texts['text/plain']);
  });
}

pageTest('Without marks it is the row with the focus, else the open one; a selected text stays a text', options, async (page) => {
  await goTo(page, 'Releases');
  const [first, second] = await rowNames(page);
  await firstCell(rows(page).nth(1)).focus();
  await page.keyboard.press('Control+C');
  await said(page, '1 row copied');
  assert.ok((await copied(page))['text/plain'].split('\n')[1].startsWith(second));
  await rows(page).first().getByRole('rowheader').click();
  await becomes(() => detail(page).count(), 1);
  await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
  await page.keyboard.press('Control+C');
  await becomes(async () => (await copied(page))['text/plain'].split('\n')[1].startsWith(first), true);
  await page.evaluate(() => getSelection().selectAllChildren(document.querySelector('[role=rowheader]')));
  await page.keyboard.press('Control+C');
  await becomes(() => page.evaluate(() => /** @type {any} */ (window).taken), false);
  assert.equal(await pasted(page), await rows(page).first().getByRole('rowheader').innerText());
});

pageTest('Dates are copied to calculate with: as the dataset writes them', options, async (page) => {
  await goTo(page, 'Videos');
  const row = rows(page).filter({ has: page.getByRole('rowheader', { name: 'A Gift for ARMY' }) });
  await becomes(() => row.count(), 1);
  await firstCell(row).focus();
  await page.keyboard.press('Control+C');
  await said(page, '1 row copied');
  const [names, values] = (await copied(page))['text/plain'].split('\n').map((line) => line.split('\t'));
  assert.equal(values[names.indexOf('Date')], '2023-12-23');
  assert.equal(values[names.indexOf('Duration')], 'about 30 mins');
});

pageTest('The buttons beside the marks copy and clear them', options, async (page) => {
  await goTo(page, 'Videos');
  await rows(page).nth(2).getByRole('rowheader').click({ modifiers: ['ControlOrMeta'] });
  await becomes(() => rows(page).nth(2).getAttribute('aria-selected'), 'true');
  await rows(page).nth(4).getByRole('rowheader').click({ modifiers: ['Shift'] });
  await becomes(() => rows(page).and(page.locator('[aria-selected="true"]')).count(), 3);
  assert.equal(await detail(page).count(), 0, 'a click with a key opens nothing');
  assert.equal(await page.evaluate(() => getSelection().isCollapsed), true);
  await page.getByRole('button', { name: 'Copy the marked rows' }).click();
  await said(page, '3 rows copied');
  assert.equal((await copied(page))['text/plain'].trimEnd().split('\n').length, 1 + 3);
  assert.equal((await pasted(page)).trimEnd().split('\n').length, 1 + 3);
  await page.getByRole('button', { name: 'Clear marks' }).click();
  await becomes(() => page.locator('[role=row][aria-selected]').count(), 0);
  await becomes(() => page.getByRole('button', { name: 'Clear marks' }).count(), 0);
});

pageTest('A pasted text becomes the query; in a field it is the field’s', options, async (page) => {
  const copy = (text) => page.evaluate(async (value) => {
    const field = document.createElement('textarea');
    field.value = value;
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }, text);
  await goTo(page, 'Chart reach');
  await copy('position<=10\nregion:KR');
  await header(page, 'Chart').focus();
  await page.keyboard.press('Control+V');
  await becomes(() => search(page).inputValue(), 'position<=10 region:KR');
  await becomes(() => search(page).evaluate((box) => box === document.activeElement), true);
  await copy('-tag:x');
  await search(page).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+V');
  await becomes(() => search(page).inputValue(), 'position<=10 region:KR -tag:x');
  await copy('y'.repeat(5000));
  await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
  await page.keyboard.press('Control+V');
  await becomes(async () => (await search(page).inputValue()).length, 2000);
});
