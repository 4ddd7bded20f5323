#include "engine/position/network.hpp"

#include <cmath>
#include <map>

#include "tests/catch.hpp"
#include "tests/unit/position/dna_statements.hpp"

using namespace demarche;
using namespace demarche::position;
using namespace demarche::position::testing;

namespace {

Network network(const std::vector<DocumentResult>& documents, NetworkKind kind,
                Normalisation normalisation = Normalisation::none, Duplicates duplicates = Duplicates::none) {
  Options options;
  options.duplicates = duplicates;
  NetworkOptions wanted;
  wanted.kind = kind;
  wanted.normalisation = normalisation;
  return build_network(matrix_of(documents, options), wanted);
}

// The sum of a symmetric matrix, as R's sum() gives it: each tie stands in it twice.
double matrix_sum(const Network& one_mode) { return 2 * one_mode.total(); }

const Edge* edge_of(const Network& network, const std::string& a, const std::string& b) {
  for (const Edge& edge : network.edges) {
    const std::string& source = network.nodes[edge.source].id;
    const std::string& target = network.nodes[edge.target].id;
    if ((source == a && target == b) || (source == b && target == a)) return &edge;
  }
  return nullptr;
}

Say against(const std::string& actor, const std::string& issue) { return {actor, Stance::oppose, issue}; }
Say in_favour(const std::string& actor, const std::string& issue) { return {actor, Stance::support, issue}; }

// ARM: peace + + -, bridge +. IRN: peace +, roads - -. RUS: peace - -, bridge +.
std::vector<DocumentResult> small_world() {
  return {
      document("a", "2023-01-01", {in_favour("ARM", "peace"), in_favour("ARM", "bridge"), in_favour("IRN", "peace")}),
      document("b", "2023-02-01", {in_favour("ARM", "peace"), against("IRN", "roads"), against("RUS", "peace")}),
      document(
          "c", "2023-03-01",
          {against("ARM", "peace"), against("IRN", "roads"), against("RUS", "peace"), in_favour("RUS", "bridge")})};
}

}  // namespace

TEST_CASE("the networks of DNA's sample have the sums that DNA gives") {
  const auto sample = dna_documents();
  const Network two_mode = network(sample, NetworkKind::two_mode);
  CHECK(two_mode.total() == 40);
  CHECK(two_mode.nodes.size() == 7 + 6);
  CHECK(two_mode.edges.size() == 22);
  const Network one_mode = network(sample, NetworkKind::cooccurrence);
  CHECK(one_mode.nodes.size() == 7);
  CHECK(one_mode.edges.size() == 21);
  CHECK(matrix_sum(one_mode) == 276);
  CHECK(matrix_sum(network(sample, NetworkKind::congruence)) == 160);
  CHECK(matrix_sum(network(sample, NetworkKind::conflict)) == 116);
  CHECK(matrix_sum(network(sample, NetworkKind::subtract)) == 44);
  // Single ties, as DNA prints them.
  const Edge* tie = edge_of(one_mode, "Environmental Protection Agency", "Alliance to Save Energy");
  REQUIRE(tie);
  CHECK(tie->weight == 10);
  tie = edge_of(one_mode, "Environmental Protection Agency", "Energy and Environmental Analysis, Inc.");
  REQUIRE(tie);
  CHECK(tie->weight == 2);
}

TEST_CASE("DNA's sample with duplicates left out") {
  const auto sample = dna_documents();
  const auto sum = [&](Duplicates duplicates) {
    return network(sample, NetworkKind::two_mode, Normalisation::none, duplicates).total();
  };
  CHECK(sum(Duplicates::document) == 23);
  // The table has 23 statements that differ in more than their place; all are of two months of one year.
  CHECK(sum(Duplicates::year) == 23);
  CHECK(sum(Duplicates::window) == 23);
}

TEST_CASE("congruence and conflict of a small table, counted by hand") {
  const auto documents = small_world();
  const Network congruence = network(documents, NetworkKind::congruence);
  // ARM and IRN: peace 2*1. ARM and RUS: peace 1*2 against, bridge 1*1. IRN and RUS: none.
  REQUIRE(congruence.edges.size() == 2);
  CHECK(edge_of(congruence, "ARM", "IRN")->weight == 2);
  CHECK(edge_of(congruence, "ARM", "RUS")->weight == 3);
  CHECK(edge_of(congruence, "ARM", "RUS")->shared == 2);
  const Network conflict = network(documents, NetworkKind::conflict);
  CHECK(edge_of(conflict, "ARM", "IRN")->weight == 1);
  CHECK(edge_of(conflict, "ARM", "RUS")->weight == 4);
  CHECK(edge_of(conflict, "IRN", "RUS")->weight == 2);
  const Network subtract = network(documents, NetworkKind::subtract);
  CHECK(edge_of(subtract, "ARM", "IRN")->weight == 1);
  CHECK(edge_of(subtract, "ARM", "RUS")->weight == -1);
  CHECK(edge_of(subtract, "IRN", "RUS")->weight == -2);
}

