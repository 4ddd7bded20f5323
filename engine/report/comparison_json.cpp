#include "engine/report/comparison.hpp"
#include "engine/report/json_parts.hpp"

namespace demarche::report {

namespace {

using position::Comparison;

Json pairs_json(const Comparison& comparison) {
  Json pairs = Json::array();
  for (const auto& pair : comparison.pairs) {
    const auto agreement = pair.agreement();
    pairs.push_back({{"a", comparison.matrix.rows[pair.a].id},
                     {"b", comparison.matrix.rows[pair.b].id},
                     {"agreement", agreement ? json_number(*agreement) : Json()},
                     {"shared", pair.shared()},
                     {"same", pair.same},
                     {"partly", pair.partly},
                     {"opposite", pair.opposite},
                     {"one_voice", pair.one_voice}});
  }
  return pairs;
}

Json issue_json(const Comparison& comparison, std::size_t column, const Origin& origin) {
  const auto& matrix = comparison.matrix;
  Json positions = Json::array();
  for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
    const auto& cell = matrix.at(row, column);
    Json position{{"actor", matrix.rows[row].id}};
    position.update(json_position(cell));
    position["quotes"] = Json::array();
    for (const auto& quote : telling_quotes(cell, origin.results)) position["quotes"].push_back(json_quote(quote));
    positions.push_back(std::move(position));
  }
  return {{"issue", matrix.columns[column].id},
          {"title", matrix.columns[column].title},
          {"relation", position::name_of(comparison.relations[column])},
          {"positions", std::move(positions)}};
}

}  // namespace

std::string comparison_json(const Comparison& comparison, const Origin& origin) {
  const auto& matrix = comparison.matrix;
  Json json{{"provenance", json_provenance(origin.provenance, matrix.options)}};
  json["actors"] = Json::array();
  for (const auto& row : matrix.rows) json["actors"].push_back({{"id", row.id}, {"title", row.title}});
  json["pairs"] = pairs_json(comparison);
  json["issues"] = Json::array();
  for (std::size_t column = 0; column < matrix.columns.size(); ++column)
    json["issues"].push_back(issue_json(comparison, column, origin));
  return json_dump(json);
}

}  // namespace demarche::report
