// @ts-check
// `window.articleExplorer`: the explorer for scripts on this page (types: article-explorer.d.mts). A promise
// resolves after the frame that shows the answer.
import { answerOf, withTexts } from './program_memory.js';
import { VIEWS } from './views.js';

/** @typedef {import('./article-explorer.d.mts').ArticleExplorer} ArticleExplorer */
/** @typedef {import('./article-explorer.d.mts').State} State */
/** @typedef {import('./explorer.mjs').Explorer} Explorer */

const STATE = 0;
const ROWS = 1;
const FACETS = 2;
/** How long an answer may wait for a frame: hidden pages have none, busy ones may take long. */
const HIDDEN_FRAME_MS = 250;
const LONG_FRAME_MS = 1000;

export class Scripting {
  /**
   * @param {Promise<Explorer>} program once it is started; rejects if it cannot be
   * @param {(order: import('./load_process.js').Order | string) => Promise<() => boolean>} open answers whether this
   *   is still the newest load
   * @param {() => void} draw what is to be drawn, without waiting for a frame
   */
  constructor(program, open, draw) {
    this.draw = draw;
    /** What waits for a state: true if that was the one. @type {((state: State | Error) => boolean)[]} */
    this.waiting = [];
    /** Its messages come after the frame in which they are sent was laid out and painted. */
    this.painted = new MessageChannel();
    this.painted.port1.onmessage = () => this.answer();
    this.timer = 0;
    /** How many were asked. */
    this.questions = 0;
    /** @type {Explorer | undefined} */
    this.startedProgram = undefined;
    const started = program.then((it) => { this.startedProgram = it; return it; });
    const untilReady = () => started.then(() => this.until((state) => state.phase !== 'loading'));
    /** @type {Promise<State> | undefined} */
    let ready;
    /** @type {ArticleExplorer} */
    this.api = {
      /** Asked for by scripts alone: the first view needs no answer. */
      get ready() { return ready ??= untilReady(); },
      load: async (source, { onRows } = {}) => {
        const order = typeof source === 'string' ? source : { bytes: source instanceof Uint8Array ? own(source) : source };
        await started;
        const isNewest = await open(order);
        let shown = 0;
        const end = await this.until((state) => {
          if (!isNewest()) throw new Error('Another load took its place.');
          if (state.articles > shown) onRows?.(shown = state.articles);
          return state.phase !== 'loading';
        });
        if (end.phase === 'ready') return end;
        throw new Error(`${end.failure ?? 'Loading was stopped.'} Articles shown: ${end.articles}.`);
      },
      query: async (text) => {
        const program = await started;
        withTexts(program, [text], program._explorer_set_query);
        const state = await this.answered();
        if (state.error !== undefined) throw new SyntaxError(state.error);
        return state;
      },
      sort: async (keys) => {
        const program = await started;
        let error = '';
        withTexts(program, [keys], (pointer) => { error = answerOf(program, program._explorer_set_sort(pointer)); });
        if (error) throw new SyntaxError(error);
        return this.answered();
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

  /** To be called in each frame: what it shows is on screen when the message comes. */
  frameDone() {
    if (this.waiting.length > 0) this.painted.port2.postMessage(0);
  }

  answer() {
    const waiting = this.waiting;
    this.waiting = [];
    /** @type {State | Error | undefined} */
    let state;
    try {
      if (this.program._explorer_is_settled()) state = this.state();
    } catch (error) {
      state = error instanceof Error ? error : new Error(String(error));
    }
    this.waiting.push(...waiting.filter((isIt) => state === undefined || !isIt(state)));
    this.hurry();
  }

  /** Answers come although there are no frames. */
  hurry() {
    clearTimeout(this.timer);
    if (this.waiting.length === 0) return;
    this.timer = setTimeout(() => {
      this.draw();
      this.answer();
    }, document.hidden ? HIDDEN_FRAME_MS : LONG_FRAME_MS);
  }

  /** @param {(state: State) => boolean} isIt may throw what the promise is rejected with @returns {Promise<State>} */
  until(isIt = () => true) {
    return new Promise((done, fail) => {
      this.waiting.push((state) => {
        try {
          if (state instanceof Error) throw state;
          const found = isIt(state);
          if (found) done(state);
          return found;
        } catch (error) {
          fail(error);
          return true;
        }
      });
      this.program._explorer_wake();
      this.hurry();
    });
  }

  /** The state under the query that was just set, unless another one is set before. */
  answered() {
    const question = this.questions += 1;
    return this.until(() => {
      if (question !== this.questions) throw new Error('Another question took its place.');
      return true;
    });
  }

  get program() {
    if (!this.startedProgram) throw new Error('The program is not started.');
    return this.startedProgram;
  }

  /** @returns {State} */
  state() {
    return this.ask(STATE, '', 0, 0);
  }

  /** @param {number} what @param {string} text @param {number} from @param {number} count */
  ask(what, text, from, count) {
    let answer = '{}';
    withTexts(this.program, [text], (pointer) => {
      answer = answerOf(this.program, this.program._explorer_ask(what, pointer, from, count));
    });
    return JSON.parse(answer);
  }
}

/** A buffer with nothing but these bytes. @param {Uint8Array} bytes @returns {ArrayBuffer} */
function own(bytes) {
  const whole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
  return /** @type {ArrayBuffer} */ (whole ? bytes.buffer : bytes.slice().buffer);
}
