// When things happen: keeps state, dataset and answers, turns what reaches it (commands, DOM events, load
// events) into the next state, and says when a new frame is due. Knows no host and no renderer.
#pragma once

#include <array>
#include <deque>
#include <memory>
#include <string_view>
#include <vector>

#include "core/dataset_transfer.h"
#include "core/engine_rehearsal.h"
#include "core/load_dataset.h"
#include "core/query_engine.h"
#include "exports/export.h"
#include "state/command.h"
#include "state/memory.h"
#include "view/build_scene.h"
#include "view/grid_walk.h"
#include "view/locale.h"
#include "view/surface.h"

namespace explorer {

// What is wanted of a link: that set_link() says what it begins with, that it is copied, or that the system's
// own dialog gives it away. Code: the code around it is copied as it is.
enum class LinkUse : uint8_t { Prepare, Copy, Sheet, Code };

// How an address was come by: it was opened, by a link or by hand, or the reader is back where that stands.
enum class AddressVisit : uint8_t { Opened, Returned };

// What the app asks of whoever runs it.
class AppHost {
 public:
  virtual ~AppHost() = default;
  virtual void request_frame() = 0;  // one frame soon; asking again before it is free
  virtual void fetch_dataset() = 0;  // load again from the start
  virtual void continue_load() = 0;  // go on where loading in pieces ended
  virtual void fetch_map() = 0;      // map_loaded() follows
  virtual void cancel_load() = 0;    // end loading in pieces; load_stopped() follows
  virtual void ask_for_file() = 0;   // let the reader choose a file; load_begun() may follow
  virtual double now_ms() = 0;       // of a clock that never goes back
  virtual void theme_chosen(ThemeChoice choice) = 0;
  virtual void focus(NodeKey key) = 0;  // move the keyboard focus there with the next frame
  virtual void scroll_to(NodeKey key, float x, float y) = 0;  // the same with a scroll area
  // The focus at once; false if the page has no such element. For when the page shows the scene as it is.
  virtual bool focus_now(NodeKey key) = 0;
  // Hands the reader a file: an SVG document, or a picture of the page with `content` as its caption.
  virtual void save_picture(PictureFile what, std::string_view file_name, std::string_view content) = 0;
  // Has the tool for that at hand: begin_export() is likely to follow.
  virtual void prepare_export() = 0;
  // Within the reader's own press: has the page find out where a file is to go, and ask for export_chunk()
  // from there on; export_ended() follows in any case. `large`: too much to be held until it is all there.
  virtual void begin_export(uint32_t number, std::string_view file_name, std::string_view media_type,
                            bool large) = 0;
  // Has the page copy, which asks for copied() meanwhile; returns whether it did.
  virtual bool copy() = 0;
  // What stands for the state (state/address.h). `push`: Back is to lead to the one before, which the reader
  // left with things standing as in `left` (see App::marks).
  virtual void address_changed(std::string_view address, bool push, std::string_view left) = 0;
  // To be there when the page is opened again, in place of what was told before; empty: nothing
  // (state/memory.h).
  virtual void remember(std::string_view text) = 0;
  // So high, px, that nothing in the main column has to scroll (natural_height()); told if it changes, and
  // only in a frame.
  virtual void content_height(int px) = 0;
  // To the state with this address, or with this code; ReportShare follows, but for Prepare.
  virtual void use_link(LinkUse use, std::string_view address) = 0;
};

// How a pointer drag stands.
enum class DragPhase : uint8_t { Start, Move, End, Cancel };

// Whether a file that is being made goes on: there may be more of it, that was all, or it is not to be
// finished.
enum class ExportStep : uint8_t { More, Done, Broken };

// Keys that the app answers when nothing in the page took them.
enum class AppKey : uint8_t {
  Escape,
  FocusSearch,
  Up,
  Down,
  Left,
  Right,
  Home,
  End,
  PageUp,
  PageDown,
  ZoomIn,
  ZoomOut,
  ZoomReset,
  Enter,
  Space,
  EnterCell,  // F2
  OpenMenu,   // the menu key, Shift+F10, a long press
  Character   // any other; KeyPress::text
};

// A key with what is held down meanwhile.
struct KeyPress {
  AppKey key;
  bool shift = false;
  bool command = false;        // Ctrl, or Cmd on a Mac
  std::string_view text = {};  // of one character, as the keyboard's layout has it: "?", "k"
};

// What a copy takes along; empty: nothing. `plain` with `html` is tab-separated, or a value; without,
// whatever the reader chose.
struct CopiedTexts {
  std::string plain, html;
};

class App {
 public:
  App(AppHost& host, TextMeasurer& measurer);

