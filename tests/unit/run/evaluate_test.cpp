#include "engine/run/evaluate.hpp"

#include <nlohmann/json.hpp>

#include "engine/run/evaluation_text.hpp"
#include "tests/catch.hpp"
#include "tests/unit/position/build.hpp"

using namespace demarche;
using namespace demarche::run;
using namespace demarche::position::testing;

namespace {

GoldRow gold(const std::string& doc, std::uint32_t sentence, const std::string& actor, Stance stance,
             Strength strength = Strength::plain, std::vector<std::string> notes = {}) {
  return {doc, {sentence * 100, sentence * 100 + 95}, actor, "", "peace", stance, strength, std::move(notes), 1};
}

// Two documents: `a` says support, oppose (IRN) and support (RUS); `b` says nothing.
std::vector<DocumentResult> results() {
  std::vector<DocumentResult> all{document("a", "", {{"IRN"}, {"IRN", Stance::oppose}, {"RUS"}}),
                                  document("b", "", {})};
  all[1].silences.push_back({{200, 295}, "ARM", "peace", evidence::Reason::no_holder, ""});
  all[1].silences.push_back({{200, 295}, "IRN", "peace", evidence::Reason::unknown_turn, "unknown turn: x"});
  return all;
}

Evaluation run_on(const std::vector<GoldRow>& rows, const std::vector<DocumentResult>& found,
                  const CodedDocuments& coded = {}) {
  static const std::vector<GoldCell> none;
  return evaluate({rows, none, coded, found, false, nullptr, nullptr});
}

}  // namespace

TEST_CASE("spans are of one sentence when they share most of it") {
  CHECK(same_sentence({0, 100}, {0, 100}));
  CHECK(same_sentence({0, 100}, {40, 100}));  // a clause of it
  CHECK(same_sentence({0, 100}, {10, 20}));   // a short clause of it
  CHECK(same_sentence({0, 100}, {30, 130}));  // 70 of 130
  CHECK_FALSE(same_sentence({0, 100}, {50, 150}));
  CHECK_FALSE(same_sentence({0, 100}, {100, 200}));
}

TEST_CASE("rows: right, missed, false, reversed") {
  const auto found = results();
  const std::vector<GoldRow> rows{gold("a", 0, "IRN", Stance::support), gold("a", 1, "IRN", Stance::support),
                                  gold("b", 2, "IRN", Stance::oppose, Strength::weak, {"quoted"})};
  const Evaluation evaluation = run_on(rows, found);
  CHECK(evaluation.documents == 2);
  CHECK(evaluation.rows.right == 1);
  CHECK(evaluation.rows.found == 3);
  CHECK(evaluation.rows.wanted == 3);
  CHECK(evaluation.rows.wrong_direction == 1);
  CHECK(evaluation.rows.precision() == Approx(1.0 / 3));
  CHECK(evaluation.rows_without_weak.wanted == 2);
  CHECK(evaluation.rows_without_weak.found == 3);
  CHECK(evaluation.by.phenomenon.at("quoted").recall() == 0);
  CHECK(evaluation.by.actor.at("RUS").found == 1);
  REQUIRE(evaluation.mistakes.size() == 3);
  CHECK(evaluation.mistakes[0].kind == Mistake::Kind::wrong_stance);
  CHECK(evaluation.mistakes[1].kind == Mistake::Kind::false_alarm);
  CHECK(evaluation.mistakes[2].kind == Mistake::Kind::miss);
  CHECK(evaluation.mistakes[2].reason == "unknown-turn: unknown turn: x");
}

TEST_CASE("evidence that meets a weak row is put aside without weak rows") {
  const auto found = results();
  const auto evaluation =
      run_on({gold("a", 0, "IRN", Stance::support, Strength::weak), gold("a", 2, "RUS", Stance::support)}, found);
  CHECK(evaluation.rows.right == 2);
  CHECK(evaluation.rows_without_weak.right == 1);
  CHECK(evaluation.rows_without_weak.found == 2);
  CHECK(evaluation.rows_without_weak.wanted == 1);
}

TEST_CASE("one row meets one piece of evidence: the right one") {
  auto found = results();
  for (auto& record : found[0].records) record.sentence_range = {0, 95};
  const auto evaluation = run_on({gold("a", 0, "IRN", Stance::oppose)}, found);
  CHECK(evaluation.rows.right == 1);
  CHECK(evaluation.rows.found == 3);
}

