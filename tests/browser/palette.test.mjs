// The palette: every action by its name, from the keyboard, by mouse and by touch.
import assert from 'node:assert/strict';
import { becomes, dialog, expectSoon, goTo, grid, header, rows, search, suite, tab } from './harness.mjs';

const { pageTest } = suite();
const Small = { width: 700, height: 700 };

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

pageTest('The chosen option is in sight, however far down the list it is', { viewport: Small }, async (page) => {
  await goTo(page, 'Videos');
  await open(page);
  const { of } = await active(page);
  assert.ok(of > 30);
  /** The one that Enter would run. */
  const chosen = () => list(page).evaluate((box) => {
    const one = document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '');
    if (one?.getAttribute('aria-selected') !== 'true') return null;
    const [outer, inner] = [box.getBoundingClientRect(), one.getBoundingClientRect()];
    const isInSight = inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
    return { name: one.getAttribute('aria-label'), place: Number(one.getAttribute('aria-posinset')), isInSight };
  });
  const seen = new Set();
  for (let place = 1; place <= of; place++) {
    await expectSoon(async () => {
      const now = await chosen();
      assert.deepEqual([now?.place, now?.isInSight], [place, true]);
      seen.add(now.name);
    });
    await page.keyboard.press('ArrowDown');
  }
  assert.equal(seen.size, of);
  await page.keyboard.press('PageDown');
  await expectSoon(async () => {
    const now = await chosen();
    assert.ok(now?.place > 5 && now.isInSight);
  });
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

pageTest('Actions that lead somewhere take the focus along', { viewport: Small }, async (page) => {
  await goTo(page, 'Videos');
  await tab(page, 'Videos').focus();
  await open(page);
  await find(page, 'search box', 'Go to the search box');
  await page.keyboard.press('Enter');
  await becomes(() => search(page).evaluate((each) => each === document.activeElement), true);
  await open(page);
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

/** The names of all options of the open palette, in order: it has only those in sight in the page. */
async function allNames(page) {
  const names = [];
  const { of } = await active(page);
  for (let place = 0; place < of;) {
    await expectSoon(async () => {
      const now = (await active(page))?.place;
      assert.ok(now > place, `from option ${place} on`);
      const here = await list(page).getByRole('option').evaluateAll(
        (all) => all.map((each) => [Number(each.getAttribute('aria-posinset')), each.getAttribute('aria-label')]));
      for (const [at, name] of here) names[at - 1] = name;
      for (let at = 0; at < now; at++) assert.ok(names[at], `option ${at + 1} of ${now}`);
      place = now;
    });
    await page.keyboard.press('PageDown');
  }
  assert.equal(names.length, of);
  return names;
}

/** Runs one of the actions of a view; false if it is not there any more. */
async function runAction(page, name) {
  await open(page);
  // Of an action that switches something, the name says what stands now.
  const words = name.replace(/, (on|off)$/, '');
  await field(page).fill(words);
  await becomes(() => option(page, `Search for “${words}”`).count(), 1, 'the list answers');
  const exact = option(page, words).or(option(page, `${words}, on`)).or(option(page, `${words}, off`));
  if (await exact.count() === 0) {
    await page.keyboard.press('Escape');  // another one took its place: it stands already
    return false;
  }
  await exact.click();
  await becomes(() => palette(page).count(), 0, name);
  for (let closing = 0; closing < 3 && await dialog(page).count() > 0; closing++) {
    await page.keyboard.press('Escape');
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }
  if (/^Read as/.test(name)) await page.keyboard.press('Escape');
  return true;
}

/** In how many parts, each with a page of its own: there are many actions. */
const Parts = { Overview: 2, Videos: 4 };

for (const [view, parts] of Object.entries(Parts)) {
  for (let part = 0; part < parts; part++) {
    pageTest(`Every action of ${view} runs from the palette, part ${part + 1} of ${parts}`, {}, async (page) => {
      const reset = () => page.evaluate(async (name) => {
        await window.articleExplorer.query('');
        await window.articleExplorer.view(name);
      }, view.toLowerCase());
      await reset();
      await open(page);
      const names = (await allNames(page)).filter((_, i) => i % parts === part);
      await page.keyboard.press('Escape');
      let run = 0;
      for (const name of names) {
        await becomes(() => palette(page).count(), 0);
        if (await runAction(page, name)) run++;
        await reset();
      }
      assert.ok(run > 5 && run >= names.length - 1, `${run} of ${names.length} ran`);
    });
  }
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
