#include "engine/evidence/questions.hpp"

namespace demarche::evidence {

using mention::SentenceView;
using mention::Tag;
using program::WordRole;
using text::Token;

namespace {

// The first token that is no sign.
std::uint32_t first_word(const SentenceView& view) {
  std::uint32_t first = 0;
  while (first < view.size() && view.tokens[first].has(Token::punctuation)) ++first;
  return first;
}

}  // namespace

std::string_view last_sign(const SentenceView& view) {
  std::uint32_t end = view.size();
  while (end > 0 && view.tokens[end - 1].has(Token::closes_quote)) --end;
  return end > 0 ? view.raw(end - 1) : std::string_view{};
}

bool is_question(const SentenceView& view) { return last_sign(view) == "?"; }

bool is_asked(const SentenceView& view) {
  if (!is_question(view)) return false;
  std::uint32_t first = first_word(view);
  for (std::uint32_t t = first; t + 1 < view.size(); ++t)
    if (view.raw(t) == ":") first = t + 1;  // "Question: Does ...?"
  if (first >= view.size() || view.tags[first] != Tag::auxiliary) return false;
  for (std::uint32_t t = first; t < view.size(); ++t)
    if (view.is(t, WordRole::negator)) return false;
  return true;
}

bool expects_yes(const SentenceView& view, std::uint32_t negator) {
  constexpr std::uint32_t farthest = 4;  // "Do these states not support ...?"
  if (!is_question(view)) return false;
  const std::uint32_t first = first_word(view);
  return first < negator && negator <= first + farthest && view.tags[first] == Tag::auxiliary;
}

}  // namespace demarche::evidence
