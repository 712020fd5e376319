// Between the paragraphs of a page on another site: the explorer takes what is done in it and nothing else. Wheel,
// touch, Tab and focus come and go as with any other part of the page.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { becomes, chips, count, detail, dialog, Dist, expectSoon, explorerFrame, firstCell, goTo, grid, hasFocus, hostPage, rows, search, suite, tab } from './harness.mjs';
import { frames } from './surfaces.mjs';
import { startServer } from '../../web/tools/serve.mjs';

const { pageTest } = suite();
const Phone = { viewport: { width: 390, height: 844 }, touch: true };

/** The explorer's site: by number, so that for the browser it is another site than the host's "localhost". */
let explorer = '';
/** @type {Awaited<ReturnType<typeof startServer>>} */
let elsewhere;
before(async () => {
  elsewhere = await startServer({ root: Dist, headers: { 'Access-Control-Allow-Origin': '*' } });
  explorer = `http://127.0.0.1:${elsewhere.port}/`;
});
after(() => elsewhere?.close());

/** An article with the explorer in it. @param {string} query @param {string} [attributes] of the frame */
const host = (query, attributes = '') => hostPage(`<meta name="viewport" content="width=device-width">
    <style>body { margin: 0; } p { height: 700px; margin: 0; } iframe { display: block; width: 100%; height: 560px; border: 0; }</style>
    <p><input id="before" aria-label="Before" autofocus></p>
    <iframe id="frame" title="Explorer" ${attributes} src="${explorer}${query}"></iframe>
    <p><button id="after">After</button></p><p></p></html>`);
/** @param {string} [query] @param {object} [more] @param {string} [attributes] */
const onHost = (query = '', more = {}, attributes = '') => ({
  path: 'host.html', state: null, intercept: (/** @type {any[]} */ ...call) => host(query, attributes)(call[0], call[1], call[2]),
  expected: [/^request: http:\/\/127\.0\.0\.1:/], ...more,
});
/** @param {import('playwright-core').Page} page */
const hostTop = (page) => page.evaluate(() => scrollY);
/** @param {import('playwright-core').Page} page */
const hostFocus = (page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName);
/** What has the focus in the frame, and whether the frame has it at all. @param {any} frame @returns {Promise<[string, boolean]>} */
const frameFocus = (frame) => frame.evaluate(() => [
  document.activeElement === document.body ? 'BODY' : document.activeElement?.getAttribute('aria-label') || document.activeElement?.textContent,
  document.hasFocus(),
]);
/** The frame stands at the top of the window. @param {import('playwright-core').Page} page */
async function scrollToFrame(page) {
  await page.evaluate(() => document.getElementById('frame')?.scrollIntoView());
  await expectSoon(async () => assert.ok(await hostTop(page) > 0));
  return hostTop(page);
}

/** The element that scrolls the rows. @param {any} frame */
const list = (frame) => rows(frame).first().evaluateHandle((/** @type {Element} */ row) => row.closest('.scrolls'));
/** @param {any} scroller @returns {Promise<{top: number, left: number}>} top, and what is left below */
const placeOf = (scroller) => scroller.evaluate((/** @type {Element} */ each) => ({
  top: each.scrollTop, left: Math.round(each.scrollHeight - each.clientHeight - each.scrollTop),
}));
/** A place over the rows. @param {any} frame */
async function overRows(frame) {
  const box = await grid(frame).boundingBox();
  assert.ok(box);
  return { x: box.x + box.width / 2, y: box.y + box.height * 0.7 };
}

/**
 * Turns the wheel until that is seen: the browser may not know yet that the place is the frame's.
 * @param {import('playwright-core').Page} page @param {{x: number, y: number}} at @param {number} px @param {() => Promise<void>} seen
 */
const wheelInFrame = (page, { x, y }, px, seen) => expectSoon(async () => {
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, px);
  await expectSoon(seen, 1000);
});

