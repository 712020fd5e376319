// See static_page.h.
#include "static_page/static_page.h"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <span>
#include <vector>

#include "state/app_state.h"
#include "view/format.h"
#include "view/inferred.h"
#include "view/theme.h"
#include "view/ui_text.h"

namespace explorer {

namespace {

bool is_number(ColumnType type) {
  return type == ColumnType::Number || type == ColumnType::Duration;
}

bool is_prose(const ColumnSpec& spec) {
  return spec.name == "note" || spec.name == "summary";
}

// The claimed number of regions stands in the region's cell, unless a row has both.
bool is_repeated(const Table& table, TableId id, size_t column) {
  if (id != TableId::ChartEntries || column != chart_column::Regions) return false;
  for (RowIndex row = 0; row < table.row_count; ++row) {
    const bool region = table.columns[chart_column::Region].is_stated(row);
    if (region && table.columns[column].is_stated(row)) return false;
  }
  return true;
}

// The filled columns in the order of the explorer's own tables, sources last; prose goes under the title.
std::vector<size_t> columns_of(const Table& table, TableId id) {
  std::vector<size_t> columns;
  for (const ColumnLayout& layout : default_columns(id).columns) {
    const size_t column = layout.column;
    if (column == evidence_column(id) || is_prose(table.columns[column].spec)) continue;
    if (table.columns[column].any_stated() && !is_repeated(table, id, column)) columns.push_back(column);
  }
  const size_t sources = evidence_column(id);
  if (sources < table.columns.size() && table.columns[sources].any_stated()) columns.push_back(sources);
  return columns;
}

// "A headline, 1, 4; B 2", each letter a link to its article.
std::string evidence_html(const Table& table, RowIndex row) {
  std::string out;
  std::optional<RowIndex> article;
  for (const Evidence& evidence : table.evidence_of(row)) {
    const bool same = article == evidence.article;
    article = evidence.article;
    const std::string sign = article_sign(evidence.article), mark = format_evidence(evidence);
    if (!out.empty()) out += same ? ", " : "; ";
    if (!same) out += "<a href=\"#" + sign + "\">" + sign + "</a>";
    if (mark.size() > sign.size()) out += mark.substr(same ? sign.size() + 1 : sign.size());
  }
  return out;
}

std::string cell_html(const Dataset& dataset, TableId id, RowIndex row, size_t column) {
  const Table& table = dataset.table(id);
  const std::string_view heading = ui::column_heading(id, column);
  const CellLook look = cell_look(dataset, id, row, column);
  std::string type = is_number(table.columns[column].spec.type) ? "number " : "";
  if (table.columns[column].spec.type == ColumnType::Date) type += "date ";
  if (!look.stated) type += "none ";
  if (is_inferred(look)) type += "inferred ";
  std::string open = "<td data-label=\"" + escape_html(heading) + "\"";
  if (!type.empty()) open += " class=\"" + type.substr(0, type.size() - 1) + "\"";
  if (is_inferred(look)) open += " title=\"" + escape_html(look.description) + "\"";
  const bool sources = column == evidence_column(id);
  return open + ">" + (sources ? evidence_html(table, row) : escape_html(signed_text(look))) + "</td>";
}

// The cell that names the row, with its note or summary below.
std::string title_html(const Dataset& dataset, TableId id, RowIndex row, size_t column) {
  std::string out = "<th scope=\"row\">";
  if (id == TableId::Articles) out += "<b>" + article_sign(row) + "</b> ";
  out += escape_html(signed_text(cell_look(dataset, id, row, column)));
  for (size_t prose = 0; prose < column_specs(id).size(); ++prose) {
    if (!is_prose(column_specs(id)[prose])) continue;
    const CellLook look = cell_look(dataset, id, row, prose);
    if (look.stated) out += "<p>" + escape_html(look.text) + "</p>";
  }
  return out + "</th>";
}

bool any_inferred(const Table& table, std::span<const size_t> columns) {
  for (RowIndex row = 0; row < table.row_count; ++row) {
    for (const size_t column : columns) {
      if (table.is_inferred(row, column) && table.columns[column].is_stated(row)) return true;
    }
  }
  return false;
}

void append_table(std::string& out, const Dataset& dataset, TableId id) {
  const Table& table = dataset.table(id);
  const std::vector<size_t> columns = columns_of(table, id);
  const std::string title = escape_html(ui::table_title(id));
  out += "<h2>" + title + "</h2> <small>" + format_count(table.row_count) +
         "</small>\n<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"" + title +
         "\"><table>\n<thead><tr>";
  for (const size_t column : columns) {
    const bool number = is_number(table.columns[column].spec.type);
    out += number ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">";
    out += escape_html(ui::column_heading(id, column)) + "</th>";
  }
  out += "</tr></thead>\n<tbody>\n";
  for (RowIndex row = 0; row < table.row_count; ++row) {
    out += id == TableId::Articles ? "<tr id=\"" + article_sign(row) + "\">" : "<tr>";
    for (const size_t column : columns) {
      out += column == columns.front() ? title_html(dataset, id, row, column)
                                       : cell_html(dataset, id, row, column);
    }
    out += "</tr>\n";
  }
  out += "</tbody></table></div>\n";
  if (any_inferred(table, columns)) out += "<p>" + escape_html(ui::InferredNote) + "</p>\n";
}

void append_colors(std::string& out, Scheme scheme, Contrast contrast = Contrast::Normal) {
  for (size_t i = 1; i < ColorCount; ++i) {
    const auto color = static_cast<Color>(i);
    char value[16];
    std::snprintf(value, sizeof value, "#%08x", static_cast<unsigned>(color_value(color, scheme, contrast)));
    out += "--" + std::string(color_name(color)) + ":" + value + ";";
  }
}

// The rules say `:root` twice, so that they weigh as much as those of a chosen theme before them.
void append_contrasts(std::string& out) {
  out += "@media (prefers-contrast:more){:root:root{";
  append_colors(out, Scheme::Light, Contrast::More);
  out += "}}\n@media (prefers-contrast:more) and (prefers-color-scheme:dark){:root:not([data-theme=light]){";
  append_colors(out, Scheme::Dark, Contrast::More);
  out += "}}\n@media (prefers-contrast:more){:root[data-theme=dark]{";
  append_colors(out, Scheme::Dark, Contrast::More);
  out += "}}\n@media (forced-colors:active){:root:root{color-scheme:light dark;";
  for (size_t i = 1; i < ColorCount; ++i) {
    const auto color = static_cast<Color>(i);
    if (!system_color(color)) continue;
    out += "--" + std::string(color_name(color)) + ":" + system_color_css(color) + ";";
  }
  out += "}}\n";
}

void append_classes(std::string& out) {
  for (size_t i = 1; i < ColorCount; ++i) {
    const std::string name(color_name(static_cast<Color>(i)));
    const std::string page = "html[data-render=html] #mirror ";
    out += page + ".c-" + name + "{color:var(--" + name + ")}" + page + ".b-" + name + "{background:var(--" +
           name + ")}" + page + ".h-" + name + ":hover{background:var(--" + name + ")}.ec-" + name +
           "{--edge:var(--" + name + ")}\n";
  }
}

// One rule for each combination of edges, as inset shadows, which take no room (see view/scene.h).
void append_edges(std::string& out) {
  constexpr const char* Sides[] = {"inset 0 var(--w)", "inset calc(-1*var(--w)) 0",
                                   "inset 0 calc(-1*var(--w))", "inset var(--w) 0"};
  for (int edges = 1; edges < 16; ++edges) {
    out += "html[data-render=html] #mirror .e" + std::to_string(edges) + "{--w:1px;box-shadow:";
    bool first = true;
    for (int side = 0; side < 4; ++side) {
      if ((edges & (1 << side)) == 0) continue;
      if (!first) out += ",";
      out += std::string(Sides[side]) + " 0 var(--edge)";
      first = false;
    }
    out += "}\n";
  }
  out += "html[data-render=html] #mirror .thick{--w:2px}\n";
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += c;
    }
  }
  return out;
}

