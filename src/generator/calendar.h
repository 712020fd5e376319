// The days of 2004 to 2024, as text, with the chance that an article appears on each: more from year to year,
// fewer in summer, half as many on Saturdays and Sundays.
#pragma once

#include <cstdint>
#include <vector>

#include "generator/padded_text.h"
#include "generator/weighted_table.h"

namespace explorer {

using DayText = PaddedText<15>;

class Calendar {
 public:
  static constexpr uint32_t FirstYear = 2004;
  static constexpr uint32_t LastYear = 2024;

  Calendar();

  uint32_t draw_day(RandomSource& random) const { return days_chances_.draw(random); }
  uint32_t draw_hour(RandomSource& random) const { return hours_.draw(random); }

  // "2019-03-02"; the first four bytes are the year, the first seven the month.
  const DayText& text(uint32_t day) const { return days_[day]; }
  uint32_t day_count() const { return static_cast<uint32_t>(days_.size()); }

 private:
  std::vector<DayText> days_;
  WeightedTable days_chances_;
  WeightedTable hours_;
};

}  // namespace explorer
