// The explorer of this page: the application, what draws it, and how the application asks the page for
// something. What the page calls are the exported functions in main.cpp and beside this file.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "app/app.h"
#include "canvas/canvas_renderer.h"
#include "dom/dom_renderer.h"
#include "platform/platform.h"

namespace explorer {

// Widths by the browser, remembered: the same words come again in every frame.
class BrowserMeasurer : public TextMeasurer {
 public:
  float width(std::string_view unit, Font font) override;

 private:
  std::unordered_map<std::string, float> widths_;
  std::string key_;
};

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

  explicit Explorer(bool expects_canvas);

  // Draws on the current WebGL 2 context from here on, or shows the elements. Returns which.
  bool use_canvas(bool has_context);

  // A frame, in this order: the scene, its elements, the canvas, and what the page says of itself (its state,
  // and its title once the dataset has one).
  void update_scene();
  void update_twin();
  void draw();
  void tell_page();

  void request_frame() override { platform::request_frame(); }
  double now_ms() override { return platform::now_ms(); }
  void fetch_dataset() override { platform::request_load(platform::LoadRequest::Start); }
  void fetch_map() override { platform::fetch_map(); }
  void continue_load() override { platform::request_load(platform::LoadRequest::Continue); }
  void cancel_load() override { platform::request_load(platform::LoadRequest::Cancel); }
  void ask_for_file() override { platform::request_load(platform::LoadRequest::AskForFile); }
  void theme_chosen(ThemeChoice choice) override;
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
  bool focus_now(NodeKey key) override;
  void scroll_to(NodeKey key, float x, float y) override { dom.scroll_to(key, x, y); }

 private:
  void expect_canvas(bool expected);
};

// There from explorer_start() on.
extern std::unique_ptr<Explorer> explorer_page;

}  // namespace explorer
