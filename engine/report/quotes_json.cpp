#include "engine/report/json_parts.hpp"
#include "engine/report/quotes.hpp"

namespace demarche::report {

std::string quotes_json(const position::Matrix& matrix, const Origin& origin, std::size_t per_cell) {
  Json json{{"provenance", json_provenance(origin.provenance, matrix.options)}, {"cells", Json::array()}};
  for (std::size_t row = 0; row < matrix.rows.size(); ++row)
    for (std::size_t column = 0; column < matrix.columns.size(); ++column) {
      const auto& cell = matrix.at(row, column);
      if (!position::is_position(cell.code)) continue;
      Json one{{"actor", matrix.rows[row].id},
               {"name", matrix.rows[row].title},
               {"issue", matrix.columns[column].id},
               {"title", matrix.columns[column].title}};
      one.update(json_position(cell));
      one["quotes"] = Json::array();
      for (const Quote& quote : best_quotes(cell, origin.results, per_cell)) one["quotes"].push_back(json_quote(quote));
      json["cells"].push_back(std::move(one));
    }
  return json_dump(json);
}

}  // namespace demarche::report
