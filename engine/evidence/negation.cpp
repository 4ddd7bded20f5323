#include "engine/evidence/negation.hpp"

#include <algorithm>
#include <optional>

#include "engine/evidence/questions.hpp"
#include "engine/mention/verb_groups.hpp"

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
  // "not the right time to", "would not first accept"
  if (view.is(t, WordRole::ordinal) || view.is(t, WordRole::degree_adverb) || view.is(t, WordRole::booster) ||
      view.is(t, WordRole::hedge) || view.is(t, WordRole::determiner) || view.is(t, WordRole::selecting))
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

// "does not host troops or impose sanctions": the negator of the verb before "or" goes on for the next verb. `link` is
// the token before the verb's group; returns the negator, or nothing.
std::optional<std::uint32_t> negator_before_or(const SentenceView& view, std::uint32_t link) {
  constexpr std::uint32_t farthest = 16;
  if (view.raw(link) != "or" && view.raw(link) != "nor") return std::nullopt;
  for (std::uint32_t t = link; t > 0 && link - t < farthest; --t) {
    const std::uint32_t at = t - 1;
    if (view.is(at, WordRole::complementiser) || view.is(at, WordRole::relative) || view.raw(at) == ";") break;
    if (view.is(at, WordRole::negator) && at > 0 && view.tags[at - 1] == Tag::auxiliary) return at;
  }
  return std::nullopt;
}

// "is not, and never was, in favour of": the comma ends an aside of the verb's group, which says the same.
bool ends_aside_of_verb(const SentenceView& view, std::uint32_t comma) {
  constexpr std::uint32_t longest = 7;
  if (view.raw(comma) != ",") return false;
  for (std::uint32_t at = comma; at > 1 && comma - at < longest; --at) {
    if (!view.tokens[at - 1].has(Token::punctuation)) continue;
    const bool opens = view.raw(at - 1) == "," && view.is(at, WordRole::conjunction);
    return opens && (view.is(at - 2, WordRole::negator) || view.tags[at - 2] == Tag::auxiliary);
  }
  return false;
}

// "does not think that", "doubts if": words of opinion with words of doubt. "opposes" alone is a stance of its own.
bool is_doubted_opinion(const SentenceView& view, const TurnMatch& turn) {
  bool opinion = false;
  bool doubted = false;
  for (std::uint32_t t = turn.begin; t < turn.end; ++t) {
    const bool complementiser = view.is(t, WordRole::complementiser);
    opinion = opinion || complementiser || view.is(t, WordRole::speech_verb);
    doubted = doubted || complementiser || view.is(t, WordRole::negator) || view.is(t, WordRole::conditional);
  }
  return opinion && doubted;
}

// Whether nothing but words and opening quotes stands in [begin, end).
bool joins(const SentenceView& view, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t t = begin; t < end; ++t)
    if (view.tokens[t].has(Token::punctuation) && !view.tokens[t].has(Token::opens_quote)) return false;
  return true;
}

// "By no means does Peru support it": the negator stands before the helping verb and the subject.
void take_inverted(const SentenceView& view, std::uint32_t head, Negation& found) {
  const auto inverted = mention::inverted_negation(view, view.clause_of[head]);
  if (inverted.auxiliary == 0 || head <= inverted.auxiliary) return;
  for (std::uint32_t t = inverted.auxiliary + 1; t < head; ++t)
    if (view.tags[t] == Tag::finite) return;  // another verb's negation
  ++found.negators;
  found.turnings.push_back({Turning::Kind::negation, -1, inverted.negator, inverted.auxiliary});
}

}  // namespace

Negation negation_before(const SentenceView& view, const NegationQuery& query) {
  Negation found;
  std::uint32_t from = query.head_begin;
  std::uint32_t clause = view.clause_of[from];
  bool takes_turns = query.takes_turns;
  for (int seen = 0; from > 0 && seen < longest_group; ++seen) {
    std::uint32_t last = from - 1;
    if (from == query.head_begin && ends_aside_of_verb(view, last)) {
      from = last;
      clause = view.clause_of[last - 1];
      continue;
    }
    if (view.clause_of[last] != clause && !view.is(last, WordRole::negator)) break;
    if (const TurnMatch* turn = takes_turns ? turn_ending_at(view, from) : nullptr) {
      found.turnings.push_back({Turning::Kind::turn, turn->sign, turn->begin, turn->end});
      from = turn->begin;
      continue;
    }
    std::uint32_t start = start_of_phrase(view, last);
    bool adjective = query.is_noun && !query.is_judgement && seen < 3 && view.is_content(start) &&
                     view.tags[start] == Tag::other && !view.tokens[start].has(Token::punctuation);
    // "rejected American calls for sanctions": whoever rejects them does not make theirs another's call.
    if (adjective && view.mention_at(start)) takes_turns = false;
    if (view.is(start, WordRole::negator) && expects_yes(view, start)) {
      from = start;
      continue;
    }
    if (view.is(start, WordRole::negator)) {
      ++found.negators;
      found.turnings.push_back({Turning::Kind::negation, -1, start, from});
    } else if (const auto negator =
                   query.is_noun || found.negators > 0 ? std::nullopt : negator_before_or(view, start)) {
      ++found.negators;
      found.turnings.push_back({Turning::Kind::negation, -1, *negator, *negator + view.role_lengths[*negator]});
      break;
    } else if (!adjective && !passes_negation(view, start)) {
      break;
    }
    from = start;
  }
  if (found.negators == 0 && !query.is_noun) take_inverted(view, query.head_begin, found);
  return found;
}

const TurnMatch* doubt_before(const SentenceView& view, std::uint32_t begin) {
  constexpr std::uint32_t longest_subject = 3;  // words between an opinion and its verb: "that the harsh sanctions"
  for (const TurnMatch& turn : view.turns) {
    if (turn.sign > 0 || turn.end > begin || begin - turn.end > longest_subject || holds_issue(view, turn)) continue;
    if (view.tags[turn.begin] == Tag::noun) continue;  // "remind us beyond any doubt that"
    if (is_doubted_opinion(view, turn) && joins(view, turn.end, begin)) return &turn;
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
