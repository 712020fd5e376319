// See page/explorer_page.h.
#include "page/explorer_page.h"

namespace explorer {

namespace {

constexpr size_t MaxWidths = 20000;
constexpr size_t MaxTitle = 200;  // letters of it in the title of the page

std::string_view state_name(LoadPhase phase) {
  constexpr std::string_view Names[] = {"loading", "ready", "failed", "stopped"};
  return Names[static_cast<size_t>(phase)];
}

}  // namespace

std::unique_ptr<Explorer> explorer_page;

float BrowserMeasurer::width(std::string_view unit, Font font) {
  key_.assign(1, static_cast<char>('A' + static_cast<int>(font)));
  key_.append(unit);
  const auto found = widths_.find(key_);
  if (found != widths_.end()) return found->second;
  if (widths_.size() >= MaxWidths) widths_.clear();
  const float width = platform::measure_text(static_cast<int>(font), unit);
  widths_.emplace(key_, width);
  return width;
}

Explorer::Explorer(bool expects_canvas) {
  expect_canvas(expects_canvas);
}

void Explorer::expect_canvas(bool expected) {
  dom.show_drawings(!expected);
  app.drawn_on_canvas(expected);
}

bool Explorer::use_canvas(bool has_context) {
  canvas.reset();
  if (has_context && !canvas.emplace().start()) canvas.reset();
  expect_canvas(canvas.has_value());
  redraw = true;
  return canvas.has_value();
}

void Explorer::update_scene() {
  changed = app.update() || changed;
}

void Explorer::update_twin() {
  const std::string patch = dom.update(app.scene(), app.scheme());
  if (!patch.empty()) platform::apply_dom_patch(patch);
}

void Explorer::draw() {
  if (canvas && (changed || redraw)) {
    canvas->draw(
        {app.scene(), app.scrolls(), app.scheme(), app.palette(), app.hovered_key(), focused, density},
        measurer);
  }
  changed = redraw = false;
}

void Explorer::tell_page() {
  platform::set_page_state(state_name(app.load_status().phase));
  const std::string_view wanted = app.dataset_title();
  if (wanted.empty() || wanted == title) return;
  title = wanted;
  platform::set_page_title(display_text(wanted, MaxTitle));
}

void Explorer::theme_chosen(ThemeChoice choice) {
  platform::set_page_theme(choice == ThemeChoice::System ? ""
                           : choice == ThemeChoice::Dark ? "dark"
                                                         : "light");
}

bool Explorer::focus_now(NodeKey key) {
  const std::string patch = dom.focus_patch(key);
  if (!patch.empty()) platform::apply_dom_patch(patch);
  return !patch.empty();
}

}  // namespace explorer
