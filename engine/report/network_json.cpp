#include "engine/report/json_parts.hpp"
#include "engine/report/network.hpp"

namespace demarche::report {

std::string network_json(const position::Network& network, const position::Options& options,
                         const Provenance& provenance) {
  const auto& wanted = network.options;
  const auto [positive, negative] = parts_of(wanted.kind);
  Json json{{"provenance", json_provenance(provenance, options)},
            {"kind", position::name_of(wanted.kind)},
            {"meaning", position::meaning_of(wanted.kind)},
            {"normalisation", position::name_of(wanted.normalisation)},
            {"min", json_number(wanted.min)},
            {"min_shared", wanted.min_shared},
            {"own", wanted.own},
            {"under_the_threshold", network.left_out},
            {"actors_left_out", network.without}};
  json["nodes"] = Json::array();
  for (const auto& node : network.nodes)
    json["nodes"].push_back({{"id", node.id},
                             {"label", node.title},
                             {"mode", node.is_issue ? "issue" : "actor"},
                             {"statements", json_number(node.statements)},
                             {"positions", node.positions},
                             {"supports", node.supports},
                             {"opposes", node.opposes}});
  json["edges"] = Json::array();
  for (const auto& edge : network.edges)
    json["edges"].push_back({{"source", network.nodes[edge.source].id},
                             {"target", network.nodes[edge.target].id},
                             {"weight", json_number(edge.weight)},
                             {"shared", edge.shared},
                             {positive, json_number(edge.positive)},
                             {negative, json_number(edge.negative)}});
  return json_dump(json);
}

}  // namespace demarche::report
