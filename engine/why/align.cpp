#include "engine/why/align.hpp"

#include <algorithm>

#include "engine/why/written.hpp"

namespace demarche::why {

namespace {

using program::Node;
using State = std::uint32_t;

// A pattern as a graph: each state consumes one element, passes freely, or ends.
struct Graph {
  enum class Op : std::uint8_t { element, gap, avoid, pass, end };
  struct Point {
    Op op = Op::pass;
    const Node* node = nullptr;
    std::vector<State> next;  // element, gap, avoid: one; pass: any number
  };
  std::vector<Point> points;
  State start = 0;

  explicit Graph(const Node& root) {
    points.push_back({Op::end, nullptr, {}});
    start = add(root, 0);
  }

 private:
  State put(Op op, const Node* node, std::vector<State> next) {
    points.push_back({op, node, std::move(next)});
    return static_cast<State>(points.size() - 1);
  }

  // Builds from the end to the beginning.
  State add(const Node& node, State after) {
    switch (node.kind) {
      case Node::Kind::sequence: {
        State at = after;
        for (std::size_t i = node.children.size(); i-- > 0;) at = add(node.children[i], at);
        return at;
      }
      case Node::Kind::choice: {
        // A list of single words is one element: what it lacks is another word.
        const bool words = std::all_of(node.children.begin(), node.children.end(),
                                       [](const Node& child) { return child.kind == Node::Kind::word; });
        if (words) return put(Op::element, &node, {after});
        std::vector<State> ways;
        for (const Node& child : node.children) ways.push_back(add(child, after));
        return put(Op::pass, nullptr, std::move(ways));
      }
      case Node::Kind::optional: {
        const State way = add(node.children.at(0), after);
        return put(Op::pass, nullptr, {way, after});
      }
      case Node::Kind::gap:
        return put(Op::gap, &node, {after});
      case Node::Kind::not_here:
        return put(Op::avoid, &node, {after});
      default:
        return put(Op::element, &node, {after});
    }
  }
};

bool accepts(const Node& word, const Seen& seen, std::uint32_t t) {
  if (word.word_case == program::WordCase::capitalised && !seen.view.tokens[t].has(text::Token::capitalised))
    return false;
  return std::binary_search(word.forms.begin(), word.forms.end(), seen.words[t]);
}

bool is_function_element(const Node& node) {
  if (node.kind == Node::Kind::word)
    return std::all_of(node.forms.begin(), node.forms.end(),
                       [](const std::string& form) { return is_function_word(form); });
  if (node.kind == Node::Kind::choice)
    return std::all_of(node.children.begin(), node.children.end(), is_function_element);
  return node.kind == Node::Kind::slot && node.slot == program::Slot::degree;
}

// "sanctions" and "sanctioned": another form of the same word, as far as the eye can tell.
bool looks_alike(const Node& node, const std::string& word) {
  constexpr std::size_t shortest = 4;
  if (word.size() < shortest) return false;
  if (node.kind == Node::Kind::choice)
    return std::any_of(node.children.begin(), node.children.end(),
                       [&word](const Node& child) { return looks_alike(child, word); });
  return std::any_of(node.forms.begin(), node.forms.end(), [&word](const std::string& form) {
    const auto [a, b] = std::mismatch(form.begin(), form.end(), word.begin(), word.end());
    const auto common = static_cast<std::size_t>(a - form.begin());
    return common >= shortest && common * 3 >= std::max(form.size(), word.size()) * 2;
  });
}

class Aligner {
 public:
  Aligner(const Node& root, const Seen& seen, const match::Chart& chart, std::uint32_t budget)
      : graph_(root), seen_(seen), chart_(chart), budget_(budget), size_(seen.view.size()) {
    nodes_.resize(graph_.points.size() * (size_ + 1));
    queue_.resize(budget + 1);
  }

  std::optional<Alignment> run() {
    for (std::uint32_t t = 0; t < size_; ++t) reach(graph_.start, t, 0, none, {});
    for (std::uint32_t cost = 0; cost <= budget_; ++cost)
      for (std::size_t i = 0; i < queue_[cost].size(); ++i) {
        const std::uint32_t at = queue_[cost][i];
        if (nodes_[at].done || nodes_[at].cost != cost) continue;
        nodes_[at].done = true;
        if (graph_.points[state_of(at)].op == Graph::Op::end) {
          Alignment found = trace(at);
          if (found.matched > 0) return found;
          continue;
        }
        expand(at);
      }
    return std::nullopt;
  }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  static constexpr std::uint32_t content = 2;
  enum class How : std::uint8_t { free, fits, skipped, other_word, not_there, extra, forbidden };
  struct Node_ {
    std::uint32_t cost = none;
    std::uint32_t from = none;
    How how = How::free;
    bool done = false;
  };

  State state_of(std::uint32_t at) const { return at / (size_ + 1); }
  std::uint32_t token_of(std::uint32_t at) const { return at % (size_ + 1); }

  void reach(State state, std::uint32_t token, std::uint32_t cost, std::uint32_t from, How how) {
    if (cost > budget_ || token > size_) return;
    const std::uint32_t at = state * (size_ + 1) + token;
    if (nodes_[at].cost <= cost) return;
    nodes_[at] = {cost, from, how, false};
    queue_[cost].push_back(at);
  }

