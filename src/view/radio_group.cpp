// See radio_group.h.
#include "view/radio_group.h"

#include <utility>

namespace explorer::view::radio_group {

uint32_t add_group(Builder& b, uint32_t parent, std::string_view name, Rect rect, std::string_view label) {
  const uint32_t id = add_node(b, parent, name, 0, Role::RadioGroup, rect);
  b.scene.node(id).label = label;
  return id;
}

uint32_t add_radio(Builder& b, uint32_t group, uint64_t index, Rect rect, std::string_view text, bool on,
                   std::optional<Command> command) {
  constexpr float Ring = 16, Dot = 6;
  const uint32_t id = add_node(b, group, "radio", index, Role::Radio, rect);
  Node& node = b.scene.node(id);
  node.pad_left = TextX;
  node.checked = on ? Toggle::On : Toggle::Off;
  node.disabled = !command.has_value();
  node.activate = std::move(command);
  node.tab_stop = on;
  node.by_keys = !on;
  const bool disabled = node.disabled;
  set_text(b, id, text, {Font::Body, disabled ? Color::Faint : Color::Ink, Align::Start});
  const Color ink = disabled ? Color::Faint : Color::Accent;
  const uint32_t ring = add_fill(b, id, "ring", 0, {2, (rect.h - Ring) / 2, Ring, Ring}, Color::Panel);
  Node& circle = b.scene.node(ring);
  circle.borders = edge::All;
  circle.border_color = on ? ink : Color::Faint;
  circle.border_px = on ? 2 : 1;
  circle.radius_px = Ring / 2;
  if (!on) return id;
  const uint32_t dot = add_fill(b, id, "dot", 0, {2 + (Ring - Dot) / 2, (rect.h - Dot) / 2, Dot, Dot}, ink);
  b.scene.node(dot).radius_px = Dot / 2;
  return id;
}

float radio_px(Builder& b, std::string_view text) {
  return TextX + text_px(b, text, Font::Body);
}

}  // namespace explorer::view::radio_group
