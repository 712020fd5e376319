// See export.h.
#include "exports/export.h"

#include "core/text_fold.h"
#include "exports/writer.h"

namespace explorer::exports {
namespace {

struct FormatFacts {
  std::unique_ptr<Writer> (*writer)(Job job);
  std::string_view ending;
  std::string_view media_type;
};

// By Format. Citations in JSON tell by their name that they are no feed.
constexpr FormatFacts Formats[FormatCount] = {
    {csv_writer, ".csv", "text/csv;charset=utf-8"},
    {feed_writer, ".json", "application/feed+json"},
    {ndjson_writer, ".ndjson", "application/x-ndjson"},
    {markdown_writer, ".md", "text/markdown;charset=utf-8"},
    {bibtex_writer, ".bib", "application/x-bibtex;charset=utf-8"},
    {csl_writer, "-citations.json", "application/vnd.citationstyles.csl+json"},
};
constexpr std::string_view TableNames[TableCount] = {"articles", "releases", "charts", "videos", "events"};

const FormatFacts& facts_of(Format format) {
  return Formats[static_cast<size_t>(format)];
}

}  // namespace

std::string_view field_name(const Column& column) {
  return column.spec.type == ColumnType::Duration ? "duration_seconds" : column.spec.name;
}

std::vector<std::string> ascii_words(std::string_view text) {
  constexpr size_t Most = 1024;  // bytes that are looked at
  const std::string folded = fold_text(text.substr(0, Most));
  std::vector<std::string> words;
  bool inside = false;
  for (const char c : folded) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter && !inside) words.emplace_back();
    if (letter) words.back() += c;
    // What belongs to a word without being a letter of it: “don't”.
    inside = letter || (inside && c == '\'');
  }
  return words;
}

std::string file_name(const Dataset& dataset, TableId table, Format format) {
  constexpr size_t Most = 60;  // letters of the title; systems allow 255 for a name
  std::string name;
  for (const std::string& word : ascii_words(dataset.title)) {
    if (name.size() + word.size() > Most) break;
    name.append(word).append("-");
  }
  if (name.empty()) name = "article-explorer-";
  return name.append(TableNames[static_cast<size_t>(table)]).append(facts_of(format).ending);
}

Export::Export(const Dataset& dataset, TableId table, RowList rows, std::vector<size_t> columns,
               Options options)
    : format_(options.format),
      total_(rows.size()),
      file_name_(exports::file_name(dataset, table, options.format)) {
  if (options.all_columns) {
    columns.clear();
    for (size_t column = 0; column < column_specs(table).size(); ++column)
      columns.push_back(column);
  }
  writer_ = facts_of(format_).writer({dataset, table, std::move(rows), std::move(columns), options});
  units_ = writer_->units();
}

Export::~Export() = default;

bool Export::step(std::string& out, std::size_t rows) {
  if (ended_) return false;
  if (!begun_) writer_->head(out);
  begun_ = true;
  for (; rows > 0 && at_ < units_; --rows)
    writer_->unit(out, at_++);
  if (at_ < units_) return true;
  writer_->tail(out);
  ended_ = true;
  return false;
}

uint64_t Export::done() const {
  if (ended_ || units_ == 0) return ended_ ? total_ : 0;
  // No product overflows: both are numbers of rows, which fit 32 bits with room to spare.
  return at_ == units_ ? total_ : total_ * at_ / units_;
}

std::string_view Export::media_type() const {
  return facts_of(format_).media_type;
}

}  // namespace explorer::exports
