// See app.h.
#include "app/app.h"

#include <algorithm>
#include <utility>

#include "state/rights.h"
#include "view/embed_code.h"
#include "view/surface_svg.h"
#include "view/ui_text.h"

namespace explorer {

namespace {
constexpr size_t MaxCaption = 200;  // letters
}  // namespace

App::App(AppHost& host, TextMeasurer& measurer)
    : host_(host), measurer_(measurer), state_(initial_state()), scene_(Rect{}) {}

void App::invalidate() {
  height_due_ = true;
  redraw();
}

// What is shown is as high as it was.
void App::redraw() {
  dirty_ = true;
  host_.request_frame();
}

void App::dispatch(const Command& command) {
  if (is_withheld(command)) return;
  if (load_command(command) || link_command(command) || action_command(command) || export_command(command))
    return;
  if (const auto* save = std::get_if<command::SavePicture>(&command)) save_picture(save->what);
  before_change(command);
  const ThemeChoice before = state_.theme;
  const View view = state_.view;
  const std::optional<RowRef> selected = state_.selected;
  const bool reading = state_.reading.has_value();
  const bool menu = state_.popover.kind == PopoverKind::RowMenu;
  state_ = apply(std::move(state_), command, dataset_.get());
  const bool closed = reading && !state_.reading;
  reveal_due_ = reveal_due_ || view != state_.view || selected != state_.selected || closed;
  if (std::holds_alternative<command::SetReading>(command) && (reading || state_.reading))
    reading_move_ = closed ? ReadingMove::Closed : reading ? ReadingMove::Turned : ReadingMove::Opened;
  if (state_.theme != before) {
    resolve_scheme();
    host_.theme_chosen(state_.theme);
  }
  menu_left_ = menu_left_ || (menu && state_.popover.kind == PopoverKind::None);
  const bool marks = std::holds_alternative<command::MarkRows>(command) ||
                     std::holds_alternative<command::DropMarks>(command);
  if (marks || view != state_.view) count_marks();
  const bool looks = std::holds_alternative<command::PointAt>(command) ||
                     std::holds_alternative<command::MoveCursor>(command);
  if (looks) {
    redraw();
  } else {
    invalidate();
  }
  copy_command(command);
  if (std::holds_alternative<command::Forget>(command)) forget_memory();
}

void App::resolve_scheme() {
  // Forced colours are the system's, whatever the reader chose here.
  const bool forced = environment_.contrast == Contrast::Forced;
  const ThemeChoice choice = forced ? ThemeChoice::System : state_.theme;
  const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && system_dark_);
  environment_.scheme = dark ? Scheme::Dark : Scheme::Light;
  palette_ = forced ? Palette(system_colors_) : Palette(environment_.scheme, environment_.contrast);
}

void App::activated(NodeKey key, bool shift, bool command, bool by_keys) {
  const Node* target = node(key);
  if (target == nullptr || target->disabled || !target->activate) return;
  const ReaderAct act(*this);
  if (target->role == Role::Row && (shift || command)) return mark_clicked(*target, shift);
  Command wanted = *target->activate;
  if (auto* sort = std::get_if<command::CycleSort>(&wanted)) sort->additive = sort->additive || shift;
  if (auto* row = std::get_if<command::SelectRow>(&wanted))
    row->go_to_view = row->go_to_view && readers_change_view(state_);
  details_due_ = by_keys && leads_into_details(*target);
  dispatch(wanted);
  // An item of a menu closes it, whatever else it does.
  if (state_.popover.kind == PopoverKind::RowMenu && target->role == Role::MenuItem)
    dispatch(command::ClosePopover{});
}

void App::typed(NodeKey key, std::string_view text) {
  const Node* target = node(key);
  if (target == nullptr) return;
  const ReaderAct act(*this);
  const std::string& column = target->input.column;
  const std::string value(text);
  switch (target->input.field) {
    case InputField::None:
    case InputField::Link:
    case InputField::EmbedCode:
      return;
    case InputField::EmbedHeight:
      return dispatch(command::SetEmbed{view::embed_dialog::with_height(state_.embed, value)});
    case InputField::Query:
      return dispatch(command::SetQueryText{value});
    case InputField::ColumnContains:
      return dispatch(command::SetContains{column, value});
    case InputField::FacetSearch:
      return dispatch(command::SetFacetSearch{value});
    case InputField::Palette:
      return dispatch(command::SetPaletteText{value});
    case InputField::RangeFrom:
    case InputField::RangeTo: {
      std::vector<std::string> range = range_fields(state_, column);
      range[target->input.field == InputField::RangeFrom ? 0 : 1] = value;
      return dispatch(command::SetRange{column, range[0], range[1]});
    }
  }
}

