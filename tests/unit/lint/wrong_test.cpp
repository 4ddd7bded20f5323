#include "engine/base/render.hpp"
#include "tests/catch.hpp"
#include "tests/golden.hpp"
#include "tests/unit/lint/support.hpp"

// tests/wrong: rule files as people get them wrong, and what they are told.
namespace demarche {
namespace {

const std::string folder = std::string(DEMARCHE_SOURCE_DIR) + "/tests/wrong";

TEST_CASE("every wrong file is told what its golden shows") {
  auto names = test::case_names(folder);
  CHECK(names.size() >= 50);
  for (const auto& name : names) {
    INFO(name);
    auto found = test::lint_case(test::case_files(folder, name), name).diagnostics.sorted();
    CHECK(test::matches_golden(folder + "/" + name + ".expected", render(found)));
    CHECK_FALSE(found.empty());
  }
}

TEST_CASE("every message about a wrong file says what to do") {
  for (const auto& name : test::case_names(folder))
    for (const auto& d : test::lint_case(test::case_files(folder, name), name).diagnostics.sorted()) {
      INFO(name << ": " << d.message);
      CHECK((!d.help.empty() || !d.notes.empty()));
    }
}

}  // namespace
}  // namespace demarche
