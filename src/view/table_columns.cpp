// See table_columns.h.
#include "view/table_columns.h"

#include <algorithm>
#include <cmath>

#include "core/regions.h"
#include "view/format.h"
#include "view/ui_text.h"

namespace explorer {

static float mark_px(Builder& b, std::string_view mark);

namespace {

constexpr uint32_t SampleRows = 40;  // measured for the default widths, spread over the whole table
constexpr float MarkGap = 8;
constexpr float HeaderTools = 2 + 16 + 8 + 2 - CellInset;  // sort mark, its number, gaps
constexpr float FiguresGap = 12;                           // more room right of a column of figures

bool is_numeric(ColumnType type) {
  return type == ColumnType::Number || type == ColumnType::Duration;
}
bool is_flexible(ColumnType type) {
  return type != ColumnType::Date && type != ColumnType::Number && type != ColumnType::Duration;
}

// Widest default of a column, px without insets; wider contents are shortened.
float widest(ColumnType type) {
  return type == ColumnType::Text ? 320 : is_flexible(type) ? 200 : 184;
}
// Of a flexible column that has to give way; the first one names the row.
constexpr float Narrowest = 112;
constexpr float NarrowestFirst = 184;
constexpr float Roomiest = 720;  // of a flexible column that has room to spare

float cell_width(Builder& b, TableId table, RowIndex row, size_t column) {
  if (column == evidence_column(table)) {
    float w = 0;
    for (const Evidence& evidence : b.in.dataset->table(table).evidence_of(row).first(
             std::min<size_t>(b.in.dataset->table(table).evidence_of(row).size(), 3))) {
      w += mark_px(b, format_evidence(evidence)) + MarkGap;
    }
    return w;
  }
  const std::string text = format_cell(*b.in.dataset, table, row, column);
  const Font font = is_numeric(column_specs(table)[column].type) ? Font::BodyTabular : Font::Body;
  const bool sign = b.in.dataset->table(table).is_inferred(row, column);
  return text_px(b, std::string_view(text).substr(0, 200), font) +
         (sign ? text_px(b, ui::InferredSign, font) : 0);
}

// The width that shows every sampled cell in full.
float wanted_width(Builder& b, TableId table, size_t column) {
  const uint32_t rows = b.in.dataset->table(table).row_count;
  const uint32_t samples = std::min(rows, SampleRows);
  float w = text_px(b, ui::column_heading(table, column), Font::SmallStrong) + HeaderTools + filter_px(b);
  for (uint32_t i = 0; i < samples; ++i) {
    const uint64_t row = uint64_t{i} * rows / samples;
    w = std::max(w, cell_width(b, table, static_cast<RowIndex>(row), column));
  }
  return w + 2 * CellInset;
}

struct Plan {
  std::vector<ShownColumn> columns;
  std::vector<float> wanted;
  std::vector<bool> flexible;
  std::vector<bool> chosen;  // the width is the reader's

