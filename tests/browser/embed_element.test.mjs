// embed.js in a page of another site: <article-explorer> with its attributes, methods and events, frames that get their
// height, and several explorers on one page.
import assert from 'node:assert/strict';
import { articles, feed } from './feeds.mjs';
import { becomes, count, detail, expectSoon, Facts, goTo, rows, search, suite, tab } from './harness.mjs';
import { call, defined, element, explorers, explorerSite, heightOf } from './hosts.mjs';

const { pageTest } = suite();
const { site, onHost } = explorerSite();
const Row = `charts:${Facts.chart_entries[0].id}`;
const script = () => `<script async src="${site.url}embed.js"></script>`;
/** @param {string} attributes @param {string} [content] */
const tag = (attributes, content = '') => `<article-explorer ${attributes}>${content}</article-explorer>`;
/** A page with the element. @param {string} attributes @param {object} [more] */
const withElement = (attributes, more = {}) => onHost(() => `${script()}${tag(attributes)}<p id="below">Below</p>`, more);

/** Notes the events of the first element in `window.events`. @param {import('playwright-core').Page} page */
const listen = (page) => element(page).first().evaluate((each) => {
  Object.assign(window, { events: [] });
  for (const type of ['ready', 'statechange', 'rowopen', 'height', 'error']) {
    each.addEventListener(type, (event) => /** @type {any} */ (window).events.push([type, /** @type {CustomEvent} */ (event).detail]));
  }
});
/** @param {import('playwright-core').Page} page @param {string} type @returns {Promise<any[]>} */
const events = (page, type) => page.evaluate((wanted) => /** @type {any} */ (window).events
  .filter((/** @type {any} */ [name]) => name === wanted).map((/** @type {any} */ [, detail]) => detail), type);

pageTest('It keeps its place, starts as it comes near, and its poster makes room', onHost(() => (
  `${script()}<div style="height: 6000px"></div>${tag('height="480" max-height="480" label="Chart places"', '<a href="#">A poster</a>')}<p id="below">Below</p>`
)), async (page) => {
  const asked = site.requests.length;
  await defined(page);
  assert.equal(await heightOf(element(page)), 480);
  const below = await page.locator('#below').evaluate((each) => each.getBoundingClientRect().top + scrollY);
  assert.equal(page.frames().length, 1, 'nothing has started');
  assert.ok(await page.getByText('A poster').isVisible());
  assert.deepEqual(site.requests.slice(asked).map(({ path }) => path).filter((path) => path !== '/embed.js'), []);
  await page.evaluate(() => scrollTo(0, 5000));
  await becomes(async () => page.frames().length, 2);
  assert.equal(await page.locator('#below').evaluate((each) => each.getBoundingClientRect().top + scrollY), below, 'starting shifts nothing');
  await explorers(page);
  await becomes(() => page.getByText('A poster').isVisible(), false);
  assert.equal(await page.locator('iframe').getAttribute('title'), 'Chart places');
  assert.equal(await page.locator('iframe').evaluate((each) => getComputedStyle(each).opacity), '1');
});

pageTest('Attributes are what it starts with, and their changes go to the explorer that runs', withElement('view="charts" query="region:KR" theme="dark"'), async (page) => {
  const [explorer] = await explorers(page);
  assert.deepEqual(await explorer.evaluate(() => [new URLSearchParams(location.search).get('host'), location.hash]),
    [new URL(page.url()).origin, '#view=charts&q=region%3AKR&theme=dark']);
  await becomes(() => count(explorer).innerText(), '1 of 9 chart entries');
  assert.equal(await explorer.locator('html').getAttribute('data-theme'), 'dark');
  await explorer.evaluate(() => { Object.assign(window, { same: true }); });
  await element(page).evaluate((/** @type {any} */ each, row) => Object.assign(each, { query: 'region:US', theme: 'light', row }), Row);
  await becomes(() => search(explorer).inputValue(), 'region:US');
  await becomes(() => explorer.locator('html').getAttribute('data-theme'), 'light');
  await becomes(() => detail(explorer).count(), 1);
  await element(page).evaluate((/** @type {any} */ each) => Object.assign(each, { query: null, view: 'videos', row: null }));
  await becomes(() => search(explorer).inputValue(), '');
  await becomes(() => tab(explorer, 'Videos').getAttribute('aria-selected'), 'true');
  await becomes(() => detail(explorer).count(), 0);
  assert.equal(await explorer.evaluate(() => /** @type {any} */ (window).same), true, 'it was not loaded anew');
  assert.deepEqual(await element(page).evaluate((/** @type {any} */ each) => [each.getAttribute('view'), each.hasAttribute('query'), each.query]), ['videos', false, null]);
  await element(page).evaluate((/** @type {any} */ each) => { each.ui = 'table'; });
  await becomes(async () => {
    const [again] = await explorers(page);
    return again.evaluate(() => [new URLSearchParams(location.search).get('ui'), 'same' in window]);
  }, ['table', false]);
});

