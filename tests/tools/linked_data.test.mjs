// What the built page says to search engines: JSON-LD by schema.org's own types, and nothing that the dataset does not
// state.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { Dataset, linkedData, makePage, pageHtml, readElements } from './page.mjs';
import { findProblems } from './schema_org.mjs';

const Facts = Dataset._article_explorer;
const Most = 20;
const BudgetBytes = 1500;

const document = (...things) => ({ '@context': 'https://schema.org', '@graph': things });
const listNamed = (data, type) => data['@graph'].find((thing) => thing['@type'] === 'ItemList' && thing.itemListElement[0]['@type'] === type);

/** A row's value, unless somebody concluded it. */
const stated = (row, member) => (row.inferred?.includes(member) ? undefined : row[member]);
/** A date that ISO 8601 can write, as EDTF has it. */
const plainDate = (row) => (/^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(stated(row, 'date') ?? '') ? row.date : undefined);
const oneOrAll = (values = []) => (values.length > 1 ? values : values[0]);
/** As JSON has it: without members that are undefined. */
const asJson = (value) => JSON.parse(JSON.stringify(value));

test('The checker finds nothing wrong with what is right', () => {
  assert.deepEqual(findProblems(document(
    { '@type': 'NewsArticle', headline: 'A', datePublished: '2024-02-29T10:00:00Z', author: [{ name: 'B' }, { '@type': 'Person', name: 'C' }] },
    { '@type': 'MusicRecording', name: 'A', datePublished: '2023', byArtist: { '@type': 'MusicGroup', name: 'B' }, duration: 'PT4M' },
    { '@type': 'ItemList', numberOfItems: 1, itemListElement: [{ '@type': 'VideoObject', name: 'A', uploadDate: '2023-03', url: 'https://example.org' }] },
  )), []);
});

test('The checker finds what is wrong', () => {
  const cases = [
    [{ '@type': 'NewsStory', headline: 'A' }, /NewsStory.* is no type/],
    [{ headline: 'A' }, /is no type/],
    [{ '@type': 'NewsArticle', title: 'A' }, /NewsArticle has no such property/],
    [{ '@type': 'NewsArticle', headline: '' }, /is none of Text/],
    [{ '@type': 'NewsArticle', headline: null }, /null is none of Text/],
    [{ '@type': 'NewsArticle', keywords: [] }, /an empty list/],
    [{ '@type': 'NewsArticle', author: 'A' }, /is none of Organization, Person/],
    [{ '@type': 'NewsArticle', author: { '@type': 'ItemList', name: 'A' } }, /ItemList is none of Organization, Person/],
    [{ '@type': 'NewsArticle', author: { legalName: 'A' } }, /Person has no such property/],
    [{ '@type': 'NewsArticle', datePublished: '2023-12-22~' }, /is none of Date, DateTime/],
    [{ '@type': 'NewsArticle', datePublished: '2023-02-29' }, /is none of Date, DateTime/],
    [{ '@type': 'NewsArticle', datePublished: '2023-13' }, /is none of Date, DateTime/],
    [{ '@type': 'NewsArticle', datePublished: '2023-12-22T10:00:00' }, /is none of Date, DateTime/],
    [{ '@type': 'NewsArticle', url: 'javascript:alert(1)' }, /is none of URL/],
    [{ '@type': 'NewsArticle', url: 'https://example.org/a b' }, /is none of URL/],
    [{ '@type': 'NewsArticle', uploadDate: '2023' }, /NewsArticle has no such property/],
    [{ '@type': 'VideoObject', duration: 'about PT30M' }, /is none of Duration/],
    [{ '@type': 'VideoObject', name: { '@type': 'Thing', name: 'A' } }, /a thing where Text is expected/],
    [{ '@type': 'ItemList', numberOfItems: '3' }, /is none of Integer/],
    [{ '@type': 'ItemList', itemListElement: [{ '@type': 'Video' }] }, /is no type/],
    ['A', /not a thing/],
  ];
  for (const [thing, problem] of cases) {
    const problems = findProblems(document(thing));
    assert.equal(problems.length, 1, `${JSON.stringify(thing)}: ${problems}`);
    assert.match(problems[0], problem);
  }
  assert.equal(findProblems({ '@context': 'http://schema.org', '@graph': [] }).length, 1);
  assert.equal(findProblems({ ...document(), name: 'A' }).length, 1);
});

test('The page holds one block of data, in its head, that is right by schema.org', () => {
  const blocks = readElements(pageHtml(), 'script').filter(({ type }) => type === 'application/ld+json');
  assert.equal(blocks.length, 1);
  assert.ok(pageHtml().indexOf('ld+json') < pageHtml().indexOf('</head>'));
  assert.deepEqual(findProblems(linkedData(pageHtml())), []);
});

test('The dataset is described, with its file', () => {
  const [dataset] = linkedData(pageHtml())['@graph'];
  assert.equal(dataset['@type'], 'Dataset');
  assert.equal(dataset.name, Dataset.title);
  assert.equal(dataset.description, Dataset.description);
  assert.equal(dataset.inLanguage, Dataset.language);
  assert.match(dataset.temporalCoverage, /^(?:\.\.|\d{4}(?:-\d\d){0,2})(?:\/(?:\.\.|\d{4}(?:-\d\d){0,2}))?$/);
  for (const name of ['Region', 'Position', 'Date', 'Duration']) assert.ok(dataset.variableMeasured.includes(name), name);
  assert.equal(dataset.distribution.encodingFormat, 'application/feed+json');
  assert.equal(new URL(dataset.distribution.contentUrl, 'https://page.example/x/').pathname.split('/').at(-1), 'articles.json');
});

