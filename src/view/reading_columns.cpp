// See reading_columns.h. Widths are found as a browser finds those of a table.
#include "view/reading_columns.h"

#include <algorithm>
#include <cmath>

#include "view/build_table.h"
#include "view/format.h"
#include "view/ui_text_reading.h"

namespace explorer {
namespace {

constexpr float HeaderTools = 16 + 2 + 24 + 2;  // sort mark and filter, with their gaps
constexpr float LastInset = 12;                 // room for the sign behind a number
constexpr float MostWanted = 440;               // a longer text is broken into lines
constexpr float MostLeast = 168;                // a longer word is broken
constexpr float MostSpare = 40;                 // of a column, where there is room for more than is needed
constexpr size_t MostLetters = 400;             // of an address

bool is_numeric(ColumnType type) {
  return type == ColumnType::Number || type == ColumnType::Duration;
}

void measure(Builder& b, std::string_view text, Font font, ReadingColumn& column) {
  const TextLine line = layout_line(text, font, b.in.measurer);
  column.wanted = std::max(column.wanted, std::ceil(line.width));
  for (const TextUnit& unit : line.units)
    column.least = std::max(column.least, std::ceil(b.in.measurer.width(unit.text, font)));
}

bool cell_is_name(const ReadingPlan& plan, const ReadingColumn& column) {
  return plan.naming < plan.columns.size() && &plan.columns[plan.naming] == &column;
}

void measure_cell(Builder& b, const ReadingPlan& plan, RowIndex row, const CellLook& look,
                  ReadingColumn& column) {
  if (column.column == evidence_column(plan.table)) {
    const auto evidence = b.in.dataset->table(plan.table).evidence_of(row);
    size_t articles = 0;
    for (size_t first = 0, end = 0; first < evidence.size() && articles++ < ReadingSources; first = end) {
      end = end_of_article(evidence, first);
      measure(b, ui::evidence_words(evidence.subspan(first, end - first)), Font::Body, column);
    }
    return;
  }
  measure(b, signed_text(look), cell_is_name(plan, column) ? Font::BodyStrong : look.style.font, column);
}

CellLook look_of(const Builder& b, TableId table, RowIndex row, size_t column) {
  CellLook look = cell_look(*b.in.dataset, table, row, column);
  if (look.stated && is_address(table, column))
    look.text = display_text(b.in.dataset->column(table, column).text(row), MostLetters);
  return look;
}

// The first column that says something of the row itself.
size_t naming_column(const ReadingPlan& plan) {
  const auto found = std::ranges::find_if(plan.columns, [&](const ReadingColumn& each) {
    return each.column != evidence_column(plan.table) && !is_address(plan.table, each.column);
  });
  return static_cast<size_t>(found - plan.columns.begin());
}

void measure_columns(Builder& b, ReadingPlan& plan, ReadingRange range) {
  const RowList& rows = b.in.results.tables[static_cast<size_t>(plan.table)].rows;
  for (ReadingColumn& column : plan.columns) {
    const ColumnType type = column_specs(plan.table)[column.column].type;
    const float heading =
        text_px(b, ui::column_heading(plan.table, column.column), Font::SmallStrong) + HeaderTools;
    size_t cell = static_cast<size_t>(&column - plan.columns.data());
    for (size_t i = range.first; i < range.end; ++i, cell += plan.columns.size())
      measure_cell(b, plan, rows[i], plan.looks[cell], column);
    const bool has_sign = plan.table == TableId::Articles && cell_is_name(plan, column);
    const float around = CellInset + column.inset_right + (has_sign ? ReadingSign : 0);
    const bool rigid = is_numeric(type) || type == ColumnType::Date;
    column.wanted = std::max(std::min(column.wanted, MostWanted), heading) + around;
    column.least = rigid ? column.wanted : std::max(std::min(column.least, MostLeast), heading) + around;
  }
}

// What there is beyond the least goes to the columns by how much they want; what nobody wants, evenly.
void share_out(ReadingPlan& plan, float room) {
  float least = 0, wanted = 0;
  for (const ReadingColumn& column : plan.columns) {
    least += column.least;
    wanted += column.wanted;
  }
  plan.stacked = least > room;
  const float share = wanted > room && wanted > least ? (room - least) / (wanted - least) : 1;
  const float count = static_cast<float>(std::max<size_t>(plan.columns.size(), 1));
  const float spare = std::clamp(std::floor((room - wanted) / count), 0.0f, MostSpare);
  for (ReadingColumn& column : plan.columns) {
    column.x = plan.width;
    column.w = std::floor(column.least + share * (column.wanted - column.least)) + spare;
    plan.width += column.w;
  }
}

}  // namespace

bool is_address(TableId table, size_t column) {
  const std::string_view name = column_specs(table)[column].name;
  return name == "url" || name == "thumbnail";
}

size_t end_of_article(std::span<const Evidence> evidence, size_t first) {
  size_t end = first;
  while (end < evidence.size() && evidence[end].article == evidence[first].article)
    ++end;
  return end;
}

ReadingPlan plan_reading(Builder& b, TableId table, ReadingRange range, float room) {
  ReadingPlan plan{table, {}, 0, false, 0, {}};
  for (const size_t column : filled_columns(b, table)) {
    ReadingColumn own;
    own.column = column;
    own.numeric = is_numeric(column_specs(table)[column].type);
    plan.columns.push_back(own);
  }
  if (!plan.columns.empty()) plan.columns.back().inset_right = LastInset;
  plan.naming = naming_column(plan);
  const RowList& rows = b.in.results.tables[static_cast<size_t>(table)].rows;
  for (size_t i = range.first; i < range.end; ++i) {
    for (const ReadingColumn& column : plan.columns)
      plan.looks.push_back(look_of(b, table, rows[i], column.column));
  }
  plan.any_inferred = std::ranges::any_of(plan.looks, is_inferred);
  measure_columns(b, plan, range);
  share_out(plan, room);
  return plan;
}

}  // namespace explorer
