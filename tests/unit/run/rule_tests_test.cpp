#include "engine/run/rule_tests.hpp"

#include "tests/catch.hpp"
#include "tests/unit/position/build.hpp"

using namespace demarche;
using namespace demarche::run;
using namespace demarche::position::testing;
using program::Expectation;

namespace {

program::Program stances() {
  program::Program program;
  for (const auto& [id, sign] : {std::pair{"supports", 1}, std::pair{"opposes", -1}, std::pair{"neutral", 0}}) {
    program::Stance stance;
    stance.id = id;
    stance.sign = sign;
    program.stances.push_back(stance);
  }
  return program;
}

Expectation expect(Expectation::Kind kind, const std::string& actor = "", const std::string& stance = "") {
  Expectation expectation;
  expectation.kind = kind;
  expectation.actor = actor;
  expectation.stance = stance;
  expectation.issue = "peace";
  return expectation;
}

// The statuses of the expectations on a text in which IRN supports peace, and RUS is said to oppose it.
std::vector<TestStatus> statuses(const std::vector<Expectation>& expectations) {
  program::Test test;
  test.name = "t";
  test.text = "Iran then backed the peace talks.";
  test.expectations = expectations;
  Say claim{"RUS", Stance::oppose};
  claim.kind = Kind::ascribed;
  const auto result = run_test(test, stances(), [&](const corpus::Document& text) {
    CHECK(text.body.end == text.text.size());
    return document(text.id, "", {{"IRN"}, claim});
  });
  std::vector<TestStatus> found;
  for (const auto& one : result.expectations) found.push_back(one.status);
  return found;
}

}  // namespace

TEST_CASE("expectations of a rule test") {
  using Kind = Expectation::Kind;
  CHECK(statuses({expect(Kind::stance, "IRN", "supports"), expect(Kind::nothing_else)}) ==
        std::vector{TestStatus::right, TestStatus::right});
  CHECK(statuses({expect(Kind::stance, "IRN", "opposes"), expect(Kind::nothing_else)}) ==
        std::vector{TestStatus::missing, TestStatus::unexpected});
  CHECK(statuses({expect(Kind::nothing)}) == std::vector{TestStatus::unexpected});
  CHECK(statuses({expect(Kind::absent, "IRN", "supports"), expect(Kind::absent, "RUS", "opposes")}) ==
        std::vector{TestStatus::unexpected, TestStatus::right});
}

TEST_CASE("a strength and a place, when the test names them") {
  Expectation wanted = expect(Expectation::Kind::stance, "IRN", "supports");
  wanted.strength = program::Strength::plain;
  wanted.at = "Backed";
  CHECK(statuses({wanted}) == std::vector{TestStatus::right});  // the match is "backed the"
  wanted.at = "peace";
  CHECK(statuses({wanted}) == std::vector{TestStatus::missing});
  wanted.at = "";
  wanted.strength = program::Strength::strong;
  CHECK(statuses({wanted}) == std::vector{TestStatus::missing});
}

TEST_CASE("todo expectations do not fail until they pass") {
  Expectation wanted = expect(Expectation::Kind::stance, "IRN", "opposes");
  wanted.todo = true;
  CHECK(statuses({wanted}) == std::vector{TestStatus::todo});
  wanted.stance = "supports";
  CHECK(statuses({wanted}) == std::vector{TestStatus::todo_now_passes});
}

TEST_CASE("only the first failing tests are explained, whatever the number of threads") {
  std::vector<program::Test> tests(6);
  std::vector<const program::Test*> all;
  for (std::size_t i = 0; i < tests.size(); ++i) {
    tests[i].name = std::to_string(i);
    tests[i].text = "Iran then backed the peace talks.";
    tests[i].expectations = {expect(Expectation::Kind::stance, i % 2 == 0 ? "RUS" : "IRN", "supports")};
    all.push_back(&tests[i]);
  }
  const auto found = [](const corpus::Document& text) { return document(text.id, "", {{"IRN"}}); };
  TestOptions options;
  options.explained = 2;
  options.explain = [](const auto&, const auto&, const auto*) { return Explanation{{"explained"}, {}}; };
  for (const unsigned threads : {1u, 4u}) {
    options.threads = threads;
    const auto results = run_tests(all, stances(), found, options);
    const auto why = [&](std::size_t i) { return results[i].expectations.front().why; };
    CHECK(why(0).back() == "explained");
    CHECK(why(1).empty());
    CHECK(why(2).back() == "explained");
    CHECK(why(4).back() == "why not: only the first 2 failing tests are explained; `--filter` runs fewer");
  }
}
