// @ts-check
// The semantic page over the canvas: applies the patches that the program sends (format in
// src/dom/dom_renderer.h) and reports what people do there. All meaning comes from the program.
import { heldWith, reportKey } from './keys.js';
import { textScale } from './page_size.js';
import { keepTwoFingers, watchSurfaces } from './surfaces.js';

/** @typedef {HTMLElement & {explorerKey?: number, explorerContent?: HTMLElement}} Keyed */
/**
 * What the mirror reports; the program's exports.
 * @typedef {object} Reports
 * @property {(key: number, held: number) => void} activated held: see keys.js
 * @property {(key: number, text: string) => void} typed
 * @property {(key: number, x: number, y: number, resting: boolean) => void} scrolled resting: nobody scrolls just now
 * @property {(key: number) => void} hovered
 * @property {(key: number, returned: boolean) => void} focused returned: with the window, which had left with it
 * @property {(key: number, phase: number, dx: number, x: number) => void} dragged
 * @property {(key: number, phase: number, x: number, y: number, pan: number) => void} pointed on a surface, px in it
 * @property {(key: number, x: number, y: number, factor: number) => void} zoomed
 * @property {(key: number, appKey: number, held: number, text: string) => boolean} keyPressed see keys.js
 * @property {(height: number) => void} previewed how high the page in the dialog that embeds would be
 */

const FOCUSABLE = 'input, textarea, button:not([tabindex="-1"]), a[href]:not([tabindex="-1"]), [tabindex="0"]';
const ACTIVE = '[data-act], a[href], input';
const DRAG = { start: 0, move: 1, end: 2, cancel: 3 };
const DRAG_THRESHOLD_PX = 6;
/** As far as the focus ring reaches around an element, and a little more. */
const RING_PX = 6;
/** Without the event `scrollend`: no scroll for so long is its end. */
const REST_MS = 200;
/** What a live region says is heard when nothing has changed, and nobody typed, for so long. */
const PAUSE_MS = 600;

/** The sign of `scrollLeft`, which counts from where the content begins: to the left from the right side. @param {HTMLElement} area */
const beginsAt = (area) => (area.dir === 'rtl' ? -1 : 1);

/**
 * What takes the focus in something that came up: the button that closes it only where there is nothing else.
 * @param {Element} around @returns {HTMLElement | null}
 */
const firstIn = (around) => around.querySelector(`:is(${FOCUSABLE}):not([aria-keyshortcuts=Escape])`) ?? around.querySelector(FOCUSABLE);

