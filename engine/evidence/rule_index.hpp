#pragma once
#include <optional>
#include <unordered_map>
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/mention/lexis.hpp"

namespace demarche::evidence {

// The rules of a program by issue: which of them ask for a statement, which veto it.
class RuleIndex {
 public:
  explicit RuleIndex(const mention::Lexis& lexis);

  // The rules that ask for this actor's stance on this issue on that day, in the order of the program; the numbers are
  // indices into Program::rules. Rules with words of their own (`when`) are not among them.
  std::vector<std::uint32_t> asking(std::uint32_t issue, lexicon::ActorIndex actor, int sign,
                                    std::optional<Date> day) const;
  // Rules with words of their own, and vetoes.
  const std::vector<std::uint32_t>& worded() const { return worded_; }
  const std::vector<std::uint32_t>& vetoes() const { return vetoes_; }

  // True when the rule's head speaks of this actor, issue, sign and day.
  bool speaks_of(std::uint32_t rule, std::uint32_t issue, lexicon::ActorIndex actor, int sign,
                 std::optional<Date> day) const;
  bool speaks_of_actor(std::uint32_t rule, lexicon::ActorIndex actor, std::optional<Date> day) const;
  bool speaks_of_day(std::uint32_t rule, std::optional<Date> day) const;
  // The sign a rule's head asks for; nothing for `takes-a-side`.
  std::optional<int> sign_of(std::uint32_t rule) const { return signs_[rule]; }
  const std::vector<std::uint32_t>& issues_of(std::uint32_t rule) const { return issues_[rule]; }
  // The automaton of a bracket `[ ... ]` of a `says` condition.
  const match::Automaton& inside(const program::Node& says) const { return inside_.at(&says); }

 private:
  void compile_insides(const program::Node& node);

  const mention::Lexis& lexis_;
  std::vector<std::optional<int>> signs_;
  std::vector<std::vector<std::uint32_t>> issues_;    // by rule, sorted; empty: every issue
  std::vector<std::vector<std::uint32_t>> by_issue_;  // by issue: rules without words of their own
  std::vector<std::uint32_t> worded_;
  std::vector<std::uint32_t> vetoes_;
  std::unordered_map<const program::Node*, match::Automaton> inside_;
};

}  // namespace demarche::evidence
