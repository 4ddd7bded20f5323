#pragma once
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/golden/golden.hpp"
#include "engine/golden/rule_texts.hpp"
#include "engine/position/matrix.hpp"
#include "engine/program/program.hpp"
#include "engine/run/seen_texts.hpp"

namespace demarche::golden {

// What the rules give now. `results` are sorted by document id and went through `texts`, with
// their uses (AnalyseOptions::trace).
Golden collect(const std::vector<evidence::DocumentResult>& results, const position::Matrix& matrix,
               const program::Program& program, const run::SeenTexts& texts, const RuleTexts& rules);

}  // namespace demarche::golden
