#pragma once
#include "engine/evidence/gathering.hpp"

namespace demarche::evidence {

// Holders that a construction names beside the statement of another: "Mexico, supported by Brazil and Chile, opposed
// ...", "... and Chile followed suit".
struct Companions {
  int construction = 0;  // into Program::constructions
  holder::Holder holders;
  bool told = false;        // the words are a predicate of theirs: "followed suit"
  std::uint32_t begin = 0;  // the tokens of the construction's words
  std::uint32_t end = 0;
  std::vector<Use> uses;  // trace
};

// The companions hold what the holder of the statement beside them holds, its inverse, or what the construction says.
void add_companions(Gathering& gathering, const std::vector<Companions>& found);

}  // namespace demarche::evidence
