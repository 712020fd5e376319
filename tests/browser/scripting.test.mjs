// window.articleExplorer: what scripts on the page ask and do, and when they hear of it.
import assert from 'node:assert/strict';
import { articles, feed, lines, serve, showsArticles, someArticles } from './feeds.mjs';
import {
  becomes, Dataset, expectSoon, Facts, goTo, grid, rowNames, rows, search, sortButton, suite, typeQuery, waitForState,
} from './harness.mjs';

const { pageTest } = suite();
const Charts = Facts.chart_entries;

/** Calls a method on the page; an error comes back as { name, message }. */
const ask = (page, method, ...values) => page.evaluate(async ([name, given]) => {
  try {
    return await window.articleExplorer[name](...given);
  } catch (error) {
    return { name: error.name, message: error.message };
  }
}, [method, values]);
const ids = async (page, ...values) => (await ask(page, 'rows', ...values)).map(({ id }) => id);
/** How often each value occurs, the most frequent first, as facets() gives them. */
const tally = (values) => {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
};
const byCount = (values) => values.map(({ value, count }) => [value, count]).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));

pageTest('ready, view, state, count and rows tell what the bundled dataset holds', {}, async (page) => {
  const overview = { view: 'overview', query: '', phase: 'ready', count: 2, total: 2, articles: 2 };
  assert.deepEqual(await page.evaluate(() => window.articleExplorer.ready), overview);
  assert.deepEqual(await ask(page, 'state'), overview);
  assert.deepEqual(await ids(page), Dataset.items.map(({ id }) => id));
  for (const [view, items] of [['articles', Dataset.items], ['releases', Facts.releases], ['charts', Charts], ['videos', Facts.videos]]) {
    assert.deepEqual(await ask(page, 'view', view), { ...overview, view, count: items.length, total: items.length });
    assert.equal(await ask(page, 'count'), items.length);
    assert.deepEqual((await ids(page)).sort(), items.map(({ id }) => id).sort());
  }
  assert.match((await ask(page, 'view', 'events')).message, /no view "events".*overview, articles/);
  await ask(page, 'view', 'charts');
  const [first] = await ask(page, 'rows', 0, 1);
  const { id, chart, provider, regions, position, date, note } = Charts[0];
  assert.deepEqual(first, {
    id, title: 'Closer Than This', chart, provider, regions, position, date, note,
    source: [Dataset.items.find((item) => item.id === Charts[0].evidence[0].article).title],
  });
  assert.deepEqual(await ids(page, 7, 50), Charts.slice(7).map((entry) => entry.id));
  assert.deepEqual(await ids(page, 9), []);
});

pageTest('query answers, is what the search box shows, and rejects with what cannot be read', {}, async (page) => {
  await ask(page, 'view', 'charts');
  assert.deepEqual(await ask(page, 'query', 'provider:iTunes -region:US'), {
    view: 'charts', query: 'provider:iTunes -region:US', phase: 'ready', count: 6, total: 9, articles: 2,
  });
  assert.equal(await search(page).inputValue(), 'provider:iTunes -region:US');
  assert.equal(await rows(page).count(), 6);
  const refused = await ask(page, 'query', 'region:KR date:2023-13');
  assert.equal(refused.name, 'SyntaxError');
  assert.match(refused.message, /month 13 does not exist/);
  const state = await ask(page, 'state');
  assert.equal(state.error, refused.message);
  assert.equal(state.count, 6, 'the last answer stays');
});

