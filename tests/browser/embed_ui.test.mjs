// What a page around the explorer chooses for its frame: the part that is shown alone, what readers may do there, the
// line that says where it is from, and the height that the frame is told it would take.
import assert from 'node:assert/strict';
import { becomes, chips, detail, dialog, expectSoon, explorerFrame, grid, hostPage, packageSource, rows, search, suite } from './harness.mjs';
import { parameterCases } from '../tools/frozen_embeds.mjs';

const { pageTest } = suite();
const axe = await packageSource('axe-core/axe.min.js');
const Parts = ['overview', 'articles', 'releases', 'charts', 'videos', 'map', 'timeline', 'table'];
const Tables = new Set(['articles', 'releases', 'charts', 'videos', 'table']);
const Sizes = [{ width: 280, height: 400 }, { width: 390, height: 560 }, { width: 760, height: 560 }];

/**
 * A page with the explorer between two paragraphs, as high as it says, and what it was told.
 * @param {string} query @param {{width?: number, height?: number, fit?: boolean}} [frame]
 */
const inFrame = (query, { width = 760, height = 560, fit = false } = {}) => ({
  path: 'host.html', state: null, intercept: (/** @type {any[]} */ ...call) => hostPage(`
    <style>body { margin: 0; } p { height: 200px; margin: 0; } iframe { display: block; border: 0; }</style>
    <p>Before</p><iframe id="frame" title="Explorer" width="${width}" height="${height}" src="index.html${query}"></iframe><p>After</p>
    <script>
      window.told = [];
      addEventListener('message', ({ data }) => {
        if (data?.event !== 'height') return;
        told.push(data.detail.height);
        if (${fit}) document.getElementById('frame').height = data.detail.height;
      });
    </script></html>`)(call[0], call[1], call[2]),
});
/** @param {import('playwright-core').Page} page @returns {Promise<number[]>} */
const told = (page) => page.evaluate(() => /** @type {any} */ (window).told);
/** The last height that was told. @param {import('playwright-core').Page} page */
const toldHeight = async (page) => (await told(page)).at(-1) ?? 0;
/** Px of the main column that are out of sight; the strip of columns goes sideways. @param {any} frame @returns {Promise<number>} */
const outOfSight = (frame) => frame.evaluate(() => Math.max(...[...document.querySelectorAll('main .scrolls:not([role="rowgroup"]:has([role="columnheader"]))')]
  .map((each) => each.scrollHeight - each.clientHeight), 0));
/** Everything that is seen lies within the page. @param {any} page @returns {Promise<string[]>} */
const cutOff = (page) => page.evaluate(() => [...document.querySelectorAll('#mirror :is(button, a[href], input, h2)')]
  .filter((each) => !each.closest('.scrolls'))
  .map((each) => ({ name: each.getAttribute('aria-label') ?? each.textContent, box: each.getBoundingClientRect() }))
  .filter(({ box }) => box.width > 1 && (box.left < -0.5 || box.right > innerWidth + 0.5 || box.bottom > innerHeight + 0.5))
  .map(({ name, box }) => `${name} at ${Math.round(box.left)} to ${Math.round(box.right)}, down to ${Math.round(box.bottom)}`));

for (const part of Parts) {
  for (const render of ['', '&render=html']) {
    pageTest(`ui=${part}${render}: that part alone, and what is needed to use it`, { query: `?ui=${part}${render}`, viewport: Sizes[2] }, async (page) => {
      assert.equal(await page.getByRole('tab').count(), 0);
      for (const name of ['Share this view', 'Commands', 'Save pictures', 'Back to the overview']) {
        assert.equal(await page.getByRole('button', { name, exact: true }).count(), 0, name);
      }
      assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
      assert.equal(await grid(page).count(), Tables.has(part) ? 1 : 0);
      await search(page).fill('single');
      await becomes(() => chips(page).count(), 1);
      await becomes(() => page.getByRole('banner').getByRole('status').innerText().then((text) => /\d/.test(text)), true);
      await chips(page).first().click();
      await becomes(() => search(page).inputValue(), '');
      await page.evaluate(axe);
      for (const viewport of Sizes) {
        await page.setViewportSize(viewport);
        await expectSoon(async () => assert.equal(await page.locator('#mirror').evaluate((each) => each.clientWidth), viewport.width));
        await expectSoon(async () => assert.deepEqual(await cutOff(page), [], `${viewport.width} px`));
        const found = await page.evaluate(async (contrast) => {
          const rules = { 'color-contrast': { enabled: contrast }, 'label-content-name-mismatch': { enabled: false } };
          const { violations } = await /** @type {any} */ (window).axe.run(document, { rules, preload: false, resultTypes: ['violations'] });
          return violations.flatMap(({ id, nodes }) => nodes.map((/** @type {any} */ node) => `${id}: ${node.html.slice(0, 160)}`));
        }, render !== '' || process.env.EXPLORER_RENDER === 'html');
        assert.deepEqual(found, [], `${viewport.width} px`);
      }
    });
  }
}

