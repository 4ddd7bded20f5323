#include "dsl/lint/registry.hpp"

#include <algorithm>

namespace demarche::dsl {

namespace {
constexpr LintCheck explained[] = {
#define DEMARCHE_LINT(enumerator, fixable, why, instead) {DiagnosticId::enumerator, fixable, why, instead},
#include "dsl/lint/explanations.def"
#undef DEMARCHE_LINT
};

// What `check` warns of in rule files; lint says it too.
constexpr DiagnosticId warnings_of_check[] = {DiagnosticId::curly_quotes,          DiagnosticId::needs_without_within,
                                              DiagnosticId::unused_phrase,         DiagnosticId::common_word_pattern,
                                              DiagnosticId::issue_without_pattern, DiagnosticId::repeated_rule};
}  // namespace

std::vector<LintCheck> lint_checks() { return {std::begin(explained), std::end(explained)}; }

bool is_lint_name(std::string_view name) {
  return std::any_of(std::begin(explained), std::end(explained),
                     [&](const auto& c) { return name_of(c.id) == name; }) ||
         std::any_of(std::begin(warnings_of_check), std::end(warnings_of_check),
                     [&](DiagnosticId id) { return name_of(id) == name; });
}

namespace linting {

const std::vector<Pass>& passes() {
  static const std::vector<Pass> all{
      {check_alternatives, true},
      {check_shape, true},
      {check_gaps, true},
      {check_words, true},
      {check_forms, true},
      {check_lists, true},
      {check_files, true},
      {check_unknown_words, false},
      {check_repeated_alternations, false},
      {check_issues, false},
      {check_issue_conditions, false},
      {check_sides, false},
      {check_names, false},
      {check_rules, false},
      {check_rule_reach, false},
      {check_packs, false},
      {check_tests, false},
      {check_test_texts, false},
      {check_tested, false},
      {check_actor_names, false},
      {check_terms, false},
  };
  return all;
}

}  // namespace linting
}  // namespace demarche::dsl
