// When things came out: the timeline with its controls, and, where fingers need them or there is room, the
// dates as a list. See build_overview.h.
#include <algorithm>
#include <vector>

#include "view/build_overview.h"
#include "view/build_timeline.h"
#include "view/format.h"
#include "view/timeline_picture.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

constexpr size_t ShownRows = 12;
constexpr float StripWidth = 96, StripHeight = 16;

// Where an instant lies in the year of `year`, from 0 to 1.
float year_fraction(int64_t instant, int64_t year) {
  constexpr int64_t Day = 86400;
  const int64_t start = days_from_civil({year, 1, 1}) * Day, end = days_from_civil({year + 1, 1, 1}) * Day;
  if (instant <= start) return 0;
  if (instant >= end) return 1;
  return static_cast<float>(static_cast<double>(instant - start) / static_cast<double>(end - start));
}

Mark date_mark(const PartialDate& date) {
  const bool vague = date.qualifier != DateQualifier::None || date.end_qualifier != DateQualifier::None;
  if (vague) return Mark::DateFading;
  if (date.form != DateForm::Single || date.unspecified) return Mark::DateInterval;
  return date.precision >= DatePrecision::Day ? Mark::DateExact : Mark::DateSpan;
}

void add_mark(Builder& b, uint32_t item, std::string_view name, Rect rect, Mark mark, float from, float to) {
  // A mark is never thinner than can be told apart from the others.
  const float least = mark == Mark::DateExact ? 0.02f : mark == Mark::DateFading ? 0.16f : 0.08f;
  if (to - from < least) {
    const float centre = std::clamp((from + to) / 2, least / 2, 1 - least / 2);
    from = centre - least / 2;
    to = centre + least / 2;
  }
  if (mark == Mark::DateSpan || mark == Mark::DateFading) rect = {rect.x, rect.y + rect.h - 6, rect.w, 6};
  const uint32_t id = add_node(b, item, name, 0, Role::Decor, rect);
  Node& node = b.scene.node(id);
  node.mark = mark;
  node.mark_from = from;
  node.mark_to = to;
  node.color = Color::Accent;
}

// The year as a thin line with the date on it.
void add_strip(Builder& b, uint32_t item, Rect rect, const PartialDate& date) {
  constexpr int64_t Day = 86400;
  const int64_t anchor = date.earliest == EarliestInstant ? date.latest : date.earliest;
  const int64_t day = anchor / Day - (anchor % Day < 0 ? 1 : 0);
  const int64_t year = civil_from_days(day).year;
  add_fill(b, item, "year", 0, {rect.x, rect.y + rect.h - 1, rect.w, 1}, Color::Hair);
  add_fill(b, item, "start", 0, {rect.x, rect.y + 4, 1, rect.h - 4}, Color::Hair);
  add_fill(b, item, "end", 0, {rect.x + rect.w - 1, rect.y + 4, 1, rect.h - 4}, Color::Hair);
  add_mark(b, item, "date", rect, date_mark(date), year_fraction(date.earliest, year),
           year_fraction(date.latest == LatestInstant ? date.latest : date.latest + 1, year));
}

std::string line_title(const Builder& b, const Dated& dated) {
  if (dated.count > 1) return ui::count_rows(dated.count, TableId::ChartEntries);
  const Dataset& dataset = *b.in.dataset;
  std::string title = format_cell(dataset, dated.row.table, dated.row.row, 0);
  if (dated.row.table == TableId::ChartEntries) {
    title = format_cell(dataset, dated.row.table, dated.row.row, chart_column::Chart) + ": " + title;
  }
  return title;
}

std::string line_kind(const Builder& b, const Dated& dated) {
  const std::optional<size_t> column = find_column(dated.row.table, "kind");
  std::string kind(ui::row_kind(dated.row.table));
  if (dated.count > 1) return std::string(ui::view_name(View::ChartReach));
  if (column) {
    const std::string own = format_cell(*b.in.dataset, dated.row.table, dated.row.row, *column);
    if (own != NotStated && !own.empty()) kind = own;
  }
  return kind;
}

