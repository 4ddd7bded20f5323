#include <algorithm>
#include <string>

#include "dsl/messages/say.hpp"
#include "dsl/syntax/parse.hpp"

// What the error nodes of a tree mean, in words.
namespace demarche::dsl::syntax {

namespace {
// The bytes of the character with this first byte: a curly quote has two or three.
std::size_t utf8_length(char first) { return (static_cast<unsigned char>(first) & 0xE0u) == 0xC0u ? 2 : 3; }

std::size_t closing_length(std::string_view text) {
  return (static_cast<unsigned char>(text[text.size() - 2]) & 0xE0u) == 0xC0u ? 2 : 3;
}

class Reporter {
 public:
  Reporter(const Tree& tree, Diagnostics& diagnostics) : tree_(tree), diagnostics_(diagnostics) {}

  void run() {
    for (NodeIndex i = 0; i < tree_.nodes().size(); ++i) {
      parents_.resize(std::min<std::size_t>(parents_.size(), depth(i)));
      visit(i);
      parents_.push_back(i);
    }
  }

 private:
  // The number of nodes on the way down that contain i.
  std::size_t depth(NodeIndex i) const {
    std::size_t n = parents_.size();
    while (n > 0 && tree_[parents_[n - 1]].next <= i) --n;
    return n;
  }

  Diagnostic& add(DiagnosticId id, std::string message, Span span) {
    return diagnostics_.add(id, std::move(message), tree_.file(), span);
  }

  Span first_byte(NodeIndex i) const { return {tree_[i].span.begin, tree_[i].span.begin + 1}; }
  NodeIndex parent() const { return parents_.back(); }
  Label label(Span span, std::string text) const { return {tree_.file(), span, std::move(text)}; }

  void visit(NodeIndex i) {
    switch (tree_[i].kind) {
      case NodeKind::curly_string:
        return curly_string(i);
      case NodeKind::unclosed_string:
        return unclosed_string(i);
      case NodeKind::unclosed_text:
        return unclosed_text(i);
      case NodeKind::unclosed_reference:
        return unclosed_reference();
      case NodeKind::missing_close:
        return missing_close();
      case NodeKind::missing_brace:
        return missing_brace(i);
      case NodeKind::stray_close:
        return stray_close(i);
      case NodeKind::stray_brace:
        return stray_brace(i);
      case NodeKind::nested_block:
        return nested_block(i);
      case NodeKind::too_deep:
        return too_deep(i);
      case NodeKind::stray_byte:
        return stray_byte(i);
      default:
        return;
    }
  }

  void curly_string(NodeIndex i) {
    auto& d = add(DiagnosticId::curly_quotes, "these quotes were typed by a word processor", tree_[i].span);
    d.notes.push_back("they are read as straight quotes");
    d.help = "write straight quotes: \"...\"";
    auto text = tree_.text(i);
    std::size_t first = text[0] == '"' ? 1 : utf8_length(text[0]);
    std::size_t last = text.size() - (text.back() == '"' ? 1 : closing_length(text));
    d.fixes.push_back({tree_[i].span, say("\"", text.substr(first, last - first), "\"")});
  }

  void unclosed_string(NodeIndex i) {
    auto text = tree_.text(i);
    if (text.find('\n') != std::string_view::npos) {
      auto& d = add(DiagnosticId::unclosed_string, "this string goes on over the end of its line", tree_[i].span);
      d.help = "put a text of several lines between `\"\"\"` and `\"\"\"`";
      d.fixes.push_back({tree_[i].span, say("\"\"", text, "\"\"")});
      return;
    }
    auto& d = add(DiagnosticId::unclosed_string, "this string has no closing quote", tree_[i].span);
    d.help = "close it with `\"` on the same line; a text of several lines stands between `\"\"\"` and `\"\"\"`";
  }

  void unclosed_text(NodeIndex i) {
    Span opening{tree_[i].span.begin, tree_[i].span.begin + 3};
    add(DiagnosticId::unclosed_text, "this text has no end", opening).help = "write `\"\"\"` behind its last word";
  }

  void unclosed_reference() {
    auto& d = add(DiagnosticId::unclosed_reference, "this `<` has no `>`", tree_[parent()].span);
    d.help = "write the name between `<` and `>`: `<foreign-forces>`; for the sign itself write `\"<\"`";
  }

  void missing_close() {
    bool round = tree_.file()->text()[tree_[parent()].span.begin] == '(';
    std::string close = round ? "`)`" : "`]`";
    auto& d = add(DiagnosticId::unclosed_bracket, "this bracket is not closed", first_byte(parent()));
    d.help = "write " + close + " where it ends";
  }

  void missing_brace(NodeIndex i) {
    auto& d = add(DiagnosticId::missing_brace, "this block has no closing brace", first_byte(parent()));
    bool at_end = tree_[i].span.begin >= tree_.file()->text().size();
    auto where = tree_[i].span;
    if (!at_end) d.secondary.push_back(label({where.begin, where.begin + 1}, "it is taken to end before this"));
    d.help = "write `}` at the end of the block";
  }

  void stray_close(NodeIndex i) {
    if (deep_line_ != 0 && line(i) == deep_line_) return;  // a consequence of too_deep
    auto sign = std::string(tree_.text(i));
    auto& d = add(DiagnosticId::stray_bracket, say("this `", sign, "` closes nothing"), tree_[i].span);
    d.help = say("take it away, or write its opening bracket; for the sign itself write `\"", sign, "\"`");
  }

  void stray_brace(NodeIndex i) {
    bool opens = tree_.text(i) == "{";
    auto& d = add(DiagnosticId::stray_brace, opens ? "this `{` belongs to no statement" : "this `}` closes nothing",
                  tree_[i].span);
    d.help = opens ? "write what the block is before it: `issue sanctions {`"
                   : "take it away, or look for a `{` that is missing";
  }

  void nested_block(NodeIndex i) {
    auto& d = add(DiagnosticId::nested_block, "a block cannot stand inside a block", first_byte(i));
    for (auto p = parents_.rbegin(); p != parents_.rend(); ++p) {
      if (tree_[*p].kind != NodeKind::block) continue;
      d.secondary.push_back(label(first_byte(*p), "this block is still open"));
      break;
    }
    d.help = "if the block before it should have ended, write its `}`";
  }

  void too_deep(NodeIndex i) {
    if (line(i) == deep_line_) return;
    deep_line_ = line(i);
    auto& d = add(DiagnosticId::nested_too_deep, "brackets are nested more than 64 deep", tree_[i].span);
    d.help = "give the inner parts names: `phrase NAME = ...`";
  }

  void stray_byte(NodeIndex i) {
    add(DiagnosticId::stray_character, "a control character has no meaning here", tree_[i].span).help = "take it away";
  }

  std::uint32_t line(NodeIndex i) const { return tree_.file()->position(tree_[i].span.begin).line; }

  const Tree& tree_;
  Diagnostics& diagnostics_;
  std::vector<NodeIndex> parents_;
  std::uint32_t deep_line_ = 0;
};
}  // namespace

void report_errors(const Tree& tree, Diagnostics& diagnostics) { Reporter(tree, diagnostics).run(); }

}  // namespace demarche::dsl::syntax
