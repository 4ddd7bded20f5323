#include <filesystem>
#include <set>

#include "tests/catch.hpp"
#include "tests/unit/command/run_command.hpp"

using namespace demarche::testing;

// docs/language.md says that a file of the library can be imported by itself.
TEST_CASE("every issue of the library compiles when it alone is imported") {
  namespace fs = std::filesystem;
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(fs::path(DEMARCHE_SOURCE_DIR) / "rules/issues"))
    if (entry.path().extension() == ".stance") names.insert(entry.path().stem().string());
  CHECK(names.size() > 20);
  for (const auto& name : names) {
    INFO(name);
    const Folder folder;
    folder.write("rules.stance", "import \"world\"\nimport \"english\"\nimport \"issues/" + name +
                                     "\"\nactor takes-a-side on every issue\n");
    const auto check = folder.run("check rules.stance");
    INFO(check.err);
    CHECK(check.code == 0);
    CHECK(check.err.empty());
  }
}
