#include "dsl/format/statement.hpp"

#include <algorithm>
#include <string>

#include "dsl/format/atoms.hpp"
#include "dsl/format/columns.hpp"

namespace demarche::dsl::format {

namespace {
using syntax::NodeIndex;
using syntax::NodeKind;
using syntax::Tree;
using Kind = Atom::Kind;

bool is_error(NodeKind kind) { return kind > NodeKind::curly_string; }

bool is_string(NodeKind kind) {
  return kind == NodeKind::string || kind == NodeKind::curly_string || kind == NodeKind::text;
}

std::string without_double_blanks(std::string_view text) {
  std::string out;
  for (char c : text) {
    bool blank = c == ' ' || c == '\t';
    if (!blank) out += c;
    if (blank && !out.empty() && out.back() != ' ') out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// One quote sign at either end, of one to three bytes.
std::string with_straight_quotes(std::string_view text) {
  auto length = [](unsigned char first) { return first < 0x80u ? 1u : (first & 0xE0u) == 0xC0u ? 2u : 3u; };
  std::size_t first = length(static_cast<unsigned char>(text.front()));
  std::size_t last = text.size() - 1;
  while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0u) == 0x80u) --last;
  std::string out = "\"";
  return out.append(text.substr(first, last - first)).append("\"");
}

// A line cut into rows.
class Rows {
 public:
  Rows(const Frame& frame, std::vector<Atom> atoms, std::size_t keywords)
      : frame_(frame), atoms_(std::move(atoms)), keywords_(keywords) {
    column_ = frame.one_line ? 0 : value_column(frame.block);
    breakable_ = std::none_of(atoms_.begin(), atoms_.end(),
                              [](const Atom& atom) { return atom.text.find('\n') != std::string::npos; });
  }

  std::vector<Row> run() {
    for (std::size_t begin = 0; begin < atoms_.size();) {
      std::size_t end = row_end(begin);
      rows_.push_back(row(begin, end));
      if (end < atoms_.size() && !atoms_[end].must_break) refill(end);
      begin = end;
    }
    find_equals();
    return std::move(rows_);
  }

 private:
  std::size_t indent_of(std::size_t first) const {
    if (first == 0) return frame_.indent;
    std::size_t to_value = frame_.block.empty() || column_ == 0 ? step : column_;
    return frame_.indent + to_value + step * atoms_[first].depth;
  }

  // Blanks before atom i of the row that begins with `first`, after `used` columns.
  std::size_t space_before(std::size_t i, std::size_t first, std::size_t used) const {
    if (i == first || !atoms_[i].space) return 0;
    if (i != keywords_ || i == 0 || column_ == 0) return 1;
    std::size_t keyword = used - frame_.indent;
    return keyword < column_ ? column_ - keyword : step;
  }

  // Where the row that begins at `begin` ends: at a break that must be, else at the best one that fits the width, else
  // at the first one there is.
  std::size_t row_end(std::size_t begin) const {
    std::size_t used = indent_of(begin);
    std::size_t best = 0;
    for (std::size_t i = begin; i < atoms_.size(); ++i) {
      const Atom& atom = atoms_[i];
      if (i > begin && atom.must_break) return too_wide(used) && best ? best : i;
      if (atom.kind == Kind::comment) return too_wide(used) && best ? best : i + 1;
      if (i > begin && atom.may_break && breakable_) {
        if (too_wide(used)) return best ? best : i;
        if (best == 0 || atom.depth <= atoms_[best].depth) best = i;
      }
      used += space_before(i, begin, used) + columns_of(atom.text);
      if (too_wide(used) && best) return best;
    }
    return atoms_.size();
  }

  // What did not fit on a row goes on in the row that was next, when both are of one list. All rows that fit stay as
  // they were written.
  void refill(std::size_t rest) {
    for (std::size_t i = rest + 1; i < atoms_.size(); ++i) {
      if (atoms_[i].kind == Kind::comment) return;
      if (!atoms_[i].must_break) continue;
      if (atoms_[i].depth == atoms_[rest].depth && atoms_[i].may_break) atoms_[i].must_break = false;
      return;
    }
  }

  static bool too_wide(std::size_t used) { return used > width; }

  Row row(std::size_t begin, std::size_t end) const {
    Row row;
    row.indent = indent_of(begin);
    std::size_t used = row.indent;
    for (std::size_t i = begin; i < end; ++i) {
      const Atom& atom = atoms_[i];
      if (atom.kind == Kind::comment) {
        row.comment = atom.text;
        break;
      }
      std::size_t space = space_before(i, begin, used);
      row.code.append(space, ' ').append(atom.text);
      used += space + columns_of(atom.text);
    }
    return row;
  }

