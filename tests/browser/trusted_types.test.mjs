// The page's security policy as a browser keeps it: no text becomes HTML, no address but the loader's becomes a script,
// and what the page itself does never meets it.
import assert from 'node:assert/strict';
import { showsArticles } from './feeds.mjs';
import { becomes, explorerFrame, hostPage, rows, suite, tab } from './harness.mjs';
import { mapIsThere } from './surfaces.mjs';

const { pageTest } = suite();
const watch = () => {
  window.workers = [];
  window.violations = [];
  addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) => window.violations.push(`${violatedDirective}: ${sample}`));
  const { Worker: Plain } = window;
  window.Worker = class extends Plain {
    constructor(address, settings) {
      super(address, settings);
      window.workers.push([String(address), window.trustedTypes?.isScriptURL(address)]);
    }
  };
};
const violations = (page) => page.evaluate(() => window.violations);

pageTest('The loader starts in its worker, by an address that is trusted', { query: '?demo=300', prepare: watch }, async (page, { url }) => {
  await showsArticles(page, 300);
  assert.deepEqual(await page.evaluate(() => window.workers), [[`${url}loader_worker.js`, true]]);
  // A second load is another worker, from the same policy.
  await page.evaluate(() => window.articleExplorer.load('articles.json'));
  await showsArticles(page, 2);
  assert.deepEqual(await page.evaluate(() => window.workers), Array(2).fill([`${url}loader_worker.js`, true]));
  assert.deepEqual(await violations(page), []);
});

pageTest('Drawings are put into the page without the browser reading them as HTML', { query: '?render=html', prepare: watch }, async (page) => {
  await mapIsThere(page);
  await becomes(() => page.locator('#mirror svg path').count().then((found) => found > 100), true);
  const drawn = await page.locator('#mirror svg:has(> *)').evaluateAll((all) => all.map((each) => [
    each.namespaceURI, each.getAttribute('aria-hidden'), each.firstElementChild instanceof SVGGraphicsElement, each.getBoundingClientRect().width > 0,
  ]));
  for (const drawing of drawn) assert.deepEqual(drawing, ['http://www.w3.org/2000/svg', 'true', true, true]);
  assert.deepEqual(await violations(page), []);
});

const Refused = {
  innerHTML: () => { document.body.innerHTML = '<b>x</b>'; },
  outerHTML: () => { document.body.outerHTML = '<b>x</b>'; },
  insertAdjacentHTML: () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'),
  DOMParser: () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
  srcdoc: () => { document.createElement('iframe').srcdoc = '<b>x</b>'; },
  write: () => document.write('<b>x</b>'),
  script: () => { document.createElement('script').src = 'boot.js'; },
  handler: () => document.body.setAttribute('onclick', 'window.hacked = 1'),
  worker: () => new Worker('loader_worker.js'),
  policy: () => window.trustedTypes.createPolicy('default', { createHTML: (text) => text }),
};

pageTest('A script on the page cannot make one of a text, not by the name of the policy either', {
  query: '?demo=20', expected: [/TrustedHTML|TrustedScript|TrustedTypePolicy|Content Security Policy/],
}, async (page) => {
  await showsArticles(page, 20);
  for (const [name, attempt] of Object.entries(Refused)) {
    assert.match(await page.evaluate(attempt).then(() => 'nothing', String), /TypeError/, name);
  }
  assert.equal(await page.evaluate(() => {
    try {
      return String(window.trustedTypes.createPolicy('article-explorer', { createScriptURL: (text) => text }));
    } catch (thrown) {
      return thrown.name;
    }
  }), 'TypeError', 'there is one already');
  assert.equal(await page.evaluate(() => document.body.onclick), null);
});

pageTest('The header says the same as the page', {}, async (page, { url }) => {
  const stated = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  const answer = await page.request.get(url);
  assert.equal(answer.headers()['content-security-policy'], stated);
  for (const part of ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'", 'trusted-types article-explorer']) {
    assert.ok(stated.split('; ').includes(part), part);
  }
  assert.doesNotMatch(stated, /unsafe-inline|'unsafe-eval'|\*|allow-duplicates/);
});

pageTest('In a sandboxed frame the policy holds as well, and nothing meets it', {
  path: 'host.html', state: null, prepare: watch,
  intercept: hostPage('<iframe sandbox="allow-scripts" src="index.html?demo=30" width="1000" height="640" title="Explorer"></iframe>', { sandboxed: true }),
  // Of an origin that is nobody's, the browser refuses workers of this one: the page loads by itself.
  expected: [/Worker|worker/],
}, async (page) => {
  const frame = await explorerFrame(page);
  await showsArticles(frame, 30);
  await tab(frame, 'Articles').click();
  await becomes(() => rows(frame).count().then((found) => found > 5), true);
  assert.deepEqual(await violations(frame), []);
});
