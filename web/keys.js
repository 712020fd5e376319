// @ts-check
// Which keys the program is asked about, and which are the browser's without a question: whatever is held with Alt, all
// that a text field or a composition needs, and every combination with Ctrl or Cmd that is not listed here.

/** In the order of enum AppKey. */
const APP_KEYS = ['Escape', '/', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown',
  '+', '-', '0', 'Enter', ' ', 'F2'];
const OPEN_MENU = APP_KEYS.length;
const CHARACTER = OPEN_MENU + 1;
const HELD = { shift: 1, command: 2, keys: 4 };
/** What may be taken with Ctrl or Cmd. */
const WITH_COMMAND = ['k', 'a', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'Enter'];
/** What a field with a list of options leaves to that list. */
const OF_OPTIONS = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Enter', 'Escape'];
const NATIVE = 'button, a, input, textarea';
/** Whether shortcuts are held with Cmd: Ctrl with a letter edits text there. */
export const HAS_CMD = /Mac|iP(hone|ad|od)/.test(navigator.platform);

/** Whether the key of shortcuts is held. @param {KeyboardEvent | MouseEvent} event */
const holdsCommand = ({ ctrlKey, metaKey }) => (HAS_CMD ? metaKey : ctrlKey);

/** What is held down with a key or a click, and whether that came from no pointer. @param {KeyboardEvent | MouseEvent} event */
export const heldWith = (event) => Number(event.shiftKey) * HELD.shift + Number(holdsCommand(event)) * HELD.command
  + Number(event.detail === 0) * HELD.keys;

/** The key as shortcuts are written: in Latin letters where the keyboard has others, small ones if Caps Lock is on. @param {KeyboardEvent} event */
function latinKey({ key, code, shiftKey, ctrlKey, metaKey }) {
  if ([...key].length !== 1) return key;
  if (key < '\x80') return (ctrlKey || metaKey) && !shiftKey ? key.toLowerCase() : key;
  if (code === 'Slash') return shiftKey ? '?' : '/';
  return /^(?:Key|Digit)(.)$/.exec(code)?.[1].toLowerCase() ?? key;
}

/** @param {KeyboardEvent} event @param {string} key @param {boolean} command @returns {boolean} whether the program is asked */
function isAsked({ ctrlKey, metaKey, altKey, isComposing, target }, key, command) {
  if (altKey || isComposing || (HAS_CMD ? ctrlKey : metaKey)) return false;
  const input = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : null;
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
  const key = latinKey(event);
  if (!isAsked(event, key, holdsCommand(event))) return;
  const opensMenu = key === 'ContextMenu' || (key === 'F10' && event.shiftKey);
  // Tab leaves a menu as Escape does.
  const leavesMenu = key === 'Tab' && event.target instanceof Element && event.target.matches('[role="menuitem"]');
  // Where "+" needs Shift, its key alone will do.
  const known = opensMenu ? OPEN_MENU : leavesMenu ? 0 : APP_KEYS.indexOf(key === '=' ? '+' : key);
  const character = [...key].length === 1;
  if (known < 0 && !character) return;
  if (ask(focused, known < 0 ? CHARACTER : known, heldWith(event), character ? key : '')) event.preventDefault();
}
