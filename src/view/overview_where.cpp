// The panel on where things charted: the map, what its colours mean, how much of a claim is named, and the
// list of regions that says the same in words. See build_overview.h.
#include <algorithm>
#include <cmath>

#include "view/build_map.h"
#include "view/build_overview.h"
#include "view/format.h"
#include "view/overview_facts.h"
#include "view/overview_regions.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

constexpr float ListBeside = 260;  // px of the list where it stands beside a large map

RegionFacts facts_of_results(const Builder& b) {
  RowSets sets;
  for (const TableId table : AllTables) {
    const QueryResult& result = b.in.results.tables[static_cast<size_t>(table)];
    RowSet& rows = sets[static_cast<size_t>(table)];
    rows = RowSet(b.in.dataset->table(table).row_count);
    for (const RowIndex row : result.rows)
      rows.add(row);
  }
  return region_facts(*b.in.dataset, sets, true);
}

// Where a panel without a line begins.
constexpr float HeadOnly = 28;

float measure_px(Builder& b, ui::Text text) {
  return text_px(b, text, Font::SmallStrong) + (b.width < 340 ? 10.0f : 20.0f);
}

// The buttons of the switch, as many in a line as `room` px hold; returns the y where they end.
float add_measure_buttons(Builder& b, uint32_t group, float room, float h) {
  Point at{2, 2};
  for (size_t i = 0; i < std::size(ui::Measures); ++i) {
    const auto measure = static_cast<MapMeasure>(i);
    const bool on = b.in.state.map.measure == measure;
    const float w = measure_px(b, ui::Measures[i]);
    if (at.x + w + 2 > room && i > 0) at = {2, at.y + h + 2};
    const uint32_t id = add_node(b, group, "measure", i, Role::Button, {at.x, at.y, w, h});
    Node& node = b.scene.node(id);
    node.checked = on ? Toggle::On : Toggle::Off;
    node.fill = on ? Color::Panel : Color::None;
    node.borders = on ? edge::All : edge::None;
    node.radius_px = 5;
    node.activate = command::SetMapMeasure{measure};
    set_text(b, id, ui::Measures[i],
             {on ? Font::SmallStrong : Font::Small, on ? Color::Ink : Color::Soft, Align::Center});
    at.x += w;
  }
  return at.y + h;
}

float measures_px(Builder& b) {
  float w = 4;
  for (const ui::Text text : ui::Measures)
    w += measure_px(b, text);
  return w;
}

// Whether there is room for the switch at the end of the headline, below which the panel goes on at `top`.
bool measures_in_head(Builder& b, uint32_t region, float top) {
  // Too high to stand above the line, too wide beside it.
  if (target_px(b, 22) > 24 && top > HeadOnly) return false;
  const float title_end = PanelInset + text_px(b, ui::WhereTitle, Font::BodyStrong);
  return panel_head_end(b, region) - measures_px(b) > title_end + 16;
}

// Which measure the colours stand for. At the end of the headline, or in lines of its own; returns the y
// below.
float add_measures(Builder& b, uint32_t region, float top, bool in_head) {
  const float h = target_px(b, 22), room = b.scene.node(region).rect.w - 2 * PanelInset;
  const float w = measures_px(b), left = panel_head_end(b, region) - w;
  const uint32_t group = add_node(b, region, "measures", 0, Role::Group,
                                  {in_head ? left : PanelInset, in_head ? 0 : top, std::min(w, room), 0});
  Node& node = b.scene.node(group);
  node.label = ui::ColourBy;
  node.fill = Color::Hover;
  node.radius_px = 6;
  const float end = add_measure_buttons(b, group, in_head ? w : room, h) + 2;
  b.scene.node(group).rect.h = end;
  return in_head ? std::max(top, h + 8) : top + end + 8;
}

// One entry of the legend; returns where the next one begins.
float add_key(Builder& b, uint32_t parent, size_t index, Point at, Color fill, Color border,
              std::string_view text) {
  const uint32_t swatch = add_fill(b, parent, "swatch", index, {at.x, at.y + 3, 12, 12}, fill);
  Node& node = b.scene.node(swatch);
  node.radius_px = 2;
  if (border != Color::None) {
    node.borders = edge::All;
    node.border_color = border;
  }
  const float w = text_px(b, text, Font::Small);
  add_text(b, parent, "key", index, {at.x + 18, at.y, w, 18}, text, SoftSmall);
  return at.x + 18 + w + 16;
}

struct Key {
  Color fill, border;
  std::string text;
};

// Returns where it ends: the right end of its last line, and that line's top.
Point add_legend(const WherePanel& p, uint32_t parent) {
  std::vector<Key> keys;
  for (size_t i = 0; i < p.scale.bins.size(); ++i)
    keys.push_back({p.scale.bins[i].color, Color::None, bin_text(p.scale, i)});
  if (p.scale.unplaced) keys.push_back({Color::Land, Color::Accent, std::string(ui::NamedOnly)});
  keys.push_back({Color::Land, Color::None, std::string(ui::NotNamed)});
  const uint32_t legend = add_node(p.b, parent, "legend", 0, Role::Group, {0, 0, p.w + 2 * PanelInset, 0});
  p.b.scene.node(legend).label = ui::Legend;
  Point at{PanelInset, 0};
  for (size_t i = 0; i < keys.size(); ++i) {
    const float w = 18 + text_px(p.b, keys[i].text, Font::Small);
    if (at.x > PanelInset && at.x + w > PanelInset + p.w) at = {PanelInset, at.y + 22};
    at.x = add_key(p.b, legend, i, at, keys[i].fill, keys[i].border, keys[i].text);
  }
  p.b.scene.node(legend).rect.h = at.y + 22;
  return at;
}

