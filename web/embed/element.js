// @ts-check
// Buttons for the methods of the element on this page, and a list of what it tells.

/** @typedef {import('../npm/embed.d.ts').ArticleExplorerElement} ArticleExplorerElement */

const MOST_LINES = 50;
const explorer = /** @type {ArticleExplorerElement} */ (document.getElementById('live'));
const form = /** @type {HTMLFormElement} */ (document.getElementById('commands'));
const log = /** @type {HTMLElement} */ (document.getElementById('log'));

/** @param {string} what @param {unknown} detail */
function tell(what, detail) {
  const line = document.createElement('p');
  line.textContent = `${what} ${JSON.stringify(detail)}`;
  log.append(line);
  if (log.childElementCount > MOST_LINES) log.firstElementChild?.remove();
  log.scrollTop = log.scrollHeight;
}

for (const type of ['ready', 'statechange', 'rowopen', 'height', 'error']) {
  explorer.addEventListener(type, (event) => tell(type, /** @type {CustomEvent} */ (event).detail));
}

/** @param {string} name */
function send(name) {
  if (name === 'setQuery') return explorer.setQuery(String(new FormData(form).get('query')));
  if (name === 'setView') return explorer.setView('videos');
  if (name === 'setTheme') return explorer.setTheme('dark');
  return explorer.getState();
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const { value } = /** @type {HTMLButtonElement} */ (event.submitter);
  send(value).then((state) => tell(`${value}:`, state), ({ message }) => tell(`${value} failed:`, message));
});
form.hidden = false;
