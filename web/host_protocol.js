// @ts-check
// The messages between the explorer in a frame and the page around it, as npm/embed.d.ts has them: what counts as one, and
// what is dropped. Sends nothing, knows neither the program nor the page.
import { VIEWS } from './views.js';

/** @typedef {import('./npm/embed.d.ts').CommandMessage} CommandMessage */
/** @typedef {import('./npm/embed.d.ts').Place} Place */

export const VERSION = 1;
/** In the order of enum ThemeChoice. */
export const THEMES = ['system', 'light', 'dark'];
const MOST_ORIGINS = 32;
/** Messages a second that are looked at, after a first few more; what is beyond is dropped. */
const FROM_HOSTS = { aSecond: 100, atOnce: 200 };
/** Of pages that may ask for the height alone. Each may be as large as they like, and is unpacked to be looked at. */
export const FROM_STRANGERS = { aSecond: 5, atOnce: 10 };
/** Letters of a query, an address of data, or a state; of a row; of a message's own id. */
const LONG = 8000;
const SHORT = 500;
const ID = 64;

/** @param {unknown} value @param {number} most letters @returns {value is string} */
const isText = (value, most) => typeof value === 'string' && value.length <= most;

/** @param {unknown} value */
function isWebAddress(value) {
  if (!isText(value, LONG)) return false;
  try {
    return /^https?:$/.test(new URL(value).protocol);
  } catch {
    return false;
  }
}

/** The closed list of commands, with what their value has to be. @type {Map<string, (value: unknown) => boolean>} */
const COMMANDS = new Map(Object.entries({
  setQuery: (/** @type {unknown} */ value) => isText(value, LONG),
  setView: (/** @type {unknown} */ value) => typeof value === 'string' && VIEWS.includes(value),
  setTheme: (/** @type {unknown} */ value) => typeof value === 'string' && THEMES.includes(value),
  select: (/** @type {unknown} */ value) => value === null || isText(value, SHORT),
  open: (/** @type {unknown} */ value) => isText(value, LONG),
  loadData: (/** @type {unknown} */ value) => value instanceof ArrayBuffer || isWebAddress(value),
  getState: (/** @type {unknown} */ value) => value === undefined,
}));

/** @param {unknown} data @returns {data is Record<string, unknown>} */
const isRecord = (data) => typeof data === 'object' && data !== null && Object.getPrototypeOf(data) === Object.prototype;

/** @param {unknown} id @returns {id is string | number} */
const isId = (id) => Number.isSafeInteger(id) || isText(id, ID);

/**
 * The command in a message; why it is none, if it asks for an answer at all; or nothing.
 * @param {unknown} data @returns {{id: string | number, command?: CommandMessage, why?: string} | undefined}
 */
export function readCommand(data) {
  if (!isRecord(data) || !Object.hasOwn(data, 'articleExplorer') || !Object.hasOwn(data, 'id')) return undefined;
  const { id, articleExplorer: version, command, value } = { ...data };
  if (!isId(id)) return undefined;
  if (version !== VERSION) return { id, why: `This explorer speaks version ${VERSION} of its messages.` };
  const fits = Object.hasOwn(data, 'command') && typeof command === 'string' ? COMMANDS.get(command) : undefined;
  if (!fits) return { id, why: `The commands are ${[...COMMANDS.keys()].join(', ')}.` };
  const given = Object.hasOwn(data, 'value') ? value : undefined;
  const known = ['articleExplorer', 'id', 'command', 'value'];
  if (!fits(given) || Object.keys(data).some((name) => !known.includes(name))) {
    return { id, why: `"${command}" does not take that value.` };
  }
  return { id, command: /** @type {CommandMessage} */ ({ articleExplorer: VERSION, id, command, value: given }) };
}

/** Whether a host that came later asks for the height: in open-iframe-resizer's words, or as embed.js does. @param {unknown} data */
export function asksForHeight(data) {
  if (!isRecord(data)) return false;
  if (Object.hasOwn(data, 'type')) return data.type === 'iframe-child-init' || data.type === 'iframe-get-child-dimensions';
  return Object.hasOwn(data, 'articleExplorer') && Object.hasOwn(data, 'command') && data.articleExplorer === VERSION
    && data.command === 'getHeight';
}

/** Origins in a list with commas, each written as a browser writes it; "null" is nobody's. @param {string | null} list */
export function readOrigins(list) {
  const isOrigin = (/** @type {string} */ text) => isWebAddress(text) && new URL(text).origin === text;
  return new Set((list ?? '').split(',', MOST_ORIGINS).map((text) => text.trim()).filter(isOrigin));
}

/** Lets through so many a second, and drops the rest. */
export class Allowance {
  /** @param {{aSecond: number, atOnce: number}} rate @param {() => number} now in ms */
  constructor(rate = FROM_HOSTS, now = () => performance.now()) {
    this.rate = rate;
    this.now = now;
    this.left = rate.atOnce;
    this.at = now();
  }

  take() {
    const now = this.now(), { aSecond, atOnce } = this.rate;
    this.left = Math.min(atOnce, this.left + (now - this.at) * aSecond / 1000);
    this.at = now;
    if (this.left < 1) return false;
    this.left -= 1;
    return true;
  }
}

/** What an address of the state says of it. @param {string} address behind "#" @returns {Place} */
export function placeOf(address) {
  const parts = new URLSearchParams(address);
  const view = parts.get('view') ?? '', theme = parts.get('theme') ?? '';
  return {
    address,
    view: /** @type {Place['view']} */ (VIEWS.includes(view) ? view : 'overview'),
    query: parts.get('q') ?? '',
    theme: /** @type {Place['theme']} */ (THEMES.includes(theme) ? theme : 'system'),
    row: parts.get('row'),
  };
}

/**
 * The same height in the words of several listeners: Datawrapper, AMP, Medium with Flourish (a text both), and
 * open-iframe-resizer.
 * @param {number} height @param {string} name of the frame @param {string} [source] the frame's address, as its page wrote it
 * @returns {(object | string)[]}
 */
export function heightDialects(height, name, source) {
  return [
    { 'datawrapper-height': { [name]: height } },
    { sentinel: 'amp', type: 'embed-size', height },
    JSON.stringify({ sender: 'Flourish', context: 'iframe.resize', method: 'resize', height, src: source }),
    { type: 'iframe-resized', width: innerWidth, height },
  ];
}