  void dispatch(const Command& command);

  // What the page reports. Keys of nodes that are gone are ignored.
  // `command`: with Ctrl or Cmd; `by_keys`: not by a pointer.
  void activated(NodeKey key, bool shift, bool command = false, bool by_keys = false);
  void typed(NodeKey key, std::string_view text);
  // `resting`: nobody scrolls just now, neither by hand nor by momentum.
  void scrolled(NodeKey key, float x, float y, bool resting = false);
  void hovered(NodeKey key);
  // Has the keyboard focus; 0: nothing has. What has it counts as pointed at. `returned`: it had it when the
  // reader left the window, who is back now; nothing is brought into sight then.
  void focused(NodeKey key, bool returned = false);
  void dragged(NodeKey key, DragPhase phase, float dx_px, float pointer_x_px);
  // On a node with a surface; px from the corner of its box. `additive`: with Ctrl or Cmd; `pan`: see
  // Gesture.
  void pointed(NodeKey key, PointerPhase phase, Point at, bool pan);
  void zoomed(NodeKey key, Point at, float factor);
  // True if the key did something; else the browser should have it.
  bool key_pressed(NodeKey focused, const KeyPress& press);
  bool key_pressed(NodeKey focused, AppKey key) { return key_pressed(focused, KeyPress{key}); }
  // The menu of what is at that place, px in the page, or of the cell itself. True if it opens.
  bool menu_requested(NodeKey key, std::optional<Point> at);
  // Rows, or a value, for the clipboard, from within the reader's own copying; says in words what was taken.
  CopiedTexts copied();
  // Whether there would be any.
  bool can_copy() const;

  // Appends the next bytes of the export with this number to `out`, in a few milliseconds; maybe none yet.
  ExportStep export_chunk(uint32_t number, std::string& out);
  // How that export ended for the page. What is said of an earlier one is ignored.
  void export_ended(uint32_t number, ExportOutcome outcome);

  void resized(float width_px, float height_px);
  void environment_changed(bool dark, bool coarse_pointer, bool reduced_motion = false);
  // `system`: the colours of the reader's system, where they are forced.
  void contrast_changed(Contrast contrast, const SystemColors& system);
  // Whether there is a canvas; else the elements are the page.
  void drawn_on_canvas(bool drawn);
  // Of the page, such as "https://example.org": from there alone pictures are fetched unasked.
  void set_origin(std::string origin) { environment_.origin = std::move(origin); }
  // Keys are held with Cmd; before the first frame.
  void set_apple_keys(bool apple) { environment_.apple_keys = apple; }

  // What the browser remembers of earlier visits, before the first address. From here on the host is told
  // what there is to remember.
  void recall(std::string_view text, memory::Extent extent);
  // What the page around chose for the frame that this one stands in; before the first address.
  void set_embedding(Embedding embedding);
  // The page's address says `text`. `marks`, if not empty: how things stood here before; the focus goes back
  // to its place only if the reader returned.
  void open_address(std::string_view text, AddressVisit visit, std::string_view marks = {});
  // How things stand: "focus;key,x,place;..." with the place of each scroll area that is not at its start,
  // px.
  std::string marks() const;
  // What a link to a state begins with, up to its "#"; whether the system has a dialog that gives it away;
  // whether it leads to the data that is shown; whether this page is itself shown in the dialog that embeds.
  void set_link(std::string base, bool has_sheet, bool has_data, bool is_preview = false);
  // How high the page in that dialog would be.
  void set_preview_height(float height_px);

