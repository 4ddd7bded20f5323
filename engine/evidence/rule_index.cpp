#include "engine/evidence/rule_index.hpp"

#include <algorithm>

#include "engine/mention/actor_class.hpp"

namespace demarche::evidence {

using program::Rule;

RuleIndex::RuleIndex(const mention::Lexis& lexis)
    : lexis_(lexis), by_issue_(lexis.program.issues.size()), patterns_needing_(lexis.vocabulary.size()) {
  const program::Program& program = lexis.program;
  for (std::uint32_t r = 0; r < program.rules.size(); ++r) {
    const Rule& rule = program.rules[r];
    std::optional<int> sign;
    if (!rule.takes_a_side) {
      std::uint32_t stance = lexis.stance_named(rule.stance);
      if (stance != lexicon::none) sign = program.stances[stance].sign;
    }
    signs_.push_back(sign);
    auto& issues = issues_.emplace_back();
    for (std::uint32_t i = 0; i < program.issues.size(); ++i) {
      bool named = std::find(rule.issues.begin(), rule.issues.end(), program.issues[i].id) != rule.issues.end();
      if (named) issues.push_back(i);
      if ((named || rule.every_issue) && !rule.ignore && rule.when.empty()) by_issue_[i].push_back(r);
    }
    if (rule.ignore) {
      vetoes_.push_back(r);
    } else if (!rule.when.empty()) {
      worded_.push_back(r);
    }
    for (const program::Condition& condition : rule.when)
      for (const program::Pattern& pattern : condition.patterns) compile_insides(pattern.root);
    note_own_patterns(r);
  }
}

namespace {

void add_issues_named(const program::Node& node, const program::Program& program, std::vector<bool>& named) {
  for (std::uint32_t i = 0; i < program.issues.size(); ++i)
    if (std::find(node.issues.begin(), node.issues.end(), program.issues[i].id) != node.issues.end()) named[i] = true;
  for (const program::Node& child : node.children) add_issues_named(child, program, named);
}

}  // namespace

void RuleIndex::note_own_patterns(std::uint32_t r) {
  const Rule& rule = lexis_.program.rules[r];
  auto& speakable = speakable_.emplace_back(lexis_.program.issues.size(), rule.every_issue);
  for (std::uint32_t issue : issues_[r]) speakable[issue] = true;
  auto& own = own_patterns_.emplace_back();
  for (std::uint32_t c = 0; c < rule.when.size(); ++c)
    for (std::uint32_t p = 0; p < rule.when[c].patterns.size(); ++p) {
      const program::Pattern& pattern = rule.when[c].patterns[p];
      const match::Automaton& automaton = lexis_.condition(pattern);
      own.push_back({c, p, &automaton, note_needs(automaton), opening_of(automaton)});
      add_issues_named(pattern.root, lexis_.program, speakable);
    }
}

// What can be said in a bracket counts, too: a pattern that is one bracket needs the words in it.
std::vector<text::WordId> RuleIndex::needed_of(const match::Automaton& automaton) const {
  if (!automaton.needed.empty()) return automaton.needed;
  std::vector<text::WordId> words;
  for (std::uint32_t state : automaton.starts) {
    const program::Node* node = automaton.code[state].node;
    if (!node || node->kind != program::Node::Kind::says) return {};
    const std::vector<text::WordId> inside = needed_of(inside_.at(node));
    if (inside.empty()) return {};
    words.insert(words.end(), inside.begin(), inside.end());
  }
  return words;
}

// Numbers the pattern, and keeps which words make it possible.
std::uint32_t RuleIndex::note_needs(const match::Automaton& automaton) {
  const auto number = static_cast<std::uint32_t>(undemanding_.size());
  const std::vector<text::WordId> needed = needed_of(automaton);
  undemanding_.push_back(needed.empty());
  for (text::WordId word : needed) patterns_needing_[word].push_back(number);
  return number;
}

// A bracket opens with what opens the words in it; anything else that is no word may be any token.
std::uint64_t RuleIndex::opening_of(const match::Automaton& automaton) const {
  std::uint64_t bits = 0;
  for (std::uint32_t state : automaton.starts) {
    const match::Instruction& first = automaton.code[state];
    if (first.op == match::Instruction::Op::word) {
      bits |= first.bits;
    } else if (first.op == match::Instruction::Op::span && first.node->kind == program::Node::Kind::says) {
      bits |= opening_of(inside_.at(first.node));
    } else {
      return match::Opening::anything;
    }
  }
  return bits;
}

PossiblePatterns RuleIndex::possible_in(const mention::SentenceView& view) const {
  PossiblePatterns patterns;
  patterns.possible_ = undemanding_;
  for (std::uint32_t t = 0; t < view.size(); ++t)
    for (std::uint32_t number : patterns_needing_[view.tokens[t].word]) patterns.possible_[number] = true;
  return patterns;
}

bool RuleIndex::may_speak_of(std::uint32_t rule, const mention::SentenceView& view) const {
  return std::any_of(view.issues.begin(), view.issues.end(),
                     [&](const auto& match) { return speakable_[rule][match.issue]; });
}

void RuleIndex::compile_insides(const program::Node& node) {
  if (node.kind == program::Node::Kind::says && !node.children.empty())
    inside_.emplace(&node, match::compile(node.children[0], lexis_.vocabulary));
  for (const program::Node& child : node.children) compile_insides(child);
}

bool RuleIndex::speaks_of_day(std::uint32_t rule, std::optional<Date> day) const {
  const auto& dates = lexis_.program.rules[rule].dates;
  if (dates.empty()) return true;
  return day && std::any_of(dates.begin(), dates.end(), [day](const DateRange& range) { return range.contains(*day); });
}

bool RuleIndex::speaks_of_actor(std::uint32_t rule, lexicon::ActorIndex actor, std::optional<Date> day) const {
  const Rule& r = lexis_.program.rules[rule];
  if (!mention::in_class(lexis_.actors, actor, r.actors, day)) return false;
  return !r.has_except || !mention::in_class(lexis_.actors, actor, r.except, day);
}

bool RuleIndex::speaks_of(std::uint32_t rule, std::uint32_t issue, lexicon::ActorIndex actor, int sign,
                          std::optional<Date> day) const {
  const Rule& r = lexis_.program.rules[rule];
  if (!r.every_issue && !std::binary_search(issues_[rule].begin(), issues_[rule].end(), issue)) return false;
  if (signs_[rule] && *signs_[rule] != sign) return false;
  return speaks_of_actor(rule, actor, day) && speaks_of_day(rule, day);
}

std::vector<std::uint32_t> RuleIndex::asking(std::uint32_t issue, lexicon::ActorIndex actor, int sign,
                                             std::optional<Date> day) const {
  std::vector<std::uint32_t> out;
  for (std::uint32_t rule : by_issue_[issue])
    if (speaks_of(rule, issue, actor, sign, day)) out.push_back(rule);
  // What is said of an issue by its name goes before what is said of every issue, whatever the rules are called.
  std::stable_partition(out.begin(), out.end(),
                        [this](std::uint32_t rule) { return !lexis_.program.rules[rule].every_issue; });
  return out;
}

}  // namespace demarche::evidence
