// See export_progress.h.
#include "view/export_progress.h"

#include <algorithm>
#include <array>

#include "view/export_dialog.h"
#include "view/format.h"
#include "view/ui_text.h"

namespace explorer::view::export_dialog {
namespace {

constexpr float Gap = 8, Pad = 12;

// What the live region says: nothing while the bar tells how far it is.
std::string status_words(const Builder& b) {
  const ExportStatus& status = b.in.exporting;
  if (status.running) return std::string(status.begun ? ui::Text() : ui::Text(ui::DownloadWhere));
  if (status.outcome != ExportOutcome::None) return outcome_words(status);
  return std::string(b.in.load.phase == LoadPhase::Loading ? ui::Text(ui::DownloadLoading) : ui::Text());
}

// The region is there from the start, so that it is heard when it says something. Returns where it ends.
float add_outcome(DialogParts& dialog, uint32_t footer, float y) {
  Builder& b = dialog.b;
  const uint32_t region = add_node(b, footer, "outcome", 0, Role::Status, {dialog.x, y, dialog.w, 1});
  const std::string words = status_words(b);
  if (words.empty()) return y;
  const bool bad = !b.in.exporting.running && is_bad(b.in.exporting.outcome);
  const uint32_t text =
      add_wrapped(b, region, "words", 0, {0, 0, dialog.w, 0}, words,
                  {Font::Small, bad ? Color::Warn : Color::Ink, Align::Start}, 5, Role::Text);
  const float h = b.scene.node(text).rect.h;
  b.scene.node(region).rect.h = h;
  return y + h + Pad;
}

// Returns where it ends.
float add_progress(DialogParts& dialog, uint32_t footer, float y) {
  constexpr float Track = 4;
  Builder& b = dialog.b;
  const ExportStatus& status = b.in.exporting;
  if (!status.running || !status.begun) return y;
  const std::string rows = ui::count_of_rows(status.done, status.total, status.table);
  const std::string text = ui::dotted(rows, ui::progress(status.bytes, 0));
  const float line = line_px(Font::Small);
  const float part =
      status.total == 0 ? 1 : static_cast<float>(status.done) / static_cast<float>(status.total);
  const uint32_t bar =
      add_node(b, footer, "progress", 0, Role::ProgressBar, {dialog.x, y, dialog.w, line + 4 + Track});
  Node& node = b.scene.node(bar);
  node.label = ui::Downloading;
  node.value = text;
  node.value_known = true;
  node.mark_to = part;
  add_text(b, bar, "text", 0, {0, 0, dialog.w, line}, text, {Font::Small, Color::Ink, Align::Start});
  const uint32_t track =
      add_fill(b, footer, "track", 0, {dialog.x, y + line + 4, dialog.w, Track}, Color::Land);
  Node& drawn = b.scene.node(track);
  drawn.mark = Mark::Bar;
  drawn.mark_to = part;
  drawn.color = Color::Accent;
  drawn.radius_px = Track / 2;
  return y + line + 4 + Track + Pad;
}

void make_main_button(Node& node) {
  node.fill = Color::Accent;
  node.color = Color::AccentInk;
  node.border_color = Color::Accent;
  node.hover_fill = Color::Accent;
  node.hover_border = Color::Ink;
}

void disable(Node& node) {
  node.disabled = true;
  node.color = Color::Faint;
  node.hover_fill = Color::None;
  node.hover_border = Color::None;
}

// The buttons keep their places while it runs: the focus is on one of them.
float add_buttons(DialogParts& dialog, uint32_t footer, TableId table, float y) {
  Builder& b = dialog.b;
  const ExportStatus& status = b.in.exporting;
  const uint32_t rows = b.in.results.tables[static_cast<size_t>(table)].rows.size();
  const bool can = !status.running && rows > 0 && b.in.load.phase != LoadPhase::Loading;
  const float h = target_px(b, 36);
  float x = dialog.x;
  const auto add = [&](std::string_view name, std::string_view text, Command command) {
    const float w = std::min(text_px(b, text, Font::Small) + 24, dialog.w);
    if (x > dialog.x && x + w > dialog.x + dialog.w) {
      x = dialog.x;
      y += h + Gap;
    }
    const uint32_t id = add_button(b, footer, name, 0, {x, y, w, h}, text, std::move(command));
    x += w + Gap;
    return id;
  };
  const uint32_t download = add("download", ui::Download, command::StartDownload{});
  if (can) {
    make_main_button(b.scene.node(download));
  } else {
    disable(b.scene.node(download));
  }
  if (rows > 0 && rows <= MostCopied) {
    const uint32_t copy = add("copy", ui::DownloadCopy, command::CopyDownload{});
    if (!can) disable(b.scene.node(copy));
  }
  const bool ended = status.outcome != ExportOutcome::None && !is_bad(status.outcome);
  add("cancel", ended && !status.running ? ui::DownloadDone : ui::Cancel,
      status.running ? Command(command::CancelDownload{}) : command::ClosePopover{});
  return y + h;
}

}  // namespace

uint32_t add_footer(DialogParts& dialog, TableId table) {
  Builder& b = dialog.b;
  const float w = dialog.w + 2 * dialog.x;
  const uint32_t footer = add_node(b, dialog.node, "footer", 0, Role::Group, {0, 0, w, 0});
  b.scene.node(footer).borders = edge::Top;
  float y = add_outcome(dialog, footer, Pad);
  y = add_progress(dialog, footer, y);
  y = add_buttons(dialog, footer, table, y);
  b.scene.node(footer).rect.h = y + Pad;
  return footer;
}

bool is_bad(ExportOutcome outcome) {
  return outcome >= ExportOutcome::Cancelled && outcome != ExportOutcome::Copied;
}

std::string outcome_words(const ExportStatus& status) {
  const ExportOutcome outcome = status.outcome;
  const std::string count = format_count(status.total);
  switch (outcome) {
    case ExportOutcome::None:
      return {};
    case ExportOutcome::Copied:
      return plural(ui::RowsCopied, status.total, {count});
    case ExportOutcome::NotCopied:
      return std::string(ui::CopyFailed);
    case ExportOutcome::Saved:
    case ExportOutcome::Given:
    case ExportOutcome::Unsure:
      return fill(
          outcome == ExportOutcome::Unsure ? ui::DownloadUnsure : ui::DownloadEnded,
          {status.file_name, ui::count_rows(status.total, status.table), ui::progress(status.bytes, 0)});
    default:
      return std::string(
          ui::DownloadEnds[static_cast<size_t>(outcome) - static_cast<size_t>(ExportOutcome::Cancelled)]);
  }
}

}  // namespace explorer::view::export_dialog
