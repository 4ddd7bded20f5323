#pragma once
#include <optional>
#include <vector>

#include "engine/position/matrix.hpp"

namespace demarche::position {

// Where a cell's evidence is best parted into a before and an after, if it is parted at all.
struct TurningPoint {
  Date last_before;
  Date first_after;
  RecordRef quote_before;  // the last that goes with the side of its time, or the last there is
  RecordRef quote_after;   // the first, likewise
  double support_before = 0;
  double oppose_before = 0;
  double support_after = 0;
  double oppose_after = 0;
  // How many times likelier the evidence is with a change at some time than without one: a Bayes factor, with Jeffreys
  // priors on the shares of support, each possible day of the change being equally likely. docs/positions.md derives
  // it.
  double odds = 0;
};

// From this on a turn is worth showing: "substantial" on the scale of Jeffreys (1961).
inline constexpr double substantial_odds = 3;

// From the dated evidence for and against. Nothing when there is none on two days, or the odds are under `least`.
std::optional<TurningPoint> find_turning_point(const Cell& cell, double least = substantial_odds);

}  // namespace demarche::position
