// @ts-check
// Copying rows and pasting a query, by the browser's own events alone: so it needs no permission, and browsers that let
// a page write only within the reader's own gesture (Safari) let it. What there is to copy the program says.
import { answerOf, withTexts } from './program_memory.js';

/** @typedef {import('./explorer.mjs').Explorer} Explorer */
/** As of explorer_copy(). */
const PART = { plain: 0, html: 1, any: 2 };
const MOST_PASTED = 2000;

/** Whether a text is being edited. */
const isEditing = () => document.activeElement?.closest('input, textarea, [contenteditable]') != null;

/** Whether the browser knows better what is to be copied: from a field, or a text that is selected. */
const isTheBrowsers = () => isEditing() || !(getSelection()?.isCollapsed ?? true);

/** @param {Explorer} program @param {number} part */
const read = (program, part) => answerOf(program, program._explorer_copy(part));

/**
 * @param {Explorer} program
 * @returns {() => boolean} copies what the program has just asked for; false if the browser does not let it
 */
export function watchClipboard(program) {
  let asked = false;
  let copied = false;
  // Without a selection Safari offers to copy only if somebody is going to.
  document.addEventListener('beforecopy', (event) => {
    if (!isTheBrowsers() && program._explorer_copy(PART.any)) event.preventDefault();
  });
  // The same with pasting where nothing is edited.
  document.addEventListener('beforepaste', (event) => {
    if (!isEditing()) event.preventDefault();
  });
  document.addEventListener('copy', (event) => {
    const { clipboardData } = event;
    if (!clipboardData || (!asked && isTheBrowsers())) return;
    const plain = read(program, PART.plain);
    if (!plain) return;
    event.preventDefault();
    clipboardData.setData('text/plain', plain);
    const html = read(program, PART.html);
    // Without it, it is a text of another format.
    if (html) {
      clipboardData.setData('text/tab-separated-values', plain);
      clipboardData.setData('text/html', html);
    }
    copied = true;
  });
  document.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain').slice(0, MOST_PASTED).replace(/\s+/g, ' ').trim();
    /** Where there is none, readers may not search. @type {HTMLElement | null} */
    const field = document.querySelector('#mirror [role="search"] input');
    if (!text || !field || isEditing()) return;
    if (document.querySelector('#mirror [aria-modal="true"]')) return;
    // Else it would also be put into the field that is about to have the focus.
    event.preventDefault();
    withTexts(program, [text], (query) => program._explorer_set_query(query));
    field.focus();
  });
  return () => {
    const place = document.createElement('span');
    place.textContent = ' ';
    document.body.append(place);
    const selection = getSelection();
    const before = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
    // Some browsers copy nothing, and ask nobody, where nothing is selected.
    selection?.selectAllChildren(place);
    asked = true;
    copied = false;
    document.execCommand('copy');
    asked = false;
    place.remove();
    selection?.removeAllRanges();
    if (before) selection?.addRange(before);
    return copied;
  };
}