  // Loading a dataset at once: progress, then loaded() or load_failed().
  void load_progress(const LoadProgress& progress);
  void load_failed(std::string title, std::string detail, std::string hint,
                   LoadAgain again = LoadAgain::Start);
  void loaded(LoadResult result);
  // The bytes of the map (view/map_geometry.h); empty if it could not be loaded.
  void map_loaded(std::string_view bytes);
  // In pieces: load_begun() forgets what was there; batches of rows (dataset_transfer.h) and progress come in
  // any order; then load_finished(), load_failed() or load_stopped(), all of which keep the rows.
  void load_begun();
  void batch(std::string_view bytes);
  // `report` has what was passed over, or why loading failed. `note`: why there may be more, or empty.
  void load_finished(LoadResult report, std::string note);
  void load_stopped();
  // The order of a column's values, found by the loader after load_finished().
  void adopt_ranks(TableId table, size_t column, ValueRanks ranks);

  // Works on the reader's question for some milliseconds (asking for another frame if there is more to do),
  // then builds the scene anew if it changed since the last call. Returns whether there is anything to draw:
  // that, or only what is under the pointer.
  bool update();
  // What update() returned true for has been drawn.
  void drawn();

  // Whether the scene shows the answer to the question as it stands.
  bool is_settled() const;

  const Scene& scene() const { return scene_; }
  const std::vector<ScrollOffset>& scrolls() const { return scrolls_; }
  const AppState& state() const { return state_; }
  const Results& results() const { return results_; }
  // Null while there is nothing to show.
  const Dataset* shown_dataset() const;
  // The engine with the answer for `table`, worked out at once if need be; null without a dataset.
  QueryEngine* answered_engine(TableId table);
  const LoadStatus& load_status() const { return load_; }
  // The title of what is shown; empty while that is not known.
  std::string_view dataset_title() const { return dataset_ ? dataset_->title : std::string_view(); }
  NodeKey hovered_key() const { return hovered_; }
  // Whether what comes next is at the left.
  static bool is_right_to_left() { return reader_locale().right_to_left(); }
  Scheme scheme() const { return environment_.scheme; }
  const Palette& palette() const { return palette_; }

 private:
  // The column whose values results_.facets are, if any.
  struct FacetsOf {
    PopoverKind kind = PopoverKind::None;
    TableId table = TableId::Articles;
    size_t column = 0;
    uint64_t question = 0;
    std::string search = {};
    friend bool operator==(const FacetsOf&, const FacetsOf&) = default;
  };

  // While Shift is used again and again: from which row, and what was marked before.
  struct MarkBase {
    RowIndex anchor = 0;
    std::vector<RowIndex> rows;
  };

  // The focus on its way to the cursor of a grid, whose row may not be in the scene yet.
  struct RowMove {
    NodeKey grid = 0;
    NodeKey scroller = 0;  // 0: nothing has to be scrolled
    double place_px = 0;
  };

  // How things stood where the reader is back; see marks(). The place of a scroll area is its `shift`.
  struct Marks {
    NodeKey focus = 0;
    std::vector<ScrollOffset> scrolls;
  };

  // Where the focus has to go when the reading view (view/build_reading.h) changed.
  enum class ReadingMove : uint8_t { None, Opened, Turned, Closed };

  // While it lives, what happens is done by the reader, who may not do everything (state/rights.h).
  class ReaderAct {
   public:
    explicit ReaderAct(App& app);
    ~ReaderAct();
    ReaderAct(const ReaderAct&) = delete;
    ReaderAct& operator=(const ReaderAct&) = delete;

   private:
    App& app_;
    bool before_;
  };

