#include <algorithm>
#include <random>

#include "engine/position/net_stance.hpp"
#include "tests/catch.hpp"
#include "tests/unit/position/build.hpp"

using namespace demarche;
using namespace demarche::position;
using namespace demarche::position::testing;

namespace {

std::vector<DocumentResult> many_documents() {
  std::mt19937 random(7);
  const std::vector<std::string> holders{"IRN", "RUS", "ARM", "EU"};
  const std::vector<std::string> issues{"peace", "war", "trade"};
  std::vector<DocumentResult> documents;
  for (int i = 0; i < 60; ++i) {
    std::vector<Say> said;
    for (auto n = random() % 5; n > 0; --n) {
      Say say{holders[random() % 4], static_cast<Stance>(random() % 3), issues[random() % 3]};
      say.strength = static_cast<Strength>(random() % 3);
      if (random() % 3 == 0) say.sentence = "A sentence that is printed again and again.";
      if (random() % 7 == 0) say.kind = Kind::ascribed;
      said.push_back(say);
    }
    const std::string day = std::to_string(10 + random() % 18);
    documents.push_back(document("d" + std::to_string(i), random() % 9 == 0 ? "" : "2023-03-" + day, said, "s" + std::to_string(random() % 4)));
    documents.back().mentioned = {holders[random() % 4]};
  }
  return documents;
}

// All that a matrix says, for comparing two of them.
std::string print(const Matrix& matrix) {
  std::string text;
  for (std::size_t row = 0; row < matrix.rows.size(); ++row)
    for (std::size_t column = 0; column < matrix.columns.size(); ++column) {
      const Cell& cell = matrix.at(row, column);
      text += matrix.rows[row].id + " " + matrix.columns[column].id + " " + std::string(name_of(cell.code)) + cell.via + " " +
              std::to_string(cell.support) + " " + std::to_string(cell.oppose) + " " + std::to_string(cell.neutral) + " " +
              std::to_string(cell.documents) + " " + std::to_string(cell.sources) + " " + std::to_string(cell.covering);
      for (const auto& quote : cell.quotes) text += " " + std::to_string(quote.document) + "/" + std::to_string(quote.record);
      for (const auto& unit : cell.units) text += " u" + std::to_string(unit.best.document) + "x" + std::to_string(unit.records);
      text += "\n";
    }
  return text;
}

}  // namespace

TEST_CASE("the order of documents does not matter") {
  auto documents = many_documents();
  const std::string sorted = print(matrix_of(documents));
  CHECK(sorted.find("mixed") != std::string::npos);
  std::mt19937 random(11);
  for (int i = 0; i < 5; ++i) {
    std::shuffle(documents.begin(), documents.end(), random);
    CHECK(print(matrix_of(documents)) == sorted);
  }
}

TEST_CASE("merging is associative") {
  const auto documents = many_documents();
  Tally whole;
  for (const auto& one : documents) whole.add(one);
  const std::string expected = print(build_matrix(whole, {}, {}, actors()));
  for (const std::size_t first : {0u, 13u, 59u})
    for (const std::size_t second : {first + 1, std::size_t{60}}) {
      Tally a, b, c;
      for (std::size_t i = 0; i < documents.size(); ++i) (i < first ? a : i < second ? b : c).add(documents[i]);
      Tally left;  // (a + b) + c
      left.merge(a);
      left.merge(b);
      left.merge(c);
      Tally bc;  // a + (b + c)
      bc.merge(b);
      bc.merge(c);
      Tally right;
      right.merge(a);
      right.merge(bc);
      CHECK(print(build_matrix(left, {}, {}, actors())) == expected);
      CHECK(print(build_matrix(right, {}, {}, actors())) == expected);
    }
}

TEST_CASE("without rows and columns the matrix has what occurs") {
  const Matrix matrix = matrix_of({document("a", "2023-01-01", {{"RUS"}, {"IRN", Stance::oppose, "war"}})});
  CHECK(matrix.rows == std::vector<Head>{{"IRN", "IRN"}, {"RUS", "RUS"}});
  CHECK(matrix.columns == std::vector<Head>{{"peace", "peace"}, {"war", "war"}});
  CHECK(matrix_of({}).cells.empty());
}

TEST_CASE("the net stance of a document") {
  const auto s = Stance::support, o = Stance::oppose, n = Stance::neutral;
  const auto weak = Strength::weak, plain = Strength::plain, strong = Strength::strong;
  CHECK(net_stance({{s, weak}, {s, strong}}) == s);
  CHECK(net_stance({{s, plain}, {o, weak}}) == s);
  CHECK(net_stance({{s, plain}, {o, strong}, {s, plain}}) == o);
  CHECK(net_stance({{s, plain}, {o, plain}}) == n);
  CHECK(net_stance({{n, plain}, {o, weak}}) == n);
  CHECK(net_stance({{s, weak}, {n, weak}}) == n);
}

TEST_CASE("reprints are found through quote styles, spaces and stops") {
  CHECK(sentence_hash("“We agree,” he said.") == sentence_hash("\"We agree\", he  SAID"));
  CHECK(sentence_hash("We agree.") != sentence_hash("We disagree."));
  CHECK(sentence_hash("Մենք") != sentence_hash("Նրանք"));
}
