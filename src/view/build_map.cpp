// See build_map.h. What changes with every move of the pointer is a picture of its own over the map, so that
// the map itself stays as it is.
#include "view/build_map.h"

#include <algorithm>
#include <cmath>

#include "view/format.h"
#include "view/hover_card.h"
#include "view/linked.h"
#include "view/locale.h"
#include "view/map_labels.h"
#include "view/mirror_scene.h"
#include "view/surface.h"
#include "view/table_columns.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

constexpr size_t MaxLabels = 16;
constexpr float DotRadius = 4.5f, PlainDotRadius = 1.5f;
constexpr float LabelHeight = 18;

// What the parts of one map are made from.
struct MapDrawing {
  Builder& b;
  const WorldMap& map;
  const RegionFacts& facts;
  const MapScale& scale;
  uint32_t node;
  MapFrame frame;
  std::vector<const RegionFact*> fact_of = {};  // by region of the map; null: not named
  std::vector<bool> named = {};
};

bool is_chosen(const MapDrawing& d, size_t region) {
  return has_value(d.b.in.state.query, "region", d.map.regions[region].code);
}

void add_disc(Picture& picture, const MapDrawing& d, size_t region, float radius, Color fill, Color outline,
              float outline_px) {
  picture.discs.push_back({d.frame.place(d.map.regions[region].anchor), radius, fill, outline, outline_px});
}

// Near by, most of the world is out of sight.
bool in_sight(const MapDrawing& d, size_t region) {
  const MapRegion& shape = d.map.regions[region];
  if (!shape.has_area) return true;
  const Rect& room = d.b.scene.node(d.node).rect;
  const Point least = d.frame.place({shape.bounds.x, shape.bounds.y});
  const Point most = d.frame.place({shape.bounds.x + shape.bounds.w, shape.bounds.y + shape.bounds.h});
  return least.x < room.w && least.y < room.h && most.x > 0 && most.y > 0;
}

// Areas and dots of one region as the scale has them.
void draw_named(Picture& picture, const MapDrawing& d, size_t region) {
  const Color fill = scale_color(d.scale, measured(*d.fact_of[region], d.scale.measure));
  const bool chosen = is_chosen(d, region), plain = fill == Color::None;
  const Color outline = chosen ? Color::Accent2 : plain ? Color::Accent : Color::Bg;
  const float outline_px = chosen ? 2 : plain ? 1.5f : 0.75f;
  if (is_dot(d.map.regions[region], d.frame)) {
    add_disc(picture, d, region, DotRadius, plain ? Color::Bg : fill, outline, std::max(outline_px, 1.0f));
  }
  const auto part = static_cast<uint32_t>(region);
  if (d.map.regions[region].has_area) {
    picture.areas.push_back({part, plain ? Color::Land : fill, outline, outline_px});
  }
}

std::shared_ptr<Picture> empty_picture(const MapDrawing& d) {
  auto picture = std::make_shared<Picture>();
  picture->mesh = d.map.mesh;
  picture->scale = d.frame.scale;
  picture->origin = d.frame.origin;
  return picture;
}

void draw_map(const MapDrawing& d) {
  const std::shared_ptr<Picture> picture = empty_picture(d);
  for (size_t i = 0; i < d.map.regions.size(); ++i) {
    if (d.named[i] || !in_sight(d, i)) continue;
    const auto part = static_cast<uint32_t>(i);
    if (d.map.regions[i].has_area) {
      picture->areas.push_back({part, Color::Land, Color::Bg, 0.75f});
    } else {
      add_disc(*picture, d, i, PlainDotRadius, Color::Land, Color::None, 0);
    }
  }
  for (const bool chosen : {false, true}) {
    for (size_t i = 0; i < d.map.regions.size(); ++i)
      if (d.named[i] && in_sight(d, i) && is_chosen(d, i) == chosen) draw_named(*picture, d, i);
  }
  d.b.scene.node(d.node).picture = picture;
}

void add_label(const MapDrawing& d, size_t region, const LabelPlace& place, float value_w) {
  const RegionFact& fact = *d.fact_of[region];
  const Rect& box = place.box;
  const Color color = place.inside ? Color::AccentInk : Color::Ink;
  const bool from_right = reader_locale().right_to_left();  // the name comes first
  const float name_w = box.w - value_w, name_x = from_right ? box.x + value_w : box.x;
  add_text(d.b, d.node, "name", region, {name_x, box.y, name_w, box.h}, region_title(fact),
           {Font::Small, color, from_right ? Align::End : Align::Start}, Role::Decor);
  add_text(d.b, d.node, "value", region, {from_right ? box.x : box.x + name_w, box.y, value_w, box.h},
           value_text(fact, d.scale.measure),
           {Font::SmallStrong, color, from_right ? Align::Start : Align::End}, Role::Decor);
}

