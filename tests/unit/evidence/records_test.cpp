#include "tests/engine.hpp"

using namespace demarche;
using namespace demarche::test;
using evidence::Kind;
using evidence::Mode;
using evidence::Record;
using evidence::Strength;

namespace {

Record only(const corpus::Document& document) {
  const auto result = shipped().read(document);
  INFO(document.text << "\nfound " << stances(result) << "; silent " << reasons(result));
  REQUIRE(result.records.size() == 1);
  return result.records[0];
}

}  // namespace

TEST_CASE("offsets are code points into the text, whatever it is written in") {
  const std::string before = "D\u00E9claration \u2014 \U0001F30D \u00C7avu\u015Fo\u011Flu s\u00F6yledi.\n\n";
  const std::string sentence =
      "\u201CIran\u201D strongly opposes \u201Csanctions\u201D, said T\u00FCrkiye\u2019s minister.";
  const auto result = shipped().read(document_with(before + "Iran\u2019s minister strongly opposes sanctions."));
  REQUIRE(result.records.size() == 1);
  const Record& record = result.records[0];
  CHECK(slice(before + "Iran\u2019s minister strongly opposes sanctions.", record.sentence_range) ==
        "Iran\u2019s minister strongly opposes sanctions.");
  CHECK(record.match.start >= record.sentence_range.start);
  CHECK(record.match.end <= record.sentence_range.end);
  CHECK(slice(before + "Iran\u2019s minister strongly opposes sanctions.", record.match).find("opposes sanctions") !=
        std::string::npos);
  CHECK(result.code_points == record.sentence_range.end);
  for (const Record& each : shipped().read(document_with(before + sentence)).records)
    CHECK(slice(before + sentence, each.sentence_range) == each.sentence);
}

TEST_CASE("kinds: declared, narrated, act, ascribed") {
  auto speech = document_with("We reject the sanctions.");
  speech.speaking = {"IRN"};
  CHECK(only(speech).kind == Kind::declared);
  CHECK(only(document_with("\"Iran opposes sanctions,\" Foreign Minister Abbas Araghchi said.")).kind ==
        Kind::declared);
  CHECK(only(document_with("Iran opposes sanctions.")).kind == Kind::narrated);
  CHECK(only(document_with("The United States imposed sanctions on Iran.")).kind == Kind::act);
  const auto claims =
      shipped().read(document_with("Armenia said that Azerbaijan supports the Zangezur corridor.")).records;
  for (const Record& claim : claims) {
    if (claim.actor != "AZE") continue;
    CHECK(claim.kind == Kind::ascribed);
    CHECK(claim.claimant == "ARM");
  }
  CHECK(stances(shipped().read(document_with("Armenia said that Azerbaijan supports the Zangezur corridor.")))
            .find("AZE") == std::string::npos);
}

TEST_CASE("who speaks, and for whom") {
  CHECK(only(document_with("Russian Foreign Minister Sergey Lavrov rejected the sanctions.")).speaker ==
        "Sergey Lavrov");
  auto speech = document_with("We reject the sanctions.");
  speech.speaking = {"BRA"};
  speech.speaker = "Mauro Vieira";
  CHECK(only(speech).actor == "BRA");
  const Record behalf = only(document_with("Grenada, on behalf of AOSIS, called for climate finance."));
  CHECK(behalf.actor == "AOSIS");
  CHECK(behalf.via == "GRD");
}

TEST_CASE("strength and mode") {
  CHECK(only(document_with("Iran strongly opposes sanctions.")).strength == Strength::strong);
  CHECK(only(document_with("Iran opposes sanctions.")).strength == Strength::plain);
  CHECK(only(document_with("Iran opposes sanctions.")).mode == Mode::plain);
  CHECK_NOFAIL(only(document_with("Iran would support sanctions if the talks fail.")).mode == Mode::conditional);
  CHECK(only(document_with("Iran said it might support sanctions.")).mode == Mode::hedged);
  const Record record = only(document_with("Iran opposes sanctions."));
  CHECK(record.construction == "active");
  CHECK(record.rule == "actor-takes-a-side-every-issue");
  CHECK(record.score > 0);
  CHECK(record.score <= 1);
  CHECK(record.trace.empty());
}

TEST_CASE("signs: stance, turns, the issue's side, negation") {
  struct Row {
    const char* text;
    const char* stances;
  };
  const std::vector<Row> rows{
      {"Iran supports sanctions.", "IRN supports sanctions"},
      {"Iran opposes sanctions.", "IRN opposes sanctions"},
      {"Iran supports the lifting of sanctions.", "IRN opposes sanctions"},
      {"Iran opposes the lifting of sanctions.", "IRN supports sanctions"},
      {"Iran does not support sanctions.", "IRN opposes sanctions"},
      {"Iran does not oppose sanctions.", ""},
      {"Iran rejected calls to lift sanctions.", "IRN supports sanctions"},
      {"Iran and Russia oppose sanctions.", "IRN opposes sanctions; RUS opposes sanctions"},
      {"Sanctions were condemned by Iran.", "IRN opposes sanctions"},
      {"Iran's opposition to sanctions is known.", "IRN opposes sanctions"},
      {"Iran supports sanctions, while Russia opposes sanctions.", "IRN supports sanctions; RUS opposes sanctions"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(stances(shipped().read(document_with(row.text))) == row.stances);
  }
}

TEST_CASE("places that give nothing have their reason") {
  struct Row {
    const char* text;
    const char* reason;
  };
  const std::vector<Row> rows{
      {"Iran and Russia will discuss sanctions on Monday.", "no-construction"},
      {"Sanctions are discussed here and there.", "no-holder"},
      {"Analysts oppose sanctions.", "nobody"},
      {"Iran does not oppose sanctions.", "negated-away"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const auto result = shipped().read(document_with(row.text));
    INFO(reasons(result));
    CHECK(result.records.empty());
    REQUIRE(result.silences.size() == 1);
    CHECK(evidence::name_of(result.silences[0].reason) == row.reason);
    CHECK(result.silences[0].issue == "sanctions");
  }
}

TEST_CASE("a trace, when it is asked for") {
  const auto result =
      shipped().analyser->analyse(document_with("Iran opposes the lifting of sanctions."), {.trace = true});
  REQUIRE(result.records.size() == 1);
  std::string stages;
  for (const auto& step : result.records[0].trace) stages += step.stage + " ";
  for (const char* stage : {"stance", "issue", "construction", "holder", "rule"}) {
    INFO(stages);
    CHECK(stages.find(stage) != std::string::npos);
  }
}

TEST_CASE("a sentence that stands twice in a document is one piece of evidence") {
  const auto result =
      shipped().read(document_with("Iran opposes sanctions.\n\nRussia supports sanctions.\n\n\"Iran opposes "
                                   "sanctions\"\n\nRussia opposes sanctions.\n"));
  CHECK(stances(result) == "IRN opposes sanctions; RUS supports sanctions; RUS opposes sanctions");
  REQUIRE(result.records.size() == 3);
  CHECK(result.records[0].sentence_range.start == 0);
  auto repeated = std::count_if(result.silences.begin(), result.silences.end(),
                                [](const auto& silence) { return silence.reason == evidence::Reason::repeated; });
  CHECK(repeated == 1);
}
