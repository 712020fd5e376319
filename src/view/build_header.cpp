// See build_header.h.
#include "view/build_header.h"

#include <algorithm>

#include "view/actions.h"
#include "view/build_keys.h"
#include "view/build_reading.h"
#include "view/build_tabs.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

constexpr float Gap = 12;

void tool_look(Builder& b, uint32_t button) {
  if (b.phone) return;
  Node& node = b.scene.node(button);
  node.borders = edge::All;
  node.hover_border = Color::Strong;
  node.fill = Color::Panel;
}

// A button that opens a dialog, which hangs under it.
void add_opener(Builder& b, uint32_t banner, std::string_view name, Rect rect, Icon icon,
                std::string_view label, PopoverKind kind) {
  const uint32_t id = add_icon_button(b, banner, name, 0, rect, icon, label, command::OpenPopover{kind});
  tool_look(b, id);
  add_keys(b, id, name);
  const bool open = b.in.state.popover.kind == kind;
  b.scene.node(id).expanded = open ? Toggle::On : Toggle::Off;
  if (open) b.anchor = id;
}

bool colours_can_be_chosen(const Builder& b) {
  return b.in.environment.contrast != Contrast::Forced;
}

void add_theme_button(Builder& b, uint32_t banner, Rect rect) {
  const ThemeChoice next = next_theme(b.in);
  const std::string label = ui::theme_help(b.in.state.theme, next);
  const uint32_t theme =
      add_icon_button(b, banner, "theme", 0, rect, Icon::Theme, label, command::SetTheme{next});
  tool_look(b, theme);
  add_keys(b, theme, "theme");
}

// The buttons up to the right end; `rect`: of the first one, `step`: to the next one.
void build_tools(Builder& b, uint32_t banner, Rect rect, float step) {
  if (may(b, EmbedRight::Share)) {
    add_opener(b, banner, "share", rect, Icon::Share, ui::ShareView, PopoverKind::Share);
    rect.x += step;
    add_opener(b, banner, "pictures", rect, Icon::Download, ui::SavePictures, PopoverKind::Pictures);
    rect.x += step;
  }
  if (colours_can_be_chosen(b)) add_theme_button(b, banner, rect);
}

// Opens the palette, the menu of everything. With its keys beside the icon where `rect` has room for them.
void build_menu_button(Builder& b, uint32_t banner, Rect rect) {
  const uint32_t id = add_icon_button(b, banner, "commands", 0, rect, Icon::Menu, ui::Commands,
                                      command::OpenPopover{PopoverKind::Palette});
  tool_look(b, id);
  add_keys(b, id, "palette");
  b.scene.node(id).expanded = b.in.state.popover.kind == PopoverKind::Palette ? Toggle::On : Toggle::Off;
  if (rect.w <= rect.h) return;
  // The sign beside the keys, and not in the middle.
  b.scene.node(id).icon = Icon::None;
  add_icon(b, id, "sign", {10, (rect.h - 16) / 2, 16, 16}, Icon::Menu, Color::Soft);
  add_key_caps(b, id, 0, {34, (rect.h - KeyCapHeight) / 2}, keys_of("palette"), Role::Decor);
}

// Wide enough for its keys, where there are keys and room.
float menu_button_w(Builder& b, float control) {
  constexpr float RoomyFrom = 1100;
  if (b.in.environment.coarse_pointer || b.width < RoomyFrom) return control;
  return 34 + key_caps_px(b, keys_of("palette")) + 8;
}

std::string_view hint_that_fits(Builder& b, float room) {
  for (const std::string_view hint : ui::SearchHints) {
    if (text_px(b, hint, Font::Body) <= room) return hint;
  }
  return {};
}

}  // namespace

void add_search_box(Builder& b, uint32_t banner, Rect rect) {
  const uint32_t search = add_node(b, banner, "search", 0, Role::Search, rect);
  const AppState& state = b.in.state;
  const bool clearable = !state.query_text.empty();
  const float clear = target_px(b, 32), inset = clear > 32 ? 0 : 4, pads = 40 + clear + inset;
  const uint32_t id = add_field(b, search, "query", {0, 0, rect.w, rect.h}, Role::SearchBox, ui::Search,
                                {InputField::Query, {}}, state.query_text, hint_that_fits(b, rect.w - pads));
  Node& node = b.scene.node(id);
  node.pad_left = 40;
  node.pad_right = clear + inset;
  add_keys(b, id, "search");
  if (state.query_error) {
    node.error_begin = static_cast<int32_t>(state.query_error->begin);
    node.error_end = static_cast<int32_t>(state.query_error->end);
    node.border_color = Color::Warn;
    node.description = state.query_error->message;
  }
  add_icon(b, search, "glass", {12, (rect.h - 20) / 2, 20, 20}, Icon::Search, Color::Faint);
  if (clearable) {
    add_icon_button(b, search, "clear", 0, {rect.w - clear - inset, (rect.h - clear) / 2, clear, clear},
                    Icon::Close, ui::ClearSearch, command::SetQueryText{});
  }
}

