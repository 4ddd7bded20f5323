#pragma once
#include <set>
#include <string>
#include <string_view>

namespace demarche::import {

// Adds the words of a text: letters, digits, and hyphens and apostrophes between them; A to Z in small letters.
void add_words(std::string_view text, std::set<std::string>& words);

}  // namespace demarche::import
