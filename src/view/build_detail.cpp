// See build_detail.h.
#include "view/build_detail.h"

#include <algorithm>

#include "view/format.h"
#include "view/mirror_scene.h"
#include "view/table_columns.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

constexpr size_t RelatedShown = 12;  // rows of one table
constexpr float Pad = 24;
constexpr float TermWidth = 128;

// The column of text that the parts below add to, from top to bottom.
struct Sheet {
  Builder& b;
  uint32_t node;
  TableId table;
  RowIndex row;
  float x, w, y;
};

bool is_url(TableId table, size_t column) {
  const std::string_view name = column_specs(table)[column].name;
  return name == "url" || name == "thumbnail";
}
bool is_prose(TableId table, size_t column) {
  return column_specs(table)[column].name == "note" || column_specs(table)[column].name == "summary";
}

// The release or video that a chart entry is about: it gives the entry its title.
std::optional<RowRef> subject_of(const Dataset& dataset, TableId table, RowIndex row) {
  if (table != TableId::ChartEntries) return std::nullopt;
  const Table& charts = dataset.table(table);
  const std::string_view title = charts.columns[chart_column::Title].text(row);
  for (const RowRef link : charts.links_of(row)) {
    const bool named = link.table == TableId::Releases || link.table == TableId::Videos;
    if (named && dataset.column(link.table, 0).text(link.row) == title) return link;
  }
  return std::nullopt;
}

// Whether a field would say nothing that another does not: an entry for one region claims no others, and
// one that claims many says so as its region.
bool is_redundant(const Dataset& dataset, TableId table, RowIndex row, size_t column) {
  if (table != TableId::ChartEntries || column != chart_column::Regions) return false;
  const Table& charts = dataset.table(table);
  return !charts.columns[chart_column::Region].is_stated(row) ||
         !charts.columns[chart_column::Regions].is_stated(row);
}

// What kind of row it is, and the button that closes the panel. Returns the y below: there the rest scrolls.
float add_head(Builder& b, uint32_t panel, RowRef row, float pad) {
  constexpr float Top = 20, Line = 20, CloseTop = 12, CloseRoom = 48;
  const float w = b.scene.node(panel).rect.w, target = target_px(b, 32);
  std::string kind(ui::row_kind(row.table));
  if (row.table == TableId::Articles) kind += ' ' + article_sign(row.row);
  add_text(b, panel, "kind", 0, {pad, Top, w - 2 * pad - CloseRoom, Line}, kind, SoftSmall);
  add_close_button(b, panel, {w - pad - target + 8, CloseTop, target, target}, ui::CloseDetail,
                   command::CloseDetail{});
  return std::max(Top + Line + 4, CloseTop + target);
}

void add_title(Sheet& s, std::string_view title) {
  const uint32_t id = add_wrapped(s.b, s.node, "title", 0, {s.x, s.y, s.w, 0}, title,
                                  {Font::Heading, Color::Ink, Align::Start}, 6, Role::Heading);
  s.b.scene.node(id).level = 2;
  s.b.scene.node(id).by_keys = true;  // see App::follow_details
  set_title_language(s.b, id, s.table);
  s.y += s.b.scene.node(id).rect.h + 16;
}

// The address as a link that leaves the page; only http and https are ever followed.
void add_address(Sheet& s, uint32_t terms, Rect rect, std::string_view url) {
  const uint32_t cell = add_node(s.b, terms, "address", 0, Role::Definition, rect);
  const uint32_t link = add_node(s.b, cell, "link", 0, Role::Link, {0, 8, rect.w - 20, 20});
  Node& node = s.b.scene.node(link);
  if (url.starts_with("https://") || url.starts_with("http://")) node.href = url;
  node.underline_on_hover = true;
  set_text(s.b, link, display_text(url, 400), {Font::Body, Color::Accent, Align::Start});
  add_icon(s.b, cell, "external", {rect.w - 16, 10, 16, 16}, Icon::External, Color::Accent);
}

