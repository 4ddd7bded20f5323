#include "dsl/compile/tokens.hpp"

#include "dsl/compile/fold.hpp"
#include "engine/base/utf8.hpp"

namespace demarche::dsl::lowering {

namespace {
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_apostrophe(char32_t c) { return c == U'\'' || c == 0x2019; }
bool is_dash(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }
bool is_quote(char32_t c) { return c == U'"' || (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0x2018; }
bool is_blank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x202F || (c >= 0x2000 && c <= 0x200F) ||
         c == 0xAD || c == 0x2060 || c == 0xFEFF;
}

class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text) {}

  std::vector<Token> run() {
    while (at_ < text_.size()) {
      std::size_t next = at_;
      char32_t c = utf8::decode(text_, next);
      if (is_blank(c))
        at_ = next;
      else if (begins_word(c))
        word();
      else
        sign(c, next);
    }
    return std::move(tokens_);
  }

 private:
  static bool begins_word(char32_t c) {
    return c < 0x80 ? is_letter(static_cast<char>(c)) || is_digit(static_cast<char>(c)) : is_word_character(c);
  }

  char byte(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }

  void word() {
    token_ = {};
    std::size_t begin = at_;
    std::size_t letters = 0, capitals = 0;
    while (at_ < text_.size()) {
      std::size_t next = at_;
      char32_t c = utf8::decode(text_, next);
      if (stays_inside(c, begin, next)) {
        if (c != 0xAD) token_.text += c == 0x2019 ? '\'' : static_cast<char>(c);
      } else if (begins_word(c)) {
        bool upper = is_upper(c);
        if (at_ == begin) token_.capitalised = upper;
        letters += c >= 0x80 || is_letter(static_cast<char>(c));
        capitals += upper;
        append_folded(token_.text, c);
      } else {
        break;
      }
      at_ = next;
    }
    token_.all_caps = letters >= 2 && capitals == letters;
    bool acronym = token_.text.find('.') != std::string::npos && !is_digit(token_.text[0]);
    if (acronym && !token_.text.ends_with('.')) token_.text += '.';
    finish_word();
  }

  // Signs that do not end a word: "U.S.", "3.5", "1,000", "o'brien".
  bool stays_inside(char32_t c, std::size_t begin, std::size_t next) const {
    if (c == 0xAD) return true;
    if (c == '.' && acronym_stop(begin)) return true;
    if ((c == '.' || c == ',') && is_digit(text_[begin]))
      return at_ > begin && is_digit(byte(at_ - 1)) && is_digit(byte(at_ + 1));
    return is_apostrophe(c) && at_ > begin && apostrophe_inside(next);
  }

  bool acronym_stop(std::size_t begin) const {
    bool single = at_ > begin && is_letter(byte(at_ - 1)) && (at_ - begin == 1 || byte(at_ - 2) == '.');
    bool more = is_letter(byte(at_ + 1)) && !is_letter(byte(at_ + 2));
    return single && (more || token_.text.find('.') != std::string::npos);
  }

  bool apostrophe_inside(std::size_t next) const {
    std::size_t tail = next;
    while (is_letter(byte(tail))) ++tail;
    if (tail == next) return false;
    auto rest = text_.substr(next, tail - next);
    for (std::string_view suffix : {"s", "S", "re", "ve", "ll", "d", "m", "t", "T"})
      if (rest == suffix) return false;
    return true;
  }

  // "don't" is cut before the n, "Iran's" before the apostrophe.
  void finish_word() {
    std::size_t next = at_;
    bool apostrophe = at_ < text_.size() && is_apostrophe(utf8::decode(text_, next));
    std::size_t tail = next;
    while (apostrophe && is_letter(byte(tail))) ++tail;
    auto suffix = apostrophe ? text_.substr(next, tail - next) : std::string_view{};
    bool negation = (suffix == "t" || suffix == "T") && token_.text.size() > 1 && token_.text.back() == 'n';
    if (token_.text == "n" && (suffix == "t" || suffix == "T")) {
      // n't written for itself, in a list of negators.
      token_.text = "n't";
      tokens_.push_back(token_);
      at_ = tail;
      return;
    }
    if (negation) token_.text.pop_back();
    tokens_.push_back(token_);
    if (negation)
      tokens_.push_back({"n't", false, false});
    else if (!is_suffix(suffix))
      return;
    else
      tokens_.push_back({suffix_text(suffix), false, false});
    at_ = tail;
  }

  static std::string suffix_text(std::string_view suffix) {
    std::string text = "'";
    for (char c : suffix) text += static_cast<char>(c | 0x20);
    return text;
  }

  static bool is_suffix(std::string_view suffix) {
    for (std::string_view known : {"s", "S", "re", "ve", "ll", "d", "m"})
      if (suffix == known) return true;
    return false;
  }

  void sign(char32_t c, std::size_t next) {
    std::size_t begin = at_;
    at_ = next;
    if (is_apostrophe(c)) return lone_apostrophe(next);
    if (is_dash(c)) return add("-");
    if (is_quote(c)) return add("\"");
    if (c == 0x2026) return add("...");
    if (text_.substr(begin).starts_with("...")) {
      at_ = begin + 3;
      return add("...");
    }
    add(std::string(text_.substr(begin, next - begin)));
  }

  // 's written for itself: `region 's`.
  void lone_apostrophe(std::size_t next) {
    std::size_t tail = next;
    while (is_letter(byte(tail))) ++tail;
    auto suffix = text_.substr(next, tail - next);
    if (!is_suffix(suffix)) return;  // a stray apostrophe
    at_ = tail;
    add(suffix_text(suffix));
  }

  void add(std::string text) { tokens_.push_back({std::move(text), false, false}); }

  std::string_view text_;
  std::size_t at_ = 0;
  Token token_;
  std::vector<Token> tokens_;
};
}  // namespace

std::vector<Token> tokens_of(std::string_view text) { return Cutter(text).run(); }

}  // namespace demarche::dsl::lowering
