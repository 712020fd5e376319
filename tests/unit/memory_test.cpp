// What a browser remembers of a reader: what is put into words, what becomes of it, and that nothing else
// does.
#include "state/memory.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "state/address.h"
#include "state/command.h"

using namespace explorer;

namespace {

constexpr TableId Charts = TableId::ChartEntries;

size_t column_of(TableId table, std::string_view name) {
  const auto column = find_column(table, name);
  REQUIRE(column);
  return *column;
}

// A reader who opened `address` with `text` in the browser's memory.
struct Reader {
  memory::Keeper keeper;
  AppState state;

  explicit Reader(std::string_view text = {}, std::string_view address = {},
                  memory::Extent extent = memory::Extent::All)
      : keeper(text, extent), state(initial_state()) {
    state =
        apply(std::move(state), command::OpenAddress{std::string(address), false, keeper.text()}, nullptr);
    keeper.adopt(state);
  }
  Reader& does(const Command& command) {
    state = apply(std::move(state), command, nullptr);
    return *this;
  }
  // What the browser is told; "(nothing)" if nothing.
  std::string told() { return keeper.follow(state) ? keeper.text() : "(nothing)"; }
  std::string told_after(const Command& command) { return does(command).told(); }
};

// What the state is that somebody opens with this memory, as an address, and "keys" behind it if they are
// off.
std::string opens(std::string_view text, std::string_view address = {}) {
  const Reader reader(text, address);
  return format_address(reader.state, nullptr) + (reader.state.single_keys ? "" : " keys off");
}

}  // namespace

TEST_CASE("what a reader changes is remembered, and what they leave alone is not") {
  Reader reader;
  CHECK(reader.told() == "(nothing)");
  CHECK(reader.told_after(command::SetView{View::ChartReach}) == "v=1&view=charts");
  CHECK(reader.told_after(command::SetQueryText{"region:KR sort:date"}) == "(nothing)");
  CHECK(reader.told_after(command::ResizeColumn{Charts, column_of(Charts, "chart"), 300}) ==
        "v=1&view=charts&widths.charts=chart:300");
  CHECK(reader.told_after(command::SetTheme{ThemeChoice::Dark}) ==
        "v=1&view=charts&widths.charts=chart:300&theme=dark");
  CHECK(reader.told_after(command::SetSingleKeys{false}) ==
        "v=1&view=charts&widths.charts=chart:300&theme=dark&keys=off");
  CHECK(reader.told_after(command::SetView{View::Videos}) ==
        "v=1&view=videos&widths.charts=chart:300&theme=dark&keys=off");
  CHECK(reader.told_after(command::SetVideoForm{VideoForm::Cards}) ==
        "v=1&view=videos&form=cards&widths.charts=chart:300&theme=dark&keys=off");
  // What is as at first is not written.
  CHECK(reader.told_after(command::ResetColumns{Charts}) == "v=1&view=videos&form=cards&theme=dark&keys=off");
  reader.does(command::SetSingleKeys{true}).does(command::SetTheme{ThemeChoice::System});
  CHECK(reader.told() == "v=1&view=videos&form=cards");
  reader.does(command::SetVideoForm{VideoForm::Table}).does(command::SetView{View::Overview});
  CHECK(reader.told() == "");
  CHECK(reader.told_after(command::SetSingleKeys{false}) == "keys=off");
}

TEST_CASE("neither query nor row, map, time, panel or page is remembered") {
  Reader reader;
  reader.does(command::SetQueryText{"dance"})
      .does(command::SetMap{4, 100, 100})
      .does(command::SetMapMeasure{MapMeasure::Rows})
      .does(command::SetTimeWindow{TimeWindow{19000, 19001}})
      .does(command::MaximisePanel{Panel::Where})
      .does(command::SetReading{2});
  CHECK(reader.told() == "(nothing)");
  const std::string all =
      "v=1&q=dance&row=videos:x&panel=when&read=3&map=4,100,100&measure=rows&time=2023-01-01..2023-02-01";
  CHECK(opens(all) == "");
}

