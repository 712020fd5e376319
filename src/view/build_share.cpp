// The link to what is on screen: to copy, to send, and what it says. See build_popover.h.
#include <algorithm>
#include <array>

#include "state/address.h"
#include "view/build_popover.h"
#include "view/table_columns.h"
#include "view/ui_sentences.h"

namespace explorer {
namespace {

constexpr size_t MostBytes = 200;  // of a text that the list repeats
constexpr float Gap = 8;

// Readers of a link have a language of their own. As sharedBase() of web/share.js, letter by letter.
std::string without_language(std::string_view page) {
  const size_t question = page.find('?');
  std::string out(page.substr(0, question));
  if (question == page.npos) return out;
  char sign = '?';
  for (std::string_view rest = page.substr(question); !rest.empty();) {
    const size_t end = std::min(rest.find('&', 1), rest.size());
    const std::string_view part = rest.substr(1, end - 1);
    rest.remove_prefix(end);
    if (part.starts_with("lang=")) continue;
    (out += sign) += part;
    sign = '&';
  }
  return out;
}

std::string link_text(const Builder& b) {
  if (b.in.environment.link.empty()) return {};
  const std::string address = format_address(b.in.state, b.in.dataset);
  const std::string page = without_language(b.in.environment.link);
  return address.empty() ? page : page + '#' + address;
}

void add_link_field(DialogParts& dialog) {
  const float h = target_px(dialog.b, 36);
  add_field(dialog.b, dialog.node, "link", {dialog.x, dialog.y, dialog.w, h}, Role::TextBox, ui::LinkField,
            {InputField::Link, {}}, link_text(dialog.b), {});
  dialog.y += h + Gap;
}

// Side by side where they fit.
void add_link_buttons(DialogParts& dialog) {
  Builder& b = dialog.b;
  const float h = target_px(b, 36);
  float x = dialog.x;
  const auto add = [&](std::string_view name, std::string_view text, const Command& command) {
    const float w = text_px(b, text, Font::Small) + 24;
    if (x > dialog.x && x + w > dialog.x + dialog.w) {
      x = dialog.x;
      dialog.y += h + Gap;
    }
    add_button(b, dialog.node, name, 0, {x, dialog.y, w, h}, text, command);
    x += w + Gap;
  };
  add("copy", ui::CopyLink, command::CopyLink{});
  if (b.in.environment.link_sheet) add("send", ui::ShareSheet, command::ShareLink{});
  add("embed", ui::EmbedButton, command::OpenPopover{PopoverKind::Embed});
  dialog.y += h + Gap;
}

// How it went. It is there from the start, so that it is heard when it says something.
void add_outcome(DialogParts& dialog) {
  Builder& b = dialog.b;
  const ShareOutcome shared = b.in.state.popover.shared;
  const bool failed = shared == ShareOutcome::Failed;
  const uint32_t id = add_node(b, dialog.node, "outcome", 0, Role::Status,
                               {dialog.x, dialog.y, dialog.w, line_px(Font::Small)});
  if (shared != ShareOutcome::None) {
    const std::string_view words = failed ? ui::LinkNotCopied : ui::LinkCopied;
    const uint32_t text =
        add_wrapped(b, id, "words", 0, {0, 0, dialog.w, 0}, words,
                    {Font::Small, failed ? Color::Warn : Color::Ink, Align::Start}, 4, Role::Text);
    b.scene.node(id).rect.h = b.scene.node(text).rect.h;
  }
  dialog.y += b.scene.node(id).rect.h + Gap;
}

// What the reader arranged, in a few words each.
std::string arrangement(const AppState& state) {
  const auto arranged = [&](TableId table) {
    return state.tables[static_cast<size_t>(table)].columns != default_columns(table).columns;
  };
  const std::array<bool, 9> parts = {std::ranges::any_of(AllTables, arranged),
                                     state.map.zoom > 1,
                                     state.map.measure != MapMeasure::BestPosition,
                                     state.time_window.has_value(),
                                     state.video_form == VideoForm::Cards,
                                     state.reading.has_value(),
                                     state.density == Density::Compact,
                                     state.theme == ThemeChoice::Light,
                                     state.theme == ThemeChoice::Dark};
  static_assert(std::size(ui::LinkParts) == parts.size());
  std::string listed;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (parts[i]) add_listed(listed, ui::LinkParts[i]);
  }
  return listed;
}

// What the link says, a line each.
std::vector<std::string> contents(const Builder& b) {
  const AppState& state = b.in.state;
  const std::string_view view = ui::view_name(state.view);
  std::vector<std::string> lines;
  lines.push_back(b.in.dataset ? ui::labelled(view, ui::result_count(b.in.results, state.view))
                               : std::string(view));
  const std::string& query = state.query_error ? format_query(state.query) : state.query_text;
  const std::string shown = display_text(query, MostBytes);
  const bool too_long = query.size() > MaxAddressValue;
  if (!shown.empty() && !too_long) lines.push_back(fill(ui::LinkQuery, {shown}));
  if (state.selected && b.in.dataset)
    lines.push_back(
        fill(ui::LinkRow, {row_title(*b.in.dataset, state.selected->table, state.selected->row)}));
  if (state.maximised && state.view == View::Overview) {
    const std::string_view titles[] = {ui::WhereTitle, ui::VideosTitle, ui::WhenTitle, ui::ArticlesTitle,
                                       ui::LatestTitle};
    lines.push_back(fill(ui::LinkPanel, {titles[static_cast<size_t>(*state.maximised)]}));
  }
  if (const std::string as_here = arrangement(state); !as_here.empty())
    lines.push_back(fill(ui::LinkArranged, {as_here}));
  if (too_long) lines.emplace_back(ui::LinkLacksQuery);
  return lines;
}

// As much of the list as there is room for, the rest to be scrolled to.
void add_contents(DialogParts& dialog) {
  Builder& b = dialog.b;
  if (!b.in.environment.link_has_data) {
    const uint32_t id = add_wrapped(b, dialog.node, "lacks", 0, {dialog.x, dialog.y, dialog.w, 0},
                                    ui::LinkLacksData, {Font::Small, Color::Warn, Align::Start}, 4);
    dialog.y += b.scene.node(id).rect.h + Gap;
  }
  const float line = line_px(Font::SmallStrong);
  add_text(b, dialog.node, "opens", 0, {dialog.x, dialog.y, dialog.w, line}, ui::LinkOpens,
           {Font::SmallStrong, Color::Ink, Align::Start});
  dialog.y += line + 4;
  const uint32_t list =
      add_node(b, dialog.node, "contents", 0, Role::List, {dialog.x, dialog.y, dialog.w, 0});
  b.scene.node(list).label = ui::LinkOpens;
  float y = 0;
  uint64_t number = 0;
  for (const std::string& text : contents(b)) {
    const uint32_t item =
        add_wrapped(b, list, "part", number++, {0, y, dialog.w, 0}, text, SoftSmall, 3, Role::ListItem);
    y += b.scene.node(item).rect.h + 4;
  }
  const float h = std::clamp(dialog.bottom - dialog.y - Gap, line, std::max(y, line));
  b.scene.node(list).rect.h = h;
  if (h < y) make_scroll(b, list, 0, y);
  dialog.y += h + Gap;
}

}  // namespace

void build_share(DialogParts& dialog) {
  add_link_field(dialog);
  add_link_buttons(dialog);
  add_outcome(dialog);
  add_contents(dialog);
  dialog.bottom = std::min(dialog.bottom, dialog.y + Gap);
}

}  // namespace explorer
