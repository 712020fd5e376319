// Addresses: old ones open what they always did (tests/addresses), and whatever a reader does can be written
// down and opened again.
#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "case_file.h"
#include "core/text_fold.h"
#include "dataset_fixture.h"
#include "describe_state.h"
#include "query_random.h"
#include "state/address.h"
#include "state/command.h"

namespace explorer::test {
namespace {

struct AddressCase {
  std::string name, address, canonical;
  Lines state;
};

std::vector<AddressCase> read_cases(const std::string& path) {
  std::vector<AddressCase> cases;
  for (const CaseLines& lines : read_case_file(path)) {
    AddressCase& now = cases.emplace_back();
    for (const auto& [key, value] : lines) {
      if (key == "name") {
        now.name = value;
      } else if (key == "address") {
        now.address = now.canonical = value;
      } else if (key == "canonical") {
        now.canonical = value;
      } else {
        now.state.emplace_back(key, value);
      }
    }
  }
  return cases;
}

AppState opened(std::string_view address, const Dataset* dataset, AppState state = initial_state()) {
  return apply(std::move(state), command::OpenAddress{std::string(address)}, dataset);
}

// What a link is made of that no messenger, Markdown or mail cuts or changes.
bool survives(std::string_view address) {
  constexpr std::string_view Signs = "-._:/?@=,&+%";
  for (const char c : address) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (!plain && Signs.find(c) == std::string_view::npos) return false;
  }
  return address.empty() || Signs.find(address.back()) == std::string_view::npos;
}

bool has_control(std::string_view text) {
  for (const char c : text) {
    if ((c >= 0 && c < ' ') || c == '\x7F') return true;
  }
  return false;
}

Command random_step(Random& random, const Dataset& dataset) {
  using namespace command;
  const TableId table = AllTables[random.below(TableCount)];
  const auto columns = static_cast<uint32_t>(column_specs(table).size());
  const float wide = static_cast<float>(random.below(2000));
  const double day = 19000 + random.below(1000) + random.below(1440) / 1440.0;
  switch (random.below(17)) {
    case 0:
      return SetView{static_cast<View>(random.below(ViewCount))};
    case 1:
      return SetQueryText{format_query(random_query(random, true))};
    case 2:
      return SetQueryText{format_query(random_query(random, false)) + "  "};
    case 3:
      return SelectRow{{table, random.below(dataset.table(table).row_count)}, random.one_in(2)};
    case 4:
      return CloseDetail{};
    case 5:
      return ResizeColumn{table, random.below(columns), wide};
    case 6:
    case 7:
      return MoveColumn{table, random.below(columns), random.below(columns)};
    case 8:
      return ShowColumn{table, random.below(columns), random.one_in(2)};
    case 9:
      return SetTheme{static_cast<ThemeChoice>(random.below(3))};
    case 10:
      return SetDensity{static_cast<Density>(random.below(2))};
    case 11:
      return SetMap{1 + wide / 100, wide - 1000, 500 - wide};
    case 12:
      return SetMapMeasure{static_cast<MapMeasure>(random.below(3))};
    case 13:
      return SetTimeWindow{random.one_in(4) ? std::optional<TimeWindow>()
                                            : TimeWindow{day, day + 0.01 + random.below(60)}};
    case 14:
      return MaximisePanel{random.one_in(3) ? std::optional<Panel>() : static_cast<Panel>(random.below(5))};
    case 15:
      return SetVideoForm{static_cast<VideoForm>(random.below(2))};
    default:
      return SetReading{random.one_in(2) ? std::optional<uint32_t>() : random.below(100)};
  }
}

// `again`: opened with the address of `state`.
void check_same(const AppState& state, const AppState& again) {
  CHECK(again.address_notes.empty());
  CHECK(again.view == state.view);
  CHECK(again.selected == state.selected);
  CHECK(again.maximised == state.maximised);
  CHECK(again.reading == state.reading);
  CHECK(again.video_form == state.video_form);
  CHECK(again.density == state.density);
  CHECK(again.theme == state.theme);
  CHECK(again.map.measure == state.map.measure);
  CHECK(std::lround(again.map.zoom * 100) == std::lround(std::max(state.map.zoom, 1.0f) * 100));
  REQUIRE(again.time_window.has_value() == state.time_window.has_value());
  if (state.time_window) {
    const double near = state.time_window->to_day - state.time_window->from_day < 30 ? 0.5 / 1440 : 0.5;
    CHECK(std::abs(again.time_window->from_day - state.time_window->from_day) <= near + 1e-9);
    CHECK(std::abs(again.time_window->to_day - state.time_window->to_day) <= near + 1e-9);
  }
  const bool writable = valid_utf8_prefix(state.query_text) == state.query_text.size();
  if (writable && !has_control(state.query_text)) CHECK(again.query == state.query);
  if (!writable) CHECK(again.query_text.empty());
  Lines columns, columns_again;
  describe_columns(columns, state);
  describe_columns(columns_again, again);
  CHECK(joined(columns_again) == joined(columns));
}

}  // namespace

