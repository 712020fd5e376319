// A page for tests: applies the patches of DomRenderer as strictly as their format says, and counts them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dom/dom_renderer.h"

namespace explorer::test {

class ReferenceDom {
 public:
  struct Element {
    NodeKey parent = 0;
    std::string tag;
    std::map<std::string, std::string> attributes;
    std::vector<NodeKey> children;
    size_t born = 0;  // number of the patch that made it
  };

  // Applies a patch. Returns what is wrong with it, empty if nothing is: an operation on an element that is
  // not there, a key used twice, a sibling under another parent, an attribute removed that was not set.
  std::string apply(std::string_view patch);

  const std::map<NodeKey, Element>& elements() const { return elements_; }
  NodeKey root() const { return root_; }
  NodeKey focused() const { return focused_; }
  // Operations of this kind in the last patch.
  size_t count(char kind) const { return counts_.contains(kind) ? counts_.at(kind) : 0; }

  // The page as one string: tag, attributes in order of name, children, indented.
  std::string text() const;

 private:
  std::string apply_operation(const std::vector<std::string>& fields);
  std::string insert(NodeKey key, NodeKey parent, NodeKey before);
  std::string rename(NodeKey key, NodeKey wanted);
  void detach(NodeKey key);
  void remove(NodeKey key);
  void append_text(std::string& out, NodeKey key, size_t depth) const;

  std::map<NodeKey, Element> elements_;
  NodeKey root_ = 0;
  NodeKey focused_ = 0;
  size_t patches_ = 0;
  std::map<char, size_t> counts_;
};

// The patch with its control characters made visible: one operation a line, fields parted by " | ".
std::string readable_patch(std::string_view patch);

// What the page should be, written down straight from the scene, as ReferenceDom::text(): what stands in a
// drawing belongs to the element around it. `drawings` as in DomRenderer.
std::string expected_page(const Scene& scene, bool drawings);

// Applies the patch between what was shown last and `scene`, and requires the page to be the scene.
void show(ReferenceDom& page, DomRenderer& renderer, const Scene& scene, bool drawings = false);

}  // namespace explorer::test
