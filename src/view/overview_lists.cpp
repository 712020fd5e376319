// The panel on articles of the overview. See build_overview.h.
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

float build_articles_panel(Builder& b, uint32_t region) {
  const auto& rows = rows_of(b, TableId::Articles);
  const float y = begin_panel_head(b, region, ui::ArticlesTitle, ui::ArticlesLine);
  const size_t shown = rows_that_fit(b, region, y, HighestArticle, rows.size(), ShownRows);
  add_show_all_beside(b, region, shown, rows.size(), View::Articles);
  end_panel_head(b, region, ui::ArticlesTitle, ui::ArticlesLine);
  if (rows.empty()) return add_panel_none(b, region, y, ui::ArticlesNone);
  const uint32_t list = add_panel_list(b, region, y, 0, ui::ArticlesTitle);
  float h = 0;
  for (size_t i = 0; i < shown; ++i)
    h += add_article(b, list, i, rows[i], h, inner_w(b, region));
  b.scene.node(list).rect.h = h;
  return y + h + add_show_all_below(b, region, y + h, shown, rows.size(), View::Articles);
}

}  // namespace explorer
