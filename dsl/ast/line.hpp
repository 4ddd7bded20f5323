#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/ast/ast.hpp"
#include "dsl/messages/say.hpp"
#include "dsl/syntax/tree.hpp"
#include "engine/base/diagnostic.hpp"

// Reading one line of a rule file from left to right. Not part of the public face of ast/.
namespace demarche::dsl::ast {

using syntax::NodeIndex;
using syntax::NodeKind;
using Cells = std::vector<NodeIndex>;

// What the whole of ast/ shares while one file is read.
struct Context {
  const syntax::Tree& tree;
  Diagnostics& diagnostics;

  Diagnostic& report(DiagnosticId id, std::string message, Span span) const {
    return diagnostics.add(id, std::move(message), tree.file(), span);
  }
};

class Line {
 public:
  Line(Context context, NodeIndex line);

  const Context& context() const { return context_; }
  Span span() const { return span_; }
  bool at_end() const { return at_ >= cells_.size(); }
  NodeKind kind(std::size_t ahead = 0) const;
  // The text of the cell when it is a word, else empty.
  std::string_view word(std::size_t ahead = 0) const;
  std::string_view raw(std::size_t ahead = 0) const;
  Span here() const;  // the span of the next cell; behind the line's last cell at its end
  void skip() { ++at_; }
  bool skip_word(std::string_view expected);
  bool skip_kind(NodeKind expected);

  // A word that may serve as a name; reports `missing-name` when there is none. `what` completes "here stands ...".
  Name name(std::string_view what);
  std::optional<Name> string();  // the contents of a quoted string, with its span
  // `A, B and C` up to the end of the line or to a word that `stop` names.
  std::vector<Name> names(std::string_view what);
  // The same, and classes of actors among them, with their brackets: `IRN, <actor in EU>`.
  std::vector<Name> names_and_classes(std::string_view what);
  // strongly | plainly | weakly, if that comes next.
  std::optional<program::Strength> adverb();
  // Reports what is left on the line, if something is.
  void expect_end();

  Cells rest();                          // the cells left; the line is at its end afterwards
  Cells cells_until(std::size_t index);  // the cells before that index, which becomes the next one
  std::size_t index() const { return at_; }
  std::size_t size() const { return cells_.size(); }
  NodeIndex cell(std::size_t i) const { return cells_[i]; }

 private:
  Name before_full_stop();

  Context context_;
  Cells cells_;
  Span span_;
  std::size_t at_ = 0;
};

// The contents of a string or text cell, without quotes; texts without their common indentation.
std::string string_contents(const syntax::Tree& tree, NodeIndex cell);
bool is_string(NodeKind kind);
// Words of letters, digits and hyphens that begin with a letter.
bool is_identifier(std::string_view text);

}  // namespace demarche::dsl::ast
