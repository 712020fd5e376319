// @ts-check
// In a frame, when the host page gives the frame the focus again, it goes back to where it was: some browsers forget
// that once an element of the host has had it.

/** @param {HTMLElement} root of what can have the focus */
export function keepFocus(root) {
  /** @typedef {HTMLElement & {explorerKey?: number}} Keyed */
  /** @type {Keyed | null} */
  let last = null;
  /** What the element stood for: it may have become something else meanwhile. @type {number | undefined} */
  let key;
  /** A pointer says itself where the focus goes. */
  let pointed = false;
  root.addEventListener('focusin', ({ target }) => {
    last = /** @type {Keyed} */ (target);
    key = last.explorerKey;
  });
  addEventListener('blur', () => { pointed = false; });
  addEventListener('pointerdown', () => {
    pointed = true;
    setTimeout(() => {
      // Given up in here, not by going away: of that, the focus tells before the window does.
      if (document.activeElement === document.body) last = null;
    });
  }, true);
  // Later, so that Tab has gone where it leads.
  addEventListener('focus', () => setTimeout(() => {
    if (pointed || document.activeElement !== document.body) return;
    if (last?.isConnected && last.explorerKey === key) last.focus({ preventScroll: true });
  }));
}
