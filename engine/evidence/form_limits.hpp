#pragma once
#include "engine/evidence/candidates.hpp"
#include "engine/evidence/captured.hpp"

// What a form of a construction catches by its words alone, and what yet is no statement.
namespace demarche::evidence {

// True when the word of stance does not speak of this target: it stands too far off, or has an object of its own.
bool is_out_of_reach(const SentenceInput& in, const Captured& c, const Target& target);

// "refused to condemn it", "is not willing to reject it": who does not want to speak against a thing takes no side yet.
// `sign` is that of the words with their negation.
bool is_left_unsaid(const SentenceInput& in, const Captured& c, const Target& target, int sign);

// True when the words are no predicate of the target: a denial, a condition, a noun. `form_begin` is the token at which
// the form matched.
bool is_no_predicate(const SentenceInput& in, const Captured& c, const Target& target, std::uint32_t form_begin);

// "the sanctions long sought by Peru": where the words begin by which the form tells, behind the noun, who stands by
// it; 0 when it does not. `form_end` is where the match of the form ends.
std::uint32_t participle_of_noun(const mention::SentenceView& view, const Captured& c, const Target& target,
                                 std::uint32_t form_end);

// "sanctions on banks backed by Peru": the banks are. "The sanctions on Mali backed by Peru" and "the sanctions, long
// backed by Peru" speak of the sanctions.
bool is_told_of_another_noun(const mention::SentenceView& view, const Target& target, std::uint32_t participle);

// "wants to leave the pact backed by Peru": the pact, and not that it is left. False when nobody can tell what is
// meant: "any review of the pact, backed by Peru".
bool take_noun_alone(const mention::SentenceView& view, Target& target, std::uint32_t participle);

// True for a deed that is not told as done; a negated one counts when it shows a will ("will not lift").
bool is_undone(const SentenceInput& in, const Captured& c, bool negated);

// "Y should adhere to X": who asks for it is for it; of Y nothing is told.
bool is_demanded_of_other(const SentenceInput& in, const program::Construction& construction, const Captured& c);

}  // namespace demarche::evidence
