#include "engine/import/csv_rows.hpp"
#include "engine/import/dna_file.hpp"
#include "engine/import/mapping.hpp"
#include "engine/import/statement_table.hpp"
#include "tests/catch.hpp"
#include "tests/unit/import/dna.hpp"

using namespace demarche;
using namespace demarche::import;
using namespace demarche::import::testing;

namespace {

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string all_of(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += line + "\n";
  return text;
}

lexicon::ActorTable two_actors() {
  lexicon::ActorTable table;
  for (const auto& [id, name] : {std::pair{"NOR", "Norway"}, {"SWE", "Sweden"}}) {
    lexicon::Actor actor;
    actor.id = id;
    actor.name = name;
    actor.names = {{name, lexicon::NameKind::name}};
    table.actors.push_back(actor);
  }
  return table;
}

std::optional<Mapping> mapping_from(const std::string& yaml) {
  Diagnostics diagnostics;
  auto mapping = read_mapping(std::make_shared<SourceFile>("map.yaml", yaml), diagnostics);
  CHECK(diagnostics.error_count() == 0);
  return mapping;
}

}  // namespace

TEST_CASE("a .dna file of DNA 2 or 3 gives documents and statements, and says what it leaves") {
  for (const bool version_3 : {true, false}) {
    INFO("version " << (version_3 ? 3 : 2));
    std::string error;
    const auto coded = read_dna(dna_file(version_3), {}, error);
    REQUIRE(error == "");
    REQUIRE(coded->documents.size() == 2);
    CHECK(coded->documents[0].title == "A pause");
    CHECK(coded->documents[0].source == "Gazette");
    CHECK(to_string(*coded->documents[0].date) == "2005-01-26");
    CHECK(to_string(*coded->documents[1].date) == "1969-12-31");
    REQUIRE(coded->statements.size() == 3);
    const auto& first = coded->statements[0];
    CHECK(first.actor == "Norway");
    CHECK(first.speaker == "Halvard Strandli");
    CHECK(first.concept_ == "There should be a pause.");
    CHECK(first.agrees);
    CHECK(first.words == "Norway wants a pause.");
    // DNA counts UTF-16 units, we count code points: the dove before it is two units and one point.
    CHECK(coded->statements[1].range == evidence::Range{24, 45});
    CHECK(coded->statements[1].words == "The industry says no.");
    CHECK_FALSE(coded->statements[1].agrees);
    CHECK(all_of(coded->left_out) ==
          "statement 3: it has no concept\nstatement 4: it has no concept\nstatement 5: its document 9 is not in the file\n");
    CHECK(coded->statements[2].words == "Short.");
  }
}

TEST_CASE("what is no .dna file, or lacks a variable, is said") {
  std::string error;
  CHECK_FALSE(read_dna("not a database", {}, error));
  CHECK(contains(error, "SQLite"));
  store::Database other;
  other.run("CREATE TABLE t (a)");
  CHECK_FALSE(read_dna(other.bytes(), {}, error));
  CHECK(contains(error, "it is no file of Discourse Network Analyzer"));
  CHECK_FALSE(read_dna(dna_file(true), {.actor = "country", .speaker = "", .issue = "", .agreement = ""}, error));
  CHECK(contains(error, "`country`"));
  CHECK(contains(error, "agreement, concept, note, organization, person"));
}

TEST_CASE("rows: separators, quotes, line ends") {
  const auto table = read_csv_rows("\xEF\xBB\xBF" "a;b\r\n\"x;\"\"y\"\"\nz\";2\r\n\r\nlast;\"3\"\n");
  CHECK(table.error == "");
  REQUIRE(table.rows.size() == 3);
  CHECK(table.rows[0].fields == std::vector<std::string>{"a", "b"});
  CHECK(table.rows[1].fields == std::vector<std::string>{"x;\"y\"\nz", "2"});
  CHECK(table.rows[2].line == 5);
  CHECK(table.rows[2].fields == std::vector<std::string>{"last", "3"});
  CHECK(read_csv_rows("a\tb\n\"x\ty\"\n").rows[1].fields == std::vector<std::string>{"\"x", "y\""});
  CHECK(contains(read_csv_rows("a,b\n\"x,y\n").error, "line 2"));
  CHECK(read_csv_rows("").rows.empty());
}

