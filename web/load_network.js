// @ts-check
// Datasets at addresses: which ones may be opened, and each refusal in words that a reader understands.
import { LoadFailure, messageOf } from './download.js';

/**
 * Why there may be more than was loaded: a string of the page and its values; nothing if there is no reason.
 * @typedef {[import('./download.js').Word, ...import('./download.js').Value[]] | undefined} Note
 */

export const pagesLimit = 10_000;

/** @param {URL} url */
const opens = (url) => url.protocol === 'http:' || url.protocol === 'https:';

/** The absolute address of what a reader asked for. @param {string} text @param {string} base */
export function datasetAddress(text, base) {
  const url = URL.canParse?.(text, base) === false ? null : new URL(text, base);
  if (url && opens(url)) return url.href.replace(/#.*/s, '');
  throw new LoadFailure('NotAnAddress', 'OnlyHttp', 'CheckData', text);
}

/** @param {string} address @returns {Note} */
export const circleNote = (address) => ['PagesCircle', address];

/**
 * The next page of a feed; or a note that says why there is none.
 * @param {string} text @param {string} base @param {Set<string>} seen addresses @param {number} pages so far
 * @param {number} limit of pages
 * @returns {{address: string, note?: Note}}
 */
export function nextAddress(text, base, seen, pages, limit) {
  let address = '';
  try {
    address = datasetAddress(text, base);
  } catch {
    return { address, note: ['PageNotOpened', text] };
  }
  if (seen.has(address)) return { address: '', note: circleNote(address) };
  return pages < limit ? { address } : { address: '', note: ['PagesLimit', limit] };
}

/** @param {string} address @param {AbortSignal} signal @returns {Promise<{response: Response, size: number}>} size 0: unknown */
export async function openAddress(address, signal) {
  let response;
  try {
    response = await fetch(address, { signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw await unreachable(address, signal, error);
  }
  if (!response.ok) {
    const missing = response.status === 404 || response.status === 410;
    throw new LoadFailure(missing ? 'NotThere' : 'NotGiven', 'ServerAnswered', missing ? 'CheckAddress' : 'TryLater',
      address, `${response.status} ${response.statusText}`.trimEnd());
  }
  // Packed transfers state their packed size; another host seldom lets this page see whether it packs.
  const coding = response.headers.get('content-encoding') ?? (response.type === 'cors' ? 'unknown' : 'identity');
  const size = coding === 'identity' ? Number(response.headers.get('content-length') ?? 0) : 0;
  return { response, size: Number.isFinite(size) ? size : 0 };
}

/** Why fetch() gave nothing; the browser itself does not tell. @param {string} address @param {AbortSignal} signal @param {unknown} error */
async function unreachable(address, signal, error) {
  const { origin, protocol } = globalThis.location;
  const url = new URL(address);
  if (protocol === 'https:' && url.protocol === 'http:') {
    return new LoadFailure('NotFromHere', 'MixedContent', 'TryHttps', address);
  }
  const redirected = await fetch(address, { signal, redirect: 'manual' })
    .then(({ type }) => type === 'opaqueredirect', () => false);
  if (redirected) return new LoadFailure('SomewhereElse', 'SentOn', 'OpenTarget', address);
  if (url.origin !== origin) return new LoadFailure('NotFromThisPage', 'NotAllowed', 'AskForHeader', address, url.host);
  return new LoadFailure('NotReached', 'Reason', 'CheckConnection', address, messageOf(error));
}

const OTHER_TYPES = /^(?:text\/html|application\/(?:pdf|zip|gzip|x-gzip|xhtml\+xml|xml)|(?:image|audio|video|font)\/)/i;

/** Throws if these first bytes cannot be of a dataset. @param {string} type @param {Uint8Array} bytes @param {import('./download.js').Value} place */
export function refuseWrongType(type, bytes, place) {
  const start = new TextDecoder().decode(bytes.subarray(0, 256)).replace(/^[\ufeff\s]+/, '');
  if (start === '' || start.startsWith('{') || start.startsWith('[')) return;
  const markup = start.startsWith('<');
  if (!markup && !OTHER_TYPES.test(type)) return;
  const html = /^<(?:!doctype html|html)/i.test(start) || /html/i.test(type);
  throw new LoadFailure('NotADataset', !markup ? 'CameType' : html ? 'CameHtml' : 'CameXml', 'OpenFeedItself',
    place, type.replace(/;.*/s, ''));
}
