// What is heard without being asked for: the count, once the reader has paused. The tests hold the pause themselves.
import assert from 'node:assert/strict';
import { becomes, chips, count, dialog, filterButton, goTo, search, suite } from './harness.mjs';

const { pageTest } = suite();

/** Timers as long as the pause wait for pass_(). */
const holdPauses = () => {
  const held = new Map();
  const { setTimeout: set, clearTimeout: clear } = window;
  let next = 1_000_000;
  Object.assign(window, {
    setTimeout: (callback, ms, ...rest) => {
      if (ms !== 600) return set.call(window, callback, ms, ...rest);
      held.set(next += 1, callback);
      return next;
    },
    clearTimeout: (id) => {
      if (!held.delete(id)) clear.call(window, id);
    },
    held_: held,
    pass_: () => {
      const due = [...held.values()];
      held.clear();
      for (const callback of due) callback();
    },
  });
};
const pass = (page) => page.evaluate(() => /** @type {any} */ (window).pass_());
const heldPauses = (page) => page.evaluate(() => /** @type {any} */ (window).held_.size);
/** The live regions outside of landmarks and dialogs, which nobody sees. */
const regions = (page) => page.locator('#mirror > div > [role=status]');
const said = (page) => regions(page).evaluateAll((all) => all.map((each) => each.textContent).join('|'));

pageTest('Ten letters typed are one announcement, of what they came to', { prepare: holdPauses }, async (page) => {
  await becomes(() => heldPauses(page), 1);
  assert.equal(await said(page), '|', 'nothing is said before the pause');
  await pass(page);
  const all = await count(page).innerText();
  assert.equal(await said(page), `${all}|`);
  await regions(page).evaluateAll((each) => {
    const changes = [];
    const watch = new MutationObserver((records) => {
      for (const { target } of records) changes.push((target.nodeType === Node.TEXT_NODE ? target.parentElement : target).textContent);
    });
    for (const region of each) watch.observe(region, { childList: true, characterData: true, subtree: true });
    Object.assign(window, { changes_: changes });
  });
  const changes = () => page.evaluate(() => /** @type {any} */ (window).changes_);
  await search(page).click();
  await page.keyboard.type('closer than');
  await becomes(() => count(page).innerText(), '2 articles, 14 of 24 facts');
  await becomes(() => heldPauses(page), 1, 'one announcement waits');
  assert.deepEqual(await changes(), [], 'nothing was said while letters came');
  await pass(page);
  await becomes(changes, ['2 articles, 14 of 24 facts']);
  assert.equal(await heldPauses(page), 0);
});

pageTest('The count that is seen is not read out by itself; what is heard is no part of the page to be seen', {}, async (page) => {
  assert.equal(await count(page).getAttribute('aria-live'), 'off');
  assert.equal(await regions(page).count(), 2);
  for (const region of await regions(page).all()) {
    assert.equal(await region.getAttribute('aria-live'), null);
    const { width, height } = await region.boundingBox();
    assert.ok(width <= 1 && height <= 1);
  }
  await becomes(() => regions(page).first().textContent(), await count(page).innerText());
});

pageTest('While a dialog is open, what it changes is heard', { prepare: holdPauses }, async (page) => {
  await goTo(page, 'Chart reach');
  await becomes(() => count(page).innerText(), '9 chart entries');
  await becomes(() => heldPauses(page), 1);
  await pass(page);
  await filterButton(page, 'Region').click();
  await dialog(page).getByRole('checkbox', { name: /^Japan/ }).click();
  await becomes(() => heldPauses(page), 1);
  await pass(page);
  assert.equal(await said(page), '1 of 9 chart entries|');
  assert.equal(await regions(page).first().evaluate((each) => each.closest('[inert]')), null);
  assert.equal(await chips(page).count(), 1, 'the page around the dialog got something new');
  const inReach = await page.locator('#mirror > div > :not([inert], [data-waits], [aria-hidden=true])').evaluateAll(
    (all) => all.map((each) => each.getAttribute('role') ?? each.tagName));
  assert.deepEqual(inReach, ['dialog'], 'all else is out of reach');
});

pageTest('An answer that comes to the same is not said again', { prepare: holdPauses }, async (page) => {
  await becomes(() => heldPauses(page), 1);
  await pass(page);
  await search(page).fill('zebra');
  await becomes(() => heldPauses(page), 1);
  await search(page).fill('');
  await becomes(() => heldPauses(page), 0, 'back where it was: nothing to say');
});