pageTest('ui=table shows the table of the view that the address names', { query: '?ui=table#view=charts' }, async (page) => {
  await becomes(() => grid(page).getAttribute('aria-label'), 'Chart reach');
  await rows(page).first().getByRole('rowheader').click();
  await becomes(() => detail(page).count(), 1);
  await page.keyboard.press('Escape');
  await becomes(() => detail(page).count(), 0);
});

pageTest('A word that nobody knows is passed over, and said', { query: '?ui=mpa&may=search,serach' }, async (page) => {
  await becomes(() => page.getByRole('region', { name: 'About the address' }).innerText().then((text) => /ui=mpa.*may=serach/s.test(text)), true);
  assert.ok(await page.getByRole('searchbox').count() === 1);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await becomes(() => page.getByRole('region', { name: 'About the address' }).count(), 0);
});

/** What a right gives: how it looks where it is there, and the keys that ask for it. */
const Rights = {
  search: { role: 'searchbox', name: 'Search or filter', keys: '/' },
  views: { role: 'tab', name: /^Articles/, keys: '2' },
  sort: { role: 'button', name: 'Sort by Title', keys: '' },
  filter: { role: 'button', name: /^Filter Title/, keys: '' },
  columns: { role: 'button', name: 'Columns', keys: 'c' },
  share: { role: 'button', name: 'Share this view', keys: 's' },
};
for (const [right, { role, name, keys }] of Object.entries(Rights)) {
  pageTest(`may=${right}: that and nothing else`, { query: `?may=${right}#view=videos` }, async (page) => {
    await becomes(async () => await page.getByRole(/** @type {any} */ (role), { name, exact: true }).count() > 0, true);
    for (const other of Object.values(Rights)) {
      const there = await page.getByRole(/** @type {any} */ (other.role), { name: other.name, exact: true }).count() > 0;
      assert.equal(there, other.name === name, String(other.name));
    }
    const before = await page.evaluate(() => location.hash);
    await rows(page).first().getByRole('rowheader').click();
    await page.locator('body').press('Escape');
    for (const other of Object.values(Rights)) {
      if (other.keys && other.keys !== keys) await page.keyboard.press(other.keys);
    }
    assert.equal(await dialog(page).count(), 0);
    assert.equal(await detail(page).count(), 0, 'no details');
    assert.equal(await page.evaluate(() => location.hash), before);
  });
}

pageTest('may=details opens rows, and with no right at all there is a table to read', { query: '?may=details&ui=videos' }, async (page) => {
  await rows(page).first().getByRole('rowheader').click();
  await becomes(() => detail(page).count(), 1);
  await page.keyboard.press('Escape');
  await becomes(() => detail(page).count(), 0);
  await page.goto(new URL('?may=&ui=videos', page.url()).href);
  await becomes(async () => await rows(page).count() > 0, true);
  assert.equal(await page.locator('header :is(button, input)').count(), 1, 'reading as plain tables is always there');
  await page.keyboard.press('Control+K');
  await becomes(() => dialog(page).count(), 1);
  assert.equal(await page.getByRole('option', { name: /^(Go to (Overview|Articles|Releases|the search)|Sort|Filter|Columns|Share|Copy (the )?link|Open a file)/ }).count(), 0);
});

for (const [may, wanted] of [['search', 'closer'], ['filter,sort', '']]) {
  pageTest(`A text that is pasted becomes the query only with the right to search: may=${may}`, { query: `?may=${may}` }, async (page) => {
    const listens = () => page.evaluate(() => !document.body.dispatchEvent(new Event('beforepaste', { bubbles: true, cancelable: true })));
    await page.mouse.move(300, 300);  // brings the tools of the clipboard
    await becomes(listens, true);
    const taken = await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'closer');
      return !document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    assert.equal(taken, wanted !== '');
    await becomes(() => page.evaluate(() => /** @type {any} */ (window).articleExplorer.state().then((/** @type {any} */ it) => it.query)), wanted);
  });
}

