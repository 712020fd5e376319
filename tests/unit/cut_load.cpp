#include "cut_load.h"

#include "core/partial_date.h"

namespace explorer {
namespace {

void add_place(std::string& out, const LoadPlace& place) {
  out += std::to_string(place.line) + ':' + std::to_string(place.column) + ' ' + place.path + ' ';
}

void add_column(std::string& out, const Column& column, RowIndex row) {
  if (column.is_list()) {
    for (const ValueCode code : column.list(row)) {
      out += column.value_text(code);
      out += '+';
    }
  } else if (holds_strings(column.spec.type)) {
    out += column.text(row);
  } else if (column.spec.type == ColumnType::Date) {
    out += format_edtf(column.date(row));
  } else if (const Quantity& number = column.number(row); number.stated) {
    out += std::to_string(number.value) + '/' + std::to_string(static_cast<int>(number.qualifier));
  }
  out += '|';
}

}  // namespace

std::string account_of(const LoadResult& result) {
  std::string out;
  if (result.error) {
    out += "error " + std::to_string(static_cast<int>(result.error->kind)) + ' ';
    add_place(out, result.error->place);
    return out + result.error->message;
  }
  for (const LoadWarning& warning : result.warnings) {
    out += std::to_string(static_cast<int>(warning.kind)) + ' ';
    add_place(out, warning.place);
    out += warning.message + '\n';
  }
  out += std::to_string(result.warning_count) + ' ' + std::to_string(result.skipped_articles) + ' ' +
         std::to_string(result.skipped_rows) + '\n';
  const Dataset& data = *result.dataset;
  out += data.title + '|' + data.description + '|' + data.language + '\n';
  for (const TableId id : AllTables) {
    const Table& table = data.table(id);
    for (RowIndex row = 0; row < table.row_count; ++row) {
      out += table.ids.view(row);
      out += ' ';
      for (const Column& column : table.columns)
        add_column(out, column, row);
      for (const Evidence& evidence : table.evidence_of(row))
        out += std::to_string(evidence.article) + '#' + std::to_string(evidence.paragraph) + ' ';
      for (const RowRef link : table.links_of(row))
        out += std::to_string(static_cast<int>(link.table)) + '.' + std::to_string(link.row) + ' ';
      out += '\n';
    }
  }
  return out;
}

}  // namespace explorer
