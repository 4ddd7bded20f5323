#include "engine/text/sentences.hpp"

#include <utility>

namespace demarche::text {

namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

struct Splitter {
  std::string_view bytes;
  const IsAbbreviation& is_abbreviation;
  TokenisedText& text;

  std::string_view raw(std::size_t i) const {
    const Span& span = text.tokens[i].span;
    return bytes.substr(span.begin, span.size());
  }

  bool is_terminal(std::size_t i) const {
    if (!text.tokens[i].has(Token::punctuation)) return false;
    std::string_view sign = raw(i);
    return sign == "." || sign == "!" || sign == "?" || sign.starts_with("..") || sign == "\u2026";
  }

  bool is_closer(std::size_t i) const {
    const Token& token = text.tokens[i];
    return token.has(Token::closes_quote) || raw(i) == ")" || raw(i) == "]";
  }

  // A full stop that belongs to the word before it.
  bool stop_of_word(std::size_t i, std::size_t first) const {
    if (raw(i) != "." || i == first) return false;
    const Token& before = text.tokens[i - 1];
    if (before.span.end != text.tokens[i].span.begin) return false;
    if (before.has(Token::number)) return i == first + 1;                        // "1." opens a numbered paragraph
    if (before.has(Token::capitalised) && before.span.size() == 1) return true;  // an initial
    return is_abbreviation(before.word);
  }

  // A stop followed by a small letter is no end, but in digits and headings: "approx. half", "www.un.org".
  bool goes_on(std::size_t next) const {
    if (next >= text.tokens.size()) return false;
    const Token& token = text.tokens[next];
    if (!token.has(Token::space_before)) return !token.has(Token::capitalised) && !token.has(Token::punctuation);
    return !token.has(Token::line_before) && is_lower(bytes[token.span.begin]);
  }

  bool breaks_line(std::size_t i) const {
    const Token& token = text.tokens[i];
    if (token.has(Token::blank_before)) return !continues_after_break(i);
    if (i > 0 && token.has(Token::in_heading) != text.tokens[i - 1].has(Token::in_heading)) return true;
    return token.has(Token::line_before) && !text.hard_wrapped;
  }

  // A page break in a hard-wrapped text leaves an empty line in the middle of a sentence.
  bool continues_after_break(std::size_t i) const {
    if (!text.hard_wrapped || i == 0) return false;
    const Token& before = text.tokens[i - 1];
    return is_lower(bytes[text.tokens[i].span.begin]) && !before.has(Token::punctuation) &&
           !before.has(Token::in_heading);
  }

  // A cross-heading that lost its line: ‘The talks must bear fruit’ The minister also said that ... A quote that its
  // speaker follows has a comma before its end, or hardly a word behind the speaker.
  bool closes_heading(std::size_t i, std::size_t first) const {
    constexpr std::size_t shortest = 3, longest = 20, rest = 6;  // tokens in the heading, and of what follows
    if (!text.tokens[i].has(Token::closes_quote) || i + rest >= text.tokens.size()) return false;
    std::size_t open = first;
    while (open < i && raw(open).starts_with('-')) ++open;
    if (!text.tokens[open].has(Token::opens_quote) || i - open <= shortest || i - open > longest) return false;
    if (text.tokens[i - 1].has(Token::punctuation)) return false;
    const Token& next = text.tokens[i + 1];
    if (!next.has(Token::capitalised) || !next.has(Token::space_before)) return false;
    for (std::size_t t = i + 1; t <= i + rest; ++t)
      if (is_terminal(t) && !stop_of_word(t, i + 1)) return false;
    return true;
  }

  void add(std::size_t first, std::size_t last, std::uint32_t paragraph, bool heading_by_sign = false) {
    if (first == last) return;
    bool heading = heading_by_sign || text.tokens[first].has(Token::in_heading);
    text.sentences.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last), paragraph, heading});
  }

  void run() {
    std::size_t first = 0;
    std::uint32_t paragraph = 0;
    const std::size_t count = text.tokens.size();
    for (std::size_t i = 0; i < count; ++i) {
      if (i > first && (breaks_line(i) || i - first >= longest_sentence)) {
        add(first, i, paragraph);
        if (breaks_line(i)) ++paragraph;
        first = i;
      }
      if (closes_heading(i, first)) {
        add(first, i + 1, paragraph++, true);
        first = i + 1;
        continue;
      }
      if (!is_terminal(i) || (raw(i) == "." && stop_of_word(i, first))) continue;
      if (raw(i).starts_with("..") && goes_on(i + 1)) continue;
      std::size_t last = i + 1;
      while (last < count && is_terminal(last) && !text.tokens[last].has(Token::line_before)) ++last;
      while (last < count && is_closer(last) && !text.tokens[last].has(Token::line_before)) ++last;
      // A quoted question inside a sentence goes on: "Why now?" he asked.
      if (goes_on(last)) {
        i = last - 1;
        continue;
      }
      add(first, last, paragraph);
      if (last < count && breaks_line(last)) ++paragraph;
      first = last;
      i = last - 1;
    }
    add(first, count, paragraph);
  }
};

}  // namespace

// Bytes. Lines of lists, verses and addresses are shorter; editors and agencies wrap at 65 and more.
constexpr std::size_t long_line = 50;

bool is_hard_wrapped(const TextInput& input) {
  std::size_t mid_sentence = 0;
  std::size_t behind_long_line = 0;
  std::size_t line_ends = 0;
  std::size_t line_begin = input.body.begin;
  std::string_view text = input.text.substr(0, input.body.end);
  for (std::size_t at = text.find('\n', input.body.begin); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    std::size_t before = at;
    while (before > input.body.begin &&
           (text[before - 1] == ' ' || text[before - 1] == '\r' || text[before - 1] == '\t'))
      --before;
    const std::size_t begin = std::exchange(line_begin, at + 1);
    std::size_t after = at + 1;
    while (after < text.size() && (text[after] == ' ' || text[after] == '\t')) ++after;
    if (before == input.body.begin || text[before - 1] == '\n' || after >= text.size() || text[after] == '\n' ||
        text[after] == '\r')
      continue;
    ++line_ends;
    char last = text[before - 1];
    bool ended = last == '.' || last == '!' || last == '?' || last == ':' || last == '"';
    if (ended || !is_lower(text[after])) continue;
    ++mid_sentence;
    if (before - begin >= long_line) ++behind_long_line;
  }
  // A short text has few line ends: one in the middle of a sentence tells, when the line is as long as wrapped lines
  // are.
  return (mid_sentence >= 3 || behind_long_line >= 1) && mid_sentence * 3 >= line_ends;
}

void split_sentences(std::string_view bytes, const IsAbbreviation& is_abbreviation, TokenisedText& text) {
  Splitter{bytes, is_abbreviation, text}.run();
}

Span sentence_span(const TokenisedText& text, const Sentence& sentence) {
  std::uint32_t first = sentence.first;
  while (first + 1 < sentence.last && text.tokens[first].has(Token::punctuation)) ++first;
  return {text.tokens[first].span.begin, text.tokens[sentence.last - 1].span.end};
}

}  // namespace demarche::text
