// @ts-check
// What this visit asks for: the options of the page's address, the state behind "#", and what the browser remembers.

/** What not every page may have. @template T @param {() => T} read @param {T} otherwise */
export function attempt(read, otherwise) {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

export const options = new URLSearchParams(location.search);
/** The bundled dataset. */
export const datasetAddress = document.documentElement.dataset.dataset ?? 'articles.json';
/** Whether the address asks for another one. */
export const isOther = options.has('data') || options.has('demo');

/** The state that the address says (src/state/address.h), and what the history keeps with it. */
export const visited = () => ({
  address: attempt(() => location.hash.slice(1), ''),
  state: attempt(() => history.state, null),
});
export const firstVisit = visited();

/** In a page around this one. */
export const framed = parent !== window;
/** There, or a part alone: what is seen is that page's choice. */
export const embedded = framed || !['', 'full'].includes((options.get('ui') ?? '').trim().toLowerCase());

/** What this browser remembers of the dataset (src/state/memory.h), and under which name. Without one it may not. */
export const memory = attempt(() => {
  const address = options.get('data') ?? (options.has('demo') ? '' : datasetAddress);
  const { origin, pathname } = new URL(address, document.baseURI);
  const name = `article-explorer:${embedded ? 'frame:' : ''}${origin}${pathname}`;
  return { name, text: localStorage.getItem(name) ?? '' };
}, { name: '', text: '' });

/** The colours that one of them asks for. */
export const theme = [firstVisit.address, memory.text]
  .map((text) => /(?:^|&)theme=([^&]*)/.exec(text)?.[1]).find(Boolean);
/** What this page is to show at first may be any part of the program. */
export const needsAll = Boolean(location.search || firstVisit.address || memory.text || framed);
