// The browser's side of platform.h: every JavaScript import of the program is in this file. The bodies only
// hand over to `Module.page`, the object that web/boot.js passes in; its members are in web/page_services.js.
#include <emscripten/em_js.h>
#include <emscripten/emscripten.h>

#include "platform/platform.h"

// clang-format off
EM_JS(void, js_define_font, (int font, const char* css, int bytes), {
  Module['page'].text.defineFont(font, UTF8ToString(css, bytes));
});
EM_JS(float, js_baseline, (int font, float line_px), {
  return Module['page'].text.baseline(font, line_px);
});
EM_JS(float, js_measure_text, (int font, const char* text, int bytes), {
  return Module['page'].text.measure(font, UTF8ToString(text, bytes));
});
EM_JS(void, js_add_glyph, (int font, int right_to_left, const char* text, int bytes), {
  Module['page'].text.addGlyph(font, !!right_to_left, UTF8ToString(text, bytes));
});
EM_JS(int, js_layout_glyphs, (float density, int dark_on_light, int* size), {
  const sheet = Module['page'].text.layoutGlyphs(density, !!dark_on_light);
  HEAP32[size >> 2] = sheet.width;
  HEAP32[(size >> 2) + 1] = sheet.height;
  return sheet.count;
});
EM_JS(void, js_read_glyphs, (uint32_t* pixels, int32_t* bitmaps), {
  Module['page'].text.readGlyphs(HEAPU8, pixels, HEAP32, bitmaps >> 2);
});
EM_JS(void, js_apply_patch, (const char* patch, int bytes), {
  Module['page'].mirror.apply(UTF8ToString(patch, bytes));
});
EM_JS(void, js_request_frame, (void), { Module['page'].requestFrame(); });
EM_JS(void, js_set_state, (const char* state, int bytes), {
  Module['page'].setState(UTF8ToString(state, bytes));
});
EM_JS(void, js_set_theme, (const char* theme, int bytes), {
  Module['page'].setTheme(UTF8ToString(theme, bytes));
});
EM_JS(void, js_set_title, (const char* title, int bytes), {
  document.title = UTF8ToString(title, bytes);
});
EM_JS(void, js_save_picture, (const char* name, int name_bytes, const char* content, int bytes), {
  Module['page'].savePicture(UTF8ToString(name, name_bytes), UTF8ToString(content, bytes));
});
EM_JS(void, js_prepare_export, (void), { Module['page'].prepareExport(); });
EM_JS(void, js_begin_export, (uint32_t number, const char* name, int bytes, const char* type, int type_bytes, int large), {
  Module['page'].beginExport(number, UTF8ToString(name, bytes), UTF8ToString(type, type_bytes), !!large);
});
EM_JS(void, js_write_address, (const char* text, int bytes, int push, const char* left, int left_bytes), {
  Module['page'].writeAddress(UTF8ToString(text, bytes), !!push, UTF8ToString(left, left_bytes));
});
EM_JS(void, js_remember, (const char* text, int bytes), { Module['page'].remember(UTF8ToString(text, bytes)); });
EM_JS(void, js_use_link, (int use, const char* address, int bytes), {
  Module['page'].useLink(use, UTF8ToString(address, bytes));
});
EM_JS(void, js_request_load, (int request), { Module['page'].load(request); });
EM_JS(void, js_content_height, (int px), { Module['page'].contentHeight?.(px); });
EM_JS(int, js_copy, (void), { return Module['page'].copy() ? 1 : 0; });
EM_JS(void, js_fetch_map, (void), { Module['page'].fetchMap(); });
// clang-format on

namespace platform {

namespace {
int length(std::string_view text) {
  return static_cast<int>(text.size());
}
}  // namespace

void define_font(int font, std::string_view css_font) {
  js_define_font(font, css_font.data(), length(css_font));
}

float baseline(int font, float line_px) {
  return js_baseline(font, line_px);
}

float measure_text(int font, std::string_view text) {
  return js_measure_text(font, text.data(), length(text));
}

GlyphSheet draw_glyphs(const std::vector<GlyphRequest>& requests, float density, bool dark_on_light) {
  for (const GlyphRequest& request : requests) {
    js_add_glyph(request.font, request.right_to_left, request.text.data(), length(request.text));
  }
  GlyphSheet sheet;
  int size[2] = {0, 0};
  const int count = js_layout_glyphs(density, dark_on_light, size);
  sheet.width = size[0];
  sheet.height = size[1];
  sheet.rgba.resize(static_cast<size_t>(sheet.width) * static_cast<size_t>(sheet.height));
  sheet.bitmaps.resize(static_cast<size_t>(count));
  js_read_glyphs(sheet.rgba.data(), &sheet.bitmaps.data()->x);
  return sheet;
}

double now_ms() {
  return emscripten_get_now();
}
void apply_dom_patch(std::string_view patch) {
  js_apply_patch(patch.data(), length(patch));
}
void request_frame() {
  js_request_frame();
}
void set_page_state(std::string_view state) {
  js_set_state(state.data(), length(state));
}
void set_page_theme(std::string_view theme) {
  js_set_theme(theme.data(), length(theme));
}
void set_page_title(std::string_view title) {
  js_set_title(title.data(), length(title));
}
void fetch_map() {
  js_fetch_map();
}
void save_picture(std::string_view file_name, std::string_view content) {
  js_save_picture(file_name.data(), length(file_name), content.data(), length(content));
}
void prepare_export() {
  js_prepare_export();
}
void begin_export(uint32_t number, std::string_view file_name, std::string_view media_type, bool large) {
  js_begin_export(number, file_name.data(), length(file_name), media_type.data(), length(media_type), large);
}
void write_address(std::string_view text, bool push, std::string_view left) {
  js_write_address(text.data(), length(text), push, left.data(), length(left));
}
void remember(std::string_view text) {
  js_remember(text.data(), length(text));
}
void use_link(LinkUse use, std::string_view address) {
  js_use_link(static_cast<int>(use), address.data(), length(address));
}
void request_load(LoadRequest request) {
  js_request_load(static_cast<int>(request));
}
void tell_content_height(int px) {
  js_content_height(px);
}
bool copy() {
  return js_copy() != 0;
}

}  // namespace platform
