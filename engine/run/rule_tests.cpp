#include "engine/run/rule_tests.hpp"

#include <algorithm>
#include <set>

#include "engine/run/gold_texts.hpp"

namespace demarche::run {

namespace {

using evidence::Record;
using program::Expectation;

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
      return stance.sign > 0 ? evidence::Stance::support : stance.sign < 0 ? evidence::Stance::oppose : evidence::Stance::neutral;
  return std::nullopt;
}

std::string shown(const Record& record) {
  return record.actor + " " + std::string(evidence::name_of(record.stance)) + "s " + record.issue + " " +
         std::string(evidence::name_of(record.strength));
}

std::string list(const std::vector<const Record*>& records) {
  std::string text;
  for (const Record* record : records) text += (text.empty() ? "" : "; ") + shown(*record);
  return text.empty() ? "nothing" : text;
}

class Runner {
 public:
  Runner(const program::Test& test, const program::Program& program, const Analyse& analyse)
      : test_(test), program_(program) {
    result_.test = &test;
    result_.found = analyse(document_of(test));
    for (const Record& record : result_.found.records)
      if (record.kind != evidence::Kind::ascribed) records_.push_back(&record);
  }

  TestResult run() && {
    // Expected stances first: `nothing else` needs to know what they took.
    for (const auto& expectation : test_.expectations)
      if (expectation.kind == Expectation::Kind::stance)
        for (const Record* record : records_)
          if (meets(*record, expectation)) expected_.insert(record);
    for (const auto& expectation : test_.expectations) result_.expectations.push_back(judge(expectation));
    return std::move(result_);
  }

 private:
  bool meets(const Record& record, const Expectation& wanted) const {
    const auto stance = stance_of(wanted.stance, program_);
    if (record.actor != wanted.actor || record.issue != wanted.issue || record.stance != stance) return false;
    if (wanted.strength && static_cast<int>(*wanted.strength) != static_cast<int>(record.strength)) return false;
    if (wanted.at.empty()) return true;
    return lower(one_line(test_.text, record.match)).find(lower(wanted.at)) != std::string::npos;
  }

  ExpectationResult judge(const Expectation& wanted) const {
    ExpectationResult result{&wanted, TestStatus::right, {}};
    std::vector<const Record*> wrong;
    switch (wanted.kind) {
      case Expectation::Kind::stance:
        if (std::none_of(records_.begin(), records_.end(), [&](const Record* r) { return meets(*r, wanted); })) {
          result.status = TestStatus::missing;
          result.why = "found " + list(near(wanted)) + reasons(wanted);
        }
        break;
      case Expectation::Kind::nothing:
        wrong = records_;
        break;
      case Expectation::Kind::nothing_else:
        for (const Record* record : records_)
          if (!expected_.contains(record)) wrong.push_back(record);
        break;
      case Expectation::Kind::absent:
        for (const Record* record : records_)
          if (meets(*record, wanted)) wrong.push_back(record);
        break;
    }
    if (!wrong.empty()) {
      result.status = TestStatus::unexpected;
      result.why = "found " + list(wrong);
    }
    if (wanted.todo) result.status = result.status == TestStatus::right ? TestStatus::todo_now_passes : TestStatus::todo;
    return result;
  }

  // What was found for the issue, else all that was found.
  std::vector<const Record*> near(const Expectation& wanted) const {
    std::vector<const Record*> same_issue;
    for (const Record* record : records_)
      if (record->issue == wanted.issue) same_issue.push_back(record);
    return same_issue.empty() ? records_ : same_issue;
  }

  std::string reasons(const Expectation& wanted) const {
    std::string text;
    for (const auto& silence : result_.found.silences) {
      if (silence.issue != wanted.issue) continue;
      text += "; not coded: " + (silence.actor.empty() ? "nobody" : silence.actor) + " " +
              std::string(evidence::name_of(silence.reason));
      if (!silence.detail.empty()) text += " (" + silence.detail + ")";
    }
    return text;
  }

  const program::Test& test_;
  const program::Program& program_;
  TestResult result_;
  std::vector<const Record*> records_;
  std::set<const Record*> expected_;
};

}  // namespace

bool TestResult::failed() const {
  return std::any_of(expectations.begin(), expectations.end(), [](const ExpectationResult& result) {
    return result.status != TestStatus::right && result.status != TestStatus::todo;
  });
}

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

TestResult run_test(const program::Test& test, const program::Program& program, const Analyse& analyse) {
  return Runner(test, program, analyse).run();
}

std::vector<TestResult> run_tests(const program::Program& program, const Analyse& analyse) {
  std::vector<TestResult> results;
  for (const auto& test : program.tests) results.push_back(run_test(test, program, analyse));
  return results;
}

std::string_view name_of(TestStatus status) {
  switch (status) {
    case TestStatus::right:
      return "right";
    case TestStatus::missing:
      return "missing";
    case TestStatus::unexpected:
      return "unexpected";
    case TestStatus::todo:
      return "todo";
    case TestStatus::todo_now_passes:
      return "todo, but it passes now: take `todo` away";
  }
  return "";
}

}  // namespace demarche::run
