// @ts-check
// What another language than English brings: its strings, made by src/view/strings/make_strings.mjs, its plural rule
// and its names of regions. Loaded only for readers of one.
import { languageOf } from './reader_locale.js';
import { answerOf, withBytes, withTexts } from './program_memory.js';
import { words } from './words.mjs';

/** @typedef {import('./explorer.mjs').Explorer} Explorer */

/** As src/core/phrase.h has them: the end of a text, the categories in order, and how many numbers have one. */
const TEXT_END = '\x1f';
const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];
const RULED_NUMBERS = 200;
/** What browsers leave out that know the names of countries alone. @type {Record<string, keyof typeof words>} */
const GROUPS = { '001': 'World', '002': 'Africa', '009': 'Oceania', '019': 'Americas', 142: 'Asia', 150: 'Europe' };
/** For how long the first frame may wait for strings: English is there at once. */
const PATIENCE_MS = 8000;

/** @param {string} tag of the language */
export async function fetchLanguage(tag) {
  const address = new URL(`strings-${languageOf(tag)}.txt`, import.meta.url);
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const [mark, phrases, ofPage] = (await response.text()).split('\n');
  return new Language(tag, [mark, pluralRule(tag), phrases].join(TEXT_END), ofPage.split(TEXT_END));
}

/** @param {string} tag */
function pluralRule(tag) {
  const rule = new Intl.PluralRules(tag);
  return [...Array(RULED_NUMBERS).keys()].map((count) => CATEGORIES.indexOf(rule.select(count))).join('');
}

export class Language {
  /** @param {string} tag @param {string} phrases for the program and its loader @param {string[]} ofPage by the order of `words` */
  constructor(tag, phrases, ofPage) {
    this.tag = tag;
    this.phrases = new TextEncoder().encode(phrases);
    this.ofPage = ofPage;
  }

  /**
   * Before the program starts. Returns whether these are its strings; they may be of another release of the page.
   * @param {Explorer} program
   */
  speak(program) {
    const taken = withBytes(program, this.phrases, program._explorer_phrases) !== 0;
    if (taken) Object.keys(words).forEach((name, index) => { words[name] = this.ofPage[index]; });
    return taken;
  }

  /** After it, before the first dataset. @param {Explorer} program */
  nameRegions(program) {
    const names = new Intl.DisplayNames(this.tag, { type: 'region', style: 'short', fallback: 'none' });
    const codes = answerOf(program, program._explorer_region_codes()).split(TEXT_END);
    const named = codes.flatMap((code) => {
      const name = code && (names.of(code) ?? words[GROUPS[code]]);
      return name ? [code, name] : [];
    });
    withTexts(program, [named.join(TEXT_END)], program._explorer_regions);
  }
}
