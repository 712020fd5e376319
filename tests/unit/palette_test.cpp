// The palette and the sheet of keys on screen, the keys that buttons name, and the live regions.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "dataset_fixture.h"
#include "element_checks.h"
#include "scene_fixture.h"
#include "view/actions.h"

using namespace explorer;
using namespace explorer::test;

namespace {

struct Setup : SceneSetup {
  Setup() {
    dataset = &sample_dataset();
    summaries = false;
    apply(command::SetView{View::Videos});
  }
  void open(PopoverKind kind) { apply(command::OpenPopover{kind}); }
};

std::vector<const Node*> all_of(const Scene& scene, Role role) {
  std::vector<const Node*> found;
  for (const Node& node : scene.nodes()) {
    if (node.role == role) found.push_back(&node);
  }
  return found;
}

const Node& only(const Scene& scene, Role role) {
  const auto found = all_of(scene, role);
  REQUIRE(found.size() == 1);
  return *found[0];
}

std::string in_one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

// What the live region of this name says.
std::string heard(const Scene& scene, std::string_view name, NodeKey parent = 1) {
  const Node* region = scene.find(Scene::child_key(parent, name));
  REQUIRE(region != nullptr);
  CHECK(region->role == Role::Status);
  CHECK(attribute(*region, "data-waits") == "1");
  CHECK(region->text.empty());
  CHECK(attribute(*region, "text") == (region->heard.empty() ? "(none)" : region->heard));
  return region->heard;
}

Rect place_of(const Scene& scene, const Node& node) {
  Rect rect = node.rect;
  for (const Node* at = &node; at != &scene.node(0);) {
    at = &scene.node(at->parent);
    rect.x += at->rect.x;
    rect.y += at->rect.y;
  }
  return rect;
}

bool within(const Rect& inner, const Rect& outer) {
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w &&
         inner.y + inner.h <= outer.y + outer.h;
}

}  // namespace

TEST_CASE("the palette is a field over a list, which says what Enter would run") {
  Setup t;
  t.open(PopoverKind::Palette);
  const Scene scene = t.build();
  const Node& dialog = only(scene, Role::Dialog);
  CHECK(dialog.label == "Commands");
  CHECK(dialog.modal);
  const Node &field = only(scene, Role::ComboBox), &list = only(scene, Role::ListBox);
  const auto options = all_of(scene, Role::Option);
  REQUIRE(options.size() > 5);
  CHECK(field.input.field == InputField::Palette);
  CHECK(attribute(field, "role") == "combobox");
  CHECK(attribute(field, "aria-label") == "Commands");
  CHECK(attribute(field, "placeholder") == "Find a command");
  CHECK(attribute(field, "aria-expanded") == "true");
  CHECK(attribute(field, "aria-autocomplete") == "list");
  CHECK(attribute(field, "aria-controls") == attribute(list, "id"));
  CHECK(attribute(field, "aria-activedescendant") == attribute(*options[0], "id"));
  CHECK(attribute(list, "aria-label") == "Commands");
  CHECK(attribute(*options[0], "aria-selected") == "true");
  CHECK(attribute(*options[1], "aria-selected") == "(none)");
  CHECK(attribute(*options[0], "aria-posinset") == "1");
  CHECK(attribute(*options[0], "aria-label") == "Go to Overview");
  CHECK(attribute(*options[0], "aria-keyshortcuts") == "1");
  CHECK(attribute(*options[0], "tabindex") == "(none)");
  CHECK(attribute(*options[0], "data-act") == "1");
  CHECK(attribute(list, "id") != attribute(*options[0], "id"));
  t.apply(command::SetSingleKeys{false});
  t.open(PopoverKind::Palette);
  const Scene without = t.build();
  CHECK(attribute(*all_of(without, Role::Option)[0], "aria-keyshortcuts") == "(none)");
  // The field has the focus: it is the first that can have it.
  for (const Node& node : scene.nodes()) {
    if (&node == &field) break;
    CHECK((scene.node(node.parent).role != Role::Dialog || node.role == Role::Decor));
  }
}

