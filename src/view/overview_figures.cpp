// The key figures of the overview: a big number and a plain sentence under each. See build_overview.h.
#include <algorithm>
#include <array>
#include <cmath>

#include "view/build_overview.h"
#include "view/format.h"
#include "view/overview_facts.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

struct Figure {
  std::string number;    // as drawn
  std::string spoken;    // the same in words, if they differ
  std::string sentence;  // what it counts
  View view;             // where to see it
};

std::string listed(std::span<const std::string> values) {
  std::string text;
  for (const std::string& value : values) {
    if (!text.empty()) text += ", ";
    text += value;
    if (text.size() > 300) break;
  }
  return display_text(text, 300);
}

size_t shown_rows(const Builder& b, TableId table) {
  return b.in.results.tables[static_cast<size_t>(table)].rows.size();
}

Figure regions_figure(const Builder& b) {
  const RegionClaim& claim = b.facts->claim;
  Figure figure{{}, {}, {}, View::ChartReach};
  if (claim.claimed.stated) {
    figure.number = figure_quantity(claim.claimed);
    figure.spoken = format_quantity(claim.claimed);
    figure.sentence = "regions at No. 1, " + format_count(claim.named) + " of them named";
  } else {
    figure.number = claim.named > 0 ? format_count(claim.named) : std::string(NotStated);
    figure.sentence = claim.named == 0   ? "no region at No. 1"
                      : claim.named == 1 ? "region at No. 1"
                                         : "regions at No. 1";
  }
  return figure;
}

Figure charts_figure(const Builder& b) {
  const std::vector<std::string>& charts = b.facts->charts_topped;
  Figure figure{format_count(charts.size()),
                {},
                charts.size() == 1 ? "chart topped" : "charts topped",
                View::ChartReach};
  if (!charts.empty()) figure.sentence += ": " + listed(charts);
  return figure;
}

Figure newest_figure(const Builder& b) {
  const std::optional<RowIndex> row = b.facts->newest_release;
  if (!row) return {std::string(NotStated), {}, "no release with a date", View::Releases};
  const Dataset& dataset = *b.in.dataset;
  const PartialDate& date = dataset.column(TableId::Releases, release_column::Date).date(*row);
  const std::string_view kind = dataset.column(TableId::Releases, release_column::Kind).text(*row);
  const bool inferred = dataset.table(TableId::Releases).is_inferred(*row, release_column::Date);
  std::string sentence = inferred ? "newest release, date inferred: " : "newest release: ";
  if (!kind.empty()) sentence += display_text(kind, 60) + ' ';
  sentence += "\xE2\x80\x9C" + format_cell(dataset, TableId::Releases, *row, 0) + "\xE2\x80\x9D";
  return {format_date(date), {}, sentence, View::Releases};
}

Figure releases_figure(const Builder& b) {
  const size_t count = shown_rows(b, TableId::Releases);
  const std::vector<std::string>& kinds = b.facts->release_kinds;
  Figure figure{
      format_count(count), {}, std::string(ui::table_noun(TableId::Releases, count)), View::Releases};
  if (!kinds.empty()) figure.sentence += ": " + listed(kinds);
  return figure;
}

Figure videos_figure(const Builder& b) {
  const size_t count = shown_rows(b, TableId::Videos);
  Figure figure{format_count(count), {}, std::string(ui::table_noun(TableId::Videos, count)), View::Videos};
  const std::optional<RowIndex> row = b.facts->longest_video;
  if (row) {
    const Table& videos = b.in.dataset->table(TableId::Videos);
    figure.sentence +=
        ", the longest " + format_duration(videos.columns[video_column::Duration].number(*row));
  }
  return figure;
}

// Returns the height of the tile.
float add_tile(Builder& b, uint32_t group, size_t index, Rect rect, const Figure& figure, Font font) {
  constexpr float Inset = 14;
  const uint32_t tile = add_node(b, group, "figure", index, Role::Button, rect);
  Node& node = b.scene.node(tile);
  node.label = (figure.spoken.empty() ? figure.number : figure.spoken) + ' ' + figure.sentence;
  node.activate = command::SetView{figure.view};
  node.borders = edge::Left;
  node.border_px = 2;
  node.hover_fill = Color::Hover;
  const float w = rect.w - Inset - 8, h = line_px(font);
  add_text(b, tile, "number", 0, {Inset, 0, w, h}, figure.number, {font, Color::Ink, Align::Start});
  const uint32_t text = add_wrapped(b, tile, "sentence", 0, {Inset, h + 4, w, 0}, figure.sentence, SoftSmall,
                                    b.phone ? 4 : 3, Role::Text);
  return h + 4 + b.scene.node(text).rect.h;
}

}  // namespace

float build_figures(Builder& b, uint32_t parent, Rect at) {
  const std::array<Figure, 5> figures = {regions_figure(b), charts_figure(b), newest_figure(b),
                                         releases_figure(b), videos_figure(b)};
  const size_t columns = at.w >= 900 ? 5 : at.w >= 560 ? 3 : 2;
  const float gap = b.phone ? 12 : 24;
  const float w = std::floor((at.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
  Font font = Font::Figure;
  for (const Figure& figure : figures) {
    if (text_px(b, figure.number, Font::Figure) > w - 22) font = Font::Heading;
  }
  const uint32_t group = add_node(b, parent, "figures", 0, Role::Group, at);
  b.scene.node(group).label = ui::KeyFigures;
  float top = 0;
  for (size_t i = 0; i < figures.size(); i += columns) {
    const size_t end = std::min(i + columns, figures.size());
    const auto first_tile = static_cast<uint32_t>(b.scene.nodes().size());
    float row_h = 0;
    for (size_t k = i; k < end; ++k) {
      const float x = static_cast<float>(k - i) * (w + gap);
      row_h = std::max(row_h, add_tile(b, group, k, {x, top, w, 0}, figures[k], font));
    }
    for (uint32_t id = first_tile; id < b.scene.nodes().size(); ++id) {
      if (b.scene.node(id).parent == group) b.scene.node(id).rect.h = row_h;
    }
    top += row_h + 20;
  }
  b.scene.node(group).rect.h = top - 20;
  return top - 20;
}

}  // namespace explorer
