#include "engine/evidence/uses.hpp"

#include <algorithm>

#include "engine/match/bare_chart.hpp"
#include "engine/match/path.hpp"

namespace demarche::evidence {

using mention::HeadMatch;
using mention::TurnMatch;

namespace {

bool begins_at(const program::Pattern& pattern, const SentenceInput& input, std::uint32_t token,
               const match::Chart& chart, Use& use) {
  match::Simulation simulation;
  const match::Automaton automaton = match::compile(pattern.root, input.lexis.vocabulary);
  const auto end = simulation.longest(automaton, input.view.tokens, chart, token);
  if (!end) return false;
  use.range = {token, *end};
  use.alternatives =
      match::alternatives_taken(pattern.root, input.view.tokens, chart, input.lexis.vocabulary, token, *end);
  return true;
}

// A judgement's words stand in front of its target, behind it, or on both sides.
Use use_of_judgement(const SentenceInput& input, const FormChart& chart, const JudgementMatch& judgement) {
  const mention::EntryParts& parts = input.lexis.entries[judgement.stance][judgement.entry];
  auto taken = [&](const program::Node& words, std::uint32_t begin, std::uint32_t end) {
    return match::alternatives_taken(words, input.view.tokens, chart, input.lexis.vocabulary, begin, end);
  };
  Use use{Use::Part::entry, judgement.stance, judgement.entry, 0, {judgement.begin, judgement.end}, {}};
  if (!parts.has_before) {
    use.alternatives = taken(parts.after, judgement.begin, judgement.end);
    return use;
  }
  for (const HeadMatch& head : input.view.heads)
    if (head.stance == judgement.stance && head.entry == judgement.entry && head.begin == judgement.begin)
      use.alternatives = mention::alternatives_of(input.view, input.lexis, head);
  for (std::uint32_t at = judgement.begin; parts.has_after && at < judgement.end; ++at)
    if (auto behind = taken(parts.after, at, judgement.end); !behind.empty()) {
      use.alternatives.insert(use.alternatives.end(), behind.begin(), behind.end());
      break;
    }
  std::sort(use.alternatives.begin(), use.alternatives.end());
  return use;
}

template <typename Match>
const Match* match_at(const std::vector<Match>& matches, const Turning& turning) {
  for (const Match& match : matches)
    if (match.begin == turning.begin && match.end == turning.end) return &match;
  return nullptr;
}

void add_turning(const SentenceInput& input, const Turning& turning, std::vector<Use>& uses) {
  const auto& view = input.view;
  if (turning.kind == Turning::Kind::turn) {
    const TurnMatch* turn = match_at(view.turns, turning);
    if (!turn) turn = match_at(view.after_turns, turning);
    if (turn) uses.push_back(use_of_turn(input, *turn));
  } else if (turning.kind == Turning::Kind::stance) {
    if (const HeadMatch* head = match_at(view.heads, turning)) uses.push_back(use_of_head(input, *head));
  }
}

void add_issue(const SentenceInput& input, Conditions& conditions, std::uint32_t sentence, std::optional<Date> day,
               const mention::IssueMatch& match, std::vector<Use>& uses) {
  const program::Issue& issue = input.lexis.program.issues[match.issue];
  const Range range{match.begin, match.end};
  uses.push_back({Use::Part::issue_pattern, match.issue, match.pattern, 0, range,
                  mention::alternatives_of(input.view, input.lexis, day, match)});
  const auto& neighbours = issue.patterns[match.pattern].neighbours;
  for (std::uint32_t n = 0; n < neighbours.size(); ++n)
    if (!neighbours[n].negated)
      uses.push_back({Use::Part::neighbour, match.issue, match.pattern, n, range,
                      mention::alternatives_beside(input.view, input.lexis, day, match, n)});
  const Stretch stretch{sentence, 0, input.view.size()};
  auto add = [&](Use::Part part, const std::vector<program::Condition>& list) {
    for (std::uint32_t c = 0; c < list.size(); ++c)
      for (Use& use : uses_of_condition(conditions, list[c], {part, match.issue, c, 0, range, {}}, stretch)) {
        use.range = range;  // the condition's own words may stand in another sentence
        uses.push_back(std::move(use));
      }
  };
  add(Use::Part::needs, issue.needs);
  add(Use::Part::after, issue.after);
}

}  // namespace

std::vector<Use> uses_of_form(const SentenceInput& input, const FormChart& chart, const mention::FormOrigin& origin,
                              const match::Match& match) {
  const program::Node& form = input.lexis.program.constructions[origin.construction].forms[origin.form].root;
  std::vector<Use> uses;
  uses.push_back(
      {Use::Part::form,
       origin.construction,
       origin.form,
       0,
       {match.begin, match.end},
       match::alternatives_taken(form, input.view.tokens, chart, input.lexis.vocabulary, match.begin, match.end)});
  for (std::uint8_t i = 0; i < match.capture_count; ++i) {
    const program::Node& node = *match.captures[i].node;
    if (node.kind != program::Node::Kind::slot || node.slot != program::Slot::judgement) continue;
    const JudgementMatch judgement = chart.judgements[match.captures[i].payload];
    uses.push_back(use_of_judgement(input, chart, judgement));
  }
  return uses;
}

Use use_of_head(const SentenceInput& input, const HeadMatch& head) {
  return {Use::Part::entry,
          head.stance,
          head.entry,
          0,
          {head.begin, head.end},
          mention::alternatives_of(input.view, input.lexis, head)};
}

Use use_of_turn(const SentenceInput& input, const TurnMatch& turn) {
  return {Use::Part::turn,        turn.turn,
          turn.pattern,           0,
          {turn.begin, turn.end}, mention::alternatives_of(input.view, input.lexis, turn)};
}

void add_degree_uses(const SentenceInput& input, std::uint32_t token, std::vector<Use>& uses) {
  const mention::Lexis& lexis = input.lexis;
  const text::WordId word = input.view.tokens[token].word;
  if (lexis.strong_degrees.beginning_with(word).empty() && lexis.weak_degrees.beginning_with(word).empty()) return;
  const match::BareChart chart;
  for (std::uint32_t s = 0; s < lexis.program.stances.size(); ++s) {
    const program::Stance& stance = lexis.program.stances[s];
    for (std::uint32_t weak = 0; weak < 2; ++weak) {
      const auto& lines = weak ? stance.weak_degrees : stance.strong_degrees;
      for (std::uint32_t i = 0; i < lines.size(); ++i) {
        Use use{Use::Part::degree, s, i, weak, {}, {}};
        if (begins_at(lines[i], input, token, chart, use)) uses.push_back(std::move(use));
      }
    }
  }
}

std::vector<Use> uses_of_condition(Conditions& conditions, const program::Condition& condition, const Use& like,
                                   const Stretch& stretch) {
  std::vector<Use> uses;
  for (std::uint32_t p = 0; p < condition.patterns.size(); ++p) {
    auto found =
        conditions.first_found(condition.patterns[p], condition.scope, stretch.sentence, stretch.begin, stretch.end);
    if (!found) continue;
    Use& use = uses.emplace_back(like);
    use.pattern = p;
    if (found->sentence == stretch.sentence) use.range = {found->token, found->token + 1};
    use.alternatives = std::move(found->alternatives);
  }
  return uses;
}

std::vector<Use> uses_of(const SentenceInput& input, Conditions& conditions, std::uint32_t sentence,
                         std::optional<Date> day, const Statement& statement) {
  const Candidate& candidate = statement.candidate;
  std::vector<Use> uses = candidate.uses;
  add_issue(input, conditions, sentence, day, input.view.issues[candidate.issue_match], uses);
  for (const Turning& turning : candidate.turnings) add_turning(input, turning, uses);
  uses.push_back({Use::Part::rule, statement.rule, 0, 0, {candidate.begin, candidate.end}, {}});
  return uses;
}

std::vector<Use> uses_of_unmet(Conditions& conditions, const program::Issue& issue, const mention::IssueMatch& match,
                               const Stretch& stretch, bool vetoed) {
  const Range tokens{match.begin, match.end};
  std::vector<Use> uses;
  for (std::uint32_t i = 0; vetoed && i < issue.unless.size(); ++i)
    for (Use& use : uses_of_condition(conditions, issue.unless[i],
                                      {Use::Part::issue_unless, match.issue, i, 0, tokens, {}}, stretch))
      uses.push_back(std::move(use));
  if (vetoed) return uses;
  for (std::uint32_t i = 0; i < issue.needs.size(); ++i)
    if (!conditions.holds_all(issue.needs[i], stretch.sentence, stretch.begin, stretch.end))
      uses.push_back({Use::Part::needs, match.issue, i, 0, tokens, {}});
  if (uses.empty() && !issue.after.empty()) uses.push_back({Use::Part::after, match.issue, 0, 0, tokens, {}});
  return uses;
}

Use use_of_exclusion(const mention::SentenceView& view, const mention::Lexis& lexis, std::optional<Date> day,
                     const mention::ExcludedMatch& excluded) {
  const mention::IssueMatch& match = excluded.match;
  const Range range{match.begin, match.end};
  if (excluded.by_issue) return {Use::Part::not_in, match.issue, excluded.guard, 0, range, {}};
  return {Use::Part::neighbour, match.issue, match.pattern,
          excluded.guard,       range,       mention::alternatives_beside(view, lexis, day, match, excluded.guard)};
}

}  // namespace demarche::evidence
