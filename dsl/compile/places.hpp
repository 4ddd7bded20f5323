#pragma once
#include "dsl/compile/lower.hpp"

// How each place of the language inflects its words, and which slots it has.
namespace demarche::dsl::lowering {

extern const Place about_place, deed_place, noun_place, verb_place, entry_place, degree_place, turn_place, form_place,
    rule_place, rule_guard_place, issue_condition_place;

const Place& place_of(program::Entry::Kind kind);
// Of the list of words that have this job.
Place words_place(program::WordRole role);

}  // namespace demarche::dsl::lowering
