// Small feeds for the tests of loading, how a server gives them, and what the page says of them.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { becomes, Dist, expectSoon, tab } from './harness.mjs';

const FeedType = 'application/feed+json';

const article = (n) => ({ id: `${n}`, title: `Article ${n}`, date_published: '2024-01-02T00:00:00Z', tags: [`tag ${n % 7}`] });
export const articles = (from, count) => Array.from({ length: count }, (_, i) => article(from + i));
export const feed = (items, more = {}) => JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Another feed', ...more, items });
export const lines = (items) => items.map((item) => JSON.stringify(item)).join('\n');

/** Answers for files by name: a text, or a function that answers itself. */
export function serve(files, type = FeedType) {
  return (request, response, path) => {
    const answer = files[path.slice(1)];
    if (answer === undefined) return false;
    if (typeof answer === 'function') {
      answer(response, request);
    } else {
      response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' });
      response.end(answer);
    }
    return true;
  };
}

/** Sends a part of a text, and returns how to send the rest of it. */
export function sendPart(response, text, bytes) {
  response.writeHead(200, { 'Content-Type': FeedType, 'Content-Length': text.length, 'Cache-Control': 'no-store' });
  response.write(text.slice(0, bytes));
  return () => response.end(text.slice(bytes));
}

const shown = (page) => tab(page, 'Articles').getAttribute('aria-label');
export const showsArticles = (page, count) => becomes(() => shown(page), `Articles, ${count}`);
export const someArticles = async (page) => {
  await expectSoon(async () => assert.match(await shown(page) ?? '', /, [\d,]+$/));
  return Number((await shown(page)).replace(/\D/g, ''));
};
/** How many articles a load that was stopped has kept: what the page says in words and counts on the tab. */
export const keptArticles = async (page) => {
  let kept = 0;
  await expectSoon(async () => {
    kept = await someArticles(page);
    assert.ok(await page.getByText(`Stopped at ${kept.toLocaleString('en')} articles`).isVisible());
  });
  return kept;
};
export const progress = (page) => page.getByRole('progressbar', { name: 'Loading the dataset' });
export const button = (page, name) => page.getByRole('button', { name, exact: true });
export const alertText = async (page) => (await page.getByRole('alert').innerText()).replaceAll('\n', ' ');
export const saysAlert = (page, words) => expectSoon(async () => assert.match(await alertText(page), words));

/** The start page with limits of its own. */
export function serveStart(response, limits) {
  readFile(join(Dist, 'index.html'), 'utf8').then((text) => {
    const attributes = Object.entries(limits).map(([name, value]) => `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}="${value}"`);
    response.writeHead(200, { 'Content-Type': 'text/html', 'Cache-Control': 'no-store' });
    response.end(text.replace('<html ', `<html ${attributes.join(' ')} `));
  });
  return true;
}
