// The one table of colours, sizes and faces. The canvas draws with it, the build writes the style sheet's
// custom properties from it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace explorer {

// Colours by meaning. None draws nothing.
enum class Color : uint8_t {
  None,
  Bg,
  Panel,
  Ink,
  Soft,
  Faint,
  Hair,
  Strong,
  Land,
  Accent,
  AccentInk,
  AccentSoft,
  Accent2,
  Hover,
  Warn,
  WarnSoft,
  MarkSoft,  // ground of marked rows
  Scrim,
  Shadow,
  Scale1,  // of the map, from little to much
  Scale2,
  Scale3,
  Scale4,
  Scale5
};
inline constexpr size_t ColorCount = 24;

enum class Scheme : uint8_t { Light, Dark };

// As designed; with more contrast, where the reader asks for it (prefers-contrast); or in the few colours of
// the reader's system alone (forced-colors).
enum class Contrast : uint8_t { Normal, More, Forced };

// Colours of the reader's system, by the names of CSS Color 4.
enum class SystemColor : uint8_t { Canvas, CanvasText, LinkText, GrayText, Highlight, ButtonBorder };
inline constexpr size_t SystemColorCount = 6;
using SystemColors = std::array<uint32_t, SystemColorCount>;  // 0xRRGGBBAA

// 0xRRGGBBAA; for Contrast::Normal and More.
uint32_t color_value(Color color, Scheme scheme, Contrast contrast = Contrast::Normal);
// What a colour is where colours are forced, or is a tint of on Canvas, so that the steps of a scale differ;
// none for those that are see-through.
std::optional<SystemColor> system_color(Color color);
std::string_view color_name(Color color);   // "ink", as in the custom property --ink
std::string system_color_css(Color color);  // the same as a value of CSS; must have a system colour

// The colours that are drawn with now.
class Palette {
 public:
  // Of the table; Contrast::Forced needs the other constructor.
  Palette(Scheme scheme, Contrast contrast = Contrast::Normal);
  explicit Palette(const SystemColors& system);
  uint32_t operator[](Color color) const { return values_[static_cast<size_t>(color)]; }
  friend bool operator==(const Palette&, const Palette&) = default;

 private:
  std::array<uint32_t, ColorCount> values_{};  // 0xRRGGBBAA
};

// Type scale. Tabular faces give every digit the same width.
enum class Font : uint8_t {
  Caption,
  Small,
  SmallStrong,
  Body,
  BodyStrong,
  BodyTabular,
  Title,
  Heading,
  Figure
};
inline constexpr size_t FontCount = 9;
struct FontSpec {
  std::string_view name;  // class name in the style sheet: "f-body"
  float size_px;
  float line_px;
  int weight;  // CSS font-weight
  bool tabular;
};
const FontSpec& font_spec(Font font);
std::span<const FontSpec> font_specs();

// CSS font-family list used by canvas and DOM alike: fonts of the reader's system, none shipped.
std::string_view font_family();

namespace size {  // px; multiples of 4
inline constexpr float Unit = 4;
inline constexpr float Header = 56;
inline constexpr float Tabs = 44;
inline constexpr float TableRow = 36;
inline constexpr float CompactRow = 28;
inline constexpr float TableHeader = 44;  // the names of the columns
inline constexpr float Summary = 44;      // how their values are distributed, below the names
inline constexpr float Margin = 24;
inline constexpr float MarginPhone = 16;
inline constexpr float MarginAlone =
    12;                               // of a part in the column of another page, which has margins of its own
inline constexpr float Detail = 384;  // width of the detail panel beside a table
inline constexpr float PhoneBelow = 640;  // viewport widths under this get the stacked layout
inline constexpr float WideFrom = 1000;   // from here the detail panel stands beside the table
inline constexpr float Touch = 44;        // least size of a target on a phone
inline constexpr float TouchLeast = 24;   // of a link among others
}  // namespace size

}  // namespace explorer
