#pragma once
#include "engine/evidence/companions.hpp"
#include "engine/evidence/form_chart.hpp"

namespace demarche::evidence {

// What the forms of the constructions found beside the statements they gathered.
struct FormFindings {
  std::vector<Companions> companions;
  std::vector<Blocked> blocked;  // stance words whose way to an issue an unknown verb bars
};

// Tries every form of every construction at every token, and gathers what they state.
FormFindings find_form_statements(Gathering& gathering);

}  // namespace demarche::evidence
