#include "dsl/ast/pattern.hpp"

// What stands on a line besides its pattern: neighbours, `within`, `and`.
namespace demarche::dsl::ast {

namespace {
bool is_word(const Context& context, NodeIndex cell, std::string_view text) {
  return context.tree[cell].kind == NodeKind::word && context.tree.text(cell) == text;
}

// Where the next qualifier begins, or the end of the line.
std::size_t next_qualifier(const Line& line, std::size_t from) {
  for (std::size_t i = from; i < line.size(); ++i) {
    bool side = is_word(line.context(), line.cell(i), "after") || is_word(line.context(), line.cell(i), "before");
    bool negated =
        is_word(line.context(), line.cell(i), "not") && i + 1 < line.size() &&
        (is_word(line.context(), line.cell(i + 1), "after") || is_word(line.context(), line.cell(i + 1), "before"));
    if (side || negated) return i;
  }
  return line.size();
}

std::optional<program::Scope> scope_of(std::string_view name) {
  if (name == "clause") return program::Scope::clause;
  if (name == "sentence") return program::Scope::sentence;
  if (name == "paragraph") return program::Scope::paragraph;
  if (name == "passage") return program::Scope::passage;
  if (name == "document") return program::Scope::document;
  return std::nullopt;
}

// `within paragraph` at the end of the line; the line is at its end afterwards.
std::optional<program::Scope> read_scope(Line& line) {
  line.skip();
  auto scope = scope_of(line.word());
  if (!scope) {
    auto& diagnostic = line.context().report(DiagnosticId::bad_scope, "`within` needs a stretch of text", line.here());
    suggest(diagnostic, line.word(), {"clause", "sentence", "paragraph", "passage", "document"});
    diagnostic.notes.push_back("it is one of clause, sentence, paragraph, passage, document");
  }
  if (!line.at_end()) line.skip();
  line.expect_end();
  return scope;
}
// `about x within sentence`: only conditions have a stretch of text.
void refuse_scope(const Line& line) {
  if (line.size() < line.index() + 3) return;
  const Context& context = line.context();
  NodeIndex last = line.cell(line.size() - 1);
  bool scoped = is_word(context, line.cell(line.size() - 2), "within") && context.tree[last].kind == NodeKind::word &&
                scope_of(context.tree.text(last));
  if (!scoped) return;
  Span where{context.tree[line.cell(line.size() - 2)].span.begin, context.tree[last].span.end};
  context.report(DiagnosticId::bad_scope, "this line has no `within`", where).help =
      "`within` goes with `needs`, `after`, `when` and `unless`; for the words themselves write them in quotes";
}
}  // namespace

Pattern rest_as_pattern(Line& line, NotIs not_is) {
  refuse_scope(line);
  Span where = line.here();
  return build_pattern(line.context(), line.rest(), where, not_is);
}

Pattern pattern_and_qualifiers(Line& line, std::vector<Qualifier>& qualifiers) {
  refuse_scope(line);
  Span where = line.here();
  Pattern pattern = build_pattern(line.context(), line.cells_until(next_qualifier(line, line.index())), where);
  while (!line.at_end()) {
    Qualifier qualifier;
    qualifier.negated = line.skip_word("not");
    qualifier.side = line.word() == "after" ? program::Neighbour::Side::after : program::Neighbour::Side::before;
    line.skip();
    where = line.here();
    qualifier.pattern = build_pattern(line.context(), line.cells_until(next_qualifier(line, line.index())), where);
    qualifiers.push_back(std::move(qualifier));
  }
  return pattern;
}

Condition condition(Line& line, bool several) {
  Condition found;
  found.span = line.span();
  const Context& context = line.context();
  std::size_t end = line.index();
  while (end < line.size() && !is_word(context, line.cell(end), "within")) ++end;
  bool more = true;
  while (more) {
    std::size_t stop = line.index();
    while (stop < end && !(several && is_word(context, line.cell(stop), "and"))) ++stop;
    Span where = line.here();
    found.patterns.push_back(build_pattern(context, line.cells_until(stop), where));
    more = stop < end;
    if (more) line.skip();
  }
  found.has_within = !line.at_end();
  if (found.has_within) found.scope = read_scope(line);
  return found;
}

}  // namespace demarche::dsl::ast
