// See summary_shape.h.
#include "view/summary_shape.h"

#include <algorithm>
#include <cmath>

namespace explorer {
namespace {

constexpr float MissingWidth = 8, MissingGap = 8;
constexpr float WidestBar = 28, NarrowestValue = 11;
constexpr float LineHeight = 4;   // of the summary of texts
constexpr float LeastBar = 1.5f;  // of what is there at all
constexpr float Faintest = 0.16f, Fainter = 0.4f;

float part_of(float count, uint32_t total) {
  return total == 0 ? 0 : count / static_cast<float>(total);
}

uint32_t tallest(const ColumnSummary& summary, size_t bars) {
  uint32_t most = 1;
  for (size_t i = 0; i < bars; ++i)
    most = std::max(most, summary.bars[i].total);
  return most;
}

// Stripes from the lower left to the upper right.
void add_stripes(Picture& picture, Rect box, Color color) {
  constexpr float Step = 4;
  for (float at = Step - box.h; at < box.w; at += Step) {
    const float from = std::max(at, 0.0f), to = std::min(at + box.h, box.w);
    if (to <= from) continue;
    picture.lines.push_back(
        {{box.x + from, box.y + box.h - (from - at)}, {box.x + to, box.y + box.h - (to - at)}, color, 1});
  }
}

void add_box(Picture& picture, Rect box, Color color, float opacity) {
  if (box.w > 0 && box.h > 0)
    picture.boxes.push_back({box.x, box.y, box.w, box.h, color, opacity, opacity, 0});
}

// The same bar thrice: what there is, what other filters leave, what all leave.
void add_bar(Picture& picture, const SummaryShape& shape, const BarSpan& span, float total,
             const DrawnBar& drawn, float scale) {
  const auto height = [&](float count) { return count <= 0 ? 0 : std::max(count * scale, LeastBar); };
  const auto add = [&](float count, float opacity) {
    const float h = height(count);
    add_box(picture, {span.x, shape.height - h, span.w, h}, Color::Accent, opacity);
  };
  if (total > drawn.count) add(total, Faintest);
  if (drawn.count > drawn.kept) add(drawn.count, Fainter);
  add(drawn.kept, 1);
}

// How many of ten rows state nothing, as a striped part of a pale column with a height of its own.
void add_missing(Picture& picture, const ColumnSummary& summary, const SummaryShape& shape, double now_ms) {
  if (shape.missing_width <= 0) return;
  const DrawnBar drawn = drawn_bar(summary, summary.bars.size(), now_ms);
  const Rect box{shape.missing_left, 0, shape.missing_width, shape.height};
  add_box(picture, box, Color::Land, 1);
  const float share = part_of(drawn.count, summary.rows);
  const float h = drawn.count <= 0 ? 0 : std::clamp(share * shape.height, 3.0f, shape.height);
  add_stripes(picture, {box.x, shape.height - h, box.w, h}, drawn.kept > 0 ? Color::Soft : Color::Strong);
}

void add_text_line(Picture& picture, const ColumnSummary& summary, const SummaryShape& shape, double now_ms) {
  const DrawnBar stated = drawn_bar(summary, 0, now_ms), missing = drawn_bar(summary, 1, now_ms);
  const float top = shape.height - LineHeight;
  const float full = shape.missing_width > 0 ? shape.missing_left : shape.width;
  const uint32_t total = summary.bars[0].total;
  add_box(picture, {0, top, full, LineHeight}, Color::Accent, Faintest);
  add_box(picture, {0, top, part_of(stated.kept, total) * full, LineHeight}, Color::Accent, Fainter);
  if (shape.missing_width <= 0) return;
  const Rect box{shape.missing_left, top - 2, shape.missing_width, LineHeight + 2};
  add_box(picture, box, Color::Land, 1);
  add_stripes(picture, box, missing.kept > 0 ? Color::Soft : Color::Strong);
}

}  // namespace

SummaryShape summary_shape(const ColumnSummary& summary, float width, float height, bool at_end) {
  SummaryShape shape;
  shape.width = std::max(width, 0.0f);
  shape.height = height;
  const bool missing = summary.missing.total > 0;
  if (summary.stated_only) {
    if (!missing) return shape;
    const float share = part_of(static_cast<float>(summary.missing.total), summary.row_total);
    shape.missing_width = std::clamp(std::round(share * width), std::min(6.0f, width), width);
    shape.missing_left = width - shape.missing_width;
    return shape;
  }
  const bool values = holds_strings(column_specs(summary.table)[summary.column].type);
  const float beside = width - MissingWidth - MissingGap;
  const float least = values ? NarrowestValue : static_cast<float>(summary.bars.size());
  if (missing && beside >= least) {
    shape.missing_width = MissingWidth;
    shape.missing_left = width - MissingWidth;
    shape.width = beside;
  }
  shape.bars = summary.bars.size();
  if (values) {
    const auto fit = static_cast<size_t>(std::max(shape.width / NarrowestValue, 1.0f));
    shape.bars = std::min(shape.bars, fit);
  }
  if (shape.bars == 0) return shape;
  shape.pitch = std::min(shape.width / static_cast<float>(shape.bars), WidestBar);
  shape.gap = values ? 3.0f : shape.pitch >= 4 ? 1.0f : 0.0f;
  const float used = shape.pitch * static_cast<float>(shape.bars);
  if (at_end) shape.left = std::floor(shape.width - used);
  shape.width = used;
  return shape;
}

BarSpan bar_span(const SummaryShape& shape, size_t bar) {
  const float from = std::floor(static_cast<float>(bar) * shape.pitch);
  const float to = std::floor(static_cast<float>(bar + 1) * shape.pitch);
  return {shape.left + from, std::max(to - from - shape.gap, 1.0f)};
}

namespace {

size_t nearest_bar(const SummaryShape& shape, float x) {
  const float at = shape.pitch > 0 ? (x - shape.left) / shape.pitch : 0;
  return static_cast<size_t>(std::clamp(at, 0.0f, static_cast<float>(shape.bars - 1)));
}

}  // namespace

std::optional<size_t> bar_at(const SummaryShape& shape, const ColumnSummary& summary, float x) {
  const float reach = MissingGap / 2;
  if (shape.missing_width > 0 && x >= shape.missing_left - reach) return summary.bars.size();
  if (shape.bars == 0 || x < shape.left - reach || x > shape.left + shape.width + reach) return std::nullopt;
  return nearest_bar(shape, x);
}

std::optional<BarRange> bars_between(const SummaryShape& shape, float from_x, float to_x) {
  if (shape.bars == 0) return std::nullopt;
  if (shape.missing_width > 0 && from_x >= shape.missing_left) return std::nullopt;
  return BarRange{nearest_bar(shape, std::min(from_x, to_x)), nearest_bar(shape, std::max(from_x, to_x))};
}

std::shared_ptr<const Picture> summary_picture(const ColumnSummary& summary, const SummaryShape& shape,
                                               std::optional<size_t> pointed, std::optional<BarRange> brushed,
                                               double now_ms) {
  auto picture = std::make_shared<Picture>();
  if (summary.stated_only) {
    add_text_line(*picture, summary, shape, now_ms);
    return picture;
  }
  const float base = shape.height;
  if (pointed && *pointed < shape.bars) {
    const BarSpan span = bar_span(shape, *pointed);
    add_box(*picture, {span.x, 0, span.w, base}, Color::Hair, 1);
  }
  if (brushed) {
    const BarSpan first = bar_span(shape, brushed->first), last = bar_span(shape, brushed->last);
    add_box(*picture, {first.x, 0, last.x + last.w - first.x, base}, Color::Accent, Faintest);
  }
  const float scale = base / static_cast<float>(tallest(summary, shape.bars));
  for (size_t i = 0; i < shape.bars; ++i) {
    add_bar(*picture, shape, bar_span(shape, i), static_cast<float>(summary.bars[i].total),
            drawn_bar(summary, i, now_ms), scale);
  }
  add_missing(*picture, summary, shape, now_ms);
  if (shape.bars > 0) add_box(*picture, {shape.left, base, shape.width, 1}, Color::Strong, 1);
  return picture;
}

std::shared_ptr<const Picture> flat_picture(float width, float height) {
  auto picture = std::make_shared<Picture>();
  add_box(*picture, {0, height, width, 1}, Color::Hair, 1);
  return picture;
}

}  // namespace explorer
