// The interface from right to left (?lang=ar): the page is turned about as a whole, people go the ways that they see,
// and maps and times stay as they are. Things are found by role and place: their names are Arabic.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import { becomes, expectSoon, skipReason, suite } from './harness.mjs';
import { inkOf, unlike } from './ink.mjs';

const { pageTest, visit } = suite();
const Wide = { width: 1440, height: 900 };
const Phone = { width: 390, height: 844 };
const Queries = ['?lang=ar', '?lang=ar&render=html'];
/** In the order of the tabs. */
const View = { overview: 0, articles: 1, releases: 2, charts: 3, videos: 4 };

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

const tabs = (/** @type {Page} */ page) => page.getByRole('tab');
const grid = (/** @type {Page} */ page) => page.getByRole('grid');
const headers = (/** @type {Page} */ page) => grid(page).getByRole('columnheader');
const rows = (/** @type {Page} */ page) => grid(page).getByRole('rowgroup').last().getByRole('row');
const searchBox = (/** @type {Page} */ page) => page.getByRole('searchbox');
const detail = (/** @type {Page} */ page) => page.getByRole('complementary').or(page.getByRole('dialog'));
const query = (/** @type {Page} */ page) => page.evaluate(async () => (await window.articleExplorer.state()).query);

/** @param {Locator} locator */
async function box(locator) {
  const found = await locator.boundingBox();
  assert.ok(found, `${locator} is on the page`);
  return { ...found, right: found.x + found.width, middle: found.x + found.width / 2 };
}

/** @param {Page} page @param {number} view */
async function show(page, view) {
  await tabs(page).nth(view).click();
  await becomes(() => tabs(page).nth(view).getAttribute('aria-selected'), 'true');
}

/** A row by a place that is no link. @param {Page} page @param {number} n */
const openRow = (page, n) => rows(page).nth(n).getByRole('rowheader').click({ position: { x: 4, y: 8 } });

/** Words that are cut off, or lie beyond the page where nothing scrolls. @param {Page} page */
const clipped = (page) => page.locator('#mirror').evaluate((mirror) => {
  const wrong = [];
  const isSideways = (area) => area.scrollWidth > area.clientWidth + 1;
  // What is only heard stands in an element of one pixel.
  const isHidden = (element) => element !== mirror && (element.getBoundingClientRect().width <= 1 || isHidden(element.parentElement));
  for (const element of mirror.querySelectorAll('*')) {
    const text = [...element.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue.trim());
    const outer = element.getBoundingClientRect();
    if (!text || element.closest('[data-surface]') || isHidden(element)) continue;
    const range = document.createRange();
    range.selectNode(text);
    const inner = range.getBoundingClientRect();
    if (inner.left < outer.left - 2 || inner.right > outer.right + 2) wrong.push(`outside of its box: ${text.nodeValue}`);
    let area = element.parentElement;
    while (area !== mirror && !(area.matches('.scrolls') && isSideways(area))) area = area.parentElement;
    const room = mirror.getBoundingClientRect();
    if (area === mirror && (outer.left < room.left - 1 || outer.right > room.right + 1)) wrong.push(`beyond the page: ${text.nodeValue}`);
  }
  return wrong;
});

/** @param {Page} page @param {string} what */
async function nothingClipped(page, what) {
  assert.deepEqual(await clipped(page), [], what);
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(wide <= room, `${what}: ${wide} px in ${room} px`);
}

