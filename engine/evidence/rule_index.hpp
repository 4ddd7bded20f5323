#pragma once
#include <optional>
#include <unordered_map>
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/mention/lexis.hpp"
#include "engine/mention/sentence.hpp"

namespace demarche::evidence {

// One pattern of a rule's own words, made ready to run.
struct OwnPattern {
  std::uint32_t condition = 0;  // into Rule::when
  std::uint32_t place = 0;      // into Condition::patterns
  const match::Automaton* automaton = nullptr;
  std::uint32_t number = 0;                          // of all patterns of all rules
  std::uint64_t opening = match::Opening::anything;  // the `word_bit`s of which the first word of a match has one
};

// Which rules' own patterns the words of one sentence leave possible. Most are turned down by this alone, before
// anything is run.
class PossiblePatterns {
 public:
  bool holds(const OwnPattern& own) const { return possible_[own.number]; }

 private:
  friend class RuleIndex;
  std::vector<bool> possible_;  // by OwnPattern::number
};

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
  const std::vector<OwnPattern>& own_patterns(std::uint32_t rule) const { return own_patterns_[rule]; }
  // False when a match of the rule's own words could name no issue of these mentions, so that nothing would come of it.
  bool may_speak_of(std::uint32_t rule, const mention::SentenceView& view) const;
  // The patterns of all rules of whose needed words one stands in the sentence, and those that need none. One for each
  // sentence; it is asked for every rule and every veto.
  PossiblePatterns possible_in(const mention::SentenceView& view) const;
  // The automaton of a bracket `[ ... ]` of a `says` condition.
  const match::Automaton& inside(const program::Node& says) const { return inside_.at(&says); }

 private:
  void compile_insides(const program::Node& node);
  void note_own_patterns(std::uint32_t rule);
  std::vector<text::WordId> needed_of(const match::Automaton& automaton) const;
  std::uint32_t note_needs(const match::Automaton& automaton);
  std::uint64_t opening_of(const match::Automaton& automaton) const;

  const mention::Lexis& lexis_;
  std::vector<std::optional<int>> signs_;
  std::vector<std::vector<std::uint32_t>> issues_;     // by rule, sorted; empty: every issue
  std::vector<std::vector<std::uint32_t>> by_issue_;   // by issue: rules without words of their own
  std::vector<std::vector<bool>> speakable_;           // [rule][issue]: named by the head or by the rule's own words
  std::vector<std::vector<OwnPattern>> own_patterns_;  // by rule
  std::vector<bool> undemanding_;                      // by OwnPattern::number: no word is known to be needed
  std::vector<std::vector<std::uint32_t>> patterns_needing_;  // by word: numbers of patterns that it makes possible
  std::vector<std::uint32_t> worded_;
  std::vector<std::uint32_t> vetoes_;
  std::unordered_map<const program::Node*, match::Automaton> inside_;
};

}  // namespace demarche::evidence
