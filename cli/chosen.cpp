#include "cli/chosen.hpp"

#include <algorithm>

#include "cli/output.hpp"

namespace demarche::cli {

namespace {

// A misspelt issue, which would be told to be no actor.
bool is_slip_of_an_issue(Context& context, const std::string& name, const std::vector<std::string>& issues,
                         const Table& table) {
  if (table.job.rules->actors.find(name) != lexicon::none) return false;
  const std::string meant = nearest(name, issues);
  if (meant.empty()) return false;
  say_wrong(context, "there is no actor and no issue `" + name + "`; did you mean `" + meant + "`?");
  return true;
}

}  // namespace

position::Tally tally_of(const std::vector<evidence::DocumentResult>& results) {
  position::Tally tally;
  for (const auto& result : results) tally.add(result);
  return tally;
}

std::optional<position::Matrix> matrix_of(Context& context, Table& table, const std::vector<std::string>& names) {
  std::vector<std::string> issues;
  for (const auto& issue : table.job.rules->program.issues) issues.push_back(issue.id);
  std::vector<std::string> rows;
  std::vector<std::string> columns;
  for (const auto& name : names) {
    const bool is_issue = std::find(issues.begin(), issues.end(), name) != issues.end();
    if (!is_issue && is_slip_of_an_issue(context, name, issues, table)) return std::nullopt;
    (is_issue ? columns : rows).push_back(name);
  }
  auto& selection = table.job.project.selection;
  if (!rows.empty()) selection.rows = rows;
  if (!columns.empty()) selection.columns = columns;
  return make_matrix(context, table.job, table.results);
}

}  // namespace demarche::cli
