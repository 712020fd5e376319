// See build_header.h.
#include "view/build_header.h"

#include <algorithm>

#include "view/build_tabs.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

constexpr float Gap = 12;

// System -> the other scheme -> back -> System, so that every press but the last changes what is seen.
ThemeChoice next_theme(const Builder& b) {
  switch (b.in.state.theme) {
    case ThemeChoice::System:
      return b.in.environment.scheme == Scheme::Light ? ThemeChoice::Dark : ThemeChoice::Light;
    case ThemeChoice::Dark:
      return ThemeChoice::Light;
    case ThemeChoice::Light:
      break;
  }
  return ThemeChoice::System;
}

void tool_look(Builder& b, uint32_t button) {
  if (b.phone) return;
  Node& node = b.scene.node(button);
  node.borders = edge::All;
  node.hover_border = Color::Strong;
  node.fill = Color::Panel;
}

// The buttons at the right end, from right to left; `rect`: of the first one, `step`: to the next one.
void build_tools(Builder& b, uint32_t banner, Rect rect, float step) {
  // Where colours are forced there is no choice.
  if (b.in.environment.contrast != Contrast::Forced) {
    const ThemeChoice next = next_theme(b);
    const std::string label = ui::theme_help(b.in.state.theme, next);
    tool_look(b, add_icon_button(b, banner, "theme", 0, rect, Icon::Theme, label, command::SetTheme{next}));
  }
  rect.x -= step;
  const uint32_t pictures = add_icon_button(b, banner, "pictures", 0, rect, Icon::Download, ui::SavePictures,
                                            command::OpenPopover{PopoverKind::Pictures});
  tool_look(b, pictures);
  const bool open = b.in.state.popover.kind == PopoverKind::Pictures;
  b.scene.node(pictures).expanded = open ? Toggle::On : Toggle::Off;
  if (open) b.anchor = pictures;
}

std::string_view hint_that_fits(Builder& b, float room) {
  for (const std::string_view hint : ui::SearchHints) {
    if (text_px(b, hint, Font::Body) <= room) return hint;
  }
  return {};
}

void search_box(Builder& b, uint32_t banner, Rect rect) {
  const uint32_t search = add_node(b, banner, "search", 0, Role::Search, rect);
  const AppState& state = b.in.state;
  const bool clearable = !state.query_text.empty();
  const float pads = 40 + 36;
  const uint32_t id = add_field(b, search, "query", {0, 0, rect.w, rect.h}, Role::SearchBox, ui::Search,
                                {InputField::Query, {}}, state.query_text, hint_that_fits(b, rect.w - pads));
  Node& node = b.scene.node(id);
  node.pad_left = 40;
  node.pad_right = 36;
  if (state.query_error) {
    node.error_begin = static_cast<int32_t>(state.query_error->begin);
    node.error_end = static_cast<int32_t>(state.query_error->end);
    node.border_color = Color::Warn;
    node.description = state.query_error->message;
  }
  add_icon(b, search, "glass", {12, (rect.h - 20) / 2, 20, 20}, Icon::Search, Color::Faint);
  if (clearable) {
    add_icon_button(b, search, "clear", 0, {rect.w - 36, (rect.h - 32) / 2, 32, 32}, Icon::Close,
                    ui::ClearSearch, command::SetQueryText{});
  }
}

float phone_header(Builder& b, uint32_t banner) {
  constexpr float TitleRow = 52, Field = 40, Below = 12;
  b.scene.node(banner).rect.h = TitleRow + Field + Below;
  const float title_w = text_px(b, ui::AppTitle, Font::Title), right = b.width - b.margin;
  add_heading(b, banner, "title", {b.margin, 14, std::min(title_w, right - b.margin - 100), 24}, ui::AppTitle,
              Font::Title, 1);
  const float after_title = b.margin + title_w + Gap;
  build_status(b, banner, {after_title, 16, right - 76 - Gap - after_title, 20});
  search_box(b, banner, {b.margin, TitleRow, right - b.margin, Field});
  // The icon, not the target around it, ends at the margin.
  build_tools(b, banner, {right - 30, 4, 44, 44}, 44);
  return b.scene.node(banner).rect.h;
}

float wide_header(Builder& b, uint32_t banner) {
  constexpr float Control = 36, Step = Control + 8, Top = (size::Header - Control) / 2;
  const float right = b.width - b.margin - Control - Step - Gap;
  const float title_w = text_px(b, ui::AppTitle, Font::Title);
  add_heading(b, banner, "title", {b.margin, 16, title_w, 24}, ui::AppTitle, Font::Title, 1);
  float x = b.margin + title_w + 24;
  const std::string about = b.in.dataset ? display_text(b.in.dataset->title, 400) : std::string();
  // The dataset's title may take from the search box what that does not need.
  const float about_room = std::min(right - x - 400, b.width * 0.3f) + 12;
  if (!about.empty() && about_room > 120) {
    const float about_w = std::min(text_px(b, about, Font::Body), about_room - 24);
    add_text(b, banner, "about", 0, {x - 12, 18, about_w, 20}, about, {Font::Body, Color::Soft, Align::Start},
             Role::Paragraph);
    x += about_w + 12;
  }
  search_box(b, banner, {x, Top, std::min(560.0f, right - x), Control});
  build_tools(b, banner, {b.width - b.margin - Control, Top, Control, Control}, Step);
  return size::Header;
}

}  // namespace

float build_header(Builder& b) {
  const uint32_t banner = add_node(b, 0, "banner", 0, Role::Banner, {0, 0, b.width, size::Header});
  b.scene.node(banner).borders = edge::Bottom;
  b.scene.node(banner).fill = Color::Bg;
  return b.phone ? phone_header(b, banner) : wide_header(b, banner);
}

}  // namespace explorer
