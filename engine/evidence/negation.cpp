#include "engine/evidence/negation.hpp"

#include <algorithm>

namespace demarche::evidence {

using mention::SentenceView;
using mention::Tag;
using mention::TurnMatch;
using program::WordRole;
using text::Token;

namespace {

constexpr int longest_group = 7;  // words of a verb's group

bool holds_issue(const SentenceView& view, const TurnMatch& turn) {
  return std::any_of(view.issues.begin(), view.issues.end(),
                     [&](const mention::IssueMatch& m) { return m.begin >= turn.begin && m.end <= turn.end; });
}

// Words of the group that negation passes: helping verbs, adverbs, determiners.
bool passes_negation(const SentenceView& view, std::uint32_t t) {
  if (view.tags[t] == Tag::auxiliary) return true;
  if (view.is(t, WordRole::carrier) || view.is(t, WordRole::chain_verb) || view.is(t, WordRole::copula)) return true;
  if (view.is(t, WordRole::degree_adverb) || view.is(t, WordRole::booster) || view.is(t, WordRole::hedge) ||
      view.is(t, WordRole::determiner))
    return true;
  if (view.is(t, WordRole::pronoun_thing) || view.is(t, WordRole::pronoun_first) ||
      view.is(t, WordRole::pronoun_plural))
    return view.role_lengths[t] == 1;
  return view.raw(t) == "to" || view.tokens[t].has(Token::opens_quote);
}

// The negative turn that ends right before this token.
const TurnMatch* turn_ending_at(const SentenceView& view, std::uint32_t token) {
  const TurnMatch* found = nullptr;
  for (const TurnMatch& turn : view.turns)
    if (turn.end == token && turn.sign < 0 && !holds_issue(view, turn)) found = &turn;
  return found;
}

std::uint32_t start_of_phrase(const SentenceView& view, std::uint32_t token) {
  while (token > 0 && view.role_lengths[token] == 0) --token;
  return token;
}

}  // namespace

Negation negation_before(const SentenceView& view, const NegationQuery& query) {
  Negation found;
  std::uint32_t from = query.head_begin;
  for (int seen = 0; from > 0 && seen < longest_group; ++seen) {
    std::uint32_t last = from - 1;
    if (view.clause_of[last] != view.clause_of[query.head_begin] && !view.is(last, WordRole::negator)) break;
    if (const TurnMatch* turn = query.takes_turns ? turn_ending_at(view, from) : nullptr) {
      found.turnings.push_back({Turning::Kind::turn, turn->sign, turn->begin, turn->end});
      from = turn->begin;
      continue;
    }
    std::uint32_t start = start_of_phrase(view, last);
    bool adjective = query.is_noun && !query.is_judgement && seen < 3 && view.roles[start] == 0 &&
                     view.tags[start] == Tag::other && !view.tokens[start].has(Token::punctuation);
    if (view.is(start, WordRole::negator)) {
      ++found.negators;
      found.turnings.push_back({Turning::Kind::negation, -1, start, from});
    } else if (!adjective && !passes_negation(view, start)) {
      break;
    }
    from = start;
  }
  return found;
}

const TurnMatch* doubt_before(const SentenceView& view, std::uint32_t begin) {
  constexpr std::uint32_t longest_subject =
      3;  // words between the opinion and what it is of: "that the harsh sanctions"
  for (const TurnMatch& turn : view.turns) {
    if (turn.sign > 0 || turn.end > begin || begin - turn.end > longest_subject || holds_issue(view, turn)) continue;
    bool opinion = false;
    bool doubted = false;  // "opposes" alone is a stance of its own
    for (std::uint32_t t = turn.begin; t < turn.end; ++t) {
      opinion = opinion || view.is(t, WordRole::speech_verb) || view.is(t, WordRole::complementiser);
      doubted = doubted || view.is(t, WordRole::negator) || view.is(t, WordRole::complementiser) ||
                view.is(t, WordRole::conditional);
    }
    bool joined = true;
    for (std::uint32_t t = turn.end; t < begin; ++t)
      joined = joined && (!view.tokens[t].has(Token::punctuation) || view.tokens[t].has(Token::opens_quote));
    if (opinion && doubted && joined) return &turn;
  }
  return nullptr;
}

bool negates_subject(const SentenceView& view, std::uint32_t subject, std::uint32_t head) {
  if (subject == 0 || subject >= head) return false;
  std::uint32_t t = subject - 1;
  while (t > 0 && (view.is(t, WordRole::determiner) || view.role_lengths[t] == 0)) --t;
  return view.is(t, WordRole::negator);
}

}  // namespace demarche::evidence