TEST_CASE("cells by net stance, and third-party claims are none") {
  auto found = results();
  Say claim{"ARM"};
  claim.kind = Kind::ascribed;
  found.push_back(document("c", "", {claim}));
  const auto evaluation = run_on({gold("a", 0, "IRN", Stance::neutral), gold("a", 2, "RUS", Stance::oppose)}, found);
  CHECK(evaluation.cells.right == 1);  // IRN: support and oppose, both plain
  CHECK(evaluation.cells.found == 2);
  CHECK(evaluation.cells.wrong_direction == 1);
  REQUIRE(evaluation.cell_mistakes.size() == 1);
  CHECK(evaluation.cell_mistakes[0].wanted == "oppose");
  CHECK(evaluation.cell_mistakes[0].found == "support");
}

TEST_CASE("only coded documents count, and only as far as they were coded") {
  const auto found = results();
  const std::vector<GoldRow> rows{gold("a", 0, "IRN", Stance::support), gold("b", 2, "IRN", Stance::oppose)};
  const auto evaluation = run_on(rows, found, {{"a", 150}});
  CHECK(evaluation.documents == 1);
  CHECK(evaluation.rows.wanted == 1);
  CHECK(evaluation.rows.found == 2);
  CHECK(evaluation.cells.found == 1);
}

TEST_CASE("the report in words and in JSON") {
  const auto found = results();
  const std::vector<GoldRow> rows{gold("a", 0, "IRN", Stance::support), gold("b", 2, "IRN", Stance::oppose)};
  const auto evaluation = run_on(rows, found);
  const std::string text = evaluation_text(evaluation, {});
  CHECK(text.find("rows                          P 0.333  R 0.500  F1 0.400") != std::string::npos);
  CHECK(text.find("why: unknown-turn") != std::string::npos);
  const auto json = nlohmann::json::parse(evaluation_json(evaluation));
  CHECK(json["rows"]["recall"] == 0.5);
  CHECK(json["mistakes"].size() == 3);
}

namespace {

// `n` documents, of which every third gold row is missed and every fourth piece of evidence is false.
std::vector<DocumentResult> many(std::size_t n, std::vector<GoldRow>& rows) {
  std::vector<DocumentResult> all;
  for (std::size_t i = 0; i < n; ++i) {
    const std::string id = "d" + std::to_string(100 + i);
    std::vector<Say> said;
    if (i % 3 != 0) said.push_back({"IRN"});
    if (i % 4 == 0) said.push_back({"RUS"});
    all.push_back(document(id, "", said, i % 2 ? "gazette" : "herald"));
    GoldRow row = gold(id, 0, "IRN", Stance::support, Strength::plain, {i % 2 ? "#quote, read twice" : "#passive"});
    rows.push_back(row);
  }
  return all;
}

}  // namespace

TEST_CASE("by source and phenomenon") {
  std::vector<GoldRow> rows;
  const auto found = many(12, rows);
  const auto evaluation = run_on(rows, found);
  CHECK(evaluation.by.source.at("gazette").wanted == 6);
  CHECK(evaluation.by.source.at("gazette").found == 4);  // 1 5 7 11
  CHECK(evaluation.by.source.at("herald").found == 7);   // 2 4 8 10, and the false ones of 0 4 8
  CHECK(evaluation.by.source.at("herald").right == 4);
  CHECK(evaluation.by.phenomenon.at("quote").wanted == 6);
  CHECK(evaluation.by.phenomenon.at("quote").right == 4);
  CHECK(evaluation.by.phenomenon.at("passive").found == 4);
  CHECK(evaluation.by.phenomenon.size() == 2);
}

TEST_CASE("tags of notes: behind a hash, or a note of one word") {
  using Tags = std::vector<std::string>;
  CHECK(phenomena_of({"#negation", "read twice"}) == Tags{"negation"});
  CHECK(phenomena_of({"see #quote and #passive; sure", "#quote"}) == Tags{"passive", "quote"});
  CHECK(phenomena_of({"nominal", "two words", "first-person"}) == Tags{"first-person", "nominal"});
  CHECK(phenomena_of({"#", "", "# x"}).empty());
}

TEST_CASE("without weak: the breakdowns, too") {
  const auto found = results();
  const auto evaluation = run_on(
      {gold("a", 0, "IRN", Stance::support, Strength::weak, {"#x"}), gold("a", 2, "RUS", Stance::support)}, found);
  CHECK(evaluation.by.actor.at("IRN").wanted == 1);
  CHECK(evaluation.by_without_weak.actor.at("IRN").wanted == 0);
  CHECK(evaluation.by_without_weak.actor.at("IRN").found == 1);
  CHECK(evaluation.by_without_weak.phenomenon.empty());
}

