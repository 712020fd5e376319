#include "generator/article_generator.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/regions.h"
#include "load_helpers.h"

using namespace explorer;

namespace {

constexpr uint64_t Seed = 7;

std::string generated(uint32_t count, GeneratorFormat format, bool summaries = false, size_t bytes = 1 << 20,
                      uint64_t seed = Seed) {
  ArticleGenerator generator(seed, count, format, summaries);
  std::string out;
  while (generator.write(out, bytes)) {
  }
  return out;
}

// FNV-1a.
uint64_t hash_of(std::string_view text) {
  uint64_t hash = 0xCBF29CE484222325u;
  for (const char byte : text)
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3u;
  return hash;
}

// The lines of articles, without commas between them.
std::vector<std::string_view> article_lines(std::string_view document) {
  std::vector<std::string_view> lines;
  while (!document.empty()) {
    const size_t end = std::min(document.find('\n'), document.size());
    std::string_view line = document.substr(0, end);
    document.remove_prefix(std::min(end + 1, document.size()));
    if (!line.starts_with("{\"id\":\"a")) continue;
    if (line.ends_with(',')) line.remove_suffix(1);
    lines.push_back(line);
  }
  return lines;
}

// The text of a member, still escaped; empty if it is absent.
std::string_view member(std::string_view line, std::string_view name) {
  const std::string start = "\"" + std::string(name) + "\":\"";
  const size_t at = line.find(start);
  if (at == std::string_view::npos) return "";
  line.remove_prefix(at + start.size());
  size_t end = 0;
  while (line[end] != '"')
    end += line[end] == '\\' ? 2 : 1;
  return line.substr(0, end);
}

// The same feed with the facts of all items at the feed's own level.
std::string with_facts_gathered(std::string_view feed) {
  constexpr std::string_view Before = ",\"_article_explorer\":{\"chart_entries\":[";
  constexpr std::string_view After = "]}}";
  std::string items, entries;
  for (const std::string_view line : article_lines(feed)) {
    const size_t at = line.find(Before);
    REQUIRE(at != std::string_view::npos);
    REQUIRE(line.ends_with(After));
    const std::string_view entry = line.substr(at + Before.size());
    const std::string_view comma = items.empty() ? "" : ",";
    items.append(comma).append(line.substr(0, at)).append("}");
    entries.append(comma).append(entry.substr(0, entry.size() - After.size()));
  }
  const size_t end_of_releases = feed.find("\n]},\n\"items\":[");
  REQUIRE(end_of_releases != std::string_view::npos);
  return std::string(feed.substr(0, end_of_releases)) + "],\"chart_entries\":[" + entries + "]},\"items\":[" +
         items + "]}";
}

size_t count_lines_with(const std::vector<std::string_view>& lines, std::string_view name,
                        std::string_view word) {
  std::string capital(word);
  if (capital[0] >= 'a' && capital[0] <= 'z') capital[0] = static_cast<char>(capital[0] - 32);
  size_t count = 0;
  for (const std::string_view line : lines) {
    const std::string_view text = member(line, name);
    count += text.find(word) != std::string_view::npos || text.find(capital) != std::string_view::npos;
  }
  return count;
}

struct Counts {
  size_t missing = 0;
  std::set<uint32_t> values;
};

Counts counts_of(const Dataset& dataset, TableId table, size_t column) {
  Counts counts;
  const Table& rows = dataset.table(table);
  const Column& values = rows.columns[column];
  for (RowIndex row = 0; row < rows.row_count; ++row) {
    if (values.spec.type == ColumnType::CategoryList) {
      counts.missing += values.list(row).empty();
      for (const StringId id : values.list(row))
        counts.values.insert(static_cast<uint32_t>(id));
    } else {
      counts.missing += dataset.text(values.strings[row]).empty();
      counts.values.insert(static_cast<uint32_t>(values.strings[row]));
    }
  }
  return counts;
}

size_t count_lines_without(const std::vector<std::string_view>& lines, std::string_view name) {
  const std::string start = "\"" + std::string(name) + "\":";
  size_t count = 0;
  for (const std::string_view line : lines)
    count += line.find(start) == std::string_view::npos;
  return count;
}

}  // namespace

TEST_CASE("a seed gives the same bytes on every machine") {
  const struct {
    GeneratorFormat format;
    bool summaries;
    uint64_t hash;
  } Cases[] = {
      {GeneratorFormat::Feed, false, 0x22F68EF0E68D125Du},
      {GeneratorFormat::Feed, true, 0x44ABA0266CF62255u},
      {GeneratorFormat::Lines, false, 0xE8893093F9D0B726u},
      {GeneratorFormat::Lines, true, 0xADA0B38EFD730A5Au},
      {GeneratorFormat::FlatRows, false, 0xF11064EF2B69825Eu},
      {GeneratorFormat::FlatRows, true, 0xBD6DFF15ADE48C9Au},
  };
  for (const auto& [format, summaries, hash] : Cases) {
    CAPTURE(static_cast<int>(format));
    CAPTURE(summaries);
    CHECK(hash_of(generated(1000, format, summaries)) == hash);
  }
}