// The names of the regions that come first among the facts, with lines where they stand off.
void add_labels(const MapDrawing& d, Picture& lines) {
  std::vector<LabelWish> wishes;
  std::vector<float> value_w;
  for (const RegionFact& fact : d.facts.regions) {
    const size_t region = d.map.find(fact.code);
    if (region == d.map.regions.size() || wishes.size() == MaxLabels) continue;
    value_w.push_back(text_px(d.b, value_text(fact, d.scale.measure), Font::SmallStrong));
    const float w = text_px(d.b, region_title(fact), Font::Small) + 5 + value_w.back();
    const Color fill = scale_color(d.scale, measured(fact, d.scale.measure));
    // The palest step is too pale for a text.
    wishes.push_back({region, w, LabelHeight, fill > Color::Scale1});
  }
  const Rect& rect = d.b.scene.node(d.node).rect;
  const auto places = place_labels(d.map, d.frame, d.named, wishes, rect.w, rect.h);
  for (size_t i = 0; i < places.size(); ++i) {
    if (!places[i]) continue;
    add_label(d, wishes[i].region, *places[i], value_w[i]);
    if (places[i]->led) lines.lines.push_back({places[i]->from, places[i]->to, Color::Soft, 1});
  }
}

void draw_lit(const MapDrawing& d, Picture& picture) {
  for (const std::string& code : lit_regions(d.b.in)) {
    const size_t region = d.map.find(code);
    if (region == d.map.regions.size()) continue;
    const MapRegion& lit = d.map.regions[region];
    if (lit.has_area)
      picture.areas.push_back({static_cast<uint32_t>(region), Color::None, Color::Accent2, 2});
    if (is_dot(lit, d.frame)) add_disc(picture, d, region, DotRadius + 2, Color::None, Color::Accent2, 2);
  }
}

void draw_box_selection(const MapDrawing& d, Picture& picture) {
  const Gesture* gesture = d.b.in.gesture;
  if (gesture == nullptr || gesture->key != d.b.scene.node(d.node).key || !gesture->moved || gesture->pan)
    return;
  const Point a{std::min(gesture->from.x, gesture->to.x), std::min(gesture->from.y, gesture->to.y)};
  const Point z{std::max(gesture->from.x, gesture->to.x), std::max(gesture->from.y, gesture->to.y)};
  picture.boxes.push_back({a.x, a.y, z.x - a.x, z.y - a.y, Color::Accent, 0.15f, 0.15f});
  const Point corners[] = {a, {z.x, a.y}, z, {a.x, z.y}, a};
  for (size_t i = 0; i < 4; ++i)
    picture.lines.push_back({corners[i], corners[i + 1], Color::Accent, 1});
}

// What entries say of the region, the best ones in full.
std::vector<CardLine> card_lines(const MapDrawing& d, const RegionFact* fact) {
  if (fact == nullptr) return {{{}, std::string(ui::NamedNowhere)}};
  const Dataset& dataset = *d.b.in.dataset;
  std::vector<CardLine> lines;
  for (uint32_t i = 0; i < fact->best_count; ++i) {
    const RowIndex row = fact->best_entries[i];
    const CellLook position = cell_look(dataset, TableId::ChartEntries, row, chart_column::Position);
    const Quantity& number = dataset.column(TableId::ChartEntries, chart_column::Position).number(row);
    lines.push_back({position.stated ? ui::place_number(number) : position.text,
                     format_cell(dataset, TableId::ChartEntries, row, chart_column::Chart)});
  }
  if (fact->entries > fact->best_count) lines.push_back({{}, ui::and_more(fact->entries - fact->best_count)});
  return lines;
}

void add_card(const MapDrawing& d) {
  const auto& pointed = d.b.in.state.pointed;
  const size_t region =
      !pointed || pointed->row || pointed->part ? d.map.regions.size() : d.map.find(pointed->region);
  if (region == d.map.regions.size() || d.b.in.gesture != nullptr) return;
  const Rect room = viewport_rect(d.b, d.node);
  const Point at = d.frame.place(d.map.regions[region].anchor);
  const Point anchor{beside_surface(room, std::clamp(at.x, 0.0f, room.w)),
                     room.y + std::clamp(at.y, 0.0f, room.h)};
  add_hover_card(d.b, anchor, region_name(d.map.regions[region].code), card_lines(d, d.fact_of[region]));
}

