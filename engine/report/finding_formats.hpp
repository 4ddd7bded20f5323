#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/report/finding_place.hpp"

// The formats in which `check`, `lint` and `test` tell other programs what they found.
namespace demarche::report {

enum class FindingFormat : std::uint8_t { text, json, junit, tap, github, sarif };

std::optional<FindingFormat> parse_finding_format(std::string_view name);
const std::vector<std::string>& finding_format_names();

// Sorted diagnostics in a format; `text` is what `render` gives, without colours. `files` are those that were read:
// JUnit and TAP count those that are fine, too.
std::string findings(FindingFormat format, const std::vector<Diagnostic>& diagnostics,
                     const std::vector<std::string>& files, const Tool& tool);

}  // namespace demarche::report
