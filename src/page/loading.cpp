// What the page hands over of datasets and the map (web/datasets.js, web/dataset_source.js).
#include <emscripten/emscripten.h>

#include <optional>

#include "core/pack_report.h"
#include "page/explorer_page.h"

using namespace explorer;

namespace {

uint64_t count_of(double count) {
  return static_cast<uint64_t>(count);
}

}  // namespace

extern "C" {

// Bytes; 0 where unknown. Pages count from 1.
EMSCRIPTEN_KEEPALIVE void explorer_progress(double received, double expected, double expected_articles,
                                            double bytes_per_second, double page) {
  explorer_page->app.load_progress({count_of(received), count_of(expected), count_of(expected_articles),
                                    count_of(bytes_per_second), count_of(page)});
}

// `again`: a LoadAgain.
EMSCRIPTEN_KEEPALIVE void explorer_failed(const char* title, const char* detail, const char* hint,
                                          int again) {
  explorer_page->app.load_failed(title, detail, hint, static_cast<LoadAgain>(again));
}

// Loading in pieces: what comes next belongs to another dataset.
EMSCRIPTEN_KEEPALIVE void explorer_begun() {
  explorer_page->app.load_begun();
}

EMSCRIPTEN_KEEPALIVE void explorer_batch(const char* bytes, int count) {
  explorer_page->app.batch({bytes, static_cast<size_t>(count)});
}

// A report as of core/pack_report.h: all is there, or why the rest is not. Returns whether loading can go on.
EMSCRIPTEN_KEEPALIVE int explorer_finished(const char* report, int count, const char* note) {
  App& app = explorer_page->app;
  std::optional<LoadResult> result = unpack_report({report, static_cast<size_t>(count)});
  if (result) app.load_finished(std::move(*result), note);
  const LoadStatus& load = app.load_status();
  return load.phase == LoadPhase::Failed && load.again == LoadAgain::Continue;
}

// As loader_ranks() gives them.
EMSCRIPTEN_KEEPALIVE void explorer_ranks(int table, int column, const uint32_t* ranks, int bytes) {
  const size_t count = static_cast<size_t>(bytes) / sizeof(uint32_t);
  if (count == 0) return;
  explorer_page->app.adopt_ranks(static_cast<TableId>(table), static_cast<size_t>(column),
                                 {{ranks + 1, ranks + count}, ranks[0]});
}

EMSCRIPTEN_KEEPALIVE void explorer_stopped() {
  explorer_page->app.load_stopped();
}

// The map that fetch_map() asked for; no bytes if there is none.
EMSCRIPTEN_KEEPALIVE void explorer_map(const char* bytes, int count) {
  explorer_page->app.map_loaded({bytes, static_cast<size_t>(count)});
}

EMSCRIPTEN_KEEPALIVE void explorer_loaded(const char* bytes, int count) {
  explorer_page->app.loaded(load_dataset({bytes, static_cast<size_t>(count)}));
}

}  // extern "C"
