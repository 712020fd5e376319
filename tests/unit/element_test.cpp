// One node as an element: tag, role, state, what can be reached and done.
#include <doctest/doctest.h>

#include "element_checks.h"

using namespace explorer;
using namespace explorer::test;

namespace {

Node node_of(Role role) {
  Node node;
  node.key = 7;
  node.role = role;
  return node;
}

}  // namespace

TEST_CASE("each role has its tag, and a role attribute only where the tag does not say it") {
  struct Case {
    Role role;
    std::string_view tag, role_name;
  };
  constexpr Case Cases[] = {
      {Role::Group, "div", "(none)"},
      {Role::Banner, "header", "(none)"},
      {Role::Main, "main", "(none)"},
      {Role::Navigation, "nav", "(none)"},
      {Role::Complementary, "aside", "(none)"},
      {Role::Region, "section", "(none)"},
      {Role::Paragraph, "p", "(none)"},
      {Role::Text, "span", "(none)"},
      {Role::Button, "button", "(none)"},
      {Role::TabList, "div", "tablist"},
      {Role::Tab, "button", "tab"},
      {Role::TabPanel, "div", "tabpanel"},
      {Role::Search, "div", "search"},
      {Role::SearchBox, "input", "(none)"},
      {Role::TextBox, "input", "(none)"},
      {Role::CheckBox, "button", "checkbox"},
      {Role::Grid, "div", "grid"},
      {Role::RowGroup, "div", "rowgroup"},
      {Role::Row, "div", "row"},
      {Role::ColumnHeader, "div", "columnheader"},
      {Role::RowHeader, "div", "rowheader"},
      {Role::Cell, "div", "gridcell"},
      {Role::List, "div", "list"},
      {Role::ListItem, "div", "listitem"},
      {Role::Dialog, "div", "dialog"},
      {Role::Status, "div", "status"},
      {Role::Alert, "div", "alert"},
      {Role::Separator, "div", "separator"},
      {Role::Image, "div", "img"},
      {Role::Link, "button", "(none)"},
      {Role::Table, "table", "table"},
      {Role::TableGroup, "tbody", "rowgroup"},
      {Role::TableRow, "tr", "row"},
      {Role::TableHeader, "th", "columnheader"},
      {Role::TableRowHeader, "th", "rowheader"},
      {Role::TableCell, "td", "cell"},
      {Role::RadioGroup, "div", "radiogroup"},
      {Role::Radio, "button", "radio"},
      {Role::Frame, "iframe", "(none)"},
  };
  for (const Case& c : Cases) {
    CAPTURE(c.tag);
    CHECK(element_tag(node_of(c.role)) == c.tag);
    CHECK(attribute(node_of(c.role), "role") == c.role_name);
  }
  Node heading = node_of(Role::Heading);
  heading.level = 3;
  CHECK(element_tag(heading) == "h3");
}

TEST_CASE("a link that leaves the page is an anchor that takes nothing along") {
  Node link = node_of(Role::Link);
  link.href = "https://example.org/?a=1&b=2";
  CHECK(element_tag(link) == "a");
  CHECK(attribute(link, "href") == "https://example.org/?a=1&b=2");
  CHECK(attribute(link, "rel") == "noopener noreferrer");
  CHECK(attribute(link, "role") == "(none)");
}

TEST_CASE("numbers are written out, however large a table is") {
  struct Case {
    float y;
    std::string_view text;
  };
  constexpr Case Cases[] = {{0, "top:0px;"},
                            {-0.004f, "top:0px;"},
                            {0.25f, "top:0.25px;"},
                            {-12.5f, "top:-12.5px;"},
                            {99.999f, "top:100px;"},
                            {7.05f, "top:7.05px;"},
                            {3599964, "top:3599964px;"},
                            {16000000, "top:16000000px;"}};
  for (const Case& c : Cases) {
    Node node = node_of(Role::Row);
    node.rect.y = c.y;
    CHECK(attribute(node, "style").find(c.text) != std::string::npos);
  }
  Node grid = node_of(Role::Grid);
  grid.row_count = 1234568;
  CHECK(attribute(grid, "aria-rowcount") == "1234568");
}

