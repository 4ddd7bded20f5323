#pragma once
#include <string>

// Character classes and folding beyond ASCII: what ICU knows, asked once a code point.
namespace demarche::text {

bool is_letter_or_mark(char32_t c);
bool is_space(char32_t c);
bool is_upper(char32_t c);
// Appends the lower-cased code point without its accents: É gives e, ß gives ss, İ gives i.
void append_folded(std::string& out, char32_t c);

}  // namespace demarche::text