namespace {

// What stands beside the title of a phone's page; one menu saves and shares. Where there is no room for all
// of them, colours are chosen in the menu of everything.
struct PhoneTools {
  bool menu, reading, share, theme;

  explicit PhoneTools(const Builder& b)
      : menu(!may(b, EmbedRight::Search)),
        reading(b.in.dataset != nullptr),
        share(may(b, EmbedRight::Share)),
        theme(colours_can_be_chosen(b) && b.width >= RoomForAll) {}

  float width() const { return size::Touch * static_cast<float>(menu + reading + share + theme); }

 private:
  static constexpr float RoomForAll = 360;
};

void build_phone_tools(Builder& b, uint32_t banner, const PhoneTools& tools, float x) {
  Rect rect{x, 4, size::Touch, size::Touch};
  const auto take = [&rect] {
    const Rect taken = rect;
    rect.x += rect.w;
    return taken;
  };
  if (tools.menu) build_menu_button(b, banner, take());
  if (tools.reading) add_reading_button(b, banner, take());
  if (tools.share)
    add_opener(b, banner, "pictures", take(), Icon::Share, ui::SaveOrShare, PopoverKind::Pictures);
  if (tools.theme) add_theme_button(b, banner, take());
}

float phone_header(Builder& b, uint32_t banner) {
  constexpr float TitleRow = 52, Field = size::Touch, Below = 12;
  constexpr float Inside = 14;  // of a target: the icons, not the targets around them, end at the margin
  const bool searches = may(b, EmbedRight::Search);
  b.scene.node(banner).rect.h = searches ? TitleRow + Field + Below : TitleRow;
  const PhoneTools tools(b);
  const float right = b.width - b.margin, tools_x = right + Inside - tools.width();
  const float title_w = std::min(text_px(b, ui::AppTitle, Font::Title), std::max(tools_x - b.margin, 0.0f));
  add_heading(b, banner, "title", {b.margin, 14, title_w, 24}, ui::AppTitle, Font::Title, 1);
  const float after_title = b.margin + title_w + Gap;
  build_status(b, banner, {after_title, 16, tools_x - after_title, 20});
  build_phone_tools(b, banner, tools, tools_x);
  if (!searches) return TitleRow;
  add_search_box(b, banner, {b.margin, TitleRow, right - b.margin - 36, Field});
  build_menu_button(b, banner, {right - 30, TitleRow, size::Touch, size::Touch});
  return b.scene.node(banner).rect.h;
}

float wide_header(Builder& b, uint32_t banner) {
  const float control = target_px(b, 36), step = control + 8, top = (size::Header - control) / 2;
  const float menu_w = menu_button_w(b, control);
  const float tools_w = control + (may(b, EmbedRight::Share) ? 2 * step : 0);
  const float menu_x = b.width - b.margin - tools_w - 8 - menu_w, right = menu_x - Gap;
  const float title_w = text_px(b, ui::AppTitle, Font::Title);
  add_heading(b, banner, "title", {b.margin, 16, title_w, 24}, ui::AppTitle, Font::Title, 1);
  float x = b.margin + title_w + 24;
  const std::string about = b.in.dataset ? display_text(b.in.dataset->title, 400) : std::string();
  // The dataset's title may take from the search box what that does not need.
  const float about_room = std::min(right - x - 400, b.width * 0.3f) + 12;
  if (!about.empty() && about_room > 120) {
    const float about_w = std::min(text_px(b, about, Font::Body), about_room - 24);
    const uint32_t title = add_text(b, banner, "about", 0, {x - 12, 18, about_w, 20}, about,
                                    {Font::Body, Color::Soft, Align::Start}, Role::Paragraph);
    b.scene.node(title).lang = b.data_lang;
    x += about_w + 12;
  }
  if (may(b, EmbedRight::Search)) add_search_box(b, banner, {x, top, std::min(560.0f, right - x), control});
  build_menu_button(b, banner, {menu_x, top, menu_w, control});
  build_tools(b, banner, {menu_x + menu_w + 8, top, control, control}, step);
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
