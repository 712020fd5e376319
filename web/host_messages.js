// @ts-check
// The explorer in a frame and the page around it: takes its commands and tells it what happens, in the messages of
// npm/embed.d.ts. Whoever frames the page hears of its height, in the words of several listeners; everything else is
// for origins that the parameter `host` names. Loaded in frames only.
import { Allowance, FROM_STRANGERS, THEMES, VERSION, asksForHeight, heightDialects, placeOf, readCommand, readOrigins } from './host_protocol.js';
import { failureOf, withTexts } from './program_memory.js';

/** @typedef {import('./npm/embed.d.ts').CommandMessage} CommandMessage */
/** @typedef {import('./npm/embed.d.ts').ExplorerState} ExplorerState */
/** @typedef {import('./npm/embed.d.ts').EventMessage} EventMessage */
/** @typedef {import('./explorer.mjs').Explorer} Explorer */

/** Of enum AddressVisit. */
const OPENED = 0;
/** What explorer_ask() answers with the address. */
const ADDRESS = 3;
/** Commands that may be under way. */
const MOST_WAITING = 64;
/** The name by which Datawrapper's listener finds the frame, if it has none of its own. */
const FRAME_NAME = 'article-explorer';

/** Browsers tell it of redirects within one host alone. */
const wasRedirected = () => performance.getEntriesByType('navigation')
  .some((entry) => /** @type {PerformanceNavigationTiming} */ (entry).redirectCount > 0);

export class HostMessages {
  /**
   * @param {Promise<Explorer>} program once it is started
   * @param {import('./scripting.js').Scripting} scripting
   * @param {{address: string, state: unknown}} firstVisit what the page's address was, and its entry of the history
   * @param {(address: string) => void} write called with the address that a command led to
   */
  constructor(program, scripting, firstVisit, write) {
    this.program = program;
    this.scripting = scripting;
    this.write = write;
    this.allowed = readOrigins(new URLSearchParams(location.search).get('host'));
    this.allowance = new Allowance();
    this.strangers = new Allowance(FROM_STRANGERS);
    this.waiting = 0;
    this.toldHeight = 0;
    this.row = placeOf(firstVisit.address).row;
    // Behind "#" only where the host wrote it: after a reload it may be what the reader did.
    const written = location.href.split('#')[0] + (firstVisit.address && !firstVisit.state ? `#${firstVisit.address}` : '');
    /** The frame's address for the listeners that find it by that; not where a redirect led here, which the host did not write. */
    this.source = wasRedirected() ? undefined : written;
    this.name = /^[\w-]{1,64}$/.test(window.name) ? window.name : FRAME_NAME;
    /** The origin of the page around this one, where the browser says it; else of its first command. */
    this.host = location.ancestorOrigins?.[0];
    addEventListener('message', (event) => void this.receive(event));
    scripting.api.ready.then(() => this.state()).then((state) => this.tell('ready', state), () => {});
  }

  /** To the page around, if it is an allowed one. @param {object} message */
  send(message) {
    const hosts = this.host === undefined ? this.allowed : [this.host].filter((host) => this.allowed.has(host));
    for (const host of hosts) parent.postMessage(message, host);
  }

  /** @param {EventMessage['event']} event @param {EventMessage['detail']} detail */
  tell(event, detail) {
    this.send({ articleExplorer: VERSION, event, detail });
  }

  /** To whoever frames this page: nothing but the height. */
  tellHeight() {
    if (!this.toldHeight) return;
    const own = { articleExplorer: VERSION, event: 'height', detail: { height: this.toldHeight } };
    for (const message of [own, ...heightDialects(this.toldHeight, this.name, this.source)]) parent.postMessage(message, '*');
  }

  /** What the page would take up if it were let. @param {number} height CSS px */
  height(height) {
    const whole = Math.ceil(height);
    if (!(whole > 0) || whole === this.toldHeight) return;
    this.toldHeight = whole;
    this.tellHeight();
  }

  /** The state has another address. @param {string} address behind "#" */
  address(address) {
    const place = placeOf(address);
    this.tell('state', place);
    if (place.row !== null && place.row !== this.row) this.tell('rowopened', { row: place.row });
    this.row = place.row;
  }

  /** @param {string} phase of loading */
  phase(phase) {
    if (phase !== 'failed') return;
    this.scripting.api.state().then(({ failure }) => this.tell('error', { message: failure ?? '' })).catch(() => {});
  }

  /** The program is over. @param {unknown} error */
  failed(error) {
    const { title, detail, hint } = failureOf(error);
    this.tell('error', { message: `${title}. ${detail} ${hint}` });
  }

  /** @param {MessageEvent} event */
  async receive(event) {
    const { source, origin } = event;
    const isAllowed = this.allowed.has(origin);
    // Before anything of it is read: reading unpacks it, however large it is.
    if (source !== parent || !(isAllowed ? this.allowance : this.strangers).take()) return;
    const { data } = event;
    if (asksForHeight(data)) return this.tellHeight();
    if (!isAllowed) return;
    const asked = readCommand(data);
    if (!asked) return;
    this.host ??= origin;
    const answer = { articleExplorer: VERSION, reply: asked.id };
    try {
      if (!asked.command) throw new TypeError(asked.why);
      if (this.waiting >= MOST_WAITING) throw new Error('Too many commands are waiting.');
      this.waiting += 1;
      await this.obey(asked.command).finally(() => { this.waiting -= 1; });
      this.send({ ...answer, state: await this.state() });
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      this.send({ ...answer, error: { name, message } });
    }
  }

  /** @param {CommandMessage} message */
  async obey(message) {
    const { api } = this.scripting;
    const program = await this.program;
    if (message.command === 'setQuery') await api.query(message.value);
    if (message.command === 'setView') await api.view(message.value);
    if (message.command === 'loadData') await api.load(message.value);
    if (message.command === 'setTheme') {
      program._explorer_set_theme(THEMES.indexOf(message.value));
      await this.scripting.until();
    }
    if (message.command === 'select') {
      await api.ready;
      const row = message.value ?? '';
      let found = 0;
      withTexts(program, [row], (text) => { found = program._explorer_select(text); });
      if (!found) throw new RangeError(`There is no row "${row}".`);
      await this.scripting.until();
    }
    if (message.command === 'open') {
      withTexts(program, [message.value, ''], (text, marks) => program._explorer_open(text, OPENED, marks));
      await this.scripting.until();
      this.write(this.scripting.ask(ADDRESS, '', 0, 0));
    }
  }

  /** @returns {Promise<ExplorerState>} */
  async state() {
    const state = await this.scripting.api.state();
    const { address, row, theme } = placeOf(this.scripting.ask(ADDRESS, '', 0, 0));
    return { ...state, address, row, theme };
  }
}
