// Frames and scripts in pages of others go on working: what they say, as tests/embeds/ has it, is understood by this version.
// (What `ui` and `may` mean the program knows: tests/unit/embed_parameters_test.cpp.)
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asksForHeight, heightDialects, readCommand, readOrigins } from '../../web/host_protocol.js';
import { Messages, parameterCases } from './frozen_embeds.mjs';

/** What JSON has no word for. @param {any} message */
const revived = (message) => (message?.value?.$bytes ? { ...message, value: new ArrayBuffer(message.value.$bytes) } : message);

test('commands of version 1 are taken as they are', () => {
  assert.ok(Messages.commands.length >= 18);
  for (const message of Messages.commands.map(revived)) {
    const { id, command } = message;
    assert.deepEqual(readCommand(message), { id, command: { articleExplorer: 1, id, command, value: message.value } });
    assert.equal(asksForHeight(message), false);
  }
});

test('what version 1 refuses is refused in the same words, and what it drops is dropped', () => {
  for (const { message, why } of Messages.refused) {
    const read = readCommand(message);
    assert.deepEqual([read?.id, read?.command], [message.id, undefined]);
    assert.ok(read?.why?.startsWith(why), read?.why);
  }
  for (const message of Messages.dropped) assert.equal(readCommand(message), undefined, JSON.stringify(message));
});

test('the height is asked for and told in the words of version 1', (t) => {
  for (const message of Messages.height_requests) assert.equal(asksForHeight(message), true);
  Object.assign(globalThis, { innerWidth: 900 });
  t.after(() => Reflect.deleteProperty(globalThis, 'innerWidth'));
  assert.deepEqual(heightDialects(480, 'places', 'https://example.org/explorer/?ui=table'), Messages.heights.others);
});

test('hosts that were named once may command', () => {
  const cases = parameterCases().filter(({ origins }) => origins !== undefined);
  assert.ok(cases.length >= 6);
  for (const { name, host, origins } of cases) assert.equal([...readOrigins(host ?? null)].join(), origins, name);
});
