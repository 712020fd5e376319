// See timeline_picture.h. Boxes are painted in the order of adding, and before lines and discs, so all that
// may lie under something else is a box.
#include "view/timeline_picture.h"

#include <algorithm>

namespace explorer {
namespace {

constexpr float Fill = 0.26f;  // of a span, under its strong foot
constexpr float FootPx = 2;
constexpr float EndFade = 28;  // px over which an open end fades

void box(Picture& picture, Rect rect, Color color, float left, float right, float radius = 0) {
  if (rect.w <= 0 || rect.h <= 0) return;
  picture.boxes.push_back({rect.x, rect.y, rect.w, rect.h, color, left, right, radius});
}

// A box that fades where it has no end.
void open_box(Picture& picture, const TimeMark& mark, Rect rect, Color color, float opacity) {
  const float fade = std::min(EndFade, rect.w / 2);
  if (mark.open_left) {
    box(picture, {rect.x, rect.y, fade, rect.h}, color, 0, opacity);
    rect.x += fade;
    rect.w -= fade;
  }
  if (mark.open_right) {
    rect.w -= fade;
    box(picture, {rect.x + rect.w, rect.y, fade, rect.h}, color, opacity, 0);
  }
  box(picture, rect, color, opacity, opacity);
}

void frame(Picture& picture, Rect rect, Color color, float opacity) {
  constexpr float Px = 1;
  box(picture, {rect.x, rect.y, rect.w, Px}, color, opacity, opacity);
  box(picture, {rect.x, rect.y + rect.h - Px, rect.w, Px}, color, opacity, opacity);
  box(picture, {rect.x, rect.y, Px, rect.h}, color, opacity, opacity);
  box(picture, {rect.x + rect.w - Px, rect.y, Px, rect.h}, color, opacity, opacity);
}

// Dots under what was concluded, as under a word that needs a note.
void dot_foot(Picture& picture, Rect rect, MarkLook look) {
  const float step = std::max(5.0f, rect.w / 48);
  const float from = std::min(rect.x, rect.x + rect.w / 2 - 4), to = std::max(rect.x + rect.w, from + 8);
  for (float x = from; x + 2 <= to + 1; x += step)
    box(picture, {x, rect.y + rect.h - 2, 2, 2}, look.color, look.strength, look.strength, 1);
}

}  // namespace

Rect cluster_pill(Rect box, float number_w) {
  const float w = std::min(number_w + 12, box.w);
  return {box.x + (box.w - w) / 2, box.y, w, box.h};
}

void draw_time_mark(Picture& picture, const TimeMark& mark, Rect rect, MarkLook look, float number_w) {
  const float on = look.strength;
  if (mark.inferred && mark.shape != TimeShape::Cluster) {
    dot_foot(picture, rect, look);
    rect.h -= 4;
  }
  const Rect foot{rect.x, rect.y + rect.h - FootPx, rect.w, FootPx};
  switch (mark.shape) {
    case TimeShape::Tick:
      if (mark.uncertain) {
        frame(picture, {rect.x - 1, rect.y, rect.w + 2, rect.h}, look.color, on);
      } else {
        box(picture, rect, look.color, on, on, 2);
      }
      return;
    case TimeShape::Span:
      open_box(picture, mark, rect, look.color, mark.uncertain ? Fill * on / 3 : Fill * on);
      open_box(picture, mark, foot, look.color, on);
      return;
    case TimeShape::Bracket: {
      constexpr float Arm = 8;
      const float top = foot.y - Arm;
      open_box(picture, mark, foot, look.color, on);
      if (!mark.open_left) box(picture, {rect.x, top, FootPx, Arm}, look.color, on, on);
      if (!mark.open_right) box(picture, {rect.x + rect.w - FootPx, top, FootPx, Arm}, look.color, on, on);
      return;
    }
    case TimeShape::Fade: {
      const float half = rect.w / 2;
      const float left = mark.open_left ? on * 0.6f : 0, right = mark.open_right ? on * 0.6f : 0;
      box(picture, {rect.x, rect.y, half, rect.h}, look.color, left, on);
      box(picture, {rect.x + half, rect.y, half, rect.h}, look.color, on, right);
      return;
    }
    case TimeShape::Cluster: {
      const Rect pill = cluster_pill(rect, number_w);
      if (rect.w > pill.w + 4) box(picture, rect, look.color, Fill * on, Fill * on, rect.h / 2);
      box(picture, pill, look.color, on, on, std::min(pill.h, pill.w) / 2);
      return;
    }
  }
}

void draw_backdrop(Picture& picture, const TimeMark& mark, float y, MarkLook look) {
  constexpr float Height = 3;
  const Rect rect{mark.x0, y - Height - 4 * static_cast<float>(mark.line), mark.x1 - mark.x0, Height};
  if (mark.shape == TimeShape::Fade) {
    TimeMark open = mark;
    open.open_left = open.open_right = true;
    return open_box(picture, open, rect, look.color, look.strength * 0.7f);
  }
  open_box(picture, mark, rect, look.color, look.strength * 0.7f);
}

void draw_time_grid(Picture& picture, const TimelineLayout& layout) {
  const float h = layout.lanes_h;
  for (const TimeScale::Part& part : layout.scale.parts()) {
    if (part.quiet) box(picture, {part.x, 0, part.w, h}, Color::Hover, 1, 1);
  }
  for (const TimeTick& tick : layout.axis.ticks) {
    if (!tick.line) continue;
    const Color color = tick.major ? Color::Strong : Color::Hair;
    box(picture, {tick.x, 0, 1, h}, color, tick.major ? 0.45f : 1, tick.major ? 0.45f : 1);
    box(picture, {tick.x, h, 1, tick.major ? 20.0f : 5.0f}, Color::Faint, 0.7f, 0.7f);
  }
  for (const TimeLane& lane : layout.lanes)
    box(picture, {0, lane.y, layout.scale.width(), 1}, Color::Hair, 1, 1);
  box(picture, {0, h, layout.scale.width(), 1}, Color::Faint, 1, 1);
}

void draw_time_bars(Picture& picture, const TimelineLayout& layout, const TimeLane& lane,
                    const TimeLaneFacts& facts) {
  const float room = lane.h - layout.rows_top - 2, bottom = lane.y + lane.h;
  for (const TimeBin& bin : layout.bins) {
    const BinCounts counts = bin_counts(facts, bin);
    if (counts.total == 0) continue;
    const float gap = bin.w > 4 ? 1.0f : 0.0f;
    const float x = bin.x + gap / 2, w = bin.w - gap, top = bottom - room;
    float y = bottom;
    bool cut = false;
    const auto stack = [&](uint32_t count, Color color, float opacity) {
      if (count == 0) return;
      const float h = std::max(room * static_cast<float>(count) / static_cast<float>(lane.tallest), 1.0f);
      cut = cut || y - h < top - 0.5f;
      const float shown = std::min(h, y - top);
      y -= shown;
      box(picture, {x, y, w, shown}, color, opacity, opacity);
    };
    stack(counts.kept - counts.vague, Color::Accent, 1);
    stack(counts.vague, Color::Accent, 0.55f);
    stack(counts.count - counts.kept, Color::Faint, 0.5f);
    stack(counts.total - counts.count, Color::Land, 1);
    if (cut) box(picture, {x, top + 4, w, 2}, Color::Bg, 1, 1);  // it goes on
  }
}

void draw_brush(Picture& picture, const TimelineLayout& layout, const BrushSpan& span, bool chosen) {
  constexpr float Grip = 18, HandleW = 5;
  const float h = layout.lanes_h, w = layout.scale.width();
  box(picture, {0, 0, span.x0, h}, Color::Bg, 0.6f, 0.6f);
  box(picture, {span.x1, 0, w - span.x1, h}, Color::Bg, 0.6f, 0.6f);
  box(picture, {span.x0, 0, span.x1 - span.x0, h}, Color::Accent, 0.08f, 0.08f);
  box(picture, {span.x0, h - 2, span.x1 - span.x0, 3}, Color::Accent, 1, 1);
  const auto handle = [&](float x) {
    x = std::clamp(x, 1.0f, w - 1);
    box(picture, {x - 1, 0, 2, h}, Color::Accent, 1, 1);
    if (!chosen) return;
    const float left = std::clamp(x - HandleW / 2, 0.0f, w - HandleW);
    box(picture, {left, (h - Grip) / 2, HandleW, Grip}, Color::Accent, 1, 1, HandleW / 2);
  };
  if (!span.open_left) handle(span.x0);
  if (!span.open_right) handle(span.x1);
}

}  // namespace explorer
