// Rows taken along as a file. The rows and their order are those of the moment in which the reader asks,
// whatever is searched for or sorted later. The page asks for the bytes piece by piece, as fast as they can
// be written: nothing but the next piece is held here. With the dataset the export goes.
#include <utility>

#include "app/app.h"
#include "view/build_table.h"
#include "view/export_dialog.h"
#include "view/format.h"

namespace explorer {
namespace {

// A piece is given away when it is so large, or took so long.
constexpr size_t PieceBytes = size_t{256} << 10;
constexpr double PieceMs = 8;
constexpr size_t RowsPerStep = 64;
// How long a picture of the progress stands at least.
constexpr double ProgressMs = 100;
// From so many rows on a file is written while it is made, where the browser lets a page write files.
constexpr uint64_t LargeFrom = 50'000;

}  // namespace

// Handles the commands about exports; false for all others.
bool App::export_command(const Command& command) {
  if (const auto* opened = std::get_if<command::OpenPopover>(&command)) {
    if (opened->kind != PopoverKind::Download || exporting_.running) return false;
    exporting_ = {};
    host_.prepare_export();
    return false;
  }
  if (std::holds_alternative<command::StartDownload>(command)) {
    start_export();
    return true;
  }
  if (!std::holds_alternative<command::CancelDownload>(command)) return false;
  if (exporting_.running) end_export(ExportOutcome::Cancelled);
  return true;
}

// Of the table that the dialog is about; null while there is nothing to be had. Rows that are still coming do
// not know yet what belongs to them.
std::unique_ptr<exports::Export> App::make_export() const {
  const Dataset* dataset = shown_dataset();
  const bool open = state_.popover.kind == PopoverKind::Download;
  if (dataset == nullptr || !open || load_.phase == LoadPhase::Loading) return nullptr;
  const TableId table = state_.popover.table;
  const RowList& rows = results_.tables[static_cast<size_t>(table)].rows;
  if (rows.empty()) return nullptr;
  return std::make_unique<exports::Export>(*dataset, table, rows, filled_columns(state_, *dataset, table),
                                           state_.download);
}

void App::start_export() {
  if (exporting_.running) return;
  std::unique_ptr<exports::Export> made = make_export();
  if (!made) return;
  export_ = std::move(made);
  exporting_ = {};
  exporting_.running = true;
  exporting_.table = state_.popover.table;
  exporting_.total = export_->total();
  exporting_.file_name = export_->file_name();
  invalidate();
  host_.begin_export(++export_number_, export_->file_name(), export_->media_type(),
                     export_->total() >= LargeFrom);
}

ExportStep App::export_chunk(uint32_t number, std::string& out) {
  if (number != export_number_ || !exporting_.running) return ExportStep::Broken;
  if (!export_) return ExportStep::Done;
  exporting_.begun = true;
  const size_t before = out.size();
  const double begin_ms = host_.now_ms();
  double now_ms = begin_ms;
  bool more = true;
  while (more && out.size() - before < PieceBytes && now_ms < begin_ms + PieceMs) {
    more = export_->step(out, RowsPerStep);
    now_ms = host_.now_ms();
  }
  exporting_.done = export_->done();
  exporting_.bytes += out.size() - before;
  if (!more) export_.reset();
  const bool shown = state_.popover.kind == PopoverKind::Download;
  if (shown && (!more || export_shown_ms_ == 0 || now_ms >= export_shown_ms_ + ProgressMs)) {
    export_shown_ms_ = now_ms;
    invalidate();
  }
  return more || out.size() > before ? ExportStep::More : ExportStep::Done;
}

void App::export_ended(uint32_t number, ExportOutcome outcome) {
  if (number != export_number_ || !exporting_.running) return;
  const bool known = outcome > ExportOutcome::None && outcome < ExportOutcome::Changed;
  end_export(known ? outcome : ExportOutcome::Failed);
}

// Said where the reader is: the dialog has a live region of its own.
void App::end_export(ExportOutcome outcome) {
  export_.reset();
  exporting_.running = exporting_.begun = false;
  exporting_.outcome = outcome;
  export_shown_ms_ = 0;
  const bool shown = state_.popover.kind == PopoverKind::Download && shown_dataset() != nullptr;
  if (shown && outcome != ExportOutcome::Changed) return invalidate();
  dispatch(command::Say{view::export_dialog::outcome_words(exporting_)});
}

// The same bytes for the clipboard, from within the reader's own copying.
CopiedTexts App::copied_export() {
  const std::unique_ptr<exports::Export> made = make_export();
  if (!made || made->total() > view::export_dialog::MostCopied || exporting_.running) return {};
  CopiedTexts copied;
  while (made->step(copied.plain, RowsPerStep)) {
  }
  exporting_ = {};
  exporting_.table = state_.popover.table;
  exporting_.total = made->total();
  exporting_.outcome = ExportOutcome::Copied;
  invalidate();
  return copied;
}

}  // namespace explorer
