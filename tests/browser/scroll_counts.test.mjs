// Of 50,000 rows the page holds those in sight and no more: from the first to the last of them it grows by nothing.
import assert from 'node:assert/strict';
import { becomes, expectSoon, goTo, grid, rows, suite } from './harness.mjs';

const { pageTest } = suite();
const Count = 50_000;
const Steps = 50;
const RowPx = 36;
/** Rows that are kept ready above and below, and the two that are cut. */
const Margin = 8;

/**
 * What the page holds, and where it is. The row of the grid's cursor stays when it is scrolled away, so that Tab leads
 * to it: it is counted by itself unless it lies among the others.
 */
const held = (page) => page.evaluate(() => {
  const all = [...document.querySelectorAll('#mirror [role=grid] [role=row][data-act]')].map((row) => (
    { row, index: Number(row.getAttribute('aria-rowindex')), size: row.querySelectorAll('*').length }));
  const scroller = /** @type {Element} */ (all[0].row.closest('.scrolls'));
  const apart = all.filter(({ index }) => !all.some((other) => Math.abs(other.index - index) === 1));
  const rows = all.filter((each) => !apart.includes(each));
  return {
    elements: document.querySelectorAll('#mirror *').length,
    apart: apart.map(({ row, index, size }) => ({ index, size, isStop: row.querySelector('[tabindex="0"]') !== null })),
    cells: rows.map(({ size }) => size),
    rowcount: document.querySelector('#mirror [role=grid]')?.getAttribute('aria-rowcount'),
    first: rows[0].index,
    last: /** @type {typeof rows[0]} */ (rows.at(-1)).index,
    top: scroller.scrollTop,
    most: scroller.scrollHeight - scroller.clientHeight,
    sight: scroller.clientHeight,
  };
});

for (const query of ['', '&render=html']) {
  pageTest(`The page is as large at the last of 50,000 rows as at the first ${query}`, { query: `?demo=${Count}${query}` }, async (page) => {
    await goTo(page, 'Articles');
    await becomes(() => grid(page).getAttribute('aria-rowcount'), String(Count + 1));
    await rows(page).nth(2).hover();
    const start = await held(page);
    assert.equal(start.first, 2);
    const step = Math.ceil(start.most / Steps);
    const seen = [start];
    while (seen.at(-1).top < start.most) {
      const { top, first } = seen.at(-1);
      await page.mouse.wheel(0, step);
      await expectSoon(async () => {
        const now = await held(page);
        assert.ok(now.top === start.most || now.top >= top + step - 1, `scrolled from ${top} to ${now.top} of ${start.most}`);
        assert.ok(now.first > first, `rows from ${now.first} on`);
      });
      seen.push(await held(page));
    }
    assert.ok(seen.length > Steps - 5, `${seen.length} places`);
    assert.equal(seen.at(-1).last, Count + 1, 'the last row is reached');
    // What is not in a row: the frame of it all, which is the same all the way.
    const besides = new Set(seen.map(({ elements, cells, apart }) => (
      elements - [...cells, ...apart.map(({ size }) => size)].reduce((sum, each) => sum + each + 1, 0))));
    assert.equal(besides.size, 1, `elements besides the rows: ${[...besides].join(', ')}`);
    assert.deepEqual(new Set(seen.map(({ rowcount }) => rowcount)), new Set([String(Count + 1)]));
    for (const { first, last, cells, apart } of seen) {
      assert.equal(cells.length, last - first + 1, 'each row once');
      assert.ok(apart.length <= 1 && apart.every(({ isStop }) => isStop), `rows apart from the others: ${JSON.stringify(apart)}`);
    }
    assert.equal(start.apart.length, 0);
    const counts = seen.slice(1, -1).map(({ cells }) => cells.length);
    const [fewest, most] = [Math.min(...counts), Math.max(...counts)];
    assert.ok(most - fewest <= 1, `from ${fewest} to ${most} rows`);
    assert.ok(most <= start.sight / RowPx + Margin, `${most} rows where ${start.sight / RowPx} are in sight`);
    assert.ok(start.cells.length <= most && seen.at(-1).cells.length <= most, 'at the ends not more');
    const sizes = seen.flatMap(({ cells, apart }) => [...cells, ...apart.map(({ size }) => size)]);
    assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 4, `from ${Math.min(...sizes)} to ${Math.max(...sizes)} elements in a row`);
  });
}
