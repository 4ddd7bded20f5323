#include "engine/mention/named_nouns.hpp"

#include <algorithm>

namespace demarche::mention {

using program::WordRole;
using text::Token;

namespace {

// "against the", "rejected the": an object follows. Not behind "said" or "that".
bool takes_object(const SentenceView& view, const Lexis& lexis, std::uint32_t i) {
  if (view.is(i, WordRole::preposition)) return !view.is(i, WordRole::clause_opener);
  const Tag tag = view.tags[i];
  if (tag != Tag::finite && tag != Tag::ing && tag != Tag::infinitive) return false;
  return !view.is(i, WordRole::speech_verb) || view.is(i, WordRole::carrier) ||
         lexis.is_stance_verb(view.tokens[i].word);
}

// Whether a word that is hardly anything but a verb follows before the clause can end.
bool has_verb_behind(const SentenceView& view, const Lexis& lexis, std::uint32_t i) {
  constexpr std::uint32_t farthest = 10;
  for (std::uint32_t t = i; t < view.size() && t < i + farthest; ++t) {
    if (view.tokens[t].has(Token::punctuation) || view.is(t, WordRole::conjunction) || view.is(t, WordRole::relative) ||
        view.is(t, WordRole::complementiser) || view.is(t, WordRole::clause_opener))
      return false;
    if (view.is(t, WordRole::auxiliary) && view.raw(t - 1) != "to") return true;
    const std::uint8_t forms =
        view.tokens[t].word == text::unknown_word ? 0 : lexis.word_verb_forms[view.tokens[t].word];
    const bool verb = (forms & (form_past | form_s)) != 0 && !view.is(t, WordRole::noun_word);
    if (verb && !view.is(t - 1, WordRole::determiner) && !view.is(t + 1, WordRole::preposition) &&
        view.raw(t + 1) != "by")
      return true;
  }
  return false;
}

}  // namespace

// "called US sanctions illegal", "against US sanctions": a name between a verb or a preposition and a word that is
// mostly a noun belongs to the noun, unless an object follows at once: "said the US sanctions its banks".
bool is_named_noun(const SentenceView& view, const Lexis& lexis, std::uint32_t left, std::uint32_t i) {
  if (!view.is(i, WordRole::noun_word) || lexis.is_stance_verb(view.tokens[i].word)) return false;
  const Mention* name = view.mention_at(left);
  if (!name || name->kind != Mention::Kind::actor || name->begin == 0) return false;
  if (view.raw(i + 1) == "out") return false;  // "said Sweden rules out"
  std::uint32_t governor = name->begin - 1;
  if (governor > 0 && view.is(governor, WordRole::determiner)) --governor;  // "against the US sanctions"
  const Tag tag = view.tags[governor];
  if (!view.is(governor, WordRole::preposition) && tag != Tag::finite && tag != Tag::ing && tag != Tag::infinitive)
    return false;
  if (i + 1 >= view.size()) return true;
  return !view.is(i + 1, WordRole::determiner) && !view.is(i + 1, WordRole::complementiser) &&
         !view.mention_at(i + 1) && !view.tokens[i + 1].has(Token::number);
}

// "against NATO demands for it", "resisted EU calls for it": what a verb or "against" has for its object. "The envoy
// to NATO calls for it" has another verb.
bool is_named_demand(const SentenceView& view, const Lexis& lexis, std::uint32_t left, std::uint32_t i) {
  const Mention* name = view.mention_at(left);
  if (!name || name->kind != Mention::Kind::actor || name->begin == 0 || name->possessive) return false;
  if (!view.is(i, WordRole::noun_word) || !view.is(i + 1, WordRole::preposition)) return false;
  std::uint32_t governor = name->begin - 1;
  if (governor > 0 && view.is(governor, WordRole::determiner)) --governor;
  if (view.raw(governor) == "against") return true;
  return view.tags[governor] == Tag::finite && takes_object(view, lexis, governor);
}

// "against EU call for sanctions", "a US demand": letters stand before a noun as they are. "The US call for it was
// heard" has another verb; in "the US support it" the word is the verb.
bool is_named_by_letters(const SentenceView& view, const Lexis& lexis, std::uint32_t left, std::uint32_t i) {
  const Mention* name = view.mention_at(left);
  if (!name || name->begin == 0 || name->end != left + 1 || name->begin != left || name->actors.size() != 1 ||
      name->kind != Mention::Kind::actor || !view.tokens[left].has(Token::all_caps))
    return false;
  const std::uint32_t before_name = left - 1;
  if (view.is(before_name, WordRole::indefinite)) return true;
  if (!view.is(i + 1, WordRole::preposition)) return false;
  if (view.is(before_name, WordRole::preposition)) return !view.is(before_name, WordRole::clause_opener);
  if (!view.is(before_name, WordRole::determiner)) return false;
  if (before_name == 0 || view.tokens[before_name - 1].has(Token::punctuation))
    return has_verb_behind(view, lexis, i + 1);
  return takes_object(view, lexis, before_name - 1);
}

bool begins_issue(const SentenceView& view, std::uint32_t i) {
  return std::any_of(view.issues.begin(), view.issues.end(),
                     [i](const IssueMatch& issue) { return issue.begin == i && issue.end > i + 1 && !issue.deed; });
}

bool is_noun_of_phrase(const SentenceView& view, std::uint32_t i) {
  return i > 2 && view.raw(i + 1) == "of" && view.raw(i - 1).ends_with("ing") && view.is(i - 2, WordRole::determiner) &&
         view.is(i - 3, WordRole::preposition);
}

bool is_word_of_name(const SentenceView& view, std::uint32_t i) {
  return i > 1 && !view.sentence->heading && view.tokens[i].has(Token::capitalised) &&
         view.tokens[i - 1].has(Token::capitalised) && !view.tokens[i].has(Token::all_caps) && !view.mention_at(i - 1);
}

bool is_noun_behind_adjective(const SentenceView& view, std::uint32_t i) {
  if (!view.is(i, WordRole::noun_word)) return false;  // "a zone free of them"
  if (i < 2 || !view.is(i + 1, WordRole::preposition) || !view.is(i - 2, WordRole::indefinite)) return false;
  return view.is_content(i - 1) && view.tags[i - 1] == Tag::other && !view.mention_at(i - 1) &&
         !view.tokens[i - 1].has(Token::punctuation);
}

bool is_of_states(const SentenceView& view, const Lexis& lexis, std::uint32_t that, std::uint32_t i) {
  const bool object = !view.is(i + 1, WordRole::preposition) || view.raw(i + 1) == "for";
  const bool stance = lexis.is_stance_verb(view.tokens[i].word) || view.raw(i + 1) == "for";
  return object && stance && that > 1 && view.raw(that) == "that" && view.is(that - 1, WordRole::self_reference) &&
         view.raw(that - 1).ends_with("s") && !view.is(that - 1, WordRole::standpoint);
}

bool joins_adverbs(const SentenceView& view, std::uint32_t conjunction) {
  constexpr RoleBits adverbs = role(WordRole::degree_adverb) | role(WordRole::booster);
  return conjunction > 0 && conjunction + 1 < view.size() && view.is(conjunction, WordRole::conjunction) &&
         (view.roles[conjunction - 1] & adverbs) != 0 && (view.roles[conjunction + 1] & adverbs) != 0;
}

}  // namespace demarche::mention