// How many of the claimed regions have a name: a bar that goes on hatched where nothing is named. To the
// right of what ends at `from` if there is room, else below. Returns the y below it.
float add_gauge(const WherePanel& p, uint32_t parent, Point from) {
  Builder& b = p.b;
  const RegionClaim& claim = b.facts->claim;
  const float below = from.y + 22, right = PanelInset + p.w;
  if (!claim.claimed.stated || claim.claimed.value <= 0) return below;
  const std::string text = ui::named_of_claimed(claim.named, claim.claimed);
  const float text_w = std::min(text_px(b, text, Font::Small), p.w);
  const float bar_w = std::min(120.0f, p.w), both_w = text_w + 12 + bar_w;
  const bool beside = from.x + both_w <= right, under = both_w > p.w;
  const float x = beside ? right - both_w : PanelInset, y = beside ? from.y : below;
  add_text(b, parent, "claim", 0, {x, y, text_w, 18}, text, SoftSmall);
  const Rect bar{under ? x : x + text_w + 12, under ? y + 24 : y + 5, bar_w, 8};
  const uint32_t id = add_node(b, parent, "gauge", 0, Role::Decor, bar);
  Node& node = b.scene.node(id);
  node.mark = Mark::Gauge;
  node.fill = Color::Land;
  node.color = Color::Accent;
  node.radius_px = 4;
  node.mark_to = std::min(1.0f, static_cast<float>(claim.named) / static_cast<float>(claim.claimed.value));
  return under ? y + 40 : y + 22;
}

// Everything below the map, in a node of its own that is put there afterwards. Returns its height.
// `rows`: of the list, 0 if it stands elsewhere.
float add_below(const WherePanel& p, uint32_t below, size_t rows) {
  float y = add_gauge(p, below, add_legend(p, below));
  y += add_off_map(p, below, y);
  if (rows > 0) y += 4 + add_regions(p, below, {0, y + 4, p.w + 2 * PanelInset, 0}, rows);
  return y;
}

}  // namespace

float build_where_panel(Builder& b, uint32_t region) {
  const auto facts =
      b.in.results.regions ? b.in.results.regions : std::make_shared<const RegionFacts>(facts_of_results(b));
  const MapMeasure measure = b.in.state.map.measure;
  const float height = b.scene.node(region).rect.h, w = b.scene.node(region).rect.w - 2 * PanelInset;
  const WherePanel panel{b, *facts, map_scale(*facts, measure), w, is_fixed(b, region)};
  if (facts->regions.empty()) {
    const float y = add_panel_head(b, region, ui::WhereTitle, ui::WhereNone);
    return add_gauge(panel, region, {PanelInset, y});
  }
  // Buttons for fingers take the place of the line where height is scarce.
  const bool bare = panel.fixed && target_px(b, 22) > 24;
  const std::string_view line = bare ? ui::Text() : ui::WhereLines[static_cast<size_t>(measure)];
  float y = begin_panel_head(b, region, ui::WhereTitle, line);
  const bool in_head = measures_in_head(b, region, y);
  if (in_head) y = add_measures(b, region, y, in_head);
  end_panel_head(b, region, ui::WhereTitle, line);
  if (!in_head) y = add_measures(b, region, y, in_head);
  const uint32_t holder = add_node(b, region, "map-holder", 0, Role::Group, {PanelInset, y, w, 0});
  const ListPlace place = place_list(panel, y, height);
  // What stands beside the map is read before what is below it, which has to be known first.
  const Rect side{w - ListBeside, y, ListBeside + 2 * PanelInset, 0};
  const uint32_t beside = place.beside ? add_node(b, region, "beside", 0, Role::Group, side) : 0;
  const uint32_t below = add_node(b, region, "below", 0, Role::Group, {0, 0, w + 2 * PanelInset, 0});
  const float below_h = add_below(panel, below, place.rows_below);
  const float map_w = place.beside ? w - ListBeside - 24 : w;
  const float natural = std::clamp(std::floor(map_w * 0.45f), 140.0f, 560.0f),
              room = height - y - below_h - 10;
  // Where the page around makes room for all of the list and the map, neither has to be scrolled to.
  const float hidden =
      b.in.state.embedding.framed ? std::clamp(natural - room, 0.0f, place.out_of_sight) : place.out_of_sight;
  const float map_h = panel.fixed ? std::max(room + hidden, 40.0f) : natural;
  if (place.beside) {
    const auto rows = static_cast<size_t>(std::max(map_h / target_px(b, 28) - 1, 1.0f));
    add_regions(panel, beside, {0, 0, side.w, map_h}, rows);
    b.scene.node(beside).rect.h = map_h;
  }
  b.scene.node(holder).rect.h = map_h;
  if (hidden > 0) b.scene.node(region).rect.h = y + map_h + 10 + below_h;
  build_map(b, holder, {0, 0, map_w, map_h}, *facts, panel.scale);
  b.scene.node(below).rect.y = y + map_h + 10;
  b.scene.node(below).rect.h = below_h;
  return y + map_h + 10 + below_h;
}

}  // namespace explorer
