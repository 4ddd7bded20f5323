#include "engine/golden/statement_text.hpp"

#include "engine/golden/rule_texts.hpp"
#include "tests/catch.hpp"

using namespace demarche::golden;

TEST_CASE("the text of a statement is its line, or all of its block") {
  const auto text = rule_text("a.stance",
                              "actor takes-a-side on every issue  # a {\n"
                              "  construction active {\n"
                              "    example \"a } in quotes\"\n"
                              "    form { <holder> }\n"
                              "  }\n"
                              "issue x { about x }\r\n"
                              "rule open {\n"
                              "  when a\n");
  CHECK(statement_text(text, 1) == "actor takes-a-side on every issue  # a {");
  CHECK(statement_text(text, 2) == "construction active {\n  example \"a } in quotes\"\n  form { <holder> }\n}");
  CHECK(statement_text(text, 6) == "issue x { about x }");
  CHECK(statement_text(text, 7) == "rule open {\n  when a");
  CHECK(statement_text(text, 99).empty());
  CHECK(statement_text(text, 2, 2) ==
        "construction active {\n  example \"a } in quotes\"\n  # ... more lines follow in the file");
}
