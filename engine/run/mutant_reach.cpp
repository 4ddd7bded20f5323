#include "engine/run/mutant_reach.hpp"

#include <algorithm>

namespace demarche::run {

using program::Node;
using Part = MutantTarget::Part;

namespace {

void keep_common(TestBits& bits, const TestBits& other) {
  for (std::size_t i = 0; i < bits.size(); ++i) bits[i] &= other[i];
}

void add(TestBits& bits, const TestBits& other) {
  for (std::size_t i = 0; i < bits.size(); ++i) bits[i] |= other[i];
}

}  // namespace

MutantReach::MutantReach(const program::Program& program, const std::vector<why::Words>& words)
    : program_(program), tests_(words.size()) {
  none_.assign((tests_ + 63) / 64, 0);
  all_ = none_;
  for (std::size_t t = 0; t < tests_; ++t) {
    all_[t / 64] |= std::uint64_t{1} << (t % 64);
    for (const std::string& word : words[t])
      words_.try_emplace(word, none_).first->second[t / 64] |= std::uint64_t{1} << (t % 64);
  }
  for (const program::Issue& issue : program.issues) {
    first_line_.push_back(issue_lines_.size());
    TestBits& any = issues_.emplace_back(none_);
    for (const program::IssuePattern& line : issue.patterns)
      add(any, issue_lines_.emplace_back(matching(line.pattern.root)));
  }
  numbers_.resize(program.alternatives.size() + 1);
  each_pattern(
      program, [&](PatternPart part, std::uint32_t owner, std::uint32_t item, const program::Pattern& pattern) {
        TestBits bits = around(part, owner, item);
        // A `needs` that cannot hold any more is noticed where the issue stands, with or without its words.
        if (part == PatternPart::issue_pattern)
          bits = issue_lines_[first_line_[owner] + item];
        else
          keep_common(bits, matching(pattern.root));
        const program::Place& place = pattern.place;
        add(lines_.try_emplace({part, owner, place.file, place.line, place.column}, none_).first->second, bits);
        descend(pattern.root, bits);
      });
}

// Which tests have the words for a match: as `why::may_match` says it for one.
TestBits MutantReach::matching(const Node& node) const {
  switch (node.kind) {
    case Node::Kind::word: {
      TestBits bits = none_;
      for (const std::string& form : node.forms)
        if (auto tests = words_.find(form); tests != words_.end()) add(bits, tests->second);
      return bits;
    }
    case Node::Kind::sequence: {
      TestBits bits = all_;
      for (const Node& child : node.children) keep_common(bits, matching(child));
      return bits;
    }
    case Node::Kind::choice: {
      TestBits bits = none_;
      for (const Node& child : node.children) add(bits, matching(child));
      return bits;
    }
    default:
      return all_;
  }
}

void MutantReach::note(std::uint32_t number, const TestBits& bits) {
  if (number == 0) return;
  if (numbers_[number].empty()) numbers_[number] = none_;
  add(numbers_[number], bits);
}

// `around`: the tests in which all that stands around the node may match, and the node too.
void MutantReach::descend(const Node& node, const TestBits& around) {
  note(node.alternative, around);
  for (std::size_t i = 0; i < node.form_alternatives.size(); ++i) {
    auto tests = words_.find(node.forms[i]);
    if (tests == words_.end()) {
      note(node.form_alternatives[i], none_);
      continue;
    }
    TestBits bits = around;
    keep_common(bits, tests->second);
    note(node.form_alternatives[i], bits);
  }
  for (const Node& child : node.children) {
    if (node.kind == Node::Kind::sequence) {
      descend(child, around);  // each of its children may match there
      continue;
    }
    TestBits bits = around;
    keep_common(bits, matching(child));
    descend(child, bits);
  }
}

TestBits MutantReach::of_issue(std::uint32_t issue) const { return issues_[issue]; }

TestBits MutantReach::of_rule(std::uint32_t number) const {
  const program::Rule& rule = program_.rules[number];
  TestBits bits = rule.every_issue ? all_ : none_;
  for (std::uint32_t i = 0; i < program_.issues.size(); ++i)
    if (std::find(rule.issues.begin(), rule.issues.end(), program_.issues[i].id) != rule.issues.end())
      add(bits, issues_[i]);
  return bits;
}

// The tests in which it matters whether the pattern matches.
TestBits MutantReach::around(PatternPart part, std::uint32_t owner, std::uint32_t item) const {
  switch (part) {
    case PatternPart::neighbour:
      return issue_lines_[first_line_[owner] + item];
    case PatternPart::needs:
    case PatternPart::after:
    case PatternPart::issue_unless:
      return of_issue(owner);
    case PatternPart::when:
    case PatternPart::rule_unless:
      return of_rule(owner);
    default:
      return all_;
  }
}

TestBits MutantReach::of_condition(PatternPart part, std::uint32_t owner, std::uint32_t item) const {
  TestBits bits = around(part, owner, item);
  if (part == PatternPart::needs || part == PatternPart::after) return bits;
  const auto& condition = part == PatternPart::issue_unless ? program_.issues[owner].unless[item]
                          : part == PatternPart::when       ? program_.rules[owner].when[item]
                                                            : program_.rules[owner].unless[item];
  TestBits any = none_;
  for (const program::Pattern& pattern : condition.patterns) add(any, matching(pattern.root));
  keep_common(bits, any);
  return bits;
}

TestBits MutantReach::bits_of(const Mutant& mutant) const {
  const MutantTarget& target = mutant.target;
  switch (target.part) {
    case Part::number:
      return numbers_[target.owner].empty() ? none_ : numbers_[target.owner];
    case Part::pattern: {
      const program::Place& place = target.place;
      if (target.pattern_part == PatternPart::needs) return of_issue(target.owner);
      if (target.pattern_part == PatternPart::neighbour) {
        // A neighbour that must be there matters where its line does.
        TestBits bits = none_;
        const auto& lines = program_.issues[target.owner].patterns;
        for (std::uint32_t l = 0; l < lines.size(); ++l)
          for (const program::Neighbour& neighbour : lines[l].neighbours) {
            if (!(neighbour.pattern.place == place)) continue;
            TestBits line = issue_lines_[first_line_[target.owner] + l];
            if (neighbour.negated) keep_common(line, matching(neighbour.pattern.root));
            add(bits, line);
          }
        return bits;
      }
      auto line = lines_.find({target.pattern_part, target.owner, place.file, place.line, place.column});
      return line == lines_.end() ? none_ : line->second;
    }
    case Part::condition:
      return of_condition(target.pattern_part, target.owner, target.item);
    case Part::not_in: {
      TestBits bits = of_issue(target.owner);
      const std::string& other = program_.issues[target.owner].not_in[target.item];
      for (std::uint32_t i = 0; i < program_.issues.size(); ++i)
        if (program_.issues[i].id == other) keep_common(bits, issues_[i]);
      return bits;
    }
    case Part::rule:
      return of_rule(target.owner);
    case Part::construction: {
      TestBits bits = none_;
      for (const program::Pattern& form : program_.constructions[target.owner].forms) add(bits, matching(form.root));
      return bits;
    }
    case Part::stance: {
      TestBits bits = none_;
      for (const program::Entry& entry : program_.stances[target.owner].entries)
        add(bits, matching(entry.pattern.root));
      return bits;
    }
  }
  return all_;
}

std::vector<std::uint32_t> MutantReach::tests_of(const Mutant& mutant) const {
  const TestBits bits = bits_of(mutant);
  std::vector<std::uint32_t> tests;
  for (std::uint32_t t = 0; t < tests_; ++t)
    if (holds(bits, t)) tests.push_back(t);
  return tests;
}

}  // namespace demarche::run