void add_line(Builder& b, uint32_t list, size_t index, Rect rect, const Dated& dated, bool stacked) {
  const std::string date = format_date(dated.date), title = line_title(b, dated), kind = line_kind(b, dated);
  Command command = command::SelectRow{dated.row, false};
  if (dated.count > 1) command = command::SetView{View::ChartReach};
  const uint32_t item =
      add_panel_item(b, list, index, rect, date + ": " + title + ", " + kind, std::move(command));
  b.scene.node(item).subject = Subject{dated.row, {}};
  const float strip_w = stacked ? 64 : StripWidth;
  add_strip(b, item, {PanelInset, (rect.h - StripHeight) / 2, strip_w, StripHeight}, dated.date);
  const float x = PanelInset + strip_w + 16, w = rect.w - x - PanelInset;
  if (stacked) {
    add_text(b, item, "title", 0, {x, 10, w, 20}, title, Strong);
    add_text(b, item, "meta", 0, {x, 31, w, 18}, date + std::string(ui::Dot) + kind, SoftSmall);
    return;
  }
  constexpr float DateWidth = 136;
  const float kind_w = std::min(text_px(b, kind, Font::Small), w * 0.3f);
  add_text(b, item, "when", 0, {x, 0, DateWidth, rect.h}, date,
           {Font::BodyTabular, Color::Soft, Align::Start});
  add_text(b, item, "title", 0, {x + DateWidth + 16, 0, w - DateWidth - 32 - kind_w, rect.h}, title, Strong);
  add_text(b, item, "kind", 0, {x + w - kind_w, 0, kind_w, rect.h}, kind,
           {Font::Small, Color::Soft, Align::End});
}

void add_bar_line(Builder& b, uint32_t list, size_t index, Rect rect, const TimeEntry& entry) {
  std::string counts;
  for (const CardLine& line : entry.lines)
    counts.append(counts.empty() ? "" : ui::Dot).append(line.label).append(" ").append(line.value);
  const uint32_t item =
      add_panel_item(b, list, index, rect, card_words(entry.title, entry.lines), entry.command);
  const float title_w = std::min(text_px(b, entry.title, Font::BodyStrong) + 1, rect.w * 0.45f);
  add_text(b, item, "title", 0, {PanelInset, 0, title_w, rect.h}, entry.title, Strong);
  const float x = PanelInset + title_w + 12;
  add_text(b, item, "counts", 0, {x, 0, rect.w - PanelInset - x, rect.h}, counts,
           {Font::Small, Color::Soft, Align::End});
}

// The list of rows, or of bars where there are too many rows; returns the y below. `bottom`: it ends there,
// or 0.
float add_list(Builder& b, uint32_t region, float y, float bottom, const TimeFacts& facts,
               const TimelineLayout& layout) {
  const float w = b.scene.node(region).rect.w;
  const bool stacked = w < 520;
  std::vector<TimeEntry> bars;
  for (const TimeBin& bin : layout.bins) {
    TimeEntry entry = entry_of(b.in, facts, bin);
    if (!entry.lines.empty()) bars.push_back(std::move(entry));
  }
  const std::vector<Dated>& lines = b.facts->dated;
  const float row_h = stacked && bars.empty() ? 60 : row_px(b);
  const size_t count = bars.empty() ? lines.size() : bars.size();
  const size_t room = bottom > 0 ? static_cast<size_t>(std::max((bottom - 26 - y) / row_h, 0.0f)) : ShownRows;
  const size_t shown = std::min(count, room);
  if (shown == 0) return y;
  const uint32_t list =
      add_node(b, region, "list", 0, Role::List, {0, y, w, static_cast<float>(shown) * row_h});
  b.scene.node(list).label = ui::DatedEntries;
  for (size_t i = 0; i < shown; ++i) {
    const Rect rect{0, static_cast<float>(i) * row_h, w, row_h};
    if (bars.empty()) {
      add_line(b, list, i, rect, lines[i], stacked);
    } else {
      add_bar_line(b, list, i, rect, bars[i]);
    }
  }
  y += static_cast<float>(shown) * row_h;
  if (shown == count) return y;
  add_text(b, region, "more", 0, {PanelInset, y + 8, w - 2 * PanelInset, 18}, ui::first_only(shown),
           SoftSmall);
  return y + 26;
}

