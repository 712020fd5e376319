// @ts-check
// Plays the sites that listen to frames already, and shows which messages came.

const frame = /** @type {HTMLIFrameElement} */ (document.getElementById('datawrapper-chart-places'));
const listener = /** @type {HTMLSelectElement} */ (document.getElementById('listener'));
/** The last height in each of them. @type {Map<string, number>} */
const heights = new Map();

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whose message it is, and the height in it. @param {any} data @returns {[string, unknown] | undefined} */
function read(data) {
  if (typeof data === 'string') {
    const message = parse(data);
    return message?.context === 'iframe.resize' ? ['medium', message.height] : undefined;
  }
  if (data?.['datawrapper-height']) return ['datawrapper', data['datawrapper-height'][frame.name]];
  if (data?.sentinel === 'amp' && data.type === 'embed-size') return ['amp', data.height];
  return data?.type === 'iframe-resized' ? ['resizer', data.height] : undefined;
}

function obey() {
  const height = heights.get(listener.value);
  if (height) frame.style.height = `${height}px`;
}

addEventListener('message', ({ source, data }) => {
  const found = source === frame.contentWindow ? read(data) : undefined;
  if (!found || typeof found[1] !== 'number') return;
  heights.set(found[0], found[1]);
  const shown = document.getElementById(found[0]);
  if (shown) shown.textContent = typeof data === 'string' ? data : JSON.stringify(data);
  obey();
});
listener.addEventListener('change', obey);
// What was said before this script listened.
frame.contentWindow?.postMessage({ type: 'iframe-child-init' }, '*');
