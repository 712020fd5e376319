// See reading_order.h.
#include "reading_order.h"

#include <algorithm>
#include <string>
#include <utility>

#include "scene_fixture.h"

namespace explorer::test {
namespace {

constexpr float Slack = 0.5f;

// What is read, or pressed, as one.
struct Thing {
  const Node* node;
  Rect rect;
};

float right_of(const Rect& rect) {
  return rect.x + rect.w;
}
float bottom_of(const Rect& rect) {
  return rect.y + rect.h;
}

bool reaches_middle(const Rect& a, const Rect& b) {
  const float middle = b.y + b.h / 2;
  return a.y < middle && middle < bottom_of(a);
}

// Whether what stands at `later` should be read before what stands at `first`.
bool out_of_order(const Rect& first, const Rect& later) {
  const bool one_line = reaches_middle(first, later) && reaches_middle(later, first);
  if (one_line) return right_of(later) <= first.x + Slack;
  // What stands above begins a column, if it is right of all that came before.
  return bottom_of(later) <= first.y + Slack && later.x < right_of(first) - Slack;
}

Rect around(const std::vector<Thing>& things) {
  Rect all = things.front().rect;
  for (const Thing& thing : things) {
    const float right = std::max(right_of(all), right_of(thing.rect));
    const float bottom = std::max(bottom_of(all), bottom_of(thing.rect));
    all.x = std::min(all.x, thing.rect.x);
    all.y = std::min(all.y, thing.rect.y);
    all.w = right - all.x;
    all.h = bottom - all.y;
  }
  return all;
}

// Nothing in it is read by itself. What lies on a surface has an order of its own: that of time.
bool is_one_thing(const Node& node) {
  constexpr Role Whole[] = {Role::Link,     Role::Button,      Role::Tab,      Role::SearchBox, Role::TextBox,
                            Role::CheckBox, Role::Option,      Role::MenuItem, Role::ComboBox,  Role::Image,
                            Role::Status,   Role::ProgressBar, Role::Radio};
  return node.surface.kind != Surface::None || std::ranges::find(Whole, node.role) != std::end(Whole);
}

// Switches the view of a phone's videos. It stands beside the first row of the grid, which holds nothing but
// rows, and so it follows the grid.
bool is_beside_grid(const Scene& scene, const Node& node) {
  if (!node.activate || !std::holds_alternative<command::SetVideoForm>(*node.activate)) return false;
  return std::ranges::any_of(scene.nodes(), [&node](const Node& other) {
    return other.role == Role::Grid && other.parent == node.parent;
  });
}

class Judge {
 public:
  explicit Judge(const Scene& scene) : scene_(scene), children_(scene.nodes().size()) {
    for (uint32_t i = 1; i < scene.nodes().size(); ++i)
      children_[scene.nodes()[i].parent].push_back(i);
    things_in(0);
  }

  std::vector<ReadingFault> faults() { return std::move(faults_); }

 private:
  // In the coordinates of the node's content.
  std::vector<Thing> things_in(uint32_t at) {
    std::vector<std::pair<uint32_t, std::vector<Thing>>> parts;
    for (const uint32_t child : children_[at]) {
      const Node& node = scene_.node(child);
      if (node.role == Role::Decor || node.unseen) continue;
      if (auto things = things_of(child); !things.empty()) parts.emplace_back(child, std::move(things));
    }
    for (size_t later = 1; later < parts.size() && !is_stacked_row(at); ++later) {
      for (size_t first = 0; first < later; ++first) {
        if (apart(parts[first].first) || apart(parts[later].first)) continue;
        compare(parts[first].second, parts[later].second);
      }
    }
    std::vector<Thing> all;
    for (const auto& [child, things] : parts)
      all.insert(all.end(), things.begin(), things.end());
    return all;
  }

  // The node and what is in it, as far as it is seen, in the coordinates of its parent's content.
  std::vector<Thing> things_of(uint32_t at) {
    const Node& node = scene_.node(at);
    std::vector<Thing> things;
    if (!is_one_thing(node)) things = things_in(at);
    if (is_one_thing(node) || !node.text.empty())
      things.insert(things.begin(), {&node, {0, 0, node.rect.w, node.rect.h}});
    for (Thing& thing : things) {
      Rect& rect = thing.rect;
      const float x = rect.x, y = rect.y;
      const bool cut = node.scrolls || node.clip;
      const float right = cut ? std::min(x + rect.w, node.rect.w) : x + rect.w;
      const float bottom = cut ? std::min(y + rect.h, node.rect.h) : y + rect.h;
      rect = {node.rect.x + x, node.rect.y + y, right - x, bottom - y};
    }
    std::erase_if(things, [](const Thing& thing) { return thing.rect.w <= 0 || thing.rect.h <= 0; });
    return things;
  }

  // Dialogs lie over all else.
  bool apart(uint32_t at) const {
    const Node& node = scene_.node(at);
    return node.role == Role::Dialog || node.role == Role::Menu || is_beside_grid(scene_, node);
  }

  // Where the cells of a table to be read stand below each other, they keep the order of the headings, which
  // tells what is what; the one that names the row stands first.
  bool is_stacked_row(uint32_t at) const {
    const Node* above = nullptr;
    for (const uint32_t child : children_[at]) {
      const Node& cell = scene_.node(child);
      if (cell.role != Role::TableCell && cell.role != Role::TableRowHeader) continue;
      const bool apart_y = above != nullptr && (bottom_of(above->rect) <= cell.rect.y + Slack ||
                                                bottom_of(cell.rect) <= above->rect.y + Slack);
      if (apart_y) return true;
      above = &cell;
    }
    return false;
  }

  void compare(const std::vector<Thing>& first, const std::vector<Thing>& later) {
    const Rect a = around(first), b = around(later);
    if (b.x >= right_of(a) - Slack || b.y >= bottom_of(a) - Slack) return;
    for (const Thing& one : first) {
      for (const Thing& other : later) {
        if (!out_of_order(one.rect, other.rect)) continue;
        faults_.push_back({'"' + said(*other.node) + "\" is read after \"" + said(*one.node) + '"',
                           place(other.rect) + " after " + place(one.rect)});
      }
    }
  }

  static std::string said(const Node& node) { return std::string(name_of(node)); }
  static std::string place(const Rect& rect) {
    std::string text;
    for (const float px : {rect.x, rect.y, rect.w, rect.h})
      text += (text.empty() ? "" : " ") + std::to_string(static_cast<int>(px));
    return text;
  }

  const Scene& scene_;
  std::vector<std::vector<uint32_t>> children_;
  std::vector<ReadingFault> faults_;
};

}  // namespace

std::vector<ReadingFault> reading_faults(const Scene& scene) {
  return Judge(scene).faults();
}

}  // namespace explorer::test
