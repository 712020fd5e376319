// See build_summary.h.
#include "view/build_summary.h"

#include <algorithm>

#include "view/surface.h"
#include "view/ui_sentences.h"

namespace explorer {
namespace {

constexpr TextStyle Caption{Font::Caption, Color::Soft, Align::Start};

bool is_number(ColumnType type) {
  return type == ColumnType::Number || type == ColumnType::Duration;
}

// Both ends where they fit beside each other, else what says less.
void add_caption(Builder& b, uint32_t node, const ColumnSummary& summary, const SummaryShape& shape) {
  const Rect rect = b.scene.node(node).rect;
  const float w = rect.w, y = rect.h - SummaryCaption + 2, h = SummaryCaption - 2;
  const bool at_end = is_number(column_specs(summary.table)[summary.column].type);
  for (int detail = 0; detail < ui::SummaryDetails; ++detail) {
    const ui::SummaryEnds ends = ui::summary_ends(summary, shape.bars, detail);
    if (ends.left.empty()) return;
    const float left_w = text_px(b, ends.left, Caption.font), right_w = text_px(b, ends.right, Caption.font);
    const bool last = detail + 1 == ui::SummaryDetails;
    const bool values = holds_strings(column_specs(summary.table)[summary.column].type);
    // The name of a value may be cut; a number or a date would say something else.
    const float least = values && detail == 0 ? std::min(left_w, 72.0f) : left_w;
    const float gap = ends.right.empty() ? 0 : 12;
    if (least + gap + right_w > w) {
      if (!last || !values) continue;
    }
    const float bars_end =
        values ? w : std::min(std::max(shape.left + shape.width, left_w + gap + right_w), w);
    const float room = std::max(w - gap - right_w, 0.0f), used = std::min(left_w, room);
    const float x = at_end && ends.right.empty() ? std::max(bars_end - used, 0.0f)
                                                 : std::min(shape.left, bars_end - used - gap - right_w);
    add_text(b, node, "left", 0, {std::max(x, 0.0f), y, used, h}, ends.left, Caption);
    if (ends.right.empty()) return;
    add_text(b, node, "right", 0, {bars_end - right_w, y, right_w, h}, ends.right,
             {Caption.font, Caption.color, Align::End});
    return;
  }
}

// What is under the pointer takes the place of the ends.
void add_pointed(Builder& b, uint32_t node, const std::string& words) {
  const Rect rect = b.scene.node(node).rect;
  add_text(b, node, "pointed", 0, {0, rect.h - SummaryCaption + 2, rect.w, SummaryCaption - 2}, words,
           {Caption.font, Color::Ink, Align::Start});
}

std::optional<BarRange> brushed_bars(const Builder& b, const Node& node, const SummaryShape& shape) {
  const Gesture* gesture = b.in.gesture;
  if (gesture == nullptr || gesture->key != node.key || !gesture->moved) return std::nullopt;
  return bars_between(shape, gesture->from.x, gesture->to.x);
}

// "10 to 39" of the bars that a drag covers.
std::string brushed_words(const ColumnSummary& summary, const BarRange& range) {
  if (range.first == range.last) return ui::bar_words(summary, range.first);
  ColumnSummary whole = summary;
  SummaryBar bar = summary.bars[range.first];
  for (size_t i = range.first + 1; i <= range.last; ++i) {
    bar.greatest = summary.bars[i].greatest;
    bar.count += summary.bars[i].count;
    bar.total += summary.bars[i].total;
    if (!bar.value.empty()) bar.value += ", " + summary.bars[i].value;
  }
  whole.bars = {bar};
  return ui::bar_words(whole, 0);
}

}  // namespace

SummaryShape shape_in(const ColumnSummary& summary, const Node& node) {
  const ColumnType type = column_specs(summary.table)[summary.column].type;
  return summary_shape(summary, node.rect.w, node.rect.h - SummaryCaption, is_number(type));
}

void add_summary(Builder& b, uint32_t parent, Rect rect, TableId table, size_t column) {
  const uint32_t id = add_node(b, parent, "summary", column, Role::Image, rect);
  b.scene.node(id).surface = {Surface::Histogram, table, column};
  const ColumnSummary* summary = find_summary(b.in.results.summaries, table, column);
  if (summary == nullptr) {
    b.scene.node(id).label = ui::column_heading(table, column);
    b.scene.node(id).picture = flat_picture(rect.w, rect.h - SummaryCaption);
    return;
  }
  const SummaryShape shape = shape_in(*summary, b.scene.node(id));
  const auto pointed = pointed_bar(*summary, b.in.state.pointed);
  const auto brushed = brushed_bars(b, b.scene.node(id), shape);
  Node& node = b.scene.node(id);
  node.label = ui::summary_words(*summary);
  node.picture = summary_picture(*summary, shape, pointed, brushed, b.in.now_ms);
  if (brushed) return add_pointed(b, id, brushed_words(*summary, *brushed));
  if (!pointed) return add_caption(b, id, *summary, shape);
  node.description = ui::bar_words(*summary, *pointed);
  add_pointed(b, id, ui::bar_words(*summary, *pointed));
}

}  // namespace explorer
