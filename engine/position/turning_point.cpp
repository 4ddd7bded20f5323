#include "engine/position/turning_point.hpp"

#include <cmath>

namespace demarche::position {

namespace {

using evidence::Stance;

struct Count {
  double support = 0;
  double oppose = 0;

  void add(const Unit& unit) { (unit.stance == Stance::support ? support : oppose) += unit.weight; }
  bool leans_to(Stance stance) const { return stance == Stance::support ? support >= oppose : oppose >= support; }
};

// The logarithm of the likelihood of that many for and against, the share of support being anything: Beta(1/2, 1/2).
double log_likelihood(const Count& count) {
  const double a = count.support + 0.5;
  const double b = count.oppose + 0.5;
  const double log_beta_of_halves = std::log(3.14159265358979323846);  // B(1/2, 1/2) is pi
  return std::lgamma(a) + std::lgamma(b) - std::lgamma(a + b) - log_beta_of_halves;
}

std::vector<const Unit*> dated_sides(const Cell& cell) {
  std::vector<const Unit*> units;  // those of a cell are sorted by date
  for (const Unit& unit : cell.units)
    if (unit.date && unit.weight > 0 && unit.stance != Stance::neutral) units.push_back(&unit);
  return units;
}

RecordRef last_of(const std::vector<const Unit*>& units, std::size_t end, const Count& count) {
  for (std::size_t i = end; i-- > 0;)
    if (count.leans_to(units[i]->stance)) return units[i]->best;
  return units[end - 1]->best;
}

RecordRef first_of(const std::vector<const Unit*>& units, std::size_t begin, const Count& count) {
  for (std::size_t i = begin; i < units.size(); ++i)
    if (count.leans_to(units[i]->stance)) return units[i]->best;
  return units[begin]->best;
}

}  // namespace

std::optional<TurningPoint> find_turning_point(const Cell& cell, double least) {
  const auto units = dated_sides(cell);
  Count all;
  for (const Unit* unit : units) all.add(*unit);
  Count before;
  Count best_before;
  std::size_t best = 0;  // the first unit behind the turn
  std::size_t places = 0;
  double sum = 0;
  double highest = 0;
  for (std::size_t i = 1; i < units.size(); ++i) {
    before.add(*units[i - 1]);
    if (*units[i]->date == *units[i - 1]->date) continue;  // what is said on one day has no order
    const Count after{all.support - before.support, all.oppose - before.oppose};
    const double ratio = std::exp(log_likelihood(before) + log_likelihood(after) - log_likelihood(all));
    ++places;
    sum += ratio;
    if (ratio <= highest) continue;
    highest = ratio;
    best = i;
    best_before = before;
  }
  if (places == 0 || sum / static_cast<double>(places) < least) return std::nullopt;
  const Count after{all.support - best_before.support, all.oppose - best_before.oppose};
  return TurningPoint{*units[best - 1]->date,
                      *units[best]->date,
                      last_of(units, best, best_before),
                      first_of(units, best, after),
                      best_before.support,
                      best_before.oppose,
                      after.support,
                      after.oppose,
                      sum / static_cast<double>(places)};
}

}  // namespace demarche::position
