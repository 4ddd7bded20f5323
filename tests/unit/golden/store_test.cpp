#include "engine/golden/store.hpp"

#include <algorithm>

#include "engine/base/render.hpp"
#include "engine/golden/compare.hpp"
#include "engine/golden/rule_texts.hpp"
#include "tests/catch.hpp"
#include "tests/unit/golden/build.hpp"

using namespace demarche;
using namespace demarche::golden;
using namespace demarche::golden::testing;
using evidence::Stance;

namespace {

// Texts that YAML could take for something else.
const std::vector<std::string> hostile{"yes",
                                       "null",
                                       "~",
                                       "- a",
                                       "a: b # c",
                                       "\"x\" \\ 'y'",
                                       "{a: b}",
                                       "[1, 2]",
                                       "&a *a !t",
                                       " blanks ",
                                       "tab\there",
                                       "2023-01-01",
                                       "0x1F",
                                       "caf\xC3\xA9",
                                       "\xE2\x80\xA8 next",
                                       "line\nbreak",
                                       "%",
                                       "@",
                                       "`",
                                       "|",
                                       ">",
                                       "?",
                                       ":",
                                       "a:",
                                       "\x7F",
                                       "\xF0\x9F\x98\x80"};

bool has(const std::string& text, const std::vector<std::string>& parts) {
  INFO(text);
  return std::all_of(parts.begin(), parts.end(),
                     [&](const auto& part) { return text.find(part) != std::string::npos; });
}

Golden sample_golden() {
  Golden golden;
  golden.matrix = "caucasus";
  Evidence full = said("RUS", Stance::oppose, "sanctions", "Moscow \"rejects\": sanctions # all {of} them", 12);
  full.strength = evidence::Strength::strong;
  full.kind = evidence::Kind::ascribed;
  full.mode = evidence::Mode::hedged;
  full.negated = true;
  full.speaker = "A. B.";
  full.via = "CSTO";
  full.claimant = "UKR";
  full.construction = "active";
  full.uses = {{"issue", "sanctions", "library:issues/x.stance", "about  sanctions | \"coercive measures\"", ""},
               {"rule", "takes-a-side", "my rules.stance", "actor takes-a-side on every issue", "words"}};
  golden.documents = {document("a/b c.md", {full}), document("empty.txt", {}),
                      document("plain.txt", {said("IRN", Stance::support, "peace", "Iran")})};
  golden.documents[1].date.reset();
  golden.cells = {cell("RUS", "sanctions", "mixed (shifted)", "2.5"), cell("IRN", "peace", "support via EU")};
  golden.rules = {rule_text("library:issues/x.stance", "about  sanctions | \"coercive measures\"\n"),
                  rule_text("my rules.stance", "# ours\n\nactor takes-a-side on every issue\n")};
  golden.rules[0].whole = false;
  return golden;
}

Golden read_back(const Golden& golden) {
  MemoryFileSystem files;
  Diagnostics diagnostics;
  write_golden(files, "golden", golden, diagnostics);
  const auto read = read_golden(files, "golden", diagnostics);
  INFO(render(diagnostics.sorted()));
  REQUIRE(read);
  return *read;
}

std::string complaints(const MemoryFileSystem& files) {
  Diagnostics diagnostics;
  CHECK_FALSE(read_golden(files, "golden", diagnostics));
  return render(diagnostics.sorted());
}

}  // namespace

TEST_CASE("a golden is read back as it was written") {
  const Golden golden = sample_golden();
  const Golden read = read_back(golden);
  CHECK(read.matrix == "caucasus");
  CHECK(read.cells == golden.cells);
  REQUIRE(read.documents.size() == 3);
  CHECK(compare(golden, read).same());
  CHECK(read.documents[0].evidence.at(0).uses == golden.documents[0].evidence.at(0).uses);
  CHECK(read.documents[0].evidence[0].claimant == "UKR");
  CHECK_FALSE(read.documents[1].date);
  REQUIRE(read.rules.size() == 2);
  CHECK(read.rules[0].lines == golden.rules[0].lines);
  CHECK_FALSE(read.rules[0].whole);
  CHECK(read.rules[1].lines == golden.rules[1].lines);
  CHECK(read.rules[1].whole);
  CHECK(read.rules[1].hash == golden.rules[1].hash);
}

TEST_CASE("texts that YAML could take for something else come back as they are") {
  for (const auto& text : hostile) {
    INFO(text);
    Golden golden;
    Evidence one = said("A", Stance::support, "i", "x");
    one.sentence = text;
    one.matched = text;
    one.actor = one.issue = one.rule = one.speaker = text;
    one.uses = {{"issue", text, text, text, text}};
    golden.documents = {document(text, {one})};
    golden.cells = {cell(text, text, text)};
    const Golden read = read_back(golden);
    CHECK(compare(golden, read).same());
    CHECK(read.documents.at(0).evidence.at(0).uses == one.uses);
  }
}

