// @ts-check
// The part of the program that comes after the first view (src/platform/split_program.mjs). The first part calls it
// through places of its table, which it fills when it comes.
import { LoadFailure, messageOf } from './download.js';

/** Beside this script. */
export const LATE_FILE = 'explorer_late.wasm';

export class LateProgram {
  /** @type {WebAssembly.Exports | undefined} the first part's */
  #first;
  #isThere = false;
  /** @type {Promise<WebAssembly.Module> | undefined} */
  #coming;
  #compile;
  #stop;

  /**
   * @param {() => Promise<WebAssembly.Module>} compile makes the module
   * @param {(error: unknown) => void} stop told when the program cannot go on without it
   */
  constructor(compile, stop) {
    this.#compile = compile;
    this.#stop = stop;
  }

  /** @param {WebAssembly.Imports} imports of the program @returns {any} and what its first part imports besides */
  importsOf(imports) {
    /** @param {string} place in the table */
    const placeholder = (place) => (/** @type {any[]} */ ...values) => {
      this.#loadNow();
      return this.#table().get(Number(place))(...values);
    };
    return { ...imports, 'placeholder.deferred': new Proxy({}, { get: (_, place) => placeholder(String(place)) }) };
  }

  /** @param {WebAssembly.Instance} first */
  follows(first) {
    this.#first = first.exports;
  }

  /** Begins to load it. */
  begin() {
    this.#coming ??= this.#compile();
    this.#coming.catch(() => { this.#coming = undefined; });
  }

  /** Ahead of its first use; if it fails, that use tries once more. */
  async load() {
    this.begin();
    await this.#coming?.then((module) => this.#join(module), () => {});
  }

  /** Something of it is called before it has come: it cannot be waited for, so the page stands still while it comes. */
  #loadNow() {
    if (this.#isThere) return;
    const address = new URL(LATE_FILE, import.meta.url).href;
    const file = new XMLHttpRequest();
    try {
      file.open('GET', address, false);
      file.overrideMimeType('text/plain; charset=x-user-defined');  // bytes, all that such a request can give
      file.send();
      if (file.status !== 200) throw new Error(`${file.status} ${file.statusText}`.trimEnd());
      this.#join(new WebAssembly.Module(Uint8Array.from(file.responseText, (letter) => letter.charCodeAt(0))));
    } catch (error) {
      const failure = new LoadFailure('PartMissing', 'Reason', 'CheckConnection', address, messageOf(error));
      this.#stop(failure);
      throw failure;
    }
  }

  /** @param {WebAssembly.Module} module */
  #join(module) {
    if (this.#isThere) return;
    const instance = new WebAssembly.Instance(module, { primary: /** @type {any} */ (this.#first) });
    this.#isThere = instance !== undefined;
  }

  #table() {
    const table = Object.values(this.#first ?? {}).find((each) => each instanceof WebAssembly.Table);
    return /** @type {WebAssembly.Table} */ (table);
  }
}