// The title of a chart entry as a link to what it is about, with the kind of that below; returns the height.
float add_subject(Sheet& s, uint32_t terms, Rect rect, std::string_view title, RowRef subject) {
  const uint32_t cell = add_node(s.b, terms, "subject", 0, Role::Definition, rect);
  const uint32_t link = add_wrapped(s.b, cell, "link", 0, {0, 8, rect.w, 0}, title,
                                    {Font::Body, Color::Accent, Align::Start}, 4, Role::Link);
  Node& node = s.b.scene.node(link);
  node.underline_on_hover = true;
  node.activate = command::SelectRow{subject, true};
  const float below = 8 + node.rect.h;
  add_text(s.b, cell, "kind", 0, {0, below, rect.w, 18}, ui::table_noun(subject.table, 1), SoftSmall);
  s.b.scene.node(cell).rect.h = below + 18;
  return below + 18;
}

// One field: its name, its value broken into lines, a note if it is inferred. `top` within the terms.
float add_field_row(Sheet& s, uint32_t terms, size_t column, float top) {
  const Dataset& dataset = *s.b.in.dataset;
  const CellLook look = cell_look(dataset, s.table, s.row, column);
  const float value_x = TermWidth + 8, value_w = s.w - value_x;
  add_text(s.b, terms, "term", column, {0, top + 8, TermWidth, 20}, ui::column_heading(s.table, column),
           {Font::Body, Color::Soft, Align::Start}, Role::Term);
  if (is_url(s.table, column) && look.stated) {
    add_address(s, terms, {value_x, top, value_w, 36}, dataset.column(s.table, column).text(s.row));
    add_fill(s.b, terms, "rule", column, {0, top + 36, s.w, 1}, Color::Hair);
    return top + 37;
  }
  const auto subject = column == 0 ? subject_of(dataset, s.table, s.row) : std::nullopt;
  if (subject) {
    const float h = add_subject(s, terms, {value_x, top, value_w, 0}, look.text, *subject) + 8;
    add_fill(s.b, terms, "rule", column, {0, top + h, s.w, 1}, Color::Hair);
    return top + h + 1;
  }
  const uint32_t value =
      add_wrapped(s.b, terms, "value", column, {value_x, top + 8, value_w, 0},
                  look.stated ? std::string_view(look.text) : ui::NotStatedWords,
                  {Font::Body, look.stated ? Color::Ink : Color::Faint, Align::Start}, 12, Role::Definition);
  if (look.stated) set_cell_language(s.b, value, s.table, column);
  float bottom = top + 8 + s.b.scene.node(value).rect.h;
  if (look.stated && !look.description.empty()) {
    const uint32_t note = add_wrapped(s.b, terms, "inferred", column, {value_x, bottom, value_w, 0},
                                      ui::Inferred, SoftSmall, 2, Role::Definition);
    bottom += s.b.scene.node(note).rect.h;
  }
  add_fill(s.b, terms, "rule", column, {0, bottom + 8, s.w, 1}, Color::Hair);
  return bottom + 9;
}

void add_fields(Sheet& s) {
  const uint32_t terms = add_node(s.b, s.node, "fields", 0, Role::Terms, {s.x, s.y, s.w, 0});
  float bottom = 0;
  const size_t first = s.table == TableId::ChartEntries ? 0 : 1;  // else the title is the heading
  for (size_t column = first; column < column_specs(s.table).size(); ++column) {
    if (column == evidence_column(s.table) || is_prose(s.table, column)) continue;
    if (is_redundant(*s.b.in.dataset, s.table, s.row, column)) continue;
    bottom = add_field_row(s, terms, column, bottom);
  }
  s.b.scene.node(terms).rect.h = bottom;
  s.y += bottom + 16;
}

