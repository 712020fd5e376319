// Tool: make_dataset COUNT [--seed N] [--format feed|lines|rows] [--summaries] writes a generated dataset to
// the standard output, piece by piece. Fails with one line that says what is wrong.
#include <cstdio>
#include <vector>

#include "generator/article_generator.h"
#include "generator/dataset_order.h"

using namespace explorer;

namespace {

constexpr size_t PieceBytes = 1 << 18;

int fail(const char* message) {
  std::fprintf(stderr, "make_dataset: %s\n", message);
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string_view> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
  const DatasetOrder order = read_dataset_order(arguments);
  if (!order.error.empty()) {
    fail(order.error.c_str());
    std::fputs("Usage: make_dataset COUNT [--seed N] [--format feed|lines|rows] [--summaries] > FILE\n",
               stderr);
    return 2;
  }
  ArticleGenerator generator(order.seed, order.article_count, order.format, order.summaries);
  std::string piece;
  while (generator.write(piece, PieceBytes)) {
    if (std::fwrite(piece.data(), 1, piece.size(), stdout) != piece.size()) return fail("Writing failed.");
    piece.clear();
  }
  return std::fflush(stdout) == 0 ? 0 : fail("Writing failed.");
}
