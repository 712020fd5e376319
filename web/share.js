// @ts-check
// The link to what is on screen: what it begins with, copying it, and the system's own dialog for it. Loaded when it is
// first wanted, and at hand when a button of its dialog is pressed: browsers allow copying within that press alone.
import { PREVIEW_NAME } from './embed_preview.js';
import { withTexts } from './program_memory.js';

/** @typedef {import('./explorer.mjs').Explorer} Explorer */

/** As enum LinkUse. */
const USE = { prepare: 0, copy: 1, sheet: 2, code: 3 };
/** As enum ShareOutcome. */
const OUTCOME = { none: 0, copied: 1, failed: 2 };
/**
 * Parameters that are about this reader's page, not about what is on it. The language is for whoever writes the code of a
 * frame to choose, and stays when readers leave that frame for the page itself.
 */
const OWN_PARAMETERS = ['render', 'ui', 'may', 'attribution', 'host'];

/** The page by itself, without what is behind "#". @param {unknown} opened an address opened by a script, or other data */
function baseOf(opened) {
  const link = new URL(location.href);
  link.hash = '';
  const unwanted = typeof opened === 'string' ? [...OWN_PARAMETERS, 'demo'] : OWN_PARAMETERS;
  // To take out one that is not there would still write all others anew.
  for (const name of unwanted) if (link.searchParams.has(name)) link.searchParams.delete(name);
  if (typeof opened === 'string') link.searchParams.set('data', opened);
  return link.href;
}

/** Readers of a link have a language of their own. As build_share.cpp shows it. @param {string} base */
function sharedBase(base) {
  const at = base.indexOf('?');
  if (at < 0) return base;
  const kept = base.slice(at + 1).split('&').filter((part) => !part.startsWith('lang='));
  return base.slice(0, at) + (kept.length > 0 ? `?${kept.join('&')}` : '');
}

/** @param {string} url */
function hasSheet(url) {
  return typeof navigator.share === 'function' && (navigator.canShare?.({ url }) ?? true);
}

/** The older way, which asks nobody: works where something is selected. @param {string} link */
function copyByCommand(link) {
  const field = /** @type {HTMLInputElement | HTMLTextAreaElement | null} */ (document.querySelector('#mirror :is(input, textarea)[readonly]'));
  if (!field) return false;
  const before = /** @type {HTMLElement | null} */ (document.activeElement);
  /** @param {ClipboardEvent} event */
  const put = (event) => {
    event.clipboardData?.setData('text/plain', link);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  field.focus();
  field.select();
  window.addEventListener('copy', put, { capture: true, once: true });
  let copied = false;
  try {
    copied = document.execCommand('copy');
  } catch {
    // The browser does not know it.
  }
  window.removeEventListener('copy', put, true);
  // Else the link stays selected, to be copied by hand.
  if (copied) before?.focus();
  return copied;
}

/** @param {string} link */
async function copy(link) {
  // A frame may lack the permission that writing needs, and after that refusal the press is over.
  if (window.parent !== window && copyByCommand(link)) return OUTCOME.copied;
  try {
    await navigator.clipboard.writeText(link);
    return OUTCOME.copied;
  } catch {
    return copyByCommand(link) ? OUTCOME.copied : OUTCOME.failed;
  }
}

/** @param {string} url */
async function send(url) {
  try {
    await navigator.share({ title: document.title, url });
    return OUTCOME.none;
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? OUTCOME.none : OUTCOME.failed;
  }
}

/**
 * @param {Explorer} program @param {number} use @param {string} address behind "#"; of code that itself
 * @param {unknown} opened what data was opened, if not what the page's address says
 */
export function useLink(program, use, address, opened) {
  const base = baseOf(opened);
  if (use === USE.prepare) {
    const hasData = opened === undefined || typeof opened === 'string';
    const isPreview = window.name === PREVIEW_NAME;
    withTexts(program, [base], (pointer) => program._explorer_link(pointer, Number(hasSheet(base)), Number(hasData), Number(isPreview)));
    return;
  }
  const page = sharedBase(base);
  const link = use === USE.code ? address : address ? `${page}#${address}` : page;
  (use === USE.sheet ? send(link) : copy(link)).then((outcome) => program._explorer_shared(outcome));
}
