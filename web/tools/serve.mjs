// A small static server for dist/, for `./build-wasm.sh serve` and for the browser tests. It answers as the
// README advises a real host to: types by name, the packed copy a browser accepts, revalidation by ETag, the policy of
// a page as a header.
// Serves nothing outside its root, not even through a symbolic link. Node's own modules only.
import { createServer } from 'node:http';
import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {{path: string, size: number, modifiedMs: number}} FoundFile */

/**
 * @typedef {object} ServerOptions
 * @property {string} [root] folder to serve; default: dist
 * @property {number} [port] 0 or absent: any free one; a taken one is replaced by a free one
 * @property {number | ((path: string) => number)} [delay] milliseconds to wait before an answer
 * @property {(request: Request, response: Response, path: string) => boolean} [intercept] true: it has
 *   answered, or will; for tests of failures
 * @property {Record<string, string>} [headers] added to every answer
 */

const ContentTypes = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.mts', 'text/plain; charset=utf-8'],
  ['.ts', 'text/plain; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.wasm', 'application/wasm'],
  ['.svg', 'image/svg+xml; charset=utf-8'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.md', 'text/markdown; charset=utf-8'],
]);
const FeedNames = new Set(['articles.json']);
const Packings = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
];

/** @param {string} path */
export function contentType(path) {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (FeedNames.has(name)) return 'application/feed+json; charset=utf-8';
  return ContentTypes.get(extname(name)) ?? 'application/octet-stream';
}

/**
 * The packings that an Accept-Encoding header accepts, best for us first.
 * @param {string | undefined} header
 */
export function acceptedPackings(header) {
  const weights = new Map();
  for (const part of (header ?? '').toLowerCase().split(',')) {
    const [name, ...parameters] = part.trim().split(';');
    const weight = parameters.map((text) => /^\s*q=([0-9.]+)\s*$/.exec(text)?.[1]).find(Boolean);
    if (name) weights.set(name.trim(), weight === undefined ? 1 : Number(weight));
  }
  return Packings.filter(({ name }) => (weights.get(name) ?? weights.get('*') ?? 0) > 0);
}

/**
 * The file for a URL path, or undefined if there is none inside the root.
 * @param {string} root a real path
 * @param {string} urlPath decoded, starts with a slash
 * @returns {Promise<FoundFile | undefined>}
 */
async function findFile(root, urlPath) {
  if (urlPath.includes('\0')) return undefined;
  try {
    const path = await realpath(join(root, urlPath));
    if (!path.startsWith(root.endsWith(sep) ? root : root + sep)) return undefined;
    const status = await stat(path);
    return status.isFile() ? { path, size: status.size, modifiedMs: status.mtimeMs } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The copy to send: a packed one only if it was made from the file as it is now (compress.mjs gives both
 * the same time).
 * @param {string} root
 * @param {string} urlPath
 * @param {FoundFile} plain
 * @param {Request} request
 */
async function chooseCopy(root, urlPath, plain, request) {
  for (const packing of acceptedPackings(request.headers['accept-encoding'])) {
    const packed = await findFile(root, urlPath + packing.suffix);
    if (packed && Math.abs(packed.modifiedMs - plain.modifiedMs) < 2) return { file: packed, encoding: packing.name };
  }
  return { file: plain, encoding: '' };
}

/**
 * The security policy that a page states in its own head: the header says the same.
 * @param {string} html
 */
export function statedPolicy(html) {
  return /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1];
}

/** @param {string} header @param {string} tag */
function matchesTag(header, tag) {
  return header === '*' || header.split(',').some((part) => part.trim().replace(/^W\//, '') === tag);
}

/** @param {Response} response @param {Request} request @param {number} status @param {string} text */
function sendMessage(response, request, status, text) {
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${text}</title><h1>${text}</h1></html>\n`;
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': Buffer.byteLength(body) });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** @param {string} root @param {string} urlPath @param {FoundFile} plain @param {Request} request @param {Response} response */
async function sendFile(root, urlPath, plain, request, response) {
  const { file, encoding } = await chooseCopy(root, urlPath, plain, request);
  const tag = `"${Math.round(plain.modifiedMs).toString(36)}-${plain.size.toString(36)}${encoding && `-${encoding}`}"`;
  response.setHeader('ETag', tag);
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('Cache-Control', 'no-cache');
  const policy = extname(plain.path) === '.html' ? statedPolicy(await readFile(plain.path, 'utf8')) : undefined;
  if (policy) response.setHeader('Content-Security-Policy', policy);
  if (matchesTag(request.headers['if-none-match'] ?? '', tag)) {
    response.writeHead(304).end();
    return;
  }
  if (encoding) response.setHeader('Content-Encoding', encoding);
  response.writeHead(200, { 'Content-Type': contentType(urlPath), 'Content-Length': file.size });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  createReadStream(file.path)
    .on('error', () => response.destroy())
    .pipe(response);
}

/** The decoded path of a request, or undefined if it cannot be read. @param {Request} request */
function readPath(request) {
  const raw = (request.url ?? '').replace(/[?#].*$/s, '');
  if (!raw.startsWith('/')) return undefined;
  try {
    return decodeURIComponent(raw);
  } catch {
    return undefined;
  }
}

/** @param {string} root @param {ServerOptions} options @param {Request} request @param {Response} response */
async function answer(root, options, request, response) {
  const path = readPath(request);
  if (path === undefined) return sendMessage(response, request, 400, 'Bad request');
  const delay = typeof options.delay === 'function' ? options.delay(path) : (options.delay ?? 0);
  if (delay > 0) await new Promise((done) => setTimeout(done, delay));
  for (const [name, value] of Object.entries(options.headers ?? {})) response.setHeader(name, value);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (options.intercept?.(request, response, path)) return undefined;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return sendMessage(response, request, 405, 'Method not allowed');
  }
  const urlPath = path.endsWith('/') ? `${path}index.html` : path;
  const file = await findFile(root, urlPath);
  if (!file) return sendMessage(response, request, 404, 'Not found');
  return sendFile(root, urlPath, file, request, response);
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @returns {Promise<number>} the port that it got
 */
function listen(server, port) {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      const address = server.address();
      done(address && typeof address === 'object' ? address.port : port);
    });
  });
}

/**
 * Starts a server on this machine's loopback address.
 * @param {ServerOptions} [options]
 * @returns {Promise<{url: string, port: number, close: () => Promise<void>}>} url ends with a slash
 * @throws if the root is no folder
 */
export async function startServer(options = {}) {
  const root = await realpath(resolve(options.root ?? 'dist'));
  if (!(await stat(root)).isDirectory()) throw new Error(`${root} is not a folder`);
  const server = createServer((request, response) => {
    answer(root, options, request, response).catch(() => response.destroy());
  });
  const port = await listen(server, options.port ?? 0).catch((error) => {
    if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return listen(server, 0);
    throw error;
  });
  const close = () =>
    /** @type {Promise<void>} */ (
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      })
    );
  return { url: `http://localhost:${port}/`, port, close };
}

async function main() {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '8000' }, root: { type: 'string', default: 'dist' } } });
  const { url } = await startServer({ root: values.root, port: Number(values.port) });
  console.log(`Article Explorer is at ${url}`);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    console.error(`serve.mjs: ${error.message}`);
    process.exitCode = 1;
  });
}
