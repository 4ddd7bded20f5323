#include <algorithm>

#include "dsl/lint/checks.hpp"
#include "dsl/lint/walk.hpp"

// Gaps and `not`: what stands between words and what must not.
namespace demarche::dsl::linting {

namespace {
using Kind = model::Expr::Kind;

constexpr std::uint32_t widest = 12;   // words: about as long as a clause
constexpr std::uint32_t longest = 50;  // that a gap can be

std::string gap_text(std::uint32_t limit) {
  return limit == program::unbounded_gap ? ".." : say("..", std::to_string(limit));
}

void check_width(Context& context, const Site& site, const model::Expr& expr) {
  if (expr.kind != Kind::gap || expr.limit == program::unbounded_gap || expr.limit <= widest) return;
  auto& d = context.report(DiagnosticId::wide_gap, say("a gap of ", std::to_string(expr.limit), " words"), site.file(),
                           expr.span);
  d.notes.push_back("a clause has seldom more than twelve words: what stands so far apart need not belong together");
  d.help = "write the few words that may really stand between, `..4` or `..6`; for the whole clause write `..`";
}

void check_neighbours(Context& context, const Site& site, const model::Expr& a, const model::Expr& b) {
  if (a.kind != Kind::gap || b.kind != Kind::gap) return;
  bool open = a.limit == program::unbounded_gap || b.limit == program::unbounded_gap || a.limit + b.limit > longest;
  auto one = gap_text(open ? program::unbounded_gap : a.limit + b.limit);
  Span both{a.span.begin, b.span.end};
  auto& d = context.report(DiagnosticId::adjacent_gaps, "two gaps side by side are one", site.file(), both);
  d.help = say("write `", one, "`");
  d.fixes.push_back({both, one});
}

// A gap behind which, or before which, nothing needs to stand.
void check_edges(Context& context, const Site& site, const model::Expr& sequence) {
  const auto& parts = sequence.children;
  for (std::size_t i = 1; i + 1 < parts.size(); ++i) {
    if (parts[i].kind != Kind::gap) continue;
    auto empty = [&](const model::Expr& part) { return may_be_empty(context, part); };
    auto here = parts.begin() + static_cast<std::ptrdiff_t>(i);
    bool behind = std::all_of(here + 1, parts.end(), empty);
    if (!behind && !std::all_of(parts.begin(), here, empty)) continue;
    auto& d =
        context.report(DiagnosticId::gap_beside_optional,
                       say("this gap leads nowhere when what stands ", behind ? "behind" : "before", " it is left out"),
                       site.file(), parts[i].span);
    d.help = "put the gap into the optional part as well: `settle (..6 dispute)?`, or take the `?` away";
  }
}

// `not process treaty`: what begins with "treaty" does not begin with "process".
void check_not(Context& context, const Site& site, const model::Expr& sequence) {
  const auto& parts = sequence.children;
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    if (parts[i].kind != Kind::not_here || parts[i].children.empty() || parts[i + 1].kind != Kind::word) continue;
    auto forbidden = lower_at(context, site, parts[i].children[0], {});
    auto next = lower_at(context, site, parts[i + 1], {});
    if (forbidden.empty() || next.empty()) continue;
    using NodeKind = program::Node::Kind;
    if (forbidden[0].kind != NodeKind::word || next[0].kind != NodeKind::word) continue;
    auto shared = [&](const std::string& form) {
      return std::binary_search(next[0].forms.begin(), next[0].forms.end(), form);
    };
    if (std::any_of(forbidden[0].forms.begin(), forbidden[0].forms.end(), shared)) continue;
    auto& d = context.report(DiagnosticId::not_without_effect,
                             say("`", parts[i + 1].text, "` must follow here, so that nothing else could"), site.file(),
                             parts[i].span);
    d.help = "take the `not` away, or put it at the end of the pattern, where it forbids the next word";
    d.fixes.push_back({{parts[i].span.begin, parts[i + 1].span.begin}, ""});
  }
}

// `(not able | unable) to`: meant is the word, said is "anything but `able`".
void check_lone_not(Context& context, const Site& site, const model::Expr& choice) {
  for (const auto& alternative : choice.children) {
    if (alternative.kind != Kind::not_here) continue;
    auto text = lowering::source_line(text_at(*site.file(), alternative.span));
    auto& d = context.report(DiagnosticId::not_alone,
                             say("`", text, "` asks for no word: anything that is not that meets the bracket"),
                             site.file(), alternative.span);
    d.help = say("write \"", text, "\" in quotes for the words themselves");
  }
}
}  // namespace

void check_gaps(Context& context) {
  for (const auto& site : context.sites()) {
    if (!context.is_linted(site) || site.pattern.broken) continue;
    walk(context, site.pattern.expr, {}, [&](const model::Expr& expr, const Where&) {
      check_width(context, site, expr);
      if (expr.kind == Kind::choice) check_lone_not(context, site, expr);
      if (expr.kind != Kind::sequence) return;
      for (std::size_t i = 0; i + 1 < expr.children.size(); ++i)
        check_neighbours(context, site, expr.children[i], expr.children[i + 1]);
      check_not(context, site, expr);
    });
    for (const auto* alternative : site.alternatives())
      if (alternative->kind == Kind::sequence) check_edges(context, site, *alternative);
  }
}

}  // namespace demarche::dsl::linting
