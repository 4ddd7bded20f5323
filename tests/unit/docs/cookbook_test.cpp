#include "tests/golden.hpp"
#include "tests/unit/docs/replay.hpp"

using namespace demarche::testing;

// docs/cookbook.md: every recipe does what it says, and does it only with its rule.
namespace {

using demarche::test::read_file;

const std::string cookbook = std::string(DEMARCHE_SOURCE_DIR) + "/docs/cookbook.md";

// The rule file of a recipe: what is given, the recipe's own statements, the tests; `with_rule` false leaves out the
// rule.
std::string rule_file(const Page& page, const Section& recipe, bool with_rule) {
  std::string text;
  for (const auto& block : recipe.blocks) {
    if (block.language != "stance" || block.has("file")) continue;
    if (with_rule || block.has("given") || block.has("test")) text += page.text(block);
  }
  const bool imports =
      text.find("import \"world\"") != std::string::npos || text.find("import \"library\"") != std::string::npos;
  return (imports ? "" : "import \"world\"\nimport \"english\"\n") + text;
}

bool has_block(const Section& recipe, const std::string& word) {
  for (const auto& block : recipe.blocks)
    if (block.language == "stance" && block.has(word)) return true;
  return false;
}

}  // namespace

TEST_CASE("the cookbook has at least twenty recipes, each with a rule and something that shows it") {
  const auto page = read_page(read_file(cookbook));
  std::size_t recipes = 0;
  for (const auto& recipe : sections(page)) {
    if (recipe.blocks.empty()) continue;
    ++recipes;
    INFO("docs/cookbook.md:" << recipe.line << ": " << recipe.title);
    bool shown = has_block(recipe, "test");
    for (const auto& block : recipe.blocks) shown = shown || block.language == "console";
    CHECK(shown);
  }
  CHECK(recipes >= 20);
}

TEST_CASE("every recipe of the cookbook passes its tests, and fails them without its rule") {
  const auto page = read_page(read_file(cookbook));
  for (const auto& recipe : sections(page)) {
    if (!has_block(recipe, "test")) continue;
    INFO("docs/cookbook.md:" << recipe.line << ": " << recipe.title);
    const Folder folder;
    folder.write("recipe.stance", rule_file(page, recipe, true));
    const auto check = folder.run("check recipe.stance");
    INFO(check.out << check.err);
    CHECK(check.code == 0);
    CHECK(check.err.empty());
    const auto with = folder.run("test recipe.stance");
    INFO(with.out << with.err);
    CHECK(with.code == 0);
    folder.write("without.stance", rule_file(page, recipe, false));
    CHECK(folder.run("test without.stance").code != 0);
  }
}

TEST_CASE("what the commands of the cookbook print is what they print") {
  const auto page = read_page(read_file(cookbook));
  std::vector<std::pair<Block, std::vector<std::string>>> replayed;
  for (const auto& recipe : sections(page)) {
    INFO("docs/cookbook.md:" << recipe.line << ": " << recipe.title);
    Replay replay;
    for (const auto& block : recipe.blocks) replayed.emplace_back(block, replay.block(page, block));
    for (const auto& problem : replay.problems()) FAIL_CHECK(problem);
  }
  CHECK(demarche::test::matches_golden(cookbook, with_outputs(page, replayed)));
}
