#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "engine/run/mutants.hpp"
#include "engine/why/reduce.hpp"

// Which tests could notice a change of the rules at all: those whose words allow a match of what is changed.
namespace demarche::run {

// A set of tests, by number: a bit each.
using TestBits = std::vector<std::uint64_t>;

inline bool holds(const TestBits& bits, std::size_t test) { return (bits[test / 64] >> (test % 64) & 1) != 0; }

class MutantReach {
 public:
  // `words` are those of each test's text and title. The program must outlive this.
  MutantReach(const program::Program& program, const std::vector<why::Words>& words);

  // Ascending numbers of tests. A change of any other test's outcome is impossible.
  std::vector<std::uint32_t> tests_of(const Mutant& mutant) const;

 private:
  using LineKey = std::tuple<PatternPart, std::uint32_t, std::string, std::uint32_t, std::uint32_t>;

  TestBits matching(const program::Node& node) const;
  void descend(const program::Node& node, const TestBits& around);
  void note(std::uint32_t number, const TestBits& bits);
  TestBits around(PatternPart part, std::uint32_t owner, std::uint32_t item) const;
  TestBits of_issue(std::uint32_t issue) const;
  TestBits of_rule(std::uint32_t rule) const;
  TestBits of_condition(PatternPart part, std::uint32_t owner, std::uint32_t item) const;
  TestBits bits_of(const Mutant& mutant) const;

  const program::Program& program_;
  std::size_t tests_;
  TestBits all_;
  TestBits none_;
  std::unordered_map<std::string, TestBits> words_;
  std::vector<TestBits> numbers_;  // by number; empty: none
  std::map<LineKey, TestBits> lines_;
  std::vector<TestBits> issues_;         // one of the issue's patterns may match
  std::vector<TestBits> issue_lines_;    // the same for each pattern, in the order of the program
  std::vector<std::size_t> first_line_;  // by issue: into `issue_lines_`
};

}  // namespace demarche::run
