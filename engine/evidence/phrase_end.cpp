#include "engine/evidence/phrase_end.hpp"

#include <algorithm>

#include "engine/mention/asides.hpp"

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

bool is_plain(const SentenceView& view, std::uint32_t at) {
  return (view.tags[at] == Tag::other || view.tags[at] == Tag::noun) && !view.tokens[at].has(Token::punctuation);
}

// "the blockade of the Cuban people": the name of the issue ends with an adjective before its noun.
bool goes_on(const SentenceView& view, std::uint32_t end) {
  return is_plain(view, end) && view.mention_at(end - 1) != nullptr;
}

// "that were imposed", "to which it is subjected", "the Union maintains", "and threats": where what is told of the
// noun, or what is joined to it, begins at `end`.
bool opens_relative(const SentenceView& view, std::uint32_t end) {
  if (view.is(end, WordRole::relative) || view.raw(end) == "that") return true;
  if (view.is(end, WordRole::preposition) && end + 1 < view.size()) return view.is(end + 1, WordRole::relative);
  std::uint32_t name = end;
  while (name < view.size() && view.is(name, WordRole::determiner)) ++name;
  const mention::Mention* subject = view.mention_at(name);
  return subject && subject->end < view.size() && view.tags[subject->end] == Tag::finite;
}

// "(JCPOA)": the token behind the closing quote or the bracket at `at`; `at` itself when there is none.
std::uint32_t behind_bracket(const SentenceView& view, std::uint32_t at) {
  constexpr std::uint32_t longest = 6;
  if (at + 1 < view.size() && view.tokens[at].has(Token::closes_quote)) ++at;
  if (view.raw(at) != "(") return at;
  for (std::uint32_t t = at + 1; t < view.size() && t < at + longest; ++t)
    if (view.raw(t) == ")") return t + 1;
  return at;
}

// The first token that is no part of the noun phrase which goes on at `end`: "and restrictions on Mali", "imposed by
// the Union on Mali", "that it imposed on Mali". The size of the sentence when the phrase is left some other way than
// by a verb.
std::uint32_t behind_modifiers(const SentenceView& view, std::uint32_t end) {
  constexpr std::uint32_t longest = 20;
  if (end == 0 || end >= view.size() || begins_infinitive(view, end)) return view.size();
  const std::uint32_t begin = behind_bracket(view, end);
  if (begin >= view.size() || (begin > end && begins_infinitive(view, begin))) return begin;
  const bool relative = opens_relative(view, begin);
  const bool opens = view.is(begin, WordRole::preposition) || view.is(begin, WordRole::conjunction) ||
                     tells_of_noun(view, begin) || goes_on(view, begin) || begin > end ||
                     mention::aside_at(view, begin) > 0 || mention::apposition_at(view, begin) > 0;
  if (!relative && !opens) return view.size();
  bool told = !relative;  // the verb of the relative clause is passed
  bool aside = false;     // "the embargo, now in its sixth decade, must be lifted"
  for (std::uint32_t at = begin; at < begin + longest && at < view.size(); ++at) {
    if (const std::uint32_t length = mention::aside_at(view, at); length > 0 && at + length < view.size()) {
      at += length;
      aside = true;
    } else if (const std::uint32_t title = mention::apposition_at(view, at); title > 0 && at + title < view.size()) {
      at += title;
      aside = true;
    }
    const std::uint32_t clause = view.clause_of[at];
    const bool opened = view.clauses[clause].begin == begin && (relative || view.is(begin, WordRole::conjunction));
    if ((clause != view.clause_of[end - 1] && !opened && !aside) || view.tokens[at].has(Token::punctuation)) break;
    const bool helps = view.tags[at] == Tag::auxiliary || view.is(at, WordRole::negator);
    if (begins_infinitive(view, at) || (told && helps)) return at;
    if (is_plain(view, at) || helps || (told && tells_of_noun(view, at))) continue;
    const bool verb = view.tags[at] == Tag::finite || view.tags[at] == Tag::participle;
    if (told || !verb) break;
    told = true;
  }
  return view.size();
}

}  // namespace

std::uint32_t before_predicate(const SentenceView& view, std::uint32_t end) {
  const std::uint32_t at = behind_modifiers(view, end);
  const bool joined =
      view.is(end, WordRole::conjunction) && at < view.size() && view.clauses[view.clause_of[at]].begin == end;
  return at < view.size() && !joined && view.tags[at] == Tag::auxiliary ? at : end;
}

std::uint32_t behind_phrase(const SentenceView& view, std::uint32_t end) {
  const std::uint32_t at = behind_modifiers(view, end);
  if (at >= view.size() || (view.raw(at) != "to" && !view.is(at, WordRole::negator))) return end;
  // "cooperation and partnership, also in trade, to fight a disease": an aim, and nothing done to the thing
  bool plain = true;
  for (std::uint32_t t = end; t < at; ++t) plain = plain && view.raw(t) != "," && !view.is(t, WordRole::conjunction);
  const bool passive = at + 1 < view.size() && view.raw(at + 1) == "be";
  return plain || passive ? at : end;
}

}  // namespace demarche::evidence
