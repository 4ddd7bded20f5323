#include "tests/catch.hpp"
#include "tests/unit/position/build.hpp"

using namespace demarche;
using namespace demarche::position;
using namespace demarche::position::testing;

TEST_CASE("no coverage, silent and mentioned are three things") {
  DocumentResult named = document("a", "2023-01-01", {});
  CHECK(cell_of({named}).code == Code::no_coverage);
  named.mentioned = {"IRN"};
  CHECK(cell_of({named}).code == Code::silent);
  CHECK(cell_of({named}).covering == 1);
  named.issue_mentions = {{"IRN", "peace"}};
  CHECK(cell_of({named}).code == Code::mentioned);
  DocumentResult speech = document("b", "2023-01-01", {});
  speech.speaking = {"IRN"};
  CHECK(cell_of({speech}).code == Code::silent);
}

TEST_CASE("the codes of a cell") {
  CHECK(cell_of({document("a", "2023-01-01", {{"IRN"}})}).code == Code::support);
  CHECK(cell_of({document("a", "2023-01-01", {{"IRN", Stance::oppose}})}).code == Code::oppose);
  CHECK(cell_of({document("a", "2023-01-01", {{"IRN", Stance::neutral}})}).code == Code::neutral);
  Say conditional{"IRN"};
  conditional.mode = Mode::conditional;
  CHECK(cell_of({document("a", "2023-01-01", {conditional})}).code == Code::conditional);
  CHECK(cell_of({document("a", "2023-01-01", {conditional, {"IRN"}})}).code == Code::support);
  CHECK(cell_of({document("a", "2023-01-01", {{"IRN"}, {"IRN", Stance::neutral}})}).code == Code::support);
}

TEST_CASE("mixed is shifted when all of one direction is dated before all of the other") {
  const auto early = document("a", "2022-01-01", {{"IRN"}});
  const auto later = document("b", "2022-06-01", {{"IRN"}});
  const auto turned = document("c", "2023-01-01", {{"IRN", Stance::oppose}});
  const Cell shifted = cell_of({early, later, turned});
  CHECK(shifted.code == Code::mixed);
  CHECK(shifted.refinement == Refinement::shifted);
  REQUIRE(shifted.shift);
  CHECK(shifted.shift->before == Stance::support);
  CHECK(to_string(shifted.shift->last_before) == "2022-06-01");
  CHECK(to_string(shifted.shift->first_after) == "2023-01-01");
  CHECK(shifted.shift->quote_before == RecordRef{1, 0});
  CHECK(shifted.shift->quote_after == RecordRef{2, 0});

  const auto back = document("d", "2023-06-01", {{"IRN"}});
  CHECK(cell_of({early, turned, back}).refinement == Refinement::ambivalent);
  const auto same_day = document("e", "2022-01-01", {{"IRN", Stance::oppose}});
  CHECK(cell_of({early, same_day}).refinement == Refinement::ambivalent);
  const auto undated = document("f", "", {{"IRN", Stance::oppose}});
  CHECK(cell_of({early, undated}).refinement == Refinement::ambivalent);
}

TEST_CASE("third-party claims never enter the cell") {
  Say claim{"IRN", Stance::oppose};
  claim.kind = Kind::ascribed;
  claim.claimant = "RUS";
  const Cell cell = cell_of({document("a", "2023-01-01", {{"IRN"}, claim})});
  CHECK(cell.code == Code::support);
  CHECK(cell.records == 1);
  CHECK(cell.claims.oppose == 1);
  CHECK(cell.claims.claimants == std::vector<std::string>{"RUS"});
  CHECK(cell_of({document("a", "2023-01-01", {claim})}).code == Code::silent);
}

TEST_CASE("each kind can be left out") {
  Say deed{"IRN"};
  deed.kind = Kind::act;
  Options no_acts;
  no_acts.acts = false;
  CHECK(cell_of({document("a", "2023-01-01", {deed})}).code == Code::support);
  CHECK(cell_of({document("a", "2023-01-01", {deed})}, no_acts).code == Code::silent);
}

