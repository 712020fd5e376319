// What the browser remembers between visits to a dataset: how a reader has it, nothing else, nowhere else, until they
// have it forgotten. Where nothing may be stored all works without.
import assert from 'node:assert/strict';
import { becomes, dialog, expectSoon, explorerFrame, goTo, header, hostPage, rows, search, suite, tab, typeQuery, waitForState } from './harness.mjs';

const { pageTest } = suite();
const selectedTab = async (page) => (await page.getByRole('tab', { selected: true }).getAttribute('aria-label')).split(',')[0];
const theme = (page) => page.evaluate(() => document.documentElement.dataset.theme ?? '');
const themeButton = (page) => page.getByRole('button', { name: /^Colours/ });
const widthOf = async (page, name) => (await header(page, name).boundingBox()).width;
/** All that is stored. @returns {Promise<Record<string, string>>} */
const stored = (page) => page.evaluate(() => ({ ...localStorage }));
const keyOf = (url) => `article-explorer:${url}articles.json`;
const stores = (page, wanted) => becomes(() => stored(page), wanted);
/** Opens another address as somebody does who has only that. */
async function visitAgain(page, address) {
  await page.goto('about:blank');
  await page.goto(address, { waitUntil: 'commit' });
  await waitForState(page, 'ready');
}

async function widen(page, name, dx) {
  const box = await header(page, name).getByRole('separator', { name: `Resize ${name}` }).boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx, y, { steps: 4 });
  await page.mouse.up();
}

async function openPalette(page, words) {
  await page.keyboard.press('Control+K');
  await becomes(() => page.getByRole('combobox', { name: 'Commands' }).evaluate((each) => each === document.activeElement), true);
  await page.keyboard.type(words);
  await becomes(() => page.getByRole('option', { name: `Search for “${words}”` }).count(), 1);
}
const resetOption = (page) => page.getByRole('option', { name: 'Reset what this browser remembers', exact: true });

/** Which tabs were ever selected, and which colours were ever set. */
const watchFlashes = () => {
  window.seen = { tabs: new Set(), themes: new Set() };
  new MutationObserver(() => {
    for (const each of document.querySelectorAll('[role=tab][aria-selected=true]')) window.seen.tabs.add(each.getAttribute('aria-label').split(',')[0]);
    const { theme: now } = document.documentElement?.dataset ?? {};
    if (now) window.seen.themes.add(now);
  }).observe(document, { subtree: true, childList: true, attributes: true });
};
const flashes = (page) => page.evaluate(() => ({ tabs: [...window.seen.tabs], themes: [...window.seen.themes] }));

