// @ts-check
// Serves one product's page for the comparison: the adapter pages, the packages below /npm/, the datasets below
// /data/, and for this explorer its dist/. Isolated from other origins, so that the page's clock has a
// resolution of 5 microseconds. Remembers what was fetched.
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { contentType, startServer } from '../../../web/tools/serve.mjs';

const Isolated = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};
const AdapterScript = '<script type="module" src="/peers/explorer.js"></script>';

/**
 * @typedef {object} Folders
 * @property {string} pages adapter pages
 * @property {string} packages node_modules
 * @property {string} data generated datasets
 * @property {string} dist this explorer
 */

/** @typedef {{url: string, fetched: Set<string>, close: () => Promise<void>}} ProductServer `fetched`: files */

/** @param {Folders} folders @param {boolean} isExplorer @returns {Promise<ProductServer>} */
export async function serveProduct(folders, isExplorer) {
  /** @type {Set<string>} */
  const fetched = new Set();
  const root = isExplorer ? folders.dist : folders.pages;
  const places = [['/npm/', folders.packages], ['/data/', folders.data], ['/peers/', folders.pages]];

  /** @param {import('node:http').ServerResponse} response @param {string} file */
  const send = (response, file) => {
    const size = statSync(file, { throwIfNoEntry: false })?.size;
    if (size === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': contentType(file), 'Content-Length': size });
    return void createReadStream(file).pipe(response);
  };
  const { url, close } = await startServer({
    root,
    headers: Isolated,
    intercept: (_request, response, path) => {
      const place = places.find(([prefix]) => path.startsWith(prefix));
      const file = normalize(place ? join(place[1], path.slice(place[0].length)) : join(root, path.endsWith('/') ? `${path}index.html` : path));
      if (!place?.[0].startsWith('/data') && !(isExplorer && place)) fetched.add(file);
      if (place) {
        if (!file.startsWith(place[1])) response.writeHead(404).end();
        else send(response, file);
        return true;
      }
      if (!isExplorer || !file.endsWith(join(root, 'index.html'))) return false;
      response.writeHead(200, { 'Content-Type': contentType(file) });
      response.end(readFileSync(file, 'utf8').replace('</body>', `${AdapterScript}</body>`));
      return true;
    },
  });
  return { url, close, fetched };
}

/** @type {Map<string, {gzip: number, brotli: number}>} */
const packed = new Map();

/** What the files weigh on their way, packed as a good host packs them. @param {Iterable<string>} files */
export function wireSize(files) {
  const total = { gzip: 0, brotli: 0 };
  for (const file of files) {
    if (!packed.has(file) && statSync(file, { throwIfNoEntry: false })) {
      const bytes = readFileSync(file);
      // The largest file (34 MB) would take minutes at the best quality and gain a few percent.
      const quality = bytes.length > 8e6 ? 9 : 11;
      const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: 24 } });
      packed.set(file, {
        gzip: Math.min(bytes.length, gzipSync(bytes, { level: 9 }).length),
        brotli: Math.min(bytes.length, brotli.length),
      });
    }
    total.gzip += packed.get(file)?.gzip ?? 0;
    total.brotli += packed.get(file)?.brotli ?? 0;
  }
  return total;
}
