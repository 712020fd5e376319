// Rows taken along as files: every format is read back by a reader that has nothing to do with the writer, and what the
// page says while a large file is written, when it is cancelled, and when it cannot be.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import { parse as parseCsv } from 'csv-parse/sync';
import { marked } from 'marked';
import { find_problems as problemsOfFeed } from '../data/dataset_rules.mjs';
import { feed, serve } from './feeds.mjs';
import { becomes, dialog, Dataset, expectSoon, explorerFrame, goTo, hasFocus, hostPage, rowNames, rows, search, suite, tab, typeQuery, waitForState } from './harness.mjs';

const { pageTest } = suite();

const button = (page, name) => dialog(page).getByRole('button', { name, exact: true });
const radio = (page, name) => dialog(page).getByRole('radio', { name: name instanceof RegExp ? name : new RegExp(`^${name}(:|$)`) });
const said = (page) => dialog(page).getByRole('status');
const saysInDialog = (page, words) => expectSoon(async () => assert.match((await said(page).innerText()).replaceAll('\n', ' '), words));

/** From the row of tabs. */
async function openDialog(page, view) {
  if (view) await goTo(page, view);
  await page.getByRole('navigation').getByRole('button', { name: 'Download', exact: true }).click();
  await becomes(() => dialog(page).count(), 1);
}
async function choose(page, format) {
  await radio(page, new RegExp(`^${format}`)).click();
  await becomes(() => radio(page, new RegExp(`^${format}`)).getAttribute('aria-checked'), 'true');
}
/** Presses Download and reads the file that comes. */
async function taken(page, act = () => button(page, 'Download').click()) {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  const bytes = await readFile(await download.path());
  return { name: download.suggestedFilename(), bytes, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
}
const readCsv = (text) => parseCsv(text, { bom: true, columns: true, record_delimiter: '\r\n' });
const unguarded = (text) => text.replace(/^'/, '');
const letters = (text) => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim().toLowerCase();
const titlesOf = (items) => items.map(({ title }) => title);

// ---- Each format.

pageTest('CSV has the rows on screen in their order, and the columns that are shown or all', {}, async (page) => {
  await goTo(page, 'Videos');
  await typeQuery(page, 'kind:dance sort:title-desc');
  await becomes(() => rows(page).count(), 4);
  await becomes(async () => (await rowNames(page))[0], 'Stuck With You, dance video');
  const names = await rowNames(page);
  assert.deepEqual(names, [...names].sort().reverse());
  await openDialog(page);
  await becomes(() => dialog(page).getByText('4 of 6 videos').count(), 1);
  const file = await taken(page);
  assert.match(file.name, /^[a-z0-9-]+-videos\.csv$/);
  await saysInDialog(page, /^Downloaded [a-z0-9-]+\.csv: 4 videos, .+$/);
  const records = readCsv(file.text);
  assert.deepEqual(titlesOf(records).map(unguarded), names);
  const shown = Object.keys(records[0]);
  await radio(page, 'All').click();
  await becomes(() => radio(page, 'All').getAttribute('aria-checked'), 'true');
  const all = readCsv((await taken(page)).text);
  assert.deepEqual(titlesOf(all).map(unguarded), names);
  assert.ok(Object.keys(all[0]).length > shown.length);
  assert.ok(all.every(({ id }) => Dataset._article_explorer.videos.some((video) => video.id === unguarded(id))), 'ids are those of the dataset');
});

const Tricky = ['=HYPERLINK("https://example.org","a")', '+1', '-1+2', '@SUM(A1)', 'with "quotes", commas', 'two\nlines', ' =blank before', 'ليلة', '夜の歌 🎵'];
const TrickyFeed = feed(Tricky.map((title, n) => ({ id: `${n}`, title, content_text: 'Text.' })));

pageTest('No text of a CSV is taken for a formula unless the reader wants it as it is; Excel can be told what it is', { dataset: TrickyFeed }, async (page) => {
  await openDialog(page, 'Articles');
  const safe = await taken(page);
  assert.notEqual(safe.bytes[0], 0xef);
  const guarded = titlesOf(readCsv(safe.text));
  assert.equal(guarded.length, Tricky.length);
  for (const text of guarded) assert.doesNotMatch(text, /^\s*[=+\-@\t\r\n]/);
  const plain = (text) => unguarded(text).replace(/\s+/g, ' ').trim();
  assert.deepEqual(guarded.map(plain), Tricky.map(plain));
  await dialog(page).getByRole('checkbox', { name: 'Safe for spreadsheets' }).click();
  await dialog(page).getByRole('checkbox', { name: 'Marked as UTF-8 for Excel' }).click();
  await becomes(() => dialog(page).getByRole('checkbox', { checked: true }).count(), 1);
  const bare = await taken(page);
  assert.deepEqual([...bare.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  assert.deepEqual(titlesOf(readCsv(bare.text)).map((text) => text.replace(/\s+/g, ' ').trim()), Tricky.map(plain));
});

pageTest('The feed obeys every rule of the dataset, and opens here again with the same rows', {}, async (page, site) => {
  await goTo(page, 'Videos');
  await typeQuery(page, 'kind:dance sort:title-desc');
  await becomes(() => rows(page).count(), 4);
  await becomes(async () => (await rowNames(page))[0], 'Stuck With You, dance video');
  const names = await rowNames(page);
  await openDialog(page);
  await choose(page, 'JSON Feed');
  assert.equal(await dialog(page).getByRole('checkbox').count(), 0, 'there is nothing else to choose');
  const file = await taken(page);
  assert.match(file.name, /-videos\.json$/);
  assert.deepEqual(problemsOfFeed(file.text), []);
  site.answer(serve({ 'taken.json': file.text }));
  await page.goto(`${site.url}?data=taken.json`);
  await waitForState(page, 'ready');
  await goTo(page, 'Videos');
  await becomes(() => rowNames(page), names);
});

pageTest('NDJSON has a line for each row, Markdown a table that reads as one', {}, async (page) => {
  await goTo(page, 'Chart reach');
  const count = await rows(page).count();
  assert.ok(count > 3);
  await openDialog(page);
  await choose(page, 'NDJSON');
  const lines = (await taken(page)).text.trimEnd().split('\n').map((line) => JSON.parse(line));
  const known = Dataset._article_explorer.chart_entries.map(({ id }) => id);
  assert.deepEqual(lines.map(({ id }) => id).sort(), [...known].sort());
  await choose(page, 'Markdown');
  const file = await taken(page);
  assert.match(file.name, /\.md$/);
  const [table] = marked.lexer(file.text).filter(({ type }) => type === 'table');
  assert.equal(table.rows.length, count);
  assert.ok(table.rows.every((cells) => cells.length === table.header.length));
  assert.ok(table.header.some(({ text }) => text === 'Region'));
});

pageTest('Citations name each article that states the rows, once', {}, async (page) => {
  const known = titlesOf(Dataset.items).map(letters).sort();
  await openDialog(page, 'Videos');
  await choose(page, 'BibTeX');
  const { entries, errors } = parseBibtex((await taken(page)).text, { sentenceCase: false });
  assert.deepEqual(errors, []);
  assert.deepEqual(entries.map(({ fields }) => letters(String(fields.title).replace(/<[^>]*>/g, ''))).sort(), known);
  assert.equal(new Set(entries.map(({ key }) => key)).size, entries.length);
  await choose(page, 'CSL-JSON');
  const items = JSON.parse((await taken(page)).text);
  assert.deepEqual(titlesOf(items).map(letters).sort(), known);
  assert.ok(items.every(({ id, type }) => id && type));
});

pageTest('From the overview each table can be had, events too', {}, async (page) => {
  await page.getByRole('button', { name: 'Save a picture' }).click();
  await button(page, 'Download data').click();
  await becomes(() => dialog(page).getByText('2 articles').count(), 1);
  await radio(page, 'Events').click();
  await becomes(() => dialog(page).getByText('6 events').count(), 1);
  const file = await taken(page);
  assert.match(file.name, /-events\.csv$/);
  assert.equal(readCsv(file.text).length, Dataset._article_explorer.events.length);
});

pageTest('Few rows can be copied as the same text', {
  prepare: () => window.addEventListener('copy', ({ clipboardData }) => {
    Object.assign(window, { copied: Object.fromEntries(clipboardData.types.map((type) => [type, clipboardData.getData(type)])) });
  }),
}, async (page) => {
  await openDialog(page, 'Releases');
  const file = await taken(page);
  await button(page, 'Copy').click();
  await saysInDialog(page, /^3 rows copied$/);
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).copied), { 'text/plain': file.text });
  assert.equal(await dialog(page).count(), 1);
  await button(page, 'Done').click();
  await becomes(() => dialog(page).count(), 0);
});

// ---- By keyboard, on phones, in frames.

pageTest('By keyboard: a key opens it, arrows choose the format, Enter downloads', {}, async (page) => {
  await goTo(page, 'Videos');
  await page.keyboard.press('x');
  await becomes(() => dialog(page).count(), 1);
  const csv = radio(page, /^CSV/), markdown = radio(page, /^Markdown/);
  for (let tabs = 0; tabs < 8 && !await hasFocus(csv); ++tabs) await page.keyboard.press('Tab');
  assert.ok(await hasFocus(csv), 'the group is one stop of the Tab key');
  for (let i = 0; i < 3; ++i) await page.keyboard.press('ArrowDown');
  await becomes(() => markdown.getAttribute('aria-checked'), 'true');
  await becomes(() => hasFocus(markdown), true);
  assert.equal(await dialog(page).getByRole('radiogroup', { name: 'Format' }).getByRole('radio', { checked: true }).count(), 1);
  for (let tabs = 0; tabs < 8 && !await hasFocus(button(page, 'Download')); ++tabs) await page.keyboard.press('Tab');
  const file = await taken(page, () => page.keyboard.press('Enter'));
  assert.match(file.name, /\.md$/);
  await becomes(() => hasFocus(button(page, 'Download')), true, 'the focus stays where it was');
  await page.keyboard.press('Escape');
  await becomes(() => dialog(page).count(), 0);
});

for (const width of [280, 390]) {
  pageTest(`On a phone ${width} px wide all of it can be reached and pressed`, { viewport: { width, height: 640 }, touch: true }, async (page) => {
    await goTo(page, 'Articles');
    await page.getByRole('button', { name: 'Save or share' }).tap();
    await button(page, 'Download data').tap();
    await becomes(() => dialog(page).getByText('2 articles').count(), 1);
    for (const each of await dialog(page).getByRole('button').or(dialog(page).getByRole('radio')).all()) {
      await each.scrollIntoViewIfNeeded();
      const box = await each.boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= width, `${await each.innerText()}: ${JSON.stringify(box)}`);
      assert.ok(box.height >= 44 || await each.evaluate((it) => parseFloat(getComputedStyle(it, '::before').height) >= 44), `${await each.innerText()} is ${box.height} px high`);
    }
    await radio(page, /^NDJSON/).tap();
    await becomes(() => radio(page, /^NDJSON/).getAttribute('aria-checked'), 'true');
    const file = await taken(page, () => button(page, 'Download').tap());
    assert.equal(file.text.trimEnd().split('\n').length, 2);
  });
}

