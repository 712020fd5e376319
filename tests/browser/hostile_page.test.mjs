// Data that somebody made to do harm, read by a reader who looks at everything: no text becomes HTML or a script, no
// address is followed or fetched unasked, no name reaches the prototypes. And a host page that talks nonsense changes
// nothing. (Values that make no sense are in bad_values, files that cannot be read in bad_input, the protocol of host
// pages in embed_protocol.)
import assert from 'node:assert/strict';
import { feed } from './feeds.mjs';
import { becomes, count, detail, dialog, expectSoon, explorerFrame, firstCell, goTo, hostPage, onEmptyPage, rows, search, suite, tab, waitForState } from './harness.mjs';

const { pageTest } = suite();
const Views = ['Articles', 'Releases', 'Chart reach', 'Videos'];
/** Whatever it is that a page would have to parse, run or ask for. */
const Markup = [
  '<img src=x onerror="window.hacked=1">',
  '<script>window.hacked=1</script>',
  '"><svg/onload=window.hacked=1>',
  '\'-window.hacked=1-\'',
  '</title></style></textarea><iframe srcdoc="<script>parent.hacked=1</script>">',
  '${window.hacked=1}{{constructor.constructor("window.hacked=1")()}}',
  '<a href="javascript:window.hacked=1">press</a><base href="https://third-party.example/">',
  'url(https://third-party.example/x.png) @import "https://third-party.example/x.css"; } * { color: red',
];
const Addresses = [
  'javascript:window.hacked=1',
  ' javascript:window.hacked=1',
  'JaVaScRiPt:window.hacked=1',
  'java\tscript:window.hacked=1',
  'data:text/html,<script>window.hacked=1</script>',
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="window.hacked=1"/>',
  'vbscript:window.hacked=1',
  'blob:https://third-party.example/1',
  'file:///etc/passwd',
  '//third-party.example/x',
  'https:/\\third-party.example',
  'view-source:https://third-party.example/',
  'https://third-party.example/a"onmouseover="window.hacked=1',
];
const markup = (i) => Markup[i % Markup.length];
const address = (i) => Addresses[i % Addresses.length];
const evidence = [{ article: 'a0', paragraph: 1 }];

const Hostile = feed(Addresses.map((url, i) => ({
  id: `a${i}`, title: `${markup(i)} ${i}`, summary: markup(i + 1), url, image: url, banner_image: url, external_url: url,
  ...(i % 2 ? { content_text: markup(i + 2) } : { content_html: `<p onclick="window.hacked=1">${Markup.join('</p><p>')}</p>` }),
  authors: [{ name: markup(i + 3), url, avatar: url }], tags: [markup(i + 4), `plain ${i}`], language: '"><script>',
  attachments: [{ url, mime_type: 'text/html' }],
})), {
  title: Markup[0], description: Markup[1], home_page_url: Addresses[0], feed_url: Addresses[4], icon: Addresses[5], favicon: Addresses[9],
  language: '"><img src=x>', hubs: [{ type: 'x', url: 'https://third-party.example/hub' }],
  _article_explorer: {
    version: 1,
    releases: Markup.map((text, i) => ({ id: `r${i}`, title: `${text} ${i}`, artists: [text], kind: markup(i + 1), labels: [markup(i + 2)], note: markup(i + 3), date: '2023-12-22', evidence })),
    chart_entries: Markup.map((text, i) => ({ id: `c${i}`, chart: text, provider: markup(i + 1), region: i % 2 ? 'KR' : '<b>', position: i + 1, release: `r${i}`, note: markup(i + 2), date: '2023-12-23', evidence })),
    videos: Addresses.map((url, i) => ({ id: `v${i}`, title: `${markup(i)} ${i}`, kind: markup(i + 1), publisher: markup(i + 2), series: markup(i + 3), people: [markup(i + 4)], note: markup(i), url, thumbnail: url, date: '2023-12-24', evidence }))
      .concat([{ id: 'far', title: 'Far picture', url: 'https://third-party.example/watch', thumbnail: 'https://third-party.example/t.png', date: '2023-12-24', evidence }]),
    events: Markup.map((text, i) => ({ id: `e${i}`, title: `${text} ${i}`, kind: text, place: text, people: [text], note: text, date: '2023-12-25', evidence })),
  },
});

