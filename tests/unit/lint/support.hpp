#pragma once
#include <string>
#include <vector>

#include "dsl/lint.hpp"
#include "engine/base/file_system.hpp"

namespace demarche::test {

// The small library with the shipped word forms, and one case: NAME.stance as "NAME.stance", NAME.yaml, where there is
// one, as "actors.yaml".
MemoryFileSystem case_files(const std::string& folder, const std::string& name);
// What lint says about the case; today is a fixed day.
dsl::Linted lint_case(const FileSystem& files, const std::string& name);
dsl::LintOptions fixed_day();

// The names of the cases of a folder, sorted.
std::vector<std::string> case_names(const std::string& folder);

}  // namespace demarche::test
