// See build_video_cards.h.
#include "view/build_video_cards.h"

#include <algorithm>
#include <cmath>

#include "view/build_table.h"
#include "view/build_table_phone.h"
#include "view/format.h"
#include "view/grid_walk.h"
#include "view/long_scroll.h"
#include "view/row_marks.h"
#include "view/table_columns.h"
#include "view/ui_text.h"
#include "view/video_parts.h"

namespace explorer {
namespace {

constexpr TableId Videos = TableId::Videos;
constexpr float Narrowest = 340, Gutter = 24;
constexpr size_t MostBeside = 5;
constexpr float Inset = 8;  // the ground under the pointer reaches so far around the text
constexpr float PadTop = 14, PadBottom = 12;
constexpr float MarksH = size::TouchLeast;
constexpr float Line = 18, Title = 20;
constexpr float PictureW = 128, PictureH = 72;
constexpr float LengthW = 116;  // of the length in words, beside its bar
constexpr size_t MostRanks = 2;

// What all cards have in common; all are equally high, so that those in sight can be found without the
// others.
struct Plan {
  std::vector<size_t> columns;  // shown ones, which the strip sorts and filters by
  DurationScale scale;
  size_t beside = 1;
  float left = 0, card_w = 0, card_h = 0;
  bool pictures = false, ranks = false, people = false, songs = false;

  uint32_t col_index(size_t column) const {
    const auto found = std::ranges::find(columns, column);
    return found == columns.end() ? 0 : static_cast<uint32_t>(found - columns.begin()) + 1;
  }
};

Plan make_plan(const Builder& b, float w, float margin) {
  const Dataset& dataset = *b.in.dataset;
  Plan plan;
  plan.columns = filled_columns(b, Videos);
  plan.scale = video_scale(b);
  plan.left = margin - Inset;
  const float room = std::max(w - 2 * plan.left, 1.0f);
  const auto fits = static_cast<size_t>(std::max((room + Gutter) / (Narrowest + Gutter), 1.0f));
  plan.beside = std::min(fits, MostBeside);
  plan.card_w = std::floor((room + Gutter) / static_cast<float>(plan.beside)) - Gutter;
  plan.pictures = has_thumbnails(dataset);
  plan.ranks = column_filled(dataset, Videos, video_column::Rank);
  plan.people = column_filled(dataset, Videos, video_column::People);
  plan.songs = column_filled(dataset, Videos, video_column::Track);
  plan.card_h = PadTop + Line + 2 + 2 * Title + 2 + Line + (plan.ranks ? 30 : 0) +
                (plan.people ? Line + 4 : 0) + (plan.songs ? 2 * Line + 4 : 0) +
                (plan.scale.full_secs > 0 ? 38 : 0) + 10 + MarksH + PadBottom;
  return plan;
}

// A card under construction: its next line begins at `y`.
struct Card {
  Builder& b;
  const Plan& plan;
  uint32_t node;
  RowIndex row;
  float x, w, y;
  bool marked;

