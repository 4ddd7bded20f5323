#pragma once
#include <string>
#include <string_view>

namespace demarche::report {

// Compressed as a gzip file, without name and time: equal bytes give equal bytes.
std::string gzip(std::string_view bytes);
// Base64 with padding, on one line.
std::string base64(std::string_view bytes);

}  // namespace demarche::report