TEST_CASE("options stand on one page after another, and the chosen one is there wherever that is") {
  Setup t;
  t.open(PopoverKind::Palette);
  const Scene first = t.build();
  const Node& list = only(first, Role::ListBox);
  const size_t shown = all_of(first, Role::Option).size();
  const std::string count = attribute(*all_of(first, Role::Option)[0], "aria-setsize");
  const size_t total = std::stoul(count);
  CHECK(shown < total);
  CHECK(list.content_h == doctest::Approx(36.0f * static_cast<float>(total)));
  std::vector<std::string> seen;
  for (size_t i = 0; i < total; ++i) {
    t.apply(command::MoveChoice{i});
    const Scene scene = t.build();
    const Node& field = only(scene, Role::ComboBox);
    const Node* option = scene.find(field.active_option);
    REQUIRE(option != nullptr);
    CHECK(option->marked);
    CHECK(option->row_index == i + 1);
    CHECK(option->rect.y == doctest::Approx(36.0f * static_cast<float>(i)));
    seen.emplace_back(option->label);
    CHECK(all_of(scene, Role::Option).size() <= shown + 1);
  }
  std::ranges::sort(seen);
  CHECK(std::ranges::adjacent_find(seen) == seen.end());
  // A choice beyond the end is the last.
  t.apply(command::MoveChoice{total + 5});
  const Scene last = t.build();
  CHECK(last.find(only(last, Role::ComboBox).active_option)->row_index == total);
  // Scrolled down by hand, other options are there.
  t.apply(command::MoveChoice{0});
  ScrollOffset down;
  down.key = list.key;
  down.y = list.content_h - list.rect.h;
  t.scrolls = {down};
  const Scene scrolled = t.build();
  CHECK(all_of(scrolled, Role::Option).back()->row_index == total);
}

TEST_CASE("a list that goes on ends within a line, one that is whole does not") {
  Setup t;
  t.open(PopoverKind::Palette);
  for (const float height : {900.0f, 600.0f, 400.0f}) {
    CAPTURE(height);
    t.environment.height_px = height;
    const Scene scene = t.build();
    const Node& list = only(scene, Role::ListBox);
    REQUIRE(list.content_h > list.rect.h);
    CHECK(std::fmod(list.rect.h, 36.0f) == doctest::Approx(18));
    CHECK(list.rect.h <= 10.5f * 36);
  }
  t.apply(command::SetPaletteText{"dark"});
  const Scene few = t.build();
  CHECK(only(few, Role::ListBox).rect.h == only(few, Role::ListBox).content_h);
}

TEST_CASE("what an action is about has a column of its own, and what stands now is beside its name") {
  Setup t;
  t.open(PopoverKind::Palette);
  t.apply(command::SetPaletteText{"compact"});
  const Scene scene = t.build();
  const Node* option = find_node(scene, Role::Option, "Compact rows, off");
  REQUIRE(option != nullptr);
  const auto part = [&](std::string_view name) { return scene.find(Scene::child_key(option->key, name)); };
  const Node *name = part("name"), *state = part("state"), *about = part("about");
  REQUIRE((name != nullptr && state != nullptr && about != nullptr));
  CHECK(state->text == "off");
  CHECK(about->text == "Table");
  CHECK(state->rect.x == doctest::Approx(name->rect.x + name->rect.w + 12));
  CHECK(about->rect.x > state->rect.x + state->rect.w);
  // Those of all options end at one place, whatever their keys.
  t.apply(command::SetPaletteText{""});
  const Scene all = t.build();
  float end = 0;
  for (const Node* each : all_of(all, Role::Option)) {
    const Node* word = all.find(Scene::child_key(each->key, "about"));
    if (word == nullptr) continue;
    if (end > 0) CHECK(word->rect.x + word->rect.w == doctest::Approx(end));
    end = word->rect.x + word->rect.w;
  }
  CHECK(end > 0);
}

TEST_CASE("where fingers press no keys are shown, but they are told") {
  Setup t;
  t.open(PopoverKind::Palette);
  const auto caps = [](const Scene& scene) {
    size_t count = 0;
    for (const Node* each : all_of(scene, Role::Option)) {
      for (uint64_t i = 0; i < 2; ++i)
        count += scene.find(Scene::child_key(each->key, "cap", i)) != nullptr ? 1 : 0;
    }
    return count;
  };
  CHECK(caps(t.build()) > 0);
  t.environment.coarse_pointer = true;
  const Scene touch = t.build();
  CHECK(caps(touch) == 0);
  CHECK(attribute(*all_of(touch, Role::Option)[0], "aria-keyshortcuts") == "1");
}

