// See build_message.h.
#include "view/build_message.h"

#include <algorithm>

#include "state/rights.h"
#include "view/ui_sentences.h"

namespace explorer {
namespace {

constexpr float TextWidth = 560;
constexpr size_t OfferedTerms = 6;

struct MessageColumn {
  uint32_t node;
  float w;
  float y;
};

// A scrolling column of text, left aligned with the page's margin.
MessageColumn open_column(Builder& b, uint32_t parent, Rect area, Role role) {
  const uint32_t outer = add_node(b, parent, "message", 0, role, area);
  return {outer, std::clamp(area.w - 2 * b.margin, 1.0f, TextWidth), b.phone ? 24.0f : 48.0f};
}

void paragraph(Builder& b, MessageColumn& column, std::string_view name, std::string_view text,
               TextStyle style) {
  if (text.empty()) return;
  const uint32_t id = add_wrapped(b, column.node, name, 0, {b.margin, column.y, column.w, 0}, text, style, 8);
  column.y += b.scene.node(id).rect.h + 8;
}

void heading(Builder& b, MessageColumn& column, std::string_view text) {
  const uint32_t id = add_wrapped(b, column.node, "title", 0, {b.margin, column.y, column.w, 0}, text,
                                  {Font::Heading, Color::Ink, Align::Start}, 4, Role::Heading);
  b.scene.node(id).level = 2;
  column.y += b.scene.node(id).rect.h + 8;
}

void close_column(Builder& b, const MessageColumn& column) {
  make_scroll(b, column.node, 0, column.y + b.margin);
  tell_content(b, column.node, static_cast<double>(column.y + b.margin));
}

bool may_take_back(const Builder& b) {
  return reader_may(b.in.state, command::ClearTerms{});
}

// One button a term: what to take back to see more.
void offer_terms(Builder& b, MessageColumn& column) {
  const auto& terms = b.in.state.query.terms;
  const float h = target_px(b, 32);
  if (!may_take_back(b)) return;
  for (size_t i = 0; i < std::min(terms.size(), OfferedTerms) && terms.size() > 1; ++i) {
    const std::string text = ui::remove_quoted(ui::term_text(terms[i]));
    const float w = std::min(text_px(b, text, Font::Small) + 24, column.w);
    add_button(b, column.node, "remove", i, {b.margin, column.y, w, h}, text, command::RemoveTerm{i});
    column.y += h + 8;
  }
}

}  // namespace

void build_loading(Builder& b, uint32_t parent, Rect area) {
  MessageColumn column = open_column(b, parent, area, Role::Region);
  b.scene.node(column.node).label = ui::Loading;
  const LoadStatus& load = b.in.load;
  heading(b, column, ui::Loading);
  const std::string bytes = ui::progress(load.progress.received_bytes, load.progress.expected_bytes);
  paragraph(b, column, "bytes", bytes, {Font::BodyTabular, Color::Soft, Align::Start});
  const uint32_t track = add_fill(b, column.node, "track", 0,
                                  {b.margin, column.y + 8, std::min(column.w, 320.0f), 4}, Color::Land);
  Node& node = b.scene.node(track);
  node.role = Role::ProgressBar;
  node.label = ui::Loading;
  node.value = bytes;
  node.radius_px = 2;
  node.color = Color::Accent;
  if (const auto part = ui::load_part(load.progress, 0)) {
    node.mark = Mark::Bar;
    node.mark_to = *part;
    node.value_known = true;
  }
  column.y += 12;
  if (load.in_pieces) {
    const float h = target_px(b, 36);
    add_button(b, column.node, "cancel", 0, {b.margin, column.y + 20, 0, h}, ui::Cancel,
               command::CancelLoad{});
    column.y += h + 20;
  }
  close_column(b, column);
}

[[gnu::noinline]] void build_failure(Builder& b, uint32_t parent, Rect area) {
  MessageColumn column = open_column(b, parent, area, Role::Alert);
  const LoadStatus& load = b.in.load;
  add_icon(b, column.node, "icon", {b.margin, column.y, 24, 24}, Icon::Warning, Color::Warn);
  column.y += 36;
  heading(b, column, display_text(load.failure_title, 400));
  paragraph(b, column, "detail", display_text(load.failure_detail, 1000), {});
  paragraph(b, column, "hint", display_text(load.failure_hint, 1000),
            {Font::Body, Color::Soft, Align::Start});
  if (load.again == LoadAgain::Never) return close_column(b, column);
  column.y += 8;
  add_button(b, column.node, "retry", 0, {b.margin, column.y, 0, target_px(b, 36)}, ui::Retry,
             command::Retry{});
  column.y += target_px(b, 36);
  close_column(b, column);
}

[[gnu::noinline]] void build_empty(Builder& b, uint32_t parent, Rect area, std::optional<TableId> table) {
  MessageColumn column = open_column(b, parent, area, Role::Region);
  b.scene.node(column.node).label = ui::NothingMatches;
  uint64_t total = 0;
  for (const TableId id : AllTables) {
    if (!table || *table == id) total += b.in.results.tables[static_cast<size_t>(id)].total;
  }
  if (total == 0) {
    heading(b, column, ui::NothingHere);
    paragraph(b, column, "why", table ? ui::EmptyTable : ui::EmptyDataset,
              {Font::Body, Color::Soft, Align::Start});
    return close_column(b, column);
  }
  heading(b, column, ui::NothingMatches);
  const std::string why = ui::no_match(table, total, b.in.state.query.terms.size());
  paragraph(b, column, "why", why, {Font::Body, Color::Soft, Align::Start});
  column.y += 8;
  offer_terms(b, column);
  if (!may_take_back(b)) return close_column(b, column);
  const float h = target_px(b, 32);
  add_button(b, column.node, "clear", 0, {b.margin, column.y, 0, h}, ui::ClearAll, command::ClearTerms{});
  column.y += h;
  close_column(b, column);
}

}  // namespace explorer
