// The page's address is the state: what it opens, when it changes, where Back and Forward lead, and that nothing
// depends on a browser that lets it.
import assert from 'node:assert/strict';
import { becomes, chips, columnTexts, count, detail, expectSoon, explorerFrame, goTo, grid, header, hostPage, rowNames, rows, search, sortButton, suite, typeQuery, waitForState } from './harness.mjs';
import { mapIsThere, mapPanel, panel } from './surfaces.mjs';

const { pageTest } = suite();
/** What stands behind "#". @param {import('playwright-core').Page | import('playwright-core').Frame} page */
const fragment = (page) => page.evaluate(() => location.hash.slice(1));
const steps = (page) => page.evaluate(() => history.length);
const selectedTab = (page) => page.getByRole('tab', { selected: true }).getAttribute('aria-label');
const headers = (page) => grid(page).getByRole('columnheader').evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
const detailTitle = async (page) => (await detail(page).getByRole('heading', { level: 2 }).innerText()).replaceAll('\n', ' ');
const row = (page, name) => rows(page).filter({ has: page.getByRole('rowheader', { name }) });
const notice = (page) => page.getByRole('region', { name: 'About the address' });
/** The scroll area of the table. @param {import('playwright-core').Page} page @param {number} [top] to scroll to */
const scrolledTo = (page, top) => page.evaluate((wanted) => {
  const area = document.querySelector('#mirror [role=grid] [role=row][data-act]').closest('.scrolls');
  if (wanted !== undefined) area.scrollTop = wanted;
  return area.scrollTop;
}, top);

/** Which tabs were ever selected, and which theme was ever set. */
const watchFlashes = () => {
  window.seen = { tabs: new Set(), themes: new Set() };
  const note = () => {
    for (const each of document.querySelectorAll('[role=tab][aria-selected=true]')) window.seen.tabs.add(each.getAttribute('aria-label'));
    const { theme } = document.documentElement?.dataset ?? {};
    if (theme) window.seen.themes.add(theme);
  };
  new MutationObserver(note).observe(document, { subtree: true, childList: true, attributes: true });
};

const Whole = '#v=1&view=charts&q=region:KR,US+sort:position-desc&row=charts:itunes-top-songs-us&columns.charts=region,chart,position&widths.charts=chart:300&density=compact&theme=dark';

pageTest('An address opens view, query, order, columns, row and colours, and nothing else is ever shown', { query: Whole, prepare: watchFlashes }, async (page) => {
  assert.match(await selectedTab(page), /^Chart reach/);
  assert.equal(await search(page).inputValue(), 'region:KR,US sort:position-desc');
  assert.equal(await chips(page).count(), 2);
  await becomes(() => rows(page).count(), 2);
  assert.deepEqual(await headers(page), ['Region', 'Chart', 'Position']);
  assert.ok(Math.abs((await header(page, 'Chart').boundingBox()).width - 300) < 2);
  assert.deepEqual(await columnTexts(page, 'Region'), ['United States', 'South Korea*'], 'no article states the latter');
  assert.equal((await rows(page).first().boundingBox()).height, 28);
  assert.equal(await header(page, 'Position').getAttribute('aria-sort'), 'descending');
  assert.match(await detail(page).innerText(), /United States/);
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
  const seen = await page.evaluate(() => ({ tabs: [...window.seen.tabs], themes: [...window.seen.themes] }));
  assert.ok(seen.tabs.length > 0 && seen.tabs.every((name) => name.startsWith('Chart reach')), seen.tabs.join(' | '));
  assert.deepEqual(seen.themes, ['dark']);
  assert.equal(await fragment(page), Whole.slice(1), 'it stays as it was written');
  assert.equal(await notice(page).count(), 0);
});

