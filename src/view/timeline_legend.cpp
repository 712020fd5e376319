// See timeline_legend.h.
#include "view/timeline_legend.h"

#include <algorithm>

#include "view/ui_text.h"

namespace explorer {
namespace {

constexpr float Gap = 16;

}  // namespace

TimeLegend::TimeLegend(Builder& b, bool bars) : b_(b), bars_(bars) {
  using enum TimeShape;
  if (bars) {
    entries_ = {{Span, false, ui::LegendBar}, {Fade, true, ui::LegendVague}};
    return;
  }
  entries_ = {{Tick, false, ui::LegendDay},
              {Span, false, ui::LegendSpan},
              {Bracket, false, ui::LegendInterval},
              {Fade, false, ui::LegendAbout},
              {Tick, true, ui::InferredWord}};
}

float TimeLegend::mark_w(const Entry& entry) const {
  return bars_ ? 10 : entry.shape == TimeShape::Tick ? 4 : 20;
}

float TimeLegend::entry_w(const Entry& entry) const {
  return mark_w(entry) + 6 + text_px(b_, entry.text, Font::Small);
}

float TimeLegend::width() const {
  float w = -Gap;
  for (const Entry& entry : entries_)
    w += entry_w(entry) + Gap;
  return w;
}

float TimeLegend::build(uint32_t region, Rect at) {
  float x = 0, y = 0;
  const uint32_t box = add_node(b_, region, "legend", 0, Role::Group, at);
  auto picture = std::make_shared<Picture>();
  for (size_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = entries_[i];
    const float w = std::min(entry_w(entry), at.w);
    if (x > 0 && x + w > at.w) {
      x = 0;
      y += 20;
    }
    draw(*picture, entry, x, y);
    const float text_x = x + mark_w(entry) + 6;
    add_text(b_, box, "text", i, {text_x, y, x + w - text_x, 18}, entry.text, SoftSmall);
    x += w + Gap;
  }
  Node& node = b_.scene.node(box);
  node.label = ui::Legend;
  node.rect.h = y + 18;
  node.picture = std::move(picture);
  return at.y + y + 18;
}

void TimeLegend::draw(Picture& picture, const Entry& entry, float x, float y) const {
  if (bars_) {
    const float opacity = entry.second ? 0.55f : 1.0f;
    picture.boxes.push_back({x, y + 4, 10, 10, Color::Accent, opacity, opacity, 0});
    return;
  }
  TimeMark mark;
  mark.shape = entry.shape;
  mark.inferred = entry.second;
  draw_time_mark(picture, mark, {x, y + 3, mark_w(entry), 13}, {});
}

}  // namespace explorer
