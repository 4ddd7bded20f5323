#pragma once
#include <functional>

#include "engine/why/diagnose.hpp"
#include "engine/why/nearest.hpp"
#include "engine/why/written.hpp"

namespace demarche::why {

// A change to be tried.
struct Trial {
  Edit edit;
  std::optional<Nearest> nearest;  // the pattern it was made after
  std::function<void(program::Program&)> rules = {};
  std::function<void(lexicon::ActorTable&)> names = {};
  std::function<void(corpus::Document&)> text = {};
  std::function<void(program::Program&)> in_place = {};  // what `edit.in_place` says, to be tried apart
};

// What is tried on: the small rule set of one document, with the changes that were taken so far.
struct Bench {
  const program::Program& whole;
  const Wanted& wanted;
  program::Program program;
  std::shared_ptr<const lexicon::ActorTable> actors;
  corpus::Document document;
};

// One reading on the bench, with what went wrong.
struct Look {
  Look(const Bench& bench);
  Look(const Look&) = delete;

  const Bench& bench;
  Sandbox sandbox;
  Reading reading;
  Finding finding;

  const Seen& seen() const { return reading.sentences[finding.sentence]; }
  bool has_sentence() const { return finding.sentence < reading.sentences.size(); }
  Search search(std::size_t count) const;
};

void apply(const Trial& trial, Bench& bench);

// Changes that may help at the stage that failed, likely ones first.
std::vector<Trial> trials_for(const Look& look);

// One file a stage.
void propose_issue(const Look& look, std::vector<Trial>& out);
void propose_conditions(const Look& look, std::vector<Trial>& out);
void propose_names(const Look& look, std::vector<Trial>& out);
void propose_stance(const Look& look, std::vector<Trial>& out);
void propose_turns(const Look& look, std::vector<Trial>& out);
void propose_forms(const Look& look, std::vector<Trial>& out);
void propose_holder(const Look& look, std::vector<Trial>& out);
void propose_rules(const Look& look, std::vector<Trial>& out);
void propose_strength(const Look& look, std::vector<Trial>& out);

// "extend stance opposes { verb lash out at }" and its like.
Trial entry_trial(const std::string& stance, program::Entry::Kind kind, const program::Pattern& pattern,
                  std::optional<program::Strength> strength = std::nullopt);
Trial issue_trial(const std::string& issue, program::IssuePattern::Kind kind, int side,
                  const program::Pattern& pattern);
Trial turn_trial(int sign, const program::Pattern& pattern);

}  // namespace demarche::why
