// What the page holds before the program runs and without it, and that it needs nothing from elsewhere.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { becomes, Dataset, Dist, Facts, goTo, rows, suite, waitForState } from './harness.mjs';

const { pageTest, visit } = suite();

const RegionNames = { US: 'United States', JP: 'Japan', FR: 'France', DE: 'Germany', KR: 'South Korea', '001': 'World', 150: 'Europe' };
const titleOf = (id) => [...Facts.releases, ...Facts.videos].find((row) => row.id === id).title;

/** What a reader of each table has to be able to read, a list of words for each row. */
const Wanted = {
  Articles: Dataset.items.map((item) => [item.title, item.tags[0]]),
  Releases: Facts.releases.map((row) => [row.title, row.artists[0], row.kind, '2023']),
  'Chart reach': Facts.chart_entries.map((row) => [
    row.chart, row.provider, titleOf(row.release ?? row.video), row.region ? RegionNames[row.region] : '90',
    row.position === undefined ? '–' : String(row.position)]),
  Videos: Facts.videos.map((row) => [row.title, row.kind, ...row.people, ...row.tracks.map((track) => track.title)]),
};

async function checkTables(page, tables = Wanted) {
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), Dataset.title);
  for (const [name, wanted] of Object.entries(tables)) {
    const region = page.getByRole('region', { name, exact: true });
    assert.ok(await region.getByRole('table').isVisible(), `the table ${name} is visible`);
    assert.ok(await region.getByRole('columnheader').count() > 2, `${name} has column headers`);
    const texts = await region.getByRole('row').filter({ has: page.getByRole('cell') }).allInnerTexts();
    assert.equal(texts.length, wanted.length, `rows of ${name}`);
    wanted.forEach((words, i) => {
      for (const word of words) assert.ok(texts[i].includes(word), `${name}, row ${i + 1} says "${word}": ${texts[i]}`);
    });
  }
}

pageTest('Without scripting every fact is readable in plain tables', { scripting: false, state: null }, async (page) => {
  await checkTables(page);
});

pageTest('Without scripting the events have a table under their own name', { scripting: false, state: null }, async (page) => {
  await checkTables(page, { Events: Facts.events.map((row) => [row.title.split('“')[0], row.kind, ...(row.people ?? [])]) });
});

pageTest('Without scripting no progress is promised that cannot come', { scripting: false, state: null }, async (page) => {
  await page.getByRole('table').first().waitFor();
  assert.equal(await page.getByRole('progressbar').isVisible(), false);
});

pageTest('The tables can be read while the program is on its way', {
  state: null,
  intercept: (_request, _response, path) => path.endsWith('.wasm'),
}, async (page) => {
  await checkTables(page);
  assert.ok(await page.getByRole('progressbar').isVisible());
  assert.equal(await page.locator('html').getAttribute('data-explorer-state'), 'loading');
  await becomes(() => page.getByRole('progressbar').evaluate((bar) => bar.position > 0 && bar.position < 1), true,
    'the bar shows the bytes of the dataset alone');
});

for (const part of ['explorer.wasm', 'explorer.mjs']) {
  pageTest(`Without ${part} the tables stay and a note explains`, {
    state: 'failed',
    intercept: (_request, response, path) => {
      if (!path.endsWith(part)) return false;
      response.writeHead(404).end();
      return true;
    },
    expected: [/./],
  }, async (page) => {
    await checkTables(page);
    const note = page.getByText(/explorer cannot run/);
    assert.ok(await note.isVisible());
    assert.doesNotMatch(await note.innerText(), /dataset/i, 'it is the program that is missing, not the dataset');
    assert.match(await note.innerText(), new RegExp(part.replace('.', '\\.')), 'the note names what is missing');
    assert.equal(await page.getByRole('progressbar').count(), 0);
    assert.ok(await page.locator('body').evaluate((body) => getComputedStyle(body).overflowY !== 'hidden'), 'the tables can be scrolled');
  });
}

pageTest('A program that is no program is a failure that leaves the tables', {
  state: 'failed',
  intercept: (_request, response, path) => {
    if (!path.endsWith('.wasm')) return false;
    response.writeHead(200, { 'Content-Type': 'application/wasm' }).end('this is not WebAssembly');
    return true;
  },
  expected: [/./],
}, async (page) => {
  await checkTables(page);
  assert.ok(await page.getByText(/explorer cannot run/).isVisible());
});

