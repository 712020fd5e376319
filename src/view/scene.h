// The view model: everything on screen as one tree of plain nodes, each with its meaning (role, name,
// state), its place and look, and the command that it stands for. Both renderers, canvas and DOM, read this
// and nothing else; neither knows the dataset.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "state/command.h"
#include "view/picture.h"
#include "view/theme.h"

namespace explorer {

struct Rect {
  float x = 0, y = 0, w = 0, h = 0;
  friend bool operator==(const Rect&, const Rect&) = default;
};

// What a node is for somebody who cannot see it (WAI-ARIA 1.2 terms). Group is a plain container, Decor
// exists only as drawing.
enum class Role : uint8_t {
  Group,
  Decor,
  Banner,
  Main,
  Navigation,
  Complementary,
  Region,
  Heading,
  Paragraph,
  Text,
  Link,  // with `href` it leaves the page; else a button among texts
  Button,
  TabList,
  Tab,
  TabPanel,
  Search,
  SearchBox,
  TextBox,
  CheckBox,
  Grid,
  RowGroup,
  Row,
  ColumnHeader,
  RowHeader,
  Cell,
  List,
  ListItem,
  Terms,
  Term,
  Definition,
  Dialog,
  Status,
  Alert,
  Separator,
  Image,
  ProgressBar,  // `value`: how far, in words
  ComboBox,     // a text field over a ListBox
  ListBox,
  Option,
  Menu,
  MenuItem,
  Table,  // to be read cell by cell; a Grid is to be walked through
  TableGroup,
  TableRow,
  TableHeader,
  TableRowHeader,
  TableCell,
  RadioGroup,  // Radios, of which one is chosen; arrows walk and choose
  Radio,
  Frame,       // another page of the page's own host, shown in this one
  Application  // a picture that is moved by keys, which assistive technology leaves to it
};

// Vector icons, drawn by both renderers.
enum class Icon : uint8_t {
  None,
  Search,
  Close,
  SortAscending,
  SortDescending,
  Filter,
  Columns,
  Theme,
  ChevronRight,
  ChevronLeft,
  Check,
  External,
  Warning,
  Article,
  Release,
  Chart,
  Video,
  Event,
  Download,
  Expand,
  Shrink,
  Table,
  Cards,
  Menu,
  Share
};

enum class Align : uint8_t { Start, Center, End };
enum class SortState : uint8_t { Unsortable, None, Ascending, Descending };
enum class Toggle : uint8_t { NotApplicable, Off, On };

// Which lines of a node's box are drawn (bits).
namespace edge {
inline constexpr uint8_t None = 0, Top = 1, Right = 2, Bottom = 4, Left = 8, All = 15;
}

// Text the browser edits: which command its value makes.
enum class InputField : uint8_t {
  None,
  Query,
  ColumnContains,
  RangeFrom,
  RangeTo,
  FacetSearch,
  Palette,
  Link,  // to be copied, not edited
  EmbedHeight,
  EmbedCode  // of several lines, to be copied, not edited; the browser draws it on the canvas, too
};
struct InputBinding {
  InputField field = InputField::None;
  std::string column;  // query name of the column
};

enum class Drag : uint8_t { None, ResizeColumn, MoveColumn };
struct DragBinding {
  Drag kind = Drag::None;
  TableId table = TableId::Articles;
  size_t column = 0;   // index into column_specs
  float width_px = 0;  // ResizeColumn: the width now
};

// A node that takes the pointer itself, at any place in it (view/surface.h): dragging brushes or pans, two
// fingers or Ctrl with the wheel zoom.
enum class Surface : uint8_t { None, Map, Timeline, Histogram };
struct SurfaceBinding {
  Surface kind = Surface::None;
  TableId table = TableId::Articles;  // Histogram
  size_t column = 0;                  // Histogram: index into column_specs
  bool captions = false;              // Timeline: lanes are named on it, above their rows
};

// How a horizontal bar stands for a number: `fraction` of the box, fading out over its last part where the
// number is "about", hatched beyond `fraction` where more is claimed than named.
enum class Mark : uint8_t { None, Bar, BarFading, Gauge, DateExact, DateSpan, DateInterval, DateFading };

using NodeKey = uint64_t;  // stable from frame to frame, below 2^53, never 0

struct Node {
  NodeKey key = 0;
  uint32_t parent = 0;  // index of the parent; the root is its own
  Role role = Role::Group;
  Rect rect;  // px from the parent's content origin (scrolled with it)

  // Look.
  std::string text;  // visible text; '\n' separates lines that the layout broke
  Font font = Font::Body;
  Color color = Color::Ink;
  Align align = Align::Start;  // in a finished scene Start is left (view/mirror_scene.h)
  bool right_to_left = false;  // how the text reads
  Color fill = Color::None;
  Color hover_fill = Color::None;
  Color border_color = Color::Hair;
  Color hover_border = Color::None;  // of the borders under the pointer; None: as without it
  uint8_t borders = edge::None;
  float border_px = 1;
  float radius_px = 0;
  float pad_left = 0, pad_right = 0;  // text inset
  Icon icon = Icon::None;             // drawn before the text, or centred where there is none
  bool mirrored = false;              // begins at the right: bars, the icon before the text, scrolling
  Mark mark = Mark::None;
  float mark_from = 0, mark_to = 0;        // fractions of the box's width
  std::shared_ptr<const Picture> picture;  // drawn on the fill, under the text
  bool underline_on_hover = false;
  bool reveal = false;  // drawn only while the pointer is over the Row that the node is in
  bool shadow = false;
  bool clip = false;
  bool sticky = false;  // stays at the top of its scrolling parent; first child of it