const host = (sandbox) => hostPage(`<iframe ${sandbox} src="index.html" width="900" height="640" title="Explorer"></iframe>`);
const inFrame = (sandbox) => ({ path: 'host.html', state: null, intercept: host(sandbox) });

pageTest('In a frame that may not download that is said', inFrame('sandbox="allow-scripts allow-same-origin"'), async (page) => {
  const frame = await explorerFrame(page);
  await frame.getByRole('button', { name: 'Save a picture' }).click();
  await button(frame, 'Download data').click();
  await button(frame, 'Download').click();
  await saysInDialog(frame, /^The page around this one does not allow downloads\./);
});

pageTest('In a frame of the same site the file comes', inFrame(''), async (page) => {
  const frame = await explorerFrame(page);
  await frame.getByRole('button', { name: 'Save a picture' }).click();
  await button(frame, 'Download data').click();
  const file = await taken(page, () => button(frame, 'Download').click());
  assert.equal(readCsv(file.text).length, 2);
});

// ---- Large files. What a reader chooses is a file of the page's own file system: a real one, without a dialog.

/** `sink.hold`: the fourth piece waits until it is let go. `sink.fault`: the name of an error by where it happens. */
const chooseFiles = () => {
  const sink = { pieces: 0, hold: false, go: () => {}, fault: /** @type {Record<string, string>} */ ({}) };
  const fail = (/** @type {string} */ where) => {
    if (sink.fault[where]) throw new DOMException('for the test', sink.fault[where]);
  };
  const showSaveFilePicker = async (/** @type {{suggestedName: string}} */ { suggestedName }) => {
    if (!navigator.userActivation.isActive) throw new DOMException('no press', 'SecurityError');
    fail('choose');
    const handle = await (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
    const create = handle.createWritable.bind(handle);
    handle.createWritable = async () => {
      fail('create');
      const stream = await create();
      const write = stream.write.bind(stream);
      stream.write = async (piece) => {
        sink.pieces += 1;
        if (sink.pieces > 3) fail('write');
        if (sink.hold && sink.pieces > 3) await new Promise((/** @type {(value?: undefined) => void} */ go) => { sink.go = go; });
        return write(piece);
      };
      return stream;
    };
    return handle;
  };
  Object.defineProperty(window, 'showSaveFilePicker', { value: showSaveFilePicker });
  Object.assign(window, { sink });
};
const sink = (page, change) => page.evaluate((it) => Object.assign(/** @type {any} */ (window).sink, it), change);
const pieces = (page) => page.evaluate(() => /** @type {any} */ (window).sink.pieces);
const letGo = (page) => page.evaluate(() => {
  const { sink: it } = /** @type {any} */ (window);
  it.hold = false;
  it.go();
});
const files = (page) => page.evaluate(async () => {
  const names = [];
  // @ts-ignore
  for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
  return names;
});
const fileText = (page, name) => page.evaluate(async (it) => {
  const handle = await (await navigator.storage.getDirectory()).getFileHandle(it);
  return (await handle.getFile()).text();
}, name);
const bar = (page) => dialog(page).getByRole('progressbar', { name: 'Downloading' });
const Large = { query: '?demo=100000', prepare: chooseFiles };

pageTest('100,000 rows go straight into the file that was chosen, with progress', Large, async (page) => {
  let downloads = 0;
  page.on('download', () => { downloads += 1; });
  await goTo(page, 'Articles');
  const names = (await rowNames(page)).slice(0, 10);
  await openDialog(page);
  assert.equal(await button(page, 'Copy').count(), 0, 'they are too many for the clipboard');
  await sink(page, { hold: true });
  await button(page, 'Download').click();
  await becomes(() => pieces(page), 4);
  await expectSoon(async () => assert.match(await bar(page).getAttribute('aria-valuetext') ?? '', /^[\d,]+ of 100,000 articles · [\d.]+ [kM]B$/));
  assert.ok(Number(await bar(page).getAttribute('aria-valuenow')) < 100);
  assert.equal(await radio(page, /^NDJSON/).getAttribute('aria-disabled'), 'true');
  await letGo(page);
  await saysInDialog(page, /^Downloaded \S+-articles\.csv: 100,000 articles, [\d.]+ MB$/);
  assert.equal(await bar(page).count(), 0);
  assert.ok(await pieces(page) > 20, 'it comes in pieces');
  const [name] = await files(page);
  const records = readCsv(await fileText(page, name));
  assert.equal(records.length, 100_000);
  assert.deepEqual(titlesOf(records.slice(0, 10)).map(unguarded), names);
  assert.equal(downloads, 0);
});

pageTest('Cancel ends it and leaves nothing behind; what is asked for next comes whole', Large, async (page) => {
  await openDialog(page, 'Articles');
  await sink(page, { hold: true });
  await button(page, 'Download').click();
  await becomes(() => pieces(page), 4);
  await button(page, 'Cancel').click();
  await saysInDialog(page, /^Cancelled\. Nothing was saved\.$/);
  await letGo(page);
  await becomes(() => files(page), []);
  assert.equal(await pieces(page), 4);
  await button(page, 'Download').click();
  await saysInDialog(page, /^Downloaded /);
  const [name] = await files(page);
  assert.equal(readCsv(await fileText(page, name)).length, 100_000);
});

pageTest('What is looked for meanwhile changes nothing of the file; other data ends it', Large, async (page) => {
  await openDialog(page, 'Articles');
  await sink(page, { hold: true });
  await button(page, 'Download').click();
  await becomes(() => pieces(page), 4);
  await page.keyboard.press('Escape');
  await becomes(() => dialog(page).count(), 0);
  await typeQuery(page, 'nothing has this');
  await becomes(() => tab(page, 'Articles').getAttribute('aria-label'), 'Articles, 0');
  await letGo(page);
  const news = (words) => becomes(async () => await page.getByRole('status').filter({ hasText: words }).count() > 0, true, words);
  await news('Downloaded ');
  const [name] = await files(page);
  const whole = await fileText(page, name);
  assert.equal(readCsv(whole).length, 100_000);
  await typeQuery(page, ' ');
  await becomes(() => tab(page, 'Articles').getAttribute('aria-label'), 'Articles, 100,000');
  await openDialog(page);
  await sink(page, { hold: true, pieces: 0 });
  await button(page, 'Download').click();
  await becomes(() => pieces(page), 4);
  await page.evaluate((text) => window.articleExplorer.load(new TextEncoder().encode(text)), TrickyFeed);
  await letGo(page);
  await news('because other data was opened');
  assert.ok(await fileText(page, name) === whole, 'the file from before is as it was');
});

for (const [where, error, words] of [
  ['choose', 'AbortError', /^Cancelled\. Nothing was saved\.$/],
  ['create', 'NotAllowedError', /^The file could not be written: the browser or the system does not allow it there\.$/],
  ['write', 'QuotaExceededError', /^There is no room for the file: the disk is full\.$/],
  ['write', 'InvalidStateError', /^The browser could not make the file\.$/],
]) {
  pageTest(`What goes wrong has a name: ${error} where the file is ${where === 'choose' ? 'chosen' : where === 'create' ? 'opened' : 'written'}`, Large, async (page) => {
    await openDialog(page, 'Articles');
    await sink(page, { fault: { [where]: error } });
    await button(page, 'Download').click();
    await saysInDialog(page, words);
    assert.deepEqual(await files(page), [], 'what was made when it was chosen is gone');
    await sink(page, { fault: {}, pieces: 0 });
    await button(page, 'Download').click();
    await saysInDialog(page, /^Downloaded /);
  });
}

pageTest('A file that still holds something stays when it cannot be written', Large, async (page) => {
  await openDialog(page, 'Articles');
  await button(page, 'Download').click();
  await saysInDialog(page, /^Downloaded /);
  const [name] = await files(page);
  const whole = await fileText(page, name);
  await sink(page, { fault: { create: 'NotAllowedError' } });
  await button(page, 'Download').click();
  await saysInDialog(page, /^The file could not be written/);
  assert.deepEqual(await files(page), [name]);
  assert.ok(await fileText(page, name) === whole);
});

pageTest('Where no file can be chosen the browser gets it when it is whole, and it opens here again', Large, async (page) => {
  page.on('filechooser', () => {});  // from now on no key can be faster than the listening
  await openDialog(page, 'Articles');
  await sink(page, { fault: { choose: 'SecurityError' } });
  const file = await taken(page);
  assert.equal(readCsv(file.text).length, 100_000);
  await page.keyboard.press('Escape');
  await typeQuery(page, 'date:2023-06');
  const shown = () => tab(page, 'Articles').getAttribute('aria-label');
  await becomes(() => search(page).inputValue(), 'date:2023-06');
  await expectSoon(async () => assert.match(await shown() ?? '', /^Articles, (?!100,000)[1-9]/));
  const count = await shown();
  const names = (await rowNames(page)).slice(0, 10);
  await openDialog(page);
  await choose(page, 'JSON Feed');
  const part = await taken(page);
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox', { name: 'Commands' }).fill('open a file');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles({ name: part.name, mimeType: 'application/feed+json', buffer: part.bytes });
  await typeQuery(page, ' ');
  await expectSoon(async () => {
    assert.equal(await shown(), count);
    assert.deepEqual((await rowNames(page)).slice(0, 10), names);
  }, 30_000);
});
