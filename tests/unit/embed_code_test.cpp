// The code that puts the explorer into a page: the cases of tests/embeds, what it has of rows and columns,
// and that the frame's address is read as it was meant.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "case_file.h"
#include "scene_fixture.h"
#include "state/address.h"
#include "state/embedding.h"
#include "view/embed_code.h"

using namespace explorer;
using namespace explorer::test;
using namespace explorer::view::embed_dialog;

namespace {

constexpr std::string_view Page = "https://example.org/explorer/";
constexpr std::string_view Parts[] = {"full",   "overview", "articles", "releases", "charts",
                                      "videos", "map",      "timeline", "table"};
constexpr std::string_view Rights[] = {"search", "views", "sort", "filter", "columns", "details", "share"};

template <size_t N>
size_t place_of(const std::string_view (&words)[N], std::string_view word) {
  const auto* found = std::ranges::find(words, word);
  REQUIRE_MESSAGE(found != std::end(words), word);
  return static_cast<size_t>(found - words);
}

struct CodeCase {
  std::string name, page, title, code;
  AppState state = initial_state();
};

void read_line(CodeCase& now, std::string_view key, const std::string& value) {
  constexpr std::string_view Ways[] = {"frame", "fitted", "element"};
  constexpr std::string_view Views[] = {"overview", "articles", "releases", "charts", "videos"};
  constexpr std::string_view Themes[] = {"page", "light", "dark"};
  EmbedChoice& choice = now.state.embed;
  const auto apply_now = [&](const Command& command) {
    now.state = apply(std::move(now.state), command, nullptr);
  };
  if (key == "name") {
    now.name = value;
  } else if (key == "page") {
    now.page = value;
  } else if (key == "title") {
    now.title = value;
  } else if (key == "code") {
    now.code += (now.code.empty() ? "" : "\n") + value;
  } else if (key == "view") {
    apply_now(command::SetView{static_cast<View>(place_of(Views, value))});
  } else if (key == "query") {
    apply_now(command::SetQueryText{value});
  } else if (key == "way") {
    choice.way = static_cast<EmbedWay>(place_of(Ways, value));
  } else if (key == "part") {
    choice.part = static_cast<EmbedPart>(place_of(Parts, value));
  } else if (key == "height") {
    choice = with_height(choice, value);
  } else if (key == "theme") {
    choice.theme = static_cast<ThemeChoice>(place_of(Themes, value));
  } else if (key == "may") {
    choice.rights = read_embedding("", value).rights;
  } else if (key == "start") {
    choice.as_shown = value != "everything";
  } else if (key == "attribution") {
    choice.attribution = value != "off";
  } else {
    FAIL("no key " << key);
  }
}

// The frame's address, less what stands before and after the parameter.
std::string parameter(std::string_view address, std::string_view name) {
  address = address.substr(0, address.find('#'));
  for (size_t at = address.find('?'); at != address.npos; at = address.find('&', at + 1)) {
    const std::string_view rest = address.substr(at + 1);
    if (!rest.starts_with(name) || rest.substr(name.size(), 1) != "=") continue;
    const std::string_view value = rest.substr(name.size() + 1);
    return std::string(value.substr(0, value.find('&')));
  }
  return "(none)";
}

}  // namespace

TEST_CASE("the code is as the cases have it") {
  size_t count = 0;
  for (const CaseLines& lines : read_case_file(EXPLORER_SOURCE_DIR "/tests/embeds/codes.txt")) {
    CodeCase now;
    for (const auto& [key, value] : lines)
      read_line(now, key, value);
    CAPTURE(now.name);
    CHECK(embed_code(now.page, now.title, now.state, nullptr) == now.code);
    ++count;
  }
  CHECK(count > 10);
}

