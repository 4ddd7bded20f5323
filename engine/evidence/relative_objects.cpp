#include "engine/evidence/relative_objects.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "engine/holder/phrases.hpp"
#include "engine/mention/asides.hpp"

namespace demarche::evidence {

using mention::Clause;
using mention::SentenceView;
using mention::Tag;
using program::WordRole;
using text::Token;

namespace {

// "... strongly supports,", "... opposes.", "has rejected since 2015": no object follows.
bool has_no_object(const SentenceView& view, std::uint32_t token, std::uint32_t clause_end) {
  while (token < clause_end && (view.is(token, WordRole::degree_adverb) || view.is(token, WordRole::booster))) ++token;
  if (token >= clause_end || view.is(token, WordRole::conjunction)) return true;
  if (view.tokens[token].has(Token::punctuation)) return !view.tokens[token].has(Token::opens_quote);
  // "backs despite it all", "opposed throughout the talks": how and when.
  constexpr std::string_view behind[] = {"since",  "as",    "because",    "despite",
                                         "during", "until", "throughout", "without"};
  return std::find(std::begin(behind), std::end(behind), view.raw(token)) != std::end(behind);
}

// "the nuclear deal with Iran, which": a name in a phrase may stand between the issue and the clause.
bool is_end_of_noun(const SentenceView& view, std::uint32_t issue_end, std::uint32_t noun_end) {
  constexpr std::uint32_t longest = 4;
  if (issue_end > noun_end || noun_end - issue_end > longest) return false;
  if (issue_end == noun_end) return true;
  if (!view.is(issue_end, WordRole::preposition)) return false;
  const mention::Mention* last = view.mention_at(noun_end - 1);
  return last && last->end == noun_end && !last->possessive;
}

}  // namespace

std::vector<Antecedent> antecedents(const SentenceView& view, std::uint32_t token) {
  std::vector<Antecedent> found;
  if (token == 0 || token > view.size()) return found;
  const std::uint32_t number = view.clause_of[token - 1];
  const Clause& clause = view.clauses[number];
  if (clause.kind != Clause::Kind::relative || clause.begin == 0 || view.raw(clause.begin) == "who") return found;
  if (!holder::subject_mention(view, number, clause.end) || !has_no_object(view, token, clause.end)) return found;
  std::uint32_t noun_end = clause.begin;
  if (view.raw(noun_end - 1) == ",") --noun_end;
  const std::uint32_t apposition = mention::before_apposition(view, noun_end);
  for (std::uint32_t m = 0; m < view.issues.size(); ++m) {
    const std::uint32_t end = view.issues[m].end;
    const bool told_what = apposition < noun_end && is_end_of_noun(view, end, apposition);
    const bool of_deed = told_what && view.is(noun_end - 1, WordRole::deed_noun);
    if (of_deed && !view.issues[m].deed) continue;
    if (told_what || is_end_of_noun(view, end, noun_end)) found.push_back({m, of_deed});
  }
  return found;
}

}  // namespace demarche::evidence
