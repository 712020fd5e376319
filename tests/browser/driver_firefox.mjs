// Firefox by WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/), which it speaks itself, on a screen in memory.
// Elements are located in Firefox's own accessibility tree.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';
import {
  chordActions, end, focusMark, Implicit, isCalled, openScreen, probableName, program, start, textActions,
} from './driver.mjs';

const StartMs = 60_000;
/** Nothing is asked of its maker, nobody is welcomed, and the reader is British. */
const Preferences = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'intl.accept_languages': 'en-GB, en',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,none',
  'toolkit.telemetry.enabled': false,
  'ui.prefersReducedMotion': 1,
};

/** Firefox with a profile of its own, and the address of its socket. @param {string} screen @param {string} profile */
async function startFirefox(screen, profile) {
  const path = await program('firefox-esr', 'firefox');
  const lines = Object.entries(Preferences).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`);
  await writeFile(join(profile, 'user.js'), lines.join(''));
  const child = start(path, ['--no-remote', '--profile', profile, '--remote-debugging-port', '0', '--width', '1440', '--height', '1000', 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, DISPLAY: screen, HOME: profile, MOZ_DISABLE_AUTO_SAFE_MODE: '1' },
  });
  const address = new Promise((done, failed) => {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      said = (said + text).slice(-20_000);
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said);
      if (found) done(`${found[1]}/session`);
    });
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`Firefox ended with ${code}: ${said.slice(-500)}`)));
    setTimeout(() => failed(new Error(`Firefox offers no WebDriver BiDi: ${said.slice(-500)}`)), StartMs).unref();
  });
  return { child, address: /** @type {Promise<string>} */ (address) };
}

/** Commands and answers over a socket. @param {string} address @param {(method: string, params: any) => void} heard */
async function connect(address, heard) {
  const socket = new WebSocket(address);
  await new Promise((done, failed) => { socket.once('open', done).once('error', failed); });
  /** @type {Map<number, (message: any) => void>} */
  const waiting = new Map();
  let last = 0;
  socket.on('message', (bytes) => {
    const message = JSON.parse(String(bytes));
    if (message.id === undefined || message.id === null) return heard(message.method, message.params);
    waiting.get(message.id)?.(message);
    waiting.delete(message.id);
  });
  /** @param {string} method @param {object} params @returns {Promise<any>} */
  const send = (method, params = {}) => new Promise((done, failed) => {
    last += 1;
    waiting.set(last, ({ type, result, error, message }) => (type === 'error'
      ? failed(new Error(`Firefox: ${method}: ${error}: ${message}`)) : done(result)));
    socket.send(JSON.stringify({ id: last, method, params }));
  });
  return { send, close: () => socket.close() };
}

/** @returns {Promise<import('./driver.mjs').Driver>} */
export async function openFirefox() {
  const screen = await openScreen();
  const profile = await mkdtemp(join(tmpdir(), 'article-explorer-firefox-'));
  /** @type {string[]} */
  const problems = [];
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child;
  const stop = async () => {
    if (child) await end(child);
    await screen.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const firefox = await startFirefox(screen.name, profile);
    child = firefox.child;
    const { send, close } = await connect(await firefox.address, (method, params) => {
      if (method === 'log.entryAdded' && params.level === 'error') problems.push(params.text);
    });
    return await openSession(send, problems, async () => {
      close();
      await stop();
    });
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {(method: string, params?: object) => Promise<any>} send
 * @param {string[]} problems
 * @param {() => Promise<void>} close
 * @returns {Promise<import('./driver.mjs').Driver>}
 */
async function openSession(send, problems, close) {
  const { capabilities } = await send('session.new', { capabilities: {} });
  await send('session.subscribe', { events: ['log.entryAdded'] });
  /** The tab of the page. @type {string} */
  let context;
  /** @param {Function | string} body @param {object[]} values of the protocol @returns {Promise<any>} */
  const call = async (body, ...values) => {
    const { type, result, exceptionDetails } = await send('script.callFunction', {
      functionDeclaration: String(body), arguments: values, target: { context }, awaitPromise: true, resultOwnership: 'none',
    });
    if (type === 'exception') throw new Error(`In the page: ${exceptionDetails.text}`);
    return result;
  };
  /** A string, or null. @param {Function | string} body @param {object[]} values */
  const ask = async (body, ...values) => (await call(body, ...values)).value ?? null;
  /** @param {object} value what is looked for @returns {Promise<{sharedId: string}[]>} */
  const locate = async (value) => (await send('browsingContext.locateNodes', { context, locator: { type: 'accessibility', value } })).nodes;
  /** @param {object[]} actions */
  const act = (actions) => send('input.performActions', { context, actions });

  /** Whether Firefox itself gives the element this role and name. @param {string} sharedId @param {string} role @param {string} name */
  const isSo = async (sharedId, role, name) => (await locate({ role, name })).some((node) => node.sharedId === sharedId);
  /** @param {{sharedId: string}} node @param {string} role @param {string} name @returns {import('./driver.mjs').Found} */
  const found = ({ sharedId }, role, name) => ({
    role,
    name,
    press: async () => void await call((/** @type {HTMLElement} */ each) => each.click(), { sharedId }),
    focus: async () => void await call((/** @type {HTMLElement} */ each) => each.focus(), { sharedId }),
    text: () => ask((/** @type {HTMLElement} */ each) => each.innerText, { sharedId }),
    value: () => ask((/** @type {HTMLInputElement} */ each) => each.value, { sharedId }),
    attribute: (attribute) => ask((/** @type {Element} */ each, /** @type {string} */ wanted) => each.getAttribute(wanted),
      { sharedId }, { type: 'string', value: attribute }),
  });
  const roleOf = `(element) => element.getAttribute('role')
    ?? Object.entries(${JSON.stringify(Implicit)}).find(([, selector]) => element.matches(selector))?.[0] ?? ''`;

  return {
    version: `Firefox ${capabilities.browserVersion}`,
    async open(url) {
      // A tab of its own for each page, since it is sure to get the focus, without which keys press no buttons: in the
      // first tab the address bar has it, and in one that changes its process nothing.
      const before = context;
      ({ context } = await send('browsingContext.create', { type: 'tab' }));
      await send('browsingContext.activate', { context });
      if (before) await send('browsingContext.close', { context: before });
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    press: (chord) => act(chordActions(chord)),
    type: (text) => act(textActions(text)),
    async find(role, name) {
      const nodes = await locate({ role });
      if (nodes.length === 0) return [];
      const { value } = await call(`(...all) => all.map(${probableName})`, ...nodes.map(({ sharedId }) => ({ sharedId })));
      const all = [];
      for (const [i, node] of nodes.entries()) {
        const probable = value[i].value;
        if (!isCalled(name, probable)) continue;
        if (name === undefined || await isSo(node.sharedId, role, probable)) all.push(found(node, role, probable));
      }
      return all;
    },
    async focused() {
      const { sharedId } = await call('() => document.activeElement ?? document.body');
      const role = await ask(roleOf, { sharedId }) ?? '', name = await ask(probableName, { sharedId }) ?? '';
      return role === '' || await isSo(sharedId, role, name) ? { role, name } : { role: '', name: `not "${name}"` };
    },
    focusMark: () => ask(focusMark),
    state: async () => await ask("() => document.documentElement.dataset.explorerState ?? ''") ?? '',
    render: async () => await ask("() => document.documentElement.dataset.render ?? ''") ?? '',
    problems: () => problems.splice(0),
    close,
  };
}
