#include "engine/run/test_filter.hpp"

#include "tests/catch.hpp"

using namespace demarche;
using namespace demarche::run;

namespace {

program::Test made(const std::string& name, const std::string& file, const std::string& actor,
                   const std::string& issue) {
  program::Test test;
  test.name = name;
  test.place = {file, 1, 1};
  program::Expectation expectation;
  expectation.actor = actor;
  expectation.stance = "opposes";
  expectation.issue = issue;
  test.expectations.push_back(expectation);
  return test;
}

program::Program tests() {
  program::Program program;
  program.tests = {made("sanctions, plain", "rules/a.stance", "IRN", "sanctions"),
                   made("No sanctions at all", "rules/a.stance", "RUS", "sanctions"),
                   made("grain", "rules/tests/grain.stance", "RUS", "grain-corridor")};
  program.tests[2].speaking = {"UKR"};
  return program;
}

std::string names(const TestFilter& filter) {
  const auto program = tests();
  std::string out;
  for (const auto* test : select_tests(program, filter)) out += (out.empty() ? "" : "; ") + test->name;
  return out;
}

}  // namespace

TEST_CASE("a pattern is a part of a text, or with a star the whole") {
  CHECK(fits("No Sanctions", "sanct"));
  CHECK_FALSE(fits("No sanctions", "sanctions*"));
  CHECK(fits("No sanctions", "*sanctions"));
  CHECK(fits("No sanctions", "n?*s*s"));
  CHECK_FALSE(fits("abc", "a?"));
  CHECK(fits("", "*"));
  CHECK(fits("aab", "*ab"));
  CHECK_FALSE(fits("", "?"));
}

TEST_CASE("tests are chosen by name, file, issue, actor and stance") {
  CHECK(names({}) == "sanctions, plain; No sanctions at all; grain");
  CHECK(names({.names = {"sanctions*"}, .files = {}, .issues = {}, .actors = {}, .stances = {}}) == "sanctions, plain");
  CHECK(names({.names = {}, .files = {"tests/"}, .issues = {}, .actors = {}, .stances = {}}) == "grain");
  CHECK(names({.names = {}, .files = {}, .issues = {"SANCTIONS"}, .actors = {}, .stances = {}}) ==
        "sanctions, plain; No sanctions at all");
  CHECK(names({.names = {}, .files = {}, .issues = {}, .actors = {"ukr", "IRN"}, .stances = {}}) ==
        "sanctions, plain; grain");
  CHECK(names({.names = {"grain"}, .files = {}, .issues = {}, .actors = {"IRN"}, .stances = {}}).empty());
  CHECK(names({.names = {}, .files = {}, .issues = {}, .actors = {}, .stances = {"supports"}}).empty());
}

TEST_CASE("what no test has is named, with what it may have meant") {
  TestFilter filter;
  filter.issues = {"sanctons", "sanctions"};
  filter.names = {"nowhere"};
  const auto lines = unknown_in_filter(tests(), filter);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0] == "no test has a name like `nowhere`");
  CHECK(lines[1] == "no test names the issue `sanctons`; did you mean `sanctions`?");
  CHECK(unknown_in_filter(tests(),
                          {.names = {"grain"}, .files = {}, .issues = {"sanctions"}, .actors = {}, .stances = {}})
            .empty());
}
