// What scripts and the page around ask (web/scripting.js, web/host_messages.js), and what came of what the
// program asked of its page: sharing, saving, exporting.
#include <emscripten/emscripten.h>

#include "app/host_page.h"
#include "app/script_answers.h"
#include "page/explorer_page.h"

using namespace explorer;

extern "C" {

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

}  // extern "C"
