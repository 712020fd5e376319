// @ts-check
// Loading in pieces, whatever the source: bytes go into the loader's own wasm, batches of rows come out, for
// as long as the page keeps up with them. Runs in web/loader_worker.js, or on the page where workers are
// refused, between its frames then. Knows nothing of the explorer.
import { LoadFailure, messageOf } from './download.js';
import { Batches, answerOf, pause } from './load_batches.js';
import { circleNote, nextAddress, openAddress, pagesLimit, refuseWrongType } from './load_network.js';
import { failureOf, isMemory, noMemory } from './program_memory.js';

/**
 * What to load: one of the four. Limits 0: the usual ones.
 * @typedef {{address?: string, file?: Blob, bytes?: ArrayBuffer, demo?: number, memoryLimit?: number, pageLimit?: number}} Order
 * @typedef {{received: number, expected: number, expectedArticles: number, rate: number, page: number}} Progress
 * Phrases: what the loader says, in another language than English (src/core/phrase.h).
 * @typedef {{kind: 'start', order: Order, phrases: Uint8Array | undefined}
 *   | {kind: 'continue' | 'cancel' | 'acknowledge'}} Request
 * @typedef {{kind: 'hello' | 'stopped' | 'ranked'} | {kind: 'batch', bytes: Uint8Array} | {kind: 'progress', progress: Progress}
 *   | {kind: 'finished', report: Uint8Array, note: import('./load_network.js').Note, complete: boolean, ranks: boolean}
 *   | {kind: 'ranks', table: number, column: number, bytes: Uint8Array}
 *   | {kind: 'failed', parts: LoadFailure['parts'], again: number}} Message
 */

/** As enum LoadAgain. */
export const AGAIN = { start: 0, continue: 1, never: 2 };
const PIECE_BYTES = 1 << 16;
// More than there are (src/core/dataset.h).
const TABLES = 5;
const MAX_COLUMNS = 16;
/** Rows may take this much in the loader's memory, so that the page's copy has room too. */
const MEMORY_LIMIT = 3e9;

/** Why a run ends before its document does. */
class Ended extends Error {}
const cancelled = () => new Ended('cancelled');
const refused = () => new Ended('refused');

export class LoadProcess {
  /**
   * @param {(message: Message, transfer: Transferable[]) => void} post
   * @param {number} sliceMs how long to work before others get their turn
   * @param {boolean} ranks whether to find orders too, which takes a second for a million texts
   */
  constructor(post, sliceMs, ranks) {
    this.post = post;
    this.ranks = ranks;
    this.abort = new AbortController();
    this.batches = new Batches(post, sliceMs, () => this.check());
    this.progress = this.batches.progress;
    /** @type {Order} */
    this.order = {};
    this.address = '';
    /** Addresses of pages, and where the server sent on from them. @type {Set<string>} */
    this.seen = new Set();
    this.receivedBefore = 0;
    this.buffer = 0;
    /** @type {Promise<void>} */
    this.running = Promise.resolve();
  }

  /** @param {Request} request */
  receive(request) {
    if (request.kind === 'acknowledge') this.batches.unacknowledged -= 1;
    if (request.kind === 'cancel') this.abort.abort();
    this.batches.wake();
    if (request.kind === 'start') this.running = this.start(request.order, request.phrases);
    if (request.kind === 'continue') this.running = this.running.then(() => this.run(true));
  }

  /** @param {Order} order @param {Uint8Array | undefined} phrases */
  async start(order, phrases) {
    try {
      this.order = order;
      this.address = order.address ?? '';
      this.seen.add(this.address);
      this.progress.expectedArticles = order.demo ?? 0;
      const { default: createLoader } = await import('./loader.mjs');
      this.program = await createLoader();
      if (phrases) this.speak(phrases);
      this.program._loader_start(order.memoryLimit || MEMORY_LIMIT);
      this.buffer = this.program._malloc(PIECE_BYTES);
      if (!this.buffer) throw noMemory();
    } catch (error) {
      return this.fail(error, AGAIN.start);
    }
    return this.run(false);
  }

  /** @param {Uint8Array} phrases */
  speak(phrases) {
    const pointer = this.loader._malloc(phrases.length);
    if (!pointer) throw noMemory();
    this.loader.HEAPU8.set(phrases, pointer);
    this.loader._loader_phrases(pointer, phrases.length);
    this.loader._free(pointer);
  }

  get loader() {
    if (!this.program) throw new Error('The loader is not there.');
    return this.program;
  }

  /** Loads documents to the end. @param {boolean} again the document begun already comes once more */
  async run(again) {
    // A start may have been cancelled before it came to this.
    if (again) this.abort = new AbortController();
    try {
      this.batches.begin(this.loader);
      const note = await this.readAll(again);
      await this.sendLast();
      this.finish(note, true);
      await this.rank();
    } catch (error) {
      await this.end(error);
    }
  }

  /** Tells why a run ended, after the last rows. @param {unknown} error */
  async end(error) {
    try {
      // What has no memory left may be half done: more rows from there could be wrong ones.
      if (isMemory(error)) throw error;
      // Rows that came are the reader's, whatever happened then.
      const { signal } = this.abort;
      if (signal.aborted) this.abort = new AbortController();
      // A demonstration goes on where it was; other documents come again from their beginning.
      const broken = signal.aborted || !(error instanceof Ended);
      if (broken && !this.order.demo) this.loader._loader_abandon_document();
      await this.sendLast();
      if (signal.aborted) this.post({ kind: 'stopped' }, []);
      else if (error instanceof Ended) this.finish(undefined, false);
      else this.fail(error, AGAIN.continue);
    } catch (worse) {
      this.fail(worse, isMemory(worse) ? AGAIN.never : AGAIN.start);
    }
  }

