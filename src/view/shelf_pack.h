// Places many small rectangles in a large one, on shelves. When room runs out, the shelf that was not used
// for longest is emptied: so a texture that is filled for ever never has to be drawn anew as a whole. Knows
// no pixels.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace explorer {

class ShelfPack {
 public:
  // Where a rectangle lies, and which filling of the shelf it belongs to.
  struct Spot {
    uint32_t shelf = 0;
    uint32_t filling = 0;
    int x = 0, y = 0;
  };

  ShelfPack(int width, int height) : width_(width), height_(height) {}

  int width() const { return width_; }
  int height() const { return height_; }

  // What is used after this call stays until the next one.
  void next_frame() { ++frame_; }

  // Room for a rectangle, which counts as used. Nothing if it is larger than the whole, or if all shelves
  // that are high enough are in use.
  std::optional<Spot> place(int w, int h);

  // Whether the rectangle is still there; use() makes it count as used, too.
  bool holds(const Spot& spot) const;
  bool use(const Spot& spot);

 private:
  struct Shelf {
    int y, height;
    int end_x;
    uint32_t filling;
    uint64_t used_in_frame;
  };
  std::optional<uint32_t> find_shelf(int w, int height);

  int width_;
  int height_;
  int bottom_ = 0;  // of the lowest shelf
  uint64_t frame_ = 1;
  std::vector<Shelf> shelves_;
};

}  // namespace explorer