TEST_CASE("a golden of nothing is read back, and library files of which nothing took part") {
  CHECK(compare(Golden{}, read_back(Golden{})).same());
  Golden golden;
  golden.rules = {rule_text("library:x.stance", "about x\n")};
  golden.rules = kept_texts(golden.rules, {});
  REQUIRE(golden.rules.size() == 1);
  CHECK(golden.rules[0].lines.empty());
  CHECK(read_back(golden).rules.at(0).hash == golden.rules[0].hash);
}

TEST_CASE("long lines are cited by their beginning") {
  const std::string line = "  verb " + std::string(60, 'a') + " | " + std::string(60, 'b');
  CHECK(citation("  about x  ") == "about x");
  CHECK(cites("about x", "   about x"));
  CHECK_FALSE(cites("about x", "about xy"));
  CHECK(citation(line).size() < line.size());
  CHECK(cites(citation(line), line));
  CHECK(cites(citation(line), line + " | c"));
  CHECK_FALSE(cites(citation(line), "verb a"));
  CHECK(find_line(rule_text("x", "a\n" + line + "\nb\n"), citation(line)) == 2);
}

TEST_CASE("the same golden gives the same bytes, and what did not change is not written again") {
  MemoryFileSystem files;
  Diagnostics diagnostics;
  Golden golden = sample_golden();
  CHECK(write_golden(files, "golden", golden, diagnostics) == 6);
  const auto before = files.files;
  CHECK(write_golden(files, "golden", golden, diagnostics) == 0);
  CHECK(files.files == before);
  golden.documents[0].evidence.clear();
  files.files["golden/notes.md"] = "mine";
  CHECK(write_golden(files, "golden", golden, diagnostics) == 1);
  CHECK_FALSE(files.files.contains("golden/evidence/a/b%20c.md.yaml"));
  CHECK(files.files.contains("golden/evidence/plain.txt.yaml"));
  CHECK(files.files.contains("golden/notes.md"));
  CHECK(diagnostics.empty());
}

TEST_CASE("names of documents become paths that stay in the folder") {
  CHECK(safe_path("2023/a-b_c.md") == "2023/a-b_c.md");
  CHECK(safe_path("../../etc/x") == "%2E./%2E./etc/x");
  CHECK(safe_path("/etc/x") == "%2Fetc/x");
  CHECK(safe_path("a//b") == "a/%2Fb");
  CHECK(safe_path(".hidden") == "%2Ehidden");
  CHECK(safe_path("a b:c") == "a%20b%3Ac");
  CHECK(safe_path("100%") == "100%25");
  CHECK(safe_path(std::string(400, 'x')).size() < 200);
  CHECK(safe_path(std::string(400, 'x')) != safe_path(std::string(401, 'x')));
}

TEST_CASE("a golden that is not there, or is broken, is explained with its place") {
  MemoryFileSystem files;
  CHECK(has(complaints(files), {"golden-missing", "golden accept --all"}));
  Diagnostics diagnostics;
  write_golden(files, "golden", sample_golden(), diagnostics);
  const auto good = files.files;
  auto broken = [&](const std::string& path, const std::string& from, const std::string& to) {
    files.files = good;
    std::string& text = files.files.at(path);
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    return complaints(files);
  };
  const std::string evidence = "golden/evidence/a/b%20c.md.yaml";
  CHECK(has(broken(evidence, "stance: oppose", "stance: opposes"), {"golden-bad-value", "support, oppose, neutral"}));
  CHECK(has(broken(evidence, "  actor: RUS\n", ""), {"yaml-missing-key"}));
  CHECK(has(broken(evidence, "evidence:\n", "<<<<<<< HEAD\nevidence:\n"), {"b%20c.md.yaml:", "yaml-syntax"}));
  CHECK(has(broken("golden/documents.yaml", "date: 2023-05-01", "date: 2023-15-01"), {"golden-bad-value"}));
  CHECK(has(broken("golden/matrix.yaml", "code:", "cdoe:"), {"did you mean `code`?"}));
  files.files = good;
  files.files.erase("golden/matrix.yaml");
  CHECK(has(complaints(files), {"file-not-found"}));
}

TEST_CASE("a golden of another corpus is named as such") {
  Golden golden = sample_golden();
  Golden other;
  other.documents = {document("other.txt", {})};
  Diagnostics diagnostics;
  check_corpus(golden, other, "golden", diagnostics);
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics.sorted()[0].id == DiagnosticId::golden_other_corpus);
  other.documents.push_back(document("plain.txt", {}));
  Diagnostics none;
  check_corpus(golden, other, "golden", none);
  CHECK(none.empty());
}
