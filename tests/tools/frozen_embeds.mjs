// The files of tests/embeds/ that are never changed: what frames and scripts in pages of others say.
import { readFileSync } from 'node:fs';

const text = (/** @type {string} */ name) => readFileSync(new URL(`../embeds/${name}`, import.meta.url), 'utf8');

export const Messages = JSON.parse(text('messages_v1.json'));

/** Cases of parameters_v1.txt: each its lines by key. @returns {Record<string, string>[]} */
export const parameterCases = () => text('parameters_v1.txt').split(/\n(?:[ \t]*\n)+/)
  .map((block) => Object.fromEntries(block.split('\n').filter((line) => line && !line.startsWith('#'))
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)])))
  .filter(({ name }) => name !== undefined);
