// The messages between the explorer in a frame and a page around it on another site: commands and their replies, what is
// told to whom, heights in the words of several listeners, and strangers that get nothing.
import assert from 'node:assert/strict';
import { articles, feed } from './feeds.mjs';
import { becomes, count, detail, expectSoon, Facts, goTo, rows, search, suite, tab } from './harness.mjs';
import { Messages } from '../tools/frozen_embeds.mjs';
import { afterAllOfThem, ask, explorers, explorerSite, lastHeight, secrets, told } from './hosts.mjs';

const { pageTest } = suite();
const { site, onHost } = explorerSite();
const Row = `charts:${Facts.chart_entries[0].id}`;

/** @param {string} address of the frame, behind the explorer's @param {string} [attributes] */
const frame = (address, attributes = '') => `<iframe title="Explorer" width="900" height="600" ${attributes} src="${site.url}${address}"></iframe>`;
/** The explorer that takes commands from its host. @param {string} [more] of its address @param {object} [options] */
const listening = (more = '', options = {}) => onHost((origin) => frame(`?host=${origin}${more}`), options);
/** What cannot be seen from outside, and is not to change. @param {any} explorer */
const standing = (explorer) => explorer.evaluate(async () => [await window.articleExplorer.state(), document.documentElement.dataset.theme ?? '', location.hash]);

pageTest('It says that it is ready, and each command is answered with its id, once its answer is on screen', listening(), async (page) => {
  const [explorer] = await explorers(page);
  await becomes(async () => (await told(page, 'ready')).map(({ view, phase, count: articleCount }) => [view, phase, articleCount]), [['overview', 'ready', 2]]);
  const view = await ask(page, 'setView', 'charts', 1);
  assert.deepEqual([view.reply, view.state.view, view.state.count, view.state.row], [1, 'charts', 9, null]);
  assert.equal(await tab(explorer, 'Chart reach').getAttribute('aria-selected'), 'true');
  const query = await ask(page, 'setQuery', 'region:KR', 'a text');
  assert.deepEqual([query.reply, query.state.query, query.state.count, query.state.total], ['a text', 'region:KR', 1, 9]);
  assert.equal(await count(explorer).innerText(), '1 of 9 chart entries');
  const dark = await ask(page, 'setTheme', 'dark', -3);
  assert.deepEqual([dark.reply, dark.state.theme], [-3, 'dark']);
  assert.equal(await explorer.locator('html').getAttribute('data-theme'), 'dark');
  const row = await ask(page, 'select', Row);
  assert.equal(row.state.row, Row);
  assert.equal(await detail(explorer).count(), 1);
  const { state } = await ask(page, 'getState');
  assert.deepEqual(state, row.state);
  assert.equal((await ask(page, 'select', null)).state.row, null);
  assert.equal(await detail(explorer).count(), 0);
  const opened = await ask(page, 'open', state.address);
  assert.deepEqual(opened.state, state);
  await becomes(() => explorer.evaluate(() => location.hash.slice(1)), state.address);
  assert.equal(await detail(explorer).count(), 1);
  await ask(page, 'open', '');
  assert.deepEqual((await ask(page, 'getState')).state.address, '');
});

pageTest('Data is loaded from bytes and from an address', listening('', {
  expected: [/^request: http:\/\/127\.0\.0\.1:/, /status of 404/],
}), async (page) => {
  const [explorer] = await explorers(page);
  const loaded = await page.evaluate((text) => new Promise((done) => {
    addEventListener('message', ({ data }) => data?.reply === 'bytes' && done(data.state.articles));
    const { buffer } = new TextEncoder().encode(text);
    document.querySelector('iframe')?.contentWindow?.postMessage({ articleExplorer: 1, id: 'bytes', command: 'loadData', value: buffer }, '*', [buffer]);
  }), feed(articles(1, 7)));
  assert.equal(loaded, 7);
  assert.equal((await ask(page, 'loadData', `${site.url}articles.json`)).state.articles, 2);
  const refused = await ask(page, 'loadData', `${site.url}nothing.json`);
  assert.match(refused.error.message, /404|not found/i);
  assert.equal(refused.state, undefined);
  await becomes(async () => (await told(page, 'error')).length, 1);
  assert.ok(refused.error.message.startsWith((await told(page, 'error'))[0].message));
  assert.equal((await explorer.evaluate(() => window.articleExplorer.state())).phase, 'failed');
});

