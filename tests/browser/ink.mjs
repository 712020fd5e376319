// What is painted, as masks of ink: where something stands out from the ground, and whether two pictures show
// the same writing in the same place, however differently their edges are smoothed.

/** Of the greatest difference from the ground in a box: what is surely ink, and what may be some. */
const Sure = 0.5;
const Faint = 0.12;
/** Differences of less than this, of the 765 between black and white, are no ink at all. */
const LeastContrast = 40;

/** @typedef {{width: number, height: number, data: Uint8Array}} Picture as pngjs has it */
/** @typedef {{x: number, y: number, width: number, height: number}} Box in CSS px */
/** @typedef {{width: number, height: number, sure: Uint8Array, faint: Uint8Array, left: number, right: number, count: number}} Ink left, right: of what is sure, device px in the box; -1 if there is none */

/** How far each pixel is from the colour of the box's upper left corner. @param {Picture} png @param {number} density @param {Box} box */
function differences(png, density, box) {
  const x0 = Math.round(box.x * density);
  const y0 = Math.round(box.y * density);
  const width = Math.min(Math.round((box.x + box.width) * density), png.width) - x0;
  const height = Math.min(Math.round((box.y + box.height) * density), png.height) - y0;
  const paper = (y0 * png.width + x0) * 4;
  const all = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = ((y0 + y) * png.width + x0 + x) * 4;
      let sum = 0;
      for (let channel = 0; channel < 3; channel++) sum += Math.abs(png.data[at + channel] - png.data[paper + channel]);
      all[y * width + x] = sum;
    }
  }
  return { width, height, all };
}

/** The ink in a box. @param {Picture} png @param {number} density @param {Box} box @returns {Ink} */
export function inkOf(png, density, box) {
  const { width, height, all } = differences(png, density, box);
  const most = all.reduce((left, right) => Math.max(left, right), LeastContrast / Sure);
  const sure = new Uint8Array(all.length);
  const faint = new Uint8Array(all.length);
  let [left, right, count] = [-1, -1, 0];
  for (let i = 0; i < all.length; i++) {
    faint[i] = Number(all[i] > most * Faint);
    sure[i] = Number(all[i] > most * Sure);
    if (!sure[i]) continue;
    const x = i % width;
    left = left < 0 ? x : Math.min(left, x);
    right = Math.max(right, x);
    count++;
  }
  return { width, height, sure, faint, left, right, count };
}

/** The part of the sure ink of `one` that has no ink of `other` within `reach` px. @param {Ink} one @param {Ink} other @param {number} reach */
function uncovered(one, other, reach) {
  let lost = 0;
  for (let i = 0; i < one.sure.length; i++) {
    if (!one.sure[i]) continue;
    const [x, y] = [i % one.width, Math.floor(i / one.width)];
    let found = false;
    for (let dy = -reach; dy <= reach && !found; dy++) {
      for (let dx = -reach; dx <= reach && !found; dx++) {
        const [nx, ny] = [x + dx, y + dy];
        found = nx >= 0 && ny >= 0 && nx < other.width && ny < other.height && other.faint[ny * other.width + nx] === 1;
      }
    }
    if (!found) lost++;
  }
  return one.count === 0 ? 0 : lost / one.count;
}

/**
 * How much two writings in boxes of one size differ: the greater part of ink of either that has none of the other
 * beside it, from 0 (the same but for the smoothing of edges) to 1.
 * @param {Ink} one @param {Ink} other @param {number} reach device px
 */
export function unlike(one, other, reach) {
  if (one.count === 0 || other.count === 0) return one.count === other.count ? 0 : 1;
  return Math.max(uncovered(one, other, reach), uncovered(other, one, reach));
}
