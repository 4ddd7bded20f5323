#pragma once
#include "engine/run/rule_tests.hpp"
#include "engine/why/why_not.hpp"
#include "tests/engine.hpp"

namespace demarche::test {

// The shipped library with the sentences of tests/phenomena, some of which fail.
inline const Engine& phenomena() {
  static const Engine engine = [] {
    const std::string root = DEMARCHE_SOURCE_DIR;
    Engine made{std::map<std::string, std::string>{}, {root + "/rules/library.stance", root + "/tests/phenomena"}};
    return made;
  }();
  return engine;
}

inline why::Wanted wanted_of(const program::Expectation& expectation) {
  return {expectation.actor, expectation.stance, expectation.issue, expectation.strength, expectation.at};
}

inline std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += line + "\n";
  return text;
}

}  // namespace demarche::test
