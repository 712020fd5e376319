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

constexpr float LowWindow = 800;    // px; below it every line counts
constexpr size_t MostListed = 300;  // bytes

struct Figure {
  std::string number;                             // as drawn
  std::string spoken;                             // the same in words, if they differ
  std::string sentence;                           // what it counts
  command::SetView where = {View::Overview, {}};  // what it counts, row by row
};

std::string listed(std::span<const std::string> values) {
  std::string text;
  for (const std::string& value : values) {
    add_listed(text, display_text(value, MostListed));
    if (text.size() > MostListed) return display_text(text, MostListed);
  }
  return text;
}

size_t shown_rows(const Builder& b, TableId table) {
  return b.in.results.tables[static_cast<size_t>(table)].rows.size();
}

command::SetView shown(View view) {
  return {view, {}};
}

command::SetView asked(View view, const Query& query) {
  return {view, format_query(query)};
}

void leave_out_missing(Query& query, std::string_view column) {
  const Term term{true, std::string(column), TermOp::Missing, {}};
  if (std::ranges::find(query.terms, term) == query.terms.end()) query.terms.push_back(term);
}

Query at_first_place(const Builder& b) {
  return set_values(b.in.state.query, "position", {"1"});
}

Figure regions_figure(const Builder& b) {
  const RegionClaim& claim = b.facts->claim;
  Query query = at_first_place(b);
  Figure figure;
  if (claim.claimed.stated) {
    figure.number = figure_quantity(claim.claimed);
    figure.spoken = format_quantity(claim.claimed);
    figure.sentence = plural(ui::FigureRegionsClaimed, static_cast<uint64_t>(claim.claimed.value),
                             {format_count(claim.named)});
    const Column& charts = b.in.dataset->column(TableId::ChartEntries, chart_column::Chart);
    if (claim.chart > 0)
      query = set_values(query, "chart", {std::string(charts.value_text(claim.chart - 1))});
  } else {
    figure.number = claim.named > 0 ? format_count(claim.named) : std::string(NotStated);
    figure.sentence =
        claim.named == 0 ? std::string(ui::FigureNoRegion) : plural(ui::FigureRegions, claim.named);
    if (claim.named > claim.codes.size() || claim.named == 0) {
      leave_out_missing(query, "region");
    } else {
      query = set_values(query, "region", claim.codes);
    }
  }
  figure.where = asked(View::ChartReach, query);
  return figure;
}

Figure charts_figure(const Builder& b) {
  const std::vector<std::string>& charts = b.facts->charts_topped;
  Figure figure{format_count(charts.size()),
                {},
                plural(ui::FigureCharts, charts.size()),
                asked(View::ChartReach, at_first_place(b))};
  if (!charts.empty()) figure.sentence = ui::labelled(figure.sentence, listed(charts));
  return figure;
}

// "releases: single, album; newest 22 Dec 2023 (inferred)"
Figure releases_figure(const Builder& b) {
  const size_t count = shown_rows(b, TableId::Releases);
  const std::vector<std::string>& kinds = b.facts->release_kinds;
  Figure figure{format_count(count), {}, ui::table_noun(TableId::Releases, count), shown(View::Releases)};
  if (!kinds.empty()) figure.sentence = ui::labelled(figure.sentence, listed(kinds));
  if (const std::optional<RowIndex> row = b.facts->newest_release; row && count > 1) {
    const Table& releases = b.in.dataset->table(TableId::Releases);
    const std::string date = format_date(releases.columns[release_column::Date].date(*row));
    figure.sentence = fill(ui::FigureNewest, {figure.sentence, date});
    if (releases.is_inferred(*row, release_column::Date))
      figure.sentence = fill(ui::FigureInferred, {figure.sentence});
  }
  return figure;
}

Figure videos_figure(const Builder& b) {
  const size_t count = shown_rows(b, TableId::Videos);
  Figure figure{format_count(count), {}, ui::table_noun(TableId::Videos, count), shown(View::Videos)};
  const Quantity& longest = b.facts->video_time.longest;
  if (longest.stated) figure.sentence = fill(ui::FigureLongest, {figure.sentence, format_duration(longest)});
  if (b.facts->video_time.longest_inferred) figure.sentence = fill(ui::FigureInferred, {figure.sentence});
  return figure;
}

