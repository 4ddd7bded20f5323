#pragma once
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"

namespace demarche::report {

// Workflow commands of GitHub Actions, one a line: the findings appear beside the lines they speak of.
//   ::error file=rules.stance,line=12,col=12,endLine=12,endColumn=19,title=unknown-issue::unknown issue `sanctons`
std::string diagnostics_github(const std::vector<Diagnostic>& diagnostics);

}  // namespace demarche::report
