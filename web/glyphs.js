// @ts-check
// Measures and draws texts with the browser's own text engine, for the canvas renderer. Units come in as
// whole words or clusters; they go out as one sheet of pixels.

/** @typedef {{font: number, rightToLeft: boolean, text: string}} Request */
/** @typedef {Request & {x: number, y: number, w: number, h: number, left: number, top: number}} Placed */

const SHEET_WIDTH = 2048;
// A pixel counts as coloured from this distance to the ink on, where it is at least half opaque (below
// that, un-premultiplying rounds colours).
const COLOUR_DISTANCE = 24;
const OPAQUE = 128;

/** @param {boolean} readable */
function makeContext(readable) {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: readable });
  if (!context) throw new Error('This browser has no 2D canvas.');
  return context;
}

export class Glyphs {
  constructor() {
    this.measuring = makeContext(false);
    this.drawing = makeContext(true);
    /** @type {string[]} */
    this.fonts = [];
    /** @type {Request[]} */
    this.requests = [];
    /** @type {Placed[]} */
    this.placed = [];
    this.ink = 0;
    this.measuredFont = -1;
  }

  /** @param {number} font @param {string} css */
  defineFont(font, css) {
    this.fonts[font] = css;
    this.measuredFont = -1;
  }

  /** @param {number} font @param {number} linePx */
  baseline(font, linePx) {
    this.measuring.font = this.fonts[font];
    this.measuredFont = font;
    const metrics = this.measuring.measureText('x');
    const ascent = Math.round(metrics.fontBoundingBoxAscent);
    const descent = Math.round(metrics.fontBoundingBoxDescent);
    return Math.floor((linePx - ascent - descent) / 2) + ascent;
  }

  /** Has the browser find the fonts, which takes long at first. */
  findFonts() {
    for (const font of this.fonts.keys()) this.measure(font, 'x');
  }

  /** @param {number} font @param {string} text */
  measure(font, text) {
    // Setting a font takes about as long as measuring a word.
    if (this.measuredFont !== font) this.measuring.font = this.fonts[font];
    this.measuredFont = font;
    return this.measuring.measureText(text).width;
  }

  /** @param {number} font @param {boolean} rightToLeft @param {string} text */
  addGlyph(font, rightToLeft, text) {
    this.requests.push({ font, rightToLeft, text });
  }

  /** Places all requested texts on a sheet and draws them. @param {number} density @param {boolean} darkOnLight */
  layoutGlyphs(density, darkOnLight) {
    const context = this.drawing;
    const scaled = this.fonts.map((css) => css.replace(/([\d.]+)px/, (_, px) => `${Number(px) * density}px`));
    let x = 0;
    let y = 0;
    let shelf = 0;
    let width = 1;
    let set = -1;
    /** @param {Request} request */
    const prepare = ({ font, rightToLeft }) => {
      if (font !== set) context.font = scaled[font];
      set = font;
      context.direction = rightToLeft ? 'rtl' : 'ltr';
      context.textAlign = 'left';
    };
    this.placed = this.requests.map((request) => {
      const { text } = request;
      prepare(request);
      const box = context.measureText(text);
      const left = Math.floor(-box.actualBoundingBoxLeft) - 1;
      const top = Math.floor(-box.actualBoundingBoxAscent) - 1;
      const blank = box.actualBoundingBoxLeft + box.actualBoundingBoxRight <= 0;
      const w = blank ? 0 : Math.ceil(box.actualBoundingBoxRight) + 1 - left;
      const h = blank ? 0 : Math.ceil(box.actualBoundingBoxDescent) + 1 - top;
      if (x > 0 && x + w > SHEET_WIDTH) {
        x = 0;
        y += shelf;
        shelf = 0;
      }
      const place = { ...request, x, y, w, h, left, top };
      x += w;
      shelf = Math.max(shelf, h);
      width = Math.max(width, x);
      return place;
    });
    this.requests = [];
    const height = Math.max(1, y + shelf);
    context.canvas.width = width;
    context.canvas.height = height;
    context.fillStyle = darkOnLight ? '#000' : '#fff';
    this.ink = darkOnLight ? 0 : 255;
    set = -1;  // with its size the canvas lost its font
    for (const place of this.placed) {
      if (place.w === 0) continue;
      prepare(place);
      context.fillText(place.text, place.x - place.left, place.y - place.top);
    }
    return { width, height, count: this.placed.length };
  }

  /**
   * Copies the sheet and the places into the program's memory.
   * @param {Uint8Array} memory @param {number} pixels @param {Int32Array} words @param {number} at
   */
  readGlyphs(memory, pixels, words, at) {
    const { width, height } = this.drawing.canvas;
    const image = this.drawing.getImageData(0, 0, width, height).data;
    memory.set(image, pixels);
    for (const place of this.placed) {
      words.set([place.x, place.y, place.w, place.h, place.left, place.top, +this.coloured(image, width, place)], at);
      at += 7;
    }
  }

  /** @param {Uint8ClampedArray} image @param {number} stride @param {Placed} place */
  coloured(image, stride, { x, y, w, h }) {
    for (let row = y; row < y + h; row++) {
      for (let i = (row * stride + x) * 4, end = i + w * 4; i < end; i += 4) {
        if (image[i + 3] < OPAQUE) continue;
        for (let channel = 0; channel < 3; channel++) {
          if (Math.abs(image[i + channel] - this.ink) > COLOUR_DISTANCE) return true;
        }
      }
    }
    return false;
  }

  /** Whether pixels come back as they were drawn; privacy modes falsify them. */
  readsTrue() {
    const context = this.drawing;
    context.canvas.width = 16;
    context.canvas.height = 16;
    context.fillStyle = '#3a7bd5';
    context.fillRect(0, 0, 16, 16);
    const { data } = context.getImageData(0, 0, 16, 16);
    for (let i = 0; i < data.length; i += 4) {
      if (data[i] !== 0x3a || data[i + 1] !== 0x7b || data[i + 2] !== 0xd5 || data[i + 3] !== 255) return false;
    }
    return true;
  }
}
