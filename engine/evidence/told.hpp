#pragma once
#include "engine/evidence/deed_memory.hpp"

namespace demarche::evidence {

// Collects what one sentence tells; nothing is told when it is more than one thing.
class Teller {
 public:
  Teller(const mention::SentenceView& view, const mention::Lexis& lexis) : view_(view), lexis_(lexis) {}

  void add(std::uint32_t issue_match, int sign, DeedMemory::What what, const std::vector<lexicon::ActorIndex>& doers,
           std::string_view verb = {});
  bool empty() const { return !told_; }
  std::optional<DeedMemory::Told> told() const { return several_ ? std::nullopt : told_; }
  // The verb of a clause or a judgement says it, no word in passing.
  bool is_said_outright(std::uint32_t head_begin, std::uint32_t head_end) const;

 private:
  const mention::SentenceView& view_;
  const mention::Lexis& lexis_;
  std::optional<DeedMemory::Told> told_;
  bool several_ = false;
};

// What a sentence tells that somebody did, judged or proposed, by its statements and by those that were left for want
// of a holder.
std::optional<DeedMemory::Told> told_in(const SentenceInput& in, const std::vector<Candidate>& candidates,
                                        const std::vector<Rejected>& rejected);

// The one issue that a sentence names; nothing when it names none, or more than one.
std::optional<DeedMemory::Told> named_in(const mention::SentenceView& view);

// "promise" takes up "promised", "the idea" what was proposed. `verb` is a beginning that told_in has noted.
bool is_noun_of_verb(std::string_view verb, std::string_view noun);

}  // namespace demarche::evidence