/** What is there to be copied is selected with the focus. @param {EventTarget | null} target */
function selectWhole(target) {
  if ((target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.readOnly) target.select();
}

/** What is partly in sight beside others browsers leave there, with its ring cut. @param {EventTarget | null} target has the focus */
function showWhole(target) {
  if (!(target instanceof Element) || !target.matches(':is([role=listitem], [role=columnheader]) button:focus-visible')) return;
  const area = target.closest('.scrolls');
  if (!area || area.scrollWidth <= area.clientWidth) return;
  const around = RING_PX * textScale;
  const box = target.getBoundingClientRect(), room = area.getBoundingClientRect();
  const before = Math.min(box.left - around - room.left, 0), after = Math.max(box.right + around - room.right, 0);
  area.scrollLeft += (before || after) / textScale;
}

export class DomMirror {
  /** @param {HTMLElement} root @param {Reports} reports */
  constructor(root, reports) {
    this.root = root;
    this.reports = reports;
    /** @type {Map<number, Keyed>} */
    this.elements = new Map();
    /** The input whose text the reader is editing: it is not overwritten meanwhile. @type {HTMLInputElement | null} */
    this.typingIn = null;
    /** @type {{dialog: Keyed, opener: HTMLElement | null}[]} */
    this.dialogs = [];
    this.suppressClick = false;
    /** Under the pointer. @type {Keyed | null} */
    this.hovered = null;
    this.hoveredKey = 0;
    /** Where the pointer went down last: what became another row since is not what was meant. */
    this.pressedKey = 0;
    /** What surrounds a focused element that a patch removed. @type {Element | null} */
    this.focusLostIn = null;
    /** A tab or option that was just selected: brought into sight. @type {Keyed | null} */
    this.revealed = null;
    /** Whether an element is on its way to another place: what has the focus in it loses and gets it, which is no news. */
    this.moving = false;
    /** Whether a pointer is down. */
    this.pressing = false;
    /** What had the focus when the window lost it. @type {{target: EventTarget | null, key: number}} */
    this.leftWith = { target: null, key: 0 };
    /** What live regions are about to say. @type {Map<Keyed, {value: string, timer: number}>} */
    this.unsaid = new Map();
    this.listen();
  }

  /** @param {string} patch */
  apply(patch) {
    /** @type {Keyed | null} */
    let focus = null;
    /** @type {Keyed[]} */
    const opened = [];
    for (const operation of patch.split('\x1e')) {
      if (!operation) continue;
      const [kind, keyText, a, b, c] = operation.split('\x1f');
      const key = Number(keyText);
      const element = this.elements.get(key);
      if (kind === '+') {
        this.create(key, Number(a), Number(b), c);
      } else if (!element) {
        continue;
      } else if (kind === '=') {
        this.setAttribute(element, a, b);
        if (a === 'role' && (b === 'dialog' || b === 'menu')) opened.push(element);
      } else if (kind === '~') {
        this.removeAttribute(element, a);
      } else if (kind === '%') {
        this.become(element, Number(a));
      } else if (kind === '-') {
        this.remove(element);
      } else if (kind === '>') {
        this.move(element, this.hostOf(Number(a)), this.elements.get(Number(b)) ?? null);
      } else if (kind === '^') {
        element.scrollTo(Number(a) * beginsAt(element), Number(b));
      } else if (kind === '!') {
        focus = element;
      }
    }
    for (const dialog of opened) this.opened(dialog);
    // What the patch made is no more in reach than the rest.
    if (this.dialogs.length > 0) this.setOthersInert();
    if (this.hovered) this.hover(this.hovered);
    this.revealed?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.revealed = null;
    focus?.focus();
    this.keepFocus();
    this.clipRing();
  }

  /** The focus goes with what has it. @param {Keyed} element @param {HTMLElement} parent @param {Keyed | null} before */
  move(element, parent, before) {
    const { activeElement } = document;
    const focused = element.contains(activeElement) && activeElement;
    this.moving = true;
    parent.insertBefore(element, before);
    if (focused instanceof HTMLElement && document.activeElement !== focused) focused.focus({ preventScroll: true });
    this.moving = false;
  }

  /** The header that sticks over the rows is see-through over the canvas: the ring around what is below it ends there. */
  clipRing() {
    const cell = document.activeElement;
    const head = cell?.closest('.scrolls')?.querySelector(':scope > .content > .sticky');
    if (!(cell instanceof HTMLElement) || !head || head.contains(cell)) return;
    const hidden = (head.getBoundingClientRect().bottom - cell.getBoundingClientRect().top) / textScale;
    cell.style.clipPath = hidden > 0 ? `inset(${hidden}px 0 0)` : '';
  }

  /** Where the focused element went away, what is around it takes the focus, so that the keyboard goes on there. */
  keepFocus() {
    const around = this.focusLostIn;
    this.focusLostIn = null;
    if (!around?.isConnected || document.activeElement !== document.body) return;
    // From beside the table back to where the keyboard was in it.
    const place = around.querySelector('[role=grid] [tabindex="0"]') ?? firstIn(around);
    /** @type {HTMLElement | null} */ (place)?.focus({ preventScroll: true });
  }

  /** @param {number} key */
  hostOf(key) {
    const parent = this.elements.get(key);
    return parent ? (parent.explorerContent ?? parent) : this.root;
  }

  /** @param {number} key @param {number} parent @param {number} before @param {string} tag */
  create(key, parent, before, tag) {
    /** @type {Keyed} */
    const element = document.createElement(tag);
    element.explorerKey = key;
    this.elements.set(key, element);
    this.hostOf(parent).insertBefore(element, this.elements.get(before) ?? null);
  }

  /** @param {Keyed} element @param {string} name @param {string} value */
  setAttribute(element, name, value) {
    if (name === 'text' && element.dataset.waits) {
      this.sayLater(element, value);
    } else if (name === 'text') {
      const first = element.firstChild;
      if (first?.nodeType === Node.TEXT_NODE) first.nodeValue = value;
      else element.prepend(document.createTextNode(value));
    } else if (name === 'style') {
      element.style.cssText = value;
    } else if (name === 'picture') {
      this.draw(element, value);
    } else if (name === 'value') {
      element.dataset.value = value;
      const input = /** @type {HTMLInputElement} */ (/** @type {unknown} */ (element));
      if (input !== this.typingIn && input.value !== value) input.value = value;
      if (input === document.activeElement) selectWhole(input);
    } else {
      element.setAttribute(name, value);
      if (name === 'data-frame') {
        import('./embed_preview.js').then(({ preview }) => preview(element, value, this.reports.previewed), () => {});
      }
      const zooms = name === 'data-surface' && value !== 'bars';
      if (zooms) element.addEventListener('touchmove', keepTwoFingers, { passive: false });
      // Where rows stand the program knows, who also knows where Back leads; marked ones stay where they are.
      const chosen = name === 'aria-selected' && value === 'true';
      if (chosen && element.getAttribute('role') !== 'row') this.revealed = element;
      if (name === 'class' && value.includes('scrolls') && !element.explorerContent) {
        element.explorerContent = document.createElement('div');
        element.explorerContent.className = 'content';
        element.explorerContent.setAttribute('role', 'presentation');
        element.append(element.explorerContent);
      }
    }
  }

  /** Only what it comes to in the end. @param {Keyed} element a live region @param {string} value */
  sayLater(element, value) {
    clearTimeout(this.unsaid.get(element)?.timer);
    this.unsaid.delete(element);
    if (element.textContent === value) return;
    const timer = window.setTimeout(() => {
      this.unsaid.delete(element);
      element.textContent = value;
    }, PAUSE_MS);
    this.unsaid.set(element, { value, timer });
  }

  /**
   * Puts a drawing under what is in the element. Its markup is shapes in one root, without texts (src/view/picture_svg.h):
   * read here, since no text is ever given to the browser as HTML.
   * @param {Keyed} element @param {string} svg empty: none
   */
  draw(element, svg) {
    element.querySelector(':scope > svg')?.remove();
    const [root, ...shapes] = Array.from(svg.matchAll(/<(\w+)([^>]*)/g), ([, tag, attributes]) => {
      const shape = document.createElementNS('http://www.w3.org/2000/svg', tag);
      for (const [, name, value] of attributes.matchAll(/([\w-]+)="([^"]*)"/g)) if (name !== 'xmlns') shape.setAttribute(name, value);
      return shape;
    });
    if (!root) return;
    root.append(...shapes);
    root.setAttribute('aria-hidden', 'true');
    element.insertBefore(root, element.firstElementChild);
  }

  /** @param {Keyed} element @param {string} name */
  removeAttribute(element, name) {
    if (name === 'text' && element.dataset.waits) {
      this.sayLater(element, '');
    } else if (name === 'text') {
      if (element.firstChild?.nodeType === Node.TEXT_NODE) element.firstChild.remove();
    } else if (name === 'style') {
      element.style.cssText = '';
    } else if (name === 'picture') {
      this.draw(element, '');
    } else {
      element.removeAttribute(name);
    }
  }

  /** Another row from here on: neither focus nor selection go with it. @param {Keyed} element @param {number} key */
  become(element, key) {
    this.elements.delete(element.explorerKey ?? 0);
    element.explorerKey = key;
    this.elements.set(key, element);
    if (this.loseFocus(element)) /** @type {HTMLElement} */ (document.activeElement).blur();
    const selection = getSelection();
    if (selection && !selection.isCollapsed && element.contains(selection.anchorNode)) selection.removeAllRanges();
  }

  /** Before an element goes: whether the focus is in it. @param {Element} element */
  loseFocus(element) {
    const focused = element.contains(document.activeElement);
    if (focused) {
      this.focusLostIn = element.parentElement?.closest('[role=dialog], aside, main') ?? this.root.querySelector('main');
    }
    return focused;
  }

  /** @param {Keyed} element */
  remove(element) {
    this.loseFocus(element);
    const closing = this.dialogs.findIndex(({ dialog }) => element.contains(dialog));
    element.remove();
    for (const inside of [element, ...element.querySelectorAll('*')]) {
      const key = /** @type {Keyed} */ (inside).explorerKey;
      if (key !== undefined && this.elements.get(key) === inside) this.elements.delete(key);
    }
    if (closing < 0) return;
    const { opener } = this.dialogs[closing];
    this.dialogs.length = closing;
    this.setOthersInert();
    if (opener?.isConnected) opener.focus();
    else this.focusLostIn = this.root.querySelector('main');
  }

  /** @param {Keyed} dialog */
  opened(dialog) {
    const opener = /** @type {HTMLElement | null} */ (document.activeElement);
    this.dialogs.push({ dialog, opener });
    this.setOthersInert();
    firstIn(dialog)?.focus({ preventScroll: true });
  }

  /** While a modal dialog is open, nothing outside of it can be reached. */
  setOthersInert() {
    const top = this.dialogs.at(-1)?.dialog;
    /** @type {Set<Element>} */
    const others = new Set();
    let at = top?.getAttribute('aria-modal') === 'true' ? /** @type {HTMLElement} */ (top) : this.root;
    for (; at !== this.root && at.parentElement; at = at.parentElement) {
      for (const sibling of at.parentElement.children) {
        // The curtain behind the dialog still takes the click that closes it.
        const curtain = sibling.matches('[aria-hidden=true][data-act]');
        const isHeard = sibling.matches('[data-waits]');
        if (sibling !== at && !curtain && !isHeard) others.add(sibling);
      }
    }
    for (const element of this.root.querySelectorAll('[inert]')) element.toggleAttribute('inert', others.has(element));
    for (const element of others) element.toggleAttribute('inert', true);
  }

  /** @param {EventTarget | null} target @param {string} [selector] @returns {Keyed | null} */
  keyed(target, selector) {
    let at = target instanceof Element ? target : null;
    while (at && at !== this.root) {
      if (/** @type {Keyed} */ (at).explorerKey !== undefined && (!selector || at.matches(selector))) {
        return /** @type {Keyed} */ (at);
      }
      at = at.parentElement;
    }
    return null;
  }

  listen() {
    const { root, reports } = this;
    root.addEventListener('click', (event) => this.clicked(event));
    // On the document: Escape and the search key work too while nothing has the focus.
    document.addEventListener('keydown', (event) => this.keyDown(event));
    root.addEventListener('input', (event) => {
      const element = this.keyed(event.target, '[data-input]');
      if (!element) return;
      for (const [region, { value }] of [...this.unsaid]) this.sayLater(region, value);
      this.typingIn = /** @type {HTMLInputElement} */ (/** @type {unknown} */ (element));
      reports.typed(element.explorerKey ?? 0, this.typingIn.value);
    });
    root.addEventListener('focusin', (event) => {
      if (this.moving) return;
      selectWhole(event.target);
      const key = this.keyed(event.target)?.explorerKey ?? 0;
      const returned = this.leftWith.target === event.target && this.leftWith.key === key;
      this.leftWith = { target: null, key: 0 };
      if (!returned) showWhole(event.target);
      reports.focused(key, returned);
    });
    root.addEventListener('focusout', ({ target, relatedTarget }) => {
      if (this.moving) return;
      if (target instanceof HTMLElement) target.style.clipPath = '';
      this.stopTyping();
      if (this.keyed(relatedTarget)) return;
      // Given up neither to anything nor by a press beside it: the window goes, and may come back with it. Whether it
      // has gone is told later, if at all.
      if (!this.pressing) this.leftWith = { target, key: this.keyed(target)?.explorerKey ?? 0 };
      reports.focused(0, false);
    });
    addEventListener('pointerdown', () => { this.pressing = true; }, true);
    for (const type of ['pointerup', 'pointercancel']) addEventListener(type, () => { this.pressing = false; }, true);
    this.listenToScrolls();
    root.addEventListener('pointerover', (event) => {
      if (event.pointerType !== 'touch') this.hover(this.keyed(event.target));
    });
    root.addEventListener('pointerleave', () => this.hover(null));
    root.addEventListener('pointerdown', (event) => this.pointerDown(event));
    // With Shift a click marks rows; it selects no text then.
    root.addEventListener('mousedown', (event) => {
      const marks = event.shiftKey && this.keyed(event.target, '[role=row][data-act]');
      if (marks && getSelection()?.isCollapsed !== false) event.preventDefault();
    });
    watchSurfaces(root, (target) => this.keyed(target, '[data-surface]'), reports);
  }

  listenToScrolls() {
    /** @param {Event} event @param {boolean} resting */
    const report = ({ target }, resting) => {
      const area = /** @type {Keyed} */ (target);
      const { explorerKey, scrollLeft, scrollTop } = area;
      if (explorerKey !== undefined) {
        this.reports.scrolled(explorerKey, scrollLeft * beginsAt(area), scrollTop, resting);
      }
    };
    const hasEnd = 'onscrollend' in window;
    let restTimer = 0;
    const options = { capture: true, passive: true };
    this.root.addEventListener('scroll', (event) => {
      report(event, false);
      this.clipRing();
      if (hasEnd) return;
      clearTimeout(restTimer);
      restTimer = window.setTimeout(() => report(event, true), REST_MS);
    }, options);
    this.root.addEventListener('scrollend', (event) => report(event, true), options);
  }

  /** Reported again if the element under the pointer became another one. @param {Keyed | null} element */
  hover(element) {
    const key = element?.isConnected ? element.explorerKey ?? 0 : 0;
    const isNews = element !== this.hovered || key !== this.hoveredKey;
    this.hovered = element;
    this.hoveredKey = key;
    if (isNews) this.reports.hovered(key);
  }

  stopTyping() {
    const input = this.typingIn;
    this.typingIn = null;
    if (input && input.dataset.value !== undefined && input.value !== input.dataset.value) {
      input.value = input.dataset.value;
    }
  }

  /** @param {MouseEvent} event */
  clicked(event) {
    if (this.suppressClick) {
      this.suppressClick = false;
      return;
    }
    const element = this.keyed(event.target, ACTIVE);
    if (!element || element.dataset.act === undefined) return;
    if (event.detail > 0 && this.pressedKey !== element.explorerKey) return;
    if (!getSelection()?.isCollapsed && element.matches('[role=row], [role=listitem]')) return;
    this.stopTyping();
    this.reports.activated(element.explorerKey ?? 0, heldWith(event));
  }

  /** @param {KeyboardEvent} event */
  keyDown(event) {
    const { target } = event;
    // What has the focus elsewhere on the page has its keys.
    if (target instanceof Element && target !== document.body && !this.root.contains(target)) return;
    const element = this.keyed(target);
    const native = event.target instanceof Element && event.target.matches('button, a, input, textarea');
    const pressed = (event.key === 'Enter' || event.key === ' ') && !event.ctrlKey && !event.metaKey && !event.altKey;
    // Space presses a link only where it is an item of a menu. What it does with a row the program knows.
    const item = event.key === ' ' && element?.matches('a[role=menuitem]');
    if (item || (!native && element?.dataset.act !== undefined && pressed && !element.matches('[role=row]'))) {
      event.preventDefault();
      if (item) element?.click();
      else this.reports.activated(element?.explorerKey ?? 0, heldWith(event));
      return;
    }
    reportKey(event, element?.explorerKey ?? 0, this.reports.keyPressed);
  }

  /** @param {PointerEvent} event */
  pointerDown(event) {
    this.suppressClick = false;
    this.pressedKey = this.keyed(event.target, ACTIVE)?.explorerKey ?? 0;
    const element = this.keyed(event.target, '[data-drag]');
    if (!element || event.button !== 0) return;
    const resize = element.dataset.drag === 'resize';
    if (!resize && event.pointerType === 'touch') return;
    const key = element.explorerKey ?? 0;
    const startX = event.clientX;
    let dragging = resize;
    /** @param {number} phase @param {number} dx @param {number} x */
    const report = (phase, dx, x) => this.reports.dragged(key, phase, dx / textScale, x / textScale);
    if (resize) {
      event.preventDefault();
      report(DRAG.start, 0, startX);
    }
    const controller = new AbortController();
    const options = { signal: controller.signal };
    /** @param {PointerEvent} move */
    const moved = (move) => {
      if (move.pointerId !== event.pointerId) return;
      const dx = move.clientX - startX;
      if (!dragging && Math.abs(dx) > DRAG_THRESHOLD_PX) {
        dragging = true;
        report(DRAG.start, 0, startX);
      }
      if (dragging) report(DRAG.move, dx, move.clientX);
    };
    /** @param {PointerEvent} end */
    const ended = (end) => {
      if (end.pointerId !== event.pointerId) return;
      controller.abort();
      if (!dragging) return;
      this.suppressClick = true;
      setTimeout(() => { this.suppressClick = false; }, 0);
      const phase = end.type === 'pointerup' ? DRAG.end : DRAG.cancel;
      report(phase, end.clientX - startX, end.clientX);
    };
    window.addEventListener('pointermove', moved, options);
    window.addEventListener('pointerup', ended, options);
    window.addEventListener('pointercancel', ended, options);
  }
}
