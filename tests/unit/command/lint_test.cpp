#include "tests/catch.hpp"
#include "tests/unit/command/run_command.hpp"

namespace {

using demarche::testing::contains;
using demarche::testing::Folder;

const std::string rules =
    "import \"world\"\nimport \"english\"\nactor takes-a-side on every issue\n"
    "issue bases \"Bases\" {\n  about  foreign (bases | outposts | bases)\n  about  foreign ..20 camps\n}\n";

}  // namespace

TEST_CASE("lint says what it found and ends with 1, and with 0 when there is nothing") {
  const Folder folder;
  folder.write("a.stance", rules);
  const auto found = folder.run("lint a.stance");
  CHECK(found.code == 1);
  CHECK(contains(found.out, "warning[duplicate-alternative]"));
  CHECK(contains(found.out, "warning[wide-gap]"));
  CHECK(contains(found.out, "2 warnings"));
  const auto one = folder.run("lint a.stance --only wide-gap");
  CHECK(contains(one.out, "1 warning"));
  const auto none = folder.run("lint a.stance --except wide-gap,duplicate-alternative");
  CHECK(none.code == 0);
  CHECK(none.out == "nothing found\n");
}

TEST_CASE("lint ends with 2 when the rules have errors and with 3 when there are none to read") {
  const Folder folder;
  folder.write("a.stance", "actor opposes nothing-known\n");
  CHECK(folder.run("lint a.stance").code == 2);
  CHECK(folder.run("lint missing.stance").code == 3);
  const auto unknown = folder.run("lint a.stance --only wide-gaps");
  CHECK(unknown.code == 2);
  CHECK(contains(unknown.err, "did you mean `wide-gap`?"));
}

TEST_CASE("lint --diff shows what --fix does, and only --fix does it") {
  const Folder folder;
  folder.write("a.stance", rules);
  const auto diff = folder.run("lint a.stance --diff");
  CHECK(diff.code == 1);
  CHECK(contains(diff.out, "-  about  foreign (bases | outposts | bases)"));
  CHECK(contains(diff.out, "+  about  foreign (bases | outposts)"));
  CHECK(folder.read("a.stance") == rules);
  const auto fixed = folder.run("lint a.stance --fix");
  CHECK(contains(fixed.out, "1 mended in 1 file\n"));
  CHECK(contains(folder.read("a.stance"), "  about  foreign (bases | outposts)\n"));
  CHECK(contains(fixed.out, "1 warning"));
  CHECK(folder.run("lint a.stance --diff").out.empty());
}

TEST_CASE("lint lists its checks and explains them") {
  const Folder folder;
  const auto list = folder.run("lint --list");
  CHECK(list.code == 0);
  CHECK(std::count(list.out.begin(), list.out.end(), '\n') >= 30);
  CHECK(contains(list.out, "duplicate-alternative"));
  const auto why = folder.run("lint --explain wide-gap");
  CHECK(contains(why.out, "Why it matters: "));
  CHECK(contains(why.out, "Write instead: "));
  CHECK(folder.run("lint --explain wide-gaps").code == 2);
}

TEST_CASE("a new project is clean") {
  const Folder folder;
  REQUIRE(folder.run("init mine").code == 0);
  const auto found = folder.run("lint mine");
  INFO(found.out);
  CHECK(found.code == 0);
}
