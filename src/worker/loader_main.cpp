// The loader's own small program, for a worker or, where none is allowed, beside the explorer on the page:
// bytes of documents in, batches of rows out. One exported function a step, called by web/load_process.js.
#include <emscripten/emscripten.h>

#include <memory>
#include <string>
#include <string_view>

#include "core/dataset_transfer.h"
#include "core/load_dataset.h"
#include "core/load_session.h"
#include "core/pack_report.h"
#include "core/phrase.h"
#include "core/value_ranks.h"
#include "generator/article_generator.h"

using namespace explorer;

namespace {

struct Loader {
  Dataset dataset;
  LoadSession session{dataset};
  DatasetSender sender{dataset};
  std::unique_ptr<ArticleGenerator> generator;
  std::string generated;
  std::string out;  // what the last call that answers with bytes gave
};

constexpr uint64_t DemoSeed = 1;

std::unique_ptr<Loader> loader;

size_t answer(std::string bytes) {
  loader->out = std::move(bytes);
  return loader->out.size();
}

}  // namespace

extern "C" {

// What is said of files, in the reader's language (core/phrase.h); before the first of them.
EMSCRIPTEN_KEEPALIVE void loader_phrases(const char* bytes, int count) {
  set_phrases({bytes, static_cast<size_t>(count)});
}

// Forgets everything before. `limit_bytes` 0: none but the machine's.
EMSCRIPTEN_KEEPALIVE void loader_start(double limit_bytes) {
  loader = std::make_unique<Loader>();
  if (limit_bytes > 0) loader->session.set_limit(static_cast<size_t>(limit_bytes));
}

EMSCRIPTEN_KEEPALIVE void loader_begin_document() {
  loader->session.begin_document();
}

// Each returns whether all is well; else the report says why not.
EMSCRIPTEN_KEEPALIVE int loader_write(const char* bytes, int count) {
  return loader->session.write({bytes, static_cast<size_t>(count)});
}

EMSCRIPTEN_KEEPALIVE int loader_end_document() {
  return loader->session.end_document();
}

// The rest of the document will not come for now: the network failed, or the reader stopped it.
EMSCRIPTEN_KEEPALIVE void loader_abandon_document() {
  loader->session.abandon_document();
}

// The abandoned or broken document comes once more, from its first byte.
EMSCRIPTEN_KEEPALIVE void loader_restart_document() {
  loader->session.restart_document();
}

// Links the rows so far, a step of a millisecond or two at a time, before the last batch is taken; more rows
// may follow after that. Returns whether there is more to do.
EMSCRIPTEN_KEEPALIVE int loader_finish_step() {
  return loader->session.finish_step();
}

// Starts a document of `count` generated articles; loader_generate() writes it piece by piece.
EMSCRIPTEN_KEEPALIVE void loader_demo(double count) {
  loader->generator = std::make_unique<ArticleGenerator>(DemoSeed, static_cast<uint32_t>(count),
                                                         GeneratorFormat::Feed, false);
  loader->session.begin_document(LoadFormat::Feed);
}

// Loads about `bytes` bytes more of it. 1: there is more; 0: complete; -1: refused, see the report.
EMSCRIPTEN_KEEPALIVE int loader_generate(int bytes) {
  loader->generated.clear();
  const bool more = loader->generator->write(loader->generated, static_cast<size_t>(bytes));
  if (!loader->session.write(loader->generated)) return -1;
  return more;
}

// Bytes of the last piece of the demonstration.
EMSCRIPTEN_KEEPALIVE int loader_generated_bytes() {
  return static_cast<int>(loader->generated.size());
}

// These put their answer at loader_answer() and return its length.
EMSCRIPTEN_KEEPALIVE int loader_next_url() {
  return static_cast<int>(answer(loader->session.next_url()));
}

EMSCRIPTEN_KEEPALIVE int loader_take() {
  return static_cast<int>(answer(loader->sender.take()));
}

// What was passed over as of the last loader_finish_step(), and what stopped the last document, if anything.
EMSCRIPTEN_KEEPALIVE int loader_report() {
  return static_cast<int>(answer(pack_report(report_of(loader->session))));
}

// The order of a column's values (value_ranks.h) where finding it takes long: 32-bit numbers, how many are
// distinct, then the rank of each entry. Nothing for a column with few values, or one that the table does not
// have.
EMSCRIPTEN_KEEPALIVE int loader_ranks(int table, int column) {
  constexpr ValueCode Few = 10'000;
  const Table& rows = loader->dataset.table(static_cast<TableId>(table));
  const auto at = static_cast<size_t>(column);
  if (at >= rows.columns.size() || rows.columns[at].shares_texts() || rows.columns[at].value_count() < Few)
    return static_cast<int>(answer({}));
  RankRun run(rows.columns[at]);
  while (run.step()) {
  }
  const ValueRanks ranks = run.take();
  std::string bytes(reinterpret_cast<const char*>(&ranks.distinct), sizeof(ranks.distinct));
  bytes.append(reinterpret_cast<const char*>(ranks.by_entry.data()),
               ranks.by_entry.size() * sizeof(uint32_t));
  return static_cast<int>(answer(std::move(bytes)));
}

EMSCRIPTEN_KEEPALIVE const char* loader_answer() {
  return loader->out.data();
}

}  // extern "C"