pageTest('sort replaces the sort keys of the query and nothing else', {}, async (page) => {
  await ask(page, 'view', 'videos');
  await ask(page, 'query', '-"a sort:title" SORT:title');
  assert.equal((await ask(page, 'sort', 'Title-desc')).query, '-"a sort:title" sort:title-desc');
  assert.equal(await search(page).inputValue(), '-"a sort:title" sort:title-desc');
  const descending = (await ask(page, 'rows')).map(({ title }) => title);
  assert.equal((await ask(page, 'sort', 'title')).query, '-"a sort:title" sort:title');
  const ascending = (await ask(page, 'rows')).map(({ title }) => title);
  assert.deepEqual(descending, [...ascending].reverse());
  assert.deepEqual([...ascending].sort(), Facts.videos.map(({ title }) => title).sort());
  assert.ok(ascending[0].localeCompare(ascending.at(-1), 'en') < 0);
  assert.equal((await ask(page, 'sort', 'kind,date-desc')).query, '-"a sort:title" sort:kind,date-desc');
  for (const [keys, why] of [['kind,size', /no column 'size'/], ['kind,', /missing/], ['kind tag:BTS', /Only sort keys/]]) {
    const refused = await ask(page, 'sort', keys);
    assert.equal(refused.name, 'SyntaxError', keys);
    assert.match(refused.message, why);
    assert.equal((await ask(page, 'state')).query, '-"a sort:title" sort:kind,date-desc');
  }
  const state = await ask(page, 'sort', '');
  assert.equal(state.query, '-"a sort:title"');
  assert.equal(state.error, undefined);
});

pageTest('facets: values with their counts, how many there are, and how many rows state none', {}, async (page) => {
  await ask(page, 'view', 'charts');
  const regions = await ask(page, 'facets', 'region');
  const stated = Charts.flatMap(({ region }) => region ?? []);
  assert.deepEqual(byCount(regions.values), tally(stated));
  assert.equal(regions.distinct, new Set(stated).size);
  assert.equal(regions.missing, Charts.length - stated.length);
  assert.equal(regions.values[0].value, '001', 'the most frequent comes first');
  await ask(page, 'query', 'provider:iTunes');
  const providers = await ask(page, 'facets', 'provider');
  assert.deepEqual(byCount(providers.values), tally(Charts.map(({ provider }) => provider)), 'its own term is left out');
  const charts = await ask(page, 'facets', 'chart');
  assert.deepEqual(charts.values.filter(({ count }) => count > 0).map(({ value, count }) => [value, count]),
    tally(Charts.filter(({ provider }) => provider === 'iTunes').map(({ chart }) => chart)));
  assert.deepEqual(charts.values.map(({ value, total }) => [value, total]).sort(), tally(Charts.map(({ chart }) => chart)).sort());
  assert.deepEqual(await ask(page, 'facets', 'position'), { missing: 2, bars: [{ from: 1, to: 1, count: 5, total: 7 }] });
  assert.deepEqual(await ask(page, 'facets', 'nothing'), {});
});

