#pragma once
#include "engine/evidence/candidates.hpp"
#include "engine/evidence/captured.hpp"

// What a form of a construction catches by its words alone, and what yet is no statement.
namespace demarche::evidence {

// True when the word of stance does not speak of this target: it stands too far off, or has an object of its own.
bool is_out_of_reach(const SentenceInput& in, const Captured& c, const Target& target);

// True when the words are no predicate of the target: a denial, a condition, a noun. `form_begin` is the token at which
// the form matched.
bool is_no_predicate(const SentenceInput& in, const Captured& c, const Target& target, std::uint32_t form_begin);

// True for a deed that is not told as done; a negated one counts when it shows a will ("will not lift").
bool is_undone(const SentenceInput& in, const Captured& c, bool negated);

// "Y should adhere to X": who asks for it is for it; of Y nothing is told.
bool is_demanded_of_other(const SentenceInput& in, const program::Construction& construction, const Captured& c);

}  // namespace demarche::evidence
