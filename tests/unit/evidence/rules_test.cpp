#include "tests/engine.hpp"

using namespace demarche;
using namespace demarche::test;

namespace {

constexpr const char* head = R"(
import "world"
import "english"
issue sanctions { about sanctions }
)";

std::string found(const std::string& rules, const std::string& words, const std::string& date = "", const std::string& speaking = "") {
  const Engine engine(std::map<std::string, std::string>{{"own.stance", head + rules}});
  auto document = document_with(words);
  if (!date.empty()) document.date = parse_date(date);
  if (!speaking.empty()) document.speaking = {speaking};
  return stances(engine.read(document));
}

}  // namespace

TEST_CASE("without a rule nothing is coded") {
  CHECK(found("", "Iran opposes sanctions.") == "");
  CHECK(found("actor opposes sanctions", "Iran opposes sanctions. Russia supports sanctions.") == "IRN opposes sanctions");
  CHECK(found("RUS supports sanctions", "Iran supports sanctions. Russia supports sanctions.") == "RUS supports sanctions");
  CHECK(found("<actor in NATO> takes-a-side on every issue", "Iran opposes sanctions. France opposes sanctions.") == "FRA opposes sanctions");
}

TEST_CASE("<this> in a deed is what the issue's own about lines find") {
  const std::string rules =
      "issue tolls { about (bridge | road) tolls\n deed impose <this>\n }\n"
      "actor takes-a-side on tolls";
  CHECK(found(rules, "Oman imposed the bridge tolls.").find("OMN supports tolls") != std::string::npos);
  CHECK(found(rules, "Iran imposed road tolls.").find("IRN supports tolls") != std::string::npos);
  CHECK(found(rules, "Oman imposed the tolls.") == "");
  CHECK(found(rules, "Iran imposed the road.") == "");
}

TEST_CASE("when: words of the rule's own, in words that are the actor's") {
  const std::string rule = "rule hurts { actor opposes sanctions strongly\n when <actor> says [ <issue> (harm | hurt) ..6 people ]\n }";
  CHECK(found(rule, "Sanctions hurt the people.", "", "IRN") == "IRN opposes sanctions");
  CHECK(found(rule, "\"Sanctions hurt ordinary people,\" Iran's foreign minister said.") == "IRN opposes sanctions");
  CHECK(found(rule, "Sanctions hurt the people.") == "");
  CHECK(found(rule, "\"Sanctions hurt the people,\" an analyst said.") == "");
}

TEST_CASE("words that only hint at a side give way to a side that is taken outright") {
  const Engine engine(std::map<std::string, std::string>{
      {"own.stance", std::string(head) +
                         "actor takes-a-side on sanctions\n"
                         "rule hint { actor opposes sanctions weakly\n when <actor> says [ economic war ]\n }\n"}});
  auto read = [&](const std::string& words) {
    auto document = document_with(words);
    document.speaking = {"IRN"};
    auto result = engine.read(document);
    REQUIRE(result.records.size() == 1);
    return result.records[0];
  };
  // The hint alone; the same side, said plainly; another side, in words with a holder of their own.
  CHECK(read("The sanctions and this economic war will pass.").rule == "hint");
  auto same = read("We oppose the sanctions and this economic war.");
  CHECK((same.stance == evidence::Stance::oppose && same.strength == evidence::Strength::plain && same.rule != "hint"));
  auto other = read("We support the sanctions in this economic war.");
  CHECK((other.stance == evidence::Stance::support && other.rule != "hint"));
  // What nobody's own words say does not outweigh the hint.
  CHECK(read("This economic war makes use of the idea of sanctions.").rule == "hint");
}

TEST_CASE("a record by a rule's own words has the speaker whom another statement of the same side names") {
  auto speaker = [](const std::string& rule) {
    const Engine engine(std::map<std::string, std::string>{{"own.stance", std::string(head) + rule}});
    const auto result = engine.read(document_with("Zarif denounced the sanctions."));
    REQUIRE(result.records.size() == 1);
    return result.records[0].speaker;
  };
  const std::string by_words = "rule own { actor opposes sanctions\n when <actor> denounced ..2 sanctions\n }\n";
  CHECK(speaker("actor takes-a-side on sanctions\n") == "Zarif");
  CHECK(speaker(by_words + "actor takes-a-side on sanctions\n") == "Zarif");
}

TEST_CASE("unless: in the clause, the sentence, the paragraph, the document") {
  auto with = [](const std::string& unless) { return "rule r { actor opposes sanctions\n unless " + unless + "\n }"; };
  const std::string words = "Iran opposes sanctions after the exercise.";
  CHECK(found(with("cartoon"), words) == "IRN opposes sanctions");
  CHECK(found(with("exercise within sentence"), words) == "");
  const std::string paragraphs = "Iran opposes sanctions. The exercise is over.\n\nNothing else.\n";
  CHECK(found(with("exercise within sentence"), paragraphs) == "IRN opposes sanctions");
  CHECK(found(with("exercise within paragraph"), paragraphs) == "");
  CHECK(found(with("nothing within paragraph"), paragraphs) == "IRN opposes sanctions");
  CHECK(found(with("nothing within document"), paragraphs) == "");
}