pageTest('Replies and events have the members that scripts of version 1 read', listening('', {
  expected: [/^request: http:\/\/127\.0\.0\.1:/, /status of 404/],
}), async (page) => {
  await explorers(page);
  await becomes(async () => (await told(page, 'ready')).length, 1);
  const { members } = Messages;
  /** @param {any} what @param {string[]} names */
  const has = (what, names) => assert.deepEqual(names.filter((name) => !Object.hasOwn(what, name)), [], JSON.stringify(what));
  const reply = await ask(page, 'select', Row);
  has(reply, members.reply);
  has(reply.state, members.state);
  const failure = await ask(page, 'loadData', `${site.url}nothing.json`);
  has(failure, members.failure);
  has(failure.error, members.error);
  await becomes(async () => (await told(page, 'error')).length, 1);
  for (const [event, names] of Object.entries(members.events)) {
    const details = await told(page, event);
    assert.ok(details.length > 0, event);
    for (const detail of details) has(detail, names);
  }
});

pageTest('What a command cannot do is said in its reply', listening(), async (page) => {
  await explorers(page);
  await ask(page, 'setView', 'charts');
  const query = await ask(page, 'setQuery', 'date:2023-13');
  assert.equal(query.error.name, 'SyntaxError');
  assert.match(query.error.message, /month 13 does not exist/);
  assert.deepEqual(await ask(page, 'select', 'charts:nowhere', 5), {
    articleExplorer: 1, reply: 5, error: { name: 'RangeError', message: 'There is no row "charts:nowhere".' },
  });
  for (const [command, value] of [['setView', 'map'], ['setTheme', 'blue'], ['setQuery', 7], ['loadData', 'javascript:alert(1)'], ['getState', 1]]) {
    const { error } = await ask(page, /** @type {string} */ (command), value);
    assert.deepEqual(error, { name: 'TypeError', message: `"${command}" does not take that value.` });
  }
});

pageTest('What readers do is told: the state, and rows that are opened', listening(), async (page) => {
  const [explorer] = await explorers(page);
  await goTo(explorer, 'Chart reach');
  await becomes(async () => (await told(page, 'state')).at(-1)?.view, 'charts');
  await search(explorer).click();
  await page.keyboard.type('region:KR');
  await becomes(async () => (await told(page, 'state')).at(-1)?.query, 'region:KR');
  assert.deepEqual(await told(page, 'rowopened'), []);
  await rows(explorer).first().getByRole('rowheader').click();
  await expectSoon(async () => assert.equal((await told(page, 'rowopened')).length, 1));
  const [{ row }] = await told(page, 'rowopened');
  const last = (await told(page, 'state')).at(-1);
  assert.deepEqual([last.row, last.view, last.query, last.theme], [row, 'charts', 'region:KR', 'system']);
  await becomes(() => explorer.evaluate(() => location.hash.slice(1)), last.address);
  assert.equal((await explorer.evaluate(() => window.articleExplorer.rows(0, 1)))[0].id, row.replace(/^charts:/, ''));
});

pageTest('The height follows what is in it both ways, in the words of every listener, and is told when it changes alone', onHost((origin) => (
  frame(`?ui=table&host=${origin}#v=1&view=charts`, 'name="places" id="datawrapper-chart-places"')
)), async (page) => {
  await explorers(page);
  await becomes(async () => await lastHeight(page) > 0, true);
  const whole = await lastHeight(page);
  await ask(page, 'setQuery', 'region:KR');
  await expectSoon(async () => assert.ok(await lastHeight(page) < whole, 'fewer rows are lower'));
  await ask(page, 'setTheme', 'dark');
  await ask(page, 'setQuery', '');
  await becomes(() => lastHeight(page), whole);
  const own = (await told(page, 'height')).map(({ height }) => height);
  assert.ok(own.every((height, i) => Number.isInteger(height) && height !== own[i - 1]), `${own}`);

  const others = await page.evaluate(() => /** @type {any} */ (window).heard.map((/** @type {any} */ { data }) => data)
    .filter((/** @type {any} */ data) => data.articleExplorer === undefined));
  const source = await page.locator('iframe').getAttribute('src');
  assert.deepEqual(others, own.flatMap((height) => [
    { 'datawrapper-height': { places: height } },
    { sentinel: 'amp', type: 'embed-size', height },
    JSON.stringify({ sender: 'Flourish', context: 'iframe.resize', method: 'resize', height, src: source }),
    { type: 'iframe-resized', width: 900, height },
  ]));
});

