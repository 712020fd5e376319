// See build_timeline.h.
#include "view/build_timeline.h"

#include <algorithm>

#include "core/query.h"
#include "state/query_text.h"
#include "view/build_overview.h"
#include "view/format.h"
#include "view/linked.h"
#include "view/mirror_scene.h"
#include "view/surface.h"
#include "view/timeline_picture.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

constexpr size_t MostLooked = 64;     // rows of a cluster that are asked for relatives
constexpr size_t MostPointers = 256;  // relatives drawn over bars

// What the reader points at, and what belongs to it.
class Lit {
 public:
  Lit(const SceneInput& in) : in_(in), pointed_(in.state.pointed) {}

  bool any() const { return pointed_.has_value(); }

  bool has(TableId table, const TimeMark& mark) const {
    if (!pointed_) return false;
    for (size_t i = 0; i < mark.rows.size() && i < MostLooked; ++i) {
      if (is_lit({table, mark.rows[i]})) return true;
    }
    return false;
  }

  std::span<const PackedRow> relatives() const {
    if (!pointed_ || !pointed_->row || pointed_->part) return {};
    const auto links = in_.dataset->table(pointed_->row->table).links_of(pointed_->row->row);
    return links.first(std::min(links.size(), MostPointers));
  }

 private:
  bool is_lit(RowRef row) const { return is_related(*in_.dataset, *pointed_, Subject{row, {}, {}}); }

  const SceneInput& in_;
  const std::optional<Subject>& pointed_;
};

struct Plot {
  Builder& b;
  const TimeFacts& facts;
  const TimelineLayout& layout;
  uint32_t node;
  bool listed;
  Lit lit;
  bool any_lit = false;
  bool under_pointer = false;  // it, or an entry in it that the keyboard is on

  TableId table_of(const TimeLane& lane) const { return facts.lanes[lane.facts].table; }

  MarkLook look_of(const TimeLane& lane, const TimeMark& mark) const {
    if (mark.left_out) return {Color::Faint, 0.55f};
    return {Color::Accent, !any_lit || lit.has(table_of(lane), mark) ? 1.0f : 0.35f};
  }
};

// Whether the label stands in the mark, whose foot then lies below it.
bool is_inside(const TimeMark& mark) {
  return !mark.label.empty() && !mark.backdrop && mark.label_x >= mark.x0 && mark.label_x < mark.x1;
}

// The number stands in the mark where no label says it.
bool counts_itself(const TimeMark& mark) {
  return mark.shape == TimeShape::Cluster || (mark.rows.size() > 1 && mark.label.empty());
}

void draw_lane(const Plot& plot, Picture& picture, const TimeLane& lane) {
  const TimelineLayout& layout = plot.layout;
  if (lane.histogram) {
    draw_time_bars(picture, layout, lane, plot.facts.lanes[lane.facts]);
    for (const RowRef row : plot.lit.relatives()) {
      if (row.table != plot.table_of(lane)) continue;
      const auto days = day_span(plot.b.in.dataset->column(row.table, time_column(row.table)).date(row.row));
      if (!days) continue;
      const float x =
          layout.scale.x_of((static_cast<double>(days->first) + static_cast<double>(days->end)) / 2);
      picture.boxes.push_back({x - 1, lane.y + 2, 2, lane.h - 2, Color::Ink, 1, 1, 0});
    }
    return;
  }
  for (const TimeMark& mark : lane.marks) {
    if (mark.backdrop) draw_backdrop(picture, mark, lane.y + lane.h - 1, plot.look_of(lane, mark));
  }
  for (const TimeMark& mark : lane.marks) {
    if (mark.backdrop) continue;
    const float top = lane.y + layout.rows_top + layout.row_h * static_cast<float>(mark.row);
    const float inset = is_inside(mark) ? 1 : 2;
    const Rect box{mark.x0, top + inset, mark.x1 - mark.x0, layout.row_h - 2 * inset};
    const float number_w =
        counts_itself(mark) ? text_px(plot.b, std::to_string(mark.rows.size()), TimeFont) : 0;
    draw_time_mark(picture, mark, box, plot.look_of(lane, mark), number_w);
  }
}

// The dates that a drag would choose, in words over it.
void add_choice_card(const Plot& plot, const DraggedRange& range, const BrushSpan& span) {
  const auto from = parse_edtf(range.from).value, to = parse_edtf(range.to).value;
  if (!from || !to) return;
  PartialDate words = *from;
  words.latest = to->latest;
  words.end_precision = to->precision;
  if (range.from != range.to) words.form = DateForm::Interval;
  const Rect at = viewport_rect(plot.b, plot.node);
  add_hover_card(plot.b, {beside_surface(at, (span.x0 + span.x1) / 2), at.y}, format_date(words), {});
}

