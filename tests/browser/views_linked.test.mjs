// Every view is filtered by every other, and what is pointed at in one is lit in the others: each test does
// something in one view and looks at the rest. Expected is what the two articles of the bundled dataset state.
import assert from 'node:assert/strict';
import { becomes, expectSoon, goTo, header, search, suite, tab } from './harness.mjs';
import { brushTime, isLit, listed, mapIsThere, mapNames, mapPanel, names, offMap, panel, pointAt, region, regionNames, timeEntries, timeEntry, timePanel, timePlot } from './surfaces.mjs';

const { pageTest } = suite();
const AllNamed = ['France', 'Germany', 'Japan', 'South Korea', 'United States'];

/** @typedef {import('playwright-core').Page} Page */
/** @param {Page} page @param {RegExp} name */
const figure = (page, name) => page.getByRole('list', { name: 'Key figures' }).getByRole('button', { name });
/** @param {Page} page @param {RegExp} name */
const latest = (page, name) => panel(page, 'Latest').getByRole('listitem').getByRole('button', { name });
/** @param {Page} page @param {RegExp} name */
const video = (page, name) => panel(page, 'Videos').getByRole('listitem').getByRole('button', { name });
/** @param {Page} page */
const anyLit = (page) => page.locator('#mirror [data-lit]').count();

/** The tabs count so many rows. @param {Page} page @param {Record<string, number>} counts */
async function tabsCount(page, counts) {
  for (const [name, wanted] of Object.entries(counts)) {
    await becomes(() => tab(page, name).getAttribute('aria-label'), `${name}, ${wanted}`);
  }
}

/** Nothing is filtered, in no view. @param {Page} page */
async function showsAll(page) {
  await becomes(() => search(page).inputValue(), '');
  await tabsCount(page, { Articles: 2, Releases: 3, 'Chart reach': 9, Videos: 6 });
  await mapNames(page, 5);
  await becomes(() => regionNames(page), AllNamed);
  await becomes(() => figure(page, /^3 charts topped/).count(), 1);
  await becomes(async () => (await names(listed(page, 'Latest')))[0], 'A Gift for ARMY, behind the scenes, 23 Dec 2023');
  await becomes(() => panel(page, 'Videos').getByRole('button', { name: 'Show all 6 videos', exact: true }).count(), 1);
  await becomes(async () => /: 3 releases, 2 videos, 8 chart entries, 6 events\b/.test(await timePlot(page).getAttribute('aria-label') ?? ''), true);
}

