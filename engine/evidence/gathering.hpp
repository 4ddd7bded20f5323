#pragma once
#include "engine/evidence/candidates.hpp"
#include "engine/evidence/negation.hpp"

namespace demarche::evidence {

// The statements of one sentence while they are found: those that stand, and those that were seen and left.
class Gathering {
 public:
  Gathering(const SentenceInput& input, std::vector<Rejected>& left) : in(input), view(input.view), left_(left) {}

  const SentenceInput& in;
  const mention::SentenceView& view;
  std::vector<Candidate> candidates;

  // Notes for the trace what was decided; nothing when nobody traces.
  void step(Candidate& candidate, const char* stage, std::uint32_t begin, std::uint32_t end, std::string text) const;
  // The stance (into Program::stances) that a negator before the words leaves; false when it leaves none. `held` says
  // whether the words have a holder of their own.
  bool negate(Candidate& candidate, std::uint32_t stance, const NegationQuery& query, const holder::Holder* held);
  void reject(Reason reason, const Candidate& candidate);
  void reject(Reason reason, std::uint32_t issue_match, std::vector<lexicon::ActorIndex> actors, std::string detail);
  // Tone and voice decide whether the candidate stands.
  void finish(Candidate candidate);

 private:
  std::vector<Rejected>& left_;
};

// The words from one token to another, on one line.
std::string words(const mention::SentenceView& view, std::uint32_t begin, std::uint32_t end);

}  // namespace demarche::evidence