pageTest('Methods promise the state, events tell what happens', withElement('view="charts"'), async (page) => {
  await listen(page);
  const state = await call(page, 'getState');  // starts it, and waits for it
  assert.equal(state.view, 'charts');
  const [explorer] = await explorers(page);
  await becomes(async () => (await events(page, 'ready')).length, 1);
  assert.equal((await call(page, 'setQuery', 'region:KR')).count, 1);
  assert.deepEqual(await call(page, 'setQuery', 'date:2023-13').then(({ name, message }) => [name, /month 13/.test(message)]), ['SyntaxError', true]);
  await call(page, 'setQuery', '');
  assert.equal((await call(page, 'select', Row)).row, Row);
  assert.deepEqual(await events(page, 'rowopen'), [{ row: Row }]);
  assert.equal((await call(page, 'select', null)).row, null);
  assert.equal((await call(page, 'setTheme', 'dark')).theme, 'dark');
  assert.equal((await call(page, 'setView', 'articles')).view, 'articles');
  assert.deepEqual((await call(page, 'open', state.address)).view, 'charts');
  assert.equal((await call(page, 'loadData', `${site.url}articles.json`)).articles, 2);
  const bytes = await element(page).evaluate(async (/** @type {any} */ each, text) => {
    const { buffer } = new TextEncoder().encode(text);
    return [(await each.loadData(buffer)).articles, buffer.byteLength];
  }, feed(articles(1, 5)));
  assert.deepEqual(bytes, [5, 0], 'its buffer is taken over');
  await goTo(explorer, 'Articles');
  await becomes(async () => (await events(page, 'statechange')).at(-1)?.view, 'articles');
  assert.equal((await call(page, 'setView', 'nowhere')).name, 'TypeError');
  assert.deepEqual(await events(page, 'error'), []);
});

pageTest('It is as high as what is in it, both ways, and no higher than it may be', withElement('view="charts" ui="table" height="300"'), async (page) => {
  await explorers(page);
  await listen(page);
  await expectSoon(async () => assert.notEqual(await heightOf(element(page)), 300));
  const whole = await heightOf(element(page));
  await call(page, 'setQuery', 'region:KR');
  await expectSoon(async () => assert.ok(await heightOf(element(page)) < whole));
  await becomes(async () => heightOf(element(page)), (await events(page, 'height')).at(-1).height);
  await call(page, 'setQuery', '');
  await becomes(() => heightOf(element(page)), whole);
  await element(page).evaluate((/** @type {any} */ each) => { each.maxHeight = 200; });
  await becomes(() => heightOf(element(page)), 200);
  await element(page).evaluate((/** @type {any} */ each) => { each.maxHeight = null; });
  await becomes(() => heightOf(element(page)), whole);
});

pageTest('At a press: a button by its name, and whoever pressed it goes on in the frame', withElement('loading="click" label="Show the chart places" height="400"'), async (page) => {
  await defined(page);
  const button = page.getByRole('button', { name: 'Show the chart places' });
  await becomes(() => button.count(), 1);
  assert.equal(page.frames().length, 1);
  await button.focus();
  await page.keyboard.press('Enter');
  const [explorer] = await explorers(page);
  await becomes(() => button.isVisible(), false);
  await becomes(() => explorer.evaluate(() => document.hasFocus()), true);
});

pageTest('It follows the colours of the page around it, or has its own', onHost(() => (
  `<style>:root { color-scheme: dark; } article-explorer { margin: 8px; }</style>${script()}${tag('id="follows"')}${tag('id="own" theme="light"')}`
)), async (page) => {
  await explorers(page, 2);
  const scheme = (/** @type {string} */ id) => page.locator(`#${id} iframe`).evaluate((each) => getComputedStyle(each).colorScheme);
  assert.deepEqual([await scheme('follows'), await scheme('own')], ['dark', 'light']);
  const [follows, own] = await explorers(page, 2);
  assert.equal(await own.locator('html').getAttribute('data-theme'), 'light');
  assert.equal(await follows.locator('html').getAttribute('data-theme') ?? '', '', 'it is told nothing, the frame itself is dark');
});

