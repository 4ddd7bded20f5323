#include "engine/base/yaml_write.hpp"

#include <algorithm>
#include <cstdio>

#include "engine/base/utf8.hpp"

namespace demarche::yaml {

namespace {

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// Stricter than YAML: a text that might be taken for a number, a truth value or nothing by another reader is quoted
// too.
bool may_stand_plain(std::string_view text) {
  if (text.empty() || !is_letter_or_digit(text.front()) || !is_letter_or_digit(text.back())) return false;
  for (const char* word : {"null", "true", "false", "yes", "no", "on", "off"}) {
    const std::string_view name(word);
    if (text.size() == name.size() &&
        std::equal(text.begin(), text.end(), name.begin(), [](char a, char b) { return (a | 0x20) == b; }))
      return false;
  }
  return std::all_of(text.begin(), text.end(), [](char c) {
    return is_letter_or_digit(c) || c == ' ' || c == '-' || c == '_' || c == '.' || c == '/' || c == '(' || c == ')';
  });
}

// Signs that end a line or are not shown: they would be lost, or mislead, when they stood as they are.
bool must_be_escaped(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c == 0xFFFE ||
         c == 0xFFFF;
}

}  // namespace

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::decode(text, at);
    char buffer[16];
    if (c == '"' || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (must_be_escaped(c)) {
      std::snprintf(buffer, sizeof buffer, "\\u%04X", static_cast<unsigned>(c));
      out += buffer;
    } else {
      utf8::append(out, c);
    }
  }
  return out + "\"";
}

std::string scalar(std::string_view text) { return may_stand_plain(text) ? std::string(text) : quoted(text); }

}  // namespace demarche::yaml
