#pragma once
#include <functional>
#include <string>
#include <vector>

#include "engine/lexicon/actors.hpp"
#include "engine/position/matrix.hpp"
#include "engine/position/tally.hpp"

namespace demarche::position {

// Which cells there are. Without rows, every actor with a record (unless `every_row` is false: then none); without columns,
// every issue with one.
struct Layout {
  std::string id;
  std::string title;
  std::vector<Head> rows;
  std::vector<Head> columns;
  bool every_row = true;
};

// The matrix does not depend on the order in which documents came into the tally.
Matrix build_matrix(const Tally& tally, const Layout& layout, const Options& options, const lexicon::ActorTable& actors);

// Whether members without a position of their own show this actor's: it has members, and is no group of nearly all states.
bool speaks_for_members(lexicon::ActorIndex group, const lexicon::ActorTable& actors);

}  // namespace demarche::position
