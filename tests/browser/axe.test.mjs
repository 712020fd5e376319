// axe-core finds nothing to complain about, in any view, light and dark, with panels and dialogs open. Over
// the canvas the DOM's words are see-through by design, so contrast is judged where HTML is drawn. Its rule
// for the label in the name reads words that are placed apart as one ("Articles2") and shortened cells as
// other words, so a test of our own stands in for it.
import assert from 'node:assert/strict';
import { becomes, detail, dialog, filterButton, goTo, packageSource, rows, search, suite } from './harness.mjs';

const { pageTest } = suite();
const axe = await packageSource('axe-core/axe.min.js');

/**
 * A line for each violation. The way to an element names no place, so that one fault is one line.
 * @returns {Promise<string[]>}
 */
async function violations(page, contrast) {
  return page.evaluate(async (judgeContrast) => {
    const rules = { 'color-contrast': { enabled: judgeContrast }, 'label-content-name-mismatch': { enabled: false } };
    const result = await /** @type {any} */ (window).axe.run(document, { rules, preload: false, resultTypes: ['violations'] });
    return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => {
      const element = node.html.replace(/ (style|class|tabindex|aria-(row|col)index|data-[a-z]+)="[^"]*"/g, '').slice(0, 120);
      return `${id}: ${element} | ${node.failureSummary?.split('\n').slice(1).join(' ').trim().slice(0, 160)}`;
    }));
  }, contrast);
}

/** @param {string} face */
async function assertNone(page, face) {
  const found = await violations(page, true);
  assert.equal(found.length, 0, `${face}: ${found.length} violations\n${found.join('\n')}`);
}

/** Every face of the page once; `see` judges each. */
async function everyFace(page, see) {
  for (const view of ['Overview', 'Articles', 'Releases', 'Chart reach', 'Videos']) {
    await goTo(page, view);
    await see(view);
  }
  await rows(page).first().click({ position: { x: 60, y: 10 } });
  await becomes(() => detail(page).count(), 1);
  await see('detail');
  await page.keyboard.press('Escape');
  await becomes(() => detail(page).count(), 0);
  for (const column of ['Title', 'Kind', 'Date']) {
    await filterButton(page, column).click();
    await becomes(() => dialog(page).count(), 1);
    await see(`filter of ${column}`);
    await page.keyboard.press('Escape');
    await becomes(() => dialog(page).count(), 0);
  }
  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  await becomes(() => dialog(page).count(), 1);
  await see('columns');
  await page.keyboard.press('Escape');
  await becomes(() => dialog(page).count(), 0);
  for (const [key, name] of [['Control+K', 'palette'], ['?', 'sheet of keys']]) {
    await page.keyboard.press(key);
    await becomes(() => dialog(page).count(), 1);
    await see(name);
    await page.keyboard.press('Escape');
    await becomes(() => dialog(page).count(), 0);
  }
  await page.getByRole('button', { name: 'Share this view' }).click();
  await becomes(() => dialog(page).count(), 1);
  await see('the link');
  await dialog(page).getByRole('button', { name: 'Embed…' }).click();
  await becomes(() => dialog(page).getAttribute('aria-label'), 'Embed in a page');
  await becomes(() => dialog(page).locator('iframe').getAttribute('src').then(Boolean), true);
  await see('the code to embed');
  await page.keyboard.press('Escape');
  await becomes(() => dialog(page).count(), 0);
  await page.evaluate(() => { location.hash += '&nonsense=1'; });
  await becomes(() => page.getByRole('region', { name: 'About the address' }).count(), 1);
  await see('a note about the address');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await search(page).fill('kind:"dance video" sort:title');
  await becomes(() => rows(page).count(), 3 + 1);
  await see('chips');
  await search(page).fill('date:2023-13');
  await becomes(() => page.getByRole('alert').count(), 1);
  await see('query error');
  await search(page).fill('zebra closer');
  await becomes(() => page.getByRole('region', { name: 'Nothing matches' }).count(), 1);
  await see('empty result');
}

for (const scheme of /** @type {const} */ (['light', 'dark'])) {
  for (const query of ['', '?render=html']) {
    pageTest(`No violation in any face, ${scheme} ${query}`, { scheme, query }, async (page) => {
      await page.evaluate(axe);
      /** @type {Map<string, string>} what is wrong, and the first face that shows it */
      const found = new Map();
      await everyFace(page, async (face) => {
        for (const each of await violations(page, query !== '')) found.set(each, found.get(each) ?? face);
      });
      const lines = [...found].map(([each, face]) => `${face}: ${each}`);
      assert.equal(lines.length, 0, `${lines.length} violations\n${lines.join('\n')}`);
    });
  }
}

pageTest('What can be pressed is called by the words seen on it, for readers who speak to their computer', {}, async (page) => {
  const wrong = new Set();
  await everyFace(page, async (face) => {
    const found = await page.locator('#mirror :is(button, a)').evaluateAll((all) => all.flatMap((each) => {
      const walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
      let seen = '';
      while (!/[\p{L}\p{N}]/u.test(seen) && walker.nextNode()) seen = walker.currentNode.nodeValue ?? '';
      const words = seen.replace(/\S*…$/u, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      const name = (each.getAttribute('aria-label') ?? each.textContent ?? '').toLowerCase();
      if (name.trim() === '') return [`no name: ${each.outerHTML.slice(0, 120)}`];
      return words.every((word) => name.includes(word)) ? [] : [`"${seen}" is called "${name}"`];
    }));
    for (const each of found) wrong.add(`${face}: ${each}`);
  });
  assert.deepEqual([...wrong], []);
});

pageTest('No violation on a phone', { viewport: { width: 390, height: 844 }, touch: true, query: '?render=html' }, async (page) => {
  await page.evaluate(axe);
  for (const view of ['Overview', 'Chart reach']) {
    await goTo(page, view);
    await assertNone(page, view);
  }
  await rows(page).first().tap();
  await becomes(() => dialog(page).count(), 1);
  await assertNone(page, 'sheet');
});

pageTest('No violation in the static tables', { state: null, intercept: (_request, _response, path) => path.endsWith('.wasm') }, async (page) => {
  await page.waitForSelector('table');
  await page.evaluate(axe);
  await assertNone(page, 'page');
});

pageTest('No violation in a failure', { state: 'failed', dataset: '{', query: '?render=html' }, async (page) => {
  await page.evaluate(axe);
  await assertNone(page, 'page');
});
