// @ts-check
// The language of the interface, and how the reader's variant of it writes numbers, dates and durations, as Intl
// knows it: the texts of src/view/locale.h, in its order.

/** The languages that there are strings for (src/view/strings). */
const LANGUAGES = ['en', 'ko', 'ar'];
const RIGHT_TO_LEFT = ['ar'];
/** For readers of other languages: the words of the interface, the day before the month. */
const ELSEWHERE = 'en-GB';
const FIELD_END = '\x1f';
const MONTHS = [...Array(12).keys()].map((month) => Date.UTC(2023, month, 15));
const MORNING = Date.UTC(2023, 0, 15, 9, 30);
const EVENING = Date.UTC(2023, 0, 15, 21, 30);
/** What stands for the parts of a date in its patterns. @type {Record<string, string>} */
const PLACES = { day: '{0}', month: '{1}', year: '{2}' };

/** "ko-KR" -> "ko". @param {string} tag */
export const languageOf = (tag) => tag.replace(/-.*/, '').toLowerCase();

/** @param {string} tag */
export const isRightToLeft = (tag) => RIGHT_TO_LEFT.includes(languageOf(tag));

/** Nothing for what is no tag of a language. @param {string | null} tag @returns {string[]} */
function canonical(tag) {
  try {
    return tag ? Intl.getCanonicalLocales(tag) : [];
  } catch {
    return [];
  }
}

/**
 * The tag of the language to speak: what was asked for, else what the reader likes best of those that there are. A
 * language without its region is taken in the reader's own variant.
 * @param {string | null} [asked] @param {readonly string[]} [languages] the reader's, the dearest first
 */
export function readerLanguage(asked = null, languages = navigator.languages) {
  const first = [...canonical(asked), ...languages].find((tag) => LANGUAGES.includes(languageOf(tag))) ?? ELSEWHERE;
  if (first.includes('-')) return first;
  return languages.find((tag) => languageOf(tag) === first) ?? (first === languageOf(ELSEWHERE) ? ELSEWHERE : first);
}

/** @param {string} language its tag */
export function readerLocale(language) {
  /**
   * Latin digits in every language: those that count stand beside those of titles, addresses and queries, which the
   * dataset and the grammar write with them.
   * @param {Intl.NumberFormatOptions} [options]
   */
  const numbers = (options) => new Intl.NumberFormat(language, { numberingSystem: 'latn', ...options });
  /** @param {Intl.DateTimeFormatOptions} options */
  const dates = (options) => new Intl.DateTimeFormat(language,
    { calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC', ...options });
  /** @param {{type: string, value: string}[]} parts @param {string} type */
  const part = (parts, type) => parts.find((each) => each.type === type)?.value ?? '';
  /** @param {Intl.DateTimeFormatOptions} options */
  const pattern = (options) => dates(options).formatToParts(MORNING)
    .map(({ type, value }) => PLACES[type] ?? value).join('');
  /** A number without its digits. @param {string} unit @param {number} count */
  const unit = (unit, count) => numbers({ style: 'unit', unit, unitDisplay: 'short' }).formatToParts(count)
    .flatMap(({ type, value }) => (type === 'unit' || type === 'literal' ? value : [])).join('');
  const clock = dates({ hour: 'numeric', minute: '2-digit' });
  /** Where hours count to 12. @param {number} time */
  const dayPart = (time) => {
    const parts = clock.formatToParts(time), period = part(parts, 'dayPeriod');
    if (!period) return '';
    return parts[0].type === 'dayPeriod' ? `${period} {0}` : `{0} ${period}`;
  };

  const large = numbers().formatToParts(123456789);
  const groups = large.flatMap(({ type, value }) => (type === 'integer' ? value.length : [])).reverse();
  return [
    part(large, 'group'),
    groups.slice(0, 2).join(''),
    part(numbers().formatToParts(1.5), 'decimal'),
    pattern({ year: 'numeric', month: 'short', day: 'numeric' }),
    pattern({ month: 'short', day: 'numeric' }),
    pattern({ year: 'numeric', month: 'long' }),
    pattern({ year: 'numeric' }),
    dayPart(MORNING),
    dayPart(EVENING),
    ...['hour', 'minute', 'second'].flatMap((each) => [unit(each, 1), unit(each, 2)]),
    language,
    isRightToLeft(language) ? 'rtl' : 'ltr',
    ...MONTHS.map((each) => dates({ month: 'long' }).format(each)),
    ...MONTHS.map((each) => dates({ month: 'short' }).format(each)),
  ].join(FIELD_END);
}
