#include <algorithm>
#include <cmath>

#include "engine/base/render.hpp"
#include "engine/report/network.hpp"
#include "engine/report/padded.hpp"
#include "engine/report/wrapped.hpp"
#include "engine/report/xml_text.hpp"

namespace demarche::report {

namespace {

using position::Edge;
using position::Network;

constexpr std::size_t widest_name = 32;
constexpr std::size_t bar_width = 20;

std::string name_of_node(const position::Node& node) {
  const std::string title = one_line(node.title);
  return title == node.id || title.empty() ? node.id : node.id + " " + title;
}

// The heaviest first; of equals the one with more shared issues, then as they stand.
std::vector<Edge> by_weight(const Network& network) {
  std::vector<Edge> edges = network.edges;
  std::stable_sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
    if (a.weight != b.weight) return a.weight > b.weight;
    return a.shared > b.shared;
  });
  return edges;
}

std::string bar(double weight, double most, const TerminalOptions& options) {
  if (most <= 0) return "";
  const auto full = static_cast<std::size_t>(std::lround(std::fabs(weight) / most * bar_width));
  const std::string_view block = options.signs == Signs::unicode ? (weight < 0 ? "░" : "█") : (weight < 0 ? "-" : "#");
  std::string text;
  for (std::size_t i = 0; i < full; ++i) text += block;
  return text;
}

std::string isolates(const Network& network) {
  std::vector<bool> tied(network.nodes.size(), false);
  for (const Edge& edge : network.edges) tied[edge.source] = tied[edge.target] = true;
  std::string names;
  for (std::size_t i = 0; i < network.nodes.size(); ++i)
    if (!tied[i]) names += (names.empty() ? "" : ", ") + network.nodes[i].id;
  return names;
}

std::string left_padded(const std::string& text, std::size_t width) {
  return std::string(width > text.size() ? width - text.size() : 0, ' ') + text;
}

std::string table(const Network& network, const TerminalOptions& options, std::size_t shown) {
  const auto edges = by_weight(network);
  std::size_t first = 6;
  std::size_t second = 6;
  std::size_t weight = 6;
  double most = 0;
  const std::size_t count = std::min(shown, edges.size());
  for (std::size_t i = 0; i < count; ++i) {
    first = std::max(first, std::min(widest_name, display_width(name_of_node(network.nodes[edges[i].source]))));
    second = std::max(second, std::min(widest_name, display_width(name_of_node(network.nodes[edges[i].target]))));
    weight = std::max(weight, weight_text(edges[i].weight).size());
    most = std::max(most, std::fabs(edges[i].weight));
  }
  std::string out = padded("", first) + "  " + padded("", second) + "  " + left_padded("weight", weight) + "  shared\n";
  for (std::size_t i = 0; i < count; ++i) {
    std::string line = padded(name_of_node(network.nodes[edges[i].source]), first) + "  " +
                       padded(name_of_node(network.nodes[edges[i].target]), second) + "  " +
                       left_padded(weight_text(edges[i].weight), weight) + "  " +
                       left_padded(std::to_string(edges[i].shared), 6) + "  " + bar(edges[i].weight, most, options);
    while (line.ends_with(' ')) line.pop_back();
    out += line + "\n";
  }
  if (count < edges.size())
    out += "... and " + std::to_string(edges.size() - count) + " more; --format csv has all of them\n";
  return out;
}

}  // namespace

std::string network_terminal(const Network& network, const position::Options& options, const Provenance& provenance,
                             const TerminalOptions& terminal, std::size_t shown) {
  std::string out =
      kind_text(network.options) + ": " + std::string(position::meaning_of(network.options.kind)) + "\n\n";
  out += network.edges.empty() ? "no ties\n" : table(network, terminal, shown);
  if (network.left_out > 0)
    out += "\n" + std::to_string(network.left_out) + (network.left_out == 1 ? " tie is" : " ties are") +
           " under the threshold\n";
  if (const std::string alone = isolates(network); !alone.empty())
    out += "\n" + wrapped("without a tie: " + alone, terminal.width, 0);
  return out + "\n" + wrapped(provenance_line(provenance, options), terminal.width, 0);
}

}  // namespace demarche::report
