#include "engine/golden/compare.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "engine/position/net_stance.hpp"

namespace demarche::golden {

namespace {

using Kind = EvidenceChange::Kind;
using Nets = std::map<std::pair<std::string, std::string>, evidence::Stance>;  // by actor and issue

bool same_place(const Evidence& a, const Evidence& b) { return a.place == b.place && a.match == b.match; }

auto identity(const Evidence& one) { return std::tie(one.sentence, one.actor, one.issue, one.claimant); }

// What stands before what among those with one identity: the same reading at the same place, the same reading, any.
int nearness(const Evidence& a, const Evidence& b) { return (same_reading(a, b) ? 2 : 0) + (same_place(a, b) ? 1 : 0); }

class Pairing {
 public:
  Pairing(const Document* before, const Document* after) {
    if (before)
      for (const auto& one : before->evidence) before_.push_back(&one);
    if (after)
      for (const auto& one : after->evidence) after_.push_back(&one);
    partner_.resize(before_.size(), nullptr);
    for (int wanted = 3; wanted >= 0; --wanted) pair(wanted);
  }

  void changes(const std::string& document, std::vector<EvidenceChange>& out) const {
    std::vector<EvidenceChange> found;
    for (std::size_t i = 0; i < before_.size(); ++i) {
      const Evidence* was = before_[i];
      const Evidence* is = partner_[i];
      if (!is)
        found.push_back({Kind::lost, document, was, nullptr});
      else if (!same_reading(*was, *is))
        found.push_back({Kind::changed, document, was, is});
      else if (!same_place(*was, *is))
        found.push_back({Kind::moved, document, was, is});
    }
    for (const Evidence* is : after_)
      if (!taken_.contains(is)) found.push_back({Kind::gained, document, nullptr, is});
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
      return std::tie(a.shown().place.start, a.shown().actor, a.shown().issue) <
             std::tie(b.shown().place.start, b.shown().actor, b.shown().issue);
    });
    out.insert(out.end(), found.begin(), found.end());
  }

 private:
  void pair(int wanted) {
    for (std::size_t i = 0; i < before_.size(); ++i) {
      if (partner_[i]) continue;
      for (const Evidence* candidate : after_) {
        if (taken_.contains(candidate) || identity(*before_[i]) != identity(*candidate)) continue;
        if (nearness(*before_[i], *candidate) != wanted) continue;
        partner_[i] = candidate;
        taken_.insert(candidate);
        break;
      }
    }
  }

  std::vector<const Evidence*> before_;
  std::vector<const Evidence*> after_;
  std::vector<const Evidence*> partner_;  // beside before_
  std::set<const Evidence*> taken_;
};

// Claims of third parties are nobody's position.
Nets nets_of(const Document* document) {
  std::map<std::pair<std::string, std::string>, std::vector<position::Said>> said;
  if (document)
    for (const auto& one : document->evidence)
      if (one.kind != evidence::Kind::ascribed) said[{one.actor, one.issue}].emplace_back(one.stance, one.strength);
  Nets nets;
  for (const auto& [key, all] : said) nets[key] = position::net_stance(all);
  return nets;
}

void compare_nets(const std::string& id, const Nets& before, const Nets& after, std::vector<NetChange>& out) {
  Nets all = before;
  all.insert(after.begin(), after.end());
  auto look = [](const Nets& nets, const auto& key) {
    const auto found = nets.find(key);
    return found == nets.end() ? std::nullopt : std::optional(found->second);
  };
  for (const auto& [key, ignored] : all) {
    const auto was = look(before, key);
    const auto is = look(after, key);
    if (was != is) out.push_back({id, key.first, key.second, was, is});
  }
}

void compare_documents(const Golden& before, const Golden& after, Comparison& out) {
  std::map<std::string, std::pair<const Document*, const Document*>> all;
  for (const auto& one : before.documents) all[one.id].first = &one;
  for (const auto& one : after.documents) all[one.id].second = &one;
  for (const auto& [id, both] : all) {
    const auto [was, is] = both;
    if (!was || !is)
      out.documents.push_back({was ? DocumentChange::Kind::removed : DocumentChange::Kind::added, id});
    else if (was->text != is->text || was->date != is->date)
      out.documents.push_back({DocumentChange::Kind::edited, id});
    compare_nets(id, nets_of(was), nets_of(is), out.nets);
    Pairing(was, is).changes(id, out.evidence);
  }
}

void compare_cells(const Golden& before, const Golden& after, Comparison& out) {
  std::map<std::pair<std::string, std::string>, const Cell*> old;
  for (const auto& cell : before.cells) old[{cell.actor, cell.issue}] = &cell;
  for (const auto& cell : after.cells) {
    const auto found = old.find({cell.actor, cell.issue});
    const Cell* was = found == old.end() ? nullptr : found->second;
    if (was) old.erase(found);
    if (!was || *was != cell) out.cells.push_back({cell.actor, cell.issue, was, &cell, !was || was->code != cell.code});
  }
  for (const auto& [key, cell] : old) out.cells.push_back({key.first, key.second, cell, nullptr, true});
}

}  // namespace

bool same_reading(const Evidence& a, const Evidence& b) {
  return std::tie(a.matched, a.speaker, a.via, a.stance, a.strength, a.kind, a.mode, a.negated, a.rule,
                  a.construction) ==
         std::tie(b.matched, b.speaker, b.via, b.stance, b.strength, b.kind, b.mode, b.negated, b.rule, b.construction);
}

Comparison compare(const Golden& before, const Golden& after) {
  Comparison result;
  result.matrix_before = before.matrix;
  result.matrix_after = after.matrix;
  compare_documents(before, after, result);
  compare_cells(before, after, result);
  return result;
}

std::string_view name_of(EvidenceChange::Kind kind) {
  switch (kind) {
    case Kind::gained:
      return "gained";
    case Kind::lost:
      return "lost";
    case Kind::changed:
      return "changed";
    case Kind::moved:
      return "moved";
  }
  return "";
}

std::string_view name_of(DocumentChange::Kind kind) {
  switch (kind) {
    case DocumentChange::Kind::added:
      return "new";
    case DocumentChange::Kind::removed:
      return "gone";
    case DocumentChange::Kind::edited:
      return "edited";
  }
  return "";
}

}  // namespace demarche::golden
