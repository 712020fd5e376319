// Two texts compared by lines, for whoever has to see what changed.

const Around = 2;

/** How long the longest common part of two lists is from each pair of places on. @param {string[]} a @param {string[]} b */
function commonLengths(a, b) {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let k = b.length - 1; k >= 0; k--) {
      lengths[i][k] = a[i] === b[k] ? lengths[i + 1][k + 1] + 1 : Math.max(lengths[i + 1][k], lengths[i][k + 1]);
    }
  }
  return lengths;
}

/**
 * Lines that are gone with "- ", new ones with "+ ", some of those around them with "  ", and "..." for what is left
 * out; empty for equal texts.
 * @param {string} before @param {string} after
 */
export function textDiff(before, after) {
  const a = before.split('\n'), b = after.split('\n');
  const lengths = commonLengths(a, b);
  /** @type {{sign: string, line: string}[]} */
  const lines = [];
  for (let i = 0, k = 0; i < a.length || k < b.length;) {
    if (i < a.length && k < b.length && a[i] === b[k]) {
      lines.push({ sign: ' ', line: a[i++] });
      k++;
    } else if (i < a.length && (k === b.length || lengths[i + 1][k] >= lengths[i][k + 1])) {
      lines.push({ sign: '-', line: a[i++] });
    } else {
      lines.push({ sign: '+', line: b[k++] });
    }
  }
  const near = lines.map((_, at) => lines.slice(Math.max(at - Around, 0), at + Around + 1).some(({ sign }) => sign !== ' '));
  return lines.flatMap(({ sign, line }, at) => {
    if (near[at]) return [`${sign} ${line}`];
    return near[at - 1] ? ['...'] : [];
  }).join('\n');
}