TEST_CASE("state is told to assistive technology") {
  Node tab = node_of(Role::Tab);
  CHECK(attribute(tab, "aria-selected") == "false");
  CHECK(attribute(tab, "tabindex") == "-1");
  tab.selected = true;
  CHECK(attribute(tab, "aria-selected") == "true");
  CHECK(attribute(tab, "tabindex") == "0");

  Node tick = node_of(Role::CheckBox);
  tick.checked = Toggle::On;
  CHECK(attribute(tick, "aria-checked") == "true");
  tick.role = Role::Button;
  CHECK(attribute(tick, "aria-pressed") == "true");
  tick.expanded = Toggle::Off;
  CHECK(attribute(tick, "aria-expanded") == "false");
  tick.disabled = true;
  CHECK(attribute(tick, "aria-disabled") == "true");

  Node header = node_of(Role::ColumnHeader);
  CHECK(attribute(header, "aria-sort") == "(none)");
  header.sort = SortState::Descending;
  CHECK(attribute(header, "aria-sort") == "descending");

  Node search = node_of(Role::SearchBox);
  CHECK(attribute(search, "aria-invalid") == "(none)");
  search.error_begin = 0;
  CHECK(attribute(search, "aria-invalid") == "true");
}

TEST_CASE("the open row is the current one, marked rows are the selected ones") {
  Node row = node_of(Role::Row);
  CHECK(attribute(row, "aria-current") == "(none)");
  CHECK(attribute(row, "aria-selected") == "(none)");
  row.selected = true;
  CHECK(attribute(row, "aria-current") == "true");
  CHECK(attribute(row, "aria-selected") == "(none)");
  row.marked = true;
  CHECK(attribute(row, "aria-selected") == "true");
  CHECK(attribute(node_of(Role::Grid), "aria-multiselectable") == "true");
}

TEST_CASE("an item of a menu that leaves the page is a link") {
  Node item = node_of(Role::MenuItem);
  CHECK(element_tag(item) == "button");
  item.href = "https://example.org/";
  CHECK(element_tag(item) == "a");
  CHECK(attribute(item, "role") == "menuitem");
  CHECK(attribute(item, "target") == "_blank");
}

TEST_CASE("a name is given only where the text does not say it") {
  Node cell = node_of(Role::Cell);
  cell.text = cell.label = "Seven";
  CHECK(attribute(cell, "aria-label") == "(none)");
  cell.label = "Seven, a song";
  CHECK(attribute(cell, "aria-label") == "Seven, a song");
  CHECK(attribute(cell, "text") == "Seven");
}

TEST_CASE("an input always has a value, and its text is not content") {
  Node field = node_of(Role::TextBox);
  field.input.field = InputField::RangeFrom;
  CHECK(attribute(field, "value") == "");
  CHECK(attribute(field, "type") == "text");
  CHECK(attribute(field, "data-input") == "1");
  field.text = "drawn";
  CHECK(attribute(field, "text") == "(none)");
}

TEST_CASE("a group with a name has a role, and the map can have the focus") {
  Node group = node_of(Role::Group);
  group.label = "Colour by";
  CHECK(attribute(group, "role") == "group");
  Node map = node_of(Role::Application);
  CHECK(attribute(map, "tabindex") == "(none)");
  map.surface.kind = Surface::Map;
  CHECK(attribute(map, "tabindex") == "0");
  map.description = "Arrow keys move it";
  CHECK(attribute(map, "role") == "application");
  CHECK(attribute(map, "aria-description") == "Arrow keys move it");
  CHECK(attribute(map, "title") == "(none)");
}

TEST_CASE("the keyboard reaches what acts, once") {
  Node row = node_of(Role::Row);
  CHECK(attribute(row, "tabindex") == "(none)");
  row.activate = command::CloseDetail{};
  CHECK(attribute(row, "tabindex") == "(none)");
  CHECK(attribute(row, "data-act") == "1");
  row.by_keys = true;
  CHECK(attribute(row, "tabindex") == "-1");
  row.tab_stop = true;
  CHECK(attribute(row, "tabindex") == "0");
  Node button = node_of(Role::Button);
  button.activate = command::CloseDetail{};
  CHECK(attribute(button, "tabindex") == "(none)");
  Node box = node_of(Role::Group);
  box.scrolls = true;
  CHECK(attribute(box, "tabindex") == "-1");
}
