// Videos as cards: what they tell, only those in sight, pictures and links only where they may be.
#include <doctest/doctest.h>

#include <algorithm>

#include "dataset_fixture.h"
#include "fake_host.h"
#include "scene_fixture.h"

using namespace explorer;
using namespace explorer::test;

namespace {

SceneSetup cards(const Dataset& dataset, float w, float h) {
  SceneSetup setup;
  setup.dataset = &dataset;
  setup.environment = {w, h, Scheme::Light, w < 500};
  setup.environment.origin = "https://news.example";
  setup.apply(command::SetView{View::Videos});
  setup.apply(command::SetVideoForm{VideoForm::Cards});
  return setup;
}

std::vector<const Node*> cards_of(const Scene& scene) {
  std::vector<const Node*> found;
  for (const Node& node : scene.nodes()) {
    if (node.role == Role::Row && node.row_index > 1) found.push_back(&node);
  }
  return found;
}

// The visible texts in a card, line by line.
std::vector<std::string> texts_of(const Scene& scene, const Node& card) {
  std::vector<std::string> texts;
  for (const Node& node : scene.nodes()) {
    const Node* at = &node;
    while (at != &scene.node(0) && at != &card)
      at = &scene.node(at->parent);
    if (at != &card || node.text.empty()) continue;
    texts.push_back(node.text);
    std::ranges::replace(texts.back(), '\n', ' ');
  }
  return texts;
}

bool contains(const std::vector<std::string>& texts, std::string_view wanted) {
  return std::ranges::find(texts, wanted) != texts.end();
}

const Dataset& pictured_dataset() {
  static const std::unique_ptr<Dataset> dataset = [] {
    DatasetBuilder builder;
    builder.add_row(TableId::Videos, "own",
                    {{"title", "Own"},
                     {"thumbnail", "https://news.example/a.jpg"},
                     {"url", "https://video.example/watch?v=1"}});
    builder.add_row(TableId::Videos, "other",
                    {{"title", "Other"}, {"thumbnail", "https://user@cdn.example:8080/b.jpg?x"}});
    builder.add_row(TableId::Videos, "alike",
                    {{"title", "Alike"}, {"thumbnail", "https://news.example.evil/c.jpg"}});
    builder.add_row(TableId::Videos, "none", {{"title", "None"}});
    return builder.finish();
  }();
  return *dataset;
}

size_t pictures_in(const Scene& scene) {
  return static_cast<size_t>(
      std::ranges::count_if(scene.nodes(), [](const Node& node) { return !node.image.empty(); }));
}

}  // namespace

TEST_CASE("a card tells kind, publisher, date, length, people, songs, places in charts and sources") {
  const Scene scene = cards(shipped_dataset(), 1440, 900).build();
  const auto found = cards_of(scene);
  REQUIRE(found.size() == 6);
  const auto clip = texts_of(scene, *found[0]);
  for (const std::string_view text :
       {"music video", "Closer Than This, music video", "22 Dec 2023",
        "No. 1 YouTube trending MVs, worldwide", "With Jimin, BTS", "Closer Than This by Jimin",
        "length not stated", "Stated in", "A 3", "B 4"}) {
    CAPTURE(text);
    CHECK(contains(clip, text));
  }
  const auto gift = texts_of(scene, *found[1]);
  for (const std::string_view text :
       {"BIGHIT MUSIC \u00B7 23 Dec 2023", "about 30 min", "0", "10", "20", "30 min"}) {
    CAPTURE(text);
    CHECK(contains(gift, text));
  }
}

TEST_CASE("cards stand beside each other where there is room, all equally large") {
  struct Case {
    float w;
    size_t beside;
  };
  for (const Case each : {Case{390, 1}, Case{640, 1}, Case{1024, 2}, Case{1440, 3}, Case{2560, 5}}) {
    const Scene scene = cards(shipped_dataset(), each.w, 900).build();
    const auto found = cards_of(scene);
    const Rect& first = found.at(0)->rect;
    size_t beside = 0;
    for (const Node* card : found) {
      beside += card->rect.y == first.y;
      CHECK(card->rect.w == first.w);
      CHECK(card->rect.h == first.h);
      CHECK(card->rect.x + card->rect.w <= each.w);
    }
    CHECK(beside == each.beside);
  }
}

