#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/program/pattern.hpp"

// Reasons as a tree: what holds, and below it what it follows from.
namespace demarche::run {

struct Proof {
  std::string kind;  // what the line speaks of: "cell", "figures", "unit", "record", "holder", "stance", "turn" ...
  std::string text;  // one line, in plain words
  std::string doc;   // the document that `range` is of; empty: that of the proof above
  std::optional<evidence::Range> range;  // code points of the document's text
  program::Place place;                  // of the rule files; line 0: none
  std::vector<Proof> children;

  Proof& add(Proof child) { return children.emplace_back(std::move(child)); }
};

// An indented tree: kind, text, places, a line each.
std::string proof_text(const Proof& proof, bool color);

// {"kind", "text", "doc", "start", "end", "file", "line", "column", "children"}: docs/explain.md. What is not known is
// left out; `children` is always there.
std::string proof_json(const Proof& proof);

}  // namespace demarche::run
