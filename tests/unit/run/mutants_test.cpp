#include "engine/run/mutants.hpp"

#include <algorithm>

#include "engine/run/mutation.hpp"
#include "engine/run/mutation_text.hpp"
#include "tests/catch.hpp"
#include "tests/engine.hpp"

// One kind of mutant after the other, in small rule files of which it is known what their tests notice.

using namespace demarche;
using namespace demarche::run;

namespace {

const std::string own = "own.stance";

struct Tiny {
  explicit Tiny(const std::string& rules)
      : compiled(dsl::compile(
            test::Overlay(std::map<std::string, std::string>{{own, "import \"world\"\nimport \"english\"\n" + rules}}),
            {{own}, std::string(DEMARCHE_SOURCE_DIR) + "/rules", true})) {
    for (const auto& diagnostic : compiled.diagnostics.sorted())
      if (diagnostic.severity == Severity::error) FAIL(diagnostic.message);
  }
  MutationReport report(MutationOptions options = {}) const {
    if (options.files.empty()) options.files = {own};
    return mutate(compiled.program, compiled.actors, options);
  }
  dsl::Compiled compiled;
};

// "line `trade ban` dropped" for each mutant with this fate, of these kinds or of all.
std::vector<std::string> with_fate(const MutationReport& report, Fate fate) {
  std::vector<std::string> found;
  for (const MutantResult& result : report.mutants)
    if (result.fate == fate)
      found.push_back(std::string(name_of(result.mutant.kind)) + " `" + result.mutant.text + "` " +
                      result.mutant.change);
  std::sort(found.begin(), found.end());
  return found;
}

bool has(const std::vector<std::string>& list, const std::string& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

}  // namespace

TEST_CASE("an alternative and a line that no test needs survive their loss") {
  const Tiny rules(R"(
issue embargo "Embargo" {
  about (trade | arms | oil) embargo
  about blockade
}
actor takes-a-side on embargo
test "condemned" {
  text   "Iran condemned the trade embargo. Cuba condemned the oil embargo."
  expect IRN opposes embargo
  expect CUB opposes embargo
}
)");
  const auto report = rules.report();
  const auto killed = with_fate(report, Fate::killed);
  CHECK(has(killed, "alternative `trade` dropped"));
  CHECK(has(killed, "alternative `oil` dropped"));
  CHECK(has(killed, "line `(trade | arms | oil) embargo` dropped"));
  CHECK(has(killed, "line `(trade | arms | oil) embargo` dropped"));
  CHECK(has(killed, "sign `(trade | arms | oil) embargo` sign swapped"));
  CHECK(has(killed, "rule `actor-takes-a-side-embargo` dropped"));
  CHECK(with_fate(report, Fate::unreached) == std::vector<std::string>{"alternative `arms` dropped",
                                                                       "line `blockade` dropped",
                                                                       "sign `blockade` sign swapped"});
  CHECK(with_fate(report, Fate::survived).empty());
  CHECK(report.score().killed == killed.size());
  CHECK(report.score().survived == 3);
  CHECK(report.tests == 1);
  CHECK(report.left_out == 0);
}

TEST_CASE("a phrase in two patterns is one thing: dropped from both, noticed by either") {
  const Tiny rules(R"(
phrase ban = embargo | blockade
issue trade "Trade" {
  about trade <ban>
  about <ban> on goods
}
actor takes-a-side on trade
test "one" {
  text   "Iran condemned the blockade on goods."
  expect IRN opposes trade
}
)");
  const auto report = rules.report();
  CHECK(has(with_fate(report, Fate::killed), "alternative `blockade` dropped"));
  CHECK(has(with_fate(report, Fate::unreached), "alternative `embargo` dropped"));
  CHECK(std::count_if(report.mutants.begin(), report.mutants.end(),
                      [](const MutantResult& result) { return result.mutant.text == "blockade"; }) == 1);
}

TEST_CASE("guards are noticed by tests that expect nothing, and only by them") {
  const std::string issue = R"(
issue freedom "Free movement" {
  about free movement not after religious
  about movement of (goods | not hate people)
  unless chess
  not in games
}
issue games "Games" { about games of free movement }
actor takes-a-side on freedom
test "plain" {
  text   "Iran supports free movement."
  expect IRN supports freedom
}
)";
  const auto before = with_fate(Tiny(issue).report(), Fate::killed);
  CHECK_FALSE(has(before, "guard `religious` dropped"));
  CHECK_FALSE(has(before, "guard `unless chess` dropped"));
  const auto report = Tiny(issue + R"(
test "beside" {
  text   "Iran supports religious free movement."
  expect nothing
}
test "unless" {
  text   "Iran supports free movement at chess."
  expect nothing
}
test "not in" {
  text   "Iran supports games of free movement."
  expect not IRN supports freedom
}
)")
                          .report();
  const auto after = with_fate(report, Fate::killed);
  CHECK(has(after, "guard `religious` dropped"));
  CHECK(has(after, "guard `unless chess` dropped"));
  CHECK(has(after, "guard `not in games` dropped"));
  CHECK(has(with_fate(report, Fate::unreached), "guard `not hate people` `not` dropped"));
}

