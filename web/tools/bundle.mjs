// Writes the scripts of the page into a folder: what BOOT, which starts it, needs at once as one file, so that nothing
// waits for a chain of requests; what comes later as files of their own, which take from that one what they share with
// it; each further SCRIPT with all that it imports. Without comments, spaces and long local names, a third of what
// readers would load. PROGRAM: a module as Emscripten made it, which the others load by its name.
// Usage: node bundle.mjs FOLDER WORDS BOOT SCRIPT... -- PROGRAM...
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { rollup } from 'rollup';
import { minify } from 'terser';

const [folder, words, ...rest] = process.argv.slice(2);
const end = rest.indexOf('--');
if (end < 1) throw new Error('bundle.mjs: FOLDER WORDS BOOT SCRIPT... -- PROGRAM...');
const scripts = rest.slice(0, end), programs = rest.slice(end + 1);

/** @param {string} code @param {string} name */
async function shorten(code, name) {
  const short = await minify(code, {
    module: true, ecma: 2020, compress: { passes: 2 }, format: { comments: false },
    keep_classnames: true,  // failures are told by theirs in the browser's console
  });
  if (!short.code) throw new Error(`${name}: nothing is left of it`);
  return `${short.code}\n`;
}

/** Where what is made by the build is, which the scripts import as if it were beside them. @type {import('rollup').Plugin} */
const made = {
  name: 'made by the build',
  resolveId(address) {
    const name = basename(address);
    if (name === basename(words)) return words;
    return programs.some((program) => basename(program) === name) ? { id: `./${name}`, external: true } : undefined;
  },
};
/** @type {import('rollup').Plugin} */
const short = { name: 'short', renderChunk: async (code, { fileName }) => ({ code: await shorten(code, fileName), map: null }) };

for (const script of scripts) {
  const bundle = await rollup({
    input: script,
    plugins: [made],
    makeAbsoluteExternalsRelative: false,
    preserveEntrySignatures: 'allow-extension',  // what comes later takes from the start what it shares with it
    onwarn: ({ message }) => { throw new Error(message); },
  });
  await bundle.write({
    dir: folder, format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js', hoistTransitiveImports: false,
    minifyInternalExports: false,  // names of exports stay: what comes later may be of a newer release than the start
    plugins: [short],
  });
  await bundle.close();
}
for (const program of programs) {
  await writeFile(join(folder, basename(program)), await shorten(await readFile(program, 'utf8'), basename(program)));
}
