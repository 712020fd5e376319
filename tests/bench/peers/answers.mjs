// @ts-check
// A fast wrong answer must not win: counts and first rows of every product against those of plain arrays.

const Reference = 'arrays';
const Examples = 2;

/** @typedef {{count: number, first: string[]}} Answer */

/** To the minute and without marks of the format: the products print a date in different ways. @param {string} text */
const comparable = (text) => text.replace(/^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d).*$/, '$1 $2');

/** @param {Answer} expected @param {Answer} found @returns {string | undefined} in words, if they differ */
function difference(expected, found) {
  if (expected.count !== found.count) return `${found.count} instead of ${expected.count}`;
  const length = Math.min(expected.first.length, found.first.length);
  for (let row = 0; row < length; ++row) {
    const [wanted, there] = [comparable(expected.first[row]), comparable(found.first[row])];
    if (wanted !== there) return `row ${row + 1} is “${there}” instead of “${wanted}”`;
  }
  return undefined;
}

/**
 * One line for each product and question with a difference.
 * @param {import('./products.mjs').Product[]} products
 * @param {Map<string, Map<string, Answer>>} answers by question and round, and product
 */
export function compareAnswers(products, answers) {
  if (!products.some(({ name }) => name === Reference)) return ['Answers were not compared: plain arrays took no part.'];
  /** @type {Map<string, string[]>} */
  const found = new Map();
  let compared = 0;
  for (const [key, byProduct] of answers) {
    const expected = byProduct.get(Reference);
    for (const [name, answer] of byProduct) {
      if (!expected || name === Reference) continue;
      ++compared;
      const text = difference(expected, answer);
      if (!text) continue;
      const title = products.find((product) => product.name === name)?.title ?? name;
      const where = `${title}, ${key.replace(/ \d+$/, '')}`;
      found.set(where, [...(found.get(where) ?? []), text]);
    }
  }
  const lines = [...found].map(([where, texts]) => `${where} differs from plain arrays ${texts.length} times: ${[...new Set(texts)].slice(0, Examples).join('; ')}.`);
  return [`${compared} answers compared with those of plain arrays${lines.length === 0 ? ', all equal' : ''}.`, ...lines];
}
