// See dataset_transfer.h. Numbers are 32 bits, arrays a count and then their bytes, in the order in which
// both sides go through the dataset.
#include "core/dataset_transfer.h"

#include <algorithm>
#include <cstring>

namespace explorer {
namespace {

void put_number(std::string& out, uint32_t number) {
  out.append(reinterpret_cast<const char*>(&number), sizeof(number));
}

void put_text(std::string& out, std::string_view text) {
  put_number(out, static_cast<uint32_t>(text.size()));
  out.append(text);
}

template <typename T>
void put_array(std::string& out, const T* values, size_t count) {
  put_number(out, static_cast<uint32_t>(count));
  if (count > 0) out.append(reinterpret_cast<const char*>(values), count * sizeof(T));
}

// The values from `from` on.
template <typename T>
void put_blocks(std::string& out, const Blocks<T>& blocks, uint32_t from) {
  put_number(out, blocks.size() - from);
  while (from < blocks.size()) {
    const std::span<const T> run = blocks.run(from, blocks.size());
    out.append(reinterpret_cast<const char*>(run.data()), run.size_bytes());
    from += static_cast<uint32_t>(run.size());
  }
}

// Lengths, then all bytes. The highest bit of a length marks texts that come folded too.
constexpr uint32_t FoldedMark = 1U << 31;

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  bool ok() const { return ok_; }
  uint32_t number() {
    uint32_t value = 0;
    const std::string_view taken = take(sizeof(value));
    if (ok_) std::memcpy(&value, taken.data(), sizeof(value));
    return value;
  }
  std::string_view text() { return take(number()); }
  template <typename T>
  std::vector<T> array() {
    const size_t count = number();
    const std::string_view taken = take(count * sizeof(T));
    std::vector<T> values(taken.size() / sizeof(T));
    if (!values.empty()) std::memcpy(static_cast<void*>(values.data()), taken.data(), taken.size());
    return values;
  }
  template <typename T>
  void append_to(Blocks<T>& blocks) {
    const std::vector<T> values = array<T>();
    blocks.append(std::span<const T>(values));
  }
  std::string_view take(size_t count) {
    ok_ = ok_ && count <= bytes_.size();
    if (!ok_) return {};
    const std::string_view taken = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return taken;
  }

 private:
  std::string_view bytes_;
  bool ok_ = true;
};

void put_texts(std::string& out, const TextPool& pool, uint32_t from) {
  put_number(out, pool.size() - from);
  for (uint32_t index = from; index < pool.size(); ++index)
    put_text(out, pool.view(index));
}

void put_searchable(std::string& out, const SearchableTexts& texts, uint32_t from, uint32_t& folded) {
  put_number(out, texts.size() - from);
  const auto& indices = texts.folded_indices();
  for (uint32_t index = from; index < texts.size(); ++index) {
    const std::string_view text = texts.view(index);
    const bool has_folded = folded < indices.size() && indices[folded] == index;
    put_number(out, static_cast<uint32_t>(text.size()) | (has_folded ? FoldedMark : 0));
    out.append(text);
    if (has_folded) put_text(out, texts.folded_texts().view(folded++));
  }
}

void read_searchable(Reader& in, SearchableTexts& texts) {
  for (uint32_t left = in.number(); left > 0 && in.ok(); --left) {
    const uint32_t length = in.number();
    const std::string_view text = in.take(length & ~FoldedMark);
    if ((length & FoldedMark) != 0) {
      texts.add_folded(text, in.text());
    } else {
      texts.add(text);
    }
  }
}

// Replaces the entries from the first one sent on.
void read_entries(Reader& in, Blocks<uint32_t>& entries) {
  const uint32_t from = in.number();
  const std::vector<uint32_t> values = in.array<uint32_t>();
  if (!in.ok() || from > entries.size()) return;
  entries.resize(from);
  entries.append(std::span<const uint32_t>(values));
}

void read_column(Reader& in, Column::Parts& parts) {
  if (in.number() != 0) {
    auto texts = parts.texts;  // only a column that shares them starts anew
    parts = {};
    parts.texts = std::move(texts);
  }
  read_searchable(in, *parts.texts);
  in.append_to(parts.numbers);
  in.append_to(parts.dates);
  in.append_to(parts.lists);
  read_entries(in, parts.entries);
}

// Offsets fit only the rows that they came with: all four are taken, or none.
void read_links(Reader& in, Table& table) {
  std::vector<Evidence> evidence = in.array<Evidence>();
  std::vector<PackedRow> links = in.array<PackedRow>();
  Blocks<uint32_t> evidence_offsets, link_offsets;
  in.append_to(evidence_offsets);
  in.append_to(link_offsets);
  if (!in.ok()) return;
  table.evidence = std::move(evidence);
  table.links = std::move(links);
  table.evidence_offsets = std::move(evidence_offsets);
  table.link_offsets = std::move(link_offsets);
}

void read_table(Reader& in, Table& table) {
  const uint32_t rows = in.number();
  for (uint32_t left = in.number(); left > 0 && in.ok(); --left)
    table.ids.add(in.text());
  in.append_to(table.inferred);
  for (Column& column : table.columns)
    read_column(in, column.parts());
  if (in.number() != 0) read_links(in, table);
  if (in.ok()) table.row_count = rows;
}

}  // namespace

