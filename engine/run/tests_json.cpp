#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/run/expectation_text.hpp"
#include "engine/run/test_findings.hpp"

namespace demarche::run {

namespace {
using Json = nlohmann::ordered_json;

Json place(const program::Place& at) { return {{"file", at.file}, {"line", at.line}, {"column", at.column}}; }

Json found_json(const evidence::Record& record, const program::Program& program, const std::string& text) {
  return {{"actor", record.actor},
          {"stance", evidence::name_of(record.stance)},
          {"issue", record.issue},
          {"strength", evidence::name_of(record.strength)},
          {"kind", evidence::name_of(record.kind)},
          {"start", record.match.start},
          {"end", record.match.end},
          {"text", found_text(record, program, text)}};
}

Json expectation_json(const ExpectationResult& one, const TestResult& result, const program::Program& program) {
  Json json{{"line", one.expectation->place.line},
            {"expect", expectation_text(*one.expectation)},
            {"status", name_of(one.status)}};
  if (one.expectation->todo) json["todo"] = one.expectation->todo_reason;
  json["found"] = Json::array();
  for (const std::size_t i : one.records)
    json["found"].push_back(found_json(result.found.records.at(i), program, result.test->text));
  json["why"] = one.why;
  return json;
}

Json test_json(const TestResult& result, const program::Program& program) {
  Json json{{"name", result.test->name}, {"place", place(result.test->place)}, {"status", name_of(result.status())}};
  if (!result.broken.empty()) json["broken"] = result.broken;
  json["expectations"] = Json::array();
  for (const auto& one : result.expectations) json["expectations"].push_back(expectation_json(one, result, program));
  return json;
}

template <typename Test>
std::ptrdiff_t count(const std::vector<TestResult>& results, Test&& test) {
  return std::count_if(results.begin(), results.end(), test);
}
}  // namespace

std::string tests_json(const std::vector<TestResult>& results, const program::Program& program,
                       const std::string& version) {
  const auto cannot_run = [](const TestResult& result) { return result.status() == TestStatus::cannot_run; };
  const auto failed = [](const TestResult& result) { return result.failed(); };
  Json json{{"demarche", version}, {"command", "test"}, {"rules", program.hash}, {"tests", results.size()}};
  json["right"] = count(results, [&](const auto& result) { return !failed(result) && !cannot_run(result); });
  json["failed"] = count(results, failed);
  json["cannot_run"] = count(results, cannot_run);
  json["results"] = Json::array();
  for (const auto& result : results) json["results"].push_back(test_json(result, program));
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace demarche::run
