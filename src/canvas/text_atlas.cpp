// See text_atlas.h. The sheet that the browser draws is copied into rectangles of ImGui's atlas; ImGui's
// own texture updates bring them to the GPU.
#include "canvas/text_atlas.h"

#include <imgui_internal.h>

#include <cstring>

#include "platform/platform.h"

namespace explorer {

namespace {

// Above this many units, those not used in the last frames are dropped: about 8 full pages of table.
constexpr size_t MaxEntries = 6000;
// Texts per sheet; keeps the sheet's canvas within the size that every browser allows.
constexpr size_t SheetUnits = 512;

void set_key(std::string& key, std::string_view unit, Font font) {
  key.assign(1, static_cast<char>('A' + static_cast<int>(font)));
  key.append(unit);
}

// Straight to white-with-alpha for plain text, so that the draw colour tints it.
void copy_bitmap(const platform::GlyphSheet& sheet, const platform::GlyphBitmap& bitmap,
                 const ImFontAtlasRect& target, ImTextureData& texture) {
  for (int row = 0; row < bitmap.h; ++row) {
    const uint32_t* from = sheet.rgba.data() + static_cast<size_t>(bitmap.y + row) * sheet.width + bitmap.x;
    auto* to = static_cast<uint32_t*>(texture.GetPixelsAt(target.x, target.y + row));
    if (bitmap.colored) {
      std::memcpy(to, from, static_cast<size_t>(bitmap.w) * 4);
      continue;
    }
    for (int column = 0; column < bitmap.w; ++column)
      to[column] = from[column] | 0x00FFFFFFu;
  }
}

}  // namespace

void TextAtlas::set_mode(float density, bool dark_on_light) {
  if (density == density_ && dark_on_light == dark_on_light_) return;
  density_ = density;
  dark_on_light_ = dark_on_light;
  clear();
}

void TextAtlas::want(std::string_view unit, Font font) {
  set_key(key_, unit, font);
  const auto found = entries_.find(key_);
  if (found != entries_.end()) {
    found->second.used_in_frame = frame_;
    return;
  }
  entries_[key_].used_in_frame = frame_;
  missing_.push_back(key_);
}

void TextAtlas::make_ready() {
  for (size_t first = 0; first < missing_.size(); first += SheetUnits) {
    add_bitmaps(first, std::min(SheetUnits, missing_.size() - first));
  }
  missing_.clear();
  if (entries_.size() > MaxEntries) evict_unused();
  ++frame_;
}

void TextAtlas::add_bitmaps(size_t first, size_t count) {
  std::vector<platform::GlyphRequest> requests;
  for (size_t i = first; i < first + count; ++i) {
    requests.push_back({missing_[i][0] - 'A', std::string_view(missing_[i]).substr(1)});
  }
  const platform::GlyphSheet sheet = platform::draw_glyphs(requests, density_, dark_on_light_);
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  for (size_t i = 0; i < count; ++i) {
    const platform::GlyphBitmap& bitmap = sheet.bitmaps[i];
    if (bitmap.w <= 0 || bitmap.h <= 0) continue;
    Entry& entry = entries_[missing_[first + i]];
    ImFontAtlasRect rect;
    entry.rect = atlas.AddCustomRect(bitmap.w, bitmap.h, &rect);
    if (entry.rect == ImFontAtlasRectId_Invalid) continue;
    entry.left = static_cast<int16_t>(bitmap.left);
    entry.top = static_cast<int16_t>(bitmap.top);
    entry.colored = bitmap.colored != 0;
    copy_bitmap(sheet, bitmap, rect, *atlas.TexData);
    ImFontAtlasTextureBlockQueueUpload(&atlas, atlas.TexData, rect.x, rect.y, bitmap.w, bitmap.h);
  }
}

void TextAtlas::evict_unused() {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  for (auto it = entries_.begin(); it != entries_.end();) {
    if (it->second.used_in_frame == frame_) {
      ++it;
      continue;
    }
    if (it->second.rect != ImFontAtlasRectId_Invalid) atlas.RemoveCustomRect(it->second.rect);
    it = entries_.erase(it);
  }
}

void TextAtlas::draw(ImDrawList& list, std::string_view unit, Font font, ImVec2 pen, ImU32 color) const {
  std::string key;
  set_key(key, unit, font);
  const auto found = entries_.find(key);
  if (found == entries_.end() || found->second.rect == ImFontAtlasRectId_Invalid) return;
  const Entry& entry = found->second;
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  ImFontAtlasRect rect;
  if (!atlas.GetCustomRect(entry.rect, &rect)) return;
  const ImVec2 from(pen.x + static_cast<float>(entry.left), pen.y + static_cast<float>(entry.top));
  const ImVec2 to(from.x + static_cast<float>(rect.w), from.y + static_cast<float>(rect.h));
  const ImU32 tint = entry.colored ? (color | 0x00FFFFFFu) : color;
  list.AddImage(atlas.TexRef, from, to, rect.uv0, rect.uv1, tint);
}

void TextAtlas::clear() {
  if (ImGui::GetCurrentContext() != nullptr) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    for (auto& [key, entry] : entries_) {
      if (entry.rect != ImFontAtlasRectId_Invalid) atlas.RemoveCustomRect(entry.rect);
    }
  }
  entries_.clear();
  missing_.clear();
}

}  // namespace explorer
