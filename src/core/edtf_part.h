// The pieces that parse_edtf is made of: one date without time, and how it is refused. Only for
// parse_edtf.cpp; everybody else includes partial_date.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/partial_date.h"
#include "core/phrase.h"

namespace explorer::edtf {

inline constexpr int64_t SecondsPerDay = 86400;
inline constexpr std::string_view Digits = "0123456789";

// One date of at most two; holds a value unless `error` says why not.
struct Part {
  int64_t earliest = 0;
  int64_t latest = 0;
  DatePrecision precision = DatePrecision::Day;
  DateQualifier qualifier = DateQualifier::None;
  bool unspecified = false;
  std::string error;
};

// Refusals: a part that holds nothing but the reason. `what` is the form that level 2 has.
Part refuse(std::string why);
Part refuse(Phrase why);
Part refuse_level_2(std::string_view what);

// `text` between quotes, cut where it is too long to be shown.
std::string quoted(std::string_view text);

// The number that `text` spells with digits alone, if it has exactly `size` (at most 9) of them.
std::optional<int> number(std::string_view text, size_t size);

// The first instant of a day.
int64_t start_of(int64_t year, int month, int day);

// A date without time and qualifier, and one with a qualifier.
Part parse_plain_date(std::string_view text);
Part parse_date(std::string_view text);

}  // namespace explorer::edtf
