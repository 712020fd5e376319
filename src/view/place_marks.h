// Puts the marks of one lane and their labels into rows: greedy, from left to right, a label inside its mark
// or beside it where there is room, dropped where there is none; what still falls together is counted.
#pragma once

#include "view/time_lanes.h"

namespace explorer {

class MarkPlacer {
 public:
  // `inside`: rows are high enough for a label in a mark.
  MarkPlacer(const Dataset& dataset, const TimeScale& scale, TextMeasurer& measurer, bool inside)
      : dataset_(dataset), scale_(scale), measurer_(measurer), inside_(inside) {}

  // How many rows it takes to show each of `rows` with its label; at most `most`, at least 1.
  uint32_t rows_wanted(TableId table, const std::vector<RowIndex>& rows, uint32_t most) const;
  // With how many rows at least no two dates become one mark; at most `most`.
  uint32_t rows_needed(TableId table, const std::vector<RowIndex>& rows, uint32_t most) const;
  // Marks for all of `rows`, in the order of time.
  std::vector<TimeMark> place(TableId table, const std::vector<RowIndex>& rows, uint32_t row_count) const;

 private:
  TimeMark mark_of(TableId table, RowIndex row) const;
  std::vector<TimeMark> marks_of(TableId table, const std::vector<RowIndex>& rows) const;
  bool has_room(const TimeMark& mark, float label_w) const;
  bool place_all(TableId table, std::vector<TimeMark>& marks, uint32_t row_count) const;
  void place_crowd(TableId table, std::vector<TimeMark>& marks, uint32_t row_count) const;
  void label_in_crowd(TableId table, TimeMark& mark, float end) const;
  // Backdrops last: a line at the foot, and the label where the rows have room for it.
  void add_backdrops(TableId table, std::vector<TimeMark>& marks, std::vector<TimeMark> wide,
                     uint32_t row_count) const;
  std::string label_of(TableId table, const TimeMark& mark, bool with_date) const;

  const Dataset& dataset_;
  const TimeScale& scale_;
  TextMeasurer& measurer_;
  bool inside_;
};

// What a mark of one row is called on the timeline: "FACE, album".
std::string mark_title(const Dataset& dataset, TableId table, RowIndex row);
// The dates of a mark in words: of a cluster, from its first day to its last.
std::string mark_date(const Dataset& dataset, TableId table, const TimeMark& mark);

}  // namespace explorer
