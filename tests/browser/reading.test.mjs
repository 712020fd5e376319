// The reading view: plain tables, a page of rows at a time, with the focus where reading begins; in both
// renderers, on a phone, with the keyboard alone. And the words for signs that have none.
import assert from 'node:assert/strict';
import { Dataset, Facts, becomes, detail, dialog, expectSoon, goTo, grid, packageSource, search, suite, tab } from './harness.mjs';

const { pageTest } = suite();
const axe = await packageSource('axe-core/axe.min.js');
const Phone = { viewport: { width: 390, height: 844 }, touch: true };
const Renderers = ['', '?render=html'];

/** @typedef {import('playwright-core').Page} Page */
/** @param {Page} page */
const table = (page) => page.getByRole('table');
/** @param {Page} page */
const toggle = (page) => page.getByRole('button', { name: 'Read as plain tables' });
/** @param {Page} page */
const headline = (page) => page.getByRole('main').getByRole('heading', { level: 2 }).first();
/** The rows below the header. @param {Page} page */
const tableRows = (page) => table(page).getByRole('rowgroup').last().getByRole('row');
/** What has the focus, as it is written. @param {Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.textContent ?? '');
/** What is beside the headline that scrolls. @param {Page} page */
const scrolledTo = (page) => headline(page).evaluate((each) => each.closest('.scrolls')?.scrollTop);

/** @param {Page} page @param {string} view */
async function read(page, view) {
  await goTo(page, view);
  await toggle(page).click();
  await expectSoon(async () => assert.ok(await table(page).count() > 0));
}

/** So many videos, all stated by the first article. @param {number} count */
const manyVideos = (count) => JSON.stringify({
  ...Dataset,
  _article_explorer: {
    ...Facts,
    videos: Array.from({ length: count }, (_, i) => ({
      id: `video-${i + 1}`, title: `Video ${i + 1}`, kind: i % 2 === 0 ? 'music video' : 'dance video',
      evidence: [{ article: Dataset.items[0].id, paragraph: 1 }],
    })),
    chart_entries: [],
  },
});

/** @param {Page} page */
async function violations(page) {
  await page.evaluate(axe);
  const html = await page.locator('html').getAttribute('data-render') === 'html';
  return page.evaluate(async (contrast) => {
    const rules = { 'color-contrast': { enabled: contrast }, 'label-content-name-mismatch': { enabled: false } };
    const result = await /** @type {any} */ (window).axe.run(document, { rules, resultTypes: ['violations'] });
    return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  }, html);
}

/** Words that reach out of their boxes, and cells that lie on each other. @param {Page} page */
const misplaced = (page) => table(page).first().evaluate((whole) => {
  const found = [];
  for (const element of whole.querySelectorAll('*')) {
    const text = [...element.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue.trim());
    if (!text) continue;
    const range = document.createRange();
    range.selectNode(text);
    const [inner, outer] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
    if (inner.right > outer.right + 2 || inner.bottom > outer.bottom + 6) found.push(`outside of its box: ${text.nodeValue}`);
  }
  for (const row of whole.querySelectorAll('tr')) {
    const boxes = [...row.querySelectorAll(':scope > :is(th, td)')].map((cell) => cell.getBoundingClientRect());
    boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => {
      if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1) {
        found.push(`on each other: ${row.textContent}`);
      }
    }));
  }
  return found;
});

for (const query of Renderers) {
  pageTest(`A table is read as a plain table ${query}`, { query }, async (page) => {
    await goTo(page, 'Chart reach');
    await toggle(page).click();
    await becomes(() => focused(page), 'Chart reach, rows 1 to 9 of 9', 'the focus is where reading begins');
    assert.equal(await grid(page).count(), 0);
    assert.equal(await page.getByRole('table', { name: 'Chart reach. In the order of the dataset.', exact: true }).count(), 1);
    assert.deepEqual(await table(page).getByRole('columnheader').evaluateAll((all) => all.map((each) => each.getAttribute('aria-label'))),
      ['Chart', 'Region', 'Position', 'Title', 'Date', 'Stated in', 'Provider']);
    assert.equal(await tableRows(page).count(), 9);
    const japan = tableRows(page).filter({ hasText: 'Japan' });
    assert.equal(await japan.getByRole('rowheader').getByRole('button', { name: 'iTunes Top Songs: No. 1 in Japan', exact: true }).count(), 1);
    assert.deepEqual(await japan.getByRole('cell').allInnerTexts(),
      ['Japan', '1', 'Closer Than This', 'about 22 Dec 2023*', 'article B, paragraph 4', 'iTunes']);
    assert.equal(await table(page).evaluate((each) => [each.tagName, ...new Set([...each.querySelectorAll('[role]:not(button)')]
      .map(({ tagName }) => tagName))].join(' ')), 'TABLE TBODY TR TH TD', 'of the elements that mean it');
    assert.equal(await toggle(page).getAttribute('aria-pressed'), 'true');
    assert.deepEqual(await misplaced(page), []);
    await page.getByRole('button', { name: 'Back to the table' }).click();
    await becomes(() => grid(page).count(), 1);
    await becomes(() => page.evaluate(() => document.activeElement?.closest('[role=grid]') !== null), true);
  });

  pageTest(`No violation in tables to read ${query}`, { query }, async (page) => {
    await read(page, 'Chart reach');
    assert.deepEqual(await violations(page), [], 'a table');
    await tab(page, 'Overview').click();
    await becomes(() => table(page).count(), 5);
    assert.deepEqual(await violations(page), [], 'the overview');
    await page.setViewportSize({ width: 390, height: 844 });
    await becomes(() => misplaced(page), []);
    assert.deepEqual(await violations(page), [], 'the overview on a phone');
    await tab(page, 'Videos').click();
    await becomes(() => table(page).count(), 1);
    assert.deepEqual(await misplaced(page), []);
    assert.deepEqual(await violations(page), [], 'a table on a phone');
  });
}

