// @ts-check
// The order of a comparison. Cold rounds: each product in turn gets a fresh page, for what happens once (first
// rows, load, memory, first sorts). Warm rounds: each question in turn goes to every product's open page. With
// many rows only one page is open at a time: several would not fit into memory together.
import { compareAnswers } from './answers.mjs';
import {
  TooSlow, ask, fetchData, longestTask, measureRest, openProduct, reset, scrollFrameTime, scrollThrough, timeFirstRows,
} from './measure.mjs';
import { AskedQuestions } from './products.mjs';
import { median } from './report.mjs';
import { wireSize } from './server.mjs';

const OnePageFrom = 300_000;
/** Memory and idle work take ten seconds a page and vary little. */
const RestRounds = 3;
const TaskRounds = 2;

/** How often each measurement is repeated. */
export class Rounds {
  /** @param {number} warm @param {number} cold */
  constructor(warm, cold = Math.min(warm, 5)) {
    this.warm = warm;
    this.cold = cold;
  }

  /** @param {number} count of rows */
  static for(count) {
    return count < OnePageFrom ? new Rounds(9, 5) : new Rounds(5, 3);
  }
}

/** @typedef {import('./products.mjs').Product} Product */
/** @typedef {import('./measure.mjs').OpenPage} OpenPage */

/**
 * @typedef {object} Run
 * @property {import('playwright-core').Browser} browser
 * @property {Map<string, import('./server.mjs').ProductServer>} servers by product
 * @property {Product[]} products
 * @property {number} count of rows
 * @property {import('./products.mjs').Questions} questions
 * @property {Rounds} rounds
 */

/** @type {import('./report.mjs').RowSpec[]} */
const Specs = [
  { id: 'gzip', label: 'page over the wire, gzip', unit: 'KB' },
  { id: 'brotli', label: 'page over the wire, brotli', unit: 'KB' },
  { id: 'first-rows', label: 'first rows visible after navigation, cold', unit: 'ms' },
  { id: 'load-first', label: 'load, bytes in memory to the first 50 rows', unit: 'ms' },
  { id: 'load', label: 'load, bytes in memory to all rows', unit: 'ms' },
  ...AskedQuestions.map(({ id, label }) => ({ id, label, unit: 'ms' })),
  { id: 'memory', label: 'renderer memory after load', unit: 'MiB' },
  { id: 'peak', label: 'the most that the renderer held so far, the dataset\'s bytes included', unit: 'MiB' },
  { id: 'task-load', label: 'longest main-thread task, loading', unit: 'ms' },
  { id: 'task-search', label: 'longest main-thread task, searching', unit: 'ms' },
  { id: 'task-scroll', label: 'longest main-thread task, scrolling', unit: 'ms' },
  { id: 'frame', label: 'main thread per frame, scrolling end to end, p99', unit: 'ms' },
  { id: 'idle', label: 'idle processor time', unit: '%', ratio: false },
];

/** Collects samples, and why there are none. */
class Results {
  constructor() {
    /** @type {Map<string, Map<string, import('./report.mjs').Cell>>} */
    this.cells = new Map();
    /** @type {Set<string>} */
    this.problems = new Set();
  }

  /** @param {string} row @param {Product} product */
  cell(row, product) {
    const cells = this.cells.get(row) ?? new Map();
    this.cells.set(row, cells);
    const cell = cells.get(product.name) ?? { samples: [] };
    cells.set(product.name, cell);
    return cell;
  }

  /** @param {string} row @param {Product} product @param {number | undefined} value undefined: it has none */
  add(row, product, value) {
    if (value !== undefined) this.cell(row, product).samples.push(value);
  }

  /** @param {string} row @param {Product} product @param {unknown} error */
  fail(row, product, error) {
    this.cell(row, product).note = error instanceof TooSlow ? '> 60 s' : 'failed';
    const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
    this.problems.add(`${product.title}, ${row}: ${message}`);
  }

