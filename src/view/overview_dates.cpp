// The dates of the timeline as a list, where fingers need it or there is room: rows in order of time, each
// date drawn as precisely as it is stated, or bars with their counts.
#include <algorithm>
#include <vector>

#include "view/build_overview.h"
#include "view/build_timeline.h"
#include "view/format.h"
#include "view/inferred.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

constexpr size_t ShownRows = 12;
constexpr float StripWidth = 96, StripHeight = 16;

// Where an instant lies in the year of `year`, from 0 to 1.
float year_fraction(int64_t instant, int64_t year) {
  constexpr int64_t Day = 86400;
  const int64_t start = days_from_civil({year, 1, 1}) * Day, end = days_from_civil({year + 1, 1, 1}) * Day;
  if (instant <= start) return 0;
  if (instant >= end) return 1;
  return static_cast<float>(static_cast<double>(instant - start) / static_cast<double>(end - start));
}

Mark date_mark(const PartialDate& date) {
  const bool vague = date.qualifier != DateQualifier::None || date.end_qualifier != DateQualifier::None;
  if (vague) return Mark::DateFading;
  if (date.form != DateForm::Single || date.unspecified) return Mark::DateInterval;
  return date.precision >= DatePrecision::Day ? Mark::DateExact : Mark::DateSpan;
}

void add_mark(Builder& b, uint32_t item, std::string_view name, Rect rect, Mark mark, float from, float to) {
  // A mark is never thinner than can be told apart from the others.
  const float least = mark == Mark::DateExact ? 0.02f : mark == Mark::DateFading ? 0.16f : 0.08f;
  if (to - from < least) {
    const float centre = std::clamp((from + to) / 2, least / 2, 1 - least / 2);
    from = centre - least / 2;
    to = centre + least / 2;
  }
  if (mark == Mark::DateSpan || mark == Mark::DateFading) rect = {rect.x, rect.y + rect.h - 6, rect.w, 6};
  const uint32_t id = add_node(b, item, name, 0, Role::Decor, rect);
  Node& node = b.scene.node(id);
  node.mark = mark;
  node.mark_from = from;
  node.mark_to = to;
  node.color = Color::Accent;
}

// The year as a thin line with the date on it.
void add_strip(Builder& b, uint32_t item, Rect rect, const PartialDate& date) {
  constexpr int64_t Day = 86400;
  const int64_t anchor = date.earliest == EarliestInstant ? date.latest : date.earliest;
  const int64_t day = anchor / Day - (anchor % Day < 0 ? 1 : 0);
  const int64_t year = civil_from_days(day).year;
  add_fill(b, item, "year", 0, {rect.x, rect.y + rect.h - 1, rect.w, 1}, Color::Hair);
  add_fill(b, item, "start", 0, {rect.x, rect.y + 4, 1, rect.h - 4}, Color::Hair);
  add_fill(b, item, "end", 0, {rect.x + rect.w - 1, rect.y + 4, 1, rect.h - 4}, Color::Hair);
  add_mark(b, item, "date", rect, date_mark(date), year_fraction(date.earliest, year),
           year_fraction(date.latest == LatestInstant ? date.latest : date.latest + 1, year));
}

std::string line_title(const Builder& b, const Dated& dated) {
  if (dated.count > 1) return ui::count_rows(dated.count, TableId::ChartEntries);
  const Dataset& dataset = *b.in.dataset;
  std::string title = format_cell(dataset, dated.row.table, dated.row.row, 0);
  if (dated.row.table == TableId::ChartEntries) {
    title = ui::labelled(format_cell(dataset, dated.row.table, dated.row.row, chart_column::Chart), title);
  }
  return title;
}

std::string line_kind(const Builder& b, const Dated& dated) {
  const std::optional<size_t> column = find_column(dated.row.table, "kind");
  std::string kind(ui::row_kind(dated.row.table));
  if (dated.count > 1) return std::string(ui::view_name(View::ChartReach));
  if (column) {
    const std::string own = format_cell(*b.in.dataset, dated.row.table, dated.row.row, *column);
    if (own != NotStated && !own.empty()) kind = own;
  }
  return kind;
}

