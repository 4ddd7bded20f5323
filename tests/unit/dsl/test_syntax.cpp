#include <random>

#include "dsl/syntax/parse.hpp"
#include "tests/catch.hpp"
#include "tests/unit/dsl/support.hpp"

namespace demarche {
namespace {

using dsl::syntax::NodeKind;

dsl::syntax::Tree parse(std::string text) {
  return dsl::syntax::parse(std::make_shared<const SourceFile>("rules.stance", std::move(text)));
}

// Between two leaves stand only blanks and the brackets of what contains them.
bool tiles_the_file(const dsl::syntax::Tree& tree) {
  constexpr std::string_view between = " \t\r\n\f\v{}()[]\xC2\xA0\xE2\x80\x8B\xAF\xEF\xBB\xBF";
  auto text = tree.file()->text();
  auto blank = [&](std::size_t from, std::size_t to) {
    auto gap = text.substr(from, to - from);
    return gap.find_first_not_of(between) == std::string_view::npos;
  };
  std::size_t at = 0;
  for (dsl::syntax::NodeIndex i = 1; i < tree.nodes().size(); ++i) {
    const auto& node = tree[i];
    bool leaf = node.next == i + 1 || node.kind == NodeKind::reference;
    if (!leaf || node.span.empty()) continue;
    if (node.span.begin < at || !blank(at, node.span.begin)) return false;
    at = node.span.end;
  }
  return tree[0].span.end == text.size() && blank(at, text.size());
}

TEST_CASE("the grammar can neither loop nor hang") { CHECK(dsl::syntax::grammar_problems() == 0); }

TEST_CASE("a list goes on after a comma at the end of a line, not before a keyword") {
  auto tree = parse("matrix a {\n  columns x,  # one\n    y,\n  rows B,\n}\n");
  CHECK(dump(tree) == R"(file
  item
    line
      word matrix
      word a
    block
      line
        word columns
        word x
        comma ,
        comment # one
        word y
        comma ,
      line
        word rows
        word B
        comma ,
)");
}

TEST_CASE("the tree says what stands where") {
  auto tree = parse("issue a \"A\" {   # note\n  about <b>'s (x |\n y)? ..6 z:noun\n}\n");
  CHECK(dump(tree) == R"(file
  item
    line
      word issue
      word a
      string "A"
    block
      comment # note
      line
        word about
        reference <b>
        word 's
        group
          word x
          bar |
          word y
        question ?
        gap ..6
        word z
        form :noun
)");
}

TEST_CASE("a line goes on where the next begins with a bar, also behind comments") {
  auto tree = parse("phrase a = x   # one\n  # two\n\n  | y\nphrase b = z\n");
  CHECK(tree.children(0).size() == 2);
}

TEST_CASE("every byte is in the tree or a blank") {
  for (const char* text :
       {"", "\n", "# only a comment", "issue a { about b }", "phrase a = (b | c", "}}{{", "test \"x { \n",
        "\xEF\xBB\xBFimport \"a\"\r\n", "a <b <c> ) ] [ \x01 \"", "text \"\"\"x\n}\nissue b { about c"})
    CHECK(tiles_the_file(parse(text)));
}

TEST_CASE("any bytes give a tree") {
  std::mt19937 random(7);
  const std::string pieces[] = {
      "issue ", "a",    " {",     "}", "(",  ")",      "[",     "]", "<", ">",    "|",  "?", "..",
      ":",      "\"",   "\"\"\"", "#", "\n", "about ", "test ", ",", "=", "not ", "'s", "-", "\xE2\x80\x9C",
      "\xFF",   "\x01", "expect "};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (auto n = random() % 40; n > 0; --n) text += pieces[random() % std::size(pieces)];
    auto tree = parse(text);
    REQUIRE(tree.nodes().size() > 0);
    CHECK(tree[0].span.end == text.size());
    test::compile(text);  // and it ends
  }
}

TEST_CASE("hostile nesting and length end with a message") {
  CHECK(test::ids(test::compile("issue a { about " + std::string(200000, '(') + " }")).find("nested-too-deep") !=
        std::string::npos);
  CHECK(test::ids(test::compile(std::string(200000, '{'))).find("stray-brace") != std::string::npos);
  CHECK(test::ids(test::compile("issue a { about " + std::string(100000, '?') + " }")).find("misplaced") !=
        std::string::npos);
  std::string nots = "issue a { about x";
  for (int i = 0; i < 20000; ++i) nots += " not";
  CHECK(test::ids(test::compile(nots + " y }")).find("misplaced") != std::string::npos);
  std::string chain;
  for (int i = 0; i < 3000; ++i) chain += "phrase p" + std::to_string(i) + " = <p" + std::to_string(i + 1) + ">\n";
  CHECK(test::ids(test::compile(chain + "phrase p3000 = x\nissue a { about <p0> }")) == "pattern-too-large");
  CHECK(test::ids(test::compile(std::string((8u << 20) + 1, ' '))) == "file-too-large");
}

TEST_CASE("one file with ten mistakes gives ten messages") {
  auto compiled = test::compile(R"(import "world"
import "english"
phrse outsider = foreign
issue one { about (presence | deployment of troops
  deed deploy <outsidr> }
issue two { abuot peace treaty }
issue three { about nuclear:nuon weapons }
actor oposes one
IRM opposes two
actor opposes fuor
test "t" { text "Iran rejected it." expect IRN opposes one }
matrix m { rows IRN
  period 2023 to 2020 }
rule r { actor opposes one
  dates 2020-02-30 to 2021-01-01 }
)");
  CHECK(compiled.diagnostics.error_count() >= 10);
  CHECK(compiled.program.issues.size() == 3);
}

}  // namespace
}  // namespace demarche
