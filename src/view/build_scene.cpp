// The frame of the page: what stands above what, and how much room each part gets. See the builders.
#include "view/build_scene.h"

#include <algorithm>
#include <cmath>

#include "state/rights.h"
#include "view/build_address_notice.h"
#include "view/build_chips.h"
#include "view/build_detail.h"
#include "view/build_header.h"
#include "view/build_load_strip.h"
#include "view/build_message.h"
#include "view/build_overview.h"
#include "view/build_part.h"
#include "view/build_popover.h"
#include "view/build_reading.h"
#include "view/build_table.h"
#include "view/build_tabs.h"
#include "view/grid_walk.h"
#include "view/linked.h"
#include "view/locale.h"
#include "view/mirror_scene.h"
#include "view/ui_text.h"
#include "view/withheld.h"

namespace explorer {
namespace {

bool any_row(const Results& results) {
  return std::any_of(results.tables.begin(), results.tables.end(),
                     [](const QueryResult& result) { return !result.rows.empty(); });
}

void build_view(Builder& b, uint32_t panel, Rect area) {
  const auto table = table_of(b.in.state.view);
  if (!b.in.dataset && b.in.load.phase == LoadPhase::Failed) return build_failure(b, panel, area);
  if (!b.in.dataset) return build_loading(b, panel, area);
  const bool any =
      table ? !b.in.results.tables[static_cast<size_t>(*table)].rows.empty() : any_row(b.in.results);
  if (!any) return build_empty(b, panel, area, table);
  if (b.in.state.reading) return build_reading(b, panel, area, table);
  if (!table) return build_overview(b, panel, area);
  build_table(b, panel, area, *table);
}

// The language that the dataset says it is in, if it is one, and another than the interface's.
std::string_view foreign_language(const Dataset* dataset) {
  constexpr std::string_view Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  constexpr size_t LongestTag = 35;
  if (dataset == nullptr) return {};
  const std::string_view tag = dataset->language, own = reader_locale().text(LocaleText::Language);
  const std::string_view primary = tag.substr(0, tag.find('-'));
  const bool readable = (primary.size() == 2 || primary.size() == 3) && tag.size() <= LongestTag &&
                        primary.find_first_not_of(Letters) == primary.npos;
  const bool same = std::ranges::equal(primary, own.substr(0, own.find('-')),
                                       [](char a, char b) { return (a | 0x20) == (b | 0x20); });
  return readable && !same ? tag : std::string_view();
}

// The panel beside the content, or the sheet over the lower part of the page.
Rect detail_area(const Builder& b, float top) {
  if (b.wide) return {b.width - size::Detail, top, size::Detail, std::max(b.height - top - b.foot, 0.0f)};
  const float w = b.phone ? b.width : std::min(b.width, 480.0f);
  const float y = b.phone ? std::min(48.0f, b.height / 4) : 0;
  return {b.width - w, y, w, b.height - y};
}

void build_main(Builder& b, float top) {
  const bool detail = detail_open(b);
  const float w = detail && b.wide ? b.width - size::Detail : b.width;
  const Rect area{0, 0, w, std::max(b.height - top - b.foot, 0.0f)};
  const uint32_t main = add_node(b, 0, "main", 0, Role::Main, {0, top, w, area.h});
  b.scene.node(main).clip = true;
  const bool alone = b.in.state.embedding.alone(), tabbed = readers_change_view(b.in.state);
  if (alone) view::part::add_title(b, main);
  const Role role = alone ? Role::Group : tabbed ? Role::TabPanel : Role::Region;
  const uint32_t panel = add_node(b, main, "panel", static_cast<uint64_t>(b.in.state.view), role, area);
  if (!alone) b.scene.node(panel).label = ui::view_name(b.in.state.view);
  for (uint32_t id = 0; id < main; ++id) {
    Node& tab = b.scene.node(id);
    if (tab.role == Role::Tab && tab.selected) tab.controls = b.scene.node(panel).key;
  }
  build_view(b, panel, area);
  if (detail && !b.measuring) build_detail(b, detail_area(b, top));
}

Scene empty_scene(const SceneInput& input) {
  return Scene(
      {0, 0, std::max(input.environment.width_px, 1.0f), std::max(input.environment.height_px, 1.0f)});
}

Builder builder_for(const SceneInput& input, Scene& scene) {
  const Rect page = scene.node(0).rect;
  Builder b{input, scene, page.w, page.h};
  b.phone = b.width < size::PhoneBelow;
  b.wide = b.width >= size::WideFrom;
  b.margin = b.phone ? size::MarginPhone : size::Margin;
  if (input.state.embedding.alone()) b.margin = size::MarginAlone;
  b.data_lang = foreign_language(input.dataset);
  const Embedding& embedding = input.state.embedding;
  if (embedding.framed && embedding.attribution) b.foot = target_px(b, 28);
  return b;
}

// All but what lies above the page.
void build_page(Builder& b) {
  const bool alone = b.in.state.embedding.alone();
  float top = alone ? view::part::build_bar(b) : build_header(b);
  if (!alone) top += build_tabs(b, top);
  top += build_load_strip(b, top);
  top += build_address_notice(b, top);
  top += build_notice(b, top);
  top += build_query_error(b, top);
  top += build_chips(b, top);
  build_main(b, top);
  if (b.foot > 0) view::part::build_attribution(b);
}

}  // namespace

float natural_height(const SceneInput& input) {
  constexpr float MeasuredAt = 1200, LeastWithDialog = 480;
  SceneInput measured = input;
  measured.environment.height_px = MeasuredAt;
  measured.gesture = nullptr;
  Scene scene = empty_scene(measured);
  Builder b = builder_for(measured, scene);
  b.measuring = true;
  build_page(b);
  const bool dialog = input.state.popover.kind != PopoverKind::None || detail_open(b);
  return std::max(std::ceil(b.height + b.beyond), dialog ? LeastWithDialog : 1.0f);
}

Scene build_scene(const SceneInput& input) {
  Scene scene = empty_scene(input);
  Builder b = builder_for(input, scene);
  build_page(b);
  build_announcements(b);
  if (input.state.popover.kind != PopoverKind::None) build_popover(b);
  light_up(b);
  if (input.state.embedding.withholds()) view::withheld::leave_out(scene, input.state);
  set_list_stops(scene, input.visited);
  align_texts(scene);
  if (reader_locale().right_to_left()) mirror_scene(scene);
  return scene;
}

}  // namespace explorer
