// When things came out: the panel around the timeline, with its controls and what explains them. See
// build_overview.h.
#include <algorithm>

#include "view/build_overview.h"
#include "view/build_timeline.h"
#include "view/timeline_legend.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

// Buttons up to the end of the headline.
struct Controls {
  struct Place {
    float x = 0, w = 0;  // w: 0 where there is no room for it
  };
  Place out, in, whole;
  float begin = 0;  // where the room before them ends
};

// The last one gets its place first.
Controls place_controls(Builder& b, uint32_t region) {
  const float h = target_px(b, 28), whole_w = std::max(text_px(b, ui::ZoomWhole, Font::Small) + 24, h);
  // The headline comes first; fingers and keys zoom too.
  const float least = PanelInset + text_px(b, ui::WhenTitle, Font::BodyStrong) + 8;
  float x = panel_head_end(b, region);
  const auto place = [&](float w) -> Controls::Place {
    if (x - w < least) return {};
    x -= w + 4;
    return {x + 4, w};
  };
  Controls controls;
  controls.whole = place(whole_w);
  controls.in = place(h);
  controls.out = place(h);
  controls.begin = x;
  return controls;
}

// Farther, nearer, all.
void add_controls(Builder& b, uint32_t region, const Controls& controls, const TimeFacts& facts,
                  const TimelineLayout& layout) {
  const auto add = [&](std::string_view name, Controls::Place at, std::string_view text,
                       std::string_view label, Command command, bool disabled) {
    if (at.w <= 0) return;
    const uint32_t id =
        add_button(b, region, name, 0, {at.x, 0, at.w, target_px(b, 28)}, text, std::move(command));
    Node& node = b.scene.node(id);
    if (label != text) node.label = label;
    node.disabled = disabled;
  };
  const bool whole = !b.in.state.time_window;
  const bool nearest = layout.scale.to_day() - layout.scale.from_day() <= LeastWindowDays;
  add("out", controls.out, "\xE2\x88\x92", ui::ZoomOut, zoom_by_button(facts, layout, 0.5f), whole);
  add("in", controls.in, "+", ui::ZoomIn, zoom_by_button(facts, layout, 2), nearest);
  add("whole", controls.whole, ui::ZoomWhole, ui::ZoomWholeHelp, command::SetTimeWindow{}, whole);
}

bool has_date_term(const Query& query) {
  return std::ranges::any_of(query.terms, [](const Term& term) { return term.column == "date"; });
}

// What the reader can do, and what is out of sight.
std::string explaining_line(const Builder& b, const TimelineLayout& layout, bool listed) {
  std::string line(listed ? ui::TimelineTouchLine : ui::TimelineLine);
  const std::string outside = ui::dates_outside(layout.before, layout.after);
  if (!layout.bins.empty()) line.append(" ").append(ui::TimelineBars);
  if (layout.opened) line.append(" ").append(ui::TimelineOpened);
  if (b.in.state.time_window && !outside.empty()) line = outside + ". " + line;
  return line;
}

// How the line that explains the plot and the legend are set: over several lines, in one line, or without the
// legend beside the headline.
enum class LineStyle : uint8_t { Free, OneLine, Headline };

// The line, the button beside it that clears the choice, and the legend where there is room for it. Returns
// the y below.
float add_line_and_legend(Builder& b, uint32_t region, Rect at, std::string_view text, bool bars,
                          LineStyle style) {
  const bool chosen = has_date_term(b.in.state.query), free = style == LineStyle::Free;
  const float clear_w = chosen ? text_px(b, ui::ClearDates, Font::Small) : 0;
  const float besides = chosen ? clear_w + 12 : 0;
  const float line_w = text_px(b, text, Font::Small) + 1;
  const uint32_t line =
      add_wrapped(b, region, "how", 0, {at.x, at.y, std::clamp(at.w - besides, 1.0f, line_w), 0}, text,
                  SoftSmall, free ? 3 : 1);
  const Rect set = b.scene.node(line).rect;
  const float clear_h = b.phone ? target_px(b, set.h) : set.h;
  if (chosen) {
    add_link(b, region, "clear", 0, {set.x + set.w + 12, at.y, clear_w, clear_h}, ui::ClearDates, Font::Small,
             command::ClearColumn{"date"});
  }
  if (style == LineStyle::Headline) return at.y + set.h;
  const float below = at.y + std::max(set.h, chosen ? clear_h : 0.0f) + 4;
  TimeLegend legend(b, bars);
  if (line_w + besides + 32 + legend.width() <= at.w) {
    legend.build(region, {at.x + at.w - legend.width(), at.y, legend.width(), 18});
  } else if (free) {
    return legend.build(region, {at.x, below, at.w, 18}) + 6;
  }
  return below;
}

