// The filter of one column, by its type: values to tick, a text, or a range. See build_popover.h.
#include <algorithm>
#include <cmath>

#include "core/regions.h"
#include "view/build_popover.h"
#include "view/build_summary.h"
#include "view/build_table.h"
#include "view/format.h"
#include "view/table_columns.h"
#include "view/ui_sentences.h"

namespace explorer {
namespace {

constexpr float DialogSummary = 96;

// Room for the button at the lower end.
float footer_px(const Builder& b) {
  return target_px(b, 32) + 24;
}

bool has_values(ColumnType type) {
  return type == ColumnType::Category || type == ColumnType::CategoryList || type == ColumnType::Region;
}

Command sort_by(const Query& query, std::string_view column, bool descending) {
  Query sorted = query;
  sorted.sort = {{std::string(column), descending}};
  return command::SetQueryText{format_query(sorted)};
}

void add_sort_buttons(DialogParts& d, std::string_view column) {
  if (!may(d.b, EmbedRight::Sort) && !may(d.b, EmbedRight::Search)) return;
  const float h = target_px(d.b, 32), w = std::floor((d.w - 8) / 2);
  const Query& query = d.b.in.state.query;
  add_button(d.b, d.node, "ascending", 0, {d.x, d.y, w, h}, ui::SortAscending, sort_by(query, column, false));
  add_button(d.b, d.node, "descending", 0, {d.x + w + 8, d.y, w, h}, ui::SortDescending,
             sort_by(query, column, true));
  d.y += h + 12;
}

std::string value_name(const Column& column, ValueCode value) {
  const std::string_view text = column.value_text(value);
  return display_text(column.spec.type == ColumnType::Region ? region_name(text) : text, 200);
}

void add_value(Builder& b, uint32_t list, Rect rect, const FacetValue& facet, const Column& column) {
  const ColumnSpec& spec = column.spec;
  const std::string name = value_name(column, facet.value);
  const std::string_view value = column.value_text(facet.value);
  const std::string count = format_count(facet.count);
  const float count_w = text_px(b, count, Font::Small);
  const bool on = has_value(b.in.state.query, spec.name, value);
  const uint32_t tick = add_tick(b, list, uint64_t{facet.value} + 1, rect, {}, on,
                                 command::ToggleValue{std::string(spec.name), std::string(value)});
  Node& node = b.scene.node(tick);
  node.label = ui::listed(name, count);
  node.hover_fill = Color::Hover;
  node.pad_right = count_w + 16;
  set_text(b, tick, name, {Font::Body, facet.count == 0 && !on ? Color::Soft : Color::Ink, Align::Start});
  set_cell_language(b, tick, b.in.state.popover.table, b.in.state.popover.column);
  add_text(b, tick, "count", 0, {rect.w - count_w - 4, 0, count_w, rect.h}, count,
           {Font::Small, Color::Soft, Align::End});
}

// Whether something `height` high fits above what has to follow and the button.
bool has_room(const DialogParts& d, float height, float following) {
  return d.y + height + following + footer_px(d.b) <= d.b.scene.node(d.node).rect.h;
}

float range_px(const Builder& b) {
  return 22 + target_px(b, 36) + 4;
}

// Asks for the rows that state nothing; nothing where all state a value, or where there is no room.
void add_missing(DialogParts& d, TableId table, size_t column, float following) {
  Builder& b = d.b;
  const ColumnSummary* summary = find_summary(b.in.results.summaries, table, column);
  if (summary == nullptr || summary->missing.total == 0 || !b.in.state.popover.facet_search.empty()) return;
  const Query& query = b.in.state.query;
  const std::string_view name = column_specs(table)[column].name;
  const bool on = std::ranges::any_of(query.terms, [name](const Term& term) {
    return term.op == TermOp::Missing && !term.exclude && term.column == name;
  });
  const float h = target_px(b, 32);
  if (!has_room(d, h + 4, following)) return;
  const std::string count = format_count(summary->missing.count);
  const std::string words = ui::bar_values(*summary, summary->bars.size());
  const uint32_t tick = add_tick(b, d.node, 0, {d.x, d.y, d.w, h}, {}, on, toggle_missing(query, name));
  const float count_w = text_px(b, count, Font::Small);
  Node& node = b.scene.node(tick);
  node.label = ui::listed(words, count);
  node.hover_fill = Color::Hover;
  node.pad_right = count_w + 16;
  set_text(b, tick, words, {Font::Body, Color::Soft, Align::Start});
  add_text(b, tick, "count", 0, {d.w - count_w - 4, 0, count_w, h}, count,
           {Font::Small, Color::Soft, Align::End});
  d.y += h + 4;
  d.bottom = std::max(d.bottom, d.y + footer_px(b));
}

void add_value_list(DialogParts& d, const Column& column) {
  Builder& b = d.b;
  const ColumnSpec& spec = column.spec;
  const float field_h = target_px(b, 36), row_h = target_px(b, 32);
  const uint32_t field = add_field(b, d.node, "find", {d.x, d.y, d.w, field_h}, Role::TextBox, ui::FindValue,
                                   {InputField::FacetSearch, std::string(spec.name)},
                                   b.in.state.popover.facet_search, ui::FindValue);
  b.scene.node(field).pad_left = 12;
  d.y += field_h + 8;
  const std::vector<FacetValue>& values = b.in.results.facets;
  const float needed = std::max<float>(static_cast<float>(values.size()), 1) * row_h;
  d.bottom = std::min(d.bottom, d.y + needed + footer_px(d.b));
  const Rect rect{d.x, d.y, d.w, std::max(d.bottom - footer_px(d.b) - d.y, 0.0f)};
  const uint32_t list = add_node(b, d.node, "values", 0, Role::Group, rect);
  b.scene.node(list).label = ui::column_heading(spec.name);
  make_scroll(b, list, rect.w, needed);
  if (values.empty()) add_text(b, list, "none", 0, {0, 0, rect.w, row_h}, ui::NoValue, SoftSmall);
  const RowWindow window = rows_in_view(scroll_of(b, list).y, rect.h, row_h, values.size());
  for (size_t i = window.first; i < window.last; ++i) {
    add_value(b, list, {0, static_cast<float>(i) * row_h, rect.w, row_h}, values[i], column);
  }
  d.y = rect.y + rect.h;
}

void add_contains(DialogParts& d, const ColumnSpec& spec) {
  add_text(d.b, d.node, "contains-label", 0, {d.x, d.y, d.w, 18}, ui::Contains, SoftSmall);
  const float h = target_px(d.b, 36);
  add_field(d.b, d.node, "contains", {d.x, d.y + 22, d.w, h}, Role::TextBox, ui::Contains,
            {InputField::ColumnContains, std::string(spec.name)},
            contains_text(d.b.in.state.query, spec.name), {});
  d.y += 22 + h + 4;
  d.bottom = std::min(d.bottom, d.y + footer_px(d.b));
}

std::string limit_text(ColumnType type, int64_t value) {
  if (type == ColumnType::Number) return format_quantity({value, Qualifier::Exact, true});
  if (type == ColumnType::Duration) return format_duration({value, Qualifier::Exact, true});
  PartialDate day;
  day.form = DateForm::Single;
  day.earliest = value * 86400;
  day.latest = day.earliest + 86399;
  return format_edtf(day);
}

void add_range(DialogParts& d, const ColumnSpec& spec) {
  Builder& b = d.b;
  const auto& limits = b.in.results.range;
  const auto values = range_fields(b.in.state, spec.name);
  const float h = target_px(b, 36), w = std::floor((d.w - 12) / 2);
  const std::string_view names[] = {ui::From, ui::To};
  const InputField fields[] = {InputField::RangeFrom, InputField::RangeTo};
  for (size_t i = 0; i < 2; ++i) {
    const float x = d.x + static_cast<float>(i) * (w + 12);
    const std::string hint = limits ? limit_text(spec.type, i == 0 ? limits->least : limits->greatest) : "";
    add_text(b, d.node, "range-label", i, {x, d.y, w, 18}, names[i], SoftSmall);
    add_field(b, d.node, i == 0 ? "from" : "to", {x, d.y + 22, w, h}, Role::TextBox, names[i],
              {fields[i], std::string(spec.name)}, values[i],
              ellipsize(hint, Font::Body, w - 24, b.in.measurer));
  }
  d.y += range_px(b);
  d.bottom = std::min(d.bottom, d.y + footer_px(d.b));
}

void add_histogram(DialogParts& d, TableId table, size_t column) {
  if (!has_room(d, DialogSummary + 4, range_px(d.b) + target_px(d.b, 32) + 4)) return;
  add_summary(d.b, d.node, {d.x, d.y, d.w, DialogSummary}, table, column);
  d.y += DialogSummary + 4;
}

// Of the column in the table that lies below, where its edge can be dragged; 0 if it is not there.
float width_in_table(const Builder& b, TableId table, size_t column) {
  for (const Node& node : b.scene.nodes()) {
    const DragBinding& drag = node.drag;
    if (drag.kind == Drag::ResizeColumn && drag.table == table && drag.column == column) return drag.width_px;
  }
  return 0;
}

// What dragging the edge of the column does, for keys, and for fingers that cannot: at the right end of
// `row`.
void add_width_buttons(DialogParts& d, TableId table, size_t column, Rect row) {
  constexpr float Step = 24, Gap = 8;
  Builder& b = d.b;
  const float width = width_in_table(b, table, column);
  const float narrower_w = text_px(b, ui::Narrower, Font::Small) + 24,
              wider_w = text_px(b, ui::Wider, Font::Small) + 24;
  if (width <= 0 || narrower_w + Gap + wider_w > row.w) return;
  const float x = row.x + row.w - wider_w;
  const uint32_t narrower =
      add_button(b, d.node, "narrower", 0, {x - Gap - narrower_w, row.y, narrower_w, row.h}, ui::Narrower,
                 command::ResizeColumn{table, column, width - Step});
  b.scene.node(narrower).disabled = width <= MinColumnWidth;
  const uint32_t wider = add_button(b, d.node, "wider", 0, {x, row.y, wider_w, row.h}, ui::Wider,
                                    command::ResizeColumn{table, column, width + Step});
  b.scene.node(wider).disabled = width >= MaxColumnWidth;
}

}  // namespace

void build_column_filter(DialogParts& dialog, TableId table, size_t column) {
  const ColumnSpec& spec = column_specs(table)[column];
  add_sort_buttons(dialog, spec.name);
  if (has_values(spec.type)) {
    add_missing(dialog, table, column, 3 * size::Touch);
    add_value_list(dialog, dialog.b.in.dataset->column(table, column));
  } else {
    if (spec.type == ColumnType::Text) {
      add_contains(dialog, spec);
    } else {
      add_histogram(dialog, table, column);
      add_range(dialog, spec);
    }
    add_missing(dialog, table, column, 0);
  }
  const float h = target_px(dialog.b, 32);
  const uint32_t clear =
      add_button(dialog.b, dialog.node, "clear", 0, {dialog.x, dialog.bottom - h - 12, 0, h}, ui::Clear,
                 command::ClearColumn{std::string(spec.name)});
  Node& node = dialog.b.scene.node(clear);
  node.disabled = !column_filtered(dialog.b.in.state.query, table, column);
  if (node.disabled) node.color = Color::Faint;
  const float used = node.rect.w + 8;
  add_width_buttons(dialog, table, column, {dialog.x + used, node.rect.y, dialog.w - used, h});
}

}  // namespace explorer