TEST_CASE("normalisations, counted by hand") {
  const auto documents = small_world();
  // ARM has 4 statements, RUS 3. As counts of (peace +, peace -, bridge +): ARM 2 1 1, RUS 0 2 1.
  const auto weight = [&](Normalisation normalisation) {
    return edge_of(network(documents, NetworkKind::congruence, normalisation), "ARM", "RUS")->weight;
  };
  CHECK(weight(Normalisation::average) == Approx(3 / 3.5));
  CHECK(weight(Normalisation::jaccard) == Approx(3.0 / (2 + 2 + 1)));
  CHECK(weight(Normalisation::cosine) == Approx(3 / (std::sqrt(6.0) * std::sqrt(5.0))));
  CHECK(weight(Normalisation::product) == Approx(3.0 / 12));
}

TEST_CASE("an actor that says the same twice as often has a cosine of one") {
  const std::vector<DocumentResult> documents{
      document(
          "a", "2023-01-01",
          {in_favour("ARM", "peace"), in_favour("IRN", "peace"), against("ARM", "roads"), against("IRN", "roads")}),
      document("b", "2023-06-01", {in_favour("ARM", "peace"), against("ARM", "roads")})};
  const Network cosine = network(documents, NetworkKind::congruence, Normalisation::cosine);
  REQUIRE(cosine.edges.size() == 1);
  CHECK(cosine.edges[0].weight == Approx(1));
}

TEST_CASE("agreement: opposition on every shared issue is a tie of weight nought, silence is none") {
  const std::vector<DocumentResult> documents{
      document("a", "2023-01-01", {in_favour("ARM", "peace"), against("IRN", "peace"), in_favour("RUS", "bridge")})};
  const Network agreement = network(documents, NetworkKind::agreement);
  REQUIRE(agreement.edges.size() == 1);
  CHECK(agreement.edges[0].weight == 0);
  CHECK(agreement.edges[0].shared == 1);
  CHECK(agreement.nodes.size() == 3);
}

TEST_CASE("thresholds, and actors without a tie") {
  const Matrix matrix = matrix_of(small_world(), {});
  NetworkOptions options;
  options.kind = NetworkKind::conflict;
  options.min = 2;
  Network strong = build_network(matrix, options);
  CHECK(strong.left_out == 1);
  CHECK(strong.nodes.size() == 3);
  for (const Edge& edge : strong.edges) CHECK(edge.weight >= 2);
  options.min = 3;
  options.isolates = false;
  strong = build_network(matrix, options);
  REQUIRE(strong.edges.size() == 1);
  REQUIRE(strong.nodes.size() == 2);
  CHECK(strong.nodes[strong.edges[0].source].id == "ARM");
  CHECK(strong.nodes[strong.edges[0].target].id == "RUS");
  CHECK(strong.without == 1);
  options = {};
  options.min_shared = 2;
  CHECK(build_network(matrix, options).edges.size() == 1);  // ARM and RUS share peace and bridge
}

TEST_CASE("the threshold of subtract looks at the size, not the sign") {
  NetworkOptions options;
  options.kind = NetworkKind::subtract;
  options.min = 2;
  Options every;
  every.duplicates = Duplicates::none;
  const Network network = build_network(matrix_of(small_world(), every), options);
  REQUIRE(network.edges.size() == 1);
  CHECK(network.edges[0].weight == -2);
}

TEST_CASE("a group's statement is counted for the group and not again for its members") {
  const std::vector<DocumentResult> documents{
      document("a", "2023-01-01", {in_favour("EU", "peace"), in_favour("IRN", "peace")})};
  const Matrix matrix = matrix_of(documents, {}, {"", "", {{"EU", ""}, {"DEU", ""}, {"FRA", ""}, {"IRN", ""}}, {}});
  NetworkOptions options;
  options.kind = NetworkKind::congruence;
  const Network congruence = build_network(matrix, options);
  REQUIRE(congruence.edges.size() == 1);
  CHECK(congruence.edges[0].weight == 1);
  // Agreement sees what each of them shows, unless only its own is wanted.
  options.kind = NetworkKind::agreement;
  CHECK(build_network(matrix, options).edges.size() == 6);
  options.own = true;
  CHECK(build_network(matrix, options).edges.size() == 1);
}

TEST_CASE("no evidence, one actor: a network without ties") {
  CHECK(network({}, NetworkKind::agreement).nodes.empty());
  const Network alone = network({document("a", "2023-01-01", {in_favour("ARM", "peace")})}, NetworkKind::congruence);
  CHECK(alone.nodes.size() == 1);
  CHECK(alone.edges.empty());
}

TEST_CASE("the names of networks and normalisations are read back") {
  for (const auto& name : network_kind_names()) CHECK(name_of(*parse_network_kind(name)) == name);
  for (const auto& name : normalisation_names()) CHECK(name_of(*parse_normalisation(name)) == name);
  CHECK_FALSE(parse_network_kind("agrement"));
  CHECK_FALSE(parse_normalisation(""));
}
