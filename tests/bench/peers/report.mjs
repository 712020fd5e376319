// @ts-check
// Samples to Markdown: a table per number of rows, a row per measurement, a column per product, and what this
// explorer takes for each 1 that the best rival takes.

/** @typedef {{samples: number[], note?: string}} Cell `note` replaces the figures: why there are none */
/** @typedef {{id: string, label: string, unit: string, digits?: number, ratio?: boolean}} RowSpec */

/** @param {number[]} samples */
export function median(samples) {
  const sorted = samples.toSorted((left, right) => left - right);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

/** Three figures that matter, no more. @param {number} value */
function figure(value) {
  if (value >= 99.95) return Math.round(value).toLocaleString('en');
  return value.toFixed(value >= 9.995 ? 1 : 2);
}

/** @param {Cell | undefined} cell */
function cellText(cell) {
  if (!cell || (cell.samples.length === 0 && !cell.note)) return '–';
  if (cell.note) return cell.note;
  const [low, middle, high] = [Math.min(...cell.samples), median(cell.samples), Math.max(...cell.samples)].map(figure);
  return low === high ? middle : `${middle} (${low}–${high})`;
}

/** @param {Map<string, Cell>} cells by product @param {string} own */
function ratioText(cells, own) {
  const ours = cells.get(own);
  const rivals = [...cells].filter(([name, cell]) => name !== own && cell.samples.length > 0 && !cell.note).map(([, cell]) => median(cell.samples));
  if (!ours || ours.note || ours.samples.length === 0 || rivals.length === 0) return '–';
  const best = Math.min(...rivals);
  return best > 0 ? `${figure(median(ours.samples) / best)}` : '–';
}

/**
 * @param {string} heading @param {RowSpec[]} specs @param {{name: string, title: string}[]} columns
 * @param {Map<string, Map<string, Cell>>} results cells by row id and product @param {string} own product of the ratio
 */
export function table(heading, specs, columns, results, own) {
  const lines = [
    `### ${heading}`, '',
    `| | ${columns.map(({ title }) => title).join(' | ')} | ours : best rival |`,
    `|---|${columns.map(() => '--:|').join('')}--:|`,
  ];
  for (const spec of specs) {
    const cells = results.get(spec.id) ?? new Map();
    const texts = columns.map(({ name }) => cellText(cells.get(name)));
    if (texts.every((text) => text === '–')) continue;
    const ratio = spec.ratio === false ? '–' : ratioText(new Map(columns.map(({ name }) => [name, cells.get(name) ?? { samples: [] }])), own);
    lines.push(`| ${spec.label}, ${spec.unit} | ${texts.join(' | ')} | ${ratio} |`);
  }
  return lines.join('\n');
}
