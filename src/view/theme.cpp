// The values behind theme.h. theme_test.cpp holds every text colour to a contrast of 4.5:1 and every mark
// to 3:1 on each ground it may stand on (7:1 and 4.5:1 with more contrast), so a new value here is checked at
// once.
#include "view/theme.h"

namespace explorer {
namespace {

struct ColorSpec {
  std::string_view name;
  uint32_t light, dark;
  uint32_t more_light, more_dark;  // with more contrast
  SystemColor forced = SystemColor::CanvasText;
  int forced_percent = 100;  // the rest is Canvas
};

// In the order of Color.
constexpr std::array<ColorSpec, ColorCount> Colors = {{
    {"none", 0x00000000, 0x00000000, 0x00000000, 0x00000000},
    {"bg", 0xfbfbf9ff, 0x111315ff, 0xffffffff, 0x000000ff, SystemColor::Canvas},
    {"panel", 0xffffffff, 0x17191cff, 0xffffffff, 0x0c0d0fff, SystemColor::Canvas},
    {"ink", 0x1b1c1eff, 0xecededff, 0x000000ff, 0xffffffff},
    {"soft", 0x5d6167ff, 0xa4a9b0ff, 0x3a3d41ff, 0xd6d9ddff},
    {"faint", 0x6b7076ff, 0x868c94ff, 0x45494eff, 0xc3c7ccff},
    {"hair", 0xe4e5e1ff, 0x292c30ff, 0x8a8f95ff, 0x6f757cff, SystemColor::GrayText},
    {"strong", 0x868a90ff, 0x6b7178ff, 0x5a5f65ff, 0x9aa0a7ff, SystemColor::ButtonBorder},
    {"land", 0xe6e7e3ff, 0x2b2f34ff, 0xd3d5d0ff, 0x383d43ff, SystemColor::GrayText, 30},
    {"accent", 0x0f5cc0ff, 0x5b9df0ff, 0x0a3f8fff, 0x9cc7ffff, SystemColor::LinkText},
    {"accent-ink", 0xffffffff, 0x0d1a2bff, 0xffffffff, 0x000000ff, SystemColor::Canvas},
    {"accent-soft", 0xe6effaff, 0x1a2b42ff, 0xdfeafaff, 0x0f2747ff, SystemColor::Canvas},
    {"accent-2", 0xc26f0aff, 0xefa94aff, 0x8a4a00ff, 0xffc26eff, SystemColor::Highlight},
    {"hover", 0xf3f4f1ff, 0x1d2024ff, 0xefefecff, 0x1f2327ff, SystemColor::Canvas},
    {"warn", 0x9a4a06ff, 0xf0b06aff, 0x6f3300ff, 0xffc98fff},
    {"warn-soft", 0xfbeee0ff, 0x33261aff, 0xfbeee0ff, 0x33261aff, SystemColor::Canvas},
    {"mark-soft", 0xfbf0d8ff, 0x2f2715ff, 0xfff1ccff, 0x2e2408ff, SystemColor::Canvas},
    {"scrim", 0x00000066, 0x00000066, 0x00000099, 0x00000099},
    {"shadow", 0x1b1c1e2e, 0x00000099, 0x1b1c1e2e, 0x00000099},
    {"scale-1", 0x4785d4ff, 0x3a78c8ff, 0x1f5ca6ff, 0x7aaae8ff, SystemColor::LinkText, 45},
    {"scale-2", 0x2f6fc2ff, 0x5b95ddff, 0x174a89ff, 0x94bdf0ff, SystemColor::LinkText, 65},
    {"scale-3", 0x1d5aadff, 0x82b0eaff, 0x10396dff, 0xb4d1f5ff, SystemColor::LinkText, 76},
    {"scale-4", 0x12458fff, 0xadccf4ff, 0x0a274cff, 0xd6e5fbff, SystemColor::LinkText, 88},
    {"scale-5", 0x0a2f68ff, 0xdae8fbff, 0x040f22ff, 0xffffffff, SystemColor::LinkText},
}};

// `percent` of the color, the rest of the ground, channel by channel.
uint32_t tint(uint32_t color, uint32_t ground, int percent) {
  uint32_t mixed = 0;
  for (int shift = 24; shift >= 0; shift -= 8) {
    const auto part = static_cast<int>(color >> shift & 0xFF),
               rest = static_cast<int>(ground >> shift & 0xFF);
    mixed |= static_cast<uint32_t>((part * percent + rest * (100 - percent) + 50) / 100) << shift;
  }
  return mixed;
}

constexpr std::string_view SystemNames[] = {"Canvas",   "CanvasText", "LinkText",
                                            "GrayText", "Highlight",  "ButtonBorder"};

// In the order of Font.
constexpr std::array<FontSpec, FontCount> Fonts = {{
    {"f-caption", 12, 16, 400, false},
    {"f-small", 13, 18, 400, false},
    {"f-small-strong", 13, 18, 600, false},
    {"f-body", 14, 20, 400, false},
    {"f-body-strong", 14, 20, 600, false},
    {"f-body-tabular", 14, 20, 400, true},
    {"f-title", 16, 24, 600, false},
    {"f-heading", 20, 28, 600, false},
    {"f-figure", 28, 32, 600, false},
}};

}  // namespace

uint32_t color_value(Color color, Scheme scheme, Contrast contrast) {
  const ColorSpec& spec = Colors[static_cast<size_t>(color)];
  if (contrast == Contrast::More) return scheme == Scheme::Dark ? spec.more_dark : spec.more_light;
  return scheme == Scheme::Dark ? spec.dark : spec.light;
}

std::optional<SystemColor> system_color(Color color) {
  const ColorSpec& spec = Colors[static_cast<size_t>(color)];
  if ((spec.light & 0xFF) != 0xFF) return std::nullopt;
  return spec.forced;
}

std::string system_color_css(Color color) {
  const ColorSpec& spec = Colors[static_cast<size_t>(color)];
  const std::string name(SystemNames[static_cast<size_t>(spec.forced)]);
  if (spec.forced_percent == 100) return name;
  return "color-mix(in srgb," + name + ' ' + std::to_string(spec.forced_percent) + "%,Canvas)";
}

Palette::Palette(Scheme scheme, Contrast contrast) {
  for (size_t i = 0; i < ColorCount; ++i)
    values_[i] = color_value(static_cast<Color>(i), scheme, contrast);
}

// Shadows are none of the system's colours and are left out; the veil under a dialog stays.
Palette::Palette(const SystemColors& system) {
  for (size_t i = 0; i < ColorCount; ++i) {
    const auto color = static_cast<Color>(i);
    const auto forced = system_color(color);
    if (!forced) continue;
    const uint32_t ground = system[static_cast<size_t>(SystemColor::Canvas)];
    values_[i] = tint(system[static_cast<size_t>(*forced)], ground, Colors[i].forced_percent);
  }
  values_[static_cast<size_t>(Color::Scrim)] = color_value(Color::Scrim, Scheme::Dark);
}

std::string_view color_name(Color color) {
  return Colors[static_cast<size_t>(color)].name;
}

const FontSpec& font_spec(Font font) {
  return Fonts[static_cast<size_t>(font)];
}

std::span<const FontSpec> font_specs() {
  return Fonts;
}

std::string_view font_family() {
  return "Inter,system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",\"Helvetica Neue\",Arial,"
         "\"Apple SD Gothic Neo\",\"Malgun Gothic\",\"Noto Sans KR\",\"Noto Sans CJK KR\","
         "\"Hiragino Sans\",\"Yu Gothic UI\",\"Noto Sans JP\",\"PingFang SC\",\"Microsoft YaHei\","
         "\"Noto Sans SC\",sans-serif,\"Apple Color Emoji\",\"Segoe UI Emoji\",\"Noto Color Emoji\"";
}

}  // namespace explorer
