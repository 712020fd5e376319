// Where it runs: the handful of things that only the host can do. Knows nothing of articles or scenes.
// One implementation per host, chosen by CMake (browser.cpp, sdl_window.cpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace platform {

// --- Text, drawn by the browser -------------------------------------------------------------------

// A face that texts are measured and drawn with: `css_font` as in CanvasRenderingContext2D.font.
void define_font(int font, std::string_view css_font);

// Distance in CSS px from the top of a `line_px` high line to the baseline, as the browser sets it.
float baseline(int font, float line_px);

// Advance width in CSS px.
float measure_text(int font, std::string_view text);

struct GlyphRequest {
  int font;
  bool right_to_left;  // what digits and signs follow
  std::string_view text;
};

// One drawn text inside a sheet: its rectangle there (device px) and where that rectangle lies relative to
// the pen on the baseline. `colored`: the pixels carry their own colours (emoji), else only alpha counts.
struct GlyphBitmap {
  int32_t x, y, w, h;
  int32_t left, top;
  int32_t colored;
};

struct GlyphSheet {
  int width = 0;
  int height = 0;
  std::vector<uint32_t> rgba;        // width * height, straight alpha, bytes R G B A
  std::vector<GlyphBitmap> bitmaps;  // one per request
};

// Draws all texts at `density` device px per CSS px; `dark_on_light` chooses the ink that the browser's
// text contrast is tuned for.
GlyphSheet draw_glyphs(const std::vector<GlyphRequest>& requests, float density, bool dark_on_light);

// --- Page ------------------------------------------------------------------------------------------

// Milliseconds of a clock that never goes back.
double now_ms();
void apply_dom_patch(std::string_view patch);
// Asks for one call of the page's frame function; asking twice before it comes is asking once.
void request_frame();
// "loading", "ready", "failed" or "stopped", readable by tests and host pages.
void set_page_state(std::string_view state);
// What the tab of the browser says.
void set_page_title(std::string_view title);
// "light" or "dark" on the root element, "system" to follow the system.
void set_page_theme(std::string_view theme);
// Loads the dataset again, goes on loading it, or ends that; or, while a key or click is at work, asks the
// reader for a file to load.
enum class LoadRequest { Start, Continue, Cancel, AskForFile };
void request_load(LoadRequest request);
// Gets the map of the world (map.bin beside the page) once the next frame is on screen.
void fetch_map();

// Hands the reader a file: an SVG document, or, if it is called *.png, a picture of the canvas with `content`
// as its caption.
void save_picture(std::string_view file_name, std::string_view content);

// Has the tool for the next one at hand.
void prepare_export();
// Within the reader's own press: finds out where a file is to go, then asks for its bytes by
// explorer_export_chunk(); explorer_export_ended() follows in any case. `large`: straight into the file where
// the browser can do that, instead of handing it over when it is whole.
void begin_export(uint32_t number, std::string_view file_name, std::string_view media_type, bool large);

// Puts `text` behind the "#" of the page's address, now or soon. `push`: in a new entry of the history; the
// one before keeps `left`, which comes back with it.
void write_address(std::string_view text, bool push, std::string_view left);
// Keeps `text` in the browser until the page is opened again, in place of what it kept before; empty:
// nothing.
void remember(std::string_view text);
// A link to this page with `address` behind its "#": what it begins with is told, it is copied, or the
// system's own dialog gives it away. Code: `address` itself is copied.
enum class LinkUse { Prepare, Copy, Sheet, Code };
void use_link(LinkUse use, std::string_view address);

// Has the page copy, as if the reader had pressed the keys for it: what, it asks meanwhile. False if the
// browser does not let it.
bool copy();

// The page would be so high, CSS px, if nothing in its main column had to scroll.
void tell_content_height(int px);

// --- Window ----------------------------------------------------------------------------------------

// Creates the canvas window with a WebGL 2 context. False where there is none.
bool open_window(int width_px, int height_px);
// Sets the canvas size in device px.
void resize_window(int width_px, int height_px);
void present_window();

}  // namespace platform