for (const address of Queries) {
  pageTest(`The page is turned about ${address}`, { query: address, viewport: Wide }, async (page) => {
    assert.deepEqual(await page.evaluate(() => [document.documentElement.dir, document.documentElement.lang.slice(0, 2)]), ['rtl', 'ar']);
    const banner = page.getByRole('banner');
    const [title, search] = [await box(page.getByRole('heading', { level: 1 })), await box(searchBox(page))];
    assert.ok(title.right > Wide.width - 40, 'the title is at the right');
    assert.ok(search.right < title.x, 'the search box comes after it');
    const buttons = banner.getByRole('button');
    for (let i = 0; i < await buttons.count(); i++) assert.ok((await box(buttons.nth(i))).right <= search.x, 'the buttons are at the left');
    const places = await Promise.all((await tabs(page).all()).map(box));
    assert.ok(places[0].right > Wide.width - 40, 'the first tab is at the right');
    places.slice(1).forEach((place, i) => assert.ok(place.right < places[i].x, `tab ${i + 1} is left of the one before`));
    assert.equal(await searchBox(page).evaluate((each) => getComputedStyle(each).direction), 'rtl', 'what is typed begins at the right');
    for (const view of Object.values(View)) {
      await show(page, view);
      await nothingClipped(page, `view ${view}`);
    }
  });

  pageTest(`Columns go to the left, and cells with them ${address}`, { query: address, viewport: Wide }, async (page) => {
    await show(page, View.charts);
    const heads = await Promise.all((await headers(page).all()).map(box));
    assert.ok(heads.length > 3);
    heads.slice(1).forEach((head, i) => assert.ok(Math.abs(head.right - heads[i].x) < 1, `column ${i + 1} follows to the left`));
    const cells = rows(page).first().locator('[aria-colindex]');
    for (let i = 0; i < heads.length; i++) {
      const cell = await box(cells.nth(i));
      assert.ok(Math.abs(cell.x - heads[i].x) < 1 && Math.abs(cell.width - heads[i].width) < 1, `cell ${i} lies below its head`);
    }
    // A title in Latin letters is read from the left, but stands at the right like all else.
    await show(page, View.videos);
    if (await grid(page).getByRole('rowheader').count() === 0) return;
    const gaps = await rows(page).first().getByRole('rowheader').evaluate((each) => {
      const range = document.createRange();
      range.selectNodeContents(each.firstChild);
      const [outer, words, style] = [each.getBoundingClientRect(), range.getBoundingClientRect(), getComputedStyle(each)];
      return { direction: style.direction, right: outer.right - parseFloat(style.paddingRight) - words.right };
    });
    assert.equal(gaps.direction, 'ltr');
    assert.ok(Math.abs(gaps.right) < 2, `a Latin title ends ${gaps.right} px from the right`);
  });

  pageTest(`The detail is at the left, and what it covers moves ${address}`, { query: address, viewport: Wide }, async (page) => {
    await show(page, View.charts);
    await openRow(page, 0);
    await becomes(() => detail(page).count(), 1);
    const [panel, table] = [await box(detail(page)), await box(grid(page))];
    assert.equal(panel.x, 0);
    assert.ok(table.x >= panel.right - 1, 'the table makes room at the left');
    const close = await box(detail(page).getByRole('button').first());
    assert.ok(close.middle < panel.middle, 'it is closed at its far side');
    await nothingClipped(page, 'with the detail');
    await page.keyboard.press('Escape');
    await becomes(() => detail(page).count(), 0);
  });

  pageTest(`A filter opens below its button ${address}`, { query: address, viewport: Wide }, async (page) => {
    await show(page, View.charts);
    const button = headers(page).nth(1).getByRole('button').last();
    await button.click();
    await becomes(() => page.getByRole('dialog').count(), 1);
    const [opened, opener] = [await box(page.getByRole('dialog')), await box(button)];
    assert.ok(Math.abs(opened.right - opener.right) < 2, `it ends at ${opened.right}, the button at ${opener.right}`);
    assert.ok(opened.y >= opener.y + opener.height);
    await nothingClipped(page, 'with the filter');
  });

  pageTest(`Arrow keys go the way that they point ${address}`, { query: address, viewport: Wide }, async (page) => {
    const at = () => page.evaluate(() => {
      const { left, width } = document.activeElement.getBoundingClientRect();
      return left + width / 2;
    });
    await show(page, View.articles);
    await tabs(page).nth(View.articles).focus();
    const start = await at();
    await page.keyboard.press('ArrowLeft');
    await becomes(() => tabs(page).nth(View.releases).getAttribute('aria-selected'), 'true');
    assert.ok(await at() < start, 'to the left');
    await page.keyboard.press('ArrowRight');
    await becomes(() => tabs(page).nth(View.articles).getAttribute('aria-selected'), 'true');
    assert.equal(await at(), start);

    await show(page, View.charts);
    await grid(page).locator('[tabindex="0"]').first().focus();
    const first = await at();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowLeft');
    await expectSoon(async () => assert.ok(await at() < first - 20, 'from cell to cell to the left'));
    await page.keyboard.press('ArrowRight');
    await expectSoon(async () => assert.ok(await at() > first - 20, 'and back'));
  });

  pageTest(`A column is dragged by its far edge, and to another place ${address}`, { query: address, viewport: Wide }, async (page) => {
    await show(page, View.charts);
    const drag = async (/** @type {Locator} */ from, /** @type {number} */ dx) => {
      const { middle, y, height } = await box(from);
      await page.mouse.move(middle, y + height / 2);
      await page.mouse.down();
      for (let step = 1; step <= 8; step++) await page.mouse.move(middle + (dx * step) / 8, y + height / 2);
      await page.mouse.up();
    };
    const edge = headers(page).first().getByRole('separator');
    const before = await box(headers(page).first());
    assert.ok((await box(edge)).x - before.x < 2, 'the edge is at the left');
    await drag(edge, -60);
    await expectSoon(async () => assert.ok(Math.abs((await box(headers(page).first())).width - before.width - 60) < 2));
    assert.ok(Math.abs((await box(headers(page).first())).right - before.right) < 1, 'the other side stays');
    const names = () => headers(page).evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
    const [one, two, three, ...rest] = await names();
    const [from, to] = [await box(headers(page).first()), await box(headers(page).nth(2))];
    await drag(headers(page).first().getByRole('button').first(), to.x + 10 - from.middle);
    await becomes(names, [two, three, one, ...rest]);
  });

  pageTest(`A table wider than the window begins at the right and scrolls to the left ${address}`, { query: address, viewport: { width: 700, height: 600 } }, async (page) => {
    await show(page, View.videos);
    const scroller = grid(page);
    const reach = await scroller.evaluate((each) => each.scrollWidth - each.clientWidth);
    assert.ok(reach > 100, `there is something to scroll: ${reach} px`);
    assert.equal(await scroller.evaluate((each) => each.scrollLeft), 0);
    const [start, area] = [await box(headers(page).first()), await box(scroller)];
    assert.ok(Math.abs(start.right - area.right) < 1, 'the first column is at the right edge');
    await scroller.hover();
    await page.mouse.wheel(-100, 0);
    await becomes(() => scroller.evaluate((each) => each.scrollLeft), -100);
    await expectSoon(async () => assert.ok(Math.abs((await box(headers(page).first())).x - start.x - 100) < 1));
    await scroller.evaluate((each) => { each.scrollLeft = -1e6; });
    await expectSoon(async () => {
      const [last, now] = [await box(headers(page).last()), await box(scroller)];
      assert.ok(last.x >= now.x - 1 && last.x < now.x + 40, 'the last column comes into sight at the left');
    });
  });

  pageTest(`Times go from left to right: what is brushed at the left is earlier ${address}`, { query: address, viewport: Wide }, async (page) => {
    const plot = page.locator('[data-surface="time"]');
    const brush = async (/** @type {number} */ from, /** @type {number} */ to) => {
      await plot.scrollIntoViewIfNeeded();
      const { x, y, width, height } = await box(plot);
      const level = y + height - 8;
      await page.mouse.move(x + width * from, level);
      await page.mouse.down();
      for (const part of [0.5, 1]) await page.mouse.move(x + width * (from + (to - from) * part), level, { steps: 4 });
      await page.mouse.up();
      await expectSoon(async () => assert.match(await query(page), /date:/));
      const text = await query(page);
      await page.evaluate(() => window.articleExplorer.query(''));
      return text;
    };
    const [left, right] = [await brush(0.03, 0.2), await brush(0.8, 0.97)];
    assert.ok(left < right, `${left} is before ${right}`);
  });

  pageTest(`On a phone: tabs, cards and the sheet are turned about, and nothing is cut off ${address}`, { query: address, viewport: Phone, touch: true, density: 2 }, async (page) => {
    const title = await box(page.getByRole('heading', { level: 1 }));
    assert.ok(title.right > Phone.width - 24);
    const list = page.getByRole('tablist');
    assert.equal(await list.evaluate((each) => each.scrollLeft), 0);
    assert.ok((await box(tabs(page).first())).right > Phone.width - 24, 'the first tab is in sight');
    for (let view = 0; view < await tabs(page).count(); view++) {
      await tabs(page).nth(view).tap();
      await becomes(() => tabs(page).nth(view).getAttribute('aria-selected'), 'true');
      await expectSoon(async () => {
        const { x, right } = await box(tabs(page).nth(view));
        assert.ok(x >= 0 && right <= Phone.width, `tab ${view} is in sight`);
      });
      await nothingClipped(page, `view ${view}`);
    }
    await show(page, View.charts);
    await openRow(page, 0);
    await becomes(() => page.getByRole('dialog').count(), 1);
    const sheet = await box(page.getByRole('dialog'));
    assert.ok(sheet.x >= 0 && sheet.right <= Phone.width);
    const close = await box(page.getByRole('dialog').getByRole('button').first());
    assert.ok(close.middle < Phone.width / 2);
    await nothingClipped(page, 'with the sheet');
  });
}

