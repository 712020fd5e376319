// Everything at a glance: key figures, then one panel each for charts, videos, dates and what is newest.
#pragma once

#include "view/scene_parts.h"

namespace explorer {

void build_overview(Builder& b, uint32_t parent, Rect area);

// Key figures in rows; returns the height used.
float build_figures(Builder& b, uint32_t parent, Rect at);

// Panels, each a headline, one explaining line and what it shows. They fill the region node `region`: its
// rect.w is their width, PanelInset included on both sides; where its rect.h is above 0 they are exactly so
// high, else as high as they like. They return the height used.
inline constexpr float PanelInset = 8;
float build_where_panel(Builder& b, uint32_t region);
float build_videos_panel(Builder& b, uint32_t region);
float build_when_panel(Builder& b, uint32_t region);
float build_articles_panel(Builder& b, uint32_t region);
float build_latest_panel(Builder& b, uint32_t region);

// Headline and line of a panel, and the button that gives the panel the whole page or takes it back; returns
// the y below them. Of fixed height, the line is one line, and there is none if it is empty.
float add_panel_head(Builder& b, uint32_t region, std::string_view title, std::string_view line);
// The same in two parts, for a panel that adds buttons of its own between them: they stand beside the
// headline, up to panel_head_end(). The first part has the headline and returns the y below all of it.
float begin_panel_head(Builder& b, uint32_t region, std::string_view title, std::string_view line);
void end_panel_head(Builder& b, uint32_t region, std::string_view title, std::string_view line);
float panel_head_end(Builder& b, uint32_t region);
// Whether a panel is of fixed height.
bool is_fixed(const Builder& b, uint32_t region);
// How many of `count` rows of a panel from `top` on can be shown, with `below` px under them: as many as fit
// into a fixed height, else `most`.
size_t rows_that_fit(const Builder& b, uint32_t region, float top, float row_h, size_t count, size_t most,
                     float below = 0);
uint32_t add_panel_list(Builder& b, uint32_t region, float top, float height, std::string_view label);
// One list item that fills its rect and can be pressed; returns the button for its parts. Links go beside the
// button, into its parent.
uint32_t add_panel_item(Builder& b, uint32_t list, size_t index, Rect rect, std::string label,
                        Command command);
// The hairline under an item, in line with the text. Made by add_panel_item where the height is known.
void add_item_rule(Builder& b, uint32_t button);
// "Show all 14" where a list was cut: in the headline of a panel of fixed height, else under it. Each adds
// nothing where the other one does; the latter returns the height used.
void add_show_all_beside(Builder& b, uint32_t region, uint64_t shown, uint64_t total, View view);
float add_show_all_below(Builder& b, uint32_t region, float top, uint64_t shown, uint64_t total, View view);
// A line that says that there is nothing; returns the y below.
float add_panel_none(Builder& b, uint32_t region, float top, std::string_view text);

}  // namespace explorer