pageTest('The wheel over the list scrolls the list, and where that ends the host', onHost('?demo=40'), async (page) => {
  const frame = await explorerFrame(page);
  await goTo(frame, 'Articles');
  const start = await scrollToFrame(page);
  const scroller = await list(frame);
  const { x, y } = await overRows(frame);
  await wheelInFrame(page, { x, y }, 120, async () => assert.equal((await placeOf(scroller)).top, 120));
  assert.equal(await hostTop(page), start, 'the host stays');
  await page.mouse.wheel(0, 10_000);
  await expectSoon(async () => assert.equal((await placeOf(scroller)).left, 0));
  assert.equal(await hostTop(page), start, 'and stays when the end is reached');
  let side = 1;
  await expectSoon(async () => {
    side = -side;  // the pointer moves on: a new way of the wheel, not the rest of the one before
    await page.mouse.move(x + 40 * side, y);
    await page.mouse.wheel(0, 100);
    // One turn at a time, so that none comes after what follows here.
    await expectSoon(async () => assert.ok(await hostTop(page) > start + 50, 'at the end the host scrolls'), 1000);
  });
  await scrollToFrame(page);
  await page.mouse.move(x, y - 30);
  await page.mouse.wheel(0, -100);
  await expectSoon(async () => assert.ok((await placeOf(scroller)).left >= 100, 'upwards the list scrolls again'));
  assert.equal(await hostTop(page), start);
});

pageTest('Over what does not scroll the wheel is the host\'s at once', onHost(), async (page) => {
  const frame = await explorerFrame(page);
  await goTo(frame, 'Releases');
  const start = await scrollToFrame(page);
  const box = await tab(frame, 'Releases').boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + 200, box.y + box.height / 2);
  await page.mouse.wheel(0, 100);
  await becomes(() => hostTop(page), start + 100);
});

pageTest('A finger scrolls the list, and where that ends the host', onHost('?demo=40', Phone), async (page) => {
  const frame = await explorerFrame(page);
  await tab(frame, 'Articles').tap();
  await becomes(() => tab(frame, 'Articles').getAttribute('aria-selected'), 'true');
  const start = await scrollToFrame(page);
  const scroller = await list(frame);
  const devtools = await page.context().newCDPSession(page);
  const { x, y } = await overRows(frame);
  /** @param {number} px upwards */
  const swipe = async (px) => {
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    for (let step = 1; step <= 8; step += 1) {
      await devtools.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y: y - px * step / 8 }] });
      await frames(page);  // a finger is not faster than the screen
    }
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  await swipe(200);
  await expectSoon(async () => assert.ok((await placeOf(scroller)).top > 100));
  assert.equal(await hostTop(page), start, 'the host stays');
  assert.equal(await dialog(frame).count(), 0, 'a swipe is no tap');
  await scroller.evaluate((/** @type {Element} */ each) => { each.scrollTop = each.scrollHeight; });
  await expectSoon(async () => assert.equal((await placeOf(scroller)).left, 0));
  await expectSoon(async () => {
    await swipe(200);
    assert.ok(await hostTop(page) > start + 50, 'at the end the host scrolls');
  });
});

pageTest('Tab goes through the frame and out of it, in both directions', onHost(), async (page) => {
  const frame = await explorerFrame(page);
  await goTo(frame, 'Releases');
  await page.locator('#before').focus();
  for (const [key, end] of [['Tab', 'after'], ['Shift+Tab', 'before']]) {
    /** @type {string[]} */
    const passed = [];
    await expectSoon(async () => {
      await page.keyboard.press(key);
      const [name, inFrame] = await frameFocus(frame);
      if (inFrame) passed.push(name);
      assert.equal(await hostFocus(page), end, `${key} over ${passed.join(', ')}`);
      assert.equal(inFrame, false);
    }, 20_000);
    assert.ok(new Set(passed).size > 5, `${key} passes through: ${passed.join(', ')}`);
    assert.ok(passed.includes('Search or filter'), passed.join(', '));
  }
});

