#pragma once
#include <string>

#include "engine/run/mutation.hpp"

namespace demarche::run {

// For people: the score, by kind and by file, then the mutants that no test notices, by file; the first few of each
// file unless `all`.
std::string mutation_text(const MutationReport& report, bool all);

// The mutants that no test notices, one a line, tab-separated, with a header line:
// file line column kind change owner text tests. `tests` is how many tests hold the words.
std::string survivors_table(const MutationReport& report);

// All mutants with their fates, and the scores.
std::string mutation_json(const MutationReport& report, const MutationOptions& options, const std::string& version);

}  // namespace demarche::run
