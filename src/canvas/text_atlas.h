// Texts as pixels: each unit (word, cluster, run; see view/text_layout.h) is drawn once by the browser and
// kept in Dear ImGui's texture atlas. So every script comes out as the browser itself sets it, and no font
// file is shipped. Bounded: units not used lately make room.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "view/theme.h"

namespace explorer {

class TextAtlas {
 public:
  // Device px per CSS px and the scheme the ink is tuned for; a change empties the atlas.
  void set_mode(float density, bool dark_on_light);

  // First pass of a frame: names a unit that will be drawn. Then make_ready() draws all new ones at once.
  void want(std::string_view unit, Font font);
  void make_ready();

  // Second pass: draws the unit with the pen at `pen` (device px, on the baseline). Does nothing for a
  // unit that was not wanted or is blank.
  void draw(ImDrawList& list, std::string_view unit, Font font, ImVec2 pen, ImU32 color) const;

  size_t size() const { return entries_.size(); }
  // All pixels are gone (context lost, new atlas): draw everything anew when next wanted.
  void clear();

 private:
  struct Entry {
    ImFontAtlasRectId rect = ImFontAtlasRectId_Invalid;
    int16_t left = 0, top = 0;
    bool colored = false;
    uint32_t used_in_frame = 0;
  };
  void add_bitmaps(size_t first, size_t count);
  void evict_unused();

  std::unordered_map<std::string, Entry> entries_;  // key: font byte + unit
  std::vector<std::string> missing_;
  std::string key_;
  float density_ = 1;
  bool dark_on_light_ = true;
  uint32_t frame_ = 0;
};

}  // namespace explorer
