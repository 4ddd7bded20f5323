#pragma once
#include <string>

#include "engine/evidence/reader.hpp"

namespace demarche::evidence {

enum class InspectStage : std::uint8_t { tokens, mentions, holders };

// What a stage before the evidence gives for a document, as plain text: a block of lines for each sentence.
std::string inspect(const corpus::Document& document, const mention::Lexis& lexis, const RuleIndex& rules,
                    InspectStage stage);

}  // namespace demarche::evidence
