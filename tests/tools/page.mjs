// The built page as a text, and pages made by the build's own tool from other datasets or for another address.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const Project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const Dist = resolve(process.env.EXPLORER_DIST ?? join(Project, 'dist'));
const WasmBuild = resolve(process.env.EXPLORER_WASM_BUILD ?? join(Project, 'build/wasm'));
const Tool = join(WasmBuild, 'src/make_static_page.js');
export const Dataset = JSON.parse(readFileSync(join(Dist, 'articles.json'), 'utf8'));

export const pageHtml = (folder = Dist) => readFileSync(join(folder, 'index.html'), 'utf8');

const Entities = { amp: '&', lt: '<', gt: '>', quot: '"' };
const unescaped = (/** @type {string} */ text) => text.replace(/&(amp|lt|gt|quot);/g, (_, name) => Entities[name]);

/** The attributes of all elements of one name. @param {string} html @param {string} name @returns {Record<string, string>[]} */
export function readElements(html, name) {
  return [...html.matchAll(new RegExp(`<${name}((?:\\s+[\\w:-]+="[^"]*")*)\\s*>`, 'g'))].map(([, attributes]) =>
    Object.fromEntries([...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key, unescaped(value)])));
}

/** The page's JSON-LD, found as a browser finds it: up to the first thing that ends a script. @param {string} html */
export function linkedData(html) {
  const text = /<script type="application\/ld\+json">(.*?)<\/script/is.exec(html)?.[1];
  if (text === undefined) throw new Error('the page has no JSON-LD');
  return JSON.parse(text);
}

/**
 * Runs the build's tool. @param {string} folder where it writes
 * @param {{dataset?: string, site?: string, late?: string}} options file of the dataset; the page's address; the file of the
 *   program's late part
 */
export function runPageTool(folder, { dataset = join(Dist, 'articles.json'), site, late = join(Dist, 'explorer_late.wasm') }) {
  if (!existsSync(Tool)) throw new Error(`${Tool} is missing: ./build-wasm.sh makes it`);
  const web = join(Project, 'web');
  const files = [dataset, join(web, 'index.html'), join(web, 'style.css'), join(Dist, 'explorer.wasm'), late, folder];
  return spawnSync(process.execPath, [Tool, ...files, ...(site === undefined ? [] : [site])], { encoding: 'utf8' });
}

/** A folder that is gone after the test. @param {import('node:test').TestContext} t */
export function temporaryFolder(t) {
  const folder = mkdtempSync(join(tmpdir(), 'explorer-page-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

/**
 * A page made from a dataset of one's own, and what `read` finds in its folder.
 * @template T @param {import('node:test').TestContext} t @param {object} dataset @param {(folder: string) => T} read
 */
export function makePage(t, dataset, read) {
  const folder = temporaryFolder(t);
  const file = join(folder, 'data.json');
  writeFileSync(file, JSON.stringify(dataset));
  const { status, stderr } = runPageTool(folder, { dataset: file });
  if (status !== 0) throw new Error(stderr);
  return read(folder);
}