for (const query of ['', '?render=html']) {
  pageTest(`Dates chosen on the timeline filter the list and count of the map, figures, tabs, Videos and Latest, and cleared they are back ${query}`, { query }, async (page) => {
    await mapIsThere(page);
    await showsAll(page);
    await brushTime(page, 0.45, 0.806);  // up to 22 December: the day before "A Gift for ARMY"
    await becomes(() => search(page).inputValue().then((text) => /^date:2023-12-1\d\.\.2023-12-22$/.test(text)), true);
    await tabsCount(page, { Releases: 2, 'Chart reach': 8, Videos: 1 });
    // The entry on South Korea has no date.
    await mapNames(page, 4);
    await becomes(() => regionNames(page), AllNamed.filter((name) => name !== 'South Korea'));
    await becomes(() => figure(page, /^2 charts topped/).count(), 1);
    await becomes(() => figure(page, /^2 releases/).count(), 1);
    await becomes(() => figure(page, /^1 video\b/).count(), 1);
    await becomes(() => listed(page, 'Videos').count(), 1);
    assert.match((await names(listed(page, 'Videos')))[0], /^Closer Than This, music video/);
    await becomes(() => latest(page, /^A Gift for ARMY/).count(), 0);
    assert.match((await names(listed(page, 'Latest')))[0], /^Closer Than This, single/);
    await timePanel(page).getByRole('button', { name: 'Clear dates', exact: true }).click();
    await showsAll(page);
  });

  pageTest(`A country clicked on the map filters the timeline's counts and entries, Videos and Latest, and clicked again they are back ${query}`, { query }, async (page) => {
    await mapIsThere(page);
    await showsAll(page);
    const place = await pointAt(page, 'United States');
    await page.mouse.click(place.x, place.y);
    await becomes(() => search(page).inputValue(), 'region=US');
    await tabsCount(page, { Releases: 1, 'Chart reach': 1, Videos: 0 });
    await becomes(async () => /: 1 release, 0 videos, 1 chart entry, 0 events\b/.test(await timePlot(page).getAttribute('aria-label') ?? ''), true);
    await becomes(() => timeEntries(page).count(), 2);
    await becomes(() => listed(page, 'Videos').count(), 0);
    await becomes(() => listed(page, 'Latest').count(), 2);
    for (const name of await names(listed(page, 'Latest'))) assert.match(name, /^(Closer Than This, single|No. 1 in United States, iTunes Top Songs), /);
    assert.equal(await region(page, 'United States').getAttribute('aria-pressed'), 'true');
    assert.deepEqual(await regionNames(page), AllNamed, 'the map goes on offering the other regions');
    const again = await pointAt(page, 'United States');  // the chips moved it
    await page.mouse.click(again.x, again.y);
    await showsAll(page);
  });

  pageTest(`A country under the pointer lights what charted there in Latest and on the timeline, and leaving it ends that ${query}`, { query }, async (page) => {
    await mapIsThere(page);
    assert.equal(await anyLit(page), 0);
    await pointAt(page, 'United States');
    await becomes(() => isLit(latest(page, /^Closer Than This, single/)), true, 'the song in Latest');
    await becomes(() => isLit(timeEntry(page, /^8 chart entries\b/)), true, 'the entries on the timeline');
    assert.equal(await isLit(region(page, 'Japan')), false);
    assert.equal(await isLit(latest(page, /^A Gift for ARMY/)), false);
    assert.equal(await isLit(timeEntry(page, /^FACE\b/)), false);
    await page.mouse.move(5, 5);
    await becomes(() => anyLit(page), 0);
  });

  pageTest(`The world under the pointer, which has no place on the map, lights the video that charted there in Videos ${query}`, { query }, async (page) => {
    await mapIsThere(page);
    await offMap(page, /^World\b/).hover();
    await becomes(() => isLit(video(page, /^Closer Than This, music video/)), true);
    assert.equal(await isLit(video(page, /^A Gift for ARMY/)), false);
    await page.mouse.move(5, 5);
    await becomes(() => anyLit(page), 0);
  });

  pageTest(`A row of Latest under the pointer lights the regions of its chart entries in the list of the map ${query}`, { query }, async (page) => {
    await mapIsThere(page);
    const litRegions = async () => {
      const lit = [];
      for (const name of AllNamed) if (await isLit(region(page, name))) lit.push(name);
      return lit;
    };
    await latest(page, /^Closer Than This, single/).hover();
    await becomes(litRegions, AllNamed, 'the song charted in all of them');
    await becomes(() => isLit(offMap(page, /^Europe\b/)), true);
    await latest(page, /^Closer Than This, music video/).hover();
    await becomes(litRegions, [], 'the video in none of them');
    await becomes(() => isLit(offMap(page, /^World\b/)), true, 'but worldwide');
    await latest(page, /^A Gift for ARMY/).hover();
    await becomes(() => isLit(offMap(page, /^World\b/)), false);
    assert.deepEqual(await litRegions(), [], 'what did not chart has no region');
    await page.mouse.move(5, 5);
    await becomes(() => anyLit(page), 0);
  });

  pageTest(`A bar clicked in the summary of a column of Chart reach filters the map of the overview ${query}`, { query }, async (page) => {
    await mapIsThere(page);
    await goTo(page, 'Chart reach');
    const summary = header(page, 'Chart').getByRole('img');
    await expectSoon(async () => assert.match(await summary.getAttribute('aria-label') ?? '', /^Chart: 5 values, most iTunes Top Songs/));
    await summary.click({ position: { x: 8, y: 12 } });
    await becomes(() => search(page).inputValue(), 'chart="iTunes Top Songs"');
    await goTo(page, 'Overview');
    await mapNames(page, 4);
    await becomes(() => regionNames(page), AllNamed.filter((name) => name !== 'South Korea'));
    assert.equal(await mapPanel(page).getByRole('list', { name: 'Regions that are not on the map' }).count(), 0, 'nor the world and Europe');
  });
}
