// See embed_choices.h. Each control stands for the whole choice as it would be after it.
#include "view/embed_choices.h"

#include <algorithm>
#include <string>
#include <vector>

#include "view/build_popover.h"
#include "view/embed_code.h"
#include "view/ui_text.h"

namespace explorer::view::embed_dialog {
namespace {

constexpr float GroupGap = 16;

struct Option {
  std::string_view text;
  bool chosen;
  EmbedChoice choice;
};

// One of several, as many in a line as there is room for.
void add_options(Column& c, std::string_view name, std::string_view caption,
                 const std::vector<Option>& options) {
  constexpr float Inset = 2, Pad = 10;
  Builder& b = c.b;
  add_caption(c, std::string(name) + "-caption", caption);
  const float h = target_px(b, 26);
  const uint32_t group = add_node(b, c.node, name, 0, Role::RadioGroup, {c.x, c.y, c.w, 0});
  b.scene.node(group).label = caption;
  b.scene.node(group).fill = Color::Hover;
  b.scene.node(group).radius_px = 6;
  float x = Inset, y = Inset, widest = 0;
  for (size_t i = 0; i < options.size(); ++i) {
    const Option& option = options[i];
    // Both faces are measured, so that choosing one does not move its neighbours.
    const float words =
        std::max(text_px(b, option.text, Font::Small), text_px(b, option.text, Font::SmallStrong));
    const float w = std::min(words + 2 * Pad, c.w - 2 * Inset);
    if (x + w > c.w - Inset && x > Inset) {
      x = Inset;
      y += h + Inset;
    }
    const uint32_t id = add_node(b, group, "option", i, Role::Radio, {x, y, w, h});
    Node& node = b.scene.node(id);
    node.checked = option.chosen ? Toggle::On : Toggle::Off;
    node.fill = option.chosen ? Color::Panel : Color::None;
    node.borders = option.chosen ? edge::All : edge::None;
    node.border_color = Color::Strong;
    node.radius_px = 5;
    node.tab_stop = option.chosen;
    node.by_keys = !option.chosen;
    node.activate = command::SetEmbed{option.choice};
    set_text(b, id, option.text,
             {option.chosen ? Font::SmallStrong : Font::Small, option.chosen ? Color::Ink : Color::Soft,
              Align::Center});
    x += w;
    widest = std::max(widest, x);
  }
  Rect& rect = b.scene.node(group).rect;
  rect.w = widest + Inset;
  rect.h = y + h + Inset;
  c.y += rect.h + GroupGap;
}

// An option for each value that `member` can have, in the order of the enum, as `names` are.
template <typename Value, typename Names>
std::vector<Option> values_of(const EmbedChoice& now, Value EmbedChoice::*member, const Names& names) {
  std::vector<Option> options;
  for (size_t i = 0; i < std::size(names); ++i) {
    EmbedChoice choice = now;
    choice.*member = static_cast<Value>(i);
    options.push_back({names[i], choice.*member == now.*member, choice});
  }
  return options;
}

void add_ways(Column& c) {
  const EmbedChoice& now = c.b.in.state.embed;
  add_options(c, "way", ui::EmbedWay, values_of(now, &EmbedChoice::way, ui::EmbedWays));
  c.y -= GroupGap - 4;
  const uint32_t note = add_wrapped(c.b, c.node, "way-note", 0, {c.x, c.y, c.w, 0},
                                    ui::EmbedWayNotes[static_cast<size_t>(now.way)], SoftSmall, 4);
  c.y += c.b.scene.node(note).rect.h + GroupGap;
}

std::string_view part_name(EmbedPart part) {
  switch (part) {
    case EmbedPart::Whole:
      return ui::EmbedWhole;
    case EmbedPart::Overview:
      return ui::view_name(View::Overview);
    case EmbedPart::Articles:
      return ui::view_name(View::Articles);
    case EmbedPart::Releases:
      return ui::view_name(View::Releases);
    case EmbedPart::Charts:
      return ui::view_name(View::ChartReach);
    case EmbedPart::Videos:
      return ui::view_name(View::Videos);
    case EmbedPart::Map:
      return ui::EmbedMap;
    case EmbedPart::Timeline:
      return ui::EmbedTimeline;
    case EmbedPart::Table:
      break;
  }
  return ui::EmbedTable;
}

void add_parts(Column& c) {
  const AppState& state = c.b.in.state;
  const EmbedPart shown = shown_part(state);
  std::vector<Option> options;
  for (size_t i = 0; i < EmbedPartCount; ++i) {
    EmbedChoice choice = state.embed;
    choice.part = static_cast<EmbedPart>(i);
    if (choice.part == EmbedPart::Table && !table_of(state.view)) continue;
    options.push_back({part_name(choice.part), choice.part == shown, choice});
  }
  add_options(c, "part", ui::EmbedPart, options);
}

void add_step(Column& c, std::string_view name, Rect rect, std::string_view sign, std::string_view label,
              int by_px) {
  EmbedChoice choice = c.b.in.state.embed;
  const int wanted = choice.height_px + by_px;
  choice.height_px = static_cast<uint16_t>(std::clamp<int>(wanted, LeastEmbedHeight, MostEmbedHeight));
  const uint32_t id = add_button(c.b, c.node, name, 0, rect, sign, command::SetEmbed{choice});
  c.b.scene.node(id).label = label;
  c.b.scene.node(id).description = label;
}

void add_height(Column& c) {
  constexpr int Step = 40;
  constexpr float Field = 72, Gap = 4;
  Builder& b = c.b;
  // The others find their own, and keep this free until then.
  add_caption(c, "height-caption",
              b.in.state.embed.way == EmbedWay::Frame ? ui::EmbedHeight : ui::EmbedFirstHeight);
  const float h = target_px(b, 32);
  add_step(c, "lower", {c.x, c.y, h, h}, "\xE2\x88\x92", ui::EmbedLower, -Step);
  float x = c.x + h + Gap;
  add_field(b, c.node, "height", {x, c.y, Field, h}, Role::TextBox, ui::EmbedHeightField,
            {InputField::EmbedHeight, {}}, std::to_string(b.in.state.embed.height_px), {});
  x += Field + Gap;
  add_step(c, "higher", {x, c.y, h, h}, "+", ui::EmbedHigher, Step);
  c.y += h + GroupGap;
}

void add_themes(Column& c) {
  add_options(c, "theme", ui::EmbedColours,
              values_of(c.b.in.state.embed, &EmbedChoice::theme, ui::EmbedThemes));
}

// In two columns if all of their words fit.
void add_rights(Column& c) {
  constexpr float Box = 28, Gap = 12;
  Builder& b = c.b;
  const EmbedChoice& now = b.in.state.embed;
  const EmbedPart part = shown_part(b.in.state);
  add_caption(c, "rights-caption", ui::EmbedMay);
  float widest = 0;
  for (const std::string_view text : ui::EmbedRights)
    widest = std::max(widest, text_px(b, text, Font::Body));
  const size_t columns = 2 * (Box + widest) + Gap <= c.w ? 2 : 1;
  const float h = target_px(b, 28), w = columns == 2 ? (c.w - Gap) / 2 : c.w;
  const uint32_t group = add_node(b, c.node, "rights", 0, Role::Group, {c.x, c.y, c.w, 0});
  b.scene.node(group).label = ui::EmbedMay;
  for (size_t i = 0; i < EmbedRightCount; ++i) {
    const auto right = static_cast<EmbedRight>(i);
    const bool any_use = applies(right, part);
    EmbedChoice choice = now;
    choice.switch_right(right);
    const float x = static_cast<float>(i % columns) * (w + Gap), y = static_cast<float>(i / columns) * h;
    add_tick(b, group, i, {x, y, w, h}, ui::EmbedRights[i], any_use && now.may(right),
             any_use ? std::optional<Command>(command::SetEmbed{choice}) : std::nullopt);
  }
  const float lines = static_cast<float>((EmbedRightCount + columns - 1) / columns);
  b.scene.node(group).rect.h = lines * h;
  c.y += lines * h + GroupGap;
}

void add_switch(Column& c, uint64_t index, std::string_view text, bool on, const EmbedChoice& choice) {
  const float h = target_px(c.b, 28);
  add_tick(c.b, c.node, index, {c.x, c.y, c.w, h}, text, on, command::SetEmbed{choice});
  c.y += h;
}

}  // namespace

void add_caption(Column& c, std::string_view name, std::string_view text) {
  constexpr float Line = 20;
  const uint32_t id = add_heading(c.b, c.node, name, {c.x, c.y, c.w, Line}, text, Font::SmallStrong, 3);
  c.b.scene.node(id).color = Color::Soft;
  c.y += CaptionHeight;
}

void add_choices(Column& c) {
  const EmbedChoice& now = c.b.in.state.embed;
  add_ways(c);
  add_parts(c);
  add_height(c);
  add_themes(c);
  add_rights(c);
  EmbedChoice started = now, named = now;
  started.as_shown = !now.as_shown;
  named.attribution = !now.attribution;
  add_caption(c, "further-caption", ui::EmbedFurther);
  add_switch(c, 0, ui::EmbedAsShown, now.as_shown, started);
  add_switch(c, 1, ui::EmbedAttribution, now.attribution, named);
}

}  // namespace explorer::view::embed_dialog
