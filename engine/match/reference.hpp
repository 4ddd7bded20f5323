#pragma once
#include <set>

#include "engine/match/automaton.hpp"

namespace demarche::match {

// The slow, obvious matcher that the fast one must agree with: every place at which a match of `node` that begins at
// `begin` can end. It follows the pattern tree itself and tries everything; for tests only.
std::set<std::uint32_t> reference_ends(const program::Node& node, const Tokens& tokens, const Chart& chart,
                                       const text::Vocabulary& vocabulary, std::uint32_t begin);

}  // namespace demarche::match
