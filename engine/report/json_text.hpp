#pragma once
#include <string>
#include <string_view>

// Writing JSON by hand, where there are millions of lines of it.
namespace demarche::report {

// Appends a JSON string with its quotes. `text` is well-formed UTF-8, which stays as it is.
void append_json_string(std::string& out, std::string_view text);
// Appends a number with at most `digits` digits after the point and no needless zeros: 0.75, 1, -0.5. Not a number and
// infinities become null.
void append_json_number(std::string& out, double value, int digits);

}  // namespace demarche::report
