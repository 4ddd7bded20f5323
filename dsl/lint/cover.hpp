#pragma once
#include <optional>
#include <vector>

#include "engine/program/pattern.hpp"

// Whether one compiled pattern finds all that another finds.
namespace demarche::dsl::linting {

// One way through a pattern: its words, references and gaps, without choices and optional parts.
using Way = std::vector<const program::Node*>;

// All ways, the empty one too; nothing when there are more than `most`. They point into the pattern.
std::optional<std::vector<Way>> ways_of(const program::Node& pattern, std::size_t most = 256);

// True when `general` matches every text that one of the ways matches. False may also mean: not found out.
bool covers(const program::Node& general, const std::vector<Way>& ways);

}  // namespace demarche::dsl::linting
