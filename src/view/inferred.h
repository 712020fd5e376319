// How a value is told that no article states: with a sign behind it where it is seen and copied, with a word
// where it is heard. What the sign stands for is said below a table to be read, in a row's details, and where
// the pointer rests.
#pragma once

#include "view/table_columns.h"

namespace explorer {

bool is_inferred(const CellLook& look);
// Its text, with the sign behind it if it is inferred.
std::string signed_text(const CellLook& look);

// A text as it is seen and as it is heard.
struct SignedText {
  std::string seen, heard;

  bool empty() const { return seen.empty(); }
  bool differs() const { return seen != heard; }
};
// `inferred`: what `text` says.
SignedText signed_words(std::string text, bool inferred);
SignedText signed_words(const CellLook& look);
// Both ways between the same words.
SignedText dotted(const SignedText& first, const SignedText& second);

// Names a node whose text is `text`, and says where the pointer rests what the sign in it means.
void explain_sign(Node& node, const SignedText& text);

// What row_title() gives, inferred if anything in it is.
SignedText signed_title(const Dataset& dataset, TableId table, RowIndex row);

}  // namespace explorer