  // Only a statement on one row lends its `=` to be aligned.
  void find_equals() {
    if (rows_.size() != 1 || !frame_.block.empty()) return;
    std::size_t at = 0;
    for (std::size_t i = 0; i < atoms_.size(); ++i) {
      at += space_before(i, 0, at);
      if (atoms_[i].kind == Kind::equals) {
        rows_[0].equals = at;
        rows_[0].family = atoms_[0].text;
        if (atoms_[0].text == "extend") rows_[0].family += " " + atoms_[1].text;
        return;
      }
      at += atoms_[i].text.size();
    }
  }

  const Frame& frame_;
  std::vector<Atom> atoms_;
  std::size_t keywords_;
  std::size_t column_ = 0;
  bool breakable_ = true;
  std::vector<Row> rows_;
};

std::string_view word_at(const Tree& tree, const std::vector<NodeIndex>& cells, std::size_t i) {
  return i < cells.size() && tree[cells[i]].kind == NodeKind::word ? tree.text(cells[i]) : std::string_view{};
}

bool has_free_words(const Tree& tree, const std::vector<NodeIndex>& cells, std::string_view block) {
  return cells.size() > 1 && takes_free_words(block, word_at(tree, cells, 0)) && !is_string(tree[cells[1]].kind);
}
// A keyword that nothing follows, or a sign at once. The parser knows a keyword by the blank behind it, when it looks
// for the end of a bracket or block that was not closed before.
bool is_bare_keyword(const Tree& tree, const std::vector<NodeIndex>& cells, bool at_margin) {
  if (!begins_a_statement(word_at(tree, cells, 0))) return false;
  if (cells.size() == 1) return true;
  auto next = tree[cells[1]].kind;
  return next == NodeKind::comma || next == NodeKind::question || (next == NodeKind::bar && at_margin);
}
}  // namespace

std::uint32_t content_end(const Tree& tree, NodeIndex node) {
  std::uint32_t end = tree[node].span.begin;
  for (NodeIndex i = node + 1; i < tree[node].next; ++i) {
    // These may end with blanks and line ends that they only looked through.
    auto kind = tree[i].kind;
    if (kind == NodeKind::line || kind == NodeKind::missing_brace) continue;
    bool open = kind == NodeKind::block && !tree.text(i).ends_with('}');
    end = std::max(end, open ? tree[i].span.begin + 1 : tree[i].span.end);
  }
  return end;
}

bool must_be_kept(const Tree& tree, NodeIndex line, std::string_view block) {
  for (NodeIndex i = line + 1; i < tree[line].next; ++i)
    if (is_error(tree[i].kind)) return true;
  if (is_bare_keyword(tree, tree.children(line), block.empty())) return true;
  // Free words over several lines are one value with its line ends.
  auto written = tree.text(Span{tree[line].span.begin, content_end(tree, line)});
  return written.find('\n') != std::string_view::npos && has_free_words(tree, tree.children(line), block);
}

std::vector<Row> lay_out(const Tree& tree, NodeIndex line, const Frame& frame) {
  const auto cells = tree.children(line);
  std::size_t keywords = keyword_words(frame.block, word_at(tree, cells, 0), word_at(tree, cells, 1));
  return Rows(frame, atoms_of(tree, line, keywords, has_free_words(tree, cells, frame.block)), keywords).run();
}

std::string cell_text(const Tree& tree, NodeIndex cell) {
  auto text = tree.text(cell);
  if (tree[cell].kind == NodeKind::curly_string) return with_straight_quotes(text);
  if (tree[cell].kind != NodeKind::reference || text.size() < 2) return std::string(text);
  return "<" + without_double_blanks(text.substr(1, text.size() - 2)) + ">";
}

bool clings(const Tree& tree, NodeIndex cell) {
  if (tree[cell].kind == NodeKind::form) return true;
  auto text = tree.text(cell);
  return tree[cell].kind == NodeKind::word &&
         (text.starts_with('-') || text.starts_with('\'') || text.starts_with("\u2019"));
}

std::string comment_text(std::string_view comment) {
  auto last = comment.find_last_not_of(" \t\r\f\v");
  return std::string(comment.substr(0, last + 1));
}

}  // namespace demarche::dsl::format
