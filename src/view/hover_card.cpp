// See hover_card.h.
#include "view/hover_card.h"

#include <algorithm>

#include "core/phrase.h"

namespace explorer {
namespace {

constexpr float Pad = 12, Edge = 8;  // inside; least distance from the viewport's edge
constexpr float WidestCard = 304, WidestLabel = 112, ColumnGap = 12;
constexpr float Above = 14, Below = 22;  // from the anchor: clear of the mark and of the pointer
constexpr size_t TitleLines = 2, ValueLines = 3;

struct Measures {
  float label_w = 0, content_w = 0;
};

Measures measure(Builder& b, std::string_view title, std::span<const CardLine> lines) {
  const float most = std::max(std::min(WidestCard, b.width - 2 * Edge) - 2 * Pad, 1.0f);
  Measures m;
  float value_w = 0;
  for (const CardLine& line : lines) {
    if (line.value.empty()) continue;
    m.label_w = std::max(m.label_w, std::min(text_px(b, line.label, Font::Small), WidestLabel));
    value_w = std::max(value_w, text_px(b, line.value, Font::Small));
  }
  const float lines_w = value_w > 0 ? m.label_w + ColumnGap + value_w : 0;
  m.content_w = std::min(std::max(lines_w, text_px(b, title, Font::BodyStrong)), most);
  return m;
}

}  // namespace

void add_hover_card(Builder& b, Point anchor, std::string_view title, std::span<const CardLine> lines) {
  const Measures m = measure(b, title, lines);
  const float w = m.content_w + 2 * Pad;
  const uint32_t card = add_node(b, 0, "hover-card", 0, Role::Decor, {0, 0, w, 0});
  const uint32_t head = add_wrapped(b, card, "title", 0, {Pad, Pad - 2, m.content_w, 0}, title, Strong,
                                    TitleLines, Role::Decor);
  float y = Pad + b.scene.node(head).rect.h;
  const float value_x = Pad + m.label_w + ColumnGap;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].value.empty()) continue;
    if (!lines[i].label.empty())
      add_text(b, card, "label", i, {Pad, y, m.label_w, line_px(Font::Small)}, lines[i].label, SoftSmall,
               Role::Decor);
    const uint32_t value =
        add_wrapped(b, card, "value", i, {value_x, y, w - Pad - value_x, 0}, lines[i].value,
                    {Font::Small, Color::Ink, Align::Start}, ValueLines, Role::Decor);
    y += b.scene.node(value).rect.h + 2;
  }
  const float h = std::min(y + Pad - 4, b.height - 2 * Edge);
  float top = anchor.y - Above - h;
  if (top < Edge) top = anchor.y + Below;
  Node& node = b.scene.node(card);
  node.rect = {std::clamp(anchor.x - w / 2, Edge, std::max(b.width - w - Edge, Edge)),
               std::clamp(top, Edge, std::max(b.height - h - Edge, Edge)), w, std::max(h, 0.0f)};
  node.fill = Color::Panel;
  node.borders = edge::All;
  node.radius_px = 6;
  node.shadow = true;
  node.clip = true;
}

std::string card_words(std::string_view title, std::span<const CardLine> lines) {
  std::string words(title);
  for (const CardLine& line : lines) {
    if (line.value.empty()) continue;
    words.append(". ").append(line.label.empty() ? line.value
                                                 : fill(words::Labelled, {line.label, line.value}));
  }
  return words + ".";
}

}  // namespace explorer
