#include "engine/picture/layout.hpp"

#include <graphviz/gvc.h>

#include <algorithm>
#include <charconv>
#include <deque>
#include <limits>
#include <string>

namespace demarche::picture {

namespace {

constexpr double pixels_per_inch = 72;
constexpr double gap = 14;    // pixels between nodes
constexpr double unit = 1.6;  // inches of a spring of length 1

std::string number(double value) {
  char buffer[64];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, 4).ptr;
  return std::string(buffer, end);
}

class Graph {
 public:
  Graph() : context_(gvContext()), graph_(agopen(text("g"), Agstrictundirected, nullptr)) {
    agseterr(AGMAX);  // what it would print on stderr
    for (const auto& [name, value] : {std::pair{"mode", "major"},
                                      {"start", "regular"},
                                      {"overlap", "prism"},
                                      {"splines", "none"},
                                      {"sep", "+8"},
                                      {"epsilon", "0.00001"},
                                      {"maxiter", "1000"}})
      agattr(graph_, AGRAPH, text(name), text(value));
    for (const auto& [name, value] :
         {std::pair{"shape", "box"}, {"fixedsize", "true"}, {"label", ""}, {"width", "1"}, {"height", "0.5"}})
      agattr(graph_, AGNODE, text(name), text(value));
    for (const auto& [name, value] : {std::pair{"len", "1"}, {"weight", "1"}})
      agattr(graph_, AGEDGE, text(name), text(value));
  }
  ~Graph() {
    if (laid_out_) gvFreeLayout(context_, graph_);
    agclose(graph_);
    gvFreeContext(context_);
  }
  Graph(const Graph&) = delete;
  Graph& operator=(const Graph&) = delete;

  void add(const Spot& spot) {
    Agnode_t* node = agnode(graph_, text("n" + std::to_string(nodes_.size())), 1);
    set(node, "width", (spot.width + gap) / pixels_per_inch);
    set(node, "height", (spot.height + gap) / pixels_per_inch);
    nodes_.push_back(node);
  }

  void add(const Spring& spring) {
    Agedge_t* edge = agedge(graph_, nodes_[spring.from], nodes_[spring.to], nullptr, 1);
    set(edge, "len", spring.length * unit);
    set(edge, "weight", spring.pull);
  }

  bool lay_out(std::vector<Spot>& spots) {
    laid_out_ = gvLayout(context_, graph_, "neato") == 0;
    for (std::size_t i = 0; laid_out_ && i < spots.size(); ++i) {
      spots[i].x = ND_coord(nodes_[i]).x;
      spots[i].y = -ND_coord(nodes_[i]).y;  // Graphviz counts upwards
    }
    return laid_out_;
  }

 private:
  // Its functions take char* and do not write to it.
  char* text(const std::string& value) {
    texts_.push_back(value);
    return texts_.back().data();
  }
  template <typename Object>
  void set(Object* object, const char* name, double value) {
    agset(object, text(name), text(number(value)));
  }

  std::deque<std::string> texts_;  // stay where they are
  GVC_t* context_;
  Agraph_t* graph_;
  std::vector<Agnode_t*> nodes_;
  bool laid_out_ = false;
};

void centre(std::vector<Spot>& spots) {
  double left = std::numeric_limits<double>::max(), right = std::numeric_limits<double>::lowest();
  double top = left, bottom = right;
  for (const Spot& spot : spots) {
    left = std::min(left, spot.x - spot.width / 2);
    right = std::max(right, spot.x + spot.width / 2);
    top = std::min(top, spot.y - spot.height / 2);
    bottom = std::max(bottom, spot.y + spot.height / 2);
  }
  for (Spot& spot : spots) {
    spot.x -= (left + right) / 2;
    spot.y -= (top + bottom) / 2;
  }
}

}  // namespace

bool lay_out(std::vector<Spot>& spots, const std::vector<Spring>& springs) {
  if (spots.empty()) return true;
  Graph graph;
  for (const Spot& spot : spots) graph.add(spot);
  for (const Spring& spring : springs) graph.add(spring);
  if (!graph.lay_out(spots)) return false;
  centre(spots);
  return true;
}

}  // namespace demarche::picture
