// What a session is made of, whichever browser it runs in: keys, and elements found by the role and the name that
// the browser itself computes for them. Shared by driver_chromium.mjs, driver_firefox.mjs and driver_webkit.mjs.
import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';

/**
 * @typedef {object} Found an element of the page
 * @property {string} role
 * @property {string} name
 * @property {() => Promise<void>} press what a screen reader does to a control: its default action
 * @property {() => Promise<void>} focus
 * @property {() => Promise<string>} text
 * @property {() => Promise<string>} value of a field
 * @property {(name: string) => Promise<string | null>} attribute
 */
/**
 * @typedef {object} Driver
 * @property {string} version
 * @property {(url: string) => Promise<void>} open
 * @property {(chord: string) => Promise<void>} press one key, perhaps with others held: "Tab", "Shift+Tab", "/"
 * @property {(text: string) => Promise<void>} type
 * @property {(role: string, name?: string | RegExp) => Promise<Found[]>} find in the accessibility tree
 * @property {() => Promise<{role: string, name: string}>} focused role and name of the element that has the focus
 * @property {() => Promise<unknown>} focusMark another one for each element that has the focus
 * @property {() => Promise<string>} state of the explorer
 * @property {() => Promise<string>} render "canvas" or "html"
 * @property {() => string[]} problems that the page had since this was asked last, as far as the browser tells
 * @property {() => Promise<void>} close
 */

// ---- Programs of the machine. ----

/** The first of these programs that is on PATH. @param {string[]} names */
async function findProgram(names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const path = join(folder, name);
      if (await access(path, constants.X_OK).then(() => true, () => false)) return path;
    }
  }
  return undefined;
}

/** The path of a program, or a failure that names it. @param {string[]} names of which one will do */
export async function program(...names) {
  const path = await findProgram(names);
  if (!path) throw new Error(`${names.join(' or ')} is not installed`);
  return path;
}

/** Where build-wasm.sh has installed the browsers, so that none may be missing. */
export const isDebian = () => readFile('/etc/os-release', 'utf8').then((text) => /^ID=debian$/m.test(text), () => false);

/**
 * Starts a program that never outlives this process.
 * @param {string} path @param {string[]} options @param {import('node:child_process').SpawnOptions} how
 */
export function start(path, options, how) {
  const child = spawn(path, options, how);
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.removeListener('exit', kill));
  return child;
}

/** Ends a program that was started here. @param {import('node:child_process').ChildProcess} child */
export async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => { child.once('exit', done); });
  child.kill();
  const force = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(force);
}

/** A port that nobody has just now. @returns {Promise<number>} */
export function freePort() {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(address && typeof address === 'object' ? address.port : 0));
    });
  });
}

/** A screen in memory. @returns {Promise<{name: string, close: () => Promise<void>}>} name: for DISPLAY */
export async function openScreen() {
  const size = ['-screen', '0', '1440x1000x24'];
  const child = start(await program('Xvfb'), ['-displayfd', '3', ...size, '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const name = await new Promise((done, failed) => {
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`Xvfb ended with ${code}`)));
    child.stdio[3]?.once('data', (bytes) => done(`:${String(bytes).trim()}`));
  });
  return { name, close: () => end(child) };
}

// ---- Keys, as WebDriver has them (https://www.w3.org/TR/webdriver2/#keyboard-actions). ----

/** @type {Record<string, string>} */
const Codes = {
  Backspace: '\uE003', Tab: '\uE004', Enter: '\uE006', Shift: '\uE008', Control: '\uE009', Escape: '\uE00C', Space: ' ',
  PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010', Home: '\uE011', ArrowLeft: '\uE012', ArrowUp: '\uE013',
  ArrowRight: '\uE014', ArrowDown: '\uE015', Delete: '\uE017', F2: '\uE032',
};

/** "Shift+Tab" as its keys. @param {string} chord */
const keysOf = (chord) => (chord.length > 1 ? chord.split('+') : [chord]);

/** The actions of one chord. @param {string} chord */
export function chordActions(chord) {
  const keys = keysOf(chord).map((key) => Codes[key] ?? key);
  const down = keys.map((value) => ({ type: 'keyDown', value }));
  return [{ type: 'key', id: 'keyboard', actions: [...down, ...keys.toReversed().map((value) => ({ type: 'keyUp', value }))] }];
}

/** The actions of a text that is typed. @param {string} text */
export const textActions = (text) => [{
  type: 'key', id: 'keyboard',
  actions: [...text].flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]),
}];

// ---- In the page. WebDriver gives role and name of an element that one has, so these find the ones to ask about. ----

/** Elements that have a role without saying so. @type {Record<string, string>} */
export const Implicit = {
  button: 'button', link: 'a[href]', searchbox: 'input[type=search]', textbox: 'input:not([type]), input[type=text], textarea',
  checkbox: 'input[type=checkbox]', heading: 'h1, h2, h3, h4', complementary: 'aside', main: 'main', navigation: 'nav',
  status: 'output', table: 'table', columnheader: 'th', row: 'tr', dialog: 'dialog',
};

/**
 * Elements that may well have a role. Runs in the page.
 * @param {string} role @param {string} [implicit] selector
 */
export function candidates(role, implicit) {
  const selector = implicit ? `[role=${role}], :is(${implicit}):not([role])` : `[role=${role}]`;
  return [...document.querySelectorAll(selector)];
}

/** What an element is probably called; the browser is asked whether that is so. Runs in the page. @param {Element} element */
export function probableName(element) {
  const words = (/** @type {string | null | undefined} */ text) => (text ?? '').replace(/\s+/g, ' ').trim();
  const ids = (element.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean);
  return words(element.getAttribute('aria-label'))
    || words(ids.map((id) => document.getElementById(id)?.textContent).join(' '))
    || words(/** @type {HTMLInputElement} */ (element).labels?.[0]?.textContent)
    || words(element.textContent) || words(element.getAttribute('title'));
}

/** A number for the element that has the focus, its own as long as it lives. Runs in the page. */
export function focusMark() {
  const page = /** @type {{sessionMarks?: WeakMap<Element, number>, sessionMarked?: number}} */ (/** @type {unknown} */ (window));
  const marks = page.sessionMarks ??= new WeakMap();
  const element = document.activeElement ?? document.body;
  const mark = marks.get(element) ?? (page.sessionMarked ?? 0) + 1;
  if (!marks.has(element)) page.sessionMarked = mark;
  marks.set(element, mark);
  return mark;
}

/** @param {string | RegExp | undefined} wanted @param {string} name */
export const isCalled = (wanted, name) => wanted === undefined || (typeof wanted === 'string' ? name === wanted : wanted.test(name));
