// The search box: the one text form of all filters, edited by the browser and answered while typing.
import assert from 'node:assert/strict';
import { becomes, chips, count, expectSoon, goTo, rowNames, rows, search, suite, tab, typeQuery } from './harness.mjs';

const { pageTest } = suite();
const View = ['Articles', 'Releases', 'Chart reach', 'Videos'];

/** The rows that each view says it has. */
const counts = (page) => Promise.all(View.map(async (name) => Number((await tab(page, name).getAttribute('aria-label')).split(', ').at(-1))));
const chipTexts = (page) => chips(page).allInnerTexts();
const caret = (page) => search(page).evaluate((box) => [box.selectionStart, box.selectionEnd, document.activeElement === box]);

pageTest('Words typed on the keyboard filter every view, show chips, and can be taken back', {}, async (page) => {
  assert.deepEqual(await counts(page), [2, 3, 9, 6]);
  await typeQuery(page, 'closer than');
  await becomes(() => counts(page), [2, 1, 9, 3]);
  await becomes(() => chipTexts(page), ['“closer”', '“than”']);
  await becomes(() => count(page).innerText(), '2 articles, 14 of 24 facts');
  await chips(page).filter({ hasText: 'than' }).click();
  await becomes(() => search(page).inputValue(), 'closer');
  await becomes(() => chipTexts(page), ['“closer”']);
  await page.getByRole('button', { name: 'Clear all' }).or(page.getByRole('link', { name: 'Clear all' })).click();
  await becomes(() => search(page).inputValue(), '');
  await becomes(() => counts(page), [2, 3, 9, 6]);
  assert.equal(await chips(page).count(), 0);
});

const Queries = [
  // text, [articles, releases, chart entries, videos], chips
  ['region:KR', [1, 1, 1, 0], ['Region: South Korea']],
  ['region:"south korea"', [1, 1, 1, 0], null],
  ['region:US,JP', [1, 1, 2, 0], null],
  ['position<=10', [1, 1, 7, 1], ['Position: up to 10']],
  ['position:none', [1, 1, 2, 0], ['Position: not stated']],
  ['date:2023-03', [1, 1, 0, 0], ['Date: 2023-03']],
  ['kind:single', [2, 1, 8, 0], ['Kind: single']],
  ['"behind the scenes" kind:"behind the scenes"', null, null],
  ['"closer than"', [2, 1, 9, 3], ['“closer than”']],
  ['"than closer"', [0, 0, 0, 0], ['“than closer”']],
  ['JIMIN', null, ['“JIMIN”']],
  ['-closer', [0, 2, 0, 3], ['not “closer”']],
  ['provider:iTunes -region:US,JP', null, null],
];

pageTest('The query syntax is understood in the box', {}, async (page) => {
  for (const [text, wanted, chip] of Queries) {
    await search(page).fill(text);
    if (wanted) await becomes(() => counts(page), wanted, text);
    if (chip) await becomes(() => chipTexts(page), chip, text);
    assert.equal(await search(page).inputValue(), text);
    assert.equal(await search(page).getAttribute('aria-invalid'), null, text);
    assert.equal(await page.getByRole('alert').count(), 0, text);
  }
  await goTo(page, 'Chart reach');
  await search(page).fill('provider:iTunes -region:US,JP');
  await becomes(() => count(page).innerText(), '5 of 9 chart entries');
  await search(page).fill('date:2023-12');
  await becomes(() => count(page).innerText(), '8 of 9 chart entries');
  await goTo(page, 'Videos');
  await search(page).fill('date:2023-12 -kind:"behind the scenes"');
  await becomes(() => rowNames(page), ['Closer Than This, music video']);
  await search(page).fill('PHONE numbers');
  await becomes(() => rowNames(page).then((names) => names.includes('Phone Numbers, dance video')), true, 'case does not matter');
});

const Unreadable = [
  ['foo:', 'foo', /no column 'foo'/],
  ['region:KR date:2023-13', '2023-13', /month 13 does not exist/],
  ['region:KR "closer', '"closer', /quotation mark is not closed/],
  ['position<=', 'position<=', /value is missing/],
];

