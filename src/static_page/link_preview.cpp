// See link_preview.h.
#include "static_page/link_preview.h"

#include "static_page/json_text.h"
#include "static_page/site_address.h"
#include "static_page/static_page.h"
#include "view/ui_text.h"

namespace explorer {

namespace {

// oEmbed wants pixels, and a file cannot obey the `maxwidth` of the question: so small that it fits anywhere.
// The frame itself takes the width that there is. For the same reason no thumbnail is offered.
constexpr uint32_t EmbedWidth = 320, EmbedHeight = 640;

void append_line(std::string& out, std::string_view element) {
  if (!out.empty()) out += '\n';
  out += element;
}

// Open Graph calls its names properties, all others go by name.
void append_meta(std::string& out, std::string_view name, std::string_view content) {
  if (content.empty()) return;
  const std::string kind = name.starts_with("og:") ? "property" : "name";
  append_line(out,
              "<meta " + kind + "=\"" + std::string(name) + "\" content=\"" + escape_html(content) + "\">");
}

void append_link(std::string& out, std::string_view attributes, std::string_view address) {
  append_line(out, "<link " + std::string(attributes) + " href=\"" + escape_html(address) + "\">");
}

std::string page_title(const Dataset& dataset) {
  return dataset.title.empty() ? std::string(ui::AppTitle) : dataset.title;
}

}  // namespace

std::string link_preview_head(const Dataset& dataset, std::string_view site) {
  std::string out;
  append_meta(out, "og:type", "website");
  append_meta(out, "og:site_name", ui::AppTitle);
  append_meta(out, "og:title", page_title(dataset));
  append_meta(out, "og:description", dataset.description);
  append_meta(out, "twitter:card", site.empty() ? "summary" : "summary_large_image");
  if (site.empty()) return out;
  const std::string page(site);
  append_meta(out, "og:url", page);
  append_meta(out, "og:image", page + "preview.png");
  append_meta(out, "og:image:type", "image/png");
  append_meta(out, "og:image:width", "1200");
  append_meta(out, "og:image:height", "630");
  append_meta(out, "og:image:alt", fill(ui::Labelled, {ui::AppTitle, page_title(dataset)}));
  append_link(out, "rel=\"canonical\"", page);
  append_link(
      out,
      "rel=\"alternate\" type=\"application/json+oembed\" title=\"" + escape_html(page_title(dataset)) + "\"",
      page + "oembed.json?format=json&url=" + percent_encoded(page));
  return out;
}

std::string oembed_json(const Dataset& dataset, std::string_view site) {
  const std::string title = escape_html(page_title(dataset));
  const std::string frame = "<iframe src=\"" + escape_html(site) + "\" title=\"" + title +
                            "\" width=\"100%\" height=\"" + std::to_string(EmbedHeight) +
                            "\" loading=\"lazy\" frameborder=\"0\"></iframe>";
  JsonObject answer;
  answer.text("type", "rich").text("version", "1.0").text("title", page_title(dataset));
  answer.text("provider_name", ui::AppTitle).text("provider_url", site).text("html", frame);
  return answer.number("width", EmbedWidth).number("height", EmbedHeight).str() + "\n";
}

}  // namespace explorer
