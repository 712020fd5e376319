// See build_summary.h.
#include "view/build_summary.h"

#include <algorithm>

#include "view/surface.h"
#include "view/ui_sentences.h"

namespace explorer {
namespace {

constexpr TextStyle Caption{Font::Caption, Color::Soft, Align::Start};
constexpr float CaptionLine = SummaryCaption - 2;
constexpr float EndsGap = 8;
constexpr float LeastName = 48;

bool is_number(ColumnType type) {
  return type == ColumnType::Number || type == ColumnType::Duration;
}

// Decoration: the pointer must not find a text there that is another one once it is pointed at.
void add_end(Builder& b, uint32_t node, std::string_view name, float x, float w, std::string_view text,
             TextStyle style) {
  add_text(b, node, name, 0, {x, b.scene.node(node).rect.h - CaptionLine, w, CaptionLine}, text, style,
           Role::Decor);
}

// The most frequent value, cut where it must be, and its share.
void add_value_ends(Builder& b, uint32_t node, const ui::SummaryEnds& ends, float right_w) {
  const float room = b.scene.node(node).rect.w - (right_w > 0 ? EndsGap + right_w : 0);
  const float left_w = std::min(text_px(b, ends.left, Caption.font), room);
  add_end(b, node, "left", 0, left_w, ends.left, Caption);
  if (right_w > 0) add_end(b, node, "right", left_w + EndsGap, right_w, ends.right, Caption);
}

// Below the first and the last bar; one text alone below the side on which the bars stand.
void add_axis_ends(Builder& b, uint32_t node, const ui::SummaryEnds& ends, const SummaryShape& shape,
                   bool at_end) {
  const float left_w = text_px(b, ends.left, Caption.font), right_w = text_px(b, ends.right, Caption.font);
  const float needed = left_w + (right_w > 0 ? EndsGap + right_w : 0);
  const float end = std::min(std::max(shape.left + shape.width, needed), b.scene.node(node).rect.w);
  const float start = std::max(std::min(shape.left, end - needed), 0.0f);
  add_end(b, node, "left", right_w > 0 || !at_end ? start : end - left_w, left_w, ends.left, Caption);
  if (right_w > 0) add_end(b, node, "right", end - right_w, right_w, ends.right, Caption);
}

// As much as fits in one line.
void add_caption(Builder& b, uint32_t node, const ColumnSummary& summary, const SummaryShape& shape) {
  const ColumnType type = column_specs(summary.table)[summary.column].type;
  const bool values = holds_strings(type);
  for (int detail = 0; detail < ui::SummaryDetails; ++detail) {
    const ui::SummaryEnds ends = ui::summary_ends(summary, detail);
    if (ends.left.empty()) return;
    const float left_w = text_px(b, ends.left, Caption.font), right_w = text_px(b, ends.right, Caption.font);
    // The name of a value may be cut; a number or a date would say something else.
    const float least = values && right_w > 0 ? std::min(left_w, LeastName) : left_w;
    if (least + (right_w > 0 ? EndsGap + right_w : 0) > b.scene.node(node).rect.w) continue;
    if (values) return add_value_ends(b, node, ends, right_w);
    return add_axis_ends(b, node, ends, shape, is_number(type));
  }
}

// What is under the pointer takes the place of the ends.
void add_pointed(Builder& b, uint32_t node, const std::string& words) {
  add_end(b, node, "pointed", 0, b.scene.node(node).rect.w, words, {Caption.font, Color::Ink, Align::Start});
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
    if (!bar.value.empty()) add_listed(bar.value, summary.bars[i].value);
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
