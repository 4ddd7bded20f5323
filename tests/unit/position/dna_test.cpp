#include "tests/catch.hpp"
#include "tests/unit/position/dna_statements.hpp"

// What Discourse Network Analyzer makes of its own sample project, our aggregation makes of it too.
using namespace demarche;
using namespace demarche::position;
using namespace demarche::position::testing;

namespace {

struct Sums {
  std::size_t cells = 0;  // with a position
  std::size_t mixed = 0;
  double weight = 0;
  std::uint32_t records = 0;
};

Sums sums_of(const Options& options) {
  Sums sums;
  for (const Cell& cell : matrix_of(dna_documents(), options).cells) {
    sums.cells += is_position(cell.code) ? 1 : 0;
    sums.mixed += cell.code == Code::mixed ? 1 : 0;
    sums.weight += cell.support + cell.oppose;
    sums.records += cell.records;
  }
  return sums;
}

}  // namespace

TEST_CASE("the sample of DNA: 40 statements, 23 after de-duplication by document, one mixed cell") {
  Options all;
  all.duplicates = Duplicates::none;
  const Sums every = sums_of(all);
  CHECK(every.records == 40);
  CHECK(every.weight == 40);  // the sum of the two-mode network
  const Sums once = sums_of({});
  CHECK(once.records == 40);
  CHECK(once.weight == 23);
  CHECK(once.cells == 22);
  CHECK(once.mixed == 1);
}

TEST_CASE("the mixed cell of DNA's sample says both in one document, so it shows no shift") {
  const Matrix matrix = matrix_of(dna_documents());
  for (std::size_t row = 0; row < matrix.rows.size(); ++row)
    for (std::size_t column = 0; column < matrix.columns.size(); ++column) {
      const Cell& cell = matrix.at(row, column);
      if (cell.code != Code::mixed) continue;
      CHECK(matrix.rows[row].id == "Energy and Environmental Analysis, Inc.");
      CHECK(matrix.columns[column].id == "Emissions legislation should regulate CO2.");
      CHECK(cell.refinement == Refinement::ambivalent);
    }
}
