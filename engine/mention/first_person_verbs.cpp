#include "engine/mention/first_person_verbs.hpp"

namespace demarche::mention {

using program::WordRole;
using text::Token;

namespace {

// "we" or "I" stands before this token.
bool is_of_first_person(const SentenceView& view, std::uint32_t token) {
  std::uint32_t at = token;
  while (at > 0 && (view.is(at - 1, WordRole::degree_adverb) || view.is(at - 1, WordRole::booster))) --at;
  const Mention* subject = at > 0 ? view.mention_at(at - 1) : nullptr;
  return subject && subject->kind == Mention::Kind::first_pronoun && !subject->possessive;
}

// The comma that opens what the one at this token closes; 0 when none does.
std::uint32_t opening_comma(const SentenceView& view, std::uint32_t comma) {
  std::uint32_t open = comma;
  while (open > 0 && (open == comma || view.raw(open) != ",")) --open;
  return open;
}

}  // namespace

bool goes_on_in_first_person(const SentenceView& view, const Lexis& lexis, std::uint32_t left, std::uint32_t i,
                             bool awaited) {
  if (i + 1 >= view.size()) return false;
  const std::string_view next = view.raw(i + 1);
  const bool calls = view.raw(i) == "call" && (next == "on" || next == "upon" || next == "for");
  if (!calls && !lexis.is_stance_verb(view.tokens[i].word)) return false;
  if (view.is(i + 1, WordRole::preposition) && !calls) return false;
  const text::WordId object = view.tokens[i + 1].word;
  const std::uint8_t forms = object == text::unknown_word ? 0 : lexis.word_verb_forms[object];
  // "support given by Norway"; "support increased funding" has an adjective there
  const bool given =
      i + 2 >= view.size() || view.is(i + 2, WordRole::preposition) || view.tokens[i + 2].has(Token::punctuation);
  if ((forms & (form_participle | form_past)) != 0 && given) return false;
  if (view.raw(left) == ",") return awaited && is_of_first_person(view, opening_comma(view, left));
  if (!view.is(left, WordRole::conjunction)) return false;
  for (std::uint32_t t = 0; t < left; ++t) {
    if (view.tags[t] == Tag::auxiliary) return false;
    if (view.tags[t] != Tag::finite) continue;
    const std::uint8_t first = lexis.word_verb_forms[view.tokens[t].word];
    return (first & form_base) != 0 && (first & form_past) == 0 && is_of_first_person(view, t);
  }
  return false;
}

bool is_said_by_some(const SentenceView& view, std::uint32_t left, std::uint32_t i) {
  const bool opens = left == 0 || view.tokens[left - 1].has(Token::punctuation) ||
                     view.is(left - 1, WordRole::complementiser) || view.is(left - 1, WordRole::conjunction);
  const bool some = view.raw(left) == "some" || view.raw(left) == "Some";
  return opens && some && view.is(i, WordRole::speech_verb) && i + 1 < view.size() &&
         view.is(i + 1, WordRole::complementiser);
}

}  // namespace demarche::mention
