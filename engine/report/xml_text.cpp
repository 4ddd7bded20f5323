#include "engine/report/xml_text.hpp"

#include "engine/base/utf8.hpp"

namespace demarche::report {

namespace {

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029; }

bool turns_direction(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

bool is_xml(char32_t c) { return !is_control(c) && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF; }

}  // namespace

std::string_view escape_of(char32_t c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

std::string xml_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::decode(text, at);
    if (const std::string_view escape = escape_of(c); !escape.empty()) {
      out += escape;
    } else if (c == '\n' || c == '\r' || c == '\t') {
      out += ' ';
    } else {
      utf8::append(out, is_xml(c) ? c : 0xFFFD);
    }
  }
  return out;
}

std::string one_line(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::decode(text, at);
    if (!turns_direction(c)) utf8::append(out, is_control(c) ? U' ' : c);
  }
  return out;
}

bool is_safe_link(std::string_view url) {
  std::string start;
  for (const char c : url.substr(0, 8)) start += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (const std::string_view scheme : {"http://", "https://", "ftp://"})
    if (start.starts_with(scheme)) return true;
  const auto end = url.find_first_of(":/?#");  // a colon in front of these would end a scheme
  return !url.empty() && (end == std::string_view::npos || url[end] != ':');
}

}  // namespace demarche::report
