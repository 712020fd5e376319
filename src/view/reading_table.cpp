// See reading_table.h.
#include "view/reading_table.h"

#include <algorithm>
#include <cmath>

#include "view/build_table.h"
#include "view/build_table_phone.h"
#include "view/format.h"
#include "view/mirror_scene.h"
#include "view/reading_columns.h"
#include "view/table_columns.h"
#include "view/ui_text_reading.h"

namespace explorer {
namespace {

constexpr float SortMark = 16, FilterButton = 24, ToolGap = 2;
constexpr float HeadingW = 112;  // beside a stacked cell

// A table under construction.
struct Sheet {
  Builder& b;
  uint32_t node;  // the table
  const ReadingPlan& plan;
  float w;
};

struct Lines {
  float x = 0, y = 0, w = 0;
};

float touch_px(const Builder& b) {
  return target_px(b, 0) > 0 ? size::TouchLeast : 0;
}

// As wide as its lines, so that nothing beside them is pressed by accident. Returns the height.
float finish_link(Builder& b, uint32_t id, std::string_view text, float least_h) {
  Node& node = b.scene.node(id);
  node.underline_on_hover = true;
  float w = 0;
  std::string_view rest = node.text;
  for (size_t end = 0; end != rest.npos; rest.remove_prefix(end == rest.npos ? 0 : end + 1)) {
    end = rest.find('\n');
    w = std::max(w, text_px(b, rest.substr(0, end), node.font));
  }
  if (!reads_against_interface(text)) node.rect.w = std::min(node.rect.w, w);
  if (node.text.find('\n') == node.text.npos) node.rect.h = std::max(node.rect.h, least_h);
  return node.rect.h;
}

// A link for each article that states the row, in words.
float add_sources(Sheet& s, uint32_t cell, RowIndex row, float w) {
  Builder& b = s.b;
  const auto evidence = b.in.dataset->table(s.plan.table).evidence_of(row);
  float y = 0;
  size_t articles = 0;
  for (size_t first = 0, end = 0; first < evidence.size(); first = end) {
    end = end_of_article(evidence, first);
    if (++articles > ReadingSources) continue;
    const RowIndex article = evidence[first].article;
    const std::string text = ui::evidence_words(evidence.subspan(first, end - first));
    const uint32_t link = add_wrapped(b, cell, "source", article, {0, y, w, 0}, text,
                                      {Font::Body, Color::Accent, Align::Start}, 0, Role::Link);
    b.scene.node(link).activate = command::SelectRow{{TableId::Articles, article}, false};
    y += finish_link(b, link, text, touch_px(b));
  }
  if (articles <= ReadingSources) return y;
  const uint32_t more = add_wrapped(b, cell, "more", 0, {0, y, w, 0}, ui::and_more(articles - ReadingSources),
                                    SoftSmall, 0, Role::Text);
  return y + b.scene.node(more).rect.h;
}

// The address as a link that leaves the page, whole.
float add_address(Sheet& s, uint32_t cell, std::string_view url, std::string_view text, float w) {
  Builder& b = s.b;
  const uint32_t link = add_wrapped(b, cell, "address", 0, {0, 0, w, 0}, text,
                                    {Font::Body, Color::Accent, Align::Start}, 0, Role::Link);
  b.scene.node(link).href = url;
  return finish_link(b, link, text, touch_px(b));
}

// What a cell says, as the lines of the cell itself.
uint32_t add_plain(Sheet& s, uint32_t row_node, size_t column, const CellLook& look, Lines at) {
  Builder& b = s.b;
  TextStyle style = look.style;
  if (s.plan.stacked) style.align = Align::Start;
  // In line with links, which are higher for fingers.
  if (touch_px(b) > 0) at.y += (touch_px(b) - line_px(style.font)) / 2;
  // The sign hangs out, so that figures stay below each other.
  if (style.align == Align::End && is_inferred(look)) at.w += text_px(b, ui::InferredSign, style.font);
  const uint32_t id = add_wrapped(b, row_node, "cell", column, {at.x, at.y, at.w, 0}, signed_text(look),
                                  style, 0, Role::TableCell);
  Node& node = b.scene.node(id);
  if (look.stated) set_cell_language(b, id, s.plan.table, column);
  if (!look.stated) node.label = ui::NotStatedWords;
  if (is_inferred(look)) node.label = ui::listed(look.text, ui::InferredWord);
  return id;
}

uint32_t add_cell(Sheet& s, uint32_t row_node, RowIndex row, size_t column, const CellLook& look, Lines at) {
  Builder& b = s.b;
  const bool sources = column == evidence_column(s.plan.table) && look.stated;
  const bool address = is_address(s.plan.table, column) && look.stated;
  const std::string_view url =
      address ? b.in.dataset->column(s.plan.table, column).text(row) : std::string_view();
  const bool web = url.starts_with("https://") || url.starts_with("http://");
  if (!sources && !web) return add_plain(s, row_node, column, look, at);
  const uint32_t cell = add_node(b, row_node, "cell", column, Role::TableCell, {at.x, at.y, at.w, 0});
  const float h = web ? add_address(s, cell, url, look.text, at.w) : add_sources(s, cell, row, at.w);
  b.scene.node(cell).rect.h = h;
  return cell;
}

// The cell that names the row opens its details. An article's has the sign by which it is named as a source.
uint32_t add_name(Sheet& s, uint32_t row_node, RowIndex row, size_t column, const CellLook& look, Lines at) {
  Builder& b = s.b;
  const TableId table = s.plan.table;
  const uint32_t cell = add_node(b, row_node, "cell", column, Role::TableRowHeader, {at.x, at.y, at.w, 0});
  const bool has_sign = table == TableId::Articles;
  const float x = has_sign ? ReadingSign : 0;
  // As high as the first line beside it.
  const uint32_t sign = has_sign ? add_text(b, cell, "sign", 0, {0, 0, ReadingSign - 4, 0}, article_sign(row),
                                            {Font::BodyStrong, Color::Soft, Align::Start})
                                 : 0;
  const uint32_t link =
      add_wrapped(b, cell, "open", 0, {x, 0, std::max(at.w - x, 1.0f), 0}, signed_text(look),
                  {Font::BodyStrong, Color::Accent, Align::Start}, 0, Role::Link);
  const std::string title = row_title(*b.in.dataset, table, row);
  Node& node = b.scene.node(link);
  if (look.stated) set_cell_language(b, link, table, column);
  node.activate = command::SelectRow{{table, row}, false};
  node.subject = Subject{RowRef{table, row}, {}, {}};
  if (!look.stated) node.label = title;
  if (look.stated && look.text != title) node.label = ui::labelled(look.text, title);
  if (is_inferred(look))
    node.label = ui::listed(node.label.empty() ? look.text : node.label, ui::InferredWord);
  const float h = finish_link(b, link, look.text, touch_px(b));
  b.scene.node(cell).rect.h = h;
  const float line_h = node.text.find('\n') == node.text.npos ? h : line_px(node.font);
  if (has_sign) b.scene.node(sign).rect.h = line_h;
  return cell;
}

// All cells of a row beside each other; returns the height of the highest.
float add_cells_beside(Sheet& s, uint32_t row_node, RowIndex row, std::span<const CellLook> looks, float y) {
  float h = 0;
  for (size_t i = 0; i < s.plan.columns.size(); ++i) {
    const ReadingColumn& column = s.plan.columns[i];
    const Lines at{column.x + CellInset, y, column.w - CellInset - column.inset_right};
    const auto add = i == s.plan.naming ? add_name : add_cell;
    h = std::max(h, s.b.scene.node(add(s, row_node, row, column.column, looks[i], at)).rect.h);
  }
  return h;
}

// Below each other, the one that names the row first. Returns the height.
float add_cells_below(Sheet& s, uint32_t row_node, RowIndex row, std::span<const CellLook> looks, float y) {
  Builder& b = s.b;
  const float top = y, inner = s.w - 2 * CellInset, value_x = CellInset + std::min(HeadingW, inner / 3);
  // Cells keep the order of the headings, which tell what is what; only their places differ.
  std::vector<uint32_t> cells(s.plan.columns.size());
  for (size_t i = 0; i < cells.size(); ++i) {
    const size_t column = s.plan.columns[i].column;
    const bool names = i == s.plan.naming;
    const Lines at{names ? CellInset : value_x, 0, names ? inner : s.w - CellInset - value_x};
    cells[i] = (names ? add_name : add_cell)(s, row_node, row, column, looks[i], at);
  }
  const auto put = [&](size_t i) {
    Rect& rect = b.scene.node(cells[i]).rect;
    rect.y = y;
    float h = std::max(rect.h, 20.0f);
    if (i != s.plan.naming) {
      const size_t column = s.plan.columns[i].column;
      const uint32_t heading =
          add_wrapped(b, row_node, "heading", column, {CellInset, y + 1, value_x - CellInset - 8, 0},
                      ui::column_heading(s.plan.table, column), SoftSmall, 0, Role::Decor);
      h = std::max(h, b.scene.node(heading).rect.h + 1);
    }
    y += h + 4;
  };
  if (s.plan.naming < cells.size()) put(s.plan.naming);
  for (size_t i = 0; i < cells.size(); ++i) {
    if (i != s.plan.naming) put(i);
  }
  return y - top - 4;
}

float add_row(Sheet& s, uint32_t body, size_t place, std::span<const CellLook> looks, float y) {
  Builder& b = s.b;
  const RowIndex row = b.in.results.tables[static_cast<size_t>(s.plan.table)].rows[place];
  const bool selected = b.in.state.selected == RowRef{s.plan.table, row};
  const float pad = s.plan.stacked ? 12 : b.in.state.density == Density::Compact ? 5 : 10;
  const uint32_t id = add_node(b, body, "row", row, Role::TableRow, {0, y, s.w, 0});
  b.scene.node(id).row_index = static_cast<uint32_t>(place + 2);
  b.scene.node(id).selected = selected;
  if (selected) b.scene.node(id).fill = Color::Hover;
  const float cells_h =
      s.plan.stacked ? add_cells_below(s, id, row, looks, pad) : add_cells_beside(s, id, row, looks, pad);
  const float h = cells_h + 2 * pad;
  b.scene.node(id).rect.h = h;
  if (selected) add_fill(b, id, "selected", 0, {0, 0, 2, h}, Color::Accent);
  add_fill(b, id, "rule", 0, {CellInset, h - 1, s.w - 2 * CellInset, 1}, Color::Hair);
  return h;
}

// In a table that is read, every button is a stop of its own.
void make_stops(Builder& b, uint32_t first) {
  for (uint32_t id = first; id < b.scene.nodes().size(); ++id) {
    Node& node = b.scene.node(id);
    node.by_keys = node.tab_stop = false;
    if (node.role == Role::ColumnHeader) node.role = Role::TableHeader;
  }
}

// The name, which sorts, the arrow and the filter, from the side to which the column is aligned.
void add_header_cell(Sheet& s, uint32_t row, const ReadingColumn& column, float h) {
  Builder& b = s.b;
  const TableId table = s.plan.table;
  const uint32_t cell = add_column_header(b, row, {column.x, 0, column.w, h}, table, column.column, 0);
  const SortPlace place = sort_place(b.in.state.query, table, column.column);
  const std::string_view title = ui::column_heading(table, column.column);
  const float mark_w = place.order > 0 ? SortMark + ToolGap : 0, left = CellInset;
  const float right = column.w - column.inset_right;
  const float room = std::max(right - left - mark_w - FilterButton - ToolGap, 1.0f);
  const float title_w = std::min(text_px(b, title, Font::SmallStrong), room);
  const float button_h = target_px(b, 28), y = (h - button_h) / 2;
  const float title_x = column.numeric ? right - title_w : left;
  const float mark_x = column.numeric ? title_x - mark_w : title_x + title_w + ToolGap;
  const float filter_x =
      column.numeric ? mark_x - FilterButton - ToolGap : title_x + title_w + mark_w + ToolGap;
  const auto add_filter = [&] {
    add_filter_button(b, cell, {filter_x, (h - FilterButton) / 2, FilterButton, FilterButton}, table,
                      column.column);
  };
  if (column.numeric) add_filter();
  const uint32_t sort = add_node(b, cell, "by", 0, Role::Button, {title_x, y, title_w, button_h});
  Node& node = b.scene.node(sort);
  node.label = ui::sort_by(title);
  node.activate = command::CycleSort{std::string(column_specs(table)[column.column].name), false};
  node.underline_on_hover = true;
  set_text(b, sort, title, {Font::SmallStrong, place.order > 0 ? Color::Ink : Color::Soft, Align::Start});
  if (place.order > 0)
    add_icon(b, cell, "sort", {mark_x, (h - SortMark) / 2, SortMark, SortMark},
             place.descending ? Icon::SortDescending : Icon::SortAscending, Color::Accent);
  if (!column.numeric) add_filter();
}

// Returns the height of the header.
float add_header(Sheet& s) {
  Builder& b = s.b;
  const uint32_t group = add_node(b, s.node, "head", 0, Role::TableGroup, {0, 0, s.w, 0});
  const uint32_t row = add_node(b, group, "row", 0, Role::TableRow, {0, 0, s.w, 0});
  b.scene.node(row).row_index = 1;
  const auto first = static_cast<uint32_t>(b.scene.nodes().size());
  float h = target_px(b, 36);
  if (s.plan.stacked) {
    Point at{CellInset, 0};
    for (const ReadingColumn& column : s.plan.columns) {
      const auto header = static_cast<uint32_t>(b.scene.nodes().size());
      const float w = add_column_pill(b, row, s.plan.table, column.column, 0, at.x);
      if (at.x > CellInset && at.x + w > s.w - CellInset) at = {CellInset, at.y + size::Touch};
      b.scene.node(header).rect.x = at.x;
      b.scene.node(header).rect.y = at.y;
      at.x += w + 8;
    }
    h = at.y + size::Touch + 8;
  } else {
    for (const ReadingColumn& column : s.plan.columns)
      add_header_cell(s, row, column, h);
  }
  make_stops(b, first);
  b.scene.node(row).rect.h = b.scene.node(group).rect.h = h;
  add_fill(b, row, "rule", 0, {CellInset, h - 1, s.w - 2 * CellInset, 1}, Color::Strong);
  return h;
}

}  // namespace

float add_reading_table(Builder& b, uint32_t parent, Rect at, TableId table, ReadingRange range,
                        std::string label) {
  const ReadingPlan plan = plan_reading(b, table, range, at.w);
  const uint32_t id = add_node(b, parent, "table", static_cast<uint64_t>(table), Role::Table, at);
  const size_t count = b.in.results.tables[static_cast<size_t>(table)].rows.size();
  b.scene.node(id).label = std::move(label);
  b.scene.node(id).row_count = static_cast<uint32_t>(count + 1);
  Sheet sheet{b, id, plan, plan.stacked ? at.w : std::min(plan.width, at.w)};
  const float head_h = add_header(sheet);
  const uint32_t body = add_node(b, id, "body", 0, Role::TableGroup, {0, head_h, sheet.w, 0});
  float h = 0;
  const size_t columns = plan.columns.size();
  for (size_t i = range.first; i < range.end; ++i)
    h += add_row(sheet, body, i, std::span(plan.looks).subspan((i - range.first) * columns, columns), h);
  b.scene.node(body).rect.h = h;
  b.scene.node(id).rect.w = sheet.w;
  b.scene.node(id).rect.h = h += head_h;
  if (!plan.any_inferred) return h;
  const uint32_t note =
      add_wrapped(b, parent, "note", static_cast<uint64_t>(table),
                  {at.x + CellInset, at.y + h + 8, at.w - 2 * CellInset, 0}, ui::InferredNote, SoftSmall);
  return h + 8 + b.scene.node(note).rect.h;
}

}  // namespace explorer
