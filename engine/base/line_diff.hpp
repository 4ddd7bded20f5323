#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace demarche {

// The differences of two texts as a unified diff, as `diff -u` and `git diff` print them and `patch` reads them; empty when
// the texts are equal. Names go into the two header lines. The shortest list of changes, except for texts that differ in
// thousands of lines: there whole stretches are replaced.
std::string unified_diff(std::string_view before, std::string_view after, std::string_view before_name,
                         std::string_view after_name, std::size_t context = 3);

}  // namespace demarche