// Only what is stated is added up, and the sentence says of how many videos that is.
Figure minutes_figure(const Builder& b) {
  constexpr int64_t Minute = 60, Hour = 3600, ManyMinutes = 6000;
  const VideoTime& time = b.facts->video_time;
  const size_t videos = shown_rows(b, TableId::Videos);
  Query query = b.in.state.query;
  leave_out_missing(query, "duration");
  query.sort = {{"duration", true}};
  Figure figure{std::string(NotStated), {}, std::string(ui::FigureNoLength), asked(View::Videos, query)};
  if (time.stated == 0) return figure;
  const int64_t unit = time.secs >= ManyMinutes * Minute ? Hour : Minute;
  const bool partial = time.stated < videos || time.at_least;
  const Qualifier qualifier = time.about ? Qualifier::About : partial ? Qualifier::AtLeast : Qualifier::Exact;
  const Quantity total{(time.secs + unit / 2) / unit, qualifier, true};
  figure.number = figure_quantity(total);
  figure.spoken = format_quantity(total);
  figure.sentence =
      plural(unit == Hour ? ui::FigureHours : ui::FigureMinutes, static_cast<uint64_t>(total.value));
  if (time.stated < videos)
    figure.sentence = fill(ui::FigureLengthsStated, {figure.sentence, ui::count_of(time.stated, videos)});
  return figure;
}

Figure articles_figure(const Builder& b) {
  const size_t count = shown_rows(b, TableId::Articles);
  size_t facts = 0;
  for (const TableId table : AllTables)
    facts += table == TableId::Articles ? 0 : shown_rows(b, table);
  std::string sentence = ui::listed(ui::table_noun(TableId::Articles, count),
                                    plural(ui::CountFacts, facts, {format_count(facts)}));
  return {format_count(count), {}, std::move(sentence), shown(View::Articles)};
}

// Returns the height of the tile.
float add_tile(Builder& b, uint32_t list, size_t index, Rect rect, const Figure& figure, Font font) {
  constexpr float Inset = 14;
  const uint32_t item = add_node(b, list, "figure", index, Role::ListItem, rect);
  const uint32_t tile = add_node(b, item, "open", 0, Role::Button, {0, 0, rect.w, rect.h});
  Node& node = b.scene.node(tile);
  node.label =
      fill(ui::FigureWords, {figure.spoken.empty() ? figure.number : figure.spoken, figure.sentence});
  node.activate = figure.where;
  node.borders = edge::Left;
  node.border_px = 2;
  node.hover_fill = Color::Hover;
  const float w = rect.w - Inset - 8, h = line_px(font);
  add_text(b, tile, "number", 0, {Inset, 0, w, h}, figure.number, {font, Color::Ink, Align::Start});
  const size_t lines = b.phone ? 4 : b.height < LowWindow ? 2 : 3;
  const uint32_t text = add_wrapped(b, tile, "sentence", 0, {Inset, h + 4, w, 0}, figure.sentence, SoftSmall,
                                    lines, Role::Text);
  return h + 4 + b.scene.node(text).rect.h;
}

}  // namespace

float build_figures(Builder& b, uint32_t parent, Rect at) {
  const std::array<Figure, 6> figures = {regions_figure(b), charts_figure(b),  releases_figure(b),
                                         videos_figure(b),  minutes_figure(b), articles_figure(b)};
  const size_t columns = at.w >= 900 ? 6 : at.w >= 560 ? 3 : 2;
  const float gap = b.phone ? 12 : 24;
  const float w = std::floor((at.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
  Font font = Font::Figure;
  for (const Figure& figure : figures) {
    if (text_px(b, figure.number, Font::Figure) > w - 22) font = Font::Heading;
  }
  const uint32_t list = add_node(b, parent, "figures", 0, Role::List, at);
  b.scene.node(list).label = ui::KeyFigures;
  float top = 0;
  for (size_t i = 0; i < figures.size(); i += columns) {
    const size_t end = std::min(i + columns, figures.size());
    const auto first_tile = static_cast<uint32_t>(b.scene.nodes().size());
    float row_h = 0;
    for (size_t k = i; k < end; ++k) {
      const float x = static_cast<float>(k - i) * (w + gap);
      row_h = std::max(row_h, add_tile(b, list, k, {x, top, w, 0}, figures[k], font));
    }
    for (uint32_t id = first_tile; id < b.scene.nodes().size(); ++id) {
      Node& node = b.scene.node(id);
      if (node.role == Role::ListItem || node.role == Role::Button) node.rect.h = row_h;
    }
    top += row_h + 20;
  }
  b.scene.node(list).rect.h = top - 20;
  return top - 20;
}

}  // namespace explorer
