// A whole session twice: by keyboard alone, and through roles and names alone, as a screen reader goes about. The same
// steps in every browser: open, search, go to a view, sort, filter, open a row, follow its evidence, close, share.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startServer } from '../../web/tools/serve.mjs';
import { isDebian } from './driver.mjs';
import { Dist, expectSoon, inTwoGoes } from './harness.mjs';

/** @typedef {import('./driver.mjs').Driver} Driver */
const ReadyMs = 60_000;
const SoonMs = 15_000;
const MoveMs = 2_000;
const Search = 'Search or filter';

/** @param {() => Promise<void>} check */
const soon = (check) => expectSoon(check, SoonMs);
/** @param {Driver} driver @param {string} role @param {string | RegExp} [name] */
async function count(driver, role, name) {
  return (await driver.find(role, name)).length;
}
/** The only element of this role and name. @param {Driver} driver @param {string} role @param {string | RegExp} [name] */
async function one(driver, role, name) {
  const all = await driver.find(role, name);
  assert.equal(all.length, 1, `${role} ${name ?? ''}: ${all.map((each) => each.name).join(' | ')}`);
  return all[0];
}
/** @param {Driver} driver @param {RegExp} words of what is announced */
const announced = (driver, words) => soon(async () => {
  const said = await Promise.all((await driver.find('status')).map((each) => each.text()));
  assert.ok(said.some((text) => words.test(text)), `${words} is not among: ${said.join(' | ')}`);
});
/** @param {Driver} driver @param {RegExp} name */
const viewIs = (driver, name) => soon(async () => {
  assert.equal(await (await one(driver, 'tab', name)).attribute('aria-selected'), 'true');
});
/** @param {Driver} driver @param {string} column @param {string} order */
const sorted = (driver, column, order) => soon(async () => {
  const [header] = await driver.find('columnheader', new RegExp(`^${column}`));
  assert.equal(await header?.attribute('aria-sort'), order);
});
/** Roles of what may show the fields of a row: beside the table, or as a sheet. @param {Driver} driver */
const details = async (driver) => [...await driver.find('complementary'), ...await driver.find('dialog')];

/** What is shared opens as it was. @param {Driver} driver @param {string} address */
async function opensTheSame(driver, address) {
  await driver.open('about:blank');  // another state of the same page would be no new visit
  await driver.open(address);
  await soon(async () => assert.equal(await driver.state(), 'ready'));
  await viewIs(driver, /^Articles/);
  await soon(async () => {
    const query = await (await one(driver, 'searchbox', Search)).value();
    assert.deepEqual(query.split(' ').sort(), ['closer', 'region=JP', 'sort:region']);
  });
}

/** The address that an open dialog shows. @param {Driver} driver */
async function sharedAddress(driver) {
  let address = '';
  await soon(async () => {
    const values = await Promise.all((await driver.find('textbox')).map((each) => each.value()));
    address = values.find((value) => /^https?:/.test(value)) ?? '';
    assert.notEqual(address, '', `an address among: ${values.join(' | ')}`);
  });
  return address;
}

// ---- By keyboard alone. ----

/** @param {Driver} driver @param {string | RegExp} role @param {string | RegExp} name */
const focusIs = (driver, role, name) => soon(async () => {
  const now = await driver.focused();
  assert.match(now.role, new RegExp(role), `the focus is on ${now.role} "${now.name}"`);
  assert.match(now.name, new RegExp(name), `the focus is on ${now.role} "${now.name}"`);
});

/**
 * Presses a key that moves the focus, which may take a frame. Where it moves nothing, that is seen by what comes next.
 * @param {Driver} driver @param {string} key
 */
async function pressAndMove(driver, key) {
  const before = await driver.focusMark();
  await driver.press(key);
  await expectSoon(async () => assert.notEqual(await driver.focusMark(), before), MoveMs).catch(() => {});
}

/**
 * Presses a key until the focus is on an element of this role and name.
 * @param {Driver} driver @param {string} key @param {RegExp} role @param {RegExp} name @param {number} most presses
 */
async function walk(driver, key, role, name, most = 40) {
  const passed = [];
  for (let i = 0; i < most; i += 1) {
    await pressAndMove(driver, key);
    const now = await driver.focused();
    if (role.test(now.role) && name.test(now.name)) return;
    passed.push(`${now.role} "${now.name}"`);
  }
  assert.fail(`${key} does not lead to ${role} ${name}, but over: ${passed.join(', ')}`);
}

