#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "engine/report/cell_text.hpp"
#include "engine/report/evidence_jsonl.hpp"
#include "engine/run/explain.hpp"

// An explained cell as one tree, and as JSON.
namespace demarche::run {

namespace {

using evidence::DocumentResult;
using evidence::Record;
using Json = nlohmann::ordered_json;

std::string number(double value) {
  char buffer[48];
  const bool whole = value == static_cast<double>(static_cast<long>(value));
  std::snprintf(buffer, sizeof buffer, whole ? "%.0f" : "%.2f", value);
  return buffer;
}

std::string counted(double count, const char* one, const char* many) {
  return number(count) + " " + (count == 1 ? one : many);
}

Proof line(const char* kind, std::string text) { return {kind, std::move(text), {}, std::nullopt, {}, {}}; }

std::string side_of(evidence::Stance stance) {
  return stance == evidence::Stance::support ? "for" : stance == evidence::Stance::oppose ? "against" : "neutral";
}

class Tree {
 public:
  Tree(const CellExplanation& explanation, const std::vector<DocumentResult>& results,
       const std::map<std::string, ProvenDocument>& proven, std::size_t limit)
      : is_(explanation), cell_(explanation.cell), results_(results), proven_(proven), limit_(limit) {}

  Proof build() const {
    Proof root = line("cell", is_.actor + " on " + is_.issue + ": " + report::code_text(cell_) + ": " +
                                  std::string(position::meaning_of(cell_.code)));
    add_figures(root);
    add_units(root);
    add_left_out(root);
    add_silences(root);
    return root;
  }

  // The records that the tree shows, with their traces.
  std::vector<const Record*> shown_records() const {
    std::vector<const Record*> records;
    for (std::size_t i = 0; i < std::min(limit_, is_.units.size()); ++i) {
      const Spot& spot = is_.units[i].records[0];
      const auto found = proven_.find(results_[spot.document].doc);
      records.push_back(found == proven_.end() ? &results_[spot.document].records[spot.item]
                                               : &found->second.result.records.at(spot.item));
    }
    return records;
  }

 private:
  const DocumentResult& document(const Spot& spot) const { return results_[spot.document]; }
  const Record& record(const Spot& spot) const { return document(spot).records[spot.item]; }

  void add_figures(Proof& root) const {
    root.add(line("figures", counted(cell_.records, "record", "records") + ", counted as " + number(cell_.support) +
                                 " for, " + number(cell_.oppose) + " against, " + number(cell_.neutral) +
                                 " neutral, from " + counted(cell_.documents, "document", "documents") + " and " +
                                 counted(cell_.sources, "source", "sources") + (cell_.thin ? " (thin)" : "")));
    if (cell_.support + cell_.oppose > 0) {
      char buffer[200];
      std::snprintf(buffer, sizeof buffer, "lean %+.2f, strength %+.2f, share of support between %.2f and %.2f (95%%)",
                    cell_.lean, cell_.strength, cell_.interval.low, cell_.interval.high);
      root.add(line("figures", buffer));
    }
    if (cell_.first) root.add(line("dates", "from " + to_string(*cell_.first) + " to " + to_string(*cell_.last)));
    if (cell_.shift)
      root.add(line("shift", std::string(evidence::name_of(cell_.shift->before)) + " until " +
                                 to_string(cell_.shift->last_before) + ", " +
                                 std::string(evidence::name_of(cell_.shift->after)) + " since " +
                                 to_string(cell_.shift->first_after)));
    if (!cell_.via.empty())
      root.add(line("via", "the position of " + cell_.via + ": " + is_.actor + " is a member and has none of its own"));
    root.add(line("coverage", counted(static_cast<double>(is_.naming_actor), "document is by it or names it",
                                      "documents are by it or name it") +
                                  ", " + number(static_cast<double>(is_.holding_issue)) +
                                  " with the issue in the same sentence"));
  }

  // The proof of a record where its document was read closely, else the record alone.
  Proof proof_of(const Spot& spot) const {
    const Record& one = record(spot);
    const auto found = proven_.find(one.doc);
    if (found != proven_.end() && spot.item < found->second.records.size()) return found->second.records[spot.item];
    Proof proof = line("record", one.actor + " " + std::string(evidence::name_of(one.stance)) + "s " + one.issue +
                                     " (" + record_details(one) + ")");
    proof.doc = one.doc;
    proof.range = one.match;
    proof.add({"sentence", "\"" + one.sentence + "\"", {}, one.sentence_range, {}, {}});
    return proof;
  }

