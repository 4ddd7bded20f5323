#pragma once
#include <string>
#include <vector>

#include "engine/golden/causes.hpp"
#include "engine/golden/compare.hpp"

// A comparison for people, and for programs.
namespace demarche::golden {

struct DifferenceStyle {
  bool color = false;
  bool causes = true;    // with the edited lines
  std::size_t most = 0;  // pieces of evidence that are shown; 0: all
};

// "2 cells, 1 document, 3 pieces of evidence (1 gained, 2 lost) differ", without a line end.
std::string summary_line(const Comparison& comparison);

std::string cells_text(const Comparison& comparison, const DifferenceStyle& style);
std::string documents_text(const Comparison& comparison);
// One piece of evidence: what it says, its sentence with the words marked, its rule, and why it differs.
std::string evidence_text(const EvidenceChange& change, const std::vector<Cause>& causes, const DifferenceStyle& style);

// All three levels. Empty when nothing differs.
std::string difference_text(const Comparison& comparison, const CauseFinder& finder, const DifferenceStyle& style);

// The same as JSON, one object with `same`, `cells`, `documents`, `nets`, `evidence`.
std::string difference_json(const Comparison& comparison, const CauseFinder& finder);

// The words marked in the sentence: [[in brackets]], or bold with colours. The sentence as it is when it does not hold
// them.
std::string marked(const std::string& sentence, const std::string& words, bool color);

// "south-caucasus.stance:12 changed", and the lines: for people.
std::string cause_text(const Cause& cause, const std::string& indent);

}  // namespace demarche::golden
