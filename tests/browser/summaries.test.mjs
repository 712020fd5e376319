// Summaries below the headers: they are named, filter by click and drag, follow filters, and are quiet.
import assert from 'node:assert/strict';
import { becomes, chips, columnTexts, count, dialog, expectSoon, filterButton, goTo, grid, header, rows, search, suite, typeQuery } from './harness.mjs';
import { frames as frameDrawn } from './surfaces.mjs';

const { pageTest } = suite();
const summary = (page, name) => header(page, name).getByRole('img');
const label = (page, name) => summary(page, name).getAttribute('aria-label');
const query = (page) => search(page).inputValue();

/** Moves the mouse along the bars of a summary, from one share of its width to another. */
async function brush(page, image, from, to, { drop = true } = {}) {
  const box = await image.boundingBox();
  const y = box.y + box.height / 3;
  const at = (share) => box.x + box.width * share;
  await page.mouse.move(at(from), y);
  await page.mouse.down();
  for (let step = 1; step <= 6; step++) await page.mouse.move(at(from + ((to - from) * step) / 6), y);
  if (drop) await page.mouse.up();
}

for (const render of ['', '?render=html']) {
  pageTest(`Each column says in words how its values are distributed ${render}`, { query: render }, async (page) => {
    await goTo(page, 'Chart reach');
    await becomes(() => label(page, 'Chart'), 'Chart: 5 values, most iTunes Top Songs (56%)');
    await becomes(() => label(page, 'Region'), 'Region: 7 values, most World (22%); 1 of 9 chart entries does not state it');
    await becomes(() => label(page, 'Position'), 'Position: 1; 2 of 9 chart entries do not state it');
    assert.equal(await grid(page).getByRole('columnheader').count(), await grid(page).getByRole('columnheader').getByRole('img').count());
  });

  pageTest(`A click on a value's bar filters by it, a second click takes it back ${render}`, { query: render }, async (page) => {
    await goTo(page, 'Chart reach');
    await becomes(() => label(page, 'Chart'), 'Chart: 5 values, most iTunes Top Songs (56%)');
    const bar = { position: { x: 8, y: 12 } };
    await summary(page, 'Chart').click(bar);
    await becomes(() => query(page), 'chart="iTunes Top Songs"');
    await becomes(() => count(page).innerText(), '5 of 9 chart entries');
    assert.deepEqual([...new Set(await columnTexts(page, 'Chart'))], ['iTunes Top Songs']);
    await becomes(() => label(page, 'Region'), 'Region: 7 values, most United States (20%); 1 of 5 chart entries does not state it');
    await summary(page, 'Chart').click(bar);
    await becomes(() => query(page), '');
  });
}

pageTest('Dates are brushed to a range as precise as the bars, which the chip names, and Escape takes a drag back', { query: '?demo=2000' }, async (page) => {
  await goTo(page, 'Chart reach');
  await expectSoon(async () => assert.match(await label(page, 'Date'), /^Date: .* most /));
  const all = await rows(page).count();
  await brush(page, summary(page, 'Date'), 0.3, 0.5);
  await expectSoon(async () => assert.match(await query(page), /^date:\d{4}(-\d\d)?(-\d\d)?\.\.\d{4}(-\d\d)?(-\d\d)?$/));
  await becomes(() => chips(page).count(), 1);
  await expectSoon(async () => assert.match(await count(page).innerText(), / of /));
  assert.ok(all > 0);
  await search(page).fill('');
  await becomes(() => chips(page).count(), 0);
  await brush(page, summary(page, 'Date'), 0.3, 0.5, { drop: false });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await frameDrawn(page);
  assert.equal(await query(page), '', 'Escape took the drag back');
  assert.equal(await chips(page).count(), 0);
});

pageTest('Bars under the pointer say what they are, and the rows of a bar are lit', {}, async (page) => {
  await goTo(page, 'Videos');
  await becomes(() => label(page, 'Kind'), 'Kind: 3 values, most dance video (67%)');
  const box = await summary(page, 'Kind').boundingBox();
  await page.mouse.move(box.x + 6, box.y + 12);
  await becomes(() => summary(page, 'Kind').getAttribute('title'), 'dance video: 4');
  await becomes(() => grid(page).locator('[role=row][data-lit]').count(), 4);
  await page.mouse.move(box.x + 6, box.y + 200);
  await becomes(() => summary(page, 'Kind').getAttribute('title'), null);
});

