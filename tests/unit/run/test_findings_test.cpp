#include "engine/run/test_findings.hpp"

#include <nlohmann/json.hpp>

#include "engine/base/render.hpp"
#include "engine/report/junit.hpp"
#include "engine/run/test_text.hpp"
#include "tests/engine.hpp"
#include "tests/golden.hpp"

using namespace demarche;
using namespace demarche::run;

namespace {

const std::string rules = R"(import "world"
import "english"
issue grain "Grain" { about grain (deal | corridor) }
actor takes-a-side on every issue

test "right" {
  text "Iran rejected the grain deal."
  expect IRN opposes grain
  expect nothing else
}
test "wrong side & more" {
  speaking TUR
  date 2023-07-18
  text """
    We welcomed the grain deal. Then Iran "strongly" rejected the grain corridor, "forever".

    Nothing more was said.
  """
  expect IRN supports grain    # a comment
  expect not IRN opposes grain
  expect nothing else
}
test "later" {
  text "Iran shrugged at the grain deal."
  expect todo "shrugging is not read" IRN opposes grain
}
test "sooner" {
  text "Iran rejected the grain deal."
  expect todo IRN opposes grain
}
)";

struct Run {
  Run() : engine({{"g.stance", rules}}, {"g.stance"}), disk() {
    disk.files["g.stance"] = rules;
    for (const auto& test : engine.rules->program.tests)
      if (test.place.file == "g.stance") tests.push_back(&test);
    results = run(1);
  }

  std::vector<TestResult> run(unsigned threads) const {
    TestOptions options;
    options.threads = threads;
    options.traced = [&](const corpus::Document& document) {
      return engine.analyser->analyse(document, {.trace = true});
    };
    return run_tests(
        tests, engine.rules->program, [&](const corpus::Document& d) { return engine.read(d); }, options);
  }

  test::Engine engine;
  MemoryFileSystem disk;
  std::vector<const program::Test*> tests;
  std::vector<TestResult> results;
};

const Run& shared() {
  static const Run run;
  return run;
}

std::string golden(const std::string& name) {
  return std::string(DEMARCHE_SOURCE_DIR) + "/tests/goldens/findings/" + name;
}

}  // namespace

TEST_CASE("statuses of tests, the worst expectation first") {
  const auto& results = shared().results;
  REQUIRE(results.size() == 4);
  CHECK(results[0].status() == TestStatus::right);
  CHECK(results[1].status() == TestStatus::missing);
  CHECK(results[2].status() == TestStatus::todo);
  CHECK(results[3].status() == TestStatus::todo_now_passes);
  CHECK_FALSE(results[2].failed());
  CHECK(results[3].failed());
}

TEST_CASE("a failed test for people is as its golden shows it") {
  std::string text;
  for (const auto& result : shared().results) text += test_text(result, {}) + test_line(result, {});
  text += test_summary(shared().results);
  CHECK(test::matches_golden(golden("tests.text"), text));
}

TEST_CASE("the machine formats of test results are as their goldens show them") {
  const auto& run = shared();
  program::Program program = run.engine.rules->program;
  program.hash = "of the rules";  // the library's changes are no changes here
  CHECK(test::matches_golden(golden("tests.json"), tests_json(run.results, program, "1.2.3")));
  CHECK(test::matches_golden(golden("tests.xml"), report::junit_xml(test_suites(run.results), {"1.2.3", "test"})));
  CHECK(test::matches_golden(golden("tests.diagnostics"), render(test_diagnostics(run.results, run.disk).sorted())));
}

TEST_CASE("the same results with one thread and with eight") {
  const auto& run = shared();
  const auto& program = run.engine.rules->program;
  for (int i = 0; i < 5; ++i) CHECK(tests_json(run.run(8), program, "1") == tests_json(run.results, program, "1"));
}

TEST_CASE("an expectation's place is its line without the comment") {
  const auto found = test_diagnostics(shared().results, shared().disk).sorted();
  bool seen = false;
  for (const auto& diagnostic : found) {
    REQUIRE(diagnostic.primary.file);
    const auto words =
        diagnostic.primary.file->text().substr(diagnostic.primary.span.begin, diagnostic.primary.span.size());
    seen = seen || words == "expect IRN supports grain";
  }
  CHECK(seen);
}

TEST_CASE("a test that cannot run says why, and is no failure") {
  program::Test broken;
  broken.name = "broken";
  broken.place = {"g.stance", 6, 6};
  broken.broken = {"line 8: unknown issue `grian`"};
  const auto result =
      run_test(broken, shared().engine.rules->program, [](const corpus::Document&) -> evidence::DocumentResult {
        FAIL("a broken test must not be read");
        return {};
      });
  CHECK(result.status() == TestStatus::cannot_run);
  CHECK_FALSE(result.failed());
  const auto suites = test_suites({result});
  REQUIRE(suites.size() == 1);
  CHECK(suites[0].cases[0].status == report::Case::Status::error);
  CHECK(suites[0].cases[0].message == "line 8: unknown issue `grian`");
  CHECK(test_diagnostics({result}, shared().disk).has_errors());
}

TEST_CASE("a failure of the analysis is said of its test; the others run") {
  const auto& run = shared();
  const auto results = run_tests(run.tests, run.engine.rules->program, [&](const corpus::Document& document) {
    if (document.id == "right") throw std::runtime_error("too much");
    return run.engine.read(document);
  });
  CHECK(results[0].status() == TestStatus::cannot_run);
  CHECK(results[0].broken[0].find("too much") != std::string::npos);
  CHECK(results[3].status() == TestStatus::todo_now_passes);
}
