// Free shapes in a node's box, for what rectangles of nodes cannot draw: maps, bars, marks by the hundred.
// Plain numbers, computed in view/ and painted by whoever shows the scene; knows no dataset and no renderer.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "view/theme.h"

namespace explorer {

struct Point {
  float x = 0, y = 0;
  friend bool operator==(const Point&, const Point&) = default;
};

// Areas that stay the same from frame to frame, in units of their own. A part is one area: triangles to fill
// it and closed rings around it.
struct Mesh {
  struct Ring {
    uint32_t first = 0, count = 0;  // points
  };
  struct Part {
    uint32_t first_index = 0, index_count = 0;  // three a triangle
    uint32_t first_ring = 0, ring_count = 0;
  };
  std::vector<Point> points;
  std::vector<uint16_t> indices;  // of points
  std::vector<Ring> rings;
  std::vector<Part> parts;
};

// What is painted, in this order: areas, boxes, lines, discs. Coordinates in px from the corner of the node's
// box less its insets; nothing is painted beyond the box.
struct Picture {
  struct Area {
    uint32_t part = 0;  // of the mesh
    Color fill = Color::None;
    Color outline = Color::None;
    float outline_px = 1;
    bool hatched = false;  // stripes of the fill on the ground, for what is claimed but not named
    friend bool operator==(const Area&, const Area&) = default;
  };
  struct Box {
    float x = 0, y = 0, w = 0, h = 0;
    Color color = Color::None;
    float opacity = 1, opacity_right = 1;  // at its left and right edge; between them it fades
    float radius = 0;                      // where it does not fade
    friend bool operator==(const Box&, const Box&) = default;
  };
  struct Line {
    Point from, to;
    Color color = Color::None;
    float px = 1;
    friend bool operator==(const Line&, const Line&) = default;
  };
  struct Disc {
    Point centre;
    float radius = 0;
    Color fill = Color::None;
    Color outline = Color::None;
    float outline_px = 1;
    friend bool operator==(const Disc&, const Disc&) = default;
  };

  std::shared_ptr<const Mesh> mesh;  // where there are areas; a point p of it lies at p * scale + origin
  float scale = 1;
  Point origin;
  std::vector<Area> areas;
  std::vector<Box> boxes;
  std::vector<Line> lines;
  std::vector<Disc> discs;

  friend bool operator==(const Picture&, const Picture&) = default;
};

}  // namespace explorer
