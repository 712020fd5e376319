// Without a canvas (no WebGL2, a falsified readback, or by wish) the DOM is the page: same behaviour, and
// everything can be seen.
import assert from 'node:assert/strict';
import { PNG } from 'pngjs';
import {
  becomes, detail, dialog, expectSoon, goTo, header, refuseWebGl2, rowNames, rows, search, sortButton, suite, typeQuery,
} from './harness.mjs';
import { tour } from './tour.mjs';

const { pageTest } = suite();
const render = (page) => page.locator('html').getAttribute('data-render');

const falsifyReadback = () => {
  const { getImageData } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.getImageData = function (...rest) {
    const image = getImageData.apply(this, rest);
    for (let i = 0; i < image.data.length; i += 7) image.data[i] ^= 1;
    return image;
  };
};

const loseAtOnce = () => {
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function (/** @type {string} */ kind, ...rest) {
    const context = getContext.call(this, kind, ...rest);
    if (kind === 'webgl2') context.getExtension('WEBGL_lose_context').loseContext();
    return context;
  };
};

pageTest('With a canvas the tour passes', {}, async (page) => {
  assert.equal(await render(page), 'canvas');
  await tour(page);
});

/** How many px of two pictures are plainly of another colour. @param {Buffer} one @param {Buffer} other */
function unlike(one, other) {
  const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)];
  let found = 0;
  for (let at = 0; at < a.data.length; at += 4) {
    if ([0, 1, 2].some((channel) => Math.abs(a.data[at + channel] - b.data[at + channel]) > 8)) found += 1;
  }
  return found;
}

const Ways = [
  ['by ?render=html', { query: '?render=html' }],
  ['without WebGL2', { prepare: refuseWebGl2 }],
  ['where what is drawn is read back falsified', { prepare: falsifyReadback }],
  ['where the context is lost before it is used', { prepare: loseAtOnce }],
];
for (const [how, options] of Ways) {
  pageTest(`In HTML, ${how}, the tour passes`, options, async (page) => {
    assert.equal(await render(page), 'html');
    assert.equal(await page.locator('canvas:visible').count(), 0);
    await tour(page);
  });
}

pageTest('A lost WebGL context leads to the HTML page, which has all that was chosen, and a new one back', {}, async (page) => {
  await goTo(page, 'Chart reach');
  await typeQuery(page, 'position<=10 sort:region');
  await becomes(() => rows(page).count(), 7);
  await rows(page).nth(2).getByRole('rowheader').click();
  await becomes(() => detail(page).count(), 1);
  const opened = await detail(page).getByRole('heading').first().innerText();
  const names = await rowNames(page);
  await page.mouse.move(0, 0);
  const drawn = await page.screenshot();
  await page.locator('canvas').evaluate((canvas) => {
    window.context = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
    window.context.loseContext();
  });
  await becomes(() => render(page), 'html');
  await becomes(() => page.locator('canvas:visible').count(), 0);
  assert.equal(await search(page).inputValue(), 'position<=10 sort:region');
  assert.deepEqual(await rowNames(page), names);
  assert.equal(await detail(page).getByRole('heading').first().innerText(), opened);
  assert.ok(unlike(drawn, await page.screenshot()) > 1000, 'the browser sets the words a little otherwise');
  const ink = await rows(page).first().getByRole('rowheader').evaluate((cell) => getComputedStyle(cell).color);
  assert.notEqual(ink, 'rgba(0, 0, 0, 0)', 'the words can be seen');
  await sortButton(page, 'Region').click();
  await becomes(() => header(page, 'Region').getAttribute('aria-sort'), 'descending');
  await sortButton(page, 'Region').click();
  await becomes(() => search(page).inputValue(), 'position<=10');
  await search(page).fill('position<=10 sort:region');
  await becomes(() => rowNames(page), names);
  await page.mouse.move(0, 0);

  await page.evaluate(() => window.context.restoreContext());
  await becomes(() => render(page), 'canvas');
  await page.evaluate(() => document.activeElement.blur());
  await expectSoon(async () => assert.equal(unlike(drawn, await page.screenshot()), 0, 'drawn as before'));
});

pageTest('In HTML the words are in ink and lie within their boxes', { query: '?render=html' }, async (page) => {
  for (const view of ['Overview', 'Chart reach', 'Videos']) {
    await goTo(page, view);
    const wrong = await page.locator('#mirror').evaluate((mirror) => {
      const found = [];
      for (const element of mirror.querySelectorAll('*')) {
        const text = [...element.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue.trim());
        if (!text || element.clientWidth <= 1) continue;  // one px: heard only
        const style = getComputedStyle(element);
        if (style.color === 'rgba(0, 0, 0, 0)' || style.visibility !== 'visible') found.push(`invisible: ${text.nodeValue}`);
        const range = document.createRange();
        range.selectNode(text);
        const [inner, outer] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
        if (inner.right > outer.right + 2 || inner.bottom > outer.bottom + 6) found.push(`outside of its box: ${text.nodeValue}`);
      }
      return found;
    });
    assert.deepEqual(wrong, [], view);
  }
});

pageTest('In HTML the order of several sort keys is written beside their arrows', { query: '?render=html' }, async (page) => {
  await goTo(page, 'Videos');
  await sortButton(page, 'Kind').click();
  await becomes(() => header(page, 'Kind').getAttribute('aria-sort'), 'ascending');
  await sortButton(page, 'Title').click({ modifiers: ['Shift'] });
  await becomes(() => header(page, 'Kind').getByText('1', { exact: true }).isVisible(), true);
  await becomes(() => header(page, 'Title').getByText('2', { exact: true }).isVisible(), true);
  assert.equal(await rows(page).count(), 6);
});

pageTest('In HTML a dialog lies over all of the table, its header that sticks included', { query: '?render=html' }, async (page) => {
  const shot = async () => {
    await page.keyboard.press('?');
    await becomes(() => dialog(page).count(), 1);
    // Within its round corners.
    const { x, y, width, height } = await dialog(page).boundingBox();
    const picture = await page.screenshot({ clip: { x: x + 9, y: y + 9, width: width - 18, height: height - 18 } });
    await page.keyboard.press('Escape');
    await becomes(() => dialog(page).count(), 0);
    return picture;
  };
  const overOverview = await shot();
  await goTo(page, 'Chart reach');
  await rows(page).first().waitFor();
  // The header that would lie over it has some thousand px of letters and bars.
  const differing = unlike(overOverview, await shot());
  assert.ok(differing < 300, `${differing} px differ`);
});
