#include <algorithm>

#include "engine/run/mutants.hpp"

// The change of one mutant made in a program.
namespace demarche::run {

using program::Node;
using program::Pattern;
using program::Place;
using Part = MutantTarget::Part;

namespace {

Node never() {
  Node node;
  node.kind = Node::Kind::word;  // without any form
  return node;
}

// Drops what has the number. False when nothing is left that could match.
bool drop_number(Node& node, std::uint32_t number, bool& changed) {
  if (node.alternative == number) {
    changed = true;
    if (node.kind != Node::Kind::not_here) return false;
    node = Node{};  // an empty sequence: nothing is asked any more
    return true;
  }
  switch (node.kind) {
    case Node::Kind::word: {
      std::size_t kept = 0;
      for (std::size_t i = 0; i < node.form_alternatives.size(); ++i) {
        if (node.form_alternatives[i] == number) continue;
        if (kept != i) node.forms[kept] = std::move(node.forms[i]);
        node.form_alternatives[kept++] = node.form_alternatives[i];
      }
      if (kept == node.form_alternatives.size()) return true;
      changed = true;
      node.forms.resize(kept);
      node.form_alternatives.resize(kept);
      return kept > 0;
    }
    case Node::Kind::choice:
      std::erase_if(node.children, [&](Node& child) { return !drop_number(child, number, changed); });
      return !node.children.empty();
    case Node::Kind::optional:
    case Node::Kind::not_here:
      if (!drop_number(node.children[0], number, changed)) node = Node{};
      return true;
    default:
      for (Node& child : node.children)
        if (!drop_number(child, number, changed)) return false;
      return true;
  }
}

bool widen_number(Node& node, std::uint32_t number) {
  bool changed = false;
  if (node.kind == Node::Kind::gap && node.alternative == number) {
    node.limit = 2 * node.limit + 3;
    changed = true;
  }
  for (Node& child : node.children) changed = widen_number(child, number) || changed;
  return changed;
}

// Takes lines out of a list when their pattern can match no more. `pattern_of` gives the pattern of a line.
template <typename Lines, typename PatternOf>
void drop_number(Lines& lines, std::uint32_t number, bool& changed, PatternOf pattern_of) {
  std::erase_if(lines, [&](auto& line) { return !drop_number(pattern_of(line).root, number, changed); });
}

Pattern& itself(Pattern& pattern) { return pattern; }

void drop_number(program::Issue& issue, std::uint32_t number, bool& changed) {
  drop_number(issue.patterns, number, changed, [](auto& line) -> Pattern& { return line.pattern; });
  for (auto& line : issue.patterns)
    std::erase_if(line.neighbours, [&](program::Neighbour& neighbour) {
      if (drop_number(neighbour.pattern.root, number, changed)) return false;
      neighbour.pattern.root = never();
      return neighbour.negated;
    });
}

void drop_number(std::vector<program::Condition>& conditions, std::uint32_t number, bool& changed) {
  for (auto& condition : conditions)
    for (Pattern& pattern : condition.patterns)
      if (!drop_number(pattern.root, number, changed)) pattern.root = never();
}

bool drop_number(program::Program& program, std::uint32_t number) {
  bool changed = false;
  for (auto& issue : program.issues) {
    drop_number(issue, number, changed);
    for (auto* conditions : {&issue.needs, &issue.after, &issue.unless}) drop_number(*conditions, number, changed);
  }
  for (auto& stance : program.stances) {
    drop_number(stance.entries, number, changed, [](auto& entry) -> Pattern& { return entry.pattern; });
    drop_number(stance.strong_degrees, number, changed, itself);
    drop_number(stance.weak_degrees, number, changed, itself);
  }
  for (auto& turn : program.turns) drop_number(turn.patterns, number, changed, itself);
  for (auto& construction : program.constructions) drop_number(construction.forms, number, changed, itself);
  for (auto& list : program.words) drop_number(list.patterns, number, changed, itself);
  for (auto& rule : program.rules)
    for (auto* conditions : {&rule.when, &rule.unless}) drop_number(*conditions, number, changed);
  return changed;
}

bool widen_number(program::Program& program, std::uint32_t number) {
  bool changed = false;
  each_pattern(program, [&](PatternPart, std::uint32_t, std::uint32_t, Pattern& pattern) {
    changed = widen_number(pattern.root, number) || changed;
  });
  return changed;
}

// Takes out the lines that were written at a place, and hands them over.
template <typename Line, typename PlaceOf>
std::vector<Line> take(std::vector<Line>& lines, const Place& place, PlaceOf place_of) {
  std::vector<Line> taken;
  std::erase_if(lines, [&](Line& line) {
    if (!(place_of(line) == place)) return false;
    taken.push_back(std::move(line));
    return true;
  });
  return taken;
}

constexpr auto pattern_place = [](const Pattern& pattern) { return pattern.place; };
constexpr auto inner_place = [](const auto& line) { return line.pattern.place; };

std::vector<program::Condition>& conditions_of(const MutantTarget& target, program::Program& program) {
  switch (target.pattern_part) {
    case PatternPart::needs:
      return program.issues[target.owner].needs;
    case PatternPart::after:
      return program.issues[target.owner].after;
    case PatternPart::issue_unless:
      return program.issues[target.owner].unless;
    case PatternPart::when:
      return program.rules[target.owner].when;
    default:
      return program.rules[target.owner].unless;
  }
}

bool drop_pattern(const MutantTarget& target, program::Program& program) {
  const Place& place = target.place;
  switch (target.pattern_part) {
    case PatternPart::issue_pattern:
      return !take(program.issues[target.owner].patterns, place, inner_place).empty();
    case PatternPart::neighbour: {
      bool changed = false;
      for (auto& line : program.issues[target.owner].patterns)
        changed = !take(line.neighbours, place, inner_place).empty() || changed;
      return changed;
    }
    case PatternPart::entry:
      return !take(program.stances[target.owner].entries, place, inner_place).empty();
    case PatternPart::strong_degree:
      return !take(program.stances[target.owner].strong_degrees, place, pattern_place).empty();
    case PatternPart::weak_degree:
      return !take(program.stances[target.owner].weak_degrees, place, pattern_place).empty();
    case PatternPart::turn:
      return !take(program.turns[target.owner].patterns, place, pattern_place).empty();
    case PatternPart::form:
      return !take(program.constructions[target.owner].forms, place, pattern_place).empty();
    case PatternPart::word:
      return !take(program.words[target.owner].patterns, place, pattern_place).empty();
    default: {
      bool changed = false;
      for (auto& condition : conditions_of(target, program))
        changed = !take(condition.patterns, place, pattern_place).empty() || changed;
      return changed;
    }
  }
}

bool swap_entry(const MutantTarget& target, program::Program& program) {
  program::Stance& stance = program.stances[target.owner];
  auto other = std::find_if(program.stances.begin(), program.stances.end(),
                            [&](const program::Stance& one) { return one.id == stance.inverse; });
  if (other == program.stances.end()) return false;
  auto moved = take(stance.entries, target.place, inner_place);
  std::move(moved.begin(), moved.end(), std::back_inserter(other->entries));
  return !moved.empty();
}

bool swap_turn(const MutantTarget& target, program::Program& program) {
  program::Turn& turn = program.turns[target.owner];
  auto moved = take(turn.patterns, target.place, pattern_place);
  if (moved.empty()) return false;
  program.turns.push_back({turn.id + " swapped", -turn.sign, std::move(moved), turn.place});
  return true;
}

bool swap_sign(const MutantTarget& target, program::Program& program) {
  if (target.part == Part::construction) {
    using Gives = program::Construction::Gives;
    program::Construction& construction = program.constructions[target.owner];
    construction.gives = construction.gives == Gives::same ? Gives::inverse : Gives::same;
    return !construction.forms.empty();
  }
  if (target.pattern_part == PatternPart::entry) return swap_entry(target, program);
  if (target.pattern_part == PatternPart::turn) return swap_turn(target, program);
  bool changed = false;
  for (program::IssuePattern& line : program.issues[target.owner].patterns) {
    if (!(line.pattern.place == target.place)) continue;
    line.side = -line.side;
    changed = true;
  }
  return changed;
}

template <typename List>
bool drop_item(List& list, std::uint32_t item) {
  if (item >= list.size()) return false;
  list.erase(list.begin() + item);
  return true;
}

}  // namespace

bool apply(const Mutant& mutant, program::Program& program) {
  const MutantTarget& target = mutant.target;
  if (mutant.kind == MutantKind::gap) return widen_number(program, target.owner);
  if (mutant.kind == MutantKind::sign) return swap_sign(target, program);
  switch (target.part) {
    case Part::number:
      return drop_number(program, target.owner);
    case Part::pattern:
      return drop_pattern(target, program);
    case Part::condition:
      return drop_item(conditions_of(target, program), target.item);
    case Part::not_in:
      return drop_item(program.issues[target.owner].not_in, target.item);
    case Part::rule:
      return drop_item(program.rules, target.owner);
    case Part::construction:
      break;
    case Part::stance: {
      program::Stance& stance = program.stances[target.owner];
      stance.negated = stance.negated.empty() ? stance.inverse : std::string();
      return true;
    }
  }
  return false;
}

}  // namespace demarche::run
