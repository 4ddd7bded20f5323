#pragma once
#include <string>
#include <string_view>
#include <utility>

#include "engine/position/network.hpp"
#include "engine/report/matrix_terminal.hpp"
#include "engine/report/provenance.hpp"

// A network in the formats of `demarche network`. docs/comparisons.md names their fields. `options` are those of the
// matrix it was made from.
namespace demarche::report {

// GraphML with typed keys: nodes with their name, mode and counts, edges with weight and number of shared issues; where
// it comes from is data of the graph. Opens in Gephi, visone, igraph and networkx.
std::string network_graphml(const position::Network& network, const position::Options& options,
                            const Provenance& provenance);
// source,target,weight,shared,... with the ids of the nodes; Gephi's "edges table".
std::string network_edges_csv(const position::Network& network);
// id,label,...; Gephi's "nodes table".
std::string network_nodes_csv(const position::Network& network);
std::string network_json(const position::Network& network, const position::Options& options,
                         const Provenance& provenance);
// The heaviest ties, how many there are in all, and the actors without any.
std::string network_terminal(const position::Network& network, const position::Options& options,
                             const Provenance& provenance, const TerminalOptions& terminal, std::size_t shown);

// A weight with at most four digits behind the point.
std::string weight_text(double weight);
// What the two numbers behind a weight are: "agreed" and "missed", "congruence" and "conflict", "for" and "against".
std::pair<std::string_view, std::string_view> parts_of(position::NetworkKind kind);
// "agreement", "congruence by cosine"
std::string kind_text(const position::NetworkOptions& options);

}  // namespace demarche::report