  // Meaning.
  std::string label;        // accessible name where it is not the text
  std::string description;  // longer help; also the tooltip
  std::string lang;         // of text and name where it is not that of the interface (RFC 5646)
  uint8_t level = 0;        // headings
  bool selected = false;    // tabs, rows, current item
  bool disabled = false;
  Toggle checked = Toggle::NotApplicable;
  Toggle expanded = Toggle::NotApplicable;
  SortState sort = SortState::Unsortable;
  uint32_t row_index = 0, col_index = 0;  // 1-based, header row included; 0 = not applicable
  uint32_t row_count = 0, col_count = 0;  // grids
  TableId table = TableId::Articles;      // grids: whose rows they show
  bool walked = false;                    // lists: one tab stop, from item to item by arrows
  bool modal = false;                     // dialogs: hold the focus
  bool quiet = false;                     // live regions: seen only
  bool unseen = false;                    // live regions: heard only, when nothing has changed for a moment
  std::string heard;                      // what an unseen one says
  bool value_known = false;               // progress bars: mark_to says how far
  bool marked = false;                    // rows and options: chosen, to be copied or acted on
  bool tab_stop = false;                  // where Tab enters what is walked through by other keys
  bool by_keys = false;                   // focusable, but not by Tab
  std::string shortcut;                   // as aria-keyshortcuts has it: "Control+K"
  NodeKey active_option = 0;              // ComboBox: the Option that Enter would take
  NodeKey controls = 0;                   // ComboBox: its ListBox; chosen Tab: its TabPanel

  // What it does.
  std::optional<Command> activate;  // click, Enter, Space, assistive technology
  bool withheld = false;            // readers may not do it, nor what `surface` is for
  std::string href;                 // links that leave the page (http and https only)
  std::string image;  // address of a picture of the page's own host, fills the box once it is there
  std::string frame;  // Frame: the address of the page
  InputBinding input;
  std::string value;  // of an input
  std::string placeholder;
  int32_t error_begin = -1, error_end = -1;  // bytes of `value` that cannot be read
  DragBinding drag;
  SurfaceBinding surface;
  std::optional<Subject> subject;  // what it stands for: lit up with its relatives while the pointer is on it
  bool lit = false;                // it is one of those relatives, or that itself

  // Scrolling: the node shows a window of its content; children lie in content coordinates.
  bool scrolls = false;
  float content_w = 0, content_h = 0;
  double whole_h = 0;  // of the content where it is higher than content_h; see view/long_scroll.h
};

// The row that activating the node selects; null if it does something else.
const command::SelectRow* selects(const Node& node);

// Where a scrolling node stands; kept by the app from scroll events, by node key.
struct ScrollOffset {
  NodeKey key = 0;
  float x = 0, y = 0;    // x: px from the side where the content begins
  double shift = 0;      // px of whole_h above what content_h begins with
  bool resting = false;  // nobody scrolls just now
  bool of_view = false;  // kept while other views are shown
  bool shown = false;    // the page has it
};

// Where the content of a node begins, px from its left edge, when it is scrolled to `scroll_x`.
float content_x(const Node& node, float scroll_x);

class Scene {
 public:
  // Adds a node under `parent` (an index from add(), 0 = root). The key is made of the parent's key, `name`
  // and `index`, so that the same thing keeps its key. The reference is valid until the next add().
  uint32_t add(uint32_t parent, std::string_view name, uint64_t index = 0);
  Node& node(uint32_t index) { return nodes_[index]; }
  const Node& node(uint32_t index) const { return nodes_[index]; }
  // Depth is not stored in order of drawing: children are drawn after their parent, in order of adding. That
  // is the order in which they are read and Tab goes, too: along lines, from top to bottom.
  const std::vector<Node>& nodes() const { return nodes_; }
  const Node* find(NodeKey key) const;
  // The key that add() would make; for scroll offsets kept from frame to frame.
  static NodeKey child_key(NodeKey parent, std::string_view name, uint64_t index = 0);

  explicit Scene(Rect viewport);

 private:
  std::vector<Node> nodes_;
};

// What the world looks like now, apart from what the reader chose.
struct Environment {
  float width_px = 0, height_px = 0;  // of the viewport, CSS pixels
  Scheme scheme = Scheme::Light;      // resolved: choice, else system
  bool coarse_pointer = false;        // touch: bigger targets
  Contrast contrast = Contrast::Normal;
  bool drawn = true;            // on a canvas, of which a picture can be saved
  std::string origin = {};      // of the page: "https://example.org"
  bool reduced_motion = false;  // no transitions
  std::string link = {};        // what a link to a state begins with, up to its "#"; empty: not known (yet)
  bool link_sheet = false;      // the system has a dialog that gives links away
  bool link_has_data = true;    // it leads to the data that is shown
  bool is_preview = false;      // the page is shown in the dialog that embeds, which shows no other one then
  float preview_px = 0;         // how high the page in that dialog would be; 0: not known (yet)
  bool apple_keys = false;      // shortcuts are held with Cmd, not with Ctrl
  bool remembered = false;      // the browser has something that Forget would make it forget
};

}  // namespace explorer
