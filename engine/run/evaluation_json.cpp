#include <nlohmann/json.hpp>

#include "engine/run/evaluation_text.hpp"

namespace demarche::run {

namespace {

using Json = nlohmann::ordered_json;

// Four digits: what differs beyond them differs by the machine.
double rounded(double value) { return static_cast<double>(static_cast<long long>(value * 10000 + 0.5)) / 10000; }

Json to_json(const Score& score) {
  return {{"precision", rounded(score.precision())},
          {"recall", rounded(score.recall())},
          {"f1", rounded(score.f1())},
          {"right", score.right},
          {"found", score.found},
          {"gold", score.wanted},
          {"wrong_direction", score.wrong_direction}};
}

Json to_json(const std::map<std::string, Score>& scores) {
  Json json = Json::object();
  for (const auto& [name, score] : scores) json[name] = to_json(score);
  return json;
}

Json to_json(const std::optional<Interval>& interval) {
  return interval ? Json::array({rounded(interval->low), rounded(interval->high)}) : Json(nullptr);
}

Json to_json(const ScoreIntervals& intervals) {
  return {{"precision", to_json(intervals.precision)},
          {"recall", to_json(intervals.recall)},
          {"f1", to_json(intervals.f1)}};
}

Json to_json(const Agreement& agreement) {
  auto value = [](const std::optional<double>& figure) {
    // Coefficients may be below zero: rounded away from it as above it.
    return figure ? Json(*figure < 0 ? -rounded(-*figure) : rounded(*figure)) : Json(nullptr);
  };
  return {{"n", agreement.units},
          {"percent", value(agreement.percent)},
          {"alpha_nominal", value(agreement.alpha_nominal)},
          {"alpha_ordinal", value(agreement.alpha_ordinal)},
          {"kappa", value(agreement.kappa)},
          {"pi", value(agreement.pi)},
          {"ac1", value(agreement.ac1)},
          {"brennan_prediger", value(agreement.brennan_prediger)}};
}

Json to_json(const Confusion& confusion) {
  Json json = Json::object();
  for (std::size_t a = 0; a < confusion.size(); ++a)
    for (std::size_t b = 0; b < confusion.size(); ++b)
      json[confusion.names()[a]][confusion.names()[b]] = confusion.at(a, b);
  return json;
}

Json to_json(const Breakdown& by) {
  return {{"issue", to_json(by.issue)},
          {"actor", to_json(by.actor)},
          {"stance", to_json(by.stance)},
          {"source", to_json(by.source)},
          {"construction", to_json(by.construction)},
          {"phenomenon", to_json(by.phenomenon)}};
}

Json to_json(const Mistake& mistake) {
  static constexpr const char* kinds[] = {"miss", "false-alarm", "wrong-stance"};
  Json json{{"kind", kinds[static_cast<int>(mistake.kind)]}};
  const auto range = mistake.gold ? mistake.gold->range : mistake.record->sentence_range;
  json["doc"] = mistake.gold ? mistake.gold->doc : mistake.record->doc;
  json["start"] = range.start;
  json["end"] = range.end;
  json["actor"] = mistake.gold ? mistake.gold->actor : mistake.record->actor;
  json["issue"] = mistake.gold ? mistake.gold->issue : mistake.record->issue;
  json["wanted"] = mistake.gold ? std::string(evidence::name_of(mistake.gold->stance)) : "";
  json["found"] = mistake.record ? std::string(evidence::name_of(mistake.record->stance)) : "";
  if (mistake.gold) json["notes"] = mistake.gold->notes;
  if (mistake.record) {
    json["rule"] = mistake.record->rule;
    json["construction"] = mistake.record->construction;
  }
  json["reason"] = mistake.reason;
  json["sentence"] = mistake.sentence;
  return json;
}

}  // namespace

std::string evaluation_json(const Evaluation& evaluation) {
  Json json{{"documents", evaluation.documents},
            {"cells", to_json(evaluation.cells)},
            {"cells_without_weak", to_json(evaluation.cells_without_weak)},
            {"rows", to_json(evaluation.rows)},
            {"rows_without_weak", to_json(evaluation.rows_without_weak)},
            {"intervals",
             {{"level", 0.95},
              {"draws", bootstrap_draws},
              {"seed", bootstrap_seed},
              {"cells", to_json(evaluation.cells_interval)},
              {"cells_without_weak", to_json(evaluation.cells_without_weak_interval)},
              {"rows", to_json(evaluation.rows_interval)},
              {"rows_without_weak", to_json(evaluation.rows_without_weak_interval)}}},
            {"cell_confusion", to_json(evaluation.cell_confusion)},
            {"agreement",
             {{"stance", to_json(evaluation.stance_agreement)},
              {"stance_or_none", to_json(evaluation.coverage_agreement)},
              {"strength", to_json(evaluation.strength_agreement)}}},
            {"rows_by", to_json(evaluation.by)},
            {"rows_by_without_weak", to_json(evaluation.by_without_weak)},
            {"cells_by_issue", to_json(evaluation.cells_by_issue)}};
  json["cell_mistakes"] = Json::array();
  for (const auto& cell : evaluation.cell_mistakes)
    json["cell_mistakes"].push_back({{"doc", cell.doc},
                                     {"actor", cell.actor},
                                     {"issue", cell.issue},
                                     {"wanted", cell.wanted},
                                     {"found", cell.found}});
  json["mistakes"] = Json::array();
  for (const auto& mistake : evaluation.mistakes) json["mistakes"].push_back(to_json(mistake));
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace demarche::run
