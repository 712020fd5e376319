// See growing_dataset.h.
#include "growing_dataset.h"

#include <algorithm>

#include "dataset_fixture.h"

namespace explorer::test {
namespace {

constexpr std::string_view Syllables[] = {"ka",      "Lo",           "mi",     "\u00e9t",
                                          "\u00d8r", "\u0448\u0430", "\u0410", "\ud55c\uad6d",
                                          "\u6771",  "\u30ab\u30bf", "7",      "th"};

bool same_column(const Column& a, const Column& b, uint32_t rows) {
  if (a.value_count() != b.value_count() || a.any_stated() != b.any_stated()) return false;
  for (RowIndex row = 0; row < rows; ++row) {
    if (a.entry(row) != b.entry(row)) return false;
    if (holds_strings(a.spec.type)) {
      if (a.text(row) != b.text(row)) return false;
      if (a.is_list() && !std::ranges::equal(a.list(row), b.list(row))) return false;
    } else if (a.spec.type == ColumnType::Date ? a.date(row) != b.date(row)
                                               : a.number(row) != b.number(row)) {
      return false;
    }
  }
  std::string buffer_a, buffer_b;
  for (ValueCode code = 0; holds_strings(a.spec.type) && code < a.value_count(); ++code) {
    if (a.value_text(code) != b.value_text(code)) return false;
    if (a.texts().folded(code, buffer_a) != b.texts().folded(code, buffer_b)) return false;
  }
  return true;
}

bool same_table(const Table& a, const Table& b) {
  if (a.row_count != b.row_count || a.ids.size() != b.ids.size()) return false;
  for (RowIndex row = 0; row < a.row_count; ++row) {
    if (a.ids.view(row) != b.ids.view(row)) return false;
    if (!std::ranges::equal(a.links_of(row), b.links_of(row))) return false;
    if (!std::ranges::equal(a.evidence_of(row), b.evidence_of(row))) return false;
    for (size_t column = 0; column < a.columns.size(); ++column) {
      if (a.is_inferred(row, column) != b.is_inferred(row, column)) return false;
    }
  }
  for (size_t column = 0; column < a.columns.size(); ++column) {
    if (!same_column(a.columns[column], b.columns[column], a.row_count)) return false;
  }
  return true;
}

}  // namespace

std::string GrowingDataset::rare_word() {
  std::string word;
  for (uint32_t left = 2 + random_.below(2); left > 0; --left)
    word += Syllables[random_.below(std::size(Syllables))];
  return word;
}

std::string GrowingDataset::random_phrase() {
  std::string phrase = rare_word();
  for (uint32_t left = random_.below(4); left > 0; --left)
    phrase += ' ' + rare_word();
  return phrase;
}

void GrowingDataset::add_row(TableId id) {
  Table& table = dataset_.table(id);
  table.ids.add("id" + std::to_string(table.row_count));
  for (Column& column : table.columns) {
    if (column.shares_texts()) continue;
    const ColumnType type = column.spec.type;
    const bool phrase = (type == ColumnType::Text && !random_.one_in(4)) ||
                        (type == ColumnType::CategoryList && random_.one_in(3));
    append_cell(phrase ? random_phrase() : random_cell(random_, type), column);
  }
  if (random_.one_in(3)) {
    if (table.inferred.size() < table.row_count) table.inferred.resize(table.row_count);
    table.inferred.push_back(random_.below(1U << table.columns.size()));
  }
  ++table.row_count;
}

void GrowingDataset::add_rows(uint32_t most_articles, uint32_t most) {
  for (const TableId id : AllTables) {
    for (uint32_t left = random_.below(1 + (id == TableId::Articles ? most_articles : most)); left > 0;
         --left)
      add_row(id);
  }
}

void GrowingDataset::fill_sources(Table& table) {
  const Column& titles = dataset_.column(TableId::Articles, article_column::Title);
  Column& sources = table.columns.back();
  sources.clear();
  for (RowIndex row = 0; row < table.row_count; ++row) {
    std::vector<ValueCode> codes;
    for (const Evidence& evidence : table.evidence_of(row)) {
      if (const uint32_t entry = titles.entry(evidence.article); entry != 0) codes.push_back(entry - 1);
    }
    sources.append_codes(codes);
  }
}

void GrowingDataset::add_links(TableId id) {
  const uint32_t articles = dataset_.table(TableId::Articles).row_count;
  auto& evidence = evidence_[static_cast<size_t>(id)];
  evidence.resize(dataset_.table(id).row_count);
  for (RowIndex row = 0; row < evidence.size(); ++row) {
    const RowRef own = {id, row};
    const RowRef other = {AllTables[random_.below(TableCount)], random_.below(articles + 1)};
    if (random_.one_in(2) && other != own && other.row < dataset_.table(other.table).row_count) {
      links_.emplace(PackedRow(own).bits(), PackedRow(other).bits());
      links_.emplace(PackedRow(other).bits(), PackedRow(own).bits());
    }
    if (random_.one_in(2) && articles > 0 && id != TableId::Articles)
      evidence[row].push_back({random_.below(articles), static_cast<int32_t>(random_.below(4)) - 1});
  }
}

void GrowingDataset::fill_evidence(TableId id) {
  Table& table = dataset_.table(id);
  table.evidence.clear();
  table.evidence_offsets.resize(0);
  table.evidence_offsets.push_back(0);
  for (const std::vector<Evidence>& evidence : evidence_[static_cast<size_t>(id)]) {
    table.evidence.insert(table.evidence.end(), evidence.begin(), evidence.end());
    table.evidence_offsets.push_back(static_cast<uint32_t>(table.evidence.size()));
  }
}

void GrowingDataset::fill_links() {
  auto link = links_.begin();
  for (const TableId id : AllTables) {
    Table& table = dataset_.table(id);
    table.links.clear();
    table.link_offsets.resize(0);
    table.link_offsets.push_back(0);
    for (RowIndex row = 0; row < table.row_count; ++row) {
      for (; link != links_.end() && link->first == PackedRow(RowRef{id, row}).bits(); ++link)
        table.links.push_back(PackedRow::of_bits(link->second));
      table.link_offsets.push_back(static_cast<uint32_t>(table.links.size()));
      const Quantity count = {static_cast<int64_t>(table.links_of(row).size()), Qualifier::Exact, true};
      if (id == TableId::Articles) table.columns[article_column::Facts].set_number(row, count);
      if (id == TableId::Videos && count.value > 1) table.columns[video_column::Rank].set_number(row, count);
    }
  }
}

void GrowingDataset::relink() {
  for (const TableId id : AllTables)
    add_links(id);
  for (const TableId id : AllTables) {
    fill_evidence(id);
    if (id != TableId::Articles) fill_sources(dataset_.table(id));
  }
  fill_links();
}

bool same_content(const Dataset& a, const Dataset& b) {
  return a.title == b.title && a.description == b.description && a.language == b.language &&
         std::ranges::equal(a.tables, b.tables, same_table);
}

}  // namespace explorer::test