pageTest('Pages of fifty rows are turned, and each begins with its headline', { dataset: manyVideos(120) }, async (page) => {
  await read(page, 'Videos');
  const previous = page.getByRole('button', { name: 'Previous page' }).first(), next = page.getByRole('button', { name: 'Next page' });
  await becomes(() => focused(page), 'Videos, rows 1 to 50 of 120');
  assert.equal(await tableRows(page).count(), 50);
  assert.equal(await table(page).getAttribute('aria-rowcount'), '121');
  assert.equal(await previous.getAttribute('aria-disabled'), 'true');
  await next.last().focus();
  await expectSoon(async () => assert.ok(await scrolledTo(page) > 500, 'the pager below is in sight'));
  await page.keyboard.press('Enter');
  await becomes(() => focused(page), 'Videos, rows 51 to 100 of 120');
  await becomes(() => scrolledTo(page), 0);
  assert.equal(await tableRows(page).first().getAttribute('aria-rowindex'), '52');
  assert.equal(await page.getByText('Page 2 of 3').first().isVisible(), true);
  await next.first().click();
  await becomes(() => focused(page), 'Videos, rows 101 to 120 of 120');
  assert.equal(await tableRows(page).count(), 20);
  await becomes(() => next.first().getAttribute('aria-disabled'), 'true');
  await search(page).click();
  await page.keyboard.type('kind:music');
  await becomes(() => headline(page).innerText(), 'Videos, rows 1 to 50 of 60', 'another answer is read from its start');
  assert.equal(await search(page).evaluate((each) => each === document.activeElement), true);
});

pageTest('Headers of a table to read sort and filter it, and its name says so', {}, async (page) => {
  await read(page, 'Chart reach');
  const region = table(page).getByRole('columnheader', { name: 'Region', exact: true });
  await region.getByRole('button', { name: 'Sort by Region' }).focus();
  await page.keyboard.press('Enter');
  await becomes(() => region.getAttribute('aria-sort'), 'ascending');
  await becomes(() => table(page).getAttribute('aria-label'), 'Chart reach. Sorted by Region, ascending.');
  await region.getByRole('button', { name: 'Filter Region' }).click();
  await dialog(page).getByRole('checkbox', { name: /^Japan/ }).click();
  await page.keyboard.press('Escape');
  await becomes(() => dialog(page).count(), 0);
  await becomes(() => tableRows(page).count(), 1);
  await becomes(() => table(page).getAttribute('aria-label'), 'Chart reach. Sorted by Region, ascending. Filtered by Region: Japan.');
  assert.equal(await headline(page).innerText(), 'Chart reach, row 1 of 1');
});