// What the marks, or the bars, mean.
class Legend {
 public:
  Legend(Builder& b, bool bars) : b_(b) {
    using enum TimeShape;
    add(Tick, false, ui::LegendDay);
    add(Span, false, ui::LegendSpan);
    add(Bracket, false, ui::LegendInterval);
    add(Fade, false, ui::LegendAbout);
    add(Tick, true, ui::InferredWord);
    if (bars) entries_ = {{Span, false, ui::LegendBar}, {Fade, true, ui::LegendVague}};
    bars_ = bars;
  }

  float width() const {
    float w = -Gap;
    for (const Entry& entry : entries_)
      w += entry_w(entry) + Gap;
    return w;
  }

  // In lines of at most `at.w`, from the left; returns the y below.
  float build(uint32_t region, Rect at) {
    float x = 0, y = 0;
    const uint32_t box = add_node(b_, region, "legend", 0, Role::Group, at);
    auto picture = std::make_shared<Picture>();
    for (size_t i = 0; i < entries_.size(); ++i) {
      const Entry& entry = entries_[i];
      const float w = std::min(entry_w(entry), at.w);
      if (x > 0 && x + w > at.w) {
        x = 0;
        y += 20;
      }
      draw(*picture, entry, x, y);
      const float text_x = x + mark_w(entry) + 6;
      add_text(b_, box, "text", i, {text_x, y, x + w - text_x, 18}, entry.text, SoftSmall);
      x += w + Gap;
    }
    Node& node = b_.scene.node(box);
    node.rect.h = y + 18;
    node.picture = std::move(picture);
    return at.y + y + 18;
  }

 private:
  struct Entry {
    TimeShape shape;
    bool second;
    std::string_view text;
  };
  static constexpr float Gap = 16;

  void add(TimeShape shape, bool second, std::string_view text) { entries_.push_back({shape, second, text}); }
  float mark_w(const Entry& entry) const { return bars_ ? 10 : entry.shape == TimeShape::Tick ? 4 : 20; }
  float entry_w(const Entry& entry) const { return mark_w(entry) + 6 + text_px(b_, entry.text, Font::Small); }
  void draw(Picture& picture, const Entry& entry, float x, float y) const {
    if (bars_) {
      const float opacity = entry.second ? 0.55f : 1.0f;
      picture.boxes.push_back({x, y + 4, 10, 10, Color::Accent, opacity, opacity, 0});
      return;
    }
    TimeMark mark;
    mark.shape = entry.shape;
    mark.inferred = entry.second;
    draw_time_mark(picture, mark, {x, y + 3, mark_w(entry), 13}, {});
  }

  Builder& b_;
  std::vector<Entry> entries_;
  bool bars_ = false;
};

