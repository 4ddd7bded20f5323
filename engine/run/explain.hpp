#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/lexicon/actors.hpp"
#include "engine/position/matrix.hpp"
#include "engine/run/prove.hpp"

// Why a cell says what it says: its figures, its records with their proofs, what was left out, and the places that gave
// nothing.
namespace demarche::run {

// A place among the results: document, and record or silence of it.
struct Spot {
  std::size_t document = 0;
  std::size_t item = 0;
};

// Records that count as one: the one to quote first, then its duplicates and reprints.
struct CountedUnit {
  position::Unit unit;
  std::vector<Spot> records;
};

struct LeftOut {
  Spot record;
  std::string why;  // "outside the window", "undated", "a claim of others", "acts do not count"
};

struct CellExplanation {
  std::string actor;
  std::string issue;
  position::Cell cell;
  std::vector<CountedUnit> units;  // as in the cell: by date
  std::vector<LeftOut> left_out;
  std::vector<Spot> silences;     // of the actor on the issue
  std::size_t naming_actor = 0;   // documents that are by the actor or name it
  std::size_t holding_issue = 0;  // of these: with a sentence that holds actor and issue
};

// `results` are sorted by document id. With a `doc`, that document alone.
CellExplanation explain(const std::vector<evidence::DocumentResult>& results, const std::string& actor,
                        const std::string& issue, const std::string& doc, const position::Options& options,
                        const lexicon::ActorTable& actors);

// The documents that must be read closely to show so many units, records left out and silences of each reason.
std::set<std::string> documents_to_prove(const CellExplanation& explanation,
                                         const std::vector<evidence::DocumentResult>& results, std::size_t limit);

// The whole as one tree; documents that were not proven show their records without reasons.
Proof cell_proof(const CellExplanation& explanation, const std::vector<evidence::DocumentResult>& results,
                 const std::map<std::string, ProvenDocument>& proven, std::size_t limit);

// The figures of the cell, and its tree (as `cell_proof` gives it) under `proof`: docs/explain.md.
std::string explanation_json(const CellExplanation& explanation, const std::vector<evidence::DocumentResult>& results,
                             const std::map<std::string, ProvenDocument>& proven, std::size_t limit,
                             const Proof& proof);

}  // namespace demarche::run
