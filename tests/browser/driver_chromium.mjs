// Chromium: keys by Playwright, elements out of the accessibility tree that the browser gives its screen readers.
import { chromium } from 'playwright-core';
import { focusMark, isCalled } from './driver.mjs';
import { BrowserFlags } from './harness.mjs';

/** @returns {Promise<import('./driver.mjs').Driver>} */
export async function openChromium() {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: BrowserFlags });
  const context = await browser.newContext({ viewport: { width: 1440, height: 960 }, locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  /** @type {string[]} */
  const problems = [];
  page.on('console', (message) => { if (message.type() === 'error') problems.push(message.text()); });
  page.on('pageerror', (error) => problems.push(String(error.stack ?? error)));
  const devtools = await context.newCDPSession(page);
  await devtools.send('Accessibility.enable');

  /** Calls a function with the element as `this`. @param {number} backendNodeId @param {Function} body @param {unknown[]} values @returns {Promise<any>} */
  const call = async (backendNodeId, body, ...values) => {
    const { object } = await devtools.send('DOM.resolveNode', { backendNodeId });
    const { result } = await devtools.send('Runtime.callFunctionOn', {
      objectId: object.objectId, functionDeclaration: `function (...rest) { return (${body})(this, ...rest); }`,
      arguments: values.map((value) => ({ value })), returnByValue: true,
    });
    return result.value;
  };
  /** @param {number} id @param {string} role @param {string} name @returns {import('./driver.mjs').Found} */
  const found = (id, role, name) => ({
    role,
    name,
    press: () => call(id, (/** @type {HTMLElement} */ each) => each.click()),
    focus: () => call(id, (/** @type {HTMLElement} */ each) => each.focus()),
    text: () => call(id, (/** @type {HTMLElement} */ each) => each.innerText),
    value: () => call(id, (/** @type {HTMLInputElement} */ each) => each.value),
    attribute: (attribute) => call(id, (/** @type {Element} */ each, /** @type {string} */ wanted) => each.getAttribute(wanted), attribute),
  });
  /** @param {any} node of the tree */
  const said = (node) => ({ role: String(node.role?.value ?? ''), name: String(node.name?.value ?? '') });

  return {
    version: `Chromium ${browser.version()}`,
    open: async (url) => void await page.goto(url),
    press: (chord) => page.keyboard.press(chord),
    type: (text) => page.keyboard.type(text),
    async find(role, name) {
      const { nodes } = await devtools.send('Accessibility.getFullAXTree');
      return nodes.filter((node) => !node.ignored && node.backendDOMNodeId !== undefined)
        .map((node) => ({ ...said(node), id: Number(node.backendDOMNodeId) }))
        .filter((node) => node.role === role && isCalled(name, node.name))
        .map((node) => found(node.id, role, node.name));
    },
    async focused() {
      const { result } = await devtools.send('Runtime.evaluate', { expression: 'document.activeElement ?? document.body' });
      const { nodes } = await devtools.send('Accessibility.getPartialAXTree', { objectId: result.objectId, fetchRelatives: false });
      return nodes[0] && !nodes[0].ignored ? said(nodes[0]) : { role: '', name: '' };
    },
    focusMark: () => page.evaluate(focusMark),
    state: () => page.evaluate(() => document.documentElement.dataset.explorerState ?? ''),
    render: () => page.evaluate(() => document.documentElement.dataset.render ?? ''),
    problems: () => problems.splice(0),
    close: () => browser.close(),
  };
}
