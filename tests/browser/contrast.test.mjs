// More contrast and forced colours: the drawing and the page follow the reader's system, at once.
import assert from 'node:assert/strict';
import { PNG } from 'pngjs';
import { becomes, expectSoon, goTo, suite } from './harness.mjs';

const { pageTest } = suite();

/** The colours of the drawing, most frequent first, as "r,g,b". */
async function drawnColors(page) {
  await page.locator('#mirror').evaluate((mirror) => { mirror.style.visibility = 'hidden'; });
  const { data } = PNG.sync.read(await page.screenshot({ animations: 'allow' }));
  await page.locator('#mirror').evaluate((mirror) => { mirror.style.visibility = ''; });
  const counts = new Map();
  for (let i = 0; i < data.length; i += 4) {
    const color = `${data[i]},${data[i + 1]},${data[i + 2]}`;
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  return [...counts].sort((left, right) => right[1] - left[1]).map(([color]) => color);
}

/** A system colour as the browser has it, as "r,g,b". */
const systemColor = (page, name) => page.evaluate((wanted) => {
  const probe = document.createElement('i');
  document.body.append(probe);
  probe.style.color = wanted;
  const color = getComputedStyle(probe).color.match(/\d+/g)?.slice(0, 3).join(',');
  probe.remove();
  return color;
}, name);

for (const [scheme, ground, ink] of [['light', '255,255,255', '0,0,0'], ['dark', '0,0,0', '255,255,255']]) {
  pageTest(`With more contrast a ${scheme} page is black and white`, { scheme }, async (page) => {
    await page.emulateMedia({ contrast: 'more', colorScheme: scheme });
    await expectSoon(async () => {
      const colors = await drawnColors(page);
      assert.equal(colors[0], ground);
      assert.ok(colors.includes(ink), 'text in full ink');
    });
    await page.emulateMedia({ contrast: 'no-preference', colorScheme: scheme });
    await expectSoon(async () => assert.notEqual((await drawnColors(page))[0], ground));
  });
}

for (const scheme of ['light', 'dark']) {
  pageTest(`Forced colours are drawn with, ${scheme}`, { scheme }, async (page) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme: scheme });
    const [ground, ink, link] = [await systemColor(page, 'Canvas'), await systemColor(page, 'CanvasText'), await systemColor(page, 'LinkText')];
    await expectSoon(async () => {
      const colors = await drawnColors(page);
      assert.equal(colors[0], ground);
      assert.ok(colors.slice(0, 60).includes(ink), `ink ${ink}`);
      assert.ok(colors.includes(link), `links ${link}`);
    });
    await goTo(page, 'Chart reach');
    const text = page.getByRole('heading', { level: 1 });
    assert.equal(await text.evaluate((element) => getComputedStyle(element).color), 'rgba(0, 0, 0, 0)', 'nothing is painted twice');
    assert.equal(await page.getByRole('button', { name: /^Colours/ }).count(), 0, 'the colours are not to be chosen');
    await page.emulateMedia({ forcedColors: 'none', colorScheme: scheme });
    await becomes(() => page.getByRole('button', { name: /^Colours/ }).count(), 1);
  });
}

pageTest('In HTML the tokens are the system\'s colours where those are forced', { query: '?render=html' }, async (page) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const color = (locator, property) => locator.evaluate((element, name) => getComputedStyle(element)[name].match(/\d+/g)?.slice(0, 3).join(','), property);
  await becomes(async () => color(page.getByRole('heading', { level: 1 }), 'color'), await systemColor(page, 'CanvasText'));
  assert.equal(await color(page.getByRole('banner'), 'backgroundColor'), await systemColor(page, 'Canvas'));
  const edge = await page.getByRole('banner').evaluate((element) => getComputedStyle(element).boxShadow);
  assert.notEqual(edge, 'none', 'lines are still there');
});
