#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/compile.hpp"
#include "engine/base/date.hpp"
#include "engine/base/diagnostic.hpp"
#include "engine/base/file_system.hpp"

// What is allowed in rule files and actor data and still hardly meant.
namespace demarche::dsl {

struct LintOptions {
  std::vector<std::string> only;    // names of checks; empty: all
  std::vector<std::string> except;  // names of checks that are left out
  std::optional<Date> today;        // without it nothing is said about dates in the future
};

struct Linted {
  Diagnostics diagnostics;
  std::vector<std::string> files;  // those that were looked at, sorted: clean ones too
};

// All errors, the warnings of `check`, and what the checks of lint find in the files that `input` names (and, of its
// own files, imports); none rules named: in the whole library. What a comment `lint: allow` keeps back is left out.
// When a file has errors, only those checks run that need no other file.
Linted lint(const FileSystem& files, const CompileInput& input, const LintOptions& options);

// One check, for lists and for the documentation.
struct LintCheck {
  DiagnosticId id;
  bool fixable = false;      // findings may come with a fix
  std::string_view why;      // why it matters
  std::string_view instead;  // what to write instead
};
// In the order of lint_ids.def.
std::vector<LintCheck> lint_checks();
// True for the checks of lint and for the warnings of `check`: what `only`, `except` and `lint: allow` may name.
bool is_lint_name(std::string_view name);

}  // namespace demarche::dsl
