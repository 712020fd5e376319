// The page before the program: plain tables that say all, and the style sheet's tokens.
#include <doctest/doctest.h>

#include "dataset_fixture.h"
#include "scene_fixture.h"
#include "static_page/static_page.h"
#include "text_checks.h"
#include "view/build_scene.h"
#include "view/format.h"
#include "view/theme.h"
#include "view/ui_text.h"

using namespace explorer;
using namespace explorer::test;

namespace {

// The HTML from one table heading to the next.
std::string_view section(std::string_view page, std::string_view heading) {
  const size_t from = page.find("<h2>" + std::string(heading) + "</h2>");
  if (from == std::string_view::npos) return {};
  return page.substr(from, page.find("<h2>", from + 4) - from);
}

}  // namespace

TEST_CASE("no text of the dataset is read as HTML") {
  CHECK(escape_html("<b a=\"1\">&amp;</b>") == "&lt;b a=&quot;1&quot;&gt;&amp;amp;&lt;/b&gt;");
  CHECK(escape_html("caf\u00e9 \u2019") == "caf\u00e9 \u2019");
  DatasetBuilder builder;
  builder.add_row(TableId::Videos, "v",
                  {{"title", "<script>alert(1)</script>"}, {"people", "\"A\" & B|<i>C"}});
  const auto dataset = builder.finish();
  dataset->title = "<title>";
  dataset->description = "a < b";
  const std::string page = static_tables(*dataset);
  CHECK(!holds(page, "<script"));
  CHECK(!holds(page, "<i>"));
  CHECK(holds(page, "&lt;script&gt;alert(1)&lt;/script&gt;"));
  CHECK(holds(page, "<h1>&lt;title&gt;</h1>"));
  CHECK(holds(page, "<p>a &lt; b</p>"));
}

TEST_CASE("a template gets its values, and what a value says is never taken for a name") {
  const PageValue values[] = {{"TITLE", "@TEXT@"}, {"TEXT", "me@example.org"}, {"EMPTY", ""}};
  CHECK(fill_page("<b>@TITLE@</b>@EMPTY@@TEXT@", values) == "<b>@TEXT@</b>me@example.org");
  CHECK(fill_page("@OTHER@ @TITLE @TEXT@TITLE@ @", values) == "@OTHER@ @TITLE me@example.orgTITLE@ @");
  CHECK(fill_page("@@TEXT@@", values) == "@me@example.org@");
  CHECK(fill_page("", values).empty());
  CHECK(fill_page("@", values) == "@");
}

TEST_CASE("every table that has rows is there, with all that a row states") {
  for (const Dataset* dataset : {&sample_dataset(), &shipped_dataset()}) {
    const std::string page = static_tables(*dataset);
    constexpr std::string_view Headings[] = {"Articles", "Releases", "Chart reach", "Videos", "Events"};
    for (const TableId id : AllTables) {
      const Table& table = dataset->table(id);
      const std::string_view part = section(page, Headings[static_cast<size_t>(id)]);
      REQUIRE(!part.empty());
      const size_t shown = count(part, "<th scope=\"col\"");
      for (size_t column = 0; column < table.columns.size(); ++column) {
        const std::string_view name = table.columns[column].spec.name;
        const bool prose = name == "note" || name == "summary";        // under the title
        const bool elsewhere = name == "source" || name == "regions";  // see below; in the region's cell
        CAPTURE(name);
        const std::string heading = ">" + escape_html(ui::column_heading(name)) + "</th>";
        const bool has_column = table.columns[column].any_stated() && !prose;
        if (name != "regions") CHECK(holds(part, heading) == has_column);
        for (RowIndex row = 0; row < table.row_count && !elsewhere; ++row) {
          const std::string cell = format_cell(*dataset, id, row, column);
          if (cell == NotStated || cell.empty()) continue;
          const std::string_view end = table.is_inferred(row, column) ? "*<" : "<";
          CHECK(holds(part, escape_html(cell) + std::string(end)));
        }
      }
      CHECK(count(part, "<th scope=\"row\"") == table.row_count);
      CHECK(count(part, "<td") == (shown - 1) * table.row_count);
      CHECK(count(part, "<tr") == table.row_count + 1);
    }
    CHECK(count(page, "<h2>") == TableCount);
  }
}

TEST_CASE("sources link to the articles they name") {
  const std::string page = static_tables(shipped_dataset());
  CHECK(count(page, "id=\"A\"") == 1);
  CHECK(count(page, "id=\"B\"") == 1);
  CHECK(holds(page, "<a href=\"#A\">A</a> headline, 1, 2, 3, 4, 7; <a href=\"#B\">B</a> 1, 3, 4</td>"));
}