pageTest('Nothing is focused, scrolled or taken when it comes, and keys of the host stay the host\'s', onHost(), async (page) => {
  await page.evaluate(() => {
    Object.assign(window, { taken: [] });
    addEventListener('keydown', (event) => { if (event.defaultPrevented) /** @type {any} */ (window).taken.push(event.key); });
  });
  const frame = await explorerFrame(page);
  assert.equal(await hostFocus(page), 'before', 'the field of the host keeps the focus');
  assert.equal(await hostTop(page), 0);
  assert.deepEqual(await frameFocus(frame), ['BODY', false]);
  await page.keyboard.type('a/?1r+ ');
  assert.equal(await page.locator('#before').inputValue(), 'a/?1r+ ');
  await page.locator('#after').focus();
  for (const key of ['/', '?', 'Escape', 'ArrowDown', 'End', '1', 'F2', 'Control+a', 'Control+k']) await page.keyboard.press(key);
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).taken), []);
  assert.deepEqual((await frameFocus(frame))[1], false);
  assert.equal(await dialog(frame).count(), 0);
  assert.equal(await search(frame).inputValue(), '');
  assert.equal(await tab(frame, 'Overview').getAttribute('aria-selected'), 'true');
});

pageTest('Whoever leaves the frame and comes back is where they were', onHost(), async (page) => {
  const frame = await explorerFrame(page);
  await goTo(frame, 'Releases');
  await search(frame).click();
  await page.keyboard.type('clo');
  await becomes(() => chips(frame).count(), 1);
  await page.locator('#before').click();
  await page.keyboard.type('host');
  assert.deepEqual((await frameFocus(frame))[1], false);
  await page.evaluate(() => document.getElementById('frame')?.focus());
  await becomes(() => frameFocus(frame), ['Search or filter', true]);
  await page.keyboard.type('ser');
  await becomes(() => search(frame).inputValue(), 'closer');
  assert.equal(await page.locator('#before').inputValue(), 'host');

  await tab(frame, 'Releases').focus();
  await page.keyboard.press('ArrowRight');
  await becomes(() => frameFocus(frame).then(([name, here]) => [/^Chart reach/.test(name), here]), [true, true]);
  await page.locator('#before').focus();
  await page.evaluate(() => document.getElementById('frame')?.focus());
  await becomes(() => frameFocus(frame).then(([name, here]) => [/^Chart reach/.test(name), here]), [true, true]);
  await page.keyboard.press('ArrowLeft');
  await becomes(() => tab(frame, 'Releases').getAttribute('aria-selected'), 'true');

  await page.locator('#before').click();
  await search(frame).click();
  await becomes(() => frameFocus(frame), ['Search or filter', true]);
  await page.keyboard.press('End');
  await page.keyboard.type(' -');
  await becomes(() => search(frame).inputValue(), 'closer -');
});

pageTest('In a sandbox without an origin it works as well', onHost('', {}, 'sandbox="allow-scripts"'), async (page) => {
  const frame = await explorerFrame(page);
  assert.equal(await frame.evaluate(() => origin), 'null');
  await goTo(frame, 'Chart reach');
  await search(frame).click();
  await page.keyboard.type('region:KR');
  await becomes(() => count(frame).innerText(), '1 of 9 chart entries');
  await rows(frame).first().getByRole('rowheader').click();
  await becomes(async () => await detail(frame).count() > 0, true);
  await page.keyboard.press('Escape');
  await becomes(() => detail(frame).count(), 0);
});

pageTest('Where the host gives the focus back, the list stays where it was scrolled to', onHost('?demo=40'), async (page) => {
  const frame = await explorerFrame(page);
  await goTo(frame, 'Articles');
  await scrollToFrame(page);
  await firstCell(rows(frame).first()).focus();
  await page.keyboard.press('ArrowDown');
  await becomes(() => hasFocus(firstCell(rows(frame).nth(1))), true);
  const focused = await frameFocus(frame);
  const scroller = await list(frame);
  const { x, y } = await overRows(frame);
  await wheelInFrame(page, { x, y }, 400, async () => assert.ok((await placeOf(scroller)).top >= 400));
  await page.evaluate(() => document.getElementById('before')?.focus({ preventScroll: true }));
  await becomes(async () => (await frameFocus(frame))[1], false);
  const { top } = await placeOf(scroller);
  await page.evaluate(() => document.getElementById('frame')?.focus({ preventScroll: true }));
  await becomes(() => frameFocus(frame), focused, 'the row has it again');
  await frames(frame);
  assert.equal((await placeOf(scroller)).top, top);
});