// From the right: all, nearer, farther, and what takes a choice of dates back. Returns the x of the leftmost.
float add_controls(Builder& b, uint32_t region, const TimeFacts& facts, const TimelineLayout& layout) {
  const float h = target_px(b, 28), whole_w = std::max(text_px(b, ui::ZoomWhole, Font::Small) + 20, h);
  float x = panel_head_end(b, region);
  const auto add = [&](std::string_view name, float w, std::string_view text, std::string_view label,
                       Command command, bool disabled) {
    x -= w;
    const uint32_t id = add_button(b, region, name, 0, {x, 0, w, h}, text, std::move(command));
    Node& node = b.scene.node(id);
    if (label != text) node.label = label;
    node.disabled = disabled;
    x -= 4;
  };
  const bool whole = !b.in.state.time_window;
  const bool nearest = layout.scale.to_day() - layout.scale.from_day() <= LeastWindowDays;
  add("whole", whole_w, ui::ZoomWhole, ui::ZoomWholeHelp, command::SetTimeWindow{}, whole);
  add("in", h, "+", ui::ZoomIn, zoom_by_button(facts, layout, 2), nearest);
  add("out", h, "\xE2\x88\x92", ui::ZoomOut, zoom_by_button(facts, layout, 0.5f), whole);
  return x;
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

// The line, the button beside it that clears the choice, and the legend: in one line where it fits, and where
// there is no room for more of them. Returns the y below.
float add_line_and_legend(Builder& b, uint32_t region, float y, std::string_view text, bool bars,
                          bool fixed) {
  const float w = b.scene.node(region).rect.w - 2 * PanelInset;
  Legend legend(b, bars);
  const bool chosen = has_date_term(b.in.state.query);
  const float clear_w = chosen ? text_px(b, ui::ClearDates, Font::Small) + 20 : 0;
  const float line_w = text_px(b, text, Font::Small) + 1;
  const bool one_line = line_w + clear_w + 32 + legend.width() <= w;
  const float room = std::max(w - clear_w - (clear_w > 0 ? 12 : 0), 1.0f);
  const uint32_t line = add_wrapped(b, region, "how", 0, {PanelInset, y, std::min(line_w, room), 0}, text,
                                    SoftSmall, fixed ? 1 : 3);
  const Rect at = b.scene.node(line).rect;
  if (chosen) {
    add_link(b, region, "clear", 0, {at.x + at.w + 12, y, clear_w - 20, b.phone ? target_px(b, 18) : at.h},
             ui::ClearDates, Font::Small, command::ClearColumn{"date"});
  }
  if (one_line) {
    legend.build(region, {PanelInset + w - legend.width(), y, legend.width(), 18});
    return y + at.h + 4;
  }
  if (fixed) return y + at.h + 4;
  const float below = std::max(at.h, chosen && b.phone ? target_px(b, 18) : 0.0f);
  return legend.build(region, {PanelInset, y + below + 4, w, 18}) + 6;
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
  const bool fixed = b.scene.node(region).rect.h > 0;
  const float below_head = add_panel_head(b, region, ui::WhenTitle, facts.any() ? "" : ui::WhenNone);
  if (!facts.any()) return below_head;
  const Rect panel = b.scene.node(region).rect;
  const float w = std::max(panel.w - 2 * PanelInset, 1.0f), names_w = names_width(b, w, facts);
  const bool captions = names_w == 0, touch = b.phone || b.in.environment.coarse_pointer;
  const PlotSize natural{w - names_w, 0, captions};
  TimelineLayout layout = lay_out_timeline(b.in, facts, natural);
  add_controls(b, region, facts, layout);
  const float head_h = target_px(b, 28);
  bool listed = !touch;
  const std::string line = explaining_line(b, layout, touch);
  const float y = add_line_and_legend(b, region, head_h + 2, line, !layout.bins.empty(), fixed);
  float plot_h = layout.lanes_h + TimeAxisHeight;
  if (fixed) {
    constexpr float ListRoom = 180;
    const float room = std::max(panel.h - y, 1.0f);
    if (!layout.bins.empty()) plot_h = std::max(plot_h, room * 0.6f);
    const bool list_fits = room - plot_h >= ListRoom;
    listed = listed && !list_fits;
    if (!list_fits) plot_h = room;
    layout = lay_out_timeline(b.in, facts, {natural.width, plot_h, captions});
  }
  const Rect plot{PanelInset + names_w, y, natural.width, plot_h};
  build_timeline(b, region, plot, facts, layout, listed);
  add_lane_names(b, region, plot, captions, facts, layout);
  if (listed) return y + plot_h;
  return add_list(b, region, y + plot_h + 12, fixed ? panel.h : 0, facts, layout);
}

}  // namespace explorer