pageTest('Rows that state nothing are one click away, and in the filter of the column by keyboard', {}, async (page) => {
  await goTo(page, 'Chart reach');
  await becomes(() => label(page, 'Position'), 'Position: 1; 2 of 9 chart entries do not state it');
  const box = await summary(page, 'Position').boundingBox();
  await page.mouse.click(box.x + box.width - 4, box.y + 10);
  await becomes(() => query(page), 'position:none');
  await becomes(() => rows(page).count(), 2);
  await filterButton(page, 'Position').click();
  const missing = dialog(page).getByRole('checkbox', { name: 'not stated, 2' });
  await becomes(() => missing.getAttribute('aria-checked'), 'true');
  await missing.focus();
  await page.keyboard.press('Space');
  await becomes(() => query(page), '');
  await becomes(() => missing.getAttribute('aria-checked'), 'false');
});

pageTest('The filter of a column shows its summary larger, and it is brushed there too', { query: '?demo=2000' }, async (page) => {
  await goTo(page, 'Chart reach');
  await filterButton(page, 'Position').click();
  const large = dialog(page).getByRole('img');
  await expectSoon(async () => assert.match(await large.getAttribute('aria-label'), /^Position: 1 to /));
  assert.ok((await large.boundingBox()).height > 80);
  await brush(page, large, 0.02, 0.2);
  await expectSoon(async () => assert.match(await query(page), /^position:1\.\.\d+$/));
  const [, to] = /\.\.(\d+)$/.exec(await query(page));
  await becomes(() => dialog(page).getByRole('textbox', { name: 'From' }).inputValue(), '1');
  await becomes(() => dialog(page).getByRole('textbox', { name: 'To' }).inputValue(), to);
});

pageTest('A column is still sorted by its name and made wider by its edge', {}, async (page) => {
  await goTo(page, 'Videos');
  await becomes(() => label(page, 'Kind'), 'Kind: 3 values, most dance video (67%)');
  const box = await header(page, 'Kind').boundingBox();
  await page.mouse.click(box.x + 20, box.y + 20);
  await becomes(() => header(page, 'Kind').getAttribute('aria-sort'), 'ascending');
});

/** Frames asked for, from now on. */
const frames = (page) => page.evaluate(() => {
  const ask = window.requestAnimationFrame;
  Object.assign(window, { asked_: 0 });
  window.requestAnimationFrame = (callback) => {
    window.asked_++;
    return ask.call(window, callback);
  };
});
const asked = (page) => page.evaluate(() => /** @type {any} */ (window).asked_);

pageTest('A filtered bar shrinks in a moment and then nothing moves; with reduced motion at once', {}, async (page) => {
  await goTo(page, 'Videos');
  await becomes(() => label(page, 'Kind'), 'Kind: 3 values, most dance video (67%)');
  await frames(page);
  await typeQuery(page, 'closer');
  await expectSoon(async () => assert.notEqual(await label(page, 'Kind'), 'Kind: 3 values, most dance video (67%)'));
  await page.waitForTimeout(300);
  const reduced = await asked(page);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.waitForTimeout(100);
  await search(page).fill('');
  await becomes(() => label(page, 'Kind'), 'Kind: 3 values, most dance video (67%)');
  await page.waitForTimeout(400);
  const moving = await asked(page);
  assert.ok(moving > reduced, 'frames show the way');
  await page.waitForTimeout(1000);
  assert.equal(await asked(page), moving, 'and none after it');
});

pageTest('On a phone there are none but in a filter', { viewport: { width: 390, height: 844 }, touch: true }, async (page) => {
  await goTo(page, 'Chart reach');
  await becomes(() => grid(page).getByRole('img').count(), 0);
  await filterButton(page, 'Position').click();
  await becomes(() => dialog(page).getByRole('img').count(), 1);
});
