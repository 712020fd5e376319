// BibTeX as biblatex and biber read it: @online where there is an address, else @misc, since an @article
// would need the name of a journal, which no dataset states. Dates are EDTF, as in the dataset.
#include "exports/citations.h"

namespace explorer::exports {
namespace {

// A text in braces: nothing in it is a command, and the braces it is in keep its capitals as published. A
// brace of its own would count as one even behind a backslash.
void put_text(std::string& out, std::string_view text) {
  constexpr std::string_view Special = "#$%&_";
  for (const char c : text) {
    if (Special.find(c) != std::string_view::npos) out += '\\';
    switch (c) {
      case '{':
        out += "{\\textbraceleft}";
        break;
      case '}':
        out += "{\\textbraceright}";
        break;
      case '\\':
        out += "{\\textbackslash}";
        break;
      case '~':
        out += "{\\textasciitilde}";
        break;
      case '^':
        out += "{\\textasciicircum}";
        break;
      default:
        out += static_cast<unsigned char>(c) < ' ' || c == 0x7F ? ' ' : c;
    }
  }
}

// An address is taken as it is; only what could end it is written otherwise.
void put_address(std::string& out, std::string_view address) {
  for (const char c : address) {
    if (c == '{' || c == '}') {
      out += c == '{' ? "%7B" : "%7D";
    } else {
      out += c;
    }
  }
}

class BibtexWriter final : public CitationWriter {
 public:
  using CitationWriter::CitationWriter;
  void head(std::string&) override {}
  void tail(std::string&) override {}

 private:
  void put_article(std::string& out, RowIndex article, const std::string& key) override {
    const std::string_view url = address(article);
    if (any()) out += '\n';
    out.append(url.empty() ? "@misc{" : "@online{").append(key).append(",\n");
    put_authors(out, column(article_column::Author), article);
    if (const std::string_view title = column(article_column::Title).text(article); !title.empty()) {
      out += "  title = {{";
      put_text(out, title);
      out += "}},\n";
    }
    if (const PartialDate& date = column(article_column::Date).date(article); date.stated())
      out.append("  date = {").append(format_edtf(date)).append("},\n");
    if (!url.empty()) {
      out += "  url = {";
      put_address(out, url);
      out += "},\n";
    }
    if (!dataset().language.empty()) {
      out += "  language = {";
      put_text(out, dataset().language);
      out += "},\n";
    }
    out += "}\n";
  }

  // Whether a name is a person's is not known, so none is taken apart.
  static void put_authors(std::string& out, const Column& authors, RowIndex article) {
    if (!authors.is_stated(article)) return;
    std::string_view between = "  author = {{";
    for (const ValueCode code : authors.list(article)) {
      out += between;
      put_text(out, authors.value_text(code));
      between = "} and {";
    }
    out += "}},\n";
  }
};

}  // namespace

std::unique_ptr<Writer> bibtex_writer(Job job) {
  return std::make_unique<BibtexWriter>(std::move(job));
}

}  // namespace explorer::exports
