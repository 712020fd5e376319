// Datasets from elsewhere, loaded in pieces: by address, in several pages, dropped as a file, generated. Rows
// are there as they come, and whatever ends it early keeps them and says what can be done.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import {
  alertText, articles, button, feed, keptArticles, lines, progress, saysAlert, sendPart, serve, showsArticles, someArticles,
} from './feeds.mjs';
import { becomes, Dist, expectSoon, goTo, grid, rowNames, search, suite, typeQuery, waitForState } from './harness.mjs';
import { startServer } from '../../web/tools/serve.mjs';

const { pageTest } = suite();

pageTest('?data= opens another feed than the bundled one, under its own title', {
  query: '?data=other.json', intercept: serve({ 'other.json': feed(articles(1, 40)) }),
}, async (page, site) => {
  await showsArticles(page, 40);
  await becomes(() => page.title(), 'Another feed');
  await goTo(page, 'Articles');
  assert.equal((await rowNames(page))[0], 'Article 1');
  assert.equal(await progress(page).count(), 0);
  assert.ok(site.paths.includes('/loader_worker.js') && site.paths.includes('/loader.wasm'));
});

pageTest('The bundled dataset needs no worker, and nothing of the loader is fetched for it', {}, async (_page, site) => {
  assert.deepEqual(site.paths.filter((path) => /load_|loader|source|drop/.test(path)), []);
});

pageTest('NDJSON, an item a line, is a dataset too', {
  query: '?data=items.ndjson', intercept: serve({ 'items.ndjson': lines(articles(1, 25)) }, 'application/x-ndjson'),
}, (page) => showsArticles(page, 25));

pageTest('Pages are followed, and the rows of each are there before the next one has come', {
  query: '?data=pages/1.json',
  state: null,
  intercept: (() => {
    const pages = {
      'pages/1.json': feed(articles(1, 10), { next_url: '2.json' }),
      'pages/2.json': (response) => setTimeout(() => response.end(feed(articles(11, 10), { next_url: '/pages/3.json' })), 900),
      'pages/3.json': (response) => setTimeout(() => response.end(feed(articles(21, 10))), 900),
    };
    return serve(pages);
  })(),
}, async (page) => {
  await showsArticles(page, 10);
  await becomes(() => page.locator('html').getAttribute('data-explorer-state'), 'loading');
  await expectSoon(async () => assert.match(await progress(page).getAttribute('aria-valuetext') ?? '', /^20 articles, page 3/));
  await waitForState(page, 'ready');
  await showsArticles(page, 30);
  assert.equal(await page.getByRole('alert').count(), 0);
});

const Broken = [
  ['comes to 500', (response) => { response.writeHead(500); response.end(); }, /server.*500/i],
  ['is not there', (response) => { response.writeHead(404); response.end(); }, /not there.*404/i],
  ['breaks half-way', (response) => {
    sendPart(response, feed(articles(11, 2000)), 60_000);
    setTimeout(() => response.destroy(), 200);
  }, /not come completely.*b\.json/i],
];
for (const [what, answer, says] of Broken) {
  pageTest(`When a page ${what}, the rows before it stay, and Retry goes on there`, {
    query: '?data=a.json',
    state: 'failed',
    expected: [/Failed to load resource/],
    intercept: serve({ 'a.json': feed(articles(1, 10), { next_url: 'b.json' }), 'b.json': answer }),
  }, async (page, site) => {
    await saysAlert(page, says);
    const had = await someArticles(page);
    assert.ok(had >= 10, `${had} articles`);
    assert.match(await alertText(page), new RegExp(`The ${had.toLocaleString('en')} articles that came are shown`));
    await goTo(page, 'Articles');
    assert.equal((await rowNames(page))[0], 'Article 1');
    const before = site.paths.length;
    site.answer(serve({ 'b.json': feed(articles(11, 2000)) }));
    await button(page, 'Retry').click();
    await waitForState(page, 'ready');
    await showsArticles(page, '2,010');
    assert.deepEqual(site.paths.slice(before).filter((path) => path.endsWith('.json')), ['/b.json'], 'only that page is asked for again');
    assert.equal(await page.getByRole('alert').count(), 0);
  });
}

