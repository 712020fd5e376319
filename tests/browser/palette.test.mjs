// The palette: every action by its name, from the keyboard, by mouse and by touch.
import assert from 'node:assert/strict';
import { becomes, dialog, expectSoon, goTo, grid, header, rows, search, suite, tab } from './harness.mjs';

const { pageTest } = suite();

/** @param {import('playwright-core').Page} page */
const palette = (page) => page.getByRole('dialog', { name: 'Commands' });
const field = (page) => palette(page).getByRole('combobox', { name: 'Commands' });
const list = (page) => palette(page).getByRole('listbox', { name: 'Commands' });
const option = (page, name) => list(page).getByRole('option', { name, exact: true });
/** Of the option that Enter would run, as the field has it for assistive technology. */
const active = (page) => field(page).evaluate((each) => {
  const one = document.getElementById(each.getAttribute('aria-activedescendant') ?? '');
  if (one?.getAttribute('aria-selected') !== 'true') return null;
  return { name: one.getAttribute('aria-label'), place: Number(one.getAttribute('aria-posinset')), of: Number(one.getAttribute('aria-setsize')) };
});
const activeName = async (page) => (await active(page))?.name;
/** What has the focus: by its name, else its text. */
const focused = (page) => page.evaluate(() => {
  const each = document.activeElement;
  return each === document.body ? 'nothing' : each?.getAttribute('aria-label') ?? each?.textContent;
});

async function open(page) {
  await page.keyboard.press('Control+K');
  await becomes(() => field(page).evaluate((each) => each === document.activeElement), true, 'the field has the focus');
}

/** Types into the open palette, and waits until the list answers. */
async function find(page, words, first) {
  await page.keyboard.type(words);
  await becomes(() => activeName(page), first, words);
}

pageTest('Ctrl+K, a few letters and Enter do what was typed; the focus comes back', {}, async (page) => {
  await goTo(page, 'Videos');
  const columns = page.getByRole('button', { name: 'Columns', exact: true });
  await columns.focus();
  await open(page);
  assert.equal(await palette(page).getAttribute('aria-modal'), 'true');
  await find(page, 'dark', 'Colours: dark');
  await page.keyboard.press('Enter');
  await becomes(() => palette(page).count(), 0);
  await becomes(() => page.locator('html').getAttribute('data-theme'), 'dark');
  assert.equal(await focused(page), 'Columns', 'the focus is where it was');
  await open(page);
  await find(page, 'date des', 'Sort by Date, descending');
  await page.keyboard.press('Enter');
  await becomes(() => header(page, 'Date').getAttribute('aria-sort'), 'descending');
  assert.equal(await focused(page), 'Columns');
  for (const leave of ['Escape', 'Control+K']) {
    await open(page);
    await page.keyboard.press(leave);
    await becomes(() => palette(page).count(), 0, leave);
    assert.equal(await focused(page), 'Columns', leave);
  }
});

pageTest('Screen readers hear a field with a list, the chosen option, and how many there are', {}, async (page) => {
  await open(page);
  assert.equal(await field(page).getAttribute('aria-expanded'), 'true');
  assert.equal(await field(page).getAttribute('aria-autocomplete'), 'list');
  assert.equal(await field(page).getAttribute('aria-controls'), await list(page).getAttribute('id'));
  const { of, place } = await active(page);
  assert.equal(place, 1);
  assert.ok(of > 15, `${of} actions`);
  await page.keyboard.press('ArrowDown');
  await becomes(async () => (await active(page))?.place, 2);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await becomes(async () => (await active(page))?.place, of, 'around the start to the last');
  await page.keyboard.press('ArrowDown');
  await becomes(async () => (await active(page))?.place, 1);
  assert.equal(await list(page).locator('[aria-selected="true"]').count(), 1);
  const said = palette(page).getByRole('status');
  await becomes(() => said.textContent(), `${of} commands`);
  await find(page, 'colours dark', 'Colours: dark');
  await becomes(() => said.textContent(), '1 command');
  await page.keyboard.type(' zebra');
  await becomes(() => said.textContent(), 'No command is called that.');
  assert.ok(await palette(page).getByText('No command is called that.').first().isVisible());
});

pageTest('The chosen option is in sight, however far down the list it is', {}, async (page) => {
  await goTo(page, 'Videos');
  await open(page);
  const { of } = await active(page);
  assert.ok(of > 30);
  const inSight = () => list(page).evaluate((box) => {
    const outer = box.getBoundingClientRect();
    const inner = box.querySelector('[aria-selected="true"]')?.getBoundingClientRect();
    return inner !== undefined && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
  });
  const seen = [];
  for (let place = 1; place <= of; place++) {
    await becomes(async () => (await active(page))?.place, place);
    await becomes(inSight, true, `option ${place}`);
    seen.push(await activeName(page));
    await page.keyboard.press('ArrowDown');
  }
  assert.equal(new Set(seen).size, of);
  await page.keyboard.press('PageDown');
  await becomes(async () => (await active(page))?.place > 5, true);
  await becomes(inSight, true);
});

