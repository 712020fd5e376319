// The values behind theme.h. theme_test.cpp holds every text colour to a contrast of 4.5:1 and every mark
// to 3:1 on each ground it may stand on, so a new value here is checked at once.
#include "view/theme.h"

namespace explorer {
namespace {

struct ColorSpec {
  std::string_view name;
  uint32_t light, dark;
};

// In the order of Color.
constexpr std::array<ColorSpec, ColorCount> Colors = {{
    {"none", 0x00000000, 0x00000000},       {"bg", 0xfbfbf9ff, 0x111315ff},
    {"panel", 0xffffffff, 0x17191cff},      {"ink", 0x1b1c1eff, 0xecededff},
    {"soft", 0x5d6167ff, 0xa4a9b0ff},       {"faint", 0x6b7076ff, 0x868c94ff},
    {"hair", 0xe4e5e1ff, 0x292c30ff},       {"strong", 0x868a90ff, 0x6b7178ff},
    {"land", 0xe6e7e3ff, 0x2b2f34ff},       {"accent", 0x0f5cc0ff, 0x5b9df0ff},
    {"accent-ink", 0xffffffff, 0x0d1a2bff}, {"accent-soft", 0xe6effaff, 0x1a2b42ff},
    {"accent-2", 0xc26f0aff, 0xefa94aff},   {"hover", 0xf3f4f1ff, 0x1d2024ff},
    {"warn", 0x9a4a06ff, 0xf0b06aff},       {"warn-soft", 0xfbeee0ff, 0x33261aff},
    {"scrim", 0x00000066, 0x00000066},      {"shadow", 0x1b1c1e2e, 0x00000099},
    {"scale-1", 0x4785d4ff, 0x3a78c8ff},    {"scale-2", 0x2f6fc2ff, 0x5b95ddff},
    {"scale-3", 0x1d5aadff, 0x82b0eaff},    {"scale-4", 0x12458fff, 0xadccf4ff},
    {"scale-5", 0x0a2f68ff, 0xdae8fbff},
}};

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

uint32_t color_value(Color color, Scheme scheme) {
  const ColorSpec& spec = Colors[static_cast<size_t>(color)];
  return scheme == Scheme::Dark ? spec.dark : spec.light;
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