pageTest('Whoever came later asks for the height', onHost(() => frame('?ui=table#v=1&view=charts')), async (page) => {
  await explorers(page);
  await becomes(async () => await lastHeight(page) > 0, true);
  for (const request of [{ type: 'iframe-child-init' }, { type: 'iframe-get-child-dimensions' }, { articleExplorer: 1, command: 'getHeight' }]) {
    const before = (await told(page, 'height')).length;
    await page.evaluate((message) => document.querySelector('iframe')?.contentWindow?.postMessage(message, '*'), request);
    await becomes(async () => (await told(page, 'height')).length, before + 1);
  }
  assert.equal(new Set((await told(page, 'height')).map(({ height }) => height)).size, 1);
});

for (const [who, parameter] of [['nobody', ''], ['another origin', '?host=https://example.org'], ['"null" and a star', '?host=null,*'],
  ['an origin with a slash behind it', null]]) {
  pageTest(`A page hears of nothing but the height and changes nothing where the embedder allows ${who}`, onHost((origin) => (
    frame(`${parameter ?? `?host=${origin}/`}#v=1&view=charts`)
  )), async (page) => {
    const [explorer] = await explorers(page);
    await becomes(async () => await lastHeight(page) > 0, true);
    const before = await standing(explorer);
    await page.evaluate(() => {
      for (const [command, value] of [['setQuery', 'region:KR'], ['setView', 'videos'], ['setTheme', 'dark'], ['open', 'view=videos'], ['getState']]) {
        document.querySelector('iframe')?.contentWindow?.postMessage({ articleExplorer: 1, id: 1, command, ...(value && { value }) }, '*');
      }
    });
    await afterAllOfThem(page);
    assert.deepEqual(await standing(explorer), before);
    await goTo(explorer, 'Videos');
    await afterAllOfThem(page);
    assert.deepEqual(await secrets(page), []);
  });
}

pageTest('Malformed, oversized and inherited: nothing changes, and the next command is answered', listening('#v=1&view=charts'), async (page) => {
  const [explorer] = await explorers(page);
  await becomes(async () => (await told(page, 'ready')).length, 1);
  const before = await standing(explorer);
  await page.evaluate(() => {
    const send = (/** @type {any} */ message) => document.querySelector('iframe')?.contentWindow?.postMessage(message, '*');
    const good = { articleExplorer: 1, id: 1, command: 'setQuery', value: 'region:KR' };
    for (const message of [undefined, null, 1, 'setQuery', '{"articleExplorer":1,"id":1,"command":"setQuery","value":"x"}', [], [good], new Map([['command', 'setQuery']]),
      new Date(), new Uint8Array(4), {}, { ...good, articleExplorer: 2 }, { ...good, articleExplorer: '1' }, { ...good, id: {} }, { ...good, id: 'a'.repeat(100) },
      { ...good, value: 'a'.repeat(8001) }, { ...good, value: 'a'.repeat(20_000_000) }, { ...good, value: { toString: 'region:KR' } }, { ...good, more: 1 },
      { ...good, command: ['setQuery'] }, { ...good, command: 'setQuery ' }]) send(message);
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'obey', 'receive', 'eval']) {
      send({ ...good, command: name });
      send(JSON.parse(`{"articleExplorer":1,"id":1,"command":"setQuery","${name}":{"value":"region:KR"}}`));
      send(JSON.parse(`{"${name}":{"articleExplorer":1,"id":1,"command":"setQuery","value":"region:KR"}}`));
      send({ articleExplorer: 1, id: name, command: 'setView', value: name });
      send({ articleExplorer: 1, id: name, command: 'select', value: `${name}:${name}` });
    }
  });
  await afterAllOfThem(page);
  assert.deepEqual(await standing(explorer), before);
  assert.equal(await explorer.evaluate(() => 'value' in {} || 'articleExplorer' in {}), false, 'no object has become another');
  const next = await ask(page, 'setQuery', 'region:KR', '__proto__');
  assert.deepEqual([next.reply, next.state.count], ['__proto__', 1]);
});

