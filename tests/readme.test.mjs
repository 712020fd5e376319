// Holds README.md to its word: the commands it names exist, so do the files, and the sizes in its marked
// table are not smaller than what was measured.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { measureFirstView } from './size_budget.mjs';
import { statedPolicy } from '../web/tools/serve.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(join(project, 'README.md'), 'utf8');
const helpText = run('--help').stdout;

function run(...options) {
  return spawnSync(join(project, 'build-wasm.sh'), options, { encoding: 'utf8' });
}

/** Command lines of ./build-wasm.sh in a text, each as its words. */
function commandsIn(text) {
  return [...text.matchAll(/\.\/build-wasm\.sh((?: +(?!#)[\w-]+)*)/g)].map((match) => match[1].trim().split(/ +/).filter(Boolean));
}

/** What a text claims to be a file of the project: links, and names in code marks with a slash or a known ending. */
function filesIn(text) {
  const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map((match) => match[1]);
  const marked = [...text.matchAll(/`([\w.-]+(?:\/[\w.-]*)*)`/g)].map((match) => match[1]);
  const names = marked.filter((name) => /^(?!\.).+\/$|\/.*\.\w+$|^[\w-]+\.(?:md|json|sh|txt|html|css|js|mjs|wasm|cpp|h)$/.test(name));
  return [...links, ...names].filter((name) => !name.includes('//'));
}

/** Rows of the table between the size marks: file and kilobytes (1000 bytes). */
function claimedSizes(text) {
  const table = /<!-- sizes -->([\s\S]*?)<!-- end of sizes -->/.exec(text)?.[1] ?? '';
  return [...table.matchAll(/^\|\s*`?([\w.-]+)`?\s*\|\s*([\d.,]+) KB\s*\|/gm)].map((match) => ({
    name: match[1],
    kilobytes: Number(match[2].replace(',', '')),
  }));
}

test('the readings of this file find what they look for', () => {
  assert.deepEqual(commandsIn('`./build-wasm.sh serve --port 80` or ./build-wasm.sh # builds'), [['serve', '--port', '80'], []]);
  assert.deepEqual(filesIn('[a](b/c.md) [d](https://e) `src/README.md` `dist/` `x.wasm` `q:r` `.br` `a b.md`'), ['b/c.md', 'src/README.md', 'dist/', 'x.wasm']);
  assert.deepEqual(claimedSizes('<!-- sizes -->\n| `a.wasm` | 1.5 KB |\n| total | 20 KB |\n<!-- end of sizes -->'), [
    { name: 'a.wasm', kilobytes: 1.5 },
    { name: 'total', kilobytes: 20 },
  ]);
});

test('every command in README.md is in --help', () => {
  const commands = commandsIn(readme);
  assert.ok(commands.length >= 2, 'README.md names the two commands');
  for (const words of commands) {
    for (const word of words.filter((each) => /^(?:--)?[a-z-]+$/.test(each))) {
      assert.match(helpText, new RegExp(`^  ${word}\\b`, 'm'), `./build-wasm.sh ${words.join(' ')}`);
    }
  }
});

test('the policy that README.md advises as a header is that of the page', () => {
  const stated = statedPolicy(readFileSync(join(project, 'web/index.html'), 'utf8'));
  const advised = [...readme.matchAll(/^ {2}Content-Security-Policy: (.*)$/gm)].map(([, policy]) => policy);
  assert.ok(stated);
  assert.deepEqual(advised, [stated, stated], 'for the folder and for its file');
});

test('every file that README.md names exists in the project or in the built site', () => {
  const files = filesIn(readme);
  assert.ok(files.length > 0);
  for (const name of files) assert.ok(existsSync(join(project, name)) || existsSync(join(project, 'dist', name)), name);
});

test('the sizes in README.md are not below the measured ones, nor far above', () => {
  const { rows, total } = measureFirstView(join(project, 'dist'));
  const measured = new Map([...rows.map((row) => [row.path, row.brotli]), ['total', total]]);
  const claims = claimedSizes(readme);
  assert.ok(claims.some(({ name }) => name === 'total'), 'the table has a total');
  for (const { name, kilobytes } of claims) {
    assert.ok(measured.has(name), `${name} is loaded by the first view`);
    const actual = measured.get(name) / 1000;
    assert.ok(kilobytes >= actual, `${name}: README.md says ${kilobytes} KB, measured ${actual} KB`);
    assert.ok(kilobytes <= actual * 1.2 + 3, `${name}: README.md says ${kilobytes} KB, measured only ${actual} KB`);
  }
});

test('a wrong command line is refused in one sentence with exit code 2', () => {
  const cases = [
    [['--wrong'], "Unknown option '--wrong'."],
    [['srve'], "Unknown command 'srve'."],
    [['serve', '--port'], '--port needs a number.'],
    [['serve', '--port', '80a'], "--port needs a number from 1 to 65535, not '80a'."],
    [['serve', '--port=0'], "--port needs a number from 1 to 65535, not '0'."],
    [['serve', '--port', '65536'], "--port needs a number from 1 to 65535, not '65536'."],
    [['test', '--port', '80'], '--port goes with serve.'],
    [['test', '--peers'], '--peers goes with bench.'],
    [['serve', 'test'], "One command at a time, not 'serve' and 'test'."],
  ];
  for (const [options, sentence] of cases) {
    const { status, stdout, stderr } = run(...options);
    assert.equal(status, 2, options.join(' '));
    assert.equal(stdout, '');
    assert.equal(stderr, `build-wasm.sh: ${sentence} See ./build-wasm.sh --help.\n`);
  }
});
