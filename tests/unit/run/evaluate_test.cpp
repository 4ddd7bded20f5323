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
  std::vector<DocumentResult> all{document("a", "", {{"IRN"}, {"IRN", Stance::oppose}, {"RUS"}}), document("b", "", {})};
  all[1].silences.push_back({{200, 295}, "ARM", "peace", evidence::Reason::no_holder, ""});
  all[1].silences.push_back({{200, 295}, "IRN", "peace", evidence::Reason::unknown_turn, "unknown turn: x"});
  return all;
}

Evaluation run_on(const std::vector<GoldRow>& rows, const std::vector<DocumentResult>& found,
                  const CodedDocuments& coded = {}) {
  static const std::vector<GoldCell> none;
  return evaluate({rows, none, coded, found, false, nullptr});
}

}  // namespace

TEST_CASE("spans are of one sentence when they share most of it") {
  CHECK(same_sentence({0, 100}, {0, 100}));
  CHECK(same_sentence({0, 100}, {40, 100}));   // a clause of it
  CHECK(same_sentence({0, 100}, {10, 20}));    // a short clause of it
  CHECK(same_sentence({0, 100}, {30, 130}));   // 70 of 130
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
  CHECK(evaluation.by.note.at("quoted").recall() == 0);
  CHECK(evaluation.by.actor.at("RUS").found == 1);
  REQUIRE(evaluation.mistakes.size() == 3);
  CHECK(evaluation.mistakes[0].kind == Mistake::Kind::wrong_stance);
  CHECK(evaluation.mistakes[1].kind == Mistake::Kind::false_alarm);
  CHECK(evaluation.mistakes[2].kind == Mistake::Kind::miss);
  CHECK(evaluation.mistakes[2].reason == "unknown-turn: unknown turn: x");
}

TEST_CASE("evidence that meets a weak row is put aside without weak rows") {
  const auto found = results();
  const auto evaluation = run_on({gold("a", 0, "IRN", Stance::support, Strength::weak), gold("a", 2, "RUS", Stance::support)}, found);
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
