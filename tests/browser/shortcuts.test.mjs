// Keys that stand for actions: the sheet that lists them, that each does what it says there, the tick that switches
// those of one key off, and all the keys that stay the browser's.
import assert from 'node:assert/strict';
import { becomes, dialog, goTo, rows, search, suite, tab } from './harness.mjs';
import { timePlot, worldMap } from './surfaces.mjs';

const { pageTest } = suite();

/** @param {import('playwright-core').Page} page */
const sheet = (page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });
const openSheet = async (page) => {
  await page.keyboard.press('?');
  await becomes(() => sheet(page).count(), 1);
};
const close = async (page) => {
  for (let presses = 0; presses < 3 && await dialog(page).count() > 0; presses++) {
    await page.keyboard.press('Escape');
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }
  await becomes(() => dialog(page).count(), 0);
};
/** What the sheet says under a headline: keys and what they do. @returns {Promise<[string, string][]>} */
const listed = (page, group) => sheet(page).getByRole('group', { name: group }).locator('dl').evaluate((terms) => {
  const words = (each) => each.getAttribute('aria-label') ?? each.innerText.replaceAll('\n', ' ');
  return [...terms.querySelectorAll('dt')].map((term) => [
    [...term.children].map((cap) => cap.textContent).join(' '), words(/** @type {Element} */ (term.nextElementSibling))]);
});
const selectedView = (page) => page.getByRole('tab', { selected: true }).evaluate((each) => (each.getAttribute('aria-label') ?? each.textContent).split(', ')[0]);
const isOpen = (page, name) => page.getByRole('dialog', { name }).count();

/** What each single key does on the view of releases: how that is seen. */
const Effects = {
  '?': (page) => becomes(() => sheet(page).count(), 1),
  '/': (page) => becomes(() => search(page).evaluate((each) => each === document.activeElement), true),
  1: (page) => becomes(() => selectedView(page), 'Overview'),
  2: (page) => becomes(() => selectedView(page), 'Articles'),
  4: (page) => becomes(() => selectedView(page), 'Chart reach'),
  5: (page) => becomes(() => selectedView(page), 'Videos'),
  3: (page) => becomes(() => selectedView(page), 'Releases'),
  R: (page) => becomes(() => page.getByRole('grid').count(), 0),
  C: (page) => becomes(() => isOpen(page, 'Columns'), 1),
  D: (page) => becomes(() => rows(page).first().evaluate((each) => each.getBoundingClientRect().height < 34), true),
  T: (page) => becomes(() => page.locator('html').getAttribute('data-theme'), 'dark'),
  P: (page) => becomes(() => isOpen(page, /picture/i), 1),
  S: (page) => becomes(() => isOpen(page, /share/i), 1),
  E: (page) => becomes(() => isOpen(page, /embed/i), 1),
  X: (page) => becomes(() => isOpen(page, /download/i), 1),
};

pageTest('The question mark opens the sheet, by groups, and closes it; every single key listed there works', {}, async (page) => {
  await openSheet(page);
  assert.deepEqual(await sheet(page).getByRole('heading', { level: 3 }).allInnerTexts(), ['Everywhere', 'Lists', 'Table', 'Map and timeline']);
  const everywhere = await listed(page, 'Everywhere');
  assert.deepEqual(everywhere[0], ['Ctrl K', 'Commands']);
  const single = everywhere.filter(([keys]) => [...keys].length === 1).map(([key]) => key);
  assert.deepEqual([...single].sort(), Object.keys(Effects).sort());
  for (const group of ['Lists', 'Table', 'Map and timeline']) assert.ok((await listed(page, group)).length >= 3, group);
  await page.keyboard.press('?');
  await becomes(() => sheet(page).count(), 0);
  for (const key of single) {
    await goTo(page, key === '3' ? 'Videos' : 'Releases');
    await page.keyboard.press(key.toLowerCase());
    await Effects[key](page);
    await close(page);
    if (key === 'R') await page.keyboard.press('r');
  }
});

pageTest('The tick in the sheet switches single keys off, and on again', {}, async (page) => {
  const tick = sheet(page).getByRole('checkbox', { name: 'Single-key shortcuts' });
  const columns = page.getByRole('button', { name: 'Columns', exact: true });
  await goTo(page, 'Releases');
  assert.equal(await columns.getAttribute('aria-keyshortcuts'), 'C');
  await openSheet(page);
  await tick.click();
  await becomes(() => tick.getAttribute('aria-checked'), 'false');
  await becomes(async () => (await listed(page, 'Everywhere')).map(([keys]) => keys), ['Ctrl K', 'Esc']);
  await close(page);
  assert.equal(await columns.getAttribute('aria-keyshortcuts'), null, 'nothing is promised that does nothing');
  for (const key of ['?', '/', '1', 'c', 't', 's']) await page.keyboard.press(key);
  await page.keyboard.press('Control+K');
  await becomes(() => isOpen(page, 'Commands'), 1, 'what is held with Ctrl stays');
  assert.equal(await selectedView(page), 'Releases');
  assert.equal(await page.locator('html').getAttribute('data-theme'), null);
  await page.keyboard.type('single');
  await becomes(() => page.getByRole('option', { name: 'Single-key shortcuts, off' }).count(), 1);
  await page.keyboard.press('Enter');
  await becomes(() => columns.getAttribute('aria-keyshortcuts'), 'C');
  await page.keyboard.press('c');
  await becomes(() => isOpen(page, 'Columns'), 1);
});

