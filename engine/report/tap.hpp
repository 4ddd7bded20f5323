#pragma once
#include <string>
#include <vector>

#include "engine/report/suite.hpp"

namespace demarche::report {

// TAP version 14, the Test Anything Protocol: a line a case, with a YAML block under those that failed.
std::string tap(const std::vector<Suite>& suites);

}  // namespace demarche::report
