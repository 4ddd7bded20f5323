#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/run/mutants.hpp"

// Which tests are likely to notice a change: those in which the changed thing took part in what was found.
namespace demarche::run {

class LikelyTests {
 public:
  // The program must outlive this.
  explicit LikelyTests(const program::Program& program) : program_(program) {}

  // `result` was found with a trace, by the same program.
  void add(std::uint32_t test, const evidence::DocumentResult& result);

  // In the order in which they were added, the first few.
  std::vector<std::uint32_t> tests_of(const Mutant& mutant) const;

 private:
  // Part, pattern part, owner, item, and the place of a pattern.
  using Key = std::tuple<MutantTarget::Part, PatternPart, std::uint32_t, std::uint32_t, std::string, std::uint32_t,
                         std::uint32_t>;
  void note(std::uint32_t test, const evidence::Use& use);
  void note(std::uint32_t test, Key key);
  void note_pattern(std::uint32_t test, PatternPart part, std::uint32_t owner, const program::Pattern& pattern);
  void note_condition(std::uint32_t test, PatternPart part, const evidence::Use& use,
                      const std::vector<program::Condition>& conditions);

  const program::Program& program_;
  std::map<Key, std::vector<std::uint32_t>> tests_;
};

}  // namespace demarche::run