TEST_CASE("needs, a rule's unless and an ignore are guards") {
  const auto report = Tiny(R"(
issue talks "Talks" {
  about talks
  needs peace within document
}
rule earnest {
  actor takes-a-side on talks
  unless rumour within sentence
}
ignore drills {
  actor takes-a-side on talks
  when chess
}
test "plain" {
  text   "Iran supports the talks on peace."
  expect IRN supports talks
}
test "other talks" {
  text   "Iran supports the talks on prices."
  expect nothing
}
test "a rumour" {
  text   "The rumour is that Iran supports the talks on peace."
  expect nothing
}
test "a game" {
  text   "Iran supports the talks on peace and chess."
  expect nothing
}
)")
                          .report();
  const auto killed = with_fate(report, Fate::killed);
  CHECK(has(killed, "guard `needs peace` dropped"));
  CHECK(has(killed, "guard `unless rumour` dropped"));
  CHECK(has(killed, "guard `drills` dropped"));
  CHECK(has(killed, "rule `earnest` dropped"));
  CHECK(with_fate(report, Fate::unreached).empty());
}

TEST_CASE("a gap that may be wider without harm survives; one at its limit does not") {
  const std::string issue = R"(
issue troops "Troops" { about withdraw ..1 troops }
actor takes-a-side on troops
test "near" {
  text   "Iran supports the plan to withdraw all troops."
  expect IRN supports troops
}
)";
  const std::string gap = "gap `withdraw ..1 troops` `..1` widened to `..5`";
  CHECK(has(with_fate(Tiny(issue).report(), Fate::survived), gap));
  CHECK(has(with_fate(Tiny(issue + R"(
test "far" {
  text   "Iran supports the plan to withdraw aid and all troops."
  expect nothing
}
)")
                          .report(),
                      Fate::killed),
            gap));
}

TEST_CASE("an entry that counts for the other stance is noticed") {
  const Tiny tiny(R"(
extend stance opposes { verb flibber }
issue tolls "Tolls" { about tolls }
actor takes-a-side on tolls
test "plain" {
  text   "Iran flibbered the tolls."
  expect IRN opposes tolls
}
)");
  const auto killed = with_fate(tiny.report(), Fate::killed);
  CHECK(has(killed, "line `flibber` dropped"));
  CHECK(has(killed, "sign `flibber` moved to `supports`"));
}

TEST_CASE("negating words and what negation gives are noticed by a negated sentence") {
  const std::string issue = R"(
issue tolls "Tolls" { about tolls }
actor takes-a-side on tolls
test "plain" {
  text   "Iran supports the tolls."
  expect IRN supports tolls
}
)";
  MutationOptions english;
  english.files = {"english/stances", "english/words"};
  const auto negations = [&](const std::string& rules) {
    auto report = Tiny(rules).report(english);
    std::erase_if(report.mutants, [](const MutantResult& one) { return one.mutant.kind != MutantKind::negation; });
    return with_fate(report, Fate::killed);
  };
  CHECK(negations(issue).empty());
  const auto killed = negations(issue + R"(
test "negated" {
  text   "Iran never supports the tolls."
  expect IRN opposes tolls
}
)");
  CHECK(has(killed, "negation `supports` negated gives nothing, not `opposes`"));
  CHECK(has(killed, "negation `never` dropped"));
}

TEST_CASE("an expectation that fails before, and `todo`, notice nothing") {
  const Tiny rules(R"(
issue tolls "Tolls" { about tolls }
actor takes-a-side on tolls
test "wrong" {
  text   "Iran condemned the tolls."
  expect IRN supports tolls
}
test "known" {
  text   "Iran condemned the tolls."
  expect todo "not yet" IRN supports tolls
}
)");
  const auto report = rules.report();
  CHECK(report.tests == 0);
  CHECK(report.score().killed == 0);
  CHECK(report.score().survived == report.mutants.size());
}

TEST_CASE("a sample is the same for the same seed, and for one thread and four") {
  const Tiny rules(R"(
issue embargo "Embargo" {
  about (trade | arms | oil | food | gas | coal | grain | steel) embargo
}
actor takes-a-side on embargo
test "condemned" {
  text   "Iran condemned the trade embargo."
  expect IRN opposes embargo
}
)");
  MutationOptions options;
  options.sample = 6;
  options.seed = 3;
  options.threads = 1;
  const std::string first = mutation_json(rules.report(options), options, "test");
  options.threads = 4;
  CHECK(mutation_json(rules.report(options), options, "test") == first);
  CHECK(rules.report(options).mutants.size() == 6);
  options.seed = 4;
  CHECK(mutation_json(rules.report(options), options, "test") != first);
}

TEST_CASE("when the time is up, what was not run counts for nothing and is said") {
  const Tiny rules(R"(
issue embargo "Embargo" { about (trade | arms) embargo }
actor takes-a-side on embargo
)");
  MutationOptions options;
  options.seconds = 1e-9;
  const auto report = rules.report(options);
  CHECK(report.out_of_time);
  CHECK(report.score().all() == 0);
  CHECK(report.count(Fate::not_run) == report.mutants.size());
  CHECK(mutation_text(report, false).find("the time was up") != std::string::npos);
}
