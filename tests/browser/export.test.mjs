// Pictures to take along: the page as PNG, map and timeline as SVG, and what is said where that cannot be.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { PNG } from 'pngjs';
import { becomes, dialog, explorerFrame, goTo, hostPage, onEmptyPage, suite, typeQuery } from './harness.mjs';
import { mapIsThere } from './surfaces.mjs';

const { pageTest } = suite();
const CaptionPx = 32;
/** Why a test needs it. */
const canvas = 'the picture of the page is a copy of it';

const openMenu = async (page) => {
  await page.getByRole('button', { name: 'Save a picture' }).click();
  await becomes(() => dialog(page).count(), 1);
};
const choice = (page, name) => dialog(page).getByRole('button', { name, exact: true });

/** Presses a choice of the menu and reads the file that comes. */
async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent('download'), choice(page, name).click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

async function canvasPicture(page) {
  await page.locator('#mirror').evaluate((mirror) => { mirror.style.visibility = 'hidden'; });
  const png = PNG.sync.read(await page.screenshot({ animations: 'allow' }));
  await page.locator('#mirror').evaluate((mirror) => { mirror.style.visibility = ''; });
  return png;
}

for (const density of [1, 2]) {
  pageTest(`The picture of the page is what is on screen, with a caption, at density ${density}`, { canvas, density }, async (page) => {
    await goTo(page, 'Videos');
    await typeQuery(page, 'dance');
    await openMenu(page);
    const file = await saved(page, 'Picture of this page (PNG)');
    assert.equal(file.name, 'article-explorer.png');
    const png = PNG.sync.read(file.bytes);
    assert.deepEqual([png.width, png.height], [1440 * density, (900 + CaptionPx) * density]);
    await becomes(() => dialog(page).count(), 0);
    // The button of the menu has the focus and the pointer may be over a row: compared is most, not all.
    const screen = await canvasPicture(page);
    let different = 0;
    for (let i = 0; i < screen.data.length; i += 4) {
      const off = Math.abs(screen.data[i] - png.data[i]) + Math.abs(screen.data[i + 1] - png.data[i + 1]) + Math.abs(screen.data[i + 2] - png.data[i + 2]);
      different += Number(off > 24);
    }
    assert.ok(different < screen.data.length / 4 / 50, `${different} pixels are different`);
    const inks = new Set();
    for (let i = (900 + 8) * density * png.width * 4; i < png.data.length; i += 4) inks.add(png.data[i]);
    assert.ok(inks.size > 4, 'the caption is there');
  });
}

pageTest('The picture has the colours of the theme', { canvas, scheme: 'dark' }, async (page) => {
  await openMenu(page);
  const png = PNG.sync.read((await saved(page, 'Picture of this page (PNG)')).bytes);
  const last = png.data.length - 4;
  assert.deepEqual([...png.data.subarray(last, last + 3)], [0x11, 0x13, 0x15]);
});

/** What an independent reader finds in an SVG document. */
const readSvg = (page, text) => onEmptyPage(page, (source) => {
  const root = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement;
  return {
    tag: root.tagName,
    title: root.querySelector('title')?.textContent,
    desc: root.querySelector('desc')?.textContent,
    size: [Number(root.getAttribute('width')), Number(root.getAttribute('height'))],
    texts: [...root.querySelectorAll('text')].map((each) => each.textContent),
    shapes: root.querySelectorAll('path, rect, line, circle').length,
  };
}, text);

for (const [name, fileName, title] of [
  ['Map (SVG)', 'article-explorer-map.svg', 'Where it charted'],
  ['Timeline (SVG)', 'article-explorer-timeline.svg', 'When things came out'],
]) {
  pageTest(`${name} can be chosen on the overview, and is a document with the texts of its panel`, {}, async (page) => {
    await mapIsThere(page);
    await openMenu(page);
    assert.notEqual(await choice(page, name).getAttribute('aria-disabled'), 'true');
    assert.equal(await dialog(page).getByText('Not on this page').count(), 0);
    const file = await saved(page, name);
    assert.equal(file.name, fileName);
    const svg = await readSvg(page, file.bytes.toString('utf8'));
    assert.equal(svg.tag, 'svg');
    assert.equal(svg.title, title);
    assert.ok(svg.texts.includes(title), svg.texts.join(' | '));
    assert.ok(svg.texts.includes(await page.title()), 'the caption names the data');
    assert.ok(svg.desc && svg.desc.length > 10);
    assert.ok(svg.size.every((px) => px > 200));
    assert.ok(svg.shapes > 5);
  });
}

pageTest('Without a canvas the menu says that there is no picture of the page', { query: '?render=html' }, async (page) => {
  await openMenu(page);
  const pageChoice = choice(page, 'Picture of this page (PNG)');
  assert.equal(await pageChoice.getAttribute('aria-disabled'), 'true');
  assert.equal(await dialog(page).getByText('This page is shown without a drawing.').count(), 1);
  await page.keyboard.press('Escape');
  await becomes(() => dialog(page).count(), 0);
});

/** A page with the explorer in a frame. */
const host = (sandbox) => hostPage(`<iframe ${sandbox} src="index.html" width="900" height="640" title="Explorer"></iframe>`);

pageTest('In a frame that may not download, the menu says so', { canvas, path: 'host.html', state: null, intercept: host('sandbox="allow-scripts allow-same-origin"') }, async (page) => {
  const frame = await explorerFrame(page);
  await openMenu(frame);
  await choice(frame, 'Picture of this page (PNG)').click();
  await becomes(() => frame.getByRole('alert').filter({ hasText: 'does not allow downloads' }).count(), 1);
  assert.equal(await dialog(frame).count(), 1);
});

pageTest('In a frame of the same site the picture comes', { canvas, path: 'host.html', state: null, intercept: host('') }, async (page) => {
  const frame = await explorerFrame(page);
  await openMenu(frame);
  const [download] = await Promise.all([page.waitForEvent('download'), choice(frame, 'Picture of this page (PNG)').click()]);
  const png = PNG.sync.read(await readFile(await download.path()));
  assert.equal(png.width, 900);
});
