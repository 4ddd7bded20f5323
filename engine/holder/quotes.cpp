#include "engine/holder/discourse.hpp"
#include "engine/holder/holder.hpp"

// Which words of a sentence stand in quotation marks.
namespace demarche::holder {

using text::Token;

// A single mark stands inside a quote that double marks opened, in this sentence or before it: the theme of a session
// in a speech that is quoted as a whole.
static bool is_single_mark(const mention::SentenceView& view, std::uint32_t token) {
  const std::string_view mark = view.raw(token);
  return mark == "'" || mark == "\u2018" || mark == "\u2019";
}

std::vector<bool> quoted_tokens(const mention::SentenceView& view, bool& open) {
  std::vector<bool> quoted(view.size());
  bool opened_by_single = false;
  bool inner = false;
  for (std::uint32_t t = 0; t < view.size(); ++t) {
    const Token& token = view.tokens[t];
    if (token.has(Token::opens_quote)) {
      inner = open && !opened_by_single && is_single_mark(view, t);
      if (!inner) opened_by_single = is_single_mark(view, t);
      open = true;
      continue;
    }
    if (token.has(Token::closes_quote)) {
      open = inner && is_single_mark(view, t);
      inner = false;
      continue;
    }
    quoted[t] = open;
  }
  return quoted;
}

bool is_told_in_quote(const std::vector<bool>& quoted, const Holder& subject) {
  constexpr std::uint32_t shortest = 5;
  const std::uint32_t token = subject.begin;
  if (subject.begin >= subject.end || token >= quoted.size() || !quoted[token]) return false;
  if (subject.how == std::string_view("first person")) return false;
  std::uint32_t begin = token;
  std::uint32_t end = token;
  while (begin > 0 && quoted[begin - 1]) --begin;
  while (end < quoted.size() && quoted[end]) ++end;
  return end - begin >= shortest;
}

}  // namespace demarche::holder
