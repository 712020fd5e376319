// What to show: from state, results and dataset to the scene. Pure; called when something changed.
#pragma once

#include <array>
#include <memory>
#include <span>
#include <vector>

#include "core/dataset.h"
#include "core/load_dataset.h"
#include "core/query.h"
#include "state/app_state.h"
#include "view/column_summary.h"
#include "view/export_status.h"
#include "view/map_geometry.h"
#include "view/overview_facts.h"
#include "view/region_facts.h"
#include "view/scene.h"
#include "view/text_layout.h"
#include "view/time_facts.h"

namespace explorer {

// Failed and Stopped (by the reader) keep the rows that came before.
enum class LoadPhase : uint8_t { Loading, Ready, Failed, Stopped };

// What loading again can do after it ended early: begin anew, go on where it ended, or nothing better.
enum class LoadAgain : uint8_t { Start, Continue, Never };

// How much of a dataset has come, 0 where unknown.
struct LoadProgress {
  uint64_t received_bytes = 0;
  uint64_t expected_bytes = 0;
  uint64_t expected_articles = 0;
  uint64_t bytes_per_second = 0;
  uint64_t page = 0;  // of a feed in several pages, from 1
  friend bool operator==(const LoadProgress&, const LoadProgress&) = default;
};

// How far the dataset has come.
struct LoadStatus {
  LoadPhase phase = LoadPhase::Loading;
  bool in_pieces = false;  // rows are shown as they come, and CancelLoad ends it
  LoadProgress progress;
  LoadAgain again = LoadAgain::Start;  // Failed
  std::string failure_title;           // Failed: what happened, one sentence
  std::string failure_detail;          // where and why
  std::string failure_hint;            // what to do
  std::string note;                    // Ready: why there may be more than was loaded
  std::vector<LoadWarning> warnings;
  uint64_t warning_count = 0;
  uint64_t skipped_articles = 0;
  uint64_t skipped_rows = 0;
};

// Answers to the state's query, computed once a change by app/.
struct Results {
  std::array<QueryResult, TableCount> tables;
  // Of the column whose filter is open: its values (those that its search finds), or its range.
  std::vector<FacetValue> facets;
  std::optional<ColumnRange> range;
  std::shared_ptr<const OverviewFacts> overview;  // null: to be computed where they are needed
  std::shared_ptr<const RegionFacts> regions;     // the same
  std::shared_ptr<const TimeFacts> time;          // the same
  std::vector<ColumnSummary> summaries;           // of columns that were on screen; may be an earlier answer
  uint32_t marked = 0;                            // rows of the state's marks that the answer has
};

struct Gesture;

// The map of the world: fetched when it is first shown. Without `map`: it is on its way, or it failed.
struct MapStatus {
  std::shared_ptr<const WorldMap> map;
  bool failed = false;
};

struct SceneInput {
  const AppState& state;
  const Dataset* dataset;  // null while there is nothing to show; grows while Loading
  const Results& results;
  const LoadStatus& load;
  Environment environment;
  std::span<const ScrollOffset> scrolls;
  TextMeasurer& measurer;
  const Gesture* gesture = nullptr;  // a drag over a surface (view/surface.h), if there is one
  NodeKey hovered = 0;               // under the pointer; 0: none
  double now_ms = 0;                 // of the clock by which transitions began
  MapStatus map = {};
  std::span<const NodeKey> visited = {};  // in each list that is walked, what had the focus last
  NodeKey focused = 0;                    // has the keyboard focus; 0: nothing has
  ExportStatus exporting = {};
};

Scene build_scene(const SceneInput& input);

// Px high enough for the page to show all of the main column at this width, but of long tables only their
// first rows, and room for a dialog while one is open. Whatever the page's height is now.
float natural_height(const SceneInput& input);

// Where a column dragged to `viewport_x_px` would go: an index into TableState::columns (its size = the
// end). Nothing if the scene shows no table. Column headers carry their place in Node::drag.
std::optional<size_t> column_slot_at(const Scene& scene, const AppState& state,
                                     std::span<const ScrollOffset> scrolls, float viewport_x_px);

}  // namespace explorer
