// The theme: contrast of every pair that may meet on screen (WCAG 2.2, success criteria 1.4.3 and 1.4.11),
// and a type scale that stays on the grid.
#include "view/theme.h"

#include <cmath>
#include <string>

#include <doctest/doctest.h>

using namespace explorer;

namespace {

// Relative luminance as WCAG 2.2 defines it for sRGB.
double luminance(uint32_t rgba) {
  const double weights[] = {0.2126, 0.7152, 0.0722};
  double sum = 0;
  for (int i = 0; i < 3; ++i) {
    const double c = ((rgba >> (24 - 8 * i)) & 0xff) / 255.0;
    sum += weights[i] * (c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4));
  }
  return sum;
}

double contrast(Color a, Color b, const Palette& palette) {
  const double la = luminance(palette[a]), lb = luminance(palette[b]);
  return (std::fmax(la, lb) + 0.05) / (std::fmin(la, lb) + 0.05);
}

struct Pair {
  Color front, ground;
  double least;
};

const Pair Pairs[] = {
    {Color::Ink, Color::Bg, 7},
    {Color::Ink, Color::Panel, 7},
    {Color::Ink, Color::Hover, 7},
    {Color::Ink, Color::AccentSoft, 7},
    {Color::Ink, Color::WarnSoft, 7},
    {Color::Ink, Color::Land, 4.5},
    {Color::Soft, Color::Bg, 4.5},
    {Color::Soft, Color::Panel, 4.5},
    {Color::Soft, Color::Hover, 4.5},
    {Color::Soft, Color::AccentSoft, 4.5},
    {Color::Soft, Color::WarnSoft, 4.5},
    {Color::Faint, Color::Bg, 4.5},
    {Color::Faint, Color::Panel, 4.5},
    {Color::Faint, Color::Hover, 4.5},
    {Color::Accent, Color::Bg, 4.5},
    {Color::Accent, Color::Panel, 4.5},
    {Color::Accent, Color::Hover, 4.5},
    {Color::Accent, Color::AccentSoft, 4.5},
    {Color::AccentInk, Color::Accent, 4.5},
    {Color::Warn, Color::Bg, 4.5},
    {Color::Warn, Color::Panel, 4.5},
    {Color::Warn, Color::Hover, 4.5},
    {Color::Warn, Color::WarnSoft, 4.5},
    {Color::Accent, Color::Land, 3},
    {Color::Scale1, Color::Land, 3},
    {Color::Scale5, Color::Bg, 4.5},
    {Color::AccentInk, Color::Scale2, 4.5},
    {Color::Accent2, Color::Land, 3},
    {Color::Accent2, Color::Bg, 3},
    {Color::Accent2, Color::Panel, 3},
    {Color::Accent2, Color::Hover, 3},
    {Color::Ink, Color::MarkSoft, 7},
    {Color::Soft, Color::MarkSoft, 4.5},
    {Color::Accent, Color::MarkSoft, 4.5},
    {Color::Accent2, Color::MarkSoft, 3},
    {Color::Strong, Color::Bg, 3},
    {Color::Strong, Color::Panel, 3},
    {Color::Strong, Color::Hover, 3},
};

}  // namespace

TEST_CASE("text and marks stand out from every ground in both schemes") {
  for (Scheme scheme : {Scheme::Light, Scheme::Dark}) {
    for (const Pair& pair : Pairs) {
      CAPTURE(scheme == Scheme::Dark ? "dark" : "light");
      CAPTURE(std::string(color_name(pair.front)));
      CAPTURE(std::string(color_name(pair.ground)));
      CHECK(contrast(pair.front, pair.ground, scheme) >= pair.least);
    }
  }
}

TEST_CASE("with more contrast text reaches 7:1 and marks 4.5:1") {
  for (Scheme scheme : {Scheme::Light, Scheme::Dark}) {
    for (const Pair& pair : Pairs) {
      CAPTURE(scheme == Scheme::Dark ? "dark" : "light");
      CAPTURE(std::string(color_name(pair.front)));
      CAPTURE(std::string(color_name(pair.ground)));
      CHECK(contrast(pair.front, pair.ground, {scheme, Contrast::More}) >= (pair.least < 4.5 ? 4.5 : 7));
    }
  }
}

