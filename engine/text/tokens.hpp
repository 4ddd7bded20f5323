#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/span.hpp"
#include "engine/text/vocabulary.hpp"

namespace demarche::text {

struct Token {
  enum Flag : std::uint16_t {
    capitalised = 1 << 0,  // first letter is upper case
    all_caps = 1 << 1,     // two or more letters or a letter and a digit, none lower case
    number = 1 << 2,       // begins with a digit
    punctuation = 1 << 3,
    space_before = 1 << 4,  // also at a line's start
    line_before = 1 << 5,   // a line end lies before it
    blank_before = 1 << 6,  // an empty line lies before it
    opens_quote = 1 << 7,
    closes_quote = 1 << 8,
    spaced_dash = 1 << 9,  // a dash with space on both sides, or an em dash
    in_heading = 1 << 10,
  };
  Span span;  // bytes of the document
  WordId word = unknown_word;
  std::uint16_t flags = 0;

  bool has(Flag flag) const { return (flags & flag) != 0; }
};

struct Sentence {
  std::uint32_t first = 0;      // index of its first token
  std::uint32_t last = 0;       // one past its last token
  std::uint32_t paragraph = 0;  // counted from 0
  bool heading = false;
};

// A range of bytes to leave out or to mark.
struct ByteRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// Bytes that stand for one character: `&rsquo;` in HTML.
struct CharacterReference {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  char32_t character = 0;
};

struct TextInput {
  std::string_view text;  // well-formed UTF-8, at most 4 GiB
  ByteRange body;
  std::span<const ByteRange> skipped;          // sorted, disjoint
  std::span<const ByteRange> headings;         // sorted, disjoint
  std::span<const std::uint32_t> breaks = {};  // sorted: bytes where a paragraph begins, whatever stands before
  std::span<const CharacterReference> references = {};  // sorted, disjoint
};

struct TokenisedText {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  bool hard_wrapped = false;  // line ends inside paragraphs do not end sentences
};

// The words after which a full stop ends no sentence, lower case, without the stop.
using IsAbbreviation = std::function<bool(WordId)>;

// Cuts a text into tokens and sentences, in time linear in its length. Words are looked up, never added: a word the
// vocabulary lacks has the id `unknown_word`. Hyphens and dashes are tokens ("-"), "Iran's" is two ("iran", "'s"),
// "don't" is two ("do", "n't"), "U.S." is one ("u.s."), quotes of all shapes are `"`, markup signs (* _ # at a line's
// start) are none.
TokenisedText tokenise(const TextInput& input, const Vocabulary& vocabulary, const IsAbbreviation& is_abbreviation);

// The normalised texts of the tokens of a short string: how rules and names are cut, so that they meet the text's
// tokens.
std::vector<std::string> token_texts(std::string_view text);

// A sentence longer than this is cut: everything that looks at whole sentences stays linear in the text.
inline constexpr std::uint32_t longest_sentence = 400;  // tokens

// The bytes of a sentence as coders mark it: from its first letter or digit to its closing punctuation.
Span sentence_span(const TokenisedText& text, const Sentence& sentence);

}  // namespace demarche::text
