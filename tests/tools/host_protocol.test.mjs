// What the explorer in a frame takes for a command (web/host_protocol.js), and how many: by hand, and with messages made
// at random of everything that a message can be.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Allowance, FROM_STRANGERS, asksForHeight, placeOf, readCommand, readOrigins } from '../../web/host_protocol.js';

const command = (name, value, more = {}) => ({ articleExplorer: 1, id: 1, command: name, ...(value !== undefined && { value }), ...more });
const Good = {
  setQuery: ['', 'region:KR sort:date-desc', 'a'.repeat(8000)],
  setView: ['overview', 'articles', 'releases', 'charts', 'videos'],
  setTheme: ['system', 'light', 'dark'],
  select: [null, '', 'charts:kr', 'a'.repeat(500)],
  open: ['', 'v=1&view=charts'],
  loadData: ['https://example.org/a.json', 'http://localhost:1/a', new ArrayBuffer(4)],
  getState: [undefined],
};
const Bad = {
  setQuery: [undefined, null, 1, {}, ['a'], 'a'.repeat(8001), new String('a')],
  setView: ['', 'map', '__proto__', 'constructor', 0, ['charts'], undefined],
  setTheme: ['Dark', '', 1, null, 'toString'],
  select: [undefined, 1, {}, 'a'.repeat(501)],
  open: [null, undefined, 'a'.repeat(8001)],
  loadData: ['', 'a.json', 'javascript:alert(1)', 'data:text/plain,a', 'file:///etc/passwd', 'blob:https://a/b', new Uint8Array(1), {}, undefined],
  getState: [null, '', 0, {}],
};

test('each command is taken with what it may have, and with its id', () => {
  for (const [name, values] of Object.entries(Good)) {
    for (const value of values) {
      assert.deepEqual(readCommand(command(name, value)), { id: 1, command: { articleExplorer: 1, id: 1, command: name, value } }, name);
    }
  }
  for (const id of [0, -5, 2 ** 53 - 1, '', 'a'.repeat(64)]) assert.equal(readCommand({ ...command('getState'), id })?.id, id);
});

test('values of another kind are refused, with a reason for whoever waits', () => {
  for (const [name, values] of Object.entries(Bad)) {
    for (const value of values) {
      const message = { articleExplorer: 1, id: 7, command: name, ...(value !== undefined && { value }) };
      assert.deepEqual(readCommand(message), { id: 7, why: `"${name}" does not take that value.` }, `${name} ${String(value)}`);
    }
  }
});

test('names that every object has are no commands, and nothing that is inherited counts', () => {
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'setquery', '', 1, null, undefined, {}, ['getState']]) {
    const read = readCommand({ articleExplorer: 1, id: 1, command: name });
    assert.equal(read?.command, undefined, String(name));
    assert.match(read?.why ?? '', /^The commands are setQuery, /);
  }
  assert.equal(readCommand(Object.create(command('getState'))), undefined);
  assert.equal(readCommand(JSON.parse('{"__proto__": {"articleExplorer": 1, "id": 1, "command": "getState"}}')), undefined);
  const more = JSON.parse('{"articleExplorer": 1, "id": 1, "command": "getState", "__proto__": {"value": 1}}');
  assert.equal(readCommand(more)?.command, undefined, 'what is not in the list is refused with all the rest');
  class Message { articleExplorer = 1; id = 1; command = 'getState'; }
  assert.equal(readCommand(new Message()), undefined);
  assert.equal(/** @type {any} */ ({}).value, undefined);
});

test('what is no message, has no id or another version is not obeyed', () => {
  for (const data of [undefined, null, 0, '', 'getState', [], [command('getState')], new Map(), new Date(), {}, { id: 1 }]) {
    assert.equal(readCommand(data), undefined);
  }
  for (const id of [undefined, null, NaN, 1.5, Infinity, {}, 'a'.repeat(65)]) assert.equal(readCommand({ ...command('getState'), id }), undefined);
  for (const version of [0, 2, '1', null, true]) {
    const read = readCommand({ ...command('getState'), articleExplorer: version });
    assert.deepEqual(read, { id: 1, why: 'This explorer speaks version 1 of its messages.' });
  }
});