// Linking anew never takes a link away, so that other links are more links.
bool DatasetSender::is_linked_anew(const Table& table, const SentTable& sent) {
  return sent.linked != table.link_offsets.size() || sent.links != table.links.size() ||
         sent.evidence != table.evidence.size();
}

bool DatasetSender::has_news(TableId id) const {
  const Table& table = dataset_.table(id);
  const SentTable& sent = sent_[static_cast<size_t>(id)];
  // Linking adds titles for articles without one, which other tables' sources name.
  const bool new_titles =
      id == TableId::Articles && !sent.columns.empty() &&
      sent.columns[article_column::Title].texts != table.columns[article_column::Title].texts().size();
  return sent.rows != table.row_count || new_titles || is_linked_anew(table, sent);
}

std::string DatasetSender::take() {
  std::string out;
  const std::string feed = dataset_.title + '\n' + dataset_.description + '\n' + dataset_.language;
  if (feed == sent_feed_ && std::ranges::none_of(AllTables, [&](TableId id) { return has_news(id); }))
    return out;
  sent_feed_ = feed;
  put_text(out, dataset_.title);
  put_text(out, dataset_.description);
  put_text(out, dataset_.language);
  for (const TableId id : AllTables) {
    const bool now = has_news(id) && out.size() < EnoughBytes;
    put_number(out, now);
    if (now) put_table(id, out);
  }
  return out;
}

void DatasetSender::put_table(TableId id, std::string& out) {
  Table& table = dataset_.table(id);
  SentTable& sent = sent_[static_cast<size_t>(id)];
  sent.columns.resize(table.columns.size());
  put_number(out, table.row_count);
  put_texts(out, table.ids, sent.ids);
  put_blocks(out, table.inferred, sent.inferred);
  for (size_t column = 0; column < table.columns.size(); ++column)
    put_column(table.columns[column], sent.columns[column], out);
  const bool linked = is_linked_anew(table, sent);
  put_number(out, linked);
  if (linked) {
    put_array(out, table.evidence.data(), table.evidence.size());
    put_array(out, table.links.data(), table.links.size());
    put_blocks(out, table.evidence_offsets, 0);
    put_blocks(out, table.link_offsets, 0);
  }
  sent.rows = table.row_count;
  sent.ids = table.ids.size();
  sent.inferred = table.inferred.size();
  sent.linked = table.link_offsets.size();
  sent.links = static_cast<uint32_t>(table.links.size());
  sent.evidence = static_cast<uint32_t>(table.evidence.size());
}

void DatasetSender::put_column(Column& column, SentColumn& sent, std::string& out) {
  const Column::Parts& parts = column.parts();
  const bool anew = sent.generation != column.generation();
  put_number(out, anew);
  if (anew) sent = {column.generation()};
  if (column.shares_texts()) {
    put_number(out, 0);
  } else {
    put_searchable(out, *parts.texts, sent.texts, sent.folded);
  }
  put_blocks(out, parts.numbers, sent.numbers);
  put_blocks(out, parts.dates, sent.dates);
  put_blocks(out, parts.lists, sent.lists);
  const uint32_t from = std::min(sent.entries, column.take_changed_from());
  put_number(out, from);
  put_blocks(out, parts.entries, from);
  sent.texts = parts.texts->size();
  sent.numbers = parts.numbers.size();
  sent.dates = parts.dates.size();
  sent.lists = parts.lists.size();
  sent.entries = parts.entries.size();
}

bool DatasetReceiver::apply(std::string_view bytes) {
  Reader in(bytes);
  dataset_.title = in.text();
  dataset_.description = in.text();
  dataset_.language = in.text();
  for (const TableId id : AllTables) {
    if (in.number() != 0) read_table(in, dataset_.table(id));
  }
  return in.ok();
}

}  // namespace explorer
