#include "dsl/lint/checks.hpp"
#include "dsl/lint/walk.hpp"

// Brackets, question marks and lists of alternatives, as they were written.
namespace demarche::dsl::linting {

namespace {
using Kind = model::Expr::Kind;
using syntax::NodeKind;

constexpr std::size_t most_alternatives = 16;

void check_optional(Context& context, const Site& site, const model::Expr& expr) {
  if (expr.kind != Kind::optional || expr.children[0].kind == Kind::phrase) return;
  if (!may_be_empty(context, expr.children[0])) return;
  Span mark{expr.span.end - 1, expr.span.end};
  auto& d = context.report(DiagnosticId::double_optional, "this may be left out already", site.file(), mark);
  d.secondary.push_back({site.file(), expr.children[0].span, "all of it may be left out"});
  d.help = "take the `?` away";
  if (text_at(*site.file(), mark) == "?") d.fixes.push_back({mark, ""});
}

// Only what stands between other words: a list at the head or at the end of a pattern is easy to read.
void check_length(Context& context, const Site& site, const model::Expr& sequence) {
  const auto& parts = sequence.children;
  for (std::size_t i = 1; i + 1 < parts.size(); ++i) {
    if (parts[i].kind != Kind::choice || parts[i].children.size() <= most_alternatives) continue;
    auto& d =
        context.report(DiagnosticId::long_alternation,
                       say(std::to_string(parts[i].children.size()), " alternatives stand in the middle of a pattern"),
                       site.file(), {parts[i].span.begin, parts[i].children[0].span.end});
    d.help = "give the list a name: `phrase NAME = a | b | c`, and write `<NAME>` here";
  }
}

class Brackets {
 public:
  Brackets(Context& context, const syntax::Tree& tree) : context_(context), tree_(tree) {}

  void run() {
    for (syntax::NodeIndex i = 0; i < tree_.nodes().size(); ++i)
      if (tree_[i].kind == NodeKind::group) check(i);
  }

 private:
  char byte(std::uint32_t at) const {
    auto text = tree_.file()->text();
    return at < text.size() ? text[at] : '\n';
  }
  static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

  // One word, or one more bracket, or a string that no `?` and no form hangs on.
  bool holds_one_thing(const std::vector<syntax::NodeIndex>& cells) const {
    if (cells.size() != 1) return false;
    auto kind = tree_[cells[0]].kind;
    return kind == NodeKind::word || kind == NodeKind::string || kind == NodeKind::reference || kind == NodeKind::group;
  }

  void check(syntax::NodeIndex group) {
    Span span = tree_[group].span;
    auto cells = tree_.children(group);
    if (!holds_one_thing(cells) || byte(span.end - 1) != ')') return;
    char behind = byte(span.end);
    bool hangs_on = !is_blank(behind) && behind != '?' && behind != ')' && behind != ':' && behind != '|';
    bool text_with_form = behind == ':' && tree_[cells[0]].kind != NodeKind::word;
    bool leans = !is_blank(byte(span.begin - 1)) && byte(span.begin - 1) != '(' && byte(span.begin - 1) != '|';
    if (hangs_on || text_with_form || leans) return;
    auto& d = context_.report(DiagnosticId::redundant_brackets, "these brackets group nothing", tree_.file(), span);
    d.help = say("write `", tree_.text(cells[0]), "`");
    d.fixes.push_back({{span.begin, tree_[cells[0]].span.begin}, ""});
    d.fixes.push_back({{tree_[cells[0]].span.end, span.end}, ""});
  }

  Context& context_;
  const syntax::Tree& tree_;
};
}  // namespace

void check_shape(Context& context) {
  for (const auto& site : context.sites()) {
    if (!context.is_linted(site) || site.pattern.broken) continue;
    walk(context, site.pattern.expr, {}, [&](const model::Expr& expr, const Where&) {
      check_optional(context, site, expr);
      if (expr.kind == Kind::sequence) check_length(context, site, expr);
    });
  }
  for (const auto& unit : context.units())
    if (context.is_linted(unit.path)) Brackets(context, context.tree(unit.path)).run();
}

}  // namespace demarche::dsl::linting
