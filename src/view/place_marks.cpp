// See place_marks.h.
#include "view/place_marks.h"

#include <algorithm>
#include <iterator>

#include "view/format.h"
#include "view/table_columns.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

constexpr float TickWidth = 4, LeastSpan = 6, LeastBracket = 8, LeastFade = 8;
constexpr float MarkGap = 3;    // between two marks in one row
constexpr float LabelGap = 12;  // between a label and what is not its mark
constexpr float LabelInset = 6;
constexpr float MostLabel = 320, LeastLabel = 88;
constexpr float ClusterPad = 6;
constexpr float BackdropShare = 0.5f;  // of the plot's width: wider dates are backdrops
constexpr uint32_t BackdropLines = 3;
constexpr size_t ChartGroup = 2;  // so many chart entries of one date are one mark, whatever the room

// What is taken in one row, in px.
class TakenRow {
 public:
  bool is_free(float from, float to, float gap) const {
    for (const auto& [x0, x1] : taken_) {
      if (from < x1 + gap && x0 < to + gap) return false;
    }
    return true;
  }
  void take(float from, float to) { taken_.emplace_back(from, to); }

 private:
  std::vector<std::pair<float, float>> taken_;
};

using TakenRows = std::vector<TakenRow>;

TimeShape shape_of(const PartialDate& date) {
  const auto about = [](DateQualifier qualifier) { return qualifier >= DateQualifier::Approximate; };
  if (about(date.qualifier) || about(date.end_qualifier)) return TimeShape::Fade;
  if (date.form != DateForm::Single || date.unspecified) return TimeShape::Bracket;
  return date.precision >= DatePrecision::Day ? TimeShape::Tick : TimeShape::Span;
}

void widen(float& x0, float& x1, float least) {
  if (x1 - x0 >= least) return;
  const float centre = (x0 + x1) / 2;
  x0 = centre - least / 2;
  x1 = centre + least / 2;
}

// Where labels can go, from the best place on: inside, right, left.
bool place_label(TakenRows& rows, TimeMark& mark, float width, std::string label, float label_w,
                 bool inside) {
  for (uint32_t row = 0; row < rows.size(); ++row) {
    if (!rows[row].is_free(mark.x0, mark.x1, MarkGap)) continue;
    const float right = mark.x1 + LabelInset, left = mark.x0 - LabelInset - label_w;
    float x = mark.x0 + LabelInset;
    if (!inside) {
      const bool fits_right =
          right + label_w <= width && rows[row].is_free(mark.x0, right + label_w, LabelGap);
      const bool fits_left = left >= 0 && rows[row].is_free(left, mark.x1, LabelGap);
      if (!fits_right && !fits_left) continue;
      x = fits_right ? right : left;
    }
    mark.row = row;
    mark.label = std::move(label);
    mark.label_x = x;
    mark.label_w = label_w;
    rows[row].take(std::min(mark.x0, x), std::max(mark.x1, x + label_w));
    return true;
  }
  return false;
}

bool place_bare(TakenRows& rows, TimeMark& mark) {
  for (uint32_t row = 0; row < rows.size(); ++row) {
    if (!rows[row].is_free(mark.x0, mark.x1, MarkGap)) continue;
    mark.row = row;
    rows[row].take(mark.x0, mark.x1);
    return true;
  }
  return false;
}

void join(TimeMark& into, TimeMark& from) {
  into.one_date = false;
  into.shape = TimeShape::Cluster;
  into.inferred = into.inferred && from.inferred;
  into.days.first = std::min(into.days.first, from.days.first);
  into.days.end = std::max(into.days.end, from.days.end);
  into.x0 = std::min(into.x0, from.x0);
  into.x1 = std::max(into.x1, from.x1);
  into.rows.insert(into.rows.end(), from.rows.begin(), from.rows.end());
}