const Slow = feed(articles(1, 30_000));
function slowly(continued) {
  return serve({
    'slow.json': (response) => {
      const rest = sendPart(response, Slow, continued.count++ === 0 ? 900_000 : Slow.length);
      if (continued.count > 1) rest();
    },
  });
}

{
  const asked = { count: 0 };
  pageTest('While rows come they can be seen, searched and scrolled, and Cancel keeps them until Continue', {
    query: '?data=slow.json', state: null, intercept: slowly(asked),
  }, async (page) => {
    let some = 0;
    await expectSoon(async () => {
      some = await someArticles(page);
      assert.ok(some > 100, `${some} articles`);
    });
    assert.ok(some < 30_000, `${some} articles`);
    assert.match(await progress(page).getAttribute('aria-valuetext') ?? '', /^[\d,]+ articles, [\d.]+ kB of [\d.]+ MB/);
    assert.ok(Number(await progress(page).getAttribute('aria-valuenow')) > 0);
    await goTo(page, 'Articles');
    await typeQuery(page, 'tag:"tag 3"');
    assert.equal(await search(page).inputValue(), 'tag:"tag 3"');
    await expectSoon(async () => assert.equal((await rowNames(page))[0], 'Article 3'));
    await typeQuery(page, '');
    await grid(page).hover();
    await page.mouse.wheel(0, 3000);
    await expectSoon(async () => assert.doesNotMatch((await rowNames(page))[0], /^Article 1$/));
    await button(page, 'Cancel').click();
    await waitForState(page, 'stopped');
    const kept = await keptArticles(page);
    assert.ok(kept >= some);
    await button(page, 'Continue').click();
    await waitForState(page, 'ready');
    await showsArticles(page, '30,000');
    assert.equal(asked.count, 2);
  });
}

{
  const asked = { count: 0 };
  pageTest('Reload begins anew after Cancel', { query: '?data=slow.json', state: null, intercept: slowly(asked) }, async (page) => {
    await someArticles(page);
    await button(page, 'Cancel').click();
    await waitForState(page, 'stopped');
    await button(page, 'Reload').click();
    await waitForState(page, 'ready');
    await showsArticles(page, '30,000');
  });
}

pageTest('Cancel before anything has come says so, and Retry loads it', {
  query: '?data=a.json', state: null, intercept: serve({ 'a.json': () => {} }),
}, async (page, site) => {
  await button(page, 'Cancel').click();
  await waitForState(page, 'failed');
  await saysAlert(page, /stopped/i);
  site.answer(serve({ 'a.json': feed(articles(1, 3)) }));
  await button(page, 'Retry').click();
  await waitForState(page, 'ready');
  await showsArticles(page, 3);
});

const Refusals = [
  // what, the address, files, what is said
  ['a protocol that is none of the web', 'ftp://localhost/a.json', {}, /ftp:.*only.*http/i],
  ['no address at all', 'http://', {}, /cannot be opened/i],
  ['a server error', 'a.json', { 'a.json': (response) => { response.writeHead(500); response.end(); } }, /server.*500/i],
  ['an HTML page', 'a.json', { 'a.json': (response) => { response.writeHead(200, { 'Content-Type': 'text/html' }); response.end('\n <!DOCTYPE html><title>Login</title>'); } }, /HTML page.*instead of JSON/i],
  ['a picture', 'a.png', { 'a.png': (response) => { response.writeHead(200, { 'Content-Type': 'image/png' }); response.end('\x89PNG'); } }, /image\/png.*instead of JSON/i],
  ['nothing', 'a.json', { 'a.json': '' }, /empty/i],
  ['half of a feed and no word of it', 'a.json', { 'a.json': '{"version": "https://jsonfeed.org/version/1.1", "ite' }, /breaks off|too early/i],
  ['no feed', 'a.json', { 'a.json': '{"hello": "world"}' }, /not a JSON Feed/i],
  ['a redirect to another protocol', 'a.json', { 'a.json': (response) => { response.writeHead(302, { Location: 'ftp://localhost/b.json' }); response.end(); } }, /sends on.*protocol/i],
];
for (const [what, address, files, says] of Refusals) {
  pageTest(`An address that gives ${what} is refused in words`, {
    query: `?data=${encodeURIComponent(address)}`, state: 'failed', intercept: serve(files),
    expected: [/Failed to load resource/, /ERR_|Fetch API cannot load|has been blocked/, /^request: ftp:/],
  }, async (page) => {
    await saysAlert(page, says);
    assert.ok(await page.getByRole('alert').getByRole('heading').isVisible());
  });
}

