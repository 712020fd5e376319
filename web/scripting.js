// @ts-check
// `window.articleExplorer`: the explorer for scripts on this page (types: article-explorer.d.mts). A promise
// resolves after the frame that shows the answer.

/** @typedef {import('./article-explorer.d.mts').ArticleExplorer} ArticleExplorer */
/** @typedef {import('./article-explorer.d.mts').State} State */

const VIEWS = ['overview', 'articles', 'releases', 'charts', 'videos'];
const STATE = 0;
const ROWS = 1;
const FACETS = 2;

export class Scripting {
  /**
   * @param {Promise<import('./explorer.mjs').Explorer>} program once it is started
   * @param {(order: import('./load_process.js').Order | string) => Promise<void>} open
   */
  constructor(program, open) {
    /** What waits for a state: true as soon as it is the one. @type {((state: State) => boolean)[]} */
    this.waiting = [];
    /** @type {import('./explorer.mjs').Explorer | undefined} */
    this.program = undefined;
    const started = program.then((it) => { this.program = it; return it; });
    /** @type {ArticleExplorer} */
    this.api = {
      ready: started.then(() => this.until((state) => state.phase !== 'loading')),
      load: async (source, { onRows } = {}) => {
        await started;
        await open(typeof source === 'string' ? source : { bytes: source instanceof Uint8Array ? own(source) : source });
        let shown = 0;
        const end = await this.until((state) => {
          if (state.articles > shown) onRows?.(shown = state.articles);
          return state.phase !== 'loading';
        });
        if (end.phase !== 'ready') throw new Error(`Loading ended early: ${end.phase}, ${end.articles} articles are shown.`);
        return end;
      },
      query: async (text) => {
        const { _explorer_set_query: set } = await started;
        this.withText(text, set);
        const state = await this.until();
        if (state.error !== undefined) throw new SyntaxError(state.error);
        return state;
      },
      sort: async (keys) => {
        await started;
        const rest = this.state().query.replace(/(^|\s)sort:\S+/g, '').trim();
        return this.api.query(keys ? `${rest} sort:${keys}`.trim() : rest);
      },
      view: async (name) => {
        const number = VIEWS.indexOf(name);
        if (number < 0) throw new RangeError(`There is no view "${name}"; the views are ${VIEWS.join(', ')}.`);
        (await started)._explorer_set_view(number);
        return this.until();
      },
      state: async () => (await started, this.state()),
      count: async () => (await started, this.state().count),
      rows: async (from = 0, count = 50) => (await started, await this.until(), this.ask(ROWS, '', from, count)),
      facets: async (column) => (await started, await this.until(), this.ask(FACETS, column, 0, 0)),
    };
  }

  /** To be called after each frame. */
  frameDone() {
    if (this.waiting.length === 0 || !this.program?._explorer_is_settled()) return;
    const state = this.state();
    this.waiting = this.waiting.filter((isIt) => !isIt(state));
  }

  /** @param {(state: State) => boolean} isIt @returns {Promise<State>} */
  until(isIt = () => true) {
    return new Promise((done) => {
      this.waiting.push((state) => {
        const found = isIt(state);
        if (found) done(state);
        return found;
      });
      this.program?._explorer_wake();
    });
  }

  /** @returns {State} */
  state() {
    return this.ask(STATE, '', 0, 0);
  }

  /** @param {number} what @param {string} text @param {number} from @param {number} count */
  ask(what, text, from, count) {
    const program = /** @type {import('./explorer.mjs').Explorer} */ (this.program);
    let answer = '{}';
    this.withText(text, (pointer) => {
      const length = program._explorer_ask(what, pointer, from, count);
      const begin = program._explorer_answer();
      answer = new TextDecoder().decode(program.HEAPU8.subarray(begin, begin + length));
    });
    return JSON.parse(answer);
  }

  /** @param {string} text @param {(pointer: number) => void} use */
  withText(text, use) {
    const program = /** @type {import('./explorer.mjs').Explorer} */ (this.program);
    const pointer = program.stringToNewUTF8(text);
    use(pointer);
    program._free(pointer);
  }
}

/** A buffer with nothing but these bytes. @param {Uint8Array} bytes @returns {ArrayBuffer} */
function own(bytes) {
  const whole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
  return /** @type {ArrayBuffer} */ (whole ? bytes.buffer : bytes.slice().buffer);
}
