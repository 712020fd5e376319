// What can be saved as a file, and how the last saving went. See build_popover.h.
#include "view/build_popover.h"
#include "view/surface_svg.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

// A choice, or why it is none: `reason` empty means that it is one.
void add_choice(DialogParts& dialog, PictureFile what, std::string_view text, std::string_view reason) {
  Builder& b = dialog.b;
  const float h = target_px(b, 36), inset = 8;
  const uint32_t id = add_node(b, dialog.node, "save", static_cast<uint64_t>(what), Role::Button,
                               {dialog.x - inset, dialog.y, dialog.w + 2 * inset, h});
  Node& node = b.scene.node(id);
  node.icon = Icon::Download;
  node.pad_left = node.pad_right = inset;
  node.radius_px = 6;
  node.hover_fill = Color::Hover;
  node.activate = command::SavePicture{what};
  if (!reason.empty()) {
    node.disabled = true;
    node.hover_fill = Color::None;
    node.description = reason;
  }
  set_text(b, id, text, {});
  dialog.y += h;
  if (reason.empty()) return;
  constexpr float BesideIcon = 24;
  const uint32_t why =
      add_wrapped(b, dialog.node, "why", static_cast<uint64_t>(what),
                  {dialog.x + BesideIcon, dialog.y - 4, dialog.w - BesideIcon, 0}, reason, SoftSmall, 2);
  dialog.y += b.scene.node(why).rect.h + 4;
}

// Leads to a dialog of its own.
void add_way_on(DialogParts& dialog, std::string_view name, Icon icon, std::string_view text,
                command::OpenPopover opens) {
  Builder& b = dialog.b;
  const float h = target_px(b, 36), inset = 8;
  const uint32_t id =
      add_node(b, dialog.node, name, 0, Role::Button, {dialog.x - inset, dialog.y, dialog.w + 2 * inset, h});
  Node& node = b.scene.node(id);
  node.icon = icon;
  node.pad_left = node.pad_right = inset;
  node.radius_px = 6;
  node.hover_fill = Color::Hover;
  node.activate = opens;
  set_text(b, id, text, {});
  dialog.y += h;
}

std::string_view surface_reason(const Builder& b, Surface surface) {
  return find_surface(b.scene, surface) == 0 ? ui::PictureNotShown : std::string_view();
}

}  // namespace

void build_pictures(DialogParts& dialog) {
  Builder& b = dialog.b;
  if (const std::string_view said = ui::save_outcome(b.in.state.popover.saved); !said.empty()) {
    const uint32_t id = add_wrapped(b, dialog.node, "outcome", 0, {dialog.x, dialog.y, dialog.w, 0}, said,
                                    {Font::Small, Color::Warn, Align::Start}, 4, Role::Alert);
    dialog.y += b.scene.node(id).rect.h + 8;
  }
  // A wide page has a button for it.
  if (b.phone) add_way_on(dialog, "share", Icon::Share, ui::ShareView, {PopoverKind::Share});
  if (b.in.dataset) {
    const TableId table = table_of(b.in.state.view).value_or(TableId::Articles);
    add_way_on(dialog, "data", Icon::Table, ui::DownloadData, {PopoverKind::Download, table, 0});
  }
  add_choice(dialog, PictureFile::Page, ui::SavePage,
             b.in.environment.drawn ? std::string_view() : ui::PictureNotDrawn);
  add_choice(dialog, PictureFile::Map, ui::SaveMap, surface_reason(b, Surface::Map));
  add_choice(dialog, PictureFile::Timeline, ui::SaveTimeline, surface_reason(b, Surface::Timeline));
  dialog.bottom = std::min(dialog.bottom, dialog.y + 8);
}

}  // namespace explorer
