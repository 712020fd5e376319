// What the page reports of what people do there (web/dom_mirror.js).
#include <emscripten/emscripten.h>

#include <optional>

#include "page/explorer_page.h"

using namespace explorer;

namespace {

NodeKey key_of(double key) {
  return static_cast<NodeKey>(key);
}

}  // namespace

extern "C" {

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

}  // extern "C"
