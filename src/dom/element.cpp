// See element.h. Roles follow WAI-ARIA 1.2; an HTML element that has the meaning by itself is preferred.
#include "dom/element.h"

#include <cmath>
#include <cstdlib>

namespace explorer {

namespace {

using Attributes = std::vector<std::pair<std::string_view, std::string>>;

struct RoleElement {
  std::string_view tag;
  std::string_view role;  // empty: the tag says it
};

// In the order of enum Role.
constexpr RoleElement RoleElements[] = {
    {"div", ""},              // Group
    {"div", ""},              // Decor
    {"header", ""},           // Banner
    {"main", ""},             // Main
    {"nav", ""},              // Navigation
    {"aside", ""},            // Complementary
    {"section", ""},          // Region
    {"h2", ""},               // Heading, see element_tag
    {"p", ""},                // Paragraph
    {"span", ""},             // Text
    {"a", ""},                // Link, see element_tag
    {"button", ""},           // Button
    {"div", "tablist"},       // TabList
    {"button", "tab"},        // Tab
    {"div", "tabpanel"},      // TabPanel
    {"div", "search"},        // Search
    {"input", ""},            // SearchBox
    {"input", ""},            // TextBox
    {"button", "checkbox"},   // CheckBox
    {"div", "grid"},          // Grid
    {"div", "rowgroup"},      // RowGroup
    {"div", "row"},           // Row
    {"div", "columnheader"},  // ColumnHeader
    {"div", "rowheader"},     // RowHeader
    {"div", "gridcell"},      // Cell
    {"div", "list"},          // List
    {"div", "listitem"},      // ListItem
    {"dl", ""},               // Terms
    {"dt", ""},               // Term
    {"dd", ""},               // Definition
    {"div", "dialog"},        // Dialog
    {"div", "status"},        // Status
    {"div", "alert"},         // Alert
    {"div", "separator"},     // Separator
    {"div", "img"},           // Image
    {"div", "progressbar"},   // ProgressBar
    {"input", "combobox"},    // ComboBox
    {"div", "listbox"},       // ListBox
    {"div", "option"},        // Option
    {"div", "menu"},          // Menu
    {"button", "menuitem"},   // MenuItem
    {"table", "table"},       // Table; elements that are placed one by one lose what they are
    {"tbody", "rowgroup"},    // TableGroup
    {"tr", "row"},            // TableRow
    {"th", "columnheader"},   // TableHeader
    {"th", "rowheader"},      // TableRowHeader
    {"td", "cell"},           // TableCell
    {"div", "radiogroup"},    // RadioGroup
    {"button", "radio"},      // Radio
    {"iframe", ""},           // Frame
    {"div", "application"},   // Application
};
static_assert(std::size(RoleElements) == static_cast<size_t>(Role::Application) + 1);

constexpr std::string_view Headings[] = {"h1", "h2", "h3", "h4", "h5", "h6"};

constexpr std::string_view IconNames[] = {
    "",         "search", "close",    "ascending", "descending", "filter",  "columns", "theme", "right",
    "left",     "check",  "external", "warning",   "article",    "release", "chart",   "video", "event",
    "download", "expand", "shrink",   "table",     "cards",      "menu",    "share"};
static_assert(std::size(IconNames) == static_cast<size_t>(Icon::Share) + 1);

constexpr std::string_view MarkNames[] = {"",      "bar",  "bar-fading", "gauge",
                                          "exact", "span", "interval",   "fading"};

// To two decimals, never in powers of ten: rows of a long table stand millions of pixels down.
void append_number(std::string& out, double value) {
  const long long hundredths = std::llround(value * 100);
  const unsigned long long size = static_cast<unsigned long long>(std::llabs(hundredths));
  if (hundredths < 0) out += '-';
  out += std::to_string(size / 100);
  if (size % 100 == 0) return;
  out += '.';
  out += static_cast<char>('0' + size / 10 % 10);
  if (size % 10 != 0) out += static_cast<char>('0' + size % 10);
}

std::string number(double value) {
  std::string out;
  append_number(out, value);
  return out;
}

void append_px(std::string& style, std::string_view name, float value) {
  style += name;
  append_number(style, static_cast<double>(value));
  style += "px;";
}

bool is_input(const Node& node) {
  return node.role == Role::SearchBox || node.role == Role::TextBox || node.role == Role::ComboBox;
}

bool has_icon_beside(const Node& node) {
  return node.icon != Icon::None && !node.text.empty();
}

std::string style_of(const Node& node) {
  std::string style;
  append_px(style, "left:", node.rect.x);
  append_px(style, "top:", node.rect.y);
  append_px(style, "width:", node.rect.w);
  append_px(style, "height:", node.rect.h);
  const float beside = has_icon_beside(node) ? 24 : 0;
  const float left = node.pad_left + (node.mirrored ? 0 : beside),
              right = node.pad_right + (node.mirrored ? beside : 0);
  if (left > 0 || node.icon != Icon::None) append_px(style, "padding-left:", left);
  if (right > 0) append_px(style, "padding-right:", right);
  if (!node.text.empty()) {
    const bool one_line = node.text.find('\n') == std::string::npos;
    append_px(style, "line-height:", one_line ? node.rect.h : font_spec(node.font).line_px);
  }
  if (node.radius_px > 0) append_px(style, "border-radius:", node.radius_px);
  if (node.mark != Mark::None) {
    style += "--from:" + number(static_cast<double>(node.mark_from)) +
             ";--to:" + number(static_cast<double>(node.mark_to)) + ";";
  }
  if (node.scrolls) {
    append_px(style, "--content-w:", node.content_w);
    append_px(style, "--content-h:", node.content_h);
  }
  return style;
}

void append_class(std::string& classes, std::string_view prefix, std::string_view name) {
  if (!classes.empty()) classes += ' ';
  classes += prefix;
  classes += name;
}

std::string classes_of(const Node& node) {
  std::string classes;
  if (!node.text.empty() || node.icon != Icon::None || is_input(node)) {
    classes = font_spec(node.font).name;
    append_class(classes, "c-", color_name(node.color));
  } else if (node.mark != Mark::None) {
    append_class(classes, "c-", color_name(node.color));
  }
  if (node.fill != Color::None) append_class(classes, "b-", color_name(node.fill));
  if (node.hover_fill != Color::None) append_class(classes, "h-", color_name(node.hover_fill));
  if (node.borders != edge::None) {
    append_class(classes, "e", number(node.borders));
    append_class(classes, "ec-", color_name(node.border_color));
    if (node.border_px > 1) append_class(classes, "thick", "");
  }
  if (node.align == Align::Center) append_class(classes, "center", "");
  if (node.align == Align::End) append_class(classes, "end", "");
  if (node.mirrored && (has_icon_beside(node) || node.mark == Mark::BarFading))
    append_class(classes, "mirrored", "");
  if (node.sticky) append_class(classes, "sticky", "");
  if (node.scrolls) append_class(classes, "scrolls", "");
  if (node.clip) append_class(classes, "clip", "");
  if (node.shadow) append_class(classes, "shadow", "");
  if (node.underline_on_hover) append_class(classes, "underline", "");
  return classes;
}

void add(Attributes& out, std::string_view name, std::string value) {
  if (!value.empty()) out.emplace_back(name, std::move(value));
}

// Only what another element refers to has one.
std::string element_id(NodeKey key) {
  return "node-" + std::to_string(key);
}

void add_grid_place(Attributes& out, const Node& node) {
  if (node.row_index > 0) out.emplace_back("aria-rowindex", number(node.row_index));
  if (node.col_index > 0) out.emplace_back("aria-colindex", number(node.col_index));
  if (node.row_count > 0) out.emplace_back("aria-rowcount", number(node.row_count));
  if (node.col_count > 0) out.emplace_back("aria-colcount", number(node.col_count));
}

// What stands for a row, which may be the one that is open.
bool is_one_of_many(Role role) {
  return role == Role::Row || role == Role::ListItem || role == Role::TableRow || role == Role::Button ||
         role == Role::Link;
}

// What a button opens above the page.
std::string_view opens(const Node& node) {
  const auto* open = node.activate ? std::get_if<command::OpenPopover>(&*node.activate) : nullptr;
  if (node.role != Role::Button || open == nullptr) return {};
  return open->kind == PopoverKind::RowMenu ? "menu" : "dialog";
}

void add_state(Attributes& out, const Node& node) {
  if (node.role == Role::Option || node.role == Role::ListBox || node.role == Role::TabPanel)
    out.emplace_back("id", element_id(node.key));
  if (node.role == Role::Tab) out.emplace_back("aria-selected", node.selected ? "true" : "false");
  if (node.role == Role::Grid) out.emplace_back("aria-multiselectable", "true");
  if (node.selected && is_one_of_many(node.role)) out.emplace_back("aria-current", "true");
  if (node.drag.kind == Drag::ResizeColumn) out.emplace_back("aria-orientation", "vertical");
  if (const std::string_view opened = opens(node); !opened.empty()) out.emplace_back("aria-haspopup", opened);
  if (node.disabled) out.emplace_back("aria-disabled", "true");
  if (node.checked != Toggle::NotApplicable) {
    const bool pressed = node.role == Role::Button;
    out.emplace_back(pressed ? "aria-pressed" : "aria-checked",
                     node.checked == Toggle::On ? "true" : "false");
  }
  if (node.expanded != Toggle::NotApplicable) {
    out.emplace_back("aria-expanded", node.expanded == Toggle::On ? "true" : "false");
  }
  if (node.sort == SortState::None) out.emplace_back("aria-sort", "none");
  if (node.sort == SortState::Ascending) out.emplace_back("aria-sort", "ascending");
  if (node.sort == SortState::Descending) out.emplace_back("aria-sort", "descending");
  if (node.role == Role::Option) {
    if (node.row_index > 0) out.emplace_back("aria-posinset", number(node.row_index));
    if (node.row_count > 0) out.emplace_back("aria-setsize", number(node.row_count));
  } else {
    add_grid_place(out, node);
  }
  if (node.modal) out.emplace_back("aria-modal", "true");
  if (node.marked) out.emplace_back("aria-selected", "true");
  add(out, "aria-keyshortcuts", node.shortcut);
  if (node.active_option != 0) out.emplace_back("aria-activedescendant", element_id(node.active_option));
  if (node.controls != 0) out.emplace_back("aria-controls", element_id(node.controls));
  if (node.quiet) out.emplace_back("aria-live", "off");
  if (node.unseen) out.emplace_back("data-waits", "1");
  if (node.role == Role::ProgressBar) {
    if (node.value_known) out.emplace_back("aria-valuenow", number(std::floor(node.mark_to * 100)));
    out.emplace_back("aria-valuetext", node.value);
  }
  if (node.error_begin >= 0) out.emplace_back("aria-invalid", "true");
}

// A picture with keys of its own.
bool has_keys(const Node& node) {
  return node.surface.kind == Surface::Map || node.surface.kind == Surface::Timeline;
}

// What the keyboard reaches: things that act, are edited, or scroll.
void add_focus(Attributes& out, const Node& node) {
  if (node.role == Role::Decor || node.role == Role::Option) return;
  if (node.tab_stop || node.by_keys) {
    out.emplace_back("tabindex", node.tab_stop ? "0" : "-1");
  } else if (node.role == Role::Tab) {
    out.emplace_back("tabindex", node.selected ? "0" : "-1");
  } else if (node.role == Role::Button || node.role == Role::CheckBox || is_input(node) ||
             !node.href.empty()) {
    return;
  } else if (has_keys(node)) {
    out.emplace_back("tabindex", "0");
  } else if (node.activate && node.role != Role::Row && node.role != Role::Cell) {
    out.emplace_back("tabindex", "0");
  } else if (node.scrolls) {
    out.emplace_back("tabindex", "-1");
  }
}

const char* surface_name(Surface kind) {
  return kind == Surface::Map ? "map" : kind == Surface::Timeline ? "time" : "bars";
}

void add_interaction(Attributes& out, const Node& node) {
  if (node.activate && !node.withheld) out.emplace_back("data-act", "1");
  if (node.input.field != InputField::None) out.emplace_back("data-input", "1");
  if (node.drag.kind == Drag::ResizeColumn) out.emplace_back("data-drag", "resize");
  if (node.drag.kind == Drag::MoveColumn) out.emplace_back("data-drag", "move");
  if (node.lit) out.emplace_back("data-lit", "1");
  if (node.surface.kind != Surface::None && !node.withheld)
    out.emplace_back("data-surface", surface_name(node.surface.kind));
  if (!node.href.empty()) {
    out.emplace_back("href", node.href);
    out.emplace_back("target", "_blank");
    out.emplace_back("rel", "noopener noreferrer");
  }
}

// A browser reads how to load before it knows from where.
void add_image(Attributes& out, const Node& node) {
  out.emplace_back("alt", "");
  out.emplace_back("loading", "lazy");
  out.emplace_back("decoding", "async");
  out.emplace_back("draggable", "false");
  out.emplace_back("src", node.image);
}

void add_input(Attributes& out, const Node& node) {
  const bool lines = node.input.field == InputField::EmbedCode;
  if (!lines) out.emplace_back("type", node.role == Role::SearchBox ? "search" : "text");
  if (node.input.field == InputField::EmbedHeight) out.emplace_back("inputmode", "numeric");
  if (node.role == Role::ComboBox) out.emplace_back("aria-autocomplete", "list");
  // A query has words of its own that no dictionary knows.
  if (node.input.field == InputField::Query || lines) out.emplace_back("spellcheck", "false");
  if (node.input.field == InputField::Link || lines) out.emplace_back("readonly", "");
  out.emplace_back("value", node.value);
  add(out, "placeholder", node.placeholder);
}

}  // namespace

std::string_view element_tag(const Node& node) {
  if (node.role == Role::Heading) return Headings[node.level < 1 || node.level > 6 ? 1 : node.level - 1];
  if (node.role == Role::Link && node.href.empty()) return "button";
  if (node.role == Role::MenuItem && !node.href.empty()) return "a";
  if (!node.image.empty()) return "img";
  if (node.input.field == InputField::EmbedCode) return "textarea";
  return RoleElements[static_cast<size_t>(node.role)].tag;
}

Attributes element_attributes(const Node& node) {
  Attributes out;
  const std::string_view tag = element_tag(node);
  if (node.role == Role::Group && !node.label.empty()) {
    out.emplace_back("role", "group");
  } else {
    add(out, "role", std::string(RoleElements[static_cast<size_t>(node.role)].role));
  }
  if (tag == "button") out.emplace_back("type", "button");
  add(out, "aria-label", node.label == node.text ? std::string() : node.label);
  // Over a picture that says what is under the pointer no tooltip is wanted.
  add(out, has_keys(node) ? "aria-description" : "title", node.description);
  add(out, "lang", node.lang);
  // A text says how it reads, a scroll area at which side it begins; all else in the page is placed by
  // numbers.
  if (node.right_to_left || (node.scrolls && node.mirrored)) out.emplace_back("dir", "rtl");
  add(out, "class", classes_of(node));
  add(out, "style", style_of(node));
  add(out, "data-icon", std::string(IconNames[static_cast<size_t>(node.icon)]));
  add(out, "data-mark", std::string(MarkNames[static_cast<size_t>(node.mark)]));
  if (node.role == Role::Decor) out.emplace_back("aria-hidden", "true");
  add_state(out, node);
  add_focus(out, node);
  add_interaction(out, node);
  if (!node.image.empty()) add_image(out, node);
  // By another name than "src": the page sees to when, and from where, it loads (web/embed_preview.js).
  add(out, "data-frame", node.frame);
  if (is_input(node)) {
    add_input(out, node);
  } else {
    add(out, "text", node.unseen ? node.heard : node.text);
  }
  return out;
}

}  // namespace explorer
