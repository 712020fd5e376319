// @ts-check
// Keeps the state in the page's address (src/state/address.h): as a new entry of the history where the reader goes
// somewhere, else in the entry that is there. Each entry keeps what was scrolled to and what had the focus. Where the
// history may not be touched, as in some sandboxes, the address is in the dialog with the link alone. Loaded when the
// address first changes.
import { answerOf, withTexts } from './program_memory.js';

/** @typedef {import('./explorer.mjs').Explorer} Explorer */

/** Nothing is written before nothing has changed for so long: browsers refuse more than a hundred writes in 30 s. */
const WRITE_MS = 300;
/** What was refused is tried once more. */
const RETRY_MS = 10_000;
/** As enum AddressVisit. */
const VISIT = { opened: 0, returned: 1 };

/** What an entry of this page keeps; nothing of entries that others made. @param {any} state @returns {{number: number, marks: string} | undefined} */
function entryOf(state) {
  const entry = state?.explorer;
  return typeof entry?.number === 'number' && typeof entry.marks === 'string' ? entry : undefined;
}

export class AddressBook {
  /** @param {Explorer} program @param {unknown} state of the history when the page started */
  constructor(program, state) {
    this.program = program;
    /** Of the entry that the page is at, and the highest one given. */
    this.number = this.last = entryOf(state)?.number ?? 0;
    /** How things stood where the reader left, by entry. @type {Map<number, string>} */
    this.marks = new Map();
    /** @type {string | undefined} */
    this.unwritten = undefined;
    this.timer = 0;
    addEventListener('pagehide', () => this.put('replaceState', this.unwritten, this.standing()));
  }

  /**
   * The state has another address.
   * @param {string} text behind "#" @param {boolean} push whether Back is to lead to the one before
   * @param {string} left how things stood there
   */
  write(text, push, left) {
    // An entry made in a frame would be one more step of the Back button of the page around it, whose readers want to
    // leave that page with it.
    if (push && window.parent === window) {
      this.marks.set(this.number, left);
      this.put('replaceState', this.unwritten, left);
      const from = this.number;
      this.number = this.last + 1;
      this.unwritten = undefined;
      if (this.put('pushState', text)) {
        this.last = this.number;
        return;
      }
      this.number = from;
    }
    this.unwritten = text;
    this.flushAfter(WRITE_MS, true);
  }

  /** @param {number} wait @param {boolean} again whether to try once more if it is refused */
  flushAfter(wait, again) {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      if (this.unwritten === undefined) return;
      if (this.put('replaceState', this.unwritten)) this.unwritten = undefined;
      else if (again) this.flushAfter(RETRY_MS, false);
    }, wait);
  }

  /**
   * @param {'pushState' | 'replaceState'} how @param {string | undefined} text undefined: the address as it is
   * @param {string} marks
   */
  put(how, text, marks = '') {
    try {
      // Without a state there is no "#" either.
      const address = text === '' ? location.href.split('#')[0] : text && `#${text}`;
      history[how]({ explorer: { number: this.number, marks } }, '', address);
      return true;
    } catch {
      return false;
    }
  }

  /** How things stand: what App::marks says, or nothing where the program is gone. */
  standing() {
    try {
      return answerOf(this.program, this.program._explorer_marks());
    } catch {
      return '';
    }
  }

  /** The page is at another entry. @param {unknown} state of it @param {string} text behind "#" */
  moved(state, text) {
    this.marks.set(this.number, this.standing());
    this.unwritten = undefined;
    const entry = entryOf(state);
    this.number = entry ? entry.number : this.last += 1;
    this.last = Math.max(this.last, this.number);
    const marks = this.marks.get(this.number) ?? entry?.marks ?? '';
    withTexts(this.program, [text, marks], (address, kept) => {
      this.program._explorer_open(address, entry ? VISIT.returned : VISIT.opened, kept);
    });
  }
}
