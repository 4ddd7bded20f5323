#include "dsl/lint/cover.hpp"

#include <algorithm>
#include <functional>

namespace demarche::dsl::linting {

namespace {
using program::Node;
using Kind = Node::Kind;

// Multiplies the ways found so far with those through one more node; false when there are too many.
bool extend(std::vector<Way>& ways, const Node& node, std::size_t most) {
  switch (node.kind) {
    case Kind::sequence:
      return std::all_of(node.children.begin(), node.children.end(),
                         [&](const Node& child) { return extend(ways, child, most); });
    case Kind::choice: {
      std::vector<Way> all;
      for (const auto& child : node.children) {
        auto through = ways;
        if (!extend(through, child, most)) return false;
        std::move(through.begin(), through.end(), std::back_inserter(all));
        if (all.size() > most) return false;
      }
      ways = std::move(all);
      return true;
    }
    case Kind::optional: {
      auto through = ways;
      if (!extend(through, node.children[0], most)) return false;
      std::move(through.begin(), through.end(), std::back_inserter(ways));
      return ways.size() <= most;
    }
    default:
      for (auto& way : ways) way.push_back(&node);
      return true;
  }
}

bool is_everybody(const program::ActorClass& actors) {
  return actors.ids.empty() && actors.in.empty() && actors.outside.empty();
}

bool covers_atom(const Node& general, const Node& special) {
  if (general.kind != special.kind) return false;
  switch (general.kind) {
    case Kind::word:
      return (general.word_case == program::WordCase::any || general.word_case == special.word_case) &&
             std::includes(general.forms.begin(), general.forms.end(), special.forms.begin(), special.forms.end());
    case Kind::gap:
      return general.limit >= special.limit;
    case Kind::actor:
      return general.possessive == special.possessive &&
             (is_everybody(general.actors) || general.actors == special.actors);
    default:
      return general == special;
  }
}

// Matches a way from one of its places on, then whatever is to follow.
class Matcher {
 public:
  explicit Matcher(const Way& way) : way_(way) {}

  using Rest = std::function<bool(std::size_t)>;

  bool match(const Node& node, std::size_t at, const Rest& rest) {
    if (++steps_ > most_steps) return false;
    switch (node.kind) {
      case Kind::sequence:
        return sequence(node, 0, at, rest);
      case Kind::choice:
        return std::any_of(node.children.begin(), node.children.end(),
                           [&](const Node& child) { return match(child, at, rest); });
      case Kind::optional:
        return match(node.children[0], at, rest) || rest(at);
      default:
        return leaf(node, at, rest);
    }
  }

  // What only forbids something makes the special pattern more special still.
  bool at_end(std::size_t at) const {
    return std::all_of(way_.begin() + static_cast<std::ptrdiff_t>(at), way_.end(),
                       [](const Node* node) { return node->kind == Kind::not_here; });
  }

 private:
  static constexpr std::size_t most_steps = 20000;

  bool sequence(const Node& node, std::size_t child, std::size_t at, const Rest& rest) {
    if (child == node.children.size()) return rest(at);
    return match(node.children[child], at, [&](std::size_t next) { return sequence(node, child + 1, next, rest); });
  }

  bool leaf(const Node& node, std::size_t at, const Rest& rest) {
    if (at < way_.size() && covers_atom(node, *way_[at]) && rest(at + 1)) return true;
    if (at < way_.size() && way_[at]->kind == Kind::not_here && leaf(node, at + 1, rest)) return true;
    return node.kind == Kind::gap && rest(at);
  }

  const Way& way_;
  std::size_t steps_ = 0;
};
}  // namespace

std::optional<std::vector<Way>> ways_of(const Node& pattern, std::size_t most) {
  std::vector<Way> ways(1);
  if (!extend(ways, pattern, most)) return std::nullopt;
  return ways;
}

bool covers(const Node& general, const std::vector<Way>& ways) {
  return std::all_of(ways.begin(), ways.end(), [&](const Way& way) {
    Matcher matcher(way);
    return matcher.match(general, 0, [&](std::size_t at) { return matcher.at_end(at); });
  });
}

}  // namespace demarche::dsl::linting
