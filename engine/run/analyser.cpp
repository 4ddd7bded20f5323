#include "engine/run/analyser.hpp"

#include <algorithm>

#include "engine/corpus/hash_of.hpp"
#include "engine/evidence/reader.hpp"

namespace demarche::run {

struct Analyser::Parts {
  Parts(const program::Program& p, const lexicon::ActorTable& a, Diagnostics& diagnostics)
      : program(p), actors(with_groups(a, p)), lexis(program, actors, diagnostics), rules(lexis) {}

  // Groups that rule files define stand beside those of the actor table.
  static lexicon::ActorTable with_groups(lexicon::ActorTable actors, const program::Program& program) {
    for (const program::Group& group : program.groups) {
      auto& members = actors.regions[group.id];
      for (const std::string& id : group.members)
        if (auto member = actors.find(id); member != lexicon::none) members.push_back(member);
      std::sort(members.begin(), members.end());
    }
    return actors;
  }

  program::Program program;
  lexicon::ActorTable actors;
  mention::Lexis lexis;
  evidence::RuleIndex rules;
};

Analyser::Analyser(const program::Program& program, const lexicon::ActorTable& actors, Diagnostics& diagnostics)
    : parts_(std::make_unique<Parts>(program, actors, diagnostics)) {}

Analyser::~Analyser() = default;

const mention::Lexis& Analyser::lexis() const { return parts_->lexis; }

evidence::DocumentResult Analyser::analyse(const corpus::Document& document, const AnalyseOptions& options) const {
  evidence::ReadOptions how{options.trace, options.watch};
  if (options.unknown_names)
    how.watch = [&](const evidence::SentenceReading& reading) {
      if (options.watch) options.watch(reading);
      evidence::find_unknown_names(reading.view, parts_->lexis, *options.unknown_names);
    };
  auto result = evidence::read_document(document, parts_->lexis, parts_->rules, how);
  result.hash = corpus::hash_of(document);
  return result;
}

std::string Analyser::inspect(const corpus::Document& document, evidence::InspectStage stage) const {
  return evidence::inspect(document, parts_->lexis, parts_->rules, stage);
}

}  // namespace demarche::run
