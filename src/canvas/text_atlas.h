// Texts as pixels: each unit (word, cluster, run; see view/text_layout.h) is drawn once by the browser and
// kept in one texture, whose first rows belong to ListPainter. So every script comes out as the browser
// itself sets it, and no font file is shipped. Bounded: units not used lately make room for new ones; the
// rest is drawn and sent anew only where the texture grows to its greatest size, or a screen fills it.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "platform/platform.h"
#include "view/shelf_pack.h"
#include "view/theme.h"

namespace explorer {

// A unit as it is set: what belongs to neither direction stands where its line's direction has it.
struct AtlasText {
  std::string_view text;
  Font font = Font::Body;
  bool right_to_left = false;
};

class TextAtlas {
 public:
  // Device px per CSS px and the scheme the ink is tuned for; a change empties the atlas.
  void begin_frame(float density, bool dark_on_light);

  // First pass of a frame: names a unit that will be drawn. Then make_ready() draws all new ones at once.
  void want(const AtlasText& unit);
  // True if texture() is another one now.
  bool make_ready();
  ImTextureData& texture() { return texture_; }

  // Second pass: draws the unit with the pen at `pen` (device px, on the baseline). Does nothing for a
  // unit that was not wanted or is blank.
  void draw(ImDrawList& list, const AtlasText& unit, ImVec2 pen, ImU32 color);

 private:
  struct Entry {
    ShelfPack::Spot spot;
    int16_t w = 0, h = 0;  // 0: blank, or no room
    int16_t left = 0, top = 0;
    bool colored = false;
    bool drawn = false;
    uint32_t wanted_in_frame = 0;
  };
  using Entries =
      std::unordered_map<std::string, Entry>;  // key: a byte for font and direction, then the text
  using Unit = Entries::value_type;

  bool add_bitmaps(std::span<Unit* const> units);
  bool add_bitmap(Entry& entry, const platform::GlyphSheet& sheet, const platform::GlyphBitmap& bitmap);
  void queue_upload(int x, int y, int w, int h);
  void flush_upload();
  int most_side() const;
  bool draw_missing();
  void start_anew(int width, int height);
  void clear();
  void forget_lost_units();

  Entries entries_;
  std::vector<Unit*> wanted_;   // in this frame
  std::vector<Unit*> missing_;  // those of them without pixels
  std::string key_;
  ShelfPack pack_{0, 0};    // of the texture below ListPainter's rows
  ImTextureData texture_;   // made when first needed
  ImTextureRect run_ = {};  // pixels that lie side by side and are not yet queued for upload
  float density_ = 1;
  bool dark_on_light_ = true;
  uint32_t frame_ = 0;
};

}  // namespace explorer
