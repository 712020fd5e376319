// The dialog that writes the code: what is chosen is seen in its preview, the code is copied for real, and in a page of
// another site it shows the same; by mouse, by keyboard and by finger, and without getting in anybody's way.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { becomes, Dataset, dialog, Dist, expectSoon, explorerFrame, goTo, hasFocus, hostPage, rows, suite, typeQuery } from './harness.mjs';
import { startServer } from '../../web/tools/serve.mjs';

const { pageTest } = suite();
const Name = 'Embed in a page';

/** A page of another site: by number, so that for the browser it is another one than the explorer's "localhost". */
let article = '';
/** @type {Awaited<ReturnType<typeof startServer>>} */
let elsewhere;
before(async () => {
  elsewhere = await startServer({ root: Dist, intercept: (...call) => hostPage(article)(...call) });
});
after(() => elsewhere?.close());

/** @param {any} page or a frame */
const box = (page) => page.getByRole('dialog', { name: Name });
const radio = (page, name) => box(page).getByRole('radio', { name, exact: true });
const tick = (page, name) => box(page).getByRole('checkbox', { name, exact: true });
const code = (page) => box(page).getByRole('textbox', { name: 'Code' });
const copyButton = (page) => box(page).getByRole('button', { name: 'Copy code' });
const said = (page) => box(page).getByRole('status').innerText();
const frameOf = (page) => box(page).locator('iframe');
/** What is in the preview. */
const preview = (page) => box(page).frameLocator('iframe');
const pagesLoaded = (paths) => paths.filter((path) => path === '/' || path.endsWith('/index.html')).length;

async function openDialog(page) {
  await page.getByRole('button', { name: 'Share this view' }).click();
  await dialog(page).getByRole('button', { name: 'Embed…' }).click();
  await becomes(() => box(page).count(), 1);
  await expectSoon(async () => assert.match(await code(page).inputValue(), /^</));
}
/** @param {any} page @param {string} name */
async function choose(page, name) {
  await radio(page, name).click();
  await becomes(() => radio(page, name).getAttribute('aria-checked'), 'true');
}
/** Puts what is in the clipboard into a field of the other site, as its editor would, and shows that as its page. */
async function paste(page) {
  const editor = await page.context().newPage();
  article = '<textarea autofocus aria-label="Article"></textarea>';
  await editor.goto(`http://127.0.0.1:${elsewhere.port}/host.html`);
  const field = editor.getByRole('textbox', { name: 'Article' });
  await field.click();
  await editor.keyboard.press('Control+V');
  await expectSoon(async () => assert.notEqual(await field.inputValue(), ''));
  article = await field.inputValue();
  await editor.goto(`http://127.0.0.1:${elsewhere.port}/host.html`);
  return { editor, pasted: article };
}

for (const query of ['', '?render=html']) {
  for (const way of ['Plain frame', 'Fitted frame', 'Element']) {
    pageTest(`${way}: what is chosen is in the preview, and the code shows it on another site ${query}`, { query }, async (page, { url }) => {
      await goTo(page, 'Chart reach');
      await typeQuery(page, 'region:KR');
      await becomes(() => rows(page).count(), 1);
      await openDialog(page);
      await becomes(() => rows(preview(page)).count(), 1, 'it starts with what is shown');
      assert.ok(await preview(page).getByRole('tab').count() > 0, 'with everything around it');

      await choose(page, way);
      await choose(page, 'Table of this view');
      await choose(page, 'Dark');
      await tick(page, 'Sort').click();
      await becomes(() => tick(page, 'Sort').getAttribute('aria-checked'), 'false');
      /** @param {any} frame */
      const isThat = async (frame) => {
        await becomes(() => frame.locator('html').getAttribute('data-theme'), 'dark');
        await becomes(() => frame.getByRole('tab').count(), 0);
        await becomes(() => rows(frame).count(), 1);
        await becomes(() => frame.getByRole('button', { name: 'Sort by Title' }).count(), 0);
      };
      await isThat(preview(page));
      await copyButton(page).click();
      await becomes(() => said(page), 'Code copied');
      const written = await code(page).inputValue();
      assert.equal(written.includes(`src="${url}`), true, 'it leads to this explorer');
      assert.doesNotMatch(written, /render=/, 'not to how this page is shown');

      const { editor, pasted } = await paste(page);
      assert.equal(pasted, written);
      await isThat(editor.frameLocator('iframe'));
      const frame = editor.locator('iframe');
      const height = async () => (await frame.boundingBox())?.height;
      if (way === 'Plain frame') assert.equal(await height(), 560);
      else await expectSoon(async () => assert.ok(Number(await height()) < 560, 'as high as a row needs'));
      assert.notEqual(new URL(editor.url()).origin, new URL(url).origin);
    });
  }
}

