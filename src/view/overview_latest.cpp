// What is newest, whatever it is, with the marks of the articles that state it. See build_overview.h.
#include <algorithm>
#include <cmath>

#include "view/build_overview.h"
#include "view/format.h"
#include "view/inferred.h"
#include "view/overview_facts.h"
#include "view/table_columns.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

constexpr size_t ShownRows = 8;
constexpr float ShortRow = 32, StackedRow = 52;
constexpr float MarksFrom = 14;  // of a stacked row: where a finger presses for its marks, down to its end
constexpr float StackedBelow = 400, StackedBelowIfShort = 320;
constexpr float SignW = 24;  // of the icon, with its gap
constexpr float Gap = 12;
constexpr float LineFrom = 200;  // height from which the explaining line is worth its room

// In the order of TableId.
constexpr Icon Icons[] = {Icon::Article, Icon::Release, Icon::Chart, Icon::Video, Icon::Event};

std::string kind_of(const Dataset& dataset, RowRef row) {
  if (row.table == TableId::ChartEntries)
    return format_cell(dataset, row.table, row.row, chart_column::Chart);
  if (const std::optional<size_t> column = find_column(row.table, "kind")) {
    const CellLook look = cell_look(dataset, row.table, row.row, *column);
    if (look.stated) return look.text;
  }
  return std::string(ui::row_kind(row.table));
}

SignedText date_of(const Dataset& dataset, RowRef row) {
  return signed_words(cell_look(dataset, row.table, row.row, *find_column(row.table, "date")));
}

// Sign, title and kind on one line, the date and the marks at its end; or the latter two on a line of their
// own.
void add_row(Builder& b, uint32_t list, size_t index, Rect rect, RowRef row, float date_w) {
  const Dataset& dataset = *b.in.dataset;
  const SignedText name = signed_title(dataset, row.table, row.row), date = date_of(dataset, row);
  const std::string &title = name.seen, kind = kind_of(dataset, row);
  const uint32_t button =
      add_panel_item(b, list, index, rect, ui::listed(ui::listed(name.heard, kind), date.heard),
                     command::SelectRow{row, false});
  const uint32_t item = b.scene.node(button).parent;
  const bool stacked = date_w <= 0;
  const float marks_w = marks_px(b);
  const float right = rect.w - PanelInset, x = PanelInset + SignW, line_h = stacked ? 20 : rect.h;
  const float top = stacked ? 6 : 0, below = stacked ? 27 : 0, below_h = stacked ? 18 : rect.h;
  const float room = stacked ? right - x : right - marks_w - Gap - date_w - Gap - x;
  add_icon(b, button, "sign", {PanelInset, top + (line_h - 16) / 2, 16, 16},
           Icons[static_cast<size_t>(row.table)], Color::Faint);
  const float title_w = std::min(text_px(b, title, Font::BodyStrong), std::max(room, 0.0f));
  add_text(b, button, "title", 0, {x, top, title_w, line_h}, title, Strong);
  if (const float left = room - title_w - 8; left > 40)
    add_text(b, button, "kind", 0, {x + title_w + 8, top, left, line_h}, kind, SoftSmall);
  const float date_x = stacked ? x : right - marks_w - Gap - date_w;
  add_text(b, button, "date", 0, {date_x, below, stacked ? right - marks_w - Gap - x : date_w, below_h},
           date.seen, {Font::Small, Color::Soft, stacked ? Align::Start : Align::End});
  const Rect marks{right - marks_w, stacked ? below - 3 : 0, marks_w, stacked ? size::TouchLeast : rect.h};
  if (row.table == TableId::Articles) {
    add_text(b, button, "mark", 0, {marks.x, below, marks.w, below_h}, article_sign(row.row),
             {Font::Small, Color::Soft, Align::End});
  } else {
    add_article_marks(b, item, marks, row.table, row.row);
  }
}

}  // namespace

float build_latest_panel(Builder& b, uint32_t region) {
  const std::vector<RowRef>& rows = b.facts->latest;
  const Rect rect = b.scene.node(region).rect;
  const float w = rect.w;
  const bool short_of_room = is_fixed(b, region) && rect.h < LineFrom;
  const float y = add_panel_head(b, region, ui::LatestTitle, short_of_room ? ui::Text() : ui::LatestLine);
  if (rows.empty()) return add_panel_none(b, region, y, ui::LatestNone);
  const bool stacked = w < (is_fixed(b, region) ? StackedBelowIfShort : StackedBelow);
  const float row_h = stacked ? std::max(StackedRow, MarksFrom + target_px(b, 0)) : target_px(b, ShortRow);
  const size_t shown = rows_that_fit(b, region, y, row_h, rows.size(), ShownRows);
  float date_w = stacked ? 0.0f : 1.0f;
  for (size_t i = 0; i < shown && !stacked; ++i)
    date_w =
        std::max(date_w, std::min(text_px(b, date_of(*b.in.dataset, rows[i]).seen, Font::Small), 150.0f));
  const float h = static_cast<float>(shown) * row_h;
  const uint32_t list = add_panel_list(b, region, y, h, ui::LatestTitle);
  for (size_t i = 0; i < shown; ++i)
    add_row(b, list, i, {0, static_cast<float>(i) * row_h, w, row_h}, rows[i], date_w);
  return y + h;
}

}  // namespace explorer
