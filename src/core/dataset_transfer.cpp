// STAND-IN, see dataset_transfer.h.
#include "core/dataset_transfer.h"

#include <utility>

#include "core/load_session.h"

namespace explorer {

std::string DatasetSender::take() {
  return std::exchange(stand_in::appended(), {});
}

bool DatasetReceiver::apply(std::string_view bytes) {
  while (!bytes.empty()) {
    const size_t end = bytes.find('\x1e');
    if (end == bytes.npos) return false;
    const std::string_view part = bytes.substr(1, end - 1);
    std::string& all = bytes[0] == 'i' ? items_ : members_;
    if (!all.empty() && &all == &items_) all += ',';
    all.append(part);
    if (&all == &members_) all += ',';
    bytes.remove_prefix(end + 1);
  }
  LoadResult result = load_dataset("{" + members_ + "\"items\":[" + items_ + "]}");
  if (result.dataset) dataset_ = std::move(*result.dataset);
  return result.dataset != nullptr;
}

}  // namespace explorer
