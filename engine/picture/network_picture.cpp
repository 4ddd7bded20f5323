#include "engine/picture/network_picture.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/picture/frame.hpp"
#include "engine/picture/layout.hpp"
#include "engine/picture/measure.hpp"
#include "engine/report/network.hpp"

namespace demarche::picture {

namespace {

using position::Edge;
using position::Network;
using position::NetworkKind;
using position::Node;

constexpr std::size_t most_nodes = 120;
constexpr std::size_t most_names = 30;  // with more nodes, actors are shown by their ids
constexpr double widest_name = 150;
constexpr double name_size = 15;
constexpr double line_height = 18;
constexpr std::size_t most_lines = 2;  // of a name
constexpr double most_stretch = 3;
constexpr double thinnest = 1.5;
constexpr double thickest = 7;

enum class Tie { together, between, against };

// What the legend says of a tie, by the kind of network.
struct TieKey {
  Tie tie;
  const char* agreement;
  const char* two_mode;
  const char* counted;
  std::string Theme::*colour;
  Key::Shape shape;
};
constexpr TieKey tie_keys[] = {
    {Tie::together, "agree on more than 60%", "supports", "the same direction", &Theme::tie_for, Key::Shape::line},
    {Tie::between, "agree on 40 to 60%", "both", "either direction", &Theme::tie_mixed, Key::Shape::dots},
    {Tie::against, "agree on less than 40%", "opposes", "opposite directions", &Theme::tie_against, Key::Shape::dashes},
};

class Drawing {
 public:
  Drawing(const Network& network, const Style& style)
      : network_(network), style_(style), theme_(theme(style.dark)), svg_(theme_) {}

  Picture draw() && {
    if (network_.nodes.empty()) return refuse("there are no positions to draw");
    if (network_.nodes.size() > most_nodes)
      return refuse(std::to_string(network_.nodes.size()) + " actors are more than a picture can show (" +
                    std::to_string(most_nodes) + "); name some of them, or take only strong ties with --min");
    choose_nodes();
    if (!lay_out(spots_, springs())) return refuse("the layout of the network failed");
    const std::string title = title_of();
    double y = draw_head(svg_, theme_, style_, title, subtitle());
    y = place(y);
    // What stands out lies on top.
    for (const Tie tie : {Tie::between, Tie::against, Tie::together})
      for (const Edge& edge : network_.edges)
        if (tie_of(edge) == tie) draw_edge(edge);
    for (std::size_t i = 0; i < shown_.size(); ++i) draw_node(i);
    y = draw_isolates(y);
    const double height = draw_foot(svg_, theme_, style_, y, keys());
    return std::move(svg_).finish(style_.width, height, style_.title.empty() ? title : style_.title,
                                  "A network of " + std::to_string(shown_.size()) + " nodes and " +
                                      std::to_string(network_.edges.size()) + " ties.");
  }

 private:
  void choose_nodes() {
    std::vector<bool> tied(network_.nodes.size(), false);
    for (const Edge& edge : network_.edges) {
      tied[edge.source] = tied[edge.target] = true;
      heaviest_ = std::max(heaviest_, std::fabs(edge.weight));
      most_shared_ = std::max(most_shared_, edge.shared);
    }
    spot_of_.resize(network_.nodes.size());
    for (std::size_t i = 0; i < network_.nodes.size(); ++i) {
      if (!tied[i]) {
        alone_.push_back(i);
        continue;
      }
      spot_of_[i] = shown_.size();
      shown_.push_back(i);
      names_.push_back(lines_within(name_of(i), widest_name, name_size, most_lines, true));
      double width = 0;
      for (const auto& line : names_.back()) width = std::max(width, text_width(line, name_size, true));
      spots_.push_back({width + 24, static_cast<double>(names_.back().size()) * line_height + 14});
    }
  }

  std::string name_of(std::size_t node) const {
    const Node& one = network_.nodes[node];
    const bool by_id = network_.nodes.size() > most_names && !one.is_issue;
    return by_id || one.title.empty() ? one.id : one.title;
  }

  // What a tie means, whatever its kind.
  Tie tie_of(const Edge& edge) const {
    switch (network_.options.kind) {
      case NetworkKind::agreement:
        return edge.weight > 0.6 ? Tie::together : edge.weight < 0.4 ? Tie::against : Tie::between;
      case NetworkKind::conflict:
        return Tie::against;
      case NetworkKind::subtract:
        return edge.weight > 0 ? Tie::together : Tie::against;
      case NetworkKind::two_mode:
        return edge.negative <= 0 ? Tie::together : edge.positive <= 0 ? Tie::against : Tie::between;
      case NetworkKind::congruence:
        return Tie::together;
      case NetworkKind::cooccurrence:
        break;
    }
    return Tie::between;
  }

