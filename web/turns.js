// @ts-check
// When the page does what takes long: in pieces, between which it draws and hears its reader.

/** What is left waits no longer than this for a page that is never painted: ms. */
const UNSEEN_MS = 250;
const channel = new MessageChannel();
/** @type {(() => void)[]} */
const waiting = [];
channel.port1.onmessage = () => waiting.shift()?.();

/** The next task of the page: timers would be held back where it is not in front. @returns {Promise<void>} */
export function nextTurn() {
  return new Promise((done) => {
    waiting.push(done);
    channel.port2.postMessage(0);
  });
}

/** @param {number} ms @returns {Promise<void>} */
export const soon = (ms) => new Promise((done) => { setTimeout(done, ms); });

/**
 * Once something of the page is on screen: there is something to read from here on, and the GPU, which painted it, has
 * time again. Soon in any case: a page that nobody sees is not painted.
 * @returns {Promise<void>}
 */
export function firstPaint() {
  /** @type {Promise<void>} */
  const painted = new Promise((done) => {
    if (!window.PerformanceObserver?.supportedEntryTypes?.includes('paint')) return;
    new PerformanceObserver((_, observer) => {
      observer.disconnect();
      done();
    }).observe({ type: 'paint', buffered: true });
  });
  return Promise.race([painted, soon(UNSEEN_MS)]);
}
