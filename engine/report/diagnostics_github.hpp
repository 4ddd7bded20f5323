#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.hpp"

namespace demarche::report {

// Workflow commands of GitHub Actions, one a line: the findings appear beside the lines they speak of.
//   ::error file=rules.stance,line=12,col=12,endLine=12,endColumn=19,title=unknown-issue::unknown issue `sanctons`
std::string diagnostics_github(const std::vector<Diagnostic>& diagnostics);

// A text inside such a command: of a property (file, title), or of the message.
std::string github_escaped(std::string_view text, bool property);

}  // namespace demarche::report
