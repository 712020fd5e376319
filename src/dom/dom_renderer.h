// How the scene reads as HTML: the view model as a small patch against what the page shows already, plain
// data that web/dom_mirror.js applies. Knows nodes only; never the dataset, never the browser.
//
// A patch is a list of operations, each ended by U+001E, its fields separated by U+001F:
//   + key parent before tag    create an element before a sibling (0: as the last one)
//   > key parent before        move it
//   = key name value           set an attribute; names "text", "value" and "style" are the content, an
//                              input's value and the position
//   ~ key name                 remove an attribute
//   - key                      remove the element with all that is in it
//   ! key                      focus
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "view/scene.h"

namespace explorer {

class DomRenderer {
 public:
  // With `drawings`, nodes that are only drawing become elements too: for a page without a canvas.
  explicit DomRenderer(bool drawings = false) : drawings_(drawings) {}

  // The patch from the last scene to this one; empty if nothing changed.
  std::string update(const Scene& scene);

  // Appends a request to focus the element of `key` to the next patch.
  void focus(NodeKey key) { focus_ = key; }

 private:
  using Attribute = std::pair<std::string_view, std::string>;
  struct Element {
    NodeKey parent = 0;
    uint32_t seen = 0;  // generation
    std::string_view tag;
    std::vector<Attribute> attributes;
    std::vector<NodeKey> children;
  };
  bool mirrored(const Node& node) const { return drawings_ || node.role != Role::Decor || node.activate; }
  void update_element(const Node& node, NodeKey parent);
  void remove_unseen();
  void order_children(NodeKey key, const std::vector<NodeKey>& wanted);
  void operation(char kind, NodeKey key, std::initializer_list<std::string_view> fields = {});

  bool drawings_;
  uint32_t generation_ = 0;
  NodeKey focus_ = 0;
  std::unordered_map<NodeKey, Element> elements_;
  std::string patch_;
};

}  // namespace explorer
