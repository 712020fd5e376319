// See export_dialog.h. What is to be chosen scrolls where it has to; how far it is and the buttons always
// stand below it.
#include "view/export_dialog.h"

#include <algorithm>
#include <array>
#include <utility>

#include "view/build_table.h"
#include "view/export_progress.h"
#include "view/format.h"
#include "view/radio_group.h"
#include "view/ui_text.h"

namespace explorer::view::export_dialog {
namespace {

using exports::Format;
using exports::Options;

constexpr float Gap = 16;

// The part that scrolls, under construction: parts are added at `y` and move it down.
struct Choices {
  Builder& b;
  uint32_t node;
  float x, w, y;
  TableId table;
  bool idle;  // else nothing can be chosen now

  const Options& options() const { return b.in.state.download; }
  std::optional<Command> unless_running(Command command) const {
    return idle ? std::optional<Command>(std::move(command)) : std::nullopt;
  }
  std::optional<Command> choose(const Options& options) const {
    return unless_running(command::SetDownload{options});
  }
};

// Above a group that has the same name for those who do not see it.
void add_caption(Choices& c, std::string_view name, std::string_view text) {
  const float line = line_px(Font::SmallStrong);
  add_text(c.b, c.node, name, 0, {c.x, c.y, c.w, line}, text, {Font::SmallStrong, Color::Ink, Align::Start},
           Role::Decor);
  c.y += line + 4;
}

void add_count(Choices& c) {
  const ExportStatus& running = c.b.in.exporting;
  const QueryResult& result = c.b.in.results.tables[static_cast<size_t>(c.table)];
  const uint64_t rows = c.idle ? result.rows.size() : running.total;
  const float line = line_px(Font::BodyStrong);
  add_text(c.b, c.node, "count", 0, {c.x, c.y, c.w, line}, ui::count_of_rows(rows, result.total, c.table),
           Strong, Role::Paragraph);
  c.y += line;
  const uint32_t order =
      add_wrapped(c.b, c.node, "order", 0, {c.x, c.y, c.w, 0}, ui::DownloadAsNow, SoftSmall, 3);
  c.y += c.b.scene.node(order).rect.h + Gap;
}

struct Radio {
  uint64_t index;
  std::string text;
  bool on;
  std::optional<Command> command;
};

// As many beside each other as there is room for.
void add_radios(Choices& c, std::string_view name, std::string_view label, const std::vector<Radio>& radios) {
  Builder& b = c.b;
  const float h = target_px(b, 32);
  const uint32_t group = radio_group::add_group(b, c.node, name, {c.x, c.y, c.w, h}, label);
  float x = 0, y = 0;
  for (const Radio& radio : radios) {
    const float w = std::min(radio_group::radio_px(b, radio.text), c.w);
    if (x > 0 && x + w > c.w) {
      x = 0;
      y += h;
    }
    radio_group::add_radio(b, group, radio.index, {x, y, w, h}, radio.text, radio.on, radio.command);
    x += w + Gap;
  }
  b.scene.node(group).rect.h = y + h;
  c.y += y + h + Gap - 4;
}

// Events have no view of their own; this is where they can be had.
void add_tables(Choices& c) {
  std::vector<Radio> radios;
  for (const TableId table : AllTables) {
    if (table != c.table && c.b.in.dataset->table(table).row_count == 0) continue;
    radios.push_back({static_cast<uint64_t>(table), std::string(ui::table_title(table)), table == c.table,
                      c.unless_running(command::OpenPopover{PopoverKind::Download, table, 0})});
  }
  add_caption(c, "of-table", ui::DownloadTable);
  add_radios(c, "tables", ui::DownloadTable, radios);
}

// What a format is for stands beside its name, or below it where one of them has no room.
void add_formats(Choices& c) {
  Builder& b = c.b;
  constexpr float Between = 12;
  static_assert(std::size(ui::DownloadFormats) == exports::FormatCount);
  float name_w = 0, use_w = 0;
  for (size_t i = 0; i < exports::FormatCount; ++i) {
    name_w = std::max(name_w, text_px(b, ui::DownloadFormats[i], Font::Body));
    use_w = std::max(use_w, text_px(b, ui::DownloadUses[i], Font::Small));
  }
  const float use_x = radio_group::TextX + name_w + Between;
  const bool below = use_x + use_w > c.w;
  const float name_line = line_px(Font::Body), use_line = line_px(Font::Small), pad = below ? 4 : 0;
  const float h = target_px(b, below ? name_line + use_line + 2 * pad : 32);
  add_caption(c, "of-format", ui::DownloadFormat);
  const uint32_t group = radio_group::add_group(
      b, c.node, "formats", {c.x, c.y, c.w, h * exports::FormatCount}, ui::DownloadFormat);
  for (size_t i = 0; i < exports::FormatCount; ++i) {
    const Format format = static_cast<Format>(i);
    Options options = c.options();
    const bool on = options.format == format;
    options.format = format;
    const Rect rect{0, h * static_cast<float>(i), c.w, h};
    const uint32_t id = radio_group::add_radio(b, group, i, rect, {}, on, c.choose(options));
    b.scene.node(id).label = ui::labelled(ui::DownloadFormats[i], ui::DownloadUses[i]);
    b.scene.node(id).hover_fill = c.idle ? Color::Hover : Color::None;
    b.scene.node(id).radius_px = 6;
    const Color ink = c.idle ? Color::Ink : Color::Faint, soft = c.idle ? Color::Soft : Color::Faint;
    const float x = radio_group::TextX, top = below ? (h - name_line - use_line) / 2 : 0;
    add_text(b, id, "name", 0, {x, top, below ? c.w - x : name_w, below ? name_line : h},
             ui::DownloadFormats[i], {Font::Body, ink, Align::Start});
    const Rect use = below ? Rect{x, top + name_line, c.w - x, use_line} : Rect{use_x, 0, c.w - use_x, h};
    add_text(b, id, "use", 0, use, ui::DownloadUses[i], {Font::Small, soft, Align::Start});
  }
  c.y += h * exports::FormatCount + Gap - 4;
}

// With a line below that says why one would want it.
void add_option(Choices& c, uint64_t index, std::string_view text, std::string_view why, bool on,
                std::optional<Command> command) {
  Builder& b = c.b;
  const float h = target_px(b, 32);
  const uint32_t tick = add_tick(b, c.node, index, {c.x, c.y, c.w, h}, text, on, std::move(command));
  b.scene.node(tick).description = why;
  c.y += h;
  const float x = radio_group::TextX;
  const uint32_t id = add_wrapped(b, c.node, "why", index, {c.x + x, c.y, c.w - x, 0}, why, SoftSmall, 3);
  c.y += b.scene.node(id).rect.h + 8;
}

void add_columns(Choices& c) {
  const Options& options = c.options();
  if (!exports::has_columns(options.format)) return;
  const size_t shown = filled_columns(c.b.in.state, *c.b.in.dataset, c.table).size();
  const auto choice = [&](bool all) {
    Options changed = options;
    changed.all_columns = all;
    return c.choose(changed);
  };
  add_caption(c, "of-columns", ui::Columns);
  add_radios(c, "columns", ui::Columns,
             {{0, fill(ui::DownloadShown, {format_count(shown)}), !options.all_columns, choice(false)},
              {1, std::string(ui::DownloadAll), options.all_columns, choice(true)}});
}

void add_csv_options(Choices& c) {
  const Options& options = c.options();
  if (options.format != Format::Csv) return;
  Options safe = options, marked = options;
  safe.formula_safe = !options.formula_safe;
  marked.byte_order_mark = !options.byte_order_mark;
  add_option(c, 0, ui::DownloadSafe, ui::DownloadSafeWhy, options.formula_safe, c.choose(safe));
  add_option(c, 1, ui::DownloadMark, ui::DownloadMarkWhy, options.byte_order_mark, c.choose(marked));
}

}  // namespace

void build(DialogParts& dialog, TableId table) {
  Builder& b = dialog.b;
  const ExportStatus& status = b.in.exporting;
  const bool idle = !status.running;
  const float whole_w = dialog.w + 2 * dialog.x;
  const uint32_t body = add_node(b, dialog.node, "choices", 0, Role::Group, {0, dialog.y, whole_w, 0});
  Choices choices{b, body, dialog.x, dialog.w, 0, idle ? table : status.table, idle};
  add_count(choices);
  add_tables(choices);
  add_formats(choices);
  add_columns(choices);
  add_csv_options(choices);
  const uint32_t footer = add_footer(dialog, choices.table);
  const float footer_h = b.scene.node(footer).rect.h;
  const float h = std::clamp(dialog.bottom - dialog.y - footer_h, 0.0f, choices.y);
  b.scene.node(body).rect.h = h;
  make_scroll(b, body, whole_w, choices.y);
  b.scene.node(footer).rect.y = dialog.y + h;
  dialog.bottom = std::min(dialog.bottom, dialog.y + h + footer_h);
}

}  // namespace explorer::view::export_dialog
