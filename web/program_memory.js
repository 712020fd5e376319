// @ts-check
// What the page puts into the program's memory for a call, and what it says when that memory is used up.
import { LoadFailure } from './download.js';

/** @typedef {import('./explorer.mjs').Explorer} Explorer */

export const noMemory = () => new LoadFailure('NoMemory', 'MemoryRefused', 'ClosePages');

/** Room for bytes; throws if there is none. @param {Explorer} program @param {number} bytes */
export function allocate(program, bytes) {
  const pointer = program._malloc(Math.max(1, bytes));
  if (!pointer) throw noMemory();
  return pointer;
}

/** @template T @param {Explorer} program @param {Uint8Array} bytes @param {(pointer: number, length: number) => T} use @returns {T} */
export function withBytes(program, bytes, use) {
  const pointer = allocate(program, bytes.length);
  program.HEAPU8.set(bytes, pointer);
  const result = use(pointer, bytes.length);
  program._free(pointer);
  return result;
}

/** The text that the program answered last. @param {Explorer} program @param {number} length in bytes */
export function answerOf(program, length) {
  const begin = program._explorer_answer();
  return new TextDecoder().decode(program.HEAPU8.subarray(begin, begin + length));
}

/** @template T @param {Explorer} program @param {string[]} texts @param {(...pointers: number[]) => T} use @returns {T} */
export function withTexts(program, texts, use) {
  const pointers = texts.map((text) => program.stringToNewUTF8(text));
  try {
    if (pointers.includes(0)) throw noMemory();
    return use(...pointers);
  } finally {
    for (const pointer of pointers) program._free(pointer);
  }
}

/** A trap of wasm is nearly always memory; a script that has no room throws a RangeError. @param {unknown} error */
export const isMemory = (error) => error instanceof WebAssembly.RuntimeError || error instanceof RangeError;

/** Any error in words for a reader. @param {unknown} error */
export function failureOf(error) {
  if (error instanceof LoadFailure) return error;
  if (isMemory(error)) return noMemory();
  return new LoadFailure('NotOpened', 'Plainly', 'TryAgain', String(error));
}

/**
 * Has the program show why loading ended.
 * @param {Explorer} program @param {unknown} error @param {number} again one of AGAIN
 */
export function tellFailure(program, error, again) {
  const { title, detail, hint } = failureOf(error);
  withTexts(program, [title, detail, hint], (...texts) => {
    program._explorer_failed(texts[0], texts[1], texts[2], again);
  });
}
