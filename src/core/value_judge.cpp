// See value_judge.h.
#include "core/value_judge.h"

#include <algorithm>

#include "core/regions.h"
#include "core/text_fold.h"

namespace explorer {
namespace {

constexpr Span OpenSpan = {INT64_MIN, INT64_MAX};
constexpr uint32_t ValuesPerStep = 16'384;

bool compare_spans(TermOp op, Span row, Span value) {
  switch (op) {
    case TermOp::Contains:
      return row.least <= value.greatest && row.greatest >= value.least;
    case TermOp::Equals:
      return row.least >= value.least && row.greatest <= value.greatest;
    case TermOp::Less:
      return row.least < value.least;
    case TermOp::LessEqual:
      return row.least <= value.greatest;
    case TermOp::Greater:
      return row.greatest > value.greatest;
    case TermOp::GreaterEqual:
      return row.greatest >= value.least;
    case TermOp::Range:
    case TermOp::Missing:
      break;
  }
  return false;
}

// A term without a column asks for the number as it is written: seconds need a unit there, or every word of
// digits would find durations.
std::optional<Span> read_span(ColumnType type, const std::string& text, bool anywhere) {
  if (type == ColumnType::Date) {
    const DateParse date = parse_edtf(text);
    if (!date.value || !date.value->stated()) return std::nullopt;
    return Span{date.value->earliest, date.value->latest};
  }
  const std::optional<int64_t> count = parse_count(text);
  if (type == ColumnType::Duration && anywhere && count) return std::nullopt;
  const std::optional<int64_t> number = type == ColumnType::Number ? count : parse_duration(text);
  if (!number) return std::nullopt;
  return Span{*number, *number};
}

}  // namespace

ValueJudge::ValueJudge(const Term& term, const Column& column)
    : term_(term), column_(column), anywhere_(term.column.empty()), op_(term.op) {
  if (holds_strings(column.spec.type)) {
    read_needles();
  } else {
    read_spans();
  }
}

void ValueJudge::read_needles() {
  hopeless_ = op_ != TermOp::Contains && op_ != TermOp::Equals;
  for (const std::string& value : term_.values)
    needles_.push_back({fold_text(value), op_ == TermOp::Equals});
}

// A value that cannot be read as the column's type holds for no row.
void ValueJudge::read_spans() {
  const bool range = op_ == TermOp::Range;
  if (anywhere_) {
    hopeless_ = op_ != TermOp::Contains && op_ != TermOp::Equals;
    op_ = TermOp::Equals;
  }
  for (const std::string& value : term_.values) {
    const std::optional<Span> span = range && value.empty() ? std::optional<Span>(OpenSpan)
                                                            : read_span(column_.spec.type, value, anywhere_);
    if (span) spans_.push_back(*span);
  }
  const bool incomplete = range && (term_.values.size() != 2 || spans_.size() != 2);
  hopeless_ = hopeless_ || spans_.empty() || incomplete;
}

bool ValueJudge::span_holds(Span value) const {
  if (op_ == TermOp::Range) {
    return compare_spans(TermOp::GreaterEqual, value, spans_[0]) &&
           compare_spans(TermOp::LessEqual, value, spans_[1]);
  }
  return std::ranges::any_of(spans_, [&](Span span) { return compare_spans(op_, value, span); });
}

Span ValueJudge::span_of(ValueCode code) const {
  if (column_.spec.type == ColumnType::Date) {
    const PartialDate& date = column_.value_date(code);
    return {date.earliest, date.latest};
  }
  const Quantity& quantity = column_.value_number(code);
  if (anywhere_) return {quantity.value, quantity.value};
  const QuantityBounds limits = bounds(quantity);
  return {limits.least, limits.greatest};
}

// The code of a region counts only as a whole. A value of a region column that is a known code does not
// look at names: `region:US` is not Belarus. A word without a column looks at both.
bool ValueJudge::region_holds(std::string_view code) const {
  const std::string folded_code = fold_text(code);
  const std::string folded_name = fold_text(region_name(code));
  // Addresses and habits know regions by their English names too.
  const std::string english = fold_text(english_region_name(code));
  for (size_t i = 0; i < needles_.size(); ++i) {
    const std::string& needle = needles_[i].folded;
    if (folded_code == needle) return true;
    if (!anywhere_ && find_region(term_.values[i]) != nullptr) continue;
    const auto is_in = [&](const std::string& name) {
      return needles_[i].whole ? name == needle : name.find(needle) != std::string::npos;
    };
    if (is_in(folded_name) || is_in(english)) return true;
  }
  return false;
}

bool ValueJudge::holds(ValueCode code, std::string& buffer) const {
  if (column_.spec.type == ColumnType::Region) return region_holds(column_.value_text(code));
  if (!holds_strings(column_.spec.type)) return span_holds(span_of(code));
  return std::ranges::any_of(
      needles_, [&](const Needle& needle) { return text_holds(column_.texts(), code, needle, buffer); });
}

uint32_t ValueJudge::step_count() const {
  const bool texts = holds_strings(column_.spec.type) && column_.spec.type != ColumnType::Region;
  if (texts) return search_step_count(column_.texts());
  return (column_.value_count() + ValuesPerStep - 1) / ValuesPerStep;
}

void ValueJudge::step(uint32_t number, std::span<uint8_t> verdicts) const {
  if (holds_strings(column_.spec.type) && column_.spec.type != ColumnType::Region) {
    for (const Needle& needle : needles_)
      search_step(column_.texts(), needle, number, verdicts);
    return;
  }
  std::string buffer;
  const uint32_t end = std::min(column_.value_count(), (number + 1) * ValuesPerStep);
  for (ValueCode code = number * ValuesPerStep; code < end; ++code)
    verdicts[code] = holds(code, buffer);
}

void ValueJudge::judge(std::span<const ValueCode> codes, std::span<uint8_t> verdicts) const {
  std::string buffer;
  for (const ValueCode code : codes) {
    if (verdicts[code] == 0) verdicts[code] = holds(code, buffer);
  }
}

}  // namespace explorer
