#include "engine/why/bench.hpp"

#include <algorithm>

namespace demarche::why {

using program::Node;
using program::Slot;

namespace {

Node slot(Slot which) {
  Node node;
  node.kind = Node::Kind::slot;
  node.slot = which;
  return node;
}

bool holds(const Node& node, Slot which) { return mention::holds_slot(node, which); }

}  // namespace

Look::Look(const Bench& on)
    : bench(on),
      sandbox(on.program, *on.actors),
      reading(sandbox.look(on.document)),
      finding(diagnose(reading, sandbox, on.wanted)) {}

Search Look::search(std::size_t count) const {
  return {bench.whole, reading, sandbox.lexis(), bench.document.date, count};
}

void apply(const Trial& trial, Bench& bench) {
  if (trial.rules) trial.rules(bench.program);
  if (trial.names) {
    auto changed = std::make_shared<lexicon::ActorTable>(*bench.actors);
    trial.names(*changed);
    bench.actors = std::move(changed);
  }
  if (trial.text) trial.text(bench.document);
}

Trial entry_trial(const std::string& stance, program::Entry::Kind kind, const program::Pattern& pattern,
                  std::optional<program::Strength> strength) {
  program::Entry entry{kind, strength, pattern};
  if (!holds(pattern.root, Slot::target)) entry.pattern.root.children.push_back(slot(Slot::target));
  Trial trial;
  const char* grade = !strength ? "" : *strength == program::Strength::weak ? " weak" : " strong";
  trial.edit.statement = "extend stance " + stance + " { " + keyword_of(kind) + grade + "  " + pattern.source + " }";
  trial.rules = [stance, entry](program::Program& program) {
    for (program::Stance& one : program.stances)
      if (one.id == stance) one.entries.push_back(entry);
  };
  return trial;
}

Trial issue_trial(const std::string& issue, program::IssuePattern::Kind kind, int side,
                  const program::Pattern& pattern) {
  const bool deed = kind == program::IssuePattern::Kind::deed;
  Trial trial;
  trial.edit.statement = "extend issue " + issue + " { " +
                         (side > 0 ? (deed ? "deed" : "about") : (deed ? "deed against" : "against")) + "  " +
                         pattern.source + " }";
  trial.rules = [issue, kind, side, pattern](program::Program& program) {
    for (program::Issue& one : program.issues)
      if (one.id == issue) one.patterns.push_back({kind, side, pattern, {}});
  };
  return trial;
}

Trial turn_trial(int sign, const program::Pattern& pattern) {
  program::Pattern with_issue = pattern;
  with_issue.source += " <issue>";
  with_issue.root.children.push_back(slot(Slot::issue));
  Trial trial;
  const std::string id = sign < 0 ? "flips" : "keeps";
  trial.edit.statement = "extend turn " + id + " = " + with_issue.source;
  trial.rules = [id, sign, with_issue](program::Program& program) {
    const auto turn = std::find_if(program.turns.begin(), program.turns.end(),
                                   [&id](const program::Turn& one) { return one.id == id; });
    if (turn != program.turns.end()) {
      turn->patterns.push_back(with_issue);
      return;
    }
    program.turns.push_back({id, sign, {with_issue}, {}});
  };
  return trial;
}

std::vector<Trial> trials_for(const Look& look) {
  std::vector<Trial> out;
  switch (look.finding.stage) {
    case Stage::issue:
      propose_issue(look, out);
      propose_conditions(look, out);
      break;
    case Stage::condition:
      propose_conditions(look, out);
      break;
    case Stage::actor:
      propose_names(look, out);
      propose_holder(look, out);
      break;
    case Stage::stance:
      propose_stance(look, out);
      propose_forms(look, out);
      break;
    case Stage::way:
      propose_turns(look, out);
      propose_stance(look, out);
      break;
    case Stage::construction:
      propose_stance(look, out);
      propose_forms(look, out);
      propose_turns(look, out);
      break;
    case Stage::holder:
      propose_holder(look, out);
      propose_names(look, out);
      propose_stance(look, out);
      propose_forms(look, out);
      break;
    case Stage::sign:
      propose_turns(look, out);
      propose_stance(look, out);
      propose_issue(look, out);
      break;
    case Stage::guard:
      propose_rules(look, out);
      break;
    case Stage::settling:
      propose_turns(look, out);
      propose_stance(look, out);
      break;
    case Stage::strength:
      propose_strength(look, out);
      break;
    case Stage::words:
    case Stage::claim:
    case Stage::met:
      break;
  }
  return out;
}

}  // namespace demarche::why
