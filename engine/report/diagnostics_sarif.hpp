#pragma once
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/report/finding_place.hpp"

namespace demarche::report {

// SARIF 2.1.0, the exchange format of code scanners: the kinds of findings that occur, each finding with its place,
// related places and fixes. Columns are UTF-16 units, which is what most viewers count.
std::string diagnostics_sarif(const std::vector<Diagnostic>& diagnostics, const Tool& tool);

}  // namespace demarche::report
