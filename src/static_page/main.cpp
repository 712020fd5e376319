// Build tool: make_static_page DATASET TEMPLATE STYLE PROGRAM OUTPUT_FOLDER writes index.html and style.css.
// Fails with one line that says what is wrong; a dataset with warnings is refused, since it is our own.
#include <cstdio>
#include <string>

#include "core/load_dataset.h"
#include "static_page/static_page.h"

using namespace explorer;

namespace {

bool read_file(const std::string& path, std::string& out) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return false;
  char buffer[65536];
  for (size_t count = 0; (count = std::fread(buffer, 1, sizeof buffer, file)) > 0;)
    out.append(buffer, count);
  return std::fclose(file) == 0;
}

bool write_file(const std::string& path, const std::string& text) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return false;
  const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  return std::fclose(file) == 0 && written;
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

int fail(const std::string& message) {
  std::fprintf(stderr, "make_static_page: %s\n", message.c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 6) return fail("expected DATASET TEMPLATE STYLE PROGRAM OUTPUT_FOLDER");
  std::string json, page, style, program;
  std::string* const texts[] = {&json, &page, &style, &program};
  for (int i = 0; i < 4; ++i) {
    if (!read_file(argv[i + 1], *texts[i])) return fail(std::string(argv[i + 1]) + " cannot be read");
  }
  const LoadResult result = load_dataset(json);
  if (result.error) return fail(std::string(argv[1]) + ": " + result.error->message);
  if (!result.warnings.empty()) {
    const LoadWarning& first = result.warnings.front();
    return fail(std::string(argv[1]) + ", line " + std::to_string(first.place.line) + ": " + first.message);
  }
  const Dataset& dataset = *result.dataset;
  replace_all(page, "@TITLE@", escape_html(dataset.title));
  replace_all(page, "@DESCRIPTION@", escape_html(dataset.description));
  replace_all(page, "@TABLES@", static_tables(dataset));
  replace_all(page, "@PROGRAM_BYTES@", std::to_string(program.size()));
  replace_all(page, "@DATASET_BYTES@", std::to_string(json.size()));
  const std::string folder = std::string(argv[5]) + "/";
  if (!write_file(folder + "index.html", page)) return fail(folder + "index.html cannot be written");
  if (!write_file(folder + "style.css", style_tokens() + style))
    return fail(folder + "style.css cannot be written");
  return 0;
}
