#pragma once
#include <string>
#include <string_view>

namespace demarche::report {

// How markup writes a character that would be a sign of it: "&amp;" for "&"; empty for all others.
std::string_view escape_of(char32_t c);

// A text as the content or, between quotes, an attribute of XML, SVG or HTML: markup is escaped, what XML cannot hold
// (control characters, ill-formed bytes) becomes U+FFFD, line ends and tabs become spaces.
std::string xml_text(std::string_view text);

// A text on one line of a terminal or a plain file: line ends, tabs and control characters become spaces, and the marks
// that turn the direction of what follows are left out.
std::string one_line(std::string_view text);

// Only such addresses may stand in a link: http, https, ftp, and what names no scheme.
bool is_safe_link(std::string_view url);

}  // namespace demarche::report