  bool has_rows() const;
  TableId asked_table() const;
  void forget_answers();
  void take_batches(size_t most_bytes = SIZE_MAX);
  bool is_at_work() const;
  bool renew_question();
  void work();
  bool work_then_draw();
  void rehearse();
  void work_for_a_frame();
  void show_progress();
  void take_answers();
  void take_regions();
  TimeFacts count_time();
  FacetsOf wanted_facets() const;
  bool facets_due() const;
  void drop_other_facets();
  void refresh_facets();
  const Node* due_summary() const;
  void take_summary(const Node& shown);
  void refresh_summaries();
  bool summaries_move() const;
  void invalidate();
  void redraw();
  void prepare_attribution();
  bool is_withheld(const Command& command) const;
  void tell_height();
  void resolve_scheme();
  void focus(NodeKey key);
  SceneInput scene_input() const;
  std::optional<Subject> subject_under(NodeKey key) const;
  void point_at(std::optional<Subject> subject);
  void release(const Node& target, const SurfaceActions& actions);
  NodeKey hover_look(NodeKey key) const;
  const Node* node(NodeKey key) const { return scene_.find(key); }
  bool surface_key(const Node& surface, AppKey key);
  void want_map();
  const Node* grid_of(const Node& row) const;
  bool restore_panel();
  void follow_reading();
  bool is_in_details(const Node& node) const;
  bool leads_into_details(const Node& link) const;
  void follow_details();
  const Node* place_among_rows() const;
  bool close_something(NodeKey focused);
  bool move_focus_along(const Node& tab, AppKey key);
  bool grid_key(NodeKey focused, const KeyPress& press);
  bool inner_key(const GridSpot& spot, NodeKey focused, const KeyPress& press);
  bool enter(const GridSpot& spot);
  bool header_key(const GridSpot& spot, const KeyPress& press);
  bool column_key(const Node& header, TableId table, size_t column, const KeyPress& press);
  bool resize_column(const Node& header, TableId table, size_t column, float wider_px);
  bool row_key(TableId table, const std::optional<GridSpot>& spot, const KeyPress& press);
  std::optional<RowRef> row_at(TableId table, GridPlace place) const;
  bool is_ahead(const Node& grid) const;
  std::optional<GridSpot> spot_ahead(const GridSpot& spot) const;
  bool walk(const GridSpot& spot, const KeyPress& press);
  GridPlace walked(const GridSpot& spot, GridPlace at, const KeyPress& press) const;
  uint32_t walked_column(const GridSpot& spot, GridPlace at, int step) const;
  const Node* data_row(const Node& grid) const;
  uint32_t rows_of_page(const Node& row) const;
  void go_to(const Node& grid, GridPlace to);
  void toggle_mark(RowRef row);
  void extend_marks(TableId table, RowIndex from, RowIndex to);
  void mark_clicked(const Node& row, bool shift);
  void follow_focus(NodeKey key, bool returned);
  void follow_cursor(TableId table, const RowList& next);
  void count_marks();
  bool list_key(NodeKey focused, const KeyPress& press);
  bool menu_key(NodeKey focused, const KeyPress& press);
  bool open_row_menu(const GridSpot& spot, uint32_t col, std::optional<Point> at);
  std::optional<TableId> grid_in_use() const;
  void hold_focus(std::optional<TableId> table);
  bool reveal_cursor();
  void copy_command(const Command& command);
  bool export_command(const Command& command);
  std::unique_ptr<exports::Export> make_export() const;
  void start_export();
  void end_export(ExportOutcome outcome);
  CopiedTexts copied_export();
  std::optional<RowRef> row_in_use() const;
  uint32_t rows_beside(const Node& row) const;
  const Node* scroller_of(const Node& node) const;
  double covered_px(const Node& scroller) const;
  double place_showing(const Node& scroller, const Node& from, uint32_t row_index) const;
  void begin_row_move();
  void end_row_move();
  ScrollOffset& offset_of(NodeKey key);
  void settle_scrolls();
  bool is_in_view(const Node& scroller) const;
  void forget_scrolls();
  bool reveal_selected();
  bool reveal_row(const Node& any_row, uint32_t row_index);
  bool load_command(const Command& command);
  bool action_command(const Command& command);
  bool action_key(NodeKey focused, const KeyPress& press);
  bool palette_key(const KeyPress& press);
  int lines_of_palette() const;
  void run_choice(std::string_view id);
  void focus_column(size_t column);
  bool link_command(const Command& command);
  void before_change(const Command& command);
  void tell_address();
  void know_address();
  void begin_memory();
  void tell_memory();
  void forget_memory();
  void find_awaited_row();
  void await_selected_row();
  bool restore_marks();
  void save_picture(PictureFile what);
  void take_report(LoadResult report);

