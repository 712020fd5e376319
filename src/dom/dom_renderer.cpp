// See dom_renderer.h. An element is kept while tag, parent and every ancestor are kept; whatever else stood
// in the page becomes a new row of the same shape, or is removed, and made anew where the scene still has it.
// Kept children stay where they are unless the scene really reordered them, so that focus and selection
// survive.
#include "dom/dom_renderer.h"

#include <algorithm>
#include <cmath>

#include "dom/element.h"
#include "view/picture_svg.h"

namespace explorer {

namespace {

constexpr char FieldEnd = '\x1F';
constexpr char OperationEnd = '\x1E';

std::string key_text(NodeKey key) {
  return std::to_string(key);
}

// A reader can paste the two control characters into the search box; they must not end a field.
void append_field(std::string& out, std::string_view field) {
  for (const char c : field)
    out += c == FieldEnd || c == OperationEnd ? ' ' : c;
}

const std::string* value_of(const std::vector<std::pair<std::string_view, std::string>>& attributes,
                            std::string_view name) {
  for (const auto& [key, value] : attributes) {
    if (key == name) return &value;
  }
  return nullptr;
}

// Marks a longest ascending run of `positions` (not contiguous): what can stay while the others move.
std::vector<bool> longest_ascending(const std::vector<uint32_t>& positions) {
  constexpr size_t None = static_cast<size_t>(-1);
  std::vector<size_t> ends;  // ends[n]: index of the least value that ends a run of n + 1
  std::vector<size_t> before(positions.size(), None);
  for (size_t i = 0; i < positions.size(); ++i) {
    const auto end = std::lower_bound(ends.begin(), ends.end(), positions[i],
                                      [&](size_t index, uint32_t value) { return positions[index] < value; });
    if (end != ends.begin()) before[i] = *(end - 1);
    if (end == ends.end()) {
      ends.push_back(i);
    } else {
      *end = i;
    }
  }
  std::vector<bool> stays(positions.size());
  for (size_t at = ends.empty() ? None : ends.back(); at != None; at = before[at])
    stays[at] = true;
  return stays;
}

}  // namespace

void DomRenderer::operation(char kind, NodeKey key, std::initializer_list<std::string_view> fields) {
  patch_ += kind;
  patch_ += FieldEnd;
  patch_ += key_text(key);
  for (const std::string_view field : fields) {
    patch_ += FieldEnd;
    append_field(patch_, field);
  }
  patch_ += OperationEnd;
}

std::string DomRenderer::update(const Scene& scene, Scheme scheme) {
  patch_.clear();
  ++generation_;
  const std::vector<Node>& nodes = scene.nodes();
  std::vector<std::vector<uint32_t>> children(nodes.size());
  std::vector<uint32_t> mirrored_parent(nodes.size(), 0);
  for (size_t i = 0; i < nodes.size(); ++i) {
    const uint32_t parent = nodes[i].parent;
    if (i > 0) mirrored_parent[i] = mirrored(nodes[parent]) ? parent : mirrored_parent[parent];
    if (!mirrored(nodes[i])) continue;
    if (i > 0) children[mirrored_parent[i]].push_back(static_cast<uint32_t>(i));
    keep_or_drop(nodes[i], i > 0 ? nodes[mirrored_parent[i]].key : 0);
  }
  reuse_rows(scene, children);
  remove_dropped(scene);
  if (elements_.empty()) create(nodes[0], 0, 0);
  for (size_t i = 0; i < nodes.size(); ++i) {
    if (!mirrored(nodes[i])) continue;
    Element& element = elements_.find(nodes[i].key)->second;
    update_attributes(nodes[i], element);
    update_picture(nodes[i], element, scheme);
    update_children(scene, nodes[i].key, children[i]);
  }
  for (const auto& [key, x, y] : scrolls_) {
    if (elements_.count(key) != 0)
      operation('^', key, {std::to_string(std::lround(x)), std::to_string(std::lround(y))});
  }
  scrolls_.clear();
  if (focus_ != 0 && elements_.count(focus_) != 0) operation('!', focus_);
  focus_ = 0;
  return std::move(patch_);
}

std::string DomRenderer::focus_patch(NodeKey key) {
  if (elements_.count(key) == 0) return {};
  patch_.clear();
  focus_ = 0;  // asked for before
  operation('!', key);
  return std::move(patch_);
}

// Parents are asked before their children.
void DomRenderer::keep_or_drop(const Node& node, NodeKey parent) {
  const auto found = elements_.find(node.key);
  if (found == elements_.end()) return;
  Element& element = found->second;
  if (element.parent != parent || element.tag != element_tag(node) || element.scrolls != node.scrolls) return;
  const auto holder = elements_.find(parent);
  if (parent == 0 || (holder != elements_.end() && holder->second.kept == generation_))
    element.kept = generation_;
}

// Rows that scrolled out of sight become those that came into it: a browser makes elements several times
// slower than it fills them anew, and a jump of the scroll bar would make some hundred.
void DomRenderer::reuse_rows(const Scene& scene, const std::vector<std::vector<uint32_t>>& children) {
  for (size_t i = 0; i < children.size(); ++i) {
    const auto parent = elements_.find(scene.nodes()[i].key);
    if (children[i].empty() || parent == elements_.end() || parent->second.kept != generation_) continue;
    size_t at = 0;
    for (const uint32_t child : children[i]) {
      const Node& wanted = scene.node(child);
      if (wanted.role != Role::Row || elements_.count(wanted.key) != 0) continue;
      const std::vector<NodeKey>& old = parent->second.children;
      size_t fit = at;
      while (fit < old.size() && !can_become(old[fit], scene, children, child))
        ++fit;
      if (fit == old.size()) continue;
      const NodeKey key = old[fit];
      parent->second.children[fit] = wanted.key;
      become(key, scene, children, child);
      at = fit + 1;
    }
  }
}

// Whether the dropped element has the tags of the node, down to the leaves.
bool DomRenderer::can_become(NodeKey key, const Scene& scene,
                             const std::vector<std::vector<uint32_t>>& children, uint32_t index) const {
  const Element& element = elements_.find(key)->second;
  const Node& node = scene.node(index);
  const bool alike = element.kept != generation_ && element.tag == element_tag(node) &&
                     element.scrolls == node.scrolls && element.is_row == (node.role == Role::Row) &&
                     element.children.size() == children[index].size() && elements_.count(node.key) == 0;
  for (size_t i = 0; alike && i < children[index].size(); ++i) {
    if (!can_become(element.children[i], scene, children, children[index][i])) return false;
  }
  return alike;
}

void DomRenderer::become(NodeKey key, const Scene& scene, const std::vector<std::vector<uint32_t>>& children,
                         uint32_t index) {
  const NodeKey wanted = scene.node(index).key;
  operation('%', key, {key_text(wanted)});
  auto moved = elements_.extract(key);
  moved.key() = wanted;
  Element& element = elements_.insert(std::move(moved)).position->second;
  element.kept = generation_;
  for (size_t i = 0; i < children[index].size(); ++i) {
    const NodeKey child = element.children[i];
    element.children[i] = scene.node(children[index][i]).key;
    become(child, scene, children, children[index][i]);
    elements_.find(element.children[i])->second.parent = wanted;
  }
}

void DomRenderer::remove_dropped(const Scene& scene) {
  const auto dropped = [this](NodeKey key) { return elements_.find(key)->second.kept != generation_; };
  for (const Node& node : scene.nodes()) {
    const auto found = elements_.find(node.key);
    if (found == elements_.end() || found->second.kept != generation_) continue;
    for (const NodeKey child : found->second.children) {
      if (dropped(child)) operation('-', child);
    }
    std::erase_if(found->second.children, dropped);
  }
  if (!elements_.empty() && dropped(scene.node(0).key)) operation('-', scene.node(0).key);
  std::erase_if(elements_, [this](const auto& entry) { return entry.second.kept != generation_; });
}

void DomRenderer::create(const Node& node, NodeKey parent, NodeKey before) {
  Element& element = elements_[node.key];
  element.parent = parent;
  element.tag = element_tag(node);
  element.scrolls = node.scrolls;
  element.is_row = node.role == Role::Row;
  operation('+', node.key, {key_text(parent), key_text(before), element.tag});
}

void DomRenderer::update_attributes(const Node& node, Element& element) {
  std::vector<Attribute> wanted = element_attributes(node);
  if (wanted == element.attributes) return;
  for (const auto& [name, value] : element.attributes) {
    if (value_of(wanted, name) == nullptr) operation('~', node.key, {name});
  }
  for (const auto& [name, value] : wanted) {
    const std::string* before = value_of(element.attributes, name);
    if (before == nullptr || *before != value) operation('=', node.key, {name, value});
  }
  element.attributes = std::move(wanted);
}

// A picture that was made anew with the same shapes is the same.
void DomRenderer::update_picture(const Node& node, Element& element, Scheme scheme) {
  const bool has = drawings_ && node.picture != nullptr, had = element.picture != nullptr;
  if (!has && !had) return;
  const bool same = has && had && element.picture_scheme == scheme && element.picture_box == node.rect &&
                    (element.picture == node.picture || *element.picture == *node.picture);
  element.picture = has ? node.picture : nullptr;
  element.picture_box = node.rect;
  element.picture_scheme = scheme;
  if (same) return;
  if (!has) return operation('~', node.key, {"picture"});
  operation('=', node.key, {"picture", picture_svg(*node.picture, node.rect.w, node.rect.h, scheme)});
}

void DomRenderer::update_children(const Scene& scene, NodeKey key, const std::vector<uint32_t>& wanted) {
  std::vector<NodeKey> keys, kept;
  for (const uint32_t child : wanted) {
    keys.push_back(scene.node(child).key);
    if (elements_.count(keys.back()) != 0) kept.push_back(keys.back());
  }
  move_children(key, kept);
  size_t passed = 0;
  for (const uint32_t child : wanted) {
    const Node& node = scene.node(child);
    if (passed < kept.size() && kept[passed] == node.key) {
      ++passed;
    } else {
      create(node, key, passed < kept.size() ? kept[passed] : 0);
    }
  }
  elements_.find(key)->second.children = std::move(keys);
}

// From the end to the start, so that the sibling to stand before is in place already.
void DomRenderer::move_children(NodeKey key, const std::vector<NodeKey>& wanted) {
  const std::vector<NodeKey>& now = elements_.find(key)->second.children;
  if (now == wanted) return;
  for (size_t i = 0; i < now.size(); ++i)
    elements_.find(now[i])->second.position = static_cast<uint32_t>(i);
  std::vector<uint32_t> positions;
  for (const NodeKey child : wanted)
    positions.push_back(elements_.find(child)->second.position);
  const std::vector<bool> stays = longest_ascending(positions);
  for (size_t i = wanted.size(); i-- > 0;) {
    const NodeKey before = i + 1 < wanted.size() ? wanted[i + 1] : 0;
    if (!stays[i]) operation('>', wanted[i], {key_text(key), key_text(before)});
  }
}

}  // namespace explorer
