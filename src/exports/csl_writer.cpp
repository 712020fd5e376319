// CSL-JSON, what citation managers exchange. Dates have the parts that are known; "about" and "perhaps" are
// `circa`; what parts cannot say (a decade, a season's interval, an open end) is the EDTF text as `literal`.
#include "exports/citations.h"

namespace explorer::exports {
namespace {

bool has_parts(DatePrecision precision) {
  return precision == DatePrecision::Year || precision >= DatePrecision::Month;
}

void put_parts(std::string& out, int64_t instant, size_t count) {
  constexpr int64_t Day = 86'400;
  const CivilDate date = civil_from_days(instant / Day - (instant % Day < 0 ? 1 : 0));
  const int64_t parts[] = {date.year, date.month, date.day};
  json::put_comma(out);
  out += '[';
  for (size_t i = 0; i < count; ++i) {
    json::put_comma(out);
    out += std::to_string(parts[i]);
  }
  out += ']';
}

// Year, month and day, as far as they are known. Of 2004-XX the year, of 2004-07-XX the month too.
size_t part_count(DatePrecision precision) {
  return precision == DatePrecision::Year || precision == DatePrecision::Season ? 1
         : precision == DatePrecision::Month                                    ? 2
                                                                                : 3;
}

size_t known_parts(const PartialDate& date) {
  constexpr int64_t LongestMonth = 31 * 86'400;
  if (!date.unspecified) return part_count(date.precision);
  return date.latest - date.earliest < LongestMonth ? 2 : 1;
}

// 1 is spring, 4 winter; seasons begin in March, June, September and December.
int64_t season_of(const PartialDate& date) {
  return civil_from_days(date.earliest / 86'400 - (date.earliest % 86'400 < 0 ? 1 : 0)).month / 3;
}

void put_date(std::string& out, const PartialDate& date) {
  const bool single = date.form == DateForm::Single;
  const bool season = single && date.precision == DatePrecision::Season;
  const bool interval =
      date.form == DateForm::Interval && has_parts(date.precision) && has_parts(date.end_precision);
  out += '{';
  if ((single && has_parts(date.precision)) || season || interval) {
    json::put_name(out, "date-parts");
    out += '[';
    put_parts(out, date.earliest, known_parts(date));
    if (interval) put_parts(out, date.latest, part_count(date.end_precision));
    out += ']';
    if (season) json::put_member(out, "season", season_of(date));
  } else {
    json::put_member(out, "literal", format_edtf(date));
  }
  if (date.qualifier != DateQualifier::None || date.end_qualifier != DateQualifier::None) {
    json::put_name(out, "circa");
    out += "true";
  }
  out += '}';
}

class CslWriter final : public CitationWriter {
 public:
  using CitationWriter::CitationWriter;
  void head(std::string& out) override { out += '['; }
  void tail(std::string& out) override { out += any() ? "\n]\n" : "]\n"; }

 private:
  void put_article(std::string& out, RowIndex article, const std::string& key) override {
    const std::string_view title = column(article_column::Title).text(article), url = address(article);
    const PartialDate& date = column(article_column::Date).date(article);
    out += any() ? ",\n{" : "\n{";
    json::put_member(out, "id", key);
    json::put_member(out, "type", url.empty() ? "document" : "webpage");
    if (!title.empty()) json::put_member(out, "title", title);
    put_authors(out, column(article_column::Author), article);
    if (date.stated()) {
      json::put_name(out, "issued");
      put_date(out, date);
    }
    if (!url.empty()) json::put_member(out, "URL", url);
    if (!dataset().language.empty()) json::put_member(out, "language", dataset().language);
    out += '}';
  }

  // Whether a name is a person's is not known, so none is taken apart.
  static void put_authors(std::string& out, const Column& authors, RowIndex article) {
    if (!authors.is_stated(article)) return;
    json::put_name(out, "author");
    out += '[';
    for (const ValueCode code : authors.list(article)) {
      json::put_comma(out);
      out += '{';
      json::put_member(out, "literal", authors.value_text(code));
      out += '}';
    }
    out += ']';
  }
};

}  // namespace

std::unique_ptr<Writer> csl_writer(Job job) {
  return std::make_unique<CslWriter>(std::move(job));
}

}  // namespace explorer::exports
