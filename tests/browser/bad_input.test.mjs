// Datasets that are missing, broken or hostile: a readable page with the reason, the place and a way to try
// again, or the good part with a notice of what was passed over. Never a hang, never markup.
import assert from 'node:assert/strict';
import { becomes, columnTexts, Dataset, dialog, detail, expectSoon, goTo, header, rows, serveDataset, suite, tab, waitForState } from './harness.mjs';

const { pageTest } = suite();
const Good = JSON.stringify(Dataset, null, 1);
const retry = (page) => page.getByRole('alert').getByRole('button', { name: /^(Try again|Retry)$/ });
const alertText = async (page) => (await page.getByRole('alert').innerText()).replaceAll('\n', ' ');

/** A copy of the dataset with a change. */
function changed(change) {
  const copy = structuredClone(Dataset);
  change(copy, copy._article_explorer);
  return JSON.stringify(copy, null, 1);
}

/** The page works and shows this many rows in each view. */
async function shows(page, counts) {
  for (const [name, wanted] of Object.entries(counts)) {
    await becomes(() => tab(page, name).getAttribute('aria-label'), `${name}, ${wanted}`);
  }
}

const answerStatus = (status) => serveDataset('<!doctype html><title>Error</title>', status);
const Failures = [
  // what is wrong, what is served, what the page says
  ['not JSON', 'Not a feed at all, sorry.', /not valid JSON.*line 1, column/i],
  ['an HTML page in place of the dataset', '<!doctype html><html><body>Login</body></html>', /not valid JSON/i],
  ['a comma too much in line 3', Good.replace('"title"', ',"title"'), /not valid JSON.*line \d+, column \d+/i],
  ['truncated', Good.slice(0, 5000), /too early|breaks off.*line \d+/i],
  ['not UTF-8', Buffer.concat([Buffer.from(Good.slice(0, 300)), Buffer.from([0xff, 0xfe, 0x80]), Buffer.from(Good.slice(300))]), /UTF-8.*line \d+/i],
  ['UTF-16', Buffer.from(`\ufeff${Good}`, 'utf16le'), /UTF-8|UTF-16/i],
  ['an array at the top', '[1, 2, 3]', /feed/i],
  ['an object that is no feed', '{"hello": "world"}', /feed/i],
  ['empty', '', /empty/i],
  ['white space alone', ' \n\n ', /empty/i],
];

for (const [what, bytes, says] of Failures) {
  pageTest(`A dataset that is wrong, ${what}, is explained, and Retry loads it once it is mended`, { dataset: bytes, state: 'failed' }, async (page, site) => {
    await expectSoon(async () => assert.match(await alertText(page), says));
    assert.ok(await page.getByRole('alert').getByRole('heading').isVisible());
    await retry(page).click();
    await page.waitForTimeout(150);
    await waitForState(page, 'failed');
    assert.match(await alertText(page), says, 'trying again without a change fails again');
    site.answer();
    await retry(page).click();
    await waitForState(page, 'ready');
    await shows(page, { Articles: 2, Releases: 3, 'Chart reach': 9, Videos: 6 });
    assert.equal(await page.getByRole('alert').count(), 0);
  });
}

const NetworkFailures = [
  ['404', answerStatus(404), /not there.*404/i],
  ['500', answerStatus(500), /server.*500/i],
  ['a connection that breaks', (_request, response, path) => {
    if (!path.endsWith('/articles.json')) return false;
    response.destroy();
    return true;
  }, /cannot be reached|could not be fetched/i],
  ['a connection that breaks half-way', (_request, response, path) => {
    if (!path.endsWith('/articles.json')) return false;
    response.writeHead(200, { 'Content-Length': Good.length });
    response.write(Good.slice(0, 4000));
    setTimeout(() => response.destroy(), 100);
    return true;
  }, /not come completely|cannot be reached|could not be fetched/i],
];

for (const [what, intercept, says] of NetworkFailures) {
  pageTest(`After ${what} the page says where it asked and tries again`, { intercept, state: 'failed', expected: [/Failed to load resource/] }, async (page, site) => {
    await expectSoon(async () => assert.match(await alertText(page), says));
    assert.match(await alertText(page), /articles\.json/, 'the place');
    site.answer();
    await retry(page).click();
    await waitForState(page, 'ready');
    await shows(page, { Articles: 2, Releases: 3 });
  });
}

