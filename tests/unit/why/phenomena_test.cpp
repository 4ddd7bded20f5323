#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <map>

#include "engine/why/reduce.hpp"
#include "engine/why/sandbox.hpp"
#include "tests/unit/why/library.hpp"

// What holds for every sentence of tests/phenomena, whichever of them the rules read rightly today.

using namespace demarche;

namespace {

std::string records_of(const evidence::DocumentResult& result) {
  std::string out;
  for (const auto& r : result.records)
    out += r.actor + " " + std::string(name_of(r.stance)) + " " + r.issue + " " + std::string(name_of(r.strength)) +
           " " + std::string(name_of(r.mode)) + " " + std::string(name_of(r.kind)) + " " + r.speaker + " " +
           r.construction + " " + std::to_string(r.match.start) + "-" + std::to_string(r.match.end) + "\n";
  return out;
}

std::string silences_of(const evidence::DocumentResult& result) {
  std::string out;
  for (const auto& s : result.silences)
    out += s.actor + " " + s.issue + " " + std::string(name_of(s.reason)) + " " + s.detail + "\n";
  return out;
}

struct Failure {
  const program::Test* test;
  const program::Expectation* expectation;
};

// Those that are known not to work yet are missed as well.
bool is_missed(const run::ExpectationResult& result) {
  if (result.status == run::TestStatus::missing) return true;
  return result.status == run::TestStatus::todo && result.expectation->kind == program::Expectation::Kind::stance;
}

std::vector<Failure> missing_ones() {
  const auto& engine = test::phenomena();
  std::vector<Failure> failures;
  for (const auto& one : engine.rules->program.tests) {
    const auto result = run::run_test(one, engine.rules->program, [&](const auto& d) { return engine.read(d); });
    for (const auto& e : result.expectations)
      if (is_missed(e)) failures.push_back({&one, e.expectation});
  }
  return failures;
}

}  // namespace

TEST_CASE("the part of the rules that a text can meet finds what all the rules find") {
  const auto& engine = test::phenomena();
  const auto known = why::known_words(engine.rules->program, engine.rules->actors);
  std::size_t other_silences = 0;
  for (const auto& one : engine.rules->program.tests) {
    const auto document = run::document_of(one);
    const auto words = why::words_of(document);
    const auto actors = why::reduced(engine.rules->actors, engine.rules->program, words);
    const why::Sandbox sandbox(why::reduced(engine.rules->program, words, known), actors);
    INFO(one.place.file << ":" << one.place.line << " " << one.name);
    const auto part = sandbox.read(document);
    const auto whole = engine.read(document);
    CHECK(records_of(part) == records_of(whole));
    other_silences += silences_of(part) != silences_of(whole);
  }
  // The reason why nothing was found may hang on a word that only the whole library takes for a verb.
  CHECK(other_silences * 200 <= engine.rules->program.tests.size());
}

TEST_CASE("every expectation that fails has a stage, a reason, and often a change that helps") {
  const auto& engine = test::phenomena();
  const why::Reasoner reasoner(engine.rules->program, engine.rules->actors);
  const auto failures = missing_ones();
  std::size_t verified = 0;
  std::size_t single = 0;
  std::map<std::string, std::pair<int, int>> stages;
  double slowest = 0;
  double total = 0;
  std::ofstream report;
  if (const char* path = std::getenv("DEMARCHE_WHY_REPORT")) report.open(path);
  for (const auto& [test, expectation] : failures) {
    INFO(test->place.file << ":" << expectation->place.line << " " << test->name);
    const auto start = std::chrono::steady_clock::now();
    const auto why = reasoner.why_not(run::document_of(*test), test::wanted_of(*expectation));
    const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
    slowest = std::max(slowest, time.count());
    total += time.count();
    REQUIRE_FALSE(why.missing.empty());
    CHECK(why.stage() != why::Stage::met);
    CHECK_FALSE(why.missing.front().reason.empty());
    const auto lines = why::lines(why);
    CHECK_FALSE(lines.empty());
    auto& [all, good] = stages[std::string(why::name_of(why.stage()))];
    ++all;
    good += why.verified;
    verified += why.verified;
    single += why.verified && why.missing.size() == 1;
    report << test->place.file << ":" << expectation->place.line << " " << time.count() << " ms\n  " << test->text
           << "\n  expect " << expectation->actor << " " << expectation->stance << " " << expectation->issue
           << (expectation->strength ? " strength" : "") << "\n";
    for (const auto& line : lines) report << "    " << line << "\n";
    report << "\n";
  }
  report << failures.size() << " failed expectations, " << verified << " with a verified change, " << single
         << " of these a single one; slowest " << slowest << " ms, all " << total << " ms\n";
  for (const auto& [stage, counts] : stages)
    report << "  " << stage << ": " << counts.first << ", verified " << counts.second << "\n";
  // What words of a rule can mend is mended: most of the sentences that are left want more than a word.
  CHECK(verified * 10 >= failures.size());
}

namespace {

// Whether the test's expectation is met with these statements beside the library.
bool helps(const program::Test& test, const program::Expectation& expectation, const std::string& statements) {
  const std::string library = std::string(DEMARCHE_SOURCE_DIR) + "/rules/library.stance";
  const test::Engine changed({{"edit.stance", statements}}, {library, "edit.stance"});
  program::Test alone = test;
  alone.expectations = {expectation};
  alone.expectations[0].todo = false;
  const auto result = run::run_test(alone, changed.rules->program, [&](const auto& d) { return changed.read(d); });
  return result.expectations.at(0).status == run::TestStatus::right;
}

// "extend issue levy { about  carbon border? levy }": the changed pattern as a line of its own.
std::string as_line(const why::Edit& edit) {
  const auto words = edit.statement.find("  ");
  return edit.statement.substr(0, words) + "  " + edit.in_place + " }";
}

}  // namespace

TEST_CASE("a change that is said to help helps when it is written into a rule file") {
  const auto& engine = test::phenomena();
  const why::Reasoner reasoner(engine.rules->program, engine.rules->actors);
  std::size_t tried = 0;
  std::size_t useless = 0;
  std::string list;
  auto note = [&](const Failure& failure, const std::string& statements) {
    ++tried;
    if (helps(*failure.test, *failure.expectation, statements)) return;
    ++useless;
    list += failure.test->place.file + ":" + std::to_string(failure.expectation->place.line) + " " + statements + "\n";
  };
  for (const Failure& failure : missing_ones()) {
    const auto& [test, expectation] = failure;
    const auto why = reasoner.why_not(run::document_of(*test), test::wanted_of(*expectation));
    const bool written = std::all_of(why.missing.begin(), why.missing.end(), [](const why::Missing& missing) {
      return missing.edit && missing.edit->is_statement;
    });
    if (!why.verified || !written) continue;
    std::string edits;
    for (const auto& missing : why.missing) edits += missing.edit->statement + "\n";
    note(failure, edits);
    if (why.missing.size() == 1 && !why.missing[0].edit->in_place.empty())
      note(failure, as_line(*why.missing[0].edit));
  }
  INFO(list);
  CHECK(tried > 0);
  CHECK(useless == 0);
}
