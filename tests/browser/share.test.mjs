// The link to what is on screen: by keyboard alone, copied for real and opened again, in frames, on a phone, and where
// the browser has none of it.
import assert from 'node:assert/strict';
import { becomes, count, dialog, expectSoon, explorerFrame, goTo, hostPage, rows, search, suite, tab, typeQuery, waitForState } from './harness.mjs';

const { pageTest } = suite();
const opener = (page) => page.getByRole('button', { name: 'Share this view' });
const field = (page) => dialog(page).getByRole('textbox', { name: 'Link to this view' });
const copyButton = (page) => dialog(page).getByRole('button', { name: 'Copy link' });
const said = (page) => dialog(page).getByRole('status').innerText();
const contents = async (page) => (await dialog(page).getByRole('list', { name: 'The link opens' }).getByRole('listitem').allInnerTexts()).map((text) => text.replaceAll('\n', ' '));
const hasFocus = (locator) => locator.evaluate((each) => each === document.activeElement);
const selection = (page) => field(page).evaluate((each) => each.value.slice(each.selectionStart, each.selectionEnd));

async function openDialog(page) {
  await opener(page).click();
  await expectSoon(async () => assert.match(await field(page).inputValue(), /^http/));
}
/** What is in the clipboard, pasted into the search box as a reader would. */
async function pasted(page) {
  await search(page).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+V');
  return search(page).inputValue();
}

pageTest('By keyboard alone: open, copy, hear of it, close, and the link opens the same', {}, async (page, { url }) => {
  await goTo(page, 'Chart reach');
  await typeQuery(page, 'region:KR,US sort:position');
  await becomes(() => rows(page).count(), 2);
  await opener(page).focus();
  await page.keyboard.press('Enter');
  await becomes(() => dialog(page).getAttribute('aria-label'), 'Share this view');
  const link = `${url}#v=1&view=charts&q=region:KR,US+sort:position`;
  await becomes(() => field(page).inputValue(), link);
  assert.ok(await hasFocus(field(page)));
  await becomes(() => selection(page), link, 'selected, to be copied by hand');
  assert.equal(await field(page).getAttribute('readonly'), '');
  await page.keyboard.type('x');
  assert.equal(await field(page).inputValue(), link, 'it cannot be edited');
  assert.deepEqual(await contents(page), ['Chart reach: 2 of 9 chart entries', 'Search: region:KR,US sort:position']);
  assert.equal(await said(page), '');
  await page.keyboard.press('Tab');
  assert.ok(await hasFocus(copyButton(page)));
  await page.keyboard.press('Enter');
  await becomes(() => said(page), 'Link copied');
  await page.keyboard.press('Escape');
  await becomes(() => dialog(page).count(), 0);
  await becomes(() => hasFocus(opener(page)), true);
  assert.equal(await pasted(page), link);
  const other = await page.context().newPage();
  await other.goto(link);
  await waitForState(other, 'ready');
  assert.equal(await search(other).inputValue(), 'region:KR,US sort:position');
  await becomes(() => count(other).innerText(), '2 of 9 chart entries');
});

pageTest('What the link says follows what is on screen', {}, async (page) => {
  await goTo(page, 'Videos');
  await page.getByRole('button', { name: 'Show as cards' }).click();
  await page.getByRole('button', { name: /^Colours/ }).click();
  await rows(page).first().getByRole('rowheader').click();
  await openDialog(page);
  const lines = await contents(page);
  assert.equal(lines[0], 'Videos: 6 videos');
  assert.match(lines[1], /^Details: /);
  assert.equal(lines[2], 'As here: videos as cards, dark colours');
  assert.match(await field(page).inputValue(), /&row=videos:[a-z-]+&form=cards&theme=dark$/);
});

pageTest('A link leads to the data, not to how this page is shown', { query: '?render=html&data=articles.json#v=1&view=videos' }, async (page, { url }) => {
  await openDialog(page);
  assert.equal(await field(page).inputValue(), `${url}?data=articles.json#v=1&view=videos`);
});

pageTest('The language of the page stays with the code of a frame, not with a link', { query: '?lang=en&data=articles.json#v=1&view=videos' }, async (page, { url }) => {
  const link = `${url}?data=articles.json#v=1&view=videos`;
  await openDialog(page);
  assert.equal(await field(page).inputValue(), link);
  await copyButton(page).click();
  await becomes(() => said(page), 'Link copied');
  await dialog(page).getByRole('button', { name: 'Embed…' }).click();
  const code = page.getByRole('dialog', { name: 'Embed in a page' }).getByRole('textbox', { name: 'Code' });
  await expectSoon(async () => assert.ok((await code.inputValue()).includes(`src="${url}?lang=en&amp;data=articles.json#v=1&amp;view=videos"`), await code.inputValue()));
  await page.keyboard.press('Escape');
  assert.equal(await pasted(page), link, 'what was copied is what was shown');
});

