// See feed_row.h. Written by the grammar that feeds are read by: a member for each column, in its order.
#include "exports/feed_row.h"

#include <algorithm>

#include "core/iso_duration.h"
#include "exports/writer.h"

namespace explorer::exports {
namespace {

// Which one of two rows names the other: the entry of a chart, else the later one.
bool names(PackedRow row, PackedRow other) {
  const bool entry = row.table() == TableId::ChartEntries, is_other = other.table() == TableId::ChartEntries;
  return entry == is_other ? row.bits() > other.bits() : entry;
}

}  // namespace

std::optional<RowRef> Selection::subject_of(RowIndex entry) const {
  const Table& entries = dataset_.table(TableId::ChartEntries);
  const std::string_view title = entries.columns[chart_column::Title].text(entry);
  const Quantity& position = entries.columns[chart_column::Position].number(entry);
  std::optional<RowRef> subject;
  for (const RowRef link : entries.links_of(entry)) {
    static_assert(release_column::Title == 0 && video_column::Title == 0);
    if (link.table != TableId::Releases && link.table != TableId::Videos) continue;
    if (dataset_.column(link.table, 0).text(link.row) != title) continue;
    if (!subject) subject = link;
    // Of a song and its video by the same name it is the song, unless the video has its rank from here.
    if (subject->table != TableId::Releases || link.table != TableId::Videos || !position.stated) continue;
    if (dataset_.column(link.table, video_column::Rank).number(link.row) == position) subject = link;
  }
  return subject;
}

void FeedRow::put(std::string& out, RowRef row) {
  referred_.clear();
  subject_ = row.table == TableId::ChartEntries ? told_.subject_of(row.row) : std::nullopt;
  out += '{';
  for (const Member& member : members_of(static_cast<FeedNode>(row.table)))
    put_member(out, row, member);
  out += '}';
}

void FeedRow::put_member(std::string& out, RowRef row, const Member& member) {
  switch (member.slot.shape) {
    case Shape::Id:
      return json::put_member(out, member.name, dataset_.table(row.table).ids.view(row.row));
    case Shape::Content:
      return put_content(out, row.row, member);
    case Shape::Reference:
      return put_subject(out, member);
    case Shape::References:
      return put_related(out, row, member);
    case Shape::Names:
      return put_inferred(out, row, member);
    case Shape::Objects:
      return put_objects(out, row, member);
    case Shape::Text:
    case Shape::TextList:
    case Shape::Region:
    case Shape::Date:
    case Shape::Timestamp:
    case Shape::Url:
    case Shape::Duration:
    case Shape::Approximate:
    case Shape::Quantity:
      return put_column(out, dataset_.column(row.table, member.slot.target), row.row, member);
    default:
      return;
  }
}

void FeedRow::put_column(std::string& out, const Column& column, RowIndex row, const Member& member) {
  if (!column.is_stated(row)) return;
  switch (member.slot.shape) {
    case Shape::Duration:
      return json::put_member(out, member.name, write_iso_duration(column.number(row).value));
    case Shape::Approximate:
      if (column.number(row).qualifier == Qualifier::Exact) return;
      json::put_name(out, member.name);
      out += "true";
      return;
    case Shape::Timestamp:
      // Of JSON Feed, which has no other precision.
      if (column.date(row).precision != DatePrecision::Second) return;
      break;
    default:
      break;
  }
  json::put_name(out, member.name);
  json::put_value(out, column, row);
}

// An article needs a text; an empty paragraph reads as none.
void FeedRow::put_content(std::string& out, RowIndex row, const Member& member) {
  const Column& texts = dataset_.column(TableId::Articles, article_column::Summary);
  const auto content = static_cast<Content>(member.slot.target);
  if (content == Content::Text && texts.is_stated(row)) json::put_member(out, member.name, texts.text(row));
  if (content == Content::Html && !texts.is_stated(row)) json::put_member(out, member.name, "<p></p>");
}

void FeedRow::put_subject(std::string& out, const Member& member) {
  const bool release = static_cast<ReferenceKind>(member.slot.target) == ReferenceKind::Release;
  if (subject_ && (subject_->table == TableId::Releases) == release && told_.has(*subject_))
    put_reference(out, *subject_, member.name);
}

void FeedRow::put_reference(std::string& out, RowRef row, std::string_view name) {
  json::put_member(out, name, dataset_.table(row.table).ids.view(row.row));
  referred_.push_back(row);
}

void FeedRow::put_related(std::string& out, RowRef row, const Member& member) {
  bool any = false;
  for (const PackedRow link : dataset_.table(row.table).links_of(row.row)) {
    if (link.table() == TableId::Articles || !names(row, link) || !told_.has(link)) continue;
    if (std::ranges::find(referred_, link) != referred_.end()) continue;
    if (any) {
      out += ',';
    } else {
      json::put_name(out, member.name);
      out += '[';
    }
    any = true;
    json::put_text(out, dataset_.table(link.table()).ids.view(link.row()));
  }
  if (any) out += ']';
}

void FeedRow::put_inferred(std::string& out, RowRef row, const Member& names) {
  const Table& table = dataset_.table(row.table);
  if (row.row >= table.inferred.size() || table.inferred[row.row] == 0) return;
  json::put_name(out, names.name);
  out += '[';
  const auto node = static_cast<FeedNode>(row.table);
  for (const Member& member : members_of(node)) {
    const std::optional<size_t> column = column_of_member(node, member.name);
    if (!column || !table.is_inferred(row.row, *column)) continue;
    // Two members fill one column: an entry's release or video, a length and whether it is exact.
    if (member.slot.shape == Shape::Approximate) continue;
    const bool video = subject_ && subject_->table == TableId::Videos;
    const auto kind = video ? ReferenceKind::Video : ReferenceKind::Release;
    if (member.slot.shape == Shape::Reference && static_cast<ReferenceKind>(member.slot.target) != kind)
      continue;
    json::put_comma(out);
    json::put_text(out, member.name);
  }
  out += ']';
}

void FeedRow::put_objects(std::string& out, RowRef row, const Member& member) {
  const auto node = static_cast<FeedNode>(member.slot.target);
  if (node == FeedNode::Evidence)
    return put_evidence(out, dataset_, row, [&](RowIndex article) {
      return told_.has({TableId::Articles, article});
    });
  if (node == FeedNode::Track) return put_tracks(out, row.row, member);
  const Column& authors = dataset_.column(row.table, article_column::Author);
  if (!authors.is_stated(row.row)) return;
  json::put_name(out, member.name);
  out += '[';
  for (const ValueCode code : authors.list(row.row)) {
    json::put_comma(out);
    out += '{';
    json::put_member(out, "name", authors.value_text(code));
    out += '}';
  }
  out += ']';
}

// Of several songs it is not known whose each is, only whose they are together: that stands with the first
// one, which says so.
void FeedRow::put_tracks(std::string& out, RowIndex row, const Member& member) {
  const Column& titles = dataset_.column(TableId::Videos, video_column::Track);
  const Column& artists = dataset_.column(TableId::Videos, video_column::Artist);
  if (!titles.is_stated(row) && !artists.is_stated(row)) return;
  json::put_name(out, member.name);
  out += "[{";
  bool first = true;
  const auto songs = titles.list(row);
  const auto put_artists = [&] {
    if (first && artists.is_stated(row)) {
      json::put_name(out, "artists");
      json::put_value(out, artists, row);
      if (songs.size() > 1) out += ",\"_artists\":{\"of\":\"all tracks\"}";
    }
    first = false;
  };
  if (songs.empty()) put_artists();
  for (const ValueCode code : songs) {
    if (!first) out += "},{";
    json::put_member(out, "title", titles.value_text(code));
    put_artists();
    put_release_of_track(out, row, titles.value_text(code));
  }
  out += "}]";
}

// The linked release that has the song's title.
void FeedRow::put_release_of_track(std::string& out, RowIndex row, std::string_view title) {
  const Column& titles = dataset_.column(TableId::Releases, release_column::Title);
  for (const PackedRow link : dataset_.table(TableId::Videos).links_of(row)) {
    if (link.table() != TableId::Releases || !told_.has(link) || titles.text(link.row()) != title) continue;
    if (std::ranges::find(referred_, link) != referred_.end()) continue;
    return put_reference(out, link, "release");
  }
}

}  // namespace explorer::exports
