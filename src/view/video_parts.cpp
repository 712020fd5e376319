// See video_parts.h.
#include "view/video_parts.h"

#include <algorithm>
#include <cmath>

#include "core/regions.h"
#include "view/build_detail.h"
#include "view/format.h"
#include "view/table_columns.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

constexpr size_t MostLinks = 256;  // looked at for places in charts
constexpr float PlayGap = 24;      // the sign before the word

// A chart entry has the title of what it is about.
bool is_about(const Dataset& dataset, RowRef entry, RowIndex video) {
  return entry.table == TableId::ChartEntries &&
         dataset.column(TableId::ChartEntries, chart_column::Title).text(entry.row) ==
             dataset.column(TableId::Videos, video_column::Title).text(video);
}

SignedText rank_text(const Dataset& dataset, RowIndex entry) {
  constexpr TableId Charts = TableId::ChartEntries;
  const CellLook chart = cell_look(dataset, Charts, entry, chart_column::Chart);
  const CellLook region = cell_look(dataset, Charts, entry, chart_column::Region);
  const Region* known =
      region.stated ? find_region(dataset.column(Charts, chart_column::Region).text(entry)) : nullptr;
  const bool world = known && known->kind == RegionKind::Group && known->parent.empty();
  std::string text = ui::place_number(dataset.column(Charts, chart_column::Position).number(entry));
  if (chart.stated) text = fill("{0} {1}", {text, chart.text});
  if (region.stated) text = ui::listed(text, world ? ui::Text(ui::Worldwide) : region.text);
  const bool position = dataset.table(Charts).is_inferred(entry, chart_column::Position);
  return signed_words(std::move(text), position || is_inferred(chart) || is_inferred(region));
}

// What lies over the content: pictures, which the browser puts above the canvas, make room for it.
bool is_covered(const Builder& b) {
  if (!b.in.environment.drawn) return false;
  return b.in.state.popover.kind != PopoverKind::None || (detail_open(b) && !b.wide);
}

// "https://someone@example.org:80/a" -> "example.org:80"
std::string_view host_of(std::string_view url) {
  const size_t begin = url.find("//") + 2;
  std::string_view host = url.substr(begin, url.find_first_of("/?#", begin) - begin);
  return host.substr(host.rfind('@') + 1);
}

std::string_view address_of(const Builder& b, RowIndex row, size_t column) {
  const std::string_view url = b.in.dataset->column(TableId::Videos, column).text(row);
  return url.starts_with("https://") || url.starts_with("http://") ? url : std::string_view();
}

}  // namespace

DurationScale video_scale(const Builder& b) {
  const auto& known = b.in.results.overview;
  if (b.facts != nullptr) return duration_scale(b.facts->video_time.scale_secs);
  if (known) return duration_scale(known->video_time.scale_secs);
  return duration_scale(video_time(*b.in.dataset, b.in.results.tables).scale_secs);
}

SignedText video_facts(const Dataset& dataset, RowIndex row, std::span<const size_t> columns) {
  SignedText line;
  for (const size_t column : columns) {
    const CellLook look = cell_look(dataset, TableId::Videos, row, column);
    if (look.stated) line = dotted(line, signed_words(look));
  }
  return line;
}

// Whose song each of several is would not be clear from "by".
SignedText video_songs(const Dataset& dataset, RowIndex row) {
  const CellLook song_look = cell_look(dataset, TableId::Videos, row, video_column::Track);
  const CellLook artist_look = cell_look(dataset, TableId::Videos, row, video_column::Artist);
  if (!song_look.stated) return {};
  const SignedText songs = signed_words(song_look), artists = signed_words(artist_look);
  if (!artist_look.stated) return songs;
  if (dataset.column(TableId::Videos, video_column::Track).list(row).size() > 1)
    return dotted(songs, {ui::artists_are(artists.seen), ui::artists_are(artists.heard)});
  return {ui::songs_by(songs.seen, artists.seen), ui::songs_by(songs.heard, artists.heard)};
}

SignedText video_people(const Dataset& dataset, RowIndex row) {
  const CellLook look = cell_look(dataset, TableId::Videos, row, video_column::People);
  if (!look.stated) return {};
  const SignedText people = signed_words(look);
  return {ui::with_people(people.seen), ui::with_people(people.heard)};
}

SignedText video_length(const Dataset& dataset, RowIndex row) {
  const CellLook look = cell_look(dataset, TableId::Videos, row, video_column::Duration);
  return look.stated ? signed_words(look) : SignedText();
}

VideoRanks video_ranks(const Dataset& dataset, RowIndex row, size_t most) {
  const Table& videos = dataset.table(TableId::Videos);
  const Column& positions = dataset.column(TableId::ChartEntries, chart_column::Position);
  const auto links = videos.links_of(row);
  std::vector<RowIndex> entries;
  for (const RowRef link : links.first(std::min(links.size(), MostLinks))) {
    if (is_about(dataset, link, row) && positions.is_stated(link.row)) entries.push_back(link.row);
  }
  std::ranges::stable_sort(entries, {}, [&](RowIndex entry) { return positions.number(entry).value; });
  VideoRanks ranks;
  for (const RowIndex entry : entries) {
    if (ranks.texts.size() == most) break;
    ranks.texts.push_back(rank_text(dataset, entry));
  }
  ranks.more = entries.size() - ranks.texts.size();
  // Links come last: while rows load, there may be a best position without its chart.
  const Quantity& best = videos.columns[video_column::Rank].number(row);
  if (entries.empty() && best.stated)
    ranks.texts.push_back(signed_words(ui::place_number(best), videos.is_inferred(row, video_column::Rank)));
  return ranks;
}

