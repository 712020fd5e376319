// Entry point for libFuzzer: any bytes, cut anywhere, must give a whole dataset or an error, and the same one
// as without cuts. Build with clang and -DEXPLORER_FUZZ=ON, run
// `load_dataset_fuzz -max_len=65536 CORPUS_FOLDER data`.
#include <cstdint>
#include <cstdlib>

#include "../unit/cut_load.h"
#include "../unit/load_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace explorer;
  const std::string_view document(reinterpret_cast<const char*>(data), size);
  const LoadResult whole = load_dataset(document);
  if (!fault_of(whole).empty()) std::abort();
  // The bytes themselves choose the cuts, so that an input means the same on every run.
  uint32_t state = static_cast<uint32_t>(size);
  for (const char c : document)
    state = state * 31 + static_cast<unsigned char>(c);
  const auto next_size = [&state] {
    state = state * 1664525U + 1013904223U;
    return 1 + (state >> 16) % ((state >> 8) % 4 == 0 ? 4000 : 7);
  };
  if (account_of(load_in_pieces(document, next_size)) != account_of(whole)) std::abort();
  return 0;
}
