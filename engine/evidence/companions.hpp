#pragma once
#include "engine/evidence/gathering.hpp"

namespace demarche::evidence {

// A list of holders that a construction names beside the statement of another: "Mexico, supported by Brazil and Chile,
// opposed ..."
struct Companions {
  int construction = 0;  // into Program::constructions
  holder::Holder list;
  std::uint32_t begin = 0;  // the token at which the construction's words begin
  std::vector<Use> uses;    // trace
};

// The list holds what the main holder holds, or its inverse.
void add_companions(Gathering& gathering, const std::vector<Companions>& found);

}  // namespace demarche::evidence
