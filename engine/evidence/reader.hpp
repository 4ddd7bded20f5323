#pragma once
#include <functional>

#include "engine/corpus/document.hpp"
#include "engine/evidence/record.hpp"
#include "engine/evidence/rule_index.hpp"
#include "engine/holder/discourse.hpp"
#include "engine/mention/lexis.hpp"

namespace demarche::evidence {

// What the stages before the evidence know of one sentence.
struct SentenceReading {
  const mention::SentenceView& view;
  const holder::SentenceVoices& voices;
  const holder::Holder& subject;
};

struct SentenceCoding;  // coding.hpp

struct ReadOptions {
  bool trace = false;                                 // fill Record::trace, Record::uses and Silence::uses
  std::function<void(const SentenceReading&)> watch;  // called for every sentence, also in documents without any issue
  std::function<void(const SentenceCoding&)> watch_coding = {};  // called for every sentence that holds an issue
};

// Reads one document: a pure function of the document, the lexis and the rules.
DocumentResult read_document(const corpus::Document& document, const mention::Lexis& lexis, const RuleIndex& rules,
                             const ReadOptions& options);

}  // namespace demarche::evidence
