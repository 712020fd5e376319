// See fake_host.h.
#include "fake_host.h"

#include <doctest/doctest.h>

#include "scene_fixture.h"

namespace explorer::test {

const Node* TestApp::find(Role role, std::string_view name) const {
  return find_node(app.scene(), role, name);
}

NodeKey TestApp::key(Role role, std::string_view name) const {
  const Node* node = find(role, name);
  CAPTURE(name);
  REQUIRE(node != nullptr);
  return node->key;
}

const Node* TestApp::find_input(InputField field) const {
  for (const Node& node : app.scene().nodes()) {
    if (node.input.field == field) return &node;
  }
  return nullptr;
}

}  // namespace explorer::test
