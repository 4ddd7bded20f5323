#include <unistd.h>

#include <filesystem>

#include "tests/catch.hpp"
#include "tests/unit/command/run_command.hpp"

using namespace demarche::testing;

namespace {
namespace fs = std::filesystem;

const std::string untidy = "issue  sanctions{about sanctions}\n";
const std::string tidy = "issue sanctions { about sanctions }\n";
}  // namespace

TEST_CASE("fmt writes the files that change and names them") {
  const Folder folder;
  folder.write("rules/a.stance", untidy);
  folder.write("rules/sub/b.stance", tidy);
  folder.write("rules/notes.txt", "issue  x{about y}");
  const auto run = folder.run("fmt rules");
  CHECK(run.code == 0);
  CHECK(run.out == "rules/a.stance\n");
  CHECK(run.err == "1 of 2 files changed\n");
  CHECK(folder.read("rules/a.stance") == tidy);
  CHECK(folder.read("rules/notes.txt") == "issue  x{about y}");
  CHECK(folder.run("fmt rules").out.empty());
}

TEST_CASE("fmt --check and --diff write nothing") {
  const Folder folder;
  folder.write("a.stance", untidy);
  folder.write("b.stance", tidy);
  const auto check = folder.run("fmt --check a.stance b.stance");
  CHECK(check.code == 1);
  CHECK(check.out == "a.stance\n");
  CHECK(check.err == "1 of 2 files would change\n");
  const auto diff = folder.run("fmt --diff a.stance b.stance");
  CHECK(diff.code == 0);
  CHECK(diff.out == "--- a.stance\n+++ a.stance\n@@ -1 +1 @@\n-" + untidy + "+" + tidy);
  CHECK(folder.run("fmt --diff --check a.stance").code == 1);
  CHECK(folder.run("fmt --check b.stance").code == 0);
  CHECK(folder.read("a.stance") == untidy);
}

TEST_CASE("fmt - reads the standard input and prints the layout") {
  const Folder folder;
  folder.write("a.stance", untidy);
  CHECK(folder.run("fmt - < a.stance > result; true").code == 0);
  CHECK(folder.read("result") == tidy);
  CHECK(folder.run("fmt - --check < a.stance > result; test $? = 1").code == 0);
  CHECK(folder.read("result") == "<stdin>\n");
  CHECK(folder.read("a.stance") == untidy);
  CHECK(folder.run("fmt - a.stance").code == 2);
}

TEST_CASE("fmt without arguments: the project's files and what they import of their own") {
  const Folder folder;
  folder.write("demarche.yaml", "name: x\nrules: main.stance\n");
  folder.write("main.stance", "import \"issues/sanctions\"\nimport   \"./more\"\n");
  folder.write("more.stance", untidy);
  folder.write("other.stance", untidy);
  const auto run = folder.run("fmt");
  INFO(run.err);
  CHECK(run.code == 0);
  CHECK(run.out == "main.stance\nmore.stance\n");
  CHECK(folder.read("other.stance") == untidy);
  const Folder empty;
  CHECK(empty.run("fmt").code == 2);
  CHECK(contains(empty.run("fmt").err, "demarche.yaml"));
}

TEST_CASE("fmt: mistakes stay and are said, the rest is laid out") {
  const Folder folder;
  folder.write("a.stance", "phrase a=(b\n" + untidy);
  const auto run = folder.run("fmt a.stance");
  CHECK(run.code == 0);
  CHECK(contains(run.err, "a.stance: 1 part stays as it is"));
  CHECK(folder.read("a.stance") == "phrase a=(b\n" + tidy);
}

TEST_CASE("fmt: what is no rule file, or cannot be read, is refused and left alone") {
  const Folder folder;
  folder.write("latin.stance", "phrase  a = caf\xE9\n");
  folder.write("notes.txt", untidy);
  folder.write("good.stance", untidy);
  const auto run = folder.run("fmt latin.stance notes.txt nowhere.stance good.stance");
  CHECK(run.code == 3);
  CHECK(contains(run.err, "latin.stance:1:16: error[not-utf8]: this is not UTF-8 text"));
  CHECK(contains(run.err, "`notes.txt` is no rule file"));
  CHECK(contains(run.err, "there is no file or folder `nowhere.stance`"));
  CHECK(folder.read("latin.stance") == "phrase  a = caf\xE9\n");
  CHECK(folder.read("notes.txt") == untidy);
  CHECK(folder.read("good.stance") == tidy);
  CHECK(folder.run("fmt latin.stance").code == 2);
  CHECK(folder.run("fmt notes.txt").code == 2);
}

TEST_CASE("fmt follows a link to the file itself, and keeps the file's mode") {
  const Folder folder;
  folder.write("a.stance", untidy);
  fs::permissions(folder.path() / "a.stance", fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink("a.stance", folder.path() / "link.stance");
  CHECK(folder.run("fmt link.stance a.stance").out == "link.stance\n");
  CHECK(fs::is_symlink(folder.path() / "link.stance"));
  CHECK(folder.read("a.stance") == tidy);
  CHECK(fs::status(folder.path() / "a.stance").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("fmt: a file of megabytes") {
  const Folder folder;
  std::string text;
  for (int i = 0; text.size() < 5u << 20; ++i)
    text += "issue  i" + std::to_string(i) + "{\n about (a|b|c) of  <x> # why\n about d\n}\n";
  folder.write("large.stance", text);
  CHECK(folder.run("fmt --quiet large.stance").code == 0);
  CHECK(folder.run("fmt --check large.stance").code == 0);
  CHECK(folder.read("large.stance").size() > 5u << 20);
  folder.write("too-large.stance", std::string(9u << 20, ' '));
  const auto refused = folder.run("fmt too-large.stance");
  CHECK(refused.code == 2);
  CHECK(contains(refused.err, "8 MiB"));
}