// Puts rows of one date together where there are at least so many of them.
std::vector<TimeMark> grouped(const Column& dates, const std::vector<TimeMark>& marks, size_t least) {
  std::vector<TimeMark> groups;
  for (size_t i = 0; i < marks.size();) {
    size_t end = i + 1;
    while (end < marks.size() && dates.entry(marks[end].rows[0]) == dates.entry(marks[i].rows[0]))
      ++end;
    if (end - i >= least) {
      groups.push_back(marks[i]);
      for (size_t k = i + 1; k < end; ++k) {
        groups.back().rows.push_back(marks[k].rows[0]);
        groups.back().inferred = groups.back().inferred && marks[k].inferred;
      }
    } else {
      groups.insert(groups.end(), marks.begin() + static_cast<std::ptrdiff_t>(i),
                    marks.begin() + static_cast<std::ptrdiff_t>(end));
    }
    i = end;
  }
  return groups;
}

}  // namespace

std::string mark_title(const Dataset& dataset, TableId table, RowIndex row) {
  std::string title = row_title(dataset, table, row);
  const auto column = find_column(table, "kind");
  const std::string kind = column ? format_cell(dataset, table, row, *column) : std::string();
  const bool said = title.find(kind) != std::string::npos;
  if (!kind.empty() && kind != NotStated && !said) add_listed(title, kind);
  return title;
}

std::string mark_date(const Dataset& dataset, TableId table, const TimeMark& mark) {
  if (mark.one_date) return format_date(dataset.column(table, time_column(table)).date(mark.rows[0]));
  return format_date(calendar_span(mark.days.first, mark.days.end, DatePrecision::Day));
}

std::string MarkPlacer::label_of(TableId table, const TimeMark& mark, bool with_date) const {
  const std::string label = mark.rows.size() == 1 ? mark_title(dataset_, table, mark.rows[0])
                                                  : ui::count_rows(mark.rows.size(), table);
  return with_date ? ui::dotted(label, mark_date(dataset_, table, mark)) : label;
}

TimeMark MarkPlacer::mark_of(TableId table, RowIndex row) const {
  const PartialDate& date = dataset_.column(table, time_column(table)).date(row);
  TimeMark mark;
  mark.shape = shape_of(date);
  mark.days = *day_span(date);
  mark.rows = {row};
  mark.inferred = dataset_.table(table).is_inferred(row, time_column(table));
  mark.uncertain =
      date.qualifier == DateQualifier::Uncertain || date.end_qualifier == DateQualifier::Uncertain;
  mark.x0 = scale_.x_of(static_cast<double>(mark.days.first));
  mark.x1 = scale_.x_of(static_cast<double>(mark.days.end));
  if (mark.shape == TimeShape::Tick) {
    mark.x0 = (mark.x0 + mark.x1 - TickWidth) / 2;
    mark.x1 = mark.x0 + TickWidth;
  }
  widen(mark.x0, mark.x1, mark.shape == TimeShape::Bracket ? LeastBracket : LeastSpan);
  if (mark.shape == TimeShape::Fade) {
    const float blur = std::max((mark.x1 - mark.x0) * 0.3f, LeastFade);
    mark.x0 -= blur;
    mark.x1 += blur;
  }
  mark.open_left = date.earliest == EarliestInstant || mark.x0 < 0;
  mark.open_right = date.latest == LatestInstant || mark.x1 > scale_.width();
  if (mark.shape == TimeShape::Tick) mark.open_left = mark.open_right = false;
  if (mark.open_left) mark.x0 = 0;
  if (mark.open_right) mark.x1 = scale_.width();
  mark.x0 = std::clamp(mark.x0, 0.0f, scale_.width());
  mark.x1 = std::clamp(mark.x1, mark.x0, scale_.width());
  return mark;
}

// In the order of time, wide ones before what begins with them, rows of one date together.
std::vector<TimeMark> MarkPlacer::marks_of(TableId table, const std::vector<RowIndex>& rows) const {
  const Column& dates = dataset_.column(table, time_column(table));
  std::vector<TimeMark> marks;
  for (const RowIndex row : rows)
    marks.push_back(mark_of(table, row));
  std::ranges::stable_sort(marks, [&](const TimeMark& a, const TimeMark& b) {
    if (a.days.first != b.days.first) return a.days.first < b.days.first;
    if (a.days.end != b.days.end) return a.days.end > b.days.end;
    return dates.entry(a.rows[0]) < dates.entry(b.rows[0]);
  });
  return table == TableId::ChartEntries ? grouped(dates, marks, ChartGroup) : marks;
}

