#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/position/matrix.hpp"

// Who is tied to whom: networks of a matrix, as Discourse Network Analyzer computes them (Leifeld 2017), and one of our
// own over agreement. docs/positions.md, "Pairs and networks", gives the formulas and an example.
namespace demarche::position {

enum class NetworkKind : std::uint8_t {
#define DEMARCHE_NETWORK(enumerator, name, meaning) enumerator,
#include "engine/position/network_kinds.def"
#undef DEMARCHE_NETWORK
};

// By what a weight is divided, so that an actor that is quoted often is not for that tied to everybody. With n_A the
// statements of A, and a, b the counts of A and B for each issue and direction:
enum class Normalisation : std::uint8_t {
  none,
  average,  // (n_A + n_B) / 2
  jaccard,  // a where b is 0, and b where a is 0, and a*b where neither is
  cosine,   // the lengths of the vectors: sqrt(sum a*a) * sqrt(sum b*b)
  product,  // n_A * n_B: what the source of DNA 3 computes under the name "cosine"
};

std::optional<NetworkKind> parse_network_kind(std::string_view name);
std::string_view name_of(NetworkKind kind);
std::string_view meaning_of(NetworkKind kind);
std::vector<std::string> network_kind_names();
std::optional<Normalisation> parse_normalisation(std::string_view name);
std::string_view name_of(Normalisation normalisation);
std::vector<std::string> normalisation_names();

struct NetworkOptions {
  NetworkKind kind = NetworkKind::agreement;
  Normalisation normalisation = Normalisation::none;  // not of `agreement` and `two_mode`
  double min = 0;                // ties that weigh less are left out; of `subtract`, without regard to the sign
  std::uint32_t min_shared = 1;  // ties over fewer shared issues are left out
  bool own = false;              // agreement: only positions of their own, none `via` a group
  bool isolates = true;          // keep actors that have a position and no tie
};

struct Node {
  std::string id;
  std::string title;
  bool is_issue = false;        // in a two-mode network
  double statements = 0;        // what is counted for or against; of an issue, by all actors
  std::uint32_t positions = 0;  // issues on which the actor has a position; actors with a position on the issue
  std::uint32_t supports = 0;   // of these
  std::uint32_t opposes = 0;
};

struct Edge {
  std::uint32_t source = 0;  // into nodes, source < target
  std::uint32_t target = 0;
  double weight = 0;
  std::uint32_t shared = 0;  // issues: with a position of both; in counted networks, with statements of both
  double positive = 0;       // before normalisation: congruence, points of agreement, statements for
  double negative = 0;       // conflict, points missed, statements against
};

struct Network {
  NetworkOptions options;
  std::vector<Node> nodes;     // rows of the matrix in their order, then (two-mode) its columns
  std::vector<Edge> edges;     // by source, then target
  std::uint32_t left_out = 0;  // ties under the threshold
  std::uint32_t without = 0;   // rows that have no position, or (without isolates) no tie: they are no nodes

  double total() const;  // of the weights, each tie once
};

// The counted networks count what is an actor's own: the position of a group is not counted again for each member, and
// neutral statements have no direction. A tie of weight 0 is none, except in `agreement`, where it is the sharpest
// opposition.
Network build_network(const Matrix& matrix, const NetworkOptions& options);

}  // namespace demarche::position
