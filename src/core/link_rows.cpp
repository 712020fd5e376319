// See link_rows.h. A link is a pair of packed rows in 64 bits, so that sorting them gives each row its links
// in the order of tables and rows.
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
  void miss(uint32_t from, std::string_view what, StringId id);
  void apply(RowRef from, RowRef to, ReferenceKind kind);
  void append_sources(Table& table, size_t first_evidence);

  FeedTables& tables_;
  Dataset& dataset_;
  WarningLog& warnings_;
  std::vector<std::string_view> sources_;
};

void Linker::link(RowRef a, RowRef b) {
  if (a == b) return;
  const uint64_t x = PackedRow(a).bits();
  const uint64_t y = PackedRow(b).bits();
  tables_.links.push_back(x << 32 | y);
  tables_.links.push_back(y << 32 | x);
}

void Linker::miss(uint32_t from, std::string_view what, StringId id) {
  warnings_.add(LoadWarningKind::MissingReference, from,
                {"found \"", shortened(tables_.ids.view(id)), "\": expected the id of ", what});
}

void Linker::append_sources(Table& table, size_t first_evidence) {
  const Table& articles = dataset_.table(TableId::Articles);
  sources_.clear();
  for (size_t i = first_evidence; i < table.evidence.size(); ++i) {
    const RowIndex article = table.evidence[i].article;
    const std::string_view title = articles.columns[article_column::Title].text(article);
    sources_.push_back(title.empty() ? articles.ids.view(article) : title);
  }
  table.columns.back().append_list(sources_);
}

void Linker::resolve_evidence(TableId id) {
  Table& table = dataset_.table(id);
  auto& pending = tables_.evidence[static_cast<size_t>(id)];
  size_t at = 0;
  if (table.evidence_offsets.empty()) table.evidence_offsets.push_back(0);
  for (RowIndex row = table.evidence_offsets.size() - 1; row < table.row_count; ++row) {
    const size_t first = table.evidence.size();
    for (; at < pending.size() && pending[at].row == row; ++at) {
      const RowRef article = tables_.articles.find(pending[at].article);
      if (article == IdIndex::Nowhere) {
        miss(pending[at].from, "an item", pending[at].article);
        continue;
      }
      table.evidence.push_back({article.row, pending[at].paragraph});
      link({id, row}, article);
    }
    table.evidence_offsets.push_back(static_cast<uint32_t>(table.evidence.size()));
    if (id != TableId::Articles) append_sources(table, first);
  }
  pending.clear();
}

void Linker::apply(RowRef from, RowRef to, ReferenceKind kind) {
  link(from, to);
  if (kind != ReferenceKind::Release && kind != ReferenceKind::Video) return;
  Table& charts = dataset_.table(from.table);
  Column& titles = charts.columns[chart_column::Title];
  static_assert(release_column::Title == 0 && video_column::Title == 0);
  if (!titles.is_stated(from.row))
    titles.set_text(from.row, dataset_.table(to.table).columns[0].text(to.row));
  if (kind != ReferenceKind::Video) return;
  const Quantity& position = charts.columns[chart_column::Position].number(from.row);
  Column& ranks = dataset_.table(to.table).columns[video_column::Rank];
  const Quantity& rank = ranks.number(to.row);
  if (position.stated && (!rank.stated || position.value < rank.value)) ranks.set_number(to.row, position);
}

void Linker::resolve_references(TableId id) {
  auto& all = tables_.references[static_cast<size_t>(id)];
  for (const PendingReference& pending : all) {
    const RowRef to = tables_.facts.find(pending.id);
    const bool wants_release =
        pending.kind == ReferenceKind::Release || pending.kind == ReferenceKind::TrackRelease;
    const bool wants_video = pending.kind == ReferenceKind::Video;
    if (to == IdIndex::Nowhere || (wants_release && to.table != TableId::Releases) ||
        (wants_video && to.table != TableId::Videos)) {
      miss(pending.from, wants_release ? "a release" : wants_video ? "a video" : "a row", pending.id);
    } else {
      apply({id, pending.row}, to, pending.kind);
    }
  }
  all.clear();
}

void Linker::fill_links() {
  std::vector<uint64_t>& pairs = tables_.links;
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  size_t at = 0;
  for (const TableId id : AllTables) {
    Table& table = dataset_.table(id);
    table.link_offsets.resize(0);
    table.links.clear();
    table.link_offsets.push_back(0);
    for (RowIndex row = 0; row < table.row_count; ++row) {
      const uint64_t own = PackedRow(RowRef{id, row}).bits();
      for (; at < pairs.size() && pairs[at] >> 32 == own; ++at)
        table.links.push_back(PackedRow::of_bits(static_cast<uint32_t>(pairs[at])));
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
