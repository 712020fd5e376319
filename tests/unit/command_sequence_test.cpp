// Random sequences of commands: whatever a reader does, the state stays whole.
#include <doctest/doctest.h>

#include "dataset_fixture.h"
#include "query_random.h"
#include "state/command.h"

using namespace explorer;

namespace {

// Names of columns and one that is none.
std::string random_column(test::Random& random) {
  const auto specs = column_specs(AllTables[random.below(TableCount)]);
  return random.one_in(8) ? "nonsense"
                          : std::string(specs[random.below(static_cast<uint32_t>(specs.size()))].name);
}

std::string random_value(test::Random& random) {
  constexpr std::string_view Values[] = {"",       "1",  "10",  "2023-12", "2023-",
                                         "single", "..", "a,b", "none",    "KR"};
  return random.one_in(3) ? test::random_text(random) : std::string(Values[random.below(std::size(Values))]);
}

TableId random_table(test::Random& random) {
  return static_cast<TableId>(random.below(TableCount + 1));
}

Command random_edit(test::Random& random) {
  using namespace command;
  switch (random.below(8)) {
    case 0:
      return SetQueryText{format_query(test::random_query(random, true))};
    case 1:
      return SetQueryText{random_value(random) + " " + random_value(random)};
    case 2:
      return ToggleValue{random_column(random), random_value(random)};
    case 3:
      return SetContains{random_column(random), random_value(random)};
    case 4:
      return SetRange{random_column(random), random_value(random), random_value(random)};
    case 5:
      return RemoveTerm{random.below(5)};
    case 6:
      return random.one_in(4) ? Command(ClearTerms{}) : ClearColumn{random_column(random)};
    default:
      return CycleSort{random_column(random), random.one_in(2)};
  }
}

Command random_arrangement(test::Random& random) {
  using namespace command;
  const TableId table = random_table(random);
  const size_t column = random.below(15), before = random.below(15);
  switch (random.below(11)) {
    case 0:
      return SetView{static_cast<View>(random.below(ViewCount + 1)), {}};
    case 1:
      return SelectRow{{table, random.below(8)}, random.one_in(2)};
    case 2:
      return CloseDetail{};
    case 3:
      return ResizeColumn{table, column, static_cast<float>(random.below(3000)) - 500};
    case 4:
      return MoveColumn{table, column, before};
    case 5:
    case 6:
      return ShowColumn{table, column, random.one_in(4)};
    case 7:
      return random.one_in(20) ? Command(ResetColumns{table}) : ClosePopover{};
    case 8:
      return OpenPopover{static_cast<PopoverKind>(random.below(14)), table, column};
    case 9:
      return SetFacetSearch{random_value(random)};
    default:
      return SetTheme{static_cast<ThemeChoice>(random.below(4))};
  }
}

void check_columns(const AppState& state, TableId table) {
  std::vector<bool> seen(column_specs(table).size());
  bool any_shown = false;
  for (const ColumnLayout& layout : state.tables[static_cast<size_t>(table)].columns) {
    REQUIRE(layout.column < seen.size());
    CHECK(!seen[layout.column]);
    seen[layout.column] = true;
    any_shown = any_shown || !layout.hidden;
    CHECK((layout.width_px == 0 || (layout.width_px >= MinColumnWidth && layout.width_px <= MaxColumnWidth)));
  }
  CHECK(state.tables[static_cast<size_t>(table)].columns.size() == seen.size());
  CHECK(any_shown);
}

void check_invariants(const AppState& state, const Dataset* dataset) {
  CAPTURE(state.query_text);
  const ParsedQuery parsed = parse_query(state.query_text);
  CHECK(parsed.error.has_value() == state.query_error.has_value());
  if (!parsed.error) CHECK(parsed.query == state.query);
  CHECK(parse_query(format_query(state.query)).query == state.query);
  for (TableId table : AllTables)
    check_columns(state, table);
  CHECK(static_cast<size_t>(state.view) < ViewCount);
  CHECK(state.theme <= ThemeChoice::Dark);
  if (state.selected) {
    REQUIRE(dataset != nullptr);
    CHECK(state.selected->row < dataset->table(state.selected->table).row_count);
  }
  if (state.popover.kind == PopoverKind::ColumnFilter) {
    CHECK(state.popover.column < column_specs(state.popover.table).size());
  }
}

}  // namespace

TEST_CASE("no sequence of commands breaks the state") {
  for (uint64_t seed = 0; seed < 60; ++seed) {
    test::Random random(seed);
    const Dataset* dataset = seed % 3 == 0 ? nullptr : &test::sample_dataset();
    AppState state = initial_state();
    for (int step = 0; step < 100; ++step) {
      const Command command = random.one_in(2) ? random_edit(random) : random_arrangement(random);
      CAPTURE(seed);
      CAPTURE(step);
      CAPTURE(command.index());
      state = apply(std::move(state), command, dataset);
      check_invariants(state, dataset);
    }
  }
}