/** @type {Awaited<ReturnType<typeof startServer>>} */
let elsewhere;
let allowed = false;
before(async () => {
  elsewhere = await startServer({
    root: Dist,
    intercept: (request, response, path) => {
      if (allowed) response.setHeader('Access-Control-Allow-Origin', '*');
      return serve({ 'far.json': feed(articles(1, 12)), 'slow.json': (answer) => void sendPart(answer, Slow, 900_000) })(request, response, path);
    },
  });
});
after(() => elsewhere?.close());

pageTest('A server that allows no other pages is named, with what can be done; once it does, Retry loads', {
  state: 'ready', expected: [/CORS policy/, /Failed to load resource/, /^request: http:/],
}, async (page, site) => {
  allowed = false;
  await page.goto(`${site.url}?data=${encodeURIComponent(`${elsewhere.url}far.json`)}`, { waitUntil: 'commit' });
  await waitForState(page, 'failed');
  await saysAlert(page, /does not allow.*CORS.*cannot be reached.*drop/);
  allowed = true;
  await button(page, 'Retry').click();
  await waitForState(page, 'ready');
  await showsArticles(page, 12);
});

pageTest('Of another host, whose packing is not known, no size is promised', {
  state: 'ready', expected: [/^request: http:/],
}, async (page, site) => {
  allowed = true;
  await page.goto(`${site.url}?data=${encodeURIComponent(`${elsewhere.url}slow.json`)}`, { waitUntil: 'commit' });
  await expectSoon(async () => assert.match(await progress(page).getAttribute('aria-valuetext') ?? '', /^[\d,]+ articles, [\d.]+ kB/));
  assert.doesNotMatch(await progress(page).getAttribute('aria-valuetext') ?? '', / of /);
});

const transfer = (page, name, text) => page.evaluateHandle(([fileName, content]) => {
  const data = new DataTransfer();
  data.items.add(new File([content], fileName));
  return data;
}, [name, text]);

pageTest('A file dropped onto the page is opened, with a hint while it hangs over it', {}, async (page) => {
  await showsArticles(page, 2);
  const dataTransfer = await transfer(page, 'mine.ndjson', lines(articles(1, 33)));
  await page.dispatchEvent('body', 'dragenter', { dataTransfer });
  const hint = page.getByText('Drop the file to open it');
  await expectSoon(async () => {
    await page.dispatchEvent('body', 'dragover', { dataTransfer });
    assert.ok(await hint.isVisible());
  });
  await page.dispatchEvent('body', 'drop', { dataTransfer });
  await becomes(() => hint.count(), 0);
  await showsArticles(page, 33);
  await waitForState(page, 'ready');
  const empty = await transfer(page, 'empty.json', '');
  await page.dispatchEvent('body', 'drop', { dataTransfer: empty });
  await waitForState(page, 'failed');
  await saysAlert(page, /empty/i);
});