/** What is seen of a table that was scrolled to the left. @param {Page} page @param {{width: number, height: number}} viewport */
async function pictureOfScrolled(page, viewport) {
  await show(page, View.videos);
  await grid(page).evaluate((each) => { each.scrollLeft = -100; });
  await becomes(() => grid(page).evaluate((each) => each.scrollLeft), -100);
  await page.mouse.move(viewport.width / 2, 5);
  await page.evaluate(() => new Promise((done) => { setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 0); }));
  const words = await headers(page).getByRole('button').evaluateAll((all) => all.filter((each) => each.textContent).map((each) => {
    const range = document.createRange();
    range.selectNodeContents(each.firstChild);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x: x - 3, y: y - 2, width: width + 6, height: height + 4 };
  }));
  await page.evaluate(() => {
    if (document.documentElement.dataset.render === 'canvas') document.getElementById('mirror').style.visibility = 'hidden';
  });
  return { words: words.filter(({ x, width }) => x > 0 && x + width < viewport.width), png: PNG.sync.read(await page.screenshot({ animations: 'allow' })) };
}

for (const density of [1, 2]) {
  test(`What is scrolled to the left is drawn where its elements are, at density ${density}`, {
    timeout: 120_000, skip: skipReason({ canvas: 'it is compared with the HTML renderer' }),
  }, async () => {
    const viewport = { width: 700, height: 600 };
    const all = [];
    for (const address of Queries) {
      await visit({ query: address, viewport, density }, async (page) => { all.push(await pictureOfScrolled(page, viewport)); });
    }
    const [canvas, html] = all;
    assert.ok(canvas.words.length > 1);
    assert.deepEqual(canvas.words.length, html.words.length);
    canvas.words.forEach((place, i) => {
      const [painted, own] = [canvas.png, html.png].map((png) => inkOf(png, density, place));
      assert.ok(painted.count > 20, `heading ${i} has ink`);
      const difference = unlike(painted, own, 1);
      assert.ok(difference < 0.03, `heading ${i}: ${(difference * 100).toFixed(1)} % of the ink is elsewhere`);
    });
  });
}
