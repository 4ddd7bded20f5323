#pragma once
#include <set>

#include "engine/match/automaton.hpp"

namespace demarche::match {

// The places an element may begin at, when the one before it ended at `at`: transparent tokens and siblings are left
// out. `begin` is where the whole match begins; nothing is left out there.
std::set<std::uint32_t> openings(const Tokens& tokens, const Chart& chart, std::uint32_t begin, std::uint32_t at);

// The slow, obvious matcher that the fast one must agree with: every place at which a match of `node` that begins at
// `begin` can end. It follows the pattern tree itself and tries everything; for tests, coverage and explanations.
std::set<std::uint32_t> reference_ends(const program::Node& node, const Tokens& tokens, const Chart& chart,
                                       const text::Vocabulary& vocabulary, std::uint32_t begin);

}  // namespace demarche::match
