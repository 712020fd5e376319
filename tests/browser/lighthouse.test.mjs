// Lighthouse has nothing to complain about. What it says of speed is written down, here and in build/lighthouse.json,
// and judged by nobody: times are the machine's as much as the page's.
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { startServer } from '../../web/tools/serve.mjs';
import { BrowserFlags, Dist, Project } from './harness.mjs';
import { examine, Forms, Judged } from './lighthouse.mjs';

/** @type {Awaited<ReturnType<typeof startServer>>} */
let server;
/** @type {Record<string, import('./lighthouse.mjs').Report>} */
const reports = {};
before(async () => { server = await startServer({ root: Dist }); });
after(async () => {
  await server?.close();
  const folder = resolve(Project, 'build');
  await mkdir(folder, { recursive: true });
  await writeFile(resolve(folder, 'lighthouse.json'), `${JSON.stringify(reports, null, 2)}\n`);
});

for (const form of Forms) {
  test(`Lighthouse gives all of its points for accessibility, best practices and SEO, ${form}`, { timeout: 120_000 }, async (t) => {
    const report = await examine(server.url, form, BrowserFlags);
    reports[form] = report;
    t.diagnostic(`Lighthouse ${report.version}, ${form}: performance ${report.scores.performance}, ${JSON.stringify(report.times)}`);
    assert.deepEqual(report.warnings, []);
    assert.deepEqual(report.faults, []);
    assert.deepEqual(Judged.map((name) => [name, report.scores[name]]), Judged.map((name) => [name, 100]));
  });
}
