#include "engine/run/coverage_pages.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/run/marked_source.hpp"
#include "tests/catch.hpp"

using namespace demarche;
using namespace demarche::run;

namespace {

CoveredPart part(CoveredKind kind, const std::string& text, std::uint32_t line, std::uint32_t column,
                 std::size_t tests = 0, std::size_t documents = 0) {
  CoveredPart made{kind, "issue tolls", text, {"tolls.stance", line, column}, tests, documents, {}, {}};
  if (tests > 0) made.test = "condemned (tolls.stance:9)";
  if (documents > 0) made.sentence = "They condemned the tolls. (doc-1)";
  return made;
}

// Every element that is opened is closed, in order; nothing but names and quoted attributes stands in a tag.
std::string imbalance(const std::string& page) {
  std::vector<std::string> open;
  std::size_t at = page.find("<html");
  while ((at = page.find('<', at)) != std::string::npos) {
    const bool closes = page[at + 1] == '/';
    std::size_t name_end = at + 1 + (closes ? 1u : 0u);
    const std::size_t name_begin = name_end;
    while (name_end < page.size() && std::isalnum(static_cast<unsigned char>(page[name_end]))) ++name_end;
    const std::string name = page.substr(name_begin, name_end - name_begin);
    if (name.empty()) return "a bare < before " + page.substr(at, 20);
    bool quoted = false;
    std::size_t end = name_end;
    for (; end < page.size() && (quoted || page[end] != '>'); ++end) {
      if (page[end] == '"') quoted = !quoted;
      if (page[end] == '<' && !quoted) return "< inside the tag " + name;
    }
    if (closes) {
      if (open.empty() || open.back() != name) return "</" + name + "> closes nothing";
      open.pop_back();
    } else if (page[end - 1] != '/') {
      open.push_back(name);
    }
    at = end;
    if (!closes && (name == "script" || name == "style")) at = page.find("</" + name, end);
  }
  return open.empty() ? "" : "<" + open.back() + "> is never closed";
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

const std::string source =
    "issue tolls {\n"
    "  about (road # on land\n"
    "        | bridge) tolls\n"
    "}\n";

CoverageReport tolls() {
  CoverageReport report;
  report.has_corpus = true;
  report.parts = {part(CoveredKind::rule, "actor-opposes-tolls", 1, 1, 1),
                  part(CoveredKind::line, "(road | bridge) tolls", 2, 9, 1),
                  part(CoveredKind::alternative, "road", 2, 10, 1),
                  part(CoveredKind::alternative, "bridge", 3, 11, 0, 2)};
  return report;
}

}  // namespace

TEST_CASE("parts are found in the text of their file, over line ends and comments") {
  const auto report = tolls();
  const auto marked = mark_source(source, report, {0, 1, 2, 3});
  REQUIRE(marked.marks.size() == 3);
  CHECK(source.substr(marked.marks[0].begin, 5) == "(road");
  CHECK(source.substr(marked.marks[0].end - 5, 5) == "tolls");
  CHECK(source.substr(marked.marks[1].begin, marked.marks[1].end - marked.marks[1].begin) == "road");
  CHECK(source.substr(marked.marks[2].begin, marked.marks[2].end - marked.marks[2].begin) == "bridge");
  CHECK(marked.lines[0] == std::vector<std::size_t>{0});  // a rule's name is not what stands there
}

TEST_CASE("columns count code points, and a place outside of the text is no mark") {
  CoverageReport report;
  report.parts = {part(CoveredKind::alternative, "Erdoğan", 1, 3), part(CoveredKind::alternative, "law", 1, 11),
                  part(CoveredKind::line, "gone", 9, 1)};
  const std::string text = "| Erdoğan law";
  const auto marked = mark_source(text, report, {0, 1, 2});
  REQUIRE(marked.marks.size() == 2);
  CHECK(text.substr(marked.marks[1].begin) == "law");
}

TEST_CASE("marks that cross are not both shown; the second stands for its line") {
  CoverageReport report;
  report.parts = {part(CoveredKind::line, "a b", 1, 1), part(CoveredKind::line, "b c", 1, 3)};
  const auto marked = mark_source("a b c\n", report, {0, 1});
  CHECK(marked.marks.size() == 1);
  CHECK(marked.lines[0] == std::vector<std::size_t>{1});
}

TEST_CASE("the page shows every line, each part by what exercises it, and is well-formed") {
  const auto report = tolls();
  const std::string page = coverage_html(report, {{"tolls.stance", source}}, "1.2");
  CHECK(imbalance(page) == "");
  CHECK(count(page, "<div class=\"l\">") == 4);
  CHECK(page.find("<b class=\"c k3\" data-p=\"3\">bridge</b>") != std::string::npos);
  CHECK(page.find("<b class=\"t k3\" data-p=\"2\">road</b>") != std::string::npos);
  CHECK(count(page, "data-p=\"1\"") == 2);  // the pattern goes over two lines
  CHECK(page.find("75.0%") != std::string::npos);
  CHECK(page.find("http") == std::string::npos);  // nothing is fetched
  CHECK(page.find(" src=") == std::string::npos);
}

TEST_CASE("what rules, tests and texts say cannot break out of the page") {
  const std::string hostile = "</script><script>alert(1)</script><b x='\"&";
  CoverageReport report;
  report.has_corpus = true;
  report.parts = {part(CoveredKind::line, hostile, 1, 1, 1, 1)};
  report.parts[0].owner = report.parts[0].test = report.parts[0].sentence = hostile + "\x01";
  report.parts[0].place.file = hostile;
  for (const std::string& text : {hostile, std::string("other")}) {
    const std::string page = coverage_html(report, {{hostile, text}}, hostile);
    CHECK(imbalance(page) == "");
    CHECK(count(page, "alert(1)</script>") == 0);
    CHECK(count(page, "<script") == 1);
    CHECK(count(page, "</script") == 1);
    CHECK(page.find('\x01') == std::string::npos);
  }
  CHECK(imbalance(coverage_html(report, {}, "")) == "");  // the file could not be read
  CHECK(nlohmann::json::parse(coverage_json(report, hostile))["parts"][0]["text"] == hostile);
}

TEST_CASE("a file that holds nothing but words has lines, too") {
  CoverageReport report;
  report.parts = {part(CoveredKind::word, "never", 1, 17, 1)};
  const std::string page = coverage_html(report, {{"tolls.stance", "words negator = never\n"}}, "");
  CHECK(imbalance(page) == "");
  CHECK(page.find(">never</b>") != std::string::npos);
}

TEST_CASE("the JSON has all parts and the shares of kinds and files") {
  const auto json = nlohmann::json::parse(coverage_json(tolls(), "1.2"));
  CHECK(json["format"] == "demarche-coverage");
  CHECK(json["format_version"] == 1);
  CHECK(json["demarche"] == "1.2");
  CHECK(json["corpus"] == true);
  CHECK(json["share"]["covered"] == 3);
  CHECK(json["share"]["all"] == 4);
  CHECK(json["kinds"]["alternative"]["percent"] == 50.0);
  CHECK(json["files"]["tolls.stance"]["all"] == 4);
  REQUIRE(json["parts"].size() == 4);
  CHECK(json["parts"][2]["test"] == "condemned (tolls.stance:9)");
  CHECK(json["parts"][3]["documents"] == 2);
  CHECK_FALSE(json["parts"][3].contains("test"));
}
