#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.hpp"

// How messages are put together.
namespace demarche::dsl {

std::string join(std::initializer_list<std::string_view> parts);

template <typename... Parts>
std::string say(const Parts&... parts) {
  return join({std::string_view(parts)...});
}

std::string quoted(std::string_view text);  // `text`

// "`a`, `b` and 12 more"
std::string list_of(const std::vector<std::string>& names);

// Adds "did you mean `x`?" and a fix when some candidate is near; the primary span must be the name's.
void suggest(Diagnostic& diagnostic, std::string_view word, const std::vector<std::string>& candidates);

}  // namespace demarche::dsl
