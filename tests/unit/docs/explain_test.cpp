#include "tests/golden.hpp"
#include "tests/unit/docs/replay.hpp"

using namespace demarche::testing;

// docs/explain.md: its commands print what it shows, and it names every stage.
namespace {

using demarche::test::read_file;

const std::string root = DEMARCHE_SOURCE_DIR;
const std::string path = root + "/docs/explain.md";

// The table of stages, from the list that the engine is made of.
std::string stage_table() {
  std::string table = "| stage | what it means |\n|---|---|\n";
#define DEMARCHE_STAGE(enumerator, name, meaning) table += std::string("| `") + name + "` | " + meaning + " |\n";
#include "engine/why/stages.def"
#undef DEMARCHE_STAGE
  return table;
}

std::string with_table(const std::string& text) {
  const std::string begin = "<!-- made from engine/why/stages.def -->\n";
  const auto from = text.find(begin);
  const auto to = text.find("<!-- end -->", from);
  REQUIRE(from != std::string::npos);
  REQUIRE(to != std::string::npos);
  return text.substr(0, from + begin.size()) + stage_table() + text.substr(to);
}

}  // namespace

TEST_CASE("the page on why and why not prints what it shows") {
  const auto page = read_page(read_file(path));
  std::vector<std::pair<Block, std::vector<std::string>>> replayed;
  Replay replay;
  for (const auto& block : page.blocks) replayed.emplace_back(block, replay.block(page, block));
  for (const auto& problem : replay.problems()) FAIL_CHECK(problem);
  CHECK(demarche::test::matches_golden(path, with_table(with_outputs(page, replayed))));
}
