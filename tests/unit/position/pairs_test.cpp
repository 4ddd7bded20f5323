#include "engine/position/pairs.hpp"

#include "tests/catch.hpp"
#include "tests/unit/position/build.hpp"

using namespace demarche;
using namespace demarche::position;
using namespace demarche::position::testing;

namespace {

Cell cell(Code code, const std::string& via = "") {
  Cell made;
  made.code = code;
  made.via = via;
  return made;
}

std::optional<Standing> standing(Code a, Code b) {
  const auto one = standing_of(cell(a), cell(b));
  CHECK(one == standing_of(cell(b), cell(a)));  // who comes first does not matter
  return one;
}

// Two actors by five issues, each with a letter: + - m(ixed) c(onditional) 0 (neutral), a blank for silence.
Matrix matrix_with(const std::vector<std::string>& rows) {
  Matrix matrix;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    matrix.rows.push_back({"A" + std::to_string(i), ""});
    for (const char c : rows[i])
      matrix.cells.push_back(cell(c == '+'   ? Code::support
                                  : c == '-' ? Code::oppose
                                  : c == 'm' ? Code::mixed
                                  : c == 'c' ? Code::conditional
                                  : c == '0' ? Code::neutral
                                             : Code::silent));
  }
  for (std::size_t i = 0; i < rows.front().size(); ++i) matrix.columns.push_back({"i" + std::to_string(i), ""});
  return matrix;
}

}  // namespace

TEST_CASE("the standing of two positions") {
  CHECK(standing(Code::support, Code::support) == Standing::same);
  CHECK(standing(Code::oppose, Code::oppose) == Standing::same);
  CHECK(standing(Code::neutral, Code::neutral) == Standing::same);
  CHECK(standing(Code::support, Code::oppose) == Standing::opposite);
  CHECK(standing(Code::support, Code::mixed) == Standing::partly);
  CHECK(standing(Code::mixed, Code::mixed) == Standing::partly);
  CHECK(standing(Code::conditional, Code::support) == Standing::partly);
  CHECK(standing(Code::conditional, Code::conditional) == Standing::partly);
  CHECK(standing(Code::neutral, Code::oppose) == Standing::partly);
  CHECK(standing(Code::neutral, Code::mixed) == Standing::partly);
}

TEST_CASE("silence agrees with nobody") {
  for (const Code silent : {Code::no_coverage, Code::silent, Code::mentioned})
    for (const Code other : {Code::support, Code::oppose, Code::mixed, Code::silent})
      CHECK_FALSE(standing(silent, other));
}

TEST_CASE("agreement is counted over the shared issues only, and never without their number") {
  const Matrix matrix = matrix_with({"++-m ", "+--+c", "     "});
  const Pair pair = pair_of(matrix, 0, 1);
  CHECK(pair.same == 2);
  CHECK(pair.opposite == 1);
  CHECK(pair.partly == 1);
  CHECK(pair.shared() == 4);
  CHECK(pair.points() == 5);
  CHECK(*pair.agreement() == Approx(0.625));
  const auto pairs = pairs_of(matrix);
  REQUIRE(pairs.size() == 3);
  CHECK(pairs[1].a == 0);
  CHECK(pairs[1].b == 2);
  CHECK(pairs[1].shared() == 0);
  CHECK_FALSE(pairs[1].agreement());
}

TEST_CASE("two members that show one group's position are one voice, which can be left out") {
  Matrix matrix = matrix_with({"+-", "++"});
  matrix.at(0, 0).via = matrix.at(1, 0).via = "EU";
  CHECK(pair_of(matrix, 0, 1).one_voice == 1);
  CHECK(pair_of(matrix, 0, 1).shared() == 2);
  const Pair own = pair_of(matrix, 0, 1, {true});
  CHECK(own.shared() == 1);
  CHECK(own.opposite == 1);
  CHECK(own.one_voice == 0);
  matrix.at(1, 0).via = "NATO";
  CHECK(pair_of(matrix, 0, 1).one_voice == 0);
}
