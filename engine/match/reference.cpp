#include "engine/match/reference.hpp"

#include <algorithm>

namespace demarche::match {

namespace {

using program::Node;
using Ends = std::set<std::uint32_t>;

struct Reference {
  const Tokens& tokens;
  const Chart& chart;
  const text::Vocabulary& vocabulary;
  std::uint32_t begin;

  bool is_word(const Node& node, std::uint32_t at) const {
    if (at >= tokens.size || tokens[at].word == text::unknown_word) return false;
    if (node.word_case == program::WordCase::capitalised && !tokens[at].has(text::Token::capitalised)) return false;
    return std::find(node.forms.begin(), node.forms.end(), vocabulary.text(tokens[at].word)) != node.forms.end();
  }

  Ends ends(const Node& node, std::uint32_t at) const {
    Ends out;
    switch (node.kind) {
      case Node::Kind::word:
        for (std::uint32_t place : openings(tokens, chart, begin, at))
          if (is_word(node, place)) out.insert(place + 1);
        break;
      case Node::Kind::sequence:
        return sequence(node, 0, at);
      case Node::Kind::choice:
        for (const Node& child : node.children) out.merge(ends(child, at));
        break;
      case Node::Kind::optional:
        out = ends(node.children.at(0), at);
        out.insert(at);
        break;
      case Node::Kind::gap:
        out.insert(at);
        for (std::uint32_t i = 0; i < node.limit && at + i < tokens.size && !chart.stops_gap(at + i); ++i)
          out.insert(at + i + 1);
        break;
      case Node::Kind::not_here:
        if (reference_ends(node.children.at(0), tokens, chart, vocabulary, at).empty()) out.insert(at);
        break;
      default:
        for (std::uint32_t place : openings(tokens, chart, begin, at)) {
          std::vector<Hit> hits;
          chart.hits(node, place, hits);
          for (const Hit& hit : hits) out.insert(hit.end);
        }
    }
    return out;
  }

  Ends sequence(const Node& node, std::size_t child, std::uint32_t at) const {
    if (child == node.children.size()) return {at};
    Ends out;
    for (std::uint32_t place : ends(node.children[child], at)) out.merge(sequence(node, child + 1, place));
    return out;
  }
};

}  // namespace

std::set<std::uint32_t> openings(const Tokens& tokens, const Chart& chart, std::uint32_t begin, std::uint32_t at) {
  Ends open{at};
  Ends all;
  while (!open.empty()) {
    std::uint32_t place = *open.begin();
    open.erase(open.begin());
    if (!all.insert(place).second || place >= tokens.size || place == begin) continue;
    if (chart.is_transparent(place)) open.insert(place + 1);
    if (std::uint32_t sibling = chart.skippable_sibling(place); sibling && place + sibling <= tokens.size)
      open.insert(place + sibling);
  }
  return all;
}

std::set<std::uint32_t> reference_ends(const program::Node& node, const Tokens& tokens, const Chart& chart,
                                       const text::Vocabulary& vocabulary, std::uint32_t begin) {
  return Reference{tokens, chart, vocabulary, begin}.ends(node, begin);
}

}  // namespace demarche::match