// What a drag over the plot would choose, or else what the query has chosen.
void draw_choice(const Plot& plot, Picture& picture) {
  const Gesture* gesture = plot.b.in.gesture;
  const TimeScale& scale = plot.layout.scale;
  const bool here = gesture != nullptr && gesture->key == plot.b.scene.node(plot.node).key;
  if (here && gesture->moved && !gesture->pan) {
    const DraggedRange range = dragged_range(plot.b.in, scale, *gesture);
    const auto span = chosen_span(set_range({}, "date", range.from, range.to), scale);
    if (!span) return;
    draw_brush(picture, plot.layout, *span, false);
    add_choice_card(plot, range, *span);
  } else if (const auto chosen = chosen_span(plot.b.in.state.query, scale)) {
    draw_brush(picture, plot.layout, *chosen, true);
  }
}

// A band behind the bars whose numbers the card has.
void draw_pointed_bin(const Plot& plot, Picture& picture) {
  const auto& pointed = plot.b.in.state.pointed;
  if (!pointed || !pointed->row) return;
  const RowRef row = *pointed->row;
  const auto days = day_span(plot.b.in.dataset->column(row.table, time_column(row.table)).date(row.row));
  for (const TimeBin& bin : plot.layout.bins) {
    if (!days || days->first < bin.from_day || days->first >= bin.to_day) continue;
    picture.boxes.push_back({bin.x, 0, bin.w, plot.layout.lanes_h, Color::Ink, 0.1f, 0.1f, 0});
  }
}

void draw_plot(const Plot& plot) {
  auto picture = std::make_shared<Picture>();
  draw_time_grid(*picture, plot.layout);
  if (plot.under_pointer) draw_pointed_bin(plot, *picture);
  for (const TimeLane& lane : plot.layout.lanes)
    draw_lane(plot, *picture, lane);
  draw_choice(plot, *picture);
  plot.b.scene.node(plot.node).picture = std::move(picture);
}

void add_axis(const Plot& plot) {
  const float y = plot.layout.lanes_h + 1;
  size_t index = 0;
  for (const TimeTick& tick : plot.layout.axis.ticks) {
    if (tick.label.empty()) continue;
    add_text(plot.b, plot.node, "tick", index++, {tick.label_x, y, tick.label_w, 17}, tick.label, SoftSmall,
             Role::Decor);
  }
  index = 0;
  for (const AxisCaption& caption : plot.layout.axis.captions) {
    add_text(plot.b, plot.node, "caption", index++, {caption.x, y + 17, caption.w, 17}, caption.text,
             {TimeFont, Color::Ink, Align::Start}, Role::Decor);
  }
}

void add_words(const Plot& plot, uint32_t parent, size_t index, const TimeLane& lane, const TimeMark& mark,
               Rect box) {
  Builder& b = plot.b;
  const float top = lane.y + plot.layout.rows_top + plot.layout.row_h * static_cast<float>(mark.row);
  const Rect line{0, top - box.y, 0, plot.layout.row_h};
  if (counts_itself(mark)) {
    const std::string number = std::to_string(mark.rows.size());
    const float w = mark.x1 - mark.x0;
    const bool pill = mark.shape == TimeShape::Cluster;
    if (w >= text_px(b, number, TimeFont)) {
      add_text(b, parent, "count", index, {mark.x0 - box.x, line.y, w, line.h - (mark.inferred ? 4 : 0)},
               number, {TimeFont, pill ? Color::AccentInk : Color::Ink, Align::Center}, Role::Decor);
    }
  }
  if (mark.label.empty()) return;
  const bool back = mark.left_out || (plot.any_lit && !plot.lit.has(plot.table_of(lane), mark));
  const Color color = back ? Color::Faint : mark.inferred ? Color::Soft : Color::Ink;
  const float label_h = is_inside(mark) ? line.h - (mark.inferred ? 6 : 2) : line.h;
  add_text(b, parent, "label", index, {mark.label_x - box.x, line.y, mark.label_w, label_h}, mark.label,
           {TimeFont, color, Align::Start}, plot.listed ? Role::Text : Role::Decor);
}

uint32_t add_entry(Plot& plot, uint32_t list, size_t index, Rect box, const TimeEntry& entry) {
  Builder& b = plot.b;
  const uint32_t item = add_node(b, list, "entry", index, Role::ListItem, box);
  const uint32_t button = add_node(b, item, "open", 0, Role::Button, {0, 0, box.w, box.h});
  Node& node = b.scene.node(button);
  node.label = card_words(entry.title, entry.lines);
  node.activate = entry.command;
  node.subject = entry.subject;
  plot.under_pointer = plot.under_pointer || node.key == b.in.hovered || node.key == b.in.focused;
  if (const auto* select = std::get_if<command::SelectRow>(&entry.command)) {
    node.selected = b.in.state.selected == select->row;
    if (node.selected) node.borders = edge::Bottom;
    node.border_color = Color::Accent;
  }
  return button;
}

