#include "tests/engine.hpp"

using namespace demarche;
using namespace demarche::test;

// A noun with "the", "this" or "such a" takes up an issue that the last sentences named.

namespace {

constexpr const char* rules = R"(
import "world"
import "english"
issue corridor { about Zangezur corridor }
issue grain { about grain corridor }
issue lachin {
  about    road of Lachin
  against  blockade of Lachin
}
actor takes-a-side on every issue
)";

const std::string named = "Officials spoke of the Zangezur corridor. ";
const std::string snow = "Snow fell on Monday. ";

std::string found(const std::string& words) {
  static const Engine engine(std::map<std::string, std::string>{{"own.stance", rules}});
  return stances(engine.read(document_with(words)));
}

}  // namespace

TEST_CASE("issue memory: the, this and such a noun mean the issue that was named") {
  for (const char* words : {"the corridor", "this corridor", "such a corridor"}) {
    INFO(words);
    CHECK(found(named + "Iran opposes " + words + ".") == "IRN opposes corridor");
    CHECK(found(std::string("Iran opposes ") + words + ".") == "");
  }
}

TEST_CASE("issue memory: a bare noun, a new one and one that is told further name something else") {
  for (const char* words : {"a corridor", "corridor", "its corridor", "the corridor of Suwalki", "the corridor makers"}) {
    INFO(words);
    CHECK(found(named + "Iran opposes " + words + ".") == "");
  }
}

TEST_CASE("issue memory: the reaches back two sentences, this four") {
  CHECK(found(named + snow + "Iran opposes the corridor.") == "IRN opposes corridor");
  CHECK(found(named + snow + snow + "Iran opposes the corridor.") == "");
  CHECK(found(named + snow + snow + snow + "Iran opposes this corridor.") == "IRN opposes corridor");
  CHECK(found(named + snow + snow + snow + snow + "Iran opposes this corridor.") == "");
}

TEST_CASE("issue memory: a noun that takes an issue up does not carry it on") {
  const std::string taken_up = named + snow + "Iran opposes the corridor. " + snow;
  CHECK(found(taken_up + "Russia opposes the corridor.") == "IRN opposes corridor");
  CHECK(found(taken_up + "Russia opposes this corridor.") == "IRN opposes corridor; RUS opposes corridor");
  // Named anew, it counts from there.
  CHECK(found(taken_up + named + "Russia opposes the corridor.") == "IRN opposes corridor; RUS opposes corridor");
}

TEST_CASE("issue memory: a noun that two issues share means neither") {
  const std::string both = "Officials spoke of the Zangezur corridor and of the grain corridor. ";
  CHECK(found(both + "Iran opposes the corridor.") == "");
  CHECK(found(both + "Iran opposes the grain corridor.") == "IRN opposes grain");
}

TEST_CASE("issue memory: the noun keeps the side of the words it takes up") {
  CHECK(found("Reporters saw the blockade of Lachin. Iran opposes this blockade.") == "IRN supports lachin");
  CHECK(found("Reporters saw the road of Lachin. Iran opposes this road.") == "IRN opposes lachin");
}
