// @ts-check
// What the program asks of its page (`Module.page` of src/platform/browser.cpp), and what the page reports to it.
import { DomMirror } from './dom_mirror.js';
import { download } from './download.js';
import { withBytes, withTexts } from './program_memory.js';
import { textScale } from './page_size.js';
import { firstVisit, memory, options } from './visit.js';

/** @typedef {import('./explorer.mjs').Explorer} Explorer */
/** Of enum SaveOutcome. */
const SAVE_FAILED = 3;
/** Of enum ExportOutcome. */
const EXPORT_FAILED = 8;
/** Of enum ShareOutcome. */
const SHARE_FAILED = 2;

/**
 * @typedef {object} Parts of the page
 * @property {HTMLElement} root of the mirror
 * @property {import('./glyphs.js').Glyphs} glyphs
 * @property {HTMLCanvasElement} canvas
 * @property {import('./datasets.js').Datasets} datasets
 * @property {import('./frames.js').Frames} frames
 * @property {(state: string) => void} setState
 * @property {(what: 'height' | 'address', value: any) => void} tellHost
 */

export class PageServices {
  /** There before it or the mirror asks for anything. */
  program = /** @type {Explorer} */ (/** @type {unknown} */ (undefined));
  /** Whether readers may open other data; until the program has said so only where nothing could speak against it. */
  mayOpen = !options.has('ui') && !options.has('may');
  /** Copies what the program has just asked for; false if the browser does not let it. */
  copy = () => false;
  /** @type {Promise<import('./address.js').AddressBook> | undefined} */
  #addressBook;
  /** @type {import('./share.js') | undefined} */
  #sharing;

  /** @param {Parts} parts */
  constructor(parts) {
    this.parts = parts;
    this.text = parts.glyphs;
    this.mirror = new DomMirror(parts.root, this.reports);
    this.setState = parts.setState;
    this.requestFrame = parts.frames.request;
  }

  /** What people do on the page. @type {import('./dom_mirror.js').Reports} */
  reports = {
    activated: (key, held) => this.program._explorer_activated(key, held),
    typed: (key, text) => withTexts(this.program, [text], (pointer) => this.program._explorer_typed(key, pointer)),
    scrolled: (key, x, y, resting) => this.program._explorer_scrolled(key, x, y, Number(resting)),
    hovered: (key) => this.program._explorer_hovered(key),
    previewed: (height) => this.program._explorer_preview(height),
    focused: (key, returned) => this.program._explorer_focused(key, Number(returned)),
    dragged: (key, phase, dx, x) => this.program._explorer_dragged(key, phase, dx, x),
    pointed: (key, phase, x, y, pan) => this.program._explorer_pointed(key, phase, x, y, pan),
    zoomed: (key, x, y, factor) => this.program._explorer_zoomed(key, x, y, factor),
    // Keys are heard from the beginning; they are the browser's until the program is on screen.
    keyPressed: (key, appKey, held, text) => document.documentElement.dataset.started !== undefined
      && withTexts(this.program, [text], (pointer) => this.program._explorer_key(key, appKey, held, pointer) !== 0),
  };

  /** @param {string} theme */
  setTheme(theme) {
    document.documentElement.dataset.theme = theme;
  }

  /** The page comes first: the map is asked for when its place is on screen. */
  fetchMap() {
    requestAnimationFrame(() => setTimeout(async () => {
      const bytes = await download('map.bin', () => {}).catch(() => new Uint8Array());
      withBytes(this.program, bytes, this.program._explorer_map);
    }, 0));
  }

  /** @param {string} name @param {string} content an SVG document, or the caption of a picture of the canvas */
  async savePicture(name, content) {
    const redrawn = () => {
      this.program._explorer_repaint();
      this.parts.frames.draw();
      return this.parts.canvas;
    };
    this.program._explorer_saved(await import('./save_picture.js')
      .then(({ savePicture }) => savePicture(name, content, redrawn), () => SAVE_FAILED));
  }

  /** What the page would take up if it were let. @param {number} height px of the layout */
  contentHeight(height) {
    this.parts.tellHost('height', height * textScale);
  }

  /** At hand within the press that asks where a file goes: browsers allow that there alone. */
  prepareExport() {
    import('./export_file.js').catch(() => {});
  }

  /** @param {number} number @param {string} name @param {string} type @param {boolean} large */
  async beginExport(number, name, type, large) {
    this.program._explorer_export_ended(number, await import('./export_file.js')
      .then(({ exportFile }) => exportFile(this.program, number, { name, type, large }), () => EXPORT_FAILED));
  }

  addresses() {
    return this.#addressBook ??= import('./address.js').then(({ AddressBook }) => new AddressBook(this.program, firstVisit.state));
  }

  /** The state has another address. @param {string} text @param {boolean} push @param {string} left */
  writeAddress(text, push, left) {
    this.parts.tellHost('address', text);
    this.addresses().then((book) => book.write(text, push, left)).catch(() => {});
  }

  /** Of a dataset that was opened in this page there is no memory. @param {string} text empty: nothing */
  remember(text) {
    if (text && this.parts.datasets.openedLast !== undefined) return;
    memory.text = text;
    import('./remember.js').then(({ remember }) => remember(memory), () => {});
  }

  /** @param {number} use of the link to this page @param {string} address behind "#" */
  useLink(use, address) {
    /** @param {import('./share.js')} module */
    const go = (module) => (this.#sharing = module).useLink(this.program, use, address, this.parts.datasets.openedLast);
    if (this.#sharing) go(this.#sharing);
    else import('./share.js').then(go).catch(() => this.program._explorer_shared(SHARE_FAILED));
  }

  /** @param {number} request */
  load(request) {
    this.parts.datasets.request(this.program, request);
  }
}
