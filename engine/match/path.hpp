#pragma once
#include <cstdint>
#include <vector>

#include "engine/match/automaton.hpp"

namespace demarche::match {

// Which alternatives a match of `node` from `begin` to `end` took: numbers into Program::alternatives, plus one;
// ascending, each once. Of several ways the first that was written counts. Empty when there is no such match, or when
// the program was compiled without alternatives. Slow: for coverage and explanations, not for reading.
std::vector<std::uint32_t> alternatives_taken(const program::Node& node, const Tokens& tokens, const Chart& chart,
                                              const text::Vocabulary& vocabulary, std::uint32_t begin,
                                              std::uint32_t end);

// The same for the longest match from `begin` on.
std::vector<std::uint32_t> alternatives_taken(const program::Node& node, const Tokens& tokens, const Chart& chart,
                                              const text::Vocabulary& vocabulary, std::uint32_t begin);

}  // namespace demarche::match
