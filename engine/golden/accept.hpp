#pragma once
#include <set>
#include <string>
#include <utility>

#include "engine/golden/compare.hpp"

namespace demarche::golden {

// What somebody accepted of a comparison.
struct Choice {
  std::set<std::size_t> evidence;                       // into Comparison::evidence
  std::set<std::pair<std::string, std::string>> cells;  // actor, issue
  std::set<std::string> documents;                      // by id: that they are new, gone or edited
  bool matrix = false;                                  // that it is another matrix
};

Choice everything(const Comparison& comparison);
// A cell with all evidence of that actor on that issue. False when nothing there differs.
bool add_cell(Choice& choice, const Comparison& comparison, const std::string& actor, const std::string& issue);
// A document with all its evidence. False when nothing there differs.
bool add_document(Choice& choice, const Comparison& comparison, const std::string& id);

// Adds what follows: a cell of which all evidence that differs was accepted, a document likewise.
void add_consequences(Choice& choice, const Comparison& comparison);

// True when nothing of the comparison is left over.
bool is_all(const Choice& choice, const Comparison& comparison);

// The earlier golden with what was accepted of the later one. The texts of the rules stay those of the earlier one
// until all is accepted: what is left over must still find the line that caused it.
Golden accepted(const Golden& before, const Golden& now, const Comparison& comparison, const Choice& choice);

}  // namespace demarche::golden
