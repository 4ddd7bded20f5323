#pragma once
#include <string>
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/golden/golden.hpp"
#include "engine/golden/rule_texts.hpp"
#include "engine/program/program.hpp"

namespace demarche::golden {

// From the numbers in a record's or a silence's uses to lines of the rule files. Program and texts outlive it; the
// program is the one that read the documents.
class UseFinder {
 public:
  UseFinder(const program::Program& program, const RuleTexts& texts) : program_(program), texts_(texts) {}
  // In the order in which they took part, each line once.
  std::vector<Use> of(const std::vector<evidence::Use>& uses) const;

 private:
  const program::Program& program_;
  const RuleTexts& texts_;
};

}  // namespace demarche::golden
