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
