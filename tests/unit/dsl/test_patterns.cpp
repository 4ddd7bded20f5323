#include "dsl/compile/dump.hpp"
#include "dsl/compile/inflect.hpp"
#include "dsl/compile/tokens.hpp"
#include "engine/text/tokens.hpp"
#include "tests/catch.hpp"
#include "tests/unit/dsl/support.hpp"

namespace demarche {
namespace {

using test::about;

// What the entries of the only stance, or the lines of another kind, become.
std::string entry(const std::string& line) {
  auto compiled = test::compile("stance likes {\n sign +\n " + line + "\n}");
  if (auto problems = test::ids(compiled); !problems.empty()) return problems;
  std::string out;
  for (const auto& e : compiled.program.stances.at(0).entries)
    out += (out.empty() ? "" : "\n") + dsl::dump(e.pattern.root);
  return out;
}

std::string deed(const std::string& pattern) {
  auto compiled = test::compile("issue x { deed " + pattern + " }");
  if (auto problems = test::ids(compiled); !problems.empty()) return problems;
  return dsl::dump(compiled.program.issues.at(0).patterns.at(0).pattern.root);
}

std::string words(const std::string& list) {
  auto compiled = test::compile("words " + list);
  if (auto problems = test::ids(compiled); !problems.empty()) return problems;
  std::string out;
  for (const auto& p : compiled.program.words.at(0).patterns) out += (out.empty() ? "" : ", ") + dsl::dump(p.root);
  return out;
}

TEST_CASE("a bare word takes the forms of its place") {
  CHECK(about("treaty") == "treaties/treaty");
  CHECK(deed("deploy troop") == "(deploy/deployed/deploying/deploys troop/troops)");
  CHECK(deed("military? (deploy | send off) troop") ==
        "(militaried/militaries/military/militarying? {deploy/deployed/deploying/deploys | (send/sended/sending/sends "
        "off)} "
        "troop/troops)");
  CHECK(entry("noun demand for") == "(demand/demands for <target>)");
  CHECK(entry("verb demand") == "(demand/demanded/demanding/demands <target>)");
  CHECK(entry("adjective keen on") == "(keen/keened/keening/keens on <target>)");
}

TEST_CASE("forms can be asked for") {
  CHECK(about("deploy:verb here") == "(deploy/deployed/deploying/deploys here)");
  CHECK(about("deploy:ing troops") == "(deploying troops)");
  CHECK(about("deploy:ed troops") == "(deployed troops)");
  CHECK(about("(base | station):ed troops") == "(based/stationed troops)");
  CHECK(about("bases:noun here") == "(bases here)");
  CHECK(about("meeting:noun here") == "(meeting/meetings here)");
  CHECK(deed("deploy:base troops") == "(deploy troops)");
}

TEST_CASE("a word written inflected, a function word and a quoted string match only themselves") {
  CHECK(about("troops of based stationing") == "(troops of based stationing)");
  CHECK(about("need status crisis pass speed").find("needs") != std::string::npos);
  CHECK(about("\"Red line\" here") == "(red line here)");
  CHECK(about("must not? treaty") == "misplaced-operator");
  CHECK(about("G20 here") == "(^g20 here)");
}

TEST_CASE("be, have and do are verbs wherever they stand") {
  CHECK(about("treaty be dead") == "(treaties/treaty am/are/be/been/being/is/was/were dead/deads)");
}

TEST_CASE("a capital asks for a capital") {
  CHECK(about("Minsk agreement") == "(^minsk/minsks agreement/agreements)");
  CHECK(about("NATO troops") == "(^nato troops)");
}

TEST_CASE("a hyphen is a dash, a space or nothing") {
  CHECK(about("extra-regional troops") == "({(extra -? regional/regionals) | extraregional/extraregionals} troops)");
  CHECK(about("(extra | trans)-regional troops") ==
        "({(extra/trans -? regional/regionals) | extraregional/extraregionals/transregional/transregionals} troops)");
  CHECK(about("G-77 here") == "({(^g -? 77) | ^g77} here)");
  CHECK(about("3+3 format") == "(3 + 3 format/formats)");
  CHECK(about("out-of-area? troops").starts_with("({(out -? of -? area/areas) | outofarea/outofareas}? troops)"));
  CHECK(about("non- proliferation") == "(non -? proliferation/proliferations)");
  CHECK(about("non - proliferation") == "(non/nons -? proliferation/proliferations)");
}

TEST_CASE("'s is also of") {
  const std::string region = "phrase region = Caucasus | Karabakh";
  CHECK(about("<region>'s map", region) ==
        "{(^caucasus/caucasuses/karabakh/karabakhs 's map/maps) | (map/maps by/of "
        "^caucasus/caucasuses/karabakh/karabakhs)}");
  CHECK(about("<IRN>'s troops in Syria") == "({(<IRN>'s troops) | (troops by/of <IRN>)} in ^syria/syrias)");
  CHECK(about("Iran's troops") == "(^iran 's troops)");
  CHECK(about("<IRN>\u2019s troops") == "{(<IRN>'s troops) | (troops by/of <IRN>)}");
}

TEST_CASE("the owner of 's is the whole phrase before it") {
  const std::string phrases = "phrase outsider = foreign\nphrase forces = troops";
  CHECK(
      about("presence of <outsider> military? <forces>'s bases", phrases) ==
      "(presence/presences of {(foreign/foreigns militaries/military? troops 's bases) | (bases by/of foreign/foreigns "
      "militaries/military? troops)})");
}

TEST_CASE("actors, issues and groups") {
  const std::string group = "group region \"Region\" = ARM, AZE";
  CHECK(about("<actor outside region> troops", group) == "(<actor outside region> troops)");
  CHECK(about("<actor in NATO> troops") == "(<actor in NATO> troops)");
  CHECK(about("<region> troops", group) == "(<actor in region> troops)");
  CHECK(about("<actor> troops") == "(<actor> troops)");
}

TEST_CASE("what could never match where it stands is an error") {
  CHECK(about("<y> talks", "issue y { about treaty }") == "misplaced-slot");
  CHECK(about("<p> talks", "issue y { about treaty }\nphrase p = <y>") == "misplaced-slot");
  CHECK(about("<demand> talks") == "misplaced-slot");
  CHECK(about("<actor> says [ talks ]") == "misplaced-slot");
  auto rule = [](const std::string& line) {
    return test::ids(test::compile("import \"english\"\nissue x { about talks }\nrule r {\n  actor supports x\n  " + line + "\n}"));
  };
  CHECK(rule("when <actor> says [ <x> now ]\n  unless <issue> then") == "");
  CHECK(rule("when <demand> <x>") == "misplaced-slot");
  CHECK(rule("when <actor> asks <someone> for <x>") == "misplaced-slot");
  CHECK(rule("when <x> now\n  unless <actor> says [ then ]") == "misplaced-slot");
  CHECK(rule("when <x> now\n  unless <degree> then") == "misplaced-slot");
}

TEST_CASE("gaps, not, alternatives and options") {
  CHECK(about("settle ..6 dispute") == "(settle/settles ..6 dispute/disputes)");
  CHECK(about("peace not (process | talks)") == "(peace/peaces not(process/processes/talks))");
  CHECK(about("peace not process") == "(peace/peaces not(process/processes))");
  CHECK(about("a\n | treaty | talks") == "common-word-pattern");
  CHECK(about("(a | b:noun\n  | c) treaty") == "(a/b/bs/c/cs treaties/treaty)");
}

TEST_CASE("each alternative at the top is a pattern of its own, with its place") {
  auto compiled = test::compile("issue x {\n  about treaty | talks\n    | accord\n}");
  const auto& lines = compiled.program.issues.at(0).patterns;
  REQUIRE(lines.size() == 3);
  CHECK(lines[1].pattern.source == "talks");
  CHECK(lines[1].pattern.place == program::Place{"rules.stance", 2, 18});
  CHECK(lines[2].pattern.place == program::Place{"rules.stance", 3, 7});
}

TEST_CASE("neighbours stand behind the pattern") {
  auto compiled = test::compile("issue x { about peace not after (war | \"no\") not before talks }");
  REQUIRE(test::ids(compiled).empty());
  const auto& line = compiled.program.issues.at(0).patterns.at(0);
  REQUIRE(line.neighbours.size() == 2);
  CHECK(line.neighbours[0].side == program::Neighbour::Side::after);
  CHECK(line.neighbours[0].negated);
  CHECK(dsl::dump(line.neighbours[1].pattern.root) == "talks");
}

TEST_CASE("entries get their target at the end, unless they have one") {
  CHECK(entry("verb back | warn <someone> against <target>") ==
        "(back/backed/backing/backs <target>)\n(warn/warned/warning/warns <someone> against <target>)");
  CHECK(entry("judgement <target> be <degree>? bad for <good>") ==
        "(<target> am/are/be/been/being/is/was/were <degree>? bad/badded/badding/bads for <good>)");
}

TEST_CASE("words are inflected by the job they have") {
  CHECK(words("negator = not | never | no longer") == "not, never, (no longer)");
  CHECK(words("speech-verb = say | point out") == "say/sayed/saying/says, (point/pointed/pointing/points out)");
  CHECK(words("medium = news agency | newspaper") == "(news agencies/agency), newspaper/newspapers");
}

TEST_CASE("a pattern is cut as the engine cuts texts") {
  for (std::string text : {"extra-regional",
                           "3+3",
                           "Iran's",
                           "don't",
                           "U.S.",
                           "G-77",
                           "2030",
                           "Alma-Ata",
                           "\u00C9lys\u00E9e",
                           "Erdo\u011Fan",
                           "K\u0131br\u0131s",
                           "\u0141\u00F3d\u017A",
                           "Stra\u00DFe",
                           "1,000",
                           "3.5",
                           "o'brien",
                           "U.S.-led",
                           "states'",
                           "cannot",
                           "\u041C\u043E\u0441\u043A\u0432\u0430",
                           "P5+1",
                           "HR/VP",
                           "A\u0308",
                           "won\u2019t",
                           "we're",
                           "\u01CEn\u1EA1",
                           "Ph.D.",
                           "e.g."}) {
    std::vector<std::string> cut;
    for (const auto& token : dsl::lowering::tokens_of(text)) cut.push_back(token.text);
    INFO(text);
    CHECK(cut == text::token_texts(text));
  }
}

TEST_CASE("what looks inflected") {
  using dsl::lowering::looks_inflected;
  for (auto word : {"troops", "based", "basing", "agreed", "sanctions"}) CHECK(looks_inflected(word));
  for (auto word : {"need", "status", "crisis", "press", "king", "bed", "gas", "speed", "bring", "treaty"})
    CHECK_FALSE(looks_inflected(word));
}

}  // namespace
}  // namespace demarche
