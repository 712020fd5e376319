// Writes the folding table of text_fold.cpp from this JavaScript engine's own Unicode data:
// node make_fold_table.mjs OUTPUT. What a code point folds to is decided here; see text_fold.h for the
// promise. Knows nothing of texts: composition of Hangul and Kana happens in text_fold.cpp.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

// Code points that fold to nothing: accents (never vowel signs), Arabic elongation, invisible controls
// and variation selectors.
const REMOVED = [
  [0x00ad, 0x00ad], [0x0300, 0x036f], [0x0483, 0x0489], [0x0591, 0x05bd], [0x05bf, 0x05bf],
  [0x05c1, 0x05c2], [0x05c4, 0x05c5], [0x05c7, 0x05c7], [0x0610, 0x061a], [0x061c, 0x061c],
  [0x0640, 0x0640], [0x064b, 0x065f], [0x0670, 0x0670], [0x06d6, 0x06dc], [0x06df, 0x06e4],
  [0x06e7, 0x06e8], [0x06ea, 0x06ed], [0x0711, 0x0711], [0x0730, 0x074a], [0x0897, 0x089f],
  [0x08ca, 0x08e1], [0x08e3, 0x08ff], [0x180e, 0x180e], [0x1ab0, 0x1aff], [0x1dc0, 0x1dff],
  [0x200b, 0x200f], [0x202a, 0x202e], [0x2060, 0x206f], [0x20d0, 0x20f0], [0xa66f, 0xa672],
  [0xa674, 0xa67d], [0xa69e, 0xa69f], [0xfe00, 0xfe0f], [0xfe20, 0xfe2f], [0xfeff, 0xfeff],
  [0xe0100, 0xe01ef],
];

// Left as they are: Hangul syllables and conjoining jamo, enclosed and squared East Asian forms, radicals,
// CJK compatibility ideographs, Arabic ligatures of whole words and syllables, scripts in which a
// compatibility form carries a vowel, and rare scripts and notations beyond the first plane.
const KEPT = [
  [0x0e00, 0x0fff], [0x1100, 0x11ff], [0x2adc, 0x2adc], [0x2e80, 0x2fdf], [0x3200, 0x33ff], [0xac00, 0xd7ff],
  [0xd800, 0xdfff], [0xe000, 0xfaff], [0xfbea, 0xfbfb], [0xfc00, 0xfdf1], [0xfdf3, 0xfdff],
  [0x10780, 0x107bf], [0x11000, 0x1d3ff], [0x1e000, 0x1e8ff], [0x1ee00, 0x1eeff], [0x1f200, 0x1f2ff],
  [0x2f800, 0x2fa1f],
];

// What Unicode does not decompose but readers take for the plain letter, what it decomposes though it is a
// letter of its own, and quotes and dashes.
const SPECIAL = new Map();
const special = (from, to) => [...from].forEach((c) => SPECIAL.set(c.codePointAt(0), to));
for (const [from, to] of [
  ['ßẞ', 'ss'], ['æÆ', 'ae'], ['œŒ', 'oe'], ['þÞ', 'th'], ['øØ', 'o'], ['đĐðÐ', 'd'], ['łŁ', 'l'],
  ['ħĦ', 'h'], ['ŧŦ', 't'], ['ı', 'i'], ['ȷ', 'j'], ['ƀɃ', 'b'], ['ǥǤ', 'g'], ['ɨƗ', 'i'], ['ƶƵ', 'z'],
  ['ς', 'σ'], ['ך', 'כ'], ['ם', 'מ'], ['ן', 'נ'], ['ף', 'פ'], ['ץ', 'צ'],
  ['\u2018\u2019\u201a\u201b\u2032\u2035\u2039\u203a\u00b4\u02b9\u02bb\u02bc\u02bd', "'"],
  ['\u201c\u201d\u201e\u201f\u2033\u2036\u00ab\u00bb\u301d\u301e\u301f', '"'],
  ['\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2e3a\u2e3b', '-'], ['\u2044', '/'], ['\u301c', '~'],
  ['йЙ', 'й'], ['їЇ', 'ї'], ['\u309b', '\u3099'], ['\u309c', '\u309a'],
]) special(from, to);

const between = (ranges, cp) => ranges.some(([first, last]) => cp >= first && cp <= last);
const points = (text) => [...text].map((c) => c.codePointAt(0));

// Katakana to Hiragana, where there is one; half-width Hangul letters to the usual ones.
function foldKana(cp) {
  if ((cp >= 0x30a1 && cp <= 0x30f6) || cp === 0x30fd || cp === 0x30fe) return cp - 0x60;
  return cp;
}
function foldHalfwidthHangul(cp) {
  for (const [first, last, to] of [[0xffa0, 0xffa0, 0x3164], [0xffa1, 0xffbe, 0x3131], [0xffc2, 0xffc7, 0x314f],
    [0xffca, 0xffcf, 0x3155], [0xffd2, 0xffd7, 0x315b], [0xffda, 0xffdc, 0x3161]]) {
    if (cp >= first && cp <= last) return cp - first + to;
  }
  return null;
}