// Names of the lanes: beside the plot, or above their rows in it.
void add_lane_names(Builder& b, uint32_t region, Rect plot, bool captions, const TimeFacts& facts,
                    const TimelineLayout& layout) {
  for (size_t i = 0; i < layout.lanes.size(); ++i) {
    const TimeLane& lane = layout.lanes[i];
    const std::string_view name = ui::lane_name(facts.lanes[lane.facts].table);
    const std::string scale = lane.histogram ? ui::up_to(lane.tallest) : std::string();
    const float y = plot.y + lane.y + LanePad;
    if (captions) {
      const std::string all =
          scale.empty() ? std::string(name) : std::string(name) + std::string(ui::Dot) + scale;
      add_text(b, region, "lane", i, {plot.x, y, plot.w, 16}, all, {Font::Caption, Color::Soft, Align::Start},
               Role::Decor);
      continue;
    }
    const float w = plot.x - PanelInset - 8;
    add_text(b, region, "lane", i, {PanelInset, y, w, layout.row_h}, name, SoftSmall);
    if (lane.h < layout.row_h + 16 + LanePad || scale.empty()) continue;
    add_text(b, region, "lane-scale", i, {PanelInset, y + layout.row_h, w, 16}, scale,
             {Font::Caption, Color::Faint, Align::Start});
  }
}

// Room for the names of lanes beside the plot; 0 where they stand above their rows.
float names_width(Builder& b, float w, const TimeFacts& facts) {
  constexpr float LeastPlot = 448;
  float widest = text_px(b, ui::up_to(99'999), Font::Caption);
  for (const TimeLaneFacts& lane : facts.lanes)
    widest = std::max(widest, text_px(b, ui::lane_name(lane.table), Font::Small));
  return w - widest - 16 < LeastPlot ? 0 : widest + 16;
}

}  // namespace

command::SetTimeWindow zoom_by_button(const TimeFacts& facts, const TimelineLayout& layout, float factor) {
  const auto& parts = layout.scale.parts();
  const auto widest = std::ranges::max_element(parts, {}, &TimeScale::Part::w);
  return {zoomed_window(layout.scale, widest->x + widest->w / 2, factor, facts.whole)};
}

float build_when_panel(Builder& b, uint32_t region) {
  const auto shared = time_facts_of(b.in);
  const TimeFacts& facts = *shared;
  const bool fixed = is_fixed(b, region);
  if (!facts.any()) return add_panel_head(b, region, ui::WhenTitle, ui::WhenNone);
  begin_panel_head(b, region, ui::WhenTitle, {});
  const Rect panel = b.scene.node(region).rect;
  const float w = std::max(panel.w - 2 * PanelInset, 1.0f), names_w = names_width(b, w, facts);
  const bool captions = names_w == 0, touch = b.phone || b.in.environment.coarse_pointer;
  const PlotSize natural{w - names_w, 0, captions};
  TimelineLayout layout = lay_out_timeline(b.in, facts, natural);
  const Controls controls = place_controls(b, region);
  const float head_h = target_px(b, 28);
  bool listed = !touch;
  const std::string line = explaining_line(b, layout, touch);
  // A low panel needs its rows more than a line of its own.
  constexpr float LowPanel = 200, LeastLine = 320;
  const float title_end = PanelInset + text_px(b, ui::WhenTitle, Font::BodyStrong) + 20;
  const bool low = fixed && panel.h < LowPanel && controls.begin - title_end > LeastLine;
  const Rect line_at =
      low ? Rect{title_end, 5, controls.begin - title_end - 12, 0} : Rect{PanelInset, head_h + 2, w, 0};
  const LineStyle style = low ? LineStyle::Headline : fixed ? LineStyle::OneLine : LineStyle::Free;
  const auto end_head = [&] {
    add_controls(b, region, controls, facts, layout);
    end_panel_head(b, region, ui::WhenTitle, {});
  };
  if (!low) end_head();
  float y = add_line_and_legend(b, region, line_at, line, !layout.bins.empty(), style);
  if (low) end_head();
  if (low) y = head_h + 2;
  float plot_h = layout.lanes_h + TimeAxisHeight;
  if (fixed) {
    constexpr float ListRoom = 180;
    const float room = std::max(panel.h - y, 1.0f);
    if (!layout.bins.empty()) plot_h = std::max(plot_h, room * 0.6f);
    const bool list_fits = room - plot_h >= ListRoom;
    listed = listed && !list_fits;
    if (!list_fits) plot_h = room;
    layout = lay_out_timeline(b.in, facts, {natural.width, plot_h, captions});
    // Where not even the lowest rows fit, the page scrolls.
    plot_h = std::max(plot_h, layout.lanes_h + TimeAxisHeight);
    Node& node = b.scene.node(region);
    node.rect.h = std::max(node.rect.h, y + plot_h);
  }
  const Rect plot{PanelInset + names_w, y, natural.width, plot_h};
  // Names are read before what they name; on the plot they are drawn over it.
  if (!captions) add_lane_names(b, region, plot, captions, facts, layout);
  build_timeline(b, region, plot, facts, layout, listed);
  if (captions) add_lane_names(b, region, plot, captions, facts, layout);
  if (listed) return y + plot_h;
  return add_date_list(b, region, y + plot_h + 12, fixed ? panel.h : 0, facts, layout);
}

}  // namespace explorer
