// The videos of the overview: a row each with its length on a common scale. See build_overview.h.
#include <algorithm>
#include <cmath>

#include "view/build_overview.h"
#include "view/build_video_cards.h"
#include "view/format.h"
#include "view/mirror_scene.h"
#include "view/table_columns.h"
#include "view/ui_text.h"
#include "view/video_parts.h"

namespace explorer {
namespace {

constexpr size_t ShownRows = 8;
constexpr float ShortRow = 48, TallRow = 68;  // with one line of facts, and with people and songs below it
constexpr float PictureW = 64, PictureH = 36;

struct VideoRows {
  DurationScale scale;
  float text_x = 0, text_w = 0;
  float bar_x = 0, bar_w = 0;
  bool tall = false;
  bool pictures = false;
};

VideoRows measure(Builder& b, uint32_t region) {
  const float w = b.scene.node(region).rect.w;
  VideoRows rows;
  rows.scale = video_scale(b);
  rows.tall = !is_fixed(b, region);
  rows.pictures = has_thumbnails(*b.in.dataset);
  rows.bar_w = rows.scale.full_secs <= 0 ? 0 : w < 440 ? 104.0f : 144.0f;
  rows.bar_x = w - PanelInset - rows.bar_w;
  rows.text_x = PanelInset + (rows.pictures ? PictureW + 12 : 0);
  rows.text_w = std::max(rows.bar_x - (rows.bar_w > 0 ? 16.0f : 0.0f) - rows.text_x, 0.0f);
  return rows;
}

// The facts, then in a stronger face the best place in a chart.
void add_facts(Builder& b, uint32_t button, Rect line, const std::string& facts, const VideoRanks& ranks) {
  const std::string best = ranks.texts.empty() ? std::string() : ranks.texts[0].seen;
  // The dot is the interface's, between two texts.
  const std::string lead =
      !best.empty() && !facts.empty() ? isolated(facts, interface_direction()) + std::string(ui::Dot) : facts;
  const float lead_w = std::min(text_px(b, lead, Font::Small), line.w);
  if (lead_w > 0) add_text(b, button, "facts", 0, {line.x, line.y, lead_w, line.h}, lead, SoftSmall);
  const float left = line.w - lead_w;
  if (best.empty() || left < 48) return;
  add_text(b, button, "rank", 0,
           {line.x + lead_w, line.y, std::min(text_px(b, best, Font::SmallStrong), left), line.h}, best,
           {Font::SmallStrong, Color::Ink, Align::Start});
}

void add_length(Builder& b, uint32_t button, const VideoRows& rows, const Quantity& secs,
                const SignedText& length) {
  if (rows.bar_w <= 0) return;
  add_text(b, button, "duration", 0, {rows.bar_x, 6, rows.bar_w, 20},
           secs.stated ? length.seen : std::string(NotStated),
           {Font::BodyTabular, secs.stated ? Color::Ink : Color::Faint, Align::End});
  add_duration_bar(b, button, {rows.bar_x, 31, rows.bar_w, 6}, rows.scale, secs);
}

void add_video(Builder& b, uint32_t list, size_t index, RowIndex row, Rect rect, const VideoRows& rows) {
  // Many titles end with the kind already.
  constexpr size_t Facts[] = {video_column::Kind, video_column::Publisher, video_column::Date};
  const Dataset& dataset = *b.in.dataset;
  const Quantity& secs = dataset.column(TableId::Videos, video_column::Duration).number(row);
  const SignedText name = signed_title(dataset, TableId::Videos, row);
  const std::string& title = name.seen;
  const std::string_view kind = dataset.column(TableId::Videos, video_column::Kind).text(row);
  const bool repeats = !kind.empty() && title.find(kind) != std::string::npos;
  SignedText facts = video_facts(dataset, row, std::span(Facts).subspan(repeats ? 1 : 0));
  const VideoRanks ranks = video_ranks(dataset, row, 1);
  const SignedText others = dotted(video_people(dataset, row), video_songs(dataset, row)),
                   length = video_length(dataset, row);
  std::string label = ui::listed(name.heard, facts.heard);
  if (!ranks.texts.empty()) label = ui::listed(label, ranks.texts[0].heard);
  label = ui::listed(label, length.heard);
  const uint32_t button = add_panel_item(b, list, index, rect, ui::listed(label, others.heard),
                                         command::SelectRow{{TableId::Videos, row}, false});
  const uint32_t item = b.scene.node(button).parent;
  const float play_w = play_link_w(b, row), marks_w = marks_px(b);
  const float title_w = std::min(text_px(b, title, Font::BodyStrong),
                                 std::max(rows.text_w - (play_w > 0 ? play_w + 12 + marks_w : 0), 0.0f));
  if (facts.empty() && ranks.texts.empty()) facts.seen = ui::DateNotStated;
  add_text(b, button, "title", 0, {rows.text_x, 5, title_w, 20}, title, Strong);
  add_facts(b, button, {rows.text_x, 25, std::max(rows.text_w - marks_w - 8, 0.0f), 18}, facts.seen, ranks);
  if (rows.tall && !others.empty())
    add_text(b, button, "others", 0, {rows.text_x, 43, rows.text_w, 18}, others.seen, SoftSmall);
  add_length(b, button, rows, secs, length);
  if (rows.pictures) add_thumbnail(b, item, {PanelInset, 6, PictureW, PictureH}, row, Role::Group);
  // Each link is higher than its line, in the middle of it, and has the width to itself.
  add_play_link(b, item, {rows.text_x + title_w + 12, 3, play_w, size::TouchLeast}, row, Role::Group);
  add_article_marks(b, item, {rows.text_x + rows.text_w - marks_w, 22, marks_w, size::TouchLeast},
                    TableId::Videos, row);
}

// How to read the bars, and the numbers of their scale over them. Returns the y below.
float add_scale_line(Builder& b, uint32_t region, float y, const VideoRows& rows) {
  const float w = std::min(rows.bar_x - 16 - PanelInset, b.phone ? 220.0f : 480.0f);
  const uint32_t line = add_wrapped(b, region, "line", 0, {PanelInset, y - 2, w, 0}, ui::VideosLine,
                                    SoftSmall, is_fixed(b, region) ? 1 : 2);
  const float bottom = y - 2 + b.scene.node(line).rect.h;
  add_scale_texts(b, region, {rows.bar_x, bottom - 16, rows.bar_w, 16}, rows.scale);
  return bottom + 2;
}

}  // namespace

float build_videos_panel(Builder& b, uint32_t region) {
  const auto& videos = b.in.results.tables[static_cast<size_t>(TableId::Videos)].rows;
  const VideoRows rows = measure(b, region);
  const bool large = b.in.state.maximised == Panel::Videos, scaled = rows.bar_w > 0 && !large;
  const std::string_view line = scaled ? ui::Text() : ui::VideosPlain;
  const float row_h = rows.tall ? TallRow : ShortRow;
  float y = begin_panel_head(b, region, ui::VideosTitle, line);
  // Of fixed height, the scale takes one line.
  const float list_y = y + (scaled ? line_px(SoftSmall.font) : 0);
  const size_t shown = rows_that_fit(b, region, list_y, row_h, videos.size(), ShownRows);
  if (!large) add_show_all_beside(b, region, shown, videos.size(), View::Videos);
  end_panel_head(b, region, ui::VideosTitle, line);
  if (videos.empty()) return add_panel_none(b, region, y, ui::VideosNone);
  if (large) {
    const Rect rect = b.scene.node(region).rect;
    build_video_cards(b, region, {0, y, rect.w, std::max(rect.h - y, 0.0f)}, PanelInset);
    return rect.h;
  }
  if (scaled) y = add_scale_line(b, region, y, rows);
  const float w = b.scene.node(region).rect.w, h = static_cast<float>(shown) * row_h;
  const uint32_t list = add_panel_list(b, region, y, h, ui::VideosTitle);
  for (size_t i = 0; i < shown; ++i)
    add_video(b, list, i, videos[i], {0, static_cast<float>(i) * row_h, w, row_h}, rows);
  return y + h + add_show_all_below(b, region, y + h, shown, videos.size(), View::Videos);
}

}  // namespace explorer
