// Lays out text as the browser will draw it: units (words, single Han or Kana characters, whole runs of
// right-to-left or complex scripts) with their widths; line breaks and ellipsis. Numbers only, no pixels.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "view/theme.h"

namespace explorer {

// Gives the advance width in px of a unit that is drawn as one piece. Implemented by the platform (canvas
// measureText); tests use a fixed width a character.
class TextMeasurer {
 public:
  virtual ~TextMeasurer() = default;
  virtual float width(std::string_view unit, Font font) = 0;
};

// One piece of a line: `text` drawn with its left edge at `x` (px from the line's start).
// Spaces are not drawn and give no unit; a digit of a tabular face stands in the middle of its place.
struct TextUnit {
  std::string_view text;
  float x;
};

struct TextLine {
  std::vector<TextUnit> units;
  float width = 0;
};

// Control characters, bidirectional overrides and line breaks made visible or harmless, so that no text
// can disguise itself: C0 as control pictures, C1 and ill-formed bytes as U+FFFD, overrides and embeddings by
// name ("‹RLO›"), other format characters dropped (joiners and emoji tags stay where they shape
// something), at most 8 marks on one letter, white space runs as one space and none at the ends. Cuts after
// `max_bytes` at a code point with an ellipsis. Use on every text that comes from data.
std::string display_text(std::string_view text, size_t max_bytes = 4096);

float text_width(std::string_view text, Font font, TextMeasurer& measurer);

// Breaks into units on one line, which is set from the right or from the left.
TextLine layout_line(std::string_view text, Font font, TextMeasurer& measurer, bool right_to_left = false);

// `text`, shortened with "…" so that it is at most `width` wide (give or take 1/64 px, so that a text fits
// into its own width). Cuts between clusters; empty if not even the ellipsis fits.
std::string ellipsize(std::string_view text, Font font, float width, TextMeasurer& measurer);

// Breaks into lines of at most `width`, at most `max_lines` (0: any number), the last one with an ellipsis
// if something is left over. Words wider than a line are broken between clusters. Never empty; a line holds
// at least one cluster, however narrow.
std::vector<std::string> wrap_text(std::string_view text, Font font, float width, size_t max_lines,
                                   TextMeasurer& measurer);

}  // namespace explorer