pageTest('Fields take letters as letters, dialogs too', {}, async (page) => {
  await search(page).click();
  await page.keyboard.type('ct?1/r');
  await becomes(() => search(page).inputValue(), 'ct?1/r');
  assert.equal(await dialog(page).count(), 0);
  assert.equal(await selectedView(page), 'Overview');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: 'Save a picture' }).click();
  await becomes(() => dialog(page).count(), 1);
  await page.keyboard.press('3');
  await page.keyboard.press('t');
  await close(page);
  assert.equal(await selectedView(page), 'Overview');
  assert.equal(await page.locator('html').getAttribute('data-theme'), null);
});

/** Presses a key where the focus is, as an event that nothing but the page answers; returns whether it was taken. */
const taken = (page, key, more = {}) => page.evaluate(([name, rest]) => {
  const target = document.activeElement ?? document.body;
  let prevented = false;
  const look = (event) => { prevented = event.defaultPrevented; };
  window.addEventListener('keydown', look, { once: true });
  target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...rest }));
  window.removeEventListener('keydown', look);
  return prevented;
}, [key, more]);

/** The browser's own: reload, address, full screen, find, back and forward, reload, print, copy, the next stop. */
const Browsers = [
  ['F5'], ['l', { ctrlKey: true }], ['F11'], ['f', { ctrlKey: true }], ['ArrowLeft', { altKey: true }], ['ArrowRight', { altKey: true }],
  ['r', { ctrlKey: true }], ['p', { ctrlKey: true }], ['c', { ctrlKey: true }], ['t', { ctrlKey: true }], ['w', { ctrlKey: true }], ['s', { ctrlKey: true }],
  ['d', { altKey: true }], ['k', { altKey: true }], ['k', { metaKey: true }], ['K', { ctrlKey: true, shiftKey: true }], ['1', { ctrlKey: true }],
  ['0', { ctrlKey: true }], ['+', { ctrlKey: true }], ['-', { ctrlKey: true }],
  ['Tab'], ['Tab', { shiftKey: true }], ['F1'], ['F3'], ['F6'], ['F7'], ['F12'],
];

pageTest('Keys of the browser stay the browser\'s, whatever has the focus', {}, async (page) => {
  const places = {
    nothing: async () => page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur()),
    'the search box': () => search(page).focus(),
    'a tab': () => tab(page, 'Overview').focus(),
    'the map': () => worldMap(page).focus(),
    'the timeline': () => timePlot(page).focus(),
    'the palette': async () => {
      await page.keyboard.press('Control+K');
      await becomes(() => page.getByRole('dialog').count(), 1);
    },
    'the sheet': async () => {
      await close(page);
      await openSheet(page);
    },
    'a row': async () => {
      await close(page);
      await goTo(page, 'Videos');
      await rows(page).first().getByRole('rowheader').click();
    },
  };
  for (const [place, go] of Object.entries(places)) {
    await go();
    for (const [key, more] of Browsers) {
      assert.equal(await taken(page, key, more), false, `${key} ${JSON.stringify(more ?? {})} in ${place}`);
    }
  }
  await close(page);
  await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
  assert.equal(await taken(page, 'k', { ctrlKey: true }), true, 'the test can tell what is taken');
});

pageTest('Nothing is taken while the focus is elsewhere on the page', {}, async (page) => {
  await page.evaluate(() => {
    const button = document.createElement('button');
    button.id = 'host';
    button.textContent = 'Of the host';
    document.body.append(button);
    button.focus();
  });
  for (const [key, more] of [['k', { ctrlKey: true }], ['?'], ['/'], ['c'], ['Escape'], ['ArrowDown']]) {
    assert.equal(await taken(page, key, more), false, key);
  }
  assert.equal(await dialog(page).count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'host');
  await tab(page, 'Overview').focus();
  assert.equal(await taken(page, '?'), true);
});

pageTest('Keyboards with other letters have the same keys in the same places', {}, async (page) => {
  await goTo(page, 'Releases');
  for (const [key, code, more, name] of [
    ['ㅊ', 'KeyC', {}, 'Columns'], ['ؤ', 'KeyC', {}, 'Columns'], ['؟', 'Slash', { shiftKey: true }, 'Keyboard shortcuts'],
    ['ㅏ', 'KeyK', { ctrlKey: true }, 'Commands'], ['с', 'KeyC', {}, 'Columns'],
  ]) {
    assert.equal(await taken(page, key, { code, ...more }), true, key);
    await becomes(() => isOpen(page, name), 1, key);
    await close(page);
  }
  assert.equal(await taken(page, '٤', { code: 'Digit4' }), true);
  await becomes(() => selectedView(page), 'Chart reach');
});

pageTest('On a Mac shortcuts are held with Cmd, and Ctrl+K stays with the text field', {
  prepare: () => Object.defineProperty(navigator, 'platform', { get: () => 'MacIntel' }),
}, async (page) => {
  const menu = page.getByRole('button', { name: 'Commands' });
  assert.equal(await menu.getAttribute('aria-keyshortcuts'), 'Meta+K');
  assert.equal(await menu.getAttribute('title'), 'Commands (⌘K)');
  assert.equal(await taken(page, 'k', { ctrlKey: true }), false);
  assert.equal(await taken(page, 'k', { metaKey: true }), true);
  await becomes(() => isOpen(page, 'Commands'), 1);
});
