// The window: SDL2 makes the WebGL 2 context on the page's canvas and presents it. Input does not come this
// way: the DOM over the canvas gets it (see README.md); sdl_left_out.cpp is what SDL thus has no use for.
#include <SDL.h>
#include <emscripten/html5.h>

#include "platform/platform.h"

namespace platform {

namespace {
constexpr const char* CanvasSelector = "#canvas";
SDL_Window* window = nullptr;

}  // namespace

bool open_window(int width_px, int height_px) {
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return false;
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
