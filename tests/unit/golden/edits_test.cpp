#include "engine/golden/edits.hpp"

#include "engine/golden/blocks.hpp"
#include "engine/golden/rule_texts.hpp"
#include "tests/catch.hpp"

using namespace demarche::golden;
using Kind = Edit::Kind;

namespace {

const std::string rules =
    "# who stands where\n"
    "actor takes-a-side on every issue\n"
    "\n"
    "issue sanctions {\n"
    "  about  sanctions |\n"
    "         (coercive\n"
    "          measures)\n"
    "  unless sports \"} (\" # }\n"
    "}\n"
    "rule x {\n"
    "  actor opposes sanctions\n"
    "}\n"
    "test \"t\" {\n"
    "  text \"\"\"\n"
    "  } a brace of a text\n"
    "  \"\"\"\n"
    "}\n"
    "group g = A, B\n";

Edits edits(const std::string& before, const std::string& after, bool whole = true) {
  auto was = rule_text("x.stance", before);
  was.whole = whole;
  return Edits({was}, {rule_text("x.stance", after)});
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

bool is(LineRange range, std::uint32_t first, std::uint32_t last) { return range.first == first && range.last == last; }

}  // namespace

TEST_CASE("statements and blocks are found by their brackets") {
  const Blocks blocks(rule_text("x.stance", rules));
  CHECK(is(blocks.statement(2), 2, 2));
  CHECK(is(blocks.block(2), 2, 2));
  CHECK(is(blocks.statement(6), 6, 7));
  CHECK(is(blocks.block(5), 4, 9));
  CHECK(is(blocks.block(9), 4, 9));
  CHECK(is(blocks.block(11), 10, 12));
  CHECK(is(blocks.block(15), 13, 17));
  CHECK(is(blocks.block(18), 18, 18));
  CHECK(is(blocks.block(400), 400, 400));
  const Blocks bars(rule_text("x.stance", "phrase a = b\n  | c\n  | d\nphrase e = f\n"));
  CHECK(is(bars.statement(3), 1, 3));
  CHECK(is(bars.statement(4), 4, 4));
}

TEST_CASE("an edited line, a removed one, a new one") {
  CHECK(edits(rules, rules).all().empty());
  const auto changed = edits(rules, replaced(rules, "actor opposes sanctions", "actor supports sanctions"));
  REQUIRE(changed.all().size() == 1);
  CHECK(changed.all()[0].kind == Kind::changed);
  CHECK(changed.all()[0].line_before == 11);
  CHECK(changed.all()[0].before == "actor opposes sanctions");
  CHECK(changed.all()[0].after == "actor supports sanctions");
  CHECK(changed.of_old("x.stance", 11) == &changed.all()[0]);
  CHECK(changed.of_new("x.stance", 11) == &changed.all()[0]);
  CHECK(changed.of_old("x.stance", 5) == nullptr);
  CHECK(changed.of_old("y.stance", 11) == nullptr);

  const auto removed = edits(rules, replaced(rules, "  unless sports \"} (\" # }\n", ""));
  REQUIRE(removed.all().size() == 1);
  CHECK(removed.all()[0].kind == Kind::removed);
  CHECK(removed.all()[0].line_before == 8);

  const auto added = edits(rules, replaced(rules, "rule x {", "ignore y {\n}\nrule x {"));
  REQUIRE_FALSE(added.all().empty());
  CHECK(added.of_new("x.stance", 10)->kind == Kind::added);
}

TEST_CASE("comments, blank lines, indentation and line ends are no edits") {
  CHECK(edits(rules, "# new\n\n\n" + rules).all().empty());
  CHECK(edits("a\n  b\n", "  a\r\nb\r\n").all().empty());
}

TEST_CASE("of a file known in part, edited lines are found by their likeness") {
  auto part = rule_text("library:x.stance", rules);
  part.whole = false;
  std::erase_if(part.lines, [](const auto& line) { return line.first != 2 && line.first != 8 && line.first != 11; });
  for (auto& [number, line] : part.lines) line = trimmed(line);
  std::string after = "# moved down\n" + replaced(rules, "unless sports", "unless sports | games");
  after = replaced(after, "  actor opposes sanctions\n", "");
  const Edits found({part}, {rule_text("library:x.stance", after)});
  const auto* guard = found.of_old("library:x.stance", 8);
  REQUIRE(guard);
  CHECK(guard->kind == Kind::changed);
  CHECK(guard->line_after == 9);
  REQUIRE(found.of_old("library:x.stance", 11));
  CHECK(found.of_old("library:x.stance", 11)->kind == Kind::removed);
  CHECK(found.of_old("library:x.stance", 2) == nullptr);
  REQUIRE(found.of_new("library:x.stance", 5));
  CHECK(found.of_new("library:x.stance", 5)->kind == Kind::unseen);
}

TEST_CASE("one file under two names is one file") {
  const Edits found({rule_text("old.stance", "actor opposes a\n")}, {rule_text("new.stance", "actor opposes b\n")});
  REQUIRE(found.all().size() == 1);
  CHECK(found.all()[0].kind == Kind::changed);
  CHECK(found.of_old("old.stance", 1) == &found.all()[0]);
  CHECK(found.of_new("new.stance", 1) == &found.all()[0]);
}

TEST_CASE("common lines are a longest common subsequence") {
  using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;
  CHECK(common_lines({"a", "b", "c", "d"}, {"a", "c", "x", "d"}) == Pairs{{0, 0}, {2, 1}, {3, 3}});
  CHECK(common_lines({}, {"a"}).empty());
  CHECK(common_lines({"a", "a"}, {"a"}) == Pairs{{0, 0}});
}
