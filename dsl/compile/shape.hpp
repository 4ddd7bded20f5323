#pragma once
#include <cstddef>

#include "engine/program/pattern.hpp"

// Questions about compiled patterns, and the small constructors that keep them flat.
namespace demarche::dsl::lowering {

using program::Node;

Node make_word(std::vector<std::string> forms, program::WordCase word_case = program::WordCase::any);
// The number of the alternative that gave a form of a word; 0 when there is none.
std::uint32_t alternative_of(const Node& word, std::size_t form);
// Sorts the forms of a word, each once; of a form that two alternatives give, the first keeps it.
Node with_sorted_forms(Node word);
Node make_slot(program::Slot slot);
Node make_optional(Node child);
// One part stays itself; nested sequences become one.
Node make_sequence(std::vector<Node> parts);
// The same for alternatives; words among them become one word with all forms.
Node make_choice(std::vector<Node> alternatives);
// "X" to "X's": an actor takes its possessive, everything else the token 's.
Node make_possessive(Node node);

// Copies of a pattern grow when a possessive or a phrase is spelt out: how many nodes it has by now.
std::size_t node_count(const Node& node);
inline constexpr std::size_t max_nodes = 20000;  // of one pattern, everything filled in
bool can_be_empty(const Node& node);
bool begins_with_gap(const Node& node);
bool ends_with_gap(const Node& node);
// The pattern with every occurrence of the slot replaced.
Node with_slot_filled(Node node, program::Slot slot, const Node& filling);
// How often a slot occurs on the shortest and on the longest way through the pattern.
struct Occurrences {
  std::size_t least = 0;
  std::size_t most = 0;
};
Occurrences occurrences(const Node& node, program::Slot slot);
// The common word that is a whole match of the pattern; empty when there is none.
std::string common_word_match(const Node& node);

}  // namespace demarche::dsl::lowering
