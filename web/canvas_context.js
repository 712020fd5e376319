// @ts-check
// Which of the two renderers shows the page: the canvas as long as it has a WebGL 2 context, else the elements.

/** @param {boolean} drawn on the canvas */
export function showRenderer(drawn) {
  document.documentElement.dataset.render = drawn ? 'canvas' : 'html';
  if (drawn || document.getElementById('icons')) return;
  const icons = Object.assign(document.createElement('link'), { id: 'icons', rel: 'stylesheet', href: 'icons.css' });
  document.head.append(icons);
}

/**
 * A context that is lost takes nothing along: the words go on as elements. With a new one the canvas draws again.
 * @param {HTMLCanvasElement} canvas
 * @param {(has: boolean) => boolean} use tells the program, which answers whether it draws
 */
export function watchContext(canvas, use) {
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    showRenderer(use(false));
  });
  canvas.addEventListener('webglcontextrestored', () => showRenderer(use(true)));
}
