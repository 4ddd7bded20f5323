#pragma once
#include <cstdint>

#include "engine/program/program.hpp"

// Every pattern of a program, with what it is part of.
namespace demarche::run {

// The job of a pattern in what owns it.
enum class PatternPart : std::uint8_t {
  issue_pattern,
  neighbour,
  needs,
  after,
  issue_unless,
  entry,
  strong_degree,
  weak_degree,
  turn,
  form,
  word,
  when,
  rule_unless
};

namespace detail {

template <typename Conditions, typename Visit>
void each_condition_pattern(PatternPart part, std::uint32_t owner, Conditions& conditions, Visit& visit) {
  std::uint32_t item = 0;
  for (auto& condition : conditions) {
    for (auto& pattern : condition.patterns) visit(part, owner, item, pattern);
    ++item;
  }
}

template <typename Patterns, typename Visit>
void each_line(PatternPart part, std::uint32_t owner, Patterns& patterns, Visit& visit) {
  std::uint32_t item = 0;
  for (auto& pattern : patterns) visit(part, owner, item++, pattern);
}

template <typename Issue, typename Visit>
void each_pattern_of_issue(std::uint32_t owner, Issue& issue, Visit& visit) {
  std::uint32_t item = 0;
  for (auto& line : issue.patterns) {
    visit(PatternPart::issue_pattern, owner, item, line.pattern);
    for (auto& neighbour : line.neighbours) visit(PatternPart::neighbour, owner, item, neighbour.pattern);
    ++item;
  }
  each_condition_pattern(PatternPart::needs, owner, issue.needs, visit);
  each_condition_pattern(PatternPart::after, owner, issue.after, visit);
  each_condition_pattern(PatternPart::issue_unless, owner, issue.unless, visit);
}

template <typename Stance, typename Visit>
void each_pattern_of_stance(std::uint32_t owner, Stance& stance, Visit& visit) {
  std::uint32_t item = 0;
  for (auto& entry : stance.entries) visit(PatternPart::entry, owner, item++, entry.pattern);
  each_line(PatternPart::strong_degree, owner, stance.strong_degrees, visit);
  each_line(PatternPart::weak_degree, owner, stance.weak_degrees, visit);
}

}  // namespace detail

// Calls `visit(part, owner, item, pattern)` for every pattern, in the order of the program. `owner` is the number of
// the issue, stance, turn, construction, word list or rule; `item` that of the line or condition in it (of a neighbour:
// of the line it stands at). `Program` may be const or not.
template <typename Program, typename Visit>
void each_pattern(Program& program, Visit visit) {
  std::uint32_t owner = 0;
  for (auto& issue : program.issues) detail::each_pattern_of_issue(owner++, issue, visit);
  owner = 0;
  for (auto& stance : program.stances) detail::each_pattern_of_stance(owner++, stance, visit);
  owner = 0;
  for (auto& turn : program.turns) detail::each_line(PatternPart::turn, owner++, turn.patterns, visit);
  owner = 0;
  for (auto& construction : program.constructions)
    detail::each_line(PatternPart::form, owner++, construction.forms, visit);
  owner = 0;
  for (auto& list : program.words) detail::each_line(PatternPart::word, owner++, list.patterns, visit);
  owner = 0;
  for (auto& rule : program.rules) {
    detail::each_condition_pattern(PatternPart::when, owner, rule.when, visit);
    detail::each_condition_pattern(PatternPart::rule_unless, owner, rule.unless, visit);
    ++owner;
  }
}

}  // namespace demarche::run
