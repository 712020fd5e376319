// A small panel beside what is pointed at: a title and a few named values. It is drawing only; the same words
// belong into the name or description of the element that it speaks of (card_words).
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "view/scene_parts.h"

namespace explorer {

struct CardLine {
  std::string label, value;
};

// Adds the card above the anchor (px in the viewport), below it where there is no room, always within the
// viewport. Call it once a scene, after what it may lie on. Lines without a value are left out.
void add_hover_card(Builder& b, Point anchor_in_viewport, std::string_view title,
                    std::span<const CardLine> lines);

// The card in one line, for assistive technology: "FACE. Kind: album. Date: March 2023."
std::string card_words(std::string_view title, std::span<const CardLine> lines);

}  // namespace explorer
