#include "tests/golden.hpp"
#include "tests/unit/docs/replay.hpp"

using namespace demarche::testing;

// Pages whose reader types along, done from top to bottom in an empty folder.
TEST_CASE("a page prints what it says when its reader does what it says") {
  for (const char* name : {"tutorial.md", "actors.md", "golden.md", "testing.md", "coverage.md", "tables.md",
                           "exports.md", "comparisons.md"}) {
    const std::string path = std::string(DEMARCHE_SOURCE_DIR) + "/docs/" + name;
    const auto page = read_page(demarche::test::read_file(path));
    Replay replay;
    std::vector<std::pair<Block, std::vector<std::string>>> replayed;
    for (const auto& block : page.blocks) replayed.emplace_back(block, replay.block(page, block));
    for (const auto& problem : replay.problems()) FAIL_CHECK(name << ": " << problem);
    CHECK(page.blocks.size() >= 7);
    CHECK(demarche::test::matches_golden(path, with_outputs(page, replayed)));
  }
}

TEST_CASE("the page about the report does what it says") {
  if (contains(Folder().run("report").err, "built without the page")) {
    WARN("skipped: this build has no page for `demarche report` (npm was missing)");
    return;
  }
  const auto page = read_page(demarche::test::read_file(std::string(DEMARCHE_SOURCE_DIR) + "/docs/report.md"));
  Replay replay;
  for (const auto& block : page.blocks) replay.block(page, block);
  for (const auto& problem : replay.problems()) FAIL_CHECK("report.md: " << problem);
  CHECK(page.blocks.size() >= 3);
  CHECK(std::filesystem::file_size(replay.folder().path() / "strait.html") < 3'000'000);
}

TEST_CASE("the rules on the pages are laid out as demarche fmt lays them out") {
  const Folder folder;
  for (const char* name : {"tutorial.md", "cookbook.md", "actors.md"}) {
    const auto page = read_page(demarche::test::read_file(std::string(DEMARCHE_SOURCE_DIR) + "/docs/" + name));
    for (const auto& block : page.blocks) {
      if (block.language != "stance") continue;
      INFO(name << ":" << block.first);
      std::string text = page.text(block);
      text.erase(0, text.find_first_not_of('\n'));
      folder.write("block.stance", text);
      const auto check = folder.run("fmt --diff block.stance");
      CHECK(check.code == 0);
      CHECK(check.out == "");
    }
  }
}

TEST_CASE("docs/index.md leads to every page") {
  namespace fs = std::filesystem;
  const fs::path docs = fs::path(DEMARCHE_SOURCE_DIR) / "docs";
  const std::string index = demarche::test::read_file((docs / "index.md").string());
  for (const auto& entry : fs::directory_iterator(docs)) {
    const std::string name = entry.path().filename().string();
    if (!name.ends_with(".md") || name == "index.md") continue;
    INFO(name);
    CHECK(contains(index, "](" + name + ")"));
  }
}

TEST_CASE("docs/language.md names every construction of the library, with its example") {
  const std::string root = DEMARCHE_SOURCE_DIR;
  const std::string page = demarche::test::read_file(root + "/docs/language.md");
  std::istringstream rules(demarche::test::read_file(root + "/rules/english/constructions.stance"));
  std::size_t seen = 0;
  for (std::string line; std::getline(rules, line);) {
    if (!line.starts_with("construction ")) continue;
    const std::size_t quote = line.find('"');
    const std::string name = line.substr(13, quote - 14);
    const std::string example = line.substr(quote + 1, line.rfind('"') - quote - 1);
    INFO(line);
    CHECK(contains(page, "| `" + name + "` | " + example + " | "));
    ++seen;
  }
  CHECK(seen > 30);
}
