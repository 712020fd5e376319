// See build_popover.h.
#include "view/build_popover.h"

#include <algorithm>

#include "view/build_embed.h"
#include "view/build_palette.h"
#include "view/build_row_menu.h"
#include "view/export_dialog.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

constexpr float Pad = 16;
constexpr float Edge = 8;  // least distance from the viewport's edge
constexpr size_t WarningsShown = 200;

struct Shape {
  std::string title;
  float w, h;
};

Shape shape_of(const Builder& b) {
  const Popover& popover = b.in.state.popover;
  switch (popover.kind) {
    case PopoverKind::ColumnFilter:
      return {ui::filter_by(ui::column_heading(popover.table, popover.column)), 320, 440};
    case PopoverKind::ColumnChooser:
      return {std::string(ui::Columns), 320, 520};
    case PopoverKind::Warnings:
      return {std::string(ui::Warnings), 560, 520};
    case PopoverKind::Pictures:
      return {std::string(b.phone ? ui::SaveOrShare : ui::SavePictures), 320, 400};
    case PopoverKind::Share:
      return {std::string(ui::ShareView), 440, 480};
    case PopoverKind::Download:
      return {std::string(ui::DownloadData), 480, 760};
    case PopoverKind::Embed:
      return {std::string(ui::EmbedView), view::embed_dialog::DialogWidth, view::embed_dialog::DialogHeight};
    case PopoverKind::Shortcuts:
      return {std::string(ui::Shortcuts), 720, 820};
    case PopoverKind::None:
    case PopoverKind::Palette:
    case PopoverKind::RowMenu:
      break;
  }
  return {{}, 0, 0};
}

// Below the button it belongs to, moved so that all of it is on screen; at the bottom on a phone.
Rect place_dialog(const Builder& b, float w, float h) {
  if (b.phone) {
    h = std::min(h, b.height - 2 * Edge);
    return {0, b.height - h, b.width, h};
  }
  w = std::min(w, b.width - 2 * Edge);
  h = std::min(h, b.height - 2 * Edge);
  Rect button{(b.width - w) / 2, size::Header + size::Tabs, w, 0};
  // It takes most of the page.
  if (b.in.state.popover.kind == PopoverKind::Embed) button.y = (b.height - h) / 2 - 4;
  if (b.anchor != 0) button = viewport_rect(b, b.anchor);
  const bool at_right = button.x + w + Edge > b.width;
  const float x = at_right ? button.x + button.w - w : button.x;
  const float y = button.y + button.h + 4;
  return {std::clamp(x, Edge, b.width - w - Edge), std::clamp(y, Edge, b.height - h - Edge), w, h};
}

void build_warnings(DialogParts& dialog) {
  Builder& b = dialog.b;
  const auto& warnings = b.in.load.warnings;
  const uint32_t list = add_node(b, dialog.node, "warnings", 0, Role::List,
                                 {0, dialog.y, dialog.w + 2 * dialog.x, dialog.bottom - dialog.y});
  b.scene.node(list).label = ui::Warnings;
  float y = 0;
  const size_t shown = std::min(warnings.size(), WarningsShown);
  for (size_t i = 0; i < shown; ++i) {
    const uint32_t item = add_node(b, list, "warning", i, Role::ListItem, {dialog.x, y, dialog.w, 0});
    const uint32_t text = add_wrapped(b, item, "what", 0, {0, 8, dialog.w, 0},
                                      display_text(warnings[i].message, 400), {}, 4, Role::Text);
    const float below = 8 + b.scene.node(text).rect.h;
    const uint32_t place = add_wrapped(b, item, "where", 0, {0, below, dialog.w, 0},
                                       ui::place(warnings[i].place), SoftSmall, 3, Role::Text);
    b.scene.node(item).rect.h = below + b.scene.node(place).rect.h + 8;
    b.scene.node(item).borders = edge::Bottom;
    y += b.scene.node(item).rect.h;
  }
  if (b.in.load.warning_count > shown) {
    add_text(b, list, "more", 0, {dialog.x, y + 8, dialog.w, 20},
             ui::and_more(b.in.load.warning_count - shown), SoftSmall, Role::ListItem);
    y += 36;
  }
  make_scroll(b, list, 0, y + Pad);
}

}  // namespace