TEST_CASE("addresses of every version open what they always did") {
  const std::vector<AddressCase> cases =
      read_cases(std::string(EXPLORER_SOURCE_DIR) + "/tests/addresses/v1.txt");
  CHECK(cases.size() >= 45);
  for (const AddressCase& known : cases) {
    CAPTURE(known.name);
    CAPTURE(known.address);
    const AppState state = opened(known.address, &sample_dataset());
    CHECK(joined(describe(state, &sample_dataset())) == joined(known.state));
    CHECK(format_address(state, &sample_dataset()) == known.canonical);
    CHECK(survives(format_address(state, &sample_dataset())));
  }
}

TEST_CASE("what a reader does can be written down and opened again") {
  size_t longest = 0;
  for (uint64_t seed = 0; seed < 80; ++seed) {
    Random random(seed);
    const Dataset& dataset = sample_dataset();
    AppState state = initial_state();
    for (int step = 0; step < 60; ++step) {
      state = apply(std::move(state), random_step(random, dataset), &dataset);
      const std::string address = format_address(state, &dataset);
      CAPTURE(seed);
      CAPTURE(step);
      CAPTURE(address);
      CHECK(survives(address));
      longest = std::max(longest, address.size());
      const AppState again = opened(address, &dataset);
      check_same(state, again);
      CHECK(format_address(again, &dataset) == address);
      CHECK(format_place(again, &dataset) == format_place(state, &dataset));
      // From wherever one comes, too.
      CHECK(joined(describe(opened(address, &dataset, state), &dataset)) ==
            joined(describe(again, &dataset)));
    }
  }
  CHECK(longest > 300);
}

TEST_CASE("a row is awaited while the data does not have it, and keeps its place in the address") {
  AppState state = opened("v=1&row=charts:kr", nullptr);
  CHECK(!state.selected);
  CHECK(state.awaited_row == "charts:kr");
  CHECK(format_address(state, nullptr) == "v=1&row=charts:kr");
  CHECK(format_place(state, nullptr) == "v=1&row=charts:kr");
  const Dataset& dataset = sample_dataset();
  const auto row = find_row(dataset, state.awaited_row);
  REQUIRE(row);
  CHECK(row->table == TableId::ChartEntries);
  const AppState found = apply(state, command::FoundRow{*row}, &dataset);
  CHECK(found.selected == row);
  CHECK(found.awaited_row.empty());
  CHECK(format_address(found, &dataset) == "v=1&row=charts:kr");
  // The reader opened another one meanwhile.
  state = apply(std::move(state), command::SelectRow{{TableId::Videos, 0}}, &dataset);
  state = apply(std::move(state), command::FoundRow{*row}, &dataset);
  CHECK(state.selected == RowRef{TableId::Videos, 0});
}

TEST_CASE("a row that the data does not have is missed in words") {
  AppState state = opened("v=1&view=charts&row=charts:atlantis", &sample_dataset());
  CHECK(!state.selected);
  state = apply(std::move(state), command::MissRow{}, &sample_dataset());
  CHECK(state.address_notes == std::vector<AddressNote>{{AddressFault::NoRow, "charts:atlantis"}});
  CHECK(format_address(state, &sample_dataset()) == "v=1&view=charts");
  state = apply(std::move(state), command::DismissNotes{}, &sample_dataset());
  CHECK(state.address_notes.empty());
}

TEST_CASE("rows are looked for once, from where the last search ended") {
  const Dataset& dataset = sample_dataset();
  CHECK(find_row(dataset, "releases:closer") == RowRef{TableId::Releases, 0});
  CHECK(!find_row(dataset, "releases:closer", 1));
  CHECK(!find_row(dataset, "releases:"));
  CHECK(!find_row(dataset, "releases"));
  CHECK(!find_row(dataset, "songs:closer"));
  CHECK(!find_row(dataset, ""));
}

