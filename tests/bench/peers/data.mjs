// @ts-check
// The generated datasets, made once and kept in the build folder, and questions drawn from them: pieces of words
// that occur in about a fifth and in about a ten-thousandth of all titles, and frequent regions.
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const CommonShare = 0.2;
const RareShare = 0.0001;
/** Of each question: as many as there are rounds, so that none is asked twice. */
const Values = 9;
const Seed = '1';

/** @param {string} folder @param {'rows' | 'feed'} format @param {number} count */
export const datasetName = (folder, format, count) => join(folder, `${format}-${count}.json`);

/**
 * "In the top ten" becomes 10: DuckDB-wasm and Perspective refuse a column that holds numbers and objects. Only
 * the rivals' rows are made simpler, for all of them alike; this explorer loads what the generator wrote.
 */
function plainPositions() {
  const imprecise = /"position":\s*\{\s*"value":\s*(\d+)[^}]*\}/g;
  const longest = 120;
  let rest = '';
  return new Transform({
    decodeStrings: false,
    transform(chunk, _encoding, done) {
      const text = (rest + chunk).replace(imprecise, '"position":$1');
      const member = text.lastIndexOf('"position"');
      const cut = member > text.length - longest ? member : Math.max(0, text.length - '"position"'.length);
      rest = text.slice(cut);
      done(null, text.slice(0, cut));
    },
    flush(done) {
      done(null, rest.replace(imprecise, '"position":$1'));
    },
  });
}

/** Both formats of a dataset, if they are not there yet. @param {string} folder @param {number} count @param {string | undefined} generator program */
export async function makeDatasets(folder, count, generator) {
  mkdirSync(folder, { recursive: true });
  for (const format of /** @type {const} */ (['rows', 'feed'])) {
    const file = datasetName(folder, format, count);
    if (existsSync(file)) continue;
    if (!generator) throw new Error(`${file} is missing, and so is make_dataset, which generates it: run ./build-wasm.sh bench --peers`);
    console.error(`Generating ${file}`);
    const program = spawn(generator, [String(count), '--format', format, '--seed', Seed], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise((done) => program.once('close', done));
    program.stdout.setEncoding('utf8');
    const output = createWriteStream(`${file}.part`);
    await (format === 'rows' ? pipeline(program.stdout, plainPositions(), output) : pipeline(program.stdout, output));
    if (await ended !== 0) throw new Error(`${generator} ended with an error.`);
    renameSync(`${file}.part`, file);
  }
}

/** @param {Iterable<string | undefined>} values @returns {Map<string, number>} */
function tally(values) {
  const counts = new Map();
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** @param {Map<string, number>} counts @returns {string[]} */
const mostFrequent = (counts) => [...counts].sort((left, right) => right[1] - left[1]).map(([value]) => value);

/**
 * Those of the pieces that occur in nearest to `wanted` of the titles; none is part of another, whose answer could
 * begin with its own.
 * @param {string[]} pieces @param {string[]} titles @param {number} wanted @param {number} most
 */
function nearest(pieces, titles, wanted, most) {
  const found = pieces.map((piece) => ({ piece, count: titles.filter((title) => title.includes(piece)).length }));
  return found
    .filter(({ count }) => count > 0 && count > wanted / 3 && count < wanted * 3)
    .sort((left, right) => Math.abs(left.count - wanted) - Math.abs(right.count - wanted))
    .reduce((/** @type {string[]} */ chosen, { piece }) => (
      chosen.some((other) => other.includes(piece) || piece.includes(other)) ? chosen : [...chosen, piece]), [])
    .slice(0, most);
}

/** @param {string} word @param {number} length */
const windows = (word, length) => Array.from({ length: word.length - length + 1 }, (_, at) => word.slice(at, at + length));

/** For two questions of the same kind, in turn: neither is asked what was asked before. @template T @param {T[]} list */
const shared = (list) => [list.filter((_, at) => at % 2 === 0), list.filter((_, at) => at % 2 === 1)];

/** @param {string} folder @param {number} count @returns {import('./products.mjs').Questions} */
export function drawQuestions(folder, count) {
  /** @type {{title: string, region?: string}[]} */
  const rows = JSON.parse(readFileSync(datasetName(folder, 'rows', count), 'utf8'));
  const titles = rows.map((row) => (row.title ?? '').toLowerCase());
  const words = tally(titles.flatMap((title) => title.match(/(?<![\p{L}\p{M}])[a-z]{3,}(?![\p{L}\p{M}])/gu) ?? []));
  const ranked = mostFrequent(words);

  const sample = titles.filter((_, row) => row % Math.ceil(count / 10_000) === 0);
  const pieces = new Set(ranked.slice(0, 150).flatMap((word) => [word, ...windows(word, 2), ...windows(word, 3)]));
  const [common, commonSorted] = shared(nearest([...pieces], sample, CommonShare * sample.length, 2 * Values));

  const wanted = Math.max(1, RareShare * count);
  const rarest = ranked.filter((word) => word.length >= 5)
    .sort((left, right) => Math.abs((words.get(left) ?? 0) - wanted) - Math.abs((words.get(right) ?? 0) - wanted))
    .slice(0, 2 * Values);
  const rare = nearest(rarest, titles, wanted, Values);
  const [regions, ticked] = shared(mostFrequent(tally(rows.map((row) => row.region))).slice(0, 2 * Values));
  if (commonSorted.length === 0 || rare.length === 0) throw new Error('The titles have no word of the wanted frequency.');
  return { common, commonSorted, rare, regions, ticked };
}
