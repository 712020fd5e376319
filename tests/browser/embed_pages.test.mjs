// What is said about embedding holds: the examples of README.md do what they say in a page of another site, and the pages of
// dist/embed/ show it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { becomes, expectSoon, packageSource, Project, search, suite, waitForState } from './harness.mjs';
import { call, defined, explorers, explorerSite, heightOf } from './hosts.mjs';

const { pageTest } = suite();
const { site, onHost } = explorerSite();
const Readme = /^### Embedding\n([\s\S]*?)^### /m.exec(await readFile(join(Project, 'README.md'), 'utf8'))?.[1] ?? '';
/** @param {string} language */
const examples = (language) => [...Readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, code]) => code);
const Examples = examples('html');

for (const [i, code] of Examples.entries()) {
  pageTest(`The example ${i + 1} of README.md shows the explorer`, onHost(() => code.replaceAll('https://your.site/explorer/', site.url)), async (page) => {
    assert.ok(code.includes('https://your.site/explorer/'));
    const frame = page.locator('iframe').first();
    await frame.scrollIntoViewIfNeeded();
    await becomes(async () => (await explorers(page)).length, 1);
    assert.notEqual(await frame.getAttribute('title') ?? '', '');
    if (!code.includes('embed.js')) return;
    const reserved = Number(/height="(\d+)"/.exec(code)?.[1]);
    await expectSoon(async () => assert.notEqual(await heightOf(frame), reserved, 'it has a height of its own'));
  });
}
if (Examples.length < 3) throw new Error('README.md has no examples for the ways to embed');

const [OfElement, OfMessages] = examples('js');
/** Runs a script in the page, and returns what it says on the console. @param {import('playwright-core').Page} page @param {string} code */
async function run(page, code) {
  /** @type {string[]} */
  const said = [];
  page.on('console', (message) => said.push(message.text()));
  await page.evaluate(`(async () => { ${code} })()`);
  return said;
}
pageTest('The script of README.md for the element does what it says', onHost(() => (
  `<script async src="${site.url}embed.js"></script><article-explorer view="charts"></article-explorer>`
)), async (page) => {
  await defined(page);
  const said = await run(page, OfElement);
  await expectSoon(async () => assert.ok(said.includes('charts:bugs-real-time-chart'), `${said}`));
  assert.equal((await call(page, 'getState')).query, 'region:KR');
});
pageTest('The script of README.md for messages does what it says', onHost((origin) => (
  `<iframe title="Explorer" src="${site.url}?host=${origin}"></iframe>`
)), async (page) => {
  const [explorer] = await explorers(page);
  const said = await run(page, OfMessages.replace('https://your.site', site.url.slice(0, -1)));
  await expectSoon(async () => assert.ok(said.length > 0));
  assert.equal(await search(explorer).inputValue(), 'region:KR');
});

const axe = await packageSource('axe-core/axe.min.js');
for (const scheme of /** @type {const} */ (['light', 'dark'])) {
  for (const [name, least] of /** @type {[string, number][]} */ ([['index', 0], ['iframe', 1], ['element', 1], ['height', 0]])) {
    pageTest(`The page embed/${name}.html, ${scheme}: shows what it says, nothing to complain about`, {
      path: `embed/${name}.html`, state: null, scheme,
    }, async (page) => {
      await becomes(async () => page.frames().length > least, true);
      for (const frame of page.frames().slice(1).filter((each) => /^http/.test(each.url()))) await waitForState(/** @type {any} */ (frame), 'ready');
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const { violations } = await /** @type {any} */ (window).axe.run(document, { iframes: false, preload: false });
        return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
      });
      assert.deepEqual(found, []);
      await page.setViewportSize({ width: 320, height: 640 });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'it fits a small phone');
    });
  }
}

for (const name of ['index', 'iframe', 'element', 'height']) {
  pageTest(`On the page embed/${name}.html no text becomes HTML, and no policy can be made that would let it`, {
    path: `embed/${name}.html`, state: null, expected: [/TrustedHTML|TrustedTypePolicy|Content Security Policy/],
  }, async (page) => {
    assert.match(await page.evaluate(() => { document.body.innerHTML = '<b>x</b>'; }).then(() => 'nothing', String), /TypeError/);
    assert.match(await page.evaluate(() => {
      window.trustedTypes?.createPolicy('article-explorer', { createHTML: (text) => text });
    }).then(() => 'nothing', String), /TypeError/);
    await becomes(() => page.getByRole('heading', { level: 1 }).count(), 1);
  });
}

pageTest('The page about heights obeys the listener that is chosen', { path: 'embed/height.html', state: null }, async (page) => {
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await becomes(() => page.locator('output').evaluateAll((all) => all.every((each) => /\d/.test(each.textContent ?? ''))), true);
  for (const listener of ['amp', 'medium', 'resizer', 'datawrapper']) {
    await page.getByRole('combobox').selectOption(listener);
    const told = Number(/"?(?:height|places)"?:(\d+)/.exec(await page.locator(`#${listener}`).innerText())?.[1]);
    await becomes(() => heightOf(page.locator('iframe')), told);
  }
});

pageTest('The page about the element asks it and lists what it tells', { path: 'embed/element.html', state: null }, async (page) => {
  await page.locator('#live iframe').scrollIntoViewIfNeeded();
  const log = page.getByRole('log');
  await expectSoon(async () => assert.match(await log.innerText(), /^ready /m));
  await page.getByRole('button', { name: 'Ask' }).click();
  await expectSoon(async () => assert.match(await log.innerText(), /^setQuery: .*"count":1,"total":9/m));
  await page.getByRole('button', { name: 'Show the timeline' }).click();
  await becomes(() => page.locator('#pressed iframe').count(), 1);
});
