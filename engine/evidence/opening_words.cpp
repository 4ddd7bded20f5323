#include "engine/evidence/opening_words.hpp"

namespace demarche::evidence {

using mention::HeadMatch;
using program::WordRole;
using text::Token;

const HeadMatch* head_ending_at(const mention::SentenceView& view, std::uint32_t end) {
  for (const HeadMatch& head : view.heads)
    if (head.end == end) return &head;
  return nullptr;
}

OpeningWords::OpeningWords(const mention::SentenceView& view, const mention::Lexis& lexis, std::uint32_t begin)
    : view_(view), lexis_(lexis), last_(begin - 1) {
  while (last_ > 0 &&
         (view.is(last_, WordRole::determiner) || view.is(last_, WordRole::transparent) ||
          view.tokens[last_].has(Token::opens_quote)) &&
         lexis.vocabulary.text(view.tokens[last_].word) != "that")
    --last_;
}

bool OpeningWords::barely_hopes() const {
  const HeadMatch* head = head_ending_at(view_, last_ + 1);
  return head && head->end == head->begin + 1 && view_.is(head->begin, WordRole::hedge) &&
         lexis_.program.stances[head->stance].entries[head->entry].kind == program::Entry::Kind::verb;
}

bool OpeningWords::says_that() const {
  if (barely_hopes()) return true;
  return lexis_.vocabulary.text(view_.tokens[last_].word) == "that" && head_ending_at(view_, last_ + 1) != nullptr;
}

bool OpeningWords::hopes() const {
  if (barely_hopes()) return true;
  const HeadMatch& head = *head_ending_at(view_, last_ + 1);
  // "regrets that the embargo goes on", "will never accept that ...": the whole of it
  if (lexis_.program.stances[head.stance].sign < 0) return true;
  if (lexis_.program.stances[head.stance].entries[head.entry].strength == program::Strength::weak) return true;
  for (std::uint32_t t = head.begin; t < head.end; ++t)
    if (view_.is(t, WordRole::hedge)) return true;
  return false;
}

bool OpeningWords::demands() const {
  std::uint32_t first = last_;
  while (first > 0 && view_.role_lengths[first] == 0) --first;
  return view_.is(first, WordRole::demand) && first + view_.role_lengths[first] == last_ + 1;
}

}  // namespace demarche::evidence
