// @ts-check
// Pointers on a surface: an element that answers for every place in it, such as the map. A mouse or pen drags; on
// a touch screen one finger scrolls the page as everywhere, two move and zoom. The wheel zooms with Ctrl alone, so
// that a page around the explorer goes on scrolling; the plain one only where there is nothing to scroll.

import { textScale } from './page_size.js';

/** @typedef {HTMLElement & {explorerKey?: number}} Surface */
/** As enum PointerPhase. */
const PHASE = { hover: 0, leave: 1, press: 2, drag: 3, release: 4, cancel: 5 };
const PAN = 1;
/** How far the wheel turns for twice as near, in px. */
const WHEEL_OCTAVE_PX = 240;
const LINE_PX = 16;

/** Whether the plain wheel would scroll nothing: the page is no part of another one, and all around is in sight. @param {Surface} surface */
function hasWheel(surface) {
  if (window.parent !== window) return false;
  for (let at = surface.parentElement; at; at = at.parentElement) {
    if (at.scrollHeight > at.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(at).overflowY)) return false;
  }
  return true;
}

/**
 * As a press on anything does. A field that kept the focus would go on showing what was typed there, not what a
 * drag chooses.
 * @param {Surface} surface
 */
function takeFocus(surface) {
  const { activeElement } = document;
  if (surface.tabIndex >= 0) surface.focus({ preventScroll: true });
  else if (activeElement instanceof HTMLElement) activeElement.blur();
}

/** Two fingers are the surface's; the browser would scroll with them. @param {TouchEvent} event */
export function keepTwoFingers(event) {
  if (event.touches.length > 1 && event.cancelable) event.preventDefault();
}

/**
 * @param {HTMLElement} root
 * @param {(target: EventTarget | null) => Surface | null} surfaceOf
 * @param {Pick<import('./dom_mirror.js').Reports, 'pointed' | 'zoomed'>} reports
 */
export function watchSurfaces(root, surfaceOf, reports) {
  /** Fingers and buttons that are down, on one surface. @type {Map<number, {x: number, y: number}>} */
  const down = new Map();
  /** @type {Surface | null} */
  let held = null;
  /** @type {Surface | null} */
  let over = null;

  /** @param {Surface} surface @param {{clientX: number, clientY: number}} event */
  const placeIn = (surface, { clientX, clientY }) => {
    const box = surface.getBoundingClientRect();
    return { x: (clientX - box.left) / textScale, y: (clientY - box.top) / textScale };
  };
  /** @param {Surface} surface @param {number} phase @param {{x: number, y: number}} place @param {number} [pan] */
  const report = (surface, phase, { x, y }, pan = 0) =>
    reports.pointed(surface.explorerKey ?? 0, phase, x, y, pan);
  const middle = () => {
    const points = [...down.values()];
    const sum = points.reduce((left, right) => ({ x: left.x + right.x, y: left.y + right.y }));
    return { x: sum.x / points.length, y: sum.y / points.length };
  };
  const spread = () => {
    const [a, b] = [...down.values()];
    return Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));
  };

  /** @param {PointerEvent} event */
  const pressed = (event) => {
    const surface = surfaceOf(event.target);
    if (!surface || event.button > 1 || (held && held !== surface)) return;
    held = surface;
    down.set(event.pointerId, placeIn(surface, event));
    if (event.pointerType === 'touch') {
      // One finger may turn out to be a tap; a second one begins to move the picture.
      report(surface, PHASE.press, middle(), down.size > 1 ? PAN : 0);
      return;
    }
    event.preventDefault();
    takeFocus(surface);
    surface.setPointerCapture(event.pointerId);
    report(surface, PHASE.press, middle(), event.shiftKey || event.button === 1 ? PAN : 0);
  };

  /** @param {PointerEvent} event */
  const moved = (event) => {
    if (held && down.has(event.pointerId)) {
      const before = down.size > 1 ? spread() : 0;
      down.set(event.pointerId, placeIn(held, event));
      const { x, y } = middle();
      if (down.size === 2) reports.zoomed(held.explorerKey ?? 0, x, y, spread() / before);
      report(held, PHASE.drag, { x, y });
      return;
    }
    if (event.pointerType === 'touch' || held) return;
    const surface = surfaceOf(event.target);
    if (over && over !== surface) report(over, PHASE.leave, { x: 0, y: 0 });
    over = surface;
    if (surface) report(surface, PHASE.hover, placeIn(surface, event));
  };

  /** @param {PointerEvent} event */
  const ended = (event) => {
    if (!held || !down.delete(event.pointerId)) return;
    if (down.size > 0) {
      report(held, PHASE.press, middle(), PAN);
      return;
    }
    const phase = event.type === 'pointerup' ? PHASE.release : PHASE.cancel;
    report(held, phase, placeIn(held, event));
    held = null;
  };

  root.addEventListener('pointerdown', pressed);
  root.addEventListener('pointermove', moved);
  root.addEventListener('pointerup', ended);
  root.addEventListener('pointercancel', ended);
  root.addEventListener('pointerleave', () => {
    if (over) report(over, PHASE.leave, { x: 0, y: 0 });
    over = null;
  });
  root.addEventListener('wheel', (event) => {
    const surface = surfaceOf(event.target);
    // Bars do not zoom, so the page does.
    if (!surface || surface.dataset.surface === 'bars' || !(event.ctrlKey || hasWheel(surface))) return;
    event.preventDefault();
    const px = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * LINE_PX : event.deltaY;
    const { x, y } = placeIn(surface, event);
    reports.zoomed(surface.explorerKey ?? 0, x, y, 2 ** (-px / WHEEL_OCTAVE_PX));
  }, { passive: false });
}
