// See inferred.h.
#include "view/inferred.h"

#include <algorithm>

#include "view/ui_text.h"

namespace explorer {

bool is_inferred(const CellLook& look) {
  return look.stated && !look.description.empty();
}

std::string signed_text(const CellLook& look) {
  return is_inferred(look) ? look.text + std::string(ui::InferredSign) : look.text;
}

SignedText signed_words(std::string text, bool inferred) {
  if (!inferred) return {text, text};
  return {text + std::string(ui::InferredSign), ui::listed(text, ui::InferredWord)};
}

SignedText signed_words(const CellLook& look) {
  return signed_words(look.text, is_inferred(look));
}

SignedText dotted(const SignedText& first, const SignedText& second) {
  return {ui::dotted(first.seen, second.seen), ui::dotted(first.heard, second.heard)};
}

void explain_sign(Node& node, const SignedText& text) {
  if (!text.differs()) return;
  node.label = text.heard;
  node.description = ui::Inferred;
}

SignedText signed_title(const Dataset& dataset, TableId table, RowIndex row) {
  const Table& rows = dataset.table(table);
  const auto inferred = [&](size_t column) {
    return rows.columns[column].is_stated(row) && rows.is_inferred(row, column);
  };
  std::string title = row_title(dataset, table, row);
  if (table != TableId::ChartEntries) return signed_words(std::move(title), inferred(0));
  if (!rows.columns[chart_column::Position].is_stated(row))
    return signed_words(std::move(title), inferred(chart_column::Chart));
  const bool any = inferred(chart_column::Position) || inferred(chart_column::Region);
  return signed_words(std::move(title), any);
}

}  // namespace explorer
