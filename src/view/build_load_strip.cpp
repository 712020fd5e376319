// See build_load_strip.h.
#include "view/build_load_strip.h"

#include <algorithm>
#include <array>

#include "view/ui_sentences.h"

namespace explorer {
namespace {

constexpr float Gap = 16, TrackHeight = 2;

uint64_t articles(const Builder& b) {
  return b.in.dataset->table(TableId::Articles).row_count;
}

uint32_t add_strip(Builder& b, float top, Role role) {
  const uint32_t bar = add_node(b, 0, "load", 0, role, {0, top, b.width, target_px(b, 36)});
  b.scene.node(bar).borders = edge::Bottom;
  return bar;
}

// As much as fits into the room.
std::string progress_that_fits(Builder& b, float room) {
  std::string text;
  for (size_t detail = 0; detail < ui::LoadDetails; ++detail) {
    text = ui::load_progress(b.in.load.progress, articles(b), detail);
    if (text_px(b, text, Font::Small) <= room) break;
  }
  return text;
}

// What is heard of the progress: a live region of one pixel, its words too wide to be seen.
void announce(Builder& b, uint32_t bar) {
  const uint32_t status = add_node(b, bar, "step", 0, Role::Status, {b.margin, 0, 1, 1});
  b.scene.node(status).clip = true;
  const std::string step = ui::load_step(b.in.load.progress, articles(b));
  if (step.empty()) return;
  const uint32_t text = add_node(b, status, "text", 0, Role::Text, {2, 0, 400, 20});
  b.scene.node(text).text = step;
}

float build_loading_strip(Builder& b, float top) {
  const uint32_t bar = add_strip(b, top, Role::Region);
  b.scene.node(bar).label = ui::Loading;
  const float height = b.scene.node(bar).rect.h;
  const float link_w = text_px(b, ui::Cancel, Font::SmallStrong);
  const float room = b.width - 2 * b.margin - Gap - link_w;
  const std::string text = progress_that_fits(b, room);
  const uint32_t progress = add_node(b, bar, "progress", 0, Role::ProgressBar, {b.margin, 0, room, height});
  b.scene.node(progress).label = ui::Loading;
  b.scene.node(progress).value = ui::load_progress(b.in.load.progress, articles(b), 0);
  add_text(b, progress, "text", 0, {0, 0, room, height}, text, {Font::Small, Color::Ink, Align::Start});
  const uint32_t track =
      add_fill(b, bar, "track", 0, {0, height - TrackHeight, b.width, TrackHeight}, Color::Land);
  if (const auto part = ui::load_part(b.in.load.progress, articles(b))) {
    for (const uint32_t id : {progress, track})
      b.scene.node(id).mark_to = *part;
    b.scene.node(progress).value_known = true;
    b.scene.node(track).mark = Mark::Bar;
    b.scene.node(track).color = Color::Accent;
  }
  announce(b, bar);
  add_link(b, bar, "cancel", 0, {b.width - b.margin - link_w, 0, link_w, height}, ui::Cancel,
           Font::SmallStrong, command::CancelLoad{});
  return height;
}

// What a strip about the end of loading says and offers.
struct Ending {
  std::string title, detail;
  struct Offer {
    std::string_view text;
    std::optional<Command> command;
  };
  std::array<Offer, 2> offers;
};

Ending ending(const Builder& b) {
  const LoadStatus& load = b.in.load;
  if (load.phase == LoadPhase::Ready) return {load.note, {}, {}};
  if (load.phase == LoadPhase::Stopped) {
    return {ui::stopped_at(articles(b)),
            {},
            {{{ui::Continue, command::Retry{}}, {ui::Reload, command::Reload{}}}}};
  }
  Ending end{display_text(load.failure_title, 400), ui::kept_articles(articles(b)), {}};
  for (const std::string& more : {load.failure_detail, load.failure_hint}) {
    if (!more.empty()) end.detail += " " + display_text(more, 1000);
  }
  if (load.again == LoadAgain::Continue) end.offers[0] = {ui::Retry, command::Retry{}};
  if (load.again == LoadAgain::Start) end.offers[0] = {ui::Reload, command::Reload{}};
  return end;
}

// The offers as links side by side, from `x`; returns where they end.
void add_offers(Builder& b, uint32_t bar, const Ending& end, float x, float y, float height) {
  for (size_t i = 0; i < end.offers.size(); ++i) {
    const Ending::Offer& offer = end.offers[i];
    if (!offer.command) continue;
    const float w = text_px(b, offer.text, Font::SmallStrong);
    add_link(b, bar, "offer", i, {x, y, w, height}, offer.text, Font::SmallStrong, *offer.command);
    x += w + Gap;
  }
}

float offers_width(Builder& b, const Ending& end) {
  float w = 0;
  for (const Ending::Offer& offer : end.offers) {
    if (offer.command) w += text_px(b, offer.text, Font::SmallStrong) + Gap;
  }
  return w;
}

float build_ending(Builder& b, float top) {
  const Ending end = ending(b);
  const bool warns = b.in.load.phase != LoadPhase::Stopped;
  const uint32_t bar = add_strip(b, top, warns ? Role::Alert : Role::Status);
  const float line = b.scene.node(bar).rect.h, x = b.margin + (warns ? 24.0f : 0.0f);
  float y = (line - line_px(Font::Small)) / 2;
  if (warns) add_icon(b, bar, "icon", {b.margin, y + 1, 16, 16}, Icon::Warning, Color::Warn);
  const float offers_w = offers_width(b, end), right = b.width - b.margin;
  // On a phone a failure's offers stand below its words.
  const bool below = b.phone && !end.detail.empty();
  const float room = right - x - (below ? 0.0f : offers_w);
  const auto add_lines = [&](std::string_view name, std::string_view text, Font font) {
    if (text.empty()) return 0.0f;
    const uint32_t id = add_wrapped(b, bar, name, 0, {x, y, std::min(room, 860.0f), 0}, text,
                                    {font, Color::Ink, Align::Start}, 5, Role::Text);
    y += b.scene.node(id).rect.h;
    return text_px(b, text, font);
  };
  const float title_w = add_lines("title", end.title, Font::SmallStrong);
  add_lines("detail", end.detail, Font::Small);
  const float beside = end.detail.empty() ? x + std::min(title_w, room) + Gap : right - offers_w + Gap;
  add_offers(b, bar, end, below ? x : beside, below ? y : 0, line);
  const float height = std::max(line, y + (below && offers_w > 0 ? line : 8.0f));
  b.scene.node(bar).rect.h = height;
  if (warns) b.scene.node(bar).fill = Color::WarnSoft;
  return height;
}

}  // namespace

float build_load_strip(Builder& b, float top) {
  const LoadStatus& load = b.in.load;
  if (!b.in.dataset) return 0;
  if (load.phase == LoadPhase::Loading) return build_loading_strip(b, top);
  if (load.phase == LoadPhase::Ready && load.note.empty()) return 0;
  return build_ending(b, top);
}

}  // namespace explorer
