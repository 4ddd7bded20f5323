#include "engine/run/explain.hpp"

#include <algorithm>
#include <set>

#include "engine/position/build_matrix.hpp"
#include "engine/position/fill_cell.hpp"

namespace demarche::run {

namespace {

using evidence::DocumentResult;
using evidence::Record;

// The cell of one actor and issue, and where each record went.
class Explainer {
 public:
  Explainer(const std::vector<DocumentResult>& results, const std::string& doc, const position::Options& options,
            const lexicon::ActorTable& actors)
      : results_(results), doc_(doc), options_(options), actors_(actors) {
    for (std::size_t d = 0; d < results.size(); ++d) {
      if (!doc.empty() && results[d].doc != doc) continue;
      tally_.add(results[d]);
      documents_.push_back(d);
    }
  }

  CellExplanation run(const std::string& actor, const std::string& issue) {
    CellExplanation out;
    out.actor = actor;
    out.issue = issue;
    const position::Layout layout{"", "", {{actor, actor}}, {{issue, issue}}};
    out.cell = position::build_matrix(tally_, layout, options_, actors_).at(0, 0);
    const std::string& holder = out.cell.via.empty() ? actor : out.cell.via;
    auto entries = entries_of(holder, issue, out.cell.via.empty() ? "" : actor);
    const auto of_others = std::stable_partition(entries.begin(), entries.end(), [&](const position::Entry& entry) {
      return options_.counts_source(tally_.name(entry.source));
    });
    for (auto entry = of_others; entry != entries.end(); ++entry)
      out.left_out.push_back({spot(entry->ref), "of a source that does not count"});
    entries.erase(of_others, entries.end());
    const auto groups = position::groups_of(entries, options_);
    add_units(groups, out);
    add_left_out(entries, groups, out);
    add_silences(out);
    return out;
  }

 private:
  // The documents of the tally stand in the order of their ids.
  std::vector<position::Entry> entries_of(const std::string& holder, const std::string& issue,
                                          const std::string& member) const {
    std::vector<position::Entry> entries;
    const auto* items = tally_.items_of({tally_.find(holder), tally_.find(issue)});
    if (!items) return entries;
    for (const position::Item& item : *items) {
      const auto& document = tally_.documents()[item.document];
      if (!options_.counts_source(tally_.name(document.source))) continue;
      const auto index = member.empty() ? lexicon::none : actors_.find(member);
      if (index != lexicon::none && !actors_.is_member(index, holder, document.date)) continue;
      entries.push_back({&item, {item.document, item.record}, document.date, document.source});
    }
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.ref < b.ref; });
    return entries;
  }

  Spot spot(const position::RecordRef& ref) const { return {documents_[ref.document], ref.record}; }

  using Groups = std::vector<std::vector<position::RecordRef>>;

  void add_units(const Groups& groups, CellExplanation& out) const {
    for (const position::Unit& unit : out.cell.units)
      for (const auto& group : groups) {
        if (group.front() != unit.best) continue;
        CountedUnit& counted = out.units.emplace_back(CountedUnit{unit, {}});
        for (const auto& ref : group) counted.records.push_back(spot(ref));
      }
  }

  void add_left_out(const std::vector<position::Entry>& entries, const Groups& groups, CellExplanation& out) const {
    std::set<position::RecordRef> counted;
    for (const auto& group : groups) counted.insert(group.begin(), group.end());
    for (const position::Entry& entry : entries) {
      if (counted.contains(entry.ref)) continue;
      std::string why;
      if (entry.item->kind == evidence::Kind::ascribed)
        why = "what others say counts for no position";
      else if (!options_.counts(entry.item->kind))
        why = "evidence of the kind `" + std::string(evidence::name_of(entry.item->kind)) + "` does not count";
      else if (!options_.in_window(entry.date))
        why = entry.date ? "outside the window" : "undated";
      else
        why = "reprint of a sentence from before the window";
      if (!why.empty()) out.left_out.push_back({spot(entry.ref), why});
    }
  }

  void add_silences(CellExplanation& out) const {
    for (const std::size_t d : documents_) {
      const DocumentResult& result = results_[d];
      const auto& named = result.mentioned;
      if (std::find(named.begin(), named.end(), out.actor) != named.end()) ++out.naming_actor;
      const auto& pairs = result.issue_mentions;
      if (std::find(pairs.begin(), pairs.end(), std::pair(out.actor, out.issue)) != pairs.end()) ++out.holding_issue;
      for (std::size_t i = 0; i < result.silences.size(); ++i)
        if (result.silences[i].issue == out.issue && result.silences[i].actor == out.actor)
          out.silences.push_back({d, i});
    }
  }

  const std::vector<DocumentResult>& results_;
  const std::string& doc_;
  const position::Options& options_;
  const lexicon::ActorTable& actors_;
  position::Tally tally_;
  std::vector<std::size_t> documents_;  // into the results, by the number in the tally
};

}  // namespace

CellExplanation explain(const std::vector<DocumentResult>& results, const std::string& actor, const std::string& issue,
                        const std::string& doc, const position::Options& options, const lexicon::ActorTable& actors) {
  return Explainer(results, doc, options, actors).run(actor, issue);
}

std::set<std::string> documents_to_prove(const CellExplanation& explanation, const std::vector<DocumentResult>& results,
                                         std::size_t limit) {
  std::set<std::string> ids;
  const auto take = [&](const Spot& spot) { ids.insert(results[spot.document].doc); };
  for (std::size_t i = 0; i < std::min(limit, explanation.units.size()); ++i) take(explanation.units[i].records[0]);
  for (std::size_t i = 0; i < std::min(limit, explanation.left_out.size()); ++i) take(explanation.left_out[i].record);
  std::map<evidence::Reason, std::size_t> shown;
  for (const Spot& spot : explanation.silences)
    if (shown[results[spot.document].silences[spot.item].reason]++ < limit) take(spot);
  return ids;
}

}  // namespace demarche::run
