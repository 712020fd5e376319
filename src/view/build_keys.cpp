// See build_keys.h.
#include "view/build_keys.h"

#include <algorithm>

#include "view/actions.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

constexpr float CapGap = 4, ChordGap = 10, CapInset = 6;

struct Cap {
  std::string text;
  float x, w;
};

// Caps that are held together stand close, others apart.
std::vector<Cap> place_caps(Builder& b, std::string_view keys) {
  std::vector<Cap> caps;
  float x = 0;
  while (!keys.empty()) {
    const size_t end = std::min(keys.find(' '), keys.size());
    for (std::string& text : key_caps(keys.substr(0, end), b.in.environment.apple_keys)) {
      const float w = std::max(text_px(b, text, Font::Caption) + 2 * CapInset, KeyCapHeight);
      caps.push_back({std::move(text), x, w});
      x += w + CapGap;
    }
    x += ChordGap - CapGap;
    keys.remove_prefix(std::min(end + 1, keys.size()));
  }
  return caps;
}

}  // namespace

float key_caps_px(Builder& b, std::string_view keys) {
  const std::vector<Cap> caps = place_caps(b, keys);
  return caps.empty() ? 0 : caps.back().x + caps.back().w;
}

float add_key_caps(Builder& b, uint32_t parent, uint64_t index, Point at, std::string_view keys, Role role) {
  constexpr uint64_t MostCaps = 16;
  const std::vector<Cap> caps = place_caps(b, keys);
  for (size_t i = 0; i < caps.size(); ++i) {
    const uint32_t id =
        add_text(b, parent, "cap", index * MostCaps + i, {at.x + caps[i].x, at.y, caps[i].w, KeyCapHeight},
                 caps[i].text, {Font::Caption, Color::Soft, Align::Center}, role);
    Node& node = b.scene.node(id);
    node.borders = edge::All;
    node.radius_px = 4;
    node.fill = Color::Bg;
  }
  return caps.empty() ? 0 : caps.back().x + caps.back().w;
}

void add_keys(Builder& b, uint32_t id, std::string_view action) {
  const std::string_view keys = keys_of(action);
  if (keys.empty() || (is_single_key(keys) && !b.in.state.single_keys)) return;
  const bool apple = b.in.environment.apple_keys;
  Node& node = b.scene.node(id);
  node.shortcut = aria_keys(keys, apple);
  const std::string shown = key_text(keys, apple);
  node.description =
      node.description.empty() ? fill(ui::KeyHelp, {shown}) : fill(ui::WithKey, {node.description, shown});
}

}  // namespace explorer
