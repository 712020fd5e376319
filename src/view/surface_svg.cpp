// See surface_svg.h. Boxes, edges and marks of nodes become boxes of a picture, so that there is one way from
// shapes to SVG.
#include "view/surface_svg.h"

#include <algorithm>

#include "view/locale.h"
#include "view/picture_svg.h"

namespace explorer {

namespace {

constexpr float CaptionRoom = 32;
constexpr float IconRoom = 24;  // before the text beside an icon

// Where a node of the region lies, px from the region's corner.
struct Placed {
  bool inside = false;  // the region
  bool on_surface = false;
  float x = 0, y = 0;  // of the node's box
  Rect clip;           // what is seen of its children
};

Rect intersect(const Rect& a, const Rect& b) {
  const float x = std::max(a.x, b.x), y = std::max(a.y, b.y);
  return {x, y, std::max(0.0f, std::min(a.x + a.w, b.x + b.w) - x),
          std::max(0.0f, std::min(a.y + a.h, b.y + b.h) - y)};
}

uint32_t region_of(const Scene& scene, uint32_t surface) {
  for (uint32_t at = surface; at != 0; at = scene.node(at).parent) {
    if (scene.node(at).role == Role::Region) return at;
  }
  return surface;
}

// What is there to be pressed says nothing in a drawing; on the surface itself it may be a name.
bool is_control(const Node& node) {
  return node.role == Role::Button || node.role == Role::CheckBox || node.role == Role::Tab ||
         node.role == Role::SearchBox || node.role == Role::TextBox;
}

class Drawing {
 public:
  Drawing(const SvgSource& source, uint32_t surface)
      : source_(source), surface_(surface), region_(region_of(source.scene, surface)) {}

  std::string draw() {
    begin();
    placed_.resize(source_.scene.nodes().size());
    for (uint32_t i = region_; i < placed_.size(); ++i) {
      place(i);
      if (placed_[i].inside) draw_node(i);
    }
    const Rect& box = source_.scene.node(region_).rect;
    if (!source_.caption.empty()) {
      const bool from_right = reader_locale().right_to_left();
      append_text(source_.caption, font_spec(Font::Caption), Color::Soft,
                  {from_right ? Align::End : Align::Start, from_right},
                  from_right ? box.w - CaptionRoom / 2 : CaptionRoom / 2, box.h + CaptionRoom / 2);
    }
    return std::move(out_ += "</svg>");
  }

 private:
  void begin() {
    const Node& region = source_.scene.node(region_);
    const Node& surface = source_.scene.node(surface_);
    const float height = region.rect.h + (source_.caption.empty() ? 0 : CaptionRoom);
    out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"";
    svg::append_attribute(out_, "width", region.rect.w);
    svg::append_attribute(out_, "height", height);
    out_ += " font-family=\"";
    svg::append_escaped(out_, font_family());
    out_ += "\"><title>";
    svg::append_escaped(out_, region.label.empty() ? surface.label : region.label);
    out_ += "</title><desc>";
    svg::append_escaped(out_, surface.label);
    if (!surface.label.empty() && !source_.caption.empty()) out_ += ". ";
    svg::append_escaped(out_, source_.caption);
    out_ += "</desc>";
    Picture ground;
    ground.boxes.push_back({0, 0, region.rect.w, height, Color::Bg});
    append_shapes(out_, ground, source_.palette);
  }

  void place(uint32_t i) {
    const Node& node = source_.scene.node(i);
    const Placed& parent = placed_[node.parent];
    Placed& placed = placed_[i];
    placed.inside = i == region_ || (parent.inside && node.parent != i);
    if (!placed.inside) return;
    placed.on_surface = i == surface_ || parent.on_surface;
    placed.clip = {0, 0, node.rect.w, node.rect.h};
    if (i == region_) return;
    const Node& holder = source_.scene.node(node.parent);
    placed.x = parent.x + node.rect.x;
    placed.y = parent.y + node.rect.y;
    ScrollOffset at;
    for (const ScrollOffset& scroll : source_.scrolls) {
      if (holder.scrolls && scroll.key == holder.key) at = scroll;
    }
    placed.x += content_x(holder, at.x);
    if (!node.sticky) placed.y -= at.y;
    placed.clip = parent.clip;
    if (node.scrolls || node.clip)
      placed.clip = intersect(placed.clip, {placed.x, placed.y, node.rect.w, node.rect.h});
  }

  void draw_node(uint32_t i) {
    const Node& node = source_.scene.node(i);
    const Placed& placed = placed_[i];
    const Rect box{placed.x, placed.y, node.rect.w, node.rect.h};
    const Rect seen = intersect(placed_[i == region_ ? i : node.parent].clip, box);
    if (seen.w <= 0 || seen.h <= 0 || node.reveal || (is_control(node) && !placed.on_surface)) return;
    append_shapes(out_, look_of(node, seen), source_.palette);
    if (node.picture) {
      out_ += "<svg";
      append_rect(seen);
      out_ += " viewBox=\"";
      for (const float part : {seen.x - box.x, seen.y - box.y, seen.w, seen.h}) {
        svg::append_number(out_, part);
        out_ += ' ';
      }
      out_ += "\">";
      append_shapes(out_, *node.picture, source_.palette);
      out_ += "</svg>";
    }
    if (!node.text.empty() && node.color != Color::None) draw_text(node, box);
  }

