#include "tests/engine.hpp"

using namespace demarche;
using namespace demarche::test;

// Votes on a text that was told before, and pronouns for the one issue of the sentence before.

namespace {

constexpr const char* rules = R"(
import "world"
import "english"
issue corridor { about Zangezur corridor }
issue blockade { about blockades of Lachin }
actor takes-a-side on every issue
)";

const std::string tabled = "The council spoke of a draft resolution demanding the Zangezur corridor. ";
const std::string snow = "Snow fell on Monday. ";

std::string found(const std::string& words) {
  static const Engine engine(std::map<std::string, std::string>{{"own.stance", rules}});
  return stances(engine.read(document_with(words)));
}

}  // namespace

TEST_CASE("votes: those that name no text are on the one told before") {
  CHECK(found(tabled + "Iran voted in favour.") == "IRN supports corridor");
  CHECK(found(tabled + "Iran voted against.") == "IRN opposes corridor");
  CHECK(found(tabled + "Iran vetoed the draft.") == "IRN opposes corridor");
  CHECK(found("Snow fell on the council. Iran voted against.") == "");
}

TEST_CASE("votes: a text is remembered for three sentences, and another one ends it") {
  CHECK(found(tabled + snow + snow + "Iran voted against.") == "IRN opposes corridor");
  CHECK(found(tabled + snow + snow + snow + "Iran voted against.") == "");
  CHECK(found(tabled + "A rival draft came up. Iran voted against.") == "");
}

TEST_CASE("pronouns: the one issue on which somebody took a side in the sentence before") {
  const std::string side = "Iran supports the Zangezur corridor. ";
  CHECK(found(side + "Armenia rejects it.") == "IRN supports corridor; ARM opposes corridor");
  CHECK(found(side + "Armenia rejects them.") == "IRN supports corridor");
  CHECK(found(side + snow + "Armenia rejects it.") == "IRN supports corridor");
  CHECK(found("The Zangezur corridor is long. Armenia rejects it.") == "");
}

TEST_CASE("pronouns: it may be the state that was against the thing, them is the things") {
  CHECK(found("Iran opposes the Zangezur corridor. Armenia backs it.") == "IRN opposes corridor");
  CHECK(found("Iran opposes the blockades of Lachin. Armenia backs them.") ==
        "IRN opposes blockade; ARM supports blockade");
}
