// Values that are well-formed and make no sense: regions that do not exist, places below the first, dates at the ends
// of time, videos of days. Each is shown or refused in words; never is a view missing or a drawing broken.
import assert from 'node:assert/strict';
import { feed } from './feeds.mjs';
import { becomes, dialog, expectSoon, goTo, rows, suite, tab } from './harness.mjs';
import { frames, mapNames, offMap, region, timeEntries, timeEntry, timePanel, timePlot } from './surfaces.mjs';

const { pageTest } = suite();
const chart = { chart: 'Some Chart', release: 'old-song' };
const article = (facts) => feed([{ id: 'a', title: 'One article', content_text: 'Facts.', _article_explorer: facts }]);

const Strange = article({
  releases: [
    { id: 'old-song', title: 'Old Song', date: '0001' },
    { id: 'far-song', title: 'Far Song', date: '9999-12-31' },
    { id: 'backwards-song', title: 'Backwards Song', date: '2023-05-10/2023-01-02' },
    { id: 'no-month-song', title: 'No Month Song', date: '2023-13' },
  ],
  chart_entries: [
    { ...chart, id: 'in-korea', region: 'KR', position: 1 },
    { ...chart, id: 'nowhere', region: 'ZZ', position: 1 },
    { ...chart, id: 'at-zero', region: 'JP', position: 0 },
    { ...chart, id: 'below-zero', region: 'FR', position: -3 },
  ],
  videos: [
    { id: 'endless', title: 'Endless Video', duration: 'PT300H' },
    { id: 'short', title: 'Short Video', duration: 'PT4M' },
  ],
});
const StrangeRows = { Articles: 1, Releases: 4, 'Chart reach': 4, Videos: 2 };

const ManyCodes = Array.from({ length: 300 }, (_, i) => `Q${100 + i}`);
const Nowhere = article({
  releases: [{ id: 'old-song', title: 'Old Song', date: '2023' }],
  chart_entries: ManyCodes.map((code, i) => ({ ...chart, id: `entry-${i}`, region: code, position: i + 1 })),
});

/** What the page says and how it draws holds no number that is none. */
async function isSound(page) {
  await frames(page);
  const broken = await page.locator('#mirror').evaluate((mirror) => {
    const found = [];
    const word = /\b(?:NaN|nan|Infinity|inf|undefined|null)\b/;
    const texts = document.createTreeWalker(mirror, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) if (word.test(texts.currentNode.data)) found.push(texts.currentNode.data);
    for (const each of mirror.querySelectorAll('*')) {
      for (const name of ['aria-label', 'title', 'aria-valuetext', 'aria-description']) {
        if (word.test(each.getAttribute(name) ?? '')) found.push(`${name}: ${each.getAttribute(name)}`);
      }
      for (const name of ['d', 'points', 'transform', 'viewBox', 'x', 'y', 'width', 'height', 'cx', 'cy', 'r']) {
        if (/nan|inf|undefined/i.test(each.getAttribute(name) ?? '')) found.push(`${each.tagName} ${name}: ${each.getAttribute(name)}`);
      }
      if (/[:( -](?:nan|inf(?:inity)?)(?:px|[%;,) ]|$)/i.test(each.getAttribute('style') ?? '')) found.push(`style: ${each.getAttribute('style')}`);
    }
    return found;
  });
  assert.deepEqual(broken, []);
}

/** Every view has its rows. */
async function showsEach(page, counts) {
  for (const [name, wanted] of Object.entries(counts)) {
    await becomes(() => tab(page, name).getAttribute('aria-label'), `${name}, ${wanted}`);
    await goTo(page, name);
    await expectSoon(async () => assert.ok(await rows(page).count() >= Math.min(wanted, 10), name));
    await isSound(page);
  }
  await goTo(page, 'Overview');
}

for (const query of ['', '?render=html']) {
  pageTest(`Unknown regions, places below 1, dates that cannot be and very long videos are shown or refused with a warning each, and every view is whole ${query}`, { query, dataset: Strange }, async (page) => {
    await mapNames(page, 3);
    await isSound(page);
    await showsEach(page, StrangeRows);
    assert.equal(await region(page, 'South Korea').count(), 1);
    for (const name of ['Japan', 'France']) {
      assert.match(await region(page, name).getAttribute('aria-label') ?? '', /: position not stated, 1 entry$/, name);
    }
    assert.equal(await offMap(page, /^ZZ\b/).count(), 1, 'an unknown code is listed as it is written');
    assert.equal(await page.getByRole('list', { name: 'Key figures' }).getByRole('button', { name: /^300 hours of video/ }).count(), 1);
    // Two dates, two places and one region.
    await becomes(() => page.getByText('5 warnings', { exact: true }).count(), 1);
    await page.getByRole('button', { name: 'Show why' }).or(page.getByRole('link', { name: 'Show why' })).click();
    await becomes(() => dialog(page).count(), 1);
    const text = (await dialog(page).innerText()).replaceAll(/\s+/g, '');  // long paths are broken over lines
    for (const where of [/releases\[2\]/, /releases\[3\]/, /chart_entries\[1\]/, /chart_entries\[2\]/, /chart_entries\[3\]/]) assert.match(text, where);
    await isSound(page);
  });

  pageTest(`A timeline from the year 1 to the year 9999 has its entries, and zooms and moves ${query}`, { query, dataset: Strange }, async (page) => {
    await becomes(() => timeEntries(page).count(), 2);
    const plot = await timePlot(page).boundingBox();
    assert.ok(plot);
    for (const name of [/^Old Song\b/, /^Far Song\b/]) {
      const box = await timeEntry(page, name).boundingBox();
      assert.ok(box && box.x >= plot.x - 1 && box.x + box.width <= plot.x + plot.width + 1, `${name} is within the plot`);
    }
    for (let i = 0; i < 4; i++) {
      const before = await timePlot(page).getAttribute('aria-label');
      await timePanel(page).getByRole('button', { name: 'Zoom in', exact: true }).click();
      await expectSoon(async () => assert.notEqual(await timePlot(page).getAttribute('aria-label'), before));
      await isSound(page);
    }
    await timePlot(page).focus();
    await page.keyboard.press('ArrowLeft');
    await isSound(page);
    await page.keyboard.press('0');
    await becomes(() => timeEntries(page).count(), 2);
    await isSound(page);
  });

  pageTest(`With 300 regions that do not exist the map names none, each is a warning, and every view is whole ${query}`, { query, dataset: Nowhere }, async (page) => {
    await mapNames(page, 0);
    await isSound(page);
    await becomes(() => page.getByText('300 warnings', { exact: true }).count(), 1);
    assert.ok(await offMap(page, /^Q1\d\d\b/).count() > 0);
    await showsEach(page, { Articles: 1, Releases: 1, 'Chart reach': 300 });
  });
}
