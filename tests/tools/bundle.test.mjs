// How the scripts of the page are joined (web/tools/bundle.mjs): one file for what the start needs, no module twice.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const Bundle = fileURLToPath(new URL('../../web/tools/bundle.mjs', import.meta.url));
const run = promisify(execFile);

/** Scripts in a folder, and what the bundler makes of them. @param {import('node:test').TestContext} t @param {Record<string, string>} scripts @param {string[]} rest of the command line behind the words */
async function bundle(t, scripts, rest) {
  const folder = await mkdtemp(join(tmpdir(), 'bundle-'));
  t.after(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(scripts)) await writeFile(join(folder, name), text);
  const out = join(folder, 'out');
  await run(process.execPath, [Bundle, out, join(folder, 'words.mjs'), ...rest.map((each) => (each === '--' ? each : join(folder, each)))]);
  const files = await readdir(out);
  return { out, files: files.sort(), text: (/** @type {string} */ name) => readFile(join(out, name), 'utf8') };
}

const Page = {
  'package.json': '{"type": "module"}',
  'words.mjs': 'export const words = { Loading: "loading" };',
  'shared.js': 'import { words } from "./words.mjs"; export const made = []; export function make() { made.push(words.Loading); return made; }',
  'boot.js': '// says why\nimport { make } from "./shared.js";\nmake(); export const later = () => import("./later.js"); export const program = () => import("./program.mjs");',
  'later.js': 'import { make } from "./shared.js"; export const all = make;',
  'worker.js': 'import { make } from "./shared.js"; console.log(make());',
  'program.mjs': '/* glue */ export default () => "the program";',
};

test('The start is one file, and what comes later shares its modules', async (t) => {
  const { out, files, text } = await bundle(t, Page, ['boot.js', 'worker.js', '--', 'program.mjs']);
  assert.deepEqual(files, ['boot.js', 'later.js', 'program.mjs', 'worker.js']);
  assert.match(await text('later.js'), /from ?"\.\/boot\.js"/);
  assert.doesNotMatch(await text('worker.js'), /boot\.js/, 'a worker has no page to start');
  for (const name of files) assert.doesNotMatch(await text(name), /says why|glue/);
  const boot = await import(pathToFileURL(join(out, 'boot.js')).href);
  assert.deepEqual((await boot.later()).all(), ['loading', 'loading'], 'one list for both');
  assert.equal((await boot.program()).default(), 'the program');
});

test('A script that imports what is not there fails the build, and says what', async (t) => {
  await assert.rejects(bundle(t, { ...Page, 'later.js': 'import "./gone.js";' }, ['boot.js', '--', 'program.mjs']), /gone\.js/);
});

test('A command line without programs is told what it should be', async (t) => {
  await assert.rejects(bundle(t, Page, ['boot.js']), /FOLDER WORDS BOOT SCRIPT/);
});
