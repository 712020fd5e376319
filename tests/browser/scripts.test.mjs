// Every script: what the canvas draws is what the browser itself makes of the same texts in the same places, in the
// table, in chips and in the detail. The browser's own rendering is the page without a canvas.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import { becomes, chips, detail, goTo, rows, skipReason, suite } from './harness.mjs';
import { feed } from './feeds.mjs';
import { inkOf, unlike } from './ink.mjs';

const { pageTest, visit } = suite();
const skip = skipReason({ canvas: 'it is compared with the HTML renderer' });
const Viewport = { width: 1280, height: 760 };
const Densities = [1, 2];

/** Parts of the ink: below the first two writings are the same, above the second they are not. */
const SameBelow = 0.03;
const OtherAbove = 0.12;
/** How far apart the ends of the ink may be, CSS px. */
const EndsPx = 1.5;

const decomposed = (/** @type {string} */ text) => text.normalize('NFD');
/** `shown`: as the page makes it visible. */
const Writings = [
  { script: 'Arabic, digits and Latin', rtl: true, title: 'الساعة الذهبية 2023: أغنية Golden Hour تتصدر', tag: 'موسيقى' },
  { script: 'Hebrew', rtl: true, title: 'שעת זהב: שיר חדש (2023)', tag: 'מוזיקה' },
  { script: 'Hindi', title: 'सुनहरा घंटा: हिन्दी गीत की रात', tag: 'संगीत' },
  { script: 'Thai', title: 'ชั่วโมงทอง เพลงใหม่ของประเทศไทย', tag: 'ดนตรี' },
  { script: 'Korean', title: '골든 아워의 새로운 노래', tag: '음악' },
  { script: 'Korean in letters', title: decomposed('여름밤 서울의 무대에서'), tag: decomposed('서울') },
  { script: 'Japanese', title: 'ゴールデンアワーの新曲、世界へ', tag: '音楽' },
  { script: 'Tamil', title: 'நேரம் தங்கம் இசை', tag: 'இசை' },
  { script: 'Vietnamese and stacked marks', title: 'Giờ vàng của Việt Nam, Z\u0335\u0336e\u0301\u0323\u0302', tag: 'âm nhạc' },
  { script: 'flags', title: '🇰🇷🇯🇵🇹🇭🇧🇷 and what they wave for', tag: '🇹🇭🇧🇷' },
  { script: 'families and skin tones', title: '👨‍👩‍👧‍👦👩🏽‍🚀👍🏿 at the stage', tag: '👩🏽‍🚀👍🏿' },
  { script: 'mixed, from the left', title: 'Chart مخطط 골든 हिन्दी 2023', tag: 'Chart مخطط' },
  { script: 'an override', title: 'photo\u202Egnp.exe', tag: 'cod\u202Ec.exe', shown: 'photo‹RLO›gnp.exe' },
];
const Feed = feed(Writings.map(({ title, tag }, i) => ({ id: `${i}`, title, tags: [tag] })));

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./ink.mjs').Box} Box */
/** @typedef {{png: PNG, x: number, y: number}} Picture what was painted from this place of the page on */

/** The page has drawn what it was told of, and nothing is under the pointer. @param {Page} page */
async function drawn(page) {
  await page.mouse.move(Viewport.width / 2, Viewport.height - 4);
  await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => done(undefined))); }));
}

/** What the reader sees; of the canvas, without the elements over it. @param {Page} page @param {Box} clip @returns {Promise<Picture>} */
async function pictureOf(page, clip = { x: 0, y: 0, ...Viewport }) {
  await drawn(page);
  const show = (/** @type {string} */ visibility) => page.evaluate((wanted) => {
    const mirror = document.getElementById('mirror');
    if (mirror && document.documentElement.dataset.render === 'canvas') mirror.style.visibility = wanted;
  }, visibility);
  await show('hidden');
  const png = PNG.sync.read(await page.screenshot({ animations: 'allow', clip }));
  await show('');
  return { png, x: clip.x, y: clip.y };
}

/** @param {Picture} picture @param {number} density @param {Box} box */
const inkIn = ({ png, x, y }, density, box) => inkOf(png, density, { ...box, x: box.x - x, y: box.y - y });

