// See overview_regions.h.
#include "view/overview_regions.h"

#include <algorithm>
#include <cmath>

#include "state/rights.h"
#include "view/build_overview.h"
#include "view/format.h"
#include "view/ui_text_reading.h"

namespace explorer {
namespace {

constexpr size_t MostOffMap = 6;

// A group of regions, and a code that is none, have no place on a map.
bool on_map(const RegionFact& fact) {
  return !fact.group && !fact.name.empty();
}

// What there is to say of a region: the number that is seen beside it, too.
std::string standing(const WherePanel& p, const RegionFact& fact) {
  const std::string words = ui::region_standing(fact.best, fact.entries);
  if (p.scale.measure != MapMeasure::Rows) return words;
  return ui::listed(words, ui::measure_span(MapMeasure::Rows, fact.rows, fact.rows, true));
}

// A button that does what a click on the region does.
uint32_t add_region_button(const WherePanel& p, uint32_t list, size_t index, Rect rect,
                           const RegionFact& fact) {
  const uint32_t item = add_node(p.b, list, "region", index, Role::ListItem, rect);
  const uint32_t id = add_node(p.b, item, "toggle", 0, Role::Button, {0, 0, rect.w, rect.h});
  const bool chosen = has_value(p.b.in.state.query, "region", fact.code);
  Node& node = p.b.scene.node(id);
  node.label = ui::labelled(region_title(fact), standing(p, fact));
  node.checked = chosen ? Toggle::On : Toggle::Off;
  node.fill = chosen ? Color::AccentSoft : Color::None;
  node.hover_fill = Color::Hover;
  node.radius_px = 4;
  node.subject = Subject{std::nullopt, fact.code, {}};
  node.activate = command::ToggleValue{"region", fact.code};
  return id;
}

void add_region(const WherePanel& p, uint32_t list, size_t index, Rect rect, const RegionFact& fact) {
  const uint32_t id = add_region_button(p, list, index, rect, fact);
  const Color fill = scale_color(p.scale, measured(fact, p.scale.measure));
  const uint32_t swatch =
      add_fill(p.b, id, "swatch", 0, {PanelInset, std::floor(rect.h / 2) - 5, 10, 10}, fill);
  Node& node = p.b.scene.node(swatch);
  node.radius_px = 2;
  if (fill == Color::None) {
    node.borders = edge::All;
    node.border_color = Color::Accent;
  }
  const std::string value = value_text(fact, p.scale.measure);
  const float value_w = text_px(p.b, value, Font::SmallStrong), left = PanelInset + 18;
  const float room = rect.w - left - value_w - 6 - PanelInset;
  const float name_w = std::min(text_px(p.b, region_title(fact), Font::Small), std::max(room, 0.0f));
  add_text(p.b, id, "name", 0, {left, 0, name_w, rect.h}, region_title(fact), {Font::Small});
  add_text(p.b, id, "value", 0, {left + name_w + 6, 0, value_w, rect.h}, value, {Font::SmallStrong});
}

// As wide as the first regions need.
float region_width(const WherePanel& p) {
  constexpr size_t Looked = 24;
  float widest = 104;
  for (size_t i = 0; i < std::min(p.facts.regions.size(), Looked); ++i) {
    const RegionFact& fact = p.facts.regions[i];
    const float name_w = text_px(p.b, region_title(fact), Font::Small);
    const float value_w = text_px(p.b, value_text(fact, p.scale.measure), Font::SmallStrong);
    if (on_map(fact)) widest = std::max(widest, 2 * PanelInset + 18 + name_w + 6 + value_w + 8);
  }
  return std::min(widest, 210.0f);
}

size_t regions_on_map(const WherePanel& p) {
  return static_cast<size_t>(std::ranges::count_if(p.facts.regions, on_map));
}

size_t region_columns(const WherePanel& p, float w) {
  return static_cast<size_t>(std::max(std::floor(w / region_width(p)), 1.0f));
}

std::string off_map_text(const WherePanel& p, const RegionFact& fact) {
  std::string text = region_title(fact) + ' ' + value_text(fact, p.scale.measure);
  if (p.scale.measure != MapMeasure::BestPosition) return text;
  const std::string chart =
      format_cell(*p.b.in.dataset, TableId::ChartEntries, fact.best_entries[0], chart_column::Chart);
  return fill("{0} ({1})", {text, chart});
}

}  // namespace

ListPlace place_list(const WherePanel& p, float top, float height) {
  const bool large = p.b.in.state.maximised == Panel::Where;
  const float row_h = target_px(p.b, 28), full_w = p.w + 2 * PanelInset;
  const size_t total = regions_on_map(p), columns = region_columns(p, full_w);
  const auto rows = (total + columns - 1) / columns;
  constexpr float BelowMap = 120;  // of legend and regions that are not on the map, at the most
  const bool fits_beside = static_cast<float>(total) * row_h <= height - top - BelowMap;
  if (p.w >= 1000 && height >= 420 && (fits_beside || !large)) return {true, 0, 0};
  const size_t few = p.b.phone ? 4 : p.fixed ? 1 : 2;
  if (!large) return {false, few, 0};
  const size_t in_sight = std::max<size_t>(few, 3);
  const size_t hidden = p.fixed && rows > in_sight ? rows - in_sight : 0;
  return {false, rows, static_cast<float>(hidden) * row_h};
}

float add_regions(const WherePanel& p, uint32_t parent, Rect at, size_t rows) {
  const float row_h = target_px(p.b, 28);
  const size_t total = regions_on_map(p);
  if (total == 0) return 0;
  const size_t columns = region_columns(p, at.w);
  const float item_w = std::floor(at.w / static_cast<float>(columns));
  const size_t room = std::max<size_t>(columns * rows, 2), wanted = total > room ? room - 1 : total;
  const auto cell = [&](size_t index) {
    return Rect{item_w * static_cast<float>(index % columns), row_h * static_cast<float>(index / columns),
                item_w, row_h};
  };
  const uint32_t list = add_node(p.b, parent, "regions", 0, Role::List, at);
  p.b.scene.node(list).label = ui::Regions;
  p.b.scene.node(list).walked = true;
  size_t shown = 0;
  for (const RegionFact& fact : p.facts.regions) {
    if (!on_map(fact) || shown == wanted) continue;
    add_region(p, list, shown, cell(shown), fact);
    ++shown;
  }
  const float h = cell(std::min(total, room) - 1).y + row_h;
  p.b.scene.node(list).rect.h = h;
  if (shown == total) return h;
  const Rect last = cell(shown);
  if (!reader_may(p.b.in.state, command::MaximisePanel{Panel::Where})) {
    add_text(p.b, parent, "all", 0, {at.x + last.x + PanelInset, at.y + last.y, last.w - PanelInset, row_h},
             ui::and_more(total - shown), SoftSmall);
    return h;
  }
  const uint32_t all = add_link(p.b, parent, "all", 0, {at.x + last.x + PanelInset, at.y + last.y, 0, row_h},
                                ui::show_all(total), Font::Small, command::MaximisePanel{Panel::Where});
  p.b.scene.node(all).label = ui::show_all_regions(total);
  return h;
}

float add_off_map(const WherePanel& p, uint32_t parent, float top) {
  const size_t total = p.facts.regions.size() - regions_on_map(p);
  if (total == 0) return 0;
  const float h = target_px(p.b, 24), caption_w = text_px(p.b, ui::NotOnMap, Font::Small);
  const float right = p.w + PanelInset;
  add_text(p.b, parent, "off-map", 0, {PanelInset, top, std::min(caption_w, p.w), h}, ui::NotOnMap,
           SoftSmall);
  const uint32_t list = add_node(p.b, parent, "off-map-list", 0, Role::List, {0, top, right, h});
  p.b.scene.node(list).label = ui::RegionsNotOnMap;
  Point at{PanelInset + caption_w + 4, 0};
  size_t shown = 0;
  for (const RegionFact& fact : p.facts.regions) {
    if (on_map(fact) || shown == MostOffMap) continue;
    const std::string text = off_map_text(p, fact);
    const float w = std::min(text_px(p.b, text, Font::Small) + 12, p.w);
    const std::string rest = total - shown > 1 ? ui::and_more(total - shown - 1) : std::string();
    const float rest_w = p.fixed && !rest.empty() ? text_px(p.b, rest, Font::Small) + 8 : 0;
    if (p.fixed && at.x + w + rest_w > right && shown > 0) break;
    if (at.x + w > right) at = {PanelInset - 6, at.y + h};
    const uint32_t id = add_region_button(p, list, shown++, {at.x, at.y, w, h}, fact);
    p.b.scene.node(id).pad_left = p.b.scene.node(id).pad_right = 6;
    set_text(p.b, id, text, {Font::Small});
    // Whoever says the words that are seen presses it.
    p.b.scene.node(id).label = ui::labelled(text, standing(p, fact));
    at.x += w + 4;
  }
  p.b.scene.node(list).rect.h = at.y + h;
  if (shown == total) return at.y + h;
  const std::string more = ui::and_more(total - shown);
  if (p.fixed) {
    const float x = at.x + 4;
    add_text(p.b, parent, "off-map-more", 0, {x, top, std::max(right - x, 0.0f), h}, more, SoftSmall);
  } else {
    add_text(p.b, parent, "off-map-more", 0, {PanelInset, top + at.y + h, p.w, 18}, more, SoftSmall);
    at.y += 18;
  }
  return at.y + h;
}

}  // namespace explorer
