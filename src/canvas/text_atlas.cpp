// See text_atlas.h. The sheet that the browser draws is copied into one large rectangle of ImGui's atlas;
// ImGui's own texture updates bring what is new to the GPU.
#include "canvas/text_atlas.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cstring>
#include <optional>

namespace explorer {

namespace {

// Texts per sheet; keeps the sheet's canvas within the size that every browser allows.
constexpr size_t SheetUnits = 512;
// Above this many units those whose pixels are lost are forgotten.
constexpr size_t MaxEntries = 20'000;
// The area grows from the first width to the greatest, which holds some screens full of words; it is half as
// high, or as high, as it is wide. More would take longer to send to the GPU than a frame may last.
constexpr int FirstSide = 1024;
constexpr int MostSide = 2048;
constexpr float DenseFrom = 1.5f;  // device px per CSS px from which on the greatest is twice as large
// Room for ImGui's own pixels beside the area in a texture whose sides are powers of two.
constexpr int OwnWidth = 2, OwnHeight = 40;

void set_key(std::string& key, std::string_view unit, Font font) {
  key.assign(1, static_cast<char>('A' + static_cast<int>(font)));
  key.append(unit);
}

// Straight to white-with-alpha for plain text, so that the draw colour tints it.
void copy_bitmap(const platform::GlyphSheet& sheet, const platform::GlyphBitmap& bitmap, int x, int y,
                 ImTextureData& texture) {
  for (int row = 0; row < bitmap.h; ++row) {
    const uint32_t* from = sheet.rgba.data() + static_cast<size_t>(bitmap.y + row) * sheet.width + bitmap.x;
    auto* to = static_cast<uint32_t*>(texture.GetPixelsAt(x, y + row));
    if (bitmap.colored) {
      std::memcpy(to, from, static_cast<size_t>(bitmap.w) * 4);
      continue;
    }
    for (int column = 0; column < bitmap.w; ++column)
      to[column] = from[column] | 0x00FFFFFFu;
  }
}

}  // namespace

void TextAtlas::begin_frame(float density, bool dark_on_light) {
  ++frame_;
  pack_.next_frame();
  wanted_.clear();
  if (density == density_ && dark_on_light == dark_on_light_) return;
  density_ = density;
  dark_on_light_ = dark_on_light;
  clear();
}

void TextAtlas::want(std::string_view unit, Font font) {
  set_key(key_, unit, font);
  Unit& found = *entries_.try_emplace(key_).first;
  Entry& entry = found.second;
  if (entry.wanted_in_frame == frame_) return;
  entry.wanted_in_frame = frame_;
  wanted_.push_back(&found);
  const bool blank = entry.drawn && entry.w == 0;
  if (!blank && !(entry.drawn && pack_.use(entry.spot))) missing_.push_back(&found);
}

void TextAtlas::make_ready() {
  if (!missing_.empty() && area_ == ImFontAtlasRectId_Invalid) start_anew(FirstSide, FirstSide / 2);
  bool fresh = false;  // at the greatest size already, and nothing in it but this frame's
  while (!draw_missing() && !fresh) {
    const int most = most_side();
    int width = pack_.width() + OwnWidth, height = pack_.height() + OwnHeight;
    fresh = width >= most;
    if (!fresh) (height < width ? height : width) *= 2;
    start_anew(width, height);
    missing_ = wanted_;
  }
  missing_.clear();
  if (entries_.size() > MaxEntries) forget_lost_units();
}

int TextAtlas::most_side() const {
  return density_ > DenseFrom ? 2 * MostSide : MostSide;
}

// Returns false if there was no room for some.
bool TextAtlas::draw_missing() {
  bool all = true;
  const std::span<Unit* const> units(missing_);
  for (size_t first = 0; first < units.size(); first += SheetUnits)
    all = add_bitmaps(units.subspan(first, std::min(SheetUnits, units.size() - first))) && all;
  flush_upload();
  return all;
}

bool TextAtlas::add_bitmaps(std::span<Unit* const> units) {
  std::vector<platform::GlyphRequest> requests;
  for (const Unit* unit : units)
    requests.push_back({unit->first[0] - 'A', std::string_view(unit->first).substr(1)});
  const platform::GlyphSheet sheet = platform::draw_glyphs(requests, density_, dark_on_light_);
  bool all = true;
  for (size_t i = 0; i < units.size(); ++i)
    all = add_bitmap(units[i]->second, sheet, sheet.bitmaps[i]) && all;
  return all;
}

bool TextAtlas::add_bitmap(Entry& entry, const platform::GlyphSheet& sheet,
                           const platform::GlyphBitmap& bitmap) {
  entry.drawn = true;
  entry.w = entry.h = 0;
  const bool blank = bitmap.w <= 0 || bitmap.h <= 0;
  if (blank || bitmap.w > most_side() - OwnWidth || bitmap.h > most_side() / 2 - OwnHeight) return true;
  const std::optional<ShelfPack::Spot> spot = pack_.place(bitmap.w, bitmap.h);
  entry.drawn = spot.has_value();
  if (!spot) return false;
  entry.spot = *spot;
  entry.w = static_cast<int16_t>(bitmap.w);
  entry.h = static_cast<int16_t>(bitmap.h);
  entry.left = static_cast<int16_t>(bitmap.left);
  entry.top = static_cast<int16_t>(bitmap.top);
  entry.colored = bitmap.colored != 0;
  const int x = area_x_ + spot->x, y = area_y_ + spot->y;
  copy_bitmap(sheet, bitmap, x, y, *ImGui::GetIO().Fonts->TexData);
  queue_upload(x, y, bitmap.w, bitmap.h);
  return true;
}

// What lies side by side goes to the GPU in one call.
void TextAtlas::queue_upload(int x, int y, int w, int h) {
  if (run_.w == 0 || run_.y != y || run_.x + run_.w != x) {
    flush_upload();
    run_.x = static_cast<uint16_t>(x);
    run_.y = static_cast<uint16_t>(y);
  }
  run_.w = static_cast<uint16_t>(run_.w + w);
  run_.h = std::max(run_.h, static_cast<uint16_t>(h));
}

void TextAtlas::flush_upload() {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  if (run_.w > 0) ImFontAtlasTextureBlockQueueUpload(&atlas, atlas.TexData, run_.x, run_.y, run_.w, run_.h);
  run_ = {};
}

// An empty area in a texture of that size.
void TextAtlas::start_anew(int width, int height) {
  for (Unit& unit : entries_)
    unit.second.drawn = false;
  const bool same = width - OwnWidth == pack_.width() && height - OwnHeight == pack_.height();
  pack_ = ShelfPack(width - OwnWidth, height - OwnHeight);
  if (same && area_ != ImFontAtlasRectId_Invalid) return;
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  if (area_ != ImFontAtlasRectId_Invalid) atlas.RemoveCustomRect(area_);
  ImFontAtlasRect rect;
  area_ = atlas.AddCustomRect(pack_.width(), pack_.height(), &rect);
  if (area_ == ImFontAtlasRectId_Invalid) {
    pack_ = ShelfPack(0, 0);
    return;
  }
  area_x_ = rect.x;
  area_y_ = rect.y;
}

void TextAtlas::forget_lost_units() {
  std::erase_if(entries_, [&](const Unit& unit) {
    const Entry& entry = unit.second;
    return entry.wanted_in_frame != frame_ && !(entry.drawn && entry.w > 0 && pack_.holds(entry.spot));
  });
}

void TextAtlas::draw(ImDrawList& list, std::string_view unit, Font font, ImVec2 pen, ImU32 color) {
  set_key(key_, unit, font);
  const auto found = entries_.find(key_);
  if (found == entries_.end()) return;
  const Entry& entry = found->second;
  if (!entry.drawn || entry.w == 0 || !pack_.holds(entry.spot)) return;
  const ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  const auto w = static_cast<float>(entry.w), h = static_cast<float>(entry.h);
  const ImVec2 from(pen.x + static_cast<float>(entry.left), pen.y + static_cast<float>(entry.top));
  const ImVec2 texel(static_cast<float>(area_x_ + entry.spot.x), static_cast<float>(area_y_ + entry.spot.y));
  const ImVec2 uv(texel.x * atlas.TexUvScale.x, texel.y * atlas.TexUvScale.y);
  const ImVec2 uv_end((texel.x + w) * atlas.TexUvScale.x, (texel.y + h) * atlas.TexUvScale.y);
  const ImU32 tint = entry.colored ? (color | 0x00FFFFFFu) : color;
  list.AddImage(atlas.TexRef, from, ImVec2(from.x + w, from.y + h), uv, uv_end, tint);
}

void TextAtlas::clear() {
  if (ImGui::GetCurrentContext() != nullptr && area_ != ImFontAtlasRectId_Invalid)
    ImGui::GetIO().Fonts->RemoveCustomRect(area_);
  area_ = ImFontAtlasRectId_Invalid;
  pack_ = ShelfPack(0, 0);
  entries_.clear();
  wanted_.clear();
  missing_.clear();
}

}  // namespace explorer
