#include "engine/run/likely_tests.hpp"

namespace demarche::run {

using evidence::Use;
using Part = MutantTarget::Part;

namespace {

constexpr std::size_t enough = 8;  // tests for one thing: one of them mostly notices

}  // namespace

void LikelyTests::note(std::uint32_t test, Key key) {
  auto& tests = tests_[std::move(key)];
  if (tests.size() < enough && (tests.empty() || tests.back() != test)) tests.push_back(test);
}

void LikelyTests::note_pattern(std::uint32_t test, PatternPart part, std::uint32_t owner,
                               const program::Pattern& pattern) {
  note(test, {Part::pattern, part, owner, 0, pattern.place.file, pattern.place.line, pattern.place.column});
}

void LikelyTests::note_condition(std::uint32_t test, PatternPart part, const Use& use,
                                 const std::vector<program::Condition>& conditions) {
  note(test, {Part::condition, part, use.owner, use.item, {}, 0, 0});
  note_pattern(test, part, use.owner, conditions[use.item].patterns[use.pattern]);
}

void LikelyTests::note(std::uint32_t test, const Use& use) {
  for (std::uint32_t number : use.alternatives) note(test, {Part::number, {}, number, 0, {}, 0, 0});
  switch (use.part) {
    case Use::Part::issue_pattern:
      return note_pattern(test, PatternPart::issue_pattern, use.owner,
                          program_.issues[use.owner].patterns[use.item].pattern);
    case Use::Part::neighbour:
      return note_pattern(test, PatternPart::neighbour, use.owner,
                          program_.issues[use.owner].patterns[use.item].neighbours[use.pattern].pattern);
    case Use::Part::needs:
      return note_condition(test, PatternPart::needs, use, program_.issues[use.owner].needs);
    case Use::Part::after:
      return note_condition(test, PatternPart::after, use, program_.issues[use.owner].after);
    case Use::Part::issue_unless:
      return note_condition(test, PatternPart::issue_unless, use, program_.issues[use.owner].unless);
    case Use::Part::not_in:
      return note(test, {Part::not_in, {}, use.owner, use.item, {}, 0, 0});
    case Use::Part::entry:
      note(test, {Part::stance, {}, use.owner, 0, {}, 0, 0});
      return note_pattern(test, PatternPart::entry, use.owner, program_.stances[use.owner].entries[use.item].pattern);
    case Use::Part::degree: {
      const program::Stance& stance = program_.stances[use.owner];
      return use.pattern == 0
                 ? note_pattern(test, PatternPart::strong_degree, use.owner, stance.strong_degrees[use.item])
                 : note_pattern(test, PatternPart::weak_degree, use.owner, stance.weak_degrees[use.item]);
    }
    case Use::Part::turn:
      return note_pattern(test, PatternPart::turn, use.owner, program_.turns[use.owner].patterns[use.item]);
    case Use::Part::form:
      note(test, {Part::construction, {}, use.owner, 0, {}, 0, 0});
      return note_pattern(test, PatternPart::form, use.owner, program_.constructions[use.owner].forms[use.item]);
    case Use::Part::when:
    case Use::Part::veto:
      note(test, {Part::rule, {}, use.owner, 0, {}, 0, 0});
      if (program_.rules[use.owner].when.empty()) return;
      return note_condition(test, PatternPart::when, use, program_.rules[use.owner].when);
    case Use::Part::rule_unless:
      return note_condition(test, PatternPart::rule_unless, use, program_.rules[use.owner].unless);
    case Use::Part::rule:
      return note(test, {Part::rule, {}, use.owner, 0, {}, 0, 0});
  }
}

void LikelyTests::add(std::uint32_t test, const evidence::DocumentResult& result) {
  for (const evidence::Record& record : result.records)
    for (const Use& use : record.uses) note(test, use);
  for (const Use& use : result.vetoes) note(test, use);
}

std::vector<std::uint32_t> LikelyTests::tests_of(const Mutant& mutant) const {
  const MutantTarget& target = mutant.target;
  const auto known = tests_.find({target.part, target.pattern_part, target.owner, target.item, target.place.file,
                                  target.place.line, target.place.column});
  return known == tests_.end() ? std::vector<std::uint32_t>{} : known->second;
}

}  // namespace demarche::run
