// @ts-check
// A file from the page to the browser's downloads, and whether the pages around this one let it through.

/** How long a browser may take to fetch what it was handed. */
const KEPT_MS = 60_000;

/**
 * The pages around this one need not say.
 * @returns {'open' | 'unsure' | 'blocked'}
 */
export function reach() {
  if (window.parent === window) return 'open';
  const frame = window.frameElement;
  if (!frame) return 'unsure';
  const { sandbox } = /** @type {HTMLIFrameElement} */ (frame);
  if (frame.hasAttribute('sandbox') && !sandbox.contains('allow-downloads')) return 'blocked';
  return window.parent === window.top ? 'open' : 'unsure';
}

/** @param {string} name @param {Blob} blob */
export function handOver(name, blob) {
  const link = document.createElement('a');
  link.download = name;
  link.href = URL.createObjectURL(blob);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