  std::vector<Spring> springs() const {
    std::vector<Spring> springs;
    for (const Edge& edge : network_.edges) {
      const double share = heaviest_ > 0 ? edge.weight / heaviest_ : 0;
      const bool is_agreement = network_.options.kind == NetworkKind::agreement;
      const double length = is_agreement                                     ? 0.8 + 2.2 * (1 - edge.weight)
                            : network_.options.kind == NetworkKind::subtract ? 1.9 - 1.1 * share
                                                                             : 0.8 + 1.4 * (1 - std::fabs(share));
      springs.push_back({spot_of_[edge.source], spot_of_[edge.target], length,
                         is_agreement ? static_cast<double>(edge.shared) : 1.0});
    }
    return springs;
  }

  // Stretches the places to the width and to a pleasant height; what is too wide is made smaller as a whole. Stretching
  // places, and not nodes, never makes nodes overlap. Gives the y below.
  double place(double y) {
    double half_width = 0, half_height = 0;  // with the nodes
    for (const Spot& spot : spots_) {
      half_width = std::max(half_width, std::fabs(spot.x) + spot.width / 2);
      half_height = std::max(half_height, std::fabs(spot.y) + spot.height / 2);
    }
    const double room = style_.width / 2 - margin;
    scale_ = std::min(1.0, room / std::max(half_width, 1.0));
    const double tall =
        std::max(half_height * scale_, std::min(room * 0.42, 34.0 * static_cast<double>(spots_.size())));
    double stretch_x = most_stretch, stretch_y = most_stretch;
    for (const Spot& spot : spots_) {
      stretch_x = std::min(stretch_x, (room - spot.width * scale_ / 2) / std::max(std::fabs(spot.x), 1e-6));
      stretch_y = std::min(stretch_y, (tall - spot.height * scale_ / 2) / std::max(std::fabs(spot.y), 1e-6));
    }
    double top = 0, bottom = 0;
    for (Spot& spot : spots_) {
      spot.x = style_.width / 2 + spot.x * std::max(stretch_x, scale_);
      spot.y *= std::max(stretch_y, scale_);
      top = std::min(top, spot.y - spot.height * scale_ / 2);
      bottom = std::max(bottom, spot.y + spot.height * scale_ / 2);
    }
    for (Spot& spot : spots_) spot.y += y - top;
    top_ = y - 8;
    bottom_ = y + bottom - top + 8;
    return bottom_;
  }

  void draw_edge(const Edge& edge) {
    const Tie tie = tie_of(edge);
    const bool by_shared = network_.options.kind == NetworkKind::agreement;
    const double share = by_shared ? static_cast<double>(edge.shared) / std::max(1u, most_shared_)
                                   : std::fabs(edge.weight) / std::max(heaviest_, 1e-9);
    LineStyle style{colour_of(tie), thinnest + (thickest - thinnest) * share * scale_, "", 0.85};
    if (tie == Tie::against) style.dash = "9 6";
    if (tie == Tie::between) {
      style.dash = "2 5";
      style.width = std::min(style.width, 4.0);
      style.opacity = 0.65;
    }
    svg_.polyline(way(edge), style);
  }

  // A straight line, or where that runs through other nodes the flattest bend that runs through the fewest.
  std::vector<double> way(const Edge& edge) const {
    std::vector<double> best;
    std::size_t fewest = std::numeric_limits<std::size_t>::max();
    for (const double bend : {0.0, 0.12, -0.12, 0.22, -0.22, 0.34, -0.34}) {
      const auto points = curve(spots_[spot_of_[edge.source]], spots_[spot_of_[edge.target]], bend);
      const std::size_t hits = nodes_on(points, edge) + (leaves(points) ? spots_.size() : 0);
      if (hits >= fewest) continue;
      fewest = hits;
      best = points;
      if (hits == 0) break;
    }
    return best;
  }

  // A quadratic curve between the middles, whose highest point lies `bend` of its length beside the straight line.
  static std::vector<double> curve(const Spot& from, const Spot& to, double bend) {
    if (bend == 0) return {from.x, from.y, to.x, to.y};
    const double x = (from.x + to.x) / 2 - 2 * bend * (to.y - from.y);
    const double y = (from.y + to.y) / 2 + 2 * bend * (to.x - from.x);
    constexpr int pieces = 24;
    std::vector<double> points;
    for (int i = 0; i <= pieces; ++i) {
      const double t = static_cast<double>(i) / pieces;
      points.push_back((1 - t) * (1 - t) * from.x + 2 * t * (1 - t) * x + t * t * to.x);
      points.push_back((1 - t) * (1 - t) * from.y + 2 * t * (1 - t) * y + t * t * to.y);
    }
    return points;
  }

  // Whether a line runs over what stands around the network.
  bool leaves(const std::vector<double>& points) const {
    for (std::size_t i = 0; i < points.size(); i += 2)
      if (points[i] < margin / 2 || points[i] > style_.width - margin / 2 || points[i + 1] < top_ ||
          points[i + 1] > bottom_)
        return true;
    return false;
  }

