#include <algorithm>
#include <filesystem>

#include "dsl/compile/dump.hpp"
#include "tests/catch.hpp"
#include "tests/unit/dsl/support.hpp"

// tests/goldens/programs: rule files on the left, the program they become on the right.
namespace demarche {
namespace {

const std::string folder = std::string(DEMARCHE_SOURCE_DIR) + "/tests/goldens/programs";

TEST_CASE("rule files become the programs that their goldens show") {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".stance") continue;
    auto stem = folder + "/" + entry.path().stem().string();
    INFO(stem);
    auto files = test::small_library();
    files.files["library/english/stances.stance"] = "";
    files.files["rules.stance"] = test::read_file(stem + ".stance");
    auto compiled = test::compile(files, {"rules.stance"});
    CHECK(test::ids(compiled).empty());
    CHECK(test::matches_golden(stem + ".expected", dsl::dump(compiled.program)));
  }
}

}  // namespace
}  // namespace demarche