TEST_CASE("what is typed narrows the list; where nothing is called so, that is said and searched for") {
  Setup t;
  t.open(PopoverKind::Palette);
  t.apply(command::SetPaletteText{"dark"});
  const Scene some = t.build();
  CHECK(all_of(some, Role::Option).size() == 2);
  CHECK(find_node(some, Role::Option, "Colours: dark") != nullptr);
  CHECK(find_node(some, Role::Option, "Search for \u201cdark\u201d") != nullptr);
  CHECK(only(some, Role::ComboBox).value == "dark");
  CHECK(heard(some, "heard", only(some, Role::Dialog).key) == "1 command");
  t.apply(command::SetPaletteText{"zebra"});
  const Scene none = t.build();
  CHECK(find_node(none, Role::Text, "No command is called that.") != nullptr);
  CHECK(all_of(none, Role::Option).size() == 1);
  CHECK(heard(none, "heard", only(none, Role::Dialog).key) == "No command is called that.");
}

TEST_CASE("palette and sheet are on screen at every size, and high enough for fingers") {
  for (const Size& size : Sizes) {
    for (const bool coarse : {false, true}) {
      for (const PopoverKind kind : {PopoverKind::Palette, PopoverKind::Shortcuts}) {
        CAPTURE(size.w);
        CAPTURE(coarse);
        Setup t;
        t.environment = {size.w, size.h};
        t.environment.coarse_pointer = coarse;
        t.open(kind);
        const Scene scene = t.build();
        const Rect page{0, 0, size.w, size.h};
        const Node& dialog = only(scene, Role::Dialog);
        CHECK(within(dialog.rect, page));
        const bool phone = size.w < size::PhoneBelow;
        if (kind == PopoverKind::Palette && phone) CHECK(dialog.rect.y == 0);
        if (kind == PopoverKind::Palette && !phone)
          CHECK(dialog.rect.x + dialog.rect.w / 2 == doctest::Approx(size.w / 2));
        for (const Role role : {Role::Option, Role::CheckBox}) {
          for (const Node* each : all_of(scene, role)) {
            if (place_of(scene, *each).y + 1 < dialog.rect.y) continue;  // a tick of the page
            CHECK(each->rect.h >= (coarse || phone ? size::Touch : 32));
          }
        }
        const auto lists = all_of(scene, Role::ListBox);
        if (!lists.empty()) CHECK(within(place_of(scene, *lists[0]), dialog.rect));
      }
    }
  }
}

TEST_CASE(
    "the sheet lists every key of the table of actions, and those that can be switched off with a tick") {
  Setup t;
  t.open(PopoverKind::Shortcuts);
  const auto keys_listed = [&](const Scene& scene) {
    std::vector<std::string> names;
    for (const Node* each : all_of(scene, Role::Definition))
      names.push_back(each->label.empty() ? in_one_line(each->text) : each->label);
    return names;
  };
  const auto with = keys_listed(t.build());
  for (const ActionKeys& each : action_keys()) {
    CAPTURE(each.name);
    CHECK(std::ranges::count(with, each.name) == 1);
  }
  const Scene on = t.build();
  CHECK(all_of(on, Role::Terms).size() == 4);
  CHECK(all_of(on, Role::Term).size() == all_of(on, Role::Definition).size());
  const Node* tick = find_node(on, Role::CheckBox, "Single-key shortcuts");
  REQUIRE(tick != nullptr);
  CHECK(tick->checked == Toggle::On);
  t.apply(*tick->activate);
  const Scene off = t.build();
  CHECK(find_node(off, Role::CheckBox, "Single-key shortcuts")->checked == Toggle::Off);
  const auto without = keys_listed(off);
  for (const ActionKeys& each : action_keys()) {
    CAPTURE(each.name);
    CHECK(std::ranges::count(without, each.name) == (is_single_key(each.keys) ? 0 : 1));
  }
}

TEST_CASE("a sheet that scrolls is reached by Tab, one that does not is no stop") {
  Setup t;
  t.open(PopoverKind::Shortcuts);
  for (const float h : {480.0f, 1200.0f}) {
    t.environment = {1440, h};
    const Scene scene = t.build();
    const Node& dialog = only(scene, Role::Dialog);
    const Node* scroll = scene.find(Scene::child_key(dialog.key, "keys"));
    REQUIRE(scroll != nullptr);
    CAPTURE(scroll->content_h);
    CAPTURE(scroll->rect.h);
    CHECK(scroll->tab_stop == (scroll->content_h > scroll->rect.h));
    CHECK(scroll->tab_stop == (h < 600));
    CHECK(scroll->label.empty() == !scroll->tab_stop);
  }
}

