#pragma once
#include <string>
#include <vector>

#include "engine/report/finding_place.hpp"
#include "engine/report/suite.hpp"

namespace demarche::report {

// JUnit XML as Jenkins, GitLab and their like read it: testsuites, testsuite, testcase, failure, error, skipped. Todo
// is `skipped`. There are no times in it: the same input gives the same bytes.
std::string junit_xml(const std::vector<Suite>& suites, const Tool& tool);

}  // namespace demarche::report
