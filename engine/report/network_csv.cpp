#include "engine/report/matrix_csv.hpp"
#include "engine/report/network.hpp"

namespace demarche::report {

std::string network_edges_csv(const position::Network& network) {
  const auto [positive, negative] = parts_of(network.options.kind);
  std::string out = "source,target,weight,shared,";
  out.append(positive).append(",").append(negative).append(",type\n");
  for (const auto& edge : network.edges)
    out += csv_field(network.nodes[edge.source].id) + "," + csv_field(network.nodes[edge.target].id) + "," +
           weight_text(edge.weight) + "," + std::to_string(edge.shared) + "," + weight_text(edge.positive) + "," +
           weight_text(edge.negative) + ",Undirected\n";
  return out;
}

std::string network_nodes_csv(const position::Network& network) {
  std::string out = "id,label,mode,statements,positions,supports,opposes\n";
  for (const auto& node : network.nodes)
    out += csv_field(node.id) + "," + csv_field(node.title) + "," + (node.is_issue ? "issue" : "actor") + "," +
           weight_text(node.statements) + "," + std::to_string(node.positions) + "," + std::to_string(node.supports) +
           "," + std::to_string(node.opposes) + "\n";
  return out;
}

}  // namespace demarche::report
