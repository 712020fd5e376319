// Questions of every kind that nobody asked, put to an engine of their own: a browser compiles a loop for
// speed only after it ran for a while, and without this the first searches of a large dataset would take
// several times as long as later ones. Their answers are thrown away.
#pragma once

#include <cstddef>
#include <vector>

#include "core/query_engine.h"

namespace explorer {

class EngineRehearsal {
 public:
  // With fewer rows there is nothing to gain.
  static constexpr uint32_t LeastRows = 50'000;

  // `dataset` must outlive it and not change meanwhile.
  explicit EngineRehearsal(const Dataset& dataset);

  // Does one step at least. Returns true when all is done.
  bool work(WorkLimit limit);

 private:
  struct Question {
    Query query;
    TableId table;
    size_t counted;  // column whose values are counted under it
  };
  QueryEngine engine_;
  std::vector<Question> questions_;
  size_t at_ = 0;
};

}  // namespace explorer
