// Videos as cards: what they tell, the way to their details, pictures and links only where they may be.
import assert from 'node:assert/strict';
import { becomes, count, detail, expectSoon, Facts, goTo, grid, rowNames, rows, search, suite } from './harness.mjs';

const { pageTest } = suite();
const toCards = (page) => page.getByRole('button', { name: 'Show as cards' });
const toTable = (page) => page.getByRole('button', { name: 'Show as a table' });
const card = (page, name) => rows(page).filter({ has: page.getByRole('rowheader', { name }) });
const words = async (page, name) => (await card(page, name).innerText()).replaceAll(/\s+/g, ' ');
const isFocused = (each) => each.evaluate((element) => element === document.activeElement);

async function showCards(page) {
  await goTo(page, 'Videos');
  await toCards(page).click();
  await becomes(() => toTable(page).count(), 1);
}

for (const query of ['', '?render=html']) {
  pageTest(`Cards tell what is stated of each video ${query}`, { query }, async (page) => {
    await showCards(page);
    await becomes(() => rows(page).count(), Facts.videos.length);
    assert.equal(await grid(page).getAttribute('aria-rowcount'), String(Facts.videos.length + 1));
    const gift = await words(page, 'A Gift for ARMY');
    for (const part of ['behind the scenes', 'BIGHIT MUSIC', '23 Dec 2023', 'about 30 mins', 'With Jimin, V (Kim Taehyung)', 'I DID IT', 'artists: DJ Khaled', 'B 1']) {
      assert.ok(gift.includes(part), `${part} in: ${gift}`);
    }
    const clip = await words(page, 'Closer Than This, music video');
    assert.ok(clip.includes('No. 1 YouTube trending MVs, worldwide'), clip);
    assert.ok(clip.includes('length not stated'), clip);
    assert.equal(await rows(page).getByRole('link', { name: /^Play/ }).count(), 0, 'no article states an address');
    assert.equal(await page.locator('main img').count(), 0);
    await toTable(page).click();
    await becomes(() => page.getByRole('columnheader').first().isVisible(), true);
    await becomes(() => toCards(page).count(), 1);
  });
}

pageTest('A card opens its details, by mouse and by keyboard, and its marks the article', {}, async (page) => {
  await showCards(page);
  await card(page, 'A Gift for ARMY').getByRole('rowheader').click();
  await becomes(() => detail(page).getByRole('heading', { level: 2 }).innerText(), 'A Gift for ARMY');
  assert.equal(await card(page, 'A Gift for ARMY').getAttribute('aria-current'), 'true');
  await page.keyboard.press('Escape');
  await becomes(() => detail(page).count(), 0);
  await rows(page).first().focus();
  await page.keyboard.press('ArrowRight');
  await becomes(() => isFocused(rows(page).nth(1)), true);
  await page.keyboard.press('ArrowDown');
  await becomes(() => isFocused(rows(page).nth(4)), true, 'three stand beside each other');
  await page.keyboard.press('Enter');
  await becomes(() => detail(page).count(), 1);
  await page.keyboard.press('Escape');
  await card(page, 'A Gift for ARMY').getByRole('button', { name: 'article B, paragraph 1' }).click();
  await expectSoon(async () => assert.match(await detail(page).getByRole('heading', { level: 2 }).innerText(), /Behind-the-Scenes/));
});

pageTest('Cards are sorted and filtered by the strip above them', {}, async (page) => {
  await showCards(page);
  await page.getByRole('button', { name: 'Sort by Title' }).click();
  await becomes(async () => (await rowNames(page))[0], 'A Gift for ARMY');
  await page.getByRole('button', { name: /^Filter Kind/ }).click();
  await page.getByRole('dialog').getByRole('checkbox', { name: /^dance video/ }).click();
  await page.keyboard.press('Escape');
  await becomes(() => rows(page).count(), 4);
  assert.equal(await search(page).inputValue(), 'kind="dance video" sort:title');
});

pageTest('On a phone cards stand under each other', { viewport: { width: 390, height: 844 }, touch: true }, async (page) => {
  await goTo(page, 'Videos');
  await toCards(page).tap();
  await becomes(() => toTable(page).count(), 1);
  const boxes = await rows(page).evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON()));
  assert.ok(boxes.length >= 3);
  for (const [i, box] of boxes.entries()) {
    assert.ok(box.left >= 0 && box.right <= 390);
    if (i > 0) assert.ok(box.top >= boxes[i - 1].bottom - 0.5);
  }
  await rows(page).first().tap();
  await becomes(() => page.getByRole('dialog').count(), 1);
});

const Pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/HwADhAJ/w4fHMwAAAABJRU5ErkJggg==', 'base64');
/** A feed with one video each: a picture on the page's host, one elsewhere, none. */
function serveFeed(request, response, path) {
  const origin = `http://${request.headers.host}`;
  if (path.endsWith('.png')) {
    response.writeHead(200, { 'Content-Type': 'image/png' });
    response.end(Pixel);
    return true;
  }
  if (!path.endsWith('/articles.json')) return false;
  const video = (id, more) => ({ id, title: `Video ${id}`, kind: 'clip', ...more });
  const videos = [
    video('own', { thumbnail: `${origin}/own.png`, url: 'https://video.example/own', duration: 'PT4M' }),
    video('other', { thumbnail: 'https://pictures.example/other.png' }),
    video('none'),
    ...Array.from({ length: 40 }, (_, i) => video(`more-${i}`, { thumbnail: `${origin}/more-${i}.png` })),
  ];
  response.writeHead(200, { 'Content-Type': 'application/feed+json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1', title: 'Pictures',
    items: [{ id: 'a', content_text: 'Videos.', _article_explorer: { videos } }],
  }));
  return true;
}

for (const query of ['', '?render=html']) {
  pageTest(`Pictures come from the page's own host alone, lazily, and move nothing ${query}`, { query, intercept: serveFeed, viewport: { width: 1440, height: 700 } }, async (page, site) => {
    await page.evaluate(() => {
      Object.assign(window, { shifts_: [] });
      const ofTable = (shift) => shift.sources.some(({ node }) => node?.parentElement?.closest('main'));
      new PerformanceObserver((list) => window.shifts_.push(...list.getEntries().filter(ofTable).map((each) => each.value))).observe({ type: 'layout-shift' });
    });
    await showCards(page);
    const image = card(page, 'Video own').locator('img');
    await becomes(() => image.count(), 1);
    await becomes(() => image.evaluate((each) => each.complete && each.naturalWidth === 1), true);
    assert.equal(await image.getAttribute('loading'), 'lazy');
    assert.equal(await card(page, 'Video other').locator('img').count(), 0);
    const link = card(page, 'Video other').getByRole('link', { name: 'Picture at pictures.example: Video other' });
    assert.equal(await link.getAttribute('href'), 'https://pictures.example/other.png');
    assert.equal(await card(page, 'Video none').locator('img, a').count(), 0);
    assert.ok(!site.paths.includes('/more-39.png'), 'what is out of sight is not fetched');
    const titles = await rows(page).getByRole('rowheader').evaluateAll((all) => all.map((each) => each.offsetLeft));
    assert.equal(new Set(titles).size, 1, 'every card leaves the same room');
    assert.deepEqual(await page.evaluate(() => window.shifts_), []);
    await grid(page).getByRole('rowgroup').last().evaluate((each) => { each.scrollTop = each.scrollHeight; });
    await expectSoon(async () => assert.ok(site.paths.includes('/more-39.png')));
  });
}

pageTest('A known address plays in another tab that learns nothing of this one', { intercept: serveFeed }, async (page) => {
  await showCards(page);
  const play = card(page, 'Video own').getByRole('link', { name: 'Play Video own' });
  assert.equal(await play.getAttribute('href'), 'https://video.example/own');
  assert.equal(await play.getAttribute('target'), '_blank');
  assert.match(await play.getAttribute('rel'), /\bnoopener\b/);
  assert.equal(await rows(page).getByRole('link', { name: /^Play/ }).count(), 1);
});

pageTest('Pictures, which lie over the canvas, give way to a dialog', {
  canvas: 'in HTML a dialog lies over pictures like over everything', intercept: serveFeed,
}, async (page) => {
  await showCards(page);
  await becomes(async () => await page.locator('main img').count() > 0, true);
  await page.getByRole('button', { name: /^Filter Title/ }).click();
  await becomes(() => page.getByRole('dialog').count(), 1);
  assert.equal(await page.locator('main img').count(), 0);
  await page.keyboard.press('Escape');
  await becomes(async () => await page.locator('main img').count() > 0, true);
});

function manyVideos(total) {
  const videos = Array.from({ length: total }, (_, i) => ({ id: `v${i}`, title: `Video ${i}`, duration: `PT${i % 9 + 1}M` }));
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1', title: 'Many',
    items: [{ id: 'a', content_text: 'Videos.', _article_explorer: { videos } }],
  });
}

pageTest('Of many thousand videos only the cards in sight are in the page', { dataset: manyVideos(20_000) }, async (page) => {
  await showCards(page);
  await becomes(() => count(page).innerText(), '20,000 videos');
  const total = 20_000;
  assert.ok(await rows(page).count() < 30);
  await rows(page).first().focus();
  await page.keyboard.press('End');
  await becomes(() => page.locator('[role=row]:focus').getAttribute('aria-rowindex'), String(total + 1));
  assert.ok(await rows(page).count() < 30);
});
