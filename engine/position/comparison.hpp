#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/position/pairs.hpp"

// Two or more actors side by side.
namespace demarche::position {

// What the positions of all compared actors on one issue have to do with each other.
enum class Relation : std::uint8_t {
  differ,  // some two are opposite
  partly,  // no two are opposite, and not all are the same: mixed, conditional, or neutral beside a side
  agree,   // all that have a position have the same, and two or more have one
  single,  // only one has a position
  silent,  // nobody has
};
inline constexpr std::size_t relation_count = 5;

std::string_view name_of(Relation relation);

struct Comparison {
  Matrix matrix;                    // a row each actor, in the order asked for
  std::vector<Relation> relations;  // one a column
  std::vector<Pair> pairs;          // of every two rows

  std::vector<std::size_t> columns_with(Relation relation) const;  // in the order of the matrix
};

Comparison compare(Matrix matrix, const PairOptions& options = {});

}  // namespace demarche::position
