// The page names its release by what the program is: frames of one release share a module (web/module_share.js), those
// of two must not.
import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Dist, pageHtml, readElements, runPageTool, temporaryFolder } from './page.mjs';

/** @param {string} [folder] */
const release = (folder) => readElements(pageHtml(folder), 'html')[0]['data-release'];

test('the page has the mark of the program beside it, and of no other one', (t) => {
  const folder = temporaryFolder(t);
  const late = join(folder, 'late.wasm');
  copyFileSync(join(Dist, 'explorer_late.wasm'), late);
  assert.equal(runPageTool(folder, { late }).status, 0);
  assert.match(release(folder), /^[0-9a-f]{16}$/);
  assert.equal(release(folder), release(), 'the page in dist is of the program in dist');
  const bytes = readFileSync(late);
  bytes[bytes.length - 1] ^= 1;
  writeFileSync(late, bytes);
  assert.equal(runPageTool(folder, { late }).status, 0);
  assert.notEqual(release(folder), release(), 'of the same size');
});

test('without one of its parts there is no page', (t) => {
  const folder = temporaryFolder(t);
  const { status, stderr } = runPageTool(folder, { late: join(folder, 'none.wasm') });
  assert.equal(status, 1);
  assert.match(stderr, /^make_static_page: [^\n]*none\.wasm cannot be read\n$/);
});
