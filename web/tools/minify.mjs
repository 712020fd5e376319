// Writes scripts into a folder without their comments, spaces and long local names, a third of what readers would
// load of them. Names of modules and of what they export stay, so that scripts find each other.
// Usage: node minify.mjs FOLDER SCRIPT...
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { minify } from 'terser';

/** @type {import('terser').MinifyOptions} */
const Options = { module: true, ecma: 2020, compress: { passes: 2 }, format: { comments: false } };

const [folder, ...scripts] = process.argv.slice(2);
await Promise.all(scripts.map(async (script) => {
  const { code } = await minify(await readFile(script, 'utf8'), Options);
  if (!code) throw new Error(`${script}: nothing is left of it`);
  await writeFile(join(folder, basename(script)), `${code}\n`);
}));
