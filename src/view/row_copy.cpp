// See row_copy.h.
#include "view/row_copy.h"

#include <algorithm>

#include "core/formula_guard.h"
#include "view/format.h"
#include "view/picture_svg.h"
#include "view/table_columns.h"
#include "view/text_layout.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

constexpr size_t MaxText = size_t{1} << 20;  // bytes of a value

struct Cell {
  std::string plain, html;
  bool number = false;    // to be calculated with
  bool inferred = false;  // no article states it
};

std::string two_digits(uint64_t value) {
  return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

std::string clock_time(int64_t secs) {
  const auto total = static_cast<uint64_t>(secs);
  return std::to_string(total / 3600) + ":" + two_digits(total / 60 % 60) + ":" + two_digits(total % 60);
}

Cell quantity_cell(const Quantity& quantity, bool duration) {
  if (!quantity.stated) return {};
  const std::string words = duration ? format_duration(quantity) : format_quantity(quantity);
  const bool exact = quantity.qualifier == Qualifier::Exact && !(duration && quantity.value < 0);
  if (!exact) return {words, words};
  return {duration ? clock_time(quantity.value) : std::to_string(quantity.value), words, true};
}

std::string list_text(const Column& column, RowIndex row) {
  const std::string between = fill(ui::Listed, {"", ""});
  std::string text;
  for (const ValueCode code : column.list(row)) {
    if (!text.empty()) text += between;
    text += display_text(column.value_text(code), MaxText);
  }
  return text;
}

// Article by article, as somebody reads it who does not have the page: “Title”, paragraphs 4, 5.
std::string sources_text(const Dataset& dataset, std::span<const Evidence> evidence) {
  std::string text;
  for (size_t first = 0, end = 0; first < evidence.size(); first = end) {
    const RowIndex article = evidence[first].article;
    while (end < evidence.size() && evidence[end].article == article)
      ++end;
    const std::string title = row_title(dataset, TableId::Articles, article);
    const std::string source =
        ui::listed(fill(ui::Quoted, {title}), ui::evidence_places(evidence.subspan(first, end - first)));
    text = text.empty() ? source : fill(ui::Further, {text, source});
    if (text.size() > MaxText) break;
  }
  return text;
}

std::string words_of(const Dataset& dataset, TableId table, RowIndex row, size_t index) {
  const Column& column = dataset.column(table, index);
  const ColumnType type = column.spec.type;
  if (type == ColumnType::Text || type == ColumnType::Category)
    return display_text(column.text(row), MaxText);
  if (index == evidence_column(table)) return sources_text(dataset, dataset.table(table).evidence_of(row));
  if (type == ColumnType::CategoryList) return list_text(column, row);
  std::string text = format_cell(dataset, table, row, index);
  return text == NotStated ? std::string() : text;
}

Cell stated_cell(const Dataset& dataset, TableId table, RowIndex row, size_t index) {
  const Column& column = dataset.column(table, index);
  const ColumnType type = column.spec.type;
  if (type == ColumnType::Number || type == ColumnType::Duration)
    return quantity_cell(column.number(row), type == ColumnType::Duration);
  const std::string words = words_of(dataset, table, row, index);
  if (type == ColumnType::Date) return {format_edtf(column.date(row)), words};
  return {words, words};
}

Cell cell_of(const Dataset& dataset, TableId table, RowIndex row, size_t index) {
  Cell cell = stated_cell(dataset, table, row, index);
  cell.inferred = !cell.html.empty() && dataset.table(table).is_inferred(row, index);
  return cell;
}

// With the sign for what is inferred, which says no number.
Cell signed_cell(Cell cell) {
  if (!cell.inferred) return cell;
  const std::string sign(ui::InferredSign);
  return {cell.plain + sign, cell.html + sign, false, true};
}

void append_guarded(std::string& out, const std::string& text, bool number) {
  const size_t begin = out.size();
  if (number) {
    out += text;
  } else {
    append_formula_safe(out, text);
  }
  // Nothing in a value may end its cell.
  for (size_t at = begin; at < out.size(); ++at) {
    if (static_cast<unsigned char>(out[at]) < ' ' || out[at] == 0x7F) out[at] = ' ';
  }
}

void append_html(std::string& out, std::string_view tag, const std::string& text) {
  out.append("<").append(tag).append(">");
  svg::append_escaped(out, text);
  out.append("</").append(tag).append(">");
}

// Returns whether anything in it is inferred.
bool append_row(RowCopy& copy, const Dataset& dataset, TableId table, RowIndex row,
                std::span<const size_t> columns) {
  bool inferred = false;
  copy.html += "<tr>";
  for (const size_t column : columns) {
    const Cell cell = signed_cell(cell_of(dataset, table, row, column));
    inferred = inferred || cell.inferred;
    if (column != columns.front()) copy.plain += '\t';
    append_guarded(copy.plain, cell.plain, cell.number);
    std::string words;
    append_guarded(words, cell.html, cell.number);
    append_html(copy.html, "td", words);
  }
  copy.html += "</tr>";
  copy.plain += '\n';
  return inferred;
}

void append_note(RowCopy& copy) {
  copy.plain.append("\n").append(ui::InferredNote).append("\n");
  append_html(copy.html, "p", std::string(ui::InferredNote));
}

}  // namespace

RowCopy copy_rows(const Dataset& dataset, TableId table, std::span<const size_t> columns,
                  std::span<const RowIndex> rows, CopyLimits limits) {
  RowCopy copy;
  copy.html = "<table><thead><tr>";
  for (const size_t column : columns) {
    const std::string heading(ui::column_heading(table, column));
    if (column != columns.front()) copy.plain += '\t';
    copy.plain += heading;
    append_html(copy.html, "th", heading);
  }
  copy.html += "</tr></thead><tbody>";
  copy.plain += '\n';
  bool any_inferred = false;
  for (const RowIndex row : rows) {
    const size_t plain = copy.plain.size(), html = copy.html.size();
    if (copy.rows == limits.rows) break;
    const bool inferred = append_row(copy, dataset, table, row, columns);
    if (std::max(copy.plain.size(), copy.html.size()) > limits.bytes) {
      copy.plain.resize(plain);
      copy.html.resize(html);
      break;
    }
    ++copy.rows;
    any_inferred = any_inferred || inferred;
  }
  copy.html += "</tbody></table>";
  if (any_inferred) append_note(copy);
  return copy;
}

RowCopy copy_value(const Dataset& dataset, TableId table, RowIndex row, size_t column) {
  Cell cell = cell_of(dataset, table, row, column);
  if (cell.inferred) cell = {fill(ui::FigureInferred, {cell.plain}), fill(ui::FigureInferred, {cell.html})};
  RowCopy copy{cell.plain, {}, 1};
  svg::append_escaped(copy.html, cell.html);
  return copy;
}

}  // namespace explorer
