#include "engine/run/stored.hpp"

#include "engine/report/documents_jsonl.hpp"
#include "engine/report/evidence_jsonl.hpp"
#include "tests/catch.hpp"
#include "tests/unit/position/build.hpp"

using namespace demarche;
using namespace demarche::position::testing;

namespace {

std::vector<DocumentResult> documents() {
  Say strong{"IRN", Stance::oppose, "sanctions", "Iran \"rejects\"\nthem."};
  strong.strength = Strength::strong;
  strong.mode = evidence::Mode::conditional;
  strong.kind = evidence::Kind::ascribed;
  strong.claimant = "RUS";
  std::vector<DocumentResult> all{document("a.txt", "2023-01-01", {strong, {"IRN", Stance::support}}),
                                  document("b.txt", "", {}), document("c/d.txt", "2023-02-01", {{"RUS", Stance::neutral}})};
  all[0].title = "A \"title\"";
  all[0].url = "https://example.org/a";
  all[0].hash = 0xFEDCBA9876543210u;
  all[1].speaking = {"ARM"};
  all[1].mentioned = {"ARM", "AZE"};
  all[1].issue_mentions = {{"ARM", "peace"}, {"AZE", "peace"}};
  all[1].silences = {{{3, 9}, "ARM", "peace", evidence::Reason::unknown_turn, "unknown turn: conflating"}};
  all[1].sentences = 4;
  all[1].code_points = 99;
  return all;
}

MemoryFileSystem folder(const std::vector<DocumentResult>& results) {
  MemoryFileSystem files;
  files.files["out/evidence.jsonl"] = report::evidence_jsonl(results);
  files.files["out/documents.jsonl"] = report::documents_jsonl(results);
  files.files["out/run.json"] = run::provenance_json({"1.2", "abc", "def", "Caucasus"});
  return files;
}

std::vector<std::string> messages(const Diagnostics& diagnostics) {
  std::vector<std::string> all;
  for (const auto& d : diagnostics.sorted()) all.push_back(d.message);
  return all;
}

}  // namespace

TEST_CASE("stored evidence comes back as it was written") {
  const auto written = documents();
  Diagnostics diagnostics;
  const auto stored = run::read_stored(folder(written), "out", diagnostics);
  REQUIRE(stored);
  CHECK(messages(diagnostics).empty());
  CHECK(report::evidence_jsonl(stored->results) == report::evidence_jsonl(written));
  CHECK(report::documents_jsonl(stored->results) == report::documents_jsonl(written));
  CHECK(stored->results[1].issue_mentions == written[1].issue_mentions);
  CHECK(stored->results[0].hash == written[0].hash);
  CHECK(stored->provenance.rules_hash == "abc");
  CHECK(stored->provenance.project == "Caucasus");
}

TEST_CASE("without documents.jsonl the documents are those of the evidence") {
  auto files = folder(documents());
  files.files.erase("out/documents.jsonl");
  files.files.erase("out/run.json");
  Diagnostics diagnostics;
  const auto stored = run::read_stored(files, "out", diagnostics);
  REQUIRE(stored);
  REQUIRE(stored->results.size() == 2);
  CHECK(stored->results[1].doc == "c/d.txt");
  CHECK(to_string(*stored->results[1].date) == "2023-02-01");
  CHECK(stored->provenance.version.empty());
}

TEST_CASE("a broken line of stored evidence is said and left out, the rest is read") {
  auto files = folder(documents());
  auto& text = files.files["out/evidence.jsonl"];
  text += "{\"doc\":\"z.txt\"\n\n[1]\n{\"doc\":7}\n";
  std::string line = text.substr(0, text.find('\n') + 1);
  auto with = [&](const char* from, const char* to) {
    std::string changed = line;
    changed.replace(changed.find(from), std::string(from).size(), to);
    text += changed;
  };
  with("\"2023-01-01\"", "\"2023-02-30\"");
  with("\"oppose\"", "\"against\"");
  with("\"start\":0,\"end\":90", "\"start\":90,\"end\":0");
  with("\"score\":0.9", "\"score\":\"high\"");
  Diagnostics diagnostics;
  const auto stored = run::read_stored(files, "out", diagnostics);
  REQUIRE(stored);
  CHECK(messages(diagnostics) ==
        std::vector<std::string>{"this line cannot be used: it is no JSON object",
                                 "this line cannot be used: it is no JSON object",
                                 "this line cannot be used: `doc` is no text",
                                 "this line cannot be used: `date` is `2023-02-30`; write YYYY-MM-DD, or null",
                                 "this line cannot be used: `stance` is `against`; it may be support, oppose, neutral",
                                 "this line cannot be used: `end` lies before `start`",
                                 "this line cannot be used: a field is of the wrong type"});
  CHECK(report::evidence_jsonl(stored->results) == report::evidence_jsonl(documents()));
}

TEST_CASE("a folder without evidence is said") {
  MemoryFileSystem files;
  Diagnostics diagnostics;
  CHECK_FALSE(run::read_stored(files, "nowhere", diagnostics));
  CHECK(messages(diagnostics) == std::vector<std::string>{"there is no file `nowhere/evidence.jsonl`"});
}

TEST_CASE("the hash of a corpus is that of its documents") {
  auto results = documents();
  CHECK(report::corpus_hash_of(results).empty());
  for (auto& result : results) result.hash = 7;
  const auto hash = report::corpus_hash_of(results);
  CHECK(hash.size() == 16);
  results[2].hash = 8;
  CHECK(report::corpus_hash_of(results) != hash);
}