  void name_column(uint32_t cell, size_t column) { b.scene.node(cell).col_index = plan.col_index(column); }
  // A line that stands for a column.
  void add_cell(std::string_view name, Rect rect, const SignedText& text, TextStyle style, size_t column) {
    const uint32_t cell = add_text(b, node, name, 0, rect, text.seen, style, Role::Cell);
    explain_sign(b.scene.node(cell), text);
    name_column(cell, column);
  }
};

// Kind, title, publisher and date, beside the picture.
void add_head(Card& card) {
  constexpr size_t Above[] = {video_column::Kind, video_column::Series};
  constexpr size_t Below[] = {video_column::Publisher, video_column::Date};
  Builder& b = card.b;
  const Dataset& dataset = *b.in.dataset;
  float x = card.x, w = card.w;
  if (card.plan.pictures) {
    add_thumbnail(b, card.node, {x, card.y + 2, PictureW, PictureH}, card.row, Role::Cell);
    x += PictureW + 12;
    w = std::max(w - PictureW - 12, 0.0f);
  }
  const float play_w = play_link_w(b, card.row), tick = card.marked ? MarkTick : 0;
  const float above_w = std::max(w - (play_w > 0 ? play_w + 12 : 0) - tick, 0.0f);
  if (card.marked) add_mark_tick(b, card.node, {x, card.y}, Line);
  if (const SignedText above = video_facts(dataset, card.row, Above); !above.empty())
    card.add_cell("above", {x + tick, card.y, above_w, Line}, above, SoftSmall, video_column::Kind);
  add_play_link(b, card.node, {x + w - play_w, card.y, play_w, Line}, card.row, Role::Cell);
  float y = card.y + Line + 2;
  const SignedText name = signed_title(dataset, Videos, card.row);
  const uint32_t title =
      add_wrapped(b, card.node, "title", 0, {x, y, w, 0}, name.seen, Strong, 2, Role::RowHeader);
  explain_sign(b.scene.node(title), name);
  card.name_column(title, video_column::Title);
  set_title_language(b, title, Videos);
  y += b.scene.node(title).rect.h + 2;
  if (const SignedText below = video_facts(dataset, card.row, Below); !below.empty()) {
    card.add_cell("below", {x, y, w, Line}, below, SoftSmall, video_column::Date);
    y += Line;
  }
  card.y = card.plan.pictures ? std::max(y, card.y + PictureH + 2) : y;
}

// Places in charts as badges, as many as fit beside each other.
void add_ranks(Card& card) {
  constexpr float BadgeH = 22, BadgePad = 10;
  Builder& b = card.b;
  VideoRanks ranks = video_ranks(*b.in.dataset, card.row, MostRanks);
  if (ranks.texts.empty()) return;
  card.y += 8;
  float x = card.x;
  const float right = card.x + card.w;
  for (size_t i = 0; i < ranks.texts.size(); ++i) {
    const float whole = text_px(b, ranks.texts[i].seen, Font::SmallStrong) + 2 * BadgePad;
    if (i > 0 && x + whole > right) {
      ranks.more += ranks.texts.size() - i;
      break;
    }
    const float w = std::min(whole, right - x);
    const uint32_t badge = add_node(b, card.node, "rank", i, Role::Cell, {x, card.y, w, BadgeH});
    Node& node = b.scene.node(badge);
    node.fill = Color::AccentSoft;
    node.radius_px = BadgeH / 2;
    node.pad_left = node.pad_right = BadgePad;
    set_text(b, badge, ranks.texts[i].seen, {Font::SmallStrong, Color::Accent, Align::Start});
    explain_sign(b.scene.node(badge), ranks.texts[i]);
    card.name_column(badge, video_column::Rank);
    x += w + 8;
  }
  const std::string more = "+" + format_count(ranks.more);
  const float more_w = text_px(b, more, Font::Small);
  if (ranks.more > 0 && x + more_w <= right)
    add_text(b, card.node, "more-ranks", 0, {x, card.y, more_w, BadgeH}, more, SoftSmall, Role::Cell);
  card.y += BadgeH;
}

void add_names(Card& card) {
  Builder& b = card.b;
  const SignedText people = video_people(*b.in.dataset, card.row),
                   songs = video_songs(*b.in.dataset, card.row);
  card.y += 4;
  if (!people.empty()) {
    card.add_cell("people", {card.x, card.y, card.w, Line}, people, {Font::Small, Color::Ink, Align::Start},
                  video_column::People);
    card.y += Line + 4;
  }
  if (songs.empty()) return;
  const uint32_t lines = add_wrapped(b, card.node, "songs", 0, {card.x, card.y, card.w, 0}, songs.seen,
                                     SoftSmall, 2, Role::Cell);
  explain_sign(b.scene.node(lines), songs);
  card.name_column(lines, video_column::Track);
  card.y += b.scene.node(lines).rect.h;
}

// The length on its scale, then the marks.
void add_foot(Card& card) {
  Builder& b = card.b;
  const DurationScale& scale = card.plan.scale;
  card.y += 6;
  if (scale.full_secs > 0) {
    const Quantity& secs = b.in.dataset->column(Videos, video_column::Duration).number(card.row);
    const TextStyle style{Font::Small, secs.stated ? Color::Ink : Color::Faint, Align::Start};
    SignedText length = video_length(*b.in.dataset, card.row);
    if (!secs.stated) length = signed_words(std::string(ui::NoLength), false);
    card.add_cell("length", {card.x, card.y, secs.stated ? LengthW : card.w, Title}, length, style,
                  video_column::Duration);
    if (secs.stated) {
      const Rect bar{card.x + LengthW + 8, card.y + 7, std::max(card.w - LengthW - 8, 0.0f), 6};
      add_duration_bar(b, card.node, bar, scale, secs);
      add_scale_texts(b, card.node, {bar.x, card.y + 18, bar.w, 16}, scale);
      card.y += 16;
    }
    card.y += Title + 2;
  }
  const uint32_t marks = add_node(b, card.node, "marks", 0, Role::Cell, {card.x, card.y, card.w, MarksH});
  card.name_column(marks, video_column::Source);
  const float label_w = std::min(text_px(b, ui::StatedIn, Font::Small), card.w);
  add_text(b, marks, "label", 0, {0, 0, label_w, MarksH}, ui::StatedIn, SoftSmall);
  add_evidence_marks(b, marks, {label_w + 8, 0, std::max(card.w - label_w - 8, 0.0f), MarksH}, Videos,
                     card.row);
}

void add_card(Builder& b, const Plan& plan, uint32_t body, size_t place, float y) {
  const RowIndex row = b.in.results.tables[static_cast<size_t>(Videos)].rows[place];
  const auto at = static_cast<float>(place % plan.beside);
  const uint32_t id = add_node(b, body, "row", row, Role::Row,
                               {plan.left + at * (plan.card_w + Gutter), y, plan.card_w, plan.card_h});
  Node& node = b.scene.node(id);
  node.row_index = static_cast<uint32_t>(place + 2);
  node.label = row_title(*b.in.dataset, Videos, row);
  node.activate = command::SelectRow{{Videos, row}, false};
  const bool marked = show_row_state(b, id, {Videos, row}, 3);
  add_fill(b, id, "rule", 0, {Inset, plan.card_h - 1, plan.card_w - 2 * Inset, 1}, Color::Hair);
  Card card{b, plan, id, row, Inset, std::max(plan.card_w - 2 * Inset, 0.0f), PadTop, marked};
  add_head(card);
  add_ranks(card);
  add_names(card);
  add_foot(card);
}

}  // namespace

void build_video_cards(Builder& b, uint32_t parent, Rect whole, float margin) {
  const Rect area{whole.x, whole.y, whole.w, std::max(whole.h - mark_bar_px(b, Videos), 0.0f)};
  const Plan plan = make_plan(b, area.w, margin);
  const size_t count = b.in.results.tables[static_cast<size_t>(Videos)].rows.size();
  const uint32_t grid = add_node(b, parent, "cards", 0, Role::Grid, area);
  Node& node = b.scene.node(grid);
  node.label = ui::view_name(View::Videos);
  node.table = Videos;
  node.row_count = static_cast<uint32_t>(count + 1);
  node.col_count = static_cast<uint32_t>(plan.columns.size() + (b.phone ? 1 : 0));
  node.clip = true;
  const float strip_h = std::min(ColumnStrip, area.h);
  add_column_strip(b, grid, Videos, plan.columns, area.w - form_switch_w(b), margin);
  const uint32_t body =
      add_node(b, grid, "body", 0, Role::RowGroup, {0, strip_h, area.w, std::max(area.h - strip_h, 0.0f)});
  const double card_px = static_cast<double>(plan.card_h), below = 24;
  const size_t lines = (count + plan.beside - 1) / plan.beside;
  make_long_scroll(b, body, area.w, static_cast<double>(lines) * card_px + below);
  constexpr size_t MostSeen = 4;
  tell_content(b, body, seen_at_once(below, lines, plan.card_h, MostSeen));
  const ScrollOffset at = scroll_of(b, body);
  const RowWindow window = rows_in_view(place_of(at), b.scene.node(body).rect.h, plan.card_h, lines, 1);
  const RowWindow cards{window.first * plan.beside, std::min(window.last * plan.beside, count)};
  const float body_h = b.scene.node(body).content_h;
  for_rows(b, Videos, cards, count, [&](size_t place) {
    const auto line = static_cast<double>(place / plan.beside);
    add_card(b, plan, body, place, row_y(line * card_px, at.shift, body_h, plan.card_h));
  });
  set_grid_stop(b.scene, grid, b.in.state.tables[static_cast<size_t>(Videos)], true);
  add_mark_bar(b, parent, whole, Videos);
}

}  // namespace explorer