/** @param {import('playwright-core').Locator} all @returns {Promise<Box[]>} */
const boxesOf = (all) => all.evaluateAll((each) => each.map((one) => {
  const { x, y, width, height } = one.getBoundingClientRect();
  return { x, y, width, height };
}));
/** Without its edges and lines. @param {Box} box @param {{left?: number, right?: number, y?: number}} inset @returns {Box} */
const inside = (box, { left = 2, right = 2, y = 3 } = {}) => (
  { x: box.x + left, y: box.y + y, width: box.width - left - right, height: box.height - 2 * y });

/** Reads the same from a page with a canvas and from one without. @template T @param {number} density @param {(page: Page) => Promise<T>} read @returns {Promise<{canvas: T, html: T}>} */
async function both(density, read) {
  /** @type {T[]} */
  const all = [];
  for (const query of ['', '?render=html']) {
    await visit({ query, density, viewport: Viewport, dataset: Feed }, async (page) => {
      assert.equal(await page.locator('html').getAttribute('data-render'), query ? 'html' : 'canvas');
      await goTo(page, 'Articles');
      await becomes(() => rows(page).count(), Writings.length);
      all.push(await read(page));
    });
  }
  return { canvas: all[0], html: all[1] };
}

/** @param {import('./ink.mjs').Ink} one @param {import('./ink.mjs').Ink} other @param {number} density @param {string} what */
function assertSame(one, other, density, what) {
  assert.ok(one.count > 40, `${what}: the canvas has ink`);
  const difference = unlike(one, other, 1);
  assert.ok(difference < SameBelow, `${what}: ${(difference * 100).toFixed(1)} % of the ink is elsewhere`);
  for (const end of /** @type {const} */ (['left', 'right'])) {
    const apart = Math.abs(one[end] - other[end]) / density;
    assert.ok(apart <= EndsPx, `${what}: the ink ends ${apart} px apart at the ${end}`);
  }
}

for (const density of Densities) {
  test(`Titles in the table look as the browser sets them, at density ${density}`, { timeout: 120_000, skip }, async () => {
    const titles = (/** @type {Page} */ page) => rows(page).getByRole('rowheader');
    const { canvas, html } = await both(density, async (page) => {
      const boxes = await boxesOf(titles(page));
      assert.deepEqual(await titles(page).allTextContents(), Writings.map(({ title, shown }) => shown ?? title));
      const right = await pictureOf(page);
      // What a wrong rendering looks like: letters in the order of memory, and letters that are not joined.
      await titles(page).evaluateAll((all) => all.forEach((one) => {
        /** @type {HTMLElement} */ (one).style.unicodeBidi = 'bidi-override';
        /** @type {HTMLElement} */ (one).style.direction = 'ltr';
      }));
      const unordered = await pictureOf(page);
      await titles(page).evaluateAll((all) => all.forEach((one) => {
        /** @type {HTMLElement} */ (one).style.unicodeBidi = '';
        /** @type {HTMLElement} */ (one).style.direction = '';
        const text = one.firstChild;
        if (text) text.nodeValue = [...text.nodeValue ?? ''].join('\u200c');
      }));
      return { boxes, right, unordered, unjoined: await pictureOf(page) };
    });
    assert.deepEqual(canvas.boxes, html.boxes, 'the cells have the same places');
    const inks = (/** @type {Picture} */ picture) => canvas.boxes.map((box) => inkIn(picture, density, inside(box)));
    const [painted, own, unordered, unjoined] = [canvas.right, html.right, html.unordered, html.unjoined].map(inks);
    Writings.forEach(({ script, rtl }, i) => {
      assertSame(painted[i], own[i], density, script);
      Writings.forEach((other, k) => {
        if (k === i) return;
        const difference = unlike(painted[i], own[k], 1);
        assert.ok(difference > OtherAbove, `${script} is told from ${other.script}: ${difference}`);
      });
      if (rtl) {
        const difference = unlike(painted[i], unordered[i], 1);
        assert.ok(difference > OtherAbove, `${script} is told from its letters in the wrong order: ${difference}`);
      }
    });
    const difference = unlike(painted[0], unjoined[0], 1);
    assert.ok(difference > OtherAbove, `Arabic is told from letters that are not joined: ${difference}`);
  });

  test(`Chips look as the browser sets them, at density ${density}`, { timeout: 120_000, skip }, async () => {
    /** As many as fit beside each other. */
    const Groups = [Writings.slice(0, 5), Writings.slice(5, 9), Writings.slice(9)];
    const { canvas, html } = await both(density, async (page) => {
      const all = [];
      for (const group of Groups) {
        const query = group.map(({ tag }) => `tag:"${tag}"`).join(' ');
        await page.evaluate((text) => window.articleExplorer.query(text), query);
        await becomes(() => chips(page).count(), group.length);
        all.push({ boxes: await boxesOf(chips(page)), picture: await pictureOf(page) });
      }
      return all;
    });
    canvas.forEach(({ boxes, picture }, g) => {
      assert.deepEqual(boxes, html[g].boxes, 'the chips have the same places');
      boxes.forEach((box, i) => {
        assert.ok(box.x + box.width <= Viewport.width, 'the chip is in sight');
        const words = inside(box, { left: 9, right: 26 });
        const [painted, own] = [picture, html[g].picture].map((each) => inkIn(each, density, words));
        assertSame(painted, own, density, `${Groups[g][i].script} in a chip`);
      });
    });
  });

  test(`The detail looks as the browser sets it, at density ${density}`, { timeout: 180_000, skip }, async () => {
    const { canvas, html } = await both(density, async (page) => {
      const all = [];
      for (const [i, { title, shown, tag }] of Writings.entries()) {
        await rows(page).nth(i).getByRole('rowheader').click({ position: { x: 4, y: 4 } });
        const heading = detail(page).getByRole('heading', { level: 2 });
        const wanted = (shown ?? title).replace(/\s/g, '');
        await becomes(() => heading.evaluate((each) => each.textContent.replace(/\s/g, '')), wanted);
        const tags = detail(page).getByRole('definition').filter({ hasText: tag.replace(/\u202E/g, '‹RLO›') }).first();
        const [panel] = await boxesOf(detail(page));
        const boxes = [...await boxesOf(heading), ...await boxesOf(tags)];
        all.push({ boxes, picture: await pictureOf(page, panel) });
      }
      return all;
    });
    canvas.forEach(({ boxes, picture }, i) => {
      assert.deepEqual(boxes, html[i].boxes, 'the words have the same places');
      boxes.forEach((box, k) => {
        const [painted, own] = [picture, html[i].picture].map((each) => inkIn(each, density, inside(box, { left: -2, right: -2, y: -2 })));
        assertSame(painted, own, density, `${Writings[i].script}, ${k === 0 ? 'title' : 'tag'} of the detail`);
      });
    });
  });
}