pageTest('Data from elsewhere: an address is in the link, what is on this device is said not to be', {}, async (page, { url }) => {
  await page.evaluate(() => window.articleExplorer.load('articles.json'));
  await openDialog(page);
  assert.equal(await field(page).inputValue(), `${url}?data=articles.json`);
  await page.keyboard.press('Escape');
  await page.evaluate(async () => {
    await window.articleExplorer.load(await (await fetch('articles.json')).arrayBuffer());
  });
  await openDialog(page);
  await becomes(() => field(page).inputValue(), url);
  await becomes(() => dialog(page).getByText('The data was opened on this device').count(), 1);
});

/** A page with the explorer in a frame, and a field to paste into. */
const host = (attributes) => hostPage(
  `<input aria-label="Paste here"><iframe ${attributes} src="index.html#v=1&view=charts" width="900" height="600" title="Explorer"></iframe>`,
  { sandboxed: true },
);

pageTest('In a frame that may not use the clipboard the link is copied all the same', {
  path: 'host.html', state: null, intercept: host('sandbox="allow-scripts"'),
}, async (page, { url }) => {
  const frame = await explorerFrame(page);
  await openDialog(frame);
  assert.equal(await field(frame).inputValue(), `${url}index.html#v=1&view=charts`);
  await copyButton(frame).click();
  await becomes(() => said(frame), 'Link copied');
  assert.ok(await hasFocus(copyButton(frame)), 'the focus is where it was');
  await page.getByRole('textbox', { name: 'Paste here' }).click();
  await page.keyboard.press('Control+V');
  await becomes(() => page.getByRole('textbox', { name: 'Paste here' }).inputValue(), `${url}index.html#v=1&view=charts`);
});

pageTest('Where nothing can be copied, the dialog says so and has the link selected', {
  prepare: () => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.execCommand = () => false;
  },
}, async (page, { url }) => {
  await openDialog(page);
  await copyButton(page).click();
  await expectSoon(async () => assert.match(await said(page), /does not allow copying/));
  assert.ok(await hasFocus(field(page)));
  assert.equal(await selection(page), url);
});

pageTest('The system\'s own dialog gets the link where there is one; closing that is no failure', {
  prepare: () => {
    Object.defineProperty(navigator, 'canShare', { value: () => true, configurable: true });
    Object.defineProperty(navigator, 'share', { configurable: true, value: async (data) => {
      window.shared = data;
      throw new DOMException('Closed.', 'AbortError');
    } });
  },
}, async (page, { url }) => {
  await goTo(page, 'Videos');
  await openDialog(page);
  await dialog(page).getByRole('button', { name: 'Send…' }).click();
  await becomes(() => page.evaluate(() => window.shared?.url), `${url}#v=1&view=videos`);
  assert.equal(await page.evaluate(() => window.shared.title), await page.title());
  assert.equal(await said(page), '');
  await page.evaluate(() => Object.defineProperty(navigator, 'share', { value: async () => { throw new DOMException('No.', 'NotAllowedError'); } }));
  await dialog(page).getByRole('button', { name: 'Send…' }).click();
  await expectSoon(async () => assert.match(await said(page), /Select the link/));
});

pageTest('On a phone one menu has saving and sharing, and fingers reach all of it', { viewport: { width: 390, height: 844 }, touch: true }, async (page) => {
  await page.getByRole('button', { name: 'Save or share' }).tap();
  await dialog(page).getByRole('button', { name: 'Share this view' }).tap();
  await becomes(() => dialog(page).getAttribute('aria-label'), 'Share this view');
  await expectSoon(async () => assert.match(await field(page).inputValue(), /^http/));
  for (const each of [field(page), copyButton(page), dialog(page).getByRole('button', { name: 'Close' })]) {
    const box = await each.boundingBox();
    assert.ok(box.height >= 44 && box.x >= 0 && box.x + box.width <= 390, JSON.stringify(box));
  }
  await copyButton(page).tap();
  await becomes(() => said(page), 'Link copied');
  await dialog(page).getByRole('button', { name: 'Close' }).tap();
  await becomes(() => dialog(page).count(), 0);
  assert.equal(await tab(page, 'Overview').getAttribute('aria-selected'), 'true');
});
