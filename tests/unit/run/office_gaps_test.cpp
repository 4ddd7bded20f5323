#include "engine/run/office_gaps.hpp"

#include "tests/catch.hpp"

using namespace demarche;
using namespace demarche::run;

namespace {

Date day(const char* text) { return *parse_date(text); }

// Armenia has a foreign minister from 2000-03-01 to 2000-12-31 and another from 2001-03-15 on; nobody else.
lexicon::ActorTable table() {
  lexicon::ActorTable actors;
  for (const char* id : {"ARM", "CAU", "GEO"}) {
    lexicon::Actor actor;
    actor.id = actor.name = id;
    if (actor.id == "CAU") actor.kind = lexicon::ActorKind::bloc;
    actors.actors.push_back(actor);
  }
  actors.actors[1].members = {{0, {}}, {2, {std::nullopt, day("1990-01-01")}}};
  actors.offices = {{"defence-minister", {}, lexicon::OfficeLevel::government},
                    {"foreign-minister", {}, lexicon::OfficeLevel::government}};
  actors.people = {{"First", {"First"}, 0, {{1, {day("2000-03-01"), day("2000-12-31")}}}},
                   {"Second", {"Second"}, 0, {{1, {day("2001-03-15"), std::nullopt}}}}};
  actors.regions["west"] = {2};
  return actors;
}

OfficePromise promise() {
  return {{day("2000-01-01"), day("2001-12-31")}, 60, {"CAU"}, {"foreign-minister", "defence-minister"}, {}};
}

std::string list(const OfficeCoverage& coverage) {
  std::string out;
  for (const Gap& gap : coverage.gaps)
    out += gap.actor + " " + gap.office + " " + to_string(*gap.dates.from) + " " + to_string(*gap.dates.to) + "\n";
  return out;
}

}  // namespace

TEST_CASE("gaps: before the first, between two, and where nobody is listed") {
  auto wanted = promise();
  wanted.absent = {{"ARM", "defence-minister", {}}};
  const auto coverage = office_coverage_of(table(), wanted);
  CHECK(coverage.states == 2);  // also one that was a member at another time
  CHECK(list(coverage) ==
        "ARM foreign-minister 2001-01-01 2001-03-14\n"
        "GEO foreign-minister 2000-01-01 2001-12-31\n"
        "GEO defence-minister 2000-01-01 2001-12-31\n");
  CHECK(coverage.gaps[0].length() == 73);
  CHECK(coverage.gaps[0].before == "First");
  CHECK(coverage.gaps[0].after == "Second");
  CHECK(coverage.wanted == 3);
  CHECK(coverage.complete == 0);
  CHECK(coverage.wanted_days == 3 * 731);
  CHECK(coverage.covered_days == 731 - 73);
}

TEST_CASE("a gap of just the days allowed is none, one more is") {
  auto wanted = promise();
  wanted.of = {"ARM"};
  wanted.offices = {"foreign-minister"};
  wanted.days = 73;
  CHECK(office_coverage_of(table(), wanted).gaps.empty());
  wanted.days = 59;  // 60 days from 2000-01-01 to 2000-02-29
  CHECK(list(office_coverage_of(table(), wanted)) ==
        "ARM foreign-minister 2000-01-01 2000-02-29\nARM foreign-minister 2001-01-01 2001-03-14\n");
  wanted.absent = {{"ARM", "foreign-minister", {std::nullopt, day("2000-02-29")}}};
  CHECK(list(office_coverage_of(table(), wanted)) == "ARM foreign-minister 2001-01-01 2001-03-14\n");
}

TEST_CASE("a promise is read, and what is wrong in it has its place") {
  MemoryFileSystem files;
  files.files["good.yaml"] =
      "period: 2000 to 2001\nof: [CAU, west]\noffices: [foreign-minister]\nabsent:\n"
      "- {actor: GEO, office: foreign-minister, to: 2000-05-01, why: a test}\n";
  Diagnostics none;
  const auto good = read_office_promise(files, "good.yaml", table(), none);
  CHECK(none.empty());
  REQUIRE(good);
  CHECK(good->days == 60);
  CHECK(good->period.to == day("2001-12-31"));
  CHECK(good->absent.at(0).dates.to == day("2000-05-01"));

  files.files["bad.yaml"] =
      "period: 2000 to 2001\nof: [CUA]\noffices: [foreign-ministr]\nabsent:\n- {actor: GOE, office: foreign-minister, "
      "to: May, why: x}\n";
  Diagnostics several;
  read_office_promise(files, "bad.yaml", table(), several);
  const auto found = several.sorted();
  REQUIRE(found.size() == 4);
  CHECK(found[0].message == "there is no actor, group or region `CUA`");
  CHECK(found[1].help == "did you mean `foreign-minister`?");
  CHECK(found[2].message == "there is no actor `GOE`");
  CHECK(found[3].message == "`May` is no date");

  files.files["open.yaml"] = "period: from 2000\nof: [CAU]\noffices: [foreign-minister]\n";
  Diagnostics open;
  CHECK_FALSE(read_office_promise(files, "open.yaml", table(), open));
  CHECK(open.has_errors());
  Diagnostics missing;
  CHECK_FALSE(read_office_promise(files, "none.yaml", table(), missing));
}