  /** @param {string} row @param {Product} product */
  failed(row, product) {
    return this.cell(row, product).note !== undefined;
  }
}

/** One run over one dataset. */
class Comparison {
  /** @param {Run} run */
  constructor(run) {
    this.run = run;
    this.results = new Results();
    /** @type {Map<string, Map<string, import('./measure.mjs').Timed>>} answers by question and round, and product */
    this.answers = new Map();
  }

  /** @param {Product} product */
  server(product) {
    return /** @type {import('./server.mjs').ProductServer} */ (this.run.servers.get(product.name));
  }

  /** @param {Product} product */
  data(product) {
    return `/data/${product.format}-${this.run.count}.json`;
  }

  /** @param {string} text */
  say(text) {
    console.error(`${this.run.count} rows: ${text}`);
  }

  /** Does something, or notes in the row why it could not. @template T @param {string} row @param {Product} product @param {() => Promise<T>} work */
  async attempt(row, product, work) {
    if (this.results.failed(row, product)) return undefined;
    try {
      return await work();
    } catch (error) {
      this.results.fail(row, product, error);
      return undefined;
    }
  }

  /** A page that has the dataset; undefined: it cannot load it. @param {Product} product @param {boolean} [isTimed] */
  async load(product, isTimed = false) {
    return this.attempt('load', product, async () => {
      const open = await openProduct(this.run.browser, this.server(product).url, product);
      try {
        await fetchData(open.page, this.data(product));
        const timed = await ask(open.page, 'load');
        if (isTimed) {
          this.results.add('load', product, timed?.ms);
          if (!product.baseline) this.results.add('load-first', product, timed?.firstMs);
        }
        this.note('load', product, timed);
        return open;
      } catch (error) {
        await open.close();
        throw error;
      }
    });
  }

  /** @param {string} key @param {Product} product @param {import('./measure.mjs').Timed | undefined} timed */
  note(key, product, timed) {
    if (!timed || product.baseline) return;
    const answers = this.answers.get(key) ?? new Map();
    answers.set(product.name, timed);
    this.answers.set(key, answers);
  }

  /** @param {OpenPage} open @param {Product} product @param {import('./products.mjs').Question} question @param {number} round */
  async question(open, product, question, round) {
    await this.attempt(question.id, product, async () => {
      await reset(open.page);
      const timed = await ask(open.page, question.operation, question.values(this.run.questions, round));
      this.results.add(question.id, product, timed?.ms);
      this.note(`${question.id} ${round}`, product, timed);
    });
  }

  async firstRows() {
    for (let round = 0; round < this.run.rounds.cold; ++round) {
      for (const product of this.run.products.filter(({ baseline }) => !baseline)) {
        this.server(product).fetched.clear();
        const ms = await this.attempt('first-rows', product, () =>
          timeFirstRows(this.run.browser, this.server(product).url, product, this.data(product)));
        this.results.add('first-rows', product, ms);
        if (round > 0) continue;
        const { gzip, brotli } = wireSize(this.server(product).fetched);
        this.results.add('gzip', product, gzip / 1000);
        this.results.add('brotli', product, brotli / 1000);
      }
      this.say(`first rows, round ${round + 1} of ${this.run.rounds.cold}`);
    }
  }

  /** What happens once in a page's life, in the order in which it disturbs least. @param {Product} product @param {OpenPage} open @param {import('playwright-core').CDPSession} session @param {number} round */
  async once(product, open, session, round) {
    if (product.baseline) return;
    const rest = round < RestRounds ? await this.attempt('memory', product, () => measureRest(session, open)) : undefined;
    this.results.add('memory', product, rest?.memory);
    this.results.add('peak', product, rest?.peak);
    this.results.add('idle', product, rest?.idle);
    for (const question of AskedQuestions.filter(({ first }) => first)) await this.question(open, product, question, 0);
  }