pageTest('Commands without an answer, of an element that goes, or of no explorer reject', onHost(() => (
  `${script()}${tag(`loading="eager" src="${site.url}icon.svg"`)}`
)), async (page) => {
  await listen(page);
  await element(page).evaluate((/** @type {any} */ each) => { each.timeout = 200; });
  assert.deepEqual(await call(page, 'getState'), { name: 'Error', message: 'No answer to getState.' });
  const gone = element(page).evaluate(async (/** @type {any} */ each) => {
    each.timeout = 60_000;
    const answer = each.getState().catch((/** @type {Error} */ error) => error.message);
    each.remove();
    return answer;
  });
  assert.equal(await gone, 'It was taken out of the page.');
  await page.evaluate(() => {
    const wrong = document.createElement('article-explorer');
    Object.assign(wrong, { src: 'javascript:document.title=1', loading: 'eager' });
    wrong.addEventListener('error', (event) => /** @type {any} */ (window).events.push(['error', /** @type {CustomEvent} */ (event).detail]));
    document.body.append(wrong);
  });
  assert.match((await events(page, 'error'))[0].message, /needs the explorer's address/);
  await becomes(async () => page.frames().length, 1);
});

pageTest('What other frames and malformed messages say changes nothing, however much of it there is', onHost((origin) => (
  `${script()}${tag('view="charts" ui="table"')}<iframe title="Beside" src="${site.url}?host=${origin}"></iframe>`
)), async (page) => {
  await listen(page);
  const frames = await explorers(page, 2);
  const mine = await (await page.locator('article-explorer iframe').elementHandle())?.contentFrame();
  const beside = frames.find((frame) => frame !== mine);
  assert.ok(mine && beside);
  for (const type of ['ready', 'height']) await becomes(async () => (await events(page, type)).length, 1, type);
  const state = await call(page, 'getState');
  const height = await heightOf(element(page));
  await page.evaluate(() => { Object.assign(window, { events: [] }); });
  await beside.evaluate(() => {
    for (let i = 0; i < 5000; i += 1) parent.postMessage({ articleExplorer: 1, event: 'height', detail: { height: 1999 } }, '*');
    parent.postMessage({ articleExplorer: 1, reply: 1, state: {} }, '*');
  });
  await mine.evaluate(() => {
    for (let i = 0; i < 2000; i += 1) {
      for (const message of [null, 'height', { articleExplorer: 2, event: 'height', detail: { height: 1999 } }, { articleExplorer: 1, event: '__proto__', detail: {} },
        { articleExplorer: 1, event: 'height', detail: { height: ['NaN', -1, Infinity, 0, {}, null][i % 6] } }, { articleExplorer: 1, event: 'constructor', detail: {} },
        { articleExplorer: 1, reply: '__proto__', state: {} }, { articleExplorer: 1 }, { articleExplorer: 1, event: 'height' }]) parent.postMessage(message, '*');
    }
  });
  await becomes(() => page.evaluate(() => /** @type {any} */ (window).heard
    .filter((/** @type {any} */ { data }) => data?.detail?.height === 1999).length), 7000);
  assert.deepEqual(await call(page, 'getState'), state, 'its answer comes after all of them');
  assert.equal(await heightOf(element(page)), height);
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).events), []);
});

pageTest('What other frames say is not unpacked for it', onHost(() => (
  `${script()}${tag('view="charts" ui="table"')}<iframe title="Beside" src="/icon.svg"></iframe>`
)), async (page) => {
  await explorers(page);
  const beside = page.frames().find((each) => each.url().endsWith('/icon.svg'));
  assert.ok(beside);
  await page.evaluate(() => {
    Object.assign(window, { reads: 0 });
    const { get } = /** @type {any} */ (Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data'));
    Object.defineProperty(MessageEvent.prototype, 'data', { get() {
      const data = get.call(this);
      if (data === 'beside') /** @type {any} */ (window).reads += 1;
      return data;
    } });
  });
  await beside.evaluate(() => { for (let i = 0; i < 100; i += 1) parent.postMessage('beside', '*'); });
  await becomes(() => page.evaluate(() => /** @type {any} */ (window).heard.filter((/** @type {any} */ { data }) => data === 'beside').length), 100);
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).reads), 100, 'the list of what was heard has read each once');
});