// Marks with their labels; as list items where the list is the plot itself.
void add_marks(Plot& plot) {
  Builder& b = plot.b;
  const Rect& own = b.scene.node(plot.node).rect;
  const Rect whole{0, 0, own.w, plot.layout.lanes_h};
  uint32_t list = 0;
  if (plot.listed) {
    list = add_node(b, plot.node, "list", 0, Role::List, whole);
    b.scene.node(list).label = ui::DatedEntries;
    b.scene.node(list).walked = true;
  }
  size_t index = 0;
  for (const TimeLane& lane : plot.layout.lanes) {
    for (const TimeMark& mark : lane.marks) {
      const Rect box = mark_box(plot.layout, lane, mark);
      if (plot.listed) {
        const TimeEntry entry = entry_of(b.in, plot.table_of(lane), mark);
        add_words(plot, add_entry(plot, list, index++, box, entry), 0, lane, mark, box);
      } else {
        add_words(plot, plot.node, index++, lane, mark, {});
      }
    }
  }
  if (!plot.listed) return;
  for (const TimeBin& bin : plot.layout.bins) {
    const TimeEntry entry = entry_of(b.in, plot.facts, bin);
    if (!entry.lines.empty()) add_entry(plot, list, index, {bin.x, 0, bin.w, whole.h}, entry);
    ++index;
  }
}

// Beside the mark or bar under the pointer.
void add_card(const Plot& plot) {
  const auto& pointed = plot.b.in.state.pointed;
  if (!pointed || !pointed->row || !plot.under_pointer || plot.b.in.gesture != nullptr) return;
  const Rect at = viewport_rect(plot.b, plot.node);
  const auto add = [&](const TimeEntry& entry, Rect box) {
    add_hover_card(plot.b, {beside_surface(at, box.x + std::min(box.w / 2, 120.0f)), at.y + box.y},
                   entry.title, entry.lines);
  };
  for (const TimeLane& lane : plot.layout.lanes) {
    const TableId table = plot.table_of(lane);
    if (table != pointed->row->table) continue;
    for (const TimeMark& mark : lane.marks) {
      if (std::ranges::find(mark.rows, pointed->row->row) == mark.rows.end()) continue;
      return add(entry_of(plot.b.in, table, mark), mark_box(plot.layout, lane, mark));
    }
    const auto days = day_span(plot.b.in.dataset->column(table, time_column(table)).date(pointed->row->row));
    for (const TimeBin& bin : plot.layout.bins) {
      if (!days || days->first < bin.from_day || days->first >= bin.to_day) continue;
      return add(entry_of(plot.b.in, plot.facts, bin), {bin.x, lane.y, bin.w, lane.h});
    }
  }
}

std::string summary_of(const Plot& plot) {
  std::string counts;
  for (const TimeLaneFacts& lane : plot.facts.lanes)
    add_listed(counts, ui::count_rows(lane.days.back().kept, lane.table));
  const TimeScale& scale = plot.layout.scale;
  const auto first = static_cast<int64_t>(std::max(scale.from_day(), plot.facts.from_day));
  const auto last = static_cast<int64_t>(std::min(scale.to_day(), plot.facts.to_day));
  const int64_t end = std::max(last, first + 1);
  const DatePrecision precision = end - first < 62     ? DatePrecision::Day
                                  : end - first < 8000 ? DatePrecision::Month
                                                       : DatePrecision::Year;
  const PartialDate shown = calendar_span(first, end, precision);
  return ui::timeline_summary(format_date(shown), counts);
}

}  // namespace

uint32_t build_timeline(Builder& b, uint32_t region, Rect rect, const TimeFacts& facts,
                        const TimelineLayout& layout, bool listed) {
  const uint32_t id = add_node(b, region, "timeline", 0, Role::Group, rect);
  Plot plot{b, facts, layout, id, listed, Lit(b.in)};
  // While a drag chooses dates, what was pointed at before it plays no part.
  for (const TimeLane& lane : layout.lanes) {
    for (const TimeMark& mark : lane.marks)
      plot.any_lit = plot.any_lit || (b.in.gesture == nullptr && plot.lit.has(plot.table_of(lane), mark));
  }
  Node& node = b.scene.node(id);
  node.surface.kind = Surface::Timeline;
  node.surface.captions = layout.rows_top > LanePad;
  node.label = summary_of(plot);
  node.description = ui::PictureKeys;
  plot.under_pointer = node.key == b.in.hovered;
  draw_plot(plot);
  add_axis(plot);
  add_marks(plot);
  add_card(plot);
  return id;
}

}  // namespace explorer