pageTest('What readers may not do, a script of the page may', { query: '?may=&ui=videos' }, async (page) => {
  await page.evaluate(() => /** @type {any} */ (window).articleExplorer.query('kind:"dance video"'));
  await becomes(() => page.getByRole('list', { name: 'Active filters' }).getByRole('listitem').count(), 1);
  assert.equal(await chips(page).count(), 0, 'a filter that stays is no button');
  assert.equal(await page.getByRole('button', { name: 'Clear all' }).count(), 0);
});

pageTest('A frame says where it is from, and leads there with what it shows', inFrame('?ui=videos&may=search&data=articles.json#q=closer'), async (page) => {
  const frame = await explorerFrame(page);
  const link = frame.getByRole('region', { name: 'Where this is from' }).getByRole('link');
  await becomes(() => link.count(), 1);
  const href = await link.getAttribute('href');
  assert.equal(new URL(href).pathname, new URL(frame.url()).pathname);
  assert.equal(new URL(href).search, '?data=articles.json');
  assert.match(new URL(href).hash, /^#v=1&view=videos&q=closer$/);
  assert.equal(await link.getAttribute('target'), '_blank');
  assert.equal(await link.getAttribute('rel'), 'noopener noreferrer');
  const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
  await becomes(() => opened.getByRole('tab', { name: /^Videos/ }).getAttribute('aria-selected'), 'true');
  assert.equal(await opened.evaluate(() => opener), null);
  await search(frame).fill('love');
  await expectSoon(async () => assert.match(await link.getAttribute('href'), /q=love$/));
});

pageTest('attribution=0 turns that off, and a page of its own has no such line', inFrame('?attribution=0'), async (page) => {
  const frame = await explorerFrame(page);
  assert.equal(await frame.getByRole('region', { name: 'Where this is from' }).count(), 0);
  await page.goto(frame.url().replace('?attribution=0', ''));
  await becomes(() => page.locator('html').getAttribute('data-explorer-state'), 'ready');
  assert.equal(await page.getByRole('region', { name: 'Where this is from' }).count(), 0);
});

for (const { name, attribution, line } of parameterCases().filter((each) => each.line)) {
  const query = attribution === undefined ? '' : `?attribution=${attribution}`;
  pageTest(`The line that says where a frame is from, for good: ${name}`, inFrame(query), async (page) => {
    const frame = await explorerFrame(page);
    await becomes(() => frame.getByRole('region', { name: 'Where this is from' }).count(), line === 'yes' ? 1 : 0);
  });
}

for (const size of Sizes) {
  for (const render of ['', '&render=html']) {
    pageTest(`At ${size.width} px every part tells its height, and has it all in sight there${render}`, { ...inFrame('', { ...size, fit: true }), viewport: { width: 1000, height: 900 } }, async (page) => {
      const frame = await explorerFrame(page);
      for (const part of ['overview', 'releases', 'charts', 'map', 'timeline']) {
        await page.evaluate((query) => {
          Object.assign(window, { told: [] });
          /** @type {HTMLIFrameElement} */ (document.getElementById('frame')).src = `index.html${query}`;
        }, `?ui=${part}${render}`);
        await expectSoon(async () => assert.ok(await toldHeight(page) > 80, part), 30_000);
        await expectSoon(async () => assert.equal(await frame.evaluate(() => innerHeight), await toldHeight(page), part));
        await expectSoon(async () => assert.ok(await outOfSight(frame) <= 1, `${part}: ${await outOfSight(frame)} px out of sight`));
        const heights = await told(page);
        assert.ok(heights.every((each, i) => each !== heights[i - 1]), `${part} tells changes alone: ${heights}`);
      }
    });
  }
}

pageTest('The height follows filtering both ways, and nothing else', inFrame('?ui=releases', { fit: true }), async (page) => {
  const frame = await explorerFrame(page);
  await expectSoon(async () => assert.ok(await toldHeight(page) > 80));
  const all = await toldHeight(page);
  await search(frame).fill('closer');
  await expectSoon(async () => assert.ok(await toldHeight(page) < all));
  await search(frame).fill('');
  await becomes(() => toldHeight(page), all);
  await becomes(() => frame.evaluate(() => innerHeight), all);
  const count = (await told(page)).length;
  await rows(frame).first().hover();
  await frame.getByRole('grid').press('t');
  await expectSoon(async () => assert.notEqual(await frame.locator('html').getAttribute('data-theme'), null));
  assert.equal((await told(page)).length, count);
});
