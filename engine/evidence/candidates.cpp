#include "engine/evidence/candidates.hpp"

#include "engine/evidence/called_it.hpp"
#include "engine/evidence/covered.hpp"
#include "engine/evidence/deeds.hpp"
#include "engine/evidence/form_statements.hpp"
#include "engine/evidence/gathering.hpp"

namespace demarche::evidence {

namespace {

// A verb that no rule knows stood on the way to an issue: why nothing is told of the nearest one.
void note_block(Gathering& gathering, const Blocked& block) {
  const auto& issues = gathering.view.issues;
  for (std::uint32_t m = 0; m < issues.size(); ++m)
    if (issues[m].begin > block.token)
      return gathering.reject(Reason::unknown_turn, m, {},
                              "unknown turn: " + words(gathering.view, block.token, block.token + 1));
}

}  // namespace

Found find_candidates(const SentenceInput& input, std::vector<Rejected>& rejected) {
  Gathering gathering(input, rejected);
  FormFindings found = find_form_statements(gathering);
  find_deeds(gathering);
  for (const Blocked& block : found.blocked) note_block(gathering, block);
  drop_misread_pronouns(input.view, input.lexis, gathering.candidates);
  drop_covered(input.view, gathering.candidates);
  return {std::move(gathering.candidates), std::move(found.companions)};
}

}  // namespace demarche::evidence