pageTest('A query that cannot be read shows where and why, and the last result stays', {}, async (page) => {
  await goTo(page, 'Chart reach');
  for (const [text, place, why] of Unreadable) {
    await typeQuery(page, 'region:KR');
    await becomes(() => count(page).innerText(), '1 of 9 chart entries');
    await search(page).fill(text);
    const alert = page.getByRole('alert');
    await expectSoon(async () => {
      const said = await alert.innerText();
      assert.match(said, why);
      assert.ok(said.includes(place), `the place ${place} is shown`);
    });
    assert.equal(await search(page).getAttribute('aria-invalid'), 'true');
    assert.equal(await count(page).innerText(), '1 of 9 chart entries', 'the last good result stays');
    assert.equal(await rows(page).count(), 1);
    assert.equal(await search(page).inputValue(), text, 'what was typed stays');
    await search(page).fill('region:JP');
    await becomes(() => alert.count(), 0);
    await becomes(() => search(page).getAttribute('aria-invalid'), null);
  }
});

pageTest('Typing in the middle keeps focus and caret while the page follows', {}, async (page) => {
  await search(page).click();
  await page.keyboard.type('clser', { delay: 25 });
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('o', { delay: 40 });
  await becomes(() => chipTexts(page), ['“closer”']);
  assert.equal(await search(page).inputValue(), 'closer');
  assert.deepEqual(await caret(page), [3, 3, true]);
  await page.keyboard.press('Home');
  await page.keyboard.type('-', { delay: 40 });
  await becomes(() => chipTexts(page), ['not “closer”']);
  assert.deepEqual(await caret(page), [1, 1, true]);
  await page.keyboard.press('Control+Z');
  await becomes(() => search(page).inputValue(), 'closer', 'the browser undoes its own edit');
  await page.keyboard.press('End');
  await page.keyboard.type('  ', { delay: 40 });
  assert.equal(await search(page).inputValue(), 'closer  ', 'white space is not tidied while typing');
});

pageTest('The slash goes to the search box, wherever the focus is; its cross empties it', {}, async (page) => {
  await page.keyboard.press('/');
  await becomes(async () => (await caret(page))[2], true, 'on a fresh page');
  await tab(page, 'Releases').click();
  await page.keyboard.press('/');
  await becomes(async () => (await caret(page))[2], true);
  assert.equal(await search(page).inputValue(), '', 'the slash itself is not typed');
  await page.keyboard.type('face');
  await becomes(() => rows(page).count(), 1);
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await becomes(() => search(page).inputValue(), '');
  await becomes(() => rows(page).count(), 3);
});

pageTest('Pasted and cut text is the browser\'s own', { }, async (page) => {
  await typeQuery(page, 'face');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+X');
  await becomes(() => search(page).inputValue(), '');
  await page.keyboard.press('Control+V');
  await becomes(() => search(page).inputValue(), 'face');
  await becomes(() => chipTexts(page), ['“face”']);
});

pageTest('Hangul composed by an input method arrives whole and is not disturbed', {}, async (page) => {
  const devtools = await page.context().newCDPSession(page);
  await search(page).click();
  await page.keyboard.type('-');
  for (const text of ['ㅎ', '하', '한']) {
    await devtools.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 });
    await becomes(() => search(page).inputValue(), `-${text}`);
    await page.waitForTimeout(60);
    assert.deepEqual(await caret(page), [2, 2, true], 'the page does not write into a composition');
  }
  await devtools.send('Input.insertText', { text: '한' });
  for (const text of ['ㄱ', '구', '국']) {
    await devtools.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 });
    await becomes(() => search(page).inputValue(), `-한${text}`);
  }
  await devtools.send('Input.insertText', { text: '국' });
  await becomes(() => search(page).inputValue(), '-한국');
  await becomes(() => chipTexts(page), ['not “한국”']);
  assert.deepEqual(await caret(page), [3, 3, true]);
});

pageTest('An empty result says why and offers the way back', {}, async (page) => {
  await goTo(page, 'Chart reach');
  await typeQuery(page, 'zebra region:KR');
  const nothing = page.getByRole('region', { name: 'Nothing matches' });
  await becomes(() => nothing.isVisible(), true);
  assert.match(await nothing.innerText(), /None of the 9 chart entries/);
  assert.equal(await count(page).innerText(), '0 of 9 chart entries');
  await nothing.getByRole('button', { name: /Remove .*zebra/ }).click();
  await becomes(() => rows(page).count(), 1);
  await becomes(() => search(page).inputValue(), 'region:KR');
  await typeQuery(page, 'zebra region:KR');
  await nothing.getByRole('button', { name: 'Clear all' }).click();
  await becomes(() => rows(page).count(), 9);
});
