// See static_page.h.
#include "static_page/static_page.h"

#include <cstdio>

#include "state/app_state.h"
#include "view/format.h"
#include "view/theme.h"
#include "view/ui_text.h"

namespace explorer {

namespace {

bool is_number(ColumnType type) { return type == ColumnType::Number || type == ColumnType::Duration; }

bool shown(const Column& column) { return column.any_stated; }

std::string cell_html(const Dataset& dataset, TableId table, RowIndex row, size_t column) {
  const std::string text = escape_html(format_cell(dataset, table, row, column));
  const ColumnType type = dataset.table(table).columns[column].spec.type;
  const char* open = is_number(type) ? "<td class=\"number\">" : "<td>";
  return open + text + "</td>";
}

void append_table(std::string& out, const Dataset& dataset, TableId id) {
  const Table& table = dataset.table(id);
  const std::string noun = escape_html(ui::table_title(id));
  out += "<h2>" + noun + "</h2>\n<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"" + noun +
         "\"><table>\n<thead><tr>";
  for (size_t column = 0; column < table.columns.size(); ++column) {
    if (!shown(table.columns[column])) continue;
    const bool number = is_number(table.columns[column].spec.type);
    out += number ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">";
    out += escape_html(ui::column_heading(table.columns[column].spec.name)) + "</th>";
  }
  out += "</tr></thead>\n<tbody>\n";
  for (RowIndex row = 0; row < table.row_count; ++row) {
    out += "<tr>";
    for (size_t column = 0; column < table.columns.size(); ++column) {
      if (shown(table.columns[column])) out += cell_html(dataset, id, row, column);
    }
    out += "</tr>\n";
  }
  out += "</tbody></table></div>\n";
}

void append_colors(std::string& out, Scheme scheme) {
  for (size_t i = 1; i < ColorCount; ++i) {
    const auto color = static_cast<Color>(i);
    char value[16];
    std::snprintf(value, sizeof value, "#%08x", static_cast<unsigned>(color_value(color, scheme)));
    out += "--" + std::string(color_name(color)) + ":" + value + ";";
  }
}

void append_classes(std::string& out) {
  for (size_t i = 1; i < ColorCount; ++i) {
    const std::string name(color_name(static_cast<Color>(i)));
    const std::string page = "html[data-render=html] #mirror ";
    out += page + ".c-" + name + "{color:var(--" + name + ")}" + page + ".b-" + name + "{background:var(--" + name +
           ")}" + page + ".h-" + name + ":hover{background:var(--" + name + ")}.ec-" + name + "{--edge:var(--" + name +
           ")}\n";
  }
}

// One rule for each combination of edges, as inset shadows, which take no room (see view/scene.h).
void append_edges(std::string& out) {
  constexpr const char* Sides[] = {"inset 0 var(--w)", "inset calc(-1*var(--w)) 0", "inset 0 calc(-1*var(--w))",
                                   "inset var(--w) 0"};
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

std::string static_tables(const Dataset& dataset) {
  std::string out = "<h1>" + escape_html(dataset.title) + "</h1>\n";
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
  for (const FontSpec& font : font_specs()) {
    out += "#mirror ." + std::string(font.name) + "{font:var(--" + std::string(font.name) + ")" +
           (font.tabular ? ";font-variant-numeric:tabular-nums" : "") + "}\n";
  }
  append_classes(out);
  append_edges(out);
  return out;
}

}  // namespace explorer
