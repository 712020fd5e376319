// STAND-IN for the transfer of columns from the worker's memory to the page's, with its shape: it sends the
// text of the rows, and the page loads all of them anew.
#pragma once

#include <string>
#include <string_view>

#include "core/dataset.h"

namespace explorer {

class DatasetSender {
 public:
  explicit DatasetSender(const Dataset&) {}
  // Everything appended since the last call; empty if nothing was.
  std::string take();
};

class DatasetReceiver {
 public:
  explicit DatasetReceiver(Dataset& dataset) : dataset_(dataset) {}
  // Appends what a sender took. False if the bytes are not from a sender.
  bool apply(std::string_view bytes);

 private:
  Dataset& dataset_;
  std::string items_, members_;
};

}  // namespace explorer