pageTest('The tabs and the search stay usable words while nothing could be loaded', { dataset: '{', state: 'failed' }, async (page) => {
  assert.equal(await page.getByRole('tab').count(), 5);
  await tab(page, 'Releases').click();
  await expectSoon(async () => assert.match(await alertText(page), /early|breaks off/i));
  assert.ok(await retry(page).isVisible());
});

pageTest('A bad item among good ones is skipped, and a notice opens the list of what and where', {
  dataset: changed((feed, facts) => {
    feed.items.unshift({ id: 'bad', title: 7, content_text: ['no'] }, 'not an object');
    facts.releases.push({ title: 'No id' });
    facts.videos[2].date = '2023-99';
    facts.chart_entries[1].evidence[0].article = 'no-such-article';
    facts.chart_entries[2].release = 'no-such-release';
  }),
}, async (page) => {
  const notice = page.getByText(/skipped/);
  assert.match(await notice.innerText(), /\d+ articles?.* skipped/);
  await page.getByRole('button', { name: 'Show why' }).or(page.getByRole('link', { name: 'Show why' })).click();
  await becomes(() => dialog(page).count(), 1);
  const list = dialog(page).getByRole('list').getByRole('listitem');
  assert.ok(await list.count() >= 5, `${await list.count()} warnings`);
  const text = (await dialog(page).innerText()).replaceAll('\n', ' ');
  for (const where of [/line \d+/, /column \d+/, /items/, /releases/, /videos/, /chart_entries/, /no-such-article/, /no-such-release/, /2023-99/]) {
    assert.match(text, where);
  }
  await page.keyboard.press('Escape');
  await becomes(() => dialog(page).count(), 0);
  await goTo(page, 'Videos');
  await becomes(() => rows(page).count(), 6);
});

pageTest('A reference to a missing id is a warning, and the row is kept', {
  dataset: changed((_feed, facts) => { facts.chart_entries[2].release = 'no-such-release'; }),
}, async (page) => {
  await expectSoon(async () => assert.ok(await page.getByText(/1 warning/).isVisible()));
  await goTo(page, 'Chart reach');
  await becomes(() => rows(page).count(), 9);
});

pageTest('Of two items with one id the first is kept and the second is told of', {
  dataset: changed((feed, facts) => {
    feed.items.push({ ...feed.items[0], title: 'An impostor' });
    facts.releases.push({ ...facts.releases[0], title: 'Another impostor' });
  }),
}, async (page) => {
  await shows(page, { Articles: 2, Releases: 3 });
  await goTo(page, 'Articles');
  assert.ok(!(await columnTexts(page, 'Title')).includes('An impostor'));
  assert.ok(await page.getByText(/skipped/).isVisible());
});

const Markup = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>&amp;<b>bold</b>';
const Controls = 'A\u0000B\u0007C\u001bD\u001eE\u001fF\u0085G\u202eH\u2066I\nJ';

pageTest('Markup in a title is shown as the text that it is', {
  dataset: changed((feed, facts) => {
    feed.title = Markup;
    feed.items[0].title = Markup;
    facts.releases[0].title = Markup;
    facts.videos[0].url = 'javascript:window.hacked=1';
    facts.videos[1].url = 'data:text/html,<script>window.hacked=1</script>';
  }),
}, async (page) => {
  await goTo(page, 'Releases');
  await becomes(async () => (await columnTexts(page, 'Title')).some((title) => title.startsWith('<img')), true);
  await rows(page).first().getByRole('rowheader').click();
  await becomes(() => detail(page).count(), 1);
  await goTo(page, 'Articles');
  await goTo(page, 'Videos');
  for (let i = 0; i < 2; i++) {
    await rows(page).nth(i).getByRole('rowheader').click();
    await becomes(() => rows(page).nth(i).getAttribute('aria-current'), 'true');
    assert.deepEqual(await page.locator('a').evaluateAll((all) => all.map((each) => each.getAttribute('href')).filter((href) => href && !/^https?:/.test(href))), []);
  }
  assert.equal(await page.locator('#app img, #app script, #app b').count(), 0);
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).hacked), undefined);
});

