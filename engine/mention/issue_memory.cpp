#include "engine/mention/issue_memory.hpp"

#include <algorithm>
#include <iterator>

namespace demarche::mention {

using program::WordRole;
using text::Token;

namespace {

// Sentences over which a noun still means the issue: "the deal" is soon another one, "this deal" hardly.
constexpr std::uint32_t farthest_the = 2;
constexpr std::uint32_t farthest_this = 4;
constexpr std::size_t shortest_noun = 4;  // bytes

// The token of the noun that the words of an issue are built on: "format" of "the 3+3 format", "presence" of "presence
// of foreign forces".
std::uint32_t noun_of(const SentenceView& view, const IssueMatch& match) {
  for (std::uint32_t t = match.begin + 1; t < match.end; ++t)
    if (view.is(t, WordRole::preposition) && view.role_lengths[t] > 0) return t - 1;
  return match.end - 1;
}

}  // namespace

IssueMemory::IssueMemory(const Lexis& lexis) : lexis_(lexis) {}

bool IssueMemory::can_stand_for(const SentenceView& view, std::uint32_t token) const {
  constexpr RoleBits never = role(WordRole::self_reference) | role(WordRole::nobody) | role(WordRole::private_role) |
                             role(WordRole::preposition) | role(WordRole::determiner);
  const Token& t = view.tokens[token];
  if (t.word == text::unknown_word || t.has(Token::punctuation) || t.has(Token::number)) return false;
  if (lexis_.vocabulary.text(t.word).size() < shortest_noun) return false;
  return (view.roles[token] & never) == 0;
}

void IssueMemory::note(const SentenceView& view, std::uint32_t sentence) {
  for (const IssueMatch& match : view.issues) {
    if (match.deed || match.end == match.begin + 1) continue;  // a noun that takes one up is one word
    std::uint32_t noun = noun_of(view, match);
    if (!can_stand_for(view, noun)) continue;
    text::WordId word = view.tokens[noun].word;
    // What is known from a sentence before, or from the begin of this one, holds for the whole of it.
    std::uint32_t end = match.end;
    std::erase_if(known_, [&](const Known& known) {
      if (known.noun != word || known.issue != match.issue) return false;
      if (known.sentence + farthest_the >= sentence) end = known.sentence == sentence ? known.end : 0;
      return true;
    });
    known_.push_back({word, match.issue, match.pattern, match.side, sentence, end});
  }
}

// The one issue that the noun can mean; null when there is none, or more than one.
const IssueMemory::Known* IssueMemory::meant_by(text::WordId noun, Place place, std::uint32_t farthest) const {
  const Known* found = nullptr;
  for (const Known& known : known_) {
    if (known.noun != noun || known.sentence + farthest < place.sentence) continue;
    if (known.sentence == place.sentence && known.end > place.token) continue;
    if (found) return nullptr;
    found = &known;
  }
  return found;
}

// "a corridor of that kind"
static bool is_of_that_kind(const SentenceView& view, std::uint32_t noun) {
  return noun > 0 && noun + 3 < view.size() && (view.is(noun - 1, WordRole::indefinite) || view.raw(noun - 1) == "any") &&
         view.raw(noun + 1) == "of" && (view.raw(noun + 2) == "that" || view.raw(noun + 2) == "this") &&
         (view.raw(noun + 3) == "kind" || view.raw(noun + 3) == "sort");
}

// How many sentences the words before the noun let it reach back; 0 when they name something new.
std::uint32_t IssueMemory::reach_of(const SentenceView& view, std::uint32_t noun) const {
  std::uint32_t t = noun;
  auto word = [&](std::uint32_t at) { return lexis_.vocabulary.text(view.tokens[at].word); };
  while (t > 0 && view.is(t - 1, WordRole::transparent) && !view.is(t - 1, WordRole::determiner) &&
         !view.is(t - 1, WordRole::pronoun_thing) && !view.is(t - 1, WordRole::pronoun_first))
    --t;
  if (t == 0) return 0;
  std::string_view before = word(t - 1);
  if (before == "the") return farthest_the;
  if (before == "this" || before == "that" || before == "these" || before == "those" || before == "such")
    return farthest_this;
  const bool indefinite = lexis_.has_role(view.tokens[t - 1].word, WordRole::indefinite);
  return indefinite && t > 1 && word(t - 2) == "such" ? farthest_this : 0;
}

// "the deal on fishing", "the deal makers": the words that follow say which.
bool IssueMemory::goes_on(const SentenceView& view, std::uint32_t token) const {
  if (token >= view.size()) return false;
  const Token& t = view.tokens[token];
  if (t.has(Token::punctuation)) return view.raw(token) == "-" && !t.has(Token::spaced_dash);
  if (view.is(token, WordRole::preposition)) return !view.is(token, WordRole::clause_opener) || view.raw(token) == "of";
  if (!view.is_content(token)) return false;
  return t.word == text::unknown_word || lexis_.word_verb_forms[t.word] == 0;
}

// The issue whose end, lifting or ratification "its" or "their" tells of: the one named last, in the pronoun's number.
// A noun with an object of its own tells what somebody does: "its lifting of the measures".
const IssueMatch* IssueMemory::owner_of(const SentenceView& view, std::uint32_t pronoun) const {
  const std::string_view word = lexis_.vocabulary.text(view.tokens[pronoun].word);
  if ((word != "its" && word != "their") || pronoun + 1 >= view.size()) return nullptr;
  const std::uint32_t noun = pronoun + 1;
  if (lexis_.after_turns.beginning_with(view.tokens[noun].word).empty()) return nullptr;
  const std::uint32_t next = noun + 1;
  constexpr std::string_view objects[] = {"of", "from", "to", "on", "over", "with", "against", "for"};
  if (next < view.size() && std::find(std::begin(objects), std::end(objects), view.raw(next)) != std::end(objects))
    return nullptr;
  const IssueMatch* owner = nullptr;
  for (const IssueMatch& match : view.issues)
    if (!match.deed && match.end <= pronoun && (!owner || owner->end < match.end)) owner = &match;
  if (!owner) return nullptr;
  const bool plural = view.raw(noun_of(view, *owner)).ends_with("s");
  return plural == (word == "their") ? owner : nullptr;
}

void IssueMemory::add_possessives(SentenceView& view) const {
  for (std::uint32_t t = 1; t < view.size(); ++t) {
    const IssueMatch* owner = owner_of(view, t);
    if (!owner) continue;
    IssueMatch match = *owner;
    match.begin = t;
    match.end = t + 1;
    const auto place = std::find_if(view.issues.begin(), view.issues.end(),
                                    [t](const IssueMatch& other) { return other.begin > t; });
    view.issues.insert(place, match);
  }
}

void IssueMemory::add_repeats(SentenceView& view, std::uint32_t sentence) const {
  if (known_.empty()) return;
  std::vector<IssueMatch> added;
  for (std::uint32_t t = 1; t < view.size(); ++t) {
    text::WordId word = view.tokens[t].word;
    bool known = std::any_of(known_.begin(), known_.end(), [word](const Known& k) { return k.noun == word; });
    const bool of_that_kind = known && is_of_that_kind(view, t);
    if (!known || (goes_on(view, t + 1) && !of_that_kind)) continue;
    std::uint32_t reach = of_that_kind ? farthest_this : reach_of(view, t);
    const Known* meant = reach > 0 ? meant_by(word, {sentence, t}, reach) : nullptr;
    bool covered = std::any_of(view.issues.begin(), view.issues.end(),
                               [t](const IssueMatch& match) { return match.begin <= t && t < match.end; });
    if (!meant || covered) continue;
    IssueMatch match;
    match.issue = meant->issue;
    match.pattern = meant->pattern;
    match.begin = t;
    match.end = t + 1;
    match.side = meant->side;
    added.push_back(match);
  }
  if (added.empty()) return;
  view.issues.insert(view.issues.end(), added.begin(), added.end());
  std::stable_sort(view.issues.begin(), view.issues.end(),
                   [](const IssueMatch& a, const IssueMatch& b) { return a.begin < b.begin; });
}

}  // namespace demarche::mention