pageTest('Where nothing can be measured, since there is no 2D canvas, the tables stay and a note explains', {
  state: 'failed',
  prepare: () => {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (/** @type {string} */ kind, /** @type {any[]} */ ...rest) {
      return kind === '2d' ? null : getContext.call(this, kind, ...rest);
    };
  },
  expected: [/2D canvas/],
}, async (page) => {
  await checkTables(page);
  assert.match(await page.getByText(/explorer cannot run/).innerText(), /2D canvas/);
  assert.equal(await page.evaluate(() => window.articleExplorer.ready.catch(() => 'refused')), 'refused');
});

/** Holds the strings of Korean, which the program, already there, waits for. @type {() => void} */
let letStringsGo = () => {};
pageTest('Keys that are pressed before the program is on screen are the browser\'s', {
  query: '?lang=ko',
  state: null,
  intercept: (_request, response, path) => {
    if (!path.endsWith('strings-ko.txt')) return false;
    new Promise((done) => { letStringsGo = () => done(undefined); })
      .then(() => readFile(join(Dist, 'strings-ko.txt'))).then((strings) => response.end(strings));
    return true;
  },
}, async (page) => {
  await becomes(() => page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('explorer_late.wasm'))), true);
  await page.waitForTimeout(500);
  for (const key of ['ArrowDown', '/', '?', 'Control+k', 'Escape']) await page.keyboard.press(key);
  letStringsGo();
  await waitForState(page, 'ready');
  assert.equal(await page.getByRole('dialog').count(), 0);
  assert.equal(await page.locator('html').getAttribute('lang'), 'ko');
});

pageTest('With scripts refused altogether the tables stay', {
  state: null,
  intercept: (_request, response, path) => {
    if (!path.endsWith('boot.js')) return false;
    response.writeHead(404).end();
    return true;
  },
  expected: [/404/],
}, async (page) => {
  await page.waitForLoadState('load');
  await checkTables(page);
});

pageTest('When the program is ready the static tables are gone', {}, async (page) => {
  assert.equal(await page.getByRole('table').count(), 0);
});

test('Every address in the page and its style sheet is relative', async () => {
  for (const file of ['index.html', 'style.css']) {
    // Two links tell other sites where the page is; nothing is loaded through them.
    const text = (await readFile(resolve(Dist, file), 'utf8')).replace(/<link rel="canonical"[^>]*>|<link [^>]*json\+oembed[^>]*>/g, '');
    const found = [...text.matchAll(/(?:href|src|data-dataset|srcset|action)\s*=\s*"([^"]*)"|url\(\s*["']?([^"')]+)/g)];
    for (const [, attribute, css] of found) {
      const address = attribute ?? css;
      assert.ok(!/^([a-z]+:)?\/\//i.test(address) && !address.startsWith('/'), `${file}: ${address}`);
    }
    if (file === 'index.html') assert.ok(found.length >= 8, 'the page was read');
  }
});

test('No script asks another host', async () => {
  const scripts = (await readdir(Dist)).filter((name) => /\.m?js$/.test(name));
  assert.ok(scripts.length >= 4);
  for (const name of scripts) {
    const text = (await readFile(resolve(Dist, name), 'utf8')).replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
    assert.doesNotMatch(text, /(?:fetch|import|open|Worker|WebSocket|src\s*=)\s*\(?\s*["'`](?:https?:)?\/\//, name);
  }
});

test('It runs from a sub-path and asks only beneath it', async (t) => {
  const root = await mkdtemp(join(tmpdir(), 'explorer-sub-path-'));
  t.after(() => rm(root, { recursive: true }));
  await cp(Dist, join(root, 'news/2023'), { recursive: true, preserveTimestamps: true });
  await visit({ root, path: 'news/2023/' }, async (page, { paths }) => {
    await goTo(page, 'Releases');
    await becomes(() => rows(page).count(), 3);
    assert.ok(paths.length >= 6, 'the server heard the requests');
    assert.deepEqual(paths.filter((path) => !path.startsWith('/news/2023/')), []);
  });
});