  AppHost& host_;
  TextMeasurer& measurer_;
  AppState state_;
  std::unique_ptr<Dataset> dataset_;
  std::unique_ptr<DatasetReceiver> receiver_;  // fills dataset_ in pieces; null if it came at once
  Results results_;
  std::unique_ptr<QueryEngine> engine_;       // of dataset_
  std::array<uint64_t, TableCount> taken_{};  // of which question of engine_ results_ hold the answer
  std::unique_ptr<EngineRehearsal> rehearsal_;
  bool rehearsed_ = false;    // of the rows as they are
  uint64_t overview_of_ = 0;  // and the facts of the overview
  uint64_t regions_of_ = 0;   // and those of the regions
  MapStatus map_;
  bool map_asked_ = false;
  std::deque<std::string> waiting_;  // batches that dataset_ does not have yet
  size_t waiting_bytes_ = 0;
  bool rows_added_ = false;     // dataset_ has rows that engine_ does not know
  uint32_t answered_rows_ = 0;  // how many rows there were when the question was asked
  FacetsOf facets_of_;
  bool progress_waits_ = false;  // the scene shows an earlier one
  double progress_shown_ms_ = 0;
  double scene_ms_ = 0;      // when the last scene was begun
  bool undrawn_ = false;     // it was not drawn yet
  double drawing_ms_ = 0;    // from then until it was drawn
  bool draw_first_ = false;  // the next update() draws what the last one found out
  LoadStatus load_;
  Environment environment_;
  bool system_dark_ = false;
  SystemColors system_colors_{};
  Palette palette_{Scheme::Light};
  std::vector<ScrollOffset> scrolls_;
  std::optional<RowMove> row_move_;
  NodeKey focus_ = 0;             // what has it; 0: nothing
  std::vector<NodeKey> visited_;  // of each list that is walked, what had the focus last
  NodeKey entered_ = 0;           // the cell that keys led into; 0: none
  std::optional<MarkBase> mark_base_;
  bool menu_left_ = false;            // the menu of a row closed
  bool cursor_due_ = false;           // the row that the focus is in has to come into sight
  const Command* copying_ = nullptr;  // what has the page copy
  NodeKey hovered_ = 0;
  NodeKey focused_ = 0;                      // the last one that was
  std::string address_, place_;              // as the host knows them (state/address.h)
  std::optional<memory::Extent> remembers_;  // nothing: the host remembers nothing
  std::optional<memory::Keeper> keeper_;     // once there is something to remember
  bool opened_ = false;                      // an address was
  bool address_due_ = false;                 // there may be another one
  bool navigated_ = false;                   // by the reader, who left things standing as in left_marks_
  std::string left_marks_;
  std::optional<Marks> marks_due_;           // once the scene has what they are about
  bool focus_due_ = false;                   // with them
  bool focus_restored_ = false;              // with this scene
  RowIndex searched_ = 0;                    // rows that are not the awaited one
  std::unique_ptr<exports::Export> export_;  // of dataset_; null when all its bytes were given away
  uint32_t export_number_ = 0;               // of the newest one
  ExportStatus exporting_;
  double export_shown_ms_ = 0;
  std::optional<Gesture> gesture_;
  float drag_start_width_ = 0;
  Scene scene_;
  bool reader_acts_ = false;  // see ReaderAct
  bool height_due_ = true;    // the height that the host knows may not be right
  int told_height_px_ = 0;
  bool dirty_ = true;        // the scene is not what state and world ask for
  bool moving_ = false;      // it is, but for numbers on their way
  bool reveal_due_ = false;  // the selected row has to come into sight
  ReadingMove reading_move_ = ReadingMove::None;
  bool details_due_ = false;  // their headline is to get the focus
  bool repaint_ = false;      // the scene stands, its drawing does not
};

}  // namespace explorer
