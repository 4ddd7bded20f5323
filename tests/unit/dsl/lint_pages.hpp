#pragma once
#include <string>

namespace demarche::test {

// The part of docs/diagnostics.md about the checks of lint, made from their list and from tests/goldens/lint.
std::string lint_pages();

}  // namespace demarche::test
