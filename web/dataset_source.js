// @ts-check
// Datasets other than the bundled one: opens them through a worker, or on this page where workers are
// refused, and hands what comes to the program. Loaded only when a reader asks for one.
import { LoadFailure, say } from './download.js';
import { datasetAddress } from './load_network.js';
import { AGAIN, LoadProcess } from './load_process.js';
import { allocate, failureOf, tellFailure, withTexts } from './program_memory.js';

/** @typedef {import('./explorer.mjs').Explorer} Explorer */
/** @typedef {import('./load_process.js').Order} Order */
/** @typedef {import('./load_process.js').Message} Message */
/** @typedef {import('./load_process.js').Request} Request */
/** @typedef {{send: (request: Request, transfer?: Transferable[]) => void, close: () => void}} Runner */

const MAX_DEMO = 5_000_000;
// The page's own frames come first.
const PAGE_SLICE_MS = 8;
/** How long a batch may wait for the frame that shows it: hidden pages have none. */
const FRAME_MS = 250;
/** As enum LoadRequest of src/platform/platform.h. */
const START = 0;
const CANCEL = 2;

/** What to load for an order, an address, or the options of this page's address. @param {Order | string | URLSearchParams} what @returns {Order} */
export function orderOf(what) {
  if (typeof what === 'string') return { address: datasetAddress(what, document.baseURI) };
  if (!(what instanceof URLSearchParams)) {
    if (what.bytes?.byteLength !== 0) return what;
    throw new LoadFailure('NothingToLoad', 'BytesEmpty', 'GiveOnceMore');
  }
  const options = what;
  const data = options.get('data');
  if (data !== null) return { address: datasetAddress(data, document.baseURI) };
  const demo = options.get('demo') ?? '';
  const count = /^\d{1,7}$/.test(demo) ? Number(demo) : 0;
  if (count >= 1 && count <= MAX_DEMO) return { demo: count };
  throw new LoadFailure('NoDemonstration', 'DemoNumber', 'CorrectAddress', demo, MAX_DEMO);
}

/** @type {string | undefined} */
let loaderScript;
/**
 * The address of the one script that the page starts by its address. Where addresses of scripts have to be trusted, it
 * comes from a policy that knows no other (index.html).
 * @returns {string}
 */
function trustedLoader() {
  const address = new URL('loader_worker.js', import.meta.url).href;
  const { trustedTypes } = /** @type {any} */ (window);
  return loaderScript ??= trustedTypes?.createPolicy('article-explorer', { createScriptURL: () => address })
    .createScriptURL('') ?? address;
}

/** The frame after the next changes, or soon. @returns {Promise<void>} */
const frame = () => new Promise((done) => {
  requestAnimationFrame(() => setTimeout(done));
  setTimeout(done, FRAME_MS);
});

export class DatasetSource {
  /**
   * @param {Promise<Explorer>} program once it is started; rejects if it cannot be
   * @param {Promise<Uint8Array | undefined>} phrases in another language than English, for the loader
   * @param {(error: unknown) => void} giveUp called if the program cannot even say what is wrong
   */
  constructor(program, phrases, giveUp) {
    this.program = program;
    this.phrases = phrases;
    this.giveUp = giveUp;
    /** @type {() => Order} */
    this.ask = () => ({});
    /** @type {Runner | undefined} */
    this.runner = undefined;
    this.buffer = 0;
    this.bufferBytes = 0;
    /** How often loading was begun. */
    this.starts = 0;
  }

  /** @param {() => Order} ask what to load; asked again for each start, may throw a LoadFailure */
  open(ask) {
    this.ask = ask;
    this.request(START);
  }

  /** What the program asks for. @param {number} request */
  request(request) {
    if (request !== START) {
      this.runner?.send({ kind: request === CANCEL ? 'cancel' : 'continue' });
      return;
    }
    this.closeRunner();
    this.starts += 1;
    // What is refused takes the place of the earlier dataset too.
    void this.tell((program) => program._explorer_begun());
    try {
      const { memoryLimit, pageLimit } = document.documentElement.dataset;
      this.startWorker({ ...this.ask(), memoryLimit: Number(memoryLimit ?? 0), pageLimit: Number(pageLimit ?? 0) });
    } catch (error) {
      this.failed(error, AGAIN.never);
    }
  }

  /** Its memory goes with it. */
  closeRunner() {
    this.runner?.close();
    this.runner = undefined;
  }

  /** @param {unknown} error @param {number} again */
  failed(error, again) {
    void this.take({ kind: 'failed', parts: failureOf(error).parts, again });
  }