pageTest('load opens bytes and addresses; onRows tells of rows, and dates come as bars', {
  intercept: serve({ 'more.json': feed(articles(1, 3000)) }),
}, async (page) => {
  const items = ['2024-01-01', '2024-01-02', '2024-01-04', '2024-01-04', undefined]
    .map((day, i) => ({ id: `${i}`, title: `T${i}`, ...(day && { date_published: `${day}T12:00:00Z` }) }));
  const state = await page.evaluate(async (text) => {
    const { buffer } = new TextEncoder().encode(text);
    return [await window.articleExplorer.load(buffer), buffer.byteLength];
  }, feed(items));
  assert.deepEqual(state, [{ view: 'overview', query: '', phase: 'ready', count: 5, total: 5, articles: 5 }, 0]);
  const { bars, missing } = await ask(page, 'facets', 'date');
  assert.equal(missing, 1);
  assert.deepEqual(bars.filter(({ count }) => count > 0).map(({ from, to, count, total }) => [from, to, count, total]),
    [['2024-01-01', '2024-01-01', 1, 1], ['2024-01-02', '2024-01-02', 1, 1], ['2024-01-04', '2024-01-04', 2, 2]]);
  assert.deepEqual(bars.map(({ from }) => from), ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04']);

  const view = await page.evaluate(async (text) => {
    const bytes = new TextEncoder().encode(`  ${text}`);
    return [await window.articleExplorer.load(bytes.subarray(2)), bytes.byteLength];
  }, lines(articles(1, 7)));
  assert.deepEqual([view[0].articles, view[1] > 2], [7, true], 'a part of a buffer is copied');

  const [end, told] = await page.evaluate(async () => {
    const counts = [];
    const shown = await window.articleExplorer.load('more.json', { onRows: (count) => counts.push(count) });
    return [shown, counts];
  });
  assert.equal(end.articles, 3000);
  assert.equal(told.at(-1), 3000);
  assert.ok(told.every((count, i) => i === 0 || count > told[i - 1]), `${told}`);
  await showsArticles(page, '3,000');
  assert.deepEqual(await ids(page, 2998), ['2999', '3000']);
});

pageTest('load rejects with the words that the page shows, and state keeps them', {
  intercept: serve({ 'page.json': '<!doctype html><title>Login</title>' }),
}, async (page) => {
  const refused = await ask(page, 'load', 'page.json');
  assert.match(refused.message, /^This is not a dataset: .*HTML page.*Open the address/);
  const { phase, failure, articles: kept } = await ask(page, 'state');
  assert.deepEqual([phase, kept], ['failed', 0]);
  assert.ok(refused.message.startsWith(failure));
  assert.match((await ask(page, 'load', 'ftp://localhost/a.json')).message, /^This address cannot be opened: ftp:/);
  const ok = await page.evaluate((text) => window.articleExplorer.load(new TextEncoder().encode(text)), feed(articles(1, 2)));
  assert.deepEqual([ok.phase, ok.failure, ok.articles], ['ready', undefined, 2]);
});

pageTest('Of two loads the later one counts, and the earlier one rejects', {
  intercept: serve({ 'slow.json': () => {}, 'b.json': feed(articles(1, 4)) }),
}, async (page) => {
  const ends = await page.evaluate(() => Promise.allSettled(['slow.json', 'b.json'].map((name) => window.articleExplorer.load(name)))
    .then((all) => all.map(({ value, reason }) => value?.articles ?? reason.message)));
  assert.deepEqual(ends, ['Another load took its place.', 4]);
});

pageTest('Of queries and sorts that nobody waits for the last one counts, and those before it reject', {}, async (page) => {
  await ask(page, 'view', 'charts');
  const settle = (calls) => page.evaluate((all) => Promise.allSettled(all.map(([name, text]) => window.articleExplorer[name](text)))
    .then((ends) => ends.map(({ value, reason }) => value?.query ?? `${reason.name}: ${reason.message}`)), calls);
  const replaced = 'Error: Another question took its place.';
  assert.deepEqual(await settle([['query', 'region:KR'], ['query', 'region:US']]), [replaced, 'region:US']);
  assert.deepEqual(await settle([['sort', 'date'], ['query', 'date:2023-13'], ['query', 'itunes'], ['sort', 'region']]),
    [replaced, replaced, replaced, 'itunes sort:region']);
  const [kept, refused] = await settle([['query', 'region:US'], ['sort', 'size']]);
  assert.equal(kept, 'region:US', 'a sort that is refused asks nothing');
  assert.match(refused, /^SyntaxError: .*no column 'size'/);
  const [first, last] = await settle([['query', 'region:KR'], ['query', 'date:2023-13']]);
  assert.equal(first, replaced);
  assert.match(last, /^SyntaxError: .*month 13/);
  assert.deepEqual(await settle([['query', 'region:KR'], ['view', 'videos'], ['state']]).then(([query]) => query), 'region:KR');
});

/** Notes whether the page was laid out since the last frame began: a ResizeObserver hears of it right then. */
function watchLayout() {
  const real = window.requestAnimationFrame.bind(window);
  const probe = document.createElement('i');
  new ResizeObserver(() => { window.laidOut = true; }).observe(probe);
  window.requestAnimationFrame = (draw) => real((time) => {
    if (!probe.isConnected) document.body?.append(probe);
    probe.style.cssText = `position:fixed;left:-99px;width:${probe.offsetWidth === 1 ? 2 : 1}px;height:1px`;
    window.laidOut = false;
    draw(time);
  });
}

pageTest('A promise resolves after the frame with its answer was laid out, not within it', { prepare: watchLayout }, async (page) => {
  for (const query of ['region:KR', 'kind:single', '', 'closer']) {
    assert.equal(await page.evaluate((text) => window.articleExplorer.query(text).then(() => window.laidOut), query), true, query);
  }
});

/** As in a tab in the background. */
function hide() {
  Object.defineProperty(document, 'hidden', { get: () => true });
  window.requestAnimationFrame = () => 0;
}

pageTest('A page that is hidden, and has no frames, answers and loads as well', {
  prepare: hide, state: null, intercept: serve({ 'b.json': feed(articles(1, 400)) }),
}, async (page) => {
  await expectSoon(async () => assert.equal(await page.evaluate(() => typeof window.articleExplorer), 'object'));
  const counts = await page.evaluate(async () => [(await window.articleExplorer.ready).articles,
    (await window.articleExplorer.query('region:KR')).count, (await window.articleExplorer.load('b.json')).total]);
  assert.deepEqual(counts, [2, 1, 400]);
});

pageTest('Where the program cannot start, every call rejects with the reason', {
  state: 'failed',
  expected: [/Failed to load resource/, /LoadFailure|server did not give|not there/],
  intercept: serve({ 'explorer.wasm': (response) => { response.writeHead(404); response.end(); } }),
}, async (page) => {
  const calls = [['load', 'a.json'], ['query', 'x'], ['sort', ''], ['view', 'charts'], ['state'], ['count'], ['rows'], ['facets', 'tag']];
  for (const [method, ...values] of calls) assert.match((await ask(page, method, ...values)).message ?? '', /not there/, method);
  assert.match(await page.evaluate(() => window.articleExplorer.ready.then(() => '', (error) => error.message)), /not there/);
});

/** The rows of the demonstration that have a tag, newest first, found without the explorer's queries. */
const newestWithTag = (page, tag) => page.evaluate(async (wanted) => {
  const found = [];
  for (let from = 0; ; from += 10_000) {
    const some = await window.articleExplorer.rows(from, 10_000);
    if (some.length === 0) break;
    for (const row of some) {
      if (row.tag?.some((each) => each.toLowerCase().includes(wanted))) found.push([row.date ?? '', found.length, row.title]);
    }
  }
  return found.sort((a, b) => (a[0] === b[0] ? a[1] - b[1] : a[0] < b[0] ? 1 : -1)).map(([, , title]) => title);
}, tag);

/** The loader waits for what tells it that a batch was shown, so that the test says how many more come, not the machine. */
const holdLoader = () => {
  const { postMessage } = Worker.prototype;
  const held = [];
  let more = 0;
  const go = () => {
    for (; more > 0 && held.length > 0; more--) held.shift()();
  };
  Worker.prototype.postMessage = function (message, ...rest) {
    const send = () => postMessage.call(this, message, ...rest);
    if (message.kind !== 'acknowledge') return send();
    held.push(send);
    go();
  };
  Object.assign(window, { letCome_: (count) => { more += count; go(); } });
};
const letCome = (page, batches) => page.evaluate((count) => /** @type {any} */ (window).letCome_(count), batches);

pageTest('Typing, sorting and scrolling while 300,000 articles come end with the right rows', {
  query: '?demo=300000', state: null, prepare: holdLoader,
}, async (page) => {
  await someArticles(page);
  await goTo(page, 'Articles');
  await typeQuery(page, 'tag:k-pop');
  await letCome(page, 2);
  await sortButton(page, 'Date').click();
  await becomes(() => search(page).inputValue(), 'tag:k-pop sort:date');
  await letCome(page, 2);
  await sortButton(page, 'Date').click();
  await becomes(() => search(page).inputValue(), 'tag:k-pop sort:date-desc');
  await letCome(page, 2);
  await expectSoon(async () => assert.ok(Number(await grid(page).getAttribute('aria-rowcount')) > 1000, 'enough to scroll'));
  await grid(page).hover();
  await page.mouse.wheel(0, 20_000);
  assert.equal(await page.locator('html').getAttribute('data-explorer-state'), 'loading', 'rows still come');
  await letCome(page, Infinity);
  await waitForState(page, 'ready', 45_000);
  const { count, total } = await ask(page, 'view', 'articles');
  assert.equal(total, 300_000);
  const first = Number(await rows(page).first().getAttribute('aria-rowindex')) - 2;
  const seen = await rowNames(page);
  assert.ok(first > 100 && seen.length > 10, `${seen.length} rows from ${first} on`);
  await ask(page, 'query', '');
  const wanted = await newestWithTag(page, 'k-pop');
  assert.equal(count, wanted.length);
  assert.deepEqual(seen, wanted.slice(first, first + seen.length));
});
