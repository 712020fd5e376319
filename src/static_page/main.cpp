// Build tool: make_static_page DATASET TEMPLATE STYLE PROGRAM LATE_PROGRAM OUTPUT_FOLDER [SITE_ADDRESS]
// writes index.html and style.css, and oembed.json if it is told where the site will be. Fails with one line
// that says what is wrong; a dataset with warnings is refused, since it is our own.
#include <cstdio>
#include <string>

#include "core/load_dataset.h"
#include "static_page/link_preview.h"
#include "static_page/linked_data.h"
#include "static_page/site_address.h"
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

int fail(const std::string& message) {
  std::fprintf(stderr, "make_static_page: %s\n", message.c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 7 && argc != 8)
    return fail("expected DATASET TEMPLATE STYLE PROGRAM LATE_PROGRAM OUTPUT_FOLDER [SITE_ADDRESS]");
  std::string site;
  if (argc == 8 && argv[7][0] != '\0') {
    const SiteAddress address = read_site_address(argv[7]);
    if (!address.folder) return fail(address.error);
    site = *address.folder;
  }
  std::string json, page, style, program, late_program;
  std::string* const texts[] = {&json, &page, &style, &program, &late_program};
  for (int i = 0; i < 5; ++i) {
    if (!read_file(argv[i + 1], *texts[i])) return fail(std::string(argv[i + 1]) + " cannot be read");
  }
  const LoadResult result = load_dataset(json);
  if (result.error) return fail(std::string(argv[1]) + ": " + result.error->message);
  if (!result.warnings.empty()) {
    const LoadWarning& first = result.warnings.front();
    return fail(std::string(argv[1]) + ", line " + std::to_string(first.place.line) + ": " + first.message);
  }
  const Dataset& dataset = *result.dataset;
  const PageValue values[] = {{"TITLE", escape_html(dataset.title)},
                              {"DESCRIPTION", escape_html(dataset.description)},
                              {"LINK_PREVIEW", link_preview_head(dataset, site)},
                              {"LINKED_DATA", linked_data(dataset, site)},
                              {"TABLES", static_tables(dataset)},
                              {"PROGRAM_BYTES", std::to_string(program.size())},
                              {"RELEASE", release_mark(program, late_program)},
                              {"DATASET_BYTES", std::to_string(json.size())}};
  const std::string folder = std::string(argv[6]) + "/", embed = folder + "oembed.json";
  if (!write_file(folder + "index.html", fill_page(page, values)))
    return fail(folder + "index.html cannot be written");
  if (!write_file(folder + "style.css", style_tokens() + style))
    return fail(folder + "style.css cannot be written");
  // One that an earlier build has left would speak of an address that no longer holds.
  if (site.empty()) {
    std::remove(embed.c_str());
  } else if (!write_file(embed, oembed_json(dataset, site))) {
    return fail(embed + " cannot be written");
  }
  return 0;
}
