#include "engine/position/pairs.hpp"

namespace demarche::position {

std::optional<Standing> standing_of(const Cell& a, const Cell& b) {
  if (!is_position(a.code) || !is_position(b.code)) return std::nullopt;
  auto is_firm = [](Code code) { return code == Code::support || code == Code::oppose || code == Code::neutral; };
  if (!is_firm(a.code) || !is_firm(b.code)) return Standing::partly;
  if (a.code == b.code) return Standing::same;
  return a.code == Code::neutral || b.code == Code::neutral ? Standing::partly : Standing::opposite;
}

bool is_one_voice(const Cell& a, const Cell& b) { return !a.via.empty() && a.via == b.via; }

std::optional<double> Pair::agreement() const {
  if (shared() == 0) return std::nullopt;
  return static_cast<double>(points()) / (2.0 * shared());
}

Pair pair_of(const Matrix& matrix, std::size_t a, std::size_t b, const PairOptions& options) {
  Pair pair{a, b};
  for (std::size_t column = 0; column < matrix.columns.size(); ++column) {
    const Cell& first = matrix.at(a, column);
    const Cell& second = matrix.at(b, column);
    if (options.own && !(first.via.empty() && second.via.empty())) continue;
    const auto standing = standing_of(first, second);
    if (!standing) continue;
    ++(*standing == Standing::same ? pair.same : *standing == Standing::partly ? pair.partly : pair.opposite);
    if (*standing == Standing::same && is_one_voice(first, second)) ++pair.one_voice;
  }
  return pair;
}

std::vector<Pair> pairs_of(const Matrix& matrix, const PairOptions& options) {
  std::vector<Pair> pairs;
  for (std::size_t a = 0; a < matrix.rows.size(); ++a)
    for (std::size_t b = a + 1; b < matrix.rows.size(); ++b) pairs.push_back(pair_of(matrix, a, b, options));
  return pairs;
}

}  // namespace demarche::position
