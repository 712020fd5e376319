// See shelf_pack.h.
#include "view/shelf_pack.h"

#include <algorithm>

namespace explorer {
namespace {

// Heights are rounded up to multiples of this, so that shelves serve more than one height.
constexpr int HeightStep = 4;
// A shelf that is emptied may be so many times as high as what is put on it.
constexpr int Waste = 2;

}  // namespace

std::optional<uint32_t> ShelfPack::find_shelf(int w, int height) {
  std::optional<uint32_t> idle;  // for longest, of those that fit
  for (uint32_t i = 0; i < shelves_.size(); ++i) {
    const Shelf& shelf = shelves_[i];
    if (shelf.height == height && width_ - shelf.end_x >= w) return i;
    const bool fits = shelf.height >= height && shelf.height <= height * Waste;
    if (!fits || shelf.used_in_frame == frame_) continue;
    if (!idle || shelf.used_in_frame < shelves_[*idle].used_in_frame) idle = i;
  }
  if (height_ - bottom_ >= height) {
    shelves_.push_back({bottom_, height, 0, 0, frame_});
    bottom_ += height;
    return static_cast<uint32_t>(shelves_.size() - 1);
  }
  if (idle) {
    shelves_[*idle].end_x = 0;
    ++shelves_[*idle].filling;
  }
  return idle;
}

std::optional<ShelfPack::Spot> ShelfPack::place(int w, int h) {
  if (w > width_ || h > height_) return std::nullopt;
  const int height = std::min((h + HeightStep - 1) / HeightStep * HeightStep, height_);
  const std::optional<uint32_t> found = find_shelf(w, height);
  if (!found) return std::nullopt;
  Shelf& shelf = shelves_[*found];
  const Spot spot{*found, shelf.filling, shelf.end_x, shelf.y};
  shelf.end_x += w;
  shelf.used_in_frame = frame_;
  return spot;
}

bool ShelfPack::holds(const Spot& spot) const {
  return spot.shelf < shelves_.size() && shelves_[spot.shelf].filling == spot.filling;
}

bool ShelfPack::use(const Spot& spot) {
  if (!holds(spot)) return false;
  shelves_[spot.shelf].used_in_frame = frame_;
  return true;
}

}  // namespace explorer