// For a label of this width, in the mark itself.
bool MarkPlacer::has_room(const TimeMark& mark, float label_w) const {
  const bool hollow = mark.shape == TimeShape::Span || mark.shape == TimeShape::Bracket;
  return inside_ && hollow && mark.x1 - mark.x0 >= label_w + 2 * LabelInset;
}

// True if every mark found a place of its own; labels are shortened or left out for that.
bool MarkPlacer::place_all(TableId table, std::vector<TimeMark>& marks, uint32_t row_count) const {
  TakenRows rows(row_count);
  const float width = scale_.width(), most = std::min(MostLabel, width * 0.45f);
  for (TimeMark& mark : marks) {
    bool placed = false;
    for (const bool with_date : {true, false}) {
      std::string label = label_of(table, mark, with_date);
      const float w = text_width(label, TimeFont, measurer_) + 1;
      if (w <= most) placed = place_label(rows, mark, width, std::move(label), w, has_room(mark, w));
      if (placed) break;
    }
    for (float room = most; !placed && room >= LeastLabel; room *= 0.6f) {
      std::string label = ellipsize(label_of(table, mark, false), TimeFont, room, measurer_);
      const float w = text_width(label, TimeFont, measurer_) + 1;
      placed = place_label(rows, mark, width, std::move(label), w, has_room(mark, w));
    }
    if (!placed && !place_bare(rows, mark)) return false;
  }
  return true;
}

// Inside where the mark is wide enough, else between it and `end`, where the next one begins.
void MarkPlacer::label_in_crowd(TableId table, TimeMark& mark, float end) const {
  const float beside = std::min(end - mark.x1 - LabelInset, MostLabel);
  for (const bool with_date : {true, false}) {
    std::string label = label_of(table, mark, with_date);
    float w = text_width(label, TimeFont, measurer_) + 1;
    const bool inside = has_room(mark, w);
    if (!with_date && !inside && w > beside && beside >= LeastLabel / 2) {
      label = ellipsize(label, TimeFont, beside, measurer_);
      w = std::min(text_width(label, TimeFont, measurer_) + 1, beside);
    }
    if (!inside && w > beside) continue;
    mark.label = std::move(label);
    mark.label_x = inside ? mark.x0 + LabelInset : mark.x1 + LabelInset;
    mark.label_w = w;
    return;
  }
}

// Marks first, then labels where room is left; what has no place joins the mark that it lies on.
void MarkPlacer::place_crowd(TableId table, std::vector<TimeMark>& marks, uint32_t row_count) const {
  std::vector<std::vector<TimeMark>> in_row(row_count);
  for (TimeMark& mark : marks) {
    const auto free = std::ranges::find_if(in_row, [&](const std::vector<TimeMark>& row) {
      return row.empty() || row.back().x1 + MarkGap <= mark.x0;
    });
    if (free != in_row.end()) {
      mark.row = static_cast<uint32_t>(free - in_row.begin());
      free->push_back(std::move(mark));
      continue;
    }
    // The narrowest, so that a year does not swallow a day.
    auto narrowest = std::ranges::min_element(
        in_row, {}, [](const std::vector<TimeMark>& row) { return row.back().x1 - row.back().x0; });
    TimeMark& into = narrowest->back();
    const float left = narrowest->size() > 1 ? (*narrowest)[narrowest->size() - 2].x1 + MarkGap : 0;
    join(into, mark);
    widen(into.x0, into.x1,
          text_width(std::to_string(into.rows.size()), TimeFont, measurer_) + 2 * ClusterPad);
    into.x1 += std::max(left - into.x0, 0.0f);
    into.x0 = std::max(into.x0, left);
    if (into.x1 > scale_.width()) {
      into.x0 = std::max(into.x0 - (into.x1 - scale_.width()), left);
      into.x1 = scale_.width();
    }
  }
  marks.clear();
  for (std::vector<TimeMark>& row : in_row) {
    for (size_t i = 0; i < row.size(); ++i) {
      const float end = i + 1 < row.size() ? row[i + 1].x0 - LabelGap : scale_.width();
      label_in_crowd(table, row[i], end);
      marks.push_back(std::move(row[i]));
    }
  }
  std::ranges::stable_sort(marks, {}, [](const TimeMark& mark) { return mark.days.first; });
}

