#include "engine/report/suite.hpp"

#include <algorithm>
#include <map>

#include "engine/base/render.hpp"
#include "engine/report/finding_place.hpp"

namespace demarche::report {

namespace {
Case case_of(const Diagnostic& diagnostic) {
  Case one;
  one.file = path_of(diagnostic);
  one.kind = demarche::name_of(diagnostic.id);
  one.name = one.kind;
  if (const auto& file = diagnostic.primary.file) {
    const LineColumn at = file->position(diagnostic.primary.span.begin);
    one.line = at.line;
    one.name += " in line " + std::to_string(at.line) + ", column " + std::to_string(at.column);
  }
  one.status = diagnostic.severity == Severity::note ? Case::Status::passed : Case::Status::failed;
  one.message = diagnostic.message;
  one.details = render(diagnostic);
  return one;
}
}  // namespace

std::size_t count(const Suite& suite, Case::Status status) {
  return static_cast<std::size_t>(
      std::count_if(suite.cases.begin(), suite.cases.end(), [&](const Case& one) { return one.status == status; }));
}

std::vector<Suite> suites_of(const std::vector<Diagnostic>& diagnostics, const std::vector<std::string>& files) {
  std::map<std::string, Suite> by_file;
  for (const auto& file : files) by_file[file];
  for (const auto& diagnostic : diagnostics) by_file[path_of(diagnostic)].cases.push_back(case_of(diagnostic));
  std::vector<Suite> suites;
  for (auto& [file, suite] : by_file) {
    suite.name = file.empty() ? "(no file)" : file;
    if (suite.cases.empty()) suite.cases.push_back({"nothing to say", file, 0, Case::Status::passed, {}, {}, {}});
    suites.push_back(std::move(suite));
  }
  return suites;
}

}  // namespace demarche::report