TEST_CASE("the totals are the sums of the documents', and intervals hold them") {
  std::vector<GoldRow> rows;
  const auto found = many(60, rows);
  const auto evaluation = run_on(rows, found);
  CHECK(evaluation.rows.wanted == 60);
  CHECK(evaluation.rows.right == 40);
  CHECK(evaluation.rows.found == 55);
  REQUIRE(evaluation.rows_interval.recall);
  const auto recall = *evaluation.rows_interval.recall;
  CHECK(recall.low < 40.0 / 60);
  CHECK(recall.high > 40.0 / 60);
  // A share of 2/3 of 60 has a standard error of 0.061.
  CHECK(recall.high - recall.low == Approx(2 * 1.96 * 0.061).margin(0.04));
  CHECK(evaluation_json(evaluation) == evaluation_json(run_on(rows, found)));
  const auto one = run_on({rows[1]}, {found[1]});
  CHECK_FALSE(one.rows_interval.recall);
}

TEST_CASE("confusion of cells, and agreement over what both have and over all") {
  auto found = results();  // a: IRN neutral in net, RUS support
  found[1].issue_mentions = {{"ARM", "peace"}, {"IRN", "peace"}};
  const auto evaluation = run_on(
      {gold("a", 0, "IRN", Stance::neutral), gold("a", 2, "RUS", Stance::oppose), gold("b", 2, "IRN", Stance::oppose)},
      found);
  const auto& cells = evaluation.cell_confusion;
  CHECK(cells.at(1, 1) == 1);  // IRN in a
  CHECK(cells.at(0, 2) == 1);  // RUS in a
  CHECK(cells.at(0, 3) == 1);  // IRN in b: missed
  CHECK(cells.at(3, 3) == 1);  // ARM in b: named with the issue, and nobody coded it
  CHECK(cells.total() == 4);
  CHECK(evaluation.stance_agreement.units == 2);
  CHECK(*evaluation.stance_agreement.percent == 0.5);
  CHECK(evaluation.coverage_agreement.units == 4);
  CHECK(*evaluation.coverage_agreement.percent == 0.5);
  CHECK(evaluation.stance_agreement.alpha_ordinal);
  CHECK_FALSE(evaluation.coverage_agreement.alpha_ordinal);
  CHECK(evaluation.strength_agreement.units == 2);  // rows that meet evidence, whatever its stance
}

TEST_CASE("a second coder's table stands for the evidence") {
  const std::vector<GoldRow> first{gold("a", 0, "IRN", Stance::support), gold("a", 1, "RUS", Stance::oppose),
                                   gold("b", 0, "IRN", Stance::oppose)};
  const std::vector<GoldRow> second{gold("a", 0, "IRN", Stance::support), gold("a", 1, "RUS", Stance::support),
                                    gold("c", 4, "ARM", Stance::oppose)};
  const auto results = as_results(second, {"a", "b", "c", "d"});
  REQUIRE(results.size() == 4);
  const auto evaluation = run_on(first, results);
  CHECK(evaluation.documents == 4);
  CHECK(evaluation.rows.right == 1);
  CHECK(evaluation.rows.found == 3);
  CHECK(evaluation.rows.wrong_direction == 1);
  CHECK(evaluation_text(evaluation, {}).find("by the second coder, line 1") != std::string::npos);
  // The other way round precision and recall change places.
  const auto back = run_on(second, as_results(first, {"a", "b", "c", "d"}));
  CHECK(back.rows.precision() == evaluation.rows.recall());
  CHECK(*back.stance_agreement.kappa == Approx(*evaluation.stance_agreement.kappa));
}

TEST_CASE("only the sentences that were coded count") {
  const auto found = results();
  const std::vector<GoldRow> rows{gold("a", 0, "IRN", Stance::support)};
  const CodedSentences coded{{"a", {{0, 95}}}};
  static const std::vector<GoldCell> none;
  const auto evaluation = evaluate({rows, none, {}, found, false, nullptr, &coded});
  CHECK(evaluation.documents == 1);
  CHECK(evaluation.rows.found == 1);
  CHECK(evaluation.rows.precision() == 1);
  MemoryFileSystem files;
  files.files["s.tsv"] = "doc\tstart\tend\na\t0\t95\na\t9\t2\n";
  Diagnostics diagnostics;
  CHECK(read_coded_sentences(files, "s.tsv", diagnostics).at("a").size() == 1);
  CHECK(diagnostics.error_count() == 1);
}
