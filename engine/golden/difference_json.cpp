#include <nlohmann/json.hpp>

#include "engine/golden/difference_text.hpp"

namespace demarche::golden {

namespace {

using Json = nlohmann::ordered_json;

Json stance_json(const std::optional<evidence::Stance>& stance) {
  return stance ? Json(evidence::name_of(*stance)) : Json();
}

Json cell_json(const Cell* cell) {
  if (!cell) return {};
  return {{"code", cell->code},       {"support", cell->support}, {"oppose", cell->oppose},
          {"neutral", cell->neutral}, {"records", cell->records}, {"documents", cell->documents}};
}

Json reading_json(const Evidence* one) {
  if (!one) return {};
  return {{"stance", evidence::name_of(one->stance)},
          {"strength", evidence::name_of(one->strength)},
          {"kind", evidence::name_of(one->kind)},
          {"mode", evidence::name_of(one->mode)},
          {"negated", one->negated},
          {"speaker", one->speaker},
          {"via", one->via},
          {"claimant", one->claimant},
          {"matched", one->matched},
          {"rule", one->rule},
          {"construction", one->construction},
          {"start", one->place.start},
          {"end", one->place.end}};
}

const char* name_of_cause(Cause::Kind kind) {
  switch (kind) {
    case Cause::Kind::line:
      return "line";
    case Cause::Kind::guard:
      return "guard";
    case Cause::Kind::nearby:
      return "nearby";
    case Cause::Kind::article:
      return "article";
    case Cause::Kind::reason:
      return "reason";
    case Cause::Kind::unknown:
      return "unknown";
  }
  return "";
}

Json line_json(std::uint32_t line) { return line == 0 ? Json() : Json(line); }

Json cause_json(const Cause& cause) {
  Json json{{"kind", name_of_cause(cause.kind)}};
  if (!cause.note.empty()) json["note"] = cause.note;
  if (!cause.edit) return json;
  json["file"] = cause.edit->file;
  json["line_before"] = line_json(cause.edit->line_before);
  json["line_after"] = line_json(cause.edit->line_after);
  json["before"] = cause.edit->before;
  json["after"] = cause.edit->after;
  return json;
}

Json evidence_json(const EvidenceChange& change, const std::vector<Cause>& causes) {
  const Evidence& one = change.shown();
  Json json{{"change", name_of(change.kind)},
            {"document", change.document},
            {"actor", one.actor},
            {"issue", one.issue},
            {"sentence", one.sentence}};
  json["before"] = reading_json(change.before);
  json["after"] = reading_json(change.after);
  json["causes"] = Json::array();
  for (const auto& cause : causes) json["causes"].push_back(cause_json(cause));
  return json;
}

}  // namespace

std::string difference_json(const Comparison& comparison, const CauseFinder& finder) {
  Json json{{"same", comparison.same()}, {"summary", summary_line(comparison)}};
  json["cells"] = Json::array();
  for (const auto& cell : comparison.cells)
    json["cells"].push_back({{"actor", cell.actor},
                             {"issue", cell.issue},
                             {"position_changed", cell.code},
                             {"before", cell_json(cell.before)},
                             {"after", cell_json(cell.after)}});
  json["documents"] = Json::array();
  for (const auto& change : comparison.documents)
    json["documents"].push_back({{"document", change.document}, {"change", name_of(change.kind)}});
  json["nets"] = Json::array();
  for (const auto& net : comparison.nets)
    json["nets"].push_back({{"document", net.document},
                            {"actor", net.actor},
                            {"issue", net.issue},
                            {"before", stance_json(net.before)},
                            {"after", stance_json(net.after)}});
  json["evidence"] = Json::array();
  for (const auto& change : comparison.evidence)
    json["evidence"].push_back(
        evidence_json(change, change.kind == EvidenceChange::Kind::moved ? std::vector<Cause>{} : finder.of(change)));
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace demarche::golden
