#include <algorithm>
#include <filesystem>
#include <regex>

#include "dsl/fix.hpp"
#include "dsl/lint/cover.hpp"
#include "tests/catch.hpp"
#include "tests/golden.hpp"
#include "tests/unit/lint/support.hpp"

// Fixes do not change what the rules find.
namespace demarche {
namespace {

namespace fs = std::filesystem;
using dsl::linting::covers;
using dsl::linting::ways_of;

// Each pattern of the one issue is covered by some pattern of the other.
bool finds_no_more(const program::Issue& special, const program::Issue& general) {
  return std::all_of(special.patterns.begin(), special.patterns.end(), [&](const auto& pattern) {
    auto ways = ways_of(pattern.pattern.root);
    return ways && std::any_of(general.patterns.begin(), general.patterns.end(), [&](const auto& other) {
             return other.kind == pattern.kind && other.side == pattern.side && covers(other.pattern.root, *ways);
           });
  });
}

TEST_CASE("fixes of what is said twice leave an issue what it was") {
  const std::string folder = std::string(DEMARCHE_SOURCE_DIR) + "/tests/goldens/lint";
  for (const std::string name :
       {"duplicate-alternative", "swallowed-alternative", "repeated-pattern", "double-optional", "redundant-brackets",
        "form-without-effect", "covered-import", "repeated-import"}) {
    INFO(name);
    auto files = test::case_files(folder, name);
    dsl::CompileInput input{{name + ".stance"}, "library"};
    auto before = dsl::compile(files, input).program;
    auto fixed = dsl::fix(files, input, test::fixed_day());
    REQUIRE(fixed.files.size() == 1);
    for (const auto& [path, text] : fixed.files) files.files[path] = text;
    auto after = dsl::compile(files, input).program;
    REQUIRE(before.issues.size() == after.issues.size());
    for (std::size_t i = 0; i < before.issues.size(); ++i) {
      CHECK(finds_no_more(before.issues[i], after.issues[i]));
      CHECK(finds_no_more(after.issues[i], before.issues[i]));
    }
  }
}

// The shipped rules in memory.
MemoryFileSystem shipped_rules() {
  MemoryFileSystem files;
  const fs::path root = std::string(DEMARCHE_SOURCE_DIR) + "/rules";
  for (const auto& entry : fs::recursive_directory_iterator(root))
    if (entry.is_regular_file())
      files.files["rules/" + fs::relative(entry.path(), root).generic_string()] =
          test::read_file(entry.path().string());
  return files;
}

TEST_CASE("what is added twice to the shipped rules is taken away again, and nothing else") {
  auto files = shipped_rules();
  const auto written = files.files;
  static const std::regex pair(R"(\(([a-z]+) \| ([a-z]+)\))");
  std::size_t changed = 0;
  for (auto& [path, text] : files.files) {
    if (!path.starts_with("rules/issues/") || !path.ends_with(".stance") || path.find("/tests/") != std::string::npos)
      continue;
    auto twice = std::regex_replace(text, pair, "($1 | $2 | $1)");
    changed += twice != text;
    text = twice;
  }
  REQUIRE(changed > 10);
  auto options = test::fixed_day();
  options.only = {"duplicate-alternative"};
  const auto fixed = dsl::fix(files, {{}, "rules"}, options);
  CHECK(fixed.files.size() == changed);
  for (const auto& [path, text] : fixed.files) {
    INFO(path);
    CHECK(text == written.at(path));
  }
}

}  // namespace
}  // namespace demarche
