#pragma once
#include <vector>

#include "engine/evidence/candidates.hpp"
#include "engine/evidence/settle.hpp"

// Which patterns of the rules took part in a statement, for coverage, explanations and goldens. Only called when
// tracing; the ranges are tokens of the sentence.
namespace demarche::evidence {

// The form that a construction matched, and the words of a judgement in it. May enlarge the chart's lists.
std::vector<Use> uses_of_form(const SentenceInput& input, const FormChart& chart, const mention::FormOrigin& origin,
                              const match::Match& match);
Use use_of_head(const SentenceInput& input, const mention::HeadMatch& head);
Use use_of_turn(const SentenceInput& input, const mention::TurnMatch& turn);

// The degree lines that have a word at this token.
void add_degree_uses(const SentenceInput& input, std::uint32_t token, std::vector<Use>& uses);

// The tokens that a condition speaks of.
struct Stretch {
  std::uint32_t sentence = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// `like` once for each pattern of the condition that stands in the stretch, with its place and its alternatives.
std::vector<Use> uses_of_condition(Conditions& conditions, const program::Condition& condition, const Use& like,
                                   const Stretch& stretch);

// Everything that took part in a statement: what its construction noted, the issue's pattern and conditions, the turns
// on the way, the rule that asked for it.
std::vector<Use> uses_of(const SentenceInput& input, Conditions& conditions, std::uint32_t sentence,
                         std::optional<Date> day, const Statement& statement);

// The guards that vetoed an issue's match, or else its conditions that were not met.
std::vector<Use> uses_of_unmet(Conditions& conditions, const program::Issue& issue, const mention::IssueMatch& match,
                               const Stretch& stretch, bool vetoed);

// What kept a match of an issue's pattern from counting.
Use use_of_exclusion(const mention::SentenceView& view, const mention::Lexis& lexis, std::optional<Date> day,
                     const mention::ExcludedMatch& excluded);

}  // namespace demarche::evidence