test('of messages at random those that fit are taken and no other', () => {
  let seed = 1;
  const random = (/** @type {number} */ most) => {
    seed = (seed * 48271) % 2147483647;
    return seed % most;
  };
  const pick = (/** @type {any[]} */ list) => list[random(list.length)];
  const names = [...Object.keys(Good), '__proto__', 'constructor', 'x'];
  const values = [...Object.values(Good), ...Object.values(Bad)].flat();
  /** Any text of that length will do. @type {Record<string, number>} */
  const letters = { setQuery: 8000, open: 8000, select: 500 };
  const takes = (/** @type {string} */ name, /** @type {unknown} */ value) => Good[name].includes(value)
    || (typeof value === 'string' && value.length <= (letters[name] ?? -1));
  let taken = 0;
  for (let round = 0; round < 20_000; round += 1) {
    const message = Object.fromEntries([['articleExplorer', pick([1, 1, 1, 2])], ['id', pick([1, 'a', {}])], ['command', pick(names)],
      ['value', pick(values)], ['extra', 1]].filter(() => random(5) > 0));
    const before = { ...message };
    const read = readCommand(message);
    assert.deepEqual(message, before);
    const { command: name, value } = message;
    const fits = message.articleExplorer === 1 && ['string', 'number'].includes(typeof message.id) && Object.hasOwn(Good, name ?? '')
      && !Object.hasOwn(message, 'extra') && takes(name, value);
    assert.equal(read?.command !== undefined, fits, JSON.stringify(message));
    taken += Number(fits);
  }
  assert.ok(taken > 20, `${taken} of them fit`);
});

test('origins are taken as browsers write them, and nobody\'s never', () => {
  const read = (/** @type {string | null} */ list) => [...readOrigins(list)];
  assert.deepEqual(read('https://a.example, http://localhost:8000'), ['https://a.example', 'http://localhost:8000']);
  for (const list of [null, '', ',', '*', 'null', 'https://a.example/', 'https://a.example:443', 'HTTPS://A.example', 'a.example',
    'file://', 'https://u@a.example', 'javascript:1', '__proto__']) {
    assert.deepEqual(read(list), [], String(list));
  }
  assert.equal(readOrigins(Array.from({ length: 1000 }, (_, i) => `https://a${i}.example`).join()).size, 32);
});

test('a flood is let through as far as the allowance goes, and later there is room again', () => {
  let now = 0;
  const allowance = new Allowance(undefined, () => now);
  const taken = (/** @type {number} */ count) => Array.from({ length: count }, () => allowance.take()).filter(Boolean).length;
  assert.equal(taken(10_000), 200);
  now += 100;
  assert.equal(taken(10_000), 10);
  now += 60_000;
  assert.equal(taken(10_000), 200, 'no more than at first is saved up');
});

test('strangers have a small allowance of their own', () => {
  let now = 0;
  const allowance = new Allowance(FROM_STRANGERS, () => now);
  const taken = () => Array.from({ length: 1000 }, () => allowance.take()).filter(Boolean).length;
  assert.equal(taken(), 10);
  now += 1000;
  assert.equal(taken(), 5);
  now += 60_000;
  assert.equal(taken(), 10);
});

test('the height may be asked for, in two ways', () => {
  assert.ok(asksForHeight({ articleExplorer: 1, command: 'getHeight' }));
  assert.ok(asksForHeight({ type: 'iframe-child-init', targetElementSelector: undefined }));
  assert.ok(asksForHeight({ type: 'iframe-get-child-dimensions' }));
  for (const data of [null, 'getHeight', { type: 'resize' }, { command: 'getHeight' }, Object.create({ type: 'iframe-child-init' })]) {
    assert.equal(asksForHeight(data), false);
  }
});

test('an address says what is seen', () => {
  assert.deepEqual(placeOf(''), { address: '', view: 'overview', query: '', theme: 'system', row: null });
  const address = 'v=1&view=charts&q=region:KR+%22a%26b%22&row=charts:kr&theme=dark';
  assert.deepEqual(placeOf(address), { address, view: 'charts', query: 'region:KR "a&b"', theme: 'dark', row: 'charts:kr' });
  assert.deepEqual(placeOf('view=__proto__&theme=constructor').view, 'overview');
});