TEST_CASE("unless: an issue of the statement, or another one") {
  auto with = [](const std::string& unless) {
    return "issue embargo { about embargo }\nrule r { actor opposes sanctions\n when <actor> (fights | fought) <sanctions>\n unless " + unless + "\n }";
  };
  const std::string words = "Iran fought sanctions as a joke.";
  CHECK(found(with("<issue> as a game"), words) == "IRN opposes sanctions");
  CHECK(found(with("<issue> as a joke"), words) == "");
  CHECK(found(with("<sanctions> as a joke within sentence"), words) == "");
  CHECK(found(with("<embargo> as a joke within sentence"), words) == "IRN opposes sanctions");
  const std::string elsewhere = "Iran fought sanctions. The embargo as a joke was its idea, and sanctions as a joke.";
  CHECK(found(with("<issue> as a joke within sentence"), elsewhere) == "IRN opposes sanctions");
  CHECK(found(with("<issue> as a joke within document"), elsewhere) == "");
  CHECK(found(with("<embargo> as a joke within document"), elsewhere) == "");
  CHECK(found(with("<actor> ..1 <issue> as a joke within sentence"), words) == "");
}

TEST_CASE("dates: only inside them") {
  const std::string rule = "rule r { actor opposes sanctions\n dates 2020-09-27 to 2023-09-20\n dates from 2025\n }";
  const std::string words = "Iran opposes sanctions.";
  CHECK(found(rule, words, "2020-09-26") == "");
  CHECK(found(rule, words, "2020-09-27") == "IRN opposes sanctions");
  CHECK(found(rule, words, "2023-09-20") == "IRN opposes sanctions");
  CHECK(found(rule, words, "2023-09-21") == "");
  CHECK(found(rule, words, "2025-01-01") == "IRN opposes sanctions");
}

TEST_CASE("actors: some, or all except some") {
  const std::string words = "Iran opposes sanctions. Russia opposes sanctions. France opposes sanctions.";
  CHECK(found("rule r { actor opposes sanctions\n actors IRN, RUS\n }", words) == "IRN opposes sanctions; RUS opposes sanctions");
  CHECK(found("rule r { actor opposes sanctions\n actors except NATO\n }", words) == "IRN opposes sanctions; RUS opposes sanctions; FRA opposes sanctions");
  CHECK(found("rule r { actor opposes sanctions\n actors except RUS\n }", words) == "IRN opposes sanctions; FRA opposes sanctions");
  CHECK(found("group north = RUS, FRA\nrule r { actor opposes sanctions\n actors except north\n }", words) == "IRN opposes sanctions");
}

TEST_CASE("ignore vetoes what every rule says") {
  const std::string rules = "actor takes-a-side on every issue\nignore drills { actor opposes sanctions\n when joint? (drill | exercise)\n }";
  CHECK(found(rules, "Iran opposes sanctions.") == "IRN opposes sanctions");
  CHECK(found(rules, "After the joint drill Iran opposes sanctions.") == "");
  CHECK(found(rules, "After the joint drill Iran supports sanctions.") == "IRN supports sanctions");
  const Engine engine(std::map<std::string, std::string>{{"own.stance", head + rules}});
  CHECK(reasons(engine.read(document_with("After the joint drill Iran opposes sanctions."))) == "IRN sanctions ignored");
}

TEST_CASE("a strength that a rule gives") {
  const Engine engine(std::map<std::string, std::string>{{"own.stance", std::string(head) + "actor opposes sanctions strongly"}});
  const auto result = engine.read(document_with("Iran opposes sanctions."));
  REQUIRE(result.records.size() == 1);
  CHECK(result.records[0].strength == evidence::Strength::strong);
}

TEST_CASE("an issue's needs, after, unless and not in") {
  const std::string issues = R"(
actor takes-a-side on every issue
issue cuba { about embargo on Cuba }
issue embargo { about embargo
  not in cuba }
issue peace { about peace treaty
  needs <ARM> and <AZE> within paragraph
  unless cartoon within sentence }
issue deal { about deal
  after nuclear talks }
)";
  CHECK(found(issues, "Iran opposes the embargo on Cuba.") == "IRN opposes cuba");
  CHECK(found(issues, "Iran opposes the embargo.") == "IRN opposes embargo");
  CHECK(found(issues, "Iran supports a peace treaty.") == "");
  CHECK(found(issues, "Iran supports a peace treaty. Armenia and Azerbaijan are its neighbours.") == "IRN supports peace");
  CHECK(found(issues, "Iran supports a peace treaty.\n\nArmenia and Azerbaijan are its neighbours.") == "");
  CHECK(found(issues, "Iran supports a peace treaty of Armenia and Azerbaijan in a cartoon.") == "");
  CHECK(found(issues, "Iran supports the deal. The nuclear talks failed.") == "");
  CHECK(found(issues, "The nuclear talks failed. Iran supports the deal.") == "IRN supports deal");
}
