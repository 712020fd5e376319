// An app that shows a grid, and tests that press keys in it as the page does.
#pragma once

#include <doctest/doctest.h>

#include "dataset_fixture.h"
#include "fake_host.h"
#include "scene_fixture.h"
#include "view/grid_walk.h"

namespace explorer::test {

inline constexpr TableId Videos = TableId::Videos;

inline std::unique_ptr<Dataset> videos(int count) {
  DatasetBuilder builder;
  for (int i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    builder.add_row(Videos, number,
                    {{"title", "Video " + number},
                     {"kind", i % 2 == 0 ? "clip" : "dance video"},
                     {"duration", std::to_string(1000 - i)}});
  }
  return builder.finish();
}

// Keys go to what has the focus, which the app is told of as the page does.
struct GridApp : TestApp {
  explicit GridApp(std::unique_ptr<Dataset> dataset = videos(200), View view = View::Videos,
                   Size size = {1440, 900})
      : TestApp(size.w, size.h) {
    load(std::move(dataset));
    run(command::SetView{view});
    for (const Node& node : app.scene().nodes()) {
      if (node.tab_stop && grid_spot(app.scene(), node.key)) host.focused = node.key;
    }
    settle();
  }
  void settle() {
    frame();
    app.focused(host.focused);
    frame();
  }
  bool ask(AppKey key, bool shift = false, bool command = false, std::string_view text = {}) {
    const bool taken = app.key_pressed(host.focused, {key, shift, command, text});
    settle();
    return taken;
  }
  void press(AppKey key, bool shift = false, bool command = false) { CHECK(ask(key, shift, command)); }
  // "row,column" of what has the focus; "in" before it among what a cell holds.
  std::string place() const {
    const auto spot = grid_spot(app.scene(), host.focused);
    if (!spot) return "elsewhere";
    const std::string at = std::to_string(spot->row->row_index) + "," + std::to_string(spot->stop->col_index);
    return spot->inside ? "in " + at : at;
  }
  std::string name() const {
    const Node* node = app.scene().find(host.focused);
    return node == nullptr ? "(nothing)" : std::string(name_of(*node));
  }
  void go(AppKey key, int times) {
    for (int i = 0; i < times; ++i)
      press(key);
  }
  std::vector<RowIndex> marked() const { return app.state().marks.rows.rows(); }
  size_t stops() const {
    size_t count = 0;
    for (const Node& node : app.scene().nodes())
      count += node.tab_stop && grid_spot(app.scene(), node.key) ? 1 : 0;
    return count;
  }
};

}  // namespace explorer::test