function foldOnce(cp) {
  if (cp < 0x80) return cp >= 0x41 && cp <= 0x5a ? [cp + 32] : [cp];
  if (SPECIAL.has(cp)) return points(SPECIAL.get(cp));
  if (between(REMOVED, cp)) return [];
  const hangul = foldHalfwidthHangul(cp);
  if (hangul !== null) return [hangul];
  const text = String.fromCodePoint(cp);
  if (cp <= 0xffff && /\p{Nd}/u.test(text)) return [0x30 + digitValue(cp)];
  if (between(KEPT, cp) || (cp >= 0x3131 && cp <= 0x318e)) return [cp];
  const plain = text.normalize('NFKD');
  // A spacing accent is not a space; voiced Kana stay one code point.
  if (plain !== ' ' && plain.startsWith(' ')) return [cp];
  if (/^[\u3041-\u3096\u309e\u30a1-\u30fa\u30fe]$/u.test(text)) {
    const kana = foldKana(cp);
    return kana === cp && cp > 0x30f6 && cp < 0x30fb ? points(plain).map(foldKana) : [kana];
  }
  return points(plain).flatMap((c) => points(String.fromCodePoint(c).toLowerCase())).map(foldKana);
}

// Digits come in runs of ten, each from zero to nine.
function digitValue(cp) {
  let zero = cp;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) --zero;
  return (cp - zero) % 10;
}

function fold(cp) {
  let now = [cp];
  for (;;) {
    const next = now.flatMap(foldOnce);
    if (next.join() === now.join()) return now;
    now = next;
  }
}

// The kinds of run, as text_fold.cpp knows them: see FoldRun there.
const [Shift, ShiftEverySecond, ShiftInPlane, Constant, ConstantEverySecond, List] = [0, 1, 2, 3, 4, 5];
const MAX_COUNT = 256;
const RUN_BYTES = 6;

// Every way to start a run at mapped[at]: {kind, count}, the longest of its kind.
function runsAt(mapped, at) {
  const { cp, to } = mapped[at];
  const length = (stride, fits) => {
    let count = 1;
    while (at + count < mapped.length && count < MAX_COUNT && mapped[at + count].cp === cp + count * stride &&
           fits(mapped[at + count])) ++count;
    return count;
  };
  const runs = [];
  if (to.length <= 1) {
    const target = to[0] ?? 0;
    const shifted = (m) => m.to.length === 1 && m.to[0] - m.cp === target - cp;
    const same = (m) => m.to.length <= 1 && (m.to[0] ?? 0) === target;
    if (target < 0x10000) {
      if (target !== 0) runs.push({ kind: Shift, count: length(1, shifted) }, { kind: ShiftEverySecond, count: length(2, shifted) });
      runs.push({ kind: Constant, count: length(1, same) }, { kind: ConstantEverySecond, count: length(2, same) });
    } else {
      runs.push({ kind: ShiftInPlane, count: length(1, shifted) });
    }
  }
  runs.push({ kind: List, count: length(1, () => true) });
  return runs;
}

const utf8 = (cps) => Buffer.from(String.fromCodePoint(...cps), 'utf8');

// Shortest cover of all mapped code points by runs (dynamic programming from the end).
function chooseRuns(mapped) {
  const best = new Array(mapped.length + 1);
  best[mapped.length] = { cost: 0 };
  for (let at = mapped.length - 1; at >= 0; --at) {
    for (const { kind, count } of runsAt(mapped, at)) {
      let cost = RUN_BYTES;
      for (let n = 1; n <= count; ++n) {
        if (kind === List) cost += utf8(mapped[at + n - 1].to).length + 1;
        const total = cost + best[at + n].cost;
        if (!best[at] || total < best[at].cost) best[at] = { cost: total, kind, count: n };
      }
    }
  }
  const runs = [];
  for (let at = 0; at < mapped.length; at += best[at].count) runs.push({ at, ...best[at] });
  return runs;
}

function tableOf(mapped) {
  const heads = [];
  const targets = [];
  let list = Buffer.alloc(0);
  for (const { at, kind, count } of chooseRuns(mapped)) {
    heads.push(((mapped[at].cp << 11) | ((count - 1) << 3) | kind) >>> 0);
    if (kind !== List) {
      targets.push((mapped[at].to[0] ?? 0) & 0xffff);
      continue;
    }
    const entries = Buffer.concat(mapped.slice(at, at + count).map((m) => Buffer.concat([utf8(m.to), Buffer.of(0)])));
    let place = list.indexOf(entries);
    if (place < 0) {
      place = list.length;
      list = Buffer.concat([list, entries]);
    }
    targets.push(place);
  }
  return { heads, targets, list };
}

function lines(values) {
  const out = [];
  for (let i = 0; i < values.length; i += 12) out.push(`    ${values.slice(i, i + 12).join(', ')},`);
  return out.join('\n');
}

const mapped = [];
for (let cp = 0x80; cp <= 0x10ffff; ++cp) {
  if (cp >= 0xd800 && cp <= 0xdfff) continue;
  const to = fold(cp);
  if (to.length !== 1 || to[0] !== cp) mapped.push({ cp, to });
}
const { heads, targets, list } = tableOf(mapped);
const bytes = heads.length * RUN_BYTES + list.length;
const output = process.argv[2];
mkdirSync(dirname(output), { recursive: true });
writeFileSync(output, `// Made by make_fold_table.mjs from Unicode ${process.versions.unicode}: ${mapped.length} code points, ${heads.length} runs, ${bytes} bytes.
constexpr uint32_t RunHeads[] = {
${lines(heads.map((h) => `0x${h.toString(16)}`))}
};
constexpr uint16_t RunTargets[] = {
${lines(targets.map(String))}
};
constexpr unsigned char RunLists[] = {
${lines([...list].map(String))}
};
`);
