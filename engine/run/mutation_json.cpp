#include <nlohmann/json.hpp>

#include "engine/run/mutation_text.hpp"

namespace demarche::run {

namespace {

using Json = nlohmann::ordered_json;

Json score_json(const MutationScore& score) {
  return {{"killed", score.killed}, {"survived", score.survived}, {"percent", score.percent()}};
}

Json mutant_json(const MutantResult& result) {
  const Mutant& mutant = result.mutant;
  return {{"file", mutant.place.file},    {"line", mutant.place.line},    {"column", mutant.place.column},
          {"kind", name_of(mutant.kind)}, {"change", mutant.change},      {"owner", mutant.owner},
          {"text", mutant.text},          {"fate", name_of(result.fate)}, {"tests", result.tests}};
}

}  // namespace

std::string mutation_json(const MutationReport& report, const MutationOptions& options, const std::string& version) {
  Json kinds = Json::object();
  for (const auto& [kind, score] : report.by_kind()) kinds[std::string(name_of(kind))] = score_json(score);
  Json files = Json::object();
  for (const auto& [file, score] : report.by_file()) files[file] = score_json(score);
  Json mutants = Json::array();
  for (const MutantResult& result : report.mutants)
    if (result.fate != Fate::not_run) mutants.push_back(mutant_json(result));
  const Json json = {{"format", "demarche-mutation"},
                     {"format_version", 1},
                     {"demarche", version},
                     {"seed", options.seed},
                     {"possible", report.possible},
                     {"drawn", report.mutants.size()},
                     {"not_run", report.count(Fate::not_run)},
                     {"tests", report.tests},
                     {"tests_left_out", report.left_out},
                     {"score", score_json(report.score())},
                     {"kinds", kinds},
                     {"files", files},
                     {"mutants", mutants}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace demarche::run