  void expand(std::uint32_t at) {
    const Graph::Point& point = graph_.points[state_of(at)];
    const std::uint32_t t = token_of(at);
    const std::uint32_t cost = nodes_[at].cost;
    switch (point.op) {
      case Graph::Op::pass:
        for (State next : point.next) reach(next, t, cost, at, How::free);
        return;
      case Graph::Op::avoid: {
        const bool there = t < size_ && stands(point.node->children.at(0), t);
        return reach(point.next[0], t, cost + (there ? content : 0), at, there ? How::forbidden : How::free);
      }
      case Graph::Op::gap:
        reach(point.next[0], t, cost, at, How::free);
        if (t < size_ && !chart_.stops_gap(t)) reach(state_of(at), t + 1, cost, at, How::skipped);
        return;
      case Graph::Op::element:
        return meet(at, *point.node, point.next[0]);
      case Graph::Op::end:
        return;
    }
  }

  bool stands(const Node& node, std::uint32_t t) const {
    if (node.kind == Node::Kind::word) return accepts(node, seen_, t);
    if (node.kind == Node::Kind::choice || node.kind == Node::Kind::sequence) {
      if (node.children.empty()) return false;
      if (node.kind == Node::Kind::sequence) return stands(node.children.front(), t);
      return std::any_of(node.children.begin(), node.children.end(),
                         [&](const Node& child) { return stands(child, t); });
    }
    return false;
  }

  // Whether the pattern has begun: words before its first element cost nothing and are none of its own.
  bool has_begun(std::uint32_t at) const {
    for (std::uint32_t i = at; i != none; i = nodes_[i].from)
      if (nodes_[i].how != How::free) return true;
    return false;
  }

  void meet(std::uint32_t at, const Node& element, State next) {
    const std::uint32_t t = token_of(at);
    const std::uint32_t cost = nodes_[at].cost;
    const std::uint32_t weight = is_function_element(element) ? 1 : content;
    const bool is_word = element.kind == Node::Kind::word || element.kind == Node::Kind::choice;
    if (is_word) {
      if (t < size_ && stands(element, t)) reach(next, t + 1, cost, at, How::fits);
    } else {
      hits_.clear();
      chart_.hits(element, t, hits_);
      for (const match::Hit& hit : hits_) reach(next, hit.end, cost, at, How::fits);
    }
    reach(next, t, cost + (weight == content ? most_cost : weight), at, How::not_there);
    if (t >= size_) return;
    const bool transparent = chart_.is_transparent(t);
    const bool begun = has_begun(at);
    if (begun && transparent) reach(state_of(at), t + 1, cost, at, How::skipped);
    if (const std::uint32_t sibling = chart_.skippable_sibling(t); begun && sibling > 0)
      reach(state_of(at), t + sibling, cost, at, How::skipped);
    if (chart_.stops_gap(t) || seen_.view.tokens[t].has(text::Token::punctuation)) return;
    if (begun) reach(state_of(at), t + 1, cost + 1, at, How::extra);
    if (transparent) return;
    const bool alike = is_word && looks_alike(element, seen_.words[t]);
    const bool swapped = is_function_word(seen_, t) && weight == content;  // "of" stands for no noun
    reach(next, t + 1, cost + (alike ? 1 : swapped ? weight + 1 : weight), at, How::other_word);
  }

  Alignment trace(std::uint32_t last) const {
    std::vector<std::uint32_t> path;
    for (std::uint32_t at = last; at != none; at = nodes_[at].from) path.push_back(at);
    std::reverse(path.begin(), path.end());
    Alignment found;
    found.cost = nodes_[last].cost;
    found.begin = token_of(path.front());
    found.end = token_of(last);
    for (std::size_t i = 1; i < path.size(); ++i) {
      const std::uint32_t from = path[i - 1];
      const Node* element = graph_.points[state_of(from)].node;
      add_step(found, nodes_[path[i]].how, element, token_of(from), token_of(path[i]));
    }
    return found;
  }

  void add_step(Alignment& found, How how, const Node* element, std::uint32_t begin, std::uint32_t end) const {
    auto differs = [&](Difference::Kind kind) { found.differences.push_back({kind, element, begin, end}); };
    switch (how) {
      case How::fits:
        if (!is_function_element(*element)) ++found.matched;
        return;
      case How::other_word:
        return differs(Difference::Kind::other_word);
      case How::not_there:
        return differs(Difference::Kind::not_there);
      case How::forbidden:
        return differs(Difference::Kind::forbidden);
      case How::extra:
        if (!found.differences.empty() && found.differences.back().kind == Difference::Kind::extra_words &&
            found.differences.back().end == begin) {
          found.differences.back().end = end;
          return;
        }
        return differs(Difference::Kind::extra_words);
      case How::free:
      case How::skipped:
        return;
    }
  }

  Graph graph_;
  const Seen& seen_;
  const match::Chart& chart_;
  std::uint32_t budget_;
  std::uint32_t size_;
  std::vector<Node_> nodes_;
  std::vector<std::vector<std::uint32_t>> queue_;  // by cost
  std::vector<match::Hit> hits_;
};

}  // namespace

std::optional<Alignment> align(const program::Node& root, const Seen& seen, const match::Chart& chart,
                               std::uint32_t budget) {
  return Aligner(root, seen, chart, budget).run();
}

bool shares_word(const program::Node& root, const Words& words) {
  auto shared = [&words](const std::string& form) { return !is_function_word(form) && words.count(form) != 0; };
  if (std::any_of(root.forms.begin(), root.forms.end(), shared)) return true;
  return root.kind != Node::Kind::not_here &&
         std::any_of(root.children.begin(), root.children.end(),
                     [&words](const Node& child) { return shares_word(child, words); });
}

}  // namespace demarche::why