TEST_CASE("a reader finds everything again at an address that says nothing") {
  const std::string text =
      "v=1&view=charts&form=cards&columns.charts=region,chart,position&widths.charts=chart:300&density="
      "compact"
      "&theme=dark";
  CHECK(opens(text) == text);
  CHECK(opens(text, "v=1") == text);
  CHECK(opens(text + "&keys=off") == text + " keys off");
  CHECK(opens("keys=off") == " keys off");
  CHECK(opens("") == "");
}

TEST_CASE("an address wins: what is shown is its own, how it looks the reader's where it does not say") {
  const std::string text =
      "v=1&view=charts&form=cards&columns.videos=title,date&widths.charts=chart:300&widths.videos=title:200"
      "&density=compact&theme=dark&keys=off";
  CHECK(
      opens(text, "view=videos") ==
      "v=1&view=videos&widths.charts=chart:300&widths.videos=title:200&density=compact&theme=dark keys off");
  CHECK(opens(text, "q=dance") ==
        "v=1&q=dance&widths.charts=chart:300&widths.videos=title:200&density=compact&theme=dark keys off");
  CHECK(opens(text, "theme=light&widths.charts=region:90") ==
        "v=1&widths.charts=region:90&widths.videos=title:200&density=compact&theme=light keys off");
  // Mentioned, if only badly.
  CHECK(opens(text, "theme=pink&amp;density=&widths.charts=") == "v=1&widths.videos=title:200 keys off");
  CHECK(opens("view=videos&form=cards&columns.charts=region", "q=x") == "v=1&q=x");
}

TEST_CASE("keys are no part of an address") {
  CHECK(opens("", "keys=off") == "");
}

TEST_CASE("what a link brought along is not the reader's choice") {
  Reader reader("",
                "view=charts&columns.charts=region,chart&widths.charts=region:90&theme=dark&density=compact");
  CHECK(reader.told() == "(nothing)");
  CHECK(reader.told_after(command::ResizeColumn{Charts, column_of(Charts, "chart"), 300}) ==
        "v=1&widths.charts=chart:300");
  CHECK(reader.told_after(command::SetTheme{ThemeChoice::Light}) ==
        "v=1&widths.charts=chart:300&theme=light");
  // Back to what the link had, but this time by choice.
  CHECK(reader.told_after(command::SetTheme{ThemeChoice::Dark}) == "v=1&widths.charts=chart:300&theme=dark");
  CHECK(reader.told_after(command::ShowColumn{Charts, column_of(Charts, "position"), true})
            .starts_with("v=1&columns.charts=region,chart,position&widths.charts=chart:300&"));
  CHECK(reader.told_after(command::SetView{View::Videos}).starts_with("v=1&view=videos&columns.charts="));
}

TEST_CASE("a link changes nothing of what is remembered") {
  Reader reader("v=1&view=releases&theme=dark", "view=charts&theme=light");
  CHECK(reader.state.theme == ThemeChoice::Light);
  CHECK(reader.told() == "(nothing)");
  CHECK(reader.told_after(command::SetDensity{Density::Compact}) ==
        "v=1&view=releases&density=compact&theme=dark");
}

TEST_CASE("in a page around it only what helps with reading tables is remembered") {
  Reader reader("v=1&view=charts&form=cards&density=compact&theme=dark&keys=off", "", memory::Extent::Tables);
  CHECK(format_address(reader.state, nullptr) == "v=1&density=compact");
  CHECK(!reader.state.single_keys);
  reader.does(command::SetView{View::Videos}).does(command::SetTheme{ThemeChoice::Light});
  CHECK(reader.told() == "(nothing)");
  CHECK(reader.told_after(command::ResizeColumn{Charts, column_of(Charts, "chart"), 300}) ==
        "v=1&widths.charts=chart:300&density=compact&keys=off");
}

