// See picture_svg.h.
#include "view/picture_svg.h"

#include <cmath>
#include <cstdlib>

namespace explorer {

namespace {

using svg::append_attribute;
using svg::append_color;
using svg::append_number;

void append_ring(std::string& out, const Mesh& mesh, const Mesh::Ring& ring, const Picture& picture) {
  for (uint32_t i = 0; i < ring.count; ++i) {
    const Point point = mesh.points[ring.first + i];
    out += i == 0 ? 'M' : 'L';
    append_number(out, point.x * picture.scale + picture.origin.x);
    out += ' ';
    append_number(out, point.y * picture.scale + picture.origin.y);
  }
  out += 'Z';
}

void append_area(std::string& out, const Picture::Area& area, const Picture& picture,
                 const Palette& palette) {
  if (!picture.mesh || area.part >= picture.mesh->parts.size()) return;
  const Mesh::Part& part = picture.mesh->parts[area.part];
  out += "<path";
  append_color(out, "fill", area.fill, palette);
  append_color(out, "stroke", area.outline, palette);
  if (area.outline != Color::None) append_attribute(out, "stroke-width", area.outline_px);
  out += " fill-rule=\"evenodd\" stroke-linejoin=\"round\" d=\"";
  for (uint32_t i = 0; i < part.ring_count; ++i)
    append_ring(out, *picture.mesh, picture.mesh->rings[part.first_ring + i], picture);
  out += "\"/>";
}

// A box that fades is a few boxes beside each other: no gradient needs a name that way.
void append_box(std::string& out, const Picture::Box& box, const Palette& palette) {
  const int steps = box.opacity == box.opacity_right ? 1 : 8;
  const float w = box.w / static_cast<float>(steps);
  for (int step = 0; step < steps; ++step) {
    const float at = steps == 1 ? 0 : (static_cast<float>(step) + 0.5f) / static_cast<float>(steps);
    out += "<rect";
    append_attribute(out, "x", box.x + w * static_cast<float>(step));
    append_attribute(out, "y", box.y);
    append_attribute(out, "width", w);
    append_attribute(out, "height", box.h);
    if (steps == 1 && box.radius > 0) append_attribute(out, "rx", box.radius);
    append_color(out, "fill", box.color, palette);
    const float opacity = box.opacity + (box.opacity_right - box.opacity) * at;
    if (opacity < 1) append_attribute(out, "fill-opacity", opacity);
    out += "/>";
  }
}

}  // namespace

void append_shapes(std::string& out, const Picture& picture, const Palette& palette) {
  for (const Picture::Area& area : picture.areas)
    append_area(out, area, picture, palette);
  for (const Picture::Box& box : picture.boxes)
    append_box(out, box, palette);
  for (const Picture::Line& line : picture.lines) {
    out += "<line";
    append_attribute(out, "x1", line.from.x);
    append_attribute(out, "y1", line.from.y);
    append_attribute(out, "x2", line.to.x);
    append_attribute(out, "y2", line.to.y);
    append_color(out, "stroke", line.color, palette);
    append_attribute(out, "stroke-width", line.px);
    out += "/>";
  }
  for (const Picture::Disc& disc : picture.discs) {
    out += "<circle";
    append_attribute(out, "cx", disc.centre.x);
    append_attribute(out, "cy", disc.centre.y);
    append_attribute(out, "r", disc.radius);
    append_color(out, "fill", disc.fill, palette);
    append_color(out, "stroke", disc.outline, palette);
    if (disc.outline != Color::None) append_attribute(out, "stroke-width", disc.outline_px);
    out += "/>";
  }
}

std::string picture_svg(const Picture& picture, float width, float height, const Palette& palette) {
  std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\"";
  append_attribute(out, "width", width);
  append_attribute(out, "height", height);
  out += '>';
  append_shapes(out, picture, palette);
  out += "</svg>";
  return out;
}

namespace svg {

void append_number(std::string& out, float value) {
  const long long tenths = std::llround(static_cast<double>(value) * 10);
  if (tenths < 0) out += '-';
  out += std::to_string(std::llabs(tenths) / 10);
  if (tenths % 10 == 0) return;
  out += '.';
  out += static_cast<char>('0' + std::llabs(tenths) % 10);
}

void append_attribute(std::string& out, std::string_view name, float value) {
  out += ' ';
  out += name;
  out += "=\"";
  append_number(out, value);
  out += '"';
}

void append_color(std::string& out, std::string_view name, Color color, const Palette& palette) {
  constexpr std::string_view Digits = "0123456789abcdef";
  out += ' ';
  out += name;
  if (color == Color::None) {
    out += "=\"none\"";
    return;
  }
  out += "=\"#";
  const uint32_t value = palette[color];
  for (int shift = 28; shift >= ((value & 0xFF) == 0xFF ? 8 : 0); shift -= 4)
    out += Digits[value >> shift & 15];
  out += '"';
}

// What XML does not allow at all is left out.
void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '"') {
      out += "&quot;";
    } else if (static_cast<unsigned char>(c) >= ' ') {
      out += c;
    }
  }
}

}  // namespace svg

}  // namespace explorer
