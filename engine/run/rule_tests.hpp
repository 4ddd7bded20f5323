#pragma once
#include <functional>
#include <string>
#include <vector>

#include "engine/corpus/document.hpp"
#include "engine/evidence/record.hpp"
#include "engine/program/program.hpp"
#include "engine/run/pipeline.hpp"

// The `test` statements of rule files.
namespace demarche::run {

enum class TestStatus : std::uint8_t {
  right,
  todo,             // known not to work yet, and it does not
  cannot_run,       // it depends on a statement that has an error
  todo_now_passes,  // known not to work yet, and it does: the `todo` may go
  unexpected,       // found and not expected
  missing,          // expected and not found
};

struct ExpectationResult {
  const program::Expectation* expectation = nullptr;
  TestStatus status = TestStatus::right;
  // Of `TestResult::found`: the records that meet the expectation; of one unmet those that break it, or those that come
  // near.
  std::vector<std::size_t> records;
  std::vector<std::string> why;         // unless it is right: what is there instead, a line each
  std::vector<evidence::Range> places;  // of the text, code points: what those lines speak of
};

struct TestResult {
  const program::Test* test = nullptr;
  std::vector<ExpectationResult> expectations;  // empty when `broken` is not
  std::vector<std::string> broken;              // why the test cannot be run at all
  evidence::DocumentResult found;               // with a trace when the test is not right

  TestStatus status() const;  // the worst of its expectations, in the order of the enumeration
  bool failed() const;        // missing, unexpected or todo_now_passes
};

// Why a document did not give what was wanted, or, with a record, why it gave that.
struct Explanation {
  std::vector<std::string> lines;
  std::vector<evidence::Range> places;  // of the text, code points: what they speak of
};
using Explain =
    std::function<Explanation(const corpus::Document&, const program::Expectation&, const evidence::Record* found)>;

struct TestOptions {
  unsigned threads = 1;  // 0: as many as the machine has
  Analyse traced;        // the same analysis with a trace, for tests that fail; may be empty
  Explain explain;       // called from several threads; may be empty
  // So many failing tests are explained, the first in order: looking for a reason takes far longer than reading the text,
  // and an edit that breaks a thousand tests has one reason.
  std::size_t explained = 100;
};

// The text of a test as the analyser wants it. Its id is the test's name.
corpus::Document document_of(const program::Test& test);

// Third-party claims are no positions: they neither meet an expectation nor break `expect nothing`.
TestResult run_test(const program::Test& test, const program::Program& program, const Analyse& analyse,
                    const TestOptions& options = {});
// In the order of `tests`, whatever the number of threads.
std::vector<TestResult> run_tests(const std::vector<const program::Test*>& tests, const program::Program& program,
                                  const Analyse& analyse, const TestOptions& options = {});

std::string_view name_of(TestStatus status);     // "todo-now-passes"
std::string_view meaning_of(TestStatus status);  // "todo, but it passes now: take `todo` away"

}  // namespace demarche::run