  /** @param {Order} order */
  startWorker(order) {
    let worker;
    try {
      worker = new Worker(trustedLoader(), { type: 'module' });
    } catch {
      return this.startOnPage(order);
    }
    /** @type {Runner} */
    const runner = {
      send: (request, transfer = []) => worker.postMessage(request, transfer),
      close: () => worker.terminate(),
    };
    let alive = false;
    worker.addEventListener('message', ({ data }) => {
      if (this.runner !== runner) return;
      if (data.kind !== 'hello') return void this.take(data, runner);
      alive = true;
      void this.start(runner, order);
    });
    worker.addEventListener('error', (event) => {
      if (this.runner !== runner) return;
      event.preventDefault();
      worker.terminate();
      if (alive) this.failed(new LoadFailure('BrokeOff', 'Plainly', 'TryAgain', event.message), AGAIN.start);
      else this.startOnPage(order);
    });
    this.runner = runner;
  }

  /** @param {Order} order */
  startOnPage(order) {
    /** @type {LoadProcess} */
    const loading = new LoadProcess((message) => {
      if (this.runner === runner) void this.take(message, runner);
    }, PAGE_SLICE_MS, false);
    /** @type {Runner} */
    const runner = {
      send: (request) => loading.receive(request),
      close: () => loading.receive({ kind: 'cancel' }),
    };
    this.runner = runner;
    void this.start(runner, order);
  }

  /** @param {Runner} runner @param {Order} order */
  async start(runner, order) {
    const phrases = await this.phrases;
    if (this.runner === runner) runner.send({ kind: 'start', order, phrases }, order.bytes ? [order.bytes] : []);
  }

  /**
   * Has the program do something, in the order of calls; if it cannot, loading is over.
   * @param {(program: Explorer) => void} use
   */
  async tell(use) {
    const program = await this.program.catch(() => undefined);
    if (!program) return this.closeRunner();
    try {
      use(program);
    } catch (error) {
      this.closeRunner();
      // Room for the words, at least.
      this.freeBuffer(program);
      try {
        tellFailure(program, error, AGAIN.never);
      } catch (worse) {
        this.giveUp(worse);
      }
    }
  }

  /** @param {Message} message @param {Runner} [runner] */
  take(message, runner) {
    return this.tell((program) => {
      if (runner && this.runner !== runner) return;
      if (message.kind === 'batch') {
        program._explorer_batch(this.copy(program, message.bytes), message.bytes.length);
        void frame().then(() => runner?.send({ kind: 'acknowledge' }));
      } else if (message.kind === 'progress') {
        const { received, expected, expectedArticles, rate, page } = message.progress;
        program._explorer_progress(received, expected, expectedArticles, rate, page);
      } else if (message.kind === 'ranks') {
        this.takeRanks(program, message);
      } else {
        const goesOn = this.takeEnd(program, message);
        this.freeBuffer(program);
        if (!goesOn) this.closeRunner();
      }
    });
  }

  /** The end of a run; whether more may come of it. @param {Explorer} program @param {Message} message */
  takeEnd(program, message) {
    if (message.kind === 'finished') {
      const report = this.copy(program, message.report);
      let canContinue = 0;
      withTexts(program, [message.note ? say(...message.note) : ''], (note) => {
        canContinue = program._explorer_finished(report, message.report.length, note);
      });
      return message.complete ? message.ranks : canContinue !== 0;
    }
    if (message.kind === 'stopped') {
      program._explorer_stopped();
      return true;
    }
    if (message.kind === 'failed') {
      const { title, detail, hint, values } = message.parts;
      tellFailure(program, new LoadFailure(title, detail, hint, ...values), message.again);
      return message.again === AGAIN.continue;
    }
    return false;
  }

  /**
   * Orders only save time: where there is no room for them, all is well without.
   * @param {Explorer} program @param {Message & {kind: 'ranks'}} ranks
   */
  takeRanks(program, { table, column, bytes }) {
    const room = program._malloc(bytes.length);
    if (!room) return;
    program.HEAPU8.set(bytes, room);
    const { starts } = this;
    // A million values are copied for as long as a frame may take, so the program has its turn later.
    void frame().then(() => this.tell(() => {
      if (this.starts === starts) program._explorer_ranks(table, column, room, bytes.length);
      program._free(room);
    }));
  }

  /** Into one buffer of the program's, which grows. @param {Explorer} program @param {Uint8Array} bytes */
  copy(program, bytes) {
    if (bytes.length > this.bufferBytes) {
      this.freeBuffer(program);
      this.buffer = allocate(program, bytes.length * 2);
      this.bufferBytes = bytes.length * 2;
    }
    program.HEAPU8.set(bytes, this.buffer);
    return this.buffer;
  }

  /** @param {Explorer} program */
  freeBuffer(program) {
    program._free(this.buffer);
    this.buffer = this.bufferBytes = 0;
  }
}
