// Scenes that follow each other at random: the page shows the last one, whatever came before.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "query_random.h"
#include "reference_dom.h"
#include "scene_fixture.h"

using namespace explorer;
using namespace explorer::test;

namespace {

struct Item {
  NodeKey key;
  NodeKey parent;
  Role role = Role::Group;
  std::string text;
  bool linked = false;
  bool scrolls = false;
  uint8_t level = 1;
};

// A tree of items, parents before children, that changes at random. Order of siblings: order of items.
class RandomTree {
 public:
  explicit RandomTree(uint64_t seed) : random_(seed) {}

  void change() {
    for (uint32_t step = random_.below(6); step-- > 0;)
      change_once();
  }

  Scene scene() const {
    Scene scene(Rect{0, 0, 100, 100});
    std::map<NodeKey, uint32_t> index = {{1, 0}};
    for (const Item& item : items_) {
      const uint32_t at = scene.add(index.at(item.parent), "item");
      Node& node = scene.node(at);
      node.key = item.key;
      node.role = item.role;
      node.text = item.text;
      node.level = item.level;
      node.scrolls = item.scrolls;
      if (item.linked) node.href = "https://example.org/";
      index[item.key] = at;
    }
    return scene;
  }

 private:
  size_t any() { return random_.below(static_cast<uint32_t>(items_.size())); }

  void change_once() {
    const uint32_t kind = items_.size() < 4 ? 0 : random_.below(9);
    if (kind <= 2) {
      const NodeKey parent = items_.empty() || random_.one_in(4) ? 1 : items_[any()].key;
      const NodeKey key = random_.one_in(3) && !gone_.empty() ? gone_.back() : next_key_++;
      std::erase(gone_, key);
      items_.push_back({key, parent, Role::Group, "", false, false, 1});
      reorder();
    } else if (kind == 3) {
      remove(items_[any()].key);
    } else if (kind == 4) {
      reorder();
    } else if (kind == 5) {
      constexpr Role Roles[] = {Role::Group, Role::Decor, Role::List, Role::ListItem,
                                Role::Link,  Role::Row,   Role::Text, Role::Heading};
      items_[any()].role = Roles[random_.below(std::size(Roles))];
    } else if (kind == 6) {
      Item& item = items_[any()];
      item.linked = random_.one_in(2);
      item.scrolls = random_.one_in(4);
      item.level = static_cast<uint8_t>(1 + random_.below(3));
    } else if (kind == 7) {
      items_[any()].text = random_.one_in(3) ? "" : random_text(random_);
    } else {
      reparent();
    }
  }

  void remove(NodeKey key) {
    std::vector<NodeKey> doomed = {key};
    for (const Item& item : items_) {
      if (std::find(doomed.begin(), doomed.end(), item.parent) != doomed.end()) doomed.push_back(item.key);
    }
    std::erase_if(items_, [&](const Item& item) {
      return std::find(doomed.begin(), doomed.end(), item.key) != doomed.end();
    });
    gone_.insert(gone_.end(), doomed.begin(), doomed.end());
  }

  bool under(NodeKey key, NodeKey ancestor) const {
    while (key != 1 && key != ancestor) {
      key = std::find_if(items_.begin(), items_.end(), [&](const Item& item) {
              return item.key == key;
            })->parent;
    }
    return key == ancestor;
  }

  void reparent() {
    Item& item = items_[any()];
    const NodeKey parent = random_.one_in(3) ? 1 : items_[any()].key;
    if (!under(parent, item.key)) item.parent = parent;
    reorder();
  }

  // Any order in which parents come before children.
  void reorder() {
    std::vector<Item> rest = std::move(items_);
    if (random_.one_in(2)) {
      for (size_t i = rest.size(); i > 1; --i)
        std::swap(rest[i - 1], rest[random_.below(static_cast<uint32_t>(i))]);
    }
    items_.clear();
    std::vector<NodeKey> placed = {1};
    while (!rest.empty()) {
      const auto next = std::find_if(rest.begin(), rest.end(), [&](const Item& item) {
        return std::find(placed.begin(), placed.end(), item.parent) != placed.end();
      });
      placed.push_back(next->key);
      items_.push_back(*next);
      rest.erase(next);
    }
  }

  Random random_;
  std::vector<Item> items_;
  std::vector<NodeKey> gone_;
  NodeKey next_key_ = 2;
};

}  // namespace

TEST_CASE(
    "whatever scenes follow each other, the page shows the last one and an equal scene changes nothing") {
  for (uint64_t seed = 0; seed < 150; ++seed) {
    CAPTURE(seed);
    const bool drawings = seed % 2 == 0;
    RandomTree tree(seed);
    ReferenceDom page;
    DomRenderer renderer(drawings);
    for (int step = 0; step < 30; ++step) {
      CAPTURE(step);
      tree.change();
      const Scene scene = tree.scene();
      show(page, renderer, scene, drawings);
      REQUIRE(renderer.update(scene).empty());
    }
  }
}

TEST_CASE("every view of the shipped articles can follow every other") {
  SceneSetup setup;
  setup.dataset = &shipped_dataset();
  ReferenceDom page;
  DomRenderer renderer;
  Random random(7);
  for (int step = 0; step < 40; ++step) {
    CAPTURE(step);
    setup.apply(command::SetView{static_cast<View>(random.below(ViewCount))});
    if (random.one_in(3)) setup.apply(command::SelectRow{{AllTables[random.below(TableCount)], 0}, false});
    if (random.one_in(3)) setup.apply(command::OpenPopover{PopoverKind::ColumnFilter, TableId::Videos, 1});
    if (random.one_in(3))
      setup.apply(command::SetQueryText{random.one_in(2) ? "sort:title-desc" : "date:2023-12"});
    const Size size = Sizes[random.below(std::size(Sizes))];
    setup.environment = {size.w, size.h};
    show(page, renderer, setup.build());
  }
}