pageTest('Width, colours and view are there at the next visit, at once; of all else nothing is kept', { prepare: watchFlashes }, async (page, { url, paths }) => {
  assert.deepEqual(await stored(page), {});
  assert.ok(!paths.some((path) => path.endsWith('/remember.js')), 'what keeps it is not loaded before there is something to keep');
  await goTo(page, 'Chart reach');
  const before = await widthOf(page, 'Chart');
  await widen(page, 'Chart', 70);
  await expectSoon(async () => assert.ok(await widthOf(page, 'Chart') > before + 40));
  await themeButton(page).click();
  await becomes(() => theme(page), 'dark');
  await typeQuery(page, 'region:KR,US');
  await becomes(() => rows(page).count(), 2);
  await rows(page).first().getByRole('rowheader').click();
  await expectSoon(async () => assert.match((await stored(page))[keyOf(url)] ?? '', /^v=1&view=charts&widths\.charts=chart:\d+&theme=dark$/));
  assert.deepEqual(Object.keys(await stored(page)), [keyOf(url)]);
  const width = await widthOf(page, 'Chart');
  const elsewhere = await page.evaluate(async () => ({
    cookies: document.cookie,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
  }));
  assert.deepEqual(elsewhere, { cookies: '', session: 0, databases: 0, caches: 0 });

  await visitAgain(page, url);
  assert.equal(await selectedTab(page), 'Chart reach');
  assert.equal(await search(page).inputValue(), '');
  assert.equal(await page.getByRole('complementary').count(), 0);
  await becomes(() => rows(page).count(), 9);
  assert.ok(Math.abs(await widthOf(page, 'Chart') - width) < 2);
  assert.deepEqual(await flashes(page), { tabs: ['Chart reach'], themes: ['dark'] });
  // The address has the view from here on, so that Back finds it.
  await expectSoon(async () => assert.match(await page.evaluate(() => location.hash), /^#v=1&view=charts&/));
  await goTo(page, 'Videos');
  await page.goBack();
  await becomes(() => selectedTab(page), 'Chart reach');
  await page.reload();
  await waitForState(page, 'ready');
  assert.equal(await selectedTab(page), 'Chart reach');
  assert.equal(await theme(page), 'dark');
  assert.ok(Math.abs(await widthOf(page, 'Chart') - width) < 2);
});

pageTest('An address wins, and what it does not say is as the reader has it', {}, async (page, { url }) => {
  await goTo(page, 'Chart reach');
  await themeButton(page).click();
  await stores(page, { [keyOf(url)]: 'v=1&view=charts&theme=dark' });
  await visitAgain(page, `${url}#v=1&view=videos`);
  assert.equal(await selectedTab(page), 'Videos');
  assert.equal(await theme(page), 'dark');
  assert.equal(await page.evaluate(() => location.hash), '#v=1&view=videos', 'it stays as it was written');
  await visitAgain(page, `${url}#v=1&theme=light`);
  assert.equal(await selectedTab(page), 'Overview');
  assert.equal(await theme(page), 'light');
  // What a link brought along is no choice of the reader's.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await stores(page, { [keyOf(url)]: 'v=1&view=charts&theme=dark' });
});

pageTest('Single keys that were switched off stay off', {}, async (page, { url }) => {
  await openPalette(page, 'single');
  await page.getByRole('option', { name: 'Single-key shortcuts, on' }).click();
  await stores(page, { [keyOf(url)]: 'keys=off' });
  await visitAgain(page, url);
  await page.keyboard.press('t');
  await page.keyboard.press('2');
  await openPalette(page, 'single');
  await becomes(() => page.getByRole('option', { name: 'Single-key shortcuts, off' }).count(), 1);
  assert.equal(await selectedTab(page), 'Overview');
  assert.equal(await theme(page), '');
});

pageTest('Each dataset has a memory of its own, by its address', {}, async (page, { url }) => {
  await goTo(page, 'Videos');
  await themeButton(page).click();
  const own = { [keyOf(url)]: 'v=1&view=videos&theme=dark' };
  await stores(page, own);
  await visitAgain(page, `${url}?demo=20`);
  assert.equal(await selectedTab(page), 'Overview');
  assert.equal(await theme(page), '');
  await goTo(page, 'Articles');
  await stores(page, { ...own, [`article-explorer:${url}`]: 'v=1&view=articles' });
  await visitAgain(page, `${url}?data=${encodeURIComponent('articles.json?token=secret')}`);
  assert.equal(await selectedTab(page), 'Videos', 'the same file');
  await goTo(page, 'Releases');
  await stores(page, { [keyOf(url)]: 'v=1&view=releases&theme=dark', [`article-explorer:${url}`]: 'v=1&view=articles' });
});

pageTest('What is opened in the page is not remembered', {}, async (page, { url, paths }) => {
  await page.evaluate(() => window.articleExplorer.load('articles.json'));
  await themeButton(page).click();
  await becomes(() => theme(page), 'dark');
  await expectSoon(async () => assert.match(await page.evaluate(() => location.hash), /theme=dark/));
  await page.evaluate(() => fetch('icon.svg').then((answer) => answer.text()));
  assert.ok(!paths.some((path) => path.endsWith('/remember.js')));
  await visitAgain(page, url);
  assert.equal(await theme(page), '');
});

pageTest('Reset: everything is as at first, it is said, and nothing is stored any more', {}, async (page, { url }) => {
  await openPalette(page, 'Reset what');
  assert.equal(await resetOption(page).count(), 0, 'nothing is remembered yet');
  await page.keyboard.press('Escape');
  await goTo(page, 'Chart reach');
  const before = await widthOf(page, 'Chart');
  await widen(page, 'Chart', 70);
  await themeButton(page).click();
  await expectSoon(async () => assert.match((await stored(page))[keyOf(url)] ?? '', /widths.*theme=dark/));
  const [inFrames, text] = [`article-explorer:frame:${url}articles.json`, 'v=1&widths.charts=chart:300'];
  await page.evaluate(([key, value]) => localStorage.setItem(key, value), [inFrames, text]);
  await openPalette(page, 'Reset what');
  await resetOption(page).click();
  await becomes(() => page.getByRole('status').filter({ hasText: 'Forgotten; columns, colours and keys are as at the start' }).count().then((found) => found > 0), true);
  await stores(page, { [inFrames]: text });
  assert.equal(await theme(page), '');
  assert.ok(Math.abs(await widthOf(page, 'Chart') - before) < 2);
  assert.equal(await selectedTab(page), 'Chart reach', 'where the reader is');
  await becomes(() => page.evaluate(() => location.hash), '#v=1&view=charts');
  await visitAgain(page, url);
  assert.equal(await selectedTab(page), 'Overview');
});

pageTest('The list of columns can reset everything, too', {}, async (page, { url }) => {
  await goTo(page, 'Chart reach');
  await stores(page, { [keyOf(url)]: 'v=1&view=charts' });
  const opener = page.getByRole('button', { name: 'Columns', exact: true });
  await opener.click();
  await dialog(page).getByRole('button', { name: 'Reset everything' }).click();
  await becomes(() => dialog(page).count(), 0);
  await becomes(() => opener.evaluate((each) => each === document.activeElement), true);
  await stores(page, {});
  await opener.click();
  await becomes(() => dialog(page).getByRole('button', { name: /^Reset/ }).count(), 1);
});

const refuseStorage = () => {
  Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('Not here.', 'SecurityError'); } });
};
const fullStorage = () => {
  Storage.prototype.setItem = () => { throw new DOMException('Full.', 'QuotaExceededError'); };
};
for (const [what, prepare] of [['Where storage is refused', refuseStorage], ['Where storage is full', fullStorage]]) {
  pageTest(`${what} all works without, and nobody hears of it`, { prepare }, async (page) => {
    await goTo(page, 'Chart reach');
    await widen(page, 'Chart', 70);
    await themeButton(page).click();
    await becomes(() => theme(page), 'dark');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await typeQuery(page, 'region:KR');
    await becomes(() => rows(page).count(), 1);
    await becomes(() => page.getByRole('alert').count(), 0);
    await becomes(() => page.evaluate(() => /theme=dark/.test(location.hash)), true);
    await page.reload();
    await waitForState(page, 'ready');
    await becomes(() => theme(page), 'dark', 'it is in the address');
  });
}

