#include "engine/report/matrix_json.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

namespace demarche::report {

namespace {

using Json = nlohmann::ordered_json;
using Results = std::vector<evidence::DocumentResult>;

// Four digits: what differs beyond them differs by the machine.
double rounded(double value) { return std::round(value * 10000) / 10000 + 0.0; }

Json date(const std::optional<Date>& day) { return day ? Json(to_string(*day)) : Json(); }

Json heads(const std::vector<position::Head>& list) {
  Json json = Json::array();
  for (const auto& head : list) json.push_back({{"id", head.id}, {"title", head.title}});
  return json;
}

Json quote(const Results& results, position::RecordRef ref) {
  const evidence::Record& record = record_at(results, ref);
  return {{"doc", record.doc},
          {"date", date(record.date)},
          {"source", record.source},
          {"start", record.sentence_range.start},
          {"end", record.sentence_range.end},
          {"sentence", record.sentence},
          {"speaker", record.speaker},
          {"stance", evidence::name_of(record.stance)},
          {"strength", evidence::name_of(record.strength)},
          {"mode", evidence::name_of(record.mode)},
          {"rule", record.rule}};
}

Json options(const position::Options& options) {
  Json kinds = Json::array();
  if (options.declared) kinds.push_back("declared");
  if (options.narrated) kinds.push_back("narrated");
  if (options.acts) kinds.push_back("act");
  return {{"from", date(options.window.from)},
          {"to", date(options.window.to)},
          {"undated", options.keep_undated || !options.has_window() ? "kept" : "dropped"},
          {"kinds", kinds},
          {"duplicates", position::name_of(options.duplicates)},
          {"sources", options.sources},
          {"except_sources", options.except_sources},
          {"taper", options.taper}};
}

Json cell_json(const std::string& actor, const std::string& issue, const position::Cell& cell, const Results& results) {
  Json json{{"actor", actor},
            {"issue", issue},
            {"code", position::name_of(cell.code)},
            {"refinement", position::name_of(cell.refinement)},
            {"via", cell.via}};
  const bool sides = cell.support + cell.oppose > 0;
  json["support"] = rounded(cell.support);
  json["oppose"] = rounded(cell.oppose);
  json["neutral"] = rounded(cell.neutral);
  json["conditional"] = cell.conditional;
  json["lean"] = sides ? Json(rounded(cell.lean)) : Json();
  json["strength"] = sides ? Json(rounded(cell.strength)) : Json();
  json["interval"] = sides ? Json{rounded(cell.interval.low), rounded(cell.interval.high)} : Json();
  json["thin"] = cell.thin;
  json["records"] = cell.records;
  json["counted"] = cell.units.size();
  json["documents"] = cell.documents;
  json["sources"] = cell.sources;
  json["covering"] = cell.covering;
  json["outside_window"] = cell.outside_window;
  json["undated_left_out"] = cell.undated;
  json["first"] = date(cell.first);
  json["last"] = date(cell.last);
  if (cell.shift)
    json["shift"] = {{"before", evidence::name_of(cell.shift->before)},
                     {"after", evidence::name_of(cell.shift->after)},
                     {"last_before", to_string(cell.shift->last_before)},
                     {"first_after", to_string(cell.shift->first_after)},
                     {"quote_before", quote(results, cell.shift->quote_before)},
                     {"quote_after", quote(results, cell.shift->quote_after)}};
  json["claims"] = {{"support", cell.claims.support},
                    {"oppose", cell.claims.oppose},
                    {"neutral", cell.claims.neutral},
                    {"claimants", cell.claims.claimants}};
  json["quotes"] = Json::array();
  for (const auto& ref : cell.quotes) json["quotes"].push_back(quote(results, ref));
  return json;
}

Json census_json(const Census& census) {
  Json json = Json::object();
  for (const auto code : codes_in_order())
    json[std::string(position::name_of(code))] = census[static_cast<std::size_t>(code)];
  return json;
}

Json totals(const Grid& grid) {
  Json json{{"rows", Json::object()}, {"columns", Json::object()}};
  for (std::size_t row = 0; row < grid.rows.size(); ++row) json["rows"][grid.rows[row].id] = census_json(census_of_row(grid, row));
  for (std::size_t column = 0; column < grid.columns.size(); ++column)
    json["columns"][grid.columns[column].id] = census_json(census_of_column(grid, column));
  json["all"] = census_json(census_of_all(grid));
  return json;
}

}  // namespace

const evidence::Record& record_at(const Results& results, position::RecordRef ref) {
  return results.at(ref.document).records.at(ref.record);
}

std::string matrix_json(const position::Matrix& matrix, const Results& results, const Provenance& provenance) {
  return table_json(make_grid(matrix, {}), matrix, results, provenance);
}

std::string table_json(const Grid& grid, const position::Matrix& matrix, const Results& results,
                       const Provenance& provenance) {
  Json json{{"demarche", provenance.version},
            {"rules", provenance.rules_hash},
            {"corpus", provenance.corpus_hash},
            {"project", provenance.project},
            {"id", matrix.id},
            {"title", matrix.title}};
  json["options"] = options(matrix.options);
  json["transposed"] = grid.transposed;
  json["rows"] = heads(grid.rows);
  json["columns"] = heads(grid.columns);
  json["cells"] = Json::array();
  for (std::size_t row = 0; row < grid.rows.size(); ++row)
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
      const auto& first = grid.rows[row].id;
      const auto& second = grid.columns[column].id;
      if (const auto* cell = grid.at(row, column))
        json["cells"].push_back(cell_json(grid.transposed ? second : first, grid.transposed ? first : second, *cell, results));
    }
  if (grid.totals) json["totals"] = totals(grid);
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace demarche::report
