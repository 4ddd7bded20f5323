#pragma once
#include <cstdint>
#include <vector>

#include "engine/evidence/settle.hpp"

namespace demarche::evidence {

// How one sentence that holds an issue was coded, for those who explain it. Valid only during the call.
struct SentenceCoding {
  std::uint32_t sentence = 0;  // counted from 0
  const SentenceInput& input;
  const std::vector<Candidate>& candidates;  // before rules and vetoes had their say
  const std::vector<Rejected>& rejected;     // by any step
  const Settled& settled;
};

}  // namespace demarche::evidence
