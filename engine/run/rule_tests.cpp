#include "engine/run/rule_tests.hpp"

#include <algorithm>
#include <exception>
#include <numeric>
#include <set>
#include <thread>

#include "engine/run/expectation_text.hpp"
#include "engine/run/gold_texts.hpp"
#include "engine/run/pool.hpp"

namespace demarche::run {

namespace {

using evidence::Record;
using program::Expectation;
using Indices = std::vector<std::size_t>;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

// The sign that a stance of the rules has, as records have it. A stance unknown to the program has none.
std::optional<evidence::Stance> stance_of(const std::string& id, const program::Program& program) {
  for (const auto& stance : program.stances)
    if (stance.id == id)
      return stance.sign > 0   ? evidence::Stance::support
             : stance.sign < 0 ? evidence::Stance::oppose
                               : evidence::Stance::neutral;
  return std::nullopt;
}

class Runner {
 public:
  Runner(const program::Test& test, const program::Program& program, const Analyse& analyse, const TestOptions& options)
      : test_(test), program_(program), options_(options), document_(document_of(test)) {
    result_.test = &test;
    result_.found = analyse(document_);
    for (std::size_t i = 0; i < result_.found.records.size(); ++i)
      if (result_.found.records[i].kind != evidence::Kind::ascribed) positions_.push_back(i);
  }

  TestResult run() && {
    // Expected stances first: `nothing else` needs to know what they took.
    for (const auto& expectation : test_.expectations)
      if (expectation.kind == Expectation::Kind::stance)
        for (const std::size_t i : all_that_meet(expectation)) expected_.insert(i);
    for (const auto& expectation : test_.expectations) result_.expectations.push_back(judge(expectation));
    if (result_.status() != TestStatus::right && options_.traced) result_.found = options_.traced(document_);
    return std::move(result_);
  }

 private:
  const Record& record(std::size_t i) const { return result_.found.records[i]; }

  bool meets(const Record& found, const Expectation& wanted) const {
    const auto stance = stance_of(wanted.stance, program_);
    if (found.actor != wanted.actor || found.issue != wanted.issue || found.stance != stance) return false;
    if (wanted.strength && static_cast<int>(*wanted.strength) != static_cast<int>(found.strength)) return false;
    if (wanted.at.empty()) return true;
    return lower(one_line(test_.text, found.match)).find(lower(wanted.at)) != std::string::npos;
  }

  Indices all_that_meet(const Expectation& wanted) const {
    Indices list;
    for (const std::size_t i : positions_)
      if (meets(record(i), wanted)) list.push_back(i);
    return list;
  }

  ExpectationResult judge(const Expectation& wanted) const {
    ExpectationResult result{&wanted, TestStatus::right, {}, {}, {}};
    if (wanted.kind == Expectation::Kind::stance) {
      result.records = all_that_meet(wanted);
      if (result.records.empty()) miss(wanted, result);
    } else {
      result.records = breaking(wanted);
      if (!result.records.empty()) result.status = TestStatus::unexpected;
      for (const std::size_t i : result.records) result.why.push_back("found " + shown(i));
    }
    if (result.status == TestStatus::unexpected) explain_found(wanted, result);
    if (result.status != TestStatus::right && stands_on_error(wanted)) result.status = TestStatus::cannot_run;
    if (wanted.todo && result.status != TestStatus::cannot_run)
      result.status = result.status == TestStatus::right ? TestStatus::todo_now_passes : TestStatus::todo;
    if (result.status == TestStatus::cannot_run)
      result.why = {"the issue `" + wanted.issue + "` has an error and was not read whole"};
    return result;
  }

  Indices breaking(const Expectation& wanted) const {
    if (wanted.kind == Expectation::Kind::absent) return all_that_meet(wanted);
    Indices list;
    for (const std::size_t i : positions_)
      if (wanted.kind == Expectation::Kind::nothing || !expected_.contains(i)) list.push_back(i);
    return list;
  }

  void miss(const Expectation& wanted, ExpectationResult& result) const {
    result.status = TestStatus::missing;
    result.records = near(wanted);
    for (const std::size_t i : result.records) result.why.push_back("found " + shown(i));
    for (const Record& claim : result_.found.records)
      if (claim.kind == evidence::Kind::ascribed && claim.issue == wanted.issue)
        result.why.push_back("no position, as " + claim.claimant +
                             " says it: " + found_text(claim, program_, test_.text));
    for (const auto& silence : result_.found.silences)
      if (silence.issue == wanted.issue) result.why.push_back("not coded: " + silence_line(silence));
    if (result.why.empty()) result.why.push_back("found nothing");
    if (!options_.explain || wanted.todo) return;
    add(options_.explain(document_, wanted, nullptr), result);
  }

  void explain_found(const Expectation& wanted, ExpectationResult& result) const {
    if (!options_.explain || wanted.todo) return;
    for (const std::size_t i : result.records) add(options_.explain(document_, wanted, &record(i)), result);
  }