  /** Rows are complete, with their links, from here on. A Cancel does not keep what came from being linked. */
  async sendLast() {
    while (this.loader._loader_finish_step()) await this.batches.giveWay();
    await this.batches.sendLast();
  }

  /** @param {import('./load_network.js').Note} note @param {boolean} complete */
  finish(note, complete) {
    const report = this.answer(this.loader._loader_report());
    this.post({ kind: 'finished', report, note, complete, ranks: this.ranks }, [report.buffer]);
  }

  /** Finds the orders that would keep the page waiting at the first sort, as far as there is memory for them. */
  async rank() {
    if (!this.ranks) return;
    try {
      await this.rankAll();
    } catch (error) {
      console.warn(error);
    }
    this.post({ kind: 'ranked' }, []);
  }

  async rankAll() {
    for (let table = 0; table < TABLES; table += 1) {
      for (let column = 0; column < MAX_COLUMNS; column += 1) {
        const bytes = this.answer(this.loader._loader_ranks(table, column));
        if (bytes.length > 0) {
          this.post({ kind: 'ranks', table, column, bytes }, [bytes.buffer]);
          await pause();
        }
      }
    }
  }

  /** @param {unknown} error @param {number} again */
  fail(error, again) {
    this.post({ kind: 'failed', parts: failureOf(error).parts, again }, []);
  }

  /** @param {boolean} again @returns {Promise<import('./load_network.js').Note>} */
  async readAll(again) {
    const { demo, file, bytes } = this.order;
    if (demo) return this.readDemo(demo, again);
    if (again) this.loader._loader_restart_document();
    else this.loader._loader_begin_document();
    if (again) this.progress.received = this.receivedBefore;
    if (file || bytes) return this.readLocal(file, bytes);
    for (;;) {
      this.receivedBefore = this.progress.received;
      const end = await this.readPage();
      if (end) return end;
      const next = this.nextUrl();
      if (!next) return undefined;
      const limit = this.order.pageLimit || pagesLimit;
      const { address, note } = nextAddress(next, this.address, this.seen, this.progress.page, limit);
      if (!address) return note;
      this.address = address;
      this.seen.add(address);
      this.progress.page += 1;
      this.loader._loader_begin_document();
    }
  }

  /** @param {number} count @param {boolean} again */
  async readDemo(count, again) {
    if (!again) this.loader._loader_demo(count);
    for (let more = 1; more;) {
      more = this.loader._loader_generate(PIECE_BYTES);
      if (more < 0) throw refused();
      await this.batches.came(this.loader._loader_generated_bytes());
    }
    this.endDocument();
    return undefined;
  }

  /** @param {Blob | undefined} file @param {ArrayBuffer | undefined} bytes @returns {Promise<import('./load_network.js').Note>} */
  async readLocal(file, bytes = new ArrayBuffer(0)) {
    this.progress.expected = file?.size ?? bytes.byteLength;
    if (file) await this.readStream(file.stream(), file.type);
    else await this.readBytes(new Uint8Array(bytes));
    const next = this.nextUrl();
    return next ? ['PageOfFile', next] : undefined;
  }

  /** @param {Uint8Array} bytes */
  async readBytes(bytes) {
    refuseWrongType('', bytes, this.place());
    await this.feed(bytes);
    this.endDocument();
  }

  /** Returns why there is nothing to read, or nothing. @returns {Promise<import('./load_network.js').Note>} */
  async readPage() {
    const { response, size } = await this.batches.patiently(openAddress(this.address, this.abort.signal));
    const address = response.url || this.address;
    if (address !== this.address && this.seen.has(address)) {
      void response.body?.cancel();
      this.loader._loader_abandon_document();
      return circleNote(address);
    }
    this.address = address;
    this.seen.add(address);
    this.progress.expected = this.progress.page === 1 ? size : 0;
    if (response.body) await this.readStream(response.body, response.headers.get('content-type') ?? '');
    else this.endDocument();
    return undefined;
  }

  /** @param {ReadableStream<Uint8Array>} stream @param {string} type */
  async readStream(stream, type) {
    const reader = stream.getReader();
    const stop = () => void reader.cancel().catch(() => {});
    this.abort.signal.addEventListener('abort', stop);
    try {
      for (let first = true; ;) {
        const { done, value } = await this.batches.patiently(reader.read()).catch((error) => {
          throw new LoadFailure('NotComplete', 'Reason', 'CheckConnection', this.place(), messageOf(error));
        });
        this.check();
        if (done) break;
        if (first) refuseWrongType(type, value, this.place());
        first = false;
        await this.feed(value);
      }
    } finally {
      this.abort.signal.removeEventListener('abort', stop);
      stop();
    }
    this.endDocument();
  }

  /** Where the bytes come from, for a reader. */
  place() {
    return this.address || (this.order.file instanceof File ? this.order.file.name : { word: 'TheData' });
  }

  endDocument() {
    if (!this.loader._loader_end_document()) throw refused();
  }

  /** @param {Uint8Array} bytes */
  async feed(bytes) {
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      const piece = bytes.subarray(at, at + PIECE_BYTES);
      this.loader.HEAPU8.set(piece, this.buffer);
      if (!this.loader._loader_write(this.buffer, piece.length)) throw refused();
      await this.batches.came(piece.length);
    }
  }

  check() {
    if (this.abort.signal.aborted) throw cancelled();
  }

  /** As the document writes it. */
  nextUrl() {
    return new TextDecoder().decode(this.answer(this.loader._loader_next_url()));
  }

  /** A copy of what the last call answered. @param {number} length */
  answer(length) {
    return answerOf(this.loader, length);
  }
}