/** What is in the page that could load, run or lead anywhere but to the web. */
const dangers = (page) => page.evaluate(() => {
  const found = [];
  const elements = /^(?:script|iframe|frame|object|embed|img|image|base|link|meta|form|style|use|foreignobject|animate|set|video|audio|source|template)$/i;
  for (const each of document.querySelectorAll('#app *')) {
    const name = each.localName;
    if (elements.test(name)) found.push(`<${name}>`);
    for (const { name: attribute, value } of each.attributes) {
      const said = `${name} ${attribute}="${value.slice(0, 80)}"`;
      if (/^on|^(?:srcdoc|formaction|action|background|ping|manifest)$/i.test(attribute)) found.push(said);
      if (/^(?:href|src|srcset|poster|xlink:href)$/i.test(attribute) && !(name === 'a' && /^https?:\/\//.test(value))) found.push(said);
      if (attribute === 'style' && /url\(|@import|expression/i.test(value)) found.push(said);
    }
    if (name !== 'a' || !each.hasAttribute('href')) continue;
    const rel = [...each.relList].sort().join(' ');
    if (rel !== 'noopener noreferrer' || each.target !== '_blank') found.push(`a rel="${rel}" target="${each.target}"`);
  }
  if (window.hacked !== undefined) found.push('a script ran');
  if (frames.length > 0) found.push('a frame');
  return found;
});
const isHarmless = async (page, where) => assert.deepEqual(await dangers(page), [], where);

async function openEach(page, view) {
  await goTo(page, view);
  const total = await rows(page).count();
  assert.ok(total > 0, view);
  for (let i = 0; i < total; i++) {
    await rows(page).nth(i).getByRole('rowheader').click({ position: { x: 20, y: 10 } });
    await becomes(() => rows(page).nth(i).getAttribute('aria-current'), 'true');
    await expectSoon(async () => assert.equal(await detail(page).count(), 1));
    await isHarmless(page, `${view}, row ${i + 1}`);
  }
  await rows(page).first().getByRole('rowheader').click({ button: 'right', position: { x: 20, y: 10 } });
  await becomes(() => page.getByRole('menu').count(), 1);
  await isHarmless(page, `the menu of ${view}`);
  await page.keyboard.press('Escape');
  await becomes(() => page.getByRole('menu').count(), 0);
  await page.keyboard.press('Escape');
}

for (const query of ['', '?render=html']) {
  pageTest(`Whatever hostile data says is text, wherever a reader looks at it ${query}`, { query, dataset: Hostile }, async (page) => {
    const opened = [];
    for (const event of ['dialog', 'popup']) page.on(event, () => opened.push(event));
    await isHarmless(page, 'the overview');
    for (const view of Views) await openEach(page, view);
    await page.getByRole('button', { name: 'Show as cards' }).click();
    await becomes(() => page.getByRole('button', { name: 'Show as a table' }).count(), 1);
    await isHarmless(page, 'videos as cards');
    await page.getByRole('button', { name: 'Read as plain tables' }).click();
    await expectSoon(async () => assert.ok(await page.getByRole('table').count() > 0));
    await isHarmless(page, 'videos to be read');
    for (const view of Views.slice(0, 3)) {
      await goTo(page, view);
      await expectSoon(async () => assert.ok(await page.getByRole('table').count() > 0));
      await isHarmless(page, `${view} to be read`);
    }
    await page.keyboard.press('Escape');
    for (const text of Markup) {
      await search(page).fill(text);
      await isHarmless(page, `a search for ${text}`);
    }
    await search(page).fill('');
    assert.equal(await page.evaluate(() => document.title), Markup[0], 'a title is a text, too');
    assert.deepEqual(opened, []);
  });
}

pageTest('Only http and https are links, opened without a way back', { dataset: Hostile }, async (page) => {
  await goTo(page, 'Videos');
  await search(page).fill('"Far picture"');
  await becomes(() => rows(page).count(), 1);
  await rows(page).first().getByRole('rowheader').click();
  await becomes(() => detail(page).count(), 1);
  const links = await detail(page).locator('a[href]').evaluateAll((all) => all.map((each) => [each.getAttribute('href'), each.getAttribute('rel'), each.getAttribute('target')]));
  assert.ok(links.length > 0);
  assert.ok(links.every(([href, rel, target]) => href.startsWith('https://third-party.example/') && rel === 'noopener noreferrer' && target === '_blank'), JSON.stringify(links));
});

pageTest('A copied table has no markup of the data', {
  dataset: Hostile,
  prepare: () => addEventListener('copy', (event) => { window.copied = event.clipboardData.getData('text/html'); }),
}, async (page) => {
  await goTo(page, 'Releases');
  await firstCell(rows(page).first()).focus();
  await page.keyboard.press('Control+C');
  await becomes(() => page.evaluate(() => (window.copied ?? '').includes('window.hacked')), true, 'it is about one of these rows');
  const names = await onEmptyPage(page, (html) => [...new DOMParser().parseFromString(html, 'text/html').body.querySelectorAll('*')].map((each) => each.localName),
    await page.evaluate(() => window.copied));
  assert.deepEqual([...new Set(names)].filter((name) => !['table', 'thead', 'tbody', 'tr', 'th', 'td'].includes(name)), []);
});

/** Names that mean something to JavaScript, as text that JSON.parse makes members of. */
const Names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];
const named = (value) => `{${Names.map((name) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`;
const Prototypes = `{"version":"https://jsonfeed.org/version/1.1","title":"__proto__",${named({ polluted: 1 }).slice(1, -1)},"items":[${Names.map((name) => (
  `{"id":"${name}","title":"${name}","content_text":"${name}","tags":["${name}","constructor"],"authors":[{"name":"${name}"}],${named({ polluted: 1 }).slice(1, -1)}}`)).join(',')}],
  "_article_explorer":{"version":1,${named([]).slice(1, -1)},"releases":[${Names.map((name) => `{"id":"release ${name}","title":"${name}","kind":"${name}","artists":["${name}"],"evidence":[{"article":"${name}"}]}`).join(',')}],
  "chart_entries":[${Names.map((name, i) => `{"id":"${name}","chart":"${name}","provider":"${name}","region":"KR","position":${i + 1},"release":"release ${name}","evidence":[{"article":"${name}"}]}`).join(',')}]}}`;
const isClean = (page) => page.evaluate(() => {
  const empty = {};
  return [empty.polluted, Object.keys(Object.prototype).length, [].polluted, typeof empty.constructor, Object.getPrototypeOf(empty) === Object.prototype];
});

pageTest('Names that mean something to JavaScript are names like others', {
  dataset: Prototypes, query: '#v=1&view=charts&row=charts:__proto__&__proto__=1&constructor=2&columns.__proto__=x',
}, async (page) => {
  await becomes(() => detail(page).count(), 1);
  assert.match(await detail(page).innerText(), /__proto__/);
  for (const [view, wanted] of [['Articles', Names.length], ['Releases', Names.length], ['Chart reach', Names.length]]) {
    await becomes(() => tab(page, view).getAttribute('aria-label'), `${view}, ${wanted}`);
    await goTo(page, view);
    for (const name of Names) await becomes(() => rows(page).filter({ hasText: name }).count().then((found) => found > 0), true, `${view}: ${name}`);
  }
  await goTo(page, 'Articles');
  await search(page).fill('tag:__proto__');
  await becomes(() => rows(page).count(), 1);
  const tags = await page.evaluate(async () => {
    await window.articleExplorer.query('');
    return (await window.articleExplorer.facets('tag')).values.map(({ value }) => value);
  });
  assert.deepEqual(tags.sort(), [...Names].sort());
  for (const column of Names) {
    assert.deepEqual(await page.evaluate((name) => window.articleExplorer.facets(name), column), {}, `there is no column ${column}`);
  }
  assert.deepEqual(await isClean(page), [undefined, 0, undefined, 'function', true]);
});

pageTest('Names in options of the address are no options', { query: '?__proto__=1&constructor=x&lang=__proto__&toString=1' }, async (page) => {
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  await becomes(() => count(page).count(), 1);
  assert.deepEqual(await isClean(page), [undefined, 0, undefined, 'function', true]);
});

for (const data of ['javascript:alert(1)', 'data:application/json,{}', 'vbscript:x', 'file:///etc/passwd', 'blob:http://localhost/1', 'about:blank']) {
  pageTest(`"?data=${data}" is refused in words, and asked for nowhere`, { query: `?data=${encodeURIComponent(data)}`, state: 'failed' }, async (page) => {
    await expectSoon(async () => assert.match(await page.getByRole('alert').innerText(), /only addresses with http/));
    await isHarmless(page, data);
  });
}

pageTest('A host page that talks nonsense all the time changes nothing, and hears nothing of what is read', {
  path: 'host.html', state: null,
  intercept: hostPage('<iframe id="frame" src="index.html#v=1&view=charts" width="1000" height="640" title="Explorer"></iframe>'),
}, async (page) => {
  const frame = await explorerFrame(page);
  await page.evaluate(() => {
    window.heard = [];
    addEventListener('message', ({ data }) => window.heard.push(typeof data === 'string' ? data : JSON.stringify(data)));
    const loop = {};
    loop.loop = loop;
    const nonsense = [
      undefined, null, 0, -1n, NaN, '', 'resize', '{', '{"__proto__":{"polluted":1}}', [], [[[]]], {}, loop, new Date(), /x/, new Map([[1, loop]]),
      new Uint8Array(1000), new Error('x'), 'x'.repeat(100_000), JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
      { type: 'query', query: '<img src=x onerror=window.hacked=1>' }, { command: 'load', data: 'javascript:window.hacked=1' },
      { articleExplorer: 1, command: 'query', id: 1, query: 'nothing' }, { articleExplorer: { valueOf: 1 }, command: ['load'], id: loop },
      { jsonrpc: '2.0', method: 'eval', params: ['window.hacked=1'] },
    ];
    const { contentWindow } = document.getElementById('frame');
    window.sent = 0;
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      for (const each of nonsense) contentWindow.postMessage(each, '*');
      window.sent += nonsense.length;
      if (window.sent < 20_000) channel.port2.postMessage(0);
    };
    channel.port2.postMessage(0);
  });
  await search(frame).fill('region:KR');
  await becomes(() => count(frame).innerText(), '1 of 9 chart entries');
  await becomes(() => page.evaluate(() => window.sent >= 20_000), true);
  await tab(frame, 'Videos').click();
  await becomes(() => tab(frame, 'Videos').getAttribute('aria-selected'), 'true');
  assert.equal(await search(frame).inputValue(), 'region:KR');
  await waitForState(frame, 'ready');
  assert.equal(await frame.evaluate(() => window.hacked), undefined);
  assert.deepEqual(await isClean(frame), [undefined, 0, undefined, 'function', true]);
  assert.equal(await dialog(frame).count(), 0);
  const heard = await page.evaluate(() => window.heard);
  for (const word of ['Jimin', 'region', 'videos', 'iTunes']) assert.ok(!heard.some((text) => text?.includes(word)), `${word}: ${heard.slice(0, 5)}`);
});