  std::string source_of(const Spot& spot) const {
    const DocumentResult& in = document(spot);
    return in.doc + (in.date ? ", " + to_string(*in.date) : ", undated") + (in.source.empty() ? "" : ", " + in.source);
  }

  void add_units(Proof& root) const {
    for (std::size_t i = 0; i < is_.units.size() && i < limit_; ++i) {
      const CountedUnit& counted_unit = is_.units[i];
      const double weight = counted_unit.unit.weight;
      Proof unit = line("counted", number(weight) + " " + side_of(counted_unit.unit.stance) + ": " +
                                       source_of(counted_unit.records[0]));
      unit.add(proof_of(counted_unit.records[0]));
      for (std::size_t r = 1; r < counted_unit.records.size() && r <= limit_; ++r) {
        const Spot& other = counted_unit.records[r];
        const bool reprint = record(other).doc != record(counted_unit.records[0]).doc;
        Proof also = line(reprint ? "reprint" : "duplicate", source_of(other) + ": \"" + record(other).sentence + "\"");
        also.doc = record(other).doc;
        also.range = record(other).match;
        unit.add(std::move(also));
      }
      root.add(std::move(unit));
    }
    note_rest(is_.units.size(), "pieces of counted evidence", root);
  }

  void add_left_out(Proof& root) const {
    for (std::size_t i = 0; i < is_.left_out.size() && i < limit_; ++i) {
      Proof left = line("not counted", is_.left_out[i].why + ": " + source_of(is_.left_out[i].record));
      left.add(proof_of(is_.left_out[i].record));
      root.add(std::move(left));
    }
    note_rest(is_.left_out.size(), "records that are not counted", root);
  }

  void add_silences(Proof& root) const {
    std::map<evidence::Reason, std::vector<Spot>> by_reason;
    for (const Spot& spot : is_.silences) by_reason[document(spot).silences[spot.item].reason].push_back(spot);
    for (const auto& [reason, spots] : by_reason) {
      Proof group = line("not coded", std::string(evidence::name_of(reason)) + ", " +
                                          counted(static_cast<double>(spots.size()), "place", "places") + ": " +
                                          std::string(evidence::meaning_of(reason)));
      for (std::size_t i = 0; i < spots.size() && i < limit_; ++i) {
        const auto found = proven_.find(document(spots[i]).doc);
        if (found == proven_.end() || spots[i].item >= found->second.silences.size()) continue;
        Proof silence = found->second.silences[spots[i].item];
        silence.doc = document(spots[i]).doc;
        group.add(std::move(silence));
      }
      note_rest(spots.size(), "places", group);
      root.add(std::move(group));
    }
  }

  void note_rest(std::size_t size, const char* what, Proof& to) const {
    if (size > limit_) to.add(line("more", std::to_string(size - limit_) + " more " + what + " (--limit shows more)"));
  }

  const CellExplanation& is_;
  const position::Cell& cell_;
  const std::vector<DocumentResult>& results_;
  const std::map<std::string, ProvenDocument>& proven_;
  std::size_t limit_;
};

Json record_json(const Record& record) {
  std::string text;
  report::append_evidence_line(text, record);
  Json json = Json::parse(text);
  json["trace"] = Json::array();
  for (const auto& step : record.trace)
    json["trace"].push_back(
        {{"stage", step.stage}, {"start", step.range.start}, {"end", step.range.end}, {"text", step.text}});
  return json;
}

}  // namespace

Proof cell_proof(const CellExplanation& explanation, const std::vector<DocumentResult>& results,
                 const std::map<std::string, ProvenDocument>& proven, std::size_t limit) {
  return Tree(explanation, results, proven, limit).build();
}

std::string explanation_json(const CellExplanation& explanation, const std::vector<DocumentResult>& results,
                             const std::map<std::string, ProvenDocument>& proven, std::size_t limit,
                             const Proof& proof) {
  const position::Cell& cell = explanation.cell;
  const Tree tree(explanation, results, proven, limit);
  Json json{{"schema", 1},
            {"actor", explanation.actor},
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
  for (const Record* record : tree.shown_records()) json["records"].push_back(record_json(*record));
  json["proof"] = Json::parse(proof_json(proof));
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace demarche::run