TEST_CASE("another seed gives other articles") {
  CHECK(generated(10, GeneratorFormat::Lines, false, 1, 1) !=
        generated(10, GeneratorFormat::Lines, false, 1, 2));
}

TEST_CASE("the document does not depend on the size of the pieces") {
  for (const GeneratorFormat format :
       {GeneratorFormat::Feed, GeneratorFormat::Lines, GeneratorFormat::FlatRows}) {
    const std::string whole = generated(300, format, true, SIZE_MAX);
    for (const size_t bytes : {0, 1, 399, 4096, 100000}) {
      CAPTURE(bytes);
      CHECK(generated(300, format, true, bytes) == whole);
    }
  }
}

TEST_CASE("a piece has at least the bytes that were asked for, until the end") {
  ArticleGenerator generator(Seed, 1000, GeneratorFormat::Lines, false);
  size_t pieces = 0, lines = 0;
  std::string piece;
  while (generator.write(piece, 5000)) {
    ++pieces;
    lines += article_lines(piece).size();
    if (lines < 1000) CHECK(piece.size() >= 5000);
    CHECK(piece.size() < 5000 + 2000);
    piece.clear();
  }
  CHECK(piece.empty());
  CHECK_FALSE(generator.write(piece, 5000));
  CHECK(lines == 1000);
  CHECK(pieces > 60);
}

TEST_CASE("datasets of no and of one article are whole documents") {
  CHECK(generated(0, GeneratorFormat::Lines).empty());
  CHECK(generated(0, GeneratorFormat::FlatRows) == "[\n\n]\n");
  CHECK(article_lines(generated(1, GeneratorFormat::Lines)).size() == 1);
  CHECK(article_lines(generated(1, GeneratorFormat::FlatRows)).size() == 1);
  for (const uint32_t count : {0u, 1u}) {
    const LoadResult result = load_dataset(generated(count, GeneratorFormat::Feed));
    REQUIRE(result.dataset != nullptr);
    CHECK(summary_of(result) == "");
    CHECK(result.dataset->table(TableId::Articles).row_count == count);
    CHECK(result.dataset->table(TableId::Releases).row_count == count);
  }
}

TEST_CASE("the loader reads a generated feed without a warning") {
  const LoadResult result = load_dataset(generated(3000, GeneratorFormat::Feed, true));
  REQUIRE(result.dataset != nullptr);
  CHECK(summary_of(result) == "");
  CHECK(result.dataset->table(TableId::Articles).row_count == 3000);
  CHECK(result.dataset->table(TableId::Releases).row_count == MaxReleaseCount);
}

TEST_CASE("the loader knows every value of the chart entries, and the releases that they name") {
  const LoadResult result = load_dataset(with_facts_gathered(generated(3000, GeneratorFormat::Feed)));
  REQUIRE(result.dataset != nullptr);
  CHECK(summary_of(result) == "");
  CHECK(result.dataset->table(TableId::ChartEntries).row_count == 3000);
}

TEST_CASE("every line of NDJSON is an item, without a release") {
  const std::string document = generated(500, GeneratorFormat::Lines, true);
  for (const std::string_view line : article_lines(document)) {
    const LoadResult result = load_dataset(feed_of(line));
    REQUIRE(result.dataset != nullptr);
    CHECK(summary_of(result) == "");
    CHECK(line.find("\"release\"") == std::string_view::npos);
  }
}

TEST_CASE("flat rows are one JSON array of objects without depth") {
  const std::string document = generated(1000, GeneratorFormat::FlatRows, true);
  // Inside a member that nobody knows the loader checks the syntax only.
  const LoadResult result =
      load_dataset("{" + std::string(VersionMember) + ",\"items\":[],\"_rows\":" + document + "}");
  REQUIRE(result.dataset != nullptr);
  CHECK(result.warning_count == 0);
  const std::vector<std::string_view> lines = article_lines(document);
  CHECK(lines.size() == 1000);
  for (const std::string_view line : lines)
    CHECK(line.find('{', 1) == std::string_view::npos);
}

