#include "tests/unit/format/mutate.hpp"

#include <algorithm>

#include "dsl/format/columns.hpp"
#include "dsl/format/statement.hpp"

namespace demarche::test {

namespace {
using dsl::syntax::NodeIndex;
using dsl::syntax::NodeKind;
using dsl::syntax::Tree;

class Untidy {
 public:
  Untidy(const Tree& tree, std::mt19937& random) : tree_(tree), random_(random) {}

  std::string run() {
    for (NodeIndex child : tree_.children(0)) {
      if (tree_[child].kind == NodeKind::comment)
        out_.append(tree_.text(child)).append("\n");
      else
        item(child);
      if (one_in(4)) out_ += one_in(2) ? "\n\n\n" : "  # between\n\t\n";
    }
    if (!out_.empty() && out_.back() == '\n' && one_in(3)) out_.pop_back();
    return std::move(out_);
  }

 private:
  bool one_in(unsigned n) { return random_() % n == 0; }
  const char* blanks() {
    constexpr const char* some[] = {" ", "  ", "\t", " \t ", "\u00A0", "       "};
    return some[random_() % std::size(some)];
  }
  const char* maybe_blanks() { return one_in(2) ? "" : blanks(); }
  // What ends a line within a statement that goes on.
  std::string line_end() {
    std::string end = maybe_blanks();
    if (one_in(4)) end += "# said between";
    end += "\n";
    if (one_in(6)) end += std::string(maybe_blanks()) + "# on a line of its own\n";
    return end + maybe_blanks();
  }

  void item(NodeIndex node) {
    const auto parts = tree_.children(node);
    line(parts.front());
    if (tree_[parts.back()].kind != NodeKind::block) {
      out_ += one_in(5) ? "   # behind\n" : "\n";
      return;
    }
    for (std::size_t i = 1; i + 1 < parts.size(); ++i) out_.append(" ").append(tree_.text(parts[i])).append("\n");
    out_ += one_in(4) ? line_end() : maybe_blanks();
    block(parts.back());
  }

  void block(NodeIndex node) {
    out_ += "{";
    const auto lines = tree_.children(node);
    bool open = false;  // a line has begun
    if (lines.size() > 1 || one_in(2)) out_ += one_in(5) ? "  # at the brace\n" : "\n", open = true;
    for (NodeIndex child : lines) {
      out_ += maybe_blanks();
      if (tree_[child].kind == NodeKind::comment) {
        out_.append(tree_.text(child)).append("\n");
        continue;
      }
      // At the margin the keyword of a statement would end the block.
      if (open) out_ += " ";
      line(child);
      if (lines.size() > 1 || one_in(2)) {
        out_ += one_in(6) ? " # behind a line\n" : "\n";
        if (one_in(5)) out_ += "  \n\n";
      }
    }
    out_ += maybe_blanks();
    out_ += one_in(5) ? "}   # closed\n" : "}\n";
  }

  void line(NodeIndex node) {
    const auto cells = tree_.children(node);
    for (std::size_t i = 0; i < cells.size(); ++i) cell(cells, i, 0);
  }

  void cell(const std::vector<NodeIndex>& cells, std::size_t i, std::size_t depth) {
    NodeIndex node = cells[i];
    if (tree_[node].kind == NodeKind::comment) {
      out_.append(" ").append(tree_.text(node)).append("\n ");
      return;
    }
    if (i > 0) between(cells[i - 1], node, depth, i + 1 < cells.size() ? tree_[cells[i + 1]].kind : NodeKind::file);
    if (tree_[node].kind != NodeKind::group && tree_[node].kind != NodeKind::brackets) {
      out_ += tree_.text(node);
      return;
    }
    auto text = tree_.text(node);
    out_.append(text.substr(0, 1)).append(maybe_blanks());
    const auto inside = tree_.children(node);
    for (std::size_t k = 0; k < inside.size(); ++k) cell(inside, k, depth + 1);
    out_.append(maybe_blanks()).append(text.substr(text.size() - 1));
  }

  void between(NodeIndex before, NodeIndex node, std::size_t depth, NodeKind behind) {
    auto kind = tree_[node].kind;
    if (tree_[before].kind == NodeKind::comment) return;
    bool touched = tree_[before].span.end == tree_[node].span.begin;
    if (dsl::format::clings(tree_, node)) {
      out_ += touched ? "" : blanks();
      return;
    }
    bool bar = kind == NodeKind::bar;
    bool keyword = dsl::format::begins_a_statement(tree_.text(node));
    // A line within brackets may begin with every word that begins no statement.
    if ((bar || (depth > 0 && !keyword && kind != NodeKind::text)) && one_in(8)) {
      out_ += line_end();
      return;
    }
    if (tree_[before].kind == NodeKind::comma && !keyword && behind == NodeKind::comma && one_in(3)) {
      out_ += line_end();
      return;
    }
    bool loose = bar || tree_[before].kind == NodeKind::bar || kind == NodeKind::question || kind == NodeKind::comma ||
                 kind == NodeKind::equals || tree_[before].kind == NodeKind::equals;
    out_ += loose ? maybe_blanks() : blanks();
  }

  const Tree& tree_;
  std::mt19937& random_;
  std::string out_;
};
}  // namespace

std::string with_other_layout(const Tree& tree, std::mt19937& random) { return Untidy(tree, random).run(); }

std::string with_mistakes(std::string text, std::mt19937& random) {
  constexpr std::string_view signs[] = {"(",  ")",      "[",    "]",      "{",      "}",        "<",     ">",
                                        "\"", "\"\"\"", "|",    "?",      "#",      ",",        "=",     "..",
                                        "\n", "\n\n",   " ",    "\u201C", "\u201D", ":",        "'",     "-",
                                        "\t", "\r",     "\x01", "\n|",    "about ", "\nissue ", "\u00A0"};
  for (auto edits = 1 + random() % 6; edits > 0 && !text.empty(); --edits) {
    auto at = random() % text.size();
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u) --at;
    auto sign = signs[random() % std::size(signs)];
    auto end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) ++end;
    switch (random() % 3) {
      case 0:
        text.erase(at, end - at);
        break;
      case 1:
        text.insert(at, sign);
        break;
      default:
        text.replace(at, end - at, sign);
    }
  }
  return text;
}

}  // namespace demarche::test
