// See iso_time.h.
#include "static_page/iso_time.h"

#include <cstdio>
#include <optional>

#include "core/iso_duration.h"

namespace explorer {

namespace {

constexpr int64_t SecondsPerDay = 86400;

// The day of an instant, or as much of it as `precision` says; empty for years that need more than four
// digits.
std::string write_instant(int64_t instant, DatePrecision precision) {
  int64_t days = instant / SecondsPerDay;
  if (instant % SecondsPerDay < 0) --days;
  const CivilDate date = civil_from_days(days);
  if (date.year < 0 || date.year > 9999) return {};
  const auto year = static_cast<int>(date.year), second = static_cast<int>(instant - days * SecondsPerDay);
  char text[32];
  switch (precision) {
    case DatePrecision::Century:
    case DatePrecision::Decade:
    case DatePrecision::Year:
      std::snprintf(text, sizeof text, "%04d", year);
      break;
    case DatePrecision::Season:
    case DatePrecision::Month:
      std::snprintf(text, sizeof text, "%04d-%02d", year, date.month);
      break;
    case DatePrecision::Day:
      std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, date.month, date.day);
      break;
    case DatePrecision::Second:
      std::snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02dZ", year, date.month, date.day,
                    second / 3600, second / 60 % 60, second % 60);
      break;
  }
  return text;
}

// How precise a date is once its unspecified digits are cut off.
DatePrecision known_precision(const PartialDate& date) {
  constexpr int64_t LongestMonth = 31 * SecondsPerDay;
  if (!date.unspecified) return date.precision;
  return date.latest - date.earliest < LongestMonth ? DatePrecision::Month : DatePrecision::Year;
}

// One end of what the dataset covers. Of dates that begin (or end) together the most precise one counts.
class End {
 public:
  explicit End(bool is_last) : is_last_(is_last) {}

  void open() { open_ = true; }

  void take(int64_t instant, DatePrecision precision) {
    if (instant == EarliestInstant || instant == LatestInstant) return;
    if (precision == DatePrecision::Second) precision = DatePrecision::Day;
    const bool further = is_last_ ? instant > instant_ : instant < instant_;
    if (known_ && !further && (instant != instant_ || precision <= precision_)) return;
    known_ = true;
    instant_ = instant;
    precision_ = precision;
  }

  // Empty if nobody stated it.
  std::string str() const {
    if (open_) return "..";
    return known_ ? write_instant(instant_, precision_) : std::string();
  }

 private:
  bool is_last_;
  bool open_ = false;
  bool known_ = false;
  int64_t instant_ = 0;
  DatePrecision precision_ = DatePrecision::Day;
};

}  // namespace

std::string iso_date(const PartialDate& date, TimeOfDay time) {
  if (date.form != DateForm::Single || date.qualifier != DateQualifier::None) return {};
  const DatePrecision precision = known_precision(date);
  switch (precision) {
    case DatePrecision::Century:
    case DatePrecision::Decade:
    case DatePrecision::Season:
      return {};
    case DatePrecision::Second:
      if (time == TimeOfDay::LeftOut) return write_instant(date.earliest, DatePrecision::Day);
      [[fallthrough]];
    default:
      return write_instant(date.earliest, precision);
  }
}

std::string iso_coverage(const Dataset& dataset) {
  End first(false), last(true);
  for (const TableId id : AllTables) {
    const std::optional<size_t> column = find_column(id, "date");
    for (ValueCode code = 0; column && code < dataset.column(id, *column).value_count(); ++code) {
      const PartialDate& date = dataset.column(id, *column).value_date(code);
      if (date.form == DateForm::OpenStart) first.open();
      if (date.form == DateForm::OpenEnd) last.open();
      const DatePrecision precision = known_precision(date);
      first.take(date.earliest, precision);
      last.take(date.latest, date.form == DateForm::Single ? precision : date.end_precision);
    }
  }
  const std::string from = first.str(), to = last.str();
  if (from.empty() || to.empty()) return {};
  if (from != to) return from + "/" + to;
  return from == ".." ? std::string() : from;
}

std::string iso_duration(const Quantity& seconds) {
  if (!seconds.stated || seconds.qualifier != Qualifier::Exact || seconds.value < 0) return {};
  return write_iso_duration(seconds.value);
}

}  // namespace explorer
