// Numbers, evidence and cells in words; dates are in format_date.cpp.
#include "view/format.h"

#include <cassert>

#include "core/regions.h"
#include "view/locale.h"
#include "view/text_layout.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

// Longer lists than this are cut; no cell shows as much.
constexpr size_t MaxListBytes = 4096;

uint64_t magnitude(int64_t value) {
  return value < 0 ? 0 - static_cast<uint64_t>(value) : static_cast<uint64_t>(value);
}

std::string with_qualifier(const Quantity& quantity, const std::string& text) {
  return qualified(quantity.qualifier, quantity.value < 0 ? "\u2212" + text : text);
}

std::string format_list(const Column& column, RowIndex row) {
  std::string list;
  for (const ValueCode code : column.list(row)) {
    if (list.size() > MaxListBytes) {
      add_listed(list, "\u2026");
      break;
    }
    add_listed(list, display_text(column.value_text(code)));
  }
  return list;
}

std::string format_sources(const Table& table, RowIndex row) {
  std::string list;
  for (const Evidence& evidence : table.evidence_of(row)) {
    if (list.size() > MaxListBytes) {
      add_listed(list, "\u2026");
      break;
    }
    add_listed(list, format_evidence(evidence));
  }
  return list;
}

std::string format_region(const Table& table, TableId id, RowIndex row, std::string_view code) {
  if (!code.empty()) return display_text(region_name(code));
  if (id != TableId::ChartEntries) return {};
  const Quantity& claimed = table.columns[chart_column::Regions].number(row);
  return claimed.stated ? ui::count_regions(claimed) : std::string();
}

// Empty where nothing is stated.
std::string cell_text(const Dataset& dataset, TableId id, RowIndex row, const Column& column) {
  switch (column.spec.type) {
    case ColumnType::Text:
    case ColumnType::Category:
      return display_text(column.text(row));
    case ColumnType::CategoryList:
      if (column.spec.name == "source") return format_sources(dataset.table(id), row);
      return format_list(column, row);
    case ColumnType::Region:
      return format_region(dataset.table(id), id, row, column.text(row));
    case ColumnType::Number:
      return format_quantity(column.number(row));
    case ColumnType::Duration:
      return format_duration(column.number(row));
    case ColumnType::Date:
      return format_date(column.date(row));
  }
  return {};
}

}  // namespace

std::string qualified(Qualifier qualifier, std::string_view text) {
  if (qualifier == Qualifier::Exact) return std::string(text);
  return fill(ui::Qualified[static_cast<size_t>(qualifier) - 1], {text});
}

std::string format_count(uint64_t count) {
  std::string text = std::to_string(count);
  const std::string_view sign = reader_locale().text(LocaleText::GroupSign),
                         sizes = reader_locale().text(LocaleText::GroupSizes);
  size_t at = text.size();
  for (size_t group = 0; !sign.empty() && group < text.size(); ++group) {
    const auto digits = static_cast<size_t>(sizes[group == 0 ? 0 : 1] - '0');
    if (at <= digits) break;
    text.insert(at -= digits, sign);
  }
  return text;
}

std::string format_quantity(const Quantity& quantity) {
  if (!quantity.stated) return std::string(NotStated);
  return with_qualifier(quantity, format_count(magnitude(quantity.value)));
}

std::string format_duration(const Quantity& secs) {
  if (!secs.stated) return std::string(NotStated);
  const uint64_t total = magnitude(secs.value);
  const uint64_t hours = total / 3600, minutes = total / 60 % 60, seconds = total % 60;
  std::string text;
  const auto add = [&text](uint64_t value, LocaleText one, LocaleText many) {
    if (!text.empty()) text += ' ';
    text.append(format_count(value)).append(reader_locale().text(value == 1 ? one : many));
  };
  if (hours > 0) add(hours, LocaleText::Hour, LocaleText::Hours);
  if (minutes > 0) add(minutes, LocaleText::Minute, LocaleText::Minutes);
  if (seconds > 0 || total == 0) add(seconds, LocaleText::Second, LocaleText::Seconds);
  return with_qualifier(secs, text);
}

std::string format_bytes(uint64_t bytes) {
  if (bytes < 1000) return plural(ui::CountBytes, bytes, {std::to_string(bytes)});
  uint64_t tenths = bytes / 100 + (bytes % 100 >= 50 ? 1 : 0);
  size_t unit = 0;
  for (; tenths >= 10000 && unit + 1 < std::size(ui::ByteUnits); ++unit) {
    tenths = tenths / 1000 + (tenths % 1000 >= 500 ? 1 : 0);
  }
  const std::string number = format_count(tenths / 10)
                                 .append(reader_locale().text(LocaleText::DecimalSign))
                                 .append(std::to_string(tenths % 10));
  return fill(ui::ByteUnits[unit], {number});
}

std::string article_sign(RowIndex article) {
  std::string sign;
  for (uint64_t rest = uint64_t{article} + 1; rest > 0; rest = (rest - 1) / 26) {
    sign.insert(sign.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return sign;
}

std::string format_evidence(const Evidence& evidence) {
  const std::string sign = article_sign(evidence.article);
  if (evidence.paragraph == Evidence::WholeArticle) return sign;
  if (evidence.paragraph == 0) return fill(ui::EvidenceHeadline, {sign});
  return sign + " " + std::to_string(evidence.paragraph);
}

std::string describe_evidence(const Evidence& evidence) {
  const std::string sign = article_sign(evidence.article);
  if (evidence.paragraph == Evidence::WholeArticle) return ui::article(sign);
  if (evidence.paragraph == 0) return fill(ui::EvidenceHeadlineWords, {sign});
  return fill(ui::EvidenceParagraphWords, {sign, std::to_string(evidence.paragraph)});
}

std::string format_cell(const Dataset& dataset, TableId table, RowIndex row, size_t column) {
  const Table& rows = dataset.table(table);
  assert(row < rows.row_count && column < rows.columns.size());
  std::string text = cell_text(dataset, table, row, rows.columns[column]);
  return text.empty() ? std::string(NotStated) : text;
}

}  // namespace explorer
