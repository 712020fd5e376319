// The few shapes that all builders are made of: a box, a line of text, a paragraph, buttons, links. They
// shorten and break text to fit, so that every rectangle is exact. Knows nothing of tables or queries.
#pragma once

#include <string>
#include <string_view>

#include "view/build_scene.h"
#include "view/scene.h"

namespace explorer {

// What every builder needs: the input, the scene under construction and the measures of this viewport.
struct Builder {
  const SceneInput& in;
  Scene& scene;
  float width = 0, height = 0;           // of the viewport
  float margin = size::Margin;           // left and right of all content
  bool phone = false;                    // stacked layout
  bool wide = false;                     // the detail panel stands beside the content
  uint32_t anchor = 0;                   // node under which the open popover hangs; 0 = none on screen
  const OverviewFacts* facts = nullptr;  // set by build_overview
  std::optional<Panel> panel = {};       // of the overview, the one under construction
  std::string_view data_lang = {};       // of the dataset's own words; empty where it is the interface's
  float foot = 0;                        // of the page, taken by what stands below the content
  bool measuring = false;                // the page can be as high as it likes (natural_height())
  float beyond = 0;  // px by which the content is higher than its place, see tell_content()
};

struct TextStyle {
  Font font = Font::Body;
  Color color = Color::Ink;
  Align align = Align::Start;
};

inline constexpr TextStyle SoftSmall{Font::Small, Color::Soft, Align::Start};
inline constexpr TextStyle Strong{Font::BodyStrong, Color::Ink, Align::Start};

// Width of the text in whole px, so that a box of this width never breaks or shortens it.
float text_px(Builder& b, std::string_view text, Font font);
float line_px(Font font);

uint32_t add_node(Builder& b, uint32_t parent, std::string_view name, uint64_t index, Role role, Rect rect);

// Sets the text of a node, shortened to its box less its insets; the full text becomes the label then.
void set_text(Builder& b, uint32_t node, std::string_view text, TextStyle style);

// A line of text in `rect`, shortened with an ellipsis where it does not fit.
uint32_t add_text(Builder& b, uint32_t parent, std::string_view name, uint64_t index, Rect rect,
                  std::string_view text, TextStyle style = {}, Role role = Role::Text);

// A paragraph of at most `max_lines` lines (0: any number) at `at.x, at.y`, `at.w` wide; returns the node,
// whose rect has the height.
uint32_t add_wrapped(Builder& b, uint32_t parent, std::string_view name, uint64_t index, Rect at,
                     std::string_view text, TextStyle style, size_t max_lines = 0,
                     Role role = Role::Paragraph);

// Lines that end within a word read as two: then the name says the text as it is written.
void name_in_full(Node& node, std::string_view text);

uint32_t add_heading(Builder& b, uint32_t parent, std::string_view name, Rect rect, std::string_view text,
                     Font font, uint8_t level);

// A framed button with a text; `rect.w` 0 makes it as wide as the text needs.
uint32_t add_button(Builder& b, uint32_t parent, std::string_view name, uint64_t index, Rect rect,
                    std::string_view text, Command command);
// A button without frame that reads as a link: accent coloured, underlined under the pointer.
uint32_t add_link(Builder& b, uint32_t parent, std::string_view name, uint64_t index, Rect rect,
                  std::string_view text, Font font, Command command, Role role = Role::Button);
uint32_t add_icon_button(Builder& b, uint32_t parent, std::string_view name, uint64_t index, Rect rect,
                         Icon icon, std::string_view label, Command command);
// Closes what it stands in, as Escape does. The focus comes to it only where there is nothing else.
uint32_t add_close_button(Builder& b, uint32_t parent, Rect rect, std::string_view label, Command command);
// A picture that stands for nothing by itself.
uint32_t add_icon(Builder& b, uint32_t parent, std::string_view name, Rect rect, Icon icon, Color color);
// A plain box of colour.
uint32_t add_fill(Builder& b, uint32_t parent, std::string_view name, uint64_t index, Rect rect, Color fill);

// A text field that the browser edits; `name` also tells fields of one parent apart.
uint32_t add_field(Builder& b, uint32_t parent, std::string_view name, Rect rect, Role role,
                   std::string_view label, InputBinding binding, std::string_view value,
                   std::string_view placeholder);

// Makes a node scroll over content of this size (never smaller than the node).
void make_scroll(Builder& b, uint32_t node, float content_w, float content_h);
// The same over content that may be higher than an element can be: what is `y` px down in it lies at `y` less
// the shift of scroll_of().
void make_long_scroll(Builder& b, uint32_t node, float content_w, double content_h);
// Where the node stands, within the bounds of its content. Call after make_scroll().
ScrollOffset scroll_of(const Builder& b, uint32_t node);
// The node's place in the viewport, with all scrolling done.
Rect viewport_rect(const Builder& b, uint32_t node);

// What the main column of the page scrolls: as much of its content as is to be seen at once where the page
// can be as high as it likes.
void tell_content(Builder& b, uint32_t scroller, double content_px);
// The same of a table with `around` px beside its rows: all of few rows, and of more than `most` so many that
// it can be seen that there are more.
double seen_at_once(double around, size_t rows, float row_h, size_t most);

// Whether the page around this one lets readers do it.
bool may(const Builder& b, EmbedRight right);

// Least height of something to press here.
float target_px(const Builder& b, float fine_px);
// Height of a row of one line, as dense as the reader chose.
float row_px(const Builder& b);

}  // namespace explorer
