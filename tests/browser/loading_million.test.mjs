// While a million rows come the page is there for its reader: the table is seen, scrolled and searched before they
// are all there, and Cancel keeps those so far.
import assert from 'node:assert/strict';
import { button, keptArticles, someArticles } from './feeds.mjs';
import { expectSoon, goTo, grid, rowNames, rows, suite, typeQuery, waitForState } from './harness.mjs';

const { pageTest } = suite();
const Count = 1_000_000;
/** Enough for a way to go. */
const SomeRows = 20_000;
const Word = 'love';  // in about a fifth of the titles

const rowCount = async (page) => Number(await grid(page).getAttribute('aria-rowcount'));
const firstIndex = async (page) => Number(await rows(page).first().getAttribute('aria-rowindex'));
const plain = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const setTop = (page, share) => page.evaluate((wanted) => {
  const scroller = document.querySelector('#mirror [role=grid] [role=row][data-act]').closest('.scrolls');
  scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) * wanted;
}, share);

/** A page that was away until all had come would be ready by now. */
async function stillLoads(page, step) {
  assert.equal(await page.evaluate(() => document.documentElement.dataset.explorerState), 'loading', `after: ${step}`);
}

pageTest('A million rows are seen, scrolled and searched while they come, and those so far stay after Cancel', {
  query: `?demo=${Count}`, state: null,
}, async (page) => {
  await someArticles(page);
  await goTo(page, 'Articles');
  await expectSoon(async () => assert.ok(await rowCount(page) > SomeRows));
  const [first] = await rowNames(page);
  assert.ok(first.length > 0);
  await stillLoads(page, 'rows are shown');

  await setTop(page, 0.5);
  await expectSoon(async () => {
    assert.ok(await firstIndex(page) > SomeRows / 4);
    assert.notEqual((await rowNames(page))[0], first);
  });
  await stillLoads(page, 'scrolled far');

  const before = await rowCount(page);
  await typeQuery(page, `title:${Word}`);
  await expectSoon(async () => {
    const names = await rowNames(page);
    assert.ok(names.length > 0 && names.every((name) => plain(name).includes(Word)), names.join('; '));
  });
  await stillLoads(page, 'searched');

  await typeQuery(page, '');
  await expectSoon(async () => {
    assert.ok(await rowCount(page) >= before);
    assert.ok((await rowNames(page)).some((name) => !plain(name).includes(Word)));
  });
  await stillLoads(page, 'cleared');

  await button(page, 'Cancel').click();
  await waitForState(page, 'stopped');
  const kept = await keptArticles(page);
  assert.ok(kept >= before - 1 && kept < Count, `${kept} articles`);
  assert.ok((await rowNames(page)).length > 0);
});