// In a row below the Pacific, where nothing is that they could cover.
void add_zoom_buttons(Builder& b, uint32_t region, Rect map) {
  const MapState& state = b.in.state.map;
  const float size = target_px(b, 28), y = map.y + std::max(map.h - size - 4, 0.0f);
  float x = map.x;
  const auto add = [&](std::string_view name, float w, std::string_view text, std::string_view label,
                       float factor) {
    const MapState next = zoom_map(*b.in.map.map, state, map.w, map.h, {map.w / 2, map.h / 2}, factor);
    const uint32_t id = add_button(b, region, name, 0, {x, y, w, size}, text,
                                   command::SetMap{next.zoom, next.centre_x, next.centre_y});
    Node& node = b.scene.node(id);
    node.label = node.description = label;
    node.disabled = factor > 1 ? state.zoom >= MaxMapZoom : state.zoom <= 1;
    x += node.rect.w + 4;
    // The Pacific is at the left in every language.
    if (reader_locale().right_to_left()) node.rect.x = beside_surface(map, node.rect.x - map.x) - node.rect.w;
  };
  add("nearer", size, "+", ui::ZoomIn, 1.5f);
  add("farther", size, "\xE2\x88\x92", ui::ZoomOut, 1 / 1.5f);
  if (state.zoom > 1) add("whole", 0, ui::ZoomReset, ui::ZoomResetHelp, 1e-6f);
}

void add_waiting(Builder& b, uint32_t region, Rect rect) {
  const bool failed = b.in.map.failed;
  const float w = std::min(rect.w - 32, 420.0f);
  add_wrapped(b, region, "waiting", 0, {rect.x + (rect.w - w) / 2, rect.y + rect.h / 2 - 20, w, 0},
              failed ? ui::MapFailed : ui::MapComing, {Font::Small, Color::Soft, Align::Center}, 3,
              Role::Status);
  if (!failed) return;
  const float button_w = text_px(b, ui::Retry, Font::Small) + 24;
  add_button(b, region, "retry", 0,
             {rect.x + (rect.w - button_w) / 2, rect.y + rect.h / 2 + 24, button_w, target_px(b, 32)},
             ui::Retry, command::FetchMap{});
}

}  // namespace

std::vector<bool> named_regions(const WorldMap& map, const RegionFacts* facts) {
  std::vector<bool> named(map.regions.size());
  if (facts == nullptr) return named;
  for (const RegionFact& fact : facts->regions) {
    const size_t region = map.find(fact.code);
    if (region < named.size()) named[region] = true;
  }
  return named;
}

std::vector<std::string> lit_regions(const SceneInput& input) {
  constexpr size_t MostLinks = 200, MostLooked = 4096;
  std::vector<std::string> codes;
  const auto& pointed = input.state.pointed;
  if (input.dataset == nullptr) return codes;
  const Column& regions = input.dataset->column(TableId::ChartEntries, chart_column::Region);
  const auto add = [&](RowRef row) {
    if (row.table != TableId::ChartEntries || !regions.is_stated(row.row)) return;
    const std::string_view code = regions.text(row.row);
    if (std::ranges::find(codes, code) == codes.end()) codes.emplace_back(code);
  };
  const auto add_with_links = [&](RowRef row) {
    add(row);
    if (row.table == TableId::ChartEntries) return;
    const auto links = input.dataset->table(row.table).links_of(row.row);
    for (const PackedRow linked : links.first(std::min(links.size(), MostLinks)))
      add(linked);
  };
  if (!pointed) {
    if (input.state.selected) add_with_links(*input.state.selected);
  } else if (pointed->part) {
    const ColumnPart& part = *pointed->part;
    const auto& rows = input.results.tables[static_cast<size_t>(part.table)].rows;
    for (size_t i = 0; i < std::min<size_t>(rows.size(), MostLooked) && codes.size() < MostLinks; ++i) {
      const RowRef row{part.table, rows[i]};
      if (is_in_part(*input.dataset, row, part)) add_with_links(row);
    }
  } else if (pointed->row) {
    add_with_links(*pointed->row);
  } else {
    codes.push_back(pointed->region);
  }
  return codes;
}

void build_map(Builder& b, uint32_t region, Rect rect, const RegionFacts& facts, const MapScale& scale) {
  const uint32_t id = add_node(b, region, "map", 0, Role::Application, rect);
  Node& node = b.scene.node(id);
  node.surface.kind = Surface::Map;
  node.label = ui::MapName;
  node.clip = true;
  if (!b.in.map.map) return add_waiting(b, region, rect);
  const WorldMap& map = *b.in.map.map;
  MapDrawing d{b, map, facts, scale, id, map_frame(map, b.in.state.map, rect.w, rect.h)};
  d.named = named_regions(map, &facts);
  d.fact_of.resize(map.regions.size());
  for (const RegionFact& fact : facts.regions) {
    const size_t at = map.find(fact.code);
    if (at < d.fact_of.size()) d.fact_of[at] = &fact;
  }
  const auto countries = static_cast<uint64_t>(std::ranges::count(d.named, true));
  node.label = ui::map_summary(scale.measure, countries);
  node.description = ui::PictureKeys;
  draw_map(d);
  const uint32_t over = add_node(b, id, "over", 0, Role::Decor, {0, 0, rect.w, rect.h});
  const std::shared_ptr<Picture> picture = empty_picture(d);
  draw_lit(d, *picture);
  add_labels(d, *picture);
  draw_box_selection(d, *picture);
  b.scene.node(over).picture = picture;
  add_card(d);
  add_zoom_buttons(b, region, rect);
}

}  // namespace explorer