  /** @param {import('playwright-core').CDPSession} session */
  async loads(session) {
    for (let round = 0; round < this.run.rounds.cold; ++round) {
      for (const product of this.run.products) {
        const open = await this.load(product, true);
        if (!open) continue;
        await this.once(product, open, session, round);
        await open.close();
      }
      this.say(`load, round ${round + 1} of ${this.run.rounds.cold}`);
    }
  }

  /** @param {Product[]} products whose pages are open together */
  async warm(products) {
    /** @type {Map<Product, OpenPage>} */
    const pages = new Map();
    for (const product of products) {
      const open = await this.load(product);
      if (open) pages.set(product, open);
    }
    for (let round = 0; round < this.run.rounds.warm; ++round) {
      for (const question of AskedQuestions.filter(({ first }) => !first)) {
        for (const [product, open] of pages) await this.question(open, product, question, round);
      }
      this.say(`questions to ${products.map(({ name }) => name).join(', ')}, round ${round + 1} of ${this.run.rounds.warm}`);
    }
    for (const [product, open] of pages) {
      await this.attempt('frame', product, async () => {
        await reset(open.page);
        this.results.add('frame', product, await scrollFrameTime(open));
      });
      await open.close();
    }
  }

  /** How long the page's thread is away, in a page of its own: the probe costs time itself. @param {Product} product */
  async tasks(product) {
    await this.attempt('task-load', product, async () => {
      const open = await openProduct(this.run.browser, this.server(product).url, product);
      try {
        await fetchData(open.page, this.data(product));
        this.results.add('task-load', product, await longestTask(open.page, () => ask(open.page, 'load')));
        const { questions } = this.run;
        this.results.add('task-search', product, await longestTask(open.page, async () => {
          await ask(open.page, 'search', [questions.common[0]]);
          await ask(open.page, 'search', [questions.rare[0]]);
        }));
        await reset(open.page);
        let scrolled = false;
        const longest = await longestTask(open.page, async () => { scrolled = await scrollThrough(open.page); });
        if (scrolled) this.results.add('task-scroll', product, longest);
      } finally {
        await open.close();
      }
    });
  }

  async measure() {
    const session = await this.run.browser.newBrowserCDPSession();
    const products = this.run.products.filter(({ baseline }) => !baseline);
    await this.firstRows();
    await this.loads(session);
    if (this.run.count < OnePageFrom) await this.warm(products);
    else for (const product of products) await this.warm([product]);
    for (let round = 0; round < Math.min(TaskRounds, this.run.rounds.cold); ++round) {
      for (const product of products) await this.tasks(product);
    }
    await session.detach();
  }

  notes() {
    const baselines = this.run.products.filter(({ baseline }) => baseline).map((product) => {
      const { samples } = this.results.cell('load', product);
      if (samples.length === 0) return `- ${product.title}: no figure.`;
      const of = product.format === 'feed' ? 'the feed that this explorer loads' : 'the flat rows that the rivals load';
      return `- \`JSON.parse\` alone, of ${of}: ${median(samples).toFixed(1)} ms (${Math.min(...samples).toFixed(1)}–${Math.max(...samples).toFixed(1)}).`;
    });
    const { common, rare } = this.run.questions;
    return [
      ...baselines,
      `- Searched: ${common.slice(0, this.run.rounds.warm).join(', ')}; rare: ${rare.slice(0, this.run.rounds.warm).join(', ')}.`,
      '- DuckDB-wasm orders only the 50 rows that it shows; crossfilter sorts title, date and region while it loads.',
      '- The rivals load flat rows, with a place such as “top ten” as plain 10; this explorer loads the feed of the same facts.',
      ...compareAnswers(this.run.products, this.answers).map((line) => `- ${line}`),
      ...[...this.results.problems].map((problem) => `- ${problem}`),
    ];
  }
}

/** @param {Run} run */
export async function measureRows(run) {
  const comparison = new Comparison(run);
  await comparison.measure();
  return { specs: Specs, results: comparison.results.cells, notes: comparison.notes() };
}
