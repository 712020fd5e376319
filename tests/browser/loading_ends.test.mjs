// How loading ends before everything has come, or in another way than it began: limits, circles, refusals,
// memory, another load in its place.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  alertText, articles, button, feed, saysAlert, sendPart, serve, serveStart, showsArticles, someArticles,
} from './feeds.mjs';
import { becomes, Dist, expectSoon, suite, waitForState } from './harness.mjs';

const { pageTest } = suite();

/** Answers with a redirect. */
const sendOn = (location) => (response) => {
  response.writeHead(302, { Location: location, 'Cache-Control': 'no-store' });
  response.end();
};

const Ends = [
  // what, files, attributes of the page, articles that stay, what is said
  ['pages that lead in a circle', {
    'a.json': feed(articles(1, 5), { next_url: 'b.json' }), 'b.json': feed(articles(6, 5), { next_url: './a.json#again' }),
  }, {}, 10, /circle.*a\.json/],
  ['a page that names itself as the next', { 'a.json': feed(articles(1, 5), { next_url: 'a.json' }) }, {}, 5, /circle/],
  ['more pages than are opened', Object.fromEntries(['a', 'b', 'c', 'd'].map((name, i) => [
    `${name}.json`, feed(articles(i * 5 + 1, 5), { next_url: `${'bcde'[i]}.json` })])), { pageLimit: '3' }, 15, /first 3 pages.*more/],
  ['more pages than are opened, each behind a redirect', Object.fromEntries(['a', 'b', 'c', 'd'].flatMap((name, i) => [
    [`${name}.json`, sendOn(`/to/${name}.json`)],
    [`to/${name}.json`, feed(articles(i * 5 + 1, 5), { next_url: `/${'bcde'[i]}.json` })],
  ])), { pageLimit: '3' }, 15, /first 3 pages.*more/],
  ['a redirect to a page that was read', {
    'a.json': feed(articles(1, 5), { next_url: 'b.json' }), 'b.json': sendOn('/a.json'),
  }, {}, 5, /circle.*a\.json/],
  ['a next page with another protocol', { 'a.json': feed(articles(1, 5), { next_url: 'ftp://localhost/b.json' }) }, {}, 5, /cannot be opened.*ftp:/],
];
for (const [what, files, limits, count, says] of Ends) {
  pageTest(`Loading ends, with its rows and a word about it, at ${what}`, {
    query: '?data=a.json',
    intercept: (request, response, path) => {
      if (path === '/' && limits.pageLimit) return serveStart(response, limits);
      return serve(files)(request, response, path);
    },
  }, async (page) => {
    await showsArticles(page, count);
    await saysAlert(page, says);
    assert.equal(await page.getByRole('alert').getByRole('button').count(), 0, 'there is nothing to try again');
  });
}

const Big = feed(articles(1, 30_000));

pageTest('More than fits into memory is refused politely: how many rows were kept, and what to do', {
  query: '?data=big.json',
  state: 'failed',
  intercept: (request, response, path) => (path === '/' ? serveStart(response, { memoryLimit: '200000' })
    : serve({ 'big.json': Big })(request, response, path)),
}, async (page) => {
  await saysAlert(page, /too large.*The [\d,]+ articles that came are shown.*smaller file/);
  const kept = await someArticles(page);
  assert.ok(kept > 100 && kept < 30_000, `${kept} articles`);
  assert.equal(await page.getByRole('alert').getByRole('button').count(), 0);
  await becomes(async () => page.workers().length, 0, 'nothing more can come of the worker');
});

/** The rows so far stay and can be asked; nothing is left of the worker, and no button promises more. */
async function endsWithoutMemory(page) {
  await saysAlert(page, /no more memory.*The [\d,]+ articles that came are shown.*smaller file/);
  assert.equal(await page.getByRole('alert').getByRole('button').count(), 0);
  await becomes(async () => page.workers().length, 0);
  const kept = await someArticles(page);
  assert.ok(kept > 0 && kept < 30_000, `${kept} articles`);
  const found = await page.evaluate(() => window.articleExplorer.query('"Article 3"'));
  assert.ok(found.count > 0 && found.total === kept, JSON.stringify(found));
}

/**
 * The program with a memory that the test can end: by malloc as the page calls it, by a trap in a batch, in one
 * frame, or in all frames from then on.
 */
const Wrapped = `import createExplorer from './explorer_itself.mjs';
export default async (settings) => {
  const program = await createExplorer(settings);
  const { _malloc: malloc, _explorer_batch: batch, _explorer_frame: frame } = program;
  program._malloc = (bytes) => (window.memoryEnds === 'malloc' && bytes > 4096 ? 0 : malloc(bytes));
  program._explorer_batch = (pointer, bytes) => {
    if (window.memoryEnds === 'trap') throw new WebAssembly.RuntimeError('unreachable');
    batch(pointer, bytes);
  };
  program._explorer_frame = () => {
    const ends = window.memoryEnds;
    if (ends === 'frame') window.memoryEnds = '';
    if (ends === 'frame' || ends === 'frames') throw new WebAssembly.RuntimeError('unreachable');
    frame();
  };
  return program;
};`;
/** The loader, one of whose functions traps after so many calls. */
const wrapLoader = (name, calls) => `import createLoader from './loader_itself.mjs';
export default async () => {
  const program = await createLoader();
  const { ${name}: itself } = program;
  let left = ${calls};
  program.${name} = (...values) => {
    if (left-- <= 0) throw new WebAssembly.RuntimeError('unreachable');
    return itself(...values);
  };
  return program;
};`;
const builtScript = (name) => (answer) => void readFile(join(Dist, name)).then((text) => {
  answer.writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-store' });
  answer.end(text);
});
/** In place of explorer.mjs or loader.mjs a script that wraps it. */
const wrap = (name, script, files) => serve({
  [`${name}.mjs`]: script, [`${name}_itself.mjs`]: builtScript(`${name}.mjs`), ...files,
}, 'text/javascript');
const wrapProgram = (files) => wrap('explorer', Wrapped, files);
const inTwoParts = (response) => setTimeout(sendPart(response, Big, 70_000), 1500);

