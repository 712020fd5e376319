// dist/ as an npm package: its files are there, what it exports is typed for the ways in which TypeScript finds modules,
// the examples of README.md compile, and what the types forbid does not.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
const dist = resolve(process.env.EXPLORER_DIST ?? join(project, 'dist'));
const folder = mkdtempSync(join(tmpdir(), 'article-explorer-'));
after(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'node_modules'));
symlinkSync(dist, join(folder, 'node_modules', 'article-explorer'));
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');

/** What tsc says of a module that uses the package. @param {string} text @param {string[]} modules options of tsc */
function compile(text, modules) {
  writeFileSync(join(folder, 'page.ts'), text);
  const { status, stdout } = spawnSync(process.execPath, [join(project, 'node_modules/typescript/bin/tsc'), '--noEmit', '--strict',
    '--target', 'ES2022', '--lib', 'ES2022,DOM,DOM.Iterable', ...modules, 'page.ts'], { cwd: folder, encoding: 'utf8' });
  return status === 0 ? '' : stdout;
}

const Ways = [['--module', 'ES2022', '--moduleResolution', 'bundler'], ['--module', 'NodeNext', '--moduleResolution', 'NodeNext']];

/** Uses all of it; each line below a mark must be refused. */
const Page = `
import 'article-explorer';
import type { CommandMessage, EventMessage, ExplorerMessage, ExplorerState, ReplyMessage } from 'article-explorer/embed.js';

const explorer = document.querySelector('article-explorer');
if (!explorer) throw new Error('There is none.');
explorer.query = 'region:KR';
explorer.view = null;
explorer.maxHeight = 900;
explorer.addEventListener('rowopen', ({ detail }) => { const row: string = detail.row; console.log(row); });
explorer.addEventListener('click', ({ clientX }) => { const x: number = clientX; explorer.start(); console.log(x); });
explorer.addEventListener('keydown', function hear(event) { this.start(); console.log(event.key); }, { once: true });
explorer.addEventListener('error', ({ detail }) => { const why: string = detail.message; console.log(why); });
explorer.addEventListener('of-somebody-else', (event) => console.log(event.type));
const opened = ({ detail }: CustomEvent<{ row: string }>) => console.log(detail.row);
explorer.addEventListener('rowopen', opened);
explorer.removeEventListener('rowopen', opened);
const clicked = (event: MouseEvent) => console.log(event.button);
explorer.addEventListener('click', clicked);
explorer.removeEventListener('click', clicked, true);
explorer.removeEventListener('of-somebody-else', () => {});
export const element: HTMLElement = explorer;
const state: ExplorerState = await explorer.setView('charts');
const counts: number = (await explorer.loadData(new ArrayBuffer(4))).count + state.total;
export const commands: CommandMessage[] = [
  { articleExplorer: 1, id: 1, command: 'setQuery', value: 'a' }, { articleExplorer: 1, id: 'b', command: 'select', value: null },
  { articleExplorer: 1, id: 1, command: 'getState' },
  // @ts-expect-error
  { articleExplorer: 2, id: 1, command: 'getState' },
  // @ts-expect-error
  { articleExplorer: 1, id: 1, command: 'setView', value: 'map' },
  // @ts-expect-error
  { articleExplorer: 1, command: 'getState' },
  // @ts-expect-error
  { articleExplorer: 1, id: 1, command: 'erase' },
];
export function hear(message: ExplorerMessage): EventMessage | ReplyMessage {
  if ('reply' in message) console.log(message.error ? message.error.message : message.state.row, counts);
  else if (message.event === 'height') console.log(message.detail.height);
  return message;
}
// @ts-expect-error
explorer.view = 'map';
// @ts-expect-error
await explorer.setTheme('blue');
// @ts-expect-error
explorer.addEventListener('height', ({ detail }) => detail.width);
// @ts-expect-error
explorer.addEventListener('error', (event) => event.lineno);
// @ts-expect-error
explorer.addEventListener('click', (event) => event.detail.row);
// @ts-expect-error
explorer.removeEventListener('click', opened);
`;

test('package.json of dist/ names files that are there', () => {
  const { name, exports: ways, types } = JSON.parse(readFileSync(join(dist, 'package.json'), 'utf8'));
  assert.equal(name, 'article-explorer');
  const files = [types, ...Object.values(ways).flatMap((/** @type {any} */ way) => (typeof way === 'string' ? [] : Object.values(way)))];
  assert.ok(files.length >= 5);
  for (const file of files) assert.ok(existsSync(join(dist, file)), file);
});

test('who looks into the package finds its licence and how it is used', () => {
  const { license } = JSON.parse(readFileSync(join(dist, 'package.json'), 'utf8'));
  assert.equal(readFileSync(join(dist, 'LICENSE'), 'utf8'), readFileSync(join(project, 'LICENSE'), 'utf8'));
  assert.ok(readFileSync(join(dist, 'LICENSE'), 'utf8').startsWith(license));
  assert.match(readFileSync(join(dist, 'README.md'), 'utf8'), /^# Article Explorer\n/);
});

test('embed.js can be imported where there is no page', async () => {
  assert.deepEqual(Object.keys(await import(join(dist, 'embed.js'))), []);
});

for (const modules of Ways) {
  test(`an example that uses all of it compiles with ${modules.join(' ')}, and its mistakes do not`, () => {
    assert.equal(compile(Page, modules), '');
    assert.match(compile(Page.replace('// @ts-expect-error', ''), modules), /error TS/);
  });

  for (const file of [join(project, 'README.md'), join(dist, 'README.md')]) {
    test(`the examples of ${relative(project, file)} compile with ${modules.join(' ')}`, () => {
      const examples = [...readFileSync(file, 'utf8').matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code]) => code);
      assert.ok(examples.length > 0);
      for (const code of examples) assert.equal(compile(code, modules), '');
    });
  }
}
