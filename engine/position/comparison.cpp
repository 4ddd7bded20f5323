#include "engine/position/comparison.hpp"

#include <array>

namespace demarche::position {

namespace {

Relation relation_of(const Matrix& matrix, std::size_t column, const PairOptions& options) {
  std::vector<const Cell*> positions;
  for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
    const Cell& cell = matrix.at(row, column);
    if (is_position(cell.code) && (cell.via.empty() || !options.own)) positions.push_back(&cell);
  }
  if (positions.empty()) return Relation::silent;
  if (positions.size() == 1) return Relation::single;
  Relation relation = Relation::agree;
  for (std::size_t a = 0; a < positions.size(); ++a)
    for (std::size_t b = a + 1; b < positions.size(); ++b) {
      const Standing standing = *standing_of(*positions[a], *positions[b]);
      if (standing == Standing::opposite) return Relation::differ;
      if (standing == Standing::partly) relation = Relation::partly;
    }
  return relation;
}

}  // namespace

std::string_view name_of(Relation relation) {
  static constexpr std::array<std::string_view, relation_count> names{"differ", "partly", "agree", "single", "silent"};
  return names[static_cast<std::size_t>(relation)];
}

std::vector<std::size_t> Comparison::columns_with(Relation relation) const {
  std::vector<std::size_t> columns;
  for (std::size_t column = 0; column < relations.size(); ++column)
    if (relations[column] == relation) columns.push_back(column);
  return columns;
}

Comparison compare(Matrix matrix, const PairOptions& options) {
  Comparison comparison;
  comparison.matrix = std::move(matrix);
  for (std::size_t column = 0; column < comparison.matrix.columns.size(); ++column)
    comparison.relations.push_back(relation_of(comparison.matrix, column, options));
  comparison.pairs = pairs_of(comparison.matrix, options);
  return comparison;
}

}  // namespace demarche::position
