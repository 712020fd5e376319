// @ts-check
// When a reader asks for the menu of a row: by the right button, the menu key, or a long press. Browsers that have a
// menu of their own for what was pressed (a selected text, a link, a field) show that, and so they do with Shift.
import { textScale } from './page_size.js';

const LONG_PRESS_MS = 500;
const LONG_PRESS_PX = 10;
const OWN_MENU = 'a[href], input';
const RIGHT = 2;

/**
 * @param {import('./dom_mirror.js').DomMirror} mirror
 * @param {(key: number, x: number, y: number) => boolean} ask whether a menu opens; x is negative where there is no pointer
 */
export function watchMenuRequests(mirror, ask) {
  const { root } = mirror;
  /** The press that may become a long one. @type {{id: number, x: number, y: number, timer: number} | null} */
  let press = null;
  /** Whether the last press opened the menu: neither its end nor the browser's own event does anything then. */
  let opened = false;

  const stop = () => {
    if (press) clearTimeout(press.timer);
    press = null;
  };
  /** The keyboard goes on there when the menu closes. @param {EventTarget | null} target @param {number} x @param {number} y */
  const open = (target, x, y) => {
    const row = mirror.keyed(target, '[role=row][data-act]');
    if (!row) return false;
    mirror.keyed(target, '[tabindex]')?.focus({ preventScroll: true });
    return ask(mirror.keyed(target)?.explorerKey ?? 0, x / textScale, y / textScale);
  };
  /** @param {EventTarget | null} target */
  const isTheBrowsers = (target) => !(getSelection()?.isCollapsed ?? true)
    || (target instanceof Element && target.closest(OWN_MENU) !== null);

  root.addEventListener('contextmenu', (event) => {
    stop();
    const { target, clientX, clientY, shiftKey, button, ctrlKey } = event;
    const inMenu = target instanceof Element && target.closest('[role=menu]') !== null;
    const { pointerType } = /** @type {PointerEvent} */ (event);
    const byFinger = pointerType === 'touch' || pointerType === 'pen';
    const byKey = button !== RIGHT && !byFinger && !ctrlKey;
    if (inMenu || (opened && !byKey)) return event.preventDefault();
    if ((shiftKey && !byKey) || isTheBrowsers(target)) return;
    if (!open(target, byKey ? -1 : clientX, clientY)) return;
    event.preventDefault();
    opened = byFinger;
  });
  root.addEventListener('pointerdown', (event) => {
    stop();
    opened = false;
    const { pointerId, pointerType, isPrimary, target, clientX, clientY } = event;
    if (pointerType === 'mouse' || !isPrimary || isTheBrowsers(target)) return;
    const timer = window.setTimeout(() => {
      press = null;
      opened = open(target, clientX, clientY);
    }, LONG_PRESS_MS);
    press = { id: pointerId, x: clientX, y: clientY, timer };
  });
  root.addEventListener('pointermove', ({ pointerId, clientX, clientY }) => {
    if (press?.id === pointerId && Math.hypot(clientX - press.x, clientY - press.y) > LONG_PRESS_PX) stop();
  });
  // On the page: the curtain behind the menu lies under the finger by now.
  window.addEventListener('pointerup', () => {
    stop();
    if (!opened) return;
    mirror.suppressClick = true;
    setTimeout(() => { mirror.suppressClick = false; }, 0);
  });
  window.addEventListener('pointercancel', stop);
  root.addEventListener('scroll', stop, { capture: true, passive: true });
}
