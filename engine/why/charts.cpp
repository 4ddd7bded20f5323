#include "engine/why/charts.hpp"

#include "engine/evidence/targets.hpp"

namespace demarche::why {

using program::Node;
using program::Slot;
using program::WordRole;
using text::Token;

namespace {

constexpr std::uint32_t longest_phrase = 6;  // tokens of an addressee, or between an issue and the words that judge it

}  // namespace

void NearChart::hits(const Node& node, std::uint32_t token, std::vector<match::Hit>& hits) const {
  switch (node.kind) {
    case Node::Kind::actor:
      return mention::actor_hits(seen_.view, lexis_, node, token, day_, hits);
    case Node::Kind::issue:
      for (const mention::IssueMatch& match : seen_.view.issues)
        if (match.begin == token) hits.push_back({match.end, match.issue});
      return;
    case Node::Kind::role:
      if (seen_.view.is(token, node.role) && seen_.view.role_lengths[token] > 0)
        hits.push_back({token + seen_.view.role_lengths[token], 0});
      return;
    case Node::Kind::slot:
      return slot_hits(node, token, hits);
    default:
      return;
  }
}

void NearChart::slot_hits(const Node& node, std::uint32_t token, std::vector<match::Hit>& hits) const {
  switch (node.slot) {
    case Slot::holder:
    case Slot::list:
      // A subject need not stand right before its verb.
      hits.push_back({token, 0});
      if (const auto* mention = token < seen_.view.size() ? seen_.view.mention_at(token) : nullptr)
        hits.push_back({mention->end, 0});
      return;
    case Slot::target:
    case Slot::good:
    case Slot::issue:
    case Slot::self:
      return target_hits(token, hits);
    case Slot::verb:
      return head_hits(program::Entry::Kind::verb, token, hits);
    case Slot::noun:
      return head_hits(program::Entry::Kind::noun, token, hits);
    case Slot::adjective:
      return head_hits(program::Entry::Kind::adjective, token, hits);
    case Slot::purpose:
      return head_hits(program::Entry::Kind::purpose, token, hits);
    case Slot::judgement:
      return head_hits(program::Entry::Kind::judgement, token, hits);
    case Slot::turn:
      for (const mention::TurnMatch& turn : seen_.view.turns)
        if (turn.begin == token) hits.push_back({turn.end, 0});
      return;
    case Slot::someone:
    case Slot::other:
      for (std::uint32_t at = token; at < seen_.view.size() && at < token + longest_phrase && !stops_gap(at); ++at)
        hits.push_back({at + 1, 0});
      return;
    case Slot::degree:
      hits.push_back({token, 0});
      if (seen_.view.is(token, WordRole::booster) || seen_.view.is(token, WordRole::hedge))
        hits.push_back({token + 1, 0});
      return;
    default:
      return;
  }
}

// An issue that begins here, with some words behind it; or one that can be reached from here.
void NearChart::target_hits(std::uint32_t token, std::vector<match::Hit>& hits) const {
  for (const mention::IssueMatch& match : seen_.view.issues) {
    if (match.begin < token || match.begin > token + evidence::farthest_target) continue;
    hits.push_back({match.end, match.issue});
    if (match.begin != token) continue;
    for (std::uint32_t at = match.end; at < seen_.view.size() && at < match.end + longest_phrase && !stops_gap(at);
         ++at)
      hits.push_back({at + 1, match.issue});
  }
}

void NearChart::head_hits(program::Entry::Kind kind, std::uint32_t token, std::vector<match::Hit>& hits) const {
  for (const mention::HeadMatch& head : seen_.view.heads)
    if (head.begin == token && lexis_.program.stances[head.stance].entries[head.entry].kind == kind)
      hits.push_back({head.end, 0});
}

bool NearChart::stops_gap(std::uint32_t token) const {
  const Token& t = seen_.view.tokens[token];
  if (t.has(Token::punctuation)) {
    const std::string_view sign = seen_.view.raw(token);
    return sign == ";" || sign == ":" || sign == "." || sign == "?" || sign == "!" || t.has(Token::spaced_dash);
  }
  return seen_.view.is(token, WordRole::clause_opener) || seen_.view.is(token, WordRole::relative) ||
         seen_.view.is(token, WordRole::negator);
}

bool NearChart::is_transparent(std::uint32_t token) const {
  const Token& t = seen_.view.tokens[token];
  if (t.has(Token::opens_quote) || t.has(Token::closes_quote)) return true;
  return seen_.view.is(token, WordRole::transparent) || seen_.view.is(token, WordRole::determiner);
}

}  // namespace demarche::why
