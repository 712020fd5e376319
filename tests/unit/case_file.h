// Tests as data: files of cases, each some lines "key: value", apart by blank lines; # begins a comment.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace explorer::test {

using CaseLines = std::vector<std::pair<std::string, std::string>>;

// The cases of a file, in order; fails the test if it cannot be read.
std::vector<CaseLines> read_case_file(const std::string& path);

}  // namespace explorer::test
