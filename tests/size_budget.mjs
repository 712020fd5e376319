// Adds up what the first view loads, in brotli bytes, and fails over the budget. Counted: the start page,
// whatever it refers to, the modules that those import, and the files that first_view.json names because a
// script loads them. The map comes after the first view and has a budget of its own.
// Usage: node size_budget.mjs [DIST_FOLDER]
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const MapFile = 'map.bin';
const MapBudget = 40_000;  // brotli bytes; 1 KB = 1000 bytes
/** What pages load that embed the explorer. */
const EmbedFile = 'embed.js';
const EmbedBudget = 3_000;

/** Relative addresses of what a page loads at once (its links to other pages and icons are not loaded). */
export function pageReferences(html) {
  const references = [];
  for (const [tag] of html.matchAll(/<(?:script|link|img|source|iframe)\b[^>]*>/gi)) {
    if (/^<link/i.test(tag) && !/\brel=["']?(?:stylesheet|preload|modulepreload|icon)\b/i.test(tag)) continue;
    const address = /\s(?:src|href)=["']?([^"'\s>]+)/i.exec(tag)?.[1];
    if (address && !/^(?:[a-z]+:|#)/i.test(address)) references.push(address.replace(/[?#].*$/, ''));
  }
  return references;
}

/** Relative addresses of a module's static imports and a style sheet's url(). */
export function moduleReferences(path, text) {
  const pattern = path.endsWith('.css')
    ? /url\(\s*["']?([^"')]+)["']?\s*\)/g
    : /(?:^|[;\n])\s*(?:import\b(?!\s*\()|export\b)[^;'"]*?["'](\.[^"']+)["']/g;
  return [...text.matchAll(pattern)].map((match) => match[1]).filter((address) => !/^(?:[a-z]+:|#)/i.test(address));
}

const readList = () => JSON.parse(readFileSync(join(here, 'first_view.json'), 'utf8'));

/** Paths in dist of what the first view loads, sorted. @param {string} dist @returns {string[]} */
export function firstViewFiles(dist, { start, loaded_by_script: loadedByScript } = readList()) {
  const files = new Set();
  const waiting = [start, ...loadedByScript];
  while (waiting.length > 0) {
    const path = posix.normalize(waiting.pop());
    if (files.has(path)) continue;
    files.add(path);
    if (!existsSync(join(dist, path))) throw new Error(`the first view loads ${path}, which is not in ${dist}`);
    const found = /\.html$/.test(path)
      ? pageReferences(readFileSync(join(dist, path), 'utf8'))
      : /\.(?:js|css)$/.test(path)
        ? moduleReferences(path, readFileSync(join(dist, path), 'utf8'))
        : [];
    waiting.push(...found.map((address) => posix.join(posix.dirname(path), address)));
  }
  return [...files].sort();
}

/** @returns {{path: string, plain: number, brotli: number}} */
export function measureFile(dist, path) {
  const bytes = readFileSync(join(dist, path));
  const packed = existsSync(join(dist, `${path}.br`)) ? readFileSync(join(dist, `${path}.br`)) : undefined;
  if (!packed || !brotliDecompressSync(packed).equals(bytes)) throw new Error(`${path}.br is not a packed copy of ${path}`);
  return { path, plain: bytes.length, brotli: packed.length };
}

/** @returns {{rows: {path: string, plain: number, brotli: number}[], total: number, budget: number}} */
export function measureFirstView(dist, list = readList()) {
  const rows = firstViewFiles(dist, list).map((path) => measureFile(dist, path));
  const total = rows.reduce((sum, row) => sum + row.brotli, 0);
  return { rows, total, budget: list.budget_brotli_bytes };
}

function printTable({ rows, total, budget }, map, embed) {
  const line = (name, plain, brotli) => console.log(name.padEnd(24), String(plain).padStart(10), String(brotli).padStart(10));
  line('first view', 'bytes', 'brotli');
  for (const row of rows) line(row.path, row.plain, row.brotli);
  line('total', rows.reduce((sum, row) => sum + row.plain, 0), total);
  line('budget', '', budget);
  line(`later: ${map.path}`, map.plain, map.brotli);
  line('budget', '', MapBudget);
  line(`elsewhere: ${embed.path}`, embed.plain, embed.brotli);
  line('budget', '', EmbedBudget);
}

if (process.argv[1]?.endsWith('size_budget.mjs')) {
  try {
    const dist = process.argv[2] ?? join(here, '..', 'dist');
    const measured = measureFirstView(dist), map = measureFile(dist, MapFile), embed = measureFile(dist, EmbedFile);
    printTable(measured, map, embed);
    if (measured.total > measured.budget) throw new Error(`${measured.total - measured.budget} bytes over the budget`);
    if (map.brotli > MapBudget) throw new Error(`${MapFile} is ${map.brotli - MapBudget} bytes over its budget`);
    if (embed.brotli > EmbedBudget) throw new Error(`${EmbedFile} is ${embed.brotli - EmbedBudget} bytes over its budget`);
  } catch (error) {
    console.error(`size budget: ${error.message}`);
    process.exitCode = 1;
  }
}
