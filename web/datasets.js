// @ts-check
// Which dataset the program has: the one that comes with the page, or others that its address or a reader asks for.
import { download } from './download.js';
import { tellFailure, withBytes } from './program_memory.js';
import { counted, expectedDatasetBytes } from './static_page.js';
import { datasetAddress, isOther, options } from './visit.js';

/** @typedef {import('./explorer.mjs').Explorer} Explorer */
/** @typedef {import('./load_process.js').Order | string} Order an order, or an address */
/** Of enum LoadRequest. */
const ASK_FOR_FILE = 3;

export class Datasets {
  /**
   * Where datasets come from that are not bundled; from the first of them on the bundled one is out of the question.
   * @type {import('./dataset_source.js').DatasetSource | undefined}
   */
  #source;
  /** @type {Promise<Uint8Array> | undefined} */
  #bundled;
  /** How many others were opened: only the newest counts. */
  #opened = 0;
  /** With which dataset a frame has trapped: what it was at may well trap again, frame after frame. */
  #trappedWith = -1;
  /** Held here: a field that nobody holds may be collected before its file is chosen. */
  #fileField = document.createElement('input');
  /** The newest of the others. @type {Order | undefined} */
  openedLast;

  /**
   * @param {Promise<Explorer>} program once it is started
   * @param {Promise<Uint8Array | undefined>} phrases of the reader's language, for what loads
   * @param {(error: unknown) => void} stop told when the program cannot even say why
   */
  constructor(program, phrases, stop) {
    this.program = program;
    this.phrases = phrases;
    this.stop = stop;
    if (!isOther) this.#bundled = download(datasetAddress, counted('dataset'));
    this.#bundled?.catch(() => {});
    this.#fileField.type = 'file';
    this.#fileField.onchange = () => this.#fileField.files?.[0] && this.openFile(this.#fileField.files[0]);
  }

  get hasBundled() {
    return this.#bundled !== undefined;
  }

  /**
   * @param {Order} [what] what the page's address asks for if nothing
   * @returns {Promise<() => boolean>} whether it is still the newest
   */
  open = async (what) => {
    const number = this.#opened += 1;
    this.openedLast = what;
    const isNewest = () => number === this.#opened;
    // Imports of the same module do not end in the order in which they began.
    const { DatasetSource, orderOf } = await import('./dataset_source.js');
    if (!isNewest()) return isNewest;
    this.#source ??= new DatasetSource(this.program, this.phrases, this.stop);
    this.#source.open(() => orderOf(what ?? options));
    return isNewest;
  };

  /** What the page's address asks for. */
  openAsked() {
    this.open().catch(this.fail);
  }

  /** @param {File} file */
  openFile = (file) => void this.open({ file }).catch(this.fail);

  /** Has the program say why there is no dataset. @param {unknown} error */
  fail = (error) => void this.program.then((program) => tellFailure(program, error, 0)).catch(this.stop);

  /** A frame has run out of memory. @param {unknown} error */
  outOfMemory(error) {
    if (this.#trappedWith === this.#opened) return this.stop(error);
    this.#trappedWith = this.#opened;
    if (this.#source) void this.#source.tell(() => { throw error; });
    else this.fail(error);
  }

  /** @param {Explorer} program @param {number} request */
  request(program, request) {
    if (request === ASK_FOR_FILE) {
      this.#fileField.value = '';  // so that the same file is a change, too
      this.#fileField.click();
    } else if (this.#source) {
      this.#source.request(request);
    } else if (isOther) {
      this.openAsked();
    } else {
      this.#bundled = download(datasetAddress, (bytes) => {
        if (!this.#source) program._explorer_progress(bytes, expectedDatasetBytes, 0, 0, 0);
      });
      void this.give(program);
    }
  }

  /** Hands the bundled dataset over, unless another one was opened while it came. @param {Explorer} program */
  async give(program) {
    try {
      const bytes = await this.#bundled ?? new Uint8Array();
      if (this.#source) return;
      withBytes(program, bytes, program._explorer_loaded);
    } catch (error) {
      if (!this.#source) this.fail(error);
    }
  }
}