for (const [what, text] of [
  ['what is no memory', '{"theme":"dark","view":3}'],
  ['a later version', 'v=99&view=charts&theme=dark'],
  ['broken parts', 'view=&theme=%00%ff&widths.charts=chart:1e9,:,&columns.charts=,,&keys=on&__proto__=1'],
  ['endless text', `view=charts&q=${'x'.repeat(500_000)}`],
]) {
  pageTest(`A damaged memory is passed over: ${what}`, {}, async (page, { url }) => {
    await page.evaluate(([key, value]) => localStorage.setItem(key, value), [keyOf(url), text]);
    await visitAgain(page, url);
    assert.equal(await selectedTab(page), 'Overview');
    assert.equal(await search(page).inputValue(), '');
    assert.equal(await page.getByRole('alert').count(), 0);
    assert.equal(await page.getByRole('region', { name: 'About the address' }).count(), 0);
    assert.equal(await theme(page), '');
    await goTo(page, 'Videos');
    await stores(page, { [keyOf(url)]: 'v=1&view=videos' });
  });
}

pageTest('ui=full is the page itself, in any case of letters: it is remembered as that', { query: '?ui=FULL' }, async (page, { url }) => {
  await goTo(page, 'Videos');
  await stores(page, { [keyOf(url)]: 'v=1&view=videos' });
});

/** A page of the same origin with the explorer in it. */
const host = (attributes, address = '') => hostPage(
  `<iframe ${attributes} src="index.html${address}" width="1000" height="640" title="Explorer"></iframe>`, { sandboxed: true },
);

pageTest('In a frame the page around it decides on view and colours; widths are remembered, apart from those of the page itself', {
  path: 'host.html', state: null, intercept: host(''),
}, async (page, { url }) => {
  await page.evaluate((key) => localStorage.setItem(key, 'v=1&view=videos&theme=dark'), keyOf(url));
  await page.reload();
  const frame = await explorerFrame(page);
  assert.equal(await selectedTab(frame), 'Overview');
  assert.equal(await theme(frame), '');
  await goTo(frame, 'Chart reach');
  await themeButton(frame).click();
  await becomes(() => theme(frame), 'dark');
  const box = await header(frame, 'Chart').getByRole('separator', { name: 'Resize Chart' }).boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 60, box.y + 10, { steps: 4 });
  await page.mouse.up();
  const own = `article-explorer:frame:${url}articles.json`;
  await expectSoon(async () => assert.match((await stored(page))[own] ?? '', /^v=1&widths\.charts=chart:\d+$/));
  assert.equal((await stored(page))[keyOf(url)], 'v=1&view=videos&theme=dark');
  const width = await widthOf(frame, 'Chart');
  await page.reload();
  const again = await explorerFrame(page);
  assert.equal(await theme(again), '');
  await goTo(again, 'Chart reach');
  assert.ok(Math.abs(await widthOf(again, 'Chart') - width) < 2);
});

pageTest('In a sandbox without an origin there is no storage, and all works without', {
  path: 'host.html', state: null, intercept: host('sandbox="allow-scripts"'),
}, async (page) => {
  const frame = await explorerFrame(page);
  assert.equal(await frame.evaluate(() => {
    try {
      return typeof localStorage;
    } catch (error) {
      return error.name;
    }
  }), 'SecurityError');
  await goTo(frame, 'Chart reach');
  await themeButton(frame).click();
  await becomes(() => theme(frame), 'dark');
  await search(frame).fill('region:KR');
  await becomes(() => rows(frame).count(), 1);
  await tab(frame, 'Videos').click();
  await becomes(() => selectedTab(frame), 'Videos');
  assert.deepEqual(await stored(page), {});
});
