// See build_address_notice.h.
#include "view/build_address_notice.h"

#include <algorithm>

#include "view/ui_text.h"

namespace explorer {
namespace {

constexpr size_t MostBytes = 80;  // of a name

// The names of all parts with this fault, listed; empty if there is none.
std::string parts_with(const Builder& b, AddressFault fault) {
  std::string parts;
  for (const AddressNote& note : b.in.state.address_notes) {
    if (note.fault == fault) add_listed(parts, display_text(note.part, MostBytes));
  }
  return parts;
}

std::vector<std::string> sentences(const Builder& b) {
  std::vector<std::string> all;
  const auto add = [&](AddressFault fault, Pattern pattern) {
    const std::string parts = parts_with(b, fault);
    if (!parts.empty()) all.push_back(fill(pattern, {parts}));
  };
  const auto is_newer = [](const AddressNote& note) { return note.fault == AddressFault::Newer; };
  if (std::ranges::any_of(b.in.state.address_notes, is_newer)) all.emplace_back(ui::AddressNewer);
  add(AddressFault::NoRow, ui::AddressNoRow);
  add(AddressFault::Broken, ui::AddressBroken);
  add(AddressFault::Unknown, ui::AddressUnknown);
  return all;
}

}  // namespace

float build_address_notice(Builder& b, float top) {
  if (b.in.state.address_notes.empty()) return 0;
  const float target = target_px(b, 32), line = line_px(Font::Small), x = b.margin + 24;
  const uint32_t bar = add_node(b, 0, "address", 0, Role::Region, {0, top, b.width, 0});
  b.scene.node(bar).label = ui::AddressNotes;
  b.scene.node(bar).borders = edge::Bottom;
  b.scene.node(bar).fill = Color::WarnSoft;
  const float begin = (target + 4 - line) / 2;
  add_icon(b, bar, "icon", {b.margin, begin + (line - 16) / 2, 16, 16}, Icon::Warning, Color::Warn);
  const float room = std::max(b.width - b.margin - target - x, 1.0f);
  const uint32_t status = add_node(b, bar, "said", 0, Role::Status, {x, begin, room, 0});
  float y = 0;
  uint64_t number = 0;
  for (const std::string& sentence : sentences(b)) {
    const uint32_t id = add_wrapped(b, status, "sentence", number++, {0, y, room, 0}, sentence,
                                    {Font::Small, Color::Ink, Align::Start}, b.phone ? 2 : 4, Role::Text);
    y += b.scene.node(id).rect.h;
  }
  b.scene.node(status).rect.h = y;
  const float height = std::max(target + 4, begin + y + 8);
  b.scene.node(bar).rect.h = height;
  add_icon_button(b, bar, "dismiss", 0, {b.width - b.margin - target + 8, 2, target, target}, Icon::Close,
                  ui::DismissNotes, command::DismissNotes{});
  return height;
}

}  // namespace explorer
