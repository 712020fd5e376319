// Commands about where the keyboard is in a table, marked rows, and the menu of a row.
#include <doctest/doctest.h>

#include "dataset_fixture.h"
#include "state/command.h"

using namespace explorer;

namespace {

constexpr TableId Videos = TableId::Videos;

AppState with(AppState state, const Command& command) {
  return apply(std::move(state), command, &test::sample_dataset());
}

AppState videos() {
  return with(initial_state(), command::SetView{View::Videos});
}

command::MarkRows mark(TableId table, std::vector<RowIndex> rows, command::MarkHow how) {
  return {table, RowList(std::make_shared<const std::vector<RowIndex>>(std::move(rows))), how};
}

std::vector<RowIndex> marked(const AppState& state) {
  return state.marks.rows.rows();
}

}  // namespace

TEST_CASE("rows are marked, unmarked and marked in place of others") {
  using enum command::MarkHow;
  AppState state = with(videos(), mark(Videos, {2, 0}, Toggle));
  CHECK(marked(state) == std::vector<RowIndex>{0, 2});
  CHECK(state.marks.table == Videos);
  CHECK(state.marks.has({Videos, 2}));
  CHECK(!state.marks.has({Videos, 1}));
  CHECK(!state.marks.has({TableId::Releases, 2}));
  CHECK(!state.marks.has({Videos, 1'000'000}));
  state = with(state, mark(Videos, {2, 1}, Toggle));
  CHECK(marked(state) == std::vector<RowIndex>{0, 1});
  state = with(state, mark(Videos, {2}, Only));
  CHECK(marked(state) == std::vector<RowIndex>{2});
  state = with(state, mark(Videos, {2}, Toggle));
  CHECK(!state.marks.any());
  state = with(with(state, mark(Videos, {1}, Only)), command::DropMarks{});
  CHECK(!state.marks.any());
}

TEST_CASE("rows of one table are marked at a time, and only rows that there are") {
  using enum command::MarkHow;
  AppState state = with(videos(), mark(Videos, {0, 1}, Only));
  CHECK(marked(with(state, mark(TableId::Releases, {1}, Toggle))) == std::vector<RowIndex>{1});
  CHECK(marked(with(state, mark(Videos, {4'000'000'000}, Only))).empty());
  CHECK(marked(with(state, mark(static_cast<TableId>(TableCount), {0}, Only))) ==
        std::vector<RowIndex>{0, 1});
  CHECK(marked(apply(state, mark(Videos, {1}, Toggle), nullptr)) == std::vector<RowIndex>{0, 1});
}

TEST_CASE("marks stay under other queries and go with the view") {
  const AppState state = with(videos(), mark(Videos, {0, 1}, command::MarkHow::Only));
  CHECK(with(state, command::SetQueryText{"dance sort:title"}).marks.any());
  CHECK(with(state, command::SetVideoForm{VideoForm::Cards}).marks.any());
  CHECK(with(state, command::SelectRow{{Videos, 0}}).marks.any());
  CHECK(with(state, command::SetView{View::Videos}).marks.any());
  CHECK(!with(state, command::SetView{View::Releases}).marks.any());
  CHECK(!with(state, command::SelectRow{{TableId::Articles, 0}, true}).marks.any());
}

TEST_CASE("only marked rows that an answer has are counted") {
  const AppState state = with(videos(), mark(Videos, {0, 2}, command::MarkHow::Only));
  const auto answer = [](std::vector<RowIndex> rows) {
    return RowList(std::make_shared<const std::vector<RowIndex>>(std::move(rows)));
  };
  CHECK(count_marked(state.marks, answer({2, 1, 0})) == 2);
  CHECK(count_marked(state.marks, answer({1, 0})) == 1);
  CHECK(count_marked(state.marks, answer({1})) == 0);
  CHECK(count_marked(state.marks, answer({})) == 0);
  CHECK(count_marked(RowMarks(), answer({2, 1, 0})) == 0);
}

TEST_CASE("each table has a cursor of its own, which columns that are reset do not move") {
  const AppState state = with(videos(), command::MoveCursor{Videos, {7, 3}, true});
  const auto table = [](const AppState& of, TableId id) { return of.tables[static_cast<size_t>(id)]; };
  CHECK(table(state, Videos).cursor == GridPlace{7, 3});
  CHECK(table(state, Videos).in_cell);
  CHECK(table(state, TableId::Releases).cursor == GridPlace{1, 1});
  CHECK(table(with(state, command::ResetColumns{Videos}), Videos).cursor == GridPlace{7, 3});
  CHECK(table(with(state, command::MoveCursor{Videos, {0, 0}}), Videos).cursor == GridPlace{1, 1});
  CHECK(table(with(state, command::MoveCursor{static_cast<TableId>(9), {2, 2}}), Videos).cursor ==
        GridPlace{7, 3});
}

TEST_CASE("walking about takes no message away, other things do") {
  const AppState state = with(videos(), command::Say{"3 rows copied"});
  CHECK(with(state, command::MoveCursor{Videos, {2, 1}}).message == "3 rows copied");
  CHECK(with(state, mark(Videos, {1}, command::MarkHow::Toggle)).message.empty());
}

TEST_CASE("the menu of a row opens for what there is, and copying closes it") {
  const RowRef row{Videos, 1};
  const AppState state = with(videos(), command::OpenRowMenu{row, 2, std::pair(10.0f, 20.0f)});
  CHECK(state.popover.kind == PopoverKind::RowMenu);
  CHECK(state.popover.row == row);
  CHECK(state.popover.column == 2);
  CHECK(state.popover.at == std::pair(10.0f, 20.0f));
  CHECK(with(state, command::CopyRows{}).popover.kind == PopoverKind::None);
  CHECK(with(state, command::CopyValue{row, 2}).popover.kind == PopoverKind::None);
  CHECK(with(videos(), command::OpenRowMenu{{Videos, 1'000'000}, 2}).popover.kind == PopoverKind::None);
  CHECK(with(videos(), command::OpenRowMenu{row, 99}).popover.kind == PopoverKind::None);
}
