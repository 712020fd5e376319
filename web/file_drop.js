// @ts-check
// A file dragged over the page: a hint that it may be dropped, and its opening. Loaded with the first drag.
import { say } from './download.js';

const HINT_STYLE = 'position:fixed;inset:12px;z-index:9;display:grid;place-items:center;pointer-events:none;'
  + 'border:2px dashed var(--accent);border-radius:12px;font:var(--f-title);color:var(--ink);'
  + 'background:color-mix(in srgb,var(--bg) 88%,transparent)';
/** dragover comes several times a second while the file is over the page; without one it has left. */
const LEFT_MS = 600;

/** @param {DragEvent} event */
const hasFile = (event) => event.dataTransfer?.types.includes('Files') ?? false;

/** @param {() => boolean} may else a file that is dropped does nothing at all @param {(file: File) => void} open */
export function watchFileDrop(may, open) {
  const hint = document.createElement('div');
  hint.style.cssText = HINT_STYLE;
  hint.setAttribute('role', 'status');
  let timer = 0;
  const hide = () => hint.remove();
  /** @param {DragEvent} event */
  const over = (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = may() ? 'copy' : 'none';
    if (!may()) return;
    clearTimeout(timer);
    timer = setTimeout(hide, LEFT_MS);
    if (hint.isConnected) return;
    document.body.append(hint);
    hint.textContent = say('DropFile');
  };
  document.addEventListener('dragenter', over);
  document.addEventListener('dragover', over);
  document.addEventListener('drop', (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    hide();
    const file = event.dataTransfer?.files[0];
    if (file && may()) open(file);
  });
}
