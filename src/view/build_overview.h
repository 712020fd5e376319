// Everything at a glance: key figures, then one panel each for charts, videos, dates and articles.
#pragma once

#include "view/scene_parts.h"

namespace explorer {

void build_overview(Builder& b, uint32_t parent, Rect area);

// Key figures in a row; returns the height used.
float build_figures(Builder& b, uint32_t parent, Rect at);

// Panels, each a headline, one explaining line and a list. They fill the region node `region` (its rect
// has the width, PanelInset included on both sides) and return the height used.
inline constexpr float PanelInset = 8;
float build_where_panel(Builder& b, uint32_t region);
float build_videos_panel(Builder& b, uint32_t region);
float build_when_panel(Builder& b, uint32_t region);
float build_articles_panel(Builder& b, uint32_t region);

// Headline and line of a panel; returns the y below them.
float add_panel_head(Builder& b, uint32_t region, std::string_view title, std::string_view line);
// One list item that fills its rect and can be pressed; returns the node for its parts.
uint32_t add_panel_item(Builder& b, uint32_t list, size_t index, Rect rect, std::string label,
                        Command command);
// The hairline under an item, in line with the text. Made by add_panel_item where the height is known.
void add_item_rule(Builder& b, uint32_t button);
// "Show all 14" under a list that was cut; returns the height used.
float add_show_all(Builder& b, uint32_t region, float top, uint64_t shown, uint64_t total, View view);

}  // namespace explorer