  std::size_t nodes_on(const std::vector<double>& points, const Edge& edge) const {
    constexpr double near = 5;  // pixels
    std::size_t hits = 0;
    for (std::size_t i = 0; i < spots_.size(); ++i) {
      if (i == spot_of_[edge.source] || i == spot_of_[edge.target]) continue;
      const double half_width = spots_[i].width * scale_ / 2 + near;
      const double half_height = spots_[i].height * scale_ / 2 + near;
      bool hit = false;
      for (std::size_t k = 0; k + 3 < points.size() && !hit; k += 2)
        for (int step = 0; step <= 40 && !hit; ++step) {
          const double t = step / 40.0;
          hit = std::fabs((1 - t) * points[k] + t * points[k + 2] - spots_[i].x) < half_width &&
                std::fabs((1 - t) * points[k + 1] + t * points[k + 3] - spots_[i].y) < half_height;
        }
      if (hit) ++hits;
    }
    return hits;
  }

  const std::string& colour_of(Tie tie) const {
    return tie == Tie::together ? theme_.tie_for : tie == Tie::against ? theme_.tie_against : theme_.tie_mixed;
  }

  void draw_node(std::size_t number) {
    const Spot& spot = spots_[number];
    const Node& node = network_.nodes[shown_[number]];
    const Paint paint =
        node.is_issue ? Paint{theme_.ink, "", theme_.paper} : Paint{theme_.paper, theme_.ink, theme_.ink};
    const double width = spot.width * scale_;
    const double height = spot.height * scale_;
    svg_.rect(spot.x - width / 2, spot.y - height / 2, width, height, paint, node.is_issue ? 0 : 16 * scale_);
    const auto& lines = names_[number];
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const double line = static_cast<double>(i) - static_cast<double>(lines.size() - 1) / 2;
      svg_.text(spot.x, spot.y + (line * line_height + name_size * 0.36) * scale_, lines[i],
                {name_size * scale_, paint.ink, Anchor::middle, true});
    }
  }

  double draw_isolates(double y) {
    if (alone_.empty()) return y;
    std::string names;
    for (const std::size_t node : alone_) names += (names.empty() ? "Without a tie: " : ", ") + name_of(node);
    y += 14;
    for (const auto& line : lines_within(names, style_.width - 2 * margin, 14, 4)) {
      y += 20;
      svg_.text(margin, y - 4, line, {14, theme_.soft});
    }
    return y;
  }

  std::string title_of() const {
    switch (network_.options.kind) {
      case NetworkKind::agreement:
        return "Who agrees with whom";
      case NetworkKind::congruence:
        return "Who says the same as whom";
      case NetworkKind::conflict:
        return "Who contradicts whom";
      case NetworkKind::subtract:
        return "Who says the same as whom, less who contradicts whom";
      case NetworkKind::cooccurrence:
        return "Who speaks on the same issues as whom";
      case NetworkKind::two_mode:
        return "Who takes which side";
    }
    return "";
  }

  std::string subtitle() const {
    std::string text(position::meaning_of(network_.options.kind));
    if (network_.options.normalisation != position::Normalisation::none)
      text += ", divided by " + std::string(position::name_of(network_.options.normalisation));
    if (network_.options.min > 0) text += ", from " + report::weight_text(network_.options.min);
    if (network_.options.min_shared > 1)
      text += ", at least " + std::to_string(network_.options.min_shared) + " shared issues";
    if (network_.left_out > 0) text += "; " + std::to_string(network_.left_out) + " weaker ties left out";
    return text;
  }

  std::vector<Key> keys() const {
    std::vector<Key> keys;
    const NetworkKind kind = network_.options.kind;
    const bool agreement = kind == NetworkKind::agreement;
    const bool two_mode = kind == NetworkKind::two_mode;
    for (const TieKey& key : tie_keys) {
      const auto& edges = network_.edges;
      const bool drawn =
          std::any_of(edges.begin(), edges.end(), [&](const Edge& edge) { return tie_of(edge) == key.tie; });
      const char* text = agreement ? key.agreement : two_mode ? key.two_mode : key.counted;
      if (drawn) keys.push_back({text, {theme_.*key.colour, "", ""}, "", key.shape});
    }
    if (two_mode) {
      keys.push_back({"actor", {theme_.paper, theme_.ink, ""}, "", Key::Shape::round});
      keys.push_back({"issue", {theme_.ink, "", ""}, "", Key::Shape::square});
    }
    if (!network_.edges.empty())
      keys.push_back({agreement ? "thicker: more shared issues, at most " + std::to_string(most_shared_)
                                : "thicker: more, at most " + report::weight_text(heaviest_),
                      {theme_.soft, "", ""},
                      "",
                      Key::Shape::line});
    return keys;
  }

  const Network& network_;
  const Style& style_;
  const Theme& theme_;
  Svg svg_;
  std::vector<std::size_t> shown_;    // nodes with a tie
  std::vector<std::size_t> alone_;    // nodes without
  std::vector<std::size_t> spot_of_;  // of a node, into spots_
  std::vector<Spot> spots_;
  std::vector<std::vector<std::string>> names_;  // of spots_, in lines
  double heaviest_ = 0;
  std::uint32_t most_shared_ = 0;
  double scale_ = 1;
  double top_ = 0;  // of the network, with a little room
  double bottom_ = 0;
};

}  // namespace

Picture network_picture(const Network& network, const Style& style) { return Drawing(network, style).draw(); }

}  // namespace demarche::picture
