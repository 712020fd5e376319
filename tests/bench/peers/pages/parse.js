// @ts-check
// JSON.parse alone, on the bytes that every product loads: the time no product written in JavaScript can beat.
import { parseRows, publish } from './common.js';

await publish({
  load: async (bytes) => {
    const rows = parseRows(bytes);
    return () => ({ count: rows.length, first: [] });
  },
  showsItself: true,  // it shows nothing
  reset: async () => undefined,
});