uint32_t MarkPlacer::rows_wanted(TableId table, const std::vector<RowIndex>& rows, uint32_t most) const {
  uint32_t used = 1;
  for (const TimeMark& mark : place(table, rows, most))
    used = std::max(used, mark.backdrop ? 1 : mark.row + 1);
  // A row more where the label of a backdrop finds no room.
  const auto is_mute = [](const TimeMark& mark) { return mark.backdrop && mark.label.empty(); };
  const bool mute = std::ranges::any_of(place(table, rows, used), is_mute);
  return std::min(used + (mute ? 1 : 0), most);
}

void MarkPlacer::add_backdrops(TableId table, std::vector<TimeMark>& marks, std::vector<TimeMark> wide,
                               uint32_t row_count) const {
  TakenRows rows(row_count);
  for (const TimeMark& mark : marks) {
    const bool labelled = !mark.label.empty();
    rows[mark.row].take(labelled ? std::min(mark.x0, mark.label_x) : mark.x0,
                        labelled ? std::max(mark.x1, mark.label_x + mark.label_w) : mark.x1);
  }
  uint32_t line = 0;
  for (TimeMark& mark : wide) {
    mark.backdrop = true;
    mark.line = line++ % BackdropLines;
    for (const bool with_date : {true, false}) {
      std::string label = label_of(table, mark, with_date);
      const float w = text_width(label, TimeFont, measurer_) + 1;
      for (float x = mark.x0 + LabelInset; mark.label.empty() && x + w <= mark.x1; x += LabelGap) {
        for (uint32_t row = row_count; mark.label.empty() && row-- > 0;) {
          if (!rows[row].is_free(x, x + w, LabelGap)) continue;
          rows[row].take(x, x + w);
          mark.row = row;
          mark.label = label;
          mark.label_x = x;
          mark.label_w = w;
        }
      }
    }
    marks.push_back(std::move(mark));
  }
}

uint32_t MarkPlacer::rows_needed(TableId table, const std::vector<RowIndex>& rows, uint32_t most) const {
  const auto is_joined = [](const TimeMark& mark) { return !mark.one_date; };
  uint32_t needed = most;
  while (needed > 1 && std::ranges::none_of(place(table, rows, needed - 1), is_joined))
    --needed;
  return needed;
}

std::vector<TimeMark> MarkPlacer::place(TableId table, const std::vector<RowIndex>& rows,
                                        uint32_t row_count) const {
  const Column& dates = dataset_.column(table, time_column(table));
  const bool charts = table == TableId::ChartEntries;
  std::vector<TimeMark> single = marks_of(table, rows), wide;
  const auto is_wide = [&](const TimeMark& mark) {
    return mark.x1 - mark.x0 > BackdropShare * scale_.width() && mark.shape != TimeShape::Tick;
  };
  std::ranges::copy_if(single, std::back_inserter(wide), is_wide);
  std::erase_if(single, is_wide);
  std::vector<TimeMark> marks;
  bool placed = false;
  for (const size_t least : {SIZE_MAX, size_t{3}, size_t{2}}) {
    if (placed) break;
    marks = charts ? single : grouped(dates, single, least);
    placed = place_all(table, marks, row_count);
  }
  if (!placed) {
    marks = charts ? single : grouped(dates, single, 2);
    place_crowd(table, marks, row_count);
  }
  add_backdrops(table, marks, charts ? wide : grouped(dates, wide, 2), row_count);
  return marks;
}

}  // namespace explorer
