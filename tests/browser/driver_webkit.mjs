// WebKitGTK by its own WebDriver (https://www.w3.org/TR/webdriver2/), in the small browser that comes with it, on a
// screen in memory. Role and name are those that WebKit computes.
import {
  candidates, chordActions, end, focusMark, freePort, Implicit, isCalled, openScreen, probableName, program, start, textActions,
} from './driver.mjs';

const StartMs = 20_000;
const ElementId = 'element-6066-11e4-a52e-4f735466cecf';
/** @typedef {Record<string, string>} Reference */

/** @param {string} base @param {string} method @param {string} path @param {unknown} [body] @returns {Promise<any>} */
async function ask(base, method, path, body) {
  const response = await fetch(base + path, { method, body: body === undefined ? undefined : JSON.stringify(body) });
  const { value } = /** @type {any} */ (await response.json());
  if (value?.error) throw new Error(`WebKitWebDriver: ${method} ${path}: ${value.error}: ${value.message}`);
  return value;
}

/** Starts the driver and waits until it answers. @param {string} screen */
async function startDriver(screen) {
  const path = await program('WebKitWebDriver');
  const port = await freePort();
  const child = start(path, [`--port=${port}`], { stdio: 'ignore', env: { ...process.env, DISPLAY: screen, GDK_BACKEND: 'x11' } });
  const base = `http://127.0.0.1:${port}`;
  const until = Date.now() + StartMs;
  for (;;) {
    if (await ask(base, 'GET', '/status').then(({ ready }) => ready, () => false)) return { base, child };
    if (child.exitCode !== null || Date.now() > until) {
      await end(child);
      throw new Error('WebKitWebDriver does not answer');
    }
    await new Promise((done) => { setTimeout(done, 100); });
  }
}

/** @returns {Promise<import('./driver.mjs').Driver>} */
export async function openWebKit() {
  const screen = await openScreen();
  const { base, child } = await startDriver(screen.name).catch(async (error) => {
    await screen.close();
    throw error;
  });
  const stop = async () => {
    await end(child);
    await screen.close();
  };
  const session = await ask(base, 'POST', '/session', { capabilities: { alwaysMatch: {} } }).catch(async (error) => {
    await stop();
    throw error;
  });
  const { browserName, browserVersion } = session.capabilities;
  const at = `/session/${session.sessionId}`;
  /** @param {Function | string} body @param {unknown[]} values @returns {Promise<any>} */
  const run = (body, ...values) => ask(base, 'POST', `${at}/execute/sync`, { script: `return (${body})(...arguments);`, args: values });
  /** @param {Reference} reference @param {'computedrole' | 'computedlabel'} what @returns {Promise<string>} */
  const computed = (reference, what) => ask(base, 'GET', `${at}/element/${reference[ElementId]}/${what}`);
  /** @param {object[]} actions */
  const act = (actions) => ask(base, 'POST', `${at}/actions`, { actions });

  /** @param {Reference} element @param {string} role @param {string} name @returns {import('./driver.mjs').Found} */
  const found = (element, role, name) => ({
    role,
    name,
    press: () => run((/** @type {HTMLElement} */ each) => each.click(), element),
    focus: () => run((/** @type {HTMLElement} */ each) => each.focus(), element),
    text: () => run((/** @type {HTMLElement} */ each) => each.innerText, element),
    value: () => run((/** @type {HTMLInputElement} */ each) => each.value, element),
    attribute: (attribute) => run((/** @type {Element} */ each, /** @type {string} */ wanted) => each.getAttribute(wanted), element, attribute),
  });

  await ask(base, 'POST', `${at}/window/rect`, { x: 0, y: 0, width: 1440, height: 1000 });
  return {
    version: `WebKitGTK ${browserVersion} (${browserName})`,
    open: (url) => ask(base, 'POST', `${at}/url`, { url }),
    press: (chord) => act(chordActions(chord)),
    type: (text) => act(textActions(text)),
    async find(role, name) {
      /** @type {Reference[]} */
      const elements = await run(candidates, role, Implicit[role]);
      /** @type {string[]} */
      const names = await run(`(...all) => all.map(${probableName})`, ...elements);
      const all = [];
      for (const [i, element] of elements.entries()) {
        if (!isCalled(name, names[i]) || await computed(element, 'computedrole') !== role) continue;
        const label = await computed(element, 'computedlabel');
        if (isCalled(name, label)) all.push(found(element, role, label));
      }
      return all;
    },
    async focused() {
      const element = await ask(base, 'GET', `${at}/element/active`);
      return { role: await computed(element, 'computedrole'), name: await computed(element, 'computedlabel') };
    },
    focusMark: () => run(focusMark),
    state: () => run(() => document.documentElement.dataset.explorerState ?? ''),
    render: () => run(() => document.documentElement.dataset.render ?? ''),
    problems: () => [],
    async close() {
      await ask(base, 'DELETE', at).catch(() => {});
      await stop();
    },
  };
}
