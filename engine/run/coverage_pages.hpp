#pragma once
#include <map>
#include <string>

#include "engine/run/coverage.hpp"

namespace demarche::run {

// The coverage as JSON: all parts with what exercises them, and the shares. docs/testing.md describes the members.
std::string coverage_json(const CoverageReport& report, const std::string& version);

// The coverage as one HTML page that needs no other file and no network: every rule file with its lines, each part
// coloured, and marked with a letter, by what exercises it. `sources` are the texts of the rule files by their paths; a
// file that is missing there is shown as a list of its parts.
std::string coverage_html(const CoverageReport& report, const std::map<std::string, std::string>& sources,
                          const std::string& version);

}  // namespace demarche::run
