#include <algorithm>
#include <sstream>

#include "engine/program/pattern.hpp"
#include "tests/catch.hpp"
#include "tests/unit/dsl/lint_pages.hpp"
#include "tests/unit/dsl/support.hpp"

// docs/: every example in the reference is compiled; the list of diagnostics is made from the list in engine/base.
namespace demarche {
namespace {

struct Example {
  std::string kind;  // "stance" or "stance-error"
  std::string id;    // of the diagnostic, for stance-error
  std::string text;
  int line = 0;
};

std::vector<Example> examples(const std::string& document) {
  std::vector<Example> found;
  std::istringstream in(document);
  std::string line;
  bool inside = false;
  for (int number = 1; std::getline(in, line); ++number) {
    if (inside && line == "```")
      inside = false;
    else if (inside)
      found.back().text += line + "\n";
    else if (line.starts_with("```stance")) {
      inside = true;
      std::istringstream head(line.substr(3));
      found.push_back({});
      found.back().line = number;
      head >> found.back().kind >> found.back().id;
    } else if (line.starts_with("```") && line != "```") {
      while (std::getline(in, line) && line != "```") ++number;
      ++number;
    }
  }
  return found;
}

// Examples may use the names that the reference introduces before them.
const std::string prelude = R"(import "world"
import "english"
)";

std::string path(const std::string& name) { return std::string(DEMARCHE_SOURCE_DIR) + "/docs/" + name; }

TEST_CASE("every example of docs/language.md does what it says") {
  auto all = examples(test::read_file(path("language.md")));
  CHECK(all.size() > 20);
  for (const auto& example : all) {
    INFO("docs/language.md:" << example.line);
    bool imports = example.text.find("import \"") != std::string::npos;
    auto files = test::small_library();
    files.files["library/issues/sanctions.stance"] = "issue sanctions { about sanctions }\n";
    files.files["actors.yaml"] = files.files["library/world/actors.yaml"];
    files.files["common.stance"] = "phrase outsider = foreign\n";
    bool pack = example.text.find("\nstance opposes {") != std::string::npos ||
                example.text.starts_with("stance opposes {") ||
                example.text.find("\nstance supports {") != std::string::npos;
    if (pack) files.files["library/english/stances.stance"] = "";
    files.files["rules.stance"] = (imports ? "" : prelude) + example.text;
    auto compiled = test::compile(files, {"rules.stance"});
    std::string errors;
    bool named = false;
    for (const auto& d : compiled.diagnostics.sorted()) {
      if (d.severity == Severity::error) errors += std::string(name_of(d.id)) + ": " + d.message + "\n";
      named = named || name_of(d.id) == example.id;
    }
    if (example.kind == "stance-error")
      CHECK((named || (!errors.empty() && example.id.empty())));
    else
      CHECK(errors.empty());
  }
}

// The part of the document between two marks, which is made from the list in engine/program.
std::string with_jobs(const std::string& document) {
  const std::string begin = "<!-- made from engine/program/word_roles.def -->\n", end = "<!-- end -->\n";
  std::string table = "| job | part | what the engine does with the words |\n|---|---|---|\n";
#define DEMARCHE_WORD_ROLE(enumerator, name, part, meaning) table += "| `" name "` | " #part " | " meaning " |\n";
#include "engine/program/word_roles.def"
#undef DEMARCHE_WORD_ROLE
  auto from = document.find(begin);
  auto to = document.find(end);
  if (from == std::string::npos || to == std::string::npos) return "no marks";
  return document.substr(0, from + begin.size()) + table + document.substr(to);
}

TEST_CASE("docs/language.md lists every job of words") {
  CHECK(test::matches_golden(path("language.md"), with_jobs(test::read_file(path("language.md")))));
}

TEST_CASE("docs/language.md names every slot") {
  auto text = test::read_file(path("language.md"));
  for (std::string name : {
#define DEMARCHE_SLOT(enumerator, name) "`<" name ">`",
#include "engine/program/slots.def"
#undef DEMARCHE_SLOT
       }) {
    INFO(name);
    CHECK(text.find(name) != std::string::npos);
  }
}

std::string diagnostics_document() {
  std::string out =
      "# Diagnostics\n\nWhat the tool says about bad input, by the stable name in brackets: `error[unknown-issue]`.\n"
      "This page is made from `engine/base/diagnostic_ids.def`; each of the language is shown at work in\n"
      "`tests/goldens/diagnostics/`, a rule file and what is said about it.\n\n| name | severity | meaning "
      "|\n|---|---|---|\n";
  for (DiagnosticId id : all_diagnostic_ids()) {
    auto severity = severity_of(id) == Severity::error     ? "error"
                    : severity_of(id) == Severity::warning ? "warning"
                                                           : "note";
    out.append("| `")
        .append(name_of(id))
        .append("` | ")
        .append(severity)
        .append(" | ")
        .append(summary_of(id))
        .append(" |\n");
  }
  return out + test::lint_pages();
}

TEST_CASE("docs/diagnostics.md is the list of all diagnostics") {
  CHECK(test::matches_golden(path("diagnostics.md"), diagnostics_document()));
}

}  // namespace
}  // namespace demarche
