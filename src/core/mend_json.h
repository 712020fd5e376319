// Two things that JSON's grammar allows but the parser cannot hold, and refuses the whole document for:
// numbers beyond a double (1e999) and halves of surrogate pairs (\ud83d alone).
#pragma once

#include <string>
#include <string_view>

namespace explorer {

// Returns a copy of `bytes`, of the same length and with the same places, in which such a number is a 0
// followed by blanks and such a half is \ufffd. Bytes that are not JSON are copied as they are.
std::string mend_json(std::string_view bytes);

}  // namespace explorer