TEST_CASE("every part and every right is read as it was written") {
  for (size_t i = 0; i < EmbedPartCount; ++i) {
    AppState state = apply(initial_state(), command::SetView{View::Videos}, nullptr);
    state.embed.part = static_cast<EmbedPart>(i);
    const std::string word = parameter(frame_address(Page, state, nullptr), "ui");
    CAPTURE(word);
    const Embedding read = read_embedding(word == "(none)" ? "" : word, "all");
    CHECK(read.part == state.embed.part);
    CHECK(read.unread.empty());
  }
  for (size_t i = 0; i < EmbedRightCount; ++i) {
    AppState state = initial_state();
    state.embed.switch_right(static_cast<EmbedRight>(i));
    const Embedding read = read_embedding("", parameter(frame_address(Page, state, nullptr), "may"));
    CAPTURE(Rights[i]);
    CHECK(read.rights == state.embed.rights);
    CHECK(!read.may(static_cast<EmbedRight>(i)));
    CHECK(read.unread.empty());
  }
  CHECK(parameter(frame_address(Page, initial_state(), nullptr), "may") == "(none)");
}

TEST_CASE("what is on screen comes along: the row, columns and cards") {
  SceneSetup setup;
  setup.dataset = &shipped_dataset();
  setup.apply(command::SetView{View::Videos});
  setup.apply(command::SelectRow{{TableId::Videos, 0}});
  setup.apply(command::SetVideoForm{VideoForm::Cards});
  setup.apply(command::SetTheme{ThemeChoice::Dark});
  const std::string row = format_row(*setup.dataset, {TableId::Videos, 0});
  const std::string address = frame_address(Page, setup.state, setup.dataset);
  // The colours are the choice of the dialog, not of who writes the code.
  CHECK(address == std::string(Page) + "#v=1&view=videos&row=" + row + "&form=cards");
  setup.state.embed.way = EmbedWay::Element;
  const std::string code = embed_code(Page, "Feed", setup.state, setup.dataset);
  CHECK(code.starts_with(
      "<article-explorer src=\"https://example.org/explorer/#v=1&amp;form=cards\" view=\"videos\" row=\"" +
      row + "\" label=\"Feed\""));
  setup.state.embed.as_shown = false;
  CHECK(frame_address(Page, setup.state, setup.dataset) == Page);
}

TEST_CASE("nothing is written while the page's address is not known") {
  CHECK(embed_code("", "Feed", initial_state(), nullptr).empty());
  CHECK(frame_address("", initial_state(), nullptr).empty());
}

TEST_CASE("a height is a number within bounds, whatever was typed") {
  const EmbedChoice choice;
  CHECK(with_height(choice, "400").height_px == 400);
  CHECK(with_height(choice, " 400 px").height_px == 400);
  CHECK(with_height(choice, "6").height_px == LeastEmbedHeight);
  CHECK(with_height(choice, "70000").height_px == MostEmbedHeight);
  for (const std::string_view nonsense : {"", " ", "px", "-400", "\xD9\xA4"})
    CHECK(with_height(choice, nonsense) == choice);
}

TEST_CASE("a choice that does not exist changes nothing, and every height is kept within bounds") {
  const AppState before = initial_state();
  EmbedChoice wanted;
  wanted.part = EmbedPart::Map;
  wanted.height_px = 1;
  CHECK(apply(before, command::SetEmbed{wanted}, nullptr).embed.height_px == LeastEmbedHeight);
  wanted.height_px = 60000;
  CHECK(apply(before, command::SetEmbed{wanted}, nullptr).embed.height_px == MostEmbedHeight);
  CHECK(apply(before, command::SetEmbed{wanted}, nullptr).embed.part == EmbedPart::Map);
  EmbedChoice ways = wanted, parts = wanted, themes = wanted;
  ways.way = static_cast<EmbedWay>(3);
  parts.part = static_cast<EmbedPart>(EmbedPartCount);
  themes.theme = static_cast<ThemeChoice>(3);
  for (const EmbedChoice& nonsense : {ways, parts, themes})
    CHECK(apply(before, command::SetEmbed{nonsense}, nullptr).embed == before.embed);
}