TEST_CASE("a table without rows is left out") {
  CHECK(count(static_tables(empty_dataset()), "<table") == 0);
  DatasetBuilder builder;
  builder.add_row(TableId::Events, "e", {{"title", "Premiere"}});
  const std::string page = static_tables(*builder.finish());
  CHECK(count(page, "<table") == 1);
  CHECK(holds(page, "<h2>Events</h2>"));
}

TEST_CASE("the style sheet has every colour with more contrast, and forced ones by the system's names") {
  const std::string css = style_tokens();
  const size_t light = css.find("@media (prefers-contrast:more){:root:root{");
  const size_t dark = css.find("@media (prefers-contrast:more) and (prefers-color-scheme:dark)");
  const size_t chosen = css.find("@media (prefers-contrast:more){:root[data-theme=dark]");
  const size_t forced = css.find("@media (forced-colors:active)");
  REQUIRE(css.find(":root[data-theme=dark]") < light);
  REQUIRE(light < dark);
  REQUIRE(dark < chosen);
  REQUIRE(chosen < forced);
  REQUIRE(forced != std::string::npos);
  for (size_t i = 1; i < ColorCount; ++i) {
    const auto color = static_cast<Color>(i);
    const std::string name = "--" + std::string(color_name(color)) + ":";
    CAPTURE(name);
    const auto value = [&](Scheme scheme) {
      char text[32];
      std::snprintf(text, sizeof text, "#%08x;",
                    static_cast<unsigned>(color_value(color, scheme, Contrast::More)));
      return name + text;
    };
    CHECK(holds(std::string_view(css).substr(light, dark - light), value(Scheme::Light)));
    CHECK(holds(std::string_view(css).substr(dark, chosen - dark), value(Scheme::Dark)));
    CHECK(holds(std::string_view(css).substr(chosen, forced - chosen), value(Scheme::Dark)));
    if (system_color(color))
      CHECK(holds(std::string_view(css).substr(forced), name + system_color_css(color) + ";"));
  }
}

TEST_CASE("the style sheet has every colour in both schemes and every face") {
  const std::string css = style_tokens();
  const size_t media = css.find("@media (prefers-color-scheme:dark)");
  const size_t chosen = css.find(":root[data-theme=dark]");
  REQUIRE(media != std::string::npos);
  REQUIRE(chosen != std::string::npos);
  const std::string_view blocks[] = {std::string_view(css).substr(0, media),
                                     std::string_view(css).substr(media, chosen - media),
                                     std::string_view(css).substr(chosen)};
  for (size_t i = 1; i < ColorCount; ++i) {
    const Color color = static_cast<Color>(i);
    const std::string name(color_name(color));
    CAPTURE(name);
    for (size_t block = 0; block < 3; ++block) {
      char value[32];
      const Scheme scheme = block == 0 ? Scheme::Light : Scheme::Dark;
      std::snprintf(value, sizeof value, ":#%08x;", static_cast<unsigned>(color_value(color, scheme)));
      CHECK(holds(blocks[block], "--" + name + value));
    }
    for (const char* prefix : {".c-", ".b-", ".h-", ".ec-"}) {
      CHECK(holds(css, prefix + name + (std::string_view(prefix) == ".h-" ? ":hover{" : "{")));
    }
  }
  for (const FontSpec& font : font_specs()) {
    CHECK(holds(css, "--" + std::string(font.name) + ":" + std::to_string(font.weight) + " "));
    CHECK(holds(css, "." + std::string(font.name) + "{font:var(--" + std::string(font.name) + ")"));
  }
  CHECK(count(css, "font-variant-numeric:tabular-nums") == 1);
  CHECK(count(css, "{") == count(css, "}"));
}

TEST_CASE("each combination of edges has its own lines") {
  const std::string css = style_tokens();
  for (int edges = 1; edges < 16; ++edges) {
    const size_t at = css.find(".e" + std::to_string(edges) + "{");
    REQUIRE(at != std::string::npos);
    const std::string_view rule = std::string_view(css).substr(at, css.find('}', at) - at);
    int lines = 0;
    for (int side = 1; side < 16; side *= 2)
      lines += (edges & side) != 0;
    CHECK(count(rule, "inset") == static_cast<size_t>(lines));
    CHECK(holds(rule, "inset 0 var(--w) 0 var(--edge)") == ((edges & edge::Top) != 0));
    CHECK(holds(rule, "inset var(--w) 0 0 var(--edge)") == ((edges & edge::Left) != 0));
  }
}

TEST_CASE("a release is known by every byte of both parts") {
  const std::string mark = release_mark("program", "late");
  CHECK(mark.size() == 16);
  CHECK(mark.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(release_mark("program", "late") == mark);
  CHECK(release_mark("Program", "late") != mark);
  CHECK(release_mark("program", "lata") != mark);
  CHECK(release_mark("programl", "ate") != mark);
  CHECK(release_mark("late", "program") != mark);
  CHECK(release_mark("", "").size() == 16);
}
