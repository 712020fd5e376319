// The program's table of contents: start, sizes, colours and one frame. What else the page reports: page/.
#include <emscripten/emscripten.h>

#include <memory>
#include <string>

#include "core/phrase.h"
#include "core/regions.h"
#include "page/explorer_page.h"
#include "state/rights.h"
#include "view/locale.h"

using namespace explorer;

namespace {

void define_fonts() {
  int number = 0;
  for (const FontSpec& font : font_specs()) {
    std::string css =
        std::to_string(font.weight) + " " + std::to_string(static_cast<int>(font.size_px)) + "px ";
    css += font_family();
    platform::define_font(number++, css);
  }
}

}  // namespace

extern "C" {

// Starts without a canvas. Where one is expected, the first scene is laid out for it.
EMSCRIPTEN_KEEPALIVE void explorer_start(int expects_canvas) {
  define_fonts();
  explorer_page = std::make_unique<Explorer>(expects_canvas != 0);
}

// Opens the canvas, or has it that there is none; once. Returns whether it is drawn on.
EMSCRIPTEN_KEEPALIVE int explorer_open_canvas(int usable) {
  Explorer& page = *explorer_page;
  return page.use_canvas(usable != 0 && platform::open_window(page.width_px, page.height_px));
}

// The canvas lost its context, or has a new one. Returns whether it is drawn on.
EMSCRIPTEN_KEEPALIVE int explorer_canvas(int has_context) {
  const bool drawn = explorer_page->use_canvas(has_context != 0);
  platform::request_frame();
  return drawn;
}

// The strings of another language than English (core/phrase.h), before the program starts; returns whether
// they fit.
EMSCRIPTEN_KEEPALIVE int explorer_phrases(const char* bytes, int count) {
  return set_phrases({bytes, static_cast<size_t>(count)});
}

// The codes of all regions, each with U+001F behind it, at explorer_answer(); returns their length.
EMSCRIPTEN_KEEPALIVE int explorer_region_codes() {
  std::string& codes = explorer_page->answer;
  codes.clear();
  for (const Region& region : all_regions())
    codes.append(region.code).append("\x1F");
  return static_cast<int>(codes.size());
}

// Their names in the reader's language (core/regions.h), before the first dataset.
EMSCRIPTEN_KEEPALIVE void explorer_regions(const char* names) {
  set_region_names(names);
}

// How the reader's language writes values (view/locale.h); before the first frame.
EMSCRIPTEN_KEEPALIVE void explorer_locale(const char* fields) {
  set_reader_locale(Locale(fields));
}

EMSCRIPTEN_KEEPALIVE void explorer_origin(const char* origin) {
  explorer_page->app.set_origin(origin);
}

// What the browser remembers (state/memory.h), before the first address. `embedded`: in a page around it.
EMSCRIPTEN_KEEPALIVE void explorer_recall(const char* text, int embedded) {
  explorer_page->app.recall(text, embedded != 0 ? memory::Extent::Tables : memory::Extent::All);
}

// The parts `ui` and `may` of the frame's address (state/embedding.h), whether there is a page around this
// one, and whether it wants to be told where the explorer is from; before the first address. Returns whether
// readers may open other data.
EMSCRIPTEN_KEEPALIVE int explorer_embedding(const char* ui, const char* may, int framed, int attribution) {
  Embedding embedding = read_embedding(ui, may);
  embedding.framed = framed != 0;
  embedding.attribution = attribution != 0;
  explorer_page->app.set_embedding(std::move(embedding));
  return reader_may(explorer_page->app.state(), command::OpenFile{}) ? 1 : 0;
}

// The page's address; `visit`: an AddressVisit; `marks`: as explorer_marks() gave them where the page left.
EMSCRIPTEN_KEEPALIVE void explorer_open(const char* address, int visit, const char* marks) {
  explorer_page->app.open_address(address, static_cast<AddressVisit>(visit), marks);
}

// The first frame in pieces, in their order, since it takes long and the page lives meanwhile. 0: lays the
// scene out; returns whether it is, which answers that take long put off. 1: its elements. 2: the canvas.
EMSCRIPTEN_KEEPALIVE int explorer_frame_part(int part) {
  Explorer& page = *explorer_page;
  if (part == 0) page.update_scene();
  if (part == 1) page.update_twin();
  if (part == 2) {
    page.draw();
    page.tell_page();
  }
  return page.changed;
}

EMSCRIPTEN_KEEPALIVE void explorer_frame() {
  Explorer& page = *explorer_page;
  page.update_scene();
  page.update_twin();
  const bool changed = page.changed;
  page.draw();
  if (changed) page.app.drawn();
  page.tell_page();
}

// Sizes in CSS px and in device px.
EMSCRIPTEN_KEEPALIVE void explorer_resized(float width, float height, int width_px, int height_px,
                                           float density) {
  Explorer& page = *explorer_page;
  page.width_px = width_px;
  page.height_px = height_px;
  page.density = density;
  page.redraw = true;
  if (page.canvas) platform::resize_window(width_px, height_px);
  page.app.resized(width, height);
  platform::request_frame();
}

// `apple_keys`: shortcuts are held with Cmd.
EMSCRIPTEN_KEEPALIVE void explorer_environment(int dark, int coarse_pointer, int reduced_motion,
                                               int apple_keys) {
  explorer_page->app.set_apple_keys(apple_keys != 0);
  explorer_page->app.environment_changed(dark != 0, coarse_pointer != 0, reduced_motion != 0);
}

// `contrast`: a Contrast. `system`: R, G, B and A of each SystemColor, where colours are forced.
EMSCRIPTEN_KEEPALIVE void explorer_contrast(int contrast, const uint8_t* system) {
  SystemColors colors{};
  for (uint32_t& color : colors) {
    for (int channel = 0; channel < 4; ++channel)
      color = color << 8 | *system++;
  }
  explorer_page->app.contrast_changed(static_cast<Contrast>(contrast), colors);
}

// The canvas is wanted in the next frame, changed or not.
EMSCRIPTEN_KEEPALIVE void explorer_repaint() {
  explorer_page->redraw = true;
  platform::request_frame();
}

}  // extern "C"
