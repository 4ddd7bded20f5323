#pragma once
#include <functional>
#include <memory>

#include "engine/base/diagnostic.hpp"
#include "engine/corpus/document.hpp"
#include "engine/evidence/inspect.hpp"
#include "engine/evidence/record.hpp"
#include "engine/evidence/unknown_names.hpp"
#include "engine/lexicon/actors.hpp"
#include "engine/program/program.hpp"

namespace demarche::run {

struct AnalyseOptions {
  bool trace = false;  // fill Record::trace, Record::uses and Silence::uses
  // Called for every sentence with what the earlier stages know of it.
  std::function<void(const evidence::SentenceReading&)> watch = {};
  std::vector<evidence::UnknownName>* unknown_names = nullptr;  // gets those of the document; reading takes longer
};

// A program and an actor table made ready for reading. Immutable after construction: `analyse` may be called from many
// threads, and is a pure function of the document.
class Analyser {
 public:
  // Problems that only show here (a pattern too large for its automaton, a name no text can contain) go to
  // `diagnostics`.
  Analyser(const program::Program& program, const lexicon::ActorTable& actors, Diagnostics& diagnostics);
  ~Analyser();
  Analyser(const Analyser&) = delete;
  Analyser& operator=(const Analyser&) = delete;

  // What a stage before the evidence gives, for people.
  std::string inspect(const corpus::Document& document, evidence::InspectStage stage) const;

  // What the program was made into; as long-lived as the analyser.
  const mention::Lexis& lexis() const;

  evidence::DocumentResult analyse(const corpus::Document& document, const AnalyseOptions& options = {}) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace demarche::run
