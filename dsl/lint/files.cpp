#include "dsl/lint/checks.hpp"

// Imports, comments, empty files.
namespace demarche::dsl::linting {

namespace {
using syntax::NodeKind;

// The whole statement `import "x"`, with its line when it has one to itself.
std::optional<Fix> removal(const syntax::Tree& tree, const ast::Import& import) {
  for (auto item : tree.children(0)) {
    Span span = tree[item].span;
    if (import.target.span.begin < span.begin || import.target.span.end > span.end) continue;
    auto whole = whole_lines(*tree.file(), span);
    if (whole) return Fix{*whole, ""};
  }
  return std::nullopt;
}

std::string folder_of(std::string target) {
  while (target.ends_with('/')) target.pop_back();
  return target + "/";
}

void check_imports(Context& context, const resolve::Unit& unit) {
  const auto& imports = unit.ast.imports;
  const auto& tree = context.tree(unit.path);
  for (std::size_t i = 0; i < imports.size(); ++i)
    for (std::size_t j = 0; j < imports.size(); ++j) {
      const auto &own = imports[i].target, &other = imports[j].target;
      bool same = folder_of(own.text) == folder_of(other.text) && j < i;
      bool part = own.text.starts_with(folder_of(other.text)) && folder_of(own.text) != folder_of(other.text);
      if (!same && !part) continue;
      auto& d = context.report(
          same ? DiagnosticId::repeated_import : DiagnosticId::covered_import,
          same ? say("`", own.text, "` is imported twice") : say("`", other.text, "` brings `", own.text, "` along"),
          unit.ast.source, own.span);
      d.secondary.push_back({unit.ast.source, other.span, same ? "here first" : "here"});
      d.help = "take this line away";
      if (auto fix = removal(tree, imports[i])) d.fixes.push_back(*fix);
      break;
    }
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

void check_comments(Context& context, const resolve::Unit& unit) {
  const auto& tree = context.tree(unit.path);
  for (syntax::NodeIndex i = 0; i < tree.nodes().size(); ++i) {
    if (tree[i].kind != NodeKind::comment) continue;
    auto text = tree.text(i);
    for (std::string_view word : {"TODO", "FIXME", "XXX"}) {
      auto at = text.find(word);
      if (at == std::string_view::npos) continue;
      if (is_letter(text[at - 1]) || (at + word.size() < text.size() && is_letter(text[at + word.size()]))) continue;
      auto begin = tree[i].span.begin + static_cast<std::uint32_t>(at);
      auto& d = context.report(DiagnosticId::todo_comment, "something is still to be done here", unit.ast.source,
                               {begin, tree[i].span.end});
      d.help = "do it, or write a test with `expect todo`, which says so when it is done";
      break;
    }
  }
}

bool is_empty(const ast::File& file) {
  return file.imports.empty() && file.phrases.empty() && file.issues.empty() && file.stances.empty() &&
         file.turns.empty() && file.constructions.empty() && file.words.empty() && file.groups.empty() &&
         file.rules.empty() && file.matrices.empty() && file.tests.empty();
}

void check_content(Context& context, const resolve::Unit& unit) {
  if (!is_empty(unit.ast)) return;
  auto& d = context.report(DiagnosticId::empty_file, "this file has no statement", unit.ast.source, {0, 0});
  d.help = "write something into it, or delete it";
}
}  // namespace

void check_files(Context& context) {
  for (const auto& unit : context.units()) {
    if (!context.is_linted(unit.path)) continue;
    check_imports(context, unit);
    check_comments(context, unit);
    check_content(context, unit);
  }
}

}  // namespace demarche::dsl::linting