TEST_CASE("the window counts what it leaves out") {
  Options year;
  year.window = *parse_period("2023");
  const std::vector<DocumentResult> documents{document("a", "2022-12-31", {{"IRN"}}), document("b", "2023-01-01", {{"IRN"}}),
                                              document("c", "", {{"IRN", Stance::oppose}})};
  Cell cell = cell_of(documents, year);
  CHECK(cell.code == Code::support);
  CHECK(cell.records == 1);
  CHECK(cell.outside_window == 1);
  CHECK(cell.undated == 1);
  year.keep_undated = true;
  CHECK(cell_of(documents, year).code == Code::mixed);
  CHECK(cell_of(documents).code == Code::mixed);  // no window: nothing is outside of it
}

TEST_CASE("the taper is full to two years and gone at five") {
  CHECK(taper_weight(0) == 1);
  CHECK(taper_weight(730) == 1);
  CHECK(taper_weight(1278) == 0.5);
  CHECK(taper_weight(1826) == 0);
  Options tapered;
  tapered.taper = true;
  tapered.window.to = parse_date("2023-12-31");
  const Cell cell = cell_of({document("a", "2018-01-01", {{"IRN", Stance::oppose}}), document("b", "2023-06-01", {{"IRN"}})}, tapered);
  CHECK(cell.code == Code::support);  // what is faded away counts for nothing
  CHECK(cell.units.size() == 2);      // and stays listed
  CHECK(cell.oppose == 0);
}

TEST_CASE("thin is fewer than three documents") {
  std::vector<DocumentResult> documents{document("a", "2023-01-01", {{"IRN"}}), document("b", "2023-02-01", {{"IRN"}})};
  CHECK(cell_of(documents).thin);
  documents.push_back(document("c", "2023-03-01", {{"IRN"}}, "herald"));
  const Cell cell = cell_of(documents);
  CHECK_FALSE(cell.thin);
  CHECK(cell.documents == 3);
  CHECK(cell.sources == 2);
}

TEST_CASE("duplicates count once in a document, a week, a month") {
  const std::vector<DocumentResult> documents{
      document("a", "2023-01-02", {{"IRN"}, {"IRN"}, {"IRN", Stance::oppose}}),  // a Monday
      document("b", "2023-01-08", {{"IRN"}}),                                    // the Sunday after it
      document("c", "2023-01-09", {{"IRN"}})};
  Options options;
  CHECK(cell_of(documents, options).support == 3);
  CHECK(cell_of(documents, options).oppose == 1);  // opposite directions are kept
  CHECK(cell_of(documents, options).records == 5);
  options.duplicates = Duplicates::week;
  CHECK(cell_of(documents, options).support == 2);
  options.duplicates = Duplicates::month;
  CHECK(cell_of(documents, options).support == 1);
  options.duplicates = Duplicates::none;
  CHECK(cell_of(documents, options).support == 4);
}

TEST_CASE("the same sentence in several outlets counts once within seven days of its first day") {
  const Say line{"IRN", Stance::support, "peace", "Iran backs the peace talks, he said."};
  Say curly = line;
  curly.sentence = "“Iran backs the peace talks”,  he said";
  const Cell cell = cell_of({document("a", "2023-01-01", {line}, "one"), document("b", "2023-01-05", {curly}, "two"),
                             document("c", "2023-01-08", {line}, "three"), document("d", "2023-01-09", {line}, "four")});
  CHECK(cell.support == 2);  // the ninth is more than seven days after the first
  CHECK(cell.documents == 2);
  REQUIRE(cell.units.size() == 2);
  CHECK(cell.units[0].syndicated == 3);
  CHECK(to_string(*cell.units[0].date) == "2023-01-01");
  CHECK(cell.units[1].syndicated == 1);
}

