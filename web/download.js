// @ts-check
// Downloads with progress, and failures as sentences that a reader understands.
import { words } from './words.mjs';

/** Names of strings of the page (src/view/strings/en.txt, group Web). @typedef {keyof typeof words} Word */

/** What a string is filled in with; a number as the reader writes it, or another string. @typedef {string | number | {word: Word}} Value */

/** A string in the reader's language, with values in the place of {0} and {1}. @param {Word} word @param {Value[]} values */
export const say = (word, ...values) => words[word].replace(/\{(\d)\}/g, (_, place) => {
  const value = values[place] ?? '';
  if (typeof value === 'number') return value.toLocaleString(document.documentElement.lang, { numberingSystem: 'latn' });
  return typeof value === 'object' ? words[value.word] : value;
});

/** A failure to be shown: what happened, where and why, what to do. It is put into words by the page that shows it. */
export class LoadFailure extends Error {
  /** @param {Word} title @param {Word} detail @param {Word} hint @param {Value[]} values of all of them */
  constructor(title, detail, hint, ...values) {
    super(words[title]);
    this.parts = { title, detail, hint, values };
  }

  get title() {
    return say(this.parts.title, ...this.parts.values);
  }

  get detail() {
    return say(this.parts.detail, ...this.parts.values);
  }

  get hint() {
    return say(this.parts.hint, ...this.parts.values);
  }
}

/** What a browser says of an error. @param {unknown} error */
export const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/** @param {string} address */
export async function request(address) {
  let response;
  try {
    response = await fetch(address);
  } catch (error) {
    throw new LoadFailure('NotReached', 'Reason', 'CheckConnection', address, messageOf(error));
  }
  if (!response.ok) {
    const missing = response.status === 404 || response.status === 410;
    throw new LoadFailure(missing ? 'NotThere' : 'NotGiven', 'ServerAnswered', missing ? 'CheckBeside' : 'TryLater',
      address, `${response.status} ${response.statusText}`.trimEnd());
  }
  return response;
}

/**
 * Passes a body through while telling how many (unpacked) bytes have come.
 * @param {Response} response @param {(received: number) => void} progress
 */
export function withProgress(response, progress) {
  if (!response.body) return response;
  let received = 0;
  const counted = response.body.pipeThrough(new TransformStream({
    transform(chunk, controller) {
      received += chunk.byteLength;
      progress(received);
      controller.enqueue(chunk);
    },
  }));
  return new Response(counted, { headers: response.headers });
}

/** @param {string} address @param {(received: number) => void} progress */
export async function download(address, progress) {
  const response = await request(address);
  try {
    return new Uint8Array(await withProgress(response, progress).arrayBuffer());
  } catch (error) {
    throw new LoadFailure('NotComplete', 'Reason', 'CheckConnection', address, messageOf(error));
  }
}
