// See embed_code.h.
#include "view/embed_code.h"

#include <algorithm>
#include <charconv>

#include "state/address.h"
#include "state/address_words.h"
#include "state/embed_words.h"
#include "view/ui_text.h"

namespace explorer::view::embed_dialog {
namespace {

constexpr size_t MostTitle = 200;  // bytes of the dataset's title

std::string_view word_of(EmbedPart part) {
  return embed_words::Parts[static_cast<size_t>(part)];
}

bool is_table(EmbedPart part) {
  return part == EmbedPart::Table || (part >= EmbedPart::Articles && part <= EmbedPart::Videos);
}

std::optional<View> view_of(EmbedPart part) {
  switch (part) {
    case EmbedPart::Whole:
    case EmbedPart::Table:
      break;
    case EmbedPart::Overview:
    case EmbedPart::Map:
    case EmbedPart::Timeline:
      return View::Overview;
    case EmbedPart::Articles:
      return View::Articles;
    case EmbedPart::Releases:
      return View::Releases;
    case EmbedPart::Charts:
      return View::ChartReach;
    case EmbedPart::Videos:
      return View::Videos;
  }
  return {};
}

// What the frame starts with.
AppState first_state(const AppState& state) {
  const EmbedPart part = shown_part(state);
  AppState first = state.embed.as_shown ? state : initial_state();
  first.theme = state.embed.theme;
  if (part == EmbedPart::Table) first.view = state.view;
  if (const auto view = view_of(part)) first.view = *view;
  // A part alone has no panels to enlarge.
  if (part != EmbedPart::Whole) first.maximised.reset();
  return first;
}

// Adds a parameter to what stands before the "#"; `value` needs no escapes.
void add_parameter(std::string& address, std::string_view name, std::string_view value) {
  const bool any = address.find('?') != address.npos;
  if (!any) {
    address += '?';
  } else if (address.back() != '?' && address.back() != '&') {
    address += '&';
  }
  address.append(name).append("=").append(value);
}

// The rights as the address has them; empty: all.
std::string right_words(const EmbedChoice& choice) {
  std::string words;
  size_t count = 0;
  for (size_t i = 0; i < EmbedRightCount; ++i) {
    if (!choice.may(static_cast<EmbedRight>(i))) continue;
    if (count++ > 0) words += ',';
    words += embed_words::Rights[i];
  }
  return count == EmbedRightCount ? std::string() : words;
}

// As the value of an attribute between double quotes.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

void add_attribute(std::string& tag, std::string_view name, std::string_view value) {
  tag.append(" ").append(name).append("=\"").append(escaped(value)).append("\"");
}

// The script that lies beside the page.
std::string script_address(std::string_view page) {
  page = page.substr(0, page.find_first_of("?#"));
  return std::string(page.substr(0, page.rfind('/') + 1)) + "embed.js";
}

std::string script_tag(std::string_view page) {
  std::string tag = "<script";
  add_attribute(tag, "src", script_address(page));
  return tag + " async></script>";
}

std::string iframe_tag(std::string_view page, std::string_view title, const AppState& state,
                       const Dataset* dataset) {
  std::string tag = "<iframe";
  add_attribute(tag, "src", frame_address(page, state, dataset));
  add_attribute(tag, "title", title);
  add_attribute(tag, "width", "100%");
  add_attribute(tag, "height", std::to_string(state.embed.height_px));
  add_attribute(tag, "loading", "lazy");
  // Obsolete, but no style: policies of pages forbid those.
  add_attribute(tag, "frameborder", "0");
  if (state.embed.way == EmbedWay::FittedFrame) tag += " data-article-explorer";
  return tag + "></iframe>";
}

// What has an attribute of its own is taken out of `first`.
void add_state_attributes(std::string& tag, AppState& first, const Dataset* dataset) {
  if (first.view != View::Overview)
    add_attribute(tag, "view", address::Views[static_cast<size_t>(first.view)]);
  const std::string query = first.query_error ? format_query(first.query) : first.query_text;
  if (!query.empty() && query.size() <= MaxAddressValue) add_attribute(tag, "query", query);
  if (first.theme != ThemeChoice::System)
    add_attribute(tag, "theme", address::Themes[static_cast<size_t>(first.theme)]);
  std::string row = first.awaited_row;
  if (first.selected && dataset) row = format_row(*dataset, *first.selected);
  if (!row.empty()) add_attribute(tag, "row", row);
  first.view = View::Overview;
  first.query_text.clear();
  first.query = Query();
  first.query_error.reset();
  first.theme = ThemeChoice::System;
  first.selected.reset();
  first.awaited_row.clear();
}

// Of embed.js, whose attributes page authors and their scripts change; what has none stays in the address.
std::string element_tag(std::string_view page, std::string_view title, const AppState& state,
                        const Dataset* dataset) {
  const EmbedChoice& choice = state.embed;
  const EmbedPart part = shown_part(state);
  AppState first = first_state(state);
  std::string attributes;
  if (part != EmbedPart::Whole) add_attribute(attributes, "ui", word_of(part));
  add_state_attributes(attributes, first, dataset);
  if (choice.rights != EmbedChoice().rights) add_attribute(attributes, "may", right_words(choice));
  if (!choice.attribution) add_attribute(attributes, "attribution", "0");
  const std::string rest = format_address(first, nullptr);
  std::string tag = "<article-explorer";
  add_attribute(tag, "src", rest.empty() ? std::string(page) : std::string(page) + '#' + rest);
  tag += attributes;
  add_attribute(tag, "label", title);
  add_attribute(tag, "height", std::to_string(choice.height_px));
  return tag + "></article-explorer>";
}

}  // namespace

EmbedPart shown_part(const AppState& state) {
  const EmbedPart part = state.embed.part;
  return part == EmbedPart::Table && !table_of(state.view) ? EmbedPart::Whole : part;
}

bool applies(EmbedRight right, EmbedPart part) {
  switch (right) {
    case EmbedRight::Views:  // of panels and cards, too
      return part == EmbedPart::Whole || part == EmbedPart::Overview || part == EmbedPart::Videos ||
             part == EmbedPart::Table;
    case EmbedRight::Sort:
    case EmbedRight::Columns:
      return part == EmbedPart::Whole || is_table(part);
    case EmbedRight::Search:
    case EmbedRight::Filter:
    case EmbedRight::Details:
    case EmbedRight::Share:
      break;
  }
  return true;
}

std::string frame_address(std::string_view page, const AppState& state, const Dataset* dataset) {
  if (page.empty()) return {};
  const EmbedChoice& choice = state.embed;
  const EmbedPart part = shown_part(state);
  std::string address(page);
  if (part != EmbedPart::Whole) add_parameter(address, "ui", word_of(part));
  if (const std::string words = right_words(choice); choice.rights != EmbedChoice().rights)
    add_parameter(address, "may", words);
  if (!choice.attribution) add_parameter(address, "attribution", "0");
  const std::string first = format_address(first_state(state), dataset);
  return first.empty() ? address : address + '#' + first;
}

std::string embed_code(std::string_view page, std::string_view title, const AppState& state,
                       const Dataset* dataset) {
  if (page.empty()) return {};
  const EmbedWay way = state.embed.way;
  std::string code = way == EmbedWay::Element ? element_tag(page, title, state, dataset)
                                              : iframe_tag(page, title, state, dataset);
  if (way != EmbedWay::Frame) code += '\n' + script_tag(page);
  return code;
}

std::string address_now(const SceneInput& input) {
  return frame_address(input.environment.link, input.state, input.dataset);
}

std::string code_now(const SceneInput& input) {
  const std::string title = input.dataset ? display_text(input.dataset->title, MostTitle) : std::string();
  return embed_code(input.environment.link, title.empty() ? std::string_view(ui::AppTitle) : title,
                    input.state, input.dataset);
}

EmbedChoice with_height(EmbedChoice choice, std::string_view typed) {
  while (!typed.empty() && typed.front() == ' ')
    typed.remove_prefix(1);
  uint16_t height = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), height);
  if (error == std::errc::result_out_of_range) height = MostEmbedHeight;
  if (end != typed.data()) choice.height_px = std::clamp(height, LeastEmbedHeight, MostEmbedHeight);
  return choice;
}

}  // namespace explorer::view::embed_dialog
