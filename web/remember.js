// @ts-check
// Keeps in this browser's local storage what the program wants remembered (src/state/memory.h): one short text for each
// dataset, and nothing else. Where storage is refused or full all works without. Loaded when there is first something
// to remember.

/** Nothing is written before nothing has changed for so long. */
const PAUSE_MS = 500;

/** @typedef {{name: string, text: string}} Memory text: empty for nothing */
/** @type {Memory | undefined} */
let unwritten;
let timer = 0;

function write() {
  clearTimeout(timer);
  if (!unwritten) return;
  const { name, text } = unwritten;
  unwritten = undefined;
  try {
    if (text) localStorage.setItem(name, text);
    else localStorage.removeItem(name);
  } catch {
    // Refused or full.
  }
}

/** @param {Memory} memory looked at when it is written: what was forgotten at once, all else after a pause */
export function remember(memory) {
  unwritten = memory;
  clearTimeout(timer);
  if (memory.text) timer = window.setTimeout(write, PAUSE_MS);
  else write();
}

addEventListener('pagehide', write);
document.addEventListener('visibilitychange', write);