for (const [query, may] of /** @type {const} */ ([
  ['?ui=full', true], ['?may=all', true], ['?ui=Full&may=search,all', true], ['?ui=mpa', true],
  ['?ui=articles', false], ['?may=', false], ['?may=search,views,sort,filter,columns,details', false],
])) {
  pageTest(`With ${query} a file that is dropped ${may ? 'is opened' : 'does nothing'}, as the command that opens one`, { query: `${query}#v=1&view=articles` }, async (page, { paths }) => {
    const dataTransfer = await transfer(page, 'mine.ndjson', lines(articles(1, 33)));
    await page.keyboard.press('Control+K');
    await page.getByRole('combobox', { name: 'Commands' }).fill('open a file');
    await becomes(() => page.getByRole('option', { name: 'Open a file', exact: true }).count(), may ? 1 : 0);
    await page.keyboard.press('Escape');
    await page.dispatchEvent('body', 'dragenter', { dataTransfer });
    // What listens comes with the first drag: when it has come it takes what hangs over the page, and says what for.
    await becomes(() => page.evaluate((data) => {
      const over = new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true });
      document.body.dispatchEvent(over);
      return { taken: over.defaultPrevented, hint: document.body.textContent.includes('Drop the file to open it') };
    }, dataTransfer), { taken: true, hint: may });
    await page.dispatchEvent('body', 'drop', { dataTransfer });
    if (may) return becomes(() => grid(page).getAttribute('aria-rowcount'), '34');
    // What opens files would have been asked for before this.
    await page.evaluate(() => fetch('icon.svg').then((answer) => answer.text()));
    assert.deepEqual(paths.filter((path) => path.endsWith('/dataset_source.js')), []);
    assert.equal(await grid(page).getAttribute('aria-rowcount'), '3');
  });
}

pageTest('The hint goes when the file leaves the page', {}, async (page) => {
  const dataTransfer = await transfer(page, 'mine.json', '{}');
  const hint = page.getByText('Drop the file to open it');
  await expectSoon(async () => {
    await page.dispatchEvent('body', 'dragenter', { dataTransfer });
    assert.ok(await hint.isVisible());
  });
  await becomes(() => hint.count(), 0);
  await showsArticles(page, 2);
});

pageTest('?demo= fills the page with generated articles', { query: '?demo=3000' }, async (page) => {
  await showsArticles(page, '3,000');
});

pageTest('A demonstration that was stopped goes on where it was', { query: '?demo=1000000', state: null }, async (page) => {
  await someArticles(page);
  await button(page, 'Cancel').click();
  await waitForState(page, 'stopped');
  const kept = await keptArticles(page);
  assert.ok(kept < 1_000_000, `${kept} articles`);
  await button(page, 'Continue').click();
  await expectSoon(async () => assert.ok(await someArticles(page) > kept));
  await becomes(() => button(page, 'Continue').count(), 0);
});

for (const count of ['0', '-1', 'many', '5000001', '']) {
  pageTest(`?demo=${count} is refused with the numbers that can be had`, { query: `?demo=${count}`, state: 'failed' }, async (page) => {
    await saysAlert(page, /from 1 to 5,000,000/);
    assert.equal(await button(page, 'Retry').count(), 0);
  });
}

pageTest('Where workers are refused, in a sandboxed frame without an origin, the page itself loads in slices', {
  path: 'frame.html',
  state: null,
  intercept: (request, response, path) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (path === '/frame.html') {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      response.end('<!doctype html><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" src="index.html?data=other.json" width=900 height=600></iframe>');
      return true;
    }
    return serve({ 'other.json': feed(articles(1, 5000)) })(request, response, path);
  },
}, async (page, site) => {
  const frame = page.frameLocator('iframe');
  await becomes(() => frame.getByRole('tab', { name: /^Articles/ }).getAttribute('aria-label'), 'Articles, 5,000');
  assert.ok(!site.paths.includes('/loader_worker.js'), 'no worker was started');
});

pageTest('A worker that cannot start is replaced by the page as well', {
  query: '?data=other.json',
  expected: [/Failed to load resource/],
  intercept: (request, response, path) => {
    if (path === '/loader_worker.js') {
      response.writeHead(404);
      response.end();
      return true;
    }
    return serve({ 'other.json': feed(articles(1, 60)) })(request, response, path);
  },
}, (page) => showsArticles(page, 60));