// Notes and summaries: running text, not a field among others.
void add_prose(Sheet& s) {
  for (size_t column = 1; column < column_specs(s.table).size(); ++column) {
    if (!is_prose(s.table, column)) continue;
    const CellLook look = cell_look(*s.b.in.dataset, s.table, s.row, column);
    if (!look.stated) continue;
    const uint32_t id = add_wrapped(s.b, s.node, "prose", column, {s.x, s.y, s.w, 0}, look.text, {}, 40);
    set_cell_language(s.b, id, s.table, column);
    s.y += s.b.scene.node(id).rect.h + 20;
  }
}

void add_section(Sheet& s, std::string_view name, std::string_view title, uint8_t level) {
  add_heading(s.b, s.node, name, {s.x, s.y, s.w, 20}, title,
              level == 3 ? Font::BodyStrong : Font::SmallStrong, level);
  s.y += 24;
}

// Opens a part of the column that is a list, or an item of one; close_part() gives it its height.
Sheet open_part(const Sheet& s, std::string_view name, uint64_t index, Role role, std::string_view label) {
  const uint32_t id = add_node(s.b, s.node, name, index, role, {s.x, s.y, s.w, 0});
  s.b.scene.node(id).label = label;
  return {s.b, id, s.table, s.row, 0, s.w, 0};
}

void close_part(Sheet& s, const Sheet& part) {
  s.b.scene.node(part.node).rect.h = part.y;
  s.y += part.y;
}

// A link on lines of its own; returns the node.
uint32_t add_line(Sheet& s, std::string_view name, uint64_t index, std::string_view text, Command command) {
  const uint32_t id = add_wrapped(s.b, s.node, name, index, {s.x, s.y, s.w, 0}, text,
                                  {Font::Body, Color::Accent, Align::Start}, 3, Role::Button);
  Node& node = s.b.scene.node(id);
  node.underline_on_hover = true;
  node.activate = std::move(command);
  const bool one_line = node.text.find('\n') == std::string::npos;
  if (one_line) {
    node.rect.w = std::min(text_px(s.b, node.text, Font::Body), s.w);
    if (reads_against_interface(node.text)) node.rect.x += s.w - node.rect.w;
    node.rect.h = target_px(s.b, 28);
  } else {
    node.rect.y += 4;
  }
  s.y = node.rect.y + node.rect.h + (one_line ? 0 : 4);
  return id;
}

// Where the row is stated: each article once as a link, its places below.
void add_evidence(Sheet& s) {
  const auto evidence = s.b.in.dataset->table(s.table).evidence_of(s.row);
  if (evidence.empty()) return;
  add_section(s, "stated-in", ui::StatedIn, 3);
  Sheet list = open_part(s, "sources", 0, Role::List, ui::StatedIn);
  for (size_t first = 0, end = 0; first < evidence.size(); first = end) {
    const RowIndex article = evidence[first].article;
    while (end < evidence.size() && evidence[end].article == article)
      ++end;
    const std::string places = ui::evidence_places(evidence.subspan(first, end - first));
    const std::string title = row_title(*s.b.in.dataset, TableId::Articles, article);
    Sheet item = open_part(list, "item", first, Role::ListItem, {});
    add_text(s.b, item.node, "sign", 0, {0, 0, 20, 20}, article_sign(article), Strong);
    const uint32_t link = add_wrapped(s.b, item.node, "source", 0, {24, 0, s.w - 24, 0}, title,
                                      {Font::Body, Color::Accent, Align::Start}, 3, Role::Link);
    Node& node = s.b.scene.node(link);
    node.label = ui::listed(title, places);
    set_title_language(s.b, link, TableId::Articles);
    node.underline_on_hover = true;
    node.activate = command::SelectRow{{TableId::Articles, article}, true};
    item.y = node.rect.h;
    const uint32_t where =
        add_wrapped(s.b, item.node, "places", 0, {24, item.y, s.w - 24, 0}, places, SoftSmall, 3);
    item.y += s.b.scene.node(where).rect.h + 8;
    close_part(list, item);
  }
  close_part(s, list);
  s.y += 12;
}

