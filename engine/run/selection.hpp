#pragma once
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/evidence/record.hpp"
#include "engine/lexicon/actors.hpp"
#include "engine/program/program.hpp"

// What a table is to show, as it is said outside of the rules. It goes over what the rules' matrix says.
namespace demarche::run {

struct Selection {
  std::vector<std::string> rows;     // "IRN,EU", "region", "<actor in EU>", "actor outside region"; empty: the matrix's
  std::vector<std::string> columns;  // "sanctions,peace-treaty"; empty: the matrix's
  std::vector<std::string> sources;  // one name each; empty: the matrix's
  bool except_sources = false;       // all but these
};

// What a table shows. A row is an actor (`ids`), the members of groups (`in`), or a class.
struct Shown {
  std::string id;
  std::string title;
  std::vector<program::ActorClass> rows;  // empty: all that occur
  std::vector<std::string> columns;       // issues; empty: all that occur
  std::vector<std::string> sources;       // empty: all
  bool except_sources = false;            // all but these
};

// What a matrix of the rules shows.
Shown shown_by(const program::Matrix& matrix);

// The same with what was chosen in its place. A name that nothing has is a diagnostic (unknown-actor, unknown-group,
// unknown-issue, bad-value) with the one that is meant, and is left out.
Shown select(Shown shown, const Selection& selection, const program::Program& program,
             const lexicon::ActorTable& actors, const std::vector<evidence::DocumentResult>& results,
             Diagnostics& diagnostics);

}  // namespace demarche::run