  void append_rect(const Rect& rect) {
    svg::append_attribute(out_, "x", rect.x);
    svg::append_attribute(out_, "y", rect.y);
    svg::append_attribute(out_, "width", rect.w);
    svg::append_attribute(out_, "height", rect.h);
  }

  static Picture look_of(const Node& node, const Rect& box) {
    Picture look;
    const auto add = [&](float x, float y, float w, float h, Color color, float radius = 0) {
      look.boxes.push_back({box.x + x, box.y + y, w, h, color, 1, 1, radius});
    };
    const float px = node.border_px;
    if (node.fill != Color::None) add(0, 0, box.w, box.h, node.fill, node.radius_px);
    if (node.borders & edge::Top) add(0, 0, box.w, px, node.border_color);
    if (node.borders & edge::Bottom) add(0, box.h - px, box.w, px, node.border_color);
    if (node.borders & edge::Left) add(0, 0, px, box.h, node.border_color);
    if (node.borders & edge::Right) add(box.w - px, 0, px, box.h, node.border_color);
    if (node.mark == Mark::None) return look;
    if (node.mark == Mark::Gauge) add(0, 0, box.w, box.h, Color::Land, box.h / 2);
    add(box.w * node.mark_from, 0, std::max(2.0f, box.w * (node.mark_to - node.mark_from)), box.h,
        node.color);
    Picture::Box& bar = look.boxes.back();
    if (node.mark == Mark::BarFading || node.mark == Mark::DateFading)
      (node.mirrored ? bar.opacity : bar.opacity_right) = 0.1f;
    return look;
  }

  void draw_text(const Node& node, const Rect& box) {
    const FontSpec& font = font_spec(node.font);
    const auto breaks = static_cast<float>(std::count(node.text.begin(), node.text.end(), '\n'));
    const float icon = node.icon == Icon::None ? 0 : IconRoom;
    const float left = box.x + node.pad_left + (node.mirrored ? 0 : icon);
    const float right = box.x + box.w - node.pad_right - (node.mirrored ? icon : 0);
    const float x = node.align == Align::Start ? left : node.align == Align::End ? right : (left + right) / 2;
    float middle = breaks > 0 ? box.y + font.line_px / 2 : box.y + box.h / 2;
    std::string_view rest = node.text;
    for (;;) {
      const size_t end = rest.find('\n');
      append_text(rest.substr(0, end), font, node.color, {node.align, node.right_to_left}, x, middle);
      if (end == std::string_view::npos) return;
      rest.remove_prefix(end + 1);
      middle += font.line_px;
    }
  }

  struct TextSet {
    Align align;
    bool right_to_left;
  };

  // `middle`: of the line's height. The capitals of most faces are 0.7 of their size high.
  void append_text(std::string_view text, const FontSpec& font, Color color, TextSet set, float x,
                   float middle) {
    constexpr std::string_view Anchors[] = {"start", "middle", "end"};
    // The start of a text is where it begins to be read.
    const Align anchor = !set.right_to_left || set.align == Align::Center ? set.align
                         : set.align == Align::Start                      ? Align::End
                                                                          : Align::Start;
    out_ += "<text";
    svg::append_attribute(out_, "x", x);
    svg::append_attribute(out_, "y", middle + font.size_px * 0.35f);
    svg::append_attribute(out_, "font-size", font.size_px);
    if (font.weight != 400) svg::append_attribute(out_, "font-weight", static_cast<float>(font.weight));
    if (set.right_to_left) out_ += " direction=\"rtl\"";
    if (anchor != Align::Start) {
      out_ += " text-anchor=\"";
      out_ += Anchors[static_cast<size_t>(anchor)];
      out_ += '"';
    }
    svg::append_color(out_, "fill", color, source_.palette);
    out_ += '>';
    svg::append_escaped(out_, text);
    out_ += "</text>";
  }

  const SvgSource& source_;
  uint32_t surface_, region_;
  std::vector<Placed> placed_;  // by node
  std::string out_;
};

}  // namespace

uint32_t find_surface(const Scene& scene, Surface surface) {
  for (uint32_t i = 1; i < scene.nodes().size(); ++i) {
    if (scene.node(i).surface.kind == surface) return i;
  }
  return 0;
}

std::string surface_svg(const SvgSource& source, Surface surface) {
  const uint32_t at = find_surface(source.scene, surface);
  return at == 0 ? std::string() : Drawing(source, at).draw();
}

}  // namespace explorer