void add_line(Builder& b, uint32_t list, size_t index, Rect rect, const Dated& dated, bool stacked) {
  const bool inferred =
      b.in.dataset->table(dated.row.table).is_inferred(dated.row.row, time_column(dated.row.table));
  const SignedText date = signed_words(format_date(dated.date), dated.count == 1 && inferred);
  const std::string title = line_title(b, dated), kind = line_kind(b, dated);
  Command command = command::SelectRow{dated.row, false};
  if (dated.count > 1) command = command::SetView{View::ChartReach};
  const uint32_t item = add_panel_item(b, list, index, rect,
                                       ui::labelled(date.heard, ui::listed(title, kind)), std::move(command));
  b.scene.node(item).subject = Subject{dated.row, {}};
  const float strip_w = stacked ? 64 : StripWidth;
  add_strip(b, item, {PanelInset, (rect.h - StripHeight) / 2, strip_w, StripHeight}, dated.date);
  const float x = PanelInset + strip_w + 16, w = rect.w - x - PanelInset;
  if (stacked) {
    add_text(b, item, "title", 0, {x, 10, w, 20}, title, Strong);
    add_text(b, item, "meta", 0, {x, 31, w, 18}, ui::dotted(date.seen, kind), SoftSmall);
    return;
  }
  constexpr float DateWidth = 136;
  const float kind_w = std::min(text_px(b, kind, Font::Small), w * 0.3f);
  add_text(b, item, "when", 0, {x, 0, DateWidth, rect.h}, date.seen,
           {Font::BodyTabular, Color::Soft, Align::Start});
  add_text(b, item, "title", 0, {x + DateWidth + 16, 0, w - DateWidth - 32 - kind_w, rect.h}, title, Strong);
  add_text(b, item, "kind", 0, {x + w - kind_w, 0, kind_w, rect.h}, kind,
           {Font::Small, Color::Soft, Align::End});
}

// The earliest of all, or what the plot shows where that is a part of the time.
std::vector<Dated> lines_of(const Builder& b, const TimeFacts& facts, const TimelineLayout& layout) {
  if (!b.in.state.time_window) return b.facts->dated;
  std::vector<Dated> lines;
  for (const TimeLane& lane : layout.lanes) {
    const TableId table = facts.lanes[lane.facts].table;
    const Column& dates = b.in.dataset->column(table, time_column(table));
    for (const TimeMark& mark : lane.marks) {
      if (mark.left_out) continue;
      const bool as_one = mark.one_date && table == TableId::ChartEntries;
      for (size_t i = 0; i < (as_one ? 1 : mark.rows.size()); ++i)
        lines.push_back({dates.date(mark.rows[i]), {table, mark.rows[i]}, as_one ? mark.rows.size() : 1});
    }
  }
  std::ranges::stable_sort(lines, {}, [](const Dated& line) { return line.date.earliest; });
  return lines;
}

void add_bar_line(Builder& b, uint32_t list, size_t index, Rect rect, const TimeEntry& entry) {
  std::string counts;
  for (const CardLine& line : entry.lines)
    counts.append(counts.empty() ? "" : ui::Dot).append(line.label).append(" ").append(line.value);
  const uint32_t item =
      add_panel_item(b, list, index, rect, card_words(entry.title, entry.lines), entry.command);
  const float title_w = std::min(text_px(b, entry.title, Font::BodyStrong) + 1, rect.w * 0.45f);
  add_text(b, item, "title", 0, {PanelInset, 0, title_w, rect.h}, entry.title, Strong);
  const float x = PanelInset + title_w + 12;
  add_text(b, item, "counts", 0, {x, 0, rect.w - PanelInset - x, rect.h}, counts,
           {Font::Small, Color::Soft, Align::End});
}

}  // namespace

float add_date_list(Builder& b, uint32_t region, float y, float bottom, const TimeFacts& facts,
                    const TimelineLayout& layout) {
  const float w = b.scene.node(region).rect.w;
  const bool stacked = w < 520;
  std::vector<TimeEntry> bars;
  for (const TimeBin& bin : layout.bins) {
    TimeEntry entry = entry_of(b.in, facts, bin);
    if (!entry.lines.empty()) bars.push_back(std::move(entry));
  }
  const std::vector<Dated> lines = lines_of(b, facts, layout);
  const float row_h = stacked && bars.empty() ? 60 : row_px(b);
  const size_t count = bars.empty() ? lines.size() : bars.size();
  const size_t room = bottom > 0 ? static_cast<size_t>(std::max((bottom - 26 - y) / row_h, 0.0f)) : ShownRows;
  const size_t shown = std::min(count, room);
  if (shown == 0) return y;
  const uint32_t list =
      add_node(b, region, "list", 0, Role::List, {0, y, w, static_cast<float>(shown) * row_h});
  b.scene.node(list).label = ui::DatedEntries;
  b.scene.node(list).walked = true;
  for (size_t i = 0; i < shown; ++i) {
    const Rect rect{0, static_cast<float>(i) * row_h, w, row_h};
    if (bars.empty()) {
      add_line(b, list, i, rect, lines[i], stacked);
    } else {
      add_bar_line(b, list, i, rect, bars[i]);
    }
  }
  y += static_cast<float>(shown) * row_h;
  if (shown == count) return y;
  add_text(b, region, "more", 0, {PanelInset, y + 8, w - 2 * PanelInset, 18}, ui::first_only(shown),
           SoftSmall);
  return y + 26;
}

}  // namespace explorer
