// See dataset_size.h.
#include "core/dataset_size.h"

namespace explorer {

size_t approximate_bytes(const Dataset& dataset) {
  size_t total = 0;
  for (const Table& table : dataset.tables) {
    total += table.ids.byte_size() + table.inferred.byte_size() + table.evidence_offsets.byte_size() +
             table.evidence.capacity() * sizeof(Evidence) + table.link_offsets.byte_size() +
             table.links.capacity() * sizeof(PackedRow);
    for (const Column& column : table.columns)
      total += column.byte_size();
  }
  return total;
}

}  // namespace explorer
