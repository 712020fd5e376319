// What goes to the clipboard when the reader copies: the marked rows, else the row that the keyboard is in,
// else the one that is open. The page asks for it within the copying itself, which browsers demand.
#include <algorithm>
#include <utility>

#include "app/app.h"
#include "view/build_table.h"
#include "view/format.h"
#include "view/row_copy.h"
#include "view/ui_text.h"

namespace explorer {

// The row that has the focus, or whose cell has it; else the open one.
std::optional<RowRef> App::row_in_use() const {
  const auto spot = grid_spot(scene_, focus_);
  const auto* open = spot ? selects(*spot->row) : nullptr;
  return open == nullptr ? state_.selected : open->row;
}

bool App::can_copy() const {
  return shown_dataset() != nullptr && (copying_ != nullptr || results_.marked > 0 || row_in_use());
}

CopiedTexts App::copied() {
  if (!can_copy()) return {};
  if (copying_ != nullptr && std::holds_alternative<command::CopyDownload>(*copying_)) return copied_export();
  const Dataset& dataset = *dataset_;
  const auto* value = copying_ == nullptr ? nullptr : std::get_if<command::CopyValue>(copying_);
  if (value != nullptr) {
    RowCopy copy = copy_value(dataset, value->row.table, value->row.row, value->column);
    dispatch(command::Say{std::string(ui::ValueCopied)});
    return {std::move(copy.plain), std::move(copy.html)};
  }
  const auto* asked = copying_ == nullptr ? nullptr : std::get_if<command::CopyRows>(copying_);
  const std::optional<RowRef> own = asked == nullptr ? std::nullopt : asked->row;
  const bool marked = !own && results_.marked > 0;
  const std::optional<RowRef> one = own || marked ? own : row_in_use();
  if (!one && !marked) return {};
  const TableId table = marked ? state_.marks.table : one->table;
  const CopyLimits limits;
  std::vector<RowIndex> rows;
  if (one) rows.push_back(one->row);
  const RowList& all = results_.tables[static_cast<size_t>(table)].rows;
  for (size_t i = 0; marked && i < all.size() && rows.size() <= limits.rows; ++i) {
    if (state_.marks.has({table, all[i]})) rows.push_back(all[i]);
  }
  RowCopy copy = copy_rows(dataset, table, filled_columns(state_, dataset, table), rows, limits);
  const uint32_t whole = marked ? results_.marked : 1;
  const std::string count = format_count(copy.rows);
  dispatch(command::Say{copy.rows < whole ? fill(ui::RowsCopiedCut, {count, format_count(whole)})
                                          : plural(ui::RowsCopied, copy.rows, {count})});
  return {std::move(copy.plain), std::move(copy.html)};
}

// What a menu or button copies: the page is asked to copy as if the reader had pressed the keys.
void App::copy_command(const Command& command) {
  const bool file = std::holds_alternative<command::CopyDownload>(command);
  const bool copies = file || std::holds_alternative<command::CopyRows>(command) ||
                      std::holds_alternative<command::CopyValue>(command);
  if (!copies || shown_dataset() == nullptr) return;
  copying_ = &command;
  const bool done = host_.copy();
  copying_ = nullptr;
  if (done) return;
  if (file) {
    exporting_.outcome = ExportOutcome::NotCopied;
  } else {
    dispatch(command::Say{std::string(ui::CopyFailed)});
  }
}

}  // namespace explorer
