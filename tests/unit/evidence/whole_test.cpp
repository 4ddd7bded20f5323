#include <algorithm>
#include <random>
#include <set>

#include "engine/corpus/reader.hpp"
#include "engine/evidence/reader.hpp"
#include "engine/report/documents_jsonl.hpp"
#include "engine/report/evidence_jsonl.hpp"
#include "engine/run/pipeline.hpp"
#include "engine/text/offsets.hpp"
#include "tests/engine.hpp"

using namespace demarche;
using namespace demarche::test;

namespace {

const std::string articles = std::string(DEMARCHE_SOURCE_DIR) + "/examples/south-caucasus/corpus";

std::string all_bytes(const Engine& engine, const FileSystem& files, const std::vector<std::string>& paths, unsigned threads) {
  Diagnostics diagnostics;
  const auto results = run::analyse_corpus(
      files, {paths, {}}, [&](const corpus::Document& document) { return engine.read(document); }, {threads, {}}, diagnostics);
  CHECK_FALSE(diagnostics.has_errors());
  return report::evidence_jsonl(results) + report::documents_jsonl(results);
}

}  // namespace

TEST_CASE("the same bytes from one thread and from eight, with the documents in any order") {
  const auto files = make_disk_file_system();
  auto paths = files->files_below(articles);
  const std::string one = all_bytes(shipped(), *files, paths, 1);
  CHECK(one.size() > 10000);
  std::mt19937 random(3);
  for (int round = 0; round < 3; ++round) {
    std::shuffle(paths.begin(), paths.end(), random);
    CHECK(all_bytes(shipped(), *files, paths, 8) == one);
  }
}

TEST_CASE("the same bytes with the rule files in any order") {
  const std::map<std::string, std::string> rules{
      {"a.stance", "import \"world\"\nimport \"english\"\nimport \"issues\"\nactor takes-a-side on every issue\n"},
      {"b.stance", "import \"world\"\nrule mine { actor opposes sanctions strongly\n when <actor> says [ <issue> ..6 sovereign ]\n }\n"},
      {"c.stance", "import \"english\"\nphrase strange = foreign | outside\nissue strangers { about <strange> hands }\n"},
      {"d.stance", "extend issue sanctions { about visa bans }\nextend phrase strange = alien\n"}};
  std::vector<std::string> order{"a.stance", "b.stance", "c.stance", "d.stance"};
  const auto files = make_disk_file_system();
  const Engine first(rules, order);
  const std::string expected = all_bytes(first, *files, {articles}, 2);
  for (int round = 0; round < 3; ++round) {
    std::rotate(order.begin(), order.begin() + 1, order.end());
    const Engine engine(rules, order);
    CHECK(engine.rules->program.hash == first.rules->program.hash);
    CHECK(all_bytes(engine, *files, {articles}, 2) == expected);
  }
}

TEST_CASE("the same evidence whether or not somebody watches the reading") {
  // A column, and behind its last word on the issue so much that is said by others that the whole would be none.
  std::string text;
  for (const char* sentence : {"The harbour cities of the coast have seen empires come and go.", "Prices rose within a week in the old town.",
                               "Few in the bazaars were surprised by the news.", "The banks had been leaving for years.",
                               "Insurance for a voyage costs more than the cargo.", "The shipyards have stood half empty since spring.",
                               "The soya of the south finds few buyers elsewhere.", "The old men remember three such seasons.",
                               "Every one of them ended with a handshake.", "The carpets were sold in the end."})
    text += std::string(sentence) + " ";
  text += text;
  text += "Norway opposes the sanctions against Iran for reasons of its own. ";
  const std::string column = text;
  for (int day = 1; day <= 30; ++day)
    text += "Portugal's foreign minister said on day " + std::to_string(day) + " that the harbour was open to every ship. ";

  Diagnostics diagnostics;
  const auto& rules = *shipped().rules;
  const mention::Lexis lexis(rules.program, rules.actors, diagnostics);
  const evidence::RuleIndex index(lexis);
  const auto records_of = [&](const std::string& bytes, const std::function<void(const evidence::SentenceReading&)>& watch) {
    corpus::Document document;
    document.id = "column";
    document.text = bytes;
    return evidence::read_document(document, lexis, index, {false, watch}).records.size();
  };
  const auto nothing = [](const evidence::SentenceReading&) {};
  CHECK(records_of(column, {}) == 0);
  CHECK(records_of(text, {}) == 0);
  CHECK(records_of(text, nothing) == records_of(text, {}));
}

TEST_CASE("the counts reconcile: each issue of each sentence gave evidence or has its reason") {
  const auto files = make_disk_file_system();
  Diagnostics diagnostics;
  Diagnostics lexis_diagnostics;
  const auto& rules = *shipped().rules;
  const mention::Lexis lexis(rules.program, rules.actors, lexis_diagnostics);
  const evidence::RuleIndex index(lexis);
  std::size_t places = 0;
  corpus::read_corpus(*files, articles, {}, [&](corpus::Document&& document) {
    const text::OffsetMap offsets(document.text);
    std::set<std::pair<std::uint32_t, std::string>> issues;  // where sentences with an issue end
    const auto result = evidence::read_document(document, lexis, index, {false, [&](const evidence::SentenceReading& reading) {
      for (const auto& match : reading.view.issues)
        issues.insert({offsets.code_point(reading.view.tokens[reading.view.size() - 1].span.end), rules.program.issues[match.issue].id});
    }});
    std::set<std::pair<std::uint32_t, std::string>> told;
    for (const auto& record : result.records) told.insert({record.sentence_range.end, record.issue});
    for (const auto& silence : result.silences) told.insert({silence.sentence_range.end, silence.issue});
    for (const auto& place : issues) {
      INFO(document.id << ", sentence that ends at " << place.first << ": " << place.second);
      CHECK(told.contains(place));
    }
    places += issues.size();
  }, diagnostics);
  CHECK_FALSE(diagnostics.has_errors());
  CHECK(places > 100);
}

TEST_CASE("records are sorted, lie in the text and quote it") {
  const auto files = make_disk_file_system();
  Diagnostics diagnostics;
  corpus::read_corpus(*files, articles, {}, [&](corpus::Document&& document) {
    const auto result = shipped().read(document);
    CHECK(result.doc == document.id);
    std::tuple<evidence::Range, std::string, std::string> last;
    for (const auto& record : result.records) {
      const std::tuple<evidence::Range, std::string, std::string> key{record.sentence_range, record.actor, record.issue};
      CHECK(last < key);  // also: one a sentence, actor and issue
      last = key;
      std::string words = slice(document.text, record.sentence_range);
      std::replace(words.begin(), words.end(), '\n', ' ');
      // Signs of emphasis stand in the text and are not read.
      for (auto at = words.find("**"); at != std::string::npos; at = words.find("**")) words.erase(at, 2);
      CHECK(words == record.sentence);
      CHECK(record.match.start >= record.sentence_range.start);
      CHECK(record.match.end <= result.code_points);
      CHECK(record.actor.size() >= 2);
      CHECK((record.kind == evidence::Kind::ascribed) == !record.claimant.empty());
    }
  }, diagnostics);
}
