#include "engine/report/network.hpp"
#include "engine/report/xml_text.hpp"

namespace demarche::report {

namespace {

using position::Edge;
using position::Network;
using position::Node;

std::string key(std::string_view id, std::string_view of, std::string_view name, std::string_view type) {
  return "  <key id=\"" + std::string(id) + "\" for=\"" + std::string(of) + "\" attr.name=\"" + std::string(name) +
         "\" attr.type=\"" + std::string(type) + "\"/>\n";
}

std::string data(std::string_view id, const std::string& value) {
  return "<data key=\"" + std::string(id) + "\">" + xml_text(value) + "</data>";
}

std::string keys(const Network& network) {
  const auto [positive, negative] = parts_of(network.options.kind);
  // "label" and "weight" are the names that Gephi takes as such.
  return key("kind", "graph", "kind", "string") + key("meaning", "graph", "meaning", "string") +
         key("normalisation", "graph", "normalisation", "string") + key("min", "graph", "min", "double") +
         key("min_shared", "graph", "min_shared", "int") + key("provenance", "graph", "provenance", "string") +
         key("label", "node", "label", "string") + key("mode", "node", "mode", "string") +
         key("statements", "node", "statements", "double") + key("positions", "node", "positions", "int") +
         key("supports", "node", "supports", "int") + key("opposes", "node", "opposes", "int") +
         key("weight", "edge", "weight", "double") + key("shared", "edge", "shared", "int") +
         key("positive", "edge", positive, "double") + key("negative", "edge", negative, "double");
}

std::string node_xml(const Node& node) {
  return "    <node id=\"" + xml_text(node.id) + "\">" + data("label", node.title) +
         data("mode", node.is_issue ? "issue" : "actor") + data("statements", weight_text(node.statements)) +
         data("positions", std::to_string(node.positions)) + data("supports", std::to_string(node.supports)) +
         data("opposes", std::to_string(node.opposes)) + "</node>\n";
}

std::string edge_xml(const Network& network, std::size_t number) {
  const Edge& edge = network.edges[number];
  return "    <edge id=\"e" + std::to_string(number) + "\" source=\"" + xml_text(network.nodes[edge.source].id) +
         "\" target=\"" + xml_text(network.nodes[edge.target].id) + "\">" + data("weight", weight_text(edge.weight)) +
         data("shared", std::to_string(edge.shared)) + data("positive", weight_text(edge.positive)) +
         data("negative", weight_text(edge.negative)) + "</edge>\n";
}

}  // namespace

std::string network_graphml(const Network& network, const position::Options& options, const Provenance& provenance) {
  const auto& wanted = network.options;
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
      "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
      "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n" +
      keys(network) + "  <graph id=\"G\" edgedefault=\"undirected\">\n";
  out += "    " + data("kind", std::string(position::name_of(wanted.kind))) + "\n";
  out += "    " + data("meaning", std::string(position::meaning_of(wanted.kind))) + "\n";
  out += "    " + data("normalisation", std::string(position::name_of(wanted.normalisation))) + "\n";
  out += "    " + data("min", weight_text(wanted.min)) + "\n";
  out += "    " + data("min_shared", std::to_string(wanted.min_shared)) + "\n";
  out += "    " + data("provenance", provenance_line(provenance, options)) + "\n";
  for (const Node& node : network.nodes) out += node_xml(node);
  for (std::size_t i = 0; i < network.edges.size(); ++i) out += edge_xml(network, i);
  return out + "  </graph>\n</graphml>\n";
}

}  // namespace demarche::report
