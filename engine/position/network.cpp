#include "engine/position/network.hpp"

#include <cmath>
#include <utility>

#include "engine/base/name_table.hpp"
#include "engine/position/pairs.hpp"

namespace demarche::position {

namespace {

constexpr auto kinds = name_table<NetworkKind>({
#define DEMARCHE_NETWORK(enumerator, name, meaning) {NetworkKind::enumerator, name, meaning},
#include "engine/position/network_kinds.def"
#undef DEMARCHE_NETWORK
});

constexpr auto normalisations = name_table<Normalisation>({{Normalisation::none, "none"},
                                                           {Normalisation::average, "average"},
                                                           {Normalisation::jaccard, "jaccard"},
                                                           {Normalisation::cosine, "cosine"},
                                                           {Normalisation::product, "product"}});

// What an actor says on an issue, by direction. A position that is a group's counts for the group alone.
struct Said {
  double support = 0;
  double oppose = 0;
  double all() const { return support + oppose; }
};

Said said_in(const Cell& cell) { return cell.via.empty() ? Said{cell.support, cell.oppose} : Said{}; }

// The sums over all issues that ties of two actors are made of.
struct Meeting {
  std::uint32_t shared = 0;
  double congruence = 0;
  double conflict = 0;
  double statements_a = 0;
  double statements_b = 0;
  double squares_a = 0;
  double squares_b = 0;
  double jaccard = 0;
};

// Where only one of them speaks, what it says; where both do, the product.
double united(double a, double b) { return a > 0 && b > 0 ? a * b : a + b; }

Meeting meet(const Matrix& matrix, std::size_t row_a, std::size_t row_b) {
  Meeting meeting;
  for (std::size_t column = 0; column < matrix.columns.size(); ++column) {
    const Said a = said_in(matrix.at(row_a, column));
    const Said b = said_in(matrix.at(row_b, column));
    if (a.all() > 0 && b.all() > 0) ++meeting.shared;
    meeting.congruence += a.support * b.support + a.oppose * b.oppose;
    meeting.conflict += a.support * b.oppose + a.oppose * b.support;
    meeting.statements_a += a.all();
    meeting.statements_b += b.all();
    meeting.squares_a += a.support * a.support + a.oppose * a.oppose;
    meeting.squares_b += b.support * b.support + b.oppose * b.oppose;
    meeting.jaccard += united(a.support, b.support) + united(a.oppose, b.oppose);
  }
  return meeting;
}

// Never 0 for two actors that share an issue.
double divisor_of(const Meeting& meeting, Normalisation normalisation) {
  switch (normalisation) {
    case Normalisation::none:
      return 1;
    case Normalisation::average:
      return (meeting.statements_a + meeting.statements_b) / 2;
    case Normalisation::jaccard:
      return meeting.jaccard;
    case Normalisation::cosine:
      return std::sqrt(meeting.squares_a) * std::sqrt(meeting.squares_b);
    case Normalisation::product:
      return meeting.statements_a * meeting.statements_b;
  }
  return 1;
}

double raw_weight(const Meeting& meeting, NetworkKind kind) {
  switch (kind) {
    case NetworkKind::congruence:
      return meeting.congruence;
    case NetworkKind::conflict:
      return meeting.conflict;
    case NetworkKind::subtract:
      return meeting.congruence - meeting.conflict;
    default:
      return meeting.congruence + meeting.conflict;
  }
}

class Builder {
 public:
  Builder(const Matrix& matrix, const NetworkOptions& options) : matrix_(matrix) {
    network_.options = options;
    for (const Head& row : matrix.rows) network_.nodes.push_back({row.id, row.title});
    for (std::size_t row = 0; row < matrix.rows.size(); ++row)
      for (std::size_t column = 0; column < matrix.columns.size(); ++column)
        count(matrix.at(row, column), network_.nodes[row]);
  }

  Network build() && {
    if (network_.options.kind == NetworkKind::two_mode) {
      add_issues();
    } else if (network_.options.kind == NetworkKind::agreement) {
      add_agreement();
    } else {
      add_meetings();
    }
    drop_nodes();
    return std::move(network_);
  }

