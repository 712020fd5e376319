// See dataset_fixture.h.
#include "dataset_fixture.h"

#include <algorithm>
#include <cassert>

#include "core/query.h"

namespace explorer::test {
namespace {

Quantity read_quantity(std::string_view text) {
  struct Prefix {
    std::string_view text;
    Qualifier qualifier;
  };
  constexpr Prefix Prefixes[] = {{">=", Qualifier::AtLeast}, {"<=", Qualifier::AtMost},
                                 {">", Qualifier::MoreThan}, {"<", Qualifier::LessThan},
                                 {"~", Qualifier::About},    {"", Qualifier::Exact}};
  for (const Prefix& prefix : Prefixes) {
    if (!text.starts_with(prefix.text)) continue;
    const std::optional<int64_t> value = parse_count(text.substr(prefix.text.size()));
    assert(value);
    return {*value, prefix.qualifier, true};
  }
  return {};
}

void add_list(std::string_view text, Column& column) {
  std::vector<std::string_view> values;
  while (!text.empty()) {
    const size_t end = std::min(text.find('|'), text.size());
    values.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  column.append_list(values);
}

}  // namespace

void append_cell(std::string_view text, Column& column) {
  switch (column.spec.type) {
    case ColumnType::Text:
    case ColumnType::Category:
    case ColumnType::Region:
      column.append_text(text);
      break;
    case ColumnType::CategoryList:
      add_list(text, column);
      break;
    case ColumnType::Number:
    case ColumnType::Duration:
      column.append_number(text.empty() ? Quantity() : read_quantity(text));
      break;
    case ColumnType::Date: {
      const DateParse date = text.empty() ? DateParse{PartialDate(), {}} : parse_edtf(text);
      assert(date.value);
      column.append_date(*date.value);
      break;
    }
  }
}

DatasetBuilder::DatasetBuilder() : dataset_(std::make_unique<Dataset>()) {
  for (TableId id : AllTables) {
    Table& table = dataset_->table(id);
    table.evidence_offsets.push_back(0);
    table.link_offsets.push_back(0);
  }
}

RowRef DatasetBuilder::add_row(TableId id, std::string_view row_id, const std::vector<Cell>& cells) {
  Table& table = dataset_->table(id);
  table.ids.add(row_id);
  for (Column& column : table.columns) {
    std::string_view text;
    for (const Cell& cell : cells) {
      assert(find_column(id, cell.first));
      if (cell.first == column.spec.name) text = cell.second;
    }
    append_cell(text, column);
  }
  table.evidence_offsets.push_back(0);
  return {id, table.row_count++};
}

void DatasetBuilder::link(RowRef a, RowRef b) {
  if (std::find(links_.begin(), links_.end(), std::pair(a, b)) != links_.end()) return;
  links_.emplace_back(a, b);
  links_.emplace_back(b, a);
}

std::unique_ptr<Dataset> DatasetBuilder::finish() {
  for (TableId id : AllTables) {
    Table& table = dataset_->table(id);
    for (RowIndex row = 0; row < table.row_count; ++row) {
      for (const auto& [from, to] : links_) {
        if (from == RowRef{id, row}) table.links.push_back(to);
      }
      table.link_offsets.push_back(static_cast<uint32_t>(table.links.size()));
    }
  }
  links_.clear();
  return std::move(dataset_);
}

namespace {

std::unique_ptr<Dataset> build_sample() {
  using enum TableId;
  DatasetBuilder builder;
  const RowRef single =
      builder.add_row(Articles, "single",
                      {{"title", "\u201cCloser Than This\u201d is out"},
                       {"date", "2023-12-22"},
                       {"tag", "single|fans"},
                       {"facts", "12"},
                       {"summary", "A song for the fans, released on a Friday; it lasts 10:30 or so."}});
  const RowRef reach = builder.add_row(Articles, "reach",
                                       {{"title", "Number one in many places"},
                                        {"date", "2023-12"},
                                        {"tag", "charts|fans"},
                                        {"summary", "O\u00f9? Partout, says the caf\u00e9."}});
  builder.add_row(Articles, "bare", {{"title", "none"}});

  const RowRef closer = builder.add_row(Releases, "closer",
                                        {{"title", "Closer Than This"},
                                         {"artist", "Jimin"},
                                         {"kind", "single"},
                                         {"label", "BigHit"},
                                         {"date", "2023-12-22"}});
  const RowRef face = builder.add_row(
      Releases, "face", {{"title", "FACE"}, {"artist", "Jimin"}, {"kind", "album"}, {"date", "2023-03"}});
  const RowRef seven = builder.add_row(
      Releases, "seven",
      {{"title", "Seven"}, {"artist", "Jung Kook|Latto"}, {"kind", "single"}, {"date", "2023-07-14"}});
  const RowRef diary = builder.add_row(
      Releases, "diary",
      {{"title", "Diary"}, {"kind", "docuseries"}, {"parts", "2"}, {"date", "2023-10/2024-02"}});
  builder.add_row(Releases, "half",
                  {{"title", "\u30cf\u30fc\u30d5"}, {"kind", "single"}, {"note", "Say \"hi\", C:\\x"}});

  const RowRef kr = builder.add_row(ChartEntries, "kr",
                                    {{"title", "Closer Than This"},
                                     {"provider", "iTunes"},
                                     {"region", "KR"},
                                     {"position", "1"},
                                     {"date", "2023-12-24"}});
  const RowRef us = builder.add_row(ChartEntries, "us",
                                    {{"title", "Closer Than This"},
                                     {"provider", "iTunes"},
                                     {"region", "US"},
                                     {"position", "3"},
                                     {"date", "2023-12-23~"}});
  const RowRef ru = builder.add_row(
      ChartEntries, "ru", {{"title", "Seven"}, {"provider", "Other"}, {"region", "RU"}, {"position", "10"}});
  builder.add_row(ChartEntries, "by", {{"title", "Seven"}, {"provider", "iTunes"}, {"region", "BY"}});
  const RowRef world = builder.add_row(ChartEntries, "world",
                                       {{"title", "Closer Than This"},
                                        {"provider", "iTunes"},
                                        {"region", "001"},
                                        {"regions", ">90"},
                                        {"position", "1"},
                                        {"date", "2023-12-18/2023-12-24"}});
  builder.add_row(ChartEntries, "eu",
                  {{"title", "FACE"}, {"region", "150"}, {"position", "~3"}, {"date", "2023-03-26"}});
  builder.add_row(ChartEntries, "odd",
                  {{"title", "FACE"}, {"region", "ZZ"}, {"position", "<3"}, {"regions", "30"}});

  const RowRef clip = builder.add_row(Videos, "clip",
                                      {{"title", "Closer Than This"},
                                       {"kind", "music video"},
                                       {"publisher", "HYBE"},
                                       {"date", "2023-12-22"},
                                       {"duration", "245"}});
  const RowRef behind = builder.add_row(Videos, "behind",
                                        {{"title", "Behind the scenes"},
                                         {"kind", "behind the scenes"},
                                         {"publisher", "HYBE"},
                                         {"duration", "~1800"},
                                         {"people", "Jimin|Jung Kook"}});
  builder.add_row(
      Videos, "dance",
      {{"title", "Dance \U0001F483"}, {"kind", "dance video"}, {"track", "Seven"}, {"artist", "Jung Kook"}});

  const RowRef enlist = builder.add_row(Events, "enlist",
                                        {{"title", "Enlistment"},
                                         {"kind", "enlistment"},
                                         {"date", "2023-12-12"},
                                         {"people", "Jimin|Jung Kook"}});

  for (RowRef row : {closer, face, clip, behind, enlist})
    builder.link(single, row);
  for (RowRef row : {seven, kr, us, ru, world})
    builder.link(reach, row);
  for (RowRef row : {kr, us, world, clip, diary})
    builder.link(closer, row);
  builder.link(seven, ru);
  return builder.finish();
}

}  // namespace

const Dataset& sample_dataset() {
  static const std::unique_ptr<Dataset> sample = build_sample();
  return *sample;
}

}  // namespace explorer::test