TEST_CASE("a member shows its group's position only where it has none, and only as a member") {
  const std::vector<DocumentResult> documents{document("a", "2019-01-01", {{"EU"}}), document("b", "2021-01-01", {{"FRA", Stance::oppose, "war"}})};
  Cell cell = cell_of(documents, {}, "DEU");
  CHECK(cell.code == Code::support);
  CHECK(cell.via == "EU");
  CHECK(cell_of(documents, {}, "FRA").code == Code::silent);  // joined in 2020 here
  CHECK(cell_of(documents, {}, "IRN").code == Code::no_coverage);
  const auto own = document("c", "2021-01-01", {{"DEU", Stance::oppose}});
  cell = cell_of({documents[0], own}, {}, "DEU");
  CHECK(cell.code == Code::oppose);
  CHECK(cell.via.empty());
}

TEST_CASE("the best quotes come first") {
  Say strong{"IRN"};
  strong.strength = Strength::strong;
  const Cell cell = cell_of({document("a", "2023-01-01", {{"IRN"}}), document("b", "2023-01-02", {strong}), document("c", "2023-01-03", {{"IRN"}})});
  REQUIRE(cell.quotes.size() == 3);
  CHECK(cell.quotes[0] == RecordRef{1, 0});
  CHECK(cell.quotes[1] == RecordRef{0, 0});
}

TEST_CASE("a reprint inside the window of a sentence from before it is no new statement") {
  const Say line{"IRN", Stance::support, "peace", "Iran backs the peace talks, he said."};
  Options year;
  year.window = *parse_period("2023");
  const std::vector<DocumentResult> documents{document("a", "2022-12-30", {line}), document("b", "2023-01-02", {line}),
                                              document("c", "2023-01-07", {line})};
  const Cell cell = cell_of(documents, year);
  CHECK(cell.support == 1);  // the third is more than seven days after the first
  CHECK(cell.records == 1);
  CHECK(cell.outside_window == 2);
}

TEST_CASE("what a month puts together still shows that a direction was taken up again") {
  Options month;
  month.duplicates = Duplicates::month;
  const std::vector<DocumentResult> documents{document("a", "2023-01-02", {{"IRN"}}),
                                              document("b", "2023-01-15", {{"IRN", Stance::oppose}}),
                                              document("c", "2023-01-30", {{"IRN"}})};
  const Cell cell = cell_of(documents, month);
  CHECK(cell.support == 1);
  CHECK(cell.refinement == Refinement::ambivalent);
  CHECK(to_string(*cell.last) == "2023-01-30");
}

TEST_CASE("documents of sources that do not count are as if they were not there") {
  Options tass;
  tass.sources = {"TASS"};
  const std::vector<DocumentResult> documents{document("a", "2023-01-01", {{"IRN"}}, "TASS"),
                                              document("b", "2023-02-01", {{"IRN", Stance::oppose}}, "Gazette")};
  CHECK(cell_of(documents, tass).code == Code::support);
  CHECK(cell_of(documents, tass).covering == 1);
  CHECK(cell_of(documents, tass).outside_window == 0);
  tass.except_sources = true;
  CHECK(cell_of(documents, tass).code == Code::oppose);
}

TEST_CASE("a table without rows and columns of its own shows those of the sources that count") {
  const std::vector<DocumentResult> documents{
      document("a", "2023-01-01", {{"IRN"}}, "TASS"),
      document("b", "2023-02-01", {{"RUS", Stance::oppose, "war"}, {"IRN"}}, "Gazette")};
  Options tass;
  tass.sources = {"TASS"};
  const Matrix matrix = matrix_of(documents, tass);
  CHECK(matrix.rows == std::vector<Head>{{"IRN", "IRN"}});
  CHECK(matrix.columns == std::vector<Head>{{"peace", "peace"}});
  CHECK(matrix_of(documents).rows.size() == 2);
}
