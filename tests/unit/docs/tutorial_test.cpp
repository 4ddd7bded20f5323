#include "tests/golden.hpp"
#include "tests/unit/docs/replay.hpp"

using namespace demarche::testing;

// docs/tutorial.md, done from top to bottom in an empty folder.
TEST_CASE("the tutorial prints what it says when its reader does what it says") {
  const std::string path = std::string(DEMARCHE_SOURCE_DIR) + "/docs/tutorial.md";
  const auto page = read_page(demarche::test::read_file(path));
  Replay replay;
  std::vector<std::pair<Block, std::vector<std::string>>> replayed;
  for (const auto& block : page.blocks) replayed.emplace_back(block, replay.block(page, block));
  for (const auto& problem : replay.problems()) FAIL_CHECK(problem);
  CHECK(page.blocks.size() > 20);
  CHECK(demarche::test::matches_golden(path, with_outputs(page, replayed)));
}
