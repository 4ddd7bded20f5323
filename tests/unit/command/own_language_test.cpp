#include <unistd.h>

#include "tests/catch.hpp"
#include "tests/unit/command/run_command.hpp"

using namespace demarche::testing;

TEST_CASE("a stance and a construction in a file of one's own work without rebuilding") {
  const Folder folder;
  folder.write("rules.stance", "import \"world\"\nimport \"english\"\nimport \"./own\"\n"
                               "issue sanctions { about sanctions }\nactor takes-a-side on every issue\n");
  const std::string words = "'Iran frobnicated the sanctions. Upon the sanctions Russia smiled benignly. Turkey glorped for sanctions.'";
  folder.write("own.stance", "phrase unused = nothing much\n");
  const auto before = folder.run("try " + words + " --rules rules.stance");
  CHECK(before.code == 0);
  CHECK_FALSE(contains(before.out, "IRN opposes"));
  CHECK_FALSE(contains(before.out, "RUS supports"));
  CHECK_FALSE(contains(before.out, "TUR supports"));
  folder.write("own.stance",
               "extend stance opposes { verb frobnicate }\n"
               "stance adores { sign +\n inverse opposes\n negated nothing\n verb glorp for <target> }\n"
               "construction smiling \"Upon sanctions Russia smiled benignly.\" {\n"
               "  form  upon <target> <holder> smile benignly\n  gives supports\n}\n");
  const auto check = folder.run("check rules.stance");
  INFO(check.err);
  CHECK(check.code == 0);
  const auto after = folder.run("try " + words + " --rules rules.stance");
  INFO(after.out << after.err);
  CHECK(contains(after.out, "IRN opposes sanctions"));
  CHECK(contains(after.out, "RUS supports sanctions"));
  CHECK(contains(after.out, "TUR supports sanctions"));
}
