// Splits the linked program in two: what the first view needs, and what is called only after a reader has done
// something. The first calls the second through its table; until that is there, its places in the table are taken by
// imported functions, which load it (web/late_program.js).
//
//   node split_program.mjs WASM_OPT WASM_SPLIT PROGRAM ENTRIES FIRST LATE
//
// PROGRAM has the names of its functions. ENTRIES: a file of lines, each the beginning of the names of functions that
// are late; "#" begins a remark. What only they call is late as well.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

const [wasmOpt, wasmSplit, program, entriesFile, first, late] = process.argv.slice(2);
const features = ['simd', 'bulk-memory', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'multivalue']
  .map((feature) => `--enable-${feature}`);
const entries = readFileSync(entriesFile, 'utf8').split('\n').map((line) => line.replace(/#.*/, '').trim()).filter(Boolean);

const graph = execFileSync(wasmOpt, [...features, program, '--print-call-graph'], { encoding: 'utf8', maxBuffer: 1 << 28 });
/** @type {Map<string, string[]>} */
const calls = new Map();
/** Called from outside, or through the table. @type {Set<string>} */
const roots = new Set();
for (const line of graph.split('\n')) {
  const edge = /^ *"(.*)" -> "(.*)";/.exec(line);
  if (edge) {
    const [, from, to] = edge;
    const known = calls.get(from);
    if (known) known.push(to);
    else calls.set(from, [to]);
    continue;
  }
  const node = /^ *"(.*)" \[style="filled(, rounded)?"(?:, fillcolor="(\w+)")?\]/.exec(line);
  if (!node) continue;
  if (!calls.has(node[1])) calls.set(node[1], []);
  if (node[2] || node[3] === 'gray') roots.add(node[1]);
}

const isEntry = (/** @type {string} */ name) => entries.some((entry) => name.startsWith(entry));
const unused = entries.filter((entry) => ![...calls.keys()].some((name) => name.startsWith(entry)));
if (unused.length > 0) {
  console.error(`split_program: no function's name begins with ${unused.map((entry) => `"${entry}"`).join(', ')} (${entriesFile}).`);
  process.exit(1);
}

/** What can be reached from `start` over functions that pass `through`. @param {Iterable<string>} start @param {(name: string) => boolean} through */
function reach(start, through) {
  const seen = new Set([...start].filter(through));
  for (const name of seen) for (const callee of calls.get(name) ?? []) if (through(callee)) seen.add(callee);
  return seen;
}
const early = reach(roots, (name) => !isEntry(name));
const lateNames = [...reach([...calls.keys()].filter(isEntry), (name) => !early.has(name))].sort();

const list = `${late}.names`;
writeFileSync(list, lateNames.join('\n'));
execFileSync(wasmSplit, [...features, program, '--split', `--split-funcs=@${list}`, '--export-prefix=%', '-o1', first, '-o2', late], { stdio: 'inherit' });
rmSync(list);
