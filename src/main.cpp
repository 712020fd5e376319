// The program's table of contents: start, one frame, and one exported function for each thing that the page
// reports. The only file that sees every room.
#include <emscripten/emscripten.h>

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "app/app.h"
#include "app/host_page.h"
#include "app/script_answers.h"
#include "canvas/canvas_renderer.h"
#include "core/pack_report.h"
#include "core/phrase.h"
#include "core/regions.h"
#include "dom/dom_renderer.h"
#include "platform/platform.h"
#include "state/rights.h"
#include "view/locale.h"

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

constexpr size_t MaxTitle = 200;  // letters of it in the title of the page

std::string_view state_name(LoadPhase phase) {
  constexpr std::string_view Names[] = {"loading", "ready", "failed", "stopped"};
  return Names[static_cast<size_t>(phase)];
}

struct Explorer : AppHost {
  BrowserMeasurer measurer;
  App app{*this, measurer};
  DomRenderer dom;
  std::optional<CanvasRenderer> canvas;  // nothing: the elements are the page
  bool changed = false;                  // the scene, since it was drawn
  bool redraw = true;                    // the window or the focus changed although the scene did not
  NodeKey focused = 0;
  int width_px = 16;  // of the canvas
  int height_px = 16;
  float density = 1;
  std::string answer;  // to the last question of a script
  std::string title;   // that the page was told
  CopiedTexts copied;  // the last time

  explicit Explorer(bool expects_canvas) { expect_canvas(expects_canvas); }

  void expect_canvas(bool expected) {
    dom.show_drawings(!expected);
    app.drawn_on_canvas(expected);
  }

  // Draws on the current WebGL 2 context from here on, or shows the elements. Returns which.
  bool use_canvas(bool has_context) {
    canvas.reset();
    if (has_context && !canvas.emplace().start()) canvas.reset();
    expect_canvas(canvas.has_value());
    redraw = true;
    return canvas.has_value();
  }

  void update_scene() { changed = app.update() || changed; }

  void update_twin() {
    const std::string patch = dom.update(app.scene(), app.scheme());
    if (!patch.empty()) platform::apply_dom_patch(patch);
  }

  void draw() {
    if (canvas && (changed || redraw)) {
      canvas->draw(
          {app.scene(), app.scrolls(), app.scheme(), app.palette(), app.hovered_key(), focused, density},
          measurer);
    }
    changed = redraw = false;
  }

  // What the page says of itself: its state, and its title once the dataset has one.
  void tell_page() {
    platform::set_page_state(state_name(app.load_status().phase));
    const std::string_view wanted = app.dataset_title();
    if (wanted.empty() || wanted == title) return;
    title = wanted;
    platform::set_page_title(display_text(wanted, MaxTitle));
  }