test('Articles say what their items state', () => {
  const list = listNamed(linkedData(pageHtml()), 'NewsArticle');
  assert.equal(list.numberOfItems, Dataset.items.length);
  assert.deepEqual(list.itemListElement, asJson(Dataset.items.slice(0, Most).map((item) => ({
    '@type': 'NewsArticle', headline: item.title, keywords: oneOrAll(item.tags), url: item.url,
  }))), 'the bundled items have no date and no author');
});

test('Releases say what is stated, and nothing that was concluded', () => {
  const list = listNamed(linkedData(pageHtml()), 'MusicRecording');
  assert.equal(list.numberOfItems, Facts.releases.length);
  const types = { single: 'MusicRecording', album: 'MusicAlbum', docuseries: 'CreativeWork' };
  assert.deepEqual(list.itemListElement, asJson(Facts.releases.slice(0, Most).map((row) => ({
    '@type': types[row.kind],
    additionalType: types[row.kind] === 'CreativeWork' ? row.kind : undefined,
    name: row.title,
    byArtist: types[row.kind] === 'CreativeWork' ? undefined : oneOrAll(stated(row, 'artists').map((name) => ({ '@type': 'MusicGroup', name }))),
    datePublished: plainDate(row),
  }))));
  assert.ok(list.itemListElement.every((thing) => !('datePublished' in thing)), 'all three dates are inferred');
});

test('Videos say what is stated; a length that is "about" is none', () => {
  const list = listNamed(linkedData(pageHtml()), 'VideoObject');
  assert.equal(list.numberOfItems, Facts.videos.length);
  assert.deepEqual(list.itemListElement, asJson(Facts.videos.slice(0, Most).map((row) => ({
    '@type': 'VideoObject', additionalType: row.kind, name: row.title, publisher: row.publisher && { name: row.publisher },
    uploadDate: plainDate(row), duration: row.duration_approximate ? undefined : row.duration, url: row.url, thumbnailUrl: row.thumbnail,
  }))));
  assert.ok(list.itemListElement.some((thing) => thing.uploadDate === '2023-12-23'));
  assert.ok(Facts.videos.some((row) => row.duration_approximate), 'there is one to leave out');
});

test('It is data and no script: the policy has no exception for it', () => {
  const policy = readElements(pageHtml(), 'meta').find((meta) => meta['http-equiv'] === 'Content-Security-Policy').content;
  assert.match(policy, /(?:^|; )script-src 'self' 'wasm-unsafe-eval'(?:;|$)/);
  assert.doesNotMatch(policy, /unsafe-inline|'sha\d|'nonce-/);
  for (const { type, src } of readElements(pageHtml(), 'script')) {
    assert.ok(type === 'application/ld+json' ? src === undefined : src !== undefined, 'no script is inline');
  }
});

test('What the head says for others stays small', () => {
  const packed = (/** @type {string} */ text) => brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
  }).length;
  const html = pageHtml();
  const bare = html.replace(/<script type="application\/ld\+json">.*?<\/script>/s, '').replace(/<meta (?:property="og|name="twitter):[^>]*>/g, '');
  assert.ok(html.length - bare.length > 1000, 'it was found');
  assert.ok(packed(html) - packed(bare) <= BudgetBytes, `${packed(html) - packed(bare)} bytes`);
});

test('Words of the dataset stay words, whatever they look like', async (t) => {
  const nasty = '</script><script>alert("1")</script><!-- \\ & @TABLES@ @LINKED_DATA@ \u2028 \u0007';
  const html = await makePage(t, {
    version: 'https://jsonfeed.org/version/1.1',
    title: nasty,
    description: nasty,
    items: [{ id: 'a', title: nasty, content_text: nasty, authors: [{ name: nasty }], date_published: '2023-12-22T09:30:00+09:00' }],
    _article_explorer: {
      version: 1,
      videos: [{ id: 'v', title: nasty, kind: nasty, duration: 'PT4M12S', date: '2023-12', evidence: [{ article: 'a' }] }],
    },
  }, (folder) => pageHtml(folder));
  const [dataset, articles, videos] = linkedData(html)['@graph'];
  assert.equal(dataset.name, nasty);
  assert.deepEqual(articles.itemListElement, [
    { '@type': 'NewsArticle', headline: nasty, datePublished: '2023-12-22T00:30:00Z', author: { name: nasty } },
  ]);
  assert.deepEqual(videos.itemListElement, [
    { '@type': 'VideoObject', additionalType: nasty, name: nasty, uploadDate: '2023-12', duration: 'PT4M12S' },
  ]);
  assert.equal(html.match(/<script/g)?.length, 2, 'the program and the data');
  assert.equal(html.match(/<!--/g), null);
  assert.equal(html.match(/<table/g)?.length, 2, 'the tables stand once');
  assert.deepEqual(findProblems(linkedData(html)), []);
});
