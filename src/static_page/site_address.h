// Where the page will be published, if whoever builds it says so: some things written for other sites need an
// absolute address (EXPLORER_SITE_URL, see README.md).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace explorer {

struct SiteAddress {
  std::optional<std::string> folder;  // ends with a slash
  std::string error;                  // why there is none, in words
};

// Reads the address of the folder that index.html lies in, with or without the slash at its end.
SiteAddress read_site_address(std::string_view text);

// `text` as a value in the query of an address.
std::string percent_encoded(std::string_view text);

}  // namespace explorer
