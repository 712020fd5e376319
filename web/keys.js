// @ts-check
// Which keys the program is asked about, and which are the browser's without a question: whatever is held with Alt, all
// that a text field or a composition needs, and every combination with Ctrl or Cmd that is not listed here.

/** In the order of enum AppKey. */
const APP_KEYS = ['Escape', '/', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown',
  '+', '-', '0', 'Enter', ' ', 'F2'];
export const OPEN_MENU = APP_KEYS.length;
const CHARACTER = OPEN_MENU + 1;
const HELD = { shift: 1, command: 2 };
/** What may be taken with Ctrl or Cmd. */
const WITH_COMMAND = ['k', 'a', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'Enter'];
/** What a field with a list of options leaves to that list. */
const OF_OPTIONS = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Enter', 'Escape'];
const NATIVE = 'button, a, input';

/** @param {KeyboardEvent} event @returns {boolean} whether the program is asked */
function isAsked({ key, ctrlKey, metaKey, altKey, isComposing, target }) {
  if (altKey || isComposing) return false;
  const command = ctrlKey || metaKey;
  const input = target instanceof HTMLInputElement ? target : null;
  if (command) return key === 'k' || (!input && WITH_COMMAND.includes(key));
  if (input?.getAttribute('role') === 'combobox') return OF_OPTIONS.includes(key);
  // Only Escape, unless a filled search field clears itself by it.
  if (input) return key === 'Escape' && (input.type !== 'search' || input.value === '');
  const native = target instanceof Element && target.matches(NATIVE);
  return !(native && (key === 'Enter' || key === ' '));
}

/**
 * Asks the program about a key.
 * @param {KeyboardEvent} event @param {number} focused the element's
 * @param {(key: number, appKey: number, held: number, text: string) => boolean} ask
 */
export function reportKey(event, focused, ask) {
  if (!isAsked(event)) return;
  const { key, shiftKey, ctrlKey, metaKey } = event;
  // Where "+" needs Shift, its key alone will do.
  const known = APP_KEYS.indexOf(key === '=' ? '+' : key);
  const character = [...key].length === 1;
  if (known < 0 && !character) return;
  const command = ctrlKey || metaKey;
  const held = Number(shiftKey) * HELD.shift + Number(command) * HELD.command;
  if (ask(focused, known < 0 ? CHARACTER : known, held, character ? key : '')) event.preventDefault();
}
