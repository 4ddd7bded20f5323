#include <algorithm>

#include "dsl/fix.hpp"
#include "engine/base/render.hpp"
#include "tests/catch.hpp"
#include "tests/golden.hpp"
#include "tests/unit/lint/support.hpp"

// tests/goldens/lint: one rule file a check, named after it, and what is said about it. docs/diagnostics.md shows them.
namespace demarche {
namespace {

const std::string folder = std::string(DEMARCHE_SOURCE_DIR) + "/tests/goldens/lint";

TEST_CASE("every check of lint finds what its golden shows, and nothing else") {
  for (const auto& name : test::case_names(folder)) {
    INFO(name);
    auto found = test::lint_case(test::case_files(folder, name), name).diagnostics.sorted();
    CHECK(test::matches_golden(folder + "/" + name + ".expected", render(found)));
    CHECK_FALSE(found.empty());
    // A comment that cannot be read keeps nothing back.
    bool comment = name == "allow-unknown";
    for (const auto& d : found) CHECK((name_of(d.id) == name || comment));
  }
}

TEST_CASE("every check of lint has a golden") {
  auto names = test::case_names(folder);
  CHECK(dsl::lint_checks().size() >= 30);
  for (const auto& check : dsl::lint_checks()) {
    INFO(name_of(check.id));
    CHECK(std::binary_search(names.begin(), names.end(), std::string(name_of(check.id))));
  }
}

TEST_CASE("every finding says what to do, and comes with a fix where the list says so") {
  std::size_t fixable = 0;
  for (const auto& check : dsl::lint_checks()) {
    std::string name(name_of(check.id));
    INFO(name);
    fixable += check.fixable;
    bool mended = false;
    for (const auto& d : test::lint_case(test::case_files(folder, name), name).diagnostics.sorted()) {
      CHECK_FALSE(d.help.empty());
      CHECK_FALSE(d.message.ends_with('.'));
      mended = mended || (d.id == check.id && !d.fixes.empty());
    }
    CHECK(mended == check.fixable);
  }
  CHECK(fixable >= 12);
}

TEST_CASE("fixes leave nothing to mend, no errors, and do nothing the second time") {
  for (const auto& name : test::case_names(folder)) {
    INFO(name);
    auto files = test::case_files(folder, name);
    dsl::CompileInput input{{name + ".stance"}, "library"};
    auto fixed = dsl::fix(files, input, test::fixed_day());
    auto had_fix = test::lint_case(files, name).diagnostics.sorted();
    bool any = std::any_of(had_fix.begin(), had_fix.end(), [](const auto& d) { return !d.fixes.empty(); });
    CHECK(any == !fixed.files.empty());
    for (const auto& [path, text] : fixed.files) files.files[path] = text;
    auto after = test::lint_case(files, name).diagnostics;
    CHECK_FALSE(after.has_errors());
    for (const auto& d : after.sorted()) CHECK(d.fixes.empty());
    CHECK(dsl::fix(files, input, test::fixed_day()).files.empty());
  }
}

TEST_CASE("a comment with a reason keeps a finding back") {
  MemoryFileSystem files = test::case_files(folder, "wide-gap");
  auto& text = files.files["wide-gap.stance"];
  text.replace(text.find("  about"), 7, "  # lint: allow wide-gap: names of treaties are long\n  about");
  CHECK(test::lint_case(files, "wide-gap").diagnostics.empty());
}

TEST_CASE("a comment for the whole file keeps all of its findings of a kind back") {
  MemoryFileSystem files = test::case_files(folder, "swallowed-alternative");
  auto& text = files.files["swallowed-alternative.stance"];
  text = "# lint: allow-file swallowed-alternative: shown to readers\n" + text;
  CHECK(test::lint_case(files, "swallowed-alternative").diagnostics.empty());
}

TEST_CASE("only and except choose checks") {
  auto files = test::case_files(folder, "wide-gap");
  auto options = test::fixed_day();
  options.except = {"wide-gap"};
  CHECK(dsl::lint(files, {{"wide-gap.stance"}, "library"}, options).diagnostics.empty());
  options = test::fixed_day();
  options.only = {"doubled-word"};
  CHECK(dsl::lint(files, {{"wide-gap.stance"}, "library"}, options).diagnostics.empty());
}

TEST_CASE("files that are only imported are looked at, but those of the library are not") {
  auto files = test::case_files(folder, "wide-gap");
  files.files["mine.stance"] = "import \"./wide-gap\"\nimport \"english\"\n";
  auto found = dsl::lint(files, {{"mine.stance"}, "library"}, test::fixed_day());
  REQUIRE(found.diagnostics.size() == 1);
  CHECK(found.files == std::vector<std::string>{"mine.stance", "wide-gap.stance"});
}

}  // namespace
}  // namespace demarche
