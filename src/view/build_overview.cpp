// See build_overview.h.
#include "view/build_overview.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "view/ui_text.h"

namespace explorer {
namespace {

constexpr float Gutter = 48;
constexpr float PanelGap = 40;

size_t column_count(float w) {
  return w < 820 ? 1 : w < 1640 ? 2 : w < 2200 ? 3 : 4;
}

using PanelBuilder = float (*)(Builder&, uint32_t);
struct Panel {
  std::string_view title;
  PanelBuilder build;
};
constexpr Panel Panels[] = {{ui::WhereTitle, build_where_panel},
                            {ui::VideosTitle, build_videos_panel},
                            {ui::WhenTitle, build_when_panel},
                            {ui::ArticlesTitle, build_articles_panel}};

// Each panel goes below the shortest column so far, as on a newspaper's page.
float build_panels(Builder& b, uint32_t scroll, float top, float w) {
  const size_t columns = column_count(w);
  const float column_w =
      std::floor((w - Gutter * static_cast<float>(columns - 1)) / static_cast<float>(columns));
  std::array<float, 4> bottom{};
  bottom.fill(top);
  for (size_t i = 0; i < std::size(Panels); ++i) {
    const auto used = static_cast<ptrdiff_t>(columns);
    const auto column =
        static_cast<size_t>(std::min_element(bottom.begin(), bottom.begin() + used) - bottom.begin());
    const float x = b.margin + static_cast<float>(column) * (column_w + Gutter) - PanelInset;
    const uint32_t region =
        add_node(b, scroll, "panel", i, Role::Region, {x, bottom[column], column_w + 2 * PanelInset, 0});
    b.scene.node(region).label = Panels[i].title;
    const float h = Panels[i].build(b, region);
    b.scene.node(region).rect.h = h;
    bottom[column] += h + PanelGap;
  }
  return *std::max_element(bottom.begin(), bottom.end());
}

}  // namespace

float add_panel_head(Builder& b, uint32_t region, std::string_view title, std::string_view line) {
  const float w = std::min(b.scene.node(region).rect.w - 2 * PanelInset, 720.0f);
  add_heading(b, region, "title", {PanelInset, 0, w, 20}, title, Font::BodyStrong, 2);
  const uint32_t text = add_wrapped(b, region, "line", 0, {PanelInset, 22, w, 0}, line, SoftSmall, 3);
  return 22 + b.scene.node(text).rect.h + 8;
}

void add_item_rule(Builder& b, uint32_t button) {
  const Rect& rect = b.scene.node(button).rect;
  add_fill(b, button, "rule", 0, {PanelInset, rect.h - 1, rect.w - 2 * PanelInset, 1}, Color::Hair);
}

uint32_t add_panel_item(Builder& b, uint32_t list, size_t index, Rect rect, std::string label,
                        Command command) {
  const uint32_t item = add_node(b, list, "item", index, Role::ListItem, rect);
  const uint32_t button = add_node(b, item, "open", 0, Role::Button, {0, 0, rect.w, rect.h});
  Node& node = b.scene.node(button);
  node.label = std::move(label);
  node.hover_fill = Color::Hover;
  if (const auto* select = std::get_if<command::SelectRow>(&command)) {
    node.selected = b.in.state.selected == select->row;
    if (node.selected) node.fill = Color::Hover;
  }
  node.activate = std::move(command);
  if (rect.h > 0) add_item_rule(b, button);
  return button;
}

float add_show_all(Builder& b, uint32_t region, float top, uint64_t shown, uint64_t total, View view) {
  if (shown >= total) return 0;
  const float h = target_px(b, 36);
  add_link(b, region, "all", 0, {PanelInset, top, 0, h}, ui::show_all(total), Font::Body,
           command::SetView{view});
  return h;
}

void build_overview(Builder& b, uint32_t parent, Rect area) {
  const auto facts =
      b.in.results.overview
          ? b.in.results.overview
          : std::make_shared<const OverviewFacts>(overview_facts(*b.in.dataset, b.in.results.tables));
  b.facts = facts.get();
  const uint32_t scroll = add_node(b, parent, "overview", 0, Role::Group, area);
  const float w = std::max(area.w - 2 * b.margin, 1.0f), top = b.phone ? 16.0f : 20.0f;
  const float figures_h = build_figures(b, scroll, {b.margin, top, w, 0});
  const float bottom = build_panels(b, scroll, top + figures_h + 32, w);
  make_scroll(b, scroll, area.w, bottom - PanelGap + b.margin);
}

}  // namespace explorer
