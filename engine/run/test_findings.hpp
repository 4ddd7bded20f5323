#pragma once
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/file_system.hpp"
#include "engine/report/suite.hpp"
#include "engine/run/rule_tests.hpp"

// The results of rule tests in the shapes that other programs read.
namespace demarche::run {

// Each expectation that is not right as a diagnostic at its line; of a test that cannot run one at its name. Files are
// read again for their lines.
Diagnostics test_diagnostics(const std::vector<TestResult>& results, const FileSystem& files);

// One suite a file, one case a test.
std::vector<report::Suite> test_suites(const std::vector<TestResult>& results);

// The counts, and every test with its expectations, what was found and why. Fields: docs/testing.md.
std::string tests_json(const std::vector<TestResult>& results, const program::Program& program,
                       const std::string& version);

}  // namespace demarche::run
