// @ts-check
// Takes rows along as a file: finds out where it goes, has the program make it piece by piece as fast as it can be
// written, and says how it went. Loaded when the dialog for it opens, so that it is at hand within the press that asks:
// browsers let a page choose a file there alone.
import { handOver, reach } from './hand_over.js';

/** @typedef {import('./explorer.mjs').Explorer} Explorer */
/** As enum ExportOutcome; the others are the program's own. */
const OUTCOME = { saved: 1, given: 2, unsure: 3, cancelled: 4, blocked: 5, refused: 6, noRoom: 7, failed: 8 };
/** As explorer_export_chunk() says that there are no more bytes. */
const DONE = -1;
const BROKEN = -2;
/** Errors by name (DOMException) of a file that is written. */
const REASONS = /** @type {Record<string, number>} */ ({
  QuotaExceededError: OUTCOME.noRoom,
  NotAllowedError: OUTCOME.refused,
  SecurityError: OUTCOME.refused,
  NoModificationAllowedError: OUTCOME.refused,
  // The browser looked at what was written and did not like it.
  AbortError: OUTCOME.refused,
});

/** @typedef {{name: string, type: string, large: boolean}} Wanted */
/**
 * Where the bytes go.
 * @typedef {object} Sink
 * @property {(piece: Uint8Array<ArrayBuffer>) => unknown} write
 * @property {() => Promise<number> | number} close returns the outcome
 * @property {() => Promise<void> | void} abort leaves nothing behind
 */

/** The reader wants no file after all, or there can be none. */
class Ended extends Error {
  /** @param {number} outcome */
  constructor(outcome) {
    super(`The export ended (${outcome}).`);
    this.outcome = outcome;
  }
}

/** Held until it is whole, then handed to the browser; which may keep blobs on the disk. @param {Wanted} wanted @returns {Sink} */
function heldFile({ name, type }) {
  const reached = reach();
  if (reached === 'blocked') throw new Ended(OUTCOME.blocked);
  /** @type {Blob[]} */
  let pieces = [];
  return {
    write: (piece) => pieces.push(new Blob([piece])),
    close() {
      handOver(name, new Blob(pieces, { type }));
      return reached === 'open' ? OUTCOME.given : OUTCOME.unsure;
    },
    abort() { pieces = []; },
  };
}

/**
 * A file that the reader chooses, written while it is made. Nothing where the browser has none for pages, or not for
 * this one: in a frame of another site, or so long after the press that it does not count any more.
 * @param {Wanted} wanted @returns {Promise<Sink | undefined>}
 */
async function chosenFile({ name, type }) {
  const { showSaveFilePicker } = /** @type {Window & {showSaveFilePicker?: (options: object) => Promise<FileSystemFileHandle & {remove?: () => Promise<void>}>}} */ (window);
  if (!showSaveFilePicker) return undefined;
  const accept = { [type.split(';')[0]]: [name.slice(name.lastIndexOf('.'))] };
  const handle = await showSaveFilePicker.call(window, { suggestedName: name, types: [{ accept }] }).catch((error) => {
    if (error.name === 'AbortError') throw new Ended(OUTCOME.cancelled);
    console.warn(error);
  });
  if (!handle) return undefined;
  // Choosing it has made the file, or emptied one that the reader agreed to replace: either way there is nothing in it to
  // lose. One that still holds something stays.
  const removeEmpty = async () => {
    const { size } = await handle.getFile();
    if (size === 0) await handle.remove?.();
  };
  const file = await handle.createWritable().catch(async (error) => {
    await removeEmpty().catch(() => {});
    throw error;
  });
  return {
    write: (piece) => file.write(piece),
    async close() {
      await file.close();
      return OUTCOME.saved;
    },
    async abort() {
      await file.abort();
      await removeEmpty();
    },
  };
}

/** Lets others have their turn; not by a timer, which a page in the background has once a second. */
function turns() {
  const { port1, port2 } = new MessageChannel();
  /** @type {() => void} */
  let go;
  port1.onmessage = () => go();
  return {
    next: () => new Promise((/** @type {(value?: undefined) => void} */ done) => {
      go = done;
      port2.postMessage(0);
    }),
    end: () => port1.close(),
  };
}

/** @param {Explorer} program @param {number} number @param {Sink} sink @returns {Promise<number>} the outcome */
async function writeAll(program, number, sink) {
  const turn = turns();
  try {
    for (;;) {
      const bytes = program._explorer_export_chunk(number);
      if (bytes === BROKEN) throw new Ended(OUTCOME.cancelled);
      if (bytes === DONE) return await sink.close();
      const begin = program._explorer_answer();
      if (bytes > 0) await sink.write(program.HEAPU8.slice(begin, begin + bytes));
      await turn.next();
    }
  } finally {
    turn.end();
  }
}

/**
 * @param {Explorer} program @param {number} number of the export @param {Wanted} wanted
 * @returns {Promise<number>} an ExportOutcome
 */
export async function exportFile(program, number, wanted) {
  /** @type {Sink | undefined} */
  let sink;
  try {
    if (wanted.large) sink = await chosenFile(wanted);
    sink ??= heldFile(wanted);
    return await writeAll(program, number, sink);
  } catch (error) {
    await Promise.resolve(sink?.abort()).catch(() => {});
    if (error instanceof Ended) return error.outcome;
    console.warn(error);
    return REASONS[error instanceof Error ? error.name : ''] ?? OUTCOME.failed;
  }
}
