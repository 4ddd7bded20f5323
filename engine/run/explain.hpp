#pragma once
#include <string>
#include <utility>
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/lexicon/actors.hpp"
#include "engine/position/matrix.hpp"

// Why a cell says what it says: its figures, its records with their traces, and the places that gave nothing.
namespace demarche::run {

struct Explanation {
  std::string actor;
  std::string issue;
  position::Options options;
  position::Cell cell;
  std::vector<const evidence::Record*> records;  // of the actor, or of the group whose position it is; claims, too
  std::vector<std::pair<const evidence::DocumentResult*, const evidence::Silence*>> silences;
};

// `results` are sorted by document id, have traces, and outlive the explanation. With a `doc`, that document alone.
Explanation explain(const std::vector<evidence::DocumentResult>& results, const std::string& actor,
                    const std::string& issue, const std::string& doc, const position::Options& options,
                    const lexicon::ActorTable& actors);

// The position in words, with each figure.
std::string explanation_head(const Explanation& explanation);
std::string explanation_json(const Explanation& explanation);

}  // namespace demarche::run
