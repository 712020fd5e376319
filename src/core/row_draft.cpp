// From drafts to columns; see row_draft.h.
#include "core/row_draft.h"

#include "core/html_text.h"

namespace explorer {

void RowDraft::start(uint32_t row_from) {
  from = row_from;
  id_refused = {};
  id = StringId::None;
  for (std::string& text : texts)
    text.clear();
  numbers.fill({});
  dates.fill({});
  for (std::string& text : content)
    text.clear();
  lists.clear();
  list_text.clear();
  references.clear();
  evidence.clear();
  inferred = 0;
  duration_approximate = false;
}

void RowDraft::add_to_list(size_t column, std::string_view value) {
  lists.push_back({column, list_text.size(), value.size()});
  list_text.append(value);
}

bool IdIndex::insert(StringId id, RowRef row) {
  const auto at = static_cast<size_t>(id);
  if (at >= rows_.size()) rows_.resize(at + at / 2 + 16, Nowhere);
  if (rows_[at].row != Nowhere.row) return false;
  rows_[at] = row;
  return true;
}

void IdIndex::erase(StringId id) {
  rows_[static_cast<size_t>(id)] = Nowhere;
}

RowRef IdIndex::find(StringId id) const {
  const auto at = static_cast<size_t>(id);
  return at < rows_.size() ? rows_[at] : Nowhere;
}

FeedTables::FeedTables(Dataset& target) : dataset(target) {
  for (const TableId table : AllTables)
    clear(table);
}

void FeedTables::clear(TableId id) {
  Table& table = dataset.table(id);
  IdIndex& index = id == TableId::Articles ? articles : facts;
  for (RowIndex row = 0; row < table.row_count; ++row)
    index.erase(ids.find(table.ids.view(row)));
  table = Table(id);
  references[static_cast<size_t>(id)].clear();
  evidence[static_cast<size_t>(id)].clear();
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

bool FeedTables::commit(RowDraft& draft, TableId id, WarningLog& warnings) {
  Table& table = dataset.table(id);
  const bool article = id == TableId::Articles;
  const auto skipped = article ? LoadWarningKind::SkippedArticle : LoadWarningKind::SkippedRow;
  if (draft.id == StringId::None) {
    if (draft.id_refused.empty()) {
      warnings.add(skipped, draft.from, {"id is missing or empty: expected a text or a number"});
    } else {
      warnings.add(skipped, draft.id_from, {"id is ", draft.id_refused, ": expected a text or a number"});
    }
    return false;
  }
  const RowIndex row = table.row_count;
  if (!(article ? articles : facts).insert(draft.id, {id, row})) {
    const std::string name = shortened(ids.view(draft.id));
    warnings.add(skipped, draft.from,
                 {"id \"", name, "\" is already taken: expected a unique id; the first one counts"});
    return false;
  }
  if (article) {
    std::string& html = draft.content[static_cast<size_t>(Content::Html)];
    const std::string_view first = draft.content[0].empty() ? draft.content[1] : draft.content[0];
    draft.texts[article_column::Summary] = first.empty() ? plain_text(html) : std::string(first);
  }
  Quantity& duration = draft.numbers[video_column::Duration];
  if (id == TableId::Videos && draft.duration_approximate && duration.stated)
    duration.qualifier = Qualifier::About;
  ++table.row_count;
  table.ids.add(ids.view(draft.id));
  if (draft.inferred != 0) {
    table.inferred.resize(row + 1);
    table.inferred[row] = draft.inferred;
  }
  append_columns(draft, table);
  for (const auto& it : draft.references) {
    references[static_cast<size_t>(id)].push_back({row, it.from, it.id, it.kind});
  }
  for (const auto& it : draft.evidence) {
    evidence[static_cast<size_t>(id)].push_back({row, it.from, it.article, it.paragraph});
  }
  return true;
}

}  // namespace explorer
