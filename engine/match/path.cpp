#include "engine/match/path.hpp"

#include <algorithm>
#include <map>

#include "engine/match/reference.hpp"

namespace demarche::match {

namespace {

using program::Node;
using Taken = std::vector<std::uint32_t>;
// Every place at which a match can end, with the ways taken to get there first.
using Ends = std::map<std::uint32_t, Taken>;

void keep_first(Ends& all, const Ends& more) {
  for (const auto& [end, taken] : more) all.try_emplace(end, taken);
}

Taken joined(const Taken& a, const Taken& b) {
  Taken out = a;
  out.insert(out.end(), b.begin(), b.end());
  return out;
}

struct Path {
  const Tokens& tokens;
  const Chart& chart;
  const text::Vocabulary& vocabulary;
  std::uint32_t begin;

  Ends word(const Node& node, std::uint32_t at) const {
    Ends out;
    for (std::uint32_t place : openings(tokens, chart, begin, at)) {
      if (place >= tokens.size || tokens[place].word == text::unknown_word) continue;
      if (node.word_case == program::WordCase::capitalised && !tokens[place].has(text::Token::capitalised)) continue;
      auto form = std::find(node.forms.begin(), node.forms.end(), vocabulary.text(tokens[place].word));
      if (form == node.forms.end()) continue;
      Taken taken;
      if (!node.form_alternatives.empty())
        taken = {node.form_alternatives[static_cast<std::size_t>(form - node.forms.begin())]};
      out.try_emplace(place + 1, std::move(taken));
    }
    return out;
  }

  Ends gap(const Node& node, std::uint32_t at) const {
    Ends out;
    out[at];
    for (std::uint32_t i = 0; i < node.limit && at + i < tokens.size && !chart.stops_gap(at + i); ++i) out[at + i + 1];
    return out;
  }

  Ends sequence(const Node& node, std::uint32_t at) const {
    Ends here;
    here[at];
    for (const Node& child : node.children) {
      Ends next;
      for (const auto& [place, taken] : here)
        for (const auto& [end, more] : ends(child, place)) next.try_emplace(end, joined(taken, more));
      here = std::move(next);
    }
    return here;
  }

  Ends span(const Node& node, std::uint32_t at) const {
    Ends out;
    for (std::uint32_t place : openings(tokens, chart, begin, at)) {
      std::vector<Hit> hits;
      chart.hits(node, place, hits);
      for (const Hit& hit : hits) out[hit.end];
    }
    return out;
  }

  // Words in a bracket that somebody says: the chart knows who speaks, the ways are taken inside.
  Ends said(const Node& node, std::uint32_t at) const {
    Ends out;
    for (std::uint32_t place : openings(tokens, chart, begin, at)) {
      std::vector<Hit> hits;
      chart.hits(node, place, hits);
      if (hits.empty()) continue;
      const Ends inside = Path{tokens, chart, vocabulary, place}.sequence(node, place);
      for (const Hit& hit : hits) {
        const auto way = inside.find(hit.end);
        out.try_emplace(hit.end, way == inside.end() ? Taken{} : way->second);
      }
    }
    return out;
  }

  Ends plain_ends(const Node& node, std::uint32_t at) const {
    Ends out;
    switch (node.kind) {
      case Node::Kind::word:
        return word(node, at);
      case Node::Kind::sequence:
        return sequence(node, at);
      case Node::Kind::choice:
        for (const Node& child : node.children) keep_first(out, ends(child, at));
        return out;
      case Node::Kind::optional:
        out = ends(node.children.at(0), at);
        out.try_emplace(at);
        return out;
      case Node::Kind::gap:
        return gap(node, at);
      case Node::Kind::not_here:
        if (reference_ends(node.children.at(0), tokens, chart, vocabulary, at).empty()) out[at];
        return out;
      case Node::Kind::says:
        return said(node, at);
      default:
        return span(node, at);
    }
  }

  Ends ends(const Node& node, std::uint32_t at) const {
    Ends out = plain_ends(node, at);
    if (node.alternative != 0)
      for (auto& [end, taken] : out) taken.push_back(node.alternative);
    return out;
  }
};

Taken each_once(Taken taken) {
  std::erase(taken, 0u);
  std::sort(taken.begin(), taken.end());
  taken.erase(std::unique(taken.begin(), taken.end()), taken.end());
  return taken;
}

}  // namespace

std::vector<std::uint32_t> alternatives_taken(const program::Node& node, const Tokens& tokens, const Chart& chart,
                                              const text::Vocabulary& vocabulary, std::uint32_t begin,
                                              std::uint32_t end) {
  Ends ends = Path{tokens, chart, vocabulary, begin}.ends(node, begin);
  auto found = ends.find(end);
  return found == ends.end() ? Taken{} : each_once(found->second);
}

std::vector<std::uint32_t> alternatives_taken(const program::Node& node, const Tokens& tokens, const Chart& chart,
                                              const text::Vocabulary& vocabulary, std::uint32_t begin) {
  Ends ends = Path{tokens, chart, vocabulary, begin}.ends(node, begin);
  return ends.empty() ? Taken{} : each_once(ends.rbegin()->second);
}

}  // namespace demarche::match
