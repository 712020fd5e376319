// The ready page: its title, its five views with their counts, and its colours.
import assert from 'node:assert/strict';
import { becomes, count, Dataset, Facts, goTo, grid, rows, search, suite, tab, typeQuery } from './harness.mjs';

const { pageTest } = suite();
const Views = ['Overview', 'Articles', 'Releases', 'Chart reach', 'Videos'];
const Rows = { Articles: Dataset.items.length, Releases: Facts.releases.length, 'Chart reach': Facts.chart_entries.length, Videos: Facts.videos.length };
const Nouns = { Articles: 'articles', Releases: 'releases', 'Chart reach': 'chart entries', Videos: 'videos' };
const selectedTab = (page) => page.getByRole('tab', { selected: true }).getAttribute('aria-label');

pageTest('The ready page has a title, a heading, five tabs with counts and a status', {}, async (page) => {
  assert.equal(await page.title(), Dataset.title, 'the program keeps the title that the page came with');
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Article Explorer');
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  const names = await page.getByRole('tablist', { name: 'Views' }).getByRole('tab').evaluateAll(
    (tabs) => tabs.map((each) => each.getAttribute('aria-label') ?? each.textContent));
  assert.deepEqual(names, Views.map((name) => (name in Rows ? `${name}, ${Rows[name]}` : name)));
  assert.equal(await selectedTab(page) ?? 'Overview', 'Overview');
  const facts = Facts.releases.length + Facts.chart_entries.length + Facts.videos.length + Facts.events.length;
  assert.equal(await count(page).innerText(), `2 articles, ${facts} facts`);
  for (const landmark of ['banner', 'navigation', 'main']) assert.equal(await page.getByRole(landmark).count(), 1, landmark);
});

pageTest('A click on a tab shows its view with all rows', {}, async (page) => {
  for (const [name, total] of Object.entries(Rows)) {
    await goTo(page, name);
    await becomes(() => grid(page).getAttribute('aria-label'), name);
    assert.equal(await rows(page).count(), total);
    assert.equal(await grid(page).getAttribute('aria-rowcount'), String(total + 1));
    assert.equal(await count(page).innerText(), `${total} ${Nouns[name]}`);
    assert.ok(await page.getByRole('tabpanel', { name }).isVisible());
    assert.equal(await page.getByRole('tabpanel').count(), 1);
  }
  await goTo(page, 'Overview');
  await becomes(() => grid(page).count(), 0);
});

pageTest('Arrow keys, Home and End walk along the tabs', {}, async (page) => {
  await tab(page, 'Overview').click();
  for (const [key, wanted] of [['ArrowRight', 'Articles'], ['ArrowRight', 'Releases'], ['ArrowLeft', 'Articles'], ['End', 'Videos'],
    ['ArrowRight', 'Videos'], ['Home', 'Overview'], ['ArrowLeft', 'Overview']]) {
    await page.keyboard.press(key);
    await becomes(async () => [await tab(page, wanted).getAttribute('aria-selected'), await tab(page, wanted).evaluate((each) => each === document.activeElement)],
      ['true', true], `${key} leads to ${wanted}`);
  }
  assert.equal(await page.locator('[role=tab][tabindex="0"]').count(), 1, 'the tabs are one stop of the Tab key');
});

pageTest('The overview shows figures, regions, videos, dates and what is newest, each a click', {}, async (page) => {
  const where = page.getByRole('region', { name: 'Where it charted' });
  for (const region of ['United States', 'Japan', 'France', 'Germany', 'South Korea', 'World', 'Europe']) {
    assert.ok(await where.getByRole('button', { name: new RegExp(`^${region}`) }).count() > 0, region);
  }
  assert.ok(await page.getByRole('button', { name: /more than 90 regions/ }).count() > 0, 'the claim keeps its "more than"');
  const videos = page.getByRole('region', { name: 'Videos' });
  assert.ok(await videos.getByRole('listitem').getByRole('button').count() >= 3);
  assert.equal(await videos.getByRole('button', { name: `Show all ${Facts.videos.length} videos`, exact: true }).count(), 1);
  assert.ok(await page.getByRole('region', { name: 'Latest' }).getByRole('listitem').getByRole('button').count() >= 3);
  await where.getByRole('button', { name: /^South Korea/ }).click();
  await becomes(() => search(page).inputValue(), 'region=KR');
});

pageTest('What the tabs count follows the search', {}, async (page) => {
  await typeQuery(page, 'region:KR');
  await becomes(() => tab(page, 'Chart reach').getAttribute('aria-label'), 'Chart reach, 1');
  await becomes(() => tab(page, 'Videos').getAttribute('aria-label'), 'Videos, 0');
  await goTo(page, 'Chart reach');
  await becomes(() => count(page).innerText(), '1 of 9 chart entries');
  assert.equal(await count(page).evaluate((status) => status.getAttribute('role')), 'status');
});

const background = (page) => page.locator('body').evaluate((body) => {
  const [red, green, blue] = getComputedStyle(body).backgroundColor.match(/\d+/g).map(Number);
  return red + green + blue > 384 ? 'light' : 'dark';
});
const themeButton = (page) => page.getByRole('button', { name: /^Colours/ });

for (const scheme of /** @type {const} */ (['light', 'dark'])) {
  const other = scheme === 'light' ? 'dark' : 'light';
  pageTest(`The page is ${scheme} as the system is, follows it, and can be switched`, { scheme }, async (page) => {
    await becomes(() => background(page), scheme);
    await page.emulateMedia({ colorScheme: other });
    await becomes(() => background(page), other, 'follows a change of the system');
    await page.emulateMedia({ colorScheme: scheme });
    await becomes(() => background(page), scheme);
    await becomes(() => themeButton(page).getAttribute('aria-label'), `Colours: as the system; switch to ${other}`);
    await themeButton(page).click();
    await becomes(() => background(page), other, 'the switch wins over the system');
    // The button is named anew with the next frame.
    await becomes(async () => (await themeButton(page).getAttribute('aria-label'))?.startsWith('Colours: as the system'), false);
    for (let presses = 0; !(await themeButton(page).getAttribute('aria-label')).startsWith('Colours: as the system'); presses++) {
      assert.ok(presses < 4, 'the switch comes back to the system');
      const before = await themeButton(page).getAttribute('aria-label');
      await themeButton(page).click();
      await becomes(async () => (await themeButton(page).getAttribute('aria-label')) !== before, true);
    }
    await becomes(() => background(page), scheme);
  });
}
