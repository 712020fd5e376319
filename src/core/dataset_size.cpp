// See dataset_size.h.
#include "core/dataset_size.h"

namespace explorer {
namespace {

template <typename Value>
size_t bytes_of(const std::vector<Value>& values) {
  return values.size() * sizeof(Value);
}

}  // namespace

size_t approximate_bytes(const Dataset& dataset) {
  size_t bytes = dataset.strings.memory();
  for (const Table& table : dataset.tables) {
    bytes += bytes_of(table.ids) + bytes_of(table.inferred) + bytes_of(table.evidence_offsets) +
             bytes_of(table.evidence) + bytes_of(table.link_offsets) + bytes_of(table.links);
    for (const Column& column : table.columns) {
      bytes += bytes_of(column.strings) + bytes_of(column.list_offsets) + bytes_of(column.list_values) +
               bytes_of(column.numbers) + bytes_of(column.dates);
    }
  }
  return bytes;
}

}  // namespace explorer
