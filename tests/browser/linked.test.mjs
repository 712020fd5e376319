// Linked views: what belongs to the thing under the pointer or the keyboard is lit elsewhere (data-lit), and
// going from view to view loses neither the place nor the selection.
import assert from 'node:assert/strict';
import { becomes, detail, dialog, expectSoon, firstCell, goTo, grid, header, rowNames, rows, suite, tab } from './harness.mjs';

const { pageTest } = suite();
const lit = (page) => page.locator('#mirror [data-lit]').evaluateAll(
  (all) => all.map((each) => each.getAttribute('aria-label') ?? each.textContent).sort());
const scrollTop = (page) => grid(page).evaluate((each) => each.scrollTop);

for (const render of ['', '?render=html']) {
  pageTest(`A row under the pointer lights its relatives in the details ${render}`, { query: render }, async (page) => {
    await goTo(page, 'Releases');
    await rows(page).filter({ hasText: 'Closer Than This' }).first().getByRole('rowheader').click();
    await becomes(() => detail(page).count(), 1);
    await page.mouse.move(5, 5);
    await goTo(page, 'Videos');
    await becomes(() => detail(page).count(), 1, 'the details stay beside the other table');
    const video = rows(page).filter({ hasText: 'music video' }).first();
    await video.hover();
    await expectSoon(async () => assert.ok(await detail(page).locator('[data-lit]').count() > 0, 'its link in the details'));
    const box = await page.getByRole('banner').boundingBox();
    await page.mouse.move(box.x + 2, box.y + 2);
    await becomes(() => lit(page), []);
    await detail(page).getByRole('button', { name: /music video/ }).first().hover();
    await expectSoon(async () => assert.equal(await video.getAttribute('data-lit'), '1', 'what leads to it lights its row'));
  });
}

pageTest('The overview lights everything that an article states', { viewport: { width: 800, height: 900 } }, async (page) => {
  await page.getByRole('region', { name: 'Articles' }).getByRole('list').getByRole('button').first().hover();
  await expectSoon(async () => assert.ok((await lit(page)).length > 3));
  await page.getByRole('heading', { level: 1 }).hover();
  await becomes(() => lit(page), []);
});

pageTest('Entries of one region light each other', {}, async (page) => {
  await goTo(page, 'Chart reach');
  const world = rows(page).filter({ hasText: 'World' });
  const wanted = await world.count();
  assert.ok(wanted > 1);
  await world.first().hover();
  await expectSoon(async () => assert.ok(await grid(page).locator('[role=row][data-lit]').count() >= wanted));
  for (const row of await world.all()) assert.equal(await row.getAttribute('data-lit'), '1');
});

pageTest('The keyboard on a row lights as the pointer does', {}, async (page) => {
  await goTo(page, 'Videos');
  await firstCell(rows(page).first()).focus();
  await becomes(() => rows(page).first().getAttribute('data-lit'), '1');
  await page.keyboard.press('ArrowDown');
  await becomes(() => rows(page).nth(1).getAttribute('data-lit'), '1');
  await becomes(() => rows(page).first().getAttribute('data-lit').then((value) => value === '1' && false), false);
  await tab(page, 'Videos').focus();
  await becomes(() => lit(page), []);
});

pageTest('Each view keeps its place while others are looked at', { query: '?demo=3000' }, async (page) => {
  await goTo(page, 'Articles');
  await grid(page).hover();
  await page.mouse.wheel(0, 5000);
  await becomes(() => scrollTop(page), 5000);
  const names = await rowNames(page);
  await goTo(page, 'Releases');
  await becomes(() => scrollTop(page), 0);
  await grid(page).hover();
  await page.mouse.wheel(0, 900);
  await becomes(() => scrollTop(page), 900);
  await goTo(page, 'Articles');
  await becomes(() => scrollTop(page), 5000);
  await becomes(() => rowNames(page), names);
  await goTo(page, 'Releases');
  await becomes(() => scrollTop(page), 900);
});

pageTest('A row that is selected from elsewhere is in sight in its table', { query: '?demo=3000' }, async (page) => {
  await goTo(page, 'Articles');
  await rows(page).nth(3).getByRole('rowheader').click();
  await becomes(() => detail(page).count(), 1);
  await grid(page).hover();
  await page.mouse.wheel(0, 20_000);
  await becomes(() => scrollTop(page), 20_000);
  await goTo(page, 'Releases');
  await goTo(page, 'Articles');
  await becomes(() => grid(page).locator('[role=row][aria-current=true]').count(), 1);
  const row = await grid(page).locator('[role=row][aria-current=true]').boundingBox();
  const head = await header(page, 'Title').boundingBox();
  assert.ok(row.y >= head.y + head.height - 1, 'below the header');
});

pageTest('Rows are compact where the reader wants it', {}, async (page) => {
  await goTo(page, 'Chart reach');
  const height = async () => (await rows(page).first().boundingBox()).height;
  assert.equal(await height(), 36);
  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  await dialog(page).getByRole('checkbox', { name: 'Compact rows' }).click();
  await becomes(height, 28);
  await page.keyboard.press('Escape');
  await goTo(page, 'Videos');
  await becomes(height, 28);
});