TEST_CASE("who has it forgotten is where they are, with everything as at first") {
  Reader reader(
      "v=1&view=charts&columns.charts=region&widths.charts=region:90&density=compact&theme=dark&keys=off");
  reader.does(command::SetQueryText{"x"}).does(command::MoveCursor{Charts, {3, 1}, false});
  reader.does(command::Forget{});
  reader.keeper.forget(reader.state);
  CHECK(format_address(reader.state, nullptr) == "v=1&view=charts&q=x");
  CHECK(reader.state.single_keys);
  CHECK(reader.state.tables[static_cast<size_t>(Charts)].cursor == GridPlace{3, 1});
  CHECK(reader.keeper.text() == "");
  CHECK(reader.told() == "(nothing)");
  CHECK(reader.told_after(command::SetDensity{Density::Compact}) == "v=1&density=compact");
}

TEST_CASE("a page around it that keeps readers from arranging columns shows those that it wants") {
  AppState embedded = initial_state();
  embedded.embedding.framed = true;
  embedded.embedding.rights = 0;
  const command::OpenAddress address{"columns.charts=region,chart&theme=dark", false,
                                     "v=1&widths.charts=chart:300&density=compact&keys=off"};
  AppState state = apply(embedded, address, nullptr);
  const std::string wanted = "v=1&columns.charts=region,chart&theme=dark";
  CHECK(format_address(state, nullptr) == wanted);
  CHECK(!state.single_keys);
  state = apply(std::move(state), command::Forget{}, nullptr);
  CHECK(format_address(state, nullptr) == wanted);
  CHECK(state.single_keys);
  // Where they may, colours are still for that page to choose.
  embedded.embedding.rights = Embedding::AllRights;
  state = apply(embedded, address, nullptr);
  CHECK(format_address(state, nullptr) ==
        "v=1&columns.charts=region,chart&widths.charts=chart:300&density=compact&theme=dark");
  CHECK(format_address(apply(std::move(state), command::Forget{}, nullptr), nullptr) == "v=1&theme=dark");
}

TEST_CASE("a damaged memory is passed over, and nobody hears of it") {
  const std::string long_text = "theme=dark&q=" + std::string(memory::MaxText, 'x');
  for (const std::string& text :
       {std::string("{\"theme\":\"dark\"}"), std::string("&&&=&=x&%%%"),
        std::string("v=9&theme=dark&view=charts"),
        std::string("view=nowhere&theme=pink&density=3&widths.charts=chart:wide&columns.charts=none"),
        std::string("widths.planets=chart:3&columns.=x"), std::string("theme=%00&view=\xff\xfe"),
        long_text}) {
    CAPTURE(text);
    CHECK(opens(text) == "");
    CHECK(Reader(text).state.address_notes.empty());
    CHECK(Reader(text).keeper.text() == "");
  }
  // What can be read of it counts.
  CHECK(opens("theme=dark&view=nowhere&widths.charts=atlantis:90,region:100000") ==
        "v=1&widths.charts=region:1200&theme=dark");
}

TEST_CASE("whatever a reader does, the text is short and opens what was remembered") {
  Reader reader;
  for (const TableId table : AllTables) {
    const size_t count = column_specs(table).size();
    for (size_t column = 0; column < count; ++column)
      reader.does(command::ResizeColumn{table, column, 1200})
          .does(command::ShowColumn{table, column, true})
          .does(command::MoveColumn{table, column, 0});
  }
  reader.does(command::SetView{View::Videos}).does(command::SetTheme{ThemeChoice::Light});
  const std::string text = reader.told();
  CHECK(text.size() < memory::MaxText);
  CHECK(opens(text) == text);
  Reader again(text);
  CHECK(again.told() == "(nothing)");
}

TEST_CASE("an address says nothing if it has no part but the version") {
  for (const std::string_view nothing : {"", "v=1", "v=1&", "&&", "amp;v=1"})
    CHECK(memory::says_nothing(nothing));
  for (const std::string_view something : {"v=1&view=charts", "theme=dark", "xtor=1", "="})
    CHECK(!memory::says_nothing(something));
}
