#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/position/matrix.hpp"

// How far two actors agree. docs/positions.md, "Pairs and networks", derives it with an example.
namespace demarche::position {

// What two positions on one issue have to do with each other. The value is what it counts: Lijphart's index of
// agreement counts an abstention beside a vote as half.
enum class Standing : std::uint8_t {
  opposite = 0,  // one for, one against
  partly = 1,    // one of them mixed or conditional; or neutral, where the other takes a side
  same = 2,      // both for, both against, both neutral
};

// Nothing when one of them has no position: silence agrees with nobody.
std::optional<Standing> standing_of(const Cell& a, const Cell& b);

// Both show the position of a group, and of the same one: an agreement that is one statement seen twice.
bool is_one_voice(const Cell& a, const Cell& b);

struct PairOptions {
  bool own = false;  // only positions of their own, none `via` a group
};

struct Pair {
  std::size_t a = 0;  // rows of the matrix, a < b
  std::size_t b = 0;
  std::uint32_t same = 0;  // issues
  std::uint32_t partly = 0;
  std::uint32_t opposite = 0;
  std::uint32_t one_voice = 0;  // of the same ones: where both show one group's position

  std::uint32_t shared() const { return same + partly + opposite; }  // issues on which both have a position
  std::uint32_t points() const { return 2 * same + partly; }
  // 0 (opposite on every shared issue) to 1 (the same on every one); nothing when no issue is shared.
  std::optional<double> agreement() const;
};

Pair pair_of(const Matrix& matrix, std::size_t a, std::size_t b, const PairOptions& options = {});

// Every pair of rows, by a, then b; also those that share nothing.
std::vector<Pair> pairs_of(const Matrix& matrix, const PairOptions& options = {});

}  // namespace demarche::position