/** Where the words of elements stand in them, px from their insets. @param {import('playwright-core').Locator} all */
const gapsOf = (all) => all.evaluateAll((each) => each.map((one) => {
  const range = document.createRange();
  range.selectNodeContents(/** @type {Node} */ (one.firstChild));
  const [box, text, style] = [one.getBoundingClientRect(), range.getBoundingClientRect(), getComputedStyle(one)];
  return { left: text.left - box.left - parseFloat(style.paddingLeft), right: box.right - parseFloat(style.paddingRight) - text.right };
}));

for (const query of ['', '?render=html']) {
  pageTest(`Titles that read from the right stand at the right ${query}`, { query, viewport: Viewport, dataset: Feed }, async (page) => {
    await goTo(page, 'Articles');
    await becomes(() => rows(page).count(), Writings.length);
    const gaps = await gapsOf(rows(page).getByRole('rowheader'));
    Writings.forEach(({ script, rtl }, i) => {
      const { left, right } = gaps[i];
      assert.ok(Math.abs(rtl ? right : left) < 1.5, `${script}: ${left} px at the left, ${right} px at the right`);
      assert.ok((rtl ? left : right) > 20, `${script} is not stretched over its cell`);
    });
    await rows(page).first().getByRole('rowheader').click({ position: { x: 4, y: 4 } });
    await becomes(() => detail(page).getByRole('heading', { level: 2 }).count(), 1);
    const [heading] = await gapsOf(detail(page).getByRole('heading', { level: 2 }));
    assert.ok(Math.abs(heading.right) < 1.5, 'the heading of the detail, too');
  });
}

const LongTitles = Writings.filter(({ shown }) => !shown).map(({ script, rtl, title }) => ({ script, rtl, title: Array(12).fill(title).join(' ') }));

