#include <algorithm>
#include <map>

#include "dsl/lint/checks.hpp"
#include "dsl/lint/cover.hpp"
#include "dsl/lint/walk.hpp"

// Conditions of issues that hold always or never.
namespace demarche::dsl::linting {

namespace {
using Kind = program::Node::Kind;

// True when the pattern is found in every way: some stretch of its words and no gap.
bool stands_in(const program::Node& pattern, const Way& way) {
  for (std::size_t begin = 0; begin < way.size(); ++begin)
    for (std::size_t end = begin + 1; end <= way.size(); ++end) {
      Way stretch(way.begin() + static_cast<std::ptrdiff_t>(begin), way.begin() + static_cast<std::ptrdiff_t>(end));
      if (covers(pattern, {stretch})) return true;
    }
  return false;
}

bool stands_in_all(const program::Node& pattern, const program::Node& whole) {
  auto ways = ways_of(whole, 64);
  return ways && std::all_of(ways->begin(), ways->end(), [&](const Way& way) { return stands_in(pattern, way); });
}

class IssueChecker {
 public:
  IssueChecker(Context& context, const std::string& id, const std::vector<const Site*>& sites)
      : context_(context), id_(id), sites_(sites) {}

  void run() {
    for (const Site* site : sites_)
      if (site->line == Line::about || site->line == Line::deed) add_patterns(*site);
    if (patterns_.empty()) return;
    for (const Site* site : sites_) {
      if (!context_.is_linted(*site) || site->pattern.broken) continue;
      if (site->line == Line::unless) check_unless(*site);
      if (site->line == Line::needs) check_needs(*site);
    }
  }

 private:
  struct Pattern {
    const Site* site;
    const model::Expr* expr;
    program::Node node;
  };

  void add_patterns(const Site& site) {
    for (const auto* alternative : site.alternatives()) {
      auto nodes = lower_at(context_, site, *alternative, {});
      if (!nodes.empty()) patterns_.push_back({&site, alternative, std::move(nodes[0])});
    }
  }

  // An `unless` that stands in a pattern of the issue itself takes that pattern away.
  void check_unless(const Site& site) {
    for (const auto* alternative : site.alternatives()) {
      auto nodes = lower_at(context_, site, *alternative, {});
      if (nodes.empty()) continue;
      std::vector<const Pattern*> hit;
      for (const auto& pattern : patterns_)
        if (stands_in_all(nodes[0], pattern.node)) hit.push_back(&pattern);
      if (hit.empty()) continue;
      auto words = lowering::source_line(text_at(*site.file(), alternative->span));
      auto& d =
          context_.report(DiagnosticId::never_found,
                          hit.size() == patterns_.size() ? say("the issue `", id_, "` is never found")
                                                         : say("`", words, "` excludes a pattern of the issue itself"),
                          site.file(), alternative->span);
      d.secondary.push_back(
          {hit[0]->site->file(), hit[0]->expr->span, say("every match of this has `", words, "` in it")});
      d.help = "take one of the two away, or say more exactly what is to be excluded";
    }
  }

  void check_needs(const Site& site) {
    auto nodes = lower_at(context_, site, site.pattern.expr, {});
    if (nodes.empty()) return;
    bool always = std::all_of(patterns_.begin(), patterns_.end(),
                              [&](const auto& pattern) { return stands_in_all(nodes[0], pattern.node); });
    if (!always) return;
    auto words = lowering::source_line(text_at(*site.file(), site.pattern.origin.span));
    auto& d = context_.report(DiagnosticId::condition_always_holds, say("`", words, "` stands in every match already"),
                              site.file(), site.pattern.origin.span);
    d.help = "take it away: it asks for nothing new";
  }

  Context& context_;
  const std::string& id_;
  const std::vector<const Site*>& sites_;
  std::vector<Pattern> patterns_;
};

// What a set of patterns is made of: its words, and whether anything may stand in it.
struct Vocabulary {
  std::set<std::string> forms;
  bool open = false;

  void add(const program::Node& node) {
    open = open || (node.kind != Kind::word && node.kind != Kind::sequence && node.kind != Kind::choice &&
                    node.kind != Kind::optional && node.kind != Kind::not_here);
    if (node.kind == Kind::not_here) return;
    forms.insert(node.forms.begin(), node.forms.end());
    for (const auto& child : node.children) add(child);
  }

  bool can_hold(const Way& way) const {
    return std::all_of(way.begin(), way.end(), [&](const program::Node* node) {
      if (node->kind == Kind::gap || node->kind == Kind::not_here) return true;
      return node->kind == Kind::word && std::any_of(node->forms.begin(), node->forms.end(),
                                                     [&](const auto& form) { return forms.contains(form); });
    });
  }
};

const program::Issue* find(const program::Program& program, const std::string& id) {
  for (const auto& issue : program.issues)
    if (issue.id == id) return &issue;
  return nullptr;
}

bool can_lie_in(const program::Issue& inner, const program::Issue& outer) {
  Vocabulary words;
  for (const auto& pattern : outer.patterns) words.add(pattern.pattern.root);
  if (words.open) return true;
  return std::any_of(inner.patterns.begin(), inner.patterns.end(), [&](const auto& pattern) {
    auto ways = ways_of(pattern.pattern.root);
    return !ways || std::any_of(ways->begin(), ways->end(), [&](const Way& way) { return words.can_hold(way); });
  });
}

void check_not_in(Context& context) {
  for (const auto& unit : context.units()) {
    if (!context.is_linted(unit.path)) continue;
    for (const auto& issue : unit.ast.issues)
      for (const auto& name : issue.not_in) {
        const auto* inner = find(context.program(), issue.name.text);
        const auto* outer = find(context.program(), name.text);
        if (!inner || !outer || inner == outer || inner->patterns.empty() || can_lie_in(*inner, *outer)) continue;
        auto& d = context.report(DiagnosticId::not_in_without_effect,
                                 say("no match of `", inner->id, "` can lie in one of `", outer->id, "`"),
                                 unit.ast.source, name.span);
        d.notes.push_back("the two issues have no words in common that a match could be made of");
        d.help = "take it away; to exclude words that stand near, write `unless`";
      }
  }
}
}  // namespace

void check_issue_conditions(Context& context) {
  std::map<std::string, std::vector<const Site*>> by_issue;
  for (const auto& site : context.sites())
    if (site.owner.starts_with("the issue")) by_issue[site.id].push_back(&site);
  for (const auto& [id, sites] : by_issue) IssueChecker(context, id, sites).run();
  check_not_in(context);
}

}  // namespace demarche::dsl::linting
