#include <algorithm>

#include "dsl/lint/checks.hpp"

// Stances and constructions of language packs.
namespace demarche::dsl::linting {

namespace {
// Words are one way to express a stance; negation, inversion, constructions and rules are others.
bool is_expressed(const model::Model& model, const model::Stance& stance) {
  const auto& id = stance.value.id;
  bool by_stance = std::any_of(model.stances.begin(), model.stances.end(), [&](const auto& other) {
    return &other != &stance && !other.entries.empty() && (other.value.inverse == id || other.value.negated == id);
  });
  bool by_form = std::any_of(model.constructions.begin(), model.constructions.end(),
                             [&](const auto& c) { return c.value.gives_stance == id; });
  bool by_rule = std::any_of(model.rules.begin(), model.rules.end(), [&](const auto& r) {
    return r.value.stance == id &&
           std::any_of(r.when.begin(), r.when.end(), [](const auto& w) { return !w.patterns.empty(); });
  });
  return !stance.entries.empty() || by_stance || by_form || by_rule;
}

void check_stance(Context& context, const model::Stance& stance) {
  if (is_expressed(context.model(), stance)) return;
  auto& d = context.report(DiagnosticId::stance_without_entries,
                           say("nothing expresses the stance `", stance.value.id, "`"), stance.origin);
  d.notes.push_back("it has no words, and no rule, construction or negation leads to it");
  d.help = "add its words: `verb oppose | reject`, `noun opposition to`";
}

void check_construction(Context& context, const model::Construction& construction) {
  if (!construction.value.example.empty()) return;
  auto& d = context.report(DiagnosticId::construction_without_example,
                           say("the construction `", construction.value.id, "` has no example"), construction.origin);
  d.notes.push_back("a form is hard to read without the sentence that it was made for");
  d.help =
      say("write one: `construction ", construction.value.id, " \"The deployment was rejected by Baku.\" { ... }`");
}
}  // namespace

void check_packs(Context& context) {
  for (const auto& stance : context.model().stances)
    if (stance.origin.file) check_stance(context, stance);
  for (const auto& construction : context.model().constructions)
    if (construction.origin.file) check_construction(context, construction);
}

}  // namespace demarche::dsl::linting
