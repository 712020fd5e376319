// See build_overview.h. Which panel stands where is data: bands from top to bottom, and places in them.
#include "view/build_overview.h"

#include <algorithm>
#include <cmath>

#include "view/ui_text_reading.h"

namespace explorer {
namespace {

constexpr float Gutter = 40;
constexpr float BandGap = 20;
constexpr float StackGap = 36;  // between panels that are as high as they like

// A band of panels over the whole width. Between its least height and its greatest (a share of the width) it
// takes its part of what the window has to spare; with no least height it is as high as its highest panel.
struct Band {
  float least = 0;
  float most_of_w = 0;
  float part = 0;
};

// Where a panel stands, in fractions of the width and of its band's height.
// Height in px that a maximised panel has at least, the latter with a list below it; where there is less room
// it scrolls.
constexpr float LeastMaximised = 280, LeastWithList = 560;

struct Place {
  Panel panel;
  uint8_t band;
  float left = 0, right = 1, top = 0, bottom = 1;
};

struct Layout {
  float from_w;
  std::span<const Band> bands;
  std::span<const Place> places;
  std::span<const Place> without_videos;  // for a dataset that has none
};

constexpr Band OwnBands[5] = {};
constexpr Band WideBands[] = {{290, 0.36f, 0.8f}, {176, 0.25f, 0.2f}};
constexpr Band WidestBands[] = {{360, 0.28f, 0.7f}, {184, 0.2f, 0.3f}};

constexpr Place Stacked[] = {
    {Panel::Where, 0}, {Panel::Videos, 1}, {Panel::When, 2}, {Panel::Latest, 3}, {Panel::Articles, 4}};
constexpr Place Paired[] = {{Panel::Where, 0},
                            {Panel::When, 1},
                            {Panel::Videos, 2, 0, 0.5f},
                            {Panel::Latest, 2, 0.5f, 1},
                            {Panel::Articles, 3}};
constexpr Place Wide[] = {{Panel::Where, 0, 0, 0.6f},
                          {Panel::Videos, 0, 0.6f, 1, 0, 0.6f},
                          {Panel::Latest, 0, 0.6f, 1, 0.6f, 1},
                          {Panel::When, 1}};
constexpr Place Widest[] = {{Panel::Where, 0, 0, 0.5f},
                            {Panel::Videos, 0, 0.5f, 0.76f},
                            {Panel::Latest, 0, 0.76f, 1},
                            {Panel::When, 1}};

constexpr Place StackedNone[] = {
    {Panel::Where, 0}, {Panel::When, 1}, {Panel::Latest, 2}, {Panel::Articles, 3}};
constexpr Place WideNone[] = {{Panel::Where, 0, 0, 0.6f}, {Panel::Latest, 0, 0.6f, 1}, {Panel::When, 1}};

// From wide to narrow: the first whose width the page has.
constexpr Layout Layouts[] = {{1900, WidestBands, Widest, WideNone},
                              {900, WideBands, Wide, WideNone},
                              {740, {OwnBands, 4}, Paired, StackedNone},
                              {0, OwnBands, Stacked, StackedNone}};

struct PanelSpec {
  Phrase title;
  float (*build)(Builder&, uint32_t);
};

// In the order of Panel.
constexpr PanelSpec Panels[] = {{ui::WhereTitle, build_where_panel},
                                {ui::VideosTitle, build_videos_panel},
                                {ui::WhenTitle, build_when_panel},
                                {ui::ArticlesTitle, build_articles_panel},
                                {ui::LatestTitle, build_latest_panel}};

// Returns the height used.
float build_panel(Builder& b, uint32_t scroll, Panel panel, Rect rect) {
  const PanelSpec& spec = Panels[static_cast<size_t>(panel)];
  rect.x -= PanelInset;
  rect.w += 2 * PanelInset;
  const uint32_t region = add_node(b, scroll, "panel", static_cast<uint64_t>(panel), Role::Region, rect);
  b.scene.node(region).label = spec.title;
  b.panel = panel;
  const float used = spec.build(b, region);
  b.panel.reset();
  if (rect.h <= 0) b.scene.node(region).rect.h = used;
  return b.scene.node(region).rect.h;
}

const Layout& layout_for(float w) {
  const auto* found = std::ranges::find_if(Layouts, [w](const Layout& layout) { return w >= layout.from_w; });
  return *found;
}

// Of one band, `h` px high or, if 0, as high as its panels; returns the height that these need.
float build_band(Builder& b, uint32_t scroll, const Layout& layout, size_t band, Rect rect) {
  float highest = rect.h;
  const bool videos = b.in.dataset->table(TableId::Videos).row_count > 0;
  for (const Place& place : videos ? layout.places : layout.without_videos) {
    if (place.band != band) continue;
    const float span_w = rect.w + Gutter, span_h = rect.h + BandGap;
    const float left = std::floor(place.left * span_w), top = std::floor(place.top * span_h);
    const Rect at{rect.x + left, rect.y + top, std::floor(place.right * span_w) - left - Gutter,
                  rect.h > 0 ? std::floor(place.bottom * span_h) - top - BandGap : 0};
    highest = std::max(highest, at.y - rect.y + build_panel(b, scroll, place.panel, at));
  }
  return highest;
}

// What a window has to spare that is as high as it takes for the first band to be as high as it may be.
float natural_spare(const Layout& layout, float w) {
  const Band& first = layout.bands.front();
  return first.part > 0 ? std::max(std::floor(first.most_of_w * w) - first.least, 0.0f) / first.part : 0;
}

float spare_px(const Layout& layout, float h) {
  float spare = h + BandGap;
  for (const Band& band : layout.bands)
    spare -= band.least + BandGap;
  return std::max(spare, 0.0f);
}

// All bands from `top` to `bottom`, or further down where they need more; returns the y below.
float build_bands(Builder& b, uint32_t scroll, const Layout& layout, Rect area) {
  const float spare = b.measuring ? natural_spare(layout, area.w) : spare_px(layout, area.h);
  float missing = 0;  // so much more to spare, and all panels would have what they need
  for (size_t i = 0; i < layout.bands.size(); ++i) {
    const Band& band = layout.bands[i];
    const float most = std::max(band.least, std::floor(band.most_of_w * area.w));
    const float h = std::min(band.least + std::floor(spare * band.part), most);
    const float used = build_band(b, scroll, layout, i, {area.x, area.y, area.w, h});
    if (band.part > 0) missing = std::max(missing, (used - h) / band.part);
    if (used > 0) area.y += h > 0 ? h + BandGap : used + StackGap;
  }
  const float below = area.y - (layout.bands.back().least > 0 ? BandGap : StackGap);
  const bool shares = b.measuring && layout.bands.front().part > 0;
  return below + (shares ? missing + static_cast<float>(layout.bands.size()) : 0);  // shares are whole px
}

}  // namespace

void build_overview(Builder& b, uint32_t parent, Rect area) {
  const auto facts =
      b.in.results.overview
          ? b.in.results.overview
          : std::make_shared<const OverviewFacts>(overview_facts(*b.in.dataset, b.in.results.tables));
  b.facts = facts.get();
  const uint32_t scroll = add_node(b, parent, "overview", 0, Role::Group, area);
  const bool alone = b.in.state.embedding.alone();
  const float w = std::max(area.w - 2 * b.margin, 1.0f), top = alone ? 8.0f : b.phone ? 16.0f : 20.0f;
  if (b.in.state.maximised) {
    const bool listed = b.phone && *b.in.state.maximised == Panel::Where;
    const float least = listed ? LeastWithList : LeastMaximised, h = std::max(area.h - top - 8, least);
    // Cards are rows, and tell how high they are by themselves.
    const bool cards = *b.in.state.maximised == Panel::Videos &&
                       !b.in.results.tables[static_cast<size_t>(TableId::Videos)].rows.empty();
    const bool free = b.measuring && !cards;
    const float used = build_panel(b, scroll, *b.in.state.maximised, {b.margin, top, w, free ? 0 : h});
    if (!cards) tell_content(b, scroll, static_cast<double>(top + std::max(used, least) + 8));
    return make_scroll(b, scroll, area.w, std::max(area.h, top + used));
  }
  const float below = top + build_figures(b, scroll, {b.margin, top, w, 0}) + (b.phone ? 28.0f : 20.0f);
  float bottom = build_bands(b, scroll, layout_for(w), {b.margin, below, w, area.h - below - 16});
  if (b.phone && alone) {  // elsewhere it stands in the header or beside the tabs
    add_button(b, scroll, "read", 0, {b.margin, bottom + 28, 0, size::Touch}, ui::ReadTables,
               command::SetReading{0});
    bottom += 28 + size::Touch;
  }
  make_scroll(b, scroll, area.w, bottom + 16);
  tell_content(b, scroll, static_cast<double>(bottom + 16));
}

}  // namespace explorer
