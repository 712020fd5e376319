// See mirror_scene.h.
#include "view/mirror_scene.h"

#include <utility>

#include "view/locale.h"

namespace explorer {
namespace {

// By node: whether it lies on a surface.
std::vector<bool> nodes_on_surfaces(const Scene& scene) {
  const std::vector<Node>& nodes = scene.nodes();
  std::vector<bool> on_surface(nodes.size());
  for (size_t i = 1; i < nodes.size(); ++i) {
    const uint32_t parent = nodes[i].parent;
    on_surface[i] = on_surface[parent] || nodes[parent].surface.kind != Surface::None;
  }
  return on_surface;
}

bool is_edited(const Node& node) {
  return node.input.field != InputField::None;
}

std::string_view text_of(const Node& node) {
  if (node.surface.kind != Surface::None) return node.text;
  if (is_edited(node)) return node.value.empty() ? node.placeholder : node.value;
  return node.text.empty() ? node.description : node.text;
}

// How the node's text reads, by its first letter. A sentence all of whose letters are isolated reads as the
// interface, and so does what is edited until there is a letter.
Direction reading_direction(const Node& node) {
  const std::string_view text = text_of(node);
  const Direction direction = direction_of(text);
  const bool is_own = is_edited(node) || text.find(IsolateStart) != text.npos;
  return direction == Direction::None && is_own ? interface_direction() : direction;
}

Align turned(Align align) {
  return align == Align::Start ? Align::End : align == Align::End ? Align::Start : align;
}

Icon turned(Icon icon) {
  if (icon == Icon::ChevronLeft) return Icon::ChevronRight;
  return icon == Icon::ChevronRight ? Icon::ChevronLeft : icon;
}

uint8_t turned_edges(uint8_t edges) {
  uint8_t turned = edges & (edge::Top | edge::Bottom);
  if (edges & edge::Left) turned |= edge::Right;
  if (edges & edge::Right) turned |= edge::Left;
  return turned;
}

// Areas cannot be turned about: only surfaces have them.
std::shared_ptr<const Picture> turned(const Picture& picture, float w) {
  auto out = std::make_shared<Picture>(picture);
  for (Picture::Box& box : out->boxes) {
    box.x = w - box.x - box.w;
    std::swap(box.opacity, box.opacity_right);
  }
  for (Picture::Line& line : out->lines) {
    line.from.x = w - line.from.x;
    line.to.x = w - line.to.x;
  }
  for (Picture::Disc& disc : out->discs)
    disc.centre.x = w - disc.centre.x;
  return out;
}

// Dates keep their place on the axis from left to right.
bool is_bar(Mark mark) {
  return mark == Mark::Bar || mark == Mark::BarFading || mark == Mark::Gauge;
}

void turn_inside(Node& node) {
  node.mirrored = !node.mirrored;
  node.align = turned(node.align);
  node.icon = turned(node.icon);
  node.borders = turned_edges(node.borders);
  std::swap(node.pad_left, node.pad_right);
  if (is_bar(node.mark)) {
    const float from = 1 - node.mark_to;
    node.mark_to = 1 - node.mark_from;
    node.mark_from = from;
  }
  if (node.picture && node.surface.kind == Surface::None) node.picture = turned(*node.picture, node.rect.w);
}

}  // namespace

void align_texts(Scene& scene) {
  const std::vector<bool> on_surface = nodes_on_surfaces(scene);
  for (uint32_t i = 0; i < on_surface.size(); ++i) {
    Node& node = scene.node(i);
    const Direction direction = reading_direction(node);
    node.right_to_left = direction == Direction::RightToLeft;
    // From the right everything begins at the right, titles in other letters too: columns keep their edge.
    // Running text does not: its lines are read from where they begin. On a surface things begin at the left
    // in any case.
    const bool from_left = on_surface[i] || interface_direction() == Direction::LeftToRight;
    const bool has_text = !node.text.empty() || is_edited(node);
    const bool is_prose = node.role == Role::Paragraph && direction == Direction::LeftToRight;
    const bool ends_first = from_left ? direction == Direction::RightToLeft : is_prose;
    if (has_text && node.align == Align::Start && ends_first) node.align = Align::End;
  }
}

void mirror_scene(Scene& scene) {
  const std::vector<bool> on_surface = nodes_on_surfaces(scene);
  for (uint32_t i = 0; i < on_surface.size(); ++i) {
    if (on_surface[i]) continue;
    Node& node = scene.node(i);
    turn_inside(node);
    if (i == 0) continue;
    const Node& parent = scene.node(node.parent);
    const float room = parent.scrolls ? parent.content_w : parent.rect.w;
    node.rect.x = room - node.rect.x - node.rect.w;
  }
}

Direction interface_direction() {
  return reader_locale().right_to_left() ? Direction::RightToLeft : Direction::LeftToRight;
}

bool reads_against_interface(std::string_view text) {
  return direction_of(text) == Direction::RightToLeft && interface_direction() == Direction::LeftToRight;
}

float beside_surface(Rect surface, float x) {
  return reader_locale().right_to_left() ? surface.x + surface.w - x : surface.x + x;
}

}  // namespace explorer
