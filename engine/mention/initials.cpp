#include "engine/mention/initials.hpp"

namespace demarche::mention {

using text::Token;

bool is_initial(const SentenceView& view, std::uint32_t token) {
  if (token >= view.size() || view.tokens[token].span.size() != 1 || !view.tokens[token].has(Token::capitalised))
    return false;
  return view.raw(token) != "I" || (token + 1 < view.size() && view.raw(token + 1) == ".");
}

bool ends_initial(const SentenceView& view, std::uint32_t token) {
  return token > 0 && token < view.size() && view.raw(token) == "." && is_initial(view, token - 1) &&
         !view.tokens[token].has(Token::space_before);
}

std::uint32_t behind_initials(const SentenceView& view, std::uint32_t at) {
  std::uint32_t end = at;
  while (is_initial(view, end) || (end > at && ends_initial(view, end))) ++end;
  return end;
}

}  // namespace demarche::mention
