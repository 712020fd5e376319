// @ts-check
// Several explorers in one page: the first compiles the program, the others take its module. They find it by looking
// into the frames beside them, which only those of the same origin allow; in a sandbox without an origin each loads for
// itself. Loaded in frames only.

/** Under this name a frame has what it offers. */
const NAME = 'articleExplorerModules';

/**
 * @typedef {object} Offer
 * @property {Promise<WebAssembly.Module>} module
 * @property {number} bytes of it that have come
 * @property {Set<(bytes: number) => void>} watchers of that number
 */

/**
 * What a frame beside this one offers. @param {string} key @param {Set<Offer>} tried
 * @returns {{frame: Window, offer: Offer} | undefined}
 */
function find(key, tried) {
  for (let i = 0; i < parent.length; i += 1) {
    try {
      const frame = /** @type {any} */ (parent[i]);
      /** @type {Offer | undefined} */
      const offer = frame[NAME]?.get(key);
      if (offer && !tried.has(offer)) return { frame, offer };
    } catch {
      // Of another origin.
    }
  }
  return undefined;
}

/**
 * Rejects when the frame leaves its page: what it had begun may never end.
 * @param {Window} frame @param {AbortSignal} signal ends the watch, of which nothing stays there @returns {Promise<never>}
 */
const left = (frame, signal) => new Promise((_, fail) => {
  frame.addEventListener('pagehide', () => fail(new Error('The frame that loaded the program is gone.')), { once: true, signal });
});

/** For the frames that come later. @param {string} key @param {Offer} offer */
function publish(key, offer) {
  const page = /** @type {any} */ (window);
  (page[NAME] ??= new Map()).set(key, offer);
}

/**
 * The module of a sibling that loads the same file of the same release, or has it; else the one that `compile` makes,
 * which is then there for the others.
 * @param {(progress: (bytes: number) => void) => Promise<WebAssembly.Module>} compile
 * @param {(bytes: number) => void} progress told how much has come, whoever loads it
 * @param {string} [file] beside this script
 * @returns {Promise<WebAssembly.Module>}
 */
export async function sharedModule(compile, progress, file = 'explorer.wasm') {
  const key = `${new URL(file, import.meta.url)} ${document.documentElement.dataset.release}`;
  /** @type {Set<Offer>} */
  const tried = new Set();
  for (let found = find(key, tried); found; found = find(key, tried)) {
    const { frame, offer } = found;
    tried.add(offer);
    offer.watchers.add(progress);
    progress(offer.bytes);
    const watch = new AbortController();
    try {
      const module = await Promise.race([offer.module, left(frame, watch.signal)]);
      // That frame may go before the next one comes.
      publish(key, { module: Promise.resolve(module), bytes: offer.bytes, watchers: new Set() });
      return module;
    } catch {
      // It failed there; the next who offers it may be luckier.
    } finally {
      // Left there, they would keep this page for as long as that one stays.
      offer.watchers.delete(progress);
      watch.abort();
    }
  }
  // Nothing is waited for between the last look and this, so no two frames load at once.
  const watchers = new Set([progress]);
  /** @type {Offer} */
  const offer = {
    bytes: 0,
    watchers,
    module: compile((bytes) => {
      offer.bytes = bytes;
      for (const watcher of watchers) {
        try {
          watcher(bytes);
        } catch {
          watchers.delete(watcher);
        }
      }
    }),
  };
  publish(key, offer);
  // Of a frame that was taken away meanwhile nothing else ends the watch.
  return offer.module.finally(() => watchers.clear());
}
