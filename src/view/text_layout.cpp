// Widths, lines, ellipsis. Walks units from the left and stops at the edge, so that the cost follows what is
// shown and not how long the text is.
#include "view/text_layout.h"

#include <algorithm>

#include "core/text_direction.h"
#include "view/text_units.h"

namespace explorer {
namespace {

constexpr std::string_view Dots = "\u2026";
// Sums of widths differ in their last bits by the order of adding; a text must fit into its own width.
constexpr float Tolerance = 1.0f / 64;

// Measures units of one face.
struct Ruler {
  Font font;
  TextMeasurer& measurer;

  float of(std::string_view text) const { return measurer.width(text, font); }
  float advance(const Unit& unit) const {
    if (unit.kind == UnitKind::Word) return of(unit.text);
    return of(unit.kind == UnitKind::Space ? " " : "0");
  }
  UnitReader read(std::string_view text, bool one_line) const {
    return {text, font_spec(font).tabular, one_line};
  }
};

// Bytes of the longest proper prefix of `unit`, cut between clusters, that is at most `room` wide.
size_t fitting_prefix(const Unit& unit, float room, const Ruler& ruler) {
  if (unit.kind != UnitKind::Word || room <= 0) return 0;
  std::vector<size_t> ends;
  for (size_t at = 0; at < unit.text.size();) {
    ends.push_back(at);
    at = cluster_end(unit.text, at);
  }
  size_t fits = 0, too_long = ends.size();
  while (too_long - fits > 1) {
    const size_t middle = (fits + too_long) / 2;
    const bool fit = ruler.of(unit.text.substr(0, ends[middle])) <= room + Tolerance;
    (fit ? fits : too_long) = middle;
  }
  return ends[fits];
}

void append_times(std::string& text, std::string_view part, size_t times) {
  while (times-- > 0)
    text += part;
}

// With an end for each isolate that has none.
std::string closed(std::string text) {
  append_times(text, IsolateEnd, open_isolates(text));
  return text;
}

struct LineBreak {
  size_t end;   // of what the line shows
  size_t next;  // where the next line begins
};

// Where the line that begins at `begin` ends. Right-to-left text is measured by words here: shaping does not
// reach over a space.
LineBreak break_line(std::string_view text, size_t begin, float width, const Ruler& ruler) {
  UnitReader reader = ruler.read(text.substr(begin), false);
  LineBreak last{0, 0};
  bool breakable = false;
  float x = 0;
  size_t end = begin;
  for (Unit unit; reader.next(unit);) {
    const auto at = static_cast<size_t>(unit.text.data() - text.data());
    const float advance = ruler.advance(unit);
    if (unit.kind == UnitKind::Space) {
      x += advance;
      continue;
    }
    if (unit.may_break_before && end > begin) {
      last = {end, at};
      breakable = true;
    }
    if (x + advance > width + Tolerance) {
      if (breakable) return last;
      const size_t prefix = fitting_prefix(unit, width - x, ruler);
      if (prefix > 0) return {at + prefix, at + prefix};
      if (end > begin) return {end, at};
      const size_t least = cluster_end(text, at);
      return {least, least};
    }
    x += advance;
    end = at + unit.text.size();
  }
  return {end, text.size()};
}

}  // namespace

float text_width(std::string_view text, Font font, TextMeasurer& measurer) {
  const Ruler ruler{font, measurer};
  UnitReader reader = ruler.read(text, has_right_to_left(text));
  float width = 0;
  for (Unit unit; reader.next(unit);)
    width += ruler.advance(unit);
  return width;
}

TextLine layout_line(std::string_view text, Font font, TextMeasurer& measurer, bool right_to_left) {
  const Ruler ruler{font, measurer};
  UnitReader reader = ruler.read(text, right_to_left || has_right_to_left(text));
  TextLine line;
  for (Unit unit; reader.next(unit);) {
    const float advance = ruler.advance(unit);
    if (unit.kind != UnitKind::Space) {
      const float inset = unit.kind == UnitKind::Digit ? (advance - ruler.of(unit.text)) / 2 : 0;
      // From the right: where the unit ends, until the width of the line is known.
      line.units.push_back({unit.text, right_to_left ? line.width + advance : line.width + inset});
    }
    line.width += advance;
  }
  for (TextUnit& unit : line.units) {
    if (right_to_left) unit.x = line.width - unit.x;
  }
  return line;
}

std::string ellipsize(std::string_view text, Font font, float width, TextMeasurer& measurer) {
  const Ruler ruler{font, measurer};
  UnitReader reader = ruler.read(text, has_right_to_left(text));
  const float dots = ruler.of(Dots);
  const float room = width - dots;
  Unit crossing;  // the first unit that leaves no room for the dots; ends the text if it is shortened
  float crossing_x = 0;
  float x = 0;
  for (Unit unit; reader.next(unit);) {
    const float advance = ruler.advance(unit);
    if (crossing.text.empty() && x + advance > room + Tolerance) {
      crossing = unit;
      crossing_x = x;
    }
    x += advance;
    if (x > width + Tolerance) {
      if (room < -Tolerance) return {};
      const auto begin = static_cast<size_t>(crossing.text.data() - text.data());
      std::string_view kept = text.substr(0, begin + fitting_prefix(crossing, room - crossing_x, ruler));
      while (kept.ends_with(' '))
        kept.remove_suffix(1);
      // The dots belong to the whole, not to what is isolated in it.
      return closed(std::string(kept)).append(Dots);
    }
  }
  return std::string(text);
}

std::vector<std::string> wrap_text(std::string_view text, Font font, float width, size_t max_lines,
                                   TextMeasurer& measurer) {
  const Ruler ruler{font, measurer};
  std::vector<std::string> lines;
  const auto skip_spaces = [&](size_t from) {
    return std::min(text.find_first_not_of(" \t\n\r", from), text.size());
  };
  size_t at = skip_spaces(0), open = 0;
  // What is isolated goes on as such in the next line.
  const auto with_isolates = [&](std::string_view part) {
    std::string line;
    append_times(line, IsolateStart, open);
    return line.append(part);
  };
  do {
    if (lines.size() + 1 == max_lines) {
      lines.push_back(ellipsize(with_isolates(text.substr(at)), font, width, measurer));
      return lines;
    }
    const LineBreak line = break_line(text, at, width, ruler);
    std::string shown = with_isolates(text.substr(at, line.end - at));
    open = open_isolates(shown);
    lines.push_back(closed(std::move(shown)));
    at = skip_spaces(line.next);
  } while (at < text.size());
  return lines;
}

}  // namespace explorer
