// @ts-check
// What the reader's system asks for: dark or light, bigger targets, less motion, more contrast, or its own few colours.
import { HAS_CMD } from './keys.js';
import { withBytes } from './program_memory.js';

/** In the order of enum SystemColor. */
const SYSTEM_COLORS = ['Canvas', 'CanvasText', 'LinkText', 'GrayText', 'Highlight', 'ButtonBorder'];
/** As enum Contrast. */
const CONTRAST = { normal: 0, more: 1, forced: 2 };

/** R, G, B and A of each of them, as the browser has them now. */
function readSystemColors() {
  const probe = document.createElement('i');
  document.body.append(probe);
  const bytes = SYSTEM_COLORS.flatMap((name) => {
    probe.style.color = name;
    const [r, g, b, a = 1] = getComputedStyle(probe).color.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0];
    return [r, g, b, Math.round(a * 255)];
  });
  probe.remove();
  return Uint8Array.from(bytes);
}

/** Tells the program, now and whenever it changes. @param {import('./explorer.mjs').Explorer} program */
export function watchEnvironment(program) {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const coarse = matchMedia('(pointer: coarse)');
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const more = matchMedia('(prefers-contrast: more)');
  const forced = matchMedia('(forced-colors: active)');
  const tell = () => {
    const contrast = forced.matches ? CONTRAST.forced : more.matches ? CONTRAST.more : CONTRAST.normal;
    const colors = forced.matches ? readSystemColors() : new Uint8Array(4 * SYSTEM_COLORS.length);
    program._explorer_environment(Number(dark.matches), Number(coarse.matches), Number(calm.matches), Number(HAS_CMD));
    withBytes(program, colors, (pointer) => program._explorer_contrast(contrast, pointer));
  };
  for (const query of [dark, coarse, calm, more, forced]) query.addEventListener('change', tell);
  tell();
}
