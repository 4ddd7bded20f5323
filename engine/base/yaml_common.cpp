#include <utility>

#include "engine/base/yaml.hpp"

// The fast reader of the common subset. It never reports: what it does not know, it leaves to parse_full.
namespace demarche::yaml {
namespace {

struct GiveUp {};

bool is_null_word(std::string_view text) {
  return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }

class Reader {
 public:
  explicit Reader(Tree& tree) : tree_(tree), text_(tree.file->text()) {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = line_ = 3;
  }

  Node document() {
    Node node;
    if (next_content()) node = block(column(), 0);
    if (at_ < text_.size()) throw GiveUp{};
    return node;
  }

 private:
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\n'; }
  std::size_t column() const { return at_ - line_; }
  bool at_line_end() const { return at_ >= text_.size() || text_[at_] == '\n' || text_[at_] == '\r'; }
  Span span_from(std::size_t begin) const { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)}; }
  // A sign that is one only before a blank: `-`, `:`.
  bool is_sign(char sign) const { return peek() == sign && (is_blank(peek(1)) || peek(1) == '\n' || peek(1) == '\r'); }

  void skip_blanks() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    if (at_ < text_.size() && text_[at_] == '\t') throw GiveUp{};
  }

  // From the end of a value to the line end; a comment may stand there.
  void finish_line() {
    std::size_t before = at_;
    skip_blanks();
    if (!at_line_end() && !(peek() == '#' && at_ > before)) throw GiveUp{};
    skip_to_line_end();
  }

  void skip_to_line_end() {
    std::size_t end = text_.find('\n', at_);
    at_ = end == std::string_view::npos ? text_.size() : end;
  }

  // Moves from a line end (or a line start) to the next line with content, at its first sign. False at the end.
  bool next_content() {
    while (at_ < text_.size()) {
      if (text_[at_] == '\r' && peek(1) == '\n') ++at_;
      if (text_[at_] == '\n') line_ = ++at_;
      skip_blanks();
      if (at_ >= text_.size()) return false;
      if (text_[at_] == '#') skip_to_line_end();
      if (at_line_end()) continue;
      bool marker = column() == 0 && (text_.substr(at_).starts_with("---") || text_.substr(at_).starts_with("..."));
      if (marker || (column() == 0 && text_[at_] == '%')) throw GiveUp{};
      return true;
    }
    return false;
  }

  // Any block node that begins here; `at_` ends at the first sign of the line after it, or at the end.
  Node block(std::size_t indent, std::size_t depth) {
    if (depth >= deepest) throw GiveUp{};
    if (is_sign('-')) return block_sequence(indent, depth);
    std::size_t begin = at_;
    Node first = inline_value(false, depth);
    if (is_sign(':')) return block_map(std::move(first), begin, indent, depth);
    finish_line();
    next_content();
    return first;
  }

  Node block_sequence(std::size_t indent, std::size_t depth) {
    Node node{Kind::sequence, span_from(at_), {}, {}};
    while (at_ < text_.size() && column() == indent && is_sign('-')) {
      ++at_;
      node.items.push_back(after_sign(indent, false, depth));
    }
    if (at_ < text_.size() && column() > indent) throw GiveUp{};
    return node;
  }

  Node block_map(Node key, std::size_t begin, std::size_t indent, std::size_t depth) {
    Node node{Kind::map, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin)}, {}, {}};
    for (;;) {
      constexpr std::uint32_t longest_key = 1000;  // YAML's own limit is 1024
      if (key.kind != Kind::scalar || !is_sign(':') || key.span.size() > longest_key) throw GiveUp{};
      ++at_;
      node.items.push_back(std::move(key));
      node.items.push_back(after_sign(indent, true, depth));
      if (at_ >= text_.size() || column() < indent) return node;
      if (column() > indent) throw GiveUp{};
      if (is_sign('-')) return node;
      key = inline_value(false, depth);
    }
  }

  // What follows `- ` or `key:`, on this line or on the next ones.
  Node after_sign(std::size_t indent, bool in_map, std::size_t depth) {
    std::size_t here = at_;
    skip_blanks();
    if (at_line_end() || peek() == '#') {
      skip_to_line_end();
      if (!next_content()) return null_at(here);
      if (column() > indent || (in_map && column() == indent && is_sign('-'))) return block(column(), depth + 1);
      return null_at(here);
    }
    if (!in_map) return block(column(), depth + 1);
    Node value = inline_value(false, depth + 1);
    if (is_sign(':')) throw GiveUp{};
    finish_line();
    if (next_content() && column() > indent) throw GiveUp{};
    return value;
  }

  static Node null_at(std::size_t at) {
    return {Kind::null, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at)}, {}, {}};
  }

  Node inline_value(bool in_flow, std::size_t depth) {
    if (depth >= deepest) throw GiveUp{};
    switch (peek()) {
      case '[':
        return flow_sequence(depth);
      case '{':
        return flow_map(depth);
      case '"':
        return double_quoted();
      case '\'':
        return single_quoted();
      default:
        return plain(in_flow);
    }
  }

  // Blanks, line ends and comments between the parts of a bracketed collection.
  void skip_flow_space() {
    for (;;) {
      std::size_t before = at_;
      skip_blanks();
      if (at_ >= text_.size()) throw GiveUp{};
      if (peek() == '#' && (at_ > before || at_ == line_)) skip_to_line_end();
      if (!at_line_end()) return;
      if (peek() == '\r') ++at_;
      if (peek() != '\n' || at_ >= text_.size()) throw GiveUp{};
      line_ = ++at_;
    }
  }

  // True when the collection goes on, false at its end.
  bool flow_comma(char close) {
    skip_flow_space();
    if (peek() == close) return ++at_, false;
    if (peek() != ',') throw GiveUp{};
    ++at_;
    skip_flow_space();
    if (peek() != close) return true;
    return ++at_, false;
  }

  Node flow_sequence(std::size_t depth) {
    std::size_t begin = at_++;
    Node node{Kind::sequence, {}, {}, {}};
    skip_flow_space();
    bool more = peek() != ']' || (++at_, false);
    while (more) {
      node.items.push_back(inline_value(true, depth + 1));
      more = flow_comma(']');
    }
    node.span = span_from(begin);
    return node;
  }

  Node flow_map(std::size_t depth) {
    std::size_t begin = at_++;
    Node node{Kind::map, {}, {}, {}};
    skip_flow_space();
    bool more = peek() != '}' || (++at_, false);
    while (more) {
      node.items.push_back(inline_value(true, depth + 1));
      if (node.items.back().kind != Kind::scalar || !is_sign(':')) throw GiveUp{};
      ++at_;
      skip_flow_space();
      if (peek() == ',' || peek() == '}') throw GiveUp{};
      node.items.push_back(inline_value(true, depth + 1));
      more = flow_comma('}');
    }
    node.span = span_from(begin);
    return node;
  }

  Node double_quoted() {
    std::size_t begin = at_++;
    std::size_t end = text_.find_first_of("\"\\\n\r", at_);
    bool plainly = end != std::string_view::npos && text_[end] == '"';
    return plainly ? scalar(begin, text_.substr(at_, end - at_), end + 1) : unescaped(begin, '\\', '"');
  }

  Node single_quoted() {
    std::size_t begin = at_++;
    std::size_t end = text_.find_first_of("'\n\r", at_);
    bool plainly = end != std::string_view::npos && text_[end] == '\'' && (end + 1 >= text_.size() || text_[end + 1] != '\'');
    return plainly ? scalar(begin, text_.substr(at_, end - at_), end + 1) : unescaped(begin, '\'', '\'');
  }

  // A quoted text with '' or with \" and \\; other escapes and line ends are left to yaml-cpp.
  Node unescaped(std::size_t begin, char escape, char quote) {
    std::string value;
    for (; at_ < text_.size() && text_[at_] != '\n' && text_[at_] != '\r'; ++at_) {
      char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\n';
      bool escaped = text_[at_] == escape && (next == quote || next == escape);
      if (escaped)
        ++at_;
      else if (text_[at_] == quote)
        return scalar(begin, tree_.owned.emplace_back(std::move(value)), at_ + 1);
      else if (text_[at_] == escape)
        break;
      value += text_[at_];
    }
    throw GiveUp{};
  }

  Node plain(bool in_flow) {
    constexpr std::string_view not_first = ",[]{}#&*!|>'\"%@`";
    if (at_line_end() || not_first.find(peek()) != std::string_view::npos) throw GiveUp{};
    if ((peek() == '-' || peek() == '?' || peek() == ':') && (at_ + 1 >= text_.size() || is_blank(peek(1)) ||
                                                             peek(1) == '\n' || peek(1) == '\r' || in_flow))
      throw GiveUp{};
    std::size_t begin = at_, end = at_;
    for (; !at_line_end(); ++at_) {
      char c = text_[at_];
      if (c == ':' && ends_plain_at_colon(in_flow)) break;
      if (c == '#' && is_blank(text_[at_ - 1])) break;
      if (in_flow && (c == ',' || c == ']' || c == '}' || c == '[' || c == '{')) break;
      if (c == '\t') throw GiveUp{};
      if (c != ' ') end = at_ + 1;
    }
    std::string_view value = text_.substr(begin, end - begin);
    Node node = scalar(begin, value, end);
    if (is_null_word(value)) node.kind = Kind::null, node.text = {};
    return node;
  }

  bool ends_plain_at_colon(bool in_flow) const {
    if (is_sign(':')) return true;
    constexpr std::string_view flow_signs = ",[]{}";
    if (in_flow && flow_signs.find(peek(1)) != std::string_view::npos) throw GiveUp{};
    return false;
  }

  Node scalar(std::size_t begin, std::string_view value, std::size_t end) {
    at_ = end;
    return {Kind::scalar, span_from(begin), value, {}};
  }

  Tree& tree_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 0;  // where the line of `at_` starts
};

}  // namespace

std::optional<Tree> parse_common(const std::shared_ptr<const SourceFile>& file) {
  Tree tree;
  tree.file = file;
  try {
    tree.root = Reader(tree).document();
  } catch (const GiveUp&) {
    return std::nullopt;
  }
  return tree;
}

}  // namespace demarche::yaml
