#include "engine/mention/verb_groups.hpp"

namespace demarche::mention {

using program::WordRole;

namespace {
constexpr int longest_group = 7;  // words of a verb's group
}  // namespace

bool is_demanded(const SentenceView& view, std::uint32_t verb) {
  std::uint32_t at = verb;
  for (int words = 0; at > 0 && words < longest_group; ++words) {
    --at;
    while (at > 0 && view.role_lengths[at] == 0) --at;
    if (view.clause_of[at] != view.clause_of[verb]) return false;
    if (view.is(at, WordRole::demand)) return true;
    Tag tag = view.tags[at];
    bool group = tag == Tag::auxiliary || tag == Tag::infinitive || view.is(at, WordRole::chain_verb) ||
                 view.is(at, WordRole::carrier) || view.is(at, WordRole::degree_adverb) ||
                 view.is(at, WordRole::booster) || view.is(at, WordRole::negator) || view.raw(at) == "to";
    if (!group) return false;
  }
  return false;
}

InvertedNegation inverted_negation(const SentenceView& view, std::uint32_t clause) {
  const Clause& c = view.clauses[clause];
  std::uint32_t at = c.begin;
  while (at < c.end && !view.is(at, WordRole::negator) &&
         (view.tokens[at].has(text::Token::punctuation) || view.is(at, WordRole::conjunction) ||
          view.is(at, WordRole::complementiser)))
    ++at;
  if (at >= c.end || !view.is(at, WordRole::negator)) return {};
  const std::uint32_t behind = at + view.role_lengths[at];
  // "No will but theirs counts": a noun; "not can" is no English.
  if (behind + 1 >= c.end || view.tags[behind] != Tag::auxiliary || view.raw(at) == "No") return {};
  const Mention* subject = view.mention_at(behind + 1);
  const bool phrase = subject || view.is(behind + 1, WordRole::determiner);
  return phrase ? InvertedNegation{at, behind} : InvertedNegation{};
}

std::uint32_t asks_leave(const SentenceView& view, std::uint32_t clause) {
  const Clause& c = view.clauses[clause];
  std::uint32_t at = c.begin;
  while (at < c.end && (view.tokens[at].has(text::Token::punctuation) || view.is(at, WordRole::conjunction))) ++at;
  if (at + 1 >= c.end || view.tags[at] != Tag::auxiliary || !view.is(at, WordRole::hedge)) return view.size();
  const Mention* speaker = view.mention_at(at + 1);
  const bool first = speaker && speaker->kind == Mention::Kind::first_pronoun && !speaker->possessive;
  const std::string_view word = view.raw(at);
  const bool leave = word == "may" || word == "May" || word == "might" || word == "Might";
  return first && leave ? at : view.size();
}

}  // namespace demarche::mention