pageTest('What is typed can be searched for; a click runs an option, one beside the palette closes it', {}, async (page) => {
  await open(page);
  await find(page, 'closer than', 'Search for “closer than”');
  await page.keyboard.press('Enter');
  await becomes(() => search(page).inputValue(), 'closer than');
  await page.getByRole('button', { name: 'Commands' }).click();
  await becomes(() => palette(page).count(), 1);
  await option(page, 'Go to Releases').click();
  await becomes(() => tab(page, 'Releases').getAttribute('aria-selected'), 'true');
  await becomes(() => palette(page).count(), 0);
  await open(page);
  await page.mouse.click(20, 800);
  await becomes(() => palette(page).count(), 0);
});

pageTest('Actions that lead somewhere take the focus along', { viewport: { width: 700, height: 700 } }, async (page) => {
  await goTo(page, 'Videos');
  await tab(page, 'Videos').focus();
  await open(page);
  await find(page, 'search box', 'Go to the search box');
  await page.keyboard.press('Enter');
  await becomes(() => search(page).evaluate((each) => each === document.activeElement), true);
  await page.keyboard.press('Control+K');
  await find(page, 'column songs', 'Go to column Songs');
  await page.keyboard.press('Enter');
  await becomes(() => header(page, 'Songs').evaluate((each) => each.contains(document.activeElement)), true);
  const [outer, inner] = [await grid(page).boundingBox(), await header(page, 'Songs').boundingBox()];
  assert.ok(inner.x >= outer.x - 1 && inner.x + 40 <= outer.x + outer.width, 'the column is in sight');
  await open(page);
  await find(page, 'filter kind', 'Filter Kind');
  await page.keyboard.press('Enter');
  await becomes(() => page.getByRole('dialog', { name: 'Filter Kind' }).count(), 1);
  await becomes(() => dialog(page).evaluate((each) => each.contains(document.activeElement)), true);
  await page.keyboard.press('Escape');
  await becomes(() => dialog(page).count(), 0);
  await becomes(() => header(page, 'Songs').evaluate((each) => each.contains(document.activeElement)), true, 'back past the palette');
});

pageTest('After going to another view the keyboard goes on there', {}, async (page) => {
  await goTo(page, 'Videos');
  await rows(page).first().getByRole('rowheader').click();
  await page.keyboard.press('Escape');
  await becomes(() => page.getByRole('complementary').count(), 0);
  await open(page);
  await find(page, 'go rel', 'Go to Releases');
  await page.keyboard.press('Enter');
  await becomes(() => tab(page, 'Releases').getAttribute('aria-selected'), 'true');
  await becomes(() => palette(page).count(), 0);
  await expectSoon(async () => assert.notEqual(await focused(page), 'nothing'));
});

for (const view of ['Overview', 'Videos']) {
  pageTest(`Every action of ${view} runs from the palette`, {}, async (page) => {
    const reset = () => page.evaluate(async (name) => {
      await window.articleExplorer.query('');
      await window.articleExplorer.view(name);
    }, view.toLowerCase());
    await reset();
    await open(page);
    const { of } = await active(page);
    const names = [];
    for (let place = 1; place <= of; place++) {
      await becomes(async () => (await active(page))?.place, place);
      names.push(await activeName(page));
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Escape');
    let run = 0;
    for (const name of names) {
      await becomes(() => palette(page).count(), 0);
      await open(page);
      // Of an action that switches something, the name says what stands now.
      const words = name.replace(/, (on|off)$/, '');
      await field(page).fill(words);
      await becomes(() => option(page, `Search for “${words}”`).count(), 1, 'the list answers');
      const exact = option(page, words).or(option(page, `${words}, on`)).or(option(page, `${words}, off`));
      if (await exact.count() === 0) {
        await page.keyboard.press('Escape');  // another one took its place: it stands already
        continue;
      }
      await exact.click();
      await becomes(() => palette(page).count(), 0, name);
      run++;
      for (let closing = 0; closing < 3 && await dialog(page).count() > 0; closing++) {
        await page.keyboard.press('Escape');
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      }
      if (/^Read as/.test(name)) await page.keyboard.press('Escape');
      await reset();
    }
    assert.ok(run >= names.length - 4, `${run} of ${names.length} ran`);
  });
}

pageTest('On a phone the palette is the menu of everything: a tap opens it, at the top, as wide as the screen', {
  viewport: { width: 390, height: 844 }, touch: true,
}, async (page) => {
  await page.getByRole('button', { name: 'Commands' }).tap();
  await becomes(() => palette(page).count(), 1);
  const box = await palette(page).boundingBox();
  assert.deepEqual([box.x, box.y, box.width], [0, 0, 390]);
  const low = await list(page).getByRole('option').evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().height < 44).length);
  assert.equal(low, 0, 'every option is high enough for a finger');
  await option(page, 'Go to Videos').tap();
  await becomes(() => tab(page, 'Videos').getAttribute('aria-selected'), 'true');
  await becomes(() => palette(page).count(), 0);
  await page.getByRole('button', { name: 'Commands' }).tap();
  await palette(page).getByRole('button', { name: 'Close' }).tap();
  await becomes(() => palette(page).count(), 0);
});
