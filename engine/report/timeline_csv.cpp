#include "engine/report/json_text.hpp"
#include "engine/report/matrix_csv.hpp"
#include "engine/report/timeline.hpp"

namespace demarche::report {

namespace {

std::string number(double value) {
  std::string text;
  append_json_number(text, value, 4);
  return text;
}

std::string figures(const position::Cell& cell) {
  const bool sides = cell.support + cell.oppose > 0;
  return std::string(position::name_of(cell.code)) + "," + std::string(position::name_of(cell.refinement)) + "," +
         csv_field(cell.via) + "," + number(cell.support) + "," + number(cell.oppose) + "," + number(cell.neutral) +
         "," + (sides ? number(cell.lean) : "") + "," + (sides ? number(cell.interval.low) : "") + "," +
         (sides ? number(cell.interval.high) : "") + "," + std::to_string(cell.documents) + "," +
         (cell.thin ? "true" : "false");
}

}  // namespace

std::string timeline_csv(const position::Timeline& timeline) {
  std::string out =
      "actor,name,issue,title,period,from,to,code,refinement,via,support,oppose,neutral,lean,low,high,documents,thin,"
      "change\n";
  for (const auto& series : timeline.series) {
    const auto& row = timeline.whole.rows[series.row];
    const auto& column = timeline.whole.columns[series.column];
    for (std::size_t i = 0; i < timeline.periods.size(); ++i) {
      const auto& period = timeline.periods[i];
      bool changes = false;
      for (const auto& change : series.changes) changes = changes || change.after == i;
      out += csv_field(row.id) + "," + csv_field(row.title) + "," + csv_field(column.id) + "," +
             csv_field(column.title) + "," + period.label + "," + to_string(*period.window.from) + "," +
             to_string(*period.window.to) + "," + figures(series.cells[i]) + "," + (changes ? "true" : "false") + "\n";
    }
  }
  return out;
}

}  // namespace demarche::report