  void request_frame() override { platform::request_frame(); }
  double now_ms() override { return platform::now_ms(); }
  void fetch_dataset() override { platform::request_load(platform::LoadRequest::Start); }
  void fetch_map() override { platform::fetch_map(); }
  void continue_load() override { platform::request_load(platform::LoadRequest::Continue); }
  void cancel_load() override { platform::request_load(platform::LoadRequest::Cancel); }
  void ask_for_file() override { platform::request_load(platform::LoadRequest::AskForFile); }
  void theme_chosen(ThemeChoice choice) override {
    platform::set_page_theme(choice == ThemeChoice::System ? ""
                             : choice == ThemeChoice::Dark ? "dark"
                                                           : "light");
  }
  void save_picture(PictureFile, std::string_view file_name, std::string_view content) override {
    platform::save_picture(file_name, content);
  }
  void prepare_export() override { platform::prepare_export(); }
  void begin_export(uint32_t number, std::string_view file_name, std::string_view media_type,
                    bool large) override {
    platform::begin_export(number, file_name, media_type, large);
  }
  void address_changed(std::string_view address, bool push, std::string_view left) override {
    platform::write_address(address, push, left);
  }
  void remember(std::string_view text) override { platform::remember(text); }
  void use_link(LinkUse use, std::string_view address) override {
    platform::use_link(static_cast<platform::LinkUse>(use), address);
  }
  void content_height(int px) override { platform::tell_content_height(px); }
  bool copy() override { return platform::copy(); }
  void focus(NodeKey key) override { dom.focus(key); }
  bool focus_now(NodeKey key) override {
    const std::string patch = dom.focus_patch(key);
    if (!patch.empty()) platform::apply_dom_patch(patch);
    return !patch.empty();
  }
  void scroll_to(NodeKey key, float x, float y) override { dom.scroll_to(key, x, y); }
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

uint64_t count_of(double count) {
  return static_cast<uint64_t>(count);
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

// Returns the length of App::marks at explorer_answer().
EMSCRIPTEN_KEEPALIVE int explorer_marks() {
  explorer_page->answer = explorer_page->app.marks();
  return static_cast<int>(explorer_page->answer.size());
}

EMSCRIPTEN_KEEPALIVE void explorer_link(const char* base, int has_sheet, int has_data, int is_preview) {
  explorer_page->app.set_link(base, has_sheet != 0, has_data != 0, is_preview != 0);
}

// Of the page that the dialog which embeds shows in a frame, CSS px.
EMSCRIPTEN_KEEPALIVE void explorer_preview(float height) {
  explorer_page->app.set_preview_height(height);
}

// `outcome`: a ShareOutcome.
EMSCRIPTEN_KEEPALIVE void explorer_shared(int outcome) {
  explorer_page->app.dispatch(command::ReportShare{static_cast<ShareOutcome>(outcome)});
}

// The first frame in pieces, in their order, since it takes long and the page lives meanwhile. 0: lays the
// scene out; returns whether it is, which answers that take long put off. 1: its elements. 2: the canvas.
EMSCRIPTEN_KEEPALIVE int explorer_frame_part(int part) {
  Explorer& page = *explorer_page;
  if (part == 0) page.update_scene();
  if (part == 1) page.update_twin();
  if (part == 2) page.draw();
  if (part == 2) page.tell_page();
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

// `held`: as of explorer_key(); 4: not by a pointer.
EMSCRIPTEN_KEEPALIVE void explorer_activated(double key, int held) {
  explorer_page->app.activated(key_of(key), (held & 1) != 0, (held & 2) != 0, (held & 4) != 0);
}

// The menu of what is at x, y px of the page; of the element itself where x is negative. Returns whether it
// opens.
EMSCRIPTEN_KEEPALIVE int explorer_menu(double key, float x, float y) {
  const std::optional<Point> at = x < 0 ? std::nullopt : std::optional(Point{x, y});
  return explorer_page->app.menu_requested(key_of(key), at);
}

// Within a copy event. 0: finds out what it takes along; 1: the same as HTML. Returns the length of the text
// at explorer_answer(), 0 for nothing. 2: whether there would be any.
EMSCRIPTEN_KEEPALIVE int explorer_copy(int what) {
  Explorer& page = *explorer_page;
  if (what == 2) return page.app.can_copy();
  if (what == 0) page.copied = page.app.copied();
  page.answer = std::move(what == 0 ? page.copied.plain : page.copied.html);
  return static_cast<int>(page.answer.size());
}

EMSCRIPTEN_KEEPALIVE void explorer_typed(double key, const char* text) {
  explorer_page->app.typed(key_of(key), text);
}

EMSCRIPTEN_KEEPALIVE void explorer_scrolled(double key, float x, float y, int resting) {
  explorer_page->app.scrolled(key_of(key), x, y, resting != 0);
}

EMSCRIPTEN_KEEPALIVE void explorer_hovered(double key) {
  explorer_page->app.hovered(key_of(key));
}

// The canvas leaves the text of a field with the focus to the browser.
EMSCRIPTEN_KEEPALIVE void explorer_focused(double key, int returned) {
  Explorer& page = *explorer_page;
  const Node* node = page.app.scene().find(key_of(key));
  const NodeKey field = node != nullptr && node->input.field != InputField::None ? node->key : 0;
  if (field != page.focused) {
    page.focused = field;
    page.redraw = true;
    platform::request_frame();
  }
  page.app.focused(key_of(key), returned != 0);
}

// The canvas is wanted in the next frame, changed or not.
EMSCRIPTEN_KEEPALIVE void explorer_repaint() {
  explorer_page->redraw = true;
  platform::request_frame();
}

// `outcome`: a SaveOutcome.
EMSCRIPTEN_KEEPALIVE void explorer_saved(int outcome) {
  explorer_page->app.dispatch(command::ReportSave{static_cast<SaveOutcome>(outcome)});
}

// Returns the length of the next bytes of that export at explorer_answer(), maybe none yet; -1: those before
// were the last; -2: it is not to be finished.
EMSCRIPTEN_KEEPALIVE int explorer_export_chunk(uint32_t number) {
  Explorer& page = *explorer_page;
  page.answer.clear();
  switch (page.app.export_chunk(number, page.answer)) {
    case ExportStep::More:
      return static_cast<int>(page.answer.size());
    case ExportStep::Done:
      return -1;
    case ExportStep::Broken:
      break;
  }
  return -2;
}

// `outcome`: an ExportOutcome.
EMSCRIPTEN_KEEPALIVE void explorer_export_ended(uint32_t number, int outcome) {
  explorer_page->app.export_ended(number, static_cast<ExportOutcome>(outcome));
}

EMSCRIPTEN_KEEPALIVE void explorer_dragged(double key, int phase, float dx, float x) {
  explorer_page->app.dragged(key_of(key), static_cast<DragPhase>(phase), dx, x);
}

// `phase`: a PointerPhase.
EMSCRIPTEN_KEEPALIVE void explorer_pointed(double key, int phase, float x, float y, int pan) {
  explorer_page->app.pointed(key_of(key), static_cast<PointerPhase>(phase), {x, y}, pan != 0);
}

EMSCRIPTEN_KEEPALIVE void explorer_zoomed(double key, float x, float y, float factor) {
  explorer_page->app.zoomed(key_of(key), {x, y}, factor);
}

// `held`: 1 Shift, 2 Ctrl or Cmd. `text`: of a Character.
EMSCRIPTEN_KEEPALIVE int explorer_key(double focused, int key, int held, const char* text) {
  return explorer_page->app.key_pressed(key_of(focused),
                                        {static_cast<AppKey>(key), (held & 1) != 0, (held & 2) != 0, text});
}

// Bytes; 0 where unknown. Pages count from 1.
EMSCRIPTEN_KEEPALIVE void explorer_progress(double received, double expected, double expected_articles,
                                            double bytes_per_second, double page) {
  explorer_page->app.load_progress({count_of(received), count_of(expected), count_of(expected_articles),
                                    count_of(bytes_per_second), count_of(page)});
}

// `again`: a LoadAgain.
EMSCRIPTEN_KEEPALIVE void explorer_failed(const char* title, const char* detail, const char* hint,
                                          int again) {
  explorer_page->app.load_failed(title, detail, hint, static_cast<LoadAgain>(again));
}

// Loading in pieces: what comes next belongs to another dataset.
EMSCRIPTEN_KEEPALIVE void explorer_begun() {
  explorer_page->app.load_begun();
}

EMSCRIPTEN_KEEPALIVE void explorer_batch(const char* bytes, int count) {
  explorer_page->app.batch({bytes, static_cast<size_t>(count)});
}

// A report as of core/pack_report.h: all is there, or why the rest is not. Returns whether loading can go on.
EMSCRIPTEN_KEEPALIVE int explorer_finished(const char* report, int count, const char* note) {
  App& app = explorer_page->app;
  std::optional<LoadResult> result = unpack_report({report, static_cast<size_t>(count)});
  if (result) app.load_finished(std::move(*result), note);
  const LoadStatus& load = app.load_status();
  return load.phase == LoadPhase::Failed && load.again == LoadAgain::Continue;
}

// As loader_ranks() gives them.
EMSCRIPTEN_KEEPALIVE void explorer_ranks(int table, int column, const uint32_t* ranks, int bytes) {
  const size_t count = static_cast<size_t>(bytes) / sizeof(uint32_t);
  if (count == 0) return;
  explorer_page->app.adopt_ranks(static_cast<TableId>(table), static_cast<size_t>(column),
                                 {{ranks + 1, ranks + count}, ranks[0]});
}

EMSCRIPTEN_KEEPALIVE void explorer_stopped() {
  explorer_page->app.load_stopped();
}

// The map that fetch_map() asked for; no bytes if there is none.
EMSCRIPTEN_KEEPALIVE void explorer_map(const char* bytes, int count) {
  explorer_page->app.map_loaded({bytes, static_cast<size_t>(count)});
}

// For scripts on the page (web/scripting.js).
EMSCRIPTEN_KEEPALIVE void explorer_set_query(const char* text) {
  explorer_page->app.dispatch(command::SetQueryText{text});
}

// As script::set_sort(); returns the length of its error at explorer_answer().
EMSCRIPTEN_KEEPALIVE int explorer_set_sort(const char* keys) {
  explorer_page->answer = script::set_sort(explorer_page->app, keys);
  return static_cast<int>(explorer_page->answer.size());
}

EMSCRIPTEN_KEEPALIVE void explorer_set_view(int view) {
  explorer_page->app.dispatch(command::SetView{static_cast<View>(view)});
}

// For the page around this one (web/host_messages.js). As host_page::select().
EMSCRIPTEN_KEEPALIVE int explorer_select(const char* row) {
  return host_page::select(explorer_page->app, row);
}

// `theme`: a ThemeChoice.
EMSCRIPTEN_KEEPALIVE void explorer_set_theme(int theme) {
  explorer_page->app.dispatch(command::SetTheme{static_cast<ThemeChoice>(theme)});
}

EMSCRIPTEN_KEEPALIVE int explorer_is_settled() {
  return explorer_page->app.is_settled();
}

EMSCRIPTEN_KEEPALIVE void explorer_wake() {
  platform::request_frame();
}

// 0: the state, 1: rows, 2: facets of the column `text`, 3: the address of the state. Returns the length of
// the JSON at explorer_answer().
EMSCRIPTEN_KEEPALIVE int explorer_ask(int what, const char* text, int from, int count) {
  Explorer& page = *explorer_page;
  page.answer = what == 0 ? script::state(page.app)
                : what == 1
                    ? script::rows(page.app, static_cast<uint32_t>(from), static_cast<uint32_t>(count))
                : what == 2 ? script::facets(page.app, text)
                            : host_page::address(page.app);
  return static_cast<int>(page.answer.size());
}

EMSCRIPTEN_KEEPALIVE const char* explorer_answer() {
  return explorer_page->answer.data();
}

EMSCRIPTEN_KEEPALIVE void explorer_loaded(const char* bytes, int count) {
  explorer_page->app.loaded(load_dataset({bytes, static_cast<size_t>(count)}));
}

}  // extern "C"
