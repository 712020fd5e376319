// See text_atlas.h. The sheet that the browser draws is copied into the texture; its list of updates brings
// what is new to the GPU.
#include "canvas/text_atlas.h"

#include <algorithm>
#include <cstring>
#include <optional>

#include "canvas/list_painter.h"

namespace explorer {

namespace {

// Texts per sheet; keeps the sheet's canvas within the size that every browser allows.
constexpr size_t SheetUnits = 512;
// Above this many units those whose pixels are lost are forgotten.
constexpr size_t MaxEntries = 20'000;
// The texture grows once, from the first width to the greatest, which holds some screens full of words. It is
// half as high as it is wide.
constexpr int FirstSide = 1024;
constexpr int MostSide = 2048;
constexpr float DenseFrom = 1.5f;  // device px per CSS px from which on the greatest is twice as large
// Shelves begin below the rows for shapes.
constexpr int Top = ListPainter::OwnRows;

constexpr char FirstKey = 'A';

void set_key(std::string& key, const AtlasText& unit) {
  key.assign(1, static_cast<char>(FirstKey + 2 * static_cast<int>(unit.font) + (unit.right_to_left ? 1 : 0)));
  key.append(unit.text);
}

platform::GlyphRequest request_of(std::string_view key) {
  const int face = key[0] - FirstKey;
  return {face / 2, face % 2 != 0, key.substr(1)};
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

void TextAtlas::want(const AtlasText& unit) {
  set_key(key_, unit);
  Unit& found = *entries_.try_emplace(key_).first;
  Entry& entry = found.second;
  if (entry.wanted_in_frame == frame_) return;
  entry.wanted_in_frame = frame_;
  wanted_.push_back(&found);
  const bool blank = entry.drawn && entry.w == 0;
  if (!blank && !(entry.drawn && pack_.use(entry.spot))) missing_.push_back(&found);
}

bool TextAtlas::make_ready() {
  if (pack_.width() == 0) start_anew(FirstSide, FirstSide / 2);
  for (bool fresh = false; !draw_missing() && !fresh;) {
    fresh = texture_.Width >= most_side();  // nothing in it but this frame's then
    start_anew(most_side(), most_side() / 2);
    missing_ = wanted_;
  }
  missing_.clear();
  if (entries_.size() > MaxEntries) forget_lost_units();
  return texture_.Status == ImTextureStatus_WantCreate;
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
    requests.push_back(request_of(unit->first));
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
  if (blank || bitmap.w > most_side() || bitmap.h > most_side() / 2 - Top) return true;
  const std::optional<ShelfPack::Spot> spot = pack_.place(bitmap.w, bitmap.h);
  entry.drawn = spot.has_value();
  if (!spot) return false;
  entry.spot = *spot;
  entry.w = static_cast<int16_t>(bitmap.w);
  entry.h = static_cast<int16_t>(bitmap.h);
  entry.left = static_cast<int16_t>(bitmap.left);
  entry.top = static_cast<int16_t>(bitmap.top);
  entry.colored = bitmap.colored != 0;
  copy_bitmap(sheet, bitmap, spot->x, Top + spot->y, texture_);
  queue_upload(spot->x, Top + spot->y, bitmap.w, bitmap.h);
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
  if (run_.w > 0) texture_.Updates.push_back(run_);
  if (run_.w > 0 && texture_.Status == ImTextureStatus_OK) texture_.SetStatus(ImTextureStatus_WantUpdates);
  run_ = {};
}

// An empty texture of that size; the same one where it has that size already.
void TextAtlas::start_anew(int width, int height) {
  for (Unit& unit : entries_)
    unit.second.drawn = false;
  pack_ = ShelfPack(width, height - Top);
  if (width == texture_.Width && height == texture_.Height) return;
  texture_.Updates.resize(0);
  texture_.SetStatus(ImTextureStatus_Destroyed);
  texture_.Create(ImTextureFormat_RGBA32, width, height);
}

void TextAtlas::forget_lost_units() {
  std::erase_if(entries_, [&](const Unit& unit) {
    const Entry& entry = unit.second;
    return entry.wanted_in_frame != frame_ && !(entry.drawn && entry.w > 0 && pack_.holds(entry.spot));
  });
}

void TextAtlas::draw(ImDrawList& list, const AtlasText& unit, ImVec2 pen, ImU32 color) {
  set_key(key_, unit);
  const auto found = entries_.find(key_);
  if (found == entries_.end()) return;
  const Entry& entry = found->second;
  if (!entry.drawn || entry.w == 0 || !pack_.holds(entry.spot)) return;
  const auto w = static_cast<float>(entry.w), h = static_cast<float>(entry.h);
  const ImVec2 scale(1 / static_cast<float>(texture_.Width), 1 / static_cast<float>(texture_.Height));
  const ImVec2 from(pen.x + static_cast<float>(entry.left), pen.y + static_cast<float>(entry.top));
  const ImVec2 texel(static_cast<float>(entry.spot.x), static_cast<float>(Top + entry.spot.y));
  const ImVec2 uv(texel.x * scale.x, texel.y * scale.y);
  const ImVec2 uv_end((texel.x + w) * scale.x, (texel.y + h) * scale.y);
  const ImU32 tint = entry.colored ? (color | 0x00FFFFFFu) : color;
  if ((tint & IM_COL32_A_MASK) == 0) return;
  list.PrimReserve(6, 4);
  list.PrimRectUV(from, ImVec2(from.x + w, from.y + h), uv, uv_end, tint);
}

void TextAtlas::clear() {
  pack_ = ShelfPack(0, 0);
  entries_.clear();
  wanted_.clear();
  missing_.clear();
}

}  // namespace explorer
