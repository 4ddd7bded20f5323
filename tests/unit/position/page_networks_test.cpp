#include <cctype>
#include <cmath>
#include <map>

#include "engine/position/network.hpp"
#include "engine/position/turning_point.hpp"
#include "tests/catch.hpp"
#include "tests/golden.hpp"
#include "tests/unit/position/build.hpp"

// Recomputes the worked examples of docs/positions.md, sections 7 and 8, from the numbers that stand there.
using namespace demarche;
using namespace demarche::position;
using namespace demarche::position::testing;

namespace {

std::string page() { return demarche::test::read_file(std::string(DEMARCHE_SOURCE_DIR) + "/docs/positions.md"); }

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  for (std::size_t begin = 1; begin < line.size();) {
    const std::size_t end = std::min(line.find('|', begin), line.size());
    std::string cell = line.substr(begin, end - begin);
    cell.erase(0, cell.find_first_not_of(' '));
    cell.erase(cell.find_last_not_of(' ') + 1);
    cells.push_back(cell);
    begin = end + 1;
  }
  return cells;
}

// The table whose first head is `name`: its rows with the head first.
std::vector<std::vector<std::string>> table(const std::string& name) {
  const std::string text = page();
  std::istringstream lines(text.substr(text.find("\n| " + name + " |") + 1));
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(lines, line) && line.starts_with("|");)
    if (!line.starts_with("|---")) rows.push_back(cells_of(line));
  return rows;
}

// "2 + 1 −" as statements for and against.
std::pair<int, int> statements(const std::string& text) {
  std::istringstream words(text);
  std::pair<int, int> counts{0, 0};
  int number = 0;
  for (std::string sign; words >> number >> sign;) (sign == "+" ? counts.first : counts.second) = number;
  return counts;
}

Matrix matrix_of_page() {
  const auto rows = table("statements");
  std::vector<DocumentResult> documents;
  for (std::size_t row = 1; row < rows.size(); ++row)
    for (std::size_t column = 1; column < rows[row].size() && column < rows[0].size(); ++column) {
      const auto [support, oppose] = statements(rows[row][column]);
      for (int i = 0; i < support + oppose; ++i)
        documents.push_back(
            document("d" + std::to_string(documents.size() + 100), "2023-01-01",
                     {{rows[row][0], i < support ? Stance::support : Stance::oppose, rows[0][column]}}));
    }
  return matrix_of(documents);
}

struct Tie {
  double weight = 0;
  std::uint32_t shared = 0;
};

Tie tie(const Matrix& matrix, const std::string& pair, NetworkKind kind, Normalisation normalisation) {
  NetworkOptions options;
  options.kind = kind;
  options.normalisation = normalisation;
  const Network network = build_network(matrix, options);
  for (const Edge& edge : network.edges)
    if (network.nodes[edge.source].id + " " + network.nodes[edge.target].id == pair) return {edge.weight, edge.shared};
  return {};
}

}  // namespace

TEST_CASE("the networks of the page are those that its statements give") {
  const Matrix matrix = matrix_of_page();
  REQUIRE(matrix.rows.size() == 3);
  const auto rows = table("tie");
  REQUIRE(rows.size() == 4);
  REQUIRE(rows[0].size() == 11);
  for (std::size_t row = 1; row < rows.size(); ++row) {
    INFO(rows[row][0]);
    CHECK(std::to_string(tie(matrix, rows[row][0], NetworkKind::agreement, Normalisation::none).shared) ==
          rows[row][1]);
    for (std::size_t column = 2; column < rows[row].size(); ++column) {
      INFO(rows[0][column]);
      const auto kind = parse_network_kind(rows[0][column]);
      const auto normalisation = parse_normalisation(rows[0][column]);
      REQUIRE((kind || normalisation));
      const double weight =
          tie(matrix, rows[row][0], kind.value_or(NetworkKind::congruence), normalisation.value_or(Normalisation::none))
              .weight;
      CHECK(std::round(weight * 10000) / 10000 == Approx(std::stod(rows[row][column])).margin(1e-9));
    }
  }
}

TEST_CASE("the sums of DNA's sample stand on the page") {
  const std::string text = page();
  for (const char* sum : {"two-mode sum 40", "one-mode sum 276", "congruence 160", "conflict 116", "subtract 44"}) {
    std::string flat = text;
    std::replace(flat.begin(), flat.end(), '\n', ' ');
    CHECK(flat.find(sum) != std::string::npos);
  }
}

TEST_CASE("the odds of the page's turning points") {
  auto odds = [](int support, int oppose) {
    std::vector<DocumentResult> documents;
    for (int i = 0; i < support + oppose; ++i)
      documents.push_back(document("d" + std::to_string(i), "2020-01-" + std::to_string(10 + i),
                                   {{"IRN", i < support ? Stance::support : Stance::oppose}}));
    return find_turning_point(cell_of(documents), 0)->odds;
  };
  std::string flat = page();
  std::replace(flat.begin(), flat.end(), '\n', ' ');
  char text[32];
  std::snprintf(text, sizeof text, "**%.0f**", odds(1, 1));
  CHECK(flat.find(std::string("the odds are ") + text) != std::string::npos);
  std::snprintf(text, sizeof text, "**%.1f**", odds(4, 4));
  CHECK(flat.find(std::string("Four for and then four against give ") + text) != std::string::npos);
}
