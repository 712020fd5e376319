// What make_dataset is asked for, read from its arguments.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "generator/article_generator.h"

namespace explorer {

struct DatasetOrder {
  uint64_t seed = 1;
  uint32_t article_count = 0;
  GeneratorFormat format = GeneratorFormat::Feed;
  bool summaries = false;
  std::string error;  // one sentence; empty if the arguments can be followed
};

// COUNT [--seed N] [--format feed|lines|rows] [--summaries], in any order, the program's name left out.
DatasetOrder read_dataset_order(std::span<const std::string_view> arguments);

}  // namespace explorer
