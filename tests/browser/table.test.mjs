// Tables: sorting by header and the filter of one column.
import assert from 'node:assert/strict';
import { becomes, chips, columnTexts, count, dialog, expectSoon, filterButton, goTo, grid, header, rowNames, rows, search, sortButton, suite } from './harness.mjs';

const { pageTest } = suite();
const sortOf = (page, name) => header(page, name).getAttribute('aria-sort');
const focusedName = (page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

pageTest('A header sorts ascending, descending, and not at all', {}, async (page) => {
  await goTo(page, 'Videos');
  const original = await columnTexts(page, 'Title');
  assert.equal(await sortOf(page, 'Title'), 'none');
  const ascending = [...original].sort((a, b) => a.localeCompare(b, 'en'));
  assert.notDeepEqual(original, ascending, 'the test can tell');
  await sortButton(page, 'Title').click();
  await becomes(() => columnTexts(page, 'Title'), ascending);
  assert.equal(await sortOf(page, 'Title'), 'ascending');
  await becomes(() => search(page).inputValue(), 'sort:title');
  await sortButton(page, 'Title').click();
  await becomes(() => columnTexts(page, 'Title'), ascending.toReversed());
  assert.equal(await sortOf(page, 'Title'), 'descending');
  await sortButton(page, 'Title').click();
  await becomes(() => columnTexts(page, 'Title'), original);
  assert.equal(await sortOf(page, 'Title'), 'none');
  await becomes(() => search(page).inputValue(), '');
});

pageTest('Sorting by the keyboard works and keeps the focus on the header', {}, async (page) => {
  await goTo(page, 'Releases');
  await sortButton(page, 'Title').focus();
  await page.keyboard.press('Enter');
  await becomes(() => sortOf(page, 'Title'), 'ascending');
  await page.keyboard.press('Space');
  await becomes(() => sortOf(page, 'Title'), 'descending');
  assert.equal(await focusedName(page), 'Sort by Title');
});

pageTest('Shift-click adds a second key and the header shows the order of the keys', {}, async (page) => {
  await goTo(page, 'Videos');
  await sortButton(page, 'Kind').click();
  await becomes(() => sortOf(page, 'Kind'), 'ascending');
  await sortButton(page, 'Title').click({ modifiers: ['Shift'] });
  await becomes(() => search(page).inputValue(), 'sort:kind,title');
  const titles = ['A Gift for ARMY', 'Closer Than This, dance video', 'I DID IT, dance video', 'Phone Numbers, dance video',
    'Stuck With You, dance video', 'Closer Than This, music video'];
  await becomes(() => columnTexts(page, 'Title'), titles);
  await sortButton(page, 'Title').click({ modifiers: ['Shift'] });
  await becomes(() => columnTexts(page, 'Title'), [titles[0], ...titles.slice(1, 5).toReversed(), titles[5]]);
  assert.equal(await sortOf(page, 'Kind'), 'ascending');
  assert.equal(await sortOf(page, 'Title'), 'descending');
  await becomes(() => chips(page).allInnerTexts(), ['Kind ↑', 'Title ↓']);
  await sortButton(page, 'Title').click();
  await becomes(() => sortOf(page, 'Kind'), 'none', 'without Shift one key takes the place of all');
});

pageTest('Rows that do not state the value come last in both directions', {}, async (page) => {
  await goTo(page, 'Chart reach');
  for (const direction of ['ascending', 'descending']) {
    await sortButton(page, 'Position').click();
    await becomes(() => sortOf(page, 'Position'), direction);
    await becomes(async () => (await columnTexts(page, 'Position')).slice(-2), ['–', '–']);
    assert.deepEqual((await columnTexts(page, 'Position')).slice(0, 7), Array(7).fill('1'));
  }
  await goTo(page, 'Videos');
  await sortButton(page, 'Date').click();
  await sortButton(page, 'Date').click();
  await becomes(async () => (await columnTexts(page, 'Date')).slice(0, 3), ['23 Dec 2023', '22 Dec 2023', '–']);
});

pageTest('A value is ticked in the filter of a column, with its count', {}, async (page) => {
  await goTo(page, 'Chart reach');
  await filterButton(page, 'Region').click();
  await becomes(() => dialog(page).count(), 1);
  assert.equal(await dialog(page).getAttribute('aria-label'), 'Filter Region');
  assert.equal(await filterButton(page, 'Region').first().getAttribute('aria-expanded').catch(() => 'true'), 'true');
  assert.ok(await dialog(page).evaluate((each) => each.contains(document.activeElement)), 'the focus is in the dialog');
  assert.equal(await dialog(page).getByRole('checkbox').count(), 8, 'seven regions, and rows that name none');
  assert.ok(await dialog(page).getByRole('checkbox', { name: 'World, 2' }).isVisible());
  const japan = dialog(page).getByRole('checkbox', { name: /^Japan/ });
  assert.equal(await japan.getAttribute('aria-checked'), 'false');
  await japan.click();
  await becomes(() => japan.getAttribute('aria-checked'), 'true');
  await becomes(() => search(page).inputValue(), 'region=JP');
  await dialog(page).getByRole('checkbox', { name: /^France/ }).click();
  await becomes(() => search(page).inputValue(), 'region=JP,FR');
  await page.keyboard.press('Escape');
  await becomes(() => dialog(page).count(), 0);
  await becomes(() => focusedName(page), 'Filter Region, active', 'the focus is back on what opened it');
  await becomes(() => columnTexts(page, 'Region'), ['Japan', 'France']);
  await becomes(() => chips(page).count(), 1);
  assert.equal(await count(page).innerText(), '2 of 9 chart entries');
});

pageTest('Values are found by typing, cleared, and ticked by the keyboard', {}, async (page) => {
  await goTo(page, 'Chart reach');
  await filterButton(page, 'Region').click();
  await dialog(page).getByRole('textbox', { name: 'Find a value' }).click();
  await page.keyboard.type('UNITED', { delay: 10 });
  await becomes(() => dialog(page).getByRole('checkbox').count(), 1);
  await dialog(page).getByRole('checkbox').focus();
  await page.keyboard.press('Space');
  await becomes(() => search(page).inputValue(), 'region=US');
  await dialog(page).getByRole('textbox', { name: 'Find a value' }).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('zzz');
  await becomes(() => dialog(page).getByText('No value matches').count(), 1);
  await dialog(page).getByRole('button', { name: 'Clear', exact: true }).click();
  await becomes(() => search(page).inputValue(), '');
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await becomes(() => dialog(page).count(), 0);
  await becomes(() => rows(page).count(), 9);
});

pageTest('Escape closes a filter also while its field holds text', {}, async (page) => {
  await goTo(page, 'Videos');
  for (const [column, text] of [['Title', 'dance'], ['Date', '2023-12'], ['Duration', '20 min']]) {
    await filterButton(page, column).click();
    await dialog(page).getByRole('textbox').first().click();
    await page.keyboard.type(text);
    await page.keyboard.press('Escape');
    await becomes(() => dialog(page).count(), 0, column);
    assert.notEqual(await search(page).inputValue(), '', `the filter of ${column} holds`);
    await search(page).fill('');
  }
});

pageTest('The whole line of a header cell sorts, not only its word', {}, async (page) => {
  await goTo(page, 'Chart reach');
  const cell = await header(page, 'Region').boundingBox();
  const filter = await filterButton(page, 'Region').boundingBox();
  await page.mouse.click(cell.x + cell.width - 24, filter.y + filter.height / 2);
  await becomes(() => sortOf(page, 'Region'), 'ascending');
});

pageTest('A detail sheet opens at its beginning', { viewport: { width: 640, height: 480 } }, async (page) => {
  await goTo(page, 'Videos');
  await rows(page).nth(1).getByRole('rowheader').click();
  await becomes(() => dialog(page).count(), 1);
  const scrolled = await dialog(page).evaluate((sheet) => [sheet, ...sheet.querySelectorAll('*')].map((each) => each.scrollTop));
  assert.equal(Math.max(...scrolled), 0);
});

pageTest('A click beside an open dialog closes it and goes no further', {}, async (page) => {
  await goTo(page, 'Chart reach');
  await filterButton(page, 'Chart').click();
  await becomes(() => dialog(page).count(), 1);
  const box = await dialog(page).boundingBox();
  await page.mouse.click(box.x + box.width + 200, box.y + box.height / 2);
  await becomes(() => dialog(page).count(), 0);
  await becomes(() => page.getByRole('complementary').count(), 0);
});

pageTest('A table that is scrolled stays where it is when a message appears above it', { viewport: { width: 1440, height: 340 } }, async (page) => {
  await goTo(page, 'Chart reach');
  await grid(page).hover();
  await page.mouse.wheel(0, 100);
  await becomes(() => grid(page).evaluate((each) => each.scrollTop), 100);
  await search(page).fill('date:2023-13');
  await becomes(() => page.getByRole('alert').count(), 1);
  await page.waitForTimeout(100);
  assert.equal(await grid(page).evaluate((each) => each.scrollTop), 100);
});

pageTest('The focus stays inside an open dialog', {}, async (page) => {
  await goTo(page, 'Chart reach');
  await filterButton(page, 'Chart').click();
  await becomes(() => dialog(page).count(), 1);
  for (let i = 0; i < 25; i++) {
    await page.keyboard.press('Tab');
    const inside = await page.evaluate(() => document.activeElement === document.body
      || document.querySelector('[role=dialog]')?.contains(document.activeElement));
    assert.ok(inside, `after ${i + 1} presses of Tab the focus is outside`);
  }
});

pageTest('A text column filters by what it contains', {}, async (page) => {
  await goTo(page, 'Videos');
  await filterButton(page, 'Title').click();
  await dialog(page).getByRole('textbox', { name: 'Contains' }).click();
  await page.keyboard.type('closer than', { delay: 10 });
  await becomes(() => search(page).inputValue(), 'title:"closer than"');
  assert.equal(await dialog(page).getByRole('textbox', { name: 'Contains' }).inputValue(), 'closer than');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await becomes(() => search(page).inputValue(), '');
  await page.keyboard.type('GIFT');
  await becomes(() => rows(page).count(), 1);
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await becomes(() => rowNames(page), ['A Gift for ARMY']);
});

pageTest('A date column filters by a range, a number column too', {}, async (page) => {
  await goTo(page, 'Videos');
  await filterButton(page, 'Date').click();
  await dialog(page).getByRole('textbox', { name: 'From' }).click();
  await page.keyboard.type('2023-12-23', { delay: 10 });
  await becomes(() => search(page).inputValue(), 'date:2023-12-23..');
  await dialog(page).getByRole('textbox', { name: 'To' }).click();
  await page.keyboard.type('2023-12-31', { delay: 10 });
  await becomes(() => search(page).inputValue(), 'date:2023-12-23..2023-12-31');
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await becomes(() => rowNames(page), ['A Gift for ARMY']);
  await search(page).fill('');
  await goTo(page, 'Chart reach');
  await filterButton(page, 'Position').click();
  await dialog(page).getByRole('textbox', { name: 'To' }).click();
  await page.keyboard.type('10');
  await becomes(() => search(page).inputValue(), 'position:..10');
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await becomes(() => rows(page).count(), 7);
});

pageTest('The buttons of a filter sort by its column', {}, async (page) => {
  await goTo(page, 'Videos');
  await filterButton(page, 'Title').click();
  await dialog(page).getByRole('button', { name: 'Sort descending' }).click();
  await expectSoon(async () => assert.match(await search(page).inputValue(), /sort:title-desc/));
  if (await dialog(page).count() > 0) await page.keyboard.press('Escape');
  await becomes(() => sortOf(page, 'Title'), 'descending');
});
