#include "engine/run/explain.hpp"

#include <cstdio>
#include <nlohmann/json.hpp>

#include "engine/position/build_matrix.hpp"
#include "engine/report/cell_text.hpp"
#include "engine/report/evidence_jsonl.hpp"

namespace demarche::run {

namespace {

using Json = nlohmann::ordered_json;

std::string counted(double count, const char* what) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, count == static_cast<double>(static_cast<long>(count)) ? "%.0f %s" : "%.2f %s", count, what);
  return buffer;
}

std::string figures(const position::Cell& cell) {
  char buffer[200];
  std::snprintf(buffer, sizeof buffer, "  lean %+.2f, strength %+.2f, share of support between %.2f and %.2f (95%%)\n",
                cell.lean, cell.strength, cell.interval.low, cell.interval.high);
  return buffer;
}

Json record_json(const evidence::Record& record) {
  std::string line;
  report::append_evidence_line(line, record);
  Json json = Json::parse(line);
  json["trace"] = Json::array();
  for (const auto& step : record.trace)
    json["trace"].push_back({{"stage", step.stage}, {"start", step.range.start}, {"end", step.range.end}, {"text", step.text}});
  return json;
}

}  // namespace

Explanation explain(const std::vector<evidence::DocumentResult>& results, const std::string& actor,
                    const std::string& issue, const std::string& doc, const position::Options& options,
                    const lexicon::ActorTable& actors) {
  Explanation explanation{actor, issue, options, {}, {}, {}};
  position::Tally tally;
  for (const auto& result : results)
    if (doc.empty() || result.doc == doc) tally.add(result);
  const position::Layout layout{"", "", {{actor, actor}}, {{issue, issue}}};
  explanation.cell = position::build_matrix(tally, layout, options, actors).at(0, 0);
  const std::string& holder = explanation.cell.via.empty() ? actor : explanation.cell.via;
  for (const auto& result : results) {
    if (!doc.empty() && result.doc != doc) continue;
    for (const auto& record : result.records)
      if (record.issue == issue && (record.actor == holder || record.actor == actor)) explanation.records.push_back(&record);
    for (const auto& silence : result.silences)
      if (silence.issue == issue && silence.actor == actor) explanation.silences.emplace_back(&result, &silence);
  }
  return explanation;
}

std::string explanation_head(const Explanation& explanation) {
  const position::Cell& cell = explanation.cell;
  std::string out = explanation.actor + " on " + explanation.issue + ": " + report::code_text(cell) + ": " +
                    std::string(position::meaning_of(cell.code)) + "\n";
  out += "  " + counted(cell.records, "records, counted as ") + counted(cell.support, "for, ") +
         counted(cell.oppose, "against, ") + counted(cell.neutral, "neutral, from ") + counted(cell.documents, "documents and ") +
         counted(cell.sources, "sources") + (cell.thin ? " (thin)" : "") + "\n";
  if (cell.support + cell.oppose > 0) out += figures(cell);
  if (cell.first) out += "  from " + to_string(*cell.first) + " to " + to_string(*cell.last) + "\n";
  if (cell.shift)
    out += "  shifted: " + std::string(evidence::name_of(cell.shift->before)) + " until " + to_string(cell.shift->last_before) +
           ", " + std::string(evidence::name_of(cell.shift->after)) + " since " + to_string(cell.shift->first_after) + "\n";
  if (cell.outside_window + cell.undated > 0)
    out += "  left out: " + counted(cell.outside_window, "records outside the window, ") + counted(cell.undated, "undated\n");
  const auto& claims = cell.claims;
  if (claims.support + claims.oppose + claims.neutral > 0)
    out += "  not counted, because others say it: " + counted(claims.support, "for, ") + counted(claims.oppose, "against, ") +
           counted(claims.neutral, "neutral\n");
  return out + "  " + counted(cell.covering, "documents are by it or name it\n");
}

std::string explanation_json(const Explanation& explanation) {
  const position::Cell& cell = explanation.cell;
  Json json{{"actor", explanation.actor},
            {"issue", explanation.issue},
            {"code", position::name_of(cell.code)},
            {"refinement", position::name_of(cell.refinement)},
            {"via", cell.via},
            {"support", cell.support},
            {"oppose", cell.oppose},
            {"neutral", cell.neutral},
            {"documents", cell.documents},
            {"thin", cell.thin}};
  json["records"] = Json::array();
  for (const auto* record : explanation.records) json["records"].push_back(record_json(*record));
  json["silences"] = Json::array();
  for (const auto& [result, silence] : explanation.silences)
    json["silences"].push_back({{"doc", result->doc},
                                {"start", silence->sentence_range.start},
                                {"end", silence->sentence_range.end},
                                {"reason", evidence::name_of(silence->reason)},
                                {"detail", silence->detail}});
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace demarche::run
