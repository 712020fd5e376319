// See build_part.h.
#include "view/build_part.h"

#include <algorithm>

#include "state/address.h"
#include "view/build_header.h"
#include "view/build_tabs.h"
#include "view/ui_text.h"

namespace explorer::view::part {
namespace {

constexpr float Gap = 12, WidestSearch = 420, NarrowestSearch = 160;

// On a narrow page the buttons are in the strip above the rows.
void add_beside(Builder& b, uint32_t bar, float left_end, float h) {
  if (!b.phone) {
    add_view_tools(b, bar, left_end, (h - 28) / 2);
    return;
  }
  const float right = b.width - b.margin, room = right - left_end;
  const float w = std::min(status_width(b, room), room);
  // Alone in its line it begins where the rows do.
  const bool alone = left_end <= b.margin;
  build_status(b, bar, {alone ? b.margin : right - w, (h - 20) / 2, w, 20});
}

std::string address_of_page(const Builder& b) {
  const std::string& link = b.in.environment.link;
  // Rows and words of other data would say nothing there.
  if (!b.in.environment.link_has_data) return {};
  if (!link.starts_with("https://") && !link.starts_with("http://")) return {};
  const std::string address = format_address(b.in.state, b.in.dataset);
  return address.empty() ? link : link + '#' + address;
}

}  // namespace

float build_bar(Builder& b) {
  const bool searches = may(b, EmbedRight::Search);
  // A picture that nobody can search needs no count of what is in it.
  if (!searches && b.in.state.view == View::Overview) return 0;
  const float field = target_px(b, 36), h = searches ? field + 16 : size::Tabs;
  const uint32_t bar = add_node(b, 0, "banner", 0, Role::Banner, {0, 0, b.width, h});
  b.scene.node(bar).fill = Color::Bg;
  float left_end = b.margin;
  if (searches) {
    const float room = b.width - 2 * b.margin;
    const float most = b.phone ? room - Gap - status_width(b, room - Gap - NarrowestSearch)
                               : std::min(WidestSearch, room / 2);
    const float w = std::max(most, std::min(NarrowestSearch, room));
    add_search_box(b, bar, {b.margin, 8, w, field});
    left_end += w + (b.phone ? Gap : 0);
  }
  add_beside(b, bar, left_end, h);
  return h;
}

void add_title(Builder& b, uint32_t main) {
  constexpr size_t MostBytes = 400;
  const uint32_t id = add_node(b, main, "title", 0, Role::Heading, {0, 0, 1, 1});
  Node& node = b.scene.node(id);
  node.level = 1;
  node.clip = true;
  node.label = b.in.dataset ? display_text(b.in.dataset->title, MostBytes) : std::string();
  if (node.label.empty()) {
    node.label = ui::AppTitle;
  } else {
    node.lang = b.data_lang;
  }
}

void build_attribution(Builder& b) {
  constexpr float Sign = 16, SignGap = 4;
  const uint32_t line = add_node(b, 0, "source", 0, Role::Region, {0, b.height - b.foot, b.width, b.foot});
  b.scene.node(line).label = ui::WhereFrom;
  b.scene.node(line).fill = Color::Bg;
  const float room = b.width - 2 * b.margin - Sign - SignGap;
  const float text_w = std::min(text_px(b, ui::AppTitle, Font::Small), std::max(room, 0.0f));
  const float x = b.width - b.margin - Sign - SignGap - text_w;
  const std::string page = address_of_page(b);
  const TextStyle style{Font::Small, Color::Soft, Align::Start};
  if (page.empty()) {  // not known yet, or none that leads to this
    add_text(b, line, "name", 0, {x + Sign + SignGap, 0, text_w, b.foot}, ui::AppTitle, style);
    return;
  }
  const uint32_t link = add_node(b, line, "page", 0, Role::Link, {x, 0, text_w + SignGap + Sign, b.foot});
  Node& node = b.scene.node(link);
  node.href = page;
  node.label = fill(ui::OpenInExplorer, {ui::AppTitle});
  node.underline_on_hover = true;
  node.pad_right = Sign + SignGap;
  set_text(b, link, ui::AppTitle, style);
  add_icon(b, link, "sign", {text_w + SignGap, (b.foot - Sign) / 2, Sign, Sign}, Icon::External, Color::Soft);
}

}  // namespace explorer::view::part
