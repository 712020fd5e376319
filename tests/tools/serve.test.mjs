// The small server: what it sends, what it refuses, and its one line of output.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compressFolder } from '../../web/tools/compress.mjs';
import { acceptedPackings, contentType, startServer, statedPolicy } from '../../web/tools/serve.mjs';

const program = new URL('../../web/tools/serve.mjs', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'serve-test-'));
const root = join(folder, 'dist');
const style = 'p { color: red }\n'.repeat(50);
let server;

before(async () => {
  mkdirSync(join(root, 'sub'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  mkdirSync(join(folder, 'dist-twin'));
  writeFileSync(join(folder, 'dist-twin', 'secret.txt'), 'secret');
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>start</title>');
  writeFileSync(join(root, 'sub', 'index.html'), '<!doctype html><title>sub</title>');
  writeFileSync(join(root, 'style.css'), style);
  writeFileSync(join(root, 'explorer.wasm'), Buffer.from([0, 97, 115, 109]));
  symlinkSync(join(folder, 'secret.txt'), join(root, 'link.txt'));
  symlinkSync(folder, join(root, 'link-folder'));
  await compressFolder(root);
  server = await startServer({ root });
});

after(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

// A request exactly as written: fetch would tidy up paths and unpack bodies.
async function exchange(path, headers = {}, method = 'GET', to = server) {
  const socket = createConnection(to.port, '127.0.0.1');
  const lines = Object.entries({ Host: 'localhost', Connection: 'close', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
  const chunks = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  await once(socket, 'close');
  const bytes = Buffer.concat(chunks);
  const end = bytes.indexOf('\r\n\r\n');
  const [statusLine, ...rest] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const fields = Object.fromEntries(rest.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]));
  return { status: Number(statusLine.split(' ')[1]), headers: fields, body: bytes.subarray(end + 4) };
}

test('each kind of file has its media type', () => {
  const expected = {
    '/index.html': 'text/html; charset=utf-8',
    '/boot.js': 'text/javascript; charset=utf-8',
    '/explorer.mjs': 'text/javascript; charset=utf-8',
    '/explorer.wasm': 'application/wasm',
    '/articles.json': 'application/feed+json; charset=utf-8',
    '/other.json': 'application/json; charset=utf-8',
    '/icon.svg': 'image/svg+xml; charset=utf-8',
    '/unknown.xyz': 'application/octet-stream',
  };
  for (const [path, type] of Object.entries(expected)) assert.equal(contentType(path), type, path);
});

test('Accept-Encoding is read with its weights, brotli first', () => {
  const cases = [
    ['gzip, deflate, br', ['br', 'gzip']],
    ['gzip', ['gzip']],
    ['br;q=0, gzip;q=0.5', ['gzip']],
    ['*', ['br', 'gzip']],
    ['*;q=0', []],
    ['identity', []],
    ['BR', ['br']],
    ['brotli', []],
    [undefined, []],
  ];
  for (const [header, names] of cases) assert.deepEqual(acceptedPackings(header).map(({ name }) => name), names, String(header));
});

test('a browser that accepts brotli gets the brotli copy, with the type of the plain file', async () => {
  const answer = await exchange('/style.css', { 'Accept-Encoding': 'gzip, br' });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers['content-encoding'], 'br');
  assert.equal(answer.headers['content-type'], 'text/css; charset=utf-8');
  assert.equal(answer.headers.vary, 'Accept-Encoding');
  assert.equal(Number(answer.headers['content-length']), answer.body.length);
  assert.equal(brotliDecompressSync(answer.body).toString(), style);
});

test('a browser that accepts gzip alone gets the gzip copy, any other the plain file', async () => {
  const gzip = await exchange('/style.css', { 'Accept-Encoding': 'gzip' });
  assert.equal(gzip.headers['content-encoding'], 'gzip');
  assert.equal(gunzipSync(gzip.body).toString(), style);
  const plain = await exchange('/style.css');
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.equal(plain.headers.vary, 'Accept-Encoding');
  assert.equal(plain.body.toString(), style);
});

test('a packed copy older than its file is not sent', async () => {
  writeFileSync(join(root, 'changed.css'), 'old');
  await compressFolder(root);
  writeFileSync(join(root, 'changed.css'), 'new');
  utimesSync(join(root, 'changed.css'), 1000, 1000);
  const answer = await exchange('/changed.css', { 'Accept-Encoding': 'br' });
  assert.equal(answer.headers['content-encoding'], undefined);
  assert.equal(answer.body.toString(), 'new');
});

test('the ETag of each packing differs, and answers 304 without a body', async () => {
  const plain = await exchange('/style.css');
  const packed = await exchange('/style.css', { 'Accept-Encoding': 'br' });
  assert.notEqual(plain.headers.etag, packed.headers.etag);
  for (const tag of [plain.headers.etag, `W/${plain.headers.etag}`, `"other", ${plain.headers.etag}`, '*']) {
    const again = await exchange('/style.css', { 'If-None-Match': tag });
    assert.equal(again.status, 304, tag);
    assert.equal(again.body.length, 0);
    assert.equal(again.headers.etag, plain.headers.etag);
    assert.equal(again.headers['cache-control'], 'no-cache');
  }
  assert.equal((await exchange('/style.css', { 'If-None-Match': packed.headers.etag })).status, 200);
});

test('HEAD has the headers of GET and no body', async () => {
  const get = await exchange('/style.css');
  const head = await exchange('/style.css', {}, 'HEAD');
  assert.equal(head.status, 200);
  assert.equal(head.headers['content-length'], get.headers['content-length']);
  assert.equal(head.headers.etag, get.headers.etag);
  assert.equal(head.body.length, 0);
});

test('a folder answers with its start page', async () => {
  assert.match((await exchange('/')).body.toString(), /start/);
  assert.match((await exchange('/?q=region:KR')).body.toString(), /start/);
  assert.match((await exchange('/sub/')).body.toString(), /sub/);
});

test('the policy of a page is a header of its answer, too', async () => {
  const policy = "default-src 'none'; script-src 'self'";
  writeFileSync(join(root, 'strict.html'), `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><title>strict</title>`);
  assert.equal((await exchange('/strict.html')).headers['content-security-policy'], policy);
  assert.equal((await exchange('/strict.html', {}, 'HEAD')).headers['content-security-policy'], policy);
  assert.equal((await exchange('/')).headers['content-security-policy'], undefined);
  assert.equal((await exchange('/style.css')).headers['content-security-policy'], undefined);
  assert.equal(statedPolicy('<meta name="description" content="default-src">'), undefined);
});

test('nothing outside the root is served, however it is asked for', async () => {
  const paths = [
    '/../secret.txt',
    '/sub/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/sub/%2e%2e/%2e%2e/secret.txt',
    '/../dist-twin/secret.txt',
    '//../secret.txt',
    '/..\\secret.txt',
    '/link.txt',
    '/link-folder/secret.txt',
    '/index.html%00.css',
  ];
  for (const path of paths) {
    const answer = await exchange(path);
    assert.equal(answer.status, 404, path);
    assert.doesNotMatch(answer.body.toString(), /secret/, path);
  }
});

test('an unreadable address is a bad request, an unknown one is not found, a POST is not allowed', async () => {
  assert.equal((await exchange('/%zz')).status, 400);
  const missing = await exchange('/missing.js', { 'Accept-Encoding': 'br' });
  assert.equal(missing.status, 404);
  assert.match(missing.headers['content-type'], /text\/html/);
  const post = await exchange('/', {}, 'POST');
  assert.equal(post.status, 405);
  assert.equal(post.headers.allow, 'GET, HEAD');
});

test('a taken port is replaced by a free one', async () => {
  const second = await startServer({ root, port: server.port });
  try {
    assert.notEqual(second.port, server.port);
    assert.equal((await exchange('/', {}, 'GET', second)).status, 200);
  } finally {
    await second.close();
  }
});

test('tests can delay, intercept and add headers', async () => {
  const intercept = (request, response, path) => {
    if (path !== '/articles.json') return false;
    response.writeHead(503).end();
    return true;
  };
  const special = await startServer({ root, delay: (path) => (path === '/style.css' ? 80 : 0), intercept, headers: { 'X-Test': 'yes' } });
  try {
    const start = performance.now();
    assert.equal((await exchange('/style.css', {}, 'GET', special)).headers['x-test'], 'yes');
    assert.ok(performance.now() - start >= 75);
    assert.equal((await exchange('/articles.json', {}, 'GET', special)).status, 503);
  } finally {
    await special.close();
  }
});

test('a root that is missing is refused', async () => {
  await assert.rejects(startServer({ root: join(folder, 'nowhere') }), /nowhere/);
});

test('the program prints exactly one line, the address', async () => {
  const child = spawn(process.execPath, [program, '--root', root, '--port', String(server.port)]);
  try {
    const [chunk] = await once(child.stdout, 'data');
    const port = /^Article Explorer is at http:\/\/localhost:(\d+)\/\n$/.exec(String(chunk))?.[1];
    assert.ok(port, String(chunk));
    assert.equal((await exchange('/', {}, 'GET', { port: Number(port) })).status, 200);
  } finally {
    child.kill();
  }
});

test('packing a folder twice writes nothing the second time, and drops copies of removed files', async () => {
  const other = join(folder, 'pack');
  mkdirSync(other);
  writeFileSync(join(other, 'a.txt'), 'a');
  writeFileSync(join(other, 'gone.txt.br'), 'x');
  assert.deepEqual(await compressFolder(other), { written: 2, removed: 1 });
  assert.deepEqual(await compressFolder(other), { written: 0, removed: 0 });
  assert.equal(gunzipSync(readFileSync(join(other, 'a.txt.gz'))).toString(), 'a');
  writeFileSync(join(other, 'a.txt'), 'bb');
  utimesSync(join(other, 'a.txt'), 2000, 2000);
  assert.deepEqual(await compressFolder(other), { written: 2, removed: 0 });
  assert.equal(brotliDecompressSync(readFileSync(join(other, 'a.txt.br'))).toString(), 'bb');
});
