// Everything dated, in order of time; each date drawn as precisely as it is stated. See build_overview.h.
#include <algorithm>
#include <vector>

#include "view/build_overview.h"
#include "view/format.h"
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
    title = format_cell(dataset, dated.row.table, dated.row.row, chart_column::Chart) + ": " + title;
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
  const std::string date = format_date(dated.date), title = line_title(b, dated), kind = line_kind(b, dated);
  Command command = command::SelectRow{dated.row, false};
  if (dated.count > 1) command = command::SetView{View::ChartReach};
  const uint32_t item =
      add_panel_item(b, list, index, rect, date + ": " + title + ", " + kind, std::move(command));
  const float strip_w = stacked ? 64 : StripWidth;
  add_strip(b, item, {PanelInset, (rect.h - StripHeight) / 2, strip_w, StripHeight}, dated.date);
  const float x = PanelInset + strip_w + 16, w = rect.w - x - PanelInset;
  if (stacked) {
    add_text(b, item, "title", 0, {x, 10, w, 20}, title, Strong);
    add_text(b, item, "meta", 0, {x, 31, w, 18}, date + std::string(ui::Dot) + kind, SoftSmall);
    return;
  }
  constexpr float DateWidth = 136;
  const float kind_w = std::min(text_px(b, kind, Font::Small), w * 0.3f);
  add_text(b, item, "when", 0, {x, 0, DateWidth, rect.h}, date,
           {Font::BodyTabular, Color::Soft, Align::Start});
  add_text(b, item, "title", 0, {x + DateWidth + 16, 0, w - DateWidth - 32 - kind_w, rect.h}, title, Strong);
  add_text(b, item, "kind", 0, {x + w - kind_w, 0, kind_w, rect.h}, kind,
           {Font::Small, Color::Soft, Align::End});
}

// What the four marks mean; breaks onto further lines where it must. Returns the y below.
float add_legend(Builder& b, uint32_t region, float top) {
  struct Entry {
    Mark mark;
    std::string_view text;
  };
  static constexpr Entry Entries[] = {{Mark::DateExact, ui::LegendDay},
                                      {Mark::DateSpan, ui::LegendSpan},
                                      {Mark::DateInterval, ui::LegendInterval},
                                      {Mark::DateFading, ui::LegendAbout}};
  const float right = b.scene.node(region).rect.w - PanelInset;
  float x = PanelInset, y = top;
  for (size_t i = 0; i < std::size(Entries); ++i) {
    const bool day = Entries[i].mark == Mark::DateExact;
    const float mark_h = day ? 12 : Entries[i].mark == Mark::DateInterval ? 10 : 6;
    const float mark_w = day ? 4 : 20, w = text_px(b, Entries[i].text, Font::Small);
    if (x > PanelInset && x + mark_w + 6 + w > right) {
      x = PanelInset;
      y += 22;
    }
    const uint32_t id =
        add_node(b, region, "legend-mark", i, Role::Decor, {x, y + 13 - mark_h, mark_w, mark_h});
    Node& node = b.scene.node(id);
    node.mark = Entries[i].mark;
    node.mark_from = day ? 0.25f : 0;
    node.mark_to = day ? 0.75f : 1;
    node.color = Color::Accent;
    add_text(b, region, "legend", i, {x + mark_w + 6, y, std::min(w, right - x - mark_w - 6), 18},
             Entries[i].text, SoftSmall);
    x += mark_w + 6 + w + 20;
  }
  return y + 26;
}

}  // namespace

float build_when_panel(Builder& b, uint32_t region) {
  const std::vector<Dated>& lines = b.facts->dated;
  float y = add_panel_head(b, region, ui::WhenTitle, lines.empty() ? ui::WhenNone : ui::WhenLine);
  if (lines.empty()) return y;
  y = add_legend(b, region, y - 4);
  const float w = b.scene.node(region).rect.w;
  const bool stacked = w < 520;
  const float row_h = stacked ? 60 : row_px(b);
  const size_t shown = rows_that_fit(b, region, y, row_h, lines.size(), ShownRows, 26);
  const uint32_t list =
      add_node(b, region, "list", 0, Role::List, {0, y, w, static_cast<float>(shown) * row_h});
  b.scene.node(list).label = ui::WhenTitle;
  for (size_t i = 0; i < shown; ++i) {
    add_line(b, list, i, {0, static_cast<float>(i) * row_h, w, row_h}, lines[i], stacked);
  }
  y += static_cast<float>(shown) * row_h;
  if (shown == lines.size()) return y;
  add_text(b, region, "more", 0, {PanelInset, y + 8, w - 2 * PanelInset, 18}, ui::first_only(shown),
           SoftSmall);
  return y + 26;
}

}  // namespace explorer