pageTest('It opens a panel with the map as somebody left it, and a window of the timeline', { query: '#v=1&panel=where&map=4,8000,-3000&measure=entries' }, async (page) => {
  await mapIsThere(page);
  assert.equal(await page.getByRole('region', { name: 'Latest', exact: true }).count(), 0, 'one panel has the page');
  const measures = mapPanel(page).getByRole('group', { name: 'Colour by' });
  assert.equal(await measures.getByRole('button', { name: 'Entries' }).getAttribute('aria-pressed'), 'true');
  await mapPanel(page).getByRole('button', { name: 'Zoom out' }).click();
  await expectSoon(async () => {
    const [, zoom, x, y] = /map=([\d.]+),(-?\d+),(-?\d+)/.exec(await fragment(page)) ?? [];
    assert.ok(Number(zoom) > 1 && Number(zoom) < 4, `nearer than all of it, farther than before: ${zoom}`);
    assert.ok(Number(x) > 0 && Number(y) < 0, 'still in the east and north');
  });
  await page.evaluate(() => { location.hash = '#v=1&panel=when&time=2023-12-20..2023-12-24'; });
  const when = panel(page, 'When things came out');
  await becomes(() => when.count(), 1);
  await expectSoon(async () => assert.match(await when.innerText(), /before/, 'what is out of sight is counted'));
});

pageTest('Going somewhere makes an entry of the history; typing, sorting and arranging change the one that is there', {}, async (page) => {
  assert.equal(await fragment(page), '');
  const begin = await steps(page);
  await goTo(page, 'Chart reach');
  await becomes(() => fragment(page), 'v=1&view=charts');
  assert.equal(await steps(page), begin + 1);
  await typeQuery(page, 'provider:iTunes position<=10');
  await becomes(() => fragment(page), 'v=1&view=charts&q=provider:iTunes+position%3C=10');
  await sortButton(page, 'Date').click();
  await becomes(() => fragment(page), 'v=1&view=charts&q=provider:iTunes+position%3C=10+sort:date');
  await page.getByRole('button', { name: /^Colours/ }).click();
  await expectSoon(async () => assert.match(await fragment(page), /&theme=dark$/));
  assert.equal(await steps(page), begin + 1);
  await rows(page).first().click({ position: { x: 60, y: 10 } });
  await expectSoon(async () => assert.match(await fragment(page), /&row=charts:[\w-]+&theme=dark$/));
  assert.equal(await steps(page), begin + 2);
  await page.goBack();
  await becomes(() => detail(page).count(), 0);
  await page.goBack();
  await becomes(() => selectedTab(page).then((name) => name.split(',')[0]), 'Overview');
  await becomes(() => search(page).inputValue(), '');
  await page.goForward();
  await becomes(() => search(page).inputValue(), 'provider:iTunes position<=10 sort:date');
  assert.match(await selectedTab(page), /^Chart reach/);
  await page.goForward();
  await becomes(() => detail(page).count(), 1);
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark', 'the look is the reader\'s, wherever Back leads');
});

/** Time stands still for what waits 300 ms, until release(). */
const holdWrites = () => {
  const { setTimeout: later, clearTimeout: cancel } = window;
  const held = new Map();
  let last = 1e9;
  window.setTimeout = (run, ms, ...rest) => {
    if (ms !== 300) return later(run, ms, ...rest);
    held.set(last += 1, run);
    return last;
  };
  window.clearTimeout = (id) => {
    if (!held.delete(id)) cancel(id);
  };
  window.waiting = () => held.size;
  window.release = () => {
    for (const run of held.values()) run();
    held.clear();
  };
};

pageTest('What is typed is written once, when nothing has been typed for a while', { prepare: holdWrites }, async (page) => {
  await typeQuery(page, 'closer than this');
  await expectSoon(async () => assert.match(await chips(page).nth(2).innerText(), /this/));
  await becomes(() => page.evaluate(() => window.waiting()), 1);
  assert.equal(await fragment(page), '');
  await page.evaluate(() => window.release());
  assert.equal(await fragment(page), 'v=1&q=closer+than+this');
  await search(page).fill('closer');
  await becomes(() => chips(page).count(), 1);
  await becomes(() => page.evaluate(() => window.waiting()), 1);
  await goTo(page, 'Videos');
  await becomes(() => fragment(page), 'v=1&view=videos&q=closer', 'going somewhere does not wait');
  await page.goBack();
  await becomes(() => fragment(page), 'v=1&q=closer', 'what had waited is in the entry that was left');
});