// What a link to a row reads: its title; a chart entry by chart and region.
std::string link_text(const Dataset& dataset, RowRef link) {
  if (link.table != TableId::ChartEntries) return row_title(dataset, link.table, link.row);
  const std::string chart = format_cell(dataset, link.table, link.row, chart_column::Chart);
  const CellLook region = cell_look(dataset, link.table, link.row, chart_column::Region);
  return ui::dotted(chart, region.stated ? region.text : std::string());
}

void add_related_of(Sheet& s, TableId table, std::span<const RowRef> links) {
  const auto count = static_cast<size_t>(
      std::count_if(links.begin(), links.end(), [table](const RowRef& link) { return link.table == table; }));
  if (count == 0) return;
  add_section(s, "of-" + std::to_string(static_cast<int>(table)), ui::count_rows(count, table), 4);
  size_t shown = 0;
  Sheet list = open_part(s, "rows", static_cast<uint64_t>(table), Role::List, ui::table_title(table));
  for (const RowRef& link : links) {
    if (link.table != table) continue;
    if (shown == RelatedShown) break;
    Sheet item = open_part(list, "item", shown++, Role::ListItem, {});
    const uint32_t open =
        add_line(item, "open", 0, link_text(*s.b.in.dataset, link), command::SelectRow{link, true});
    set_title_language(s.b, open, table);
    close_part(list, item);
  }
  close_part(s, list);
  if (count > shown) {
    add_text(s.b, s.node, "more", static_cast<uint64_t>(table), {s.x, s.y, s.w, 20},
             ui::and_more(count - shown), SoftSmall);
    s.y += 20;
  }
  s.y += 12;
}

// The rows linked to this one, but for those that stand above already: the articles of a fact under "Stated
// in", what a chart entry is about as its title.
void add_related(Sheet& s) {
  const auto subject = subject_of(*s.b.in.dataset, s.table, s.row);
  std::vector<RowRef> links;
  for (const RowRef link : s.b.in.dataset->table(s.table).links_of(s.row)) {
    const bool source = link.table == TableId::Articles && s.table != TableId::Articles;
    if (!source && link != subject) links.push_back(link);
  }
  if (links.empty()) return;
  add_section(s, "related", ui::Related, 3);
  for (const TableId table : AllTables)
    add_related_of(s, table, links);
}

}  // namespace

bool detail_open(const Builder& b) {
  const auto& selected = b.in.state.selected;
  return selected && b.in.dataset && selected->row < b.in.dataset->table(selected->table).row_count;
}

[[gnu::noinline]] void build_detail(Builder& b, Rect area) {
  const RowRef selected = *b.in.state.selected;
  if (!b.wide) {
    const uint32_t scrim = add_fill(b, 0, "detail-scrim", 0, {0, 0, b.width, b.height}, Color::Scrim);
    b.scene.node(scrim).activate = command::CloseDetail{};
    b.scene.node(scrim).label = ui::CloseDetail;
  }
  const std::string title = row_title(*b.in.dataset, selected.table, selected.row);
  const uint32_t panel = add_node(b, 0, "detail", 0, b.wide ? Role::Complementary : Role::Dialog, area);
  Node& node = b.scene.node(panel);
  node.label = title;
  node.modal = !b.wide;
  node.fill = Color::Bg;
  node.shadow = !b.wide;
  if (b.wide) node.borders = edge::Left;
  const float pad = b.phone ? b.margin : Pad, top = add_head(b, panel, selected, pad);
  const uint32_t scroll =
      add_node(b, panel, "content", static_cast<uint64_t>(selected.table) << 32 | selected.row, Role::Group,
               {0, top, area.w, area.h - top});
  Sheet s{b, scroll, selected.table, selected.row, pad, std::max(area.w - 2 * pad, 1.0f), 0};
  add_title(s, title);
  add_prose(s);
  add_fields(s);
  add_evidence(s);
  add_related(s);
  make_scroll(b, scroll, area.w, s.y + pad);
}

}  // namespace explorer
