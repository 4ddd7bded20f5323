#pragma once
#include <string>
#include <vector>

#include "engine/program/program.hpp"
#include "engine/run/rule_tests.hpp"

// The results of rule tests for people at a terminal.
namespace demarche::run {

struct TestTextOptions {
  bool colour = false;
  std::size_t width = 100;
};

// One test: its place and name, its text with what was found marked in it, and every expectation that is not right with
// what is there instead. The first line is FILE:LINE: test "NAME".
std::string test_text(const TestResult& result, const TestTextOptions& options);

// FILE:LINE: right: "NAME"; of one with `todo` also what is still to do and why.
std::string test_line(const TestResult& result, const TestTextOptions& options);

// The counts of each file in which something is not right; of every file when `all`. Empty when there is but one file.
std::string file_summary(const std::vector<TestResult>& results, bool all);

// "12 tests, 11 right, 1 failed, 2 expectations are `todo`"
std::string test_summary(const std::vector<TestResult>& results);

}  // namespace demarche::run
