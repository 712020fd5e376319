// See build_reading.h.
#include "view/build_reading.h"

#include <algorithm>

#include "state/rights.h"
#include "view/build_keys.h"
#include "view/reading_table.h"
#include "view/table_columns.h"
#include "view/ui_sentences.h"
#include "view/ui_text_reading.h"

namespace explorer {
namespace {

// A page under construction: what comes next begins at `y`.
struct Page {
  Builder& b;
  uint32_t node;
  float w, y;
};

size_t rows_of(const Builder& b, TableId table) {
  return b.in.results.tables[static_cast<size_t>(table)].rows.size();
}

// Rows `most` a page; the last page where there are fewer than asked for.
struct Turn {
  size_t page, pages;
  ReadingRange range;
};

Turn turn_to(const Builder& b, size_t count, size_t most) {
  const size_t pages = std::max<size_t>((count + most - 1) / most, 1);
  const size_t page = std::min<size_t>(b.in.state.reading.value_or(0), pages - 1);
  return {page, pages, {page * most, std::min((page + 1) * most, count)}};
}

void heading(Page& p, std::string_view name, std::string_view text, float w, Font font, uint8_t level,
             bool by_keys) {
  const uint32_t id = add_wrapped(p.b, p.node, name, 0, {p.b.margin, p.y, w, 0}, text,
                                  {font, Color::Ink, Align::Start}, 0, Role::Heading);
  Node& node = p.b.scene.node(id);
  node.level = level;
  node.by_keys = by_keys;
  p.y += node.rect.h;
}

void paragraph(Page& p, std::string_view name, uint64_t index, std::string_view text) {
  if (text.empty()) return;
  const uint32_t id =
      add_wrapped(p.b, p.node, name, index, {p.b.margin, p.y + 2, std::min(p.w, 760.0f), 0}, text, SoftSmall);
  p.y += 2 + p.b.scene.node(id).rect.h;
}

// The headline, the words below it, and the button that leads back: at the right end of the headline, or on a
// phone below the words.
void add_head(Page& p, std::string_view title, std::string_view words, std::string_view back) {
  const bool below = p.b.phone;
  const float back_w = text_px(p.b, back, Font::Small) + 24, h = target_px(p.b, 32), top = p.y;
  heading(p, "title", title, p.w - (below ? 0 : back_w + 24), Font::Heading, 2, true);
  const auto add_back = [&](float x, float y) {
    add_button(p.b, p.node, "back", 0, {x, y, back_w, h}, back, command::SetReading{});
  };
  if (!below) add_back(p.b.margin + p.w - back_w, top - 2);
  paragraph(p, "words", 0, words);
  p.y += 12;
  if (!below) return;
  add_back(p.b.margin, p.y);
  p.y += h + 12;
}

// Buttons to the pages before and after, with the count between them; nothing where there is one page.
void add_pager(Page& p, std::string_view name, std::string_view label, const Turn& turn) {
  if (turn.pages < 2) return;
  Builder& b = p.b;
  const float h = target_px(b, 32), gap = 12;
  const uint32_t group = add_node(b, p.node, name, 0, Role::Group, {b.margin, p.y, p.w, h});
  b.scene.node(group).label = label;
  Point at{0, 0};
  // Beside what is there already, or where that leaves no room, below it.
  const auto put = [&](uint32_t id) {
    Rect& rect = b.scene.node(id).rect;
    if (at.x > 0 && at.x + rect.w > p.w) at = {0, at.y + h + 8};
    rect.x = at.x;
    rect.y = at.y;
    at.x += rect.w + gap;
  };
  const auto add = [&](std::string_view part, std::string_view text, size_t page, bool disabled) {
    const uint32_t id =
        add_button(b, group, part, 0, {0, 0, 0, h}, text, command::SetReading{static_cast<uint32_t>(page)});
    Node& node = b.scene.node(id);
    node.disabled = disabled;
    if (disabled) node.color = Color::Faint;
    put(id);
  };
  add("previous", ui::PreviousPage, turn.page == 0 ? 0 : turn.page - 1, turn.page == 0);
  const std::string words = ui::page_of(turn.page + 1, turn.pages);
  put(add_text(b, group, "page", 0, {0, 0, text_px(b, words, Font::Small), h}, words, SoftSmall));
  add("next", ui::NextPage, turn.page + 1, turn.page + 1 == turn.pages);
  b.scene.node(group).rect.h = at.y + h;
  p.y += at.y + h;
}

void add_table(Page& p, TableId table, ReadingRange range, std::string_view words) {
  const Rect at{p.b.margin - CellInset, p.y, p.w + 2 * CellInset, 0};
  const std::string label = ui::titled_table(ui::table_title(table), words);
  p.y += add_reading_table(p.b, p.node, at, table, range, label);
}

std::string joined(std::string sorted, const std::string& filtered) {
  if (!filtered.empty()) sorted.append(" ").append(filtered);
  return sorted;
}

void build_page(Page& p, TableId table) {
  Builder& b = p.b;
  const size_t count = rows_of(b, table);
  const Turn turn = turn_to(b, count, ReadingRows);
  const std::string words =
      joined(ui::sorted_words(b.in.state.query, table), ui::filtered_words(b.in.state.query));
  add_head(p, ui::reading_heading(ui::table_title(table), turn.range.first + 1, turn.range.end, count), words,
           ui::BackToTable);
  add_pager(p, "pages", ui::Pages, turn);
  p.y += turn.pages > 1 ? 12 : 0;
  add_table(p, table, turn.range, words);
  p.y += 16;
  add_pager(p, "pages-below", ui::PagesBelow, turn);
}

// The first rows of one table, and where all of them are. Events have no view of their own, so that their
// pages are turned here.
void build_sample(Page& p, TableId table) {
  Builder& b = p.b;
  const size_t count = rows_of(b, table);
  const uint64_t total = b.in.results.tables[static_cast<size_t>(table)].total;
  if (total == 0) return;
  const auto index = static_cast<uint64_t>(table);
  const View view = view_of(table);
  const bool here = view == View::Overview;
  Turn turn = turn_to(b, count, ReadingSample);
  if (!here) turn.range = {0, std::min(count, ReadingSample)};
  const uint32_t section = add_node(b, p.node, "part", index, Role::Region, {0, p.y, p.w + 2 * b.margin, 0});
  b.scene.node(section).label = ui::table_title(table);
  Page part{b, section, p.w, 0};
  heading(part, "title",
          count == 0
              ? std::string(ui::table_title(table))
              : ui::reading_heading(ui::table_title(table), turn.range.first + 1, turn.range.end, count),
          p.w, Font::Title, 3, here);
  if (count == 0) {
    paragraph(part, "none", 0, ui::no_match(table, total, b.in.state.query.terms.size()));
  } else {
    const std::string sorted = ui::sorted_words(b.in.state.query, table);
    paragraph(part, "words", 0, sorted);
    part.y += 4;
    add_table(part, table, turn.range, sorted);
    part.y += 8;
  }
  if (here) add_pager(part, "pages", ui::PagesBelow, turn);
  if (!here && count > turn.range.end && readers_change_view(b.in.state)) {
    const std::string text = ui::show_all_rows(count, table);
    const float h = target_px(b, 28);
    add_link(b, section, "all", 0, {b.margin, part.y, 0, h}, text, Font::Body, command::SetView{view},
             Role::Link);
    part.y += h;
  }
  b.scene.node(section).rect.h = part.y;
  p.y += part.y + 32;
}

void build_samples(Page& p) {
  add_head(p, ui::ReadingAll, ui::filtered_words(p.b.in.state.query), ui::BackToOverview);
  p.y += 12;
  for (const TableId table : AllTables)
    build_sample(p, table);
}

}  // namespace

[[gnu::noinline]] void build_reading(Builder& b, uint32_t parent, Rect area, std::optional<TableId> table) {
  const uint64_t which = table ? static_cast<uint64_t>(*table) + 1 : 0;
  const uint32_t scroll = add_node(b, parent, "reading", which, Role::Group, area);
  Page page{b, scroll, std::max(area.w - 2 * b.margin, 1.0f), b.phone ? 16.0f : 20.0f};
  if (table) {
    build_page(page, *table);
  } else {
    build_samples(page);
  }
  make_scroll(b, scroll, 0, page.y + b.margin);
  constexpr float MostSeen = 1200;
  tell_content(b, scroll, static_cast<double>(std::min(page.y + b.margin, MostSeen)));
}

uint32_t add_reading_button(Builder& b, uint32_t parent, Rect rect) {
  const bool on = b.in.state.reading.has_value();
  command::SetReading change;
  if (!on) change.page = 0;
  const uint32_t id = add_icon_button(b, parent, "reading", 0, rect, Icon::Article, ui::ReadTables, change);
  add_keys(b, id, "reading");
  Node& node = b.scene.node(id);
  node.checked = on ? Toggle::On : Toggle::Off;
  if (on) node.color = Color::Accent;
  if (b.phone) return id;
  node.borders = edge::All;
  node.hover_border = Color::Strong;
  node.fill = on ? Color::AccentSoft : Color::Panel;
  return id;
}

}  // namespace explorer