TEST_CASE("all formats state the same facts") {
  const std::string feed = generated(2500, GeneratorFormat::Feed);
  const std::string with_summaries = generated(2500, GeneratorFormat::Lines, true);
  const std::string flat = generated(2500, GeneratorFormat::FlatRows);
  const std::vector<std::string_view> items = article_lines(feed);
  const std::vector<std::string_view> lines = article_lines(with_summaries);
  const std::vector<std::string_view> rows = article_lines(flat);
  REQUIRE(items.size() == 2500);
  REQUIRE(lines.size() == 2500);
  REQUIRE(rows.size() == 2500);
  for (size_t i = 0; i < items.size(); ++i) {
    for (const std::string_view name : {"id", "url", "title", "chart", "provider", "region"}) {
      CHECK(member(items[i], name) == member(rows[i], name));
      CHECK(member(lines[i], name) == member(rows[i], name));
    }
    CHECK(member(items[i], "date_published") == member(lines[i], "date_published"));
    CHECK(member(items[i], "date_published") == member(rows[i], "date"));
    CHECK(member(items[i], "date") == member(rows[i], "charted"));
    CHECK(member(rows[i], "author").starts_with(member(items[i], "name")));
  }
}

TEST_CASE("an article is the same in a dataset of any size") {
  const std::string small = generated(10, GeneratorFormat::Lines);
  CHECK(generated(5000, GeneratorFormat::Lines).starts_with(small));
}

TEST_CASE("values are missing in the shares that are meant") {
  const std::string feed = generated(20000, GeneratorFormat::Feed);
  const std::vector<std::string_view> lines = article_lines(feed);
  const struct {
    std::string_view name;
    double per_cent;
  } Cases[] = {{"date_published", 4}, {"authors", 3}, {"provider", 8}, {"region", 3},
               {"position", 6},       {"date", 7},    {"title", 0},    {"tags", 0}};
  for (const auto& [name, per_cent] : Cases) {
    CAPTURE(name);
    CHECK(100.0 * static_cast<double>(count_lines_without(lines, name)) / 20000 ==
          doctest::Approx(per_cent).epsilon(0.1));
  }
  size_t at_most = 0, months = 0;
  for (const std::string_view line : lines) {
    at_most += line.find("\"qualifier\":\"at_most\"") != std::string_view::npos;
    months += member(line, "date").size() == 7;
  }
  CHECK(at_most == doctest::Approx(400).epsilon(0.15));
  CHECK(months == doctest::Approx(4000).epsilon(0.05));
}

TEST_CASE("columns have as many values as a page of articles would") {
  const LoadResult result = load_dataset(with_facts_gathered(generated(20000, GeneratorFormat::Feed)));
  REQUIRE(result.dataset != nullptr);
  const Dataset& dataset = *result.dataset;
  CHECK(counts_of(dataset, TableId::Articles, article_column::Tag).values.size() == 200);
  CHECK(counts_of(dataset, TableId::Articles, article_column::Author).values.size() == 500);
  CHECK(counts_of(dataset, TableId::ChartEntries, chart_column::Chart).values.size() == 8);
  CHECK(counts_of(dataset, TableId::Articles, article_column::Title).values.size() > 19000);
}

TEST_CASE("the planted words stand in the share of titles and summaries that the header names") {
  const std::string rows = generated(100000, GeneratorFormat::FlatRows, true);
  const std::vector<std::string_view> lines = article_lines(rows);
  REQUIRE(lines.size() == 100000);
  for (const std::string_view name : {"title", "summary"}) {
    CAPTURE(name);
    CHECK(count_lines_with(lines, name, CommonWord) == doctest::Approx(20000).epsilon(0.03));
    CHECK(count_lines_with(lines, name, OccasionalWord) == doctest::Approx(1000).epsilon(0.1));
    for (const std::string_view rare : {RareWord, RareHangulWord}) {
      const size_t count = count_lines_with(lines, name, rare);
      CHECK(count > 2);
      CHECK(count < 22);
    }
  }
  for (const std::string_view line : lines) {
    const size_t size = member(line, "summary").size();
    CHECK_MESSAGE((size >= 120 && size <= 400), line);
  }
}

TEST_CASE("the most frequent region and tag are the ones that the header names") {
  const std::string rows = generated(20000, GeneratorFormat::FlatRows);
  size_t first = 0, tagged = 0, second = 0;
  std::set<std::string_view> regions;
  for (const std::string_view line : article_lines(rows)) {
    const std::string_view region = member(line, "region");
    if (!region.empty()) regions.insert(region);
    first += region == CommonRegion;
    second += region == "KR";
    tagged += line.find("\"" + std::string(CommonTag) + "\"") != std::string_view::npos;
  }
  CHECK(regions.size() > 84);
  for (const std::string_view region : regions)
    CHECK_MESSAGE(find_region(region) != nullptr, region);
  CHECK(first > second);
  CHECK(first == doctest::Approx(1790).epsilon(0.1));
  CHECK(tagged == doctest::Approx(3500).epsilon(0.1));
}
