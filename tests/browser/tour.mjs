// What a reader does in five minutes, as checks: run by every test that changes how the page is drawn.
import assert from 'node:assert/strict';
import { becomes, chips, columnTexts, count, detail, dialog, filterButton, goTo, header, rows, search, sortButton, tab, typeQuery } from './harness.mjs';

/** @param {import('playwright-core').Page} page a ready page, wide enough for the table */
export async function tour(page) {
  assert.equal(await page.getByRole('tab').count(), 5);
  await goTo(page, 'Chart reach');
  await becomes(() => rows(page).count(), 9);
  await typeQuery(page, 'closer -region:KR');
  await becomes(() => count(page).innerText(), '8 of 9 chart entries');
  await becomes(() => chips(page).count(), 2);
  await chips(page).last().click();
  await becomes(() => search(page).inputValue(), 'closer');
  await page.getByRole('button', { name: 'Clear all' }).or(page.getByRole('link', { name: 'Clear all' })).click();
  await becomes(() => rows(page).count(), 9);
  await sortButton(page, 'Region').click();
  await becomes(() => header(page, 'Region').getAttribute('aria-sort'), 'ascending');
  await filterButton(page, 'Region').click();
  await dialog(page).getByRole('checkbox', { name: /^Japan/ }).click();
  await dialog(page).getByRole('checkbox', { name: /^France/ }).click();
  await page.keyboard.press('Escape');
  await becomes(() => dialog(page).count(), 0);
  await becomes(() => columnTexts(page, 'Region'), ['France', 'Japan']);
  await search(page).fill('date:2023-13');
  await becomes(() => page.getByRole('alert').count(), 1);
  assert.equal(await rows(page).count(), 2);
  await search(page).fill('');
  await rows(page).nth(1).getByRole('rowheader').click();
  await becomes(() => detail(page).count(), 1);
  await detail(page).getByRole('button', { name: /paragraph 4/ }).click();
  await becomes(() => tab(page, 'Articles').getAttribute('aria-selected'), 'true');
  await page.keyboard.press('Escape');
  await becomes(() => detail(page).count(), 0);
}
