#include "engine/golden/accept.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "engine/golden/rule_texts.hpp"

namespace demarche::golden {

namespace {

// Whether evidence of an actor speaks for a cell: its own, or that of the group whose position the cell shows.
bool bears_on(const EvidenceChange& change, const CellChange& cell) {
  const Evidence& one = change.shown();
  if (one.issue != cell.issue) return false;
  if (one.actor == cell.actor) return true;
  auto via = [&](const Cell* side) { return side && side->code.ends_with(" via " + one.actor); };
  return via(cell.before) || via(cell.after);
}

// All that `matches` was accepted, and there is some.
template <typename Matches>
bool all_accepted(const Choice& choice, const Comparison& comparison, Matches matches) {
  bool any = false;
  for (std::size_t i = 0; i < comparison.evidence.size(); ++i) {
    if (!matches(comparison.evidence[i])) continue;
    if (!choice.evidence.contains(i)) return false;
    any = true;
  }
  return any;
}

class Merge {
 public:
  Merge(const Golden& before, const Golden& now, const Comparison& comparison, const Choice& choice)
      : before_(before), now_(now), comparison_(comparison), choice_(choice) {}

  Golden run() {
    Golden out;
    out.matrix = choice_.matrix ? now_.matrix : before_.matrix;
    out.rules = before_.rules;
    documents(out);
    cells(out);
    return out;
  }

 private:
  void documents(Golden& out) {
    std::map<std::string, Document> all;
    for (const auto& document : before_.documents) all[document.id] = {document.id, document.date, document.text, {}};
    for (const auto& change : comparison_.documents) {
      if (!choice_.documents.contains(change.document)) continue;
      all.erase(change.document);
      for (const auto& document : now_.documents)
        if (document.id == change.document) all[document.id] = {document.id, document.date, document.text, {}};
    }
    std::map<const Evidence*, const Evidence*> replaced;  // null: dropped
    for (std::size_t i = 0; i < comparison_.evidence.size(); ++i)
      if (choice_.evidence.contains(i) && comparison_.evidence[i].before)
        replaced[comparison_.evidence[i].before] = comparison_.evidence[i].after;
    for (const auto& document : before_.documents)
      for (const auto& one : document.evidence) {
        const auto other = replaced.find(&one);
        if (other == replaced.end())
          put(all, document.id, one);
        else if (other->second)
          put(all, document.id, *other->second);
      }
    for (std::size_t i = 0; i < comparison_.evidence.size(); ++i) {
      const auto& change = comparison_.evidence[i];
      if (choice_.evidence.contains(i) && !change.before) put(all, change.document, *change.after);
    }
    for (auto& [id, document] : all) {
      std::stable_sort(document.evidence.begin(), document.evidence.end(), [](const auto& a, const auto& b) {
        return std::tie(a.place.start, a.actor, a.issue, a.match, a.kind) <
               std::tie(b.place.start, b.actor, b.issue, b.match, b.kind);
      });
      out.documents.push_back(std::move(document));
    }
  }

  static void put(std::map<std::string, Document>& all, const std::string& id, const Evidence& one) {
    Document& document = all[id];
    document.id = id;
    document.evidence.push_back(one);
  }

  // In the order of the later matrix; what only the earlier one has, and nobody accepted to lose, behind it.
  void cells(Golden& out) {
    std::map<std::pair<std::string, std::string>, const CellChange*> changes;
    for (const auto& change : comparison_.cells) changes[{change.actor, change.issue}] = &change;
    for (const auto& cell : now_.cells) {
      const auto change = changes.find({cell.actor, cell.issue});
      if (change == changes.end() || choice_.cells.contains(change->first))
        out.cells.push_back(cell);
      else if (change->second->before)
        out.cells.push_back(*change->second->before);
    }
    for (const auto& change : comparison_.cells)
      if (!change.after && !choice_.cells.contains({change.actor, change.issue})) out.cells.push_back(*change.before);
  }

  const Golden& before_;
  const Golden& now_;
  const Comparison& comparison_;
  const Choice& choice_;
};

}  // namespace

Choice everything(const Comparison& comparison) {
  Choice choice;
  for (std::size_t i = 0; i < comparison.evidence.size(); ++i) choice.evidence.insert(i);
  for (const auto& cell : comparison.cells) choice.cells.insert({cell.actor, cell.issue});
  for (const auto& document : comparison.documents) choice.documents.insert(document.document);
  choice.matrix = true;
  return choice;
}

bool add_cell(Choice& choice, const Comparison& comparison, const std::string& actor, const std::string& issue) {
  bool any = false;
  for (const auto& cell : comparison.cells)
    if (cell.actor == actor && cell.issue == issue) any = choice.cells.insert({actor, issue}).second || any;
  for (std::size_t i = 0; i < comparison.evidence.size(); ++i) {
    const Evidence& one = comparison.evidence[i].shown();
    if (one.actor == actor && one.issue == issue) any = choice.evidence.insert(i).second || any;
  }
  return any;
}

bool add_document(Choice& choice, const Comparison& comparison, const std::string& id) {
  bool any = false;
  for (const auto& document : comparison.documents)
    if (document.document == id) any = choice.documents.insert(id).second || any;
  for (std::size_t i = 0; i < comparison.evidence.size(); ++i)
    if (comparison.evidence[i].document == id) any = choice.evidence.insert(i).second || any;
  return any;
}

void add_consequences(Choice& choice, const Comparison& comparison) {
  for (const auto& cell : comparison.cells)
    if (all_accepted(choice, comparison, [&](const auto& change) { return bears_on(change, cell); }))
      choice.cells.insert({cell.actor, cell.issue});
  for (const auto& document : comparison.documents)
    if (all_accepted(choice, comparison, [&](const auto& change) { return change.document == document.document; }))
      choice.documents.insert(document.document);
}

bool is_all(const Choice& choice, const Comparison& comparison) {
  for (std::size_t i = 0; i < comparison.evidence.size(); ++i)
    if (!choice.evidence.contains(i)) return false;
  for (const auto& cell : comparison.cells)
    if (!choice.cells.contains({cell.actor, cell.issue})) return false;
  for (const auto& document : comparison.documents)
    if (!choice.documents.contains(document.document)) return false;
  return choice.matrix || comparison.matrix_before == comparison.matrix_after;
}

Golden accepted(const Golden& before, const Golden& now, const Comparison& comparison, const Choice& choice) {
  if (!is_all(choice, comparison)) return Merge(before, now, comparison, choice).run();
  Golden all = now;
  all.rules = kept_texts(now.rules, now.documents);
  return all;
}

}  // namespace demarche::golden
