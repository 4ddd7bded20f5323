#include "engine/run/test_findings.hpp"

#include <algorithm>
#include <map>
#include <memory>

#include "engine/run/expectation_text.hpp"
#include "engine/run/test_text.hpp"

namespace demarche::run {

namespace {
class Finder {
 public:
  explicit Finder(const FileSystem& files) : files_(files) {}

  void add(const TestResult& result) {
    if (!result.broken.empty()) cannot_run(result);
    for (const auto& one : result.expectations)
      if (one.status != TestStatus::right) add(result, one);
  }

  Diagnostics take() && { return std::move(found_); }

 private:
  static DiagnosticId id_of(TestStatus status) {
    switch (status) {
      case TestStatus::missing:
        return DiagnosticId::expectation_missing;
      case TestStatus::unexpected:
        return DiagnosticId::expectation_unexpected;
      case TestStatus::todo_now_passes:
        return DiagnosticId::todo_now_passes;
      case TestStatus::todo:
        return DiagnosticId::test_todo;
      case TestStatus::right:
      case TestStatus::cannot_run:
        break;
    }
    return DiagnosticId::test_cannot_run;
  }

  static std::string message(const TestResult& result, const ExpectationResult& one) {
    std::string text = "test \"" + result.test->name + "\": " + expectation_text(*one.expectation) + ": ";
    text += meaning_of(one.status);
    if (one.status == TestStatus::todo && !one.expectation->todo_reason.empty())
      text += ": " + one.expectation->todo_reason;
    return text;
  }

  void cannot_run(const TestResult& result) {
    auto& diagnostic =
        add(DiagnosticId::test_cannot_run, "test \"" + result.test->name + "\" cannot run", result.test->place);
    diagnostic.notes = result.broken;
  }

  void add(const TestResult& result, const ExpectationResult& one) {
    auto& diagnostic = add(id_of(one.status), message(result, one), one.expectation->place);
    if (one.status != TestStatus::todo) diagnostic.notes = one.why;
  }

  Diagnostic& add(DiagnosticId id, std::string message, const program::Place& place) {
    const auto file = source(place.file);
    if (!file || place.line == 0) return found_.add(id, std::move(message), place.file);
    return found_.add(id, std::move(message), file, line_from(*file, place));
  }

  // From the place to the end of its line: the line of an expectation, the head of a test.
  static Span line_from(const SourceFile& file, const program::Place& place) {
    const std::uint32_t start = file.line_start(place.line);
    const auto line = file.line(place.line);
    const std::size_t comment = line.find(" #");
    const std::size_t last = line.substr(0, comment).find_last_not_of(" \t");
    std::uint32_t begin = start;
    while (begin < start + line.size() && file.position(begin).column < place.column) ++begin;
    const auto end = static_cast<std::uint32_t>(start + (last == std::string_view::npos ? line.size() : last + 1));
    return {begin, std::max(begin, end)};
  }

  std::shared_ptr<const SourceFile> source(const std::string& path) {
    auto [entry, added] = sources_.try_emplace(path);
    if (added)
      if (auto read = files_.read(path); read.bytes)
        entry->second = std::make_shared<SourceFile>(path, std::move(*read.bytes));
    return entry->second;
  }

  const FileSystem& files_;
  std::map<std::string, std::shared_ptr<const SourceFile>> sources_;
  Diagnostics found_;
};

report::Case::Status case_status(const TestResult& result) {
  if (result.failed()) return report::Case::Status::failed;
  if (result.status() == TestStatus::cannot_run) return report::Case::Status::error;
  return result.status() == TestStatus::todo ? report::Case::Status::todo : report::Case::Status::passed;
}

// The expectation that gives the test its status.
const ExpectationResult* decisive(const TestResult& result) {
  for (const auto& one : result.expectations)
    if (one.status == result.status()) return &one;
  return nullptr;
}

report::Case case_of(const TestResult& result) {
  report::Case one;
  one.name = result.test->name;
  one.file = result.test->place.file;
  one.line = result.test->place.line;
  one.status = case_status(result);
  if (one.status == report::Case::Status::passed) return one;
  one.kind = name_of(result.status());
  const ExpectationResult* worst = decisive(result);
  if (!worst) {
    one.message = result.broken.empty() ? "" : result.broken.front();
  } else if (worst->status == TestStatus::todo) {
    const auto& reason = worst->expectation->todo_reason;
    one.message = reason.empty() ? expectation_text(*worst->expectation) : reason;
  } else {
    one.line = worst->expectation->place.line;
    one.message = expectation_text(*worst->expectation) + ": " + std::string(meaning_of(worst->status));
  }
  one.details = test_text(result, {});
  return one;
}
}  // namespace

Diagnostics test_diagnostics(const std::vector<TestResult>& results, const FileSystem& files) {
  Finder finder(files);
  for (const auto& result : results) finder.add(result);
  return std::move(finder).take();
}

std::vector<report::Suite> test_suites(const std::vector<TestResult>& results) {
  std::map<std::string, report::Suite> by_file;
  for (const auto& result : results) by_file[result.test->place.file].cases.push_back(case_of(result));
  std::vector<report::Suite> suites;
  for (auto& [file, suite] : by_file) {
    suite.name = file;
    suites.push_back(std::move(suite));
  }
  return suites;
}

}  // namespace demarche::run
