// How the scene reads as HTML: the view model as a small patch against what the page shows already, plain
// data that web/dom_mirror.js applies. Knows nodes only; never the dataset, never the browser.
//
// A patch is a list of operations, each ended by U+001E, its fields separated by U+001F (neither is ever in
// a field):
//   % key new                  the element is another row, or in one, from here on: its key is `new`
//   - key                      remove the element with all that is in it
//   + key parent before tag    create an element before a sibling (0: as the last one)
//   > key parent before        move it
//   = key name value           set an attribute; names "text", "value", "style" and "picture" are the
//                              content, an input's value, the position and a drawing as SVG
//   ~ key name                 remove an attribute
//   ^ key x y                  scroll it to x, y px
//   ! key                      focus
//
// Rows that become others come first, each followed by what is in it, then removals, each for the topmost
// element alone. Then every element in the order of the scene: its
// attributes, then what moves or is new among its children. So no operation names an element that is gone,
// and a parent is complete before anything is put into it. What is scrolled or focused comes last.
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
  // The same from the next update on.
  void show_drawings(bool drawings) { drawings_ = drawings; }

  // The patch from the last scene to this one; empty if nothing changed. The scene's keys are distinct.
  // Pictures are coloured as in `scheme`.
  std::string update(const Scene& scene, Scheme scheme = Scheme::Light);

  // Appends a request to focus the element of `key` to the next patch; nothing if it has none then.
  void focus(NodeKey key) { focus_ = key; }
  // The same with a scroll area, to whole px.
  void scroll_to(NodeKey key, float x, float y) { scrolls_.push_back({key, x, y}); }
  // The patch that focuses that element now, between two updates; empty if there is no such element.
  std::string focus_patch(NodeKey key);

 private:
  using Attribute = std::pair<std::string_view, std::string>;
  struct Element {
    NodeKey parent = 0;
    uint32_t kept = 0;      // the last generation that found it in place
    uint32_t position = 0;  // among its parent's children, while they are put in order
    bool is_row = false;
    bool scrolls = false;  // its children lie one level deeper then, so a change makes it anew
    std::string_view tag;
    std::vector<Attribute> attributes;
    std::vector<NodeKey> children;
    std::shared_ptr<const Picture> picture;
    Rect picture_box;
    Scheme picture_scheme = Scheme::Light;
  };
  bool mirrored(const Node& node) const {
    return drawings_ || node.role != Role::Decor || node.activate || !node.image.empty();
  }
  void keep_or_drop(const Node& node, NodeKey parent);
  void reuse_rows(const Scene& scene, const std::vector<std::vector<uint32_t>>& children);
  bool can_become(NodeKey key, const Scene& scene, const std::vector<std::vector<uint32_t>>& children,
                  uint32_t index) const;
  void become(NodeKey key, const Scene& scene, const std::vector<std::vector<uint32_t>>& children,
              uint32_t index);
  void remove_dropped(const Scene& scene);
  void create(const Node& node, NodeKey parent, NodeKey before);
  void update_attributes(const Node& node, Element& element);
  void update_picture(const Node& node, Element& element, Scheme scheme);
  void update_children(const Scene& scene, NodeKey key, const std::vector<uint32_t>& wanted);
  void move_children(NodeKey key, const std::vector<NodeKey>& wanted);
  void operation(char kind, NodeKey key, std::initializer_list<std::string_view> fields = {});

  bool drawings_;
  uint32_t generation_ = 0;
  NodeKey focus_ = 0;
  struct Move {
    NodeKey key;
    float x, y;
  };
  std::vector<Move> scrolls_;
  std::unordered_map<NodeKey, Element> elements_;
  std::string patch_;
};

}  // namespace explorer
