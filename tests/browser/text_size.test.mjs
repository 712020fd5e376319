// Readers who set larger letters in their browser get a larger page that still fits its window, and everything on it
// answers where it is seen.
import assert from 'node:assert/strict';
import { becomes, detail, goTo, header, rows, search, suite } from './harness.mjs';
import { tour } from './tour.mjs';

const { pageTest } = suite();

/** As the browser's own setting does: the letters of the root element. @param {number} px */
async function setLetters(page, px) {
  await page.evaluate((size) => { document.documentElement.style.fontSize = `${size}px`; }, px);
  const scale = () => page.locator('#mirror').evaluate((mirror) => mirror.style.getPropertyValue('--text-scale'));
  await becomes(scale, String(px / 16));
}

/** Height of the letters of the first row, as seen. */
const seenLetters = (page) => rows(page).first().getByRole('rowheader').evaluate((cell) => {
  const range = document.createRange();
  range.selectNodeContents(cell);
  return range.getBoundingClientRect().height;
});

/** Elements that reach over the window, or scroll it. */
const beyond = (page) => page.evaluate(() => {
  const { scrollWidth, scrollHeight } = document.documentElement;
  const found = scrollWidth > innerWidth || scrollHeight > innerHeight ? [`the page scrolls: ${scrollWidth} x ${scrollHeight}`] : [];
  for (const each of document.querySelectorAll('#mirror :is(header, nav, main, input, [role=tab])')) {
    const { left, right, width } = each.getBoundingClientRect();
    const scrolled = each.closest('.scrolls');
    if (!scrolled && width > 0 && (left < -1 || right > innerWidth + 1)) found.push(each.outerHTML.slice(0, 80));
  }
  return found;
});

for (const query of ['', '?render=html']) {
  pageTest(`Letters twice as large make all of the page larger ${query}`, { query }, async (page) => {
    await goTo(page, 'Chart reach');
    const before = await seenLetters(page);
    await setLetters(page, 32);
    await becomes(async () => Math.round(await seenLetters(page) / before * 10) / 10, 2);
    await becomes(() => beyond(page), []);
  });

  pageTest(`With letters a quarter larger the tour passes ${query}`, { query }, async (page) => {
    await setLetters(page, 20);
    await tour(page);
  });

  pageTest(`A drag goes where the pointer is, whatever the size of letters ${query}`, { query }, async (page) => {
    await setLetters(page, 24);
    await goTo(page, 'Chart reach');
    const edge = header(page, 'Chart').getByRole('separator');
    const box = await edge.boundingBox();
    const before = (await header(page, 'Chart').boundingBox()).width;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 90, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    await becomes(async () => Math.round((await header(page, 'Chart').boundingBox()).width - before), 90);
  });
}

pageTest('With large letters the canvas is drawn as sharp as the screen', { canvas: 'its pixels are counted', density: 2 }, async (page) => {
  await setLetters(page, 32);
  assert.deepEqual(await page.locator('canvas').evaluate(({ width, height }) => [width, height]), [2880, 1800]);
});

pageTest('With large letters on a phone, search and rows can be used', { viewport: { width: 390, height: 844 }, touch: true }, async (page) => {
  await setLetters(page, 32);
  await becomes(() => beyond(page), []);
  await goTo(page, 'Chart reach');
  await search(page).fill('region:KR');
  await becomes(() => rows(page).count(), 1);
  await rows(page).first().tap();
  await becomes(() => detail(page).count(), 1);
});
