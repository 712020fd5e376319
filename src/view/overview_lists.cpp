// The panels on charts and articles of the overview. See build_overview.h.
#include <algorithm>
#include <cmath>

#include "view/build_overview.h"
#include "view/format.h"
#include "view/overview_facts.h"
#include "view/table_columns.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

constexpr size_t ShownRows = 8;
constexpr float HighestArticle = 120;  // two lines of title, three of summary

const RowList& rows_of(const Builder& b, TableId table) {
  return b.in.results.tables[static_cast<size_t>(table)].rows;
}

float inner_w(const Builder& b, uint32_t region) {
  return b.scene.node(region).rect.w;
}

void add_entry(Builder& b, uint32_t list, size_t index, RowIndex row, Rect rect, float position_w) {
  const Dataset& dataset = *b.in.dataset;
  const CellLook position = cell_look(dataset, TableId::ChartEntries, row, chart_column::Position);
  const std::string region = format_cell(dataset, TableId::ChartEntries, row, chart_column::Region);
  const std::string chart = format_cell(dataset, TableId::ChartEntries, row, chart_column::Chart);
  const std::string spoken = position.stated ? ui::place_number(position.text) : "position not stated";
  const uint32_t item = add_panel_item(b, list, index, rect, region + ": " + spoken + ", " + chart,
                                       command::SelectRow{{TableId::ChartEntries, row}, false});
  const float left = PanelInset + position_w + 12, room = rect.w - left - PanelInset;
  const float name_w = std::floor(room * 0.42f);
  add_text(b, item, "position", 0, {PanelInset, 0, position_w, rect.h}, position.text, position.style);
  add_text(b, item, "region", 0, {left, 0, name_w - 12, rect.h}, region, Strong);
  add_text(b, item, "chart", 0, {left + name_w, 0, room - name_w, rect.h}, chart,
           {Font::Body, Color::Soft, Align::Start});
}

// How many of the claimed regions have a name: a bar that goes on hatched where nothing is named.
float add_gauge(Builder& b, uint32_t region, float top) {
  const RegionClaim& claim = b.facts->claim;
  if (!claim.claimed.stated || claim.claimed.value <= 0) return 0;
  const float w = inner_w(b, region) - 2 * PanelInset;
  const std::string text = ui::named_of_claimed(claim.named, claim.claimed);
  const float text_w = std::min(text_px(b, text, Font::Small), w);
  add_text(b, region, "claim", 0, {PanelInset, top, text_w, 18}, text, SoftSmall);
  const bool beside = w - text_w > 120;
  const Rect bar{beside ? PanelInset + text_w + 12 : PanelInset, beside ? top + 5 : top + 24,
                 beside ? std::min(w - text_w - 12, 240.0f) : std::min(w, 240.0f), 8};
  const uint32_t id = add_node(b, region, "gauge", 0, Role::Decor, bar);
  Node& node = b.scene.node(id);
  node.mark = Mark::Gauge;
  node.fill = Color::Land;
  node.color = Color::Accent;
  node.radius_px = 4;
  node.mark_to = std::min(1.0f, static_cast<float>(claim.named) / static_cast<float>(claim.claimed.value));
  return beside ? 18 : 32;
}

float add_article(Builder& b, uint32_t list, size_t index, RowIndex row, float top, float width) {
  const Dataset& dataset = *b.in.dataset;
  const std::string title = format_cell(dataset, TableId::Articles, row, article_column::Title);
  const uint32_t item = add_panel_item(b, list, index, {0, top, width, 0}, title,
                                       command::SelectRow{{TableId::Articles, row}, false});
  const float x = PanelInset + 24, w = std::min(width - x - PanelInset, 720.0f);
  add_text(b, item, "sign", 0, {PanelInset, 10, 20, 20}, article_sign(row),
           {Font::BodyStrong, Color::Accent, Align::Start});
  const uint32_t head = add_wrapped(b, item, "title", 0, {x, 10, w, 0}, title, Strong, 2, Role::Text);
  float bottom = 10 + b.scene.node(head).rect.h;
  const CellLook summary = cell_look(dataset, TableId::Articles, row, article_column::Summary);
  if (summary.stated) {
    const uint32_t text =
        add_wrapped(b, item, "summary", 0, {x, bottom + 2, w, 0}, summary.text, SoftSmall, 3, Role::Text);
    bottom += 2 + b.scene.node(text).rect.h;
  }
  b.scene.node(item).rect.h = b.scene.node(b.scene.node(item).parent).rect.h = bottom + 12;
  add_item_rule(b, item);
  return bottom + 12;
}

}  // namespace

float build_where_panel(Builder& b, uint32_t region) {
  const std::vector<RowIndex>& rows = b.facts->best_entries;
  float y = add_panel_head(b, region, ui::WhereTitle, rows.empty() ? ui::WhereNone : ui::WhereLine);
  const float row_h = row_px(b);
  const uint32_t list = add_panel_list(b, region, y, 0, ui::WhereTitle);
  const size_t shown = rows_that_fit(b, region, y, row_h, rows.size(), rows.size(), 44);
  float position_w = 12;  // as wide as the longest number, so that names start close to it
  for (const RowIndex row : rows) {
    const CellLook position = cell_look(*b.in.dataset, TableId::ChartEntries, row, chart_column::Position);
    position_w = std::max(position_w, std::min(text_px(b, position.text, position.style.font), 96.0f));
  }
  for (size_t i = 0; i < shown; ++i) {
    add_entry(b, list, i, rows[i], {0, static_cast<float>(i) * row_h, inner_w(b, region), row_h}, position_w);
  }
  b.scene.node(list).rect.h = static_cast<float>(shown) * row_h;
  y += b.scene.node(list).rect.h;
  y += add_show_all(b, region, y, shown, b.facts->entries_with_region, View::ChartReach);
  const float gauge = add_gauge(b, region, y + 12);
  return gauge > 0 ? y + 12 + gauge : y;
}

float build_articles_panel(Builder& b, uint32_t region) {
  const auto& rows = rows_of(b, TableId::Articles);
  float y = add_panel_head(b, region, ui::ArticlesTitle, ui::ArticlesLine);
  if (rows.empty()) return add_panel_none(b, region, y, ui::ArticlesNone);
  const uint32_t list = add_panel_list(b, region, y, 0, ui::ArticlesTitle);
  const size_t shown = rows_that_fit(b, region, y, HighestArticle, rows.size(), ShownRows);
  float h = 0;
  for (size_t i = 0; i < shown; ++i)
    h += add_article(b, list, i, rows[i], h, inner_w(b, region));
  b.scene.node(list).rect.h = h;
  return y + h + add_show_all(b, region, y + h, shown, rows.size(), View::Articles);
}

}  // namespace explorer