pageTest('A title of any signs names the frame and does nothing else', {
  dataset: JSON.stringify({ ...Dataset, title: '"Tom" & <b>Jerry</b> \'"><img src=x onerror=alert(1)>' }),
}, async (page) => {
  await openDialog(page);
  await copyButton(page).click();
  await becomes(() => said(page), 'Code copied');
  const { editor } = await paste(page);
  assert.equal(await editor.locator('iframe').getAttribute('title'), '"Tom" & <b>Jerry</b> \'"><img src=x onerror=alert(1)>');
  assert.equal(await editor.locator('body > *').count(), 1, 'the frame is all there is');
});

pageTest('Data by its address stays the data of the code', { query: '?data=articles.json' }, async (page, { url }) => {
  await openDialog(page);
  await choose(page, 'Releases');
  assert.match(await code(page).inputValue(), new RegExp(`src="${url}\\?data=articles\\.json&amp;ui=releases#`));
  await becomes(async () => await rows(preview(page)).count() > 0, true);
});

pageTest('The height is that of the frame; while it is typed the page in it stays', {}, async (page, { paths }) => {
  await openDialog(page);
  await becomes(() => preview(page).getByRole('main').count(), 1);
  const loaded = pagesLoaded(paths);
  assert.equal(loaded, 2, 'the page, and the one in the preview');
  const field = box(page).getByRole('textbox', { name: 'Height in pixels' });
  await field.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('480');
  await expectSoon(async () => assert.match(await code(page).inputValue(), /height="480"/));
  await becomes(async () => (await frameOf(page).boundingBox())?.height, 480);
  await box(page).getByRole('button', { name: 'Higher' }).click();
  await becomes(() => field.inputValue(), '520');
  await becomes(async () => (await frameOf(page).boundingBox())?.height, 520);
  assert.equal(pagesLoaded(paths), loaded);
  assert.equal(await preview(page).getByRole('main').count(), 1);
});

pageTest('By keyboard: a key opens it, arrows choose, Tab goes through the preview, Escape out of it', {}, async (page) => {
  await page.keyboard.press('e');
  await becomes(() => box(page).count(), 1);
  await becomes(() => hasFocus(radio(page, 'Plain frame')), true);
  await page.keyboard.press('ArrowRight');
  await becomes(() => radio(page, 'Fitted frame').getAttribute('aria-checked'), 'true');
  await becomes(() => hasFocus(radio(page, 'Fitted frame')), true);
  await code(page).focus();
  await expectSoon(async () => assert.match(await code(page).inputValue(), /data-article-explorer/));
  const [chosen, whole] = await code(page).evaluate((each) => [each.value.slice(each.selectionStart, each.selectionEnd), each.value]);
  assert.equal(chosen, whole, 'all of it is selected, to be copied by hand');
  await page.keyboard.type('x');
  assert.equal(await code(page).inputValue(), whole, 'and cannot be edited');
  await becomes(() => preview(page).getByRole('main').count(), 1);
  const isInFrame = () => page.evaluate(() => document.activeElement?.tagName === 'IFRAME');
  const close = box(page).getByRole('button', { name: 'Close' });
  for (const [key, end] of /** @type {const} */ ([['Tab', close], ['Shift+Tab', code(page)]])) {
    let passed = 0;
    await expectSoon(async () => {
      await page.keyboard.press(key);
      if (await isInFrame()) passed += 1;
      assert.ok(await hasFocus(end));
    }, 20_000);
    assert.ok(passed > 3, `${key} goes through what is in the preview: ${passed}`);
  }
  await preview(page).getByRole('searchbox').click();
  await page.keyboard.type('zebra');
  await becomes(() => preview(page).getByRole('searchbox').inputValue(), 'zebra', 'the preview can be used');
  await page.keyboard.press('Escape');
  await becomes(() => preview(page).getByRole('searchbox').inputValue(), '', 'there Escape first does what it does there');
  await page.keyboard.press('Escape');
  await becomes(() => hasFocus(code(page)), true);
  await page.keyboard.press('Escape');
  await becomes(() => box(page).count(), 0);
});

