// What other sites read of the built page: Open Graph, the picture, oEmbed, and the address that some of it needs.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import { Dataset, Dist, linkedData, pageHtml, readElements, runPageTool, temporaryFolder } from './page.mjs';

const Site = 'https://example.org/news & more/'.replaceAll(' ', '%20');
const MostPictureBytes = 300_000;

const metas = (html) => Object.fromEntries(readElements(html, 'meta').filter((meta) => meta.property ?? meta.name)
  .map((meta) => [meta.property ?? meta.name, meta.content]));
const links = (html) => readElements(html, 'link');
const discovery = (html) => links(html).filter(({ type }) => type === 'application/json+oembed');
/** All that makes sense only with an address. */
const absoluteParts = (html) => [
  ...Object.keys(metas(html)).filter((name) => /^og:(?:url|image)/.test(name)),
  ...links(html).filter(({ rel }) => rel === 'canonical').map(({ rel }) => rel),
  ...discovery(html).map(({ type }) => type),
];

function madeFor(t, site) {
  const folder = temporaryFolder(t);
  const { status, stderr } = runPageTool(folder, { site });
  assert.equal(stderr, '');
  assert.equal(status, 0);
  return folder;
}

test('The built page has a title and a description for whoever posts it, and names its feed', () => {
  const html = pageHtml(), meta = metas(html);
  assert.equal(meta['og:title'], Dataset.title);
  assert.equal(meta['og:description'], Dataset.description);
  assert.equal(meta['og:type'], 'website');
  assert.equal(meta['og:site_name'], 'Article Explorer');
  assert.match(meta['twitter:card'], /^summary(?:_large_image)?$/);
  const feeds = links(html).filter(({ type }) => type === 'application/feed+json');
  assert.deepEqual(feeds.map(({ rel, href, title }) => [rel, href, title]), [['alternate', 'articles.json', Dataset.title]]);
});

test('The built page has everything that needs an address, or nothing of it', () => {
  const parts = absoluteParts(pageHtml());
  assert.equal(existsSync(join(Dist, 'oembed.json')), parts.length > 0);
  if (parts.length > 0) assert.deepEqual([parts.includes('canonical'), parts.includes('og:image')], [true, true]);
});

test('The picture is a rendering of 1200 by 630', () => {
  const file = join(Dist, 'preview.png');
  const { width, height, data } = PNG.sync.read(readFileSync(file));
  assert.deepEqual([width, height], [1200, 630]);
  const pixels = new Uint32Array(data.buffer, data.byteOffset, data.length / 4);
  assert.ok(new Set(pixels).size > 200, 'it shows something');
  assert.ok(statSync(file).size < MostPictureBytes, `${statSync(file).size} bytes`);
});

test('Without an address nothing claims one', (t) => {
  const folder = madeFor(t, undefined);
  assert.deepEqual(absoluteParts(pageHtml(folder)), []);
  assert.equal(metas(pageHtml(folder))['twitter:card'], 'summary');
  assert.equal(existsSync(join(folder, 'oembed.json')), false);
});

test('With an address the head says it in full', (t) => {
  const html = pageHtml(madeFor(t, Site.slice(0, -1))), meta = metas(html);
  assert.equal(meta['og:url'], Site);
  assert.equal(meta['og:image'], `${Site}preview.png`);
  assert.deepEqual([meta['og:image:width'], meta['og:image:height'], meta['og:image:type']], ['1200', '630', 'image/png']);
  assert.ok(meta['og:image:alt'].includes(Dataset.title));
  assert.equal(meta['twitter:card'], 'summary_large_image');
  assert.deepEqual(links(html).filter(({ rel }) => rel === 'canonical').map(({ href }) => href), [Site]);
  const [dataset] = linkedData(html)['@graph'];
  assert.deepEqual([dataset.url, dataset.distribution.contentUrl], [Site, `${Site}articles.json`]);
});

test('The oEmbed answer is found from the page and is what version 1.0 asks for', (t) => {
  const folder = madeFor(t, Site);
  const found = discovery(pageHtml(folder));
  assert.equal(found.length, 1);
  assert.equal(found[0].rel, 'alternate');
  const address = new URL(found[0].href);
  assert.equal(address.href.split('?')[0], `${Site}oembed.json`);
  assert.deepEqual([...address.searchParams], [['format', 'json'], ['url', Site]]);

  const answer = JSON.parse(readFileSync(join(folder, 'oembed.json'), 'utf8'));
  assert.deepEqual([answer.type, answer.version], ['rich', '1.0']);
  assert.equal(answer.title, Dataset.title);
  assert.deepEqual([answer.provider_name, answer.provider_url], ['Article Explorer', Site]);
  assert.ok(Number.isInteger(answer.width) && answer.width >= 280 && answer.width <= 400, 'it fits where little is left');
  assert.ok(Number.isInteger(answer.height) && answer.height > 0);
  const thumbnail = ['thumbnail_url', 'thumbnail_width', 'thumbnail_height'].filter((name) => name in answer);
  assert.deepEqual(thumbnail, [], 'one would have to obey maxwidth');
  const [frame] = readElements(answer.html, 'iframe');
  assert.equal(answer.html.match(/</g).length, 2, 'one element and nothing else');
  assert.deepEqual(frame, {
    src: Site, title: Dataset.title, width: '100%', height: String(answer.height), loading: 'lazy', frameborder: '0',
  });
});

test('An answer for an address that no longer holds is taken away', (t) => {
  const folder = madeFor(t, Site);
  assert.ok(existsSync(join(folder, 'oembed.json')));
  assert.equal(runPageTool(folder, { site: '' }).status, 0);
  assert.equal(existsSync(join(folder, 'oembed.json')), false);
  assert.deepEqual(absoluteParts(pageHtml(folder)), []);
});

test('A wrong address ends the build with one sentence, and nothing is written', (t) => {
  const folder = temporaryFolder(t);
  for (const [site, fault] of [
    ['example.org', /does not start with https:\/\/ or http:\/\//],
    ['https:///explorer', /names no host/],
    ['https://example.org/?a', /without \? and #/],
  ]) {
    const { status, stdout, stderr } = runPageTool(folder, { site });
    assert.notEqual(status, 0);
    assert.equal(stdout, '');
    assert.match(stderr, /^make_static_page: EXPLORER_SITE_URL is "[^\n]*\n$/);
    assert.match(stderr, fault);
  }
  assert.equal(existsSync(join(folder, 'index.html')), false);
});
