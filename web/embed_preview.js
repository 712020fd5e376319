// @ts-check
// The frame in the dialog that embeds (src/view/build_embed.h): this same page once more, as it would stand in somebody
// else's. Loaded when there is such a frame.
import { VERSION } from './host_protocol.js';

/** By which a page knows that it is such a preview: it offers none within itself. */
export const PREVIEW_NAME = 'article-explorer-preview';
/** Another address is shown when it has stood for so long: a page that is begun for each press is never seen. */
const PAUSE_MS = 400;

class Preview {
  /** @param {HTMLIFrameElement} frame @param {(height: number) => void} tellHeight */
  constructor(frame, tellHeight) {
    this.frame = frame;
    this.timer = 0;
    try {
      // The attribute would come too late: the frame is there already.
      if (frame.contentWindow) frame.contentWindow.name = PREVIEW_NAME;
    } catch {
      // In a sandbox without an origin.
    }
    frame.addEventListener('load', () => this.watchKeys());
    /** @param {MessageEvent} message */
    const hear = ({ source, data }) => {
      if (!frame.isConnected) return removeEventListener('message', hear);
      if (source !== frame.contentWindow || data?.articleExplorer !== VERSION || data.event !== 'height') return;
      const height = data.detail?.height;
      if (Number.isFinite(height)) tellHeight(height);
    };
    addEventListener('message', hear);
  }

  /** @param {string} address of this page's own host; all others are refused */
  show(address) {
    const { href, origin, protocol } = new URL(address, location.href);
    if (origin !== location.origin || !/^https?:$/.test(protocol)) return;
    clearTimeout(this.timer);
    if (!this.frame.src) {
      this.frame.src = href;
      return;
    }
    this.timer = window.setTimeout(() => {
      // In place of what is there: to set `src` would be one more step of the page's Back button.
      if (this.frame.isConnected) this.frame.contentWindow?.location.replace(href);
    }, PAUSE_MS);
  }

  /** Escape leads out again, where the page in the frame has nothing to close. Tab does so by itself. */
  watchKeys() {
    const { frame } = this;
    try {
      frame.contentWindow?.addEventListener('keydown', ({ key, target, defaultPrevented }) => {
        const { type, value } = /** @type {HTMLInputElement} */ (target);
        const clearsItself = type === 'search' && value !== '';
        if (key !== 'Escape' || defaultPrevented || clearsItself) return;
        frame.closest('[role="dialog"]')?.querySelector('textarea')?.focus();
      });
    } catch {
      // In a sandbox without an origin its keys are its own.
    }
  }
}

/** @type {WeakMap<Element, Preview>} */
const previews = new WeakMap();

/** @param {Element} element a frame @param {string} address @param {(height: number) => void} tellHeight of what is in it */
export function preview(element, address, tellHeight) {
  const known = previews.get(element) ?? new Preview(/** @type {HTMLIFrameElement} */ (element), tellHeight);
  previews.set(element, known);
  known.show(address);
}