pageTest('NUL, control and direction characters are shown harmlessly', {
  dataset: changed((feed, facts) => {
    feed.items[0].title = Controls;
    facts.releases[0].title = Controls;
  }),
}, async (page) => {
  await shows(page, { Articles: 2, Releases: 3 });
  await goTo(page, 'Releases');
  const [title] = await rows(page).first().getByRole('rowheader').allTextContents();
  assert.match(title, /A.*B.*C.*D.*E.*F/s);
  assert.doesNotMatch(title, /[\u0000-\u0009\u000b-\u001f\u202e\u2066]/);
  assert.match(title, /G‹RLO›H/, 'what would turn the rest of the title about is seen');
  await rows(page).first().getByRole('rowheader').click();
  await becomes(() => detail(page).getByRole('heading', { level: 2 }).count(), 1);
});

pageTest('Control characters outside of strings are no JSON', { dataset: `${Good.slice(0, 2)}\u0000${Good.slice(2)}`, state: 'failed' }, async (page) => {
  await expectSoon(async () => assert.match(await alertText(page), /not valid JSON.*line \d+/i));
});

const deep = (depth) => '['.repeat(depth) + ']'.repeat(depth);
pageTest('A million nested arrays are survived, inside an unknown member and alone', {
  dataset: Good.replace('"version"', `"unknown": ${deep(1_000_000)}, "version"`), state: null,
}, async (page, site) => {
  const state = () => page.locator('html').getAttribute('data-explorer-state');
  await expectSoon(async () => assert.notEqual(await state(), 'loading'), 20_000);
  if (await state() === 'ready') await shows(page, { Articles: 2, Releases: 3 });
  else assert.match(await alertText(page), /nest|deep/i);
  site.answer(serveDataset(deep(1_000_000)));
  await page.reload({ waitUntil: 'commit' });
  await waitForState(page, 'failed');
  assert.ok((await alertText(page)).length > 20);
  site.answer(serveDataset('['.repeat(1_000_000)));
  await page.reload({ waitUntil: 'commit' });
  await waitForState(page, 'failed');
});

pageTest('Numbers beyond all bounds and duplicate keys leave the rest standing', {
  dataset: changed((_feed, facts) => { facts.chart_entries[1].position = 4242; })
    .replace('"position": 4242', '"position": 1e999, "unknown": -1e999, "chart": "Twice", "chart": "iTunes Top Songs"'),
}, async (page) => {
  await goTo(page, 'Chart reach');
  await becomes(() => rows(page).count(), 9);
  assert.equal(await page.getByText(/warning|skipped/).count() > 0, true);
  assert.ok(await header(page, 'Position').isVisible());
});

pageTest('A string of 100 MB is survived', {
  dataset: Good.replace('"version"', `"unknown": "${'x'.repeat(100 << 20)}", "version"`), state: null,
}, async (page) => {
  await expectSoon(async () => assert.match(await page.locator('html').getAttribute('data-explorer-state'), /ready|failed/), 40_000);
  if (await page.locator('html').getAttribute('data-explorer-state') === 'ready') await shows(page, { Articles: 2, Releases: 3 });
  else assert.match(await alertText(page), /memory|large|big/i);
});

pageTest('A title of a million letters is cut, not drawn', {
  dataset: changed((_feed, facts) => { facts.releases[0].title = 'Long '.repeat(200_000); }),
}, async (page) => {
  await goTo(page, 'Releases');
  await becomes(() => rows(page).count(), 3);
  assert.ok((await rows(page).first().innerText()).length < 5000);
  await rows(page).first().getByRole('rowheader').click();
  await becomes(() => detail(page).count(), 1);
});

pageTest('A feed without articles or facts says that there is nothing', {
  dataset: '{"version": "https://jsonfeed.org/version/1.1", "title": "Empty", "items": []}',
}, async (page) => {
  assert.ok(await page.getByRole('heading', { name: /Nothing to show/ }).isVisible());
  await goTo(page, 'Videos');
  await becomes(() => page.getByText(/holds no rows of this kind/).count(), 1);
});
