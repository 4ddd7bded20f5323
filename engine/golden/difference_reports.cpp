#include "engine/golden/difference_reports.hpp"

#include <map>

#include "engine/golden/difference_text.hpp"
#include "engine/golden/rule_texts.hpp"
#include "engine/report/diagnostics_github.hpp"

namespace demarche::golden {

namespace {

using report::Case;

// Collects what differs of one cell or document.
class Cases {
 public:
  void passes(const std::string& name) { cases_.try_emplace(name, make(name)); }
  void fails(const std::string& name, const std::string& message, const std::string& details) {
    Case& one = cases_.try_emplace(name, make(name)).first->second;
    one.status = Case::Status::failed;
    one.kind = "golden";
    if (one.message.empty()) one.message = message;
    one.details += details;
  }
  report::Suite suite(const std::string& name) && {
    report::Suite suite{name, {}};
    for (auto& [key, one] : cases_) suite.cases.push_back(std::move(one));
    return suite;
  }

 private:
  static Case make(const std::string& name) {
    Case one;
    one.name = name;
    return one;
  }
  std::map<std::string, Case> cases_;
};

std::string cell_name(const std::string& actor, const std::string& issue) { return actor + " on " + issue; }

std::string code_of(const Cell* cell) { return cell ? cell->code : "not in the matrix"; }

std::string annotation(const std::string& place, const std::string& message) {
  return "::error " + place + "title=golden::" + report::github_escaped(message, false) + "\n";
}

// Of a file that is at hand: a line of the shipped library, or one that is gone, cannot be shown.
std::string place_of(const std::vector<Cause>& causes) {
  for (const auto& cause : causes)
    if (cause.edit && cause.edit->line_after > 0 && !is_of_library(cause.edit->file))
      return "file=" + report::github_escaped(cause.edit->file, true) +
             ",line=" + std::to_string(cause.edit->line_after) + ",";
  return {};
}

}  // namespace

std::vector<report::Suite> suites_of(const Comparison& comparison, const Golden& now, const CauseFinder& finder) {
  Cases cells;
  Cases documents;
  for (const auto& cell : now.cells) cells.passes(cell_name(cell.actor, cell.issue));
  for (const auto& document : now.documents) documents.passes(document.id);
  for (const auto& cell : comparison.cells)
    cells.fails(cell_name(cell.actor, cell.issue),
                cell.code ? code_of(cell.before) + " -> " + code_of(cell.after) : "other counts", "");
  for (const auto& document : comparison.documents)
    documents.fails(document.document, std::string(name_of(document.kind)), "");
  for (const auto& change : comparison.evidence) {
    const bool moved = change.kind == EvidenceChange::Kind::moved;
    const std::string details = evidence_text(change, moved ? std::vector<Cause>{} : finder.of(change), {});
    const std::string message = "evidence " + std::string(name_of(change.kind));
    documents.fails(change.document, message, details);
    if (!moved) cells.fails(cell_name(change.shown().actor, change.shown().issue), message, details);
  }
  std::vector<report::Suite> suites;
  suites.push_back(std::move(cells).suite("cells"));
  suites.push_back(std::move(documents).suite("documents"));
  return suites;
}

std::string github_annotations(const Comparison& comparison, const CauseFinder& finder) {
  std::string out;
  for (const auto& cell : comparison.cells)
    if (cell.code)
      out += annotation("",
                        cell_name(cell.actor, cell.issue) + ": " + code_of(cell.before) + " -> " + code_of(cell.after));
  for (const auto& change : comparison.evidence) {
    const bool moved = change.kind == EvidenceChange::Kind::moved;
    const auto causes = moved ? std::vector<Cause>{} : finder.of(change);
    std::string text = evidence_text(change, causes, {});
    text.pop_back();  // its line end
    out += annotation(place_of(causes), text);
  }
  for (const auto& document : comparison.documents)
    out += annotation("", document.document + ": " + std::string(name_of(document.kind)));
  return out;
}

}  // namespace demarche::golden
