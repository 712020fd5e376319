// See scene_svg.h.
#include "scene_svg.h"

#include <cstdio>

#include "view/picture_svg.h"

namespace explorer::test {
namespace {

struct Painter {
  const Scene& scene;
  Scheme scheme;
  const std::vector<ScrollOffset>& scrolls;
  std::vector<std::vector<uint32_t>> children;
  std::string out;
  int clips = 0;

  std::string color(Color token) const {
    const uint32_t rgba = color_value(token, scheme);
    char text[64];
    std::snprintf(text, sizeof text, "rgba(%u,%u,%u,%.3f)", rgba >> 24, rgba >> 16 & 255, rgba >> 8 & 255,
                  (rgba & 255) / 255.0);
    return text;
  }
  static std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : text)
      safe += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string(1, c);
    return safe;
  }
  void box(float x, float y, float w, float h, float r, const std::string& fill,
           const std::string& more = {}) {
    char text[400];
    std::snprintf(text, sizeof text,
                  "<rect x='%.2f' y='%.2f' width='%.2f' height='%.2f' rx='%.1f' fill='%s' %s/>\n", x, y, w, h,
                  r, fill.c_str(), more.c_str());
    out += text;
  }
  void borders(const Node& n, float x, float y) {
    const float p = n.border_px;
    const std::string ink = color(n.border_color);
    if (n.borders == edge::All) {
      return box(x + p / 2, y + p / 2, n.rect.w - p, n.rect.h - p, n.radius_px, "none",
                 "stroke='" + ink + "'");
    }
    if (n.borders & edge::Top) box(x, y, n.rect.w, p, 0, ink);
    if (n.borders & edge::Bottom) box(x, y + n.rect.h - p, n.rect.w, p, 0, ink);
    if (n.borders & edge::Left) box(x, y, p, n.rect.h, 0, ink);
    if (n.borders & edge::Right) box(x + n.rect.w - p, y, p, n.rect.h, 0, ink);
  }
  void mark(const Node& n, float x, float y) {
    const float from = x + n.rect.w * n.mark_from, w = n.rect.w * (n.mark_to - n.mark_from);
    const std::string ink = color(n.color);
    const bool fades = n.mark == Mark::BarFading || n.mark == Mark::DateFading;
    if (n.mark == Mark::DateInterval) {
      box(from, y, 2, n.rect.h, 0, ink);
      box(from + w - 2, y, 2, n.rect.h, 0, ink);
      return box(from, y + n.rect.h - 2, w, 2, 0, ink);
    }
    if (n.mark == Mark::Gauge) box(x, y, n.rect.w, n.rect.h, 4, color(Color::Land));
    const float radius = n.mark == Mark::DateExact || n.mark == Mark::DateSpan ? 0 : n.rect.h / 2;
    box(from, y, n.mark == Mark::DateExact ? 3 : w, n.rect.h, radius, ink, fades ? "opacity='0.5'" : "");
  }
  void text(const Node& n, float x, float y) {
    const FontSpec& font = font_spec(n.font);
    size_t lines = 1;
    for (const char c : n.text)
      lines += c == '\n';
    const float block = font.line_px * static_cast<float>(lines);
    float top = lines > 1 ? y : y + (n.rect.h - block) / 2;
    const char* anchor = n.align == Align::Start ? "start" : n.align == Align::End ? "end" : "middle";
    const float at = n.align == Align::Start ? x + n.pad_left
                     : n.align == Align::End ? x + n.rect.w - n.pad_right
                                             : x + n.rect.w / 2;
    for (size_t begin = 0; begin <= n.text.size(); top += font.line_px) {
      const size_t end = std::min(n.text.find('\n', begin), n.text.size());
      char head[300];
      std::snprintf(head, sizeof head,
                    "<text x='%.2f' y='%.2f' font-size='%.0f' font-weight='%d' text-anchor='%s' fill='%s'%s>",
                    at, top + font.line_px / 2 + font.size_px * 0.35f, font.size_px, font.weight, anchor,
                    color(n.color).c_str(), font.tabular ? " style='font-variant-numeric:tabular-nums'" : "");
      out += head + escaped(std::string_view(n.text).substr(begin, end - begin)) + "</text>\n";
      begin = end + 1;
    }
  }
  void icon(const Node& n, float x, float y) {
    static constexpr const char* Signs[] = {"",
                                            "\xE2\x8C\x95",
                                            "\xE2\x9C\x95",
                                            "\xE2\x86\x91",
                                            "\xE2\x86\x93",
                                            "\xE2\x96\xBD",
                                            "\xE2\x96\xA5",
                                            "\xE2\x97\x90",
                                            "\xE2\x80\xBA",
                                            "\xE2\x80\xB9",
                                            "\xE2\x9C\x93",
                                            "\xE2\x86\x97",
                                            "\xE2\x9A\xA0",
                                            "A",
                                            "R",
                                            "C",
                                            "V",
                                            "E",
                                            "\xE2\xA4\x93"};
    char head[300];
    std::snprintf(head, sizeof head, "<text x='%.2f' y='%.2f' font-size='14' text-anchor='middle' fill='%s'>",
                  x + n.rect.w / 2, y + n.rect.h / 2 + 5, color(n.color).c_str());
    out += std::string(head) + Signs[static_cast<size_t>(n.icon)] + "</text>\n";
  }
  void paint(uint32_t id, float x, float y) {
    const Node& n = scene.node(id);
    x += n.rect.x;
    y += n.rect.y;
    if (n.shadow)
      box(x - 4, y - 2, n.rect.w + 8, n.rect.h + 10, n.radius_px + 4, color(Color::Shadow), "opacity='0.5'");
    if (n.fill != Color::None) box(x, y, n.rect.w, n.rect.h, n.radius_px, color(n.fill));
    if (n.borders) borders(n, x, y);
    if (n.mark != Mark::None) mark(n, x, y);
    if (n.picture) {
      char head[60];
      std::snprintf(head, sizeof head, "<g transform='translate(%.2f %.2f)'>", x, y);
      out += head;
      append_shapes(out, *n.picture, scheme);
      out += "</g>\n";
    }
    if (n.icon != Icon::None) icon(n, x, y);
    if (!n.text.empty()) text(n, x, y);
    if (n.input.field != InputField::None) {
      Node value = n;
      value.text = n.value.empty() ? n.placeholder : n.value;
      value.color = n.value.empty() ? Color::Faint : Color::Ink;
      text(value, x, y);
    }
    if (n.clip || n.scrolls) {
      char head[300];
      std::snprintf(head, sizeof head,
                    "<clipPath id='c%d'><rect x='%.2f' y='%.2f' width='%.2f' height='%.2f'/></clipPath><g "
                    "clip-path='url(#c%d)'>\n",
                    clips, x, y, n.rect.w, n.rect.h, clips);
      ++clips;
      out += head;
    }
    paint_children(id, x, y);
    if (n.clip || n.scrolls) out += "</g>\n";
  }
  void paint_children(uint32_t id, float x, float y) {
    ScrollOffset offset;
    for (const ScrollOffset& known : scrolls) {
      if (scene.node(id).scrolls && known.key == scene.node(id).key) offset = known;
    }
    uint32_t sticky = 0;
    for (const uint32_t child : children[id]) {
      if (scene.node(child).sticky) {
        sticky = child;
      } else {
        paint(child, x - offset.x, y - offset.y);
      }
    }
    if (sticky != 0) paint(sticky, x - offset.x, y);
  }
};

}  // namespace

std::string scene_svg(const Scene& scene, Scheme scheme, const std::vector<ScrollOffset>& scrolls) {
  Painter painter{scene, scheme, scrolls, {}, {}};
  painter.children.resize(scene.nodes().size());
  for (uint32_t id = 1; id < scene.nodes().size(); ++id)
    painter.children[scene.node(id).parent].push_back(id);
  char head[300];
  const Rect view = scene.node(0).rect;
  std::snprintf(head, sizeof head,
                "<svg xmlns='http://www.w3.org/2000/svg' width='%.0f' height='%.0f' font-family='%s'>\n",
                view.w, view.h, "Inter, DejaVu Sans, sans-serif");
  painter.paint(0, 0, 0);
  return head + painter.out + "</svg>\n";
}

}  // namespace explorer::test
