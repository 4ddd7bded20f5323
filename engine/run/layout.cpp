#include "engine/run/layout.hpp"

#include <algorithm>
#include <set>

namespace demarche::run {

namespace {

using evidence::DocumentResult;
using lexicon::ActorIndex;

// Whether somebody was a member at some time in the window.
bool meet(const DateRange& a, const DateRange& b) {
  return !(a.to && b.from && *a.to < *b.from) && !(b.to && a.from && *b.to < *a.from);
}

class Rows {
 public:
  Rows(const Shown& shown, const program::Program& program, const lexicon::ActorTable& actors,
       const std::vector<DocumentResult>& results, const position::Options& options)
      : shown_(shown), program_(program), actors_(actors), results_(results), options_(options) {}

  std::vector<position::Head> list() {
    for (const auto& row : shown_.rows) add(row);
    return std::move(heads_);
  }

 private:
  void add(const program::ActorClass& row) {
    for (const auto& id : row.ids) add(id);
    if (row.in.empty() && row.ids.empty()) {
      for (const auto& id : with_evidence()) add_unless_outside(id, row);
    } else {
      for (const auto& group : row.in)
        for (const auto& id : members_of(group)) add_unless_outside(id, row);
    }
  }

  void add_unless_outside(const std::string& id, const program::ActorClass& row) {
    for (const auto& group : row.outside) {
      const auto members = members_of(group);
      if (id == group || std::find(members.begin(), members.end(), id) != members.end()) return;
    }
    add(id);
  }

  void add(const std::string& id) {
    if (!taken_.insert(id).second) return;
    const auto actor = actors_.find(id);
    heads_.push_back({id, actor == lexicon::none ? id : actors_.actors[actor].name});
  }

  // Of a group of the rules in its order, of others by id.
  std::vector<std::string> members_of(const std::string& id) const {
    for (const auto& group : program_.groups)
      if (group.id == id) return group.members;
    std::set<std::string> ids;
    if (const auto region = actors_.regions.find(id); region != actors_.regions.end())
      for (const ActorIndex member : region->second) ids.insert(actors_.actors[member].id);
    if (const auto actor = actors_.find(id); actor != lexicon::none)
      for (const auto& member : actors_.actors[actor].members)
        if (meet(member.dates, options_.window)) ids.insert(actors_.actors[member.member].id);
    return {ids.begin(), ids.end()};
  }

  bool is_column(const std::string& issue) const {
    const auto& columns = shown_.columns;
    return columns.empty() || std::find(columns.begin(), columns.end(), issue) != columns.end();
  }

  std::set<std::string> with_evidence() const {
    std::set<std::string> ids;
    for (const auto& result : results_) {
      if (!options_.in_window(result.date) || !options_.counts_source(result.source)) continue;
      for (const auto& record : result.records)
        if (options_.counts(record.kind) && is_column(record.issue)) ids.insert(record.actor);
    }
    return ids;
  }

  const Shown& shown_;
  const program::Program& program_;
  const lexicon::ActorTable& actors_;
  const std::vector<DocumentResult>& results_;
  const position::Options& options_;
  std::vector<position::Head> heads_;
  std::set<std::string> taken_;
};

}  // namespace

std::string issue_title(const std::string& id, const program::Program& program) {
  for (const auto& issue : program.issues)
    if (issue.id == id && !issue.title.empty()) return issue.title;
  return id;
}

position::Layout layout_of(const Shown& shown, const program::Program& program, const lexicon::ActorTable& actors,
                           const std::vector<DocumentResult>& results, const position::Options& options) {
  position::Layout layout{shown.id, shown.title, {}, {}};
  layout.rows = Rows(shown, program, actors, results, options).list();
  layout.every_row = shown.rows.empty();
  for (const auto& id : shown.columns) layout.columns.push_back({id, issue_title(id, program)});
  return layout;
}

}  // namespace demarche::run
