#include "engine/text/tokens.hpp"

#include <algorithm>
#include <array>

#include "engine/base/utf8.hpp"
#include "engine/text/characters.hpp"
#include "engine/text/sentences.hpp"

namespace demarche::text {

namespace {

enum class Class : std::uint8_t { other, letter, digit, space };

constexpr std::array<Class, 128> ascii_classes = [] {
  std::array<Class, 128> table{};
  for (char c = 'a'; c <= 'z'; ++c) table[static_cast<std::size_t>(c)] = Class::letter;
  for (char c = 'A'; c <= 'Z'; ++c) table[static_cast<std::size_t>(c)] = Class::letter;
  for (char c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = Class::digit;
  for (char c : {' ', '\t', '\n', '\r', '\v', '\f'}) table[static_cast<std::size_t>(c)] = Class::space;
  return table;
}();

constexpr char32_t soft_hyphen = 0xAD;

bool is_apostrophe(char32_t c) { return c == U'\'' || c == 0x2019; }
// Behind a letter also the signs that keyboards and old files have in its place: accents, the prime, the letter, the
// opening quote.
bool is_apostrophe_in_word(char32_t c) {
  return is_apostrophe(c) || c == U'`' || c == 0xB4 || c == 0x2BC || c == 0x2018 || c == 0x2032;
}
bool is_dash(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }
bool is_invisible(char32_t c) {
  return c == soft_hyphen || c == 0x200B || c == 0x2060 || c == 0xFEFF || (c >= 0x200C && c <= 0x200F);
}
bool opens(char32_t c) { return c == 0x201C || c == 0x201E || c == 0xAB || c == 0x2018; }
bool closes(char32_t c) { return c == 0x201D || c == 0xBB; }

class Tokeniser {
 public:
  Tokeniser(const TextInput& input, const Vocabulary* vocabulary) : input_(input), vocabulary_(vocabulary) {}

  void run() {
    tokens.reserve(input_.body.end / 5 + 8);
    at_ = input_.body.begin;
    while (at_ < input_.body.end) step();
  }

  std::vector<Token> tokens;
  std::vector<std::string> texts;  // only when there is no vocabulary

 private:
  void step() {
    if (skip_ < input_.skipped.size() && at_ >= input_.skipped[skip_].begin) {
      const std::size_t end = std::max(at_, std::min<std::size_t>(input_.skipped[skip_].end, input_.body.end));
      // "**Iran**'s": signs of emphasis part no words.
      const std::string_view left_out = input_.text.substr(at_, end - at_);
      if (left_out.find_first_not_of("*_") != std::string_view::npos) space_ = true;
      at_ = end;
      ++skip_;
      return;
    }
    auto byte = static_cast<unsigned char>(input_.text[at_]);
    if (byte < 128) {
      switch (ascii_classes[byte]) {
        case Class::space:
          take_space(static_cast<char>(byte));
          return;
        case Class::letter:
        case Class::digit:
          take_word();
          return;
        case Class::other:
          if (is_reference(at_)) break;
          take_sign(byte, at_ + 1);
          return;
      }
    }
    std::size_t next = at_;
    char32_t c = decode(next);
    if (is_invisible(c)) {
      at_ = next;
    } else if (is_space(c)) {
      at_ = next;
      space_ = true;
    } else if (is_letter_or_mark(c)) {
      take_word();
    } else {
      take_sign(c, next);
    }
  }

  const CharacterReference* reference(std::size_t at) const {
    auto found = std::lower_bound(input_.references.begin(), input_.references.end(), at,
                                  [](const CharacterReference& r, std::size_t place) { return r.begin < place; });
    return found != input_.references.end() && found->begin == at ? &*found : nullptr;
  }
  bool is_reference(std::size_t at) const { return input_.text[at] == '&' && reference(at); }

  // The character at a place; `at` moves behind it.
  char32_t decode(std::size_t& at) const {
    if (at < input_.body.end && is_reference(at)) {
      const CharacterReference& found = *reference(at);
      at = found.end;
      return found.character;
    }
    return utf8::decode(input_.text, at);
  }

  void take_space(char c) {
    ++at_;
    space_ = true;
    if (c == '\n') ++lines_;
  }

  // The limit of what may be read now: the body's end or the next range to skip.
  std::size_t limit() const {
    std::size_t end = input_.body.end;
    if (skip_ < input_.skipped.size()) end = std::min<std::size_t>(end, input_.skipped[skip_].begin);
    return std::max(end, at_ + 1);
  }

  // Letters, digits and the signs that may stand inside a word.
  void take_word() {
    const std::size_t begin = at_;
    const std::size_t end = limit();
    word_.clear();
    has_stop_ = false;
    letters_ = upper_ = 0;
    bool first_upper = false;
    bool digit_first = input_.text[begin] >= '0' && input_.text[begin] <= '9';
    std::size_t at = begin;
    while (at < end) {
      auto byte = static_cast<unsigned char>(input_.text[at]);
      if (byte < 128 && !is_reference(at)) {
        if (ascii_classes[byte] == Class::letter) {
          bool upper = byte < 'a';
          if (at == begin) first_upper = upper;
          ++letters_;
          upper_ += upper;
          word_.push_back(static_cast<char>(byte | 0x20));
          ++at;
          continue;
        }
        if (ascii_classes[byte] == Class::digit) {
          word_.push_back(static_cast<char>(byte));
          ++at;
          continue;
        }
        if (byte == '.' && take_acronym_stop(at, end, begin)) continue;
        if ((byte == ',' || byte == '.') && digit_first && at > begin && is_digit(at - 1) && at + 1 < end &&
            is_digit(at + 1)) {
          word_.push_back(static_cast<char>(byte));
          has_stop_ = has_stop_ || byte == '.';
          ++at;
          continue;
        }
        if ((byte == '\'' || byte == '`') && take_apostrophe(at, at + 1, end)) continue;
        break;
      }
      std::size_t next = at;
      char32_t c = decode(next);
      if (is_invisible(c)) {
        at = next;
        continue;
      }
      if (is_apostrophe_in_word(c)) {
        if (take_apostrophe(at, next, end)) continue;
        break;
      }
      if (!is_letter_or_mark(c)) break;
      bool upper = is_upper(c);
      if (at == begin) first_upper = upper;
      ++letters_;
      upper_ += upper;
      append_folded(word_, c);
      at = next;
    }
    emit_word(begin, at, first_upper, digit_first);
  }

  bool is_digit(std::size_t at) const { return input_.text[at] >= '0' && input_.text[at] <= '9'; }

  bool is_ascii_letter(std::size_t at) const {
    return at < input_.body.end && ascii_classes[static_cast<unsigned char>(input_.text[at]) & 127u] == Class::letter &&
           static_cast<unsigned char>(input_.text[at]) < 128;
  }

  // "U.S." and "U.S": single letters with stops between them make one word.
  bool take_acronym_stop(std::size_t& at, std::size_t end, std::size_t begin) {
    bool single = at > begin && is_ascii_letter(at - 1) && (at - begin == 1 || input_.text[at - 2] == '.');
    if (!single) return false;
    bool more = at + 1 < end && is_ascii_letter(at + 1) && !(at + 2 < end && is_ascii_letter(at + 2));
    bool last = has_stop_;
    if (!more && !last) return false;
    word_.push_back('.');
    has_stop_ = true;
    ++at;
    return true;
  }

  // An apostrophe stays inside a word (o'brien) unless it opens 's or belongs to n't, which are tokens of their own.
  bool take_apostrophe(std::size_t& at, std::size_t next, std::size_t end) {
    if (next >= end || !is_ascii_letter(next)) return false;
    std::size_t tail = next;
    while (tail < end && is_ascii_letter(tail)) ++tail;
    std::string_view rest = input_.text.substr(next, tail - next);
    if (rest == "s" || rest == "S" || rest == "re" || rest == "ve" || rest == "ll" || rest == "d" || rest == "m")
      return false;
    if (rest == "t" || rest == "T") return false;
    word_.push_back('\'');
    at = next;
    return true;
  }

  void emit_word(std::size_t begin, std::size_t end, bool first_upper, bool digit_first) {
    if (has_stop_ && !word_.ends_with('.') && !digit_first) word_.push_back('.');
    std::uint16_t flags = 0;
    if (first_upper) flags |= Token::capitalised;
    const bool numbered = first_upper && letters_ == 1 && end - begin == 2 && !has_stop_;  // "E3", "G7"
    if ((letters_ >= 2 && upper_ == letters_) || numbered) flags |= Token::all_caps;
    if (digit_first) flags |= Token::number;
    at_ = end;
    // "don't" is cut before the n.
    std::size_t after = end;
    if (word_.size() > 1 && word_.back() == 'n' && after < input_.body.end && apostrophe_t(after)) {
      word_.pop_back();
      emit(begin, end - 1, word_, flags);
      word_ = "n't";
      space_ = false;
      emit(end - 1, after, word_, 0);
      at_ = after;
      return;
    }
    emit(begin, end, word_, flags);
    std::size_t suffix = end;
    if (take_suffix(suffix)) at_ = suffix;
  }

  bool apostrophe_t(std::size_t& at) const {
    std::size_t next = at;
    char32_t c = decode(next);
    if (!is_apostrophe_in_word(c) || !is_ascii_letter(next) || (input_.text[next] | 0x20) != 't' ||
        is_ascii_letter(next + 1))
      return false;
    at = next + 1;
    return true;
  }

  // "the states' 2018 plan", "the states' “final” plan"
  bool begins_word(std::size_t at) const {
    if (at >= input_.body.end) return false;
    return is_ascii_letter(at) || is_digit(at) || input_.text[at] == '"' || input_.text.substr(at).starts_with("“");
  }

  // 's and its like behind a word; also the bare apostrophe of a plural ("states'"), which gives 's too.
  bool take_suffix(std::size_t& at) {
    if (at >= input_.body.end) return false;
    std::size_t next = at;
    char32_t c = decode(next);
    if (!is_apostrophe_in_word(c)) return false;
    std::size_t tail = next;
    while (tail < input_.body.end && is_ascii_letter(tail)) ++tail;
    std::string suffix = "'";
    for (std::size_t i = next; i < tail; ++i) suffix.push_back(static_cast<char>(input_.text[i] | 0x20));
    bool plural = suffix == "'" && is_apostrophe(c) && word_.size() > 2 && word_.back() == 's' && !single_open_ &&
                  tail < input_.body.end && input_.text[tail] == ' ' && begins_word(tail + 1);
    if (plural) suffix = "'s";
    if (suffix != "'s" && suffix != "'re" && suffix != "'ve" && suffix != "'ll" && suffix != "'d" && suffix != "'m")
      return false;
    space_ = false;
    emit(at, tail, suffix, 0);
    at = tail;
    return true;
  }

  void take_sign(char32_t c, std::size_t next) {
    const std::size_t begin = at_;
    at_ = next;
    if (c == U'*' || c == U'_' || c == U'`' || (c == U'#' && (lines_ > 0 || tokens.empty()))) return;  // markup
    std::uint16_t flags = Token::punctuation;
    if (is_dash(c)) {
      bool after = next < input_.body.end && input_.text[next] == ' ';
      if ((space_ && after) || c == 0x2014 || c == 0x2015) flags |= Token::spaced_dash;
      emit(begin, next, "-", flags);
      return;
    }
    if (c == U'"' || opens(c) || closes(c) || is_apostrophe(c)) {
      take_quote(c, begin, next);
      return;
    }
    if (c == U'.' && input_.text.substr(next).starts_with("..")) {
      at_ = next + 2;
      emit(begin, at_, "...", flags);
      return;
    }
    if (c == 0x2026) {
      emit(begin, next, "...", flags);
      return;
    }
    std::string sign;
    utf8::append(sign, c);
    emit(begin, next, sign, flags);
  }

  void take_quote(char32_t c, std::size_t begin, std::size_t next) {
    bool space_after = next >= input_.body.end || static_cast<unsigned char>(input_.text[next]) <= ' ';
    std::uint16_t flags = Token::punctuation;
    if (is_apostrophe(c) || c == 0x2018) {
      bool opening = c == 0x2018 || (!single_open_ && (space_ || tokens.empty()) && !space_after);
      if (opening) {
        flags |= Token::opens_quote;
        single_open_ = true;
      } else if (single_open_) {
        flags |= Token::closes_quote;
        single_open_ = false;
      } else {
        return;  // a stray apostrophe
      }
    } else if (opens(c)) {
      flags |= Token::opens_quote;
    } else if (closes(c)) {
      flags |= Token::closes_quote;
    } else {
      bool opening = space_after ? false : (space_ || tokens.empty() || lines_ > 0 || after_open_sign());
      flags |= opening ? Token::opens_quote : Token::closes_quote;
    }
    emit(begin, next, "\"", flags);
  }

  bool after_open_sign() const {
    return !tokens.empty() && tokens.back().has(Token::punctuation) && !tokens.back().has(Token::closes_quote) &&
           tokens.back().span.end == at_ - 1 &&
           (input_.text[tokens.back().span.begin] == '(' || input_.text[tokens.back().span.begin] == '[');
  }

  void emit(std::size_t begin, std::size_t end, std::string_view normalised, std::uint16_t flags) {
    if (break_ < input_.breaks.size() && begin >= input_.breaks[break_]) {
      while (break_ < input_.breaks.size() && begin >= input_.breaks[break_]) ++break_;
      lines_ = 2;
      space_ = true;
    }
    if (space_ || tokens.empty()) flags |= Token::space_before;
    if (lines_ > 0) flags |= Token::line_before;
    if (lines_ > 1) flags |= Token::blank_before;
    if (lines_ > 0) single_open_ = (flags & Token::opens_quote) && normalised == "\"" && single_open_;
    while (heading_ < input_.headings.size() && begin >= input_.headings[heading_].end) ++heading_;
    if (heading_ < input_.headings.size() && begin >= input_.headings[heading_].begin) flags |= Token::in_heading;
    space_ = false;
    lines_ = 0;
    WordId id = vocabulary_ ? vocabulary_->find(normalised) : unknown_word;
    tokens.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, id, flags});
    if (!vocabulary_) texts.emplace_back(normalised);
  }

  const TextInput& input_;
  const Vocabulary* vocabulary_;
  std::size_t at_ = 0;
  std::size_t skip_ = 0;
  std::size_t heading_ = 0;
  std::size_t break_ = 0;
  bool space_ = false;
  bool single_open_ = false;
  int lines_ = 0;
  bool has_stop_ = false;  // the word holds a full stop
  int letters_ = 0;
  int upper_ = 0;
  std::string word_;
};

}  // namespace

TokenisedText tokenise(const TextInput& input, const Vocabulary& vocabulary, const IsAbbreviation& is_abbreviation) {
  Tokeniser tokeniser(input, &vocabulary);
  tokeniser.run();
  TokenisedText out;
  out.tokens = std::move(tokeniser.tokens);
  out.hard_wrapped = is_hard_wrapped(input);
  split_sentences(input.text, is_abbreviation, out);
  return out;
}

std::vector<std::string> token_texts(std::string_view text) {
  TextInput input{text, {0, static_cast<std::uint32_t>(text.size())}, {}, {}};
  Tokeniser tokeniser(input, nullptr);
  tokeniser.run();
  return std::move(tokeniser.texts);
}

}  // namespace demarche::text
