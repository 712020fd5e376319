// @ts-check
// How what is loaded goes to the page: as batches of rows with words of progress, as often as a reader can follow
// them, and only as long as the page keeps up. Knows the loader, but not where its bytes come from.

/** @typedef {import('./load_process.js').Message} Message */

/** How much goes to the page at once: to take it over must not keep a reader waiting. */
const BATCH_BYTES = 4 << 20;
/** How often rows go to the page: soon at first, then as often as a reader can follow the count. */
const BATCH_MS = 80;
const LATER_BATCH_MS = 300;
const SOON_MS = 500;
const MAX_UNACKNOWLEDGED = 4;
const RATE_MS = 500;

const channel = new MessageChannel();
/** @type {(() => void)[]} */
const waiting = [];
channel.port1.onmessage = () => waiting.shift()?.();
/** Lets everything else that is due run first: messages, input, a frame. @returns {Promise<void>} */
export const pause = () => new Promise((done) => {
  waiting.push(done);
  channel.port2.postMessage(0);
});

export class Batches {
  /**
   * @param {(message: Message, transfer: Transferable[]) => void} post
   * @param {number} sliceMs how long to work before others get their turn
   * @param {() => void} check throws once loading is cancelled
   */
  constructor(post, sliceMs, check) {
    this.post = post;
    this.sliceMs = sliceMs;
    this.check = check;
    /** How far loading has come; the process keeps it. @type {import('./load_process.js').Progress} */
    this.progress = { received: 0, expected: 0, expectedArticles: 0, rate: 0, page: 1 };
    this.unacknowledged = 0;
    this.sinceBatch = 0;
    this.sentBytes = 0;
    this.pageTold = 0;
    this.batchAt = this.startedAt = this.sliceAt = this.rateAt = 0;
    this.rateBytes = 0;
    /** Called when the page has shown a batch, or loading is cancelled. @type {() => void} */
    this.wake = () => {};
  }

  /** A run begins. @param {import('./loader.mjs').Loader} loader */
  begin(loader) {
    this.loader = loader;
    this.batchAt = -Infinity;
    this.startedAt = this.sliceAt = this.rateAt = performance.now();
    this.sinceBatch = 0;
    this.progress.rate = 0;
    this.rateBytes = this.progress.received;
  }

  /** After each piece: rows to the page, others get their turn. @param {number} bytes */
  async came(bytes) {
    this.progress.received += bytes;
    this.sinceBatch += bytes;
    const now = performance.now();
    const every = now - this.startedAt < SOON_MS ? BATCH_MS : LATER_BATCH_MS;
    if (now - this.batchAt > every || this.sinceBatch >= BATCH_BYTES) await this.send(false);
    await this.giveWay();
    this.check();
  }

  /** Others get their turn once a slice is over. */
  async giveWay() {
    if (performance.now() - this.sliceAt <= this.sliceMs) return;
    await pause();
    this.sliceAt = performance.now();
  }

  /** All that is left, until the page has it. */
  async sendLast() {
    do {
      await this.send(true);
    } while (this.sentBytes > 0);
    await this.acknowledged(0);
  }

  /** The page has not more than so many batches before it. @param {number} most */
  async acknowledged(most) {
    while (this.unacknowledged > most) {
      this.check();
      await new Promise((done) => { this.wake = () => done(undefined); });
      this.sliceAt = performance.now();
    }
  }

  /**
   * What has come since the last batch. While the page has enough to do, it waits: for more rows first, then,
   * when a batch is full or this is the `last`, for the page.
   * @param {boolean} last
   */
  async send(last) {
    const busy = this.unacknowledged >= MAX_UNACKNOWLEDGED;
    if (busy && !last && this.sinceBatch < BATCH_BYTES) return;
    await this.acknowledged(MAX_UNACKNOWLEDGED - 1);
    this.postBatch();
  }

  /** Waits for the network; what has come before is not kept from the page meanwhile. @template T @param {Promise<T>} news */
  async patiently(news) {
    const timer = setInterval(() => {
      const changed = this.sinceBatch !== 0 || this.pageTold !== this.progress.page;
      if (changed && this.unacknowledged < MAX_UNACKNOWLEDGED) this.postBatch();
    }, BATCH_MS);
    try {
      return await news;
    } finally {
      clearInterval(timer);
    }
  }

  postBatch() {
    if (!this.loader) return;
    this.batchAt = performance.now();
    this.sinceBatch = 0;
    this.pageTold = this.progress.page;
    const bytes = answerOf(this.loader, this.loader._loader_take());
    this.sentBytes = bytes.length;
    if (bytes.length > 0) {
      this.unacknowledged += 1;
      this.post({ kind: 'batch', bytes }, [bytes.buffer]);
    }
    this.measureRate();
    this.post({ kind: 'progress', progress: { ...this.progress } }, []);
  }

  measureRate() {
    const ms = performance.now() - this.rateAt;
    if (ms <= RATE_MS) return;
    const { received, rate } = this.progress;
    const now = (received - this.rateBytes) / ms * 1000;
    this.progress.rate = rate ? (rate + now) / 2 : now;
    this.rateAt = performance.now();
    this.rateBytes = received;
  }
}

/** A copy of what the loader's last call answered. @param {import('./loader.mjs').Loader} loader @param {number} length */
export function answerOf(loader, length) {
  const from = loader._loader_answer();
  return loader.HEAPU8.slice(from, from + length);
}