// Between frames. The next key may come before the next frame and is meant for what this one leads to. Where
// something is about to change, the focus is moved once more after it: it may not have been within reach.
void App::focus(NodeKey key) {
  if (host_.focus_now(key) && !dirty_) return;
  host_.focus(key);
  host_.request_frame();
}

void App::dragged(NodeKey key, DragPhase phase, float dx_px, float pointer_x_px) {
  const Node* target = node(key);
  if (target == nullptr) return;
  const ReaderAct act(*this);
  const DragBinding drag = target->drag;
  if (drag.kind == Drag::ResizeColumn) {
    if (phase == DragPhase::Start) drag_start_width_ = drag.width_px;
    const float wider_px = target->mirrored ? -dx_px : dx_px;
    const float width = phase == DragPhase::Cancel ? drag_start_width_ : drag_start_width_ + wider_px;
    if (phase != DragPhase::Start) dispatch(command::ResizeColumn{drag.table, drag.column, width});
  }
  if (drag.kind == Drag::MoveColumn && phase == DragPhase::End) {
    const std::optional<size_t> before = column_slot_at(scene_, state_, scrolls_, pointer_x_px);
    if (before) dispatch(command::MoveColumn{drag.table, drag.column, *before});
  }
}

void App::resized(float width_px, float height_px) {
  if (environment_.width_px == width_px && environment_.height_px == height_px) return;
  environment_.width_px = width_px;
  environment_.height_px = height_px;
  invalidate();
}

void App::environment_changed(bool dark, bool coarse_pointer, bool reduced_motion) {
  environment_.reduced_motion = reduced_motion;
  if (system_dark_ == dark && environment_.coarse_pointer == coarse_pointer) return;
  system_dark_ = dark;
  environment_.coarse_pointer = coarse_pointer;
  resolve_scheme();
  invalidate();
}

void App::contrast_changed(Contrast contrast, const SystemColors& system) {
  if (environment_.contrast == contrast && system_colors_ == system) return;
  environment_.contrast = contrast;
  system_colors_ = system;
  resolve_scheme();
  invalidate();
}

void App::drawn_on_canvas(bool drawn) {
  if (environment_.drawn == drawn) return;
  environment_.drawn = drawn;
  invalidate();
}

// Of the scene as it stands: the menu that was pressed lies over it, not in it.
void App::save_picture(PictureFile what) {
  const std::string caption = ui::picture_caption(display_text(dataset_title(), MaxCaption),
                                                  display_text(state_.query_text, MaxCaption));
  if (what == PictureFile::Page) return host_.save_picture(what, ui::picture_file_name(what), caption);
  const Surface surface = what == PictureFile::Map ? Surface::Map : Surface::Timeline;
  const std::string svg = surface_svg({scene_, scrolls_, palette_, caption}, surface);
  if (!svg.empty()) host_.save_picture(what, ui::picture_file_name(what), svg);
}

SceneInput App::scene_input() const {
  return {state_,       shown_dataset(), results_,  load_,
          environment_, scrolls_,        measurer_, gesture_ ? &*gesture_ : nullptr,
          hovered_,     scene_ms_,       map_,      visited_,
          focus_,       exporting_};
}

// Returns whether there is time left to draw in the same frame. Where drawing is slow it has one of its own:
// a page that is away for longer than 50 ms feels stuck, and what the browser does after a frame counts, too.
bool App::work_then_draw() {
  constexpr double MostMs = 36;
  const double begin = host_.now_ms();
  work();
  const double worked = host_.now_ms() - begin;
  draw_first_ = dirty_ && worked > 0 && worked + drawing_ms_ > MostMs && drawing_ms_ < MostMs;
  if (draw_first_) host_.request_frame();
  return !draw_first_;
}

void App::drawn() {
  if (std::exchange(undrawn_, false)) drawing_ms_ = host_.now_ms() - scene_ms_;
}

bool App::update() {
  const bool repaint = std::exchange(repaint_, false);
  tell_address();
  if (std::exchange(draw_first_, false)) {
    host_.request_frame();  // there may be more to work on
  } else if (!work_then_draw()) {
    return repaint;
  }
  if (!dirty_ && !moving_) return repaint;
  dirty_ = false;
  undrawn_ = true;
  scene_ms_ = host_.now_ms();
  begin_row_move();
  const std::optional<TableId> grid = grid_in_use();
  scene_ = build_scene(scene_input());
  if (restore_marks() || reveal_selected() || reveal_cursor()) scene_ = build_scene(scene_input());
  want_map();
  settle_scrolls();
  hold_focus(grid);
  end_row_move();
  follow_reading();
  follow_details();
  moving_ = summaries_move();
  if (moving_ || due_summary() != nullptr) host_.request_frame();
  tell_height();
  return true;
}

}  // namespace explorer
