// A table in GitHub Flavored Markdown, to be read: headings and values as they are on screen, in the reader's
// language. No text becomes markup; only addresses of the web become links.
#include <algorithm>

#include "core/read_values.h"
#include "exports/writer.h"
#include "view/format.h"
#include "view/text_layout.h"
#include "view/ui_text.h"

namespace explorer::exports {
namespace {

constexpr size_t MaxText = size_t{1} << 20;  // bytes of a value

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// A backslash before every sign that could begin something: emphasis, code, links, HTML, a cell; and before
// those that make links of bare addresses ("http://", "www.", "@"). `text` has no line breaks.
void put_escaped(std::string& out, std::string_view text) {
  constexpr std::string_view Signs = "\\`*_[]<>&|~$@";
  for (size_t at = 0; at < text.size(); ++at) {
    const char c = text[at], next = at + 1 < text.size() ? text[at + 1] : '\0';
    const bool scheme = c == ':' && (next == '/' || is_letter(next));
    const bool www = c == '.' && at >= 3 && (text[at - 1] | 0x20) == 'w' && (text[at - 2] | 0x20) == 'w';
    if (scheme || www || Signs.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
}

// An address has no blanks and no angle brackets (is_web_address); what could end its cell is escaped.
void put_link(std::string& out, std::string_view address) {
  out += '<';
  for (const char c : address) {
    if (c == '|' || c == '`') {
      out += c == '|' ? "%7C" : "%60";
    } else {
      out += c;
    }
  }
  out += '>';
}

bool is_number(const Column& column) {
  return column.spec.type == ColumnType::Number || column.spec.type == ColumnType::Duration;
}

class MarkdownWriter final : public Writer {
 public:
  explicit MarkdownWriter(Job job) : job_(std::move(job)) {
    // As on screen, nothing is shown for a column that no row fills.
    if (job_.options.all_columns)
      std::erase_if(job_.columns, [&](size_t it) { return !job_.rows_of().columns[it].any_stated(); });
  }
  uint64_t units() const override { return job_.rows.size(); }

  void head(std::string& out) override {
    for (const size_t column : job_.columns) {
      out += "| ";
      put_escaped(out, ui::column_heading(job_.table, column));
      out += ' ';
    }
    out += "|\n";
    for (const size_t column : job_.columns)
      out += is_number(job_.rows_of().columns[column]) ? "| ---: " : "| --- ";
    out += "|\n";
  }

  void unit(std::string& out, uint64_t number) override {
    for (const size_t column : job_.columns) {
      out += "| ";
      put_cell(out, job_.row(number), column);
      out += ' ';
    }
    out += "|\n";
  }

  void tail(std::string&) override {}

 private:
  void put_cell(std::string& out, RowIndex row, size_t index) {
    const Column& column = job_.rows_of().columns[index];
    if (!column.is_list() && column.spec.type != ColumnType::Text) {
      const std::string words = format_cell(job_.dataset, job_.table, row, index);
      if (words != NotStated) put_escaped(out, words);
    } else if (column.is_list()) {
      const std::string between = fill(ui::Listed, {"", ""});
      bool first = true;
      for (const ValueCode code : column.list(row)) {
        if (!first) out += between;
        first = false;
        put_escaped(out, display_text(column.value_text(code), MaxText));
      }
    } else if (!column.spec.searched && is_web_address(column.text(row))) {
      put_link(out, column.text(row));
    } else {
      put_escaped(out, display_text(column.text(row), MaxText));
    }
  }

  Job job_;
};

}  // namespace

std::unique_ptr<Writer> markdown_writer(Job job) {
  return std::make_unique<MarkdownWriter>(std::move(job));
}

}  // namespace explorer::exports