TEST_CASE("a table of statements: columns by name, bad rows by line") {
  std::string error;
  const auto coded = read_statement_table(
      "\"statement_id\";\"time\";\"document_id\";\"document_title\";\"document_source\";\"person\";\"organization\";"
      "\"concept\";\"agreement\"\n"
      "\"1\";\"2005-01-26 12:00:00\";\"7\";\"A title; with \"\"quotes\"\"\";\"Gazette\";\"Ann\";\"Norway\";\"A pause\";\"1\"\n"
      "\"2\";\"26.01.2005\";\"7\";\"\";\"\";\"Bob\";\"\";\"A pause\";\"0\"\n"
      "\"3\";\"soon\";\"8\";\"\";\"\";\"\";\"Norway\";\"A pause\";\"maybe\"\n"
      "\"4\";\"soon\";\"8\";\"\";\"\";\"\";\"Norway\";\"A pause\";\"yes\"\n"
      "\"5\";\"short\"\n",
      {}, error);
  REQUIRE(error == "");
  REQUIRE(coded->statements.size() == 3);
  CHECK(coded->documents[0].title == "A title; with \"quotes\"");
  CHECK(to_string(*coded->documents[0].date) == "2005-01-26");
  CHECK_FALSE(coded->documents[1].date);
  CHECK(coded->statements[1].actor == "Bob");
  CHECK(coded->statements[0].range.start != coded->statements[1].range.start);
  CHECK(all_of(coded->left_out) ==
        "line 4: `maybe` is neither agreement nor disagreement\n"
        "line 5: `soon` is no date; write it as 2019-05-01. The document is undated\n"
        "line 6: it has 2 fields, and the header 9\n");
  CHECK_FALSE(read_statement_table("a,b\n1,2\n", {}, error));
  CHECK(error == "no column says which document; call one `document` (its columns are a, b)");
  CHECK_FALSE(read_statement_table("", {}, error));
  CHECK(error == "it is empty");
}

TEST_CASE("a draft says who is who; what is corrected is read back") {
  std::string error;
  const auto coded = read_dna(dna_file(true), {}, error);
  const auto actors = two_actors();
  program::Program rules;
  rules.issues.push_back({});
  rules.issues.back().id = "pause";
  rules.issues.back().title = "There should be a pause.";
  const auto draft = draft_mapping(*coded, actors, rules);
  CHECK(draft.actors.at("Norway") == "NOR");
  CHECK(draft.actors.at("Mining Industry Council, \"Deep\"") == "mining-industry-council-deep");
  CHECK(draft.issues.at("There should be a pause.").id == "pause");
  const std::string yaml = mapping_yaml(draft, *coded, actors, rules);
  CHECK(contains(yaml, "\"Norway\": NOR  # 2 statements\n"));
  CHECK(contains(yaml, "# 1 statement; no actor list knows it"));
  const auto read = mapping_from(yaml);
  CHECK(read->actors == draft.actors);
  CHECK(read->issues.at("There should be a pause.").id == "pause");

  const auto corrected = mapping_from("actors:\n  Norway: SWE\nissues:\n  There should be a pause.: against mining\n");
  CHECK(all_of(gaps_of(*corrected, *coded)) == "`Mining Industry Council, \"Deep\"` (1 statement) stands under no `actors`\n");
  const auto results = as_evidence(*coded, *corrected);
  REQUIRE(results.size() == 2);
  REQUIRE(results[0].records.size() == 1);
  CHECK(results[0].records[0].actor == "SWE");
  CHECK(results[0].records[0].issue == "mining");
  CHECK(results[0].records[0].stance == evidence::Stance::oppose);
  CHECK(results[0].records[0].sentence == "Norway wants a pause.");
}

TEST_CASE("statements as gold and texts as a corpus") {
  std::string error;
  auto coded = read_dna(dna_file(true), {}, error);
  coded->statements.push_back(coded->statements[0]);
  coded->statements.back().place = "statement 7";
  coded->statements.back().agrees = false;
  const auto mapping = draft_mapping(*coded, two_actors(), {});
  std::vector<std::string> left_out;
  CHECK(as_gold(*coded, mapping, left_out) ==
        "doc\tstart\tend\tactor\tspeaker\tissue\tstance\tstrength\tnote\n"
        "1\t0\t21\tNOR\tHalvard Strandli\tthere-should-be-a-pause\tsupport\tplain\tThere should be a pause.\n"
        "1\t24\t45\tmining-industry-council-deep\t\tthere-should-be-a-pause\toppose\tplain\tThere should be a pause.\n"
        "2\t0\t6\tNOR\t\tthere-should-be-a-pause\tsupport\tplain\tThere should be a pause.\n");
  CHECK(all_of(left_out) == "statement 7: it says the opposite of statement 1 about the same words\n");
  CHECK(contains(as_corpus(*coded), "{\"id\":\"1\",\"title\":\"A pause\",\"date\":\"2005-01-26\",\"source\":\"Gazette\",\"text\":\"Norway"));
}
