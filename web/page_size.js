// @ts-check
// How big the page is: of its box, in device pixels, and of its text. Readers who set larger letters in their browser
// get everything larger, as when they zoom, so that nothing is cut off: the page is laid out for a smaller window and
// the mirror is scaled up.

/** The letters that the layout is made for, px. */
const LAYOUT_LETTERS = 16;
const MOST = 4;
const LEAST = 0.75;

/** How much larger the page is than its layout; all that is measured on the page is divided by it. */
export let textScale = 1;

/** Watches the reader's size of letters. @param {() => void} changed @returns {() => void} reads it */
function watchLetters(changed) {
  const probe = document.createElement('i');
  probe.className = 'letters';
  document.body.append(probe);
  new ResizeObserver(changed).observe(probe);
  return () => {
    const letters = probe.getBoundingClientRect().height;
    textScale = letters > 0 ? Math.min(MOST, Math.max(LEAST, letters / LAYOUT_LETTERS)) : 1;
  };
}

/**
 * Reports the size now and whenever it changes: of the layout in its px, of the canvas in device px, and how many of
 * these there are to a px of the layout.
 * @param {HTMLElement} box @param {HTMLElement} mirror what is scaled
 * @param {(width: number, height: number, deviceWidth: number, deviceHeight: number, density: number) => void} report
 */
export function watchPageSize(box, mirror, report) {
  const tell = () => {
    readLetters();
    const { width, height } = box.getBoundingClientRect();
    const density = devicePixelRatio;
    mirror.style.setProperty('--text-scale', String(textScale));
    report(width / textScale, height / textScale, Math.round(width * density), Math.round(height * density),
      density * textScale);
  };
  const readLetters = watchLetters(tell);
  new ResizeObserver(tell).observe(box);
  const watchDensity = () => {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
      tell();
      watchDensity();
    }, { once: true });
  };
  watchDensity();
  tell();
}
