// The drawing lies exactly under its DOM twin: where an element has words or a mark, the canvas has ink, in
// the same place, at every density.
import assert from 'node:assert/strict';
import { PNG } from 'pngjs';
import { becomes, count, detail, dialog, filterButton, goTo, header, rows, search, sortButton, suite, tab } from './harness.mjs';

const { pageTest } = suite();
const Contrast = 48; // of the 765 that tell black from white

/** The canvas as it is, without the DOM over it. */
async function picture(page) {
  await page.locator('#mirror').evaluate((mirror) => { mirror.style.visibility = 'hidden'; });
  const png = PNG.sync.read(await page.screenshot({ animations: 'allow' }));
  await page.locator('#mirror').evaluate((mirror) => { mirror.style.visibility = ''; });
  return png;
}

/** The box of what differs from the corner's colour inside a rectangle (CSS px), or null. */
function inkIn(png, density, { x, y, width, height }) {
  const [left, top] = [Math.ceil(x * density), Math.ceil(y * density)];
  const [right, bottom] = [Math.min(png.width, Math.floor((x + width) * density)), Math.min(png.height, Math.floor((y + height) * density))];
  const at = (px, py) => (py * png.width + px) * 4;
  const paper = at(left, top);
  let box = null;
  for (let py = top; py < bottom; py++) {
    for (let px = left; px < right; px++) {
      const i = at(px, py);
      const difference = Math.abs(png.data[i] - png.data[paper]) + Math.abs(png.data[i + 1] - png.data[paper + 1]) + Math.abs(png.data[i + 2] - png.data[paper + 2]);
      if (difference < Contrast) continue;
      box ??= { left: px, top: py, right: px, bottom: py, pixels: 0 };
      box.left = Math.min(box.left, px);
      box.right = Math.max(box.right, px);
      box.bottom = py;
      box.pixels++;
    }
  }
  return box;
}

/** Where the browser puts the words of an element: the rectangle of its own text, at the right as far as its ink goes. */
const textBox = (locator) => locator.evaluate((element) => {
  const range = document.createRange();
  const text = [...element.childNodes].find((node) => node.nodeType === Node.TEXT_NODE);
  range.selectNodeContents(text ?? element);
  const { x, y, width, height } = range.getBoundingClientRect();
  const context = document.createElement('canvas').getContext('2d');
  context.font = getComputedStyle(element).font;
  const ink = context.measureText((text ?? element).textContent).actualBoundingBoxRight;
  return { x, y, width: Math.min(width, ink), height };
});

/** Checks that the words of the element are drawn where the DOM has them, to one CSS pixel and a half. */
async function checkWords(png, density, locator, what) {
  const text = await textBox(locator);
  const near = { x: text.x - 4, y: text.y - 1, width: text.width + 8, height: text.height + 2 };
  const ink = inkIn(png, density, near);
  assert.ok(ink, `${what}: no ink under the words`);
  const [left, right] = [ink.left / density, (ink.right + 1) / density];
  assert.ok(Math.abs(left - text.x) < 3, `${what}: ink begins at ${left}, the words at ${text.x}`);
  assert.ok(Math.abs(right - text.x - text.width) < 3, `${what}: ink ends at ${right}, the words at ${text.x + text.width}`);
}

for (const density of [1, 1.5, 2]) {
  pageTest(`Words and marks are drawn under their elements at density ${density}`, { density }, async (page) => {
    const size = await page.locator('canvas').evaluate((canvas) => [canvas.width, canvas.height, canvas.clientWidth, canvas.clientHeight]);
    assert.deepEqual(size, [1440 * density, 900 * density, 1440, 900], 'one pixel of the drawing is one of the screen');
    await goTo(page, 'Chart reach');
    await sortButton(page, 'Region').click();
    await becomes(() => header(page, 'Region').getAttribute('aria-sort'), 'ascending');
    await page.mouse.move(720, 880);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const png = await picture(page);
    const words = {
      title: page.getByRole('heading', { level: 1 }),
      tab: tab(page, 'Videos').locator('span').first(),
      'selected tab': tab(page, 'Chart reach').locator('span').first(),
      status: count(page),
      header: sortButton(page, 'Date'),
      chip: page.getByRole('list', { name: 'Active filters' }).getByRole('button'),
      'first cell': rows(page).first().getByRole('gridcell').first(),
      'row header': rows(page).nth(3).getByRole('rowheader'),
      'last row': rows(page).last().getByRole('gridcell').first(),
    };
    for (const [what, locator] of Object.entries(words)) await checkWords(png, density, locator, what);
    const marks = {
      'filter button': filterButton(page, 'Region'),
      'theme button': page.getByRole('button', { name: /^Colours/ }),
      'search box': search(page),
    };
    for (const [what, locator] of Object.entries(marks)) assert.ok(inkIn(png, density, await locator.boundingBox()), `${what}: no ink`);
    const blank = await page.getByRole('main').boundingBox();
    const below = { x: 40, y: blank.y + blank.height - 60, width: 300, height: 50 };
    assert.equal(inkIn(png, density, below), null, 'where nothing is, nothing is drawn');
  });
}

pageTest('Detail, dialog and scrolled content are drawn under their elements', { viewport: { width: 1440, height: 420 } }, async (page) => {
  await goTo(page, 'Chart reach');
  await rows(page).nth(1).getByRole('rowheader').click();
  await becomes(() => detail(page).count(), 1);
  await page.getByRole('grid').hover();
  await page.mouse.wheel(0, 120);
  await becomes(() => page.getByRole('grid').evaluate((grid) => grid.scrollTop > 40), true);
  await page.waitForTimeout(150);
  await page.mouse.move(10, 5);
  await page.waitForTimeout(100);
  let png = await picture(page);
  await checkWords(png, 1, detail(page).getByRole('heading', { level: 2 }), 'the heading of the detail');
  await checkWords(png, 1, rows(page).nth(5).getByRole('gridcell').first(), 'a scrolled row');
  await checkWords(png, 1, sortButton(page, 'Chart'), 'the header stays above');
  await page.keyboard.press('Escape');
  await filterButton(page, 'Region').click();
  await becomes(() => dialog(page).count(), 1);
  await page.mouse.move(10, 5);
  await page.waitForTimeout(100);
  png = await picture(page);
  await checkWords(png, 1, dialog(page).getByRole('heading'), 'the heading of the dialog');
  await checkWords(png, 1, dialog(page).getByRole('button', { name: 'Sort ascending' }), 'a button of the dialog');
});

pageTest('The drawing follows the window and stays sharp', { viewport: { width: 1000, height: 700 } }, async (page) => {
  await page.setViewportSize({ width: 1300, height: 600 });
  await becomes(() => page.locator('canvas').evaluate((canvas) => [canvas.width, canvas.height]), [1300, 600]);
  await page.waitForTimeout(100);
  const png = await picture(page);
  await checkWords(png, 1, page.getByRole('heading', { level: 1 }), 'title');
  assert.ok(inkIn(png, 1, await page.getByRole('button', { name: /^Colours/ }).boundingBox()), 'the button at the right edge');
});

pageTest('Hangul, accents and emoji that are typed have ink', {}, async (page) => {
  for (const text of ['한국', 'éàü', '🎵']) {
    await search(page).fill(text);
    const chip = page.getByRole('list', { name: 'Active filters' }).getByRole('button', { name: new RegExp(text) });
    await becomes(() => chip.count(), 1);
    await page.waitForTimeout(100);
    await checkWords(await picture(page), 1, chip, text);
  }
});
