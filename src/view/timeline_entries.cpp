// What marks and bars of the timeline are called and do. See build_timeline.h.
#include "state/query_text.h"
#include "view/build_timeline.h"
#include "view/format.h"
#include "view/place_marks.h"
#include "view/table_columns.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

constexpr size_t NamedRows = 4;  // of a cluster, on its card

TimeWindow window_around(DaySpan days) {
  const auto from = static_cast<double>(days.first), to = static_cast<double>(days.end);
  const double room = (to - from) * 0.1;
  return {from - room, to + room};
}

std::string cell_named(const Dataset& dataset, RowRef row, std::string_view name) {
  const auto column = find_column(row.table, name);
  if (!column) return {};
  const std::string text = format_cell(dataset, row.table, row.row, *column);
  return text == NotStated ? std::string() : text;
}

// The precision of a date where it has one for both ends.
std::string edge_text(const PartialDate& date) {
  PartialDate plain = date;
  plain.qualifier = plain.end_qualifier = DateQualifier::None;
  return format_edtf(plain);
}

Command range_of(const SceneInput& in, const TimeMark& mark, const PartialDate& date) {
  if (!mark.one_date) return command::SetTimeWindow{window_around(mark.days)};
  const bool single = date.form == DateForm::Single && !date.unspecified;
  if (single) return toggle_range(in.state.query, date, date);
  return toggle_range(in.state.query, calendar_span(mark.days.first, mark.days.first + 1, DatePrecision::Day),
                      calendar_span(mark.days.end - 1, mark.days.end, DatePrecision::Day));
}

// The rows whose dates count at these days.
ColumnPart dates_within(TableId table, DaySpan days) {
  return {table, time_column(table), false, days.first, days.end - 1, {}};
}

}  // namespace

Subject subject_of(const TimeLaneFacts& lane, const TimeBin& bin) {
  const uint32_t first = day_from(lane, static_cast<double>(bin.from_day)).count;
  return {RowRef{lane.table, lane.rows[first]}, {}, dates_within(lane.table, {bin.from_day, bin.to_day})};
}

Command toggle_range(const Query& query, const PartialDate& from, const PartialDate& to) {
  const std::string first = edge_text(from), last = edge_text(to);
  if (range_text(query, "date") == std::vector<std::string>{first, last}) return command::ClearColumn{"date"};
  return command::SetRange{"date", first, last};
}

TimeEntry entry_of(const SceneInput& in, TableId table, const TimeMark& mark) {
  const Dataset& dataset = *in.dataset;
  const RowRef first{table, mark.rows[0]};
  const PartialDate& date = dataset.column(table, time_column(table)).date(first.row);
  TimeEntry entry;
  entry.subject = Subject{first, {}};
  entry.date = mark_date(dataset, table, mark);
  entry.lines.push_back({std::string(ui::CardDate), entry.date});
  if (mark.inferred) add_listed(entry.lines.back().value, ui::InferredWord);
  if (mark.rows.size() > 1) {
    entry.title = ui::count_rows(mark.rows.size(), table);
    for (size_t i = 0; i < mark.rows.size() && i < NamedRows; ++i)
      entry.lines.push_back({{}, row_title(dataset, table, mark.rows[i])});
    if (mark.rows.size() > NamedRows) entry.lines.push_back({{}, ui::and_more(mark.rows.size() - NamedRows)});
    entry.command = range_of(in, mark, date);
    entry.subject->part = dates_within(table, mark.days);
    return entry;
  }
  entry.title = row_title(dataset, table, first.row);
  const std::string kind = cell_named(dataset, first, "kind");
  entry.lines.push_back({std::string(ui::CardKind), kind.empty() ? std::string(ui::row_kind(table)) : kind});
  entry.lines.push_back({std::string(ui::StatedIn), cell_named(dataset, first, "source")});
  entry.command = command::SelectRow{first, false};
  return entry;
}

TimeEntry entry_of(const SceneInput& in, const TimeFacts& facts, const TimeBin& bin) {
  TimeEntry entry;
  const bool years = bin.to_day - bin.from_day > 360, months = bin.to_day - bin.from_day > 27;
  const DatePrecision precision = years    ? DatePrecision::Year
                                  : months ? DatePrecision::Month
                                           : DatePrecision::Day;
  const PartialDate span = calendar_span(bin.from_day, bin.to_day, precision);
  entry.title = entry.date = format_date(span);
  for (const TimeLaneFacts& lane : facts.lanes) {
    const BinCounts counts = bin_counts(lane, bin);
    if (counts.total == 0) continue;
    entry.lines.push_back({std::string(ui::lane_name(lane.table)), ui::count_of(counts.kept, counts.total)});
    if (!entry.subject && counts.count > 0) entry.subject = subject_of(lane, bin);
  }
  if (bin.to_day - bin.from_day == 1) {
    entry.command = toggle_range(in.state.query, span, span);
  } else {
    entry.command = command::SetTimeWindow{window_around({bin.from_day, bin.to_day})};
  }
  return entry;
}

}  // namespace explorer
