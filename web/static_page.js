// @ts-check
// The static tables: what there is until the program has something to show, and where it cannot run.
import { LoadFailure } from './download.js';
import { failureOf } from './program_memory.js';
import { isRightToLeft, languageOf } from './reader_locale.js';

const html = document.documentElement;
/** Sizes known from the build: packed transfers hide them. */
const expected = { program: Number(html.dataset.programBytes), dataset: Number(html.dataset.datasetBytes) };
const received = { program: 0, dataset: 0 };

export const expectedDatasetBytes = expected.dataset || 0;

/** @template {HTMLElement} T @param {string} id @returns {T} */
export const byId = (id) => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element "${id}".`);
  return /** @type {T} */ (element);
};

/** Shows how much of it has come. @param {'program' | 'dataset'} what */
export const counted = (what) => (/** @type {number} */ bytes) => {
  received[what] = bytes;
  const bar = /** @type {HTMLProgressElement | null} */ (document.getElementById('progress'));
  if (!bar) return;
  bar.max = expected.program + expected.dataset || 1;
  bar.value = Math.min(bar.max, received.program + received.dataset);
};

/** The program takes its place. @param {string} language that the program speaks */
export function giveWay(language) {
  if (html.dataset.started !== undefined) return;
  html.dataset.started = '';
  html.lang = languageOf(language);
  if (isRightToLeft(language)) html.dir = 'rtl';
  byId('app').hidden = false;
  document.getElementById('static')?.remove();
}

/** The tables stay; a line above them, or in the program's place, says why there is no more. @param {unknown} error */
export function explainEnd(error) {
  const note = document.getElementById('note');
  if (html.dataset.started !== undefined) {
    const { title, detail, hint } = failureOf(error);
    const words = document.createElement('p');
    words.setAttribute('role', 'alert');
    words.textContent = `${title}. ${detail} ${hint}`;
    const place = document.createElement('main');
    place.id = 'static';
    place.append(words);
    byId('app').replaceWith(place);
  } else if (note) {
    note.hidden = false;
    note.textContent = 'The interactive explorer cannot run in this browser, so these are plain tables. '
      + `(${error instanceof LoadFailure ? error.detail : error instanceof Error ? error.message : error})`;
  }
  document.getElementById('progress')?.remove();
}
