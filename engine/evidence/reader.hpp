#pragma once
#include "engine/corpus/document.hpp"
#include "engine/evidence/record.hpp"
#include "engine/evidence/rule_index.hpp"
#include "engine/mention/lexis.hpp"

namespace demarche::evidence {

struct ReadOptions {
  bool trace = false;  // fill Record::trace
};

// Reads one document: a pure function of the document, the lexis and the rules.
DocumentResult read_document(const corpus::Document& document, const mention::Lexis& lexis, const RuleIndex& rules,
                             const ReadOptions& options);

}  // namespace demarche::evidence