TEST_CASE("buttons name their keys, as long as those do something") {
  Setup t;
  struct Case {
    Role role;
    std::string_view name, keys, help;
  };
  constexpr Case Cases[] = {
      {Role::SearchBox, "Search or filter", "/", "Key: /"},
      {Role::Tab, "Overview", "1", "Key: 1"},
      {Role::Tab, "Videos, 3", "5", "Key: 5"},
      {Role::Button, "Columns", "C", "Key: C"},
      {Role::Button, "Download", "X", "Key: X"},
      {Role::Button, "Save a picture or data", "P", "Save a picture or data (P)"},
      {Role::Button, "Colours: as the system; switch to dark", "T",
       "Colours: as the system; switch to dark (T)"},
      {Role::Button, "Share this view", "S", "Share this view (S)"},
      {Role::Button, "Read as plain tables", "R", "Read as plain tables (R)"},
      {Role::Button, "Commands", "Control+K", "Commands (Ctrl+K)"},
  };
  for (const Case& each : Cases) {
    CAPTURE(each.name);
    const Scene scene = t.build();
    const Node* button = find_node(scene, each.role, each.name);
    REQUIRE(button != nullptr);
    CHECK(button->shortcut == each.keys);
    CHECK(button->description == each.help);
    CHECK(attribute(*button, "aria-keyshortcuts") == each.keys);
  }
  t.environment.apple_keys = true;
  const Scene apple = t.build();
  CHECK(find_node(apple, Role::Button, "Commands")->shortcut == "Meta+K");
  t.apply(command::SetSingleKeys{false});
  const Scene scene = t.build();
  for (const Node& node : scene.nodes())
    CHECK((node.shortcut.empty() || node.label == "Commands"));
  CHECK(find_node(scene, Role::Button, "Columns")->description.empty());
}

TEST_CASE("the menu of everything has a button at every size, apart from its neighbours") {
  for (const Size& size : Sizes) {
    CAPTURE(size.w);
    Setup t;
    t.environment = {size.w, size.h};
    const Scene scene = t.build();
    const Node* button = find_node(scene, Role::Button, "Commands");
    REQUIRE(button != nullptr);
    CHECK(std::get<command::OpenPopover>(*button->activate).kind == PopoverKind::Palette);
    for (const Node& other : scene.nodes()) {
      const bool beside = other.role == Role::Button || other.role == Role::Search;
      if (!beside || &other == button || scene.node(other.parent).role != Role::Banner) continue;
      const Rect a = button->rect, b = other.rect;
      CHECK((a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y));
    }
  }
}

TEST_CASE("the count is seen at once and heard by a region of its own, in full") {
  Setup t;
  for (const float w : {1440.0f, 390.0f}) {
    t.environment = {w, 844};
    t.apply(command::SetQueryText{});
    CHECK(heard(t.build(), "heard-count") == "3 videos");
    t.apply(command::SetQueryText{"closer"});
    const Scene scene = t.build();
    CHECK(heard(scene, "heard-count") == "1 of 3 videos");
    const Node* seen = nullptr;
    for (const Node* each : all_of(scene, Role::Status)) {
      if (!each->unseen) seen = each;
    }
    REQUIRE(seen != nullptr);
    CHECK(seen->quiet);
    CHECK(attribute(*seen, "aria-live") == "off");
    CHECK(name_of(*seen) == "1 of 3 videos");
  }
  t.load.phase = LoadPhase::Loading;
  t.load.in_pieces = true;
  CHECK(heard(t.build(), "heard-count").empty());
}

TEST_CASE("what was just done is seen in the place of the count and heard, again if it is said again") {
  Setup t;
  t.apply(command::Say{"3 rows copied"});
  const Scene scene = t.build();
  CHECK(find_node(scene, Role::Status, "3 rows copied") != nullptr);
  CHECK(heard(scene, "heard-message") == "3 rows copied");
  CHECK(heard(scene, "heard-count") == "3 videos");
  t.apply(command::Say{"3 rows copied"});
  const std::string again = heard(t.build(), "heard-message");
  CHECK(again != "3 rows copied");
  CHECK(again.starts_with("3 rows copied"));
  t.apply(command::PointAt{});
  CHECK(!heard(t.build(), "heard-message").empty());
  t.apply(command::SetView{View::Releases});
  CHECK(heard(t.build(), "heard-message").empty());
}
