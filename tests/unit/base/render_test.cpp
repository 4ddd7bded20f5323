#include "engine/base/render.hpp"

#include "tests/catch.hpp"

namespace demarche {
namespace {

std::shared_ptr<const SourceFile> source(std::string text) {
  return std::make_shared<SourceFile>("rules.stance", std::move(text));
}

Diagnostic sample(const std::string& text, Span span, std::string message = "unknown issue `sanctons`") {
  Diagnostics all;
  auto& d = all.add(DiagnosticId::unknown_issue, std::move(message), source(text), span);
  d.help = "did you mean `sanctions`?";
  return all.sorted().at(0);
}

TEST_CASE("a diagnostic shows its line, the place underlined, and what to do") {
  CHECK(render(sample("issue a {\n  not in sanctons\n}\n", {19, 27})) ==
        "rules.stance:2:10: error[unknown-issue]: unknown issue `sanctons`\n"
        "   2 |   not in sanctons\n"
        "     |          ^~~~~~~~\n"
        "     = help: did you mean `sanctions`?\n");
}

TEST_CASE("one line for machines and lists") {
  CHECK(render_line(sample("issue a {\n  not in sanctons\n}\n", {19, 27})) ==
        "rules.stance:2:10: error[unknown-issue]: unknown issue `sanctons` (did you mean `sanctions`?)");
}

TEST_CASE("columns are counted in characters, underlines in columns of the terminal") {
  auto text = std::string("\u00C9lys\u00E9e \u4E2D\u56FD bad");
  auto begin = static_cast<std::uint32_t>(text.find("bad"));
  CHECK(render(sample(text, {begin, begin + 3}, "m")) ==
        "rules.stance:1:11: error[unknown-issue]: m\n"
        "   1 | \u00C9lys\u00E9e \u4E2D\u56FD bad\n"
        "     |             ^~~\n"
        "     = help: did you mean `sanctions`?\n");
  auto wide = static_cast<std::uint32_t>(text.find("\u4E2D"));
  CHECK(render(sample(text, {wide, wide + 6}, "m")).find("|        ^~~~\n") != std::string::npos);
  CHECK(display_width("a\u0301\u4E2D\u00AD") == 3);
}

TEST_CASE("control characters and tabs do not reach the terminal") {
  auto shown = render(sample("\ta\x1b[31m b", {1, 2}, "m"));
  CHECK(shown.find('\x1b') == std::string::npos);
  CHECK(shown.find("   1 |  a?[31m b\n     |  ^\n") != std::string::npos);
}

TEST_CASE("a long line is cut around the place") {
  std::string text(100000, 'x');
  text.replace(50000, 3, "bad");
  auto shown = render(sample(text, {50000, 50003}, "m"));
  CHECK(shown.size() < 500);
  CHECK(shown.find("...x") != std::string::npos);
  CHECK(shown.find("xbadx") != std::string::npos);
}

TEST_CASE("places at the edge of a file") {
  CHECK(render(sample("", {0, 0}, "m")).find("   1 | \n     | ^\n") != std::string::npos);
  CHECK(render(sample("ab\n", {3, 3}, "m")).starts_with("rules.stance:2:1: "));
  CHECK(render(sample("ab\ncd\n", {0, 5}, "m")).find("| ^~\n") != std::string::npos);  // to the end of its first line
}

TEST_CASE("other places, notes, colours, counts") {
  auto file = source("issue a {}\nissue a {}\n");
  Diagnostics all;
  auto& d = all.add(DiagnosticId::duplicate_definition, "the issue `a` is defined twice", file, {17, 18});
  d.secondary.push_back({file, {6, 7}, "first defined here"});
  d.notes.push_back("a reason");
  all.add(DiagnosticId::file_not_found, "the folder does not exist", "corpus");
  all.add(DiagnosticId::unused_phrase, "no pattern uses it", file, {0, 1});
  CHECK(render(all.sorted()) ==
        "corpus: error[file-not-found]: the folder does not exist\n\n"
        "rules.stance:1:1: warning[unused-phrase]: no pattern uses it\n   1 | issue a {}\n     | ^\n\n"
        "rules.stance:2:7: error[duplicate-definition]: the issue `a` is defined twice\n"
        "   2 | issue a {}\n     |       ^\n    ::: rules.stance:1:7\n   1 | issue a {}\n     |       ^ first defined "
        "here\n"
        "     = note: a reason\n\n2 errors, 1 warning\n");
  CHECK(render(all.sorted(), {true, 100}).find("\x1b[1;31merror") != std::string::npos);
  CHECK(render(std::vector<Diagnostic>{}).empty());
}

}  // namespace
}  // namespace demarche