  static void add(Explanation&& explanation, ExpectationResult& result) {
    for (auto& line : explanation.lines) result.why.push_back(std::move(line));
    result.places.insert(result.places.end(), explanation.places.begin(), explanation.places.end());
  }

  bool stands_on_error(const Expectation& wanted) const {
    return std::any_of(program_.issues.begin(), program_.issues.end(),
                       [&](const auto& issue) { return issue.id == wanted.issue && issue.incomplete; });
  }

  std::string shown(std::size_t i) const { return found_text(record(i), program_, test_.text); }

  // What was found for the issue, else all that was found.
  Indices near(const Expectation& wanted) const {
    Indices same_issue;
    for (const std::size_t i : positions_)
      if (record(i).issue == wanted.issue) same_issue.push_back(i);
    return same_issue.empty() ? positions_ : same_issue;
  }

  const program::Test& test_;
  const program::Program& program_;
  const TestOptions& options_;
  corpus::Document document_;
  TestResult result_;
  Indices positions_;  // the records that are no claims of others
  std::set<std::size_t> expected_;
};

TestResult cannot_run(const program::Test& test, std::vector<std::string> reasons) {
  TestResult result;
  result.test = &test;
  result.broken = std::move(reasons);
  return result;
}

// Runs the tests of these numbers, on several threads, each into its place of `results`.
void run_each(unsigned threads, const std::vector<std::size_t>& which, const std::vector<const program::Test*>& tests,
              const program::Program& program, const Analyse& analyse, const TestOptions& options,
              std::vector<TestResult>& results) {
  Pool pool(std::min<unsigned>(threads, 256), which.size() + 1);
  for (const std::size_t i : which)
    pool.submit([&, i] {
      try {
        results[i] = run_test(*tests[i], program, analyse, options);
      } catch (const std::exception& error) {
        results[i] = cannot_run(*tests[i], {std::string("it could not be analysed: ") + error.what()});
      }
    });
  pool.finish();
}

std::vector<std::size_t> all_indices(std::size_t count) {
  std::vector<std::size_t> all(count);
  std::iota(all.begin(), all.end(), std::size_t{0});
  return all;
}

void say_unexplained(TestResult& result, std::size_t explained) {
  for (auto& expectation : result.expectations)
    if (expectation.status == TestStatus::missing || expectation.status == TestStatus::unexpected)
      expectation.why.push_back("why not: only the first " + std::to_string(explained) +
                                " failing tests are explained; `--filter` runs fewer");
}

}  // namespace

TestStatus TestResult::status() const {
  TestStatus worst = broken.empty() ? TestStatus::right : TestStatus::cannot_run;
  for (const auto& result : expectations) worst = std::max(worst, result.status);
  return worst;
}

bool TestResult::failed() const { return status() >= TestStatus::todo_now_passes; }

corpus::Document document_of(const program::Test& test) {
  corpus::Document document;
  document.id = test.name;
  document.path = test.place.file;
  document.text = test.text;
  document.body = {0, static_cast<std::uint32_t>(test.text.size())};
  document.title = test.title;
  document.date = test.date;
  document.source = test.source;
  document.speaking = test.speaking;
  document.speaker = test.speaker;
  return document;
}

TestResult run_test(const program::Test& test, const program::Program& program, const Analyse& analyse,
                    const TestOptions& options) {
  if (!test.broken.empty()) return cannot_run(test, test.broken);
  return Runner(test, program, analyse, options).run();
}

std::vector<TestResult> run_tests(const std::vector<const program::Test*>& tests, const program::Program& program,
                                  const Analyse& analyse, const TestOptions& options) {
  std::vector<TestResult> results(tests.size());
  const unsigned threads = options.threads > 0 ? options.threads : std::max(1u, std::thread::hardware_concurrency());
  TestOptions quick = options;
  quick.explain = nullptr;
  run_each(threads, all_indices(tests.size()), tests, program, analyse, quick, results);
  if (!options.explain) return results;
  std::vector<std::size_t> failing;
  for (std::size_t i = 0; i < results.size(); ++i)
    if (results[i].failed()) failing.push_back(i);
  for (std::size_t i = options.explained; i < failing.size(); ++i)
    say_unexplained(results[failing[i]], options.explained);
  if (failing.size() > options.explained) failing.resize(options.explained);
  run_each(threads, failing, tests, program, analyse, options, results);
  return results;
}

std::string_view name_of(TestStatus status) {
  switch (status) {
    case TestStatus::right:
      return "right";
    case TestStatus::todo:
      return "todo";
    case TestStatus::todo_now_passes:
      return "todo-now-passes";
    case TestStatus::unexpected:
      return "unexpected";
    case TestStatus::missing:
      return "missing";
    case TestStatus::cannot_run:
      return "cannot-run";
  }
  return "";
}

std::string_view meaning_of(TestStatus status) {
  if (status == TestStatus::todo_now_passes) return "todo, but it passes now: take `todo` away";
  return status == TestStatus::cannot_run ? "cannot run" : name_of(status);
}

}  // namespace demarche::run