pageTest('Nothing that is tried out is a step of the Back button', {}, async (page) => {
  await openDialog(page);
  await becomes(() => preview(page).getByRole('main').count(), 1);
  const steps = await page.evaluate(() => history.length);
  await choose(page, 'Releases');
  await becomes(async () => await rows(preview(page)).count() > 0, true);
  await choose(page, 'Dark');
  await becomes(() => preview(page).locator('html').getAttribute('data-theme'), 'dark');
  await choose(page, 'Articles');
  await becomes(() => frameOf(page).evaluate((frame) => frame.contentWindow.location.search), '?ui=articles');
  await becomes(() => preview(page).getByRole('grid').count(), 1);
  assert.equal(await page.evaluate(() => history.length), steps);
  assert.equal(await page.locator('html').getAttribute('data-theme'), null, 'and the page keeps its colours');
});

pageTest('There is no preview within a preview, but its code', {}, async (page) => {
  await openDialog(page);
  const inside = preview(page);
  await inside.getByRole('searchbox').click();
  await page.keyboard.press('Tab');
  await page.keyboard.press('e');
  await becomes(() => box(inside).count(), 1);
  await expectSoon(async () => assert.match(await code(inside).inputValue(), /^<iframe /));
  assert.equal(await frameOf(inside).count(), 0);
});

pageTest('In a frame of another page the dialog works, with its preview', {
  path: 'host.html', state: null,
  intercept: hostPage('<iframe src="index.html" width="1000" height="800" title="Explorer"></iframe>'),
}, async (page, { url }) => {
  const frame = await explorerFrame(page);
  await openDialog(frame);
  await becomes(() => preview(frame).getByRole('main').count(), 1);
  await choose(frame, 'Map');
  assert.match(await code(frame).inputValue(), new RegExp(`src="${url}index\\.html\\?ui=map"`));
  await becomes(() => preview(frame).getByRole('tab').count(), 0);
  await copyButton(frame).click();
  await becomes(() => said(frame), 'Code copied');
});

pageTest('Where nothing can be copied, the code is selected and that is said', {
  prepare: () => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.execCommand = () => false;
  },
}, async (page) => {
  await openDialog(page);
  await copyButton(page).click();
  await expectSoon(async () => assert.match(await said(page), /does not allow copying/));
  assert.ok(await hasFocus(code(page)));
});

for (const width of [390, 280]) {
  pageTest(`On a phone of ${width} px choices, code and preview stand below each other`, { viewport: { width, height: 844 }, touch: true }, async (page) => {
    await page.getByRole('button', { name: 'Save or share' }).tap();
    await dialog(page).getByRole('button', { name: 'Share this view' }).tap();
    await dialog(page).getByRole('button', { name: 'Embed…' }).tap();
    await becomes(() => box(page).count(), 1);
    const places = [];
    for (const each of [radio(page, 'Fitted frame'), radio(page, 'Timeline'), tick(page, 'Filter'), code(page), copyButton(page), frameOf(page)]) {
      await each.scrollIntoViewIfNeeded();
      const at = await each.boundingBox();
      assert.ok(at && at.x >= 0 && at.x + at.width <= width + 0.5, JSON.stringify(at));
      places.push(await each.evaluate((element) => {
        let top = 0;
        for (let up = element; up && up.getAttribute('role') !== 'dialog'; up = up.offsetParent) top += up.offsetTop;
        return top;
      }));
    }
    assert.deepEqual(places, [...places].sort((a, b) => a - b));
    await radio(page, 'Timeline').tap();
    await expectSoon(async () => assert.match(await code(page).inputValue(), /ui=timeline/));
    await becomes(() => preview(page).getByRole('tab').count(), 0);
    await copyButton(page).tap();
    await becomes(() => said(page), 'Code copied');
  });
}
