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
          {"taper", options.taper}};
}

Json cell_json(const position::Matrix& matrix, std::size_t row, std::size_t column, const Results& results) {
  const position::Cell& cell = matrix.at(row, column);
  Json json{{"actor", matrix.rows[row].id},
            {"issue", matrix.columns[column].id},
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

}  // namespace

const evidence::Record& record_at(const Results& results, position::RecordRef ref) {
  return results.at(ref.document).records.at(ref.record);
}

std::string matrix_json(const position::Matrix& matrix, const Results& results, const Provenance& provenance) {
  Json json{{"demarche", provenance.version},
            {"rules", provenance.rules_hash},
            {"corpus", provenance.corpus_hash},
            {"project", provenance.project},
            {"id", matrix.id},
            {"title", matrix.title}};
  json["options"] = options(matrix.options);
  json["rows"] = heads(matrix.rows);
  json["columns"] = heads(matrix.columns);
  json["cells"] = Json::array();
  for (std::size_t row = 0; row < matrix.rows.size(); ++row)
    for (std::size_t column = 0; column < matrix.columns.size(); ++column)
      json["cells"].push_back(cell_json(matrix, row, column, results));
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace demarche::report
