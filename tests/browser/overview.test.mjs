// The overview: all of it in one window, figures that lead to what they count, panels that take the page, and values
// as the reader's part of the world writes them.
import assert from 'node:assert/strict';
import { becomes, count, detail, Facts, goTo, rows, search, suite, tab } from './harness.mjs';

const { pageTest } = suite();
const panel = (page, name) => page.getByRole('region', { name, exact: true });
const panels = (page) => page.getByRole('main').getByRole('region');
const enlarge = (page, name) => page.getByRole('button', { name: `Enlarge ${name}`, exact: true });
const back = (page) => page.getByRole('button', { name: 'Back to the overview', exact: true });
const figure = (page, words) => page.getByRole('main').getByRole('button', { name: words }).first();
/** How much higher the content is than the window that shows it. */
const overflow = (page) => page.locator('main .scrolls').first().evaluate((each) => each.scrollHeight - each.clientHeight);
const overlaps = (page) => panels(page).evaluateAll((all) => {
  const boxes = all.map((each) => ({ name: each.getAttribute('aria-label'), box: each.getBoundingClientRect() }));
  return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => a.box.left < b.box.right - 1 && b.box.left < a.box.right - 1
    && a.box.top < b.box.bottom - 1 && b.box.top < a.box.bottom - 1).map((b) => `${a.name} and ${b.name}`));
});

for (const query of ['', '?render=html']) {
  for (const [width, height] of [[1440, 900], [1024, 768], [2200, 1200]]) {
    pageTest(`At ${width}x${height} the overview fits the window ${query}`, { viewport: { width, height }, query }, async (page) => {
      assert.equal(await panels(page).count(), 4);
      assert.equal(await overflow(page), 0);
      assert.deepEqual(await overlaps(page), []);
    });
  }
}

for (const [width, height] of [[390, 844], [640, 480], [768, 1024]]) {
  pageTest(`At ${width}x${height} the panels stand under each other and scroll`, { viewport: { width, height } }, async (page) => {
    assert.equal(await panels(page).count(), 5);
    assert.ok(await overflow(page) > 200);
    assert.deepEqual(await overlaps(page), []);
    assert.equal(await panel(page, 'Videos').getByRole('listitem').getByRole('button', { name: /^(?!article )/ }).count(), Facts.videos.length);
    assert.equal(await panel(page, 'Articles').getByRole('listitem').getByRole('button').count(), 2);
  });
}

pageTest('A key figure leads to the rows that it counts', {}, async (page) => {
  const cases = [
    [/^more than 90 regions at No. 1, 4 of them named/, 'Chart reach', 'position=1 chart="iTunes Top Songs"', '5 of 9 chart entries'],
    [/^3 charts topped/, 'Chart reach', 'position=1', '7 of 9 chart entries'],
    [/^about 30 minutes of video, length stated for 1 of 6/, 'Videos', '-duration:none sort:duration-desc', '1 of 6 videos'],
    [/^3 releases/, 'Releases', '', '3 releases'],
    [/^2 articles, 24 facts/, 'Articles', '', '2 articles'],
  ];
  for (const [words, view, query, counted] of cases) {
    await goTo(page, 'Overview');
    await search(page).fill('');
    await becomes(() => figure(page, words).count(), 1, String(words));
    await figure(page, words).click();
    await becomes(() => tab(page, view).getAttribute('aria-selected'), 'true');
    await becomes(() => search(page).inputValue(), query);
    await becomes(() => count(page).innerText(), counted);
  }
});

for (const query of ['', '?render=html']) {
  pageTest(`A panel takes the page and gives it back by button and by Escape ${query}`, { query }, async (page) => {
    for (const name of ['Where it charted', 'Videos', 'When things came out', 'Latest']) {
      await enlarge(page, name).focus();
      await page.keyboard.press('Enter');
      await becomes(() => panels(page).count(), 1);
      assert.ok((await panel(page, name).boundingBox()).height > 650, name);
      await becomes(() => back(page).evaluate((each) => each === document.activeElement), true, `${name}: the focus stays`);
      await page.keyboard.press('Escape');
      await becomes(() => panels(page).count(), 4);
      await becomes(() => enlarge(page, name).evaluate((each) => each === document.activeElement), true, `${name}: and comes back`);
      await enlarge(page, name).click();
      await becomes(() => panels(page).count(), 1);
      await back(page).click();
      await becomes(() => panels(page).count(), 4);
    }
  });
}

pageTest('The enlarged panel is kept while another view is looked at, and the tab of the overview leads back', {}, async (page) => {
  await enlarge(page, 'Videos').click();
  await becomes(() => panels(page).count(), 1);
  assert.equal(await rows(page).count(), Facts.videos.length, 'all videos as cards');
  await goTo(page, 'Releases');
  await goTo(page, 'Overview');
  await becomes(() => panels(page).count(), 1);
  await tab(page, 'Overview').click();
  await becomes(() => panels(page).count(), 4);
});

pageTest('The newest rows lead to themselves, their marks to the article', {}, async (page) => {
  const items = panel(page, 'Latest').getByRole('listitem');
  await becomes(() => items.first().getByRole('button').first().getAttribute('aria-label'), 'A Gift for ARMY, behind the scenes, 23 Dec 2023');
  await items.first().getByRole('button').first().click();
  await becomes(() => detail(page).getByRole('heading', { level: 2 }).innerText(), 'A Gift for ARMY');
  await items.first().getByRole('button', { name: 'article B, headline, paragraphs 1, 2, 3' }).click();
  await becomes(async () => /Behind-the-Scenes/.test(await detail(page).getByRole('heading', { level: 2 }).innerText()), true);
});

const Written = [
  ['en-GB', '23 Dec 2023', 'about 30 mins'],
  ['en-US', 'Dec 23, 2023', 'about 30 min'],
  ['de-DE', '23 Dec 2023', 'about 30 mins'],
];
for (const [locale, date, duration] of Written) {
  pageTest(`Readers of ${locale} see dates and durations as they write them`, { locale }, async (page) => {
    await becomes(() => panel(page, 'Latest').getByRole('listitem').first().getByRole('button').first().getAttribute('aria-label'),
      `A Gift for ARMY, behind the scenes, ${date}`);
    await goTo(page, 'Videos');
    await becomes(() => rows(page).getByRole('gridcell').filter({ hasText: date }).count(), 1);
    assert.equal(await rows(page).getByRole('gridcell').filter({ hasText: duration }).count(), 1);
  });
}

pageTest('Digits are grouped as the reader writes them', { locale: 'en-IN', query: '?demo=120000' }, async (page) => {
  await becomes(() => tab(page, 'Articles').getAttribute('aria-label'), 'Articles, 1,20,000');
});