std::string fill_page(std::string_view page, std::span<const PageValue> values) {
  std::string out;
  while (!page.empty()) {
    const size_t at = std::min(page.find('@'), page.size());
    out += page.substr(0, at);
    page.remove_prefix(at);
    const std::string_view name = page.substr(std::min<size_t>(1, page.size()));
    const auto value = std::ranges::find_if(values, [name](const PageValue& each) {
      return name.starts_with(each.name) && name.substr(each.name.size()).starts_with('@');
    });
    if (value != values.end()) {
      out += value->text;
      page.remove_prefix(value->name.size() + 2);
    } else if (!page.empty()) {
      out += '@';
      page.remove_prefix(1);
    }
  }
  return out;
}

std::string release_mark(std::string_view program, std::string_view late_program) {
  // FNV-1a: whoever could make another program with the same mark could as well change this page. A length
  // between the parts, so that bytes which move from one to the other change it.
  uint64_t hash = 14695981039346656037ULL;
  const auto add = [&hash](std::string_view bytes) {
    for (const char c : bytes)
      hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  };
  add(program);
  add(std::to_string(program.size()));
  add(late_program);
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hash));
  return text;
}

std::string static_tables(const Dataset& dataset) {
  std::string out =
      "<header>" + std::string(ui::AppTitle) + "</header>\n<h1>" + escape_html(dataset.title) + "</h1>\n";
  if (!dataset.description.empty()) out += "<p>" + escape_html(dataset.description) + "</p>\n";
  out += "<p id=\"note\" hidden></p>\n<progress id=\"progress\" aria-label=\"" + std::string(ui::Loading) +
         "\"></progress>\n";
  for (const TableId table : AllTables) {
    if (dataset.table(table).row_count > 0) append_table(out, dataset, table);
  }
  return out;
}

std::string style_tokens() {
  std::string out = ":root{color-scheme:light dark;";
  append_colors(out, Scheme::Light);
  const std::string family(font_family());
  for (const FontSpec& font : font_specs()) {
    char face[64];
    std::snprintf(face, sizeof face, ":%d %gpx/%gpx ", font.weight, static_cast<double>(font.size_px),
                  static_cast<double>(font.line_px));
    out += "--" + std::string(font.name) + face + family + ";";
  }
  out += "}\n@media (prefers-color-scheme:dark){:root:not([data-theme=light]){";
  append_colors(out, Scheme::Dark);
  out += "}}\n:root[data-theme=light]{color-scheme:light}\n:root[data-theme=dark]{color-scheme:dark;";
  append_colors(out, Scheme::Dark);
  out += "}\n";
  append_contrasts(out);
  for (const FontSpec& font : font_specs()) {
    out += "#mirror ." + std::string(font.name) + "{font:var(--" + std::string(font.name) + ")" +
           (font.tabular ? ";font-variant-numeric:tabular-nums" : "") + "}\n";
  }
  append_classes(out);
  append_edges(out);
  return out;
}

}  // namespace explorer
