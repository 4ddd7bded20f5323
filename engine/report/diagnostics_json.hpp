#pragma once
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/report/finding_place.hpp"

namespace demarche::report {

// One object: the counts, and every diagnostic with its place, related places, notes, help and fixes. Lines and columns
// from 1, columns in code points, ends exclusive. Fields: docs/testing.md.
std::string diagnostics_json(const std::vector<Diagnostic>& diagnostics, const Tool& tool);

}  // namespace demarche::report
