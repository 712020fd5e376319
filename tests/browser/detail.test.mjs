// The detail of a row: every field, where it is stated, and the way on to what it is linked with.
import assert from 'node:assert/strict';
import { becomes, detail, expectSoon, Facts, firstCell, goTo, hasFocus, rows, suite, tab } from './harness.mjs';

const { pageTest } = suite();
const heading = (page) => detail(page).getByRole('heading', { level: 2 });
/** The heading without the line breaks of the layout. */
const headingText = async (page) => (await heading(page).innerText()).replaceAll('\n', ' ');
const row = (page, name) => rows(page).filter({ has: page.getByRole('rowheader', { name }) });
/** The name of a field and what stands beside it. */
const fields = (page) => detail(page).locator('dl').evaluate((list) => {
  const found = {};
  let term = '';
  for (const child of list.children) {
    if (child.tagName === 'DT') term = child.textContent;
    else if (child.tagName === 'DD') found[term] = [found[term], child.textContent.replaceAll('\n', ' ')].filter(Boolean).join(' | ');
  }
  return found;
});

pageTest('A click on a row shows all its fields', {}, async (page) => {
  await goTo(page, 'Videos');
  await row(page, 'A Gift for ARMY').getByRole('rowheader').click();
  await becomes(() => headingText(page), 'A Gift for ARMY');
  assert.equal(await row(page, 'A Gift for ARMY').getAttribute('aria-current'), 'true');
  const shown = await fields(page);
  assert.equal(shown.Kind, 'behind the scenes');
  assert.equal(shown.Publisher, 'BIGHIT MUSIC');
  assert.equal(shown.Date, '23 Dec 2023');
  assert.equal(shown.Duration, 'about 30 mins');
  assert.equal(shown.Series, 'not stated');
  for (const person of ['Jimin', 'V (Kim Taehyung)']) assert.ok(shown.With.includes(person));
  const words = (await detail(page).innerText()).replaceAll(/\s+/g, ' ');
  const video = Facts.videos.find((each) => each.id === 'a-gift-for-army');
  for (const track of video.tracks) assert.ok(words.includes(track.title), track.title);
  assert.ok(words.includes(video.note.slice(0, 40)), 'the note');
});

pageTest('What is inferred says so, in the table and in the detail', {}, async (page) => {
  await goTo(page, 'Releases');
  await row(page, 'FACE').getByRole('rowheader').click();
  await becomes(() => headingText(page), 'FACE');
  const { Date: date, 'Label or maker': label } = await fields(page);
  assert.match(date, /March 2023.*inferred/);
  assert.equal(label, 'not stated');
});

pageTest('The detail follows the row that is clicked, and Escape and its cross close it', {}, async (page) => {
  await goTo(page, 'Releases');
  await row(page, 'FACE').getByRole('rowheader').click();
  await becomes(() => headingText(page), 'FACE');
  await row(page, 'BTS Monuments').getByRole('rowheader').click();
  await becomes(() => headingText(page), 'BTS Monuments: Beyond the Star');
  await becomes(() => page.locator('[role=row][aria-current=true]').count(), 1);
  await page.keyboard.press('Escape');
  await becomes(() => detail(page).count(), 0);
  await row(page, 'FACE').getByRole('rowheader').click();
  await detail(page).getByRole('button', { name: 'Close details' }).click();
  await becomes(() => detail(page).count(), 0);
  await becomes(() => page.locator('[role=row][aria-current=true]').count(), 0);
});

pageTest('Rows are reached and opened by the keyboard', {}, async (page) => {
  await goTo(page, 'Releases');
  await firstCell(rows(page).first()).focus();
  await page.keyboard.press('ArrowDown');
  await becomes(() => hasFocus(firstCell(rows(page).nth(1))), true);
  await page.keyboard.press('Enter');
  await becomes(() => headingText(page), 'FACE');
  await page.keyboard.press('Escape');
  await becomes(() => detail(page).count(), 0);
  await becomes(() => hasFocus(firstCell(rows(page).nth(1))), true, 'the focus is not lost');
});

pageTest('The evidence of a fact leads to the article that states it', {}, async (page) => {
  await goTo(page, 'Chart reach');
  await rows(page).nth(1).getByRole('rowheader').click();
  const evidence = detail(page).getByRole('button', { name: /Behind-the-Scenes.*paragraph 4/ });
  await evidence.click();
  await expectSoon(async () => assert.match(await headingText(page), /Behind-the-Scenes/));
  await becomes(() => tab(page, 'Articles').getAttribute('aria-selected'), 'true');
  await becomes(() => page.locator('[role=row][aria-current=true]').getAttribute('aria-label'),
    'BTS’ Jimin Treats Fans with Behind-the-Scenes Glimpse of ‘ThisIsJimin’ Series');
});

