// See reference_dom.h.
#include "reference_dom.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "dom/element.h"
#include "view/picture_svg.h"

namespace explorer::test {
namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == separator) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

NodeKey read_key(const std::string& text) {
  NodeKey key = 0;
  for (const char c : text)
    key = key * 10 + static_cast<NodeKey>(c - '0');
  return key;
}

size_t field_count(char kind) {
  switch (kind) {
    case '+':
      return 5;
    case '>':
    case '=':
      return 4;
    case '~':
    case '%':
      return 3;
    case '-':
    case '!':
      return 2;
    default:
      return 0;
  }
}

}  // namespace

std::string ReferenceDom::apply(std::string_view patch) {
  ++patches_;
  counts_.clear();
  std::vector<std::string> operations = split(patch, '\x1E');
  if (!operations.back().empty()) return "the last operation is not ended";
  operations.pop_back();
  for (const std::string& operation : operations) {
    const std::vector<std::string> fields = split(operation, '\x1F');
    if (fields[0].size() != 1 || fields.size() != field_count(fields[0][0])) return "malformed: " + operation;
    ++counts_[fields[0][0]];
    const std::string problem = apply_operation(fields);
    if (!problem.empty()) return problem + ": " + readable_patch(operation);
  }
  return {};
}

std::string ReferenceDom::apply_operation(const std::vector<std::string>& fields) {
  const NodeKey key = read_key(fields[1]);
  const char kind = fields[0][0];
  const bool known = elements_.contains(key);
  if (kind == '+') {
    if (known) return "there already";
    elements_[key] = {0, fields[4], {}, {}, patches_};
    return insert(key, read_key(fields[2]), read_key(fields[3]));
  }
  if (!known) return "not there";
  if (kind == '%') return rename(key, read_key(fields[2]));
  Element& element = elements_[key];
  if (kind == '>') {
    if (element.parent != read_key(fields[2])) return "moved to another parent";
    detach(key);
    return insert(key, read_key(fields[2]), read_key(fields[3]));
  }
  if (kind == '=') {
    const bool scrolls = fields[2] == "class" && fields[3].find("scrolls") != std::string::npos;
    const bool scrolled = element.attributes["class"].find("scrolls") != std::string::npos;
    if (fields[2] == "class" && scrolls != scrolled && !element.children.empty())
      return "too late for its children";
    if (element.attributes["class"].empty()) element.attributes.erase("class");
    if (element.attributes.contains(fields[2]) && element.attributes[fields[2]] == fields[3])
      return "no change";
    element.attributes[fields[2]] = fields[3];
  }
  if (kind == '~' && element.attributes.erase(fields[2]) == 0) return "not set";
  if (kind == '!') focused_ = key;
  if (kind == '-') {
    detach(key);
    remove(key);
  }
  return {};
}

std::string ReferenceDom::insert(NodeKey key, NodeKey parent, NodeKey before) {
  elements_[key].parent = parent;
  if (parent == 0) {
    if (root_ != 0) return "a second root";
    root_ = key;
    return {};
  }
  if (!elements_.contains(parent)) return "no such parent";
  std::vector<NodeKey>& siblings = elements_[parent].children;
  const auto at = std::find(siblings.begin(), siblings.end(), before);
  if (before != 0 && at == siblings.end()) return "no such sibling";
  siblings.insert(at, key);
  return {};
}

std::string ReferenceDom::rename(NodeKey key, NodeKey wanted) {
  if (elements_.contains(wanted)) return "there already";
  auto moved = elements_.extract(key);
  moved.key() = wanted;
  const Element& element = elements_.insert(std::move(moved)).position->second;
  for (const NodeKey child : element.children)
    elements_.at(child).parent = wanted;
  if (root_ == key) root_ = wanted;
  const auto parent = elements_.find(element.parent);
  if (parent != elements_.end()) std::ranges::replace(parent->second.children, key, wanted);
  return {};
}

void ReferenceDom::detach(NodeKey key) {
  if (key == root_) root_ = 0;
  const auto parent = elements_.find(elements_[key].parent);
  if (parent != elements_.end()) std::erase(parent->second.children, key);
}

void ReferenceDom::remove(NodeKey key) {
  const std::vector<NodeKey> children = elements_[key].children;
  for (const NodeKey child : children)
    remove(child);
  elements_.erase(key);
}

std::string ReferenceDom::text() const {
  std::string out;
  if (root_ != 0) append_text(out, root_, 0);
  return out;
}

void ReferenceDom::append_text(std::string& out, NodeKey key, size_t depth) const {
  const Element& element = elements_.at(key);
  out += std::string(2 * depth, ' ') + element.tag;
  for (const auto& [name, value] : element.attributes)
    out += " " + name + "='" + value + "'";
  out += '\n';
  for (const NodeKey child : element.children)
    append_text(out, child, depth + 1);
}

std::string readable_patch(std::string_view patch) {
  std::string out;
  for (const char c : patch) {
    if (c == '\x1F') {
      out += " | ";
    } else {
      out += c == '\x1E' ? '\n' : c;
    }
  }
  return out;
}

std::string expected_page(const Scene& scene, bool drawings) {
  const std::vector<Node>& nodes = scene.nodes();
  const auto mirrored = [&](size_t i) {
    return drawings || nodes[i].role != Role::Decor || nodes[i].activate.has_value();
  };
  std::string out;
  const auto append = [&](const auto& self, size_t index, size_t depth) -> void {
    const auto attributes = element_attributes(nodes[index]);
    std::map<std::string, std::string> sorted(attributes.begin(), attributes.end());
    const Node& node = nodes[index];
    if (drawings && node.picture)
      sorted["picture"] = picture_svg(*node.picture, node.rect.w, node.rect.h, Scheme::Light);
    out += std::string(2 * depth, ' ') + std::string(element_tag(nodes[index]));
    for (const auto& [name, value] : sorted)
      out += " " + name + "='" + value + "'";
    out += '\n';
    for (size_t child = 1; child < nodes.size(); ++child) {
      size_t parent = nodes[child].parent;
      while (!mirrored(parent))
        parent = nodes[parent].parent;
      if (mirrored(child) && parent == index) self(self, child, depth + 1);
    }
  };
  append(append, 0, 0);
  return out;
}

void show(ReferenceDom& page, DomRenderer& renderer, const Scene& scene, bool drawings) {
  const std::string patch = renderer.update(scene);
  REQUIRE(page.apply(patch) == "");
  REQUIRE(page.text() == expected_page(scene, drawings));
}

}  // namespace explorer::test
