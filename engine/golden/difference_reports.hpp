#pragma once
#include <string>
#include <vector>

#include "engine/golden/causes.hpp"
#include "engine/golden/compare.hpp"
#include "engine/report/suite.hpp"

// A comparison for machines that run checks.
namespace demarche::golden {

// A suite of cells and a suite of documents: a case for each of `now` that fails when it, or its evidence, is not as
// accepted, with the evidence as its details; and one for each that is gone.
std::vector<report::Suite> suites_of(const Comparison& comparison, const Golden& now, const CauseFinder& finder);

// Workflow commands of GitHub: an annotation for each piece of evidence, at the rule line that was edited where there
// is one, and for each cell with another position.
std::string github_annotations(const Comparison& comparison, const CauseFinder& finder);

}  // namespace demarche::golden
