// The program's table of contents: start, one frame, and one exported function for each thing that the page
// reports. The only file that sees every room.
#include <emscripten/emscripten.h>

#include <memory>
#include <string>
#include <unordered_map>

#include "app/app.h"
#include "canvas/canvas_renderer.h"
#include "dom/dom_renderer.h"
#include "platform/platform.h"

using namespace explorer;

namespace {

// Widths by the browser, remembered: the same words come again in every frame.
class BrowserMeasurer : public TextMeasurer {
 public:
  float width(std::string_view unit, Font font) override {
    key_.assign(1, static_cast<char>('A' + static_cast<int>(font)));
    key_.append(unit);
    const auto found = widths_.find(key_);
    if (found != widths_.end()) return found->second;
    if (widths_.size() >= MaxWidths) widths_.clear();
    const float width = platform::measure_text(static_cast<int>(font), unit);
    widths_.emplace(key_, width);
    return width;
  }

 private:
  static constexpr size_t MaxWidths = 20000;
  std::unordered_map<std::string, float> widths_;
  std::string key_;
};

struct Explorer : AppHost {
  BrowserMeasurer measurer;
  App app{*this, measurer};
  DomRenderer dom;
  CanvasRenderer canvas;
  bool has_canvas = false;
  bool redraw = true;  // the window or the focus changed although the scene did not
  NodeKey focused = 0;
  float density = 1;

  explicit Explorer(bool without_canvas) : dom(without_canvas) {}
  void request_frame() override { platform::request_frame(); }
  void fetch_dataset() override { platform::fetch_dataset(); }
  void theme_chosen(ThemeChoice choice) override {
    platform::set_page_theme(choice == ThemeChoice::System ? ""
                             : choice == ThemeChoice::Dark ? "dark"
                                                           : "light");
  }
  void focus(NodeKey key) override { dom.focus(key); }
};

std::unique_ptr<Explorer> explorer_page;

void define_fonts() {
  int number = 0;
  for (const FontSpec& font : font_specs()) {
    std::string css =
        std::to_string(font.weight) + " " + std::to_string(static_cast<int>(font.size_px)) + "px ";
    css += font_family();
    platform::define_font(number++, css);
  }
}

NodeKey key_of(double key) {
  return static_cast<NodeKey>(key);
}

}  // namespace

extern "C" {

// Starts with or without a canvas; returns whether there is one.
EMSCRIPTEN_KEEPALIVE int explorer_start(int with_canvas) {
  define_fonts();
  const bool opened = with_canvas != 0 && platform::open_window(16, 16);
  explorer_page = std::make_unique<Explorer>(!opened);
  explorer_page->has_canvas = opened && explorer_page->canvas.start();
  return explorer_page->has_canvas;
}

EMSCRIPTEN_KEEPALIVE void explorer_frame() {
  Explorer& page = *explorer_page;
  const bool changed = page.app.update();
  const std::string patch = page.dom.update(page.app.scene());
  if (!patch.empty()) platform::apply_dom_patch(patch);
  if (page.has_canvas && (changed || page.redraw)) {
    page.canvas.draw({page.app.scene(), page.app.scrolls(), page.app.scheme(), page.app.hovered_key(),
                      page.focused, page.density},
                     page.measurer);
  }
  page.redraw = false;
  const LoadPhase phase = page.app.load_status().phase;
  platform::set_page_state(phase == LoadPhase::Ready    ? "ready"
                           : phase == LoadPhase::Failed ? "failed"
                                                        : "loading");
}

// Sizes in CSS px and in device px.
EMSCRIPTEN_KEEPALIVE void explorer_resized(float width, float height, int width_px, int height_px,
                                           float density) {
  Explorer& page = *explorer_page;
  page.density = density;
  page.redraw = true;
  if (page.has_canvas) platform::resize_window(width_px, height_px);
  page.app.resized(width, height);
  platform::request_frame();
}

EMSCRIPTEN_KEEPALIVE void explorer_environment(int dark, int coarse_pointer) {
  explorer_page->app.environment_changed(dark != 0, coarse_pointer != 0);
}

EMSCRIPTEN_KEEPALIVE void explorer_activated(double key, int shift) {
  explorer_page->app.activated(key_of(key), shift != 0);
}

EMSCRIPTEN_KEEPALIVE void explorer_typed(double key, const char* text) {
  explorer_page->app.typed(key_of(key), text);
}

EMSCRIPTEN_KEEPALIVE void explorer_scrolled(double key, float x, float y) {
  explorer_page->app.scrolled(key_of(key), x, y);
}

EMSCRIPTEN_KEEPALIVE void explorer_hovered(double key) {
  explorer_page->app.hovered(key_of(key));
}

EMSCRIPTEN_KEEPALIVE void explorer_focused(double key) {
  explorer_page->focused = key_of(key);
  explorer_page->redraw = true;
  platform::request_frame();
}

EMSCRIPTEN_KEEPALIVE void explorer_dragged(double key, int phase, float dx, float x) {
  explorer_page->app.dragged(key_of(key), static_cast<DragPhase>(phase), dx, x);
}

EMSCRIPTEN_KEEPALIVE int explorer_key(double focused, int key) {
  return explorer_page->app.key_pressed(key_of(focused), static_cast<AppKey>(key));
}

EMSCRIPTEN_KEEPALIVE void explorer_progress(double received, double expected) {
  explorer_page->app.load_progress(static_cast<uint64_t>(received), static_cast<uint64_t>(expected));
}

EMSCRIPTEN_KEEPALIVE void explorer_failed(const char* title, const char* detail, const char* hint) {
  explorer_page->app.load_failed(title, detail, hint);
}

EMSCRIPTEN_KEEPALIVE void explorer_loaded(const char* bytes, int count) {
  explorer_page->app.loaded(load_dataset({bytes, static_cast<size_t>(count)}));
}

}  // extern "C"
