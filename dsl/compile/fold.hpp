#pragma once
#include <string>

namespace demarche::dsl::lowering {

// Letters, digits and marks beyond ASCII: everything there that is no space, dash, quote or other punctuation.
bool is_word_character(char32_t c);
bool is_upper(char32_t c);
// Appends the letter in lower case without its accent: É gives e, ß gives ss.
void append_folded(std::string& out, char32_t c);

}  // namespace demarche::dsl::lowering
