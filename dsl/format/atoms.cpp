#include "dsl/format/atoms.hpp"

#include <utility>

#include "dsl/format/columns.hpp"

namespace demarche::dsl::format {

namespace {
using syntax::NodeIndex;
using syntax::NodeKind;
using syntax::Tree;
using Kind = Atom::Kind;

// Walks the cells of a line, brackets included, and remembers what stood between them.
class Collector {
 public:
  explicit Collector(const Tree& tree) : tree_(tree) {}

  std::vector<Atom> run(NodeIndex line, bool free_words) {
    const auto cells = tree_.children(line);
    end_ = tree_[line].span.begin;
    for (NodeIndex cell : cells) {
      if (free_words && cell != cells.front()) {
        Span rest{tree_[cell].span.begin, content_end(tree_, line)};
        push(Kind::plain, std::string(tree_.text(rest)), rest, 0);
        atoms_.back().space = !touches_ || !clings(tree_, cell);
        break;
      }
      add(cell, 0);
    }
    return std::move(atoms_);
  }

  // Whether a line ended before atom i, counting the way round a bar that closed the line before.
  bool broken_before(std::size_t i) const { return newline_[i]; }

 private:
  void add(NodeIndex cell, std::size_t depth) {
    const auto& node = tree_[cell];
    if (node.kind == NodeKind::group || node.kind == NodeKind::brackets) return bracket(cell, depth);
    std::size_t before = atoms_.size();
    push(kind_of(node.kind), cell_text(tree_, cell), node.span, depth);
    Atom& atom = atoms_[before];
    if (atom.kind == Kind::comment) {
      atom.text = comment_text(tree_.text(cell));
      atom.alone = newline_[before];
      // The bar goes to the row of what follows it.
      if (before > 0 && atoms_[before - 1].kind == Kind::bar) {
        std::swap(atoms_[before], atoms_[before - 1]);
        bool was = newline_[before];
        newline_[before] = newline_[before - 1];
        newline_[before - 1] = was;
      }
      return;
    }
    if (node.kind == NodeKind::question) atom.space = false;
    if (clings(tree_, cell)) atom.space = !touches_;
  }

  void bracket(NodeIndex cell, std::size_t depth) {
    Span span = tree_[cell].span;
    bool square = tree_[cell].kind == NodeKind::brackets;
    push(Kind::open, square ? "[" : "(", {span.begin, span.begin + 1}, depth);
    atoms_.back().square = square;
    for (NodeIndex child : tree_.children(cell)) add(child, depth + 1);
    push(Kind::close, square ? "]" : ")", {span.end - 1, span.end}, depth);
    atoms_.back().square = square;
  }

  void push(Kind kind, std::string text, Span span, std::size_t depth) {
    auto between = tree_.text(Span{end_, span.begin});
    touches_ = between.empty();
    newline_.push_back(between.find('\n') != std::string_view::npos);
    end_ = span.end;
    Atom atom;
    atom.kind = kind;
    atom.text = std::move(text);
    atom.depth = depth;
    atoms_.push_back(std::move(atom));
  }

  static Kind kind_of(NodeKind kind) {
    switch (kind) {
      case NodeKind::bar:
        return Kind::bar;
      case NodeKind::comma:
        return Kind::comma;
      case NodeKind::equals:
        return Kind::equals;
      case NodeKind::comment:
        return Kind::comment;
      default:
        return Kind::plain;
    }
  }

  const Tree& tree_;
  std::vector<Atom> atoms_;
  std::vector<bool> newline_;  // of each atom: a line ended before it
  std::uint32_t end_ = 0;
  bool touches_ = false;  // nothing stood between the last atom and the one before
};

bool space_between(const Atom& before, const Atom& atom) {
  if (before.kind == Kind::open) return before.square;
  if (atom.kind == Kind::close) return atom.square;
  if (atom.kind == Kind::comma) return false;
  if (before.kind == Kind::bar || before.kind == Kind::comma || before.kind == Kind::equals) return true;
  return atom.space;
}

// A name behind a comma may begin a row unless the parser would take it for the next statement.
bool may_follow_line_end(const std::vector<Atom>& atoms, std::size_t i) {
  if (!begins_a_statement(atoms[i].text)) return true;
  return i + 1 < atoms.size() && atoms[i + 1].kind == Kind::comma;
}

void find_breaks(std::vector<Atom>& atoms, const Collector& source, std::size_t keywords) {
  for (std::size_t i = 1; i < atoms.size(); ++i) {
    Atom& atom = atoms[i];
    const Atom& before = atoms[i - 1];
    bool ended = source.broken_before(i);
    if (atom.kind == Kind::bar) {
      bool ended_behind = i + 1 < atoms.size() && atoms[i + 1].kind != Kind::bar && source.broken_before(i + 1);
      atom.must_break = ended || ended_behind;
      atom.may_break = i > keywords && before.kind != Kind::open && before.kind != Kind::equals;
    } else if (before.kind == Kind::comma) {
      atom.may_break = may_follow_line_end(atoms, i);
      atom.must_break = ended && atom.may_break;
    }
    if (atom.kind == Kind::comment) atom.must_break = atom.alone;
    if (before.kind == Kind::comment) atom.must_break = true;
  }
}
}  // namespace

std::vector<Atom> atoms_of(const Tree& tree, NodeIndex line, std::size_t keywords, bool free_words) {
  Collector collector(tree);
  auto atoms = collector.run(line, free_words);
  for (std::size_t i = 1; i < atoms.size(); ++i) atoms[i].space = space_between(atoms[i - 1], atoms[i]);
  find_breaks(atoms, collector, keywords);
  return atoms;
}

}  // namespace demarche::dsl::format
