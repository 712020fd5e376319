// Reads EDTF level 0 and 1: cuts a text at the slash of an interval and at the T of a time, has edtf_part
// read the dates, and puts the value together.
#include <algorithm>
#include <optional>
#include <utility>

#include "core/edtf_part.h"
#include "core/partial_date.h"
#include "core/plain_date.h"

namespace explorer {
namespace {

using namespace edtf;

// Seconds to take from local time to get UTC, from "", "Z", "+hh" or "+hh:mm"; nothing if it is none of them.
std::optional<int64_t> parse_offset(std::string_view text) {
  if (text.empty() || text == "Z") return 0;
  if (text.front() != '+' && text.front() != '-') return std::nullopt;
  const std::optional<int> hours = number(text.substr(1, 2), 2);
  const std::optional<int> minutes = text.size() == 3                     ? 0
                                     : text.size() == 6 && text[3] == ':' ? number(text.substr(4), 2)
                                                                          : std::nullopt;
  if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  const int64_t seconds = *hours * 3600 + *minutes * 60;
  return text.front() == '-' ? -seconds : seconds;
}

Part parse_date_time(std::string_view text) {
  const size_t split = text.find('T');
  Part part = parse_plain_date(text.substr(0, split));
  if (!part.error.empty()) return part;
  if (part.precision != DatePrecision::Day || part.unspecified) return refuse(words::DateTimeNeedsDay);
  std::string_view time = text.substr(split + 1);
  const auto two_digits = [time](size_t at) {
    return time.size() < at + 2 ? std::nullopt : number(time.substr(at, 2), 2);
  };
  const std::optional<int> hour = two_digits(0), minute = two_digits(3), second = two_digits(6);
  if (!hour || !minute || !second || time[2] != ':' || time[5] != ':') {
    return refuse(fill(words::DateTimeForm, {quoted(time)}));
  }
  if (*hour > 23 || *minute > 59 || *second > 59) {
    return refuse(fill(words::DateNoTime, {time.substr(0, 8)}));
  }
  time.remove_prefix(8);
  if (time.starts_with('.')) {
    const size_t end = std::min(time.find_first_not_of(Digits, 1), time.size());
    if (end == 1) return refuse(words::DateFraction);
    time.remove_prefix(end);
  }
  const std::optional<int64_t> offset = parse_offset(time);
  if (!offset) return refuse(fill(words::DateOffset, {quoted(time)}));
  part.earliest += *hour * 3600 + *minute * 60 + *second - *offset;
  part.latest = part.earliest;
  part.precision = DatePrecision::Second;
  if (part.earliest < start_of(-9999, 1, 1) || part.earliest >= start_of(10000, 1, 1)) {
    return refuse(words::DateTimeYears);
  }
  return part;
}

DateParse failure(std::string_view why) {
  return {std::nullopt, std::string(why)};
}

DateForm form_of(std::string_view start, std::string_view end) {
  if (start == "..") return DateForm::OpenStart;
  if (start.empty()) return DateForm::UnknownStart;
  if (end == "..") return DateForm::OpenEnd;
  return end.empty() ? DateForm::UnknownEnd : DateForm::Interval;
}

DateParse parse_interval(std::string_view start_text, std::string_view end_text) {
  const bool has_start = start_text != ".." && !start_text.empty();
  const bool has_end = end_text != ".." && !end_text.empty();
  if (!has_start && !has_end) return failure(words::DateIntervalEmpty);
  const Part start = has_start ? parse_date(start_text) : Part{};
  const Part end = has_end ? parse_date(end_text) : Part{};
  for (const Part* part : {&start, &end}) {
    if (!part->error.empty()) return failure(part->error);
    const bool has_x = part->unspecified || part->precision < DatePrecision::Year;
    if (has_x) return failure(refuse_level_2(words::Level2IntervalX).error);
  }
  if (has_start && has_end && end.latest < start.earliest) return failure(words::DateIntervalOrder);
  PartialDate date;
  date.form = form_of(start_text, end_text);
  date.earliest = has_start ? start.earliest : EarliestInstant;
  date.latest = has_end ? end.latest : LatestInstant;
  date.precision = start.precision;
  date.qualifier = start.qualifier;
  date.end_precision = end.precision;
  date.end_qualifier = end.qualifier;
  return {date, {}};
}

}  // namespace

DateParse parse_edtf(std::string_view text) {
  if (const std::optional<int64_t> day = read_plain_day(text)) {
    PartialDate date;
    date.form = DateForm::Single;
    date.earliest = *day;
    date.latest = *day + SecondsPerDay - 1;
    return {date, {}};
  }
  if (text.empty()) return failure(words::DateEmpty);
  if (text.find_first_of("[]{}") != std::string_view::npos) {
    return failure(refuse_level_2(words::Level2Set).error);
  }
  const size_t time_mark = text.find('T');
  const bool has_time = time_mark != std::string_view::npos && time_mark > 0 &&
                        (Digits.find(text[time_mark - 1]) != std::string_view::npos);
  const size_t slash = text.find('/');
  if (slash != std::string_view::npos) {
    if (text.find('/', slash + 1) != std::string_view::npos) {
      return failure(fill(words::DateIntervalSlashes, {quoted(text)}));
    }
    if (has_time) return failure(words::DateIntervalTimes);
    return parse_interval(text.substr(0, slash), text.substr(slash + 1));
  }
  if (text.find("..") != std::string_view::npos) return failure(words::DateIntervalDots);
  Part part = has_time ? parse_date_time(text) : parse_date(text);
  if (!part.error.empty()) return failure(part.error);
  PartialDate date;
  date.form = DateForm::Single;
  date.earliest = part.earliest;
  date.latest = part.latest;
  date.precision = part.precision;
  date.qualifier = part.qualifier;
  date.unspecified = part.unspecified;
  return {date, {}};
}

}  // namespace explorer