TEST_CASE("forced colours are those of the system, ink and marks another than the ground") {
  const SystemColors system = {0x000000ff, 0xffffffff, 0xffff00ff, 0x3ff23fff, 0x1aebffff, 0xfefefeff};
  const Palette palette(system);
  CHECK(palette[Color::None] == 0);
  CHECK(palette[Color::Shadow] == 0);
  CHECK(palette[Color::Scrim] == color_value(Color::Scrim, Scheme::Dark));
  for (const Color ground :
       {Color::Bg, Color::Panel, Color::Hover, Color::AccentSoft, Color::WarnSoft, Color::MarkSoft})
    CHECK(palette[ground] == system[static_cast<size_t>(SystemColor::Canvas)]);
  for (const Color text : {Color::Ink, Color::Soft, Color::Faint, Color::Warn})
    CHECK(palette[text] == system[static_cast<size_t>(SystemColor::CanvasText)]);
  CHECK(palette[Color::Accent] == system[static_cast<size_t>(SystemColor::LinkText)]);
  CHECK(system_color_css(Color::Accent) == "LinkText");
  CHECK(palette[Color::Scale5] == 0xffff00ff);
  CHECK(palette[Color::Scale2] == 0xa6a600ff);
  CHECK(system_color_css(Color::Scale2) == "color-mix(in srgb,LinkText 65%,Canvas)");
  for (const Color step : {Color::Scale1, Color::Scale2, Color::Scale3, Color::Scale4}) {
    const auto next = static_cast<Color>(static_cast<size_t>(step) + 1);
    CHECK(palette[step] < palette[next]);
  }
  for (size_t i = 0; i < ColorCount; ++i) {
    const auto color = static_cast<Color>(i);
    CAPTURE(std::string(color_name(color)));
    const bool veil = (color_value(color, Scheme::Light) & 0xff) != 0xff;
    CHECK(system_color(color).has_value() == !veil);
  }
  CHECK(Palette(Scheme::Dark) == Palette(Scheme::Dark, Contrast::Normal));
}

TEST_CASE("secondary text steps back in order: ink, soft, faint, hair") {
  for (Scheme scheme : {Scheme::Light, Scheme::Dark}) {
    const Color steps[] = {Color::Ink, Color::Soft, Color::Faint, Color::Strong, Color::Hair};
    for (size_t i = 1; i < std::size(steps); ++i) {
      for (const Contrast more : {Contrast::Normal, Contrast::More}) {
        const Palette palette(scheme, more);
        CHECK(contrast(steps[i - 1], Color::Bg, palette) > contrast(steps[i], Color::Bg, palette));
      }
    }
  }
}

TEST_CASE("the steps of the map's scale are told apart by how light they are, whatever colours an eye sees") {
  const Color steps[] = {Color::Scale1, Color::Scale2, Color::Scale3, Color::Scale4, Color::Scale5};
  for (Scheme scheme : {Scheme::Light, Scheme::Dark}) {
    for (size_t i = 1; i < std::size(steps); ++i) {
      CAPTURE(i);
      CHECK(contrast(steps[i - 1], steps[i], scheme) >= 1.3);
      CHECK(contrast(steps[i], Color::Land, scheme) > contrast(steps[i - 1], Color::Land, scheme));
    }
  }
}

TEST_CASE("only the scrim, the shadow and nothing are see-through") {
  for (Scheme scheme : {Scheme::Light, Scheme::Dark}) {
    for (size_t i = 0; i < ColorCount; ++i) {
      const auto color = static_cast<Color>(i);
      const uint32_t alpha = color_value(color, scheme) & 0xff;
      const bool veil = color == Color::None || color == Color::Scrim || color == Color::Shadow;
      CAPTURE(std::string(color_name(color)));
      CHECK((alpha == 0xff) == !veil);
    }
    CHECK(color_value(Color::None, scheme) == 0);
    CHECK(color_value(Color::Scrim, scheme) == 0x00000066);
  }
}

TEST_CASE("every colour and every face has a name of its own, fit for a style sheet") {
  auto fit = [](std::string_view name) {
    return !name.empty() &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
  };
  for (size_t i = 0; i < ColorCount; ++i) {
    const std::string_view name = color_name(static_cast<Color>(i));
    CHECK(fit(name));
    for (size_t j = 0; j < i; ++j)
      CHECK(name != color_name(static_cast<Color>(j)));
  }
  for (size_t i = 0; i < FontCount; ++i) {
    CHECK(fit(font_specs()[i].name));
    for (size_t j = 0; j < i; ++j)
      CHECK(font_specs()[i].name != font_specs()[j].name);
  }
}

TEST_CASE("the type scale is pinned") {
  struct Step {
    Font font;
    float size_px, line_px;
    int weight;
    bool tabular;
  };
  const Step steps[] = {
      {Font::Caption, 12, 16, 400, false},     {Font::Small, 13, 18, 400, false},
      {Font::SmallStrong, 13, 18, 600, false}, {Font::Body, 14, 20, 400, false},
      {Font::BodyStrong, 14, 20, 600, false},  {Font::BodyTabular, 14, 20, 400, true},
      {Font::Title, 16, 24, 600, false},       {Font::Heading, 20, 28, 600, false},
      {Font::Figure, 28, 32, 600, false},
  };
  REQUIRE(std::size(steps) == font_specs().size());
  for (const Step& step : steps) {
    const FontSpec& spec = font_spec(step.font);
    CAPTURE(std::string(spec.name));
    CHECK(spec.size_px == step.size_px);
    CHECK(spec.line_px == step.line_px);
    CHECK(spec.weight == step.weight);
    CHECK(spec.tabular == step.tabular);
  }
}

TEST_CASE("the font list ends in a generic family, then emoji") {
  const std::string_view family = font_family();
  const size_t generic = family.find(",sans-serif,");
  REQUIRE(generic != std::string_view::npos);
  CHECK(family.find("Emoji") > generic);
}
