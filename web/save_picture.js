// @ts-check
// Hands the reader a picture as a file. Loaded when first wanted.
import { handOver, reach } from './hand_over.js';
import { readerLanguage } from './reader_locale.js';

/** As enum SaveOutcome. */
const OUTCOME = { done: 0, perhaps: 1, blocked: 2, failed: 3 };
const CAPTION_PX = 32;
const MARGIN_PX = 16;
/** What is known of a file that was handed over, by how far it reaches. */
const OF_REACH = { open: OUTCOME.done, unsure: OUTCOME.perhaps, blocked: OUTCOME.blocked };

/** The canvas as it was just drawn, with a line below that says what it shows. @param {HTMLCanvasElement} canvas @param {string} caption */
function withCaption(canvas, caption) {
  const sheet = document.createElement('canvas');
  const context = sheet.getContext('2d');
  if (!context) throw new Error('This browser has no 2D canvas.');
  const style = getComputedStyle(document.documentElement);
  const token = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  const scale = devicePixelRatio;
  const [strip, margin] = [Math.round(CAPTION_PX * scale), MARGIN_PX * scale];
  sheet.width = canvas.width;
  sheet.height = canvas.height + strip;
  context.fillStyle = token('--bg');
  context.fillRect(0, 0, sheet.width, sheet.height);
  context.drawImage(canvas, 0, 0);
  context.fillStyle = token('--hair');
  context.fillRect(0, canvas.height, sheet.width, Math.max(1, Math.round(scale)));
  context.fillStyle = token('--soft');
  context.font = token('--f-caption').replace(/([\d.]+)px\/[\d.]+px/, (_, px) => `${Number(px) * scale}px`);
  context.textBaseline = 'middle';
  const fromRight = document.documentElement.dir === 'rtl';
  context.direction = fromRight ? 'rtl' : 'ltr';
  const language = readerLanguage(document.documentElement.lang);
  const date = new Date().toLocaleDateString(language, { dateStyle: 'long', calendar: 'gregory', numberingSystem: 'latn' });
  // Isolated: a title that reads the other way must not move the date.
  const text = caption ? `\u2068${caption}\u2069 \u00b7 ${date}` : date;
  context.fillText(text, fromRight ? sheet.width - margin : margin, canvas.height + strip / 2, sheet.width - 2 * margin);
  return sheet;
}

/** @param {HTMLCanvasElement} sheet @returns {Promise<Blob>} */
const packed = (sheet) => new Promise((done, fail) => {
  sheet.toBlob((blob) => (blob ? done(blob) : fail(new Error('The picture is too large.'))), 'image/png');
});

/**
 * @param {string} name of the file
 * @param {string} content an SVG document, or the caption of a picture of the canvas
 * @param {() => HTMLCanvasElement} redrawn draws the canvas anew: its pixels last until the browser shows them
 */
export async function savePicture(name, content, redrawn) {
  try {
    const outcome = OF_REACH[reach()];
    if (outcome === OUTCOME.blocked) return outcome;
    const blob = name.endsWith('.svg')
      ? new Blob([content], { type: 'image/svg+xml' })
      : await packed(withCaption(redrawn(), content));
    handOver(name, blob);
    return outcome;
  } catch (error) {
    console.warn(error);
    return OUTCOME.failed;
  }
}
