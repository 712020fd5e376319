// Columns: width, order, which are shown. All by the mouse as a reader moves it, and by the keyboard where
// there is a way.
import assert from 'node:assert/strict';
import { becomes, dialog, expectSoon, goTo, grid, header, rows, sortButton, suite } from './harness.mjs';

const { pageTest } = suite();
const names = (page) => grid(page).getByRole('columnheader').evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
const widthOf = async (page, name) => (await header(page, name).boundingBox()).width;

/** Drags with the mouse from the middle of `from` by `dx` in steps. */
async function drag(page, from, dx, { drop = true } = {}) {
  const box = await from.boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 8; step++) await page.mouse.move(x + (dx * step) / 8, y);
  if (drop) await page.mouse.up();
}

pageTest('A column is made wider and narrower by dragging its edge', {}, async (page) => {
  await goTo(page, 'Chart reach');
  const edge = header(page, 'Chart').getByRole('separator', { name: 'Resize Chart' });
  const before = await widthOf(page, 'Chart');
  await drag(page, edge, 80);
  await expectSoon(async () => assert.ok(Math.abs(await widthOf(page, 'Chart') - before - 80) < 2));
  const cell = await rows(page).first().getByRole('gridcell').first().boundingBox();
  assert.ok(Math.abs(cell.width - before - 80) < 2, 'the cells follow');
  await drag(page, edge, -2000);
  await expectSoon(async () => {
    const width = await widthOf(page, 'Chart');
    assert.ok(width >= 40 && width < before, `not narrower than can be grasped: ${width}`);
  });
  assert.equal(await header(page, 'Chart').getAttribute('aria-sort'), 'none', 'a drag is no click');
  await drag(page, edge, 60);
  await expectSoon(async () => assert.ok(await widthOf(page, 'Chart') > 90, 'and can be made wider again'));
});

pageTest('A header dragged to another place moves its column', {}, async (page) => {
  await goTo(page, 'Chart reach');
  const before = await names(page);
  assert.deepEqual(before.slice(0, 3), ['Chart', 'Region', 'Position']);
  const from = await sortButton(page, 'Chart').boundingBox();
  const to = await header(page, 'Position').boundingBox();
  await drag(page, sortButton(page, 'Chart'), to.x + to.width - 10 - (from.x + from.width / 2));
  await becomes(async () => (await names(page)).slice(0, 3), ['Region', 'Position', 'Chart']);
  assert.equal(await header(page, 'Chart').getAttribute('aria-sort'), 'none', 'a drag is no click');
  assert.equal(await rows(page).nth(1).locator('[aria-colindex="1"]').innerText(), 'United States', 'the cells follow');
  const back = await sortButton(page, 'Chart').boundingBox();
  const first = await header(page, 'Region').boundingBox();
  await drag(page, sortButton(page, 'Chart'), first.x + 4 - (back.x + back.width / 2));
  await becomes(() => names(page), before);
  await drag(page, sortButton(page, 'Chart'), 4);
  await becomes(() => header(page, 'Chart').getAttribute('aria-sort'), 'ascending', 'a hand that shakes still clicks');
});

pageTest('Columns are hidden, shown, moved and reset in the chooser', {}, async (page) => {
  await goTo(page, 'Chart reach');
  const before = await names(page);
  const opener = page.getByRole('button', { name: 'Columns', exact: true });
  await opener.click();
  await becomes(() => dialog(page).getAttribute('aria-label'), 'Columns');
  const provider = dialog(page).getByRole('checkbox', { name: 'Provider' });
  assert.equal(await provider.getAttribute('aria-checked'), 'true');
  await provider.click();
  await becomes(() => provider.getAttribute('aria-checked'), 'false');
  const note = dialog(page).getByRole('checkbox', { name: 'Note' });
  await note.click();
  await becomes(() => note.getAttribute('aria-checked'), 'true');
  await dialog(page).getByRole('button', { name: 'Move Position up' }).click();
  await page.keyboard.press('Escape');
  await becomes(() => dialog(page).count(), 0);
  await becomes(() => opener.evaluate((each) => each === document.activeElement), true, 'the focus is back on the button');
  await becomes(() => names(page), ['Chart', 'Position', 'Region', ...before.slice(3).filter((name) => name !== 'Provider'), 'Note']);
  await opener.click();
  await dialog(page).getByRole('button', { name: 'Reset', exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await becomes(() => names(page), before);
});

pageTest('The last column cannot be hidden', {}, async (page) => {
  await goTo(page, 'Releases');
  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  await becomes(() => dialog(page).count(), 1);
  const ticked = () => dialog(page).getByRole('checkbox', { checked: true });
  for (let left = await ticked().count(); left > 1; left--) {
    await ticked().last().click();
    await becomes(() => ticked().count(), left - 1);
  }
  await ticked().last().click();
  await page.waitForTimeout(100);
  await page.keyboard.press('Escape');
  await becomes(() => grid(page).getByRole('columnheader').count(), 1);
});

pageTest('Each view keeps its own columns while others are looked at', {}, async (page) => {
  await goTo(page, 'Videos');
  const before = await widthOf(page, 'Title');
  await drag(page, header(page, 'Title').getByRole('separator'), 60);
  await goTo(page, 'Releases');
  await goTo(page, 'Videos');
  await expectSoon(async () => assert.ok(Math.abs(await widthOf(page, 'Title') - before - 60) < 2));
});
