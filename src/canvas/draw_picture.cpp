// See draw_picture.h. Areas go into the list as they come: a thousand triangles are one copy, without the
// anti-aliased fringe of each that ImGui's own shapes would add. Outlines are what smooths their edges.
#include "canvas/draw_picture.h"

#include <algorithm>
#include <vector>

namespace explorer {

namespace {

// From points of a picture to device px.
struct Placing {
  float scale;
  ImVec2 origin;
  ImVec2 operator()(Point point) const {
    return ImVec2(origin.x + point.x * scale, origin.y + point.y * scale);
  }
};

void fill_part(const Brush& brush, const Mesh& mesh, const Mesh::Part& part, const Placing& place,
               ImU32 color) {
  if (part.index_count == 0) return;
  // A part's triangles use points of its rings alone, which lie together.
  const Mesh::Ring& first = mesh.rings[part.first_ring];
  const Mesh::Ring& last = mesh.rings[part.first_ring + part.ring_count - 1];
  const uint32_t base = first.first, count = last.first + last.count - base;
  ImDrawList& list = brush.list;
  list.PrimReserve(static_cast<int>(part.index_count), static_cast<int>(count));
  const unsigned int vertex = list._VtxCurrentIdx;
  const ImVec2 white = brush.white();
  for (uint32_t i = 0; i < part.index_count; ++i)
    list.PrimWriteIdx(vertex + mesh.indices[part.first_index + i] - base);
  for (uint32_t i = 0; i < count; ++i)
    list.PrimWriteVtx(place(mesh.points[base + i]), white, color);
}

void outline_part(const Brush& brush, const Mesh& mesh, const Mesh::Part& part, const Placing& place,
                  const Picture::Area& area, std::vector<ImVec2>& points) {
  for (uint32_t i = part.first_ring; i < part.first_ring + part.ring_count; ++i) {
    const Mesh::Ring& ring = mesh.rings[i];
    points.clear();
    for (uint32_t k = 0; k < ring.count; ++k)
      points.push_back(place(mesh.points[ring.first + k]));
    brush.list.AddPolyline(points.data(), static_cast<int>(points.size()), brush.color(area.outline),
                           ImDrawFlags_Closed, area.outline_px * brush.density);
  }
}

void draw_areas(const Brush& brush, const Picture& picture, const Placing& pixels) {
  if (!picture.mesh) return;
  const Mesh& mesh = *picture.mesh;
  const Placing place{picture.scale * pixels.scale, pixels(picture.origin)};
  std::vector<ImVec2> points;
  for (const Picture::Area& area : picture.areas) {
    if (area.part >= mesh.parts.size()) continue;
    const Mesh::Part& part = mesh.parts[area.part];
    if (area.fill != Color::None) fill_part(brush, mesh, part, place, brush.color(area.fill));
    if (area.outline != Color::None) outline_part(brush, mesh, part, place, area, points);
  }
}

void draw_box(const Brush& brush, const Picture::Box& box, const Placing& pixels) {
  const ImVec2 min = pixels({box.x, box.y}), max = pixels({box.x + box.w, box.y + box.h});
  if (box.opacity == box.opacity_right) {
    brush.list.AddRectFilled(min, max, brush.color(box.color, box.opacity), box.radius * brush.density);
    return;
  }
  const ImU32 left = brush.color(box.color, box.opacity), right = brush.color(box.color, box.opacity_right);
  brush.list.AddRectFilledMultiColor(min, max, left, right, right, left);
}

}  // namespace

void draw_picture(const Brush& brush, const Picture& picture, ImVec2 corner) {
  const Placing pixels{brush.density, corner};
  draw_areas(brush, picture, pixels);
  for (const Picture::Box& box : picture.boxes)
    draw_box(brush, box, pixels);
  for (const Picture::Line& line : picture.lines) {
    brush.list.AddLine(pixels(line.from), pixels(line.to), brush.color(line.color),
                       std::max(1.0f, line.px * brush.density));
  }
  for (const Picture::Disc& disc : picture.discs) {
    const ImVec2 centre = pixels(disc.centre);
    const float radius = disc.radius * brush.density;
    if (disc.fill != Color::None) brush.list.AddCircleFilled(centre, radius, brush.color(disc.fill));
    if (disc.outline != Color::None) {
      brush.list.AddCircle(centre, radius, brush.color(disc.outline), 0, disc.outline_px * brush.density);
    }
  }
}

}  // namespace explorer
