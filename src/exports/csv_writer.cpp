// Comma-separated values as RFC 4180 has them, made for calculating with: dates in EDTF, numbers bare.
//
// Formulas: where that is asked for, texts are guarded (core/formula_guard.h), and every text stands in
// quotes. Of a list each value is looked at. A date of a year before 0 begins with a minus, and spreadsheets
// would take the months and days away from the year; it is guarded as a text. Numbers and other dates hold
// nothing that could be run, and an apostrophe would make texts of them.
#include "core/formula_guard.h"
#include "exports/writer.h"

namespace explorer::exports {
namespace {

// By Qualifier: as in a query, "position:>90".
constexpr std::string_view Signs[] = {"", "~", ">=", ">", "<=", "<"};

class CsvWriter final : public Writer {
 public:
  explicit CsvWriter(Job job) : job_(std::move(job)) {}
  uint64_t units() const override { return job_.rows.size(); }

  void head(std::string& out) override {
    if (job_.options.byte_order_mark) out += "\xEF\xBB\xBF";
    const size_t begin = out.size();
    const auto put = [&](std::string_view name) {
      put_separator(out);
      out += name;
    };
    if (job_.options.all_columns) put("id");
    for (const size_t column : job_.columns)
      put(field_name(job_.rows_of().columns[column]));
    if (job_.options.all_columns && job_.has_evidence()) {
      for (const std::string_view name : EvidenceNames)
        put(name);
      put("inferred");
    }
    end_line(out, begin);
  }

  void unit(std::string& out, uint64_t number) override {
    const RowIndex row = job_.row(number);
    const Table& table = job_.rows_of();
    const size_t begin = out.size();
    if (job_.options.all_columns) {
      text_.clear();
      add_text(table.ids.view(row));
      put_text(out);
    }
    for (const size_t column : job_.columns)
      put_cell(out, table.columns[column], row);
    if (job_.options.all_columns && job_.has_evidence()) {
      for (size_t kind = 0; kind < std::size(EvidenceNames); ++kind)
        put_evidence_cell(out, row, kind);
      put_inferred(out, row);
    }
    end_line(out, begin);
  }

  void tail(std::string&) override {}

 private:
  // Stated by the headline, by paragraphs, by articles as a whole.
  static constexpr std::string_view EvidenceNames[] = {"evidence_headline", "evidence_paragraph",
                                                       "evidence_article"};
  static size_t kind_of(const Evidence& evidence) {
    return evidence.paragraph == Evidence::WholeArticle ? 2 : evidence.paragraph == 0 ? 0 : 1;
  }

  void put_separator(std::string& out) {
    if (!first_) out += ',';
    first_ = false;
  }

  void end_line(std::string& out, size_t begin) {
    // Readers leave out empty lines; a line of one empty cell must not be one.
    if (out.size() == begin) out += "\"\"";
    out += "\r\n";
    first_ = true;
  }

  // Adds a text to those of the cell.
  void add_text(std::string_view text) {
    if (!text_.empty()) text_ += "; ";
    if (!job_.options.formula_safe) {
      text_ += text;
    } else {
      append_formula_safe(text_, text);
    }
  }

  void put_text(std::string& out) {
    put_separator(out);
    if (text_.empty()) return;
    if (!job_.options.formula_safe && text_.find_first_of(",\"\r\n") == std::string::npos) {
      out += text_;
      return;
    }
    out += '"';
    for (const char c : text_) {
      if (c == '"') out += '"';
      out += c;
    }
    out += '"';
  }

  void put_cell(std::string& out, const Column& column, RowIndex row) {
    if (holds_strings(column.spec.type)) {
      text_.clear();
      if (column.is_list()) {
        for (const ValueCode code : column.list(row))
          add_text(column.value_text(code));
      } else if (column.is_stated(row)) {
        add_text(column.text(row));
      }
      return put_text(out);
    }
    if (column.spec.type == ColumnType::Date) return put_date(out, format_edtf(column.date(row)));
    put_separator(out);
    if (const Quantity& number = column.number(row); number.stated) {
      out.append(Signs[static_cast<size_t>(number.qualifier)]).append(std::to_string(number.value));
    }
  }

  void put_date(std::string& out, const std::string& edtf) {
    if (job_.options.formula_safe && edtf.starts_with('-')) {
      text_.clear();
      add_text(edtf);
      return put_text(out);
    }
    put_separator(out);
    out += edtf;
  }

  void put_evidence_cell(std::string& out, RowIndex row, size_t kind) {
    const TextPool& ids = job_.dataset.table(TableId::Articles).ids;
    text_.clear();
    for (const Evidence& evidence : job_.rows_of().evidence_of(row)) {
      if (kind_of(evidence) != kind) continue;
      add_text(ids.view(evidence.article));
      if (kind == 1) text_.append("#").append(std::to_string(evidence.paragraph));
    }
    put_text(out);
  }

  void put_inferred(std::string& out, RowIndex row) {
    const Table& table = job_.rows_of();
    text_.clear();
    for (size_t column = 0; column < table.columns.size(); ++column) {
      if (table.is_inferred(row, column)) add_text(field_name(table.columns[column]));
    }
    put_text(out);
  }

  const Job job_;
  bool first_ = true;  // in its line
  std::string text_;
};

}  // namespace

std::unique_ptr<Writer> csv_writer(Job job) {
  return std::make_unique<CsvWriter>(std::move(job));
}

}  // namespace explorer::exports
