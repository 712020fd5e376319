// Scenes for tests: a dataset, a state reached by commands, a viewport, and the fixed measurer.
#pragma once

#include <span>
#include <vector>

#include "fixed_measurer.h"
#include "view/build_scene.h"

namespace explorer::test {

struct SceneSetup {
  AppState state = initial_state();
  const Dataset* dataset = nullptr;
  LoadStatus load = ready();
  Environment environment{1440, 900};
  std::vector<ScrollOffset> scrolls;
  MapStatus map;
  ExportStatus exporting;
  bool summaries = true;  // below the headers

  void apply(const Command& command) { state = explorer::apply(std::move(state), command, dataset); }
  Results results() const;
  static LoadStatus ready() {
    LoadStatus load;
    load.phase = LoadPhase::Ready;
    return load;
  }
  Scene build() const;
  Scene build(TextMeasurer& measurer) const;
};

// The sample dataset's videos in a window this wide.
SceneSetup sample_videos(float width);

struct Size {
  float w, h;
};
inline constexpr Size Sizes[] = {{280, 300},  {390, 844},  {640, 480},  {820, 1180},
                                 {1024, 768}, {1440, 900}, {2560, 1440}};

// No rows at all.
const Dataset& empty_dataset();
// The dataset that the project ships.
const Dataset& shipped_dataset();
// 100,000 chart entries, and a few rows of the others.
const Dataset& large_dataset();
std::unique_ptr<Dataset> make_large_dataset();

const Node* find_node(const Scene& scene, Role role, std::string_view name);
std::string_view name_of(const Node& node);

}  // namespace explorer::test
