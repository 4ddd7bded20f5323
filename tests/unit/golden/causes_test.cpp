#include "engine/golden/causes.hpp"

#include "engine/base/file_system.hpp"
#include "engine/golden/rule_texts.hpp"
#include "tests/catch.hpp"
#include "tests/unit/golden/build.hpp"

using namespace demarche;
using namespace demarche::golden;
using namespace demarche::golden::testing;
using evidence::Stance;

namespace {

const std::string rules =
    "actor takes-a-side on every issue\n"
    "issue peace {\n"
    "  about  peace talks\n"
    "  unless war\n"
    "}\n"
    "issue sanctions {\n"
    "  about  sanctions\n"
    "         | embargo\n"
    "}\n";

Use use(const std::string& part, const std::string& name, const std::string& line) {
  return {part, name, "x.stance", line, ""};
}

Golden golden_of(const std::string& text) {
  Golden golden;
  auto peace = said("RUS", Stance::support, "peace", "Moscow wants peace talks and sanctions.", 10);
  peace.uses = {use("issue", "peace", "about  peace talks"), use("rule", "side", "actor takes-a-side on every issue")};
  auto sanctions = said("RUS", Stance::support, "sanctions", "Moscow wants peace talks and sanctions.", 10);
  sanctions.uses = {use("issue", "sanctions", "about  sanctions")};
  golden.documents = {document("a.txt", {peace, sanctions})};
  golden.rules = {rule_text("x.stance", text)};
  return golden;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

// The causes of the first change of evidence, as people read them.
std::string causes(const Golden& before, const Golden& after,
                   const std::vector<evidence::DocumentResult>& results = {}) {
  const auto comparison = compare(before, after);
  REQUIRE(!comparison.evidence.empty());
  const Edits edits(before.rules, after.rules);
  const program::Program program;
  const MemoryFileSystem files;
  const RuleTexts texts(files, {}, "library");
  const CauseFinder finder(before, after, edits, comparison, results, UseFinder(program, texts));
  std::string out;
  for (const auto& cause : finder.of(comparison.evidence[0])) {
    out += std::to_string(static_cast<int>(cause.kind)) + ":";
    out += cause.edit ? std::to_string(cause.edit->line_before) + ">" + std::to_string(cause.edit->line_after)
                      : cause.note;
    out += ";";
  }
  return out;
}

std::string kind(Cause::Kind kind) { return std::to_string(static_cast<int>(kind)) + ":"; }

}  // namespace

TEST_CASE("lost evidence: the line that took part, with the lines on which its pattern goes on") {
  const Golden before = golden_of(rules);
  Golden after = golden_of(replaced(rules, "about  peace talks", "about  peace treaty"));
  after.documents[0].evidence.erase(after.documents[0].evidence.begin());
  CHECK(causes(before, after) == kind(Cause::Kind::line) + "3>3;");
  after = golden_of(replaced(rules, "         | embargo\n", "         | boycott\n"));
  after.documents[0].evidence.pop_back();
  const std::string found = causes(before, after);
  CHECK(found.find(kind(Cause::Kind::line)) == 0);
  CHECK(found.find("8>") != std::string::npos);
}

TEST_CASE("gained evidence: a guard of its issue that went") {
  Golden before = golden_of(rules);
  before.documents[0].evidence.erase(before.documents[0].evidence.begin());
  const Golden after = golden_of(replaced(rules, "  unless war\n", ""));
  CHECK(causes(before, after) == kind(Cause::Kind::guard) + "4>0;");
}

TEST_CASE("an edit that only touched other evidence of the sentence is named as a guess") {
  const Golden before = golden_of(rules);
  Golden after = golden_of(replaced(rules, "about  sanctions", "about  sanctions | measures"));
  after.documents[0].evidence[1].uses = {use("issue", "sanctions", "about  sanctions | measures")};
  after.documents[0].evidence[0].stance = Stance::oppose;
  CHECK(causes(before, after) == kind(Cause::Kind::nearby) + "7>7;");
}

TEST_CASE("an article that was edited, or is gone; nothing that was edited at all") {
  const Golden before = golden_of(rules);
  Golden after = golden_of(rules);
  after.documents[0].evidence.pop_back();
  CHECK(causes(before, after).find(kind(Cause::Kind::unknown)) == 0);
  after.documents[0].text = "another";
  CHECK(causes(before, after) == kind(Cause::Kind::article) + "the document was edited;");
  after.documents.clear();
  CHECK(causes(before, after).find("any more") != std::string::npos);
}

TEST_CASE("what the place gives instead is told") {
  const Golden before = golden_of(rules);
  Golden after = golden_of(rules);
  after.documents[0].evidence.pop_back();
  evidence::DocumentResult result;
  result.doc = "a.txt";
  evidence::Silence silence;
  silence.sentence_range = before.documents[0].evidence[1].place;
  silence.actor = "RUS";
  silence.issue = "sanctions";
  silence.reason = evidence::Reason::contradiction;
  result.silences = {silence};
  CHECK(causes(before, after, {result}).find(std::string(evidence::meaning_of(silence.reason))) != std::string::npos);
}
