#include <regex>

#include "tests/golden.hpp"
#include "tests/unit/why/library.hpp"

// Each stage at which an expectation can fail, with a small rule set of its own.

using namespace demarche;

namespace {

constexpr const char* rules = R"(import "world"
import "english"
issue sanctions "Sanctions" {
  about   unilateral sanctions | sanctions not before busting
  deed    impose <this>
  against  normal trade
}
issue talks "Talks" {
  about   talks
  needs   <ARM> and <AZE> within sentence
}
issue levy "Levy" {
  about   carbon levy
  unless  cartoon within sentence
}
actor takes-a-side on sanctions, levy
actor takes-a-side on talks
ignore drills {
  actor takes-a-side on sanctions
  when  exercise
}
)";

struct Case {
  const char* text;
  why::Wanted wanted;
};

const std::vector<Case> cases = {
    {"Iran rejects the unilateral restrictions.", {"IRN", "opposes", "sanctions", {}, {}}},
    {"Norway opposes the carbon border levy.", {"NOR", "opposes", "levy", {}, {}}},
    {"Norway opposes the blizzard.", {"NOR", "opposes", "levy", {}, {}}},
    {"Georgia welcomes the talks.", {"GEO", "supports", "talks", {}, {}}},
    {"In a cartoon, Norway opposes the carbon levy.", {"NOR", "opposes", "levy", {}, {}}},
    {"Icelandia rejects sanctions.", {"ISL", "opposes", "sanctions", {}, {}}},
    {"Iran pooh-poohed the sanctions.", {"IRN", "opposes", "sanctions", {}, {}}},
    {"Iran is livid about the sanctions.", {"IRN", "opposes", "sanctions", {}, {}}},
    {"The sanctions stink, the Iranian president said.", {"IRN", "opposes", "sanctions", {}, {}}},
    {"Iran welcomed the move to unbundle sanctions.", {"IRN", "supports", "sanctions", {}, {}}},
    {"Iran gave shelter to opposition to sanctions.", {"IRN", "opposes", "sanctions", {}, {}}},
    {"In Iran, analysts reject the sanctions.", {"IRN", "opposes", "sanctions", {}, {}}},
    {"Israel said that Iran supports sanctions.", {"IRN", "supports", "sanctions", {}, {}}},
    {"Iran called for a watering-down of sanctions.", {"IRN", "opposes", "sanctions", {}, {}}},
    {"Iran does not oppose sanctions.", {"IRN", "supports", "sanctions", {}, {}}},
    {"In the exercise, Iran rejected sanctions.", {"IRN", "opposes", "sanctions", {}, {}}},
    {"Iran rejects sanctions.", {"IRN", "opposes", "sanctions", program::Strength::strong, {}}},
    {"Iran rejects sanctions.", {"IRN", "opposes", "sanctions", {}, "denounces"}},
    {"Iran rejects sanctions.", {"IRN", "opposes", "sanctions", {}, {}}},
};

std::string without_root(std::string text) {
  const std::string root = std::string(DEMARCHE_SOURCE_DIR) + "/";
  for (auto at = text.find(root); at != std::string::npos; at = text.find(root)) text.erase(at, root.size());
  // The library's lines move; what stands in them is what counts.
  static const std::regex place(R"((rules/[a-z0-9/-]+\.stance):[0-9]+)");
  return std::regex_replace(text, place, "$1");
}

const test::Engine& engine() {
  static const test::Engine made{{{"own.stance", rules}}};
  return made;
}

}  // namespace

TEST_CASE("why not, stage by stage") {
  const why::Reasoner reasoner(engine().rules->program, engine().rules->actors);
  std::string out;
  for (const Case& one : cases) {
    const auto why = reasoner.why_not(test::document_with(one.text), one.wanted);
    out += std::string(one.text) + "\n  expect " + one.wanted.actor + " " + one.wanted.stance + " " + one.wanted.issue +
           (one.wanted.strength ? " strongly" : "") + (one.wanted.at.empty() ? "" : " at \"" + one.wanted.at + "\"") +
           "\n";
    for (const auto& line : why::lines(why)) out += "    " + line + "\n";
    out += why.verified ? "    (tried: it is found)\n\n" : "\n";
  }
  CHECK(test::matches_golden(std::string(DEMARCHE_SOURCE_DIR) + "/tests/goldens/why/stages.txt", without_root(out)));
}

TEST_CASE("an expectation that is met has nothing missing") {
  const why::Reasoner reasoner(engine().rules->program, engine().rules->actors);
  const auto why =
      reasoner.why_not(test::document_with("Iran rejects sanctions."), {"IRN", "opposes", "sanctions", {}, {}});
  CHECK(why.missing.empty());
  CHECK(why.stage() == why::Stage::met);
}

TEST_CASE("what names nothing that the rules know is answered all the same") {
  const why::Reasoner reasoner(engine().rules->program, engine().rules->actors);
  for (const char* text : {"", ".", "\"", "Iran", "((((", "\xF0\x9F\x98\x80 rejects sanctions", "- - - -"})
    for (const char* actor : {"IRN", "XXX", ""})
      for (const char* issue : {"sanctions", "nothing-of-the-kind"}) {
        INFO(text << " " << actor << " " << issue);
        const auto why = reasoner.why_not(test::document_with(text), {actor, "opposes", issue, {}, {}});
        CHECK_FALSE(why::lines(why).empty());
      }
}

TEST_CASE("why a record is there, and the smallest guard that stops it") {
  const why::Reasoner reasoner(engine().rules->program, engine().rules->actors);
  std::string out;
  for (const char* text : {"Iran rejects pirate sanctions.", "Iran rejects sanctions fatigue.",
                           "At the festival, Iran rejected sanctions.", "Iran rejects sanctions."}) {
    const auto document = test::document_with(text);
    const auto result = engine().read(document);
    REQUIRE(result.records.size() == 1);
    out += std::string(text) + "\n";
    for (const auto& line : why::lines(reasoner.why_found(document, result.records[0]))) out += "    " + line + "\n";
    out += "\n";
  }
  CHECK(test::matches_golden(std::string(DEMARCHE_SOURCE_DIR) + "/tests/goldens/why/found.txt", without_root(out)));
}
