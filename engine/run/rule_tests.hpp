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
  missing,          // expected and not found
  unexpected,       // found and not expected
  todo,             // known not to work yet, and it does not
  todo_now_passes,  // known not to work yet, and it does: the `todo` may go
};

struct ExpectationResult {
  const program::Expectation* expectation = nullptr;
  TestStatus status = TestStatus::right;
  std::string why;  // for missing and unexpected: what is there instead
};

struct TestResult {
  const program::Test* test = nullptr;
  std::vector<ExpectationResult> expectations;
  evidence::DocumentResult found;

  bool failed() const;  // missing, unexpected or todo_now_passes
};

// The text of a test as the analyser wants it. Its id is the test's name.
corpus::Document document_of(const program::Test& test);

// Third-party claims are no positions: they neither meet an expectation nor break `expect nothing`.
TestResult run_test(const program::Test& test, const program::Program& program, const Analyse& analyse);
std::vector<TestResult> run_tests(const program::Program& program, const Analyse& analyse);

std::string_view name_of(TestStatus status);

}  // namespace demarche::run
