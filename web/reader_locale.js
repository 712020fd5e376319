// @ts-check
// How the reader's variant of the interface's language writes numbers, dates and durations, as Intl knows it: the
// texts of src/view/locale.h, in its order.
const FIELD_END = '\x1f';
/** For readers of other languages: the words of the interface, the day before the month. */
const ELSEWHERE = 'en-GB';
const MONTHS = [...Array(12).keys()].map((month) => Date.UTC(2023, month, 15));
const MORNING = Date.UTC(2023, 0, 15, 9, 30);
const EVENING = Date.UTC(2023, 0, 15, 21, 30);

/** @param {readonly string[]} [languages] the reader's, the dearest first */
export function readerLocale(languages = navigator.languages) {
  const language = languages.find((each) => /^en\b/i.test(each)) ?? ELSEWHERE;
  /** @param {Intl.NumberFormatOptions} [options] */
  const numbers = (options) => new Intl.NumberFormat(language, { numberingSystem: 'latn', ...options });
  /** @param {Intl.DateTimeFormatOptions} options */
  const dates = (options) => new Intl.DateTimeFormat(language, { calendar: 'gregory', timeZone: 'UTC', ...options });
  /** @param {{type: string, value: string}[]} parts @param {string} type */
  const part = (parts, type) => parts.find((each) => each.type === type)?.value ?? '';
  /** A number without its digits. @param {string} unit @param {number} count */
  const unit = (unit, count) => numbers({ style: 'unit', unit, unitDisplay: 'short' }).formatToParts(count)
    .flatMap(({ type, value }) => (type === 'unit' || type === 'literal' ? value : [])).join('');

  const large = numbers().formatToParts(123456789);
  const groups = large.flatMap(({ type, value }) => (type === 'integer' ? value.length : [])).reverse();
  const day = dates({ dateStyle: 'medium' }).formatToParts(MORNING).map(({ type }) => type);
  const time = dates({ hour: 'numeric', minute: '2-digit' });
  return [
    part(large, 'group'),
    groups.slice(0, 2).join(''),
    part(numbers().formatToParts(1.5), 'decimal'),
    day.indexOf('month') < day.indexOf('day') ? 'mdy' : 'dmy',
    part(time.formatToParts(MORNING), 'dayPeriod'),
    part(time.formatToParts(EVENING), 'dayPeriod'),
    ...['hour', 'minute', 'second'].flatMap((each) => [unit(each, 1), unit(each, 2)]),
    ...MONTHS.map((each) => dates({ month: 'long' }).format(each)),
    ...MONTHS.map((each) => dates({ month: 'short' }).format(each)),
  ].join(FIELD_END);
}