TEST_CASE("nothing in a card lies on anything else or leaves it") {
  for (const Dataset* dataset : {&shipped_dataset(), &sample_dataset(), &pictured_dataset()}) {
    for (const Size size : Sizes) {
      const Scene scene = cards(*dataset, size.w, size.h).build();
      for (const Node* card : cards_of(scene)) {
        float bottom = 0;
        std::vector<Rect> texts;
        for (const Node& node : scene.nodes()) {
          if (&scene.node(node.parent) != card) continue;
          bottom = std::max(bottom, node.rect.y + node.rect.h);
          if (node.role == Role::Cell || node.role == Role::RowHeader) texts.push_back(node.rect);
        }
        CHECK(bottom <= card->rect.h);
        for (size_t i = 0; i < texts.size(); ++i) {
          for (size_t k = i + 1; k < texts.size(); ++k) {
            const Rect &a = texts[i], &b = texts[k];
            CHECK_FALSE((a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h));
          }
        }
      }
    }
  }
}

TEST_CASE("of 200,000 videos only the cards in sight are nodes") {
  DatasetBuilder builder;
  for (int i = 0; i < 200000; ++i)
    builder.add_row(TableId::Videos, std::to_string(i), {{"title", "V"}, {"duration", "~240"}});
  const auto dataset = builder.finish();
  for (const float width : {390.0f, 1440.0f}) {
    SceneSetup setup = cards(*dataset, width, 900);
    Scene scene = setup.build();
    for (const Node& node : scene.nodes()) {
      if (node.scrolls && node.whole_h > 100000) setup.scrolls = {{node.key, 0, 1000000}};
    }
    REQUIRE(setup.scrolls.size() == 1);
    scene = setup.build();
    const auto found = cards_of(scene);
    CHECK(scene.nodes().size() < 900);
    CHECK(found.size() < 40);
    CHECK(found.at(0)->row_index > 5000);
  }
}

TEST_CASE("only pictures on the page's own host are fetched, others are links") {
  SceneSetup setup = cards(pictured_dataset(), 1440, 900);
  const Scene scene = setup.build();
  CHECK(pictures_in(scene) == 1);
  for (const Node& node : scene.nodes()) {
    if (!node.image.empty()) CHECK(node.image == "https://news.example/a.jpg");
  }
  const Node* other = find_node(scene, Role::Link, "Picture at cdn.example:8080: Other");
  REQUIRE(other);
  CHECK(other->href == "https://user@cdn.example:8080/b.jpg?x");
  CHECK(find_node(scene, Role::Link, "Picture at news.example.evil: Alike") != nullptr);
  setup.environment.origin.clear();
  CHECK(pictures_in(setup.build()) == 0);
}

TEST_CASE("every card leaves the same room for a picture as soon as one has one") {
  const auto title_x = [](const Dataset& dataset) {
    std::vector<float> places;
    const Scene scene = cards(dataset, 1440, 900).build();
    for (const Node& node : scene.nodes()) {
      if (node.role == Role::RowHeader) places.push_back(node.rect.x);
    }
    CHECK(std::ranges::count(places, places.at(0)) == static_cast<ptrdiff_t>(places.size()));
    return places.at(0);
  };
  CHECK(title_x(pictured_dataset()) > title_x(shipped_dataset()) + 100);
}

TEST_CASE("pictures, which lie over the canvas, give way to what opens above the content") {
  SceneSetup setup = cards(pictured_dataset(), 1440, 900);
  setup.apply(command::OpenPopover{PopoverKind::ColumnChooser, TableId::Videos});
  CHECK(pictures_in(setup.build()) == 0);
  setup.apply(command::ClosePopover{});
  CHECK(pictures_in(setup.build()) == 1);
  setup.apply(command::SelectRow{{TableId::Videos, 0}, false});
  CHECK(pictures_in(setup.build()) == 1);
  setup.environment.width_px = 800;
  CHECK(pictures_in(setup.build()) == 0);
}

