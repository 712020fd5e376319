// Which distinct values of one column a term holds for: texts compared folded, numbers, durations and dates
// as spans of what they may mean. In steps, so that a column of a million texts blocks nobody. Knows no rows.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/column.h"
#include "core/query.h"
#include "core/text_search.h"

namespace explorer {

// Everything a number, a duration (seconds) or a date (instants) may be, both ends included.
struct Span {
  int64_t least;
  int64_t greatest;
};

class ValueJudge {
 public:
  // `term` and `column` must outlive it. The operation Missing is not for values.
  ValueJudge(const Term& term, const Column& column);

  // Whether no value can hold, so that no step is needed.
  bool is_hopeless() const { return hopeless_; }
  uint32_t step_count() const;
  // Sets verdicts[code] = 1 for values of one part for which the term holds. `verdicts` has an entry a value.
  void step(uint32_t number, std::span<uint8_t> verdicts) const;
  // The same for single values, where only few are asked for.
  void judge(std::span<const ValueCode> codes, std::span<uint8_t> verdicts) const;

 private:
  bool holds(ValueCode code, std::string& buffer) const;
  bool region_holds(std::string_view code) const;
  bool span_holds(Span value) const;
  Span span_of(ValueCode code) const;
  void read_needles();
  void read_spans();

  const Term& term_;
  const Column& column_;
  bool anywhere_;
  bool hopeless_ = false;
  TermOp op_;
  std::vector<Needle> needles_;
  std::vector<Span> spans_;
};

}  // namespace explorer