pageTest('Who follows a link in the detail by the keyboard keeps the focus in it, and Escape closes it', {}, async (page) => {
  await goTo(page, 'Chart reach');
  await firstCell(rows(page).nth(1)).focus();
  await page.keyboard.press('Enter');
  const evidence = detail(page).getByRole('button', { name: /paragraph 4/ });
  await evidence.focus();
  await page.keyboard.press('Enter');
  await expectSoon(async () => assert.match(await headingText(page), /Behind-the-Scenes/));
  await becomes(() => hasFocus(detail(page).getByRole('heading', { level: 2 })), true, 'reading begins with the headline');
  await page.keyboard.press('Escape');
  await becomes(() => detail(page).count(), 0);
});

pageTest('Escape closes the detail also while nothing has the focus', {}, async (page) => {
  await goTo(page, 'Releases');
  await row(page, 'FACE').getByRole('rowheader').click();
  await becomes(() => detail(page).count(), 1);
  await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
  await page.keyboard.press('Escape');
  await becomes(() => detail(page).count(), 0);
});

pageTest('The mark in the table leads to the article too', {}, async (page) => {
  await goTo(page, 'Releases');
  await row(page, 'FACE').getByRole('button', { name: /article A, paragraph 10/ }).click();
  await expectSoon(async () => assert.match(await headingText(page), /digital single dedicated to fans/));
});

pageTest('A mark in the table that is followed by the keyboard leads to the headline, one that is clicked leaves the focus', {}, async (page) => {
  await goTo(page, 'Releases');
  const mark = row(page, 'FACE').getByRole('button', { name: /article A, paragraph 10/ });
  const headline = detail(page).getByRole('heading', { level: 2 });
  await mark.click();
  await becomes(() => headline.count(), 1);
  assert.equal(await hasFocus(headline), false);
  await page.keyboard.press('Escape');
  await becomes(() => detail(page).count(), 0);
  await mark.focus();
  await page.keyboard.press('Enter');
  await becomes(() => hasFocus(headline), true);
  assert.match(await headingText(page), /digital single dedicated to fans/);
});

pageTest('What was opened is said, and closing it is not', {}, async (page) => {
  const said = () => page.locator('[data-waits]').filter({ hasText: /^Details: / });
  await goTo(page, 'Releases');
  await row(page, 'FACE').getByRole('rowheader').click();
  await becomes(() => said().allTextContents(), ['Details: FACE']);
  assert.equal(await said().getAttribute('role'), 'status');
  await page.keyboard.press('Escape');
  await becomes(() => said().count(), 0);
});

pageTest('From the article over release, chart entry and video back to the article', {}, async (page) => {
  const follow = async (pattern, wanted, view, region) => {
    const step = detail(page).getByRole('button', { name: pattern }).first();
    await step.click();
    await expectSoon(async () => assert.match(await headingText(page), wanted));
    await becomes(() => tab(page, view).getAttribute('aria-selected'), 'true');
    if (region) await becomes(async () => (await fields(page)).Region.split(' | ')[0], region);
    await becomes(() => page.locator('[role=row][aria-current=true]').count(), 1, 'its row is marked in its table');
  };
  await goTo(page, 'Articles');
  await row(page, /Behind-the-Scenes/).getByRole('rowheader').click();
  await follow(/^Closer Than This$/, /^Closer Than This$/, 'Releases');
  await follow(/^Bugs real-time chart/, /South Korea|Closer Than This/, 'Chart reach', 'South Korea');
  await follow(/^Closer Than This$/, /^Closer Than This$/, 'Releases');
  await follow(/^Closer Than This, music video/, /music video/, 'Videos');
  await follow(/^YouTube trending MVs/, /worldwide|music video/, 'Chart reach', 'World');
  await follow(/^Closer Than This, music video/, /music video/, 'Videos');
  await follow(/Behind-the-Scenes/, /Behind-the-Scenes/, 'Articles');
});

pageTest('Every row of every table opens, with its title as heading and its evidence', {}, async (page) => {
  for (const view of ['Articles', 'Releases', 'Chart reach', 'Videos']) {
    await goTo(page, view);
    const total = await rows(page).count();
    for (let i = 0; i < total; i++) {
      await rows(page).nth(i).getByRole('rowheader').click();
      await becomes(() => rows(page).nth(i).getAttribute('aria-current'), 'true');
      assert.ok((await headingText(page)).length > 3);
      if (view !== 'Articles') assert.ok(await detail(page).getByRole('button', { name: /paragraph|headline|whole article/ }).count() > 0, `${view} ${i + 1} says where it is stated`);
    }
    await page.keyboard.press('Escape');
  }
});

for (const [how, close] of [
  ['by Escape', (page) => page.keyboard.press('Escape')],
  ['by its button', (page) => page.getByRole('button', { name: 'Close details' }).press('Enter')],
]) {
  pageTest(`Closed ${how} from within, it gives the focus back to the cell it was opened from`, {}, async (page) => {
    await goTo(page, 'Chart reach');
    const cell = rows(page).nth(2).getByRole('gridcell').first();
    await cell.focus();
    await page.keyboard.press('Enter');
    await becomes(() => detail(page).count(), 1);
    await detail(page).getByRole('button', { name: /paragraph/ }).first().focus();
    await close(page);
    await becomes(() => detail(page).count(), 0);
    await becomes(() => cell.evaluate((each) => each === document.activeElement), true);
  });
}
