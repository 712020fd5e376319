// Texts that an input method composes, Hangul and Kana: the page reads along and writes nothing into them, whatever
// else changes meanwhile, and the keys of the input method are not the program's.
import assert from 'node:assert/strict';
import { feed } from './feeds.mjs';
import { becomes, chips, detail, dialog, expectSoon, filterButton, goTo, rowNames, rows, search, suite } from './harness.mjs';

const { pageTest } = suite();
const Titles = ['한국의 노래', '하늘과 별', '국수', 'かなの歌', '仮名の本', 'Plain'];
const dataset = feed(Titles.map((title, i) => ({ id: `${i}`, title, content_text: 'x' })));

/** Notes what happens to fields: compositions, and what scripts write into the field of one. */
const watchFields = () => {
  const seen = { events: /** @type {string[]} */ ([]), writes: /** @type {string[]} */ ([]), taken: /** @type {string[]} */ ([]), composing: false };
  Object.assign(window, { fields_: seen });
  for (const type of ['compositionstart', 'compositionend']) {
    addEventListener(type, (event) => {
      seen.composing = type === 'compositionstart';
      seen.events.push(`${type}:${/** @type {CompositionEvent} */ (event).data}`);
    }, true);
  }
  addEventListener('keydown', (event) => {
    seen.events.push(`${event.isComposing ? 'composing' : 'key'}:${event.key}`);
    if (event.defaultPrevented) seen.taken.push(event.key);
  });
  for (const [name, { get, set }] of Object.entries(Object.getOwnPropertyDescriptors(HTMLInputElement.prototype))) {
    if (!['value', 'selectionStart', 'selectionEnd'].includes(name) || !get || !set) continue;
    Object.defineProperty(HTMLInputElement.prototype, name, {
      configurable: true, enumerable: true, get,
      set(value) {
        if (seen.composing && this === document.activeElement) seen.writes.push(`${name}=${value}`);
        set.call(this, value);
      },
    });
  }
};
/** @returns {Promise<{events: string[], writes: string[], taken: string[]}>} */
const fields = (page) => page.evaluate(() => /** @type {any} */ (window).fields_);

/** An input method, by the browser's own door for them. */
async function inputMethod(page) {
  const devtools = await page.context().newCDPSession(page);
  return {
    /** Shows a text that is not settled yet. @param {string} text */
    compose: (text) => devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length }),
    /** Settles it. @param {string} text */
    commit: (text) => devtools.send('Input.insertText', { text }),
    /** A key that goes to the input method: the page hears of it, and nothing comes of it. @param {string} key */
    async key(key) {
      const what = { key, code: key, windowsVirtualKeyCode: 229 };
      await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...what });
      await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...what });
    },
  };
}

/** Composes step by step; after each the rows are those that contain what stands there. */
async function composeAlong(page, method, field, steps, named) {
  for (const [text, wanted] of steps) {
    await method.compose(text);
    await becomes(() => field.inputValue(), text);
    await becomes(() => named(), wanted, text);
  }
}

pageTest('Hangul: rows follow each syllable, and nothing is written into the field while it is composed', {
  dataset, prepare: watchFields,
}, async (page) => {
  await goTo(page, 'Articles');
  await search(page).click();
  const method = await inputMethod(page);
  await composeAlong(page, method, search(page), [
    ['ㅎ', []], ['하', ['하늘과 별']], ['한', ['한국의 노래']],
  ], () => rowNames(page));
  await method.commit('한');
  await method.compose('구');
  await becomes(() => search(page).inputValue(), '한구');
  await method.compose('국');
  await method.commit('국');
  await becomes(() => search(page).inputValue(), '한국');
  await becomes(() => rowNames(page), ['한국의 노래']);
  await becomes(() => chips(page).allInnerTexts(), ['“한국”']);
  const { events, writes } = await fields(page);
  assert.deepEqual(writes, []);
  assert.deepEqual(events, ['compositionstart:', 'compositionend:한', 'compositionstart:', 'compositionend:국']);
});

pageTest('Kana: what is converted and chosen is what the rows answer to', { dataset, prepare: watchFields }, async (page) => {
  await goTo(page, 'Articles');
  await search(page).click();
  const method = await inputMethod(page);
  await composeAlong(page, method, search(page), [
    ['ｋ', []], ['か', ['かなの歌']], ['かｎ', []], ['かな', ['かなの歌']], ['仮名', ['仮名の本']], ['かな', ['かなの歌']], ['仮名', ['仮名の本']],
  ], () => rowNames(page));
  await method.key('Enter');
  await method.commit('仮名');
  await becomes(() => search(page).inputValue(), '仮名');
  assert.deepEqual(await rowNames(page), ['仮名の本']);
  const { events, writes, taken } = await fields(page);
  assert.deepEqual([writes, taken], [[], []]);
  assert.deepEqual(events, ['compositionstart:', 'composing:Enter', 'compositionend:仮名']);
});

