// See dom_renderer.h. Elements are compared attribute by attribute with what the page already has; children
// keep their order unless the scene really reordered them.
#include "dom/dom_renderer.h"

#include <algorithm>
#include <cstdio>

#include "dom/element.h"

namespace explorer {

namespace {

constexpr char FieldEnd = '\x1F';
constexpr char OperationEnd = '\x1E';

void append_key(std::string& out, NodeKey key) {
  char digits[24];
  std::snprintf(digits, sizeof digits, "%llu", static_cast<unsigned long long>(key));
  out += digits;
}

std::string key_text(NodeKey key) {
  std::string out;
  append_key(out, key);
  return out;
}

const std::string* value_of(const std::vector<std::pair<std::string_view, std::string>>& attributes,
                            std::string_view name) {
  for (const auto& [key, value] : attributes) {
    if (key == name) return &value;
  }
  return nullptr;
}

}  // namespace

void DomRenderer::operation(char kind, NodeKey key, std::initializer_list<std::string_view> fields) {
  patch_ += kind;
  patch_ += FieldEnd;
  append_key(patch_, key);
  for (const std::string_view field : fields) {
    patch_ += FieldEnd;
    patch_ += field;
  }
  patch_ += OperationEnd;
}

std::string DomRenderer::update(const Scene& scene) {
  patch_.clear();
  ++generation_;
  const std::vector<Node>& nodes = scene.nodes();
  std::vector<std::vector<NodeKey>> children(nodes.size());
  std::vector<uint32_t> mirrored_parent(nodes.size(), 0);
  for (size_t i = 1; i < nodes.size(); ++i) {
    const uint32_t parent = nodes[i].parent;
    mirrored_parent[i] = mirrored(nodes[parent]) ? parent : mirrored_parent[parent];
    if (mirrored(nodes[i])) children[mirrored_parent[i]].push_back(nodes[i].key);
  }
  for (size_t i = 0; i < nodes.size(); ++i) {
    if (mirrored(nodes[i])) elements_[nodes[i].key].seen = generation_;
  }
  remove_unseen();
  for (size_t i = 0; i < nodes.size(); ++i) {
    if (!mirrored(nodes[i])) continue;
    update_element(nodes[i], i == 0 ? 0 : nodes[mirrored_parent[i]].key);
  }
  for (size_t i = 0; i < nodes.size(); ++i) {
    if (mirrored(nodes[i])) order_children(nodes[i].key, children[i]);
  }
  if (focus_ != 0 && elements_.count(focus_) != 0) operation('!', focus_);
  focus_ = 0;
  return std::move(patch_);
}

void DomRenderer::update_element(const Node& node, NodeKey parent) {
  Element& element = elements_[node.key];
  const std::string_view tag = element_tag(node);
  if (element.tag != tag || element.parent != parent) {
    if (!element.tag.empty()) operation('-', node.key);
    operation('+', node.key, {key_text(parent), "0", tag});
    if (const auto found = elements_.find(parent); found != elements_.end()) {
      auto& siblings = found->second.children;
      siblings.erase(std::remove(siblings.begin(), siblings.end(), node.key), siblings.end());
      siblings.push_back(node.key);
    }
    element.tag = tag;
    element.parent = parent;
    element.attributes.clear();
    for (const NodeKey child : element.children) elements_[child].tag = {};  // gone with the old element
    element.children.clear();
  }
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

void DomRenderer::remove_unseen() {
  for (auto it = elements_.begin(); it != elements_.end();) {
    if (it->second.seen == generation_ || it->first == 0) {
      ++it;
      continue;
    }
    const auto parent = elements_.find(it->second.parent);
    if (parent != elements_.end() && parent->second.seen == generation_) operation('-', it->first);
    if (parent != elements_.end()) {
      auto& siblings = parent->second.children;
      siblings.erase(std::remove(siblings.begin(), siblings.end(), it->first), siblings.end());
    }
    it = elements_.erase(it);
  }
}

// From the end to the start, so that the sibling to stand before is in place already.
void DomRenderer::order_children(NodeKey key, const std::vector<NodeKey>& wanted) {
  std::vector<NodeKey>& now = elements_[key].children;
  if (now == wanted) return;
  for (size_t i = wanted.size(); i-- > 0;) {
    const NodeKey before = i + 1 < wanted.size() ? wanted[i + 1] : 0;
    const auto at = std::find(now.begin(), now.end(), wanted[i]);
    const NodeKey after = at != now.end() && at + 1 != now.end() ? *(at + 1) : 0;
    if (after == before) continue;
    operation('>', wanted[i], {key_text(key), key_text(before)});
    now.erase(at);
    now.insert(before == 0 ? now.end() : std::find(now.begin(), now.end(), before), wanted[i]);
  }
  now = wanted;
}

}  // namespace explorer
