#pragma once
#include <string>

#include "engine/run/coverage.hpp"

namespace demarche::run {

// For people: shares by kind and by file, then what no test exercises, by file; the first few of each file unless
// `all`.
std::string coverage_text(const CoverageReport& report, bool all);

// One line a part, tab-separated, with a header line: file line column kind owner text tests test documents sentence.
std::string coverage_table(const CoverageReport& report);

}  // namespace demarche::run
