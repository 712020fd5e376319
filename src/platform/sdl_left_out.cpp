// What SDL2 links but never needs here, as functions that do nothing: its window gets no input (the DOM over
// the canvas does), shows no pixels but WebGL's, and is never full screen. Each stands for code, and for
// JavaScript of Emscripten's, that every reader would load. dependencies.cmake leaves out the files that they
// stand for.
#include <EGL/egl.h>
#include <SDL.h>
#include <emscripten/html5.h>
#include <signal.h>

extern "C" {

// The page gets all input.
void Emscripten_RegisterEventHandlers(void*) {}
void Emscripten_UnregisterEventHandlers(void*) {}
bool Emscripten_HandleCanvasResize(int, const void*, void*) {
  return false;
}
void Emscripten_InitMouse() {}
void Emscripten_FiniMouse() {}

// So no event is ever sent, and nothing has SDL's focus.
int SDL_EventsInit() {
  return 0;
}
void SDL_EventsQuit() {}
int SDL_QuitInit() {
  return 0;
}
void SDL_QuitQuit() {}
Uint8 SDL_EventState(Uint32, int) {
  return SDL_DISABLE;
}
int SDL_SendWindowEvent(SDL_Window*, Uint8, int, int) {
  return 0;
}
int SDL_SendDisplayEvent(void*, Uint8, int) {
  return 0;
}
int SDL_KeyboardInit() {
  return 0;
}
void SDL_KeyboardQuit() {}
SDL_Window* SDL_GetKeyboardFocus() {
  return nullptr;
}
void SDL_SetKeyboardFocus(SDL_Window*) {}
int SDL_MousePreInit() {
  return 0;
}
void SDL_MousePostInit() {}
void SDL_MouseQuit() {}
SDL_Window* SDL_GetMouseFocus() {
  return nullptr;
}
void SDL_SetMouseFocus(SDL_Window*) {}
int SDL_UpdateMouseCapture(SDL_bool) {
  return 0;
}
int SDL_TouchInit() {
  return 0;
}
void SDL_TouchQuit() {}

// No pixels of the processor's.
int Emscripten_CreateWindowFramebuffer(void*, SDL_Window*, Uint32*, void**, int*) {
  return -1;
}
int Emscripten_UpdateWindowFramebuffer(void*, SDL_Window*, const SDL_Rect*, int) {
  return -1;
}
void Emscripten_DestroyWindowFramebuffer(void*, SDL_Window*) {}
SDL_Renderer* SDL_GetRenderer(SDL_Window*) {
  return nullptr;
}
void SDL_DestroyRendererWithoutFreeing(SDL_Renderer*) {}

// No full screen, no title: the page has its own.
int emscripten_request_fullscreen_strategy(const char*, bool, const EmscriptenFullscreenStrategy*) {
  return EMSCRIPTEN_RESULT_NOT_SUPPORTED;
}
int emscripten_exit_fullscreen() {
  return EMSCRIPTEN_RESULT_NOT_SUPPORTED;
}
void emscripten_set_window_title(const char*) {}

// The context lives as long as the page, and the browser presents it. Extensions are not looked up.
EGLBoolean eglDestroyContext(EGLDisplay, EGLContext) {
  return EGL_TRUE;
}
EGLBoolean eglDestroySurface(EGLDisplay, EGLSurface) {
  return EGL_TRUE;
}
EGLBoolean eglSwapBuffers(EGLDisplay, EGLSurface) {
  return EGL_TRUE;
}
EGLBoolean eglSwapInterval(EGLDisplay, EGLint) {
  return EGL_TRUE;
}
EGLBoolean eglTerminate(EGLDisplay) {
  return EGL_TRUE;
}
EGLBoolean eglWaitGL() {
  return EGL_TRUE;
}
EGLBoolean eglWaitNative(EGLint) {
  return EGL_TRUE;
}
const char* eglQueryString(EGLDisplay, EGLint) {
  return "";
}
__eglMustCastToProperFunctionPointerType eglGetProcAddress(const char*) {
  return nullptr;
}

// Whether it worked is all that is asked; nobody reads the messages.
int SDL_SetError(const char*, ...) {
  return -1;
}
int SDL_Error(SDL_errorcode) {
  return -1;
}
const char* SDL_GetError() {
  return "";
}
void SDL_ClearError() {}

void SDL_LogInit() {}
void SDL_LogQuit() {}
void SDL_Log(const char*, ...) {}
void SDL_LogMessage(int, SDL_LogPriority, const char*, ...) {}
void SDL_LogMessageV(int, SDL_LogPriority, const char*, va_list) {}
void SDL_LogError(int, const char*, ...) {}
void SDL_LogWarn(int, const char*, ...) {}
void SDL_LogInfo(int, const char*, ...) {}
void SDL_LogDebug(int, const char*, ...) {}
void SDL_LogCritical(int, const char*, ...) {}

int sigaction(int, const struct sigaction*, struct sigaction*) {
  return 0;
}

}  // extern "C"
