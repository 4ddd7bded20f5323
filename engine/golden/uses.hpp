#pragma once
#include <map>
#include <string>
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/golden/golden.hpp"
#include "engine/golden/rule_texts.hpp"
#include "engine/program/program.hpp"

namespace demarche::golden {

// The lines of the rule files that took part in a record. Program and texts outlive it.
class UseFinder {
 public:
  UseFinder(const program::Program& program, const RuleTexts& texts);
  std::vector<Use> of(const evidence::Record& record) const;

 private:
  void add(std::vector<Use>& uses, const std::string& part, const std::string& name) const;

  const RuleTexts& texts_;
  std::map<std::pair<std::string, std::string>, program::Place> places_;  // by part and id
};

}  // namespace demarche::golden
