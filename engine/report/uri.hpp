#pragma once
#include <string>
#include <string_view>

namespace demarche::report {

// A path as a URI reference: what may not stand in one is percent-encoded, an absolute path gets `file://`. "./a b" is
// "a%20b".
std::string uri_of(std::string_view path);

// The path that a URI reference without scheme stands for: `uri_of` backwards. A "%" that no two hexadecimal digits
// follow stays as it is.
std::string path_of(std::string_view uri);

}  // namespace demarche::report
