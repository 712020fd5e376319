// The panels on videos and articles of the overview. See build_overview.h.
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

const RowList& rows_of(const Builder& b, TableId table) {
  return b.in.results.tables[static_cast<size_t>(table)].rows;
}

float inner_w(const Builder& b, uint32_t region) {
  return b.scene.node(region).rect.w;
}

float add_none(Builder& b, uint32_t region, float top, std::string_view text) {
  add_text(b, region, "none", 0, {PanelInset, top, inner_w(b, region) - 2 * PanelInset, 20}, text, SoftSmall);
  return top + 20;
}

uint32_t add_list(Builder& b, uint32_t region, float top, std::string_view label) {
  const uint32_t list = add_node(b, region, "list", 0, Role::List, {0, top, inner_w(b, region), 0});
  b.scene.node(list).label = label;
  return list;
}

struct VideoScale {
  int64_t longest_secs = 0;
  float bar_w = 112;
};

// The stated facts of a video on one line.
std::string video_line(const Dataset& dataset, RowIndex row) {
  std::string line;
  for (const size_t column :
       {video_column::Kind, video_column::Publisher, video_column::Date, video_column::Rank}) {
    const CellLook look = cell_look(dataset, TableId::Videos, row, column);
    if (!look.stated) continue;
    if (!line.empty()) line += ui::Dot;
    line += column == video_column::Rank ? ui::place_number(look.text) : look.text;
  }
  return line.empty() ? "date " + std::string(ui::NotStatedWords) : line;
}

void add_duration(Builder& b, uint32_t item, Rect rect, const Quantity& secs, const VideoScale& scale) {
  const float x = rect.w - PanelInset - scale.bar_w;
  add_text(b, item, "duration", 0, {x, 10, scale.bar_w, 20}, format_duration(secs),
           {Font::BodyTabular, secs.stated ? Color::Soft : Color::Faint, Align::End});
  if (!secs.stated) return;
  const uint32_t bar = add_node(b, item, "bar", 0, Role::Decor, {x, 38, scale.bar_w, 6});
  Node& node = b.scene.node(bar);
  node.fill = Color::Land;
  node.color = Color::Accent;
  node.radius_px = 3;
  node.mark = secs.qualifier == Qualifier::Exact ? Mark::Bar : Mark::BarFading;
  node.mark_to = std::clamp(
      static_cast<float>(static_cast<double>(secs.value) / static_cast<double>(scale.longest_secs)), 0.0f,
      1.0f);
}

void add_video(Builder& b, uint32_t list, size_t index, RowIndex row, Rect rect, const VideoScale& scale) {
  const Dataset& dataset = *b.in.dataset;
  const Quantity& secs = dataset.table(TableId::Videos).columns[video_column::Duration].number(row);
  const std::string title = format_cell(dataset, TableId::Videos, row, video_column::Title);
  const std::string line = video_line(dataset, row);
  std::string label = title + ", " + line;
  if (secs.stated) label += ", " + format_duration(secs);
  const uint32_t item = add_panel_item(b, list, index, rect, std::move(label),
                                       command::SelectRow{{TableId::Videos, row}, false});
  const float w = rect.w - 2 * PanelInset - (scale.longest_secs > 0 ? scale.bar_w + 16 : 0);
  add_text(b, item, "title", 0, {PanelInset, 10, w, 20}, title, Strong);
  add_text(b, item, "line", 0, {PanelInset, 31, w, 18}, line, SoftSmall);
  if (scale.longest_secs > 0) add_duration(b, item, rect, secs, scale);
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

float build_videos_panel(Builder& b, uint32_t region) {
  const auto& rows = rows_of(b, TableId::Videos);
  const std::optional<RowIndex> longest = b.facts->longest_video;
  VideoScale scale;
  if (b.phone) scale.bar_w = 96;
  std::string line(ui::VideosPlain);
  if (longest) {
    const Quantity& secs =
        b.in.dataset->table(TableId::Videos).columns[video_column::Duration].number(*longest);
    scale.longest_secs = std::max<int64_t>(secs.value, 1);
    Quantity full{secs.value, Qualifier::Exact, true};
    line = ui::duration_scale(format_duration(full));
  }
  float y = add_panel_head(b, region, ui::VideosTitle, line);
  if (rows.empty()) return add_none(b, region, y, ui::VideosNone);
  const uint32_t list = add_list(b, region, y, ui::VideosTitle);
  constexpr float RowHeight = 60;
  const size_t shown = std::min<size_t>(rows.size(), ShownRows);
  for (size_t i = 0; i < shown; ++i) {
    add_video(b, list, i, rows[i], {0, static_cast<float>(i) * RowHeight, inner_w(b, region), RowHeight},
              scale);
  }
  b.scene.node(list).rect.h = static_cast<float>(shown) * RowHeight;
  y += b.scene.node(list).rect.h;
  return y + add_show_all(b, region, y, shown, rows.size(), View::Videos);
}

float build_articles_panel(Builder& b, uint32_t region) {
  const auto& rows = rows_of(b, TableId::Articles);
  float y = add_panel_head(b, region, ui::ArticlesTitle, ui::ArticlesLine);
  if (rows.empty()) return add_none(b, region, y, ui::ArticlesNone);
  const uint32_t list = add_list(b, region, y, ui::ArticlesTitle);
  const size_t shown = std::min<size_t>(rows.size(), ShownRows);
  float h = 0;
  for (size_t i = 0; i < shown; ++i)
    h += add_article(b, list, i, rows[i], h, inner_w(b, region));
  b.scene.node(list).rect.h = h;
  return y + h + add_show_all(b, region, y + h, shown, rows.size(), View::Articles);
}

}  // namespace explorer