uint32_t add_dialog(Builder& b, Rect rect, const std::string& title, Role role) {
  const uint32_t scrim =
      add_fill(b, 0, "popover-scrim", 0, {0, 0, b.width, b.height}, b.phone ? Color::Scrim : Color::None);
  b.scene.node(scrim).activate = command::ClosePopover{};
  b.scene.node(scrim).label = ui::Close;
  const uint32_t dialog =
      add_node(b, 0, "popover", static_cast<uint64_t>(b.in.state.popover.kind), role, rect);
  Node& node = b.scene.node(dialog);
  node.label = title;
  node.modal = role == Role::Dialog;
  node.fill = Color::Panel;
  node.borders = b.phone ? edge::Top : edge::All;
  node.radius_px = b.phone ? 0 : 8;
  node.shadow = true;
  node.clip = true;
  return dialog;
}

uint32_t add_tick(Builder& b, uint32_t parent, uint64_t index, Rect rect, std::string_view text, bool on,
                  std::optional<Command> command) {
  const uint32_t id = add_node(b, parent, "tick", index, Role::CheckBox, rect);
  Node& node = b.scene.node(id);
  node.pad_left = 28;
  node.checked = on ? Toggle::On : Toggle::Off;
  node.disabled = !command.has_value();
  node.activate = std::move(command);
  set_text(b, id, text, {Font::Body, node.disabled ? Color::Faint : Color::Ink, Align::Start});
  const uint32_t box =
      add_fill(b, id, "box", 0, {2, (rect.h - 16) / 2, 16, 16}, on ? Color::Accent : Color::Panel);
  Node& square = b.scene.node(box);
  square.borders = edge::All;
  square.border_color = on ? Color::Accent : Color::Faint;
  square.radius_px = 3;
  if (on) {
    square.icon = Icon::Check;
    square.color = Color::AccentInk;
  }
  return id;
}

[[gnu::noinline]] void build_popover(Builder& b) {
  const Popover& popover = b.in.state.popover;
  if (popover.kind == PopoverKind::Palette) return build_palette(b);
  if (popover.kind == PopoverKind::RowMenu) return build_row_menu(b);
  const bool about_table = popover.kind == PopoverKind::ColumnFilter ||
                           popover.kind == PopoverKind::ColumnChooser ||
                           popover.kind == PopoverKind::Download;
  if (about_table && (!b.in.dataset || popover.column >= column_specs(popover.table).size())) return;
  const Shape shape = shape_of(b);
  const Rect rect = place_dialog(b, shape.w, shape.h);
  const uint32_t dialog = add_dialog(b, rect, shape.title);
  const float target = target_px(b, 32);
  add_heading(b, dialog, "title", {Pad, 8 + (target - 20) / 2, rect.w - 2 * Pad - target, 20}, shape.title,
              Font::BodyStrong, 2);
  add_close_button(b, dialog, {rect.w - target - 8, 8, target, target}, ui::Close, command::ClosePopover{});
  DialogParts parts{b, dialog, Pad, std::max(rect.w - 2 * Pad, 1.0f), std::max(48.0f, target + 8), rect.h};
  if (popover.kind == PopoverKind::ColumnFilter) build_column_filter(parts, popover.table, popover.column);
  if (popover.kind == PopoverKind::ColumnChooser) build_column_chooser(parts, popover.table);
  if (popover.kind == PopoverKind::Warnings) build_warnings(parts);
  if (popover.kind == PopoverKind::Pictures) build_pictures(parts);
  if (popover.kind == PopoverKind::Share) build_share(parts);
  if (popover.kind == PopoverKind::Download) view::export_dialog::build(parts, popover.table);
  if (popover.kind == PopoverKind::Embed) view::embed_dialog::build_embed(parts);
  if (popover.kind == PopoverKind::Shortcuts) build_shortcuts(parts);
  // The dialogs of few fields are no taller than they need.
  if (parts.y < rect.h && parts.bottom < rect.h) {
    Rect& box = b.scene.node(dialog).rect;
    if (b.phone) box.y += box.h - parts.bottom;
    box.h = parts.bottom;
  }
}

}  // namespace explorer
