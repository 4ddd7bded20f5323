#include "engine/evidence/phrase_end.hpp"

#include <algorithm>

namespace demarche::evidence {

using mention::SentenceView;
using mention::Tag;
using program::WordRole;
using text::Token;

namespace {

// "imposed on", "levelled against", "targeting", right behind a noun: the participle tells more of the noun.
bool tells_of_noun(const SentenceView& view, std::uint32_t at) {
  if (at == 0 || at + 1 >= view.size()) return false;
  const Tag before = view.tags[at - 1];
  if (view.tokens[at - 1].has(Token::punctuation) || (before != Tag::other && before != Tag::noun)) return false;
  if (view.tags[at] == Tag::ing) return view.mention_at(at + 1) != nullptr;
  const bool participle = view.tags[at] == Tag::participle || (view.is_content(at) && view.raw(at).ends_with("ed"));
  return participle && view.is(at + 1, WordRole::preposition);
}

// "to be lifted", "to end": no place where something goes.
bool begins_infinitive(const SentenceView& view, std::uint32_t at) {
  if (view.raw(at) != "to" || at + 1 >= view.size()) return false;
  std::uint32_t verb = at + 1;
  while (verb + 1 < view.size() && (view.is(verb, WordRole::negator) || view.is(verb, WordRole::degree_adverb) ||
                                    view.is(verb, WordRole::booster)))
    ++verb;
  if (view.tags[verb] == Tag::infinitive || view.tags[verb] == Tag::auxiliary) return true;
  const auto& turns = view.turns;
  return std::any_of(turns.begin(), turns.end(), [verb](const auto& turn) { return turn.begin == verb; });
}

// "the sanctions and threats to be lifted": what is joined has no verb of its own and is a second object.
bool is_same_phrase(const SentenceView& view, std::uint32_t end, std::uint32_t at) {
  if (view.clause_of[at] == view.clause_of[end - 1]) return true;
  const mention::Clause& clause = view.clauses[view.clause_of[at]];
  return clause.begin == end && view.is(end, WordRole::conjunction);
}

// The first token that is no part of the noun phrase which goes on at `end`: "and restrictions on Mali", "imposed by
// the Union on Mali". The size of the sentence when the phrase is left some other way than by a verb.
std::uint32_t behind_modifiers(const SentenceView& view, std::uint32_t end) {
  constexpr std::uint32_t longest = 16;
  if (end == 0 || end >= view.size() || begins_infinitive(view, end)) return view.size();
  if (!view.is(end, WordRole::preposition) && !view.is(end, WordRole::conjunction) && !tells_of_noun(view, end))
    return view.size();
  for (std::uint32_t at = end; at < end + longest && at < view.size(); ++at) {
    if (!is_same_phrase(view, end, at) || view.tokens[at].has(Token::punctuation)) break;
    if (begins_infinitive(view, at) || view.is(at, WordRole::negator) || view.tags[at] == Tag::auxiliary) return at;
    if (view.tags[at] != Tag::other && view.tags[at] != Tag::noun && !tells_of_noun(view, at)) break;
  }
  return view.size();
}

}  // namespace

std::uint32_t before_predicate(const SentenceView& view, std::uint32_t end) {
  const std::uint32_t at = behind_modifiers(view, end);
  const bool apart = at < view.size() && view.clause_of[at] != view.clause_of[end - 1];
  return at < view.size() && !apart && view.tags[at] == Tag::auxiliary ? at : end;
}

std::uint32_t behind_phrase(const SentenceView& view, std::uint32_t end) {
  const std::uint32_t at = behind_modifiers(view, end);
  return at < view.size() && (view.raw(at) == "to" || view.is(at, WordRole::negator)) ? at : end;
}

}  // namespace demarche::evidence
