// See link_rows.h. A link is a pair of row numbers counted through all tables, packed into 64 bits, so that
// sorting them gives each row its links in the order of tables and rows.
#include "core/link_rows.h"

#include <algorithm>

namespace explorer {
namespace {

class Linker {
 public:
  Linker(FeedTables& tables, WarningLog& warnings)
      : tables_(tables), dataset_(tables.dataset), warnings_(warnings) {}

  void resolve_evidence(TableId id);
  void resolve_references(TableId id);
  void fill_links();
  void count_facts();

 private:
  void link(RowRef a, RowRef b);
  void miss(LoadPlace place, std::string_view what, StringId id);
  void apply(RowRef from, RowRef to, ReferenceKind kind);
  ValueCode untitled_code(RowIndex article);
  void append_sources(Table& table, size_t first_evidence);

  FeedTables& tables_;
  Dataset& dataset_;
  WarningLog& warnings_;
  std::vector<uint64_t> pairs_;
  std::vector<ValueCode> sources_;
};

// The path to the object of a fact row.
LoadPlace place_of_row(const ReferencePlace& place, TableId table) {
  LoadPlace out{place.line, place.column, "$", place.document};
  if (place.item != ReferencePlace::NoItem) append_element(out.path += ".items", place.item);
  const size_t list = static_cast<size_t>(table) - static_cast<size_t>(TableId::Releases);
  append_member(out.path += "._article_explorer", members_of(FeedNode::Extension)[list].name);
  append_element(out.path, place.row);
  return out;
}

LoadPlace place_of_evidence(const ReferencePlace& place, TableId table) {
  LoadPlace out = place_of_row(place, table);
  append_element(out.path += ".evidence", place.index);
  out.path += ".article";
  return out;
}

LoadPlace place_of_reference(const ReferencePlace& place, TableId table, ReferenceKind kind) {
  LoadPlace out = place_of_row(place, table);
  switch (kind) {
    case ReferenceKind::Release:
      out.path += ".release";
      break;
    case ReferenceKind::Video:
      out.path += ".video";
      break;
    case ReferenceKind::TrackRelease:
      append_element(out.path += ".tracks", place.index);
      out.path += ".release";
      break;
    case ReferenceKind::Related:
      append_element(out.path += ".related", place.index);
      break;
  }
  return out;
}

void Linker::link(RowRef a, RowRef b) {
  if (a == b) return;
  const uint64_t x = PackedRow(a).bits();
  const uint64_t y = PackedRow(b).bits();
  pairs_.push_back(x << 32 | y);
  pairs_.push_back(y << 32 | x);
}

void Linker::miss(LoadPlace place, std::string_view what, StringId id) {
  warnings_.add_at(LoadWarningKind::MissingReference, std::move(place),
                   {"found \"", shortened(tables_.ids.view(id)), "\": expected the id of ", what});
}

// An article without a title goes by its id.
ValueCode Linker::untitled_code(RowIndex article) {
  const auto [found, fresh] = tables_.untitled.try_emplace(article);
  Table& articles = dataset_.table(TableId::Articles);
  if (fresh) found->second = articles.columns[article_column::Title].add_value(articles.ids.view(article));
  return found->second;
}

void Linker::append_sources(Table& table, size_t first_evidence) {
  const Column& titles = dataset_.column(TableId::Articles, article_column::Title);
  sources_.clear();
  for (size_t i = first_evidence; i < table.evidence.size(); ++i) {
    const RowIndex article = table.evidence[i].article;
    const uint32_t title = titles.entry(article);
    sources_.push_back(title == 0 ? untitled_code(article) : title - 1);
  }
  table.columns.back().append_codes(sources_);
}

void Linker::resolve_evidence(TableId id) {
  Table& table = dataset_.table(id);
  const auto& pending = tables_.evidence[static_cast<size_t>(id)];
  size_t at = 0;
  table.evidence.clear();
  table.evidence_offsets.resize(0);
  table.evidence_offsets.push_back(0);
  if (id != TableId::Articles) table.columns.back().clear();
  for (RowIndex row = 0; row < table.row_count; ++row) {
    const size_t first = table.evidence.size();
    for (; at < pending.size() && pending[at].row == row; ++at) {
      const RowRef article = tables_.articles.find(pending[at].article);
      if (article == IdIndex::Nowhere) {
        miss(place_of_evidence(tables_.places[pending[at].place], id), "an item", pending[at].article);
        continue;
      }
      table.evidence.push_back({article.row, pending[at].paragraph});
      link({id, row}, article);
    }
    table.evidence_offsets.push_back(static_cast<uint32_t>(table.evidence.size()));
    if (id != TableId::Articles) append_sources(table, first);
  }
}

void Linker::apply(RowRef from, RowRef to, ReferenceKind kind) {
  link(from, to);
  title_chart_entry(dataset_, from, to, kind);
  if (kind != ReferenceKind::Video) return;
  const Quantity& position = dataset_.column(from.table, chart_column::Position).number(from.row);
  Column& ranks = dataset_.table(to.table).columns[video_column::Rank];
  const Quantity& rank = ranks.number(to.row);
  if (position.stated && (!rank.stated || position.value < rank.value)) ranks.set_number(to.row, position);
}

void Linker::resolve_references(TableId id) {
  for (const PendingReference& pending : tables_.references[static_cast<size_t>(id)]) {
    const RowRef to = tables_.find(pending.id, pending.kind);
    if (to == IdIndex::Nowhere) {
      const bool release =
          pending.kind == ReferenceKind::Release || pending.kind == ReferenceKind::TrackRelease;
      miss(place_of_reference(tables_.places[pending.place], id, pending.kind),
           release                                ? "a release"
           : pending.kind == ReferenceKind::Video ? "a video"
                                                  : "a row",
           pending.id);
    } else {
      apply({id, pending.row}, to, pending.kind);
    }
  }
}

void Linker::fill_links() {
  std::sort(pairs_.begin(), pairs_.end());
  pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
  size_t at = 0;
  for (const TableId id : AllTables) {
    Table& table = dataset_.table(id);
    table.links.clear();
    table.link_offsets.resize(0);
    table.link_offsets.push_back(0);
    for (RowIndex row = 0; row < table.row_count; ++row) {
      const uint64_t own = PackedRow(RowRef{id, row}).bits();
      for (; at < pairs_.size() && pairs_[at] >> 32 == own; ++at)
        table.links.push_back(PackedRow::of_bits(static_cast<uint32_t>(pairs_[at])));
      table.link_offsets.push_back(static_cast<uint32_t>(table.links.size()));
    }
  }
}

// Only evidence links articles, so that every link of one is a fact.
void Linker::count_facts() {
  Table& articles = dataset_.table(TableId::Articles);
  for (RowIndex row = 0; row < articles.row_count; ++row) {
    const auto facts = static_cast<int64_t>(articles.links_of(row).size());
    articles.columns[article_column::Facts].set_number(row, {facts, Qualifier::Exact, true});
  }
}

}  // namespace

void link_rows(FeedTables& tables, WarningLog& warnings) {
  Linker linker(tables, warnings);
  for (const TableId id : AllTables)
    linker.resolve_evidence(id);
  for (const TableId id : AllTables)
    linker.resolve_references(id);
  linker.fill_links();
  linker.count_facts();
}

}  // namespace explorer