pageTest('Back brings back what was scrolled to and what had the focus', { query: '?demo=3000#v=1&view=articles' }, async (page) => {
  await scrolledTo(page, 4000);
  await becomes(() => scrolledTo(page), 4000);
  // One in the middle of the window, so that nothing has to scroll for it.
  let index = -1;
  await expectSoon(async () => {
    index = await rows(page).evaluateAll((all) => all.findIndex((each) => Math.abs(each.getBoundingClientRect().top - innerHeight / 2) < 40));
    assert.ok(index >= 0, 'the rows have followed');
  });
  const cell = rows(page).nth(index).getByRole('rowheader');
  const name = await rows(page).nth(index).getAttribute('aria-label');
  const focusedRow = () => page.evaluate(() => document.activeElement?.closest('[role=row]')?.getAttribute('aria-label') ?? '');
  await cell.click({ position: { x: 60, y: 10 } });
  await becomes(() => detail(page).count(), 1);
  await expectSoon(async () => assert.match(await fragment(page), /^v=1&view=articles&row=articles:/));
  const open = await fragment(page);
  const [before, top] = [await focusedRow(), await scrolledTo(page)];
  assert.ok(top > 3000 && top < 5000, 'the row was in sight');
  await scrolledTo(page, 20000);
  await becomes(() => scrolledTo(page), 20000);
  await goTo(page, 'Videos');
  await becomes(() => fragment(page), open.replace('view=articles', 'view=videos'));
  await page.goBack();
  await becomes(() => selectedTab(page).then((label) => label.split(',')[0]), 'Articles');
  await becomes(() => scrolledTo(page), 20000, 'as it was left');
  await page.goBack();
  await becomes(() => detail(page).count(), 0);
  await becomes(() => scrolledTo(page), top);
  await becomes(async () => (await rowNames(page)).includes(name), true);
  if (before) await becomes(focusedRow, before);
  await page.goForward();
  await becomes(() => detail(page).count(), 1);
  await becomes(() => scrolledTo(page), 20000);
});

pageTest('The focus goes back to the row that was opened by keyboard', {}, async (page) => {
  await goTo(page, 'Videos');
  // The row or, where a table is walked through cell by cell, one of its cells.
  await row(page, 'A Gift for ARMY').evaluate((each) => (each.matches('[tabindex]') ? each : each.querySelector('[tabindex]')).focus());
  const focused = () => page.evaluate(() => [document.activeElement?.getAttribute('role'), document.activeElement?.closest('[role=row]')?.getAttribute('aria-label')].join(' '));
  const before = await focused();
  assert.match(before, /A Gift for ARMY/);
  await page.keyboard.press('Enter');
  await becomes(() => detail(page).count(), 1);
  await detail(page).getByRole('button', { name: 'Close details' }).focus();
  await page.goBack();
  await becomes(() => detail(page).count(), 0);
  await becomes(focused, before);
});

pageTest('An address that somebody edits is opened, and Back leads to the one before', {}, async (page) => {
  await goTo(page, 'Releases');
  await becomes(() => fragment(page), 'v=1&view=releases');
  await page.evaluate(() => { location.hash = '#view=videos&q=dance'; });
  await becomes(() => search(page).inputValue(), 'dance');
  assert.match(await selectedTab(page), /^Videos/);
  assert.equal(await fragment(page), 'view=videos&q=dance', 'it is left as it was written');
  await typeQuery(page, 'dance sort:title');
  await becomes(() => fragment(page), 'v=1&view=videos&q=dance+sort:title');
  await page.goBack();
  await becomes(() => selectedTab(page).then((name) => name.split(',')[0]), 'Releases');
  assert.equal(await search(page).inputValue(), '');
  await page.goForward();
  await becomes(() => search(page).inputValue(), 'dance sort:title');
});

