// @ts-check
// This explorer beside what else shows a million rows in a browser: one Chromium, the same generated datasets,
// rounds interleaved between the products, answers compared with those of plain arrays. Judges nothing.
// Usage: node peers.mjs [--rows 10000,100000,1000000] [--rounds N] [--only NAME,...] [--out FILE.md]
// EXPLORER_DIST names another folder than dist, EXPLORER_MAKE_DATASET the generator, CHROMIUM the browser.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { drawQuestions, makeDatasets } from './peers/data.mjs';
import { Products } from './peers/products.mjs';
import { table } from './peers/report.mjs';
import { Rounds, measureRows } from './peers/rounds.mjs';
import { serveProduct } from './peers/server.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const project = resolve(here, '../..');
const folders = {
  pages: join(here, 'peers/pages'),
  packages: join(here, 'node_modules'),
  data: join(project, 'build/bench'),
  dist: resolve(process.env.EXPLORER_DIST ?? join(project, 'dist')),
};
// Without the frame limit nobody waits for the screen's next refresh: an answer takes what its work takes.
const BrowserFlags = [
  '--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking',
  '--no-first-run', '--disable-component-update', '--disable-sync', '--disable-frame-rate-limit', '--disable-gpu-vsync',
];

/** The rivals' packages, as the lock file names them; fetched on first use only. */
function installPackages() {
  const lock = join(here, 'package-lock.json');
  const installed = join(folders.packages, '.package-lock.json');
  if (existsSync(installed)) {
    const wanted = JSON.parse(readFileSync(lock, 'utf8')).packages;
    const there = JSON.parse(readFileSync(installed, 'utf8')).packages;
    const names = Object.keys(wanted).filter((name) => name !== '' && !wanted[name].optional);
    if (names.every((name) => there[name]?.version === wanted[name].version)) return;
  }
  console.error('Installing the rivals (npm ci)');
  execFileSync('npm', ['ci', '--prefix', here, '--no-audit', '--no-fund', '--ignore-scripts'], { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** @param {string} name */
const versionOf = (name) => JSON.parse(readFileSync(join(folders.packages, name, 'package.json'), 'utf8')).version;

/** @param {string} text @param {string} option @returns {number[]} */
function readCounts(text, option) {
  const counts = text.split(',').map(Number);
  if (!counts.every((count) => Number.isInteger(count) && count > 0)) throw new Error(`${option} needs whole numbers from 1, not '${text}'.`);
  return counts;
}

/** @returns {{rows: number[], rounds: Rounds | undefined, products: import('./peers/products.mjs').Product[], out: string | undefined}} */
function readOptions() {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string', default: '10000,100000,1000000' },
      rounds: { type: 'string' },
      only: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const names = values.only?.split(',');
  const unknown = names?.find((name) => !Products.some((product) => product.name === name));
  if (unknown) throw new Error(`--only knows ${Products.map(({ name }) => name).join(', ')}, not '${unknown}'.`);
  return {
    rows: readCounts(values.rows, '--rows'),
    rounds: values.rounds ? new Rounds(readCounts(values.rounds, '--rounds')[0]) : undefined,
    products: Products.filter(({ name }) => !names || names.includes(name)),
    out: values.out,
  };
}

/** @param {import('playwright-core').Browser} browser */
function machineLines(browser) {
  const packages = [...new Set(Products.flatMap((product) => product.packages))];
  return [
    `Machine: ${cpus()[0]?.model.trim() || 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB; `
      + `Chromium ${browser.version()}, headless, software WebGL; Node ${process.version}.`,
    '',
    `Rivals: ${packages.map((name) => `${name} ${versionOf(name)}`).join(', ')}.`,
    '',
    'Median (least–greatest); times run from the call until the frame that shows the first 50 rows is done, without waiting for the '
      + 'screen\'s refresh. The last column is what this explorer takes for each 1 of the best rival: below 1 is ahead.',
  ];
}

async function main() {
  const { rows, rounds, products, out } = readOptions();
  if (products.some(({ name }) => name === 'explorer') && !existsSync(join(folders.dist, 'index.html'))) {
    throw new Error(`${folders.dist} has no page: run ./build-wasm.sh first, or leave the explorer out with --only.`);
  }
  installPackages();
  for (const count of rows) await makeDatasets(folders.data, count, process.env.EXPLORER_MAKE_DATASET);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: BrowserFlags });
  const servers = new Map();
  const parts = [machineLines(browser).join('\n')];
  console.log(parts[0]);
  try {
    for (const product of products) servers.set(product.name, await serveProduct(folders, product.name === 'explorer'));
    for (const count of rows) {
      const questions = drawQuestions(folders.data, count);
      const measured = await measureRows({ browser, servers, products, count, questions, rounds: rounds ?? Rounds.for(count) });
      const columns = products.filter((product) => !product.baseline);
      const heading = `${count.toLocaleString('en')} rows`;
      parts.push([table(heading, measured.specs, columns, measured.results, 'explorer'), '', ...measured.notes].join('\n'));
      console.log(`\n${parts.at(-1)}`);
    }
  } finally {
    await browser.close();
    for (const server of servers.values()) await server.close();
  }
  if (out) writeFileSync(out, `${parts.join('\n\n')}\n`);
}

await main().catch((error) => {
  console.error(`peers.mjs: ${error.message}`);
  process.exitCode = 1;
});
