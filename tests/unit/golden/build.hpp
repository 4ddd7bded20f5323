#pragma once
#include <string>
#include <utility>
#include <vector>

#include "engine/golden/golden.hpp"

// Small goldens for tests.
namespace demarche::golden::testing {

inline Evidence said(const std::string& actor, evidence::Stance stance, const std::string& issue,
                     const std::string& sentence, std::uint32_t start = 0) {
  Evidence one;
  one.actor = actor;
  one.stance = stance;
  one.issue = issue;
  one.sentence = sentence;
  one.matched = sentence.substr(0, sentence.find(' '));
  const auto size = static_cast<std::uint32_t>(sentence.size());
  one.place = {start, start + size};
  one.match = {start, start + static_cast<std::uint32_t>(one.matched.size())};
  one.strength = evidence::Strength::plain;
  one.rule = "takes-a-side";
  return one;
}

inline Document document(const std::string& id, std::vector<Evidence> evidence,
                         const std::string& hash = "0123456789abcdef") {
  return {id, parse_date("2023-05-01"), hash, std::move(evidence)};
}

inline Cell cell(const std::string& actor, const std::string& issue, const std::string& code,
                 const std::string& support = "0") {
  return {actor, issue, code, support, "0", "0", 1, 1};
}

}  // namespace demarche::golden::testing