pageTest('Loading the page again shows the same', {}, async (page) => {
  await goTo(page, 'Chart reach');
  const text = '"closer than" position<=10 -한국 "(a) *b* [c] <d> \'e\' `f`" sort:date-desc';
  await search(page).fill(text);
  await expectSoon(async () => assert.match(await fragment(page), /sort:date-desc$/));
  const address = await fragment(page);
  assert.match(address, /^[\w\-.:/?@=,&+%]+$/, 'nothing in it that a messenger or Markdown would take for its own');
  assert.equal(await page.evaluate((written) => new URL(`#${written}`, 'https://example.org/').hash.slice(1), address), address);
  await page.reload();
  await waitForState(page, 'ready');
  assert.equal(await search(page).inputValue(), text);
  assert.match(await selectedTab(page), /^Chart reach/);
  assert.equal(await fragment(page), address);
});

pageTest('What nobody knows or nobody can read is passed over with a note, which can be dismissed', {
  query: '#v=2&view=charts&q=region:KR&row=charts:atlantis&map=here&xtor=RSS-1&theme=%00',
}, async (page) => {
  assert.equal(await count(page).innerText(), '1 of 9 chart entries');
  const said = (await notice(page).innerText()).replaceAll(/\s+/g, ' ');
  for (const part of [/newer version/, /charts:atlantis/, /cannot be read: map, theme/, /nobody knows here: xtor/]) assert.match(said, part);
  assert.equal(await page.getByRole('alert').count(), 0);
  await notice(page).getByRole('button', { name: 'Dismiss' }).click();
  await becomes(() => notice(page).count(), 0);
  assert.equal(await rows(page).count(), 1);
});

pageTest('An address that is hostile or endless harms nothing', {
  query: `#v=1&view=videos&q=${'%3Cimg+src=x+onerror=alert(1)%3E'}&${'a=1&'.repeat(3000)}b=${'x'.repeat(50_000)}&javascript:alert(1)=%E2%80%AEtxt`,
}, async (page) => {
  await becomes(() => notice(page).count(), 1);
  assert.equal(await page.locator('#mirror img').count(), 0);
  assert.match(await search(page).inputValue(), /onerror/);
  assert.ok((await notice(page).innerText()).length < 1500);
  await search(page).fill('');
  await becomes(() => rows(page).count(), 6);
});

/** A page with the explorer in a frame, whose origin may be nobody's. */
const host = (attributes, address) => hostPage(
  `<iframe ${attributes} src="index.html${address}" width="1000" height="640" title="Explorer"></iframe>`, { sandboxed: true },
);

for (const [name, attributes] of [['In a sandbox without an origin', 'sandbox="allow-scripts"'], ['In a frame', '']]) {
  pageTest(`${name} an address opens, and no step is added to the history of the page around it`, {
    path: 'host.html', state: null, intercept: host(attributes, '#v=1&view=charts&q=region:KR'),
  }, async (page) => {
    const frame = await explorerFrame(page);
    assert.equal(await search(frame).inputValue(), 'region:KR');
    assert.match(await selectedTab(frame), /^Chart reach/);
    const before = await page.evaluate(() => history.length);
    await goTo(frame, 'Videos');
    await search(frame).fill('dance');
    await becomes(() => fragment(frame), 'v=1&view=videos&q=dance');
    await rows(frame).first().click({ position: { x: 60, y: 10 } });
    await expectSoon(async () => assert.match(await fragment(frame), /&row=videos:/));
    assert.equal(await page.evaluate(() => history.length), before);
  });
}

pageTest('Where history and storage throw, all the rest works, and the dialog has the address', {
  query: '#v=1&view=charts',
  prepare: () => {
    for (const name of ['pushState', 'replaceState']) {
      History.prototype[name] = () => { throw new DOMException('Not here.', 'SecurityError'); };
    }
    Object.defineProperty(History.prototype, 'state', { get() { throw new DOMException('Not here.', 'SecurityError'); } });
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, { get() { throw new DOMException('Not here.', 'SecurityError'); } });
    }
  },
}, async (page) => {
  assert.match(await selectedTab(page), /^Chart reach/);
  await goTo(page, 'Releases');
  await search(page).fill('face');
  await becomes(() => rows(page).count(), 1);
  await page.getByRole('button', { name: 'Share this view' }).click();
  await expectSoon(async () => assert.match(await page.getByRole('textbox', { name: 'Link to this view' }).inputValue(), /#v=1&view=releases&q=face$/));
});
