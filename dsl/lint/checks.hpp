#pragma once
#include "dsl/lint/context.hpp"

// The checks, a file a group. Each adds what it finds to the context.
namespace demarche::dsl::linting {

// patterns
void check_alternatives(Context& context);
void check_shape(Context& context);
void check_gaps(Context& context);
void check_words(Context& context);
void check_forms(Context& context);
void check_unknown_words(Context& context);
void check_repeated_alternations(Context& context);
// issues and names
void check_issues(Context& context);
void check_issue_conditions(Context& context);
void check_sides(Context& context);
void check_names(Context& context);
void check_lists(Context& context);
// rules, packs, files
void check_rules(Context& context);
void check_rule_reach(Context& context);
void check_packs(Context& context);
void check_files(Context& context);
// tests
void check_tests(Context& context);
void check_test_texts(Context& context);
void check_tested(Context& context);
// actor data
void check_actor_names(Context& context);
void check_terms(Context& context);

}  // namespace demarche::dsl::linting
