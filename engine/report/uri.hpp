#pragma once
#include <string>
#include <string_view>

namespace demarche::report {

// A path as a URI reference: what may not stand in one is percent-encoded, an absolute path gets `file://`. "./a b" is
// "a%20b".
std::string uri_of(std::string_view path);

}  // namespace demarche::report
