// Entry point for libFuzzer: any bytes must give a whole dataset or an error.
// Build with clang and -DEXPLORER_FUZZ=ON, run `load_dataset_fuzz -max_len=65536 CORPUS_FOLDER data`.
#include <cstdint>
#include <cstdlib>

#include "../unit/load_checks.h"
#include "core/load_dataset.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const explorer::LoadResult result = explorer::load_dataset({reinterpret_cast<const char*>(data), size});
  if (!explorer::fault_of(result).empty()) std::abort();
  return 0;
}
