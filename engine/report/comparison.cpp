#include "engine/report/comparison.hpp"

#include <array>
#include <cmath>

namespace demarche::report {

std::string_view heading_of(position::Relation relation) {
  static constexpr std::array<std::string_view, position::relation_count> headings{
      "Opposite positions", "Partly the same position", "The same position", "Only one has a position", "No position"};
  return headings[static_cast<std::size_t>(relation)];
}

std::string percent(double share) { return std::to_string(std::lround(share * 100)) + "%"; }

std::string agreement_sentence(const position::Matrix& matrix, const position::Pair& pair) {
  std::string text = matrix.rows[pair.a].id + " and " + matrix.rows[pair.b].id;
  const auto agreement = pair.agreement();
  if (!agreement) return text + " share no issue: on none do both have a position";
  text += " agree to " + percent(*agreement) + " over " + std::to_string(pair.shared()) +
          (pair.shared() == 1 ? " shared issue: " : " shared issues: ") + std::to_string(pair.same) + " the same, " +
          std::to_string(pair.partly) + " partly, " + std::to_string(pair.opposite) + " opposite";
  if (pair.one_voice > 0)
    text += " (" + std::to_string(pair.one_voice) + " of the same " + (pair.one_voice == 1 ? "is" : "are") +
            " one group's position)";
  return text;
}

std::vector<Quote> telling_quotes(const position::Cell& cell, const std::vector<evidence::DocumentResult>& results) {
  if (!position::is_position(cell.code)) return {};
  if (cell.shift) return {quote_at(results, cell.shift->quote_before), quote_at(results, cell.shift->quote_after)};
  const bool both = cell.support > 0 && cell.oppose > 0;
  return best_quotes(cell, results, both ? 2 : 1);
}

}  // namespace demarche::report