pageTest('By keys alone: in, along the rows, into details, and out again', {}, async (page) => {
  await goTo(page, 'Chart reach');
  await toggle(page).focus();
  await page.keyboard.press('Enter');
  await becomes(() => focused(page), 'Chart reach, rows 1 to 9 of 9');
  const first = tableRows(page).first().getByRole('button').first();
  for (let i = 0; i < 40 && !(await first.evaluate((each) => each === document.activeElement)); i++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await becomes(() => detail(page).getByRole('heading', { level: 2 }).count(), 1);
  assert.equal(await tableRows(page).count(), 9, 'the table stays beside it');
  await becomes(() => tableRows(page).first().getAttribute('aria-current'), 'true');
  await page.keyboard.press('Escape');
  await becomes(() => detail(page).count(), 0);
  assert.equal(await table(page).count(), 1, 'one thing at a time');
  await page.keyboard.press('Escape');
  await becomes(() => table(page).count(), 0);
  await becomes(() => page.evaluate(() => document.activeElement?.closest('[role=grid]') !== null), true);
});

pageTest('The overview to read has the first rows of each kind, events too, and leads on', { dataset: manyVideos(12) }, async (page) => {
  await read(page, 'Overview');
  await becomes(() => focused(page), 'The first rows of each table');
  assert.deepEqual(await page.getByRole('main').getByRole('heading', { level: 3 }).allInnerTexts(),
    ['Articles, rows 1 to 2 of 2', 'Releases, rows 1 to 3 of 3', 'Videos, rows 1 to 10 of 12', 'Events, rows 1 to 6 of 6']);
  await page.getByRole('button', { name: 'Show all 12 videos', exact: true }).click();
  await becomes(() => tab(page, 'Videos').getAttribute('aria-selected'), 'true');
  await becomes(() => headline(page).innerText(), 'Videos, rows 1 to 12 of 12');
});

pageTest('On a phone the cells of a row stand below each other, and nothing has to be moved sideways', Phone, async (page) => {
  await goTo(page, 'Chart reach');
  await toggle(page).scrollIntoViewIfNeeded();
  await toggle(page).tap();
  await becomes(() => tableRows(page).count(), 9);
  assert.equal(await table(page).getByRole('columnheader').count(), 7);
  assert.equal(await tableRows(page).first().locator(':scope > :is(th, td)').count(), 7);
  const sideways = await page.locator('#mirror .scrolls').evaluateAll((all) => all
    .filter((each) => each.closest('nav') === null && each.scrollWidth > each.clientWidth + 1).length);
  assert.equal(sideways, 0);
  const [chart, region] = await Promise.all([tableRows(page).first().getByRole('rowheader'), tableRows(page).first().getByRole('cell').first()]
    .map((each) => each.boundingBox()));
  assert.ok(region.y >= chart.y + chart.height - 1, 'below, not beside');
  const small = await table(page).locator('button').evaluateAll((all) => all.map((each) => each.getBoundingClientRect())
    .filter(({ width, height }) => width < 24 || height < 24).length);
  assert.equal(small, 0, 'what a finger presses');
  await tableRows(page).nth(1).getByRole('button').first().tap();
  await becomes(() => dialog(page).count(), 1);
  await detail(page).getByRole('button', { name: 'Close details' }).tap();
  await becomes(() => dialog(page).count(), 0);
  await page.getByRole('button', { name: 'Back to the table' }).tap();
  await becomes(() => grid(page).count(), 1);
  await goTo(page, 'Overview');
  await toggle(page).scrollIntoViewIfNeeded();
  await toggle(page).tap();
  await becomes(() => table(page).count(), 5);
});

pageTest('What a sign stands for is told where the keyboard is, not where a mouse has pressed', {}, async (page) => {
  const words = (element) => element.evaluate((each) => {
    const { content, display } = getComputedStyle(each, '::after');
    return display === 'none' || content === 'none' ? '' : content;
  });
  const sign = page.getByRole('button', { name: /^Colours: / });
  const hasFocus = () => sign.evaluate((each) => each === document.activeElement);
  assert.equal(await words(sign), '');
  await page.keyboard.press('Tab');
  await sign.focus();
  assert.match(await words(sign), /Colours: as the system/);
  const { left, right, width } = await sign.evaluate((each) => {
    const box = each.getBoundingClientRect();
    const tip = parseFloat(getComputedStyle(each, '::after').width);
    return { left: box.right - tip, right: box.right, width: tip };
  });
  assert.ok(width > 60 && left > 0 && right <= 1440, 'it lies within the page');
  await page.getByRole('main').click({ position: { x: 4, y: 4 } });
  await becomes(hasFocus, false);
  await sign.click();
  await becomes(hasFocus, true);
  assert.equal(await words(sign), '');
});

pageTest('A column is made wider by keys', {}, async (page) => {
  await goTo(page, 'Chart reach');
  const region = page.locator('[role=columnheader][aria-label="Region"]');  // found while a dialog is open, too
  const width = async () => (await region.boundingBox()).width;
  const before = await width();
  await region.getByRole('button', { name: /^Filter Region/ }).focus();
  await page.keyboard.press('Enter');
  await becomes(() => dialog(page).count(), 1);
  await dialog(page).getByRole('button', { name: 'Wider' }).focus();
  await page.keyboard.press('Enter');
  await becomes(width, before + 24);
  await page.keyboard.press('Enter');
  await becomes(width, before + 48);
});

pageTest('A file is opened by keys, as dropping it does', {}, async (page) => {
  page.on('filechooser', () => {});  // from now on no key can be faster than the listening
  await page.keyboard.press('Control+K');
  await becomes(() => dialog(page).getByRole('combobox').count(), 1);
  await page.keyboard.type('open a file');
  await becomes(() => dialog(page).getByRole('option').first().getAttribute('aria-label'), 'Open a file');
  assert.equal(await dialog(page).getByRole('option').first().getAttribute('aria-selected'), 'true');
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles({ name: 'own.json', mimeType: 'application/json', buffer: Buffer.from(manyVideos(77)) });
  await becomes(async () => /^Videos, 77$/.test(await tab(page, 'Videos').getAttribute('aria-label') ?? ''), true);
});
