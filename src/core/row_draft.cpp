// From drafts to columns; see row_draft.h.
#include "core/row_draft.h"

#include <algorithm>

#include "core/html_text.h"

namespace explorer {

void RowDraft::start(FeedNode row_node, uint32_t row_from, uint32_t row_index) {
  const size_t columns = column_specs(table_of(row_node)).size();
  node = row_node;
  index = row_index;
  from = row_from;
  id_refused = {};
  id = StringId::None;
  for (size_t column = 0; column < columns; ++column)
    texts[column].clear();
  std::fill_n(numbers.begin(), columns, Quantity{});
  std::fill_n(dates.begin(), columns, PartialDate{});
  for (std::string& text : content)
    text.clear();
  lists.clear();
  list_text.clear();
  references.clear();
  evidence.clear();
  implied_article = StringId::None;
  inferred = 0;
  duration_approximate = false;
}

void RowDraft::add_to_list(size_t column, std::string_view value) {
  lists.push_back({column, list_text.size(), value.size()});
  list_text.append(value);
}

bool IdIndex::insert(StringId id, RowRef row) {
  const auto at = static_cast<size_t>(id);
  if (at >= rows_.size()) rows_.resize(at + at / 2 + 16);
  if (rows_[at] != 0) return false;
  rows_[at] = PackedRow(row).bits() + 1;
  return true;
}

RowRef IdIndex::find(StringId id) const {
  const auto at = static_cast<size_t>(id);
  if (at >= rows_.size() || rows_[at] == 0) return Nowhere;
  return PackedRow::of_bits(rows_[at] - 1);
}

FeedTables::FeedTables(Dataset& target) : dataset(target) {
  dataset = Dataset();
}

RowRef FeedTables::find(StringId id, ReferenceKind kind) const {
  const RowRef row = facts.find(id);
  const bool wants_release = kind == ReferenceKind::Release || kind == ReferenceKind::TrackRelease;
  const bool fits = wants_release                  ? row.table == TableId::Releases
                    : kind == ReferenceKind::Video ? row.table == TableId::Videos
                                                   : true;
  return fits ? row : IdIndex::Nowhere;
}

size_t FeedTables::memory() const {
  size_t bytes = ids.memory() + articles.memory() + facts.memory() + places.size() * sizeof(ReferencePlace) +
                 untitled.size() * 4 * sizeof(size_t);
  for (size_t i = 0; i < TableCount; ++i)
    bytes += references[i].size() * sizeof(PendingReference) + evidence[i].size() * sizeof(PendingEvidence);
  return bytes;
}

void FeedTables::append_columns(RowDraft& draft, Table& table) {
  for (size_t at = 0; at < table.columns.size(); ++at) {
    Column& column = table.columns[at];
    switch (column.spec.type) {
      case ColumnType::Text:
      case ColumnType::Category:
      case ColumnType::Region:
        column.append_text(draft.texts[at]);
        break;
      case ColumnType::Number:
      case ColumnType::Duration:
        column.append_number(draft.numbers[at]);
        break;
      case ColumnType::Date:
        column.append_date(draft.dates[at]);
        break;
      case ColumnType::CategoryList:
        // The list of sources is built by link_rows, when the articles' titles are known.
        if (column.spec.name == "source") break;
        list_buffer_.clear();
        for (const auto& entry : draft.lists) {
          if (entry.column == at)
            list_buffer_.push_back(std::string_view(draft.list_text).substr(entry.begin, entry.size));
        }
        column.append_list(list_buffer_);
        break;
    }
  }
}

bool FeedTables::take_id(const RowDraft& draft, TableId id, WarningLog& warnings) {
  const bool article = id == TableId::Articles;
  const auto skipped = article ? LoadWarningKind::SkippedArticle : LoadWarningKind::SkippedRow;
  if (draft.id == StringId::None) {
    if (draft.id_refused.empty()) {
      warnings.add(skipped, draft.from, words::IdMissing);
    } else {
      warnings.add(skipped, draft.id_from, words::IdRefused, {draft.id_refused});
    }
    return false;
  }
  if ((article ? articles : facts).insert(draft.id, {id, dataset.table(id).row_count})) return true;
  const std::string name = shortened(ids.view(draft.id));
  warnings.add(skipped, draft.from, words::IdTaken, {name});
  return false;
}

// `counter` has counted the value's bytes up to `counted`.
uint32_t FeedTables::add_place(const RowDraft& draft, LineCounter& counter, size_t& counted, uint32_t from,
                               uint32_t index, const ValuePlace& place) {
  const size_t start = token_start(place.bytes, from);
  if (start > counted) {
    counter.pass(place.bytes.substr(counted, start - counted));
    counted = start;
  }
  const auto narrow = [](uint64_t value) {
    return static_cast<uint32_t>(std::min<uint64_t>(value, UINT32_MAX));
  };
  places.push_back(
      {place.document, narrow(counter.line()), narrow(counter.column()), item, draft.index, index});
  return static_cast<uint32_t>(places.size() - 1);
}

void title_chart_entry(Dataset& dataset, RowRef entry, RowRef subject, ReferenceKind kind) {
  if (kind != ReferenceKind::Release && kind != ReferenceKind::Video) return;
  static_assert(release_column::Title == 0 && video_column::Title == 0);
  Column& titles = dataset.table(entry.table).columns[chart_column::Title];
  if (!titles.is_stated(entry.row))
    titles.set_text(entry.row, dataset.column(subject.table, 0).text(subject.row));
}

void FeedTables::append_pending(const RowDraft& draft, TableId id, RowIndex row, const ValuePlace& place) {
  LineCounter counter(place.line, place.column);
  size_t counted = 0;
  for (const auto& it : draft.references) {
    const RowRef to = find(it.id, it.kind);
    const bool known = to != IdIndex::Nowhere;
    if (known) title_chart_entry(dataset, {id, row}, to, it.kind);
    const uint32_t at = known ? 0 : add_place(draft, counter, counted, it.from, it.index, place);
    references[static_cast<size_t>(id)].push_back({row, at, it.id, it.kind});
  }
  auto& pending = evidence[static_cast<size_t>(id)];
  counter = LineCounter(place.line, place.column);
  counted = 0;
  for (const auto& it : draft.evidence) {
    const bool known = articles.find(it.article) != IdIndex::Nowhere;
    const uint32_t at = known ? 0 : add_place(draft, counter, counted, it.from, it.index, place);
    pending.push_back({row, at, it.article, it.paragraph});
  }
  if (draft.implied_article != StringId::None)
    pending.push_back({row, 0, draft.implied_article, Evidence::WholeArticle});
}

bool FeedTables::commit(RowDraft& draft, TableId id, WarningLog& warnings, const ValuePlace& place) {
  if (!take_id(draft, id, warnings)) return false;
  Table& table = dataset.table(id);
  if (id == TableId::Articles) {
    std::string& html = draft.content[static_cast<size_t>(Content::Html)];
    const std::string_view first = draft.content[0].empty() ? draft.content[1] : draft.content[0];
    draft.texts[article_column::Summary] = first.empty() ? plain_text(html) : std::string(first);
  }
  if (id == TableId::Videos && draft.duration_approximate) {
    Quantity& duration = draft.numbers[video_column::Duration];
    if (duration.stated) duration.qualifier = Qualifier::About;
  }
  const RowIndex row = table.row_count++;
  table.ids.add(ids.view(draft.id));
  if (draft.inferred != 0) {
    table.inferred.resize(row + 1);
    table.inferred[row] = draft.inferred;
  }
  append_columns(draft, table);
  append_pending(draft, id, row, place);
  return true;
}

}  // namespace explorer
