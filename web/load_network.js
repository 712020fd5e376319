// @ts-check
// Datasets at addresses: which ones may be opened, and each refusal in words that a reader understands.
import { LoadFailure } from './download.js';

export const pagesLimit = 10_000;

/** @param {URL} url */
const opens = (url) => url.protocol === 'http:' || url.protocol === 'https:';

/** The absolute address of what a reader asked for. @param {string} text @param {string} base */
export function datasetAddress(text, base) {
  const url = URL.canParse?.(text, base) === false ? null : new URL(text, base);
  if (url && opens(url)) return url.href.replace(/#.*/s, '');
  throw new LoadFailure('This address cannot be opened',
    `${text}: only addresses with http: or https: can.`, 'Check the address after “data=”.');
}

/** @param {string} address */
export const circleNote = (address) => `The pages of this feed lead in a circle: the last one leads back to ${address}.`;

/**
 * The next page of a feed; or a note that says why there is none.
 * @param {string} text @param {string} base @param {Set<string>} seen addresses @param {number} pages so far
 * @param {number} limit of pages
 */
export function nextAddress(text, base, seen, pages, limit) {
  let address = '';
  try {
    address = datasetAddress(text, base);
  } catch {
    return { address, note: `The feed names a next page that cannot be opened: ${text}. There may be more articles.` };
  }
  if (seen.has(address)) return { address: '', note: circleNote(address) };
  if (pages >= limit) {
    const count = limit.toLocaleString('en');
    return { address: '', note: `Only the first ${count} pages of this feed were opened. There are more articles.` };
  }
  return { address, note: '' };
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
    throw new LoadFailure(missing ? 'The dataset is not there' : 'The server did not give the dataset',
      `${address}: the server answered ${response.status} ${response.statusText}`.trimEnd() + '.',
      missing ? 'Check the address.' : 'Try again in a while.');
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
    return new LoadFailure('This address cannot be opened from here',
      `${address}: a page that came by https: may not read from http:.`, 'Try the same address with https:.');
  }
  const redirected = await fetch(address, { signal, redirect: 'manual' })
    .then(({ type }) => type === 'opaqueredirect', () => false);
  if (redirected) {
    return new LoadFailure('The dataset is somewhere else',
      `${address}: the server sends on to an address that cannot be read from this page: its protocol is another, `
      + 'its server does not allow it, or it leads in a circle.', 'Open the address it leads to.');
  }
  if (url.origin !== origin) {
    return new LoadFailure('The dataset cannot be read from this page',
      `${address}: the server does not allow other pages to read it (CORS), or it cannot be reached. `
      + 'The browser does not tell which.',
      `Ask for the header “Access-Control-Allow-Origin” on ${url.host}, or save the file and drop it onto this page.`);
  }
  return new LoadFailure('The dataset cannot be reached',
    `${address}: ${error instanceof Error ? error.message : error}.`, 'Check the connection, then try again.');
}

const OTHER_TYPES = /^(?:text\/html|application\/(?:pdf|zip|gzip|x-gzip|xhtml\+xml|xml)|(?:image|audio|video|font)\/)/i;

/** Throws if these first bytes cannot be of a dataset. @param {string} type @param {Uint8Array} bytes @param {string} place */
export function refuseWrongType(type, bytes, place) {
  const start = new TextDecoder().decode(bytes.subarray(0, 256)).replace(/^[\ufeff\s]+/, '');
  if (start === '' || start.startsWith('{') || start.startsWith('[')) return;
  const markup = start.startsWith('<');
  if (!markup && !OTHER_TYPES.test(type)) return;
  const what = !markup ? `a file of the type ${type.replace(/;.*/s, '')}`
    : /^<(?:!doctype html|html)/i.test(start) || /html/i.test(type) ? 'an HTML page' : 'an XML document';
  throw new LoadFailure('This is not a dataset', `${place}: ${what} came instead of JSON.`,
    'Open the address of the JSON Feed or NDJSON file itself.');
}