  float total() const {
    float sum = 0;
    for (const ShownColumn& column : columns)
      sum += column.w;
    return sum;
  }
};

// Gives `slack` px evenly to the flexible columns, each up to its limit, until it is used up or no column can
// grow.
void share_out(Plan& plan, float slack, const std::vector<float>& limits) {
  while (slack >= 1) {
    size_t open = 0;
    for (size_t i = 0; i < plan.columns.size(); ++i)
      open += plan.flexible[i] && limits[i] - plan.columns[i].w >= 1;
    if (open == 0) return;
    const float step = std::max(1.0f, std::floor(slack / static_cast<float>(open)));
    for (size_t i = 0; i < plan.columns.size() && slack >= 1; ++i) {
      const float room = limits[i] - plan.columns[i].w;
      if (!plan.flexible[i] || room < 1) continue;
      plan.columns[i].w += std::min(step, room);
      slack -= std::min(step, room);
    }
  }
}

// Cuts the widest flexible columns to one width, each down to its limit, so that all fit into `room`: the
// narrow ones keep their texts whole.
void level(Plan& plan, float room, const std::vector<float>& limits) {
  const std::vector<ShownColumn> wide = plan.columns;
  float fits = 0, too_wide = Roomiest;
  while (too_wide - fits >= 1) {
    const float most = std::floor((fits + too_wide + 1) / 2);
    for (size_t i = 0; i < wide.size(); ++i) {
      if (plan.flexible[i]) plan.columns[i].w = std::min(wide[i].w, std::max(most, limits[i]));
    }
    if (plan.total() <= room) {
      fits = most;
    } else {
      too_wide = most - 1;
    }
  }
  for (size_t i = 0; i < wide.size(); ++i) {
    if (plan.flexible[i]) plan.columns[i].w = std::min(wide[i].w, std::max(fits, limits[i]));
  }
}

Plan default_plan(Builder& b, TableId table) {
  Plan plan;
  for (const ColumnLayout& layout : b.in.state.tables[static_cast<size_t>(table)].columns) {
    if (layout.hidden || !column_filled(*b.in.dataset, table, layout.column)) continue;
    const ColumnType type = column_specs(table)[layout.column].type;
    const float wanted = wanted_width(b, table, layout.column);
    const float w = layout.width_px > 0 ? layout.width_px : std::min(wanted, widest(type) + 2 * CellInset);
    plan.columns.push_back({layout.column, 0, std::ceil(w), is_numeric(type)});
    plan.wanted.push_back(std::ceil(wanted));
    plan.flexible.push_back(is_flexible(type) && layout.width_px <= 0);
    plan.chosen.push_back(layout.width_px > 0);
  }
  for (size_t i = 0; i + 1 < plan.columns.size(); ++i) {
    ShownColumn& column = plan.columns[i];
    if (!column.numeric || plan.columns[i + 1].numeric) continue;
    column.inset_right += FiguresGap;
    if (!plan.chosen[i]) column.w += FiguresGap;
  }
  return plan;
}

std::vector<ShownColumn> placed(Plan plan) {
  float x = 0;
  for (ShownColumn& column : plan.columns) {
    column.x = x;
    x += column.w;
  }
  return std::move(plan.columns);
}

}  // namespace

size_t evidence_column(TableId table) {
  switch (table) {
    case TableId::Releases:
      return release_column::Source;
    case TableId::ChartEntries:
      return chart_column::Source;
    case TableId::Videos:
      return video_column::Source;
    case TableId::Events:
      return event_column::Source;
    case TableId::Articles:
      break;
  }
  return column_specs(table).size();
}

bool column_filled(const Dataset& dataset, TableId table, size_t column) {
  const Table& rows = dataset.table(table);
  if (column == evidence_column(table)) return !rows.evidence.empty();
  return column < rows.columns.size() && rows.columns[column].any_stated();
}

std::vector<ShownColumn> shown_columns(Builder& b, TableId table, float room) {
  Plan plan = default_plan(b, table);
  const size_t count = plan.columns.size();
  if (plan.total() > room) {
    std::vector<float> least(count);
    for (size_t i = 0; i < count; ++i)
      least[i] = std::min(plan.columns[i].w, i == 0 ? NarrowestFirst : Narrowest);
    level(plan, room, least);
    if (plan.total() > room) return placed(default_plan(b, table));  // it scrolls anyway
    share_out(plan, room - plan.total(), plan.wanted);
  } else {
    // First to the columns that shorten their texts, then evenly.
    share_out(plan, room - plan.total(), plan.wanted);
    share_out(plan, room - plan.total(), std::vector<float>(count, Roomiest));
  }
  return placed(std::move(plan));
}

CellLook cell_look(const Dataset& dataset, TableId table, RowIndex row, size_t column) {
  const ColumnType type = column_specs(table)[column].type;
  CellLook look{format_cell(dataset, table, row, column), {}, {}, true};
  if (is_numeric(type)) look.style = {Font::BodyTabular, Color::Ink, Align::End};
  if (type == ColumnType::Date) look.style.font = Font::BodyTabular;
  look.stated = !look.text.empty() && look.text != NotStated;
  if (!look.stated) {
    look.text = NotStated;
    look.style.color = Color::Faint;
    look.description = ui::NotStatedWords;
  } else if (dataset.table(table).is_inferred(row, column)) {
    look.style.color = Color::Soft;
    look.description = ui::Inferred;
  }
  return look;
}

void set_cell_language(Builder& b, uint32_t node, TableId table, size_t column) {
  const ColumnType type = column_specs(table)[column].type;
  const bool own_words =
      type == ColumnType::Text || type == ColumnType::Category || type == ColumnType::CategoryList;
  if (own_words && column != evidence_column(table)) b.scene.node(node).lang = b.data_lang;
}

void set_title_language(Builder& b, uint32_t node, TableId table) {
  if (table != TableId::ChartEntries) set_cell_language(b, node, table, 0);
}

std::string row_title(const Dataset& dataset, TableId table, RowIndex row) {
  if (table != TableId::ChartEntries) {
    const std::string title = format_cell(dataset, table, row, 0);
    return title.empty() || title == NotStated ? std::string(ui::Untitled) : title;
  }
  const std::string chart = format_cell(dataset, table, row, chart_column::Chart);
  const CellLook position = cell_look(dataset, table, row, chart_column::Position);
  const CellLook region = cell_look(dataset, table, row, chart_column::Region);
  if (!position.stated) return chart == NotStated ? format_cell(dataset, table, row, 0) : chart;
  const std::string_view code = dataset.column(table, chart_column::Region).text(row);
  const Region* group = code.empty() ? nullptr : find_region(code);
  const bool world = group && group->kind == RegionKind::Group && group->parent.empty();
  const std::string place = ui::place_number(dataset.column(table, chart_column::Position).number(row));
  if (world) return fill(ui::EntryWorldwide, {place});
  return region.stated ? fill(ui::EntryInRegion, {place, region.text})
                       : fill(ui::EntryOnChart, {place, chart});
}

// Where there may be fingers, as far from the next one as a finger needs.
static float mark_px(Builder& b, std::string_view mark) {
  const bool touch = b.phone || b.in.environment.coarse_pointer;
  return std::max(text_px(b, mark, Font::Small), touch ? size::Touch - MarkGap : 0);
}

void add_article_marks(Builder& b, uint32_t parent, Rect rect, TableId table, RowIndex row) {
  const auto evidence = b.in.dataset->table(table).evidence_of(row);
  std::vector<std::span<const Evidence>> articles;
  constexpr size_t Most = 100;
  for (size_t first = 0, end = 0; first < evidence.size() && articles.size() < Most; first = end) {
    while (end < evidence.size() && evidence[end].article == evidence[first].article)
      ++end;
    articles.push_back(evidence.subspan(first, end - first));
  }
  // They stand in rows that are buttons themselves, so a mouse must not miss them either.
  const auto width = [&](size_t i) {
    const std::string sign = article_sign(articles[i].front().article);
    return std::max(text_px(b, sign, Font::Small) + MarkGap, target_px(b, size::TouchLeast));
  };
  size_t shown = 0;
  float w = 0;
  while (shown < articles.size() && w + width(shown) <= rect.w)
    w += width(shown++);
  float rest_w = 0;
  if (shown < articles.size()) {
    rest_w = text_px(b, "+" + format_count(articles.size() - shown), Font::Small);
    while (shown > 0 && w + MarkGap + rest_w > rect.w)
      w -= width(--shown);
  }
  const float rest_x = rect.x + rect.w - rest_w;
  float x = rest_x - (rest_w > 0 ? MarkGap : 0) - w;
  for (size_t i = 0; i < shown; ++i) {
    const RowIndex article = articles[i].front().article;
    const uint32_t link =
        add_link(b, parent, "article", article, {x, rect.y, width(i), rect.h}, article_sign(article),
                 Font::Small, command::SelectRow{{TableId::Articles, article}, false}, Role::Link);
    const std::string places = ui::evidence_places(articles[i]);
    b.scene.node(link).label = ui::article_with_places(article_sign(article), places);
    b.scene.node(link).align = Align::End;
    x += width(i);
  }
  if (rest_w > 0 && rest_w <= rect.w)
    add_text(b, parent, "more-articles", 0, {rest_x, rect.y, rest_w, rect.h},
             "+" + format_count(articles.size() - shown), SoftSmall);
}

void add_evidence_marks(Builder& b, uint32_t cell, Rect rect, TableId table, RowIndex row) {
  const auto evidence = b.in.dataset->table(table).evidence_of(row);
  const float right = rect.x + rect.w;
  for (size_t i = 0; i < evidence.size(); ++i) {
    const std::string mark = format_evidence(evidence[i]);
    const float w = mark_px(b, mark);
    const std::string rest = std::string("+").append(format_count(evidence.size() - i));
    const float rest_w = text_px(b, rest, Font::Small);
    const bool last = i + 1 == evidence.size();
    if (rect.x + w + (last ? 0 : MarkGap + rest_w) > right) {
      if (rect.x + rest_w <= right) {
        add_text(b, cell, "more", 0, {rect.x, rect.y, rest_w, rect.h}, rest, SoftSmall);
      }
      return;
    }
    const uint32_t link =
        add_link(b, cell, "mark", i, {rect.x, rect.y, w, rect.h}, mark, Font::Small,
                 command::SelectRow{{TableId::Articles, evidence[i].article}, false}, Role::Link);
    b.scene.node(link).label = describe_evidence(evidence[i]);
    rect.x += w + MarkGap;
  }
}

SortPlace sort_place(const Query& query, TableId table, size_t column) {
  const std::string_view name = column_specs(table)[column].name;
  SortPlace place;
  size_t order = 0;
  for (const SortKey& key : query.sort) {
    if (!find_column(table, key.column)) continue;
    ++order;
    if (key.column == name) place = {order, key.descending, false};
  }
  place.several = order > 1;
  return place;
}

float filter_px(const Builder& b) {
  return target_px(b, 24);
}

float marks_px(const Builder& b) {
  return target_px(b, 24) > 24 ? 68 : 48;
}

bool column_filtered(const Query& query, TableId table, size_t column) {
  const std::string_view name = column_specs(table)[column].name;
  return std::any_of(query.terms.begin(), query.terms.end(),
                     [name](const Term& term) { return term.column == name; });
}

}  // namespace explorer
