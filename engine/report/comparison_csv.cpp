#include "engine/report/cell_text.hpp"
#include "engine/report/comparison.hpp"
#include "engine/report/matrix_csv.hpp"

namespace demarche::report {

namespace {

std::string quote_fields(const std::vector<Quote>& quotes) {
  if (quotes.empty()) return ",,,,,,";
  const Quote& best = quotes.front();
  std::string out;
  for (const std::string& field :
       {std::string(evidence::name_of(best.record->stance)), best.record->sentence, best.record->speaker,
        best.record->date ? to_string(*best.record->date) : std::string(), best.record->source, best.document->url,
        best.record->doc})
    out += (out.empty() ? "" : ",") + csv_field(field);
  return out;
}

}  // namespace

std::string comparison_csv(const position::Comparison& comparison, const Origin& origin) {
  const auto& matrix = comparison.matrix;
  std::string out =
      "issue,title,relation,actor,name,code,refinement,via,documents,thin,stance,sentence,speaker,date,source,url,"
      "doc\n";
  for (std::size_t i = 0; i < position::relation_count; ++i)
    for (const auto column : comparison.columns_with(static_cast<position::Relation>(i)))
      for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
        const auto& cell = matrix.at(row, column);
        out += csv_field(matrix.columns[column].id) + "," + csv_field(matrix.columns[column].title) + "," +
               std::string(position::name_of(static_cast<position::Relation>(i))) + "," +
               csv_field(matrix.rows[row].id) + "," + csv_field(matrix.rows[row].title) + "," +
               std::string(position::name_of(cell.code)) + "," + std::string(position::name_of(cell.refinement)) + "," +
               csv_field(cell.via) + "," + std::to_string(cell.documents) + "," + (cell.thin ? "true" : "false") + "," +
               quote_fields(telling_quotes(cell, origin.results)) + "\n";
      }
  return out;
}

}  // namespace demarche::report