/** @param {Driver} driver */
async function byKeyboard(driver) {
  await driver.press('/');
  await focusIs(driver, 'searchbox', Search);
  await driver.type('closer');
  await announced(driver, /14 of 24 facts/);

  await walk(driver, 'Tab', /^tab$/, /^Overview/);
  await walk(driver, 'ArrowRight', /^tab$/, /^Chart reach/, 3);
  await viewIs(driver, /^Chart reach/);

  // One stop of the Tab key is the whole table; arrows walk in it. (WebKit names no cell whose name is what it holds.)
  await walk(driver, 'Tab', /^(row|rowheader|gridcell|columnheader)$/, /^/);
  await driver.press('Control+Home');
  await walk(driver, 'ArrowUp', /^(columnheader|button)$/, /Chart/, 3);
  await walk(driver, 'ArrowRight', /^(columnheader|button)$/, /Region/, 12);
  await driver.press('Enter');
  await sorted(driver, 'Region', 'ascending');
  await driver.press('F2');
  await soon(async () => assert.equal(await count(driver, 'dialog', 'Filter Region'), 1));
  await walk(driver, 'Tab', /^checkbox$/, /^Japan/);
  await driver.press('Space');
  await soon(async () => assert.equal(await (await one(driver, 'checkbox', /^Japan/)).attribute('aria-checked'), 'true'));
  await driver.press('Escape');
  await soon(async () => assert.equal(await count(driver, 'dialog'), 0));
  await announced(driver, /^1 of 9 chart entries$/);
  await focusIs(driver, '^(columnheader|button)$', /Region/);

  await walk(driver, 'ArrowDown', /^(row|rowheader|gridcell)$/, /^/, 3);
  await driver.press('Enter');
  await soon(async () => assert.equal((await details(driver)).length, 1));
  await walk(driver, 'Tab', /^button$/, /Behind-the-Scenes.*paragraph 4/);
  await driver.press('Enter');
  await viewIs(driver, /^Articles/);
  await soon(async () => assert.equal(await count(driver, 'heading', /Behind-the-Scenes Glimpse/), 1));
  await driver.press('Escape');
  await soon(async () => assert.equal((await details(driver)).length, 0));

  await driver.press('/');
  await focusIs(driver, 'searchbox', Search);
  await walk(driver, 'Tab', /^button$/, /Share/, 10);
  await driver.press('Enter');
  await soon(async () => assert.equal(await count(driver, 'dialog', /Share/), 1));
  await walk(driver, 'Tab', /^textbox$/, /Link/, 10);
  const address = await sharedAddress(driver);
  await driver.press('Escape');
  await soon(async () => assert.equal(await count(driver, 'dialog'), 0));
  await focusIs(driver, '^button$', /Share/);
  await opensTheSame(driver, address);
}

// ---- Through roles and names alone. ----

/** @param {Driver} driver @param {string} role @param {string | RegExp} name */
const press = (driver, role, name) => soon(async () => (await one(driver, role, name)).press());

/** @param {Driver} driver */
async function byRoles(driver) {
  await (await one(driver, 'searchbox', Search)).focus();
  await driver.type('closer');
  await announced(driver, /14 of 24 facts/);

  await press(driver, 'tab', /^Chart reach/);
  await viewIs(driver, /^Chart reach/);
  await soon(async () => assert.equal(await (await one(driver, 'grid')).attribute('aria-rowcount'), '10'));
  await press(driver, 'button', 'Sort by Region');
  await sorted(driver, 'Region', 'ascending');
  await press(driver, 'button', 'Filter Region');
  await press(driver, 'checkbox', /^Japan/);
  await soon(async () => assert.equal(await (await one(driver, 'checkbox', /^Japan/)).attribute('aria-checked'), 'true'));
  await press(driver, 'button', 'Close');
  await soon(async () => assert.equal(await count(driver, 'dialog'), 0));
  await announced(driver, /^1 of 9 chart entries$/);

  await press(driver, 'row', /Japan/);
  await soon(async () => assert.equal((await details(driver)).length, 1));
  await press(driver, 'button', /Behind-the-Scenes.*paragraph 4/);
  await viewIs(driver, /^Articles/);
  await soon(async () => assert.equal(await count(driver, 'heading', /Behind-the-Scenes Glimpse/), 1));
  await press(driver, 'button', 'Close details');
  await soon(async () => assert.equal((await details(driver)).length, 0));

  await press(driver, 'button', /Share/);
  await soon(async () => assert.equal(await count(driver, 'dialog', /Share/), 1));
  const address = await sharedAddress(driver);
  await press(driver, 'button', 'Close');
  await soon(async () => assert.equal(await count(driver, 'dialog'), 0));
  await opensTheSame(driver, address);
}

/** @param {Driver} driver @param {string} render @param {(driver: Driver) => Promise<void>} session */
async function visit(driver, render, session) {
  // Each on a site of its own: the browser remembers how the last reader of one left it.
  const server = await startServer({ root: Dist });
  try {
    driver.problems();
    await driver.open(server.url + (render === 'html' ? '?render=html' : ''));
    await expectSoon(async () => assert.equal(await driver.state(), 'ready'), ReadyMs);
    assert.equal(await driver.render(), render);
    await session(driver);
    assert.deepEqual(driver.problems(), []);
  } finally {
    // The page still fetches what it has use for later: it leaves before its server does.
    await driver.open('about:blank').catch(() => {});
    await server.close();
  }
}

const Ways = /** @type {const} */ ([['by keyboard alone', byKeyboard], ['through roles and names alone', byRoles]]);

/**
 * Declares the sessions of one browser. Where it cannot run, on a machine that it was not installed on by us, they are
 * skipped with the reason.
 * @param {string} browser @param {() => Promise<Driver>} launch
 */
export function sessions(browser, launch) {
  /** @type {Driver | undefined} */
  let driver;
  /** @type {unknown} */
  let whyNot;
  before(async () => {
    try {
      driver = await launch();
    } catch (error) {
      whyNot = error;
    }
  });
  after(async () => {
    await driver?.close();
  });
  for (const [way, session] of Ways) {
    for (const render of ['canvas', 'html']) {
      test(`A whole session ${way}, in ${browser}, ${render}`, { timeout: 240_000 }, async (t) => {
        if (!driver) {
          if (await isDebian()) throw whyNot;
          return t.skip(`${browser} cannot run here: ${whyNot instanceof Error ? whyNot.message : whyNot}`);
        }
        t.diagnostic(driver.version);
        const here = driver;
        await inTwoGoes(t, () => visit(here, render, session));
      });
    }
  }
}