pageTest('Scripts in what is sent are texts', listening(), async (page) => {
  const [explorer] = await explorers(page);
  const hostile = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
  const loaded = await page.evaluate((text) => new Promise((done) => {
    addEventListener('message', ({ data }) => data?.reply === 1 && done(data.state.articles));
    document.querySelector('iframe')?.contentWindow?.postMessage({ articleExplorer: 1, id: 1, command: 'loadData', value: new TextEncoder().encode(text).buffer }, '*');
  }), feed([{ id: '1', title: hostile, url: 'javascript:document.title=1', content_text: hostile }]));
  assert.equal(loaded, 1);
  const { state } = await ask(page, 'setQuery', `"${hostile.replaceAll('"', '')}"`);
  assert.ok(state.query.includes('<script>'));
  await ask(page, 'setView', 'articles');
  await ask(page, 'setQuery', '');
  await ask(page, 'select', 'articles:1');
  assert.equal(await explorer.locator('img[src="x"], #mirror script, a[href^="javascript"]').count(), 0);
  assert.notEqual(await explorer.title(), '1');
});

pageTest('Only the page around it commands: not a frame beside it, though it is of the same origin', onHost((origin) => (
  `${frame(`?host=${origin}#v=1&view=charts`)}<iframe title="Beside" src="/icon.svg"></iframe>`
)), async (page) => {
  const [explorer] = await explorers(page);
  const before = await standing(explorer);
  const beside = page.frames().find((each) => each.url().endsWith('/icon.svg'));
  assert.ok(beside);
  await explorer.evaluate(() => {
    Object.assign(window, { came: 0 });
    addEventListener('message', ({ data }) => { if (data?.articleExplorer === 1) /** @type {any} */ (window).came += 1; });
  });
  await beside.evaluate(() => parent.frames[0].postMessage({ articleExplorer: 1, id: 1, command: 'setQuery', value: 'region:KR' }, '*'));
  await becomes(() => explorer.evaluate(() => /** @type {any} */ (window).came), 1);
  await ask(page, 'getState');  // what comes before it in the frame has been done
  assert.deepEqual(await standing(explorer), before);
  assert.deepEqual((await secrets(page)).filter(({ reply }) => reply === 1), []);
});

pageTest('Ten thousand messages are answered as far as the allowance goes, and then all works as before', listening('#v=1&view=charts'), async (page) => {
  const [explorer] = await explorers(page);
  await becomes(async () => (await told(page, 'ready')).length, 1);
  await page.evaluate(() => {
    for (let i = 0; i < 10_000; i += 1) {
      document.querySelector('iframe')?.contentWindow?.postMessage({ articleExplorer: 1, id: i, command: 'setQuery', value: `flood${i}` }, '*');
    }
  });
  await afterAllOfThem(page);
  const replies = (await secrets(page)).filter(({ reply }) => reply !== undefined);
  assert.ok(replies.length < 2000, `${replies.length} of 10,000 were answered`);
  assert.equal((await ask(page, 'setQuery', 'region:KR', 'after it', true)).state.count, 1);
  assert.equal(await search(explorer).inputValue(), 'region:KR');
  await goTo(explorer, 'Videos');
});