const Picture = 'data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22/>';
pageTest('Its poster is loaded once, whatever else changes', withElement(`loading="click" poster="${Picture}#1"`, {
  prepare: () => {
    Object.assign(window, { posters: [] });
    const { get, set } = /** @type {any} */ (Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src'));
    Object.defineProperty(HTMLImageElement.prototype, 'src', { get, set(value) {
      /** @type {any} */ (window).posters.push(value.slice(-2));
      set.call(this, value);
    } });
  },
}), async (page) => {
  await defined(page);
  const posters = () => page.evaluate(() => /** @type {any} */ (window).posters);
  await becomes(posters, ['#1']);
  await element(page).evaluate((/** @type {any} */ each) => { for (const label of ['One', 'Two', 'Three']) each.label = label; });
  await becomes(() => page.getByRole('button', { name: 'Three' }).count(), 1);
  assert.deepEqual(await posters(), ['#1']);
  await element(page).evaluate((/** @type {any} */ each, poster) => { each.poster = poster; }, `${Picture}#2`);
  await becomes(posters, ['#1', '#2']);
  await element(page).evaluate((/** @type {any} */ each) => { each.poster = null; });
  await becomes(() => element(page).evaluate((each) => each.shadowRoot?.querySelector('img')?.hasAttribute('src')), false);
});

pageTest('A frame gets the height of what is in it, and no other frame', onHost(() => (
  `${script()}<iframe data-article-explorer data-max-height="900" title="Table" width="900" height="150" src="${site.url}?ui=table#v=1&view=charts"></iframe>
   <iframe title="Other" width="900" height="150" src="${site.url}?ui=table#v=1&view=charts"></iframe>`
)), async (page) => {
  const [explorer] = await explorers(page, 2);
  const [fitted, other] = [page.locator('iframe').first(), page.locator('iframe').last()];
  await expectSoon(async () => assert.ok(await heightOf(fitted) > 160));
  const whole = await heightOf(fitted);
  await explorer.evaluate(() => window.articleExplorer.query('region:KR'));
  await expectSoon(async () => assert.ok(await heightOf(fitted) < whole));
  assert.ok(await heightOf(other) <= 160);
});

pageTest('A frame that came before the script gets its height, too', onHost(() => (
  `<iframe data-article-explorer title="Table" width="900" height="150" src="${site.url}?ui=table#v=1&view=charts"></iframe>`
)), async (page) => {
  await explorers(page);
  await becomes(() => page.evaluate(() => /** @type {any} */ (window).heard.some((/** @type {any} */ { data }) => data?.event === 'height')), true);
  assert.ok(await heightOf(page.locator('iframe')) <= 160);
  await page.addScriptTag({ url: `${site.url}embed.js` });
  await expectSoon(async () => assert.ok(await heightOf(page.locator('iframe')) > 160));
});

pageTest('Several on one page cost one download, and what is out of sight does nothing', onHost(() => (
  `${script()}${['charts', 'videos', 'articles'].map((view) => tag(`ui="table" view="${view}" max-height="250"`)).join('')}
   <div style="height: 8000px"></div>${tag('id="far"')}`
)), async (page) => {
  const asked = site.requests.length;
  const three = await explorers(page, 3);
  const wasm = site.requests.slice(asked).filter(({ path }) => path === '/explorer.wasm');
  assert.equal(wasm.filter(({ headers }) => headers['if-none-match'] === undefined).length, 1, `${wasm.length} requests`);
  const counts = await Promise.all(three.map((frame) => frame.evaluate(() => window.articleExplorer.count())));
  assert.deepEqual(counts.sort(), [2, Facts.chart_entries.length, Facts.videos.length].sort());
  assert.equal(await page.locator('#far iframe').count(), 0);

  for (const frame of three) {
    await frame.evaluate(() => {
      Object.assign(window, { frames_: 0 });
      const draw = window.requestAnimationFrame;
      window.requestAnimationFrame = (callback) => {
        /** @type {any} */ (window).frames_ += 1;
        return draw.call(window, callback);
      };
    });
  }
  await page.evaluate(() => scrollTo(0, 4000));
  await page.waitForTimeout(500);  // what was on its way
  for (const frame of three) await frame.evaluate(() => { /** @type {any} */ (window).frames_ = 0; });
  await page.waitForTimeout(1000);
  for (const frame of three) assert.equal(await frame.evaluate(() => /** @type {any} */ (window).frames_), 0);
  assert.equal((await call(page, 'setQuery', 'region:KR')).count, 1, 'out of sight it answers');
  assert.equal(await page.locator('#far iframe').count(), 0, 'and what never came near has not started');
});

pageTest('As a module it needs to be told where the explorer is', onHost(() => (
  `<script type="module" src="${site.url}embed.js"></script>${tag(`src="${site.url}#v=1&view=charts" query="region:KR" attribution="0" may="search"`)}`
)), async (page) => {
  const [explorer] = await explorers(page);
  await becomes(() => rows(explorer).count(), 1);
  assert.deepEqual(await explorer.evaluate(() => ['attribution', 'may'].map((name) => new URLSearchParams(location.search).get(name))), ['0', 'search']);
});
