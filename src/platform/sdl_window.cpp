// The window: SDL2 makes the WebGL 2 context on the page's canvas and presents it. Input does not come this
// way: the DOM over the canvas gets it (see README.md), so SDL is told to leave keys, wheel and touch alone.
#include <SDL.h>
#include <emscripten/html5.h>

#include "platform/platform.h"

// SDL looks up extension functions by name; none is used here, and Emscripten's table of all of them would
// cost 20 KB.
extern "C" void (*eglGetProcAddress(const char*))(void) {
  return nullptr;
}

namespace platform {

namespace {
constexpr const char* CanvasSelector = "#canvas";
SDL_Window* window = nullptr;

void leave_input_to_the_page() {
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#none");
  for (const Uint32 event : {SDL_MOUSEWHEEL, SDL_MOUSEMOTION, SDL_MOUSEBUTTONDOWN, SDL_MOUSEBUTTONUP,
                             SDL_FINGERDOWN, SDL_FINGERUP, SDL_FINGERMOTION, SDL_KEYDOWN, SDL_KEYUP}) {
    SDL_EventState(event, SDL_IGNORE);
  }
}
}  // namespace

bool open_window(int width_px, int height_px) {
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_ASYNCIFY, "0");
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return false;
  leave_input_to_the_page();
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
  SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
  window = SDL_CreateWindow(nullptr, 0, 0, width_px, height_px, SDL_WINDOW_OPENGL);
  return window != nullptr && SDL_GL_CreateContext(window) != nullptr;
}

void resize_window(int width_px, int height_px) {
  emscripten_set_canvas_element_size(CanvasSelector, width_px, height_px);
}

// The browser presents what was drawn when the frame function returns; there is nothing to swap.
void present_window() {}

}  // namespace platform
