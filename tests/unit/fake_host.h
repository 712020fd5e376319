// An app that a test runs by hand: the host only counts what it is asked for.
#pragma once

#include <functional>
#include <utility>

#include "app/app.h"
#include "fixed_measurer.h"

namespace explorer::test {

struct FakeHost : AppHost {
  int frames = 0;
  int fetches = 0, continued = 0, cancels = 0, map_fetches = 0, files_asked = 0;
  std::vector<ThemeChoice> themes;
  NodeKey focused = 0, focused_at_once = 0;
  std::vector<std::pair<NodeKey, float>> moves;            // of scroll areas
  std::vector<std::pair<std::string, std::string>> saved;  // file names and contents
  struct Told {
    std::string address;
    bool pushed;
    std::string left;
  };
  std::vector<Told> addresses;
  std::vector<std::string> remembered;
  std::vector<std::pair<LinkUse, std::string>> links;
  double clock_ms = 0;  // a step of the engine takes a millisecond

  void request_frame() override { ++frames; }
  void fetch_dataset() override { ++fetches; }
  void fetch_map() override { ++map_fetches; }
  void continue_load() override { ++continued; }
  void cancel_load() override { ++cancels; }
  void ask_for_file() override { ++files_asked; }
  double now_ms() override { return ++clock_ms; }
  void theme_chosen(ThemeChoice choice) override { themes.push_back(choice); }
  void focus(NodeKey key) override { focused = key; }
  bool focus_now(NodeKey key) override {
    focused = focused_at_once = key;
    return true;
  }
  // What the page does meanwhile; without it the browser does not let it copy.
  std::function<void()> copying;
  bool copy() override {
    if (copying) copying();
    return copying != nullptr;
  }
  void scroll_to(NodeKey key, float, float y) override { moves.emplace_back(key, y); }

  struct Export {
    uint32_t number;
    std::string file_name, media_type;
    bool large;
  };
  std::vector<Export> exports;  // that were begun
  int exports_prepared = 0;
  void prepare_export() override { ++exports_prepared; }
  void begin_export(uint32_t number, std::string_view file_name, std::string_view media_type,
                    bool large) override {
    exports.push_back({number, std::string(file_name), std::string(media_type), large});
  }

  void address_changed(std::string_view address, bool push, std::string_view left) override {
    addresses.push_back({std::string(address), push, std::string(left)});
  }
  std::vector<int> heights;  // that the page was told
  void content_height(int px) override { heights.push_back(px); }
  void remember(std::string_view text) override { remembered.emplace_back(text); }
  void use_link(LinkUse use, std::string_view address) override { links.emplace_back(use, address); }
  void save_picture(PictureFile, std::string_view file_name, std::string_view content) override {
    saved.emplace_back(file_name, content);
  }

  // Whether a frame was asked for since the last call.
  bool asked() { return std::exchange(frames, 0) > 0; }
};

// Built and sized, not loaded.
struct TestApp {
  FakeHost host;
  FixedMeasurer measurer;
  App app{host, measurer};

  explicit TestApp(float width_px = 1440, float height_px = 900) {
    app.resized(width_px, height_px);
    frame();
  }

  // The frame that the host would run; forgets what was asked for before.
  bool frame() {
    host.frames = 0;
    bool drawn = app.update();
    // A question may take several frames; what tests look at is the answer.
    for (int more = 0; more < 1000 && host.asked(); ++more)
      drawn = app.update() || drawn;
    return drawn;
  }
  void load(std::unique_ptr<Dataset> dataset) {
    LoadResult result;
    result.dataset = std::move(dataset);
    app.loaded(std::move(result));
    frame();
  }
  // Does `command` and draws.
  void run(const Command& command) {
    app.dispatch(command);
    frame();
  }
  const Node* find(Role role, std::string_view name) const;
  // The key of that node; fails the test if there is none.
  NodeKey key(Role role, std::string_view name) const;
  const Node* find_input(InputField field) const;
  void type(InputField field, std::string_view text) {
    const Node* input = find_input(field);
    app.typed(input == nullptr ? 0 : input->key, text);
    frame();
  }
  // What the field shows.
  std::string shown(InputField field) const {
    const Node* input = find_input(field);
    return input == nullptr ? "(no field)" : input->value;
  }
};

}  // namespace explorer::test