const MemoryEnds = [
  ['The program has no room for a batch', 'malloc'], ['The program traps in a batch', 'trap'], ['The program traps in a frame', 'frame'],
];
for (const [what, how] of MemoryEnds) {
  pageTest(`${what}: the rows so far stay, with words about memory`, {
    intercept: wrapProgram({ 'big.json': inTwoParts }),
  }, async (page) => {
    const message = await page.evaluate((end) => window.articleExplorer.load('big.json', {
      onRows: () => { window.memoryEnds = end; },
    }).catch((error) => error.message), how);
    assert.match(message, /^There is no more memory: .*smaller file/);
    await waitForState(page, 'failed');
    await endsWithoutMemory(page);
    await page.evaluate(() => { window.memoryEnds = ''; });
    const { phase, articles: all } = await page.evaluate((text) => window.articleExplorer.load(new TextEncoder().encode(text)), feed(articles(1, 9)));
    assert.deepEqual([phase, all], ['ready', 9]);
  });
}

pageTest('The program traps in every frame: the page says why in its place, and asks for no more frames', {
  intercept: wrapProgram({ 'big.json': inTwoParts }), expected: [/unreachable/],
}, async (page) => {
  await page.evaluate(() => window.articleExplorer.load('big.json', {
    onRows: () => { window.memoryEnds = 'frames'; },
  }).catch(() => {}));
  await waitForState(page, 'failed');
  await saysAlert(page, /^There is no more memory\. .*smaller file/);
  await becomes(async () => page.workers().length, 0);
  const message = await page.evaluate(() => window.articleExplorer.query('').catch((error) => error.message));
  assert.match(message, /not started/);
});

pageTest('The worker traps while it reads: the rows so far stay, with words about memory', {
  query: '?data=big.json', state: 'failed',
  intercept: wrap('loader', wrapLoader('_loader_write', 20), {
    'big.json': (response) => setTimeout(sendPart(response, Big, 700_000), 300),
  }),
}, (page) => endsWithoutMemory(page));

pageTest('The worker traps while it finds orders, when all rows are there: they stay, and are sorted without', {
  query: '?data=big.json', intercept: wrap('loader', wrapLoader('_loader_ranks', 0), { 'big.json': Big }),
}, async (page) => {
  await showsArticles(page, '30,000');
  await becomes(async () => page.workers().length, 0);
  const { phase, count } = await page.evaluate(() => window.articleExplorer.sort('title-desc'));
  assert.deepEqual([phase, count], ['ready', 30_000]);
  assert.equal(await page.getByRole('alert').count(), 0);
});

pageTest('The program has no room for the bundled dataset: words, and Retry once there is', {
  state: 'failed', intercept: wrapProgram({}), prepare: () => { window.memoryEnds = 'malloc'; },
}, async (page) => {
  await saysAlert(page, /no more memory/);
  await page.evaluate(() => { window.memoryEnds = ''; });
  await button(page, 'Retry').click();
  await waitForState(page, 'ready');
  await showsArticles(page, 2);
});

pageTest('An address that is refused takes the place of what was shown, and the worker of a load before it is closed', {
  query: '?data=a.json', state: null, intercept: serve({ 'a.json': (response) => sendPart(response, Big, 300_000) }),
}, async (page) => {
  await someArticles(page);
  const message = await page.evaluate(() => window.articleExplorer.load('ftp://localhost/b.json').catch((error) => error.message));
  assert.match(message, /only addresses with http/);
  await waitForState(page, 'failed');
  await saysAlert(page, /cannot be opened/i);
  assert.doesNotMatch(await alertText(page), /came|shown/);
  assert.equal(page.workers().length, 0);
  assert.doesNotMatch(await page.getByRole('tab', { name: /^Articles/ }).getAttribute('aria-label') ?? '', /\d/);
});

{
  /** @type {() => void} */
  let release;
  const held = new Promise((done) => { release = () => done(undefined); });
  pageTest('The bundled dataset that comes late does not take the place of what was opened meanwhile', {
    state: null,
    intercept: serve({
      'mine.json': feed(articles(1, 11)),
      'articles.json': (response) => void Promise.all([held, readFile(join(Dist, 'articles.json'))]).then(([, bytes]) => response.end(bytes)),
    }),
  }, async (page) => {
    await expectSoon(async () => assert.equal(await page.evaluate(() => typeof window.articleExplorer), 'object'));
    const state = await page.evaluate(() => window.articleExplorer.load('mine.json'));
    assert.deepEqual([state.phase, state.articles], ['ready', 11]);
    const given = page.waitForResponse(/articles\.json/).then((response) => response.finished());
    release();
    await given;
    await page.waitForTimeout(300);
    await showsArticles(page, 11);
    assert.equal(await page.title(), 'Another feed');
  });
}
