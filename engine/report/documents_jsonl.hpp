#pragma once
#include <string>
#include <vector>

#include "engine/evidence/record.hpp"

// documents.jsonl: one document a line, with what was found in it and, for every sentence that held an issue and gave
// nothing, why. `silent` is the sum of `reasons`, and the length of `silences`.
namespace demarche::report {

std::string documents_jsonl(const std::vector<evidence::DocumentResult>& results);

}  // namespace demarche::report