pageTest('A text that is too long is cut between characters, with dots where it goes on', {
  viewport: { width: 900, height: 600 }, dataset: feed(LongTitles.map(({ title }, i) => ({ id: `${i}`, title, tags: ['a'] }))),
}, async (page) => {
  await goTo(page, 'Articles');
  await becomes(() => rows(page).count(), LongTitles.length);
  const shown = await rows(page).getByRole('rowheader').evaluateAll((all) => all.map((one) => {
    const text = /** @type {Text} */ (one.firstChild);
    const range = document.createRange();
    range.selectNodeContents(text);
    const words = range.getBoundingClientRect();
    range.setStart(text, text.length - 1);
    const dots = range.getBoundingClientRect();
    const box = one.getBoundingClientRect();
    return { text: text.data, atLeft: dots.left - words.left, atRight: words.right - dots.right, fits: words.left >= box.left && words.right <= box.right };
  }));
  LongTitles.forEach(({ script, rtl, title }, i) => {
    const { text, atLeft, atRight, fits } = shown[i];
    assert.ok(text.endsWith('…'), `${script} is cut: ${text}`);
    const kept = text.slice(0, -1);
    assert.ok(kept.length > 4 && title.startsWith(kept), `${script} begins with ${kept}`);
    const ends = new Set([...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(title)].map(({ index }) => index));
    assert.ok(ends.has(kept.length), `${script} is cut within a character: ${kept}`);
    assert.ok((rtl ? atLeft : atRight) < 1.5, `${script}: the dots are ${atLeft} px from the left, ${atRight} px from the right`);
    assert.ok(fits, `${script} fits into its cell`);
  });
});

/** Remembers the program's memory and the sizes of textures. */
const watchMemory = () => {
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...rest) => {
    const made = await instantiate(...rest);
    const memory = Object.values((made.instance ?? made).exports).find((each) => each instanceof WebAssembly.Memory);
    if (memory) Object.assign(window, { programMemory: memory });
    return made;
  };
  const textures = [];
  Object.assign(window, { textures });
  const { texImage2D } = WebGL2RenderingContext.prototype;
  WebGL2RenderingContext.prototype.texImage2D = function (...rest) {
    const [, , , width, height] = rest;
    textures.push(width * height);
    return texImage2D.apply(this, rest);
  };
};

const Many = 8000;
const FromRight = ['الساعة', 'الذهبية', 'أغنية', 'القوائم', 'שעת', 'זהב', 'שיר'];
const Words = ['सुनहरा', 'घंटा', 'ชั่วโมง', '골든', '新曲', '👨‍👩‍👧', '🇰🇷', 'Giờ'];
/**
 * No two of them alike. Most read from the right and are far too long: a line of that kind is one piece, which is
 * measured again and again to find out where to cut it, so that a memory without bounds would grow by some kB a title.
 */
const manyTitles = () => Array.from({ length: Many }, (_, i) => {
  const words = i % 4 === 3 ? Words : FromRight;
  const length = i % 4 === 3 ? 6 : 50;
  const title = Array.from({ length }, (__, n) => words[(i + n * (1 + i % 5)) % words.length] + (n % 3 === 1 ? i : '')).join(' ');
  return { id: `${i}`, title, tags: [`${Words[i % Words.length]} ${i}`] };
});

test('Thousands of titles in complex scripts scrolled past fill neither the memory nor the texture', { timeout: 240_000, skip }, () => visit({
  viewport: Viewport, dataset: feed(manyTitles()), prepare: watchMemory,
}, async (page) => {
  await goTo(page, 'Articles');
  const grid = page.getByRole('grid');
  await becomes(() => grid.getAttribute('aria-rowcount'), String(Many + 1));
  const memory = () => page.evaluate(() => window.programMemory.buffer.byteLength);
  const textures = () => page.evaluate(() => window.textures.slice());
  /** Shows every row from one part of the table to another. @param {number} from @param {number} to */
  const scroll = (from, to) => grid.evaluate(async (each, [begin, end]) => {
    const reach = each.scrollHeight - each.clientHeight;
    const step = each.clientHeight - 88;
    for (let top = reach * begin; top < reach * end; top += step) {
      each.scrollTop = top;
      await new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => done(undefined))); });
    }
  }, [from, to]);
  await scroll(0, 0.6);
  const before = await memory();
  const made = await textures();
  assert.ok(made.length >= 1 && made.length <= 2, `${made.length} textures`);
  await scroll(0.6, 1);
  // One step of growth may have been due; a memory without bounds would need several.
  const after = await memory();
  assert.ok(after <= before * 1.25, `the last two fifths of the titles need no memory of their own: ${before}, then ${after}`);
  assert.deepEqual(await textures(), made, 'and no texture');
  assert.ok(Math.max(...made) <= 2048 * 1024, 'which is no larger than it is said to be');
  await grid.evaluate((each) => { each.scrollTop = 0; });
  await becomes(() => rows(page).first().getAttribute('aria-rowindex'), '2');
}));
