#include "engine/report/json_parts.hpp"

#include <cmath>

namespace demarche::report {

Json json_number(double value) { return std::round(value * 10000) / 10000 + 0.0; }

Json json_date(const std::optional<Date>& day) { return day ? Json(to_string(*day)) : Json(); }

Json json_provenance(const Provenance& provenance, const position::Options& options) {
  Json json = Json::object();
  for (const auto& [label, value] : provenance_lines(provenance, options)) json[label] = value;
  return json;
}

Json json_quote(const Quote& quote) {
  const evidence::Record& record = *quote.record;
  return {{"doc", record.doc},
          {"date", json_date(record.date)},
          {"source", record.source},
          {"url", quote.document->url},
          {"speaker", record.speaker},
          {"via", record.via},
          {"sentence", record.sentence},
          {"start", record.sentence_range.start},
          {"end", record.sentence_range.end},
          {"stance", evidence::name_of(record.stance)},
          {"strength", evidence::name_of(record.strength)},
          {"mode", evidence::name_of(record.mode)},
          {"kind", evidence::name_of(record.kind)},
          {"rule", record.rule}};
}

Json json_position(const position::Cell& cell) {
  const bool sides = cell.support + cell.oppose > 0;
  return {{"code", position::name_of(cell.code)},
          {"refinement", position::name_of(cell.refinement)},
          {"via", cell.via},
          {"support", json_number(cell.support)},
          {"oppose", json_number(cell.oppose)},
          {"neutral", json_number(cell.neutral)},
          {"lean", sides ? json_number(cell.lean) : Json()},
          {"documents", cell.documents},
          {"thin", cell.thin}};
}

std::string json_dump(const Json& json) { return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace demarche::report