TEST_CASE("an id is written whatever it is made of") {
  DatasetBuilder builder;
  const std::string id = "https://example.org/a?b=c&d=e#f (100% \"x\"<y>) \xE2\x80\x9Cq\xE2\x80\x9D)";
  const RowRef row = builder.add_row(TableId::Articles, id, {{"title", "First"}});
  const auto dataset = builder.finish();
  AppState state = apply(initial_state(), command::SelectRow{row}, dataset.get());
  const std::string address = format_address(state, dataset.get());
  CHECK(survives(address));
  CHECK(opened(address, dataset.get()).selected == row);
}

TEST_CASE("only a look that Back does not lead to stays as it is") {
  AppState state =
      opened("v=1&view=videos&form=cards&columns.charts=title&density=compact&theme=dark", nullptr);
  state.single_keys = false;
  state = apply(std::move(state), command::OpenAddress{"v=1&view=charts&q=jimin", true}, nullptr);
  CHECK(format_address(state, nullptr) ==
        "v=1&view=charts&q=jimin&form=cards&columns.charts=title&density=compact&theme=dark");
  CHECK(!state.single_keys);
  state = apply(std::move(state), command::OpenAddress{"v=1&view=charts"}, nullptr);
  CHECK(format_address(state, nullptr) == "v=1&view=charts");
  CHECK(!state.single_keys);
}

TEST_CASE("hostile and very long addresses are passed over, quickly and in few words") {
  const std::string much(200'000, 'a');
  const std::string long_query = "v=1&view=charts&q=" + much;
  AppState state = opened(long_query, nullptr);
  CHECK(state.view == View::ChartReach);
  CHECK(state.query_text.empty());
  CHECK(describe_notes(state) == "broken q");
  std::string many;
  for (int i = 0; i < 20'000; ++i)
    many += "&" + std::to_string(i) + much.substr(0, 60) + "=%3Cscript%3E";
  state = opened(many, nullptr);
  CHECK(state.address_notes.size() == MaxAddressNotes);
  for (const AddressNote& note : state.address_notes)
    CHECK(note.part.size() <= 40);
  state = opened(std::string(100'000, '&') + std::string(100'000, '='), nullptr);
  CHECK(state.view == View::Overview);
  state = opened("v=1&q=%1E%1F&row=charts:%E2%80%AEabc&=&=x&%=%&v=&v=0&v=99999999999", nullptr);
  CHECK(state.query_text.empty());
  CHECK(state.awaited_row ==
        "charts:\xE2\x80\xAE"
        "abc");
  // Any bytes at all.
  for (uint64_t seed = 0; seed < 300; ++seed) {
    Random random(seed);
    std::string noise;
    constexpr std::string_view Pieces[] = {
        "v=", "view=",           "q=",      "row=charts:", "map=", "time=", "..",   ",",     "&", "%", "=",
        "+",  "columns.charts=", "widths.", ":",           "-",    "9",     "\xFF", "title", "T"};
    for (int piece = 0; piece < 40; ++piece) {
      noise += random.one_in(5) ? std::string(1, static_cast<char>(random.below(256)))
                                : std::string(Pieces[random.below(std::size(Pieces))]);
    }
    const AppState read = opened(noise, &sample_dataset());
    CAPTURE(seed);
    CHECK(static_cast<size_t>(read.view) < ViewCount);
    CHECK(read.address_notes.size() <= MaxAddressNotes);
    CHECK(read.map.zoom >= 1);
    CHECK(read.map.zoom <= MaxMapZoom);
    if (read.time_window) CHECK(read.time_window->from_day < read.time_window->to_day);
    for (const TableId table : AllTables)
      CHECK(read.tables[static_cast<size_t>(table)].columns.size() == column_specs(table).size());
    const std::string address = format_address(read, &sample_dataset());
    CHECK(survives(address));
    CHECK(format_address(opened(address, &sample_dataset()), &sample_dataset()) == address);
  }
}

TEST_CASE("what is too long for a link is left out of it") {
  AppState state = apply(initial_state(), command::SetView{View::Videos}, nullptr);
  state = apply(std::move(state), command::SetQueryText{std::string(MaxAddressValue + 1, 'a')}, nullptr);
  CHECK(format_address(state, nullptr) == "v=1&view=videos");
  state = apply(std::move(state), command::SetQueryText{std::string(MaxAddressValue, 'a')}, nullptr);
  CHECK(opened(format_address(state, nullptr), nullptr).query_text == state.query_text);
}

}  // namespace explorer::test
