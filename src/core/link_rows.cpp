// See link_rows.h. Links are counted, then placed, both at each of their ends, in the order in which they are
// stated. Going through the rows with that and giving each row's own number to those that it is linked to
// brings the links of every row into the order of tables and rows, doubles side by side: nothing is sorted,
// so that no row's links, however many, take one long step.
#include "core/link_rows.h"

#include <algorithm>

namespace explorer {
namespace {

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

size_t index_of(TableId id) {
  return static_cast<size_t>(id);
}

std::string_view noun_of(ReferenceKind kind) {
  const bool release = kind == ReferenceKind::Release || kind == ReferenceKind::TrackRelease;
  return release                        ? words::ReferenceRelease
         : kind == ReferenceKind::Video ? words::ReferenceVideo
                                        : words::ReferenceRow;
}

void add_missing(WarningLog& warnings, LoadPlace place, std::string_view what, std::string_view id) {
  warnings.add_at(LoadWarningKind::MissingReference, std::move(place), words::FoundNoReference,
                  {shortened(id), what});
}

}  // namespace

const std::array<LinkRun::Pass, 10> LinkRun::Passes = {
    &LinkRun::start_rows, &LinkRun::resolve_evidence, &LinkRun::resolve_references, &LinkRun::sum_counts,
    &LinkRun::make_room,  &LinkRun::place_evidence,   &LinkRun::place_references,   &LinkRun::order_links,
    &LinkRun::close_gaps, &LinkRun::count_facts};

bool LinkRun::step() {
  if (pass_ == Passes.size()) return false;
  if (!(this->*Passes[pass_])(AllTables[table_])) return true;
  at_ = inner_ = 0;
  if (++table_ < TableCount) return true;
  table_ = 0;
  return ++pass_ < Passes.size();
}

bool LinkRun::start_rows(TableId id) {
  Table& table = dataset_.table(id);
  if (at_ == 0) {
    table.evidence.clear();
    table.evidence.reserve(tables_.evidence[index_of(id)].size());
    table.evidence_offsets.resize(0);
    table.evidence_offsets.push_back(0);
    if (id != TableId::Articles) table.columns.back().clear();
    table.links.clear();
    table.link_offsets.resize(0);
  }
  const uint32_t end = std::min(table.row_count + 1, at_ + most_);
  for (; at_ < end; ++at_)
    table.link_offsets.push_back(0);
  return at_ > table.row_count;
}

void LinkRun::count_link(RowRef a, RowRef b) {
  if (a == b) return;
  ++dataset_.table(a.table).link_offsets[a.row];
  ++dataset_.table(b.table).link_offsets[b.row];
}

void LinkRun::add_evidence(TableId id, const PendingEvidence& pending) {
  const RowRef article = tables_.articles.find(pending.article);
  if (article != IdIndex::Nowhere) {
    dataset_.table(id).evidence.push_back({article.row, pending.paragraph});
    count_link({id, pending.row}, article);
  } else if (warnings_.has_room()) {
    add_missing(warnings_, place_of_evidence(tables_.places[pending.place], id), words::ReferenceItem,
                tables_.ids.view(pending.article));
  } else {
    ++warnings_.count;
  }
}

// An article without a title goes by its id.
ValueCode LinkRun::untitled_code(RowIndex article) {
  const auto [found, fresh] = tables_.untitled.try_emplace(article);
  Table& articles = dataset_.table(TableId::Articles);
  if (fresh) found->second = articles.columns[article_column::Title].add_value(articles.ids.view(article));
  return found->second;
}

void LinkRun::append_sources(Table& table, size_t first_evidence) {
  const Column& titles = dataset_.column(TableId::Articles, article_column::Title);
  sources_.clear();
  for (size_t i = first_evidence; i < table.evidence.size(); ++i) {
    const RowIndex article = table.evidence[i].article;
    const uint32_t title = titles.entry(article);
    sources_.push_back(title == 0 ? untitled_code(article) : title - 1);
  }
  table.columns.back().append_codes(sources_);
}

bool LinkRun::resolve_evidence(TableId id) {
  Table& table = dataset_.table(id);
  const auto& pending = tables_.evidence[index_of(id)];
  for (uint32_t done = 0; at_ < table.row_count && done < most_; ++at_, ++done) {
    const size_t first = table.evidence.size();
    for (; inner_ < pending.size() && pending[inner_].row == at_; ++inner_, ++done)
      add_evidence(id, pending[inner_]);
    table.evidence_offsets.push_back(static_cast<uint32_t>(table.evidence.size()));
    if (id != TableId::Articles) append_sources(table, first);
  }
  return at_ == table.row_count;
}

void LinkRun::apply(RowRef from, RowRef to, ReferenceKind kind) {
  count_link(from, to);
  title_chart_entry(dataset_, from, to, kind);
  if (kind != ReferenceKind::Video) return;
  const Quantity& position = dataset_.column(from.table, chart_column::Position).number(from.row);
  Column& ranks = dataset_.table(to.table).columns[video_column::Rank];
  const Quantity& rank = ranks.number(to.row);
  if (position.stated && (!rank.stated || position.value < rank.value)) ranks.set_number(to.row, position);
}

void LinkRun::miss(TableId id, const PendingReference& pending) {
  if (warnings_.has_room()) {
    add_missing(warnings_, place_of_reference(tables_.places[pending.place], id, pending.kind),
                noun_of(pending.kind), tables_.ids.view(pending.id));
  } else {
    ++warnings_.count;
  }
}

bool LinkRun::resolve_references(TableId id) {
  const auto& references = tables_.references[index_of(id)];
  const size_t end = std::min(references.size(), size_t{at_} + most_);
  for (; at_ < end; ++at_) {
    const PendingReference& pending = references[at_];
    const RowRef to = tables_.find(pending.id, pending.kind);
    if (to == IdIndex::Nowhere) {
      miss(id, pending);
    } else {
      apply({id, pending.row}, to, pending.kind);
    }
  }
  return at_ == references.size();
}

// From how many links each row has to where they begin; inner_ is the sum so far.
bool LinkRun::sum_counts(TableId id) {
  Table& table = dataset_.table(id);
  const uint32_t end = std::min(table.row_count + 1, at_ + most_);
  for (; at_ < end; ++at_) {
    const uint32_t count = table.link_offsets[at_];
    table.link_offsets[at_] = inner_;
    inner_ += count;
    ends_[index_of(id)].push_back(inner_);
  }
  return at_ > table.row_count;
}

bool LinkRun::make_room(TableId id) {
  Table& table = dataset_.table(id);
  std::vector<PackedRow>& unordered = unordered_[index_of(id)];
  const size_t count = table.link_offsets.back();
  // At once, as it costs nothing until it is filled.
  unordered.reserve(count);
  table.links.reserve(count);
  const size_t end = std::min(count, unordered.size() + most_);
  unordered.resize(end);
  table.links.resize(end);
  return end == count;
}

// From the end of a row's links to their beginning, where its end then stands, ready to be used once more.
void LinkRun::place_link(RowRef a, RowRef b) {
  if (a == b) return;
  unordered_[index_of(a.table)][--ends_[index_of(a.table)][a.row]] = b;
  unordered_[index_of(b.table)][--ends_[index_of(b.table)][b.row]] = a;
}

bool LinkRun::place_evidence(TableId id) {
  const Table& table = dataset_.table(id);
  for (uint32_t done = 0; at_ < table.row_count && done < most_; ++at_, ++done) {
    const auto stated = table.evidence_of(at_);
    for (const Evidence& evidence : stated)
      place_link({id, at_}, {TableId::Articles, evidence.article});
    done += static_cast<uint32_t>(stated.size());
  }
  return at_ == table.row_count;
}

bool LinkRun::place_references(TableId id) {
  const auto& references = tables_.references[index_of(id)];
  const size_t end = std::min(references.size(), size_t{at_} + most_);
  for (; at_ < end; ++at_) {
    const PendingReference& pending = references[at_];
    const RowRef to = tables_.find(pending.id, pending.kind);
    if (to != IdIndex::Nowhere) place_link({id, pending.row}, to);
  }
  return at_ == references.size();
}

// Gives each row's number to the rows that it is linked to.
bool LinkRun::order_links(TableId id) {
  const Table& own = dataset_.table(id);
  std::vector<PackedRow>& unordered = unordered_[index_of(id)];
  for (uint32_t done = 0; at_ < own.row_count && done < most_; ++done) {
    if (inner_ == own.link_offsets[at_ + 1]) {
      ++at_;
      continue;
    }
    const RowRef to = unordered[inner_++];
    Table& table = dataset_.table(to.table);
    uint32_t& end = ends_[index_of(to.table)][to.row];
    const PackedRow from = RowRef{id, at_};
    const bool again = end > table.link_offsets[to.row] && table.links[end - 1] == from;
    if (!again) table.links[end++] = from;
  }
  if (at_ < own.row_count) return false;
  unordered = {};
  return true;
}

// Where doubles were left out; inner_ is where the links of the row go.
bool LinkRun::close_gaps(TableId id) {
  Table& table = dataset_.table(id);
  Blocks<uint32_t>& ends = ends_[index_of(id)];
  for (uint32_t done = 0; at_ < table.row_count && done < most_; ++at_, ++done) {
    const auto links = std::span(table.links).first(ends[at_]).subspan(table.link_offsets[at_]);
    if (inner_ != table.link_offsets[at_]) std::ranges::copy(links, table.links.begin() + inner_);
    table.link_offsets[at_] = inner_;
    inner_ += static_cast<uint32_t>(links.size());
    done += static_cast<uint32_t>(links.size());
  }
  if (at_ < table.row_count) return false;
  table.link_offsets[at_] = inner_;
  table.links.resize(inner_);
  ends.resize(0);
  return true;
}

// Only evidence links articles, so that every link of one is a fact.
bool LinkRun::count_facts(TableId id) {
  if (id != TableId::Articles) return true;
  Table& articles = dataset_.table(id);
  const uint32_t end = std::min(articles.row_count, at_ + most_);
  for (; at_ < end; ++at_) {
    const auto facts = static_cast<int64_t>(articles.links_of(at_).size());
    articles.columns[article_column::Facts].set_number(at_, {facts, Qualifier::Exact, true});
  }
  return at_ == articles.row_count;
}

void link_rows(FeedTables& tables, WarningLog& warnings) {
  LinkRun run(tables, warnings);
  while (run.step()) {
  }
}

}  // namespace explorer