pageTest('A composition outlives everything else that changes on the page', { dataset, prepare: watchFields }, async (page) => {
  await goTo(page, 'Articles');
  await search(page).click();
  const method = await inputMethod(page);
  await method.compose('하');
  await becomes(() => rowNames(page), ['하늘과 별']);
  const before = await search(page).boundingBox();
  await page.setViewportSize({ width: 760, height: 700 });
  await expectSoon(async () => assert.notDeepEqual(await search(page).boundingBox(), before, 'the field itself was laid out anew'));
  await page.emulateMedia({ colorScheme: 'dark' });
  await becomes(() => page.locator('html').evaluate((html) => matchMedia('(prefers-color-scheme: dark)').matches && html.dataset.explorerState), 'ready');
  await rows(page).first().hover();
  await method.compose('한');
  await becomes(() => rowNames(page), ['한국의 노래']);
  assert.equal(await search(page).inputValue(), '한');
  assert.ok(await search(page).evaluate((field) => field === document.activeElement));
  await method.commit('한');
  await becomes(() => search(page).inputValue(), '한');
  const { events, writes } = await fields(page);
  assert.deepEqual([writes, events], [[], ['compositionstart:', 'compositionend:한']]);
});

pageTest('Keys of the input method are not taken: they choose, scroll and close nothing', {
  dataset, prepare: watchFields,
}, async (page) => {
  await goTo(page, 'Articles');
  await rows(page).first().getByRole('rowheader').click();
  await becomes(() => detail(page).count(), 1);
  const heading = await detail(page).getByRole('heading').first().innerText();
  await search(page).click();
  const method = await inputMethod(page);
  // Escape, with which a search field empties itself in Chromium, is pressed in other fields, below.
  const keys = ['ArrowDown', 'ArrowUp', 'Enter', 'Home', 'PageDown', '/', 'F2'];
  await method.compose('하');
  for (const key of keys) await method.key(key);
  await becomes(() => rowNames(page), ['하늘과 별']);
  assert.equal(await detail(page).getByRole('heading').first().innerText(), heading, 'the details stay open');
  assert.equal(await search(page).inputValue(), '하', 'what is composed stays');
  const { events, taken } = await fields(page);
  assert.deepEqual(taken, []);
  assert.deepEqual(events, ['compositionstart:', ...keys.map((key) => `composing:${key}`)]);
  await method.commit('하');
  await search(page).fill('');
  await page.keyboard.press('Escape');
  await becomes(() => detail(page).count(), 0, 'afterwards the key is the program\'s again');
});

pageTest('In the filter of a column values are found while their name is composed', { dataset, prepare: watchFields }, async (page) => {
  await goTo(page, 'Articles');
  await filterButton(page, 'Title').click();
  const field = dialog(page).getByRole('textbox').first();
  await field.click();
  const method = await inputMethod(page);
  await composeAlong(page, method, field, [['하', ['하늘과 별']], ['한', ['한국의 노래']]], () => rowNames(page));
  await method.key('Escape');
  assert.equal(await dialog(page).count(), 1, 'the dialog stays open');
  await method.commit('한');
  await becomes(() => field.inputValue(), '한');
  assert.deepEqual((await fields(page)).writes, []);
  await page.keyboard.press('Escape');
  await becomes(() => dialog(page).count(), 0);
});

pageTest('In the palette Enter settles what is composed and runs nothing', { dataset, prepare: watchFields }, async (page) => {
  await goTo(page, 'Articles');
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox');
  await becomes(() => field.count(), 1);
  await expectSoon(async () => assert.ok(await field.evaluate((each) => each === document.activeElement)));
  const method = await inputMethod(page);
  await method.compose('한');
  for (const key of ['ArrowDown', 'Enter', 'Escape']) await method.key(key);
  await method.compose('한국');
  await becomes(() => field.inputValue(), '한국');
  assert.equal(await dialog(page).count(), 1);
  assert.equal(await search(page).inputValue(), '', 'nothing was searched for');
  await method.commit('한국');
  await becomes(() => field.inputValue(), '한국');
  const { writes, taken } = await fields(page);
  assert.deepEqual([writes, taken.filter((key) => key !== 'k')], [[], []]);
  await page.keyboard.press('Escape');
  await becomes(() => dialog(page).count(), 0);
});