for (const [name, messages, letters] of /** @type {[string, number, number][]} */ ([['', 10_000, 0], [' of large messages', 100, 2_000_000]])) {
  pageTest(`Of the flood${name} of a page that may not command no more is read than strangers are allowed`, onHost(() => frame('#v=1&view=charts')), async (page) => {
    const [explorer] = await explorers(page);
    const before = await standing(explorer);
    await explorer.evaluate(() => {
      Object.assign(window, { read: 0, came: 0 });
      const { get } = /** @type {any} */ (Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data'));
      Object.defineProperty(MessageEvent.prototype, 'data', { get() {
        if (this.source === parent) /** @type {any} */ (window).read += 1;
        return get.call(this);
      } });
      addEventListener('message', ({ source }) => { if (source === parent) /** @type {any} */ (window).came += 1; });
    });
    const began = performance.now();
    await page.evaluate(([count, length]) => {
      const value = 'a'.repeat(length);
      for (let i = 0; i < count; i += 1) document.querySelector('iframe')?.contentWindow?.postMessage({ articleExplorer: 1, id: i, command: 'setQuery', value }, '*');
    }, [messages, letters]);
    await expectSoon(async () => assert.equal(await explorer.evaluate(() => /** @type {any} */ (window).came), messages), 30_000);
    const seconds = (performance.now() - began) / 1000;
    const read = await explorer.evaluate(() => /** @type {any} */ (window).read);
    // 10 at once, and 5 for each second that it took.
    assert.ok(read > 0 && read <= 11 + 5 * seconds, `${read} were read in ${seconds} s`);
    assert.deepEqual(await standing(explorer), before);
    await goTo(explorer, 'Videos');
  });
}

pageTest('After a redirect nobody is told where it led', onHost((origin) => (
  frame(`moved?ui=table&host=${origin}&key=secret#v=1&view=charts`)
)), async (page) => {
  const [explorer] = await explorers(page);
  assert.equal(await explorer.evaluate(() => new URLSearchParams(location.search).get('key')), 'secret');
  await becomes(async () => await lastHeight(page) > 0, true);
  const heard = await page.evaluate(() => /** @type {any} */ (window).heard.map((/** @type {any} */ { data }) => data));
  const flourish = heard.filter((/** @type {unknown} */ data) => typeof data === 'string').map(JSON.parse);
  assert.ok(flourish.length > 0);
  for (const message of flourish) assert.deepEqual({ ...message, height: 0 }, { sender: 'Flourish', context: 'iframe.resize', method: 'resize', height: 0 });
  assert.ok(!JSON.stringify(heard).includes('secret'));
});

/** @param {(page: import('playwright-core').Page) => Promise<void>} body */
const withoutAncestorOrigins = (body) => async (/** @type {import('playwright-core').Page} */ page) => {
  try {
    await body(page);
  } finally {
    site.hasAncestorOrigins = true;
  }
};
/** @param {string} others in the frame's list of hosts */
const unknowing = (others, own = true) => onHost((origin) => {
  site.hasAncestorOrigins = false;
  return frame(`?host=${others}${own ? `,${origin}` : ''}`);
}, {
  // Every page on the list is told; those that are not there never hear it, which the browser notes.
  expected: [/^request: http:\/\/127\.0\.0\.1:/, /Failed to execute 'postMessage' on 'DOMWindow': The target origin provided/],
});

pageTest('Where the browser does not say who is around, an allowed host is told and answered all the same', unknowing('https://example.org'), withoutAncestorOrigins(async (page) => {
  const [explorer] = await explorers(page);
  assert.ok(site.requests.some(({ path }) => path === '/host_messages.js'));
  await becomes(async () => (await told(page, 'ready')).length, 1);
  assert.equal((await ask(page, 'setView', 'charts', 1)).state.view, 'charts');
  await becomes(async () => (await told(page, 'state')).at(-1)?.view, 'charts');
  await goTo(explorer, 'Videos');
  await becomes(async () => (await told(page, 'state')).at(-1)?.view, 'videos');
}));

pageTest('Where the browser does not say who is around, others than the allowed hosts hear of the height alone', unknowing('https://example.org', false), withoutAncestorOrigins(async (page) => {
  const [explorer] = await explorers(page);
  await becomes(async () => await lastHeight(page) > 0, true);
  const before = await standing(explorer);
  await page.evaluate(() => document.querySelector('iframe')?.contentWindow?.postMessage({ articleExplorer: 1, id: 1, command: 'setQuery', value: 'region:KR' }, '*'));
  await afterAllOfThem(page);
  assert.deepEqual(await standing(explorer), before);
  await goTo(explorer, 'Videos');
  await afterAllOfThem(page);
  assert.deepEqual(await secrets(page), []);
}));
