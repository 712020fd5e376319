// The tree of nodes that both renderers read. Knows nothing of what is shown.
#include "view/scene.h"

namespace explorer {
namespace {

constexpr NodeKey RootKey = 1;
constexpr uint64_t KeyMask = (uint64_t{1} << 53) - 1;  // what a JavaScript number holds exactly

// FNV-1a, then the finalizer of MurmurHash3, since FNV's low bits mix poorly for short names.
uint64_t mix(uint64_t hash) {
  hash ^= hash >> 33;
  hash *= 0xFF51AFD7ED558CCDull;
  hash ^= hash >> 33;
  hash *= 0xC4CEB9FE1A85EC53ull;
  return hash ^ (hash >> 33);
}

}  // namespace

float content_x(const Node& node, float scroll_x) {
  if (!node.scrolls) return 0;
  return node.mirrored ? node.rect.w - node.content_w + scroll_x : -scroll_x;
}

Scene::Scene(Rect viewport) {
  Node root;
  root.key = RootKey;
  root.rect = viewport;
  root.fill = Color::Bg;
  root.clip = true;
  nodes_.push_back(std::move(root));
}

NodeKey Scene::child_key(NodeKey parent, std::string_view name, uint64_t index) {
  uint64_t hash = 0xCBF29CE484222325ull ^ mix(parent);
  for (const char c : name)
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
  const NodeKey key = mix(hash + mix(index + 1)) & KeyMask;
  return key > RootKey ? key : key + 2;
}

uint32_t Scene::add(uint32_t parent, std::string_view name, uint64_t index) {
  Node node;
  node.parent = parent;
  node.key = child_key(nodes_[parent].key, name, index);
  nodes_.push_back(std::move(node));
  return static_cast<uint32_t>(nodes_.size() - 1);
}

const Node* Scene::find(NodeKey key) const {
  for (const Node& node : nodes_) {
    if (node.key == key) return &node;
  }
  return nullptr;
}

const command::SelectRow* selects(const Node& node) {
  return node.activate ? std::get_if<command::SelectRow>(&*node.activate) : nullptr;
}

}  // namespace explorer