 private:
  static void count(const Cell& cell, Node& node) {
    node.statements += said_in(cell).all();
    if (!is_position(cell.code)) return;
    ++node.positions;
    if (cell.code == Code::support) ++node.supports;
    if (cell.code == Code::oppose) ++node.opposes;
  }

  void add(const Edge& edge, bool zero_counts) {
    if (edge.shared == 0 || (edge.weight == 0 && !zero_counts)) return;
    if (std::fabs(edge.weight) < network_.options.min || edge.shared < network_.options.min_shared) {
      ++network_.left_out;
    } else {
      network_.edges.push_back(edge);
    }
  }

  void add_agreement() {
    for (const Pair& pair : pairs_of(matrix_, {network_.options.own}))
      add({static_cast<std::uint32_t>(pair.a), static_cast<std::uint32_t>(pair.b), pair.agreement().value_or(0),
           pair.shared(), static_cast<double>(pair.points()), static_cast<double>(2 * pair.shared() - pair.points())},
          true);
  }

  void add_meetings() {
    for (std::uint32_t a = 0; a < matrix_.rows.size(); ++a)
      for (std::uint32_t b = a + 1; b < matrix_.rows.size(); ++b) {
        const Meeting meeting = meet(matrix_, a, b);
        if (meeting.shared == 0) continue;
        const double weight =
            raw_weight(meeting, network_.options.kind) / divisor_of(meeting, network_.options.normalisation);
        add({a, b, weight, meeting.shared, meeting.congruence, meeting.conflict}, false);
      }
  }

  void add_issues() {
    const auto first = static_cast<std::uint32_t>(network_.nodes.size());
    for (const Head& column : matrix_.columns) network_.nodes.push_back({column.id, column.title, true});
    for (std::uint32_t row = 0; row < matrix_.rows.size(); ++row)
      for (std::uint32_t column = 0; column < matrix_.columns.size(); ++column) {
        const Cell& cell = matrix_.at(row, column);
        const Said said = said_in(cell);
        count(cell, network_.nodes[first + column]);
        add({row, first + column, said.all(), said.all() > 0 ? 1u : 0u, said.support, said.oppose}, false);
      }
  }

  void drop_nodes() {
    std::vector<bool> tied(network_.nodes.size(), false);
    for (const Edge& edge : network_.edges) tied[edge.source] = tied[edge.target] = true;
    std::vector<std::uint32_t> place(network_.nodes.size(), 0);
    std::vector<Node> kept;
    for (std::size_t i = 0; i < network_.nodes.size(); ++i) {
      place[i] = static_cast<std::uint32_t>(kept.size());
      const bool keep = tied[i] || (network_.options.isolates && network_.nodes[i].positions > 0);
      if (!keep && !network_.nodes[i].is_issue) ++network_.without;
      if (keep) kept.push_back(std::move(network_.nodes[i]));
    }
    network_.nodes = std::move(kept);
    for (Edge& edge : network_.edges) {
      edge.source = place[edge.source];
      edge.target = place[edge.target];
    }
  }

  const Matrix& matrix_;
  Network network_;
};

}  // namespace

std::optional<NetworkKind> parse_network_kind(std::string_view name) { return kinds.value(name); }
std::string_view name_of(NetworkKind kind) { return kinds.name(kind); }
std::string_view meaning_of(NetworkKind kind) { return kinds.meaning(kind); }
std::vector<std::string> network_kind_names() { return kinds.names(); }

std::optional<Normalisation> parse_normalisation(std::string_view name) { return normalisations.value(name); }
std::string_view name_of(Normalisation normalisation) { return normalisations.name(normalisation); }
std::vector<std::string> normalisation_names() { return normalisations.names(); }

double Network::total() const {
  double sum = 0;
  for (const Edge& edge : edges) sum += edge.weight;
  return sum;
}

Network build_network(const Matrix& matrix, const NetworkOptions& options) { return Builder(matrix, options).build(); }

}  // namespace demarche::position
