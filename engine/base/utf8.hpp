#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace demarche::utf8 {

constexpr bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u; }

// The number of code points of well-formed UTF-8.
std::size_t count_code_points(std::string_view text);

// Decodes the code point that begins at `at` and moves `at` behind it. Ill-formed bytes give U+FFFD, one at a time.
char32_t decode(std::string_view text, std::size_t& at);

void append(std::string& out, char32_t code_point);

// True when the whole text is well-formed UTF-8; else `bad_at` (when given) is the first offending byte offset.
bool is_valid(std::string_view text, std::size_t* bad_at = nullptr);

}  // namespace demarche::utf8
