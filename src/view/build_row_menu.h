// The menu of a row: what can be done with it, and with what the cell holds that it was asked for on. At the
// pointer or below the cell; from the lower edge on a phone.
#pragma once

#include <string>
#include <vector>

#include "view/scene_parts.h"

namespace explorer {

struct RowMenuItem {
  std::string id;  // stable
  std::string label;
  Command command;
  std::string href;     // where it leads, besides
  bool begins = false;  // a group: there is a line above
};

// Of the row that Popover::row names.
std::vector<RowMenuItem> row_menu_items(const SceneInput& input);

void build_row_menu(Builder& b);

}  // namespace explorer
