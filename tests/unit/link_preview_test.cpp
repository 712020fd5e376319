// What other sites show of a link to the page, and the address that it needs.
#include "static_page/link_preview.h"

#include <doctest/doctest.h>

#include "dataset_fixture.h"
#include "static_page/site_address.h"
#include "text_checks.h"

using namespace explorer;
using namespace explorer::test;

namespace {

std::unique_ptr<Dataset> titled(std::string_view title, std::string_view description) {
  auto dataset = DatasetBuilder().finish();
  dataset->title = title;
  dataset->description = description;
  return dataset;
}

}  // namespace

TEST_CASE("the address of the site is that of a folder") {
  CHECK(read_site_address("https://example.org").folder == "https://example.org/");
  CHECK(read_site_address("https://example.org/").folder == "https://example.org/");
  CHECK(read_site_address("http://example.org/news/2023").folder == "http://example.org/news/2023/");
  CHECK(read_site_address("http://localhost:8000/a%20b/").folder == "http://localhost:8000/a%20b/");
  CHECK(read_site_address("https://xn--bcher-kva.example/~me/").folder ==
        "https://xn--bcher-kva.example/~me/");
  CHECK(read_site_address("http://[::1]:8000/").folder == "http://[::1]:8000/");
  CHECK(read_site_address("http://[::1]").folder == "http://[::1]/");
}

TEST_CASE("an address that cannot be the site's is refused with what is wrong") {
  struct Case {
    std::string_view text, fault;
  };
  constexpr Case Cases[] = {
      {"example.org", "it does not start with https:// or http://"},
      {"ftp://example.org/", "it does not start with https:// or http://"},
      {"javascript:alert(1)", "it does not start with https:// or http://"},
      {"//example.org/", "it does not start with https:// or http://"},
      {"https:/example.org", "it does not start with https:// or http://"},
      {"https://", "it names no host"},
      {"https:///explorer/", "it names no host"},
      {"http://:80/", "it names no host"},
      {"http://[]/", "its host is no address in brackets"},
      {"http://[::1/", "its host is no address in brackets"},
      {"https://exa_mple.org/", "its host holds more than letters, digits, . and -"},
      {"https://.example.org/", "its host begins with a mark"},
      {"https://example.org:/", "what follows the colon is no port number"},
      {"https://example.org:80a/", "what follows the colon is no port number"},
      {"https://example.org:65536/", "what follows the colon is no port number"},
      {"https://example.org:999999/", "what follows the colon is no port number"},
      {"https://me@example.org/", "it holds the name of a user"},
      {"https://example.org/?x=1", "it is the address of a folder, without ? and #"},
      {"https://example.org/#x", "it is the address of a folder, without ? and #"},
      {"https://example.org/a b", "it holds a character that addresses do not have"},
      {"https://example.org/\"><script>", "it holds a character that addresses do not have"},
      {"https://b\u00fccher.example/", "it holds a character that addresses do not have"},
      {"https://example.org/\n", "it holds a character that addresses do not have"},
  };
  for (const Case& each : Cases) {
    CAPTURE(each.text);
    const SiteAddress address = read_site_address(each.text);
    CHECK(!address.folder);
    CHECK(address.error.starts_with("EXPLORER_SITE_URL is \"" + std::string(each.text) + "\", and " +
                                    std::string(each.fault)));
    CHECK(address.error.ends_with("Expected: https://example.org/explorer/"));
  }
}

TEST_CASE("the head says without an address what needs none") {
  const auto dataset = titled("A \"B\" & <C>", "D < E");
  const std::string head = link_preview_head(*dataset, "");
  CHECK(head ==
        "<meta property=\"og:type\" content=\"website\">\n"
        "<meta property=\"og:site_name\" content=\"Article Explorer\">\n"
        "<meta property=\"og:title\" content=\"A &quot;B&quot; &amp; &lt;C&gt;\">\n"
        "<meta property=\"og:description\" content=\"D &lt; E\">\n"
        "<meta name=\"twitter:card\" content=\"summary\">");
  CHECK(!holds(link_preview_head(*titled("T", ""), ""), "og:description"));
  CHECK(holds(link_preview_head(*titled("", ""), ""), "og:title\" content=\"Article Explorer\""));
}

TEST_CASE("the head has absolute addresses where the site's is known") {
  const std::string head = link_preview_head(*titled("T", "D"), "https://example.org/x/");
  CHECK(holds(head, "<meta name=\"twitter:card\" content=\"summary_large_image\">"));
  CHECK(holds(head, "<meta property=\"og:url\" content=\"https://example.org/x/\">"));
  CHECK(holds(head, "<meta property=\"og:image\" content=\"https://example.org/x/preview.png\">"));
  CHECK(holds(head, "<meta property=\"og:image:alt\" content=\"Article Explorer: T\">"));
  CHECK(holds(head, "<link rel=\"canonical\" href=\"https://example.org/x/\">"));
  CHECK(holds(
      head,
      "<link rel=\"alternate\" type=\"application/json+oembed\" title=\"T\" "
      "href=\"https://example.org/x/oembed.json?format=json&amp;url=https%3A%2F%2Fexample.org%2Fx%2F\">"));
  CHECK(!head.ends_with('\n'));
  CHECK(percent_encoded("a-Z_0.~ %\xc3\xbc&=") == "a-Z_0.~%20%25%C3%BC%26%3D");
}

TEST_CASE("the oEmbed answer is a frame") {
  CHECK(
      oembed_json(*titled("A \"B\" </script>", ""), "https://example.org/a&b/") ==
      R"({"type":"rich","version":"1.0","title":"A \"B\" \u003c/script>","provider_name":"Article Explorer",)"
      R"("provider_url":"https://example.org/a&b/",)"
      R"("html":"\u003ciframe src=\"https://example.org/a&amp;b/\" title=\"A &quot;B&quot; &lt;/script&gt;\" )"
      R"(width=\"100%\" height=\"640\" loading=\"lazy\" frameborder=\"0\">\u003c/iframe>",)"
      R"("width":320,"height":640})"
      "\n");
}
