// See build_chips.h.
#include "view/build_chips.h"

#include <algorithm>

#include "state/rights.h"
#include "view/ui_sentences.h"

namespace explorer {
namespace {

constexpr float ChipGap = 8;

Command without_sort_key(const Query& query, size_t index) {
  Query rest = query;
  rest.sort.erase(rest.sort.begin() + static_cast<ptrdiff_t>(index));
  return command::SetQueryText{format_query(rest)};
}

// One removable chip; returns its width.
float add_chip(Builder& b, uint32_t list, std::string_view name, size_t index, Rect at, std::string_view text,
               std::string_view label, bool filter, Command command) {
  const float most = std::min(360.0f, b.width - 2 * b.margin);
  const Color ink = filter ? Color::Accent : Color::Soft;
  if (!reader_may(b.in.state, command)) {  // it says what is left out, and stays
    at.w = std::min(12 + text_px(b, text, Font::Small) + 12, most);
    const uint32_t said = add_node(b, list, name, index, Role::ListItem, at);
    Node& node = b.scene.node(said);
    node.radius_px = at.h / 2;
    node.fill = filter ? Color::AccentSoft : Color::Hover;
    node.pad_left = node.pad_right = 12;
    set_text(b, said, text, {Font::Small, ink, Align::Start});
    return at.w;
  }
  at.w = std::min(12 + text_px(b, text, Font::Small) + 4 + 16 + 8, most);
  const uint32_t item = add_node(b, list, name, index, Role::ListItem, at);
  const uint32_t id = add_node(b, item, "remove", 0, Role::Button, {0, 0, at.w, at.h});
  Node& node = b.scene.node(id);
  node.radius_px = at.h / 2;
  node.fill = filter ? Color::AccentSoft : Color::Hover;
  node.hover_fill = node.fill;
  node.borders = edge::All;
  node.border_color = Color::None;
  node.hover_border = filter ? Color::Accent : Color::Strong;
  node.pad_left = 12;
  node.pad_right = 28;
  node.label = label;
  node.activate = std::move(command);
  set_text(b, id, text, {Font::Small, ink, Align::Start});
  add_icon(b, id, "cross", {at.w - 24, (at.h - 16) / 2, 16, 16}, Icon::Close, ink);
  return at.w;
}

float add_all_chips(Builder& b, uint32_t list, float top, float height) {
  const Query& query = b.in.state.query;
  float x = b.margin;
  for (size_t i = 0; i < query.terms.size(); ++i) {
    const std::string text = ui::term_text(query.terms[i]);
    x += add_chip(b, list, "term", i, {x, top, 0, height}, text, ui::remove_filter(text), true,
                  command::RemoveTerm{i});
    x += ChipGap;
  }
  for (size_t i = 0; i < query.sort.size(); ++i) {
    const std::string_view heading = ui::column_heading(query.sort[i].column);
    std::string text(heading);
    text += query.sort[i].descending ? " \xE2\x86\x93" : " \xE2\x86\x91";
    x += add_chip(b, list, "sort", i, {x, top, 0, height}, text, ui::remove_sort(heading), false,
                  without_sort_key(query, i));
    x += ChipGap;
  }
  return x;
}

}  // namespace

float build_notice(Builder& b, float top) {
  const LoadStatus& load = b.in.load;
  if (load.phase != LoadPhase::Ready || load.warning_count == 0) return 0;
  const float height = target_px(b, 36);
  const uint32_t bar = add_node(b, 0, "notice", 0, Role::Region, {0, top, b.width, height});
  b.scene.node(bar).label = ui::Warnings;
  b.scene.node(bar).borders = edge::Bottom;
  add_icon(b, bar, "icon", {b.margin, (height - 16) / 2, 16, 16}, Icon::Warning, Color::Warn);
  const std::string text = ui::skipped(load.skipped_articles, load.skipped_rows, load.warning_count);
  const float link_w = text_px(b, ui::ShowWhy, Font::SmallStrong);
  const float room = b.width - 2 * b.margin - 24 - 16 - link_w;
  const float text_w = std::min(text_px(b, text, Font::Small), room);
  add_text(b, bar, "text", 0, {b.margin + 24, 0, text_w, height}, text,
           {Font::Small, Color::Ink, Align::Start});
  const uint32_t link =
      add_link(b, bar, "why", 0, {b.margin + 24 + text_w + 16, 0, link_w, height}, ui::ShowWhy,
               Font::SmallStrong, command::OpenPopover{PopoverKind::Warnings, TableId::Articles, 0});
  b.scene.node(link).expanded = b.in.state.popover.kind == PopoverKind::Warnings ? Toggle::On : Toggle::Off;
  if (b.in.state.popover.kind == PopoverKind::Warnings) b.anchor = link;
  return height;
}

float build_query_error(Builder& b, float top) {
  if (!b.in.state.query_error) return 0;
  const QueryError& error = *b.in.state.query_error;
  const std::string& query = b.in.state.query_text;
  const size_t begin = std::min(error.begin, query.size());
  const std::string place =
      display_text(std::string_view(query).substr(begin, std::max(error.end, begin) - begin), 120);
  const uint32_t bar = add_node(b, 0, "query-error", 0, Role::Alert, {0, top, b.width, 0});
  float x = b.margin + 24, y = 7;
  const float right = b.width - b.margin;
  add_icon(b, bar, "icon", {b.margin, 8, 16, 16}, Icon::Warning, Color::Warn);
  if (!place.empty()) {
    const float w = std::min(text_px(b, place, Font::SmallStrong), b.phone ? right - x : b.width / 3);
    const uint32_t id =
        add_text(b, bar, "place", 0, {x, 6, w, 20}, place, {Font::SmallStrong, Color::Warn, Align::Start});
    b.scene.node(id).borders = edge::Bottom;
    b.scene.node(id).border_color = Color::Warn;
    b.scene.node(id).border_px = 2;
    // A phone has no room for place and reason side by side.
    (b.phone ? y : x) += b.phone ? 22 : w + 8;
  }
  const std::string message = display_text(error.message, 400);
  // As many lines as there is room for on the page; the search box says all of it.
  const float lines = std::clamp((b.height - top - y - 7) / line_px(Font::Small), 1.0f, 4.0f);
  const uint32_t text =
      add_wrapped(b, bar, "why", 0, {x, y, std::min(right - x, 720.0f), 0}, message,
                  {Font::Small, Color::Ink, Align::Start}, static_cast<size_t>(lines), Role::Text);
  const float height = y + b.scene.node(text).rect.h + 7;
  b.scene.node(bar).rect.h = height;
  b.scene.node(bar).fill = Color::WarnSoft;
  return height;
}

float build_chips(Builder& b, float top) {
  const Query& query = b.in.state.query;
  if (query.terms.empty() && query.sort.empty()) return 0;
  const float chip_h = b.phone ? 36 : 28, height = chip_h + 16;
  const uint32_t bar = add_node(b, 0, "chips", 0, Role::Region, {0, top, b.width, height});
  b.scene.node(bar).label = ui::ActiveFilters;
  b.scene.node(bar).borders = edge::Bottom;
  const uint32_t list = add_node(b, bar, "list", 0, Role::List, {0, 0, b.width, height});
  b.scene.node(list).label = ui::ActiveFilters;
  const float chips_w = add_all_chips(b, list, 8, chip_h);
  const bool clears = reader_may(b.in.state, command::SetQueryText{});
  const float clear_w = text_px(b, ui::ClearAll, Font::Small);
  const float room = clears ? b.width - b.margin - clear_w - ChipGap : b.width;
  const float list_w = std::max(std::min(chips_w, room), 0.0f);
  b.scene.node(list).rect.w = list_w;
  make_scroll(b, list, chips_w, height);
  if (clears)
    add_link(b, bar, "clear", 0, {list_w + ChipGap, 8, clear_w, chip_h}, ui::ClearAll, Font::Small,
             command::SetQueryText{});
  return height;
}

}  // namespace explorer
