#include "tests/golden.hpp"
#include "tests/unit/docs/replay.hpp"

using namespace demarche::testing;

// docs/testing.md from its beginning to its end, in one folder.
TEST_CASE("what docs/testing.md shows is what the command prints") {
  const std::string path = std::string(DEMARCHE_SOURCE_DIR) + "/docs/testing.md";
  const auto page = read_page(demarche::test::read_file(path));
  std::vector<std::pair<Block, std::vector<std::string>>> replayed;
  Replay replay;
  std::size_t commands = 0;
  for (const auto& section : sections(page))
    for (const auto& block : section.blocks) {
      commands += block.language == "console";
      replayed.emplace_back(block, replay.block(page, block));
    }
  for (const auto& problem : replay.problems()) FAIL_CHECK(problem);
  CHECK(commands >= 8);
  CHECK(replay.folder().read("tests.xml").find("<testsuites name=\"demarche test\" tests=\"5\"") != std::string::npos);
  CHECK(demarche::test::matches_golden(path, with_outputs(page, replayed)));
}
