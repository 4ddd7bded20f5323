#include "engine/report/matrix_csv.hpp"
#include "engine/report/quotes.hpp"

namespace demarche::report {

std::string quotes_csv(const position::Matrix& matrix, const Origin& origin, std::size_t per_cell) {
  std::string out =
      "actor,name,issue,title,code,rank,stance,strength,sentence,speaker,via,date,source,url,doc,start,end,rule\n";
  for (std::size_t row = 0; row < matrix.rows.size(); ++row)
    for (std::size_t column = 0; column < matrix.columns.size(); ++column) {
      const auto& cell = matrix.at(row, column);
      if (!position::is_position(cell.code)) continue;
      std::size_t rank = 0;
      for (const Quote& quote : best_quotes(cell, origin.results, per_cell)) {
        const auto& record = *quote.record;
        out += csv_field(matrix.rows[row].id) + "," + csv_field(matrix.rows[row].title) + "," +
               csv_field(matrix.columns[column].id) + "," + csv_field(matrix.columns[column].title) + "," +
               std::string(position::name_of(cell.code)) + "," + std::to_string(++rank) + "," +
               std::string(evidence::name_of(record.stance)) + "," + std::string(evidence::name_of(record.strength)) +
               "," + csv_field(record.sentence) + "," + csv_field(record.speaker) + "," + csv_field(cell.via) + "," +
               (record.date ? to_string(*record.date) : "") + "," + csv_field(record.source) + "," +
               csv_field(quote.document->url) + "," + csv_field(record.doc) + "," +
               std::to_string(record.sentence_range.start) + "," + std::to_string(record.sentence_range.end) + "," +
               csv_field(record.rule) + "\n";
      }
    }
  return out;
}

}  // namespace demarche::report