void add_duration_bar(Builder& b, uint32_t parent, Rect bar, const DurationScale& scale,
                      const Quantity& secs) {
  if (!secs.stated || scale.full_secs <= 0) return;
  for (int64_t at = scale.step_secs; at < scale.full_secs; at += scale.step_secs) {
    const float x = std::floor(bar.x + bar.w * scale.fraction(at));
    add_fill(b, parent, "tick", static_cast<uint64_t>(at), {x, bar.y - 3, 1, bar.h + 6}, Color::Strong);
  }
  const uint32_t id = add_node(b, parent, "bar", 0, Role::Decor, bar);
  Node& node = b.scene.node(id);
  node.fill = Color::Land;
  node.color = Color::Accent;
  node.radius_px = bar.h / 2;
  node.mark = secs.qualifier == Qualifier::Exact ? Mark::Bar : Mark::BarFading;
  node.mark_to = scale.fraction(secs.value);
  if (!scale.exceeds(secs.value)) return;
  add_fill(b, parent, "break", 0, {bar.x + bar.w - 16, bar.y - 1, 3, bar.h + 2}, Color::Bg);
}

void add_scale_texts(Builder& b, uint32_t parent, Rect at, const DurationScale& scale) {
  if (scale.full_secs <= 0) return;
  const std::string last = tick_text(scale, scale.full_secs);
  const float last_w = text_px(b, last, Font::Caption), end = at.x + at.w;
  const auto add = [&](int64_t secs, float x, float w, std::string_view text) {
    add_text(b, parent, "scale", static_cast<uint64_t>(secs), {x, at.y, w, at.h}, text,
             {Font::Caption, Color::Faint, Align::Start}, Role::Decor);
  };
  if (last_w > at.w) return;
  add(scale.full_secs, end - last_w, last_w, last);
  // The ticks between the ends have their numbers all or not at all.
  const int64_t before_last = scale.full_secs - scale.step_secs;
  const float widest = text_px(b, tick_text(scale, before_last), Font::Caption);
  const bool all = at.x + at.w * scale.fraction(before_last) + widest / 2 + 6 < end - last_w &&
                   at.w * scale.fraction(scale.step_secs) > widest + 6;
  for (int64_t secs = 0; secs <= before_last; secs += all ? scale.step_secs : scale.full_secs) {
    const std::string text = tick_text(scale, secs);
    const float w = text_px(b, text, Font::Caption);
    const float x = secs == 0 ? at.x : std::floor(at.x + at.w * scale.fraction(secs) - w / 2);
    if (x + w + 6 < end - last_w) add(secs, x, w, text);
  }
}

bool has_thumbnails(const Dataset& dataset) {
  return dataset.column(TableId::Videos, video_column::Thumbnail).any_stated();
}

void add_thumbnail(Builder& b, uint32_t parent, Rect rect, RowIndex row, Role holder) {
  constexpr float Radius = 4;
  const std::string_view url = address_of(b, row, video_column::Thumbnail);
  const std::string own = b.in.environment.origin + '/';
  const uint32_t ground = add_fill(b, parent, "no-picture", 0, rect, Color::Land);
  b.scene.node(ground).radius_px = Radius;
  b.scene.node(ground).icon = Icon::Video;
  b.scene.node(ground).color = Color::Faint;
  if (url.empty()) return;
  if (own.size() > 1 && url.starts_with(own)) {
    if (is_covered(b)) return;
    const uint32_t picture = add_node(b, parent, "picture", 0, Role::Decor, rect);
    b.scene.node(picture).image = url;
    b.scene.node(picture).radius_px = Radius;
    return;
  }
  b.scene.node(ground).icon = Icon::None;
  const uint32_t cell = add_node(b, parent, "elsewhere", 0, holder, rect);
  const uint32_t link = add_node(b, cell, "picture", 0, Role::Link, {0, 0, rect.w, rect.h});
  Node& node = b.scene.node(link);
  node.href = url;
  node.icon = Icon::External;
  node.color = Color::Soft;
  node.radius_px = Radius;
  node.hover_fill = Color::Hover;
  node.description = ui::picture_at(display_text(host_of(url), 100));
  node.label = ui::labelled(node.description, row_title(*b.in.dataset, TableId::Videos, row));
}

float play_link_w(Builder& b, RowIndex row) {
  return address_of(b, row, video_column::Url).empty() ? 0 : text_px(b, ui::Play, Font::Small) + PlayGap;
}

void add_play_link(Builder& b, uint32_t parent, Rect rect, RowIndex row, Role holder) {
  const std::string_view url = address_of(b, row, video_column::Url);
  if (url.empty()) return;
  const uint32_t cell = add_node(b, parent, "player", 0, holder, rect);
  const uint32_t link = add_node(b, cell, "play", 0, Role::Link, {0, 0, rect.w, rect.h});
  Node& node = b.scene.node(link);
  node.href = url;
  node.icon = Icon::External;
  node.underline_on_hover = true;
  node.label = ui::play(row_title(*b.in.dataset, TableId::Videos, row));
  node.description = display_text(url, 400);
  node.text = ui::Play;
  node.font = Font::Small;
  node.color = Color::Accent;
}

}  // namespace explorer