TEST_CASE("a video can be played where its address is known, and nowhere else") {
  const Scene scene = cards(pictured_dataset(), 1440, 900).build();
  const Node* play = find_node(scene, Role::Link, "Play Own");
  REQUIRE(play);
  CHECK(play->href == "https://video.example/watch?v=1");
  CHECK(find_node(scene, Role::Link, "Play None") == nullptr);
  const Scene shipped = cards(shipped_dataset(), 1440, 900).build();
  for (const Node& node : shipped.nodes())
    CHECK(node.href.empty());
}

TEST_CASE("a length beyond the scale breaks off, and the others keep theirs") {
  DatasetBuilder builder;
  for (const char* secs : {"180", "240", "240", "300", "1080000"})
    builder.add_row(TableId::Videos, secs, {{"title", secs}, {"duration", secs}});
  const auto dataset = builder.finish();
  const Scene scene = cards(*dataset, 2560, 900).build();
  std::vector<float> bars;
  size_t breaks = 0;
  for (const Node& node : scene.nodes()) {
    if (node.mark == Mark::Bar) bars.push_back(node.mark_to);
    breaks += node.role == Role::Decor && node.fill == Color::Bg && scene.node(node.parent).role == Role::Row;
  }
  REQUIRE(bars.size() == 5);
  CHECK(bars[0] > 0.02f);
  CHECK(bars[1] > bars[0]);
  CHECK(bars[4] == 1);
  CHECK(breaks == 1);
}

TEST_CASE("the view of videos switches between table and cards, on a phone too") {
  for (const Size size : {Size{1440, 900}, Size{390, 844}}) {
    SceneSetup setup = cards(shipped_dataset(), size.w, size.h);
    const Scene first = setup.build();
    const Node* to_table = find_node(first, Role::Button, "Show as a table");
    REQUIRE(to_table);
    setup.apply(*to_table->activate);
    const Scene scene = setup.build();
    const Node* to_cards = find_node(scene, Role::Button, "Show as cards");
    REQUIRE(to_cards);
    CHECK(to_cards->key == to_table->key);
    setup.apply(command::SetView{View::Releases});
    CHECK(find_node(setup.build(), Role::Button, "Show as cards") == nullptr);
  }
}

TEST_CASE("arrows walk over cards as they stand") {
  DatasetBuilder builder;
  for (int i = 0; i < 100; ++i)
    builder.add_row(TableId::Videos, std::to_string(i),
                    {{"title", std::string("V").append(std::to_string(i))}});
  TestApp t;
  t.load(builder.finish());
  t.run(command::SetView{View::Videos});
  t.run(command::SetVideoForm{VideoForm::Cards});
  const auto press = [&t](const char* from, AppKey key) {
    CHECK(t.app.key_pressed(t.key(Role::Row, from), key));
    t.frame();
    const Node* node = t.app.scene().find(t.host.focused);
    return node == nullptr ? std::string("(nothing)") : node->label;
  };
  CHECK(press("V0", AppKey::Right) == "V1");
  CHECK(press("V1", AppKey::Down) == "V4");
  CHECK(press("V4", AppKey::Left) == "V3");
  CHECK(press("V3", AppKey::Up) == "V0");
  // By what is wholly in sight, but for one line that stays.
  const Node* card = t.find(Role::Row, "V0");
  REQUIRE(card != nullptr);
  const float window = t.app.scene().node(card->parent).rect.h;
  const auto lines = static_cast<int>(window / card->rect.h) - 1;
  const std::string next_page = "V" + std::to_string(3 * std::max(lines, 1));
  CHECK(press("V0", AppKey::PageDown) == next_page);
  CHECK(press(next_page.c_str(), AppKey::End) == "V99");
  CHECK(press("V99", AppKey::Home) == "V0");
}
