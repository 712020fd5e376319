// See build_embed.h. Beside each other where there is room: choices, and code with preview. Else one below
// the other, to be scrolled.
#include "view/build_embed.h"

#include <algorithm>
#include <cmath>

#include "state/address.h"
#include "view/embed_choices.h"
#include "view/embed_code.h"
#include "view/ui_text.h"

namespace explorer::view::embed_dialog {
namespace {

constexpr float ChoicesWidth = 320, ColumnGap = 24;
constexpr float TwoColumnsFrom = 720, TwoColumnsFromHeight = 420;
constexpr float CodeHeight = 128;
constexpr float LeastPreview = 160;
constexpr float MostPreview = 900;  // px of a frame that is seen at once, the rest is scrolled to

// How copying went. It is there from the start, so that it is heard when it says something.
void add_outcome(Column& c, Rect at) {
  Builder& b = c.b;
  const ShareOutcome outcome = b.in.state.popover.shared;
  const bool failed = outcome == ShareOutcome::Failed;
  const uint32_t id = add_node(b, c.node, "outcome", 0, Role::Status, at);
  if (outcome == ShareOutcome::None) return;
  const std::string_view words = failed ? ui::CodeNotCopied : ui::CodeCopied;
  const TextStyle style{Font::Small, failed ? Color::Warn : Color::Ink, Align::Start};
  const uint32_t text = add_wrapped(b, id, "words", 0, {0, 0, at.w, 0}, words, style, 4, Role::Text);
  const float h = b.scene.node(text).rect.h;
  if (h < at.h) {
    b.scene.node(text).rect.y = (at.h - h) / 2;
  } else {
    b.scene.node(id).rect.h = h;
    c.y += h - at.h;
  }
}

// The button, and what it did: beside it if there is room for a few words, else below.
void add_copy(Column& c) {
  constexpr float Gap = 12, FewWords = 120;
  Builder& b = c.b;
  const float h = target_px(b, 36), top = c.y;
  const uint32_t copy = add_button(b, c.node, "copy", 0, {c.x, top, 0, h}, ui::CopyCode, command::CopyCode{});
  const float used = b.scene.node(copy).rect.w + Gap;
  const bool beside = c.w - used >= FewWords;
  c.y += h;
  if (beside) return add_outcome(c, {c.x + used, top, c.w - used, h});
  const float line = line_px(Font::Small);
  c.y += Gap / 2 + line;
  add_outcome(c, {c.x, c.y - line, c.w, line});
}

void add_warning(Column& c, std::string_view name, std::string_view words) {
  const uint32_t id = add_wrapped(c.b, c.node, name, 0, {c.x, c.y, c.w, 0}, words,
                                  {Font::Small, Color::Warn, Align::Start}, 4);
  c.y += c.b.scene.node(id).rect.h + 8;
}

void add_code(Column& c) {
  Builder& b = c.b;
  const Environment& environment = b.in.environment;
  if (!environment.link_has_data) add_warning(c, "lacks-data", ui::EmbedLacksData);
  if (b.in.state.embed.as_shown && b.in.state.query_text.size() > MaxAddressValue)
    add_warning(c, "lacks-query", ui::LinkLacksQuery);
  add_caption(c, "code-caption", ui::EmbedCode);
  const uint32_t id = add_field(b, c.node, "code", {c.x, c.y, c.w, CodeHeight}, Role::TextBox, ui::EmbedCode,
                                {InputField::EmbedCode, {}}, code_now(b.in), {});
  b.scene.node(id).font = Font::Small;
  c.y += CodeHeight + 8;
  add_copy(c);
}

// A frame of a local page would show nothing, and one in a preview would be the same again.
bool has_preview(const Builder& b) {
  const Environment& environment = b.in.environment;
  return environment.link.starts_with("http") && !environment.is_preview;
}

// At most `room` px high.
void add_preview(Column& c, float room) {
  constexpr float Edge = 1;
  Builder& b = c.b;
  const EmbedChoice& choice = b.in.state.embed;
  add_caption(c, "preview-caption", ui::EmbedPreview);
  const float known = b.in.environment.preview_px;
  const bool fitted = choice.way != EmbedWay::Frame && known > 0;
  const float frame_h = std::ceil(fitted ? known : static_cast<float>(choice.height_px));
  const float h = std::min(frame_h + 2 * Edge, std::max(room - CaptionHeight, LeastPreview));
  const uint32_t ground = add_node(b, c.node, "preview", 0, Role::Group, {c.x, c.y, c.w, h});
  Node& box = b.scene.node(ground);
  box.fill = Color::Bg;
  box.borders = edge::All;
  const uint32_t view =
      add_node(b, ground, "view", 0, Role::Group, {Edge, Edge, c.w - 2 * Edge, h - 2 * Edge});
  if (frame_h > h - 2 * Edge) {
    make_scroll(b, view, 0, frame_h);
    b.scene.node(view).label = ui::EmbedPreview;
    b.scene.node(view).tab_stop = true;  // so that it can be scrolled by keys
  }
  const uint32_t frame = add_node(b, view, "frame", 0, Role::Frame, {0, 0, c.w - 2 * Edge, frame_h});
  b.scene.node(frame).label = ui::EmbedPreview;
  b.scene.node(frame).frame = address_now(b.in);
  c.y += h;
}

void build_columns(DialogParts& dialog) {
  Builder& b = dialog.b;
  const float h = dialog.bottom - dialog.y, right = dialog.x + ChoicesWidth + ColumnGap;
  const uint32_t left = add_node(b, dialog.node, "choices", 0, Role::Group,
                                 {0, dialog.y, dialog.x + ChoicesWidth + ColumnGap / 2, h});
  Column choices{b, left, dialog.x, ChoicesWidth - 8, 4};
  add_choices(choices);
  make_scroll(b, left, 0, choices.y + 16);
  add_fill(b, dialog.node, "rule", 0, {dialog.x + ChoicesWidth + ColumnGap / 2, dialog.y, 1, h}, Color::Hair);
  Column result{b, dialog.node, right, dialog.x + dialog.w - right, dialog.y + 4};
  add_code(result);
  if (!has_preview(b)) return;
  result.y += 16;
  add_preview(result, dialog.bottom - result.y - 16);
}

void build_stack(DialogParts& dialog) {
  Builder& b = dialog.b;
  const float room = dialog.bottom - dialog.y;
  const uint32_t scroll =
      add_node(b, dialog.node, "stack", 0, Role::Group, {0, dialog.y, dialog.w + 2 * dialog.x, room});
  Column all{b, scroll, dialog.x, dialog.w, 4};
  add_choices(all);
  all.y += 8;
  add_code(all);
  if (has_preview(b)) {
    all.y += 16;
    add_preview(all, MostPreview);
  }
  all.y += 16;
  make_scroll(b, scroll, 0, all.y);
  b.scene.node(scroll).rect.h = std::min(room, all.y);
  dialog.bottom = std::min(dialog.bottom, dialog.y + all.y);
}

}  // namespace

void build_embed(DialogParts& dialog) {
  const bool two = dialog.w >= TwoColumnsFrom && dialog.bottom - dialog.y >= TwoColumnsFromHeight;
  if (two) return build_columns(dialog);
  build_stack(dialog);
}

}  // namespace explorer::view::embed_dialog
